"""List view of quote cards: their drawing, scrolling, selection, keys, the open card over the chosen row."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    QTimer,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.domain import Quote, Status
from desktop.translation import tr
from desktop.ui import theme
from desktop.ui.quotes.card.evidence_links import dropped_urls
from desktop.ui.quotes.model import Role
from desktop.ui.widgets import card_painting as paint
from desktop.ui.widgets.basics import calm
from desktop.ui.widgets.row_pictures import RowPictures
from desktop.ui.widgets.verdict_buttons import is_cannot_confirm_key, status_for_key

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from PySide6.QtGui import (
        QContextMenuEvent,
        QDragEnterEvent,
        QDragLeaveEvent,
        QDragMoveEvent,
        QDropEvent,
        QPaintEvent,
        QResizeEvent,
    )

    from desktop.domain import QuoteId
    from desktop.ui.quotes.card.quote_card import QuoteCard
    from desktop.ui.quotes.model import QuoteModel


# Around a card inside its row, in pixels.
SIDE, ABOVE = 8, 4
# What a card's height was measured for: words, speaker do not matter to it, labels do.
_Key = tuple["QuoteId", int, int, str]
# So many rows are measured at once; the rest is guessed and measured while the window is idle.
_AT_ONCE = 24
_SLICE = 0.005  # seconds of that in one turn
_BAR_WIDTH = 10


@dataclass(frozen=True, slots=True)
class _Shown:
    """All that a row shows."""

    quote: Quote
    labels: tuple[str, ...]
    heading: str
    chosen: bool
    focused: bool


def _runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last of each run of rows that follow each other."""
    for _, numbered in groupby(enumerate(sorted(rows)), key=lambda each: each[1] - each[0]):
        run = [row for _, row in numbered]
        yield run[0], run[-1]


