"""Views of texts: two panes side by side with ribbons between, or a single pane; and the stack of both."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.ui import theme
from desktop.ui.compare.layout.page import BlockKind
from desktop.ui.compare.layout.page_set import is_long
from desktop.ui.compare.panes.background_layout import BackgroundLayout, Job
from desktop.ui.compare.panes.leveller import Leveller
from desktop.ui.compare.panes.ruler import Ruler
from desktop.ui.compare.panes.text_pane import TextPane
from desktop.ui.widgets.empty_page import EmptyPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent

    from desktop.domain import Span
    from desktop.ui.compare.layout.layers import Layers
    from desktop.ui.compare.layout.options import Fold
    from desktop.ui.compare.layout.page import Page
    from desktop.ui.compare.layout.page_set import PageRequest, PageSet
    from desktop.ui.compare.panes.background_layout import PageDocument


_WIDTH = 14  # pixels


class Ribbons(QWidget):
    """Draws a band from each row of the left pane on the screen to the same row of the right one."""

    def __init__(self, panes: tuple[TextPane, TextPane], parent: QWidget) -> None:
        super().__init__(parent)
        self._panes = panes
        self.setFixedWidth(_WIDTH)

    def bands(self) -> list[tuple[tuple[float, float], tuple[float, float]]]:
        """Return top and bottom of the rows on both sides of the screen, left and right, in pixels."""
        left, right = map(_rows, self._panes)
        return [(left[row], right[row]) for row in left if row in right]

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the strip is small and drawn whole
        colours = theme.current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), colours.colour("ground"))
            for (top, bottom), (other_top, other_bottom) in self.bands():
                painter.fillPath(_band(top, bottom, other_top, other_bottom, self.width()), colours.colour("window"))
            painter.setPen(colours.colour("line"))
            painter.drawLine(0, 0, 0, self.height())
            painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())


def _rows(pane: TextPane) -> dict[int, tuple[float, float]]:
    """Return where the rows on the screen begin and end, in pixels from its top."""
    found: dict[int, tuple[float, float]] = {}
    for block in pane.visible_blocks():
        shown = pane.page.blocks[block.number]
        if shown.kind is not BlockKind.TAIL:
            last = block.layout.lineAt(block.layout.lineCount() - 1)
            top, bottom = block.origin.y(), block.origin.y() + last.y() + last.height()
            found[shown.row] = min(found.get(shown.row, (top,))[0], top), bottom
    return found


def _band(top: float, bottom: float, other_top: float, other_bottom: float, width: float) -> QPainterPath:
    path = QPainterPath(QPointF(0, top))
    path.cubicTo(width / 2, top, width / 2, other_top, width, other_top)
    path.lineTo(width, other_bottom)
    path.cubicTo(width / 2, other_bottom, width / 2, bottom, 0, bottom)
    path.closeSubpath()
    return path


class SideBySide(QWidget):
    """Two pages beside each other, level and scrolled together, and the ruler."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.left = TextPane("compare-text-a", parent=self)
        self.right = TextPane("compare-text-b", parent=self)
        self.panes = (self.left, self.right)
        self.ruler = Ruler(self)
        self.left.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._between = Ribbons(self.panes, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left, 1)
        row.addWidget(self._between)
        row.addWidget(self.right, 1)
        row.addWidget(self.ruler)
        self._leveller = Leveller((self.left, self.right), self)
        self._leveller.levelled.connect(self._follow_left)
        self._following = False
        self._beside: Sequence[
            tuple[str, Span]
        ] = ()  # of A and of B: what stands at the same height where the rows do not
        self._further = 0  # lines that the right pane is scrolled further than the lines of these would have it
        self._shares: list[float] = [0.0]
        self.left.verticalScrollBar().valueChanged.connect(self._follow_left)
        self.right.verticalScrollBar().valueChanged.connect(self._follow_right)
        self.left.resized.connect(self._on_left_resized)
        self.right.resized.connect(self.relevel)

    def show_pages(
        self,
        page_set: PageSet,
        documents: Sequence[PageDocument] = (),
        *,
        same: bool = False,
        anchor: tuple[str, int] | None = None,
    ) -> None:
        """Show pages, at an anchor or their top; `documents` hold the documents of long ones."""
        self._following = True
        _show_pages(self.panes, page_set, documents, same=same)
        self._following = False
        self._shares = page_set.shares
        self._beside = ()
        self._leveller.use_groups(page_set.groups)
        self.level_again(anchor)

    def level_again(self, anchor: tuple[str, int] | None) -> None:
        """Make the rows level again and scroll to an anchor; without one, what is at the top stays there."""
        if anchor is not None and self._is_whole() and self._pane_of(anchor[0]).page.place(*anchor) is not None:
            self._leveller.restart()  # what stands at the top now is scrolled away, and need not be level
            self.go_to_anchor(*anchor)
        else:
            self.relevel()

    def _on_left_resized(self) -> None:
        """Level the rows, unless the other pane is resized next: then once for both."""
        if sum(part.width() for part in (*self.panes, self._between, self.ruler)) == self.width():
            self.relevel()

    def _is_whole(self) -> bool:
        return bool(self.left.page.tails) and len(self.right.page.tails) == self._leveller.rows

    def _pane_of(self, side: str) -> TextPane:
        return self.left if side == "a" else self.right

    def level_all(self) -> None:
        """Level every row now instead of when there is time."""
        self._leveller.finish()
        self._follow_left()

    def relevel(self) -> None:
        """Make the rows level again; what is at the top stays there."""
        if not self._is_whole():
            return
        row, line = self.left.top()
        beside = self._looks_beside()
        self._leveller.restart()
        self._leveller.level_from(row, self.left.lines_shown() + 2)
        self.left.set_top(row, min(line, self.left.row_lines(row)))
        if beside:
            self._level_beside()
        else:
            self._beside = ()
            self._follow_left()

    def _follow_left(self) -> None:
        self._follow(self.left, self.right)

    def _follow_right(self) -> None:
        self._follow(self.right, self.left)

    def _follow(self, leader: TextPane, other: TextPane) -> None:
        resizing = self.left.resizing or self.right.resizing
        if self._following or resizing or self._leveller.busy or not leader.page.tails:
            return
        self._following = True
        row, line = leader.top()
        self._leveller.level_from(row, leader.lines_shown() + 2)
        leader.set_top(row, line)
        self._set_beside(leader, other)
        self._following = False
        self._show_view()

    def _set_beside(self, leader: TextPane, other: TextPane) -> None:
        """Scroll a pane to where it belongs beside the other."""
        if not self._beside:
            level = self._leveller.group_of(leader.top()[0])
            other.set_top(level, leader.lines_from(level))
            return
        mine, theirs = self._lines_beside()
        further = theirs - mine + self._further
        bar = other.verticalScrollBar()
        bar.setValue(leader.verticalScrollBar().value() + (further if leader is self.left else -further))
        self._leveller.level_from(other.top()[0], other.lines_shown() + 2)

    def _lines_beside(self) -> list[int]:
        """Return the lines of either pane that were brought to the same height."""
        places = zip(self.panes, self._beside, strict=True)
        return [pane.line_of(side, span.start) or 0 for pane, (side, span) in places]

    def _looks_beside(self) -> bool:
        """Say whether places were brought to the same height and are on the screen."""
        places = zip(self.panes, self._beside, strict=bool(self._beside))
        return bool(self._beside) and any(
            -pane.step < pane.height_of(side, span.start) < pane.viewport().height() for pane, (side, span) in places
        )

    def _show_view(self) -> None:
        rows = [self.left.page.blocks[block.number].row for block in self.left.visible_blocks()]
        if rows and rows[-1] + 1 < len(self._shares):
            self.ruler.set_view(self._shares[rows[0]], self._shares[rows[-1] + 1])
        self._between.update()

    def reveal(self, side: str, span: Span) -> None:
        """Bring a span of one side, and what stands beside it, on the screen."""
        pane = self._pane_of(side)
        place = pane.page.place(side, span.start)
        if place is None:
            return
        row = pane.page.blocks[place[0]].row
        shown = pane.lines_shown()
        self._come_together()
        self._leveller.keep_level(row)
        self._leveller.level_before(row, shown)
        self._leveller.level_from(row, shown)
        pane.reveal(side, span)
        self._follow(pane, self.right if pane is self.left else self.left)
        # Levelling on the way may have pushed the place off the screen again.
        pane.reveal(side, span)

    def reveal_both(self, places: Sequence[tuple[str, Span]]) -> None:
        """Bring places on the screen; those of both sides at the same height, even where nothing else is level then."""
        for side, span in _in_order(places):
            self.reveal(side, span)
        if {side for side, _ in places} == {"a", "b"} and all(len(span) for _, span in places):
            self._beside = sorted(places)
            if abs(self._difference()) >= self.left.step / 2:
                self._level_beside()
            else:
                self._beside = ()

    def _difference(self) -> float:
        """Return how many pixels what is to stand at the same height is lower on the right."""
        heights = [
            pane.height_of(side, span.start) for pane, (side, span) in zip(self.panes, self._beside, strict=True)
        ]
        return heights[1] - heights[0]

    def _level_beside(self) -> None:
        """Bring what is to stand beside each other to the same height, though the rows do not stand so."""
        self._following = True
        lines = self._lines_beside()
        height = min(self.left.lines_shown() // 3, *lines)
        for pane, line in zip(self.panes, lines, strict=True):
            self._scroll(pane, line - height)
        self._correct(lines, height)
        left, right = (pane.verticalScrollBar().value() for pane in self.panes)
        self._further = right - left - lines[1] + lines[0]
        self._following = False
        self._show_view()

    def _correct(self, lines: Sequence[int], height: int) -> None:
        """Scroll one pane a line further if that is nearer: there are not as many rows, and spaces, above both."""
        before = self._difference()
        number = int(before > 0)
        pane, top = self.panes[number], lines[number] - height
        further = round(abs(before) / pane.step)
        if further:
            self._scroll(pane, top + further)
            if abs(self._difference()) > abs(before):
                pane.verticalScrollBar().setValue(top)

    def _scroll(self, pane: TextPane, line: int) -> None:
        """Scroll a pane so that a line is at its top, even if the text ends soon after it."""
        bar = pane.verticalScrollBar()
        if line > bar.maximum():
            self._leveller.lengthen(pane, line - bar.maximum())
        bar.setValue(line)

    def _come_together(self) -> None:
        """Let the panes be level again."""
        if self._beside:
            self._beside = ()
            self._leveller.shorten()

    def fold_at(self, side: str, span: Span) -> Fold | None:
        """Return the fold that hides where a span of one side begins, or None."""
        return _fold_at(self.panes, side, span)

    def anchor(self) -> tuple[str, int] | None:
        """Return side and offset of the first text on the screen."""
        return self.left.anchor() or self.right.anchor()

    def go_to_anchor(self, side: str, offset: int) -> None:
        """Scroll so that an offset is at the top."""
        pane = self._pane_of(side)
        place = pane.page.place(side, offset)
        if place is not None:
            row = pane.page.blocks[place[0]].row
            self._come_together()
            self._leveller.level_before(row, pane.lines_shown())
            pane.go_to_anchor(side, offset)

    def scroll_to_share(self, share: float) -> None:
        """Scroll to a place given as a share of the whole."""
        row = max(0, next((n for n, done in enumerate(self._shares) if done > share), len(self._shares) - 1) - 1)
        self._come_together()
        self.left.set_top(row, 0)

    def retheme(self) -> None:
        self._between.update()
        self.ruler.redraw()
        for pane in self.panes:
            pane.retheme()

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.PaletteChange:
            self.retheme()


def _show_pages(panes: Sequence[TextPane], page_set: PageSet, documents: Sequence[PageDocument], *, same: bool) -> None:
    """Show pages in their panes, with the `documents` of long ones; the `same` pages as before only get other marks."""
    for number, (pane, page, layers) in enumerate(zip(panes, page_set.pages, page_set.layers, strict=True)):
        if same:
            pane.mark_page(page, layers)
        else:
            pane.show_page(page, layers, documents[number].document if documents else None)


def _in_order(places: Sequence[tuple[str, Span]]) -> Sequence[tuple[str, Span]]:
    """Return places in the order they are brought on the screen: last what is looked at, in one text what came last."""
    return places if len({side for side, _ in places}) == 1 else places[::-1]


def _fold_at(panes: Sequence[TextPane], side: str, span: Span) -> Fold | None:
    found = (pane.page.fold_at(side, span.start) for pane in panes if len(span))
    return next((fold for fold in found if fold is not None), None)


class SinglePane(QWidget):
    """One page and its ruler."""

    def __init__(self, name: str, *, struck: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pane = TextPane(name, struck=struck, parent=self)
        self.panes = (self.pane,)
        self.ruler = Ruler(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.pane, 1)
        row.addWidget(self.ruler)
        self._shares: list[float] = [0.0]
        self.pane.verticalScrollBar().valueChanged.connect(self._show_view)
        self.pane.resized.connect(self._show_view)

    def show_pages(
        self,
        page_set: PageSet,
        documents: Sequence[PageDocument] = (),
        *,
        same: bool = False,
        anchor: tuple[str, int] | None = None,
    ) -> None:
        """Show a page, at an anchor or its top; `documents` holds the document of a long one."""
        _show_pages(self.panes, page_set, documents, same=same)
        if not same:
            self.pane.lay_out_pages()
        self._shares = page_set.shares
        if anchor is not None:
            self.go_to_anchor(*anchor)
        self._show_view()

    def reveal(self, side: str, span: Span) -> None:
        """Bring a span on the screen."""
        self.pane.reveal(side, span)

    def reveal_both(self, places: Sequence[tuple[str, Span]]) -> None:
        """Bring places on the screen; the first is what is looked at."""
        for side, span in _in_order(places):
            self.pane.reveal(side, span)

    def fold_at(self, side: str, span: Span) -> Fold | None:
        """Return the fold that hides where a span of one side begins, or None."""
        return _fold_at(self.panes, side, span)

    def anchor(self) -> tuple[str, int] | None:
        """Return side and offset of the first text on the screen."""
        return self.pane.anchor()

    def go_to_anchor(self, side: str, offset: int) -> None:
        """Scroll so that an offset is at the top."""
        self.pane.go_to_anchor(side, offset)

    def scroll_to_share(self, share: float) -> None:
        """Scroll to a place given as a share of the whole."""
        block = max(0, next((n for n, done in enumerate(self._shares) if done > share), len(self._shares) - 1) - 1)
        line = self.pane.document().findBlockByNumber(block).firstLineNumber()
        self.pane.verticalScrollBar().setValue(line)

    def _show_view(self) -> None:
        numbers = [block.number for block in self.pane.visible_blocks()]
        if numbers and numbers[-1] + 1 < len(self._shares):
            self.ruler.set_view(self._shares[numbers[0]], self._shares[numbers[-1] + 1])

    def retheme(self) -> None:
        self.ruler.redraw()
        self.pane.retheme()

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.PaletteChange:
            self.retheme()


_LATER = 100  # milliseconds: to take apart what was long takes a turn of its own


PageView = SideBySide | SinglePane


class ViewStack(QStackedWidget):
    """The two layouts and the empty page. Of long texts the beginning is shown at once, all of them soon after.

    Signals: shown(object): these pages of a PageSet are shown now, and their marks can be applied
    """

    shown = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.side = SideBySide()
        self.inline = SinglePane("compare-text-inline", struck=True)
        self.empty = EmptyPage("compare-empty")
        for page in (self.side, self.inline, self.empty):
            self.addWidget(page)
        self.current: PageView = self.side  # the layout that is shown, or was before the empty page
        self.place_to_restore: tuple[str, int] | None = None  # where to scroll once the texts are there
        self.background_layout = BackgroundLayout(self)
        self._page_set: PageSet | None = None

    def show_empty(self) -> None:
        self.background_layout.cancel()
        self._page_set = None
        self.setCurrentWidget(self.empty)

    def show_pair(self, request: PageRequest, *, keep: bool) -> None:
        """Show a pair; `keep` the place in the text."""
        page_view = self.side if request.layout == "side" else self.inline
        known = self._page_set if keep and page_view is self.current else None
        bare = known.without_marks(request) if known is not None else None
        if bare is not None:
            self.background_layout.cancel()
            self._use(page_view, bare, (), keep=True, same=True)
            return
        if not keep:
            self.background_layout.cancel()
        if not keep and is_long(request.length):
            self._use(page_view, request.build_beginning(), (), keep=False)
            keep = True  # the reader may be on the way already
        work = partial(_built, request, self._anchor() if keep else None)
        self.background_layout.ask(Job(request.length, work, page_view.panes, partial(self._use, page_view, keep=keep)))

    def _use(
        self,
        page_view: PageView,
        page_set: PageSet,
        documents: Sequence[PageDocument],
        *,
        keep: bool,
        same: bool = False,
    ) -> None:
        anchor = self._anchor() if keep else None
        every = (*self.side.panes, *self.inline.panes)
        selected = [pane.selected_span() for pane in every] if keep else []
        former, self._page_set = self._page_set, page_set
        shown = [(pane.page, pane.layers) for pane in page_view.panes]
        QTimer.singleShot(_LATER, self, partial(_release, former, shown))
        if self.place_to_restore is not None and not page_set.is_head:
            anchor, self.place_to_restore = self.place_to_restore, None
        page_view.show_pages(page_set, documents, same=same, anchor=anchor)
        self.current = page_view
        self.setCurrentWidget(page_view)
        self.shown.emit(page_set)
        for span in filter(None, selected):
            for pane in page_view.panes:
                pane.select(*span)
        if anchor is not None:
            page_view.go_to_anchor(*anchor)
        elif not keep:
            page_view.panes[0].verticalScrollBar().setValue(0)

    def _anchor(self) -> tuple[str, int] | None:
        """Return the place at the top of what is shown; the very top need not be restored."""
        moved = self.current.panes[0].verticalScrollBar().value() > 0
        return self.current.anchor() if moved else None


def _built(request: PageRequest, anchor: tuple[str, int] | None) -> PageSet:
    """Build pages, and work out what is marked around an anchor, where they will be shown first."""
    page_set = request.build()
    if anchor is not None and is_long(request.length):
        page_set.work_out_around(*anchor)
    return page_set


def _release(_page_set: PageSet | None, _shown: list[tuple[Page, Layers]]) -> None:
    """Drop the last references to what was shown."""
