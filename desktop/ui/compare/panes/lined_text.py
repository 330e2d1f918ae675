"""Text widget of a page with its lines on a fixed step, so that two panes stay level whatever fonts a line needs.

Says which line stands where on the screen, and scrolls to offsets, rows and lines.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent, QTextCursor, QTextDocument, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextDocumentLayout, QPlainTextEdit, QWidget

from desktop.ui import theme
from desktop.ui.compare.layout.layers import Layers
from desktop.ui.compare.layout.page import BlockKind, Page
from desktop.ui.compare.panes.painting import Shading, VisibleBlock, x_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from PySide6.QtGui import QFont, QTextBlock

    from desktop.domain import Span
    from desktop.ui.compare.layout.layers import QuoteMark

_STEP = 1.38  # of the height of a line
_BELOW = 0.45  # of a step: the space under a row


class SteppedLayout(QPlainTextDocumentLayout):
    """Lays out blocks as Qt does, then sets their lines on a fixed step.

    A block whose user state is `TAIL` is a tail: its last line is lower than a step. That of a `SEAM` has no height.
    """

    TAIL, SEAM = 1, 2

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.step = 20.0
        self.below = 9.0
        self.changes = 0  # how often lines may have come to stand elsewhere
        self._blocks = 0  # how many there were at the last change
        self._changed: dict[int, int] = {}  # at which change a block was last laid out, by number
        self._rewritten = 0  # at which change all of them were

    def measure(self, font: QFont) -> None:
        """Take the step from a font."""
        height = QFontMetricsF(font).height()
        self.step = float(round(height * _STEP))
        self.below = float(round(self.step * _BELOW))

    def _spread(self, block: QTextBlock, count: int) -> None:
        """Set the lines of a laid-out block on the step."""
        layout = block.layout()
        # Qt scrolls to the lower edge of a line: those edges are what must lie on the steps. A line's rectangle is a
        # little lower than its height, which is rounded up: measured by it, every block would be set again each time.
        last = layout.lineAt(count - 1)
        if last.y() + last.height() == count * self.step:
            return
        margin = self.document().documentMargin()
        leftwards = block.textDirection() is Qt.LayoutDirection.RightToLeft
        for number in range(count):
            line = layout.lineAt(number)
            beside = max(0.0, line.width() - line.naturalTextWidth()) if leftwards else 0.0
            line.setPosition(QPointF(margin + beside, (number + 1) * self.step - line.height()))

    @contextmanager
    def size_reported_once(self) -> Iterator[None]:
        """Tell at the end how high the text is, not after every block: its scroll bar measures a page each time."""
        before, blocked = (self.document().lineCount(), self._rewritten), self.blockSignals(True)
        try:
            yield
        finally:
            self.blockSignals(blocked)
            if (self.document().lineCount(), self._rewritten) != before:
                self.documentSizeChanged.emit(self.documentSize())

    def changed(self, number: int) -> int:
        """Return at which change a block was laid out for the last time."""
        return self._changed.get(number, self._rewritten)

    # Qt

    def documentChanged(self, start: int, gone: int, come: int) -> None:
        self.changes += 1
        document = self.document()
        if document.blockCount() != self._blocks:
            self._blocks, self._changed, self._rewritten = document.blockCount(), {}, self.changes
        else:
            first, last = (document.findBlock(at).blockNumber() for at in (start, start + max(0, come - 1)))
            self._changed |= dict.fromkeys(range(first, last + 1), self.changes)
        super().documentChanged(start, gone, come)

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        # Qt asks hundreds of times for every page, so that no more is done here than must be.
        rect = super().blockBoundingRect(block)
        count = block.lineCount()
        if count <= 0:  # it is not shown, or is none
            return rect
        height = count * self.step
        if rect.height() != height:
            self._spread(block, count)
            rect.setHeight(height)
        state = block.userState()
        if state > 0:
            rect.setHeight(height - self.step + (self.below if state == self.TAIL else 0))
        return rect


def mark_tails(document: QTextDocument, page: Page, start: int, end: int) -> None:
    """Tell the layout which of some blocks are tails."""
    block = document.findBlockByNumber(start)
    for number in range(start, end):
        each = page.blocks[number]
        if each.kind is BlockKind.TAIL:
            block.setUserState(SteppedLayout.SEAM if each.continues else SteppedLayout.TAIL)
        block = block.next()


_MARGIN = 20
_MEASURE = 75  # characters of a line: more are hard to read
_SAMPLE = "the quick brown fox jumps over the lazy dog and he was not seen again for a while "
_LATER = 200  # milliseconds: to take apart a long document takes a turn of its own
_FILLER = "\u2028"
_PAGES = 3  # screens at the beginning of a text that are laid out at once, when it is shown or written again


class LinedText(QPlainTextEdit):
    """Read-only text of a page, its changed words coloured, its lines on a fixed step.

    Signals: resized(): lines may break elsewhere
    """

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
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each paragraph by its own text
        self.document().setDefaultTextOption(option)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.verticalScrollBar().valueChanged.connect(self.shade_visible)
        self._layout = SteppedLayout(self.document())
        self.document().setDocumentLayout(self._layout)
        self.document().setDocumentMargin(_MARGIN)
        self._shading = Shading(self.document(), struck=struck)
        self._hear()
        self._shown: list[VisibleBlock] = []  # as found at the place of `_shown_at`, if nothing has changed since
        self._shown_at: tuple[object, ...] = ()
        self._taken: QTextDocument | None = None  # in place of the document Qt made
        self._writing = False
        self._foreign = False  # somebody else has written into the document
        self.page = Page([], {})
        self.layers = Layers()
        self.quotes_on: Callable[[Page], dict[int, list[QuoteMark]]] = lambda _page: {}  # that are underlined
        self.resizing = False  # what scrolls meanwhile is not the reader's doing
        self._zoom = 100
        self.set_zoom(100)

    # -- content ---------------------------------------------------------------------------------------------------

    def lay_out_pages(self) -> None:
        """Lay out the first screens of the text, so that the scroll bar is about right."""
        self._make_way(self.document().begin(), _PAGES)

    def show_page(self, page: Page, layers: Layers, document: QTextDocument | None = None) -> None:
        """Show another page from its top; a `document` made by `blank` holds its text already."""
        self.page, self.layers = page, layers
        # Writing scrolls, and what is scrolled to is shaded.
        self._shading.show_page(page, layers, self.quotes_on(page))
        if document is not None:
            self._take(document)
        else:
            self._write()
        self.shade_visible()

    def _write(self) -> None:
        """Write the text of the page into the document."""
        document = self.document()
        self._writing = True
        with self._layout.size_reported_once():
            blocked = document.blockSignals(True)  # then only what others write is heard; see `_on_contents`
            # The caret stays at the top while the text comes behind its first character: moved there from the end, it
            # would have the lines on the way broken, and broken again once they are shaded.
            document.setPlainText(self.page.text[:1])
            self.setTextCursor(QTextCursor(document))
            end = QTextCursor(document)
            end.movePosition(QTextCursor.MoveOperation.End)
            end.insertText(self.page.text[1:])
            document.blockSignals(blocked)
            mark_tails(document, self.page, 0, len(self.page.blocks))
            self._shading.forget()
            self._shade_from(document.begin())
        self._writing = self._foreign = False

    def _shade_from(self, block: QTextBlock) -> None:
        """Shade what is on the screen from a block on, as far as can be known before its lines are broken."""
        self._shading.shade(self._likely_shown(block))

    def _likely_shown(self, block: QTextBlock) -> Iterator[QTextBlock]:
        line = self.line_length()
        letters = (self.lines_shown() + 1) * line
        while block.isValid() and letters > 0:
            yield block
            length = block.length()
            letters -= (length // line + 1) * line if length > 1 else line // 2
            block = block.next()

    def _hear(self) -> None:
        """Hear of everything that is written into the document from now on."""
        self.document().contentsChange.connect(self._on_contents)

    def _on_contents(self, _position: int, _gone: int, _come: int) -> None:
        """Assistive software writes even into read-only text: show again what is stored, as soon as that may be."""
        if not self._foreign:
            self._foreign = True
            QTimer.singleShot(0, self, self._mend)

    def _mend(self) -> None:
        """Lay the page out again if somebody else has written into it."""
        if not self._foreign:
            return
        self._foreign = False
        if self.document().toPlainText() == self.page.text:
            return
        top = self.verticalScrollBar().value()
        self._write()
        self.lay_out_pages()
        self.verticalScrollBar().setValue(top)
        self.resized.emit()
        self.viewport().update()

    def mark_page(self, page: Page, layers: Layers) -> None:
        """Mark what is shown from another page with the same blocks; nothing moves."""
        self.page, self.layers = page, layers
        self._shading.show_page(page, layers, self.quotes_on(page))
        self.shade_visible()

    def blank(self) -> QTextDocument:
        """Return an empty document that can take the place of the one shown."""
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        layout = SteppedLayout(document)
        layout.measure(self.font())
        document.setDocumentLayout(layout)
        document.setDocumentMargin(_MARGIN)
        document.setDefaultFont(self.font())
        document.setDefaultTextOption(self.document().defaultTextOption())
        return document

    def _take(self, document: QTextDocument) -> None:
        """Show another document instead of the one shown."""
        layout = document.documentLayout()
        if not isinstance(layout, SteppedLayout):
            message = "the document was not made by blank()"
            raise TypeError(message)
        layout.measure(self.font())
        document.setDefaultFont(self.font())
        former, self._taken = self._taken, document
        self._layout = layout
        self._shown_at = ()
        self._shading.document = document
        self._writing = True
        self.setDocument(document)
        self._writing = False
        self._shading.forget()
        self._hear()
        self._foreign = False
        if former is not None:
            QTimer.singleShot(_LATER, former, former.deleteLater)

    def shade_visible(self) -> None:
        """Colour the words on the screen."""
        self.visible_blocks()

    def set_zoom(self, zoom: int) -> None:
        """Set the size of the text, in per cent of the usual."""
        self._zoom = zoom
        font = theme.reading_font(zoom)
        self._layout.measure(font)
        self.setFont(font)
        self._letter = QFontMetricsF(self.font()).horizontalAdvance(_SAMPLE) / len(_SAMPLE)  # pixels of a common one
        self.document().setDefaultFont(font)
        self.retheme()
        self._fit_measure()

    def _fit_measure(self) -> None:
        """Leave room at both sides where lines would be longer than is good to read."""
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2 * _MARGIN
        beside = max(0, round((room - _MEASURE * self._letter) / 2))
        if self.viewportMargins().left() != beside:
            self.setViewportMargins(beside, 0, beside, 0)
            # While it is being shown, the viewport is resized without an event: lines would break as before.
            super().resizeEvent(QResizeEvent(self.viewport().size(), QSize()))
            self._shown_at = ()

    def set_one_colour(self, *, on: bool) -> None:
        """Draw all differences in one colour, or each kind in its own."""
        self._shading.one_colour = on
        self.retheme()

    def retheme(self) -> None:
        """Take the colours of the scheme in force."""
        self._shading.measure(self.font())
        self.shade_visible()
        self.viewport().update()

    def size_reported_once(self) -> AbstractContextManager[None]:
        """Break lines of many blocks, and measure the scroll bar once at the end."""
        return self._layout.size_reported_once()

    # -- rows and lines --------------------------------------------------------------------------------------------

    def shade_rows(self, rows: range) -> None:
        """Shade rows before their lines are broken."""
        if len(rows):
            self._shading.shade(self._blocks(self.page.firsts[rows.start], self.page.tails[rows.stop - 1]))

    def _blocks(self, start: int, end: int) -> Iterator[QTextBlock]:
        block = self.document().findBlockByNumber(start)
        for _ in range(start, end):
            yield block
            block = block.next()

    def row_lines(self, row: int) -> int:
        """Return how many lines the text of a row takes, its tail left out; lays it out if need be."""
        self._mend()
        lines = 0
        for block in self._blocks(self.page.firsts[row], self.page.tails[row]):
            self._lay_out(block)
            lines += block.layout().lineCount()
        return lines

    def _lay_out(self, block: QTextBlock) -> None:
        """Shade a block, which may widen it, and break its lines."""
        self._shading.shade([block])
        self._layout.blockBoundingRect(block)

    def _make_way(self, block: QTextBlock, pages: int = 2) -> None:
        """Lay out what follows a block: the scroll bar takes blocks not laid out for single lines, and ends early."""
        lines = pages * self.lines_shown()
        with self._layout.size_reported_once():
            self._shade_from(block)
            while block.isValid() and lines > 0:
                self._lay_out(block)
                lines -= max(1, block.lineCount())
                block = block.next()

    def set_filler(self, row: int, lines: int) -> None:
        """Put empty lines under a row.

        They belong to the layout of the tail, not to the text: nobody is to have them read out.
        """
        block = self.document().findBlockByNumber(self.page.tails[row])
        if len(block.layout().preeditAreaText()) != lines:
            block.layout().setPreeditArea(0 if lines else -1, _FILLER * lines)
            self.document().markContentsDirty(block.position(), block.length())
            self._layout.blockBoundingRect(block)

    def filler(self, row: int) -> int:
        """Return how many empty lines are under a row."""
        return len(self.document().findBlockByNumber(self.page.tails[row]).layout().preeditAreaText())

    def top(self) -> tuple[int, int]:
        """Return the row at the top of the view and how many of its lines are above."""
        block = self.firstVisibleBlock()
        row = self.page.blocks[block.blockNumber()].row if self.page.blocks else 0
        return row, self.verticalScrollBar().value() - self._row_line(row)

    def lines_from(self, row: int) -> int:
        """Return how many lines below the beginning of a row the view begins."""
        return self.verticalScrollBar().value() - self._row_line(row)

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

    def line_length(self) -> int:
        """Return how many characters of common letters a line holds."""
        return max(1, int((self.viewport().width() - 2 * _MARGIN) / self._letter))

    def letters_in(self, width: int, height: int) -> int:
        """Return how many characters a pane of so many pixels would hold."""
        a_line = min(_MEASURE, (width - 2 * _MARGIN) / self._letter)
        return max(0, int(a_line * height / self._layout.step))

    def visible_blocks(self) -> list[VisibleBlock]:
        """Return the blocks on the screen, from the top; none while the document and the page are not one."""
        if self._writing:
            return []
        self._mend()
        block = self.firstVisibleBlock()
        self._shading.shade([block])
        offset, height = self.contentOffset(), self.viewport().height()
        place = block.blockNumber(), offset.x(), offset.y(), height
        # Painting, ribbons, ruler and shading ask for the same blocks, and to ask Qt for them is what takes time.
        if self._shown_at != (*place, self._layout.changes, self._shading.changes):
            with self._layout.size_reported_once():
                self._shade_from(block)
                self._shown = list(self._find_blocks(block, offset, height))
            self._shown_at = (*place, self._layout.changes, self._shading.changes)
        return self._shown

    def _find_blocks(self, block: QTextBlock, offset: QPointF, height: int) -> Iterator[VisibleBlock]:
        """Yield the blocks from the first visible one to the lower edge, shaded."""
        top = self.blockBoundingGeometry(block).translated(offset).top()
        while block.isValid() and block.blockNumber() < len(self.page.blocks) and top < height:
            self._shading.shade([block])
            yield VisibleBlock(block.blockNumber(), block, QPointF(offset.x(), top))
            top += self.blockBoundingRect(block).height()
            block = block.next()

    def line_of(self, side: str, offset: int) -> int | None:
        """Return the line, counted from the top of the page, that shows an offset."""
        self._mend()
        place = self.page.place(side, offset)
        if place is None:
            return None
        self._make_way(self.document().findBlockByNumber(place[0]))
        return self._line_at(*place)

    def _line_at(self, number: int, column: int) -> int:
        block = self.document().findBlockByNumber(number)
        return block.firstLineNumber() + max(0, block.layout().lineForTextPosition(column).lineNumber())

    def height_of(self, side: str, offset: int) -> float:
        """Return how far below the upper edge of the view the line of an offset is, in pixels."""
        place = self.page.place(side, offset)
        if place is None:
            return 0.0
        block = self.document().findBlockByNumber(place[0])
        self._lay_out(block)
        line = block.layout().lineForTextPosition(place[1])
        return self.blockBoundingGeometry(block).translated(self.contentOffset()).top() + line.y()

    @property
    def step(self) -> float:
        """The height of a line, in pixels."""
        return self._layout.step

    def reveal(self, side: str, span: Span) -> None:
        """Scroll so that the start of a span is visible; does not move if it already is."""
        line = self.line_of(side, span.start)
        if line is None:
            return
        top, shown = self.verticalScrollBar().value(), self.lines_shown()
        end = self.page.place(side, max(span.start, span.end - 1))
        last = self._line_at(*end) if end is not None else line
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

    def nearest(self, point: QPoint) -> tuple[str, int] | None:
        """Return side and offset nearest to a point of the viewport, or None where that is nobody's text."""
        return self.page.source(*self.place_of(self.cursorForPosition(point).position())) if self.page.blocks else None

    def place_of(self, position: int) -> tuple[int, int]:
        """Return block and column of a position in the document."""
        self._mend()
        block = self.document().findBlock(position)
        number = block.blockNumber()
        return number, min(position - block.position(), len(self.page.blocks[number].text.encode("utf-16-le")) // 2)

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        anchor = self.anchor()
        self.resizing = True
        super().resizeEvent(event)
        self._shown_at = ()
        self._fit_measure()
        if anchor is not None and event.size().width() != event.oldSize().width():
            self.go_to_anchor(*anchor)
        self.resizing = False
        self.resized.emit()