class CardDelegate(QStyledItemDelegate):
    """Paints a quote as a card: words in serif, speaker, paragraph, status as shape, word and colour."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fonts = paint.Fonts.of_zoom()
        self._heights: dict[_Key, int] = {}
        self._pictures = RowPictures()

    def set_fonts(self, fonts: paint.Fonts) -> None:
        self.fonts = fonts
        self._heights.clear()
        self._pictures.forget()

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

    def guesses(self, quotes: Iterable[Quote], width: int) -> list[int]:
        """Return heights that are likely right and cost nothing, for rows far from sight."""
        letters = max(10, (width - 25) // 8)
        most, rest = paint.MAX_LINES, paint.GAP + 20 + 2 * paint.PAD_TOP + 2 * ABOVE
        return [min(most, 1 + len(quote.text) // letters) * 20 + rest for quote in quotes]

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
        state, flag = option.state, QStyle.StateFlag
        chosen, focused = bool(state & flag.State_Selected), bool(state & flag.State_HasFocus)
        shown = _Shown(quote, index.data(Role.LABELS), index.data(Role.HEADING), chosen=chosen, focused=focused)
        key = (shown, theme.current().dark)
        ground = theme.current().colour("ground")
        self._pictures.draw(painter, option.rect, key, ground, lambda own, rect: self._paint_row(own, rect, shown))

    def _paint_row(self, painter: QPainter, rect: QRect, shown: _Shown) -> None:
        top = self.heading_height() if shown.heading else 0
        card = QRectF(rect).adjusted(SIDE, ABOVE + top, -SIDE, -ABOVE)
        if shown.heading:
            self._paint_heading(painter, QRectF(rect).adjusted(SIDE + 3, 0, -SIDE, 0), shown.heading)
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # words run as their letters do
        paint.draw_frame(painter, card, shown.quote.status, chosen=shown.chosen, focused=shown.focused)
        self._fill(painter, card, shown.quote, paint.pressing(shown.quote, shown.labels))
        painter.restore()

    def _paint_heading(self, painter: QPainter, row: QRectF, heading: str) -> None:
        line = QRectF(row.left(), row.top(), row.width(), self.heading_height())
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # words run as their letters do
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


class QuoteList(QTableView):
    """One card a row; the chosen quote's row holds the open card.

    Signals:
        selection_moved(): other rows are selected
        status_pressed(object): V, D or U, as a Status
        could_not_confirm(): Shift+U
        evidence_requested(): E: the place in the sources as evidence
        dropped(object, object): files and links (QUrls) on a quote
        note_requested(), speaker_requested(), kind_requested(): Enter, F2, T
        delete_requested(), copy_requested(): Del, Ctrl+C
        menu_requested(QPoint): a context menu at this global position
    """

    selection_moved = Signal()
    status_pressed = Signal(object)
    could_not_confirm = Signal()
    note_requested = Signal()
    evidence_requested = Signal()
    dropped = Signal(object, object)
    speaker_requested = Signal()
    kind_requested = Signal()
    delete_requested = Signal()
    copy_requested = Signal()
    menu_requested = Signal(QPoint)

    def __init__(self, model: QuoteModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("quote-list")
        self.setAccessibleName(tr("Quotes"))
        self.quotes = model
        self.card: QuoteCard | None = None
        self.cards = CardDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self.cards)
        self._open_row = -1
        self._unmeasured = 0
        self._width = 0
        self._drop_row = -1  # the card over which something is dragged
        self._sheet = ""
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._measure_some)
        self._set_up()
        self.selectionModel().selectionChanged.connect(self.selection_moved)
        self.verticalScrollBar().valueChanged.connect(self._place_card)
        model.modelReset.connect(self._after_reset)
        model.rowsRemoved.connect(self._after_removal)
        model.dataChanged.connect(self._measure_again)

    def _set_up(self) -> None:
        calm(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        self.setWordWrap(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalScrollBar().setFixedWidth(_BAR_WIDTH)
        self.verticalScrollBar().setSingleStep(24)
        self._apply_theme()

    def set_fonts(self, zoom: int) -> None:
        from desktop.ui.widgets.card_painting import Fonts

        self.cards.set_fonts(Fonts.of_zoom(zoom))
        self._measure()

    # -- heights ---------------------------------------------------------------------------------------------------

    def card_width(self) -> int:
        return max(80, self._width - 2 * SIDE)

    def _after_reset(self) -> None:
        self._open_row = -1
        if self.card is not None:
            self.card.hide()
        self._measure()

    def _after_removal(self) -> None:
        """Rows have moved up; whoever removed some opens the card where its row is now."""
        self._open_row = -1

    def _measure(self) -> None:
        """Give every row its height: the first ones exactly, the others as guessed until there is time."""
        self._width = max(120, self.width() - _BAR_WIDTH + 5)
        if self.card is not None:
            self.card.take_width(self.card_width())
        shown = self.quotes.shown
        heights = self.cards.guesses(shown, self.card_width())
        for row in self.quotes.headed_rows:
            heights[row] += self.cards.heading_height()
        heights[:_AT_ONCE] = map(self._height, range(min(_AT_ONCE, len(shown))))
        header = self.verticalHeader()
        with QSignalBlocker(header):
            header.setUpdatesEnabled(False)
            for row, height in enumerate(heights):
                header.resizeSection(row, height)
            header.setUpdatesEnabled(True)
        if self.quotes.rowCount():
            self.horizontalHeader().resizeSection(0, self._width)
        self._unmeasured = _AT_ONCE
        if len(shown) > _AT_ONCE:
            self._idle.start()
        else:
            self._idle.stop()
        self._size_open_row()
        self.updateGeometries()
        self._place_card()
        self.viewport().update()

    def _height(self, row: int) -> int:
        quote = self.quotes.shown[row]
        return self.cards.height(quote, self.quotes.labels_of(quote), self.card_width()) + self._above(row)

    def _above(self, row: int) -> int:
        """Return the room that a heading takes above the card of a row, in pixels."""
        return self.cards.heading_height() if self.quotes.heading(row) else 0

    def _measure_some(self) -> None:
        """Measure the next rows exactly; what is on the screen stays where it is."""
        self._hold_still(self.rowAt(0), self._measure_for_a_while)

    def _measure_for_a_while(self) -> None:
        until = monotonic() + _SLICE
        while self._unmeasured < len(self.quotes.shown):
            self._resize_rows([self._unmeasured])
            self._unmeasured += 1
            if monotonic() > until:
                return
        self._idle.stop()

    def _resize_rows(self, rows: Collection[int]) -> None:
        for row in rows:
            if row != self._open_row:
                self.setRowHeight(row, self._height(row))

    def _measure_again(self, first: QModelIndex, last: QModelIndex) -> None:
        if last.row() - first.row() >= _AT_ONCE:
            self._hold_still(self.rowAt(0), self._measure)
        else:
            self._hold_still(self.rowAt(0), lambda: self._resize_rows(range(first.row(), last.row() + 1)))

    def _hold_still(self, row: int, change: Callable[[], None]) -> None:
        """Make a change of heights without moving this row on the screen."""
        before = self.rowViewportPosition(row) if row >= 0 else 0
        change()
        self.updateGeometries()
        if row >= 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.rowViewportPosition(row) - before)
        self._place_card()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._width != max(120, self.width() - _BAR_WIDTH + 5):
            self._measure()
        self._place_card()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._apply_theme()

    def _apply_theme(self) -> None:
        """Cards show by their frame that they are chosen; the row behind them stays as it is."""
        colours = theme.current()
        sheet = f"""
        #quote-list {{ selection-background-color: transparent; }}
        QScrollBar:vertical {{ background: transparent; width: {_BAR_WIDTH}px; margin: 0; }}
        QScrollBar::handle:vertical {{ background: {colours.edge}; border-radius: 4px; min-height: 28px; margin: 1px; }}
        QScrollBar::handle:vertical:hover {{ background: {colours.faint}; }}
        QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical {{ height: 0; }}
        QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical {{ background: transparent; }}
        """
        if sheet != self._sheet:
            self._sheet = sheet
            self.setStyleSheet(sheet)
        self.viewport().update()

    # -- the open card ---------------------------------------------------------------------------------------------

    def set_card(self, card: QuoteCard) -> None:
        """Take the widget that opens over the chosen row."""
        self.card = card
        card.setParent(self.viewport())
        card.hide()
        card.resized.connect(self._card_resized)

    def open_card(self, row: int) -> None:
        """Open the card over a row, or close it (-1); the row stays where it was clicked."""
        if self.card is None:
            return
        former, self._open_row = self._open_row, row
        self.card.setVisible(row >= 0)

        def change() -> None:
            if 0 <= former < len(self.quotes.shown) and former != row:
                self._resize_rows([former])
            self._size_open_row()

        self._hold_still(row if row >= 0 else self.rowAt(0), change)
        if row >= 0:
            self.bring_in(row)

    @property
    def open_row(self) -> int:
        return self._open_row

    def keep_card_over(self, quote_id: QuoteId | None) -> None:
        """Open the card where this quote's row is now."""
        if quote_id is not None and self._open_row != self.quotes.row_of(quote_id):
            self.open_card(self.quotes.row_of(quote_id))

    def _card_resized(self) -> None:
        """What is found out later makes the card higher: it stays whole in sight if it was, and goes where it was."""
        if self._open_row >= 0:
            rect = self.visualRect(self.quotes.index(self._open_row))
            whole = rect.top() >= 0 and rect.bottom() < self.viewport().height()
            self._size_open_row()
            self.updateGeometries()
            self._place_card()
            if whole:
                self.bring_in(self._open_row)

    def _size_open_row(self) -> None:
        if self.card is not None and 0 <= self._open_row < len(self.quotes.shown):
            height = self.card.height_for(self.card_width()) + 2 * ABOVE
            self.setRowHeight(self._open_row, height + self._above(self._open_row))

    def _place_card(self) -> None:
        if self.card is None or not 0 <= self._open_row < len(self.quotes.shown):
            return
        rect = self.visualRect(self.quotes.index(self._open_row))
        self.card.setGeometry(rect.adjusted(SIDE, ABOVE + self._above(self._open_row), -SIDE, -ABOVE))

    def bring_in(self, row: int) -> None:
        """Scroll as little as needed to show a row whole, or its beginning if it is higher than the list."""
        top, height = self.rowViewportPosition(row), self.rowHeight(row)
        below = top + height - self.viewport().height()
        bar = self.verticalScrollBar()
        if top < 0:
            bar.setValue(bar.value() + top)
        elif below > 0:
            bar.setValue(bar.value() + min(below, top))

    # -- selection -------------------------------------------------------------------------------------------------

    def selected_rows(self) -> list[int]:
        selection = self.selectionModel().selection()
        ranges = [selection.at(number) for number in range(selection.count())]
        return sorted({row for each in ranges for row in range(each.top(), each.bottom() + 1)})

    def selected_quotes(self) -> list[Quote]:
        return [self.quotes.shown[row] for row in self.selected_rows()]

    def choose(self, ids: Collection[QuoteId], current: QuoteId | None = None) -> None:
        """Select the rows of these quotes, as far as they are shown."""
        rows = [row for row in (self.quotes.row_of(quote_id) for quote_id in ids) if row >= 0]
        model = self.selectionModel()
        if not rows:
            model.clear()
            return
        model.clearSelection()
        lead = self.quotes.row_of(current) if current is not None else -1
        flag = QItemSelectionModel.SelectionFlag
        model.setCurrentIndex(self.quotes.index(lead if lead >= 0 else rows[0]), flag.NoUpdate)
        chosen = QItemSelection()
        for first, last in _runs(rows):
            chosen.select(self.quotes.index(first), self.quotes.index(last))
        model.select(chosen, flag.Select | flag.Rows)

    # -- events ----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        status = status_for_key(event)
        signal = self._signal_for(event)
        if status is Status.UNVERIFIED and is_cannot_confirm_key(event):
            self.could_not_confirm.emit()
        elif status is not None:
            self.status_pressed.emit(status)
        elif signal is not None:
            signal.emit()
        else:
            super().keyPressEvent(event)

    def _signal_for(self, event: QKeyEvent) -> SignalInstance | None:
        if event.matches(QKeySequence.StandardKey.Copy):
            return self.copy_requested
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        signals = {
            Qt.Key.Key_Return: self.note_requested,
            Qt.Key.Key_Enter: self.note_requested,
            Qt.Key.Key_E: self.evidence_requested,
            Qt.Key.Key_F2: self.speaker_requested,
            Qt.Key.Key_T: self.kind_requested,
            Qt.Key.Key_Delete: self.delete_requested,
        }
        return signals.get(event.key())  # type: ignore[call-overload, no-any-return]  # Qt gives a number

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End go to the ends of the list; a table would go to the ends of the row."""
        ends = {self.CursorAction.MoveHome: 0, self.CursorAction.MoveEnd: self.model().rowCount() - 1}
        if action in ends and self.model().rowCount():
            return self.model().index(ends[action], 0)
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:
        """Letters mark here; they do not jump."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        from PySide6.QtGui import QContextMenuEvent as Asked

        rows = self.selected_rows()
        if event.reason() == Asked.Reason.Keyboard and rows:
            self.menu_requested.emit(self.viewport().mapToGlobal(self.visualRect(self.quotes.index(rows[0])).center()))
        elif self.indexAt(event.pos()).isValid() or event.reason() == Asked.Reason.Keyboard:
            self.menu_requested.emit(event.globalPos())

    # -- files and links that are dropped --------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is not self and dropped_urls(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        row = self.indexAt(event.position().toPoint()).row()
        if row != self._drop_row:
            self._drop_row = row
            self.viewport().update()
        event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._drop_row = -1
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        """A file or link on a card is evidence of its quote; anywhere else it is what it is for the window."""
        self._drop_row = -1
        self.viewport().update()
        row, urls = self.indexAt(event.position().toPoint()).row(), dropped_urls(event.mimeData())
        if row >= 0 and not any(url.path().endswith(".desk") for url in urls):
            event.acceptProposedAction()
            self.dropped.emit(self.quotes.shown[row], urls)
        else:
            QCoreApplication.sendEvent(self.window(), event)

    def focusInEvent(self, event: QEvent) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]  # Qt hands a QFocusEvent
        self._repaint_open()

    def focusOutEvent(self, event: QEvent) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]  # Qt hands a QFocusEvent
        self._repaint_open()

    def _repaint_open(self) -> None:
        if self.card is not None:
            self.card.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if 0 <= self._drop_row < len(self.quotes.shown):
            painter = QPainter(self.viewport())
            painter.setPen(QPen(theme.current().colour("accent"), 2))
            painter.drawRect(self.visualRect(self.quotes.index(self._drop_row)).adjusted(1, 1, -2, -2))
            painter.end()
        if self.hasFocus() and not self.selectionModel().hasSelection():
            painter = QPainter(self.viewport())
            painter.setPen(theme.current().colour("accent"))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
            painter.end()
