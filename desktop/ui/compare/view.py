"""Compare view: how two versions differ, and where; the centre of the window."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSplitter, QVBoxLayout, QWidget

from desktop.ui.compare.change_list import ChangeList
from desktop.ui.compare.change_navigation import ChangeNavigation
from desktop.ui.compare.find_bar import FindBar, FindController
from desktop.ui.compare.header import Header
from desktop.ui.compare.ignore_menu import IgnoreMenu
from desktop.ui.compare.layout.build_pages import fold_of
from desktop.ui.compare.layout.descriptions import change_tip, quote_tip
from desktop.ui.compare.layout.layers import ChangeSteps, hit
from desktop.ui.compare.layout.marked_text import copied
from desktop.ui.compare.layout.page_set import PageRequest
from desktop.ui.compare.panes.text_pane import TextPane
from desktop.ui.compare.panes.view_stack import ViewStack
from desktop.ui.compare.passage_pairing import PassagePairing
from desktop.ui.compare.quotes_in_text import QuotesInText, select_on_page
from desktop.ui.widgets.basics import button, plain_label

if TYPE_CHECKING:
    from desktop.domain import Span, Version, VersionId
    from desktop.text.changes import Comparison
    from desktop.ui.compare.layout.page_set import PageSet
    from desktop.ui.compare.panes.view_stack import PageView
    from desktop.ui.session.session import Session

_BEING_MADE = "Comparing… The texts are here already; changes will be marked when it is done."
_BEING_SET = "Setting long texts on their pages… They begin here already; the rest follows in a moment."
_GIVEN_UP = "Not compared word by word. What differs in whole sentences will be marked in a moment."


class ProgressLine(QWidget):
    """One quiet line over the texts until the fine comparison is there.

    Signals: cancelled(); resumed(): the fine comparison is to be made after all
    """

    cancelled = Signal()
    resumed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compare-waiting")
        self._label = plain_label()
        self._label.setObjectName("compare-waiting-words")
        self._label.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setObjectName("compare-progress")
        self._bar.setAccessibleName("How much of the comparison is made")
        self._bar.setRange(0, 100)
        self._bar.setFixedWidth(110)
        self._cancel = button("Cancel", "compare-cancel", "button")
        self._cancel.clicked.connect(self.cancelled)
        self._go_on = button("Compare word by word", "compare-go-on", "button")
        self._go_on.clicked.connect(self.resumed)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 10, 4)
        row.addWidget(self._label, 1)
        for widget in (self._bar, self._cancel, self._go_on):
            row.addWidget(widget)
        self._unfinished = False  # whether the fine comparison is not there yet
        self._setting = False  # whether long texts are being set on their pages
        self.hide()

    def show_state(self, comparison: Comparison | None, share: float | None) -> None:
        """Say what is shown and, with the share that is made (None: nothing is being made), what is to come."""
        making = share is not None
        coarse = comparison is not None and comparison.coarse
        if comparison is not None and coarse:
            more = "The fine comparison is being made…" if making else "The fine comparison was cancelled."
            self._label.setText(f"{comparison.why} {more}")
        else:
            self._label.setText(_BEING_MADE if making else _GIVEN_UP)
        self._bar.setValue(round(100 * (share or 0)))
        for widget, visible in ((self._bar, making), (self._cancel, making), (self._go_on, not making)):
            widget.setVisible(visible)
        self._unfinished = comparison is None or coarse
        self.setVisible(self._unfinished or self._setting)

    def set_setting(self, setting: bool) -> None:  # noqa: FBT001 - a slot
        """Say that long texts are being set on their pages, or no more."""
        if setting == self._setting:
            return
        self._setting = setting
        if setting and not self._unfinished:
            self._label.setText(_BEING_SET)
            self._bar.setRange(0, 0)
            for widget, visible in ((self._bar, True), (self._cancel, False), (self._go_on, False)):
                widget.setVisible(visible)
        else:
            self._bar.setRange(0, 100)
        self.setVisible(self._unfinished or setting)


class CompareView(QWidget):
    """Header, texts, list of changes, find bar; everything about the pair on the session."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compare")
        self._session = session
        self._unfolded: set[int] = set()
        self._shown: tuple[VersionId, VersionId] | None = None
        self._fresh = True  # a pair that was not shown before starts at its top
        self._layout_name = "side"
        self._comparison_is_new = True  # header and list do not show it yet
        self._ignore = IgnoreMenu(session, self)
        self._header = Header(session, self._ignore, self)
        self._progress = ProgressLine(self)
        self._view_stack = ViewStack()
        self._background_layout = self._view_stack.background_layout
        self._side, self._inline, self._empty = self._view_stack.side, self._view_stack.inline, self._view_stack.empty
        self._list = ChangeList()
        self._find_bar = FindBar("compare-find")
        self._lay_out()
        self._quotes = QuotesInText(session, self)
        self._find = FindController(session, self._find_bar, self)
        self.pairing = PassagePairing(session, self)
        self._navigation = ChangeNavigation(session, self._header, self._list, self._quotes, self)
        self._connect()
        session.zoom_changed.connect(self.apply_zoom)
        self.apply_zoom()
        self.set_one_colour(session.settings.one_colour)
        self._on_pair()
        self._on_comparison()

    def _lay_out(self) -> None:
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._view_stack)
        self._splitter.addWidget(self._list)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([420, 210])
        self._list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._header, self._progress):
            column.addWidget(widget)
        column.addWidget(self._splitter, 1)
        column.addWidget(self._find_bar)

    def _connect(self) -> None:
        session, header = self._session, self._header
        session.pair.changed.connect(self._on_pair)
        session.pair.comparison_changed.connect(self._on_comparison)
        header.layout_chosen.connect(self._set_layout)
        header.list_toggled.connect(self.show_change_list)
        self._ignore.typography_toggled.connect(self._refill)
        self._navigation.fold_requested.connect(self._open_fold)
        self._quotes.fold_requested.connect(self._open_fold)
        self._view_stack.shown.connect(self._apply_marks)
        self._background_layout.slow.connect(self._progress.set_setting)
        self._empty.asked.connect(self._header.open_versions)
        self._progress.cancelled.connect(session.pair.cancel_comparing)
        self._progress.resumed.connect(session.pair.go_on_comparing)
        session.pair.comparing_changed.connect(self._show_progress)
        for page_view in (self._side, self._inline):
            page_view.ruler.change_requested.connect(self.go_to_change)
            page_view.ruler.place_requested.connect(page_view.scroll_to_share)
            for pane in page_view.panes:
                pane.tooltip_for = self._tooltip
                pane.extend_menu = self.pairing.extend_menu
                pane.touched.connect(self._on_touched)
                pane.handles.moved.connect(self._quotes.resize)
                pane.fold_toggled.connect(self._toggle_fold)
                pane.partner_requested.connect(self._on_number)
                pane.zoom_requested.connect(self._session.zoom_by)

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
            self._empty.say("Nothing to compare yet", "Two versions will stand here beside each other, with every"
                            " changed word marked. Add articles, or drop files on the list.")  # fmt: skip
        else:
            self._empty.say("One version is chosen", "Choose a second version to see what differs, word by word."
                            " In the list: “Compare as B” on an article.", "Choose B…")  # fmt: skip
        self._header.show_comparison(ChangeSteps(None))
        self._list.show_nothing()
        self._quotes.read({})
        self._view_stack.show_empty()

    def _fill(self, *, keep: bool) -> None:
        """Build the pages of the layout that is chosen; `keep` the place in the text."""
        pair, session = self._pair(), self._session
        if pair is not None:
            typography, unfolded = self._ignore.typography.isChecked(), frozenset(self._unfolded)
            shown = session.pair
            request = PageRequest(*pair, shown.comparison, unfolded, shown.pins, typography, self._layout_name)
            self._view_stack.show_pair(request, keep=keep)
            if self._background_layout.busy and not keep:
                # A quote may be chosen where only the beginning is shown.
                self._background_layout.when_ready(self._quotes.reveal)

    def _apply_marks(self, page_set: PageSet) -> None:
        """Mark in the pages that are shown now what there is to mark, and walk through their changes."""
        pair = self._pair()
        if pair is None or page_set.steps is None:
            return
        is_new = self._comparison_is_new or page_set.is_head
        if is_new:
            self._comparison_is_new = page_set.is_head
            self._header.show_comparison(page_set.steps)
            self._navigation.restart(page_set.steps)
        self._name_panes(pair)
        self._quotes.apply_marks(self.page_view)
        self._find.use(self.page_view)
        self._navigation.use(self.page_view, page_set)
        self.pairing.use(self.page_view.panes)
        if is_new:
            self._navigation.fill_list()

    def _name_panes(self, pair: tuple[Version, Version]) -> None:
        names = {side: _spoken(version) for side, version in zip("ab", pair, strict=True)}
        for side, pane in zip("ab", self._side.panes, strict=True):
            pane.setAccessibleName(f"{side.upper()}: {names[side]}")
        self._inline.pane.setAccessibleName(f"A and B as one text: {names['a']}; {names['b']}")

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
            parts.append(change_tip(self._navigation.steps.changes[mark.change], pair[0].text, pair[1].text))
        quote = self._quotes.at(*source)
        if quote is not None:
            parts.append(quote_tip(quote))
        parts += filter(None, [self.pairing.explain(*source)])
        return "\n\n".join(parts)

    def _open_fold(self, fold: int) -> None:
        if fold not in self._unfolded:
            self._toggle_fold(fold)
        if self._background_layout.busy:
            again = self._navigation.reveal if self.sender() is self._navigation else self._quotes.reveal
            self._background_layout.when_ready(again)

    def _toggle_fold(self, fold: int) -> None:
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

    # -- layout, list, find, zoom ----------------------------------------------------------------------------------

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

    def open_find(self) -> None:
        self._find_bar.open_bar()

    def find_next(self) -> None:
        self._find.step(1)

    def find_previous(self) -> None:
        self._find.step(-1)

    def apply_zoom(self) -> None:
        """Take the size of the text from the settings, with the same text at the top."""
        anchor = self.page_view.anchor() if self._pair() is not None else None
        for pane in (*self._side.panes, *self._inline.panes):
            pane.set_zoom(self._session.settings.zoom)
        self._side.relevel()
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
        comparison = self._session.pair.comparison
        if not side:
            return False
        fold = fold_of(comparison, side, span.start) if comparison is not None and len(span) else -1
        if fold >= 0:
            self._open_fold(fold)
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
        text = copied(pane.selected_pieces(), pane.page.texts, *pair, self._session.pair.comparison)
        QGuiApplication.clipboard().setText(text)
        self._session.said.emit("Copied with marks: [-only in A-] {+only in B+}")

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


def _spoken(version: Version) -> str:
    meta = version.info.metadata
    return f"{meta.title or 'Untitled'}, {meta.outlet or 'outlet not given'}"
