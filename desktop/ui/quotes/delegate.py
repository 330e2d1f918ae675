"""Painting of closed quote cards in the list, and their heights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.domain import Quote
from desktop.ui import theme
from desktop.ui.quotes.model import Role
from desktop.ui.widgets import card_painting as paint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from desktop.domain import QuoteId

# Around a card inside its row, in pixels.
SIDE, ABOVE = 8, 4
# What a card's height was measured for: words, speaker do not matter to it, labels do.
_Key = tuple["QuoteId", int, int, str]


class CardDelegate(QStyledItemDelegate):
    """Paints a quote as a card: words in serif, speaker, paragraph, status as shape, word and colour."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fonts = paint.Fonts.made()
        self._heights: dict[_Key, int] = {}

    def set_fonts(self, fonts: paint.Fonts) -> None:
        self.fonts = fonts
        self._heights.clear()

    def height(self, quote: Quote, found: Sequence[str], width: int) -> int:
        """Return the height of a row, in pixels, for cards of this width; kept for the next time."""
        labels = paint.pressing(quote, found)
        key = (quote.id, width, quote.span.end - quote.span.start, "·".join(labels))
        if key not in self._heights:
            self._heights[key] = self._measure(quote, labels, width)
        return self._heights[key]

    def _measure(self, quote: Quote, labels: Sequence[str], width: int) -> int:
        inner = width - paint.PAD_LEFT - paint.PAD_RIGHT
        words = paint.words_of(quote, self.fonts, inner).height
        extra = paint.place_labels(labels, self.fonts, inner)[1]
        height = words + paint.GAP + paint.meta_height(self.fonts) + (extra + paint.GAP if labels else 0)
        return round(height) + paint.PAD_TOP + paint.PAD_BOTTOM + 2 * ABOVE

    def heading_height(self) -> int:
        """Return the room above the first card of a group, in pixels."""
        return round(QFontMetricsF(self.fonts.bold).lineSpacing()) + 12

    def guess(self, quote: Quote, width: int) -> int:
        """Return a height that is likely right and costs nothing, for rows far from sight."""
        letters = max(10, (width - 25) // 8)
        lines = min(paint.MAX_LINES, 1 + len(quote.text) // letters)
        return int(lines * 20 + paint.GAP + 20 + 2 * paint.PAD_TOP + 2 * ABOVE)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        quote: Quote = index.data(Role.QUOTE)
        found = index.data(Role.LABELS)
        above = self.heading_height() if index.data(Role.HEADING) else 0
        return QSize(option.rect.width(), self.height(quote, found, option.rect.width() - 2 * SIDE) + above)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        quote = index.data(Role.QUOTE)
        if not isinstance(quote, Quote):
            return
        heading = index.data(Role.HEADING)
        top = self.heading_height() if heading else 0
        card = QRectF(option.rect).adjusted(SIDE, ABOVE + top, -SIDE, -ABOVE)
        if heading:
            self._paint_heading(painter, QRectF(option.rect).adjusted(SIDE + 3, 0, -SIDE, 0), heading)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        paint.draw_frame(painter, card, quote.status, chosen=chosen, focused=focused)
        self._fill(painter, card, quote, paint.pressing(quote, index.data(Role.LABELS)))
        painter.restore()

    def _paint_heading(self, painter: QPainter, row: QRectF, heading: str) -> None:
        line = QRectF(row.left(), row.top(), row.width(), self.heading_height())
        painter.save()
        painter.setFont(self.fonts.bold)
        painter.setPen(theme.current().colour("text"))
        words = QFontMetricsF(self.fonts.bold).elidedText(heading, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, words)
        painter.restore()

    def _fill(self, painter: QPainter, card: QRectF, quote: Quote, labels: Sequence[str]) -> None:
        inner = card.adjusted(paint.PAD_LEFT, paint.PAD_TOP, -paint.PAD_RIGHT, -paint.PAD_BOTTOM)
        lines = paint.words_of(quote, self.fonts, inner.width())
        painter.setPen(theme.current().colour("text"))
        lines.draw(painter, inner.topLeft())
        y = inner.top() + lines.height + paint.GAP
        meta = QRectF(inner.left(), y, inner.width(), paint.meta_height(self.fonts))
        paint.draw_meta(painter, meta, quote, self.fonts)
        paint.draw_labels(painter, QPointF(inner.left(), meta.bottom() + paint.GAP), labels, self.fonts, inner.width())
