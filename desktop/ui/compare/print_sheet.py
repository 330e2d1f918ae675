"""Printed comparison: its head, paragraphs with marks and alerts, written as HTML or PDF or drawn on a printer's pages.

No text is taken for markup here, and no more than one paragraph is laid out by Qt at once: that leaves the window free
while another thread writes, and a text of any length takes the same memory.
"""

from __future__ import annotations

import errno
from dataclasses import dataclass
from html import escape
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
from desktop.translation import Text, shown, tr, tr_n
from desktop.ui.compare.layout.change_steps import ChangeSteps, Filter
from desktop.ui.compare.layout.descriptions import share_alike, short
from desktop.ui.compare.layout.marked_text import Run, runs, woven

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtGui import QPagedPaintDevice

    from desktop.domain import Version
    from desktop.text.changes import Alert, Comparison
    from desktop.text.ignore_rules.rules import Rules
    from desktop.ui.session.session import Session

_IGNORES = {
    "case": Text("upper and lower case"),
    "punctuation": Text("punctuation"),
    "numbers": Text("numbers"),
    "white_space": Text("white space"),
    "typography": Text("typography"),
}
_APART = Run("\u2009", "same")  # between struck words and those that stand instead
_FILTERED = {Filter.MOVED: Text("moved passages"), Filter.ALERTS: Text("changes with an alert")}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A comparison as it is printed; made at once, so that it may be written on another thread."""

    desk: str  # the name of the desk
    when: str
    a: Version
    b: Version
    comparison: Comparison
    rules: Rules
    filtered: Filter = Filter.ALL  # what the window shows

    @property
    def title(self) -> str:
        """The line on top of every page."""
        return f"{self.desk} · A: {_titled(self.a)} ↔ B: {_titled(self.b)}"

    def head(self) -> list[str]:
        """Return what is compared, how, and what is not marked, a line each."""
        return [
            tr("Desk: {desk} · printed {when}", desk=self.desk, when=self.when),
            f"A: {_named(self.a)}",
            f"B: {_named(self.b)}",
            self._counts(),
            *self._left_out(),
        ]

    def _counts(self) -> str:
        comparison = self.comparison
        number = len(ChangeSteps(comparison).numbers(Filter.ALL))
        changes = tr_n("{count} change", "{count} changes", number)
        alerts = tr_n("{count} alert", "{count} alerts", len(comparison.alerts))
        return f"{share_alike(comparison)} · {changes} · {alerts}. {shown(comparison.why)}"

    def _left_out(self) -> Iterator[str]:
        steps = ChangeSteps(self.comparison)
        ignored = len(steps.numbers(Filter.IGNORED))
        ignored_classes = [str(words) for name, words in _IGNORES.items() if getattr(self.rules, name)]
        ignored_classes += [tr("the pattern {pattern}", pattern=pattern) for pattern in self.rules.patterns]
        if ignored_classes:
            yield tr("Ignored by rule: {what}.", what=", ".join(ignored_classes))
            if ignored:
                yield tr_n(
                    "{count} change ignored so, dimmed here.", "{count} changes ignored so, dimmed here.", ignored
                )
        typography = len(steps.numbers(Filter.TYPOGRAPHY))
        if typography:
            yield tr_n(
                "Not marked here: {count} difference of typography or white space.",
                "Not marked here: {count} differences of typography or white space.",
                typography,
            )
        if self.filtered in _FILTERED:
            listed = _FILTERED[self.filtered]
            yield tr("The window listed only {what}; here every change is marked.", what=listed)

    def paragraphs(self) -> Iterator[list[Run]]:
        """Yield the paragraphs of both texts in one, with nothing folded away."""
        texts = {"a": self.a.text, "b": self.b.text}
        runs_ = runs(woven(self.a, self.b, self.comparison), texts, self.comparison)
        paragraph: list[Run] = []
        for run in runs_:
            if run.what == "new" and paragraph and paragraph[-1].what == "gone":
                paragraph.append(_APART)
            first, *more = run.text.split("\n")
            paragraph.append(run._replace(text=first))
            for part in more:
                yield from _if_not_blank(paragraph)
                paragraph = [run._replace(text=part)]
        yield from _if_not_blank(paragraph)

    def alerts(self) -> list[str]:
        """Return the alerts, most pressing first, a line each."""
        return [
            f"{_kind(alert)}: {_quoted(alert.a_text)} → {_quoted(alert.b_text)}. {shown(alert.why)}"
            for alert in self.comparison.alerts
        ]


def legend() -> tuple[Run, ...]:
    """Return how words are drawn that only one text has."""
    return (
        Run(tr("only in A"), "gone"),
        Run(tr("only in B"), "new"),
        Run(tr("only in A, ignored"), "gone", dim=True),
        Run(tr("only in B, ignored"), "new", dim=True),
    )


def sheet_of(session: Session, filtered: Filter) -> Sheet | None:
    """Return the comparison on the session as it is printed, or None where there is none."""
    desk, a, b, comparison = session.desk, session.pair.a, session.pair.b, session.pair.comparison
    if desk is None or a is None or b is None or comparison is None:
        return None
    from desktop.text.ignore_rules.rules import Rules

    when = desk.now().astimezone().strftime("%Y-%m-%d %H:%M %z")
    return Sheet(desk.path.stem, when, a, b, comparison, session.pair.rules or Rules(), filtered)


def _kind(alert: Alert) -> str:
    return tr(alert.kind.value).capitalize()


def _quoted(text: str) -> str:
    return f"“{short(text)}”" if text.strip() else tr("nothing")


def _if_not_blank(paragraph: list[Run]) -> Iterator[list[Run]]:
    filled = [run for run in paragraph if run.text]
    if any(run.text.strip() for run in filled):
        yield filled


def _titled(version: Version) -> str:
    meta = version.info.metadata
    return short(f"{meta.outlet}: {meta.title}" if meta.outlet else meta.title or tr("Untitled"), 60)


def _named(version: Version) -> str:
    meta = version.info.metadata
    parts = (
        meta.title or tr("Untitled"),
        meta.outlet or tr("outlet not given"),
        meta.published or tr("date not given"),
        tr("version {number}", number=version.info.number),
        f"SHA-256 {version.info.text_sha256}",
    )
    return " · ".join(parts)


_PAGE = """<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title><style>
body {{ font-family: Georgia, serif; font-size: 11pt; color: #000; background: #fff;
  max-width: 46em; margin: 2em auto; }}
