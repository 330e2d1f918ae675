"""How is a cell of the view of quotes across versions painted?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.text.statements import Cell, CellKind, Row
from desktop.ui import theme
from desktop.ui.articles.delegate import bold, small, wrapped
from desktop.ui.matrix.model import Index, Role

if TYPE_CHECKING:
    from desktop.domain import Quote, Status

_PAD = 8
_LINES = 3

# A shape before the word, so that the kind reads without colour.
_LOOK = {
    CellKind.SAME: ("=", "verified"),
    CellKind.WORDS: ("~", "new"),
    CellKind.SHORTENED: ("⊂", "moved"),
    CellKind.LONGER: ("⊃", "new"),
    CellKind.ALTERED: ("!", "disputed"),
    CellKind.BROKEN: ("”", "alert"),
}


def row_height(font: QFont) -> int:
    """Return the height of a row: three lines of words and the speaker."""
    return _LINES * QFontMetrics(theme.reading_font()).lineSpacing() + QFontMetrics(small(font)).lineSpacing() + 20


class MatrixDelegate(QStyledItemDelegate):
    """Paint words and speaker in the first column, kind and status in the others."""

    def _paint_statement(self, painter: QPainter, rect: QRect, row: Row) -> None:
        colours = theme.current()
        inner = rect.adjusted(_PAD, 8, -_PAD, -6)
        font = theme.reading_font(95)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(colours.colour("text"))
        top = inner.top()
        for line in wrapped(f"“{' '.join(row.base.text.split())}”", font, inner.width(), _LINES):
            painter.drawText(inner.left(), top + metrics.ascent(), line)
            top += metrics.lineSpacing()
        fine = small(painter.font())
        speaker = row.statement.speaker or "Speaker not named"
        role = row.base.occurrence.role
        painter.setPen(colours.colour("faint"))
        painter.setFont(fine)
        metrics = QFontMetrics(fine)
        said = metrics.elidedText(f"{speaker}, {role}" if role else speaker, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner.left(), top + 2 + metrics.ascent(), said)

    def _paint_cell(self, painter: QPainter, rect: QRect, cell: Cell, quotes: list[Quote]) -> None:
        colours = theme.current()
        inner = rect.adjusted(_PAD, 8, -_PAD, -6)
        if cell.kind is CellKind.ABSENT:
            painter.setPen(colours.colour("faint"))
            painter.drawText(inner, Qt.AlignmentFlag.AlignTop, "—")
            return
        sign, colour = _LOOK[cell.kind]
        font = bold(small(painter.font()))
        painter.setFont(font)
        metrics = QFontMetrics(font)
        lines = wrapped(f"{sign} {cell.label}", font, inner.width() - 10, 2)
        pill = QRect(inner.left(), inner.top(), inner.width(), len(lines) * metrics.lineSpacing() + 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour(f"{colour}_ground"))
        painter.drawRoundedRect(pill, 4, 4)
        painter.setPen(colours.colour(colour))
        for number, line in enumerate(lines):
            painter.drawText(pill.left() + 5, pill.top() + 2 + number * metrics.lineSpacing() + metrics.ascent(), line)
        left = pill.left()
        for quote in quotes[:3]:
            left += self._paint_status(
                painter, QRect(left, pill.bottom() + 4, 24, metrics.lineSpacing() + 2), quote.status
            )

    @staticmethod
    def _paint_status(painter: QPainter, rect: QRect, status: Status) -> int:
        colours = theme.current()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.status_ground(status))
        painter.drawRoundedRect(rect, 8, 8)
        painter.setPen(colours.status(status))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, theme.STATUS_SIGN[status])
        return rect.width() + 4

    # Qt

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = theme.current()
        rect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(option.font)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, QColor(colours.accent_ground if chosen else colours.ground))
        cell = index.data(Role.CELL)
        if cell is None:
            self._paint_statement(painter, rect, index.data(Role.ROW))
        else:
            self._paint_cell(painter, rect, cell, index.data(Role.QUOTES))
        painter.setPen(colours.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.colour("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(100, row_height(option.font))
