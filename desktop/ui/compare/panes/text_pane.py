"""Text pane: read-only text of a page with marks drawn under and over its words, its mouse, keys and menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.domain import Span
from desktop.ui.compare.layout.page import BlockKind, Page, Piece, clean
from desktop.ui.compare.panes.lined_text import LinedText
from desktop.ui.compare.panes.painting import MarkPainter, VisibleBlock, number_box
from desktop.ui.compare.panes.quote_handles import TIP, QuoteHandles
from desktop.ui.widgets.basics import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QTextDocument
    from PySide6.QtWidgets import QMenu

    from desktop.ui.compare.layout.layers import Layers, QuoteMark


class TextPane(LinedText):
    """One page of text.

    Signals:
        touched(str, object): a click, or Enter, at this side and code-point offset
        fold_toggled(object): the note of this Fold was clicked
        partner_requested(int): the number of a moved passage was clicked; carries its change
        zoom_requested(int): the wheel turned with Ctrl: +1 or -1
    """

    touched = Signal(str, object)
    fold_toggled = Signal(object)
    partner_requested = Signal(int)
    zoom_requested = Signal(int)

    def __init__(self, name: str, *, struck: bool = False, parent: QWidget | None = None) -> None:
        self.chosen: dict[int, list[tuple[int, int]]] = {}
        self.current: dict[int, list[tuple[int, int]]] = {}
        self.matches: dict[int, list[tuple[int, int]]] = {}
        self.current_match: dict[int, list[tuple[int, int]]] = {}
        self.picked: set[int] = set()  # blocks of the passage picked to be paired
        self.tooltip_for: Callable[[TextPane, int, int], str] | None = None
        self.extend_menu: Callable[[TextPane, QMenu, tuple[int, int]], object] | None = None
        self._struck = struck
        super().__init__(name, struck=struck, parent=parent)
        self.viewport().setMouseTracking(True)
        self.handles = QuoteHandles(self)

    def show_page(self, page: Page, layers: Layers, document: QTextDocument | None = None) -> None:
        """Show another page from its top, with nothing marked but changes."""
        self._forget_marks()
        super().show_page(page, layers, document)

    def mark_page(self, page: Page, layers: Layers) -> None:
        self._forget_marks()
        super().mark_page(page, layers)

    def _forget_marks(self) -> None:
        self.chosen, self.current, self.matches, self.current_match = {}, {}, {}, {}
        self.picked = set()
        self.handles.detach()

    @property
    def quotes(self) -> dict[int, list[QuoteMark]]:
        """The quotes that are underlined, by block."""
        return self._shading.quotes

    @quotes.setter
    def quotes(self, quotes: dict[int, list[QuoteMark]]) -> None:
        self._shading.show_quotes(quotes)
        self.shade_visible()

    # -- selection -------------------------------------------------------------------------------------------------

    def put_caret(self, side: str, offset: int) -> None:
        """Move the caret to an offset without scrolling."""
        place = self.page.place(side, offset)
        if place is not None:
            top = self.verticalScrollBar().value()
            self.setTextCursor(self._cursor(*place))
            self.verticalScrollBar().setValue(top)

    def _cursor(self, block: int, column: int) -> QTextCursor:
        cursor = QTextCursor(self.document().findBlockByNumber(block))
        cursor.setPosition(cursor.position() + column)
        return cursor

    def select(self, side: str, span: Span) -> None:
        """Select a span without scrolling."""
        stretches = self.page.stretches(side, span)
        if not stretches:
            return
        top = self.verticalScrollBar().value()
        cursor = self._cursor(stretches[0].block, stretches[0].start)
        last = self._cursor(stretches[-1].block, stretches[-1].end)
        cursor.setPosition(last.position(), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(top)

    def selected_pieces(self) -> list[Piece | str]:
        """Return what is selected, as pieces of the stored texts."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return []
        return self.page.cut(self.place_of(cursor.selectionStart()), self.place_of(cursor.selectionEnd()))

    def selected_text(self) -> str:
        """Return the stored text of the selection."""
        return clean(self.selected_pieces(), self.page.texts)

    def selected_span(self) -> tuple[str, Span] | None:
        """Return side and span of the selection, or None where it is empty or holds two texts."""
        pieces = [piece for piece in self.selected_pieces() if isinstance(piece, Piece)]
        if not pieces or len({piece.side for piece in pieces}) > 1:
            return None
        return pieces[0].side, Span(pieces[0].span.start, pieces[-1].span.end)

    def caret(self) -> tuple[str, int] | None:
        """Return side and offset of the caret, or None where it is in nobody's text."""
        return self.page.source(*self.place_of(self.textCursor().position())) if self.page.blocks else None

    # -- mouse and keys --------------------------------------------------------------------------------------------

    def touch(self, place: tuple[int, int] | None) -> None:
        """Do what a click at a place asks for."""
        if place is None or place[0] >= len(self.page.blocks):
            return
        block = self.page.blocks[place[0]]
        if block.kind is BlockKind.NOTE:
            if block.fold is not None:
                self.fold_toggled.emit(block.fold)
            return
        source = self.page.source(*place)
        if source is not None:
            self.touched.emit(*source)

    def _number_at(self, point: QPoint) -> int | None:
        """Return the change whose frame number is under a point."""
        for block in self.visible_blocks():
            for frame in self.layers.of(block.number).frames:
                if frame.first and number_box(block, frame, self.font()).contains(QPointF(point)):
                    return frame.change
        return None

    def _clicked(self, point: QPoint) -> None:
        change = self._number_at(point)
        if change is not None:
            self.partner_requested.emit(change)
        elif not self.textCursor().hasSelection():
            self.touch(self.place_at(point))

    def tooltip_at(self, point: QPoint) -> str:
        """Return the tooltip over a point, as plain text."""
        if self.handles.at(point):
            return TIP
        place = self.place_at(point)
        return self.tooltip_for(self, *place) if place is not None and self.tooltip_for is not None else ""

    # -- painting --------------------------------------------------------------------------------------------------

    def _paint_below(self, mark_painter: MarkPainter, blocks: Sequence[VisibleBlock]) -> None:
        for block in blocks:
            number, marked = block.number, self.layers.of(block.number)
            if marked.whole is not None:
                mark_painter.whole_block(block, marked.whole, self.viewport().width())
            mark_painter.ground(block, self.chosen.get(number, ()), "quote_ground", 3.0)
            mark_painter.grounds(block, marked)
            mark_painter.ground(block, self.matches.get(number, ()), "find_ground")

    def _paint_above(self, mark_painter: MarkPainter, blocks: Sequence[VisibleBlock]) -> None:
        for block in blocks:
            number, marked = block.number, self.layers.of(block.number)
            mark_painter.frames(block, marked.frames)
            mark_painter.bars(block, marked, struck=self._struck)
            mark_painter.quote_lines(block, self.quotes.get(number, ()))
            mark_painter.outline(block, self.current.get(number, ()))
            mark_painter.outline(block, self.current_match.get(number, ()))
            mark_painter.tags(block, marked.tags)
            if number in self.picked:
                mark_painter.picked_bar(block)
        self.handles.draw(mark_painter, blocks)

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        blocks = list(self.visible_blocks())
        mark_painter = MarkPainter(self.font(), self._shading)
        with QPainter(self.viewport()) as painter:
            mark_painter.use(painter)
            self._paint_below(mark_painter, blocks)
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            mark_painter.use(painter)
            self._paint_above(mark_painter, blocks)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() is Qt.MouseButton.LeftButton
        if not (left and self.handles.press(event.position().toPoint())):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if not self.handles.move(point):
            super().mouseMoveEvent(event)
            if not event.buttons():
                self.handles.point_out(point)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.handles.release():
            return
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._clicked(event.position().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.handles.cancel():
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.touch(self.place_of(self.textCursor().position()))
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_requested.emit(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setObjectName("compare-text-menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        if self.textCursor().hasSelection():
            self._offer_for_selection(menu)
        cursor = self.textCursor() if by_key else self.cursorForPosition(event.pos())
        if self.extend_menu is not None and self.page.blocks:
            self.extend_menu(self, menu, self.place_of(cursor.position()))
        menu.popup(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()) if by_key else event.globalPos())

    def _offer_for_selection(self, menu: QMenu) -> None:
        """Put first what can be done with the selected words: the actions of this widget."""
        first = menu.actions()[0]
        for action in self.actions():
            menu.insertAction(first, action)
        menu.insertSeparator(first)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), plain_tip(self.tooltip_at(event.pos())), self.viewport())
            return True
        return super().viewportEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        made = QMimeData()  # that of Qt puts the words of the widget back as soon as somebody asks for them
        made.setText(self.selected_text())
        return made