h1 {{ font-size: 14pt; }} h2 {{ font-size: 12pt; }} p {{ overflow-wrap: anywhere; white-space: pre-wrap; }}
.head {{ color: #444; font-size: 9pt; }}
.gone {{ color: #8a3800; text-decoration: line-through; }}
.new {{ color: #0b3d91; text-decoration: underline; font-weight: bold; }}
.dim {{ color: #62656b; font-weight: normal; text-decoration-style: dotted; }}
</style></head><body><h1>{heading}</h1>
{head}
{body}
{alerts}</body></html>
"""


def html(sheet: Sheet) -> str:
    """Return a sheet as one page of HTML; every word that is not ours is escaped."""
    signs = " · ".join(map(_html, legend()))
    head = "\n".join(f'<p class="head">{escape(line)}</p>' for line in sheet.head())
    body = "\n".join(f'<p dir="auto">{"".join(map(_html, paragraph))}</p>' for paragraph in sheet.paragraphs())
    alerts = "".join(f"<p>{escape(line)}</p>" for line in sheet.alerts())
    return _PAGE.format(
        language=escape(sheet.b.info.language or "en"),
        title=escape(sheet.title),
        heading=escape(tr("Comparison")),
        head=f'{head}\n<p class="head">{signs}</p>',
        body=body,
        alerts=f"<h2>{escape(tr('Alerts'))}</h2>{alerts}" if alerts else "",
    )


def _html(run: Run) -> str:
    tag = {"gone": "del", "new": "ins"}.get(run.what)
    if tag is None:
        return escape(run.text)
    return f'<{tag} class="{run.what}{" dim" if run.dim else ""}">{escape(run.text)}</{tag}>'


_GONE, _NEW, _FAINT = "#8a3800", "#0b3d91", "#62656b"  # paper is white, whatever the window is
_DPI = 300
_LONGEST = 8_000  # code points in one layout
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
        raise VerbatimError(
            tr("{name} could not be written: {why}.", name=out.name, why=error.strerror or error)
        ) from error


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
        raise VerbatimError(tr("The pages could not be begun; is there room on the disk, and is the printer on?"))
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
    yield [Run(tr("Comparison"), "same")], 15.0, False
    for line in sheet.head():
        yield [Run(line, "same")], 8.5, True
    yield [part for each in legend() for part in (each, Run("   ", "same"))], 8.5, False
    for paragraph in sheet.paragraphs():
        for part in _parts(paragraph):
            yield part, 10.5, False
    alerts = sheet.alerts()
    if alerts:
        yield [Run(tr("Alerts"), "same")], 12.5, False
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
        number = tr("page {number}", number=self.number)
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
        layout = _line_layout(paragraph, font, self._device, self._width)
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


def _line_layout(paragraph: list[Run], font: QFont, device: QPagedPaintDevice, width: float) -> QTextLayout:
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
            span_format = QTextLayout.FormatRange()
            span_format.start, span_format.length, span_format.format = at, length, _format(run)
            yield span_format
        at += length


def _format(run: Run) -> QTextCharFormat:
    char_format = QTextCharFormat()
    char_format.setForeground(QColor(_FAINT if run.dim else _GONE if run.what == "gone" else _NEW))
    if run.what == "gone":
        char_format.setFontStrikeOut(True)
    else:
        dotted, solid = QTextCharFormat.UnderlineStyle.DotLine, QTextCharFormat.UnderlineStyle.SingleUnderline
        char_format.setUnderlineStyle(dotted if run.dim else solid)
        if not run.dim:
            char_format.setFontWeight(QFont.Weight.Bold)
    return char_format
