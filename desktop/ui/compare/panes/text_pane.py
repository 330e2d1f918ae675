"""Text pane: read-only text of a page with marks under and over its words, its mouse, keys, menu and handles."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, QRectF, Qt, Signal
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

from desktop.text.quotation.quote_bounds import with_end_at, with_start_at
from desktop.translation import Text
from desktop.ui.compare.layout.layers import plain_layer
from desktop.ui.compare.layout.page import BlockKind, Page, Piece, clean
from desktop.ui.compare.panes.lined_text import LinedText
from desktop.ui.compare.panes.painting import MarkPainter, Strokes, VisibleBlock, number_box, x_of
from desktop.ui.widgets.basics import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QTextDocument
    from PySide6.QtWidgets import QMenu

    from desktop.domain import Span
    from desktop.ui.compare.layout.layers import Layers, QuoteMark
    from desktop.ui.compare.layout.page import Stretch


_NEAR = 6  # pixels beside a grip that still hit it
TIP = Text("Drag to make the quote longer or shorter; Esc leaves it as it is")


class QuoteHandles(QObject):
    """The grips of the chosen quote in one pane, and what a drag of one would make of it.

    Signals: moved(str, object): side and span that a quote is to have now
    """

    moved = Signal(str, object)

    def __init__(self, pane: LinedText) -> None:
        super().__init__(pane)
        self._pane = pane
        self._side = ""
        self._span: Span | None = None  # of the quote
        self._dragged = ""  # the end that is being dragged: "start", "end" or none
        self._drawn: Span | None = None  # what it would be if the button were released now
        self._over = False  # whether the cursor has the shape of a grip
        self._focused: QWidget | None = None  # who is given the focus back

    def attach(self, side: str, span: Span) -> None:
        """Put grips at the ends of a quote."""
        if (side, span) == (self._side, self._span) and not self._dragged:
            return
        self._stop()
        self._side, self._span = side, span
        self._pane.viewport().update()

    def detach(self) -> None:
        """Show no grips."""
        self._stop()
        if self._span is not None:
            self._span = None
            self._pane.viewport().update()

    @property
    def dragging(self) -> bool:
        return bool(self._dragged)

    # -- where they are --------------------------------------------------------------------------------------------

    def grip(self, end: str) -> QRectF | None:
        """Return where the grip of the "start" or the "end" is on the screen, or None if it is not."""
        span = self._drawn or self._span
        stretches = self._pane.page.stretches(self._side, span) if span is not None else []
        if not stretches:
            return None
        stretch = stretches[0] if end == "start" else stretches[-1]
        block = next((each for each in self._pane.visible_blocks() if each.number == stretch.block), None)
        return _grip(block, stretch, end) if block is not None else None

    def at(self, point: QPoint) -> str:
        """Return which end has its grip under a point of the viewport; empty where none has."""
        for end in ("end", "start"):
            grip = self.grip(end)
            if grip is not None and grip.adjusted(-_NEAR, -2, _NEAR, 2).contains(QPointF(point)):
                return end
        return ""

    # -- the mouse -------------------------------------------------------------------------------------------------

    def press(self, point: QPoint) -> bool:
        """Grab the grip under a point; say whether there is one."""
        self._dragged = self.at(point)
        if not self._dragged:
            return False
        self._drawn = self._span
        window = self._pane.window()
        self._focused = window.focusWidget()
        self._pane.setFocus(Qt.FocusReason.MouseFocusReason)  # so that Esc is heard
        return True

    def move(self, point: QPoint) -> bool:
        """Follow the mouse; say whether something is being dragged."""
        if not self._dragged:
            return False
        self._scroll(point)
        offset = self._offset(point)
        if offset is not None and self._drawn is not None:
            text = self._pane.page.texts[self._side]
            self._drawn = (with_end_at if self._dragged == "end" else with_start_at)(text, self._drawn, offset)
            self._pane.viewport().update()
        return True

    def release(self) -> bool:
        """Give the quote the words it was dragged to; say whether something was being dragged."""
        if not self._dragged:
            return False
        drawn = self._drawn
        self._stop()
        if drawn is not None and drawn != self._span:
            self.moved.emit(self._side, drawn)
        return True

    def cancel(self) -> bool:
        """Leave the quote as it is; say whether something was being dragged."""
        dragging = self.dragging
        self._stop()
        return dragging

    def _stop(self) -> None:
        if self._dragged:
            self._dragged, self._drawn = "", None
            self._pane.viewport().update()
            focused, self._focused = self._focused, None
            if focused is not None and self._pane.hasFocus():
                focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def point_out(self, point: QPoint) -> None:
        """Show by the shape of the cursor that a grip is under it."""
        over = self._span is not None and bool(self.at(point))
        if over or self._over:
            shape = Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.IBeamCursor
            self._pane.viewport().setCursor(shape)
        self._over = over

    def _scroll(self, point: QPoint) -> None:
        bar = self._pane.verticalScrollBar()
        if point.y() < 0:
            bar.setValue(bar.value() - 1)
        elif point.y() > self._pane.viewport().height():
            bar.setValue(bar.value() + 1)

    def _offset(self, point: QPoint) -> int | None:
        """Return the offset nearest to a point, or None where the other text stands."""
        source = self._pane.nearest(point)
        return source[1] if source is not None and source[0] == self._side else None

    # -- drawing ---------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, mark_painter: MarkPainter, blocks: Iterable[VisibleBlock]) -> None:
        """Draw the grips and, while one is dragged, the frame of what the quote would be."""
        if self._span is None:
            return
        mark_painter.use(painter)
        if self._drawn is not None:
            layer = plain_layer(self._pane.page, [(self._side, self._drawn)])
            for block in blocks:
                mark_painter.outline(block, layer.get(block.number, ()))
        for end in ("start", "end"):
            grip = self.grip(end)
            if grip is not None:
                mark_painter.grip(grip, on_top=end == "start")


def _grip(block: VisibleBlock, stretch: Stretch, end: str) -> QRectF | None:
    column = stretch.start if end == "start" else stretch.end
    line = block.layout.lineForTextPosition(stretch.start if end == "start" else stretch.end - 1)
    if not line.isValid():
        return None
    return QRectF(block.origin.x() + x_of(line, column) - 1, block.origin.y() + line.y(), 2, line.height())


def _whole_pixels(point: QPointF) -> QPointF:
    return QPointF(floor(point.x()), floor(point.y()))


class _BlockStrokes(NamedTuple):
    """What was drawn under and over the words of a block, seen from the whole pixel at its upper left corner."""

    key: object  # all that it depends on, beside page, colours and fonts
    below: Strokes
    above: Strokes


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
        self.passages: dict[int, list[tuple[int, int]]] = {}  # of a source, which articles quote
        self.current: dict[int, list[tuple[int, int]]] = {}
        self.matches: dict[int, list[tuple[int, int]]] = {}
        self.current_match: dict[int, list[tuple[int, int]]] = {}
        self.picked: set[int] = set()  # blocks of the passage picked to be paired
        self.tooltip_for: Callable[[TextPane, int, int], str] | None = None
        self.extend_menu: Callable[[TextPane, QMenu, tuple[int, int]], object] | None = None
        self._struck = struck
        self._known: dict[int, _BlockStrokes] = {}
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
        self.picked, self.passages = set(), {}
        self._known = {}
        self.handles.detach()

    def retheme(self) -> None:
        self._known = {}
        super().retheme()

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
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self.page.span_between(self.place_of(cursor.selectionStart()), self.place_of(cursor.selectionEnd()))

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
            return str(TIP)
        place = self.place_at(point)
        return self.tooltip_for(self, *place) if place is not None and self.tooltip_for is not None else ""

    # -- painting --------------------------------------------------------------------------------------------------

    def _painted(self, block: VisibleBlock, mark_painter: MarkPainter) -> _BlockStrokes:
        """Return what is drawn under and over the words of a block, drawn again only where it is something else."""
        number = block.number
        layers = (self.passages, self.chosen, self.matches, self.current, self.current_match, self.quotes)
        within = block.origin - _whole_pixels(block.origin)
        place = self._layout.changed(number), self.viewport().width(), within
        key = (place, [layer.get(number, ()) for layer in layers], number in self.picked)
        known = self._known.get(number)
        if known is None or known.key != key:
            at_origin = block._replace(origin=within)
            below, above = Strokes(), Strokes()
            for strokes, paint in ((below, self._paint_below), (above, self._paint_above)):
                mark_painter.use(strokes)
                paint(mark_painter, at_origin)
            known = self._known[number] = _BlockStrokes(key, below, above)
        return known

    def _paint_below(self, mark_painter: MarkPainter, block: VisibleBlock) -> None:
        number, marked = block.number, self.layers.of(block.number)
        if marked.whole is not None:
            mark_painter.whole_block(block, marked.whole, self.viewport().width())
        mark_painter.ground(block, self.passages.get(number, ()), "new_ground")
        mark_painter.ground(block, self.chosen.get(number, ()), "quote_ground", 3.0)
        mark_painter.grounds(block, marked)
        mark_painter.ground(block, self.matches.get(number, ()), "find_ground")

    def _paint_above(self, mark_painter: MarkPainter, block: VisibleBlock) -> None:
        number, marked = block.number, self.layers.of(block.number)
        mark_painter.frames(block, marked.frames)
        mark_painter.bars(block, marked, struck=self._struck)
        mark_painter.quote_lines(block, self.quotes.get(number, ()))
        mark_painter.outline(block, self.current.get(number, ()))
        mark_painter.outline(block, self.current_match.get(number, ()))
        mark_painter.tags(block, marked.tags)
        if number in self.picked:
            mark_painter.picked_bar(block)

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        blocks = self.visible_blocks()
        mark_painter = MarkPainter(self.font(), self._shading)
        painted = [(_whole_pixels(block.origin), self._painted(block, mark_painter)) for block in blocks]
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for origin, strokes in painted:
                strokes.below.draw(painter, origin)
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for origin, strokes in painted:
                strokes.above.draw(painter, origin)
            self.handles.draw(painter, MarkPainter(self.font(), self._shading), blocks)

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
        mime = QMimeData()  # that of Qt puts the words of the widget back as soon as somebody asks for them
        mime.setText(self.selected_text())
        return mime
