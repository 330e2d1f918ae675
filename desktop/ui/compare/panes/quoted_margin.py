"""Margin of a source: beside each quoted passage who prints it, how often, and with which differences."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.translation import number, tr, tr_n
from desktop.ui import theme
from desktop.ui.compare.panes.painting import boxes
from desktop.ui.widgets.basics import bold, plain_tip, small

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QFont

    from desktop.domain import Quote, Span
    from desktop.ui.compare.panes.text_pane import TextPane

_WIDTH, _NARROW = 210, 132  # pixels; the narrow one beside text that would have too little room
_ROOM = 620  # pixels of the text and its margin, below which the margin is narrow
_LINES = 5  # lines of one note; how many more there are is said
_BAR, _GAP = 3, 6
_GRAVE = "!~=—"  # signs, the gravest first
_COLOUR = {"=": "verified", "~": "text", "!": "alert", "—": "faint"}


@dataclass(frozen=True, slots=True)
class Printer:
    """One quote that prints a passage: who prints it, the sign and the words of its difference."""

    outlet: str
    sign: str
    class_words: str
    quote: Quote

    @property
    def line(self) -> str:
        return f"{self.sign} {self.outlet} · {self.class_words}"


@dataclass(frozen=True, slots=True)
class PassageNote:
    """A passage of the shown text (code points) with those who print it."""

    span: Span
    printers: tuple[Printer, ...]

    @property
    def sign(self) -> str:
        """The gravest of all."""
        return min((printer.sign for printer in self.printers), key=_GRAVE.index)

    @property
    def lines(self) -> list[tuple[str, Printer]]:
        """One line for those who print it in one way, with how often."""
        first = {printer.line: printer for printer in reversed(self.printers)}
        return [(f"{line}{self.times(printer)}", first[line]) for line, printer in self._each_way().items()]

    def times(self, printer: Printer) -> str:
        """Return how often an outlet prints it so, as “ ×2”; empty for once."""
        count = Counter(each.line for each in self.printers)[printer.line]
        return f" ×{number(count)}" if count > 1 else ""

    def _each_way(self) -> dict[str, Printer]:
        return {printer.line: printer for printer in self.printers}

    @property
    def head(self) -> str:
        return tr_n("quoted once", "quoted {count} times", len(self.printers))


class QuotedMargin(QWidget):
    """A strip beside a text pane; a click on a line shows the quote in its article.

    Signals: chosen(object): the Quote of the line that was clicked
    """

    chosen = Signal(object)

    def __init__(self, pane: TextPane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quoted-margin")
        self.setAccessibleName(tr("Who prints the passages of this source"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self._pane = pane
        self.notes: tuple[PassageNote, ...] = ()
        self._side = "a"
        self._where: dict[int, list[tuple[int, int, int]]] = {}  # block → first and last column, number of the note
        self._lines: list[tuple[QRectF, Printer]] = []  # as last drawn
        pane.verticalScrollBar().valueChanged.connect(self.update)
        pane.resized.connect(self.update)
        self.hide()

    def show_notes(self, notes: Sequence[PassageNote], side: str = "a") -> None:
        """Show notes on the page that the pane shows now; without any the margin is gone."""
        self.notes, self._side = tuple(notes), side
        self._where = {}
        for place, note in enumerate(self.notes):
            for stretch in self._pane.page.stretches(side, note.span):
                self._where.setdefault(stretch.block, []).append((stretch.start, stretch.end, place))
        self._pane.passages = {
            block: [(start, end) for start, end, _ in stretches] for block, stretches in self._where.items()
        }
        self._pane.viewport().update()
        counted = tr_n("{count} passage is quoted", "{count} passages are quoted", len(self.notes))
        self.setAccessibleDescription(counted if self.notes else "")
        self.setVisible(bool(self.notes))
        self.update()

    def note_at(self, offset: int) -> PassageNote | None:
        """Return the note on the passage that holds an offset of the text."""
        return next((note for note in self.notes if note.span.start <= offset < note.span.end), None)

    def fit(self, room: int) -> None:
        """Take a width that leaves enough to the text; `room` is that of both, in pixels."""
        self.setFixedWidth(_WIDTH if room >= _ROOM else _NARROW)

    # -- drawing ---------------------------------------------------------------------------------------------------

    def _visible(self) -> Iterator[tuple[int, float, float]]:
        """Give the notes on the screen with the top and bottom of their passage there, in pixels."""
        reach: dict[int, tuple[float, float]] = {}
        below = self._pane.viewport().y()
        for block in self._pane.visible_blocks():
            for start, end, place in self._where.get(block.number, ()):
                for box in boxes(block.block, start, end):
                    top = box.top() + block.origin.y() + below
                    former = reach.get(place, (top, top))
                    reach[place] = min(former[0], top), max(former[1], top + box.height())
        for place, (top, bottom) in reach.items():
            if bottom > 0 and top < self.height():
                yield place, top, bottom

    def _draw(self, painter: QPainter) -> None:
        colours = theme.current()
        painter.fillRect(self.rect(), colours.colour("ground"))
        metrics = QFontMetricsF(small(self.font()))
        room, free = self.width() - _BAR - 3 * _GAP, 0.0
        self._lines = []
        for place, top, bottom in self._visible():
            note = self.notes[place]
            bar = QRectF(self.width() - _BAR, top, _BAR, bottom - top)
            painter.fillRect(bar, colours.colour(_COLOUR[note.sign]))
            y = max(top, free, 2.0)
            for line, printer, font in self._lines_of(note):
                painter.setFont(font)
                painter.setPen(colours.colour(_COLOUR[printer.sign] if printer is not None else "faint"))
                shown = QFontMetricsF(font).elidedText(line, Qt.TextElideMode.ElideRight, room)
                painter.drawText(QPointF(2 * _GAP, y + metrics.ascent()), shown)
                if printer is not None:
                    self._lines.append((QRectF(0, y, self.width(), metrics.lineSpacing()), printer))
                y += metrics.lineSpacing()
            free = y + _GAP

    def _lines_of(self, note: PassageNote) -> Iterator[tuple[str, Printer | None, QFont]]:
        plain = small(self.font())
        if len(note.printers) > 1:
            yield note.head, None, bold(plain)
        lines = note.lines
        for line, printer in lines[:_LINES]:
            if self.width() > _NARROW:
                yield line, printer, plain
            else:
                yield f"{printer.sign} {printer.outlet}", printer, plain
                yield f"   {printer.class_words}{note.times(printer)}", printer, plain
        if len(lines) > _LINES:
            yield tr_n("and {count} more", "and {count} more", len(lines) - _LINES), None, plain

    def _printer_at(self, point: QPointF) -> Printer | None:
        return next((printer for box, printer in self._lines if box.contains(point)), None)

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, 100)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the strip is small and drawn whole
        with QPainter(self) as painter:
            self._draw(painter)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._printer_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        printer = self._printer_at(event.position())
        if printer is not None and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(printer.quote)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            printer = self._printer_at(QPointF(event.pos()))
            words = f"{printer.line}\n“{printer.quote.text}”" if printer is not None else ""
            QToolTip.showText(event.globalPos(), plain_tip(words), self)
            return True
        return super().event(event)
