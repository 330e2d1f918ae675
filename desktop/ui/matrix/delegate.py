"""How is a cell of the view of quotes across versions painted, and how high is its row?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem

from desktop.text.statements import CellKind
from desktop.ui import theme
from desktop.ui.articles.delegate import bold, small
from desktop.ui.matrix.readings import Reading, present, speaker_line
from desktop.ui.matrix.tips import short
from desktop.ui.quotes.paint import Lines

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from desktop.domain import Quote
    from desktop.text.statements import Row
    from desktop.ui.matrix.model import Index, MatrixModel

PAD = 8
_EDGE = 6  # beside a pill
_INSET = 5  # inside it
_LINES = 3
_LABEL_LINES = 2
_LAID_OUT = 400  # code points of a statement of which the first lines are broken
_KEPT = 6000  # broken texts that are remembered
_CHIP = 24  # width of a status sign
_SIGNS = 3  # status signs in one cell

# A shape before the word, so that the kind reads without colour.
LOOK = {
    CellKind.SAME: ("=", "verified"),
    CellKind.WORDS: ("~", "new"),
    CellKind.SHORTENED: ("⊂", "moved"),
    CellKind.LONGER: ("⊃", "new"),
    CellKind.ALTERED: ("!", "disputed"),
    CellKind.BROKEN: ("”", "alert"),
}


@dataclass(frozen=True)
class Fonts:
    """The fonts of the table, made once for each size of the program's font."""

    words: QFont
    plain: QFont
    fine: QFont
    strong: QFont

    @classmethod
    def made(cls) -> Fonts:
        plain = QApplication.font()
        return cls(theme.reading_font(95), plain, small(plain), bold(small(plain)))


