"""Workbench of an open desk: three panels, the tabs of the centre, actions that need more than one of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from desktop.domain import Hit, Status
from desktop.translation import tr
from desktop.ui.articles.panel import ArticlePanel
from desktop.ui.widgets.basics import read_in_order

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain import PersonHit
    from desktop.ui.quotes.bounds_editing import BoundsEditing
    from desktop.ui.quotes.panel import QuotePanel
    from desktop.ui.session.session import Session
    from desktop.ui.widgets.toasts import Toasts
    from desktop.ui.window.centre import Centre


_SIZES = [296, 770, 374]


class Workbench(QSplitter):
    """Articles, centre, quotes; made when the first desk is opened, so that the window shows first.

    The list of articles is there at once, the rest once `add_centre` and `add_quotes` were called.
    Signals: words_requested(str): the desk is to be searched for these words
    """

    words_requested = Signal(str)
    centre: Centre
    quotes: QuotePanel
    ends: BoundsEditing

    def __init__(self, session: Session) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName("panes")
        self.setHandleWidth(1)
        self._session = session
        self.articles = ArticlePanel(session)
        for panel in (self.articles, QWidget(), QWidget()):  # the places of those that come
            self.addWidget(panel)
        self.setSizes(_SIZES)
        self.setCollapsible(1, False)
        self._paints_all = True
        self.toasts: Toasts | None = None  # what lies over the foot of the window

    def add_centre(self) -> None:
        """Put the centre in its place."""
        from desktop.ui.window.centre import Centre

        self.centre = Centre(self._session)
        self._put(1, self.centre)
        self._session.pair.put_beside.connect(self.centre.show_compare)

    def add_quotes(self) -> None:
        """Put the quotes in their place, behind the centre."""
        from desktop.ui.quotes.bounds_editing import BoundsEditing
        from desktop.ui.quotes.panel import QuotePanel

        self.quotes = QuotePanel(self._session)
        self._put(2, self.quotes)
        self.ends = BoundsEditing(self._session, self.quotes.list.selected_quotes, lambda: self.centre.text, self)
        self.centre.status_pressed.connect(self.quotes.quote_actions.mark_and_go)
        self.centre.evidence_requested.connect(self.quotes.evidence.take_place)
        read_in_order(self)

    def complete(self) -> None:
        """Put in what is missing."""
        if not hasattr(self, "centre"):
            self.add_centre()
        self.add_quotes()

    def paint_all(self, on: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Paint what stands beside the list, or hold that back: before a desk is open it would tell of none."""
        self._paints_all = on
        for panel in (vars(self).get("centre"), vars(self).get("quotes")):
            if panel is not None:
                panel.setUpdatesEnabled(on)

    def _put(self, place: int, panel: QWidget) -> None:
        panel.setUpdatesEnabled(self._paints_all)
        former = self.replaceWidget(place, panel)
        if former is not None:
            former.deleteLater()

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of these names do here."""
        from desktop.text.changes import Kind

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
            "could_not_confirm": quotes.quote_actions.say_not_confirmed,
            "work_list": self._open_work_list,
            "next_quote": quotes.next_quote,
            "previous_quote": quotes.previous_quote,
            "note": quotes.focus_note,
            "letter": quotes.ask_letter,
            "evidence": quotes.evidence.edit,
            "speaker": quotes.quote_actions.correct,
            "turn_kind": quotes.quote_actions.turn_kind,
            "add_quote": self._add_quote,
            "search_selection": self._search_selection,
            "printed_by": self._find_printed,
            "cut_passage": self._cut_passage,
            "hear": self._hear,
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
            "report": self._open_report,
            "show_sources": centre.show_sources,
            "next_change": self._in_front(compare.next_change),
            "previous_change": self._in_front(compare.previous_change),
            "next_alert": self._in_front(compare.next_alert),
            "previous_alert": self._in_front(compare.previous_alert),
            "side_by_side": self._in_front(compare.show_side_by_side),
            "inline": self._in_front(compare.show_inline),
            "passages": self._in_front(partial(self._session.pair.set_kind, Kind.ACCOUNTS)),
            "word_by_word": self._in_front(partial(self._session.pair.set_kind, Kind.VERSIONS)),
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

    def _open_report(self) -> None:
        from desktop.ui.dialogs.report import open_report

        open_report(self._session, self.window())

    def _open_work_list(self) -> None:
        from desktop.ui.quotes.work_list import open_work_list

        open_work_list(self._session, self.window())

    def go_to(self, hit: Hit | PersonHit) -> None:
        """Give the focus to where a find of the search stands."""
        if hit.quote_id is not None:
            self.quotes.focus_list()
        elif isinstance(hit, Hit):
            self.centre.show_find(hit.version_id, hit.span)

    def show_change_list(self, *, visible: bool) -> None:
        self.centre.show_compare()
        self.centre.compare.show_change_list(visible)

    def show_changes_only(self, *, on: bool) -> None:
        self.centre.show_compare()
        self.centre.compare.show_changes_only(on)

    def _in_front(self, act: Callable[[], object]) -> Callable[[], None]:
        """Return `act` with the comparison brought to the front first."""

        def run() -> None:
            self.centre.show_compare()
            act()

        return run

    def _find(self) -> None:
        self.centre.text.finder.open()

    def _find_next(self) -> None:
        self.centre.text.finder.next()

    def _find_previous(self) -> None:
        self.centre.text.finder.previous()

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
            self._session.announced.emit(tr("Select the words of the quote in a text first."))
        else:
            version, span = chosen
            self._session.add_quote(version.id, span)

    def _cut_passage(self) -> None:
        chosen = self.centre.text.selected_span()
        if chosen is None:
            self._session.announced.emit(tr("Select the words that are no part of the article in a text first."))
        else:
            self._session.hide_passage(*chosen)

    def _search_selection(self) -> None:
        chosen = self.centre.text.selected_span()
        if chosen is None:
            self._session.announced.emit(tr("Select the words to search for in one of the texts first."))
        else:
            version, span = chosen
            self.words_requested.emit(span.of(version.text))

    def _find_printed(self) -> None:
        """List the articles that print the selected words of a source, or the quoted passage at the caret."""
        chosen, found = self.centre.text.selected_span(), self._session.in_sources.found
        if chosen is None and self.centre.is_reading:
            chosen = self.centre.read.passage_at_caret()
        source = next((each for each in found.sources if chosen is not None and each.version.id == chosen[0].id), None)
        if chosen is None or source is None:
            self._session.announced.emit(tr("Select words of a source of this story first, in Read or in Compare."))
            return
        from desktop.ui.dialogs.article.printed_by import PrintedByDialog

        dialog = PrintedByDialog(self._session, source, chosen[1], self.window())
        dialog.opened.connect(self.centre.show_place)
        dialog.open()

    def _hear(self) -> None:
        """Ask whether the words of the chosen quote are to be heard in the recording of their source."""
        from desktop.ui.dialogs.article.source import ask_to_hear

        quote, found = self._session.pair.selected, self._session.in_sources.found
        place = found.places.get(quote.uid) if quote is not None else None
        ask_to_hear(self._session, place, self.window())

    def _cycle(self, step: int) -> None:
        """Give the next pane the focus."""
        panes: list[tuple[QWidget, Callable[[], None]]] = [
            (self.articles, self.articles.focus_list),
            (self.centre, self.centre.focus_front),
            (self.quotes, self.quotes.focus_list),
        ]
        question = self.toasts.first() if self.toasts is not None else None
        if self.toasts is not None and question is not None:
            panes.append((self.toasts, question.setFocus))
        panes = [(panel, focus) for panel, focus in panes if not panel.isHidden()]
        focused = QApplication.focusWidget()
        inside = [number for number, (panel, _) in enumerate(panes) if focused and panel.isAncestorOf(focused)]
        panes[(inside[0] + step) % len(panes) if inside else 0][1]()
