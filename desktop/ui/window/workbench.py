"""The workbench of an open desk: three panels beside each other, and the actions that need more than one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from desktop.domain import Status
from desktop.ui.articles.panel import ArticlePanel
from desktop.ui.quotes.bounds_editing import BoundsEditing
from desktop.ui.quotes.panel import QuotePanel
from desktop.ui.window.centre import Centre

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain import Hit
    from desktop.ui.session.session import Session
    from desktop.ui.widgets.toasts import Toasts

_SIZES = [296, 770, 374]


class Workbench(QSplitter):
    """Articles, centre, quotes; made when the first desk is opened, so that the window shows first."""

    def __init__(self, session: Session) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName("panes")
        self.setHandleWidth(1)
        self._session = session
        self.articles = ArticlePanel(session)
        self.centre = Centre(session)
        self.quotes = QuotePanel(session)
        self.ends = BoundsEditing(session, self.quotes.list.selected_quotes, lambda: self.centre.text, self)
        for panel in (self.articles, self.centre, self.quotes):
            self.addWidget(panel)
        self.setSizes(_SIZES)
        self.setCollapsible(1, False)
        self.toasts: Toasts | None = None  # what lies over the foot of the window

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of these names do here."""
        compare, quotes, articles, centre = self.centre.compare, self.quotes, self.articles, self.centre
        return {
            "use_a": self._use_a,
            "use_b": self._use_b,
            "rename": articles.rename,
            "delete_article": articles.delete_chosen,
            "mark_verified": partial(quotes.quote_actions.mark_and_go, Status.VERIFIED),
            "mark_disputed": partial(quotes.quote_actions.mark_and_go, Status.DISPUTED),
            "mark_unverified": partial(quotes.quote_actions.mark_and_go, Status.UNVERIFIED),
            "next_unverified": quotes.next_unverified,
            "next_quote": quotes.next_quote,
            "previous_quote": quotes.previous_quote,
            "note": quotes.focus_note,
            "speaker": quotes.quote_actions.correct,
            "add_quote": self._add_quote,
            "delete_quote": quotes.quote_actions.delete,
            "end_later": partial(self.ends.move_end, 1),
            "end_earlier": partial(self.ends.move_end, -1),
            "start_later": partial(self.ends.move_start, 1),
            "start_earlier": partial(self.ends.move_start, -1),
            "use_selection": self.ends.use_selection,
            "split_quote": self.ends.split,
            "join_quotes": self.ends.join,
            "apply_identical": quotes.quote_actions.apply_to_identical,
            "show_compare": centre.show_compare,
            "show_read": centre.show_read,
            "show_matrix": centre.show_matrix,
            "next_change": self._in_front(compare.next_change),
            "previous_change": self._in_front(compare.previous_change),
            "next_alert": self._in_front(compare.next_alert),
            "previous_alert": self._in_front(compare.previous_alert),
            "side_by_side": self._in_front(compare.show_side_by_side),
            "inline": self._in_front(compare.show_inline),
            "copy_with_marks": compare.copy_with_marks,
            "other_end": self._in_front(compare.go_to_partner),
            "pair_passages": self._in_front(compare.pairing.join),
            "part_passages": self._in_front(compare.pairing.part),
            "unpair_passages": self._in_front(compare.pairing.take_back),
            "print": self._in_front(compare.ask_print),
            "find": self._find,
            "find_next": self._find_next,
            "find_previous": self._find_previous,
            "zoom_in": partial(self._session.zoom_by, 1),
            "zoom_out": partial(self._session.zoom_by, -1),
            "zoom_reset": partial(self._session.set_zoom, 100),
            "next_pane": partial(self._cycle, 1),
            "previous_pane": partial(self._cycle, -1),
        }

    def go_to(self, hit: Hit) -> None:
        """Give the focus to where a find of the search stands."""
        if hit.quote_id is not None:
            self.quotes.focus_list()
        else:
            self.centre.show_find(hit.version_id, hit.span)

    def show_change_list(self, *, visible: bool) -> None:
        self.centre.show_compare()
        self.centre.compare.show_change_list(visible)

    def _in_front(self, act: Callable[[], object]) -> Callable[[], None]:
        """Return `act` with the comparison brought to the front first."""

        def run() -> None:
            self.centre.show_compare()
            act()

        return run

    def _find(self) -> None:
        self.centre.text.open_find()

    def _find_next(self) -> None:
        self.centre.text.find_next()

    def _find_previous(self) -> None:
        self.centre.text.find_previous()

    def _use_a(self) -> None:
        version = self.articles.current_version()
        if version is not None:
            self._session.pair.show(version)

    def _use_b(self) -> None:
        version = self.articles.current_version()
        if version is not None:
            self._session.pair.set_b(version)

    def _add_quote(self) -> None:
        chosen = self.centre.text.selected_span()
        if chosen is None:
            self._session.said.emit("Select the words of the quote in a text first.")
        else:
            version, span = chosen
            self._session.add_quote(version.id, span)

    def _cycle(self, step: int) -> None:
        """Give the next pane the focus."""
        panes: list[tuple[QWidget, Callable[[], None]]] = [
            (self.articles, self.articles.focus_list),
            (self.centre, self.centre.focus_front),
            (self.quotes, self.quotes.focus_list),
        ]
        asked = self.toasts.first() if self.toasts is not None else None
        if self.toasts is not None and asked is not None:
            panes.append((self.toasts, asked.setFocus))
        panes = [(panel, focus) for panel, focus in panes if not panel.isHidden()]
        focused = QApplication.focusWidget()
        inside = [number for number, (panel, _) in enumerate(panes) if focused and panel.isAncestorOf(focused)]
        panes[(inside[0] + step) % len(panes) if inside else 0][1]()
