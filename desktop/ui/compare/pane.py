"""How does a page of article text look and answer? Read-only text with marks drawn under and over its words."""

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
    QResizeEvent,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QToolTip, QWidget

from desktop.domain import Span
from desktop.ui import theme
from desktop.ui.compare.ink import Ink, Shading, VisibleBlock, number_box, x_of
from desktop.ui.compare.layers import Layers
from desktop.ui.compare.leading import SteppedLayout
from desktop.ui.compare.page import BlockKind, Page, Piece, clean
from desktop.ui.compare.wording import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtGui import QTextBlock
    from PySide6.QtWidgets import QMenu

    from desktop.ui.compare.layers import QuoteMark

_MARGIN = 16
_FILLER = "\u2028"


class TextPane(QPlainTextEdit):
    """One page of text.

    Signals:
        touched(str, object): a click, or Enter, at this side and code-point offset
        fold_toggled(int): the note of this fold was clicked
        partner_wanted(int): the number of a moved passage was clicked; carries its change
        zoom_wanted(int): the wheel turned with Ctrl: +1 or -1
        resized(): lines may break elsewhere
    """

    touched = Signal(str, object)
    fold_toggled = Signal(int)
    partner_wanted = Signal(int)
    zoom_wanted = Signal(int)
    resized = Signal()

    def __init__(self, name: str, *, struck: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("look", "text")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self.shade_visible)
        self._layout = SteppedLayout(self.document())
        self.document().setDocumentLayout(self._layout)
        self.document().setDocumentMargin(_MARGIN)
        self._shading = Shading(self.document(), struck=struck)
        self._struck = struck
        self.page = Page([], {})
        self.layers = Layers()
        self.quotes: dict[int, list[QuoteMark]] = {}
        self.chosen: dict[int, list[tuple[int, int]]] = {}
        self.current: dict[int, list[tuple[int, int]]] = {}
        self.found: dict[int, list[tuple[int, int]]] = {}
        self.found_now: dict[int, list[tuple[int, int]]] = {}
        self.held: set[int] = set()  # blocks of a passage that waits for its answer
        self.teller: Callable[[TextPane, int, int], str] | None = None
        self.offerer: Callable[[TextPane, QMenu, tuple[int, int]], object] | None = None
        self.resizing = False  # what scrolls meanwhile is not the reader's doing
        self._zoom = 100
        self.set_zoom(100)

    # -- content ---------------------------------------------------------------------------------------------------

    def show_page(self, page: Page, layers: Layers) -> None:
        """Show another page from its top."""
        self.page, self.layers = page, layers
        self.quotes, self.chosen, self.current, self.found, self.found_now = {}, {}, {}, {}, {}
        self.held = set()
        self.setPlainText(page.text)
        self._mark_tails()
        self._shading.show_page(page, layers)
        self.shade_visible()

    def shade_visible(self) -> None:
        """Colour the words on the screen."""
        for _ in self.visible_blocks():
            pass

    def _mark_tails(self) -> None:
        document = self.document()
        for number in self.page.tails:
            seam = self.page.blocks[number].goes_on
            document.findBlockByNumber(number).setUserState(SteppedLayout.SEAM if seam else SteppedLayout.TAIL)

    def set_zoom(self, zoom: int) -> None:
        """Set the size of the text, in per cent of the usual."""
        self._zoom = zoom
        font = theme.reading_font(zoom)
        self._layout.measure(font)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self.retheme()

    def set_one_colour(self, *, on: bool) -> None:
        """Draw all differences in one colour, or each kind in its own."""
        self._shading.one_colour = on
        self.retheme()

    def retheme(self) -> None:
        """Take the colours of the scheme in force."""
        self._shading.measure(self.font())
        self.shade_visible()
        self.viewport().update()

    # -- rows and lines --------------------------------------------------------------------------------------------

    def row_lines(self, row: int) -> int:
        """Return how many lines the text of a row takes, its tail left out; lays it out if need be."""
        block = self.document().findBlockByNumber(self.page.firsts[row])
        lines = 0
        for _ in range(self.page.firsts[row], self.page.tails[row]):
            self._lay_out(block)
            lines += block.layout().lineCount()
            block = block.next()
        return lines

    def _lay_out(self, block: QTextBlock) -> None:
        """Shade a block, which may widen it, and break its lines."""
        self._shading.shade(block)
        self._layout.blockBoundingRect(block)

    def _make_way(self, block: QTextBlock) -> None:
        """Lay out what follows a block: the scroll bar takes blocks not laid out for single lines, and ends early."""
        lines = 2 * self.lines_shown()
        while block.isValid() and lines > 0:
            self._lay_out(block)
            lines -= max(1, block.lineCount())
            block = block.next()

    def set_filler(self, row: int, lines: int) -> None:
        """Put empty lines under a row."""
        block = self.document().findBlockByNumber(self.page.tails[row])
        if block.length() - 1 != lines:
            cursor = QTextCursor(block)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(_FILLER * lines)

    def top(self) -> tuple[int, int]:
        """Return the row at the top of the view and how many of its lines are above."""
        block = self.firstVisibleBlock()
        row = self.page.blocks[block.blockNumber()].row if self.page.blocks else 0
        return row, self.verticalScrollBar().value() - self._row_line(row)

    def set_top(self, row: int, line: int) -> None:
        """Scroll so that a line of a row is at the top."""
        self.verticalScrollBar().setValue(self._row_line(row) + line)

    def _row_line(self, row: int) -> int:
        if not self.page.firsts:
            return 0
        return self.document().findBlockByNumber(self.page.firsts[row]).firstLineNumber()

    def lines_shown(self) -> int:
        """Return how many lines of text the view can hold."""
        return max(1, int(self.viewport().height() / self._layout.step))

    def visible_blocks(self) -> Iterator[VisibleBlock]:
        """Yield the blocks on the screen, from the top."""
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and block.blockNumber() < len(self.page.blocks) and top < self.viewport().height():
            self._shading.shade(block)
            height = self.blockBoundingRect(block).height()
            yield VisibleBlock(block.blockNumber(), block.layout(), QPointF(self.contentOffset().x(), top))
            top += height
            block = block.next()

    def line_of(self, side: str, offset: int) -> int | None:
        """Return the line, counted from the top of the page, that shows an offset."""
        place = self.page.place(side, offset)
        if place is None:
            return None
        block = self.document().findBlockByNumber(place[0])
        self._make_way(block)
        return block.firstLineNumber() + max(0, block.layout().lineForTextPosition(place[1]).lineNumber())

    def reveal(self, side: str, span: Span) -> None:
        """Scroll so that the start of a span is visible; does not move if it already is."""
        line = self.line_of(side, span.start)
        if line is None:
            return
        top, shown = self.verticalScrollBar().value(), self.lines_shown()
        last = self.line_of(side, max(span.start, span.end - 1)) or line
        if top <= line and min(last, line + shown // 2) < top + shown - 1:
            return
        self.verticalScrollBar().setValue(max(0, line - shown // 3))

    def anchor(self) -> tuple[str, int] | None:
        """Return side and offset of the first text on the screen."""
        for block in self.visible_blocks():
            if self.page.blocks[block.number].pieces:
                line = max(0, round(-block.origin.y() / self._layout.step))
                column = block.layout.lineAt(min(line, block.layout.lineCount() - 1)).textStart()
                return self.page.source(block.number, column)
        return None

    def go_to_anchor(self, side: str, offset: int) -> None:
        """Scroll so that an offset is in the top line."""
        line = self.line_of(side, offset)
        if line is not None:
            self.verticalScrollBar().setValue(line)

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

    # -- selection -------------------------------------------------------------------------------------------------

    def selected_pieces(self) -> list[Piece | str]:
        """Return what is selected, as pieces of the stored texts."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return []
        return self.page.cut(self._place(cursor.selectionStart()), self._place(cursor.selectionEnd()))

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
        return self.page.source(*self._place(self.textCursor().position())) if self.page.blocks else None

    def _place(self, position: int) -> tuple[int, int]:
        block = self.document().findBlock(position)
        number = block.blockNumber()
        return number, min(position - block.position(), len(self.page.blocks[number].text.encode("utf-16-le")) // 2)

    # -- mouse and keys --------------------------------------------------------------------------------------------

    def place_at(self, point: QPoint) -> tuple[int, int] | None:
        """Return block and column of the character under a point of the viewport, or None."""
        for block in self.visible_blocks():
            below = point.y() - block.origin.y()
            lines = block.layout.lineCount()
            number = int(below // self._layout.step)
            # The line of a tail is lower than a step, so that a step would reach into the next block.
            if below >= 0 and number < lines and self.page.blocks[block.number].kind is not BlockKind.TAIL:
                line = block.layout.lineAt(number)
                x = point.x() - block.origin.x()
                if not line.naturalTextRect().left() - 3 <= x <= line.naturalTextRect().right() + 3:
                    return None
                column = line.xToCursor(x)
                past = column > line.textStart() and x < x_of(line, column)
                return block.number, column - 1 if past else column
        return None

    def touch(self, place: tuple[int, int] | None) -> None:
        """Do what a click at a place asks for."""
        if place is None or place[0] >= len(self.page.blocks):
            return
        block = self.page.blocks[place[0]]
        if block.kind is BlockKind.NOTE:
            if block.fold >= 0:
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
            self.partner_wanted.emit(change)
        elif not self.textCursor().hasSelection():
            self.touch(self.place_at(point))

    def tell(self, point: QPoint) -> str:
        """Return what the tip over a point says, as plain text."""
        place = self.place_at(point)
        return self.teller(self, *place) if place is not None and self.teller is not None else ""

    # -- painting --------------------------------------------------------------------------------------------------

    def _paint_below(self, ink: Ink, blocks: Sequence[VisibleBlock]) -> None:
        for block in blocks:
            number, marked = block.number, self.layers.of(block.number)
            ink.ground(block, self.chosen.get(number, ()), "quote_ground", 3.0)
            ink.grounds(block, marked.marks)
            ink.ground(block, self.found.get(number, ()), "find_ground")

    def _paint_above(self, ink: Ink, blocks: Sequence[VisibleBlock]) -> None:
        for block in blocks:
            number, marked = block.number, self.layers.of(block.number)
            ink.frames(block, marked.frames)
            ink.bars(block, marked.marks, struck=self._struck)
            ink.quote_lines(block, self.quotes.get(number, ()))
            ink.outline(block, self.current.get(number, ()))
            ink.outline(block, self.found_now.get(number, ()))
            ink.tags(block, marked.tags)
            if number in self.held:
                ink.held(block)

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        blocks = list(self.visible_blocks())
        ink = Ink(self.font(), self._shading)
        with QPainter(self.viewport()) as painter:
            ink.use(painter)
            self._paint_below(ink, blocks)
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            ink.use(painter)
            self._paint_above(ink, blocks)

    def resizeEvent(self, event: QResizeEvent) -> None:
        anchor = self.anchor()
        self.resizing = True
        super().resizeEvent(event)
        if anchor is not None and event.size().width() != event.oldSize().width():
            self.go_to_anchor(*anchor)
        self.resizing = False
        self.resized.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._clicked(event.position().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.touch(self._place(self.textCursor().position()))
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setObjectName("compare-text-menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        cursor = self.textCursor() if by_key else self.cursorForPosition(event.pos())
        if self.offerer is not None and self.page.blocks:
            self.offerer(self, menu, self._place(cursor.position()))
        menu.popup(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()) if by_key else event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), plain_tip(self.tell(event.pos())), self.viewport())
            return True
        return super().viewportEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        made = super().createMimeDataFromSelection()
        made.clear()
        made.setText(self.selected_text())
        return made