class MatrixDelegate(QStyledItemDelegate):
    """Paint words and speaker in the first column, kind and status in the others."""

    def __init__(self, model: MatrixModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._fonts: Fonts | None = None
        self._broken: dict[tuple[str, str, int, int], Lines] = {}
        self.row = -1  # the current cell
        self.column = -1
        self.focused = False

    @property
    def fonts(self) -> Fonts:
        if self._fonts is None or self._fonts.plain != QApplication.font():
            self._fonts = Fonts.made()
            self._broken.clear()
        return self._fonts

    def lines(self, text: str, font: QFont, width: int, limit: int) -> Lines:
        """Break a text, or take it from memory."""
        key = (text, font.key(), width, limit)
        found = self._broken.get(key)
        if found is None:
            if len(self._broken) >= _KEPT:
                self._broken.clear()
            found = self._broken[key] = Lines(text, font, width, limit)
        return found

    # -- sizes -----------------------------------------------------------------------------------------------------

    def height(self, row: Row, first: int, other: int) -> int:
        """Return the height of a row whose first column is `first` pixels wide and the others `other`.

        Cells that nobody has looked at yet count as one line.
        """
        told = self._model.readings_known(row)
        labels = [
            self._label(reading, other - 2 * _EDGE) for reading in told if reading.kind not in (CellKind.ABSENT, None)
        ]
        label = max((lines.height for lines in labels), default=QFontMetrics(self.fonts.strong).lineSpacing() + 1)
        cell = 8 + label + 4 + 5 + QFontMetrics(self.fonts.strong).lineSpacing() + 4 + 8
        fine = QFontMetrics(self.fonts.fine).lineSpacing()
        extra = fine + 4 if self._model.suggested(row) else 0
        statement = 8 + self._words(row, first - 2 * PAD).height + 2 + fine + extra + 9
        return round(max(cell, statement))

    def full_height(self) -> int:
        """Return the height that holds any row."""
        words, fine = (QFontMetrics(font).lineSpacing() for font in (self.fonts.words, self.fonts.fine))
        return _LINES * (words + 1) + 2 * fine + 26

    def _words(self, row: Row, width: int) -> Lines:
        return self.lines(f"“{short(row.base.text, _LAID_OUT)}”", self.fonts.words, width, _LINES)

    def _label(self, reading: Reading, width: int) -> Lines:
        sign = LOOK[reading.kind][0]
        return self.lines(f"{sign}\u202f{reading.label}", self.fonts.strong, width - 2 * _INSET, _LABEL_LINES)

    # -- painting --------------------------------------------------------------------------------------------------

    def _paint_statement(self, painter: QPainter, rect: QRect, row: Row) -> None:
        colours = theme.current()
        inner = rect.adjusted(PAD, 8, -PAD, -6)
        lines = self._words(row, inner.width())
        painter.setPen(colours.colour("text"))
        lines.draw(painter, QPointF(inner.topLeft()))
        top = inner.top() + round(lines.height) + 2
        painter.setPen(colours.colour("faint"))
        speaker = self.lines(speaker_line(row), self.fonts.fine, inner.width(), 1)
        speaker.draw(painter, QPointF(inner.left(), top))
        self._paint_suggested(painter, QRect(inner.left(), top + round(speaker.height) + 2, inner.width(), 0), row)

    def _paint_suggested(self, painter: QPainter, rect: QRect, row: Row) -> None:
        found = self._model.suggested(row)
        if not found:
            return
        more = f" (+{len(found) - 1})" if len(found) > 1 else ""
        said = f"≈ Perhaps the same{more}: “{short(found[0].other.text, 120)}”"
        painter.setPen(theme.current().colour("moved"))
        self.lines(said, self.fonts.fine, rect.width(), 1).draw(painter, QPointF(rect.topLeft()))

    def _paint_cell(self, painter: QPainter, rect: QRect, reading: Reading, quotes: list[Quote]) -> None:
        colours = theme.current()
        inner = rect.adjusted(_EDGE, 8, -_EDGE - 1, -6)
        if reading.kind is CellKind.ABSENT:
            painter.setPen(colours.colour("faint"))
            painter.setFont(self.fonts.plain)
            painter.drawText(inner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, "—")
            return
        colour = LOOK[reading.kind][1]
        lines = self._label(reading, inner.width())
        pill = QRect(inner.left(), inner.top(), inner.width(), round(lines.height) + 4)
        edge = colours.colour(colour)
        edge.setAlphaF(0.3)
        painter.setPen(edge)
        painter.setBrush(colours.colour(f"{colour}_ground"))
        painter.drawRoundedRect(QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(colours.colour(colour))
        lines.draw(painter, QPointF(pill.left() + _INSET, pill.top() + 2))
        self._paint_statuses(painter, pill, quotes)

    def _paint_statuses(self, painter: QPainter, pill: QRect, quotes: list[Quote]) -> None:
        colours = theme.current()
        painter.setFont(self.fonts.strong)
        height = QFontMetrics(self.fonts.strong).lineSpacing() + 3
        left = pill.left()
        for quote in quotes[:_SIGNS]:
            chip = QRect(left, pill.bottom() + 5, _CHIP, height)
            edge = colours.status(quote.status)
            edge.setAlphaF(0.3)
            painter.setPen(edge)
            painter.setBrush(colours.status_ground(quote.status))
            painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), height / 2, height / 2)
            painter.setPen(colours.status(quote.status))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, theme.STATUS_SIGN[quote.status])
            left += _CHIP + 3
        if len(quotes) > _SIGNS:
            rest = QRect(left, pill.bottom() + 5, pill.right() - left, height)
            painter.setPen(colours.colour("faint"))
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, f"+{len(quotes) - _SIGNS}")

    def _paint_frame(self, painter: QPainter, rect: QRect, index: Index, row: Row) -> None:
        colours = theme.current()
        following = self._model.row_at(index.row() + 1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        last_shared = following is not None and present(row) > 1 and present(following) == 1
        painter.setPen(QPen(colours.colour("faint" if last_shared else "line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(colours.colour("line"))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if index.row() == self.row and index.column() == self.column:
            painter.setPen(QPen(colours.colour("accent"), 2 if self.focused else 1))
            painter.drawRect(rect.adjusted(1, 1, -2, -2) if self.focused else rect.adjusted(1, 1, -3, -3))

    # Qt

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row_at(index.row())
        if row is None:
            return
        rect: QRect = option.rect
        painter.save()
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "accent_ground" if index.row() == self.row else "ground"
        painter.fillRect(rect, theme.current().colour(ground))
        if index.column() == 0:
            self._paint_statement(painter, rect, row)
        else:
            quotes = self._model.quotes_of(row.cells[index.column() - 1])
            self._paint_cell(painter, rect, self._model.reading(row, index.column()), quotes)
        self._paint_frame(painter, rect, index, row)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(100, self.full_height())
