"""PDF of a page of HTML that the program made: A4, page n of m, its text as letters that can be copied."""

from __future__ import annotations

import os
import re
from io import BytesIO
from typing import TYPE_CHECKING, cast

import shiboken6
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from desktop.domain import VerbatimError
from desktop.translation import tr

if TYPE_CHECKING:
    from pypdf.generic import DictionaryObject, StreamObject

_DPI = 300
_FOOT = 9.0  # millimetres below the text, for the number of the page
_WITH_HEADING = 4  # lines of its own height that have to find room with a heading
_LONGEST = 600_000  # bytes of HTML: about 150 pages; more holds up the window
_SHOWN_BY_NUMBER = re.compile(r'(<span class="point" data-point="(U\+[0-9A-F]+)">)[^<]*')


def page_pdf(page: bytes, title: str) -> bytes:
    """Print a page; invisible characters stand in it as their number only. Raises VerbatimError if it is too long."""
    if len(page) > _LONGEST:
        raise VerbatimError(tr("This page is too long for a PDF of the program; print the page from a browser."))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    device = QPdfWriter(buffer)
    device.setResolution(_DPI)
    device.setTitle(title)
    device.setCreator("Verbatim")
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageMargins(QMarginsF(16, 14, 16, 12), QPageLayout.Unit.Millimeter)
    painter = QPainter(device)
    document = _document(page, device)
    try:
        _draw(document, device, painter)
    finally:
        painter.end()
        shiboken6.delete(document)  # on this thread, whose timers it uses; Python may come to it on another one
    return _with_spaces(bytes(buffer.data().data()))


def pdf_without_window(page: bytes, title: str) -> bytes:
    """Print a page where no window is open and no screen is needed; the fonts are those of the machine."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication([])
    content = page_pdf(page, title)
    del application
    return content


def _with_spaces(content: bytes) -> bytes:
    """Name the space in the tables of letters: Qt names it a tab there, and readers copy tabs between all words."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    for page in writer.pages:
        fonts = cast("DictionaryObject", cast("DictionaryObject", page["/Resources"]).get("/Font", {}))
        for font in fonts.values():
            table = cast("DictionaryObject", font.get_object()).get("/ToUnicode")
            if table is not None:
                letters = cast("StreamObject", table.get_object())
                letters.set_data(letters.get_data().replace(b"<0009>", b"<0020>"))
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def plain_font(family: str, size: float) -> QFont:
    """A font that joins no letters: in a PDF, joined ones do not come out as the letters that they are."""
    font = QFont(family)
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(size)
    for feature in ("liga", "clig", "dlig", "hlig"):
        font.setFeature(QFont.Tag.fromString(feature), 0)
    return font


def _document(page: bytes, device: QPdfWriter) -> QTextDocument:
    document = QTextDocument()
    document.documentLayout().setPaintDevice(device)
    document.setDefaultFont(plain_font("Georgia", 9.5))
    document.setDocumentMargin(0)
    document.setMetaInformation(QTextDocument.MetaInformation.CssMedia, "print")
    document.setHtml(_SHOWN_BY_NUMBER.sub(r"\1\2", page.decode("utf-8")))
    box = device.pageLayout().paintRectPixels(_DPI)
    document.setPageSize(QSizeF(box.width(), box.height() - _FOOT / 25.4 * _DPI))
    _keep_headings(document)
    return document


def _keep_headings(document: QTextDocument) -> None:
    """Begin a page before a heading that would stand alone at the foot of one."""
    layout, height = document.documentLayout(), document.pageSize().height()
    block = document.begin()
    while block.isValid():
        place = layout.blockBoundingRect(block)
        room = height - place.top() % height
        if block.blockFormat().headingLevel() and room < _WITH_HEADING * place.height():
            broken = block.blockFormat()
            broken.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            QTextCursor(block).setBlockFormat(broken)
        block = block.next()


def _draw(document: QTextDocument, device: QPdfWriter, painter: QPainter) -> None:
    size = document.pageSize()
    pages = document.pageCount()
    for number in range(pages):
        if number:
            device.newPage()
        painter.save()
        painter.translate(QPointF(0, -number * size.height()))
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = QRectF(0, number * size.height(), size.width(), size.height())
        context.palette.setColor(QPalette.ColorRole.Text, QColor("#000000"))
        painter.setClipRect(context.clip)
        document.documentLayout().draw(painter, context)
        painter.restore()
        painter.setFont(plain_font("Georgia", 8))
        foot = QRectF(0, size.height(), size.width(), _FOOT / 25.4 * _DPI)
        words = f"page {number + 1} of {pages}"  # as the log, in English
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, words)
