"""How does a comparison get on pages, as a PDF file or on paper? One paragraph is laid out at a time.

No text is taken for markup here, and no more than one paragraph is in Qt's hands at once: that leaves the window free
while another thread writes, and a text of any length takes the same memory.
"""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from PySide6.QtCore import QFile, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from desktop.atomic_files import atomic_replacement
from desktop.domain import VerbatimError
from desktop.text.progress import Cancelled
from desktop.ui.compare.printing.sheet import LEGEND, Sheet, html

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtGui import QPagedPaintDevice

    from desktop.ui.compare.layout.marked_text import Run

_GONE, _NEW, _FAINT = "#8a3800", "#0b3d91", "#62656b"  # paper is white, whatever the window is
_DPI = 300
_LONGEST = 8_000  # code points laid out at once
_NO_END = 10_000_000  # lines


def write(sheet: Sheet, out: Path, *, cancelled: Callable[[], bool]) -> None:
    """Write a sheet to a file, HTML or PDF by its ending; raises VerbatimError, and then the file is as it was."""
    try:
        with atomic_replacement(out) as part:
            if out.suffix.lower() == ".pdf":
                _pdf(sheet, part, cancelled)
            else:
                part.write_text(html(sheet), encoding="utf-8", errors="replace")
    except OSError as error:
        raise VerbatimError(f"{out.name} could not be written: {error.strerror or error}.") from error


def _pdf(sheet: Sheet, out: Path, cancelled: Callable[[], bool]) -> None:
    out.touch()  # raises what is wrong with the place; Qt would only say that it is
    file = QFile(str(out))
    file.open(QFile.OpenModeFlag.WriteOnly)
    try:
        _write_pdf(sheet, file, cancelled)
        if not file.flush() or file.error() is not QFile.FileError.NoError:  # Qt goes on where the disk took nothing
            raise OSError(errno.EIO, file.errorString())
    finally:
        file.close()


def _write_pdf(sheet: Sheet, file: QFile, cancelled: Callable[[], bool]) -> None:
    device = QPdfWriter(file)
    device.setResolution(_DPI)
    device.setTitle(sheet.title)
    device.setCreator("Verbatim")
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageMargins(QMarginsF(18, 16, 18, 16), QPageLayout.Unit.Millimeter)
    paint(sheet, device, cancelled)


def paint(sheet: Sheet, device: QPagedPaintDevice, cancelled: Callable[[], bool]) -> int:
    """Draw a sheet on the pages of a device and return how many there are; raises Cancelled."""
    painter = QPainter()
    if not painter.begin(device):
        raise VerbatimError("The pages could not be begun; is there room on the disk, and is the printer on?")
    try:
        pages = _Pages(sheet.title, device, painter)
        for paragraph, size, faint in _content(sheet):
            if cancelled():
                raise Cancelled
            pages.add(paragraph, size, faint=faint)
        return pages.number
    finally:
        painter.end()


def _content(sheet: Sheet) -> Iterator[tuple[list[Run], float, bool]]:
    """Yield all paragraphs with the size of their letters, in points, and whether they are ours and faint."""
    from desktop.ui.compare.layout.marked_text import Run

    yield [Run("Comparison", "same")], 15.0, False
    for line in sheet.head():
        yield [Run(line, "same")], 8.5, True
    yield [part for each in LEGEND for part in (each, Run("   ", "same"))], 8.5, False
    for paragraph in sheet.paragraphs():
        for part in _parts(paragraph):
            yield part, 10.5, False
    alerts = sheet.alerts()
    if alerts:
        yield [Run("Alerts", "same")], 12.5, False
    for line in alerts:
        yield [Run(line, "same")], 9.5, False


def _parts(paragraph: list[Run]) -> Iterator[list[Run]]:
    """Yield a paragraph in parts that Qt lays out quickly; a longer one than any article has is broken for it."""
    part: list[Run] = []
    room = _LONGEST
    for run in paragraph:
        text = run.text
        while len(text) > room:
            cut = max(text.rfind(" ", 0, room) + 1, 0) or room
            yield [*part, run._replace(text=text[:cut])]
            part, text, room = [], text[cut:], _LONGEST
        part.append(run._replace(text=text))
        room -= len(text)
    yield part


class _Pages:
    """The place on the page that is being filled."""

    def __init__(self, title: str, device: QPagedPaintDevice, painter: QPainter) -> None:
        self._title = title
        self._device = device
        self._painter = painter
        self._width, self._height = float(painter.viewport().width()), float(painter.viewport().height())
        self.number = 1
        self._y = self._head()

    def _head(self) -> float:
        """Write the line on top of a page and return where the text begins."""
        font = _font(8.0)
        metrics = QFontMetricsF(font, self._device)
        number = f"page {self.number}"
        room = self._width - metrics.horizontalAdvance(number) - metrics.height()
        self._painter.setFont(font)
        self._painter.setPen(QColor(_FAINT))
        box = QRectF(0, 0, self._width, metrics.height())
        elided = metrics.elidedText(self._title, Qt.TextElideMode.ElideMiddle, room)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignLeft, elided)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignRight, number)
        y = metrics.height() * 1.3
        self._painter.drawLine(QPointF(0, y), QPointF(self._width, y))
        return y + metrics.height()

    def add(self, paragraph: list[Run], size: float, *, faint: bool) -> None:
        """Add a paragraph, on as many pages as it takes."""
        font = _font(size)
        layout = _laid_out(paragraph, font, self._device, self._width)
        colour = QColor(_FAINT) if faint else QColor("#000000")
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            if self._y + line.height() > self._height:
                self._turn()
            self._painter.setPen(colour)
            line.draw(self._painter, QPointF(0, self._y - line.y()))
            self._y += line.height() * 1.12
        self._y += QFontMetricsF(font, self._device).height() * (0.25 if faint else 0.5)

    def _turn(self) -> None:
        self._device.newPage()
        self.number += 1
        self._y = self._head()


def _font(size: float) -> QFont:
    font = QFont("Georgia")
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(size)
    return font


def _laid_out(paragraph: list[Run], font: QFont, device: QPagedPaintDevice, width: float) -> QTextLayout:
    layout = QTextLayout("".join(run.text for run in paragraph), font, device)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(list(_formats(paragraph)))
    layout.beginLayout()
    y = 0.0
    for _ in range(_NO_END):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout


def _formats(paragraph: list[Run]) -> Iterator[QTextLayout.FormatRange]:
    at = 0
    for run in paragraph:
        length = len(run.text.encode("utf-16-le", errors="surrogatepass")) // 2
        if run.what != "same":
            made = QTextLayout.FormatRange()
            made.start, made.length, made.format = at, length, _format(run)
            yield made
        at += length


def _format(run: Run) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(_FAINT if run.dim else _GONE if run.what == "gone" else _NEW))
    if run.what == "gone":
        made.setFontStrikeOut(True)
    else:
        dotted, solid = QTextCharFormat.UnderlineStyle.DotLine, QTextCharFormat.UnderlineStyle.SingleUnderline
        made.setUnderlineStyle(dotted if run.dim else solid)
        if not run.dim:
            made.setFontWeight(QFont.Weight.Bold)
    return made
