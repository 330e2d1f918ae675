"""Read view: one version as a page, with headline, source, text, and what was hidden, to be unfolded."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.desk.sources.quoted_passages import quoted_passages
from desktop.text.display import one_line
from desktop.translation import tr, tr_n
from desktop.ui.compare.boilerplate_menu import extend_menu
from desktop.ui.compare.find_bar import FindBar, FindController
from desktop.ui.compare.layout.descriptions import quote_tip
from desktop.ui.compare.layout.page_set import is_long, reading_beginning, reading_pages
from desktop.ui.compare.panes.background_layout import BackgroundLayout, Job
from desktop.ui.compare.panes.quoted_margin import PassageNote, Printer, QuotedMargin
from desktop.ui.compare.panes.view_stack import SinglePane
from desktop.ui.compare.quotes_in_text import QuotesInText, select_on_page
from desktop.ui.source_words import sign_of
from desktop.ui.widgets.basics import plain_label
from desktop.ui.widgets.date_words import published
from desktop.ui.widgets.empty_page import EmptyPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QMenu

    from desktop.domain import Quote, Span, Version, VersionId
    from desktop.ui.compare.layout.options import Fold
    from desktop.ui.compare.layout.page_set import PageSet
    from desktop.ui.compare.panes.background_layout import PageDocument
    from desktop.ui.compare.panes.text_pane import TextPane
    from desktop.ui.session.session import Session


class ReadView(QWidget):
    """The version whose quotes are listed, as a page; beside a source stands who quotes it.

    Signals: opened(object, object): the source's version (its id) and the span at which it is to be shown
    """

    opened = Signal(object, object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reading")
        self._session = session
        self._version: Version | None = None
        self._unfolded: set[Fold] = set()
        self._make()
        self._background_layout = BackgroundLayout(self)
        self._quotes = QuotesInText(session, self)
        self.finder = FindController(session, self._find_bar, self)
        session.pair.changed.connect(self._on_version)
        session.pair.side_changed.connect(self._on_version)
        self._page_view.ruler.hide()
        self._pane.tooltip_for = self._tooltip
        self._pane.extend_menu = self._extend_menu
        self.margin.chosen.connect(self._open_printer)
        session.in_sources.changed.connect(self._note_passages)
        self._pane.touched.connect(self._on_touched)
        self._pane.handles.moved.connect(self._quotes.resize)
        self._pane.fold_toggled.connect(self._toggle_fold)
        self._pane.zoom_requested.connect(self._session.zoom_by)
        session.zoom_changed.connect(self.apply_zoom)
        self.apply_zoom()
        self._on_version()

    def _make(self) -> None:
        self._headline = plain_label(look="title")
        self._headline.setObjectName("reading-headline")
        self._headline.setWordWrap(True)
        self._meta = plain_label(look="faint")
        self._meta.setObjectName("reading-meta")
        self._meta.setWordWrap(True)
        self._head = QWidget()
        self._head.setProperty("look", "head")
        self._head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        lines = QVBoxLayout(self._head)
        lines.setContentsMargins(16, 9, 16, 8)
        lines.setSpacing(3)
        lines.addWidget(self._headline)
        lines.addWidget(self._meta)
        self._page_view = SinglePane("reading-text", struck=False)
        self._pane = self._page_view.pane
        self._empty = EmptyPage("reading-empty")
        self._empty.say(
            tr("Nothing to read yet"), tr("The article chosen on the left will stand here, with its quotes underlined.")
        )
        self.margin = QuotedMargin(self._pane)
        self._page = QWidget()
        row = QHBoxLayout(self._page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.margin)
        row.addWidget(self._page_view, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._page)
        self._stack.addWidget(self._empty)
        self._find_bar = FindBar("reading-find")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._stack, 1)
        column.addWidget(self._find_bar)

    def _on_version(self) -> None:
        version = self._session.pair.listed
        if version is None:
            self._version = None
            self._background_layout.cancel()
            self._quotes.read({})
            self._head.hide()
            self._stack.setCurrentWidget(self._empty)
            return
        if self._version is None or version.id != self._version.id:
            self._unfolded = set()
        same = self._version is not None and version.id == self._version.id
        self._version = version
        self._show_metadata(version)
        self._quotes.read({"a": version})
        self._fill(keep=same)

    def _show_metadata(self, version: Version) -> None:
        meta = version.info.metadata
        self._headline.setText(meta.title or tr("Untitled"))
        self._headline.setHidden(bool(meta.title) and version.text.lstrip().startswith(meta.title))
        desk = self._session.desk
        source = desk.article_list.sources().get(version.info.article_id) if desk is not None else None
        parts = (
            meta.outlet or (tr(source.kind) if source is not None else tr("outlet not given")),
            meta.byline,
            published(meta),
            tr("version {number}", number=version.info.number),
            tr_n("{count} word", "{count} words", version.info.words),
        )
        self._meta.setText(" · ".join(part for part in parts if part))
        self._pane.setAccessibleName(f"{meta.title or tr('Untitled')}, {meta.outlet or tr('outlet not given')}")
        self._head.show()

    def _fill(self, *, keep: bool) -> None:
        version = self._version
        if version is None:
            return
        unfolded = frozenset(self._unfolded)
        if not keep:
            self._background_layout.cancel()
        if not keep and is_long(len(version.text)):
            self._use(reading_beginning(version, unfolded), (), keep=False)
            keep = True  # the reader may be on the way already
        work = partial(reading_pages, version, unfolded)
        self._background_layout.ask(Job(len(version.text), work, self._page_view.panes, partial(self._use, keep=keep)))

    def _use(self, page_set: PageSet, documents: Sequence[PageDocument], *, keep: bool) -> None:
        anchor = self._page_view.anchor() if keep else None
        self._page_view.show_pages(page_set, documents)
        self._stack.setCurrentWidget(self._page)
        self._quotes.apply_marks(self._page_view)
        self._note_passages()
        self.finder.use(self._page_view)
        if anchor is not None:
            self._page_view.go_to_anchor(*anchor)

    # -- of a source: who prints it --------------------------------------------------------------------------------

    def _note_passages(self) -> None:
        """Say beside the passages of a source which articles quote them, and how."""
        version, desk, found = self._version, self._session.desk, self._session.in_sources.found
        if version is None or desk is None or not any(source.version.id == version.id for source in found.sources):
            self.margin.show_notes(())
            return
        self._session.in_sources.hurry()
        names = {
            article.newest: article.metadata.outlet or article.metadata.title or tr("Without a headline")
            for article in desk.articles(story=self._session.in_sources.story)
        }
        self.margin.show_notes(
            [
                PassageNote(
                    passage.span,
                    tuple(
                        Printer(
                            one_line(names.get(place.quote.version_id, "")),
                            sign_of(place.kind),
                            place.class_words,
                            place.quote,
                        )
                        for place in passage.places
                    ),
                )
                for passage in quoted_passages(found.places.values(), version.id)
            ]
        )

    def _open_printer(self, quote: Quote) -> None:
        """Lay the article that prints a passage, and this source, side by side at the words."""
        place = self._session.in_sources.found.places.get(quote.uid)
        if place is not None:
            self._session.pair.show_with_source(quote, place.source.version.id)
            self.opened.emit(place.source.version.id, place.span)

    def passage_at_caret(self) -> tuple[Version, Span] | None:
        """Return the quoted passage that holds the caret, as version and span."""
        place = self.caret()
        note = self.margin.note_at(place[1]) if place is not None else None
        return (place[0], note.span) if place is not None and note is not None else None

    def _offer_printers(self, pane: TextPane, menu: QMenu, place: tuple[int, int]) -> None:
        """Offer in the menu of a passage the quotes that print it."""
        source = pane.page.source(*place)
        note = self.margin.note_at(source[1]) if source is not None else None
        if note is None:
            return
        offered = menu.addMenu(tr("Quoted by"))
        offered.setObjectName("quoted-by")
        for line, printer in note.lines:
            offered.addAction(line.replace("&", "&&"), partial(self._open_printer, printer.quote))
        menu.insertMenu(menu.actions()[0], offered)

    # -- folds, tips -----------------------------------------------------------------------------------------------

    def _toggle_fold(self, fold: Fold) -> None:
        self._unfolded ^= {fold}
        self._fill(keep=True)

    def _on_touched(self, side: str, offset: int) -> None:
        quote = self._quotes.at(side, offset)
        if quote is not None:
            self._session.pair.show_quote(quote)

    def _tooltip(self, pane: TextPane, block: int, column: int) -> str:
        source = pane.page.source(block, column)
        quote = self._quotes.at(*source) if source is not None else None
        return quote_tip(quote) if quote is not None else ""

    # -- zoom, selection -------------------------------------------------------------------------------------------

    def apply_zoom(self) -> None:
        """Take the size of the text from the settings."""
        self._pane.set_zoom(self._session.settings.zoom)

    def focus_text(self) -> None:
        self._pane.setFocus()

    def show_find(self, version: VersionId, span: Span) -> bool:
        """Bring words of the version on the screen and select them, unfolding what hides them."""
        if self._version is None or self._version.id != version:
            return False
        if self._background_layout.busy:
            self._background_layout.when_ready(partial(self._go_to, span))
            return True
        return self._go_to(span)

    def _go_to(self, span: Span) -> bool:
        """Select words of the page, unfolding what hides them."""
        fold = self._page_view.fold_at("a", span)
        if fold is not None:
            self._toggle_fold(fold)
        if self._background_layout.busy:
            self._background_layout.when_ready(partial(select_on_page, self._page_view, "a", span))
            return True
        return select_on_page(self._page_view, "a", span)

    def _extend_menu(self, pane: TextPane, menu: QMenu, place: tuple[int, int]) -> None:
        self._offer_printers(pane, menu, place)
        if self._version is not None:
            extend_menu(self._session, {"a": self._version}, pane, menu, place)

    def selected_span(self) -> tuple[Version, Span] | None:
        """Return the selected words as version and span, or None where nothing is selected."""
        span = self._pane.selected_span()
        return (self._version, span[1]) if span is not None and self._version is not None else None

    def caret(self) -> tuple[Version, int] | None:
        """Return version and offset of the caret, or None where it is in nobody's text."""
        place = self._pane.caret()
        return (self._version, place[1]) if place is not None and self._version is not None else None

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.margin.fit(self.width())
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        self.apply_zoom()
        super().showEvent(event)
