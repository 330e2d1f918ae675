"""Workbench of an open desk: three panels, the tabs of the centre, actions that need more than one of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop.domain import Hit, Status
from desktop.text.changes import Kind
from desktop.translation import tr
from desktop.ui.articles.panel import ArticlePanel
from desktop.ui.compare.panes.text_pane import TextPane
from desktop.ui.compare.view import CompareView
from desktop.ui.quotes.bounds_editing import BoundsEditing
from desktop.ui.quotes.panel import QuotePanel
from desktop.ui.widgets.basics import read_in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction

    from desktop.domain import PersonHit, Span, VersionId
    from desktop.ui.compare.read_view import ReadView
    from desktop.ui.matrix.view import MatrixView
    from desktop.ui.session.session import Session
    from desktop.ui.sources.view import SourcesView
    from desktop.ui.widgets.toasts import Toasts


COMPARE, READ, MATRIX, SOURCES = range(4)
_SIZES = [296, 770, 374]


class Centre(QWidget):
    """The tabs and what they show.

    Signals: status_pressed(object), evidence_requested(): V, D, U or E on a quote in sources
    """

    status_pressed = Signal(object)
    evidence_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("centre")
        self._session = session
        self.compare = CompareView(session)
        self._read: ReadView | None = None
        self._matrix: MatrixView | None = None
        self._sources: SourcesView | None = None
        self._on_selection: Sequence[QAction] = ()
        self.tabs = QTabBar()
        self.tabs.setObjectName("centre-tabs")
        self.tabs.setAccessibleName(tr("What the centre shows"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        for words in (tr("Compare"), tr("Read"), tr("Quotes across versions"), tr("Quotes in sources")):
            self.tabs.addTab(words)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.compare)
        head = QWidget()
        head.setProperty("look", "head")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 6, 12, 0)
        row.addWidget(self.tabs)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.stack, 1)
        self.tabs.currentChanged.connect(self._on_tab)

    @property
    def read(self) -> ReadView:
        """The reading view, made when first asked for."""
        if self._read is None:
            from desktop.ui.compare.read_view import ReadView

            self._read = ReadView(self._session)
            self._read.opened.connect(self.show_place)
            self._offer(self._read)
            self.stack.addWidget(self._read)
        return self._read

    def offer_for_selection(self, actions: Sequence[QAction]) -> None:
        """Offer these where words of a text are selected and somebody asks for the menu."""
        self._on_selection = actions
        self._offer(self.compare)

    def _offer(self, view: QWidget) -> None:
        marked = view is self.compare  # elsewhere there are no marks to be copied
        fitting = [each for each in self._on_selection if marked or each.objectName() != "copy_with_marks"]
        for pane in view.findChildren(TextPane):
            pane.addActions(fitting)

    @property
    def matrix(self) -> MatrixView:
        """The view of quotes across versions, made when first asked for."""
        if self._matrix is None:
            from desktop.ui.matrix.view import MatrixView

            self._matrix = MatrixView(self._session)
            self._matrix.opened.connect(self.show_compare)
            self.stack.addWidget(self._matrix)
        return self._matrix

    @property
    def sources(self) -> SourcesView:
        """The view of quotes in sources, made when first asked for."""
        if self._sources is None:
            from desktop.ui.sources.view import SourcesView

            self._sources = SourcesView(self._session)
            self._sources.opened.connect(self.show_place)
            self._sources.list.status_pressed.connect(self.status_pressed)
            self._sources.list.evidence_requested.connect(self.evidence_requested)
            self.stack.addWidget(self._sources)
        return self._sources

    def show_place(self, version: VersionId, span: Span) -> None:
        self.show_compare()
        self.show_find(version, span)

    def show_sources(self) -> None:
        self.tabs.setCurrentIndex(SOURCES)
        self.sources.focus_list()

    def show_compare(self) -> None:
        self.tabs.setCurrentIndex(COMPARE)

    def show_read(self) -> None:
        self.tabs.setCurrentIndex(READ)

    def show_matrix(self) -> None:
        self.tabs.setCurrentIndex(MATRIX)

    @property
    def text(self) -> CompareView | ReadView:
        """The view with text in it that is in front, else the comparison."""
        return self.read if self.tabs.currentIndex() == READ else self.compare

    def show_find(self, version: VersionId, span: Span) -> None:
        """Bring words of a version that is shown on the screen, select them, and give their text the focus.

        What the comparison does not show, because it is hidden or stands alone, the reading view does.
        """
        if self.tabs.currentIndex() in {MATRIX, SOURCES}:
            self.show_compare()
        if not self.text.show_find(version, span):
            self.show_read()
            self.read.show_find(version, span)

    def focus_front(self) -> None:
        """Give what is in front the focus."""
        if self.tabs.currentIndex() == MATRIX:
            self.matrix.focus_table()
        elif self.tabs.currentIndex() == SOURCES:
            self.sources.focus_list()
        else:
            self.text.focus_text()

    def _on_tab(self, number: int) -> None:
        pages: dict[int, Callable[[], QWidget]] = {
            READ: lambda: self.read,
            MATRIX: lambda: self.matrix,
            SOURCES: lambda: self.sources,
        }
        self.stack.setCurrentWidget(pages.get(number, lambda: self.compare)())


class Workbench(QSplitter):
    """Articles, centre, quotes; made when the first desk is opened, so that the window shows first.

    Signals: words_requested(str): the desk is to be searched for these words
    """

    words_requested = Signal(str)

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
        read_in_order(self)
        self.setSizes(_SIZES)
        self.setCollapsible(1, False)
        session.pair.put_beside.connect(self.centre.show_compare)
        self.centre.status_pressed.connect(self.quotes.quote_actions.mark_and_go)
        self.centre.evidence_requested.connect(self.quotes.evidence.take_place)
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
        if chosen is None and self.centre.tabs.currentIndex() == READ:
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
