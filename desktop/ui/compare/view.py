"""Compare view: how two versions differ, and where; the centre of the window."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.translation import tr
from desktop.ui import background
from desktop.ui.compare.boilerplate_menu import extend_menu
from desktop.ui.compare.change_list import ChangeList
from desktop.ui.compare.change_navigation import AlertStrip, ChangeNavigation
from desktop.ui.compare.find_bar import FindBar, FindController
from desktop.ui.compare.header import Header
from desktop.ui.compare.ignore_menu import IgnoreMenu
from desktop.ui.compare.layout.change_steps import ChangeSteps
from desktop.ui.compare.layout.descriptions import change_tip, masked, quote_tip, why_unmarked
from desktop.ui.compare.layout.layers import hit
from desktop.ui.compare.layout.marked_text import copied
from desktop.ui.compare.layout.options import PageOptions
from desktop.ui.compare.layout.page_set import PageRequest, is_long
from desktop.ui.compare.panes.text_pane import TextPane
from desktop.ui.compare.panes.view_stack import ViewStack
from desktop.ui.compare.passage_pairing import PassagePairing
from desktop.ui.compare.progress_line import ProgressLine
from desktop.ui.compare.quotes_in_text import QuotesInText, select_on_page
from desktop.ui.compare.version_drop import VersionDrop
from desktop.ui.widgets.basics import read_in_order

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from desktop.domain import Span, Version, VersionId
    from desktop.ui.compare.layout.options import Fold
    from desktop.ui.compare.layout.page_set import PageSet
    from desktop.ui.compare.panes.view_stack import PageView
    from desktop.ui.session.session import Session

_LEAST_SHOWN = 200  # code points: what only one side has is not cut shorter
_STEADY = 4  # a fourth more or less room cuts nothing elsewhere
_LEAST_HEIGHT = 90  # pixels of the texts: what stands over them goes first
_LOW = 440  # pixels: what is lower has no room for a sentence over the texts
_HEAD = 150  # pixels that stand over the texts


class CompareView(QWidget):
    """Header, texts, list of changes, find bar; everything about the pair on the session."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compare")
        self._session = session
        self._unfolded: set[Fold] = set()
        self._shown: tuple[VersionId, VersionId] | None = None
        self._fresh = True  # a pair that was not shown before starts at its top
        self._layout_name = "side"
        self._changes_only = False
        self._most = 0  # code points of what only one side has that fit on the screen; see `_fitting`
        self._begins = True  # the pair is shown from its first change, once that is known
        self._comparison_is_new = True  # header and list do not show it yet
        self._ignore = IgnoreMenu(session, self)
        self._header = Header(session, self._ignore, self)
        self._strip = AlertStrip(self)
        self._view_stack = ViewStack()
        self._progress = ProgressLine(self._view_stack)
        self._background_layout = self._view_stack.background_layout
        self._side, self._inline, self._empty = self._view_stack.side, self._view_stack.inline, self._view_stack.empty
        self._list = ChangeList()
        self._find_bar = FindBar("compare-find")
        self._lay_out()
        self._quotes = QuotesInText(session, self)
        self.finder = FindController(session, self._find_bar, self)
        self.finder.fold_requested.connect(self._open_fold)
        self.pairing = PassagePairing(session, self)
        self._navigation = ChangeNavigation(session, (self._header, self._strip), self._list, self._quotes, self)
        self._connect()
        session.zoom_changed.connect(self.apply_zoom)
        self.apply_zoom()
        self.set_one_colour(session.settings.one_colour)
        self._on_pair()
        self._on_comparison()

    def _lay_out(self) -> None:
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setChildrenCollapsible(False)
        self._view_stack.setMinimumHeight(_LEAST_HEIGHT)
        self._splitter.addWidget(self._view_stack)
        self._splitter.addWidget(self._list)
        read_in_order(self._splitter)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([420, 210])
        self._list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._header, self._strip):
            column.addWidget(widget)
        column.addWidget(self._splitter, 1)
        column.addWidget(self._find_bar)

    def _connect(self) -> None:
        session, header = self._session, self._header
        session.pair.changed.connect(self._on_pair)
        session.pair.comparison_changed.connect(self._on_comparison)
        header.layout_chosen.connect(self._set_layout)
        header.list_toggled.connect(self.show_change_list)
        drop = VersionDrop(session, self._view_stack)
        drop.hovered.connect(header.show_target)
        drop.dropped.connect(header.take)
        self._ignore.typography_toggled.connect(self._refill)
        self._navigation.fold_requested.connect(self._open_fold)
        self._quotes.fold_requested.connect(self._open_fold)
        self._view_stack.shown.connect(self._apply_marks)
        self._background_layout.slow.connect(self._progress.set_setting)
        self._empty.requested.connect(self._header.open_versions)
        self._progress.cancelled.connect(session.pair.cancel_comparing)
        self._progress.resumed.connect(session.pair.go_on_comparing)
        session.pair.comparing_changed.connect(self._show_progress)
        for page_view in (self._side, self._inline):
            page_view.ruler.change_requested.connect(self.go_to_change)
            page_view.ruler.place_requested.connect(page_view.scroll_to_share)
            for pane in page_view.panes:
                pane.quotes_on = self._quotes.on_page
                pane.tooltip_for = self._tooltip
                pane.extend_menu = self._extend_menu
                pane.touched.connect(self._on_touched)
                pane.handles.moved.connect(self._quotes.resize)
                pane.fold_toggled.connect(self._toggle_fold)
                pane.partner_requested.connect(self._on_number)
                pane.zoom_requested.connect(self._session.zoom_by)

    def _extend_menu(self, pane: TextPane, menu: QMenu, place: tuple[int, int]) -> None:
        self.pairing.extend_menu(pane, menu, place)
        pair = self._pair()
        if pair is not None:
            extend_menu(self._session, dict(zip("ab", pair, strict=True)), pane, menu, place)

    # -- what is shown ---------------------------------------------------------------------------------------------

    @property
    def page_view(self) -> PageView:
        """The layout that is shown."""
        return self._view_stack.current

    def _pair(self) -> tuple[Version, Version] | None:
        a, b = self._session.pair.a, self._session.pair.b
        return (a, b) if a is not None and b is not None else None

    def _on_pair(self) -> None:
        self._header.show_pair()
        pair = self._pair()
        shown = (pair[0].id, pair[1].id) if pair is not None else None
        if shown != self._shown:  # a passage that is restored brings the same pair again: the place stays
            self._shown = shown
            self._fresh = True
            self._begins = self._view_stack.place_to_restore is None
            self._unfolded = set()
        self._progress.hide()
        if pair is None:
            self._show_empty()

    def _show_progress(self) -> None:
        if self._pair() is not None:
            self._progress.show_state(self._session.pair.comparison, self._session.pair.comparing)

    def _on_comparison(self) -> None:
        pair = self._pair()
        if pair is None:
            self._show_empty()
            return
        self._show_progress()
        self._quotes.read({"a": pair[0], "b": pair[1]})
        self._comparison_is_new = True
        self._fill(keep=not self._fresh)
        self._fresh = False

    def _show_empty(self) -> None:
        if self._session.pair.a is None:
            self._empty.say(
                tr("Nothing to compare yet"),
                tr(
                    "Two versions will stand here beside each other, with every changed word marked. "
                    "Add articles, or drop files on the list."
                ),
            )
        else:
            self._empty.say(
                tr("One version is chosen"),
                tr(
                    "Choose a second version to see what differs, word by word. "
                    "In the list: “Compare as B” on an article."
                ),
                tr("Choose B…"),
            )
        self._header.show_comparison(ChangeSteps(None))
        self._strip.hide()
        self._list.show_nothing()
        self._quotes.read({})
        self._view_stack.show_empty()

    def _fill(self, *, keep: bool) -> None:
        """Build the pages of the layout that is chosen; `keep` the place in the text."""
        pair, shown = self._pair(), self._session.pair
        if pair is not None:
            self._most = self._fitting()
            options = PageOptions(frozenset(self._unfolded), shown.pins, self._changes_only, self._most)
            comparison = None if self._unmarked() else shown.comparison
            typography = self._ignore.typography.isChecked()
            request = PageRequest(*pair, comparison, options, typography, self._layout_name)
            self._view_stack.show_pair(request, keep=keep)
            if self._background_layout.busy and not keep:
                # A quote may be chosen where only the beginning is shown.
                self._background_layout.when_ready(self._quotes.reveal)

    def _unmarked(self) -> str:
        """Return the sentence that says why nothing is marked, or nothing where the changes are marked."""
        comparison = self._session.pair.comparison
        return why_unmarked(comparison, chosen=self._session.pair.kind is not None) if comparison is not None else ""

    def _fitting(self) -> int:
        """Return how many code points fit on a third of a pane; what a line more or less changes does not count."""
        pane = self._side.left
        most = max(_LEAST_SHOWN, pane.letters_in(self.width() // 2, self.height() - _HEAD) // 3)
        return self._most if abs(most - self._most) * _STEADY < most else most

    def _apply_marks(self, page_set: PageSet) -> None:
        """Mark in the pages that are shown now what there is to mark, and walk through their changes."""
        pair = self._pair()
        if pair is None or page_set.steps is None:
            return
        is_new = self._comparison_is_new or page_set.is_head
        if is_new:
            self._comparison_is_new = page_set.is_head
            self._header.show_comparison(page_set.steps, self._unmarked())
            self._navigation.restart(page_set.steps)
        self._name_panes(pair)
        self._quotes.apply_marks(self.page_view)
        self.finder.use(self.page_view)
        self._navigation.use(self.page_view, page_set)
        self.pairing.use(self.page_view.panes)
        if is_new:
            self._navigation.fill_list()
            if self._begins and page_set.comparison is not None:
                self._begins = False  # what is shown already is not scrolled away once more is known of it
                if not page_set.comparison.coarse:
                    QTimer.singleShot(0, self, self._reveal_first)

    def _reveal_first(self) -> None:
        """Begin at the first change, unless the reader is somewhere else already."""
        at_the_top = all(pane.verticalScrollBar().value() == 0 for pane in self.page_view.panes)
        if self._session.pair.selected is None and at_the_top:
            self._navigation.reveal_first()

    def _name_panes(self, pair: tuple[Version, Version]) -> None:
        names = {side: _spoken(version) for side, version in zip("ab", pair, strict=True)}
        for side, pane in zip("ab", self._side.panes, strict=True):
            pane.setAccessibleName(f"{side.upper()}: {names[side]}")
        self._inline.pane.setAccessibleName(tr("A and B as one text: {a}; {b}", a=names["a"], b=names["b"]))

    # -- changes ---------------------------------------------------------------------------------------------------

    def next_change(self) -> None:
        self._background_layout.when_ready(partial(self._navigation.step, 1))

    def previous_change(self) -> None:
        self._background_layout.when_ready(partial(self._navigation.step, -1))

    def next_alert(self) -> None:
        self._background_layout.when_ready(partial(self._navigation.step_alert, 1))

    def previous_alert(self) -> None:
        self._background_layout.when_ready(partial(self._navigation.step_alert, -1))

    def go_to_change(self, number: int) -> None:
        """Make a change the current one and show it; `number` counts in the comparison."""
        self._background_layout.when_ready(partial(self._navigation.go_to, number))

    def go_to_partner(self) -> None:
        """Go to the other place of the current change, if it moved."""
        self._navigation.go_to_partner()

    def _on_number(self, number: int) -> None:
        self._navigation.choose(number)
        pane = self.sender()
        self._navigation.go_to_partner(pane if isinstance(pane, TextPane) else None)

    # -- clicks and tips -------------------------------------------------------------------------------------------

    def _on_touched(self, side: str, offset: int) -> None:
        self.pairing.pick(side, offset)
        quote = self._quotes.at(side, offset)
        if quote is not None:
            self._session.pair.show_quote(quote)
            return
        number = self._change_at(side, offset)
        if number >= 0:
            self._navigation.choose(number)

    def _change_at(self, side: str, offset: int) -> int:
        """Return the number of the change at an offset, or -1."""
        for number, change in enumerate(self._navigation.steps.changes):
            if (change.a if side == "a" else change.b).contains(offset):
                return number
        return -1

    def _tooltip(self, pane: TextPane, block: int, column: int) -> str:
        source = pane.page.source(block, column)
        if source is None:
            return ""
        parts = []
        pair = self._pair()
        mark = hit(pane.layers.of(block).marks, column)
        if mark is not None and pair is not None:
            parts.append(change_tip(self._navigation.steps.changes[mark.change], *map(masked, pair)))
        quote = self._quotes.at(*source)
        if quote is not None:
            parts.append(quote_tip(quote))
        parts += filter(None, [self.pairing.explain(*source)])
        return "\n\n".join(parts)

    def _open_fold(self, fold: Fold) -> None:
        if fold not in self._unfolded:
            self._toggle_fold(fold)
        if self._background_layout.busy:
            again = self._navigation.reveal if self.sender() is self._navigation else self._quotes.reveal
            self._background_layout.when_ready(again)

    def _toggle_fold(self, fold: Fold) -> None:
        self._unfolded ^= {fold}
        self._refill()

    def _refill(self) -> None:
        self._fill(keep=True)

    def set_one_colour(self, on: bool) -> None:  # noqa: FBT001 - bound to a switch in the menu
        """Draw all differences in one colour, or each kind in its own."""
        for page_view in (self._side, self._inline):
            page_view.ruler.set_one_colour(on=on)
            for pane in page_view.panes:
                pane.set_one_colour(on=on)

    # -- layout, list, zoom ----------------------------------------------------------------------------------------

    def show_changes_only(self, on: bool) -> None:  # noqa: FBT001 - bound to a switch in the menu
        """Fold the paragraphs that are the same in both texts, or show them again."""
        if on != self._changes_only:
            self._changes_only = on
            self._refill()

    def show_side_by_side(self) -> None:
        self._set_layout("side")

    def show_inline(self) -> None:
        self._set_layout("inline")

    def _set_layout(self, layout: str) -> None:
        self._layout_name = layout
        self._header.show_layout(layout)
        self._fill(keep=True)

    def show_change_list(self, visible: bool) -> None:  # noqa: FBT001 - bound to a switch in the menu
        self._list.setVisible(visible)
        self._header.show_list(visible)
        self._navigation.fill_list()

    def apply_zoom(self) -> None:
        """Take the size of the text from the settings, with the same text at the top."""
        anchor = self.page_view.anchor() if self._pair() is not None else None
        for pane in (*self._side.panes, *self._inline.panes):
            pane.set_zoom(self._session.settings.zoom)
        self._side.level_again(anchor if self.page_view is self._side else None)
        if anchor is not None:
            self.page_view.go_to_anchor(*anchor)

    # -- taking out ------------------------------------------------------------------------------------------------

    def _pane(self) -> TextPane:
        """Return the pane with the focus, else with a selection, else the first."""
        panes = self.page_view.panes
        focused = [pane for pane in panes if pane.hasFocus()]
        chosen = [pane for pane in panes if pane.textCursor().hasSelection()]
        return (focused or chosen or list(panes))[0]

    def focus_text(self) -> None:
        if self._pair() is None:
            self._empty.offer.setFocus()
        else:
            self._pane().setFocus()

    def show_find(self, version: VersionId, span: Span) -> bool:
        """Bring words of a version on the screen and select them; say whether they can be shown here."""
        pair = self._pair()
        side = next((side for side, each in zip("ab", pair or (), strict=False) if each.id == version), "")
        if not side:
            return False
        if self._background_layout.busy:
            self._background_layout.when_ready(partial(self._go_to, side, span))
            return True
        return self._go_to(side, span)

    def _go_to(self, side: str, span: Span) -> bool:
        """Select words of a side, unfolding what hides them."""
        fold = self.page_view.fold_at(side, span)
        if fold is not None:
            self._toggle_fold(fold)
        if self._background_layout.busy:
            self._background_layout.when_ready(lambda: select_on_page(self.page_view, side, span))
            return True
        return select_on_page(self.page_view, side, span)

    def selected_span(self) -> tuple[Version, Span] | None:
        """Return the selected words as version and span, or None where nothing, or two texts, are selected."""
        pair = self._pair()
        span = self._pane().selected_span() if pair is not None else None
        if pair is None or span is None:
            return None
        return pair[0 if span[0] == "a" else 1], span[1]

    def caret(self) -> tuple[Version, int] | None:
        """Return version and offset of the caret, or None where it is in nobody's text."""
        pair = self._pair()
        place = self._pane().caret() if pair is not None else None
        return None if pair is None or place is None else (pair[0 if place[0] == "a" else 1], place[1])

    def copy_with_marks(self) -> None:
        """Copy the selection, or everything, with signs around what changed."""
        pair = self._pair()
        if pair is None:
            return
        pane = self._pane()
        work = partial(copied, pane.selected_pieces(), pane.page.texts, *pair, self._session.pair.comparison)
        if is_long(sum(len(version.text) for version in pair)):
            task = background.start(lambda _: work(), tr("Copy with &marks"), self)
            task.done.connect(self._put_copy)
            task.failed.connect(self._hand_on)
        else:
            self._put_copy(work())

    def _hand_on(self, error: Exception) -> None:
        """Hand an error that must not happen to the last line of defence."""
        raise error

    def _put_copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._session.announced.emit(tr("Copied with marks: [-only in A-] {+only in B+}"))

    def ask_print(self) -> None:
        """Ask where the comparison is to go: a page, a PDF file or a printer."""
        from desktop.ui.compare.print_dialog import ask_print

        ask_print(self._session, self._navigation.steps.filter, self.window())

    def state(self) -> str:
        """Return layout, place in the text and list as a string for the settings."""
        anchor = self.page_view.anchor() if self._pair() is not None else None
        side, offset = anchor or ("a", 0)
        state = {"layout": self._layout_name, "side": side, "offset": offset, "list": not self._list.isHidden()}
        return json.dumps(state)

    def restore(self, state: str) -> None:
        """Take up what `state` returned; anything else is left alone."""
        try:
            values = json.loads(state)
            layout, side, offset, listed = values["layout"], values["side"], values["offset"], values["list"]
        except (ValueError, KeyError, TypeError):
            return
        if layout in ("side", "inline") and side in ("a", "b") and isinstance(offset, int):
            self._view_stack.place_to_restore = side, offset
            self._set_layout(layout)
            self.show_change_list(bool(listed))

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._header.set_low(self.height() < _LOW)
        if self._layout_name == "side" and self._fitting() != self._most:
            self._refill()


def _spoken(version: Version) -> str:
    meta = version.info.metadata
    return f"{meta.title or tr('Untitled')}, {meta.outlet or tr('outlet not given')}"
