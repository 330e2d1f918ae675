"""Quotes panel on the right: list and open card, wired to the session."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.desk.reasons import OwnReasons, own_reasons
from desktop.domain import Flag, Metadata, Quote, Status
from desktop.translation import Text, tr
from desktop.ui.quotes.card.quote_card import QuoteCard, bulk_strip
from desktop.ui.quotes.evidence_actions import EvidenceActions
from desktop.ui.quotes.filter import Selection, from_json, to_json
from desktop.ui.quotes.filter_bar import FilterBar
from desktop.ui.quotes.foot import EmptyPage, PanelFoot
from desktop.ui.quotes.list_view import QuoteList
from desktop.ui.quotes.model import QuoteModel
from desktop.ui.quotes.note_keeper import NoteKeeper
from desktop.ui.quotes.quote_actions import Navigation, QuoteActions
from desktop.ui.quotes.related.earlier_list import EarlierQuotes, EarlierSearch
from desktop.ui.quotes.related.story_wordings import StoryWordings
from desktop.ui.quotes.related.wording_list import Base
from desktop.ui.source_words import filters_of, lines_of
from desktop.ui.status_words import taken_words
from desktop.ui.widgets.basics import announce
from desktop.ui.widgets.card_painting import status_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from desktop.domain import QuoteId, VersionId
    from desktop.ui.quotes.filter import StoryLabels
    from desktop.ui.session.session import Session


_BASE = "quotes/base"
# The other wordings are looked for when the list has been painted.
_WORDINGS_AFTER_MS = 60
_LOCKED = Text("The story is locked. Story ▸ Reopen story opens it again.")


class RelatedToCard(QObject):
    """Shows other wordings on the open card, and remembers what the checker says of them."""

    def __init__(self, session: Session, card: QuoteCard, story: StoryWordings) -> None:
        super().__init__(card)
        self._session = session
        self._card = card
        self._story = story
        self.search = EarlierSearch(session, self)
        self._searched: tuple[str, str] | None = None  # uid and words of the quote whose past was asked for
        self.search.found.connect(self._show_earlier)
        session.desk_changed.connect(self._forget)
        card.earlier.quote_requested.connect(session.pair.show_beside)
        card.wordings.quote_requested.connect(session.pair.show_beside)
        card.wordings.answered.connect(self._decide)
        card.wordings.base_chosen.connect(self._compare_with)
        card.wordings.primary_chosen.connect(self._name_primary)

    @property
    def base(self) -> Base:
        name = self._session.settings.text(_BASE)
        return Base(name) if name in set(Base) else Base.THIS

    def show(self) -> None:
        """Show what is known of the quote on the card."""
        quote = self._card.quote
        if quote is not None:
            found = self._story.wordings(quote, self.base)
            bases = self._story.bases(quote, self.base)
            self._card.show_related(found, self._story.reasons(quote), bases, self._story.origins(quote))
            if (quote.uid, quote.text) != self._searched:
                self._searched = (quote.uid, quote.text)
                self._card.show_earlier(())
                self.search.start(quote)

    def show_history(self, *, fold: bool) -> None:
        """Show the events of the quote on the card, and the words that its status was given to."""
        desk, quote = self._session.desk, self._card.quote
        if desk is not None and quote is not None:
            marks = desk.history(quote.id) if quote.marks else []
            self._card.show_history(marks, desk.events(quote.id), self._session.checker, fold=fold)
            changed = Flag.CHANGED_SINCE in quote.flags
            self._card.show_marked(desk.standing(quote.id) if changed else None, quote.status)

    def _forget(self) -> None:
        self._searched = None
        self._card.show_earlier(())

    def _show_earlier(self, found: EarlierQuotes) -> None:
        if (found.uid, found.text) == self._searched:
            self._card.show_earlier(found.found)

    def _compare_with(self, base: Base) -> None:
        self._session.settings.set_text(_BASE, base)
        self.show()

    def _name_primary(self, uid: str) -> None:
        from desktop.ui.session.commands.articles import NamePrimary

        story = self._story.story
        if story is not None and self._session.writable:
            done = self._session.do(NamePrimary(self._session, story, uid))
            if uid and done:
                self._compare_with(Base.PRIMARY)

    def _decide(self, other: Quote, same: bool | None) -> None:  # noqa: FBT001 - Qt's own signal
        from desktop.ui.session.commands.comparison import DecideSame

        quote, story = self._card.quote, self._story.story
        if quote is not None and story is not None and self._session.writable:
            pairs = [frozenset((quote.uid, other.uid))]
            self._session.undo_stack.push(DecideSame(self._session, story, pairs, same=same))


class QuotePanel(QWidget):
    """The quotes of one side as cards; the chosen one is open.

    Keys (V, D, U in the list, Ctrl+1 to 3 anywhere) mark and move on to the next unverified quote; buttons and menu
    mark and stay.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quote-panel")
        self.setProperty("look", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.session = session
        self.model = QuoteModel(self)
        self.bar = FilterBar(self)
        self.list = QuoteList(self.model, self)
        self.card = QuoteCard(self.list.viewport())
        self.list.set_card(self.card)
        bulk, self.bulk_verdict = bulk_strip(self)
        self.foot = PanelFoot(bulk, self)
        self.notes = NoteKeeper(session, self.card, self)
        self.navigation = Navigation(session, self.list)
        self.quote_actions = QuoteActions(session, self.list, self.card, self.bulk_verdict, self.notes)
        self.evidence = EvidenceActions(session, self.card, self.notes)
        self.story = StoryWordings(session, self)
        self.related = RelatedToCard(session, self.card, self.story)
        self._quiet = False  # the selection is being set by us, not by the checker
        self._listed: VersionId | None = None  # of which the model has the quotes
        self._last_changed: tuple[Quote, ...] = ()
        self._undo_index = 0
        self._why: str | None = None  # why nothing can be marked, as card and foot say; None: nothing was said yet
        self._wordings_due = QTimer(self, interval=_WORDINGS_AFTER_MS, singleShot=True)
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._drop_strays)
        self._lay_out()
        self._connect()
        self.set_zoom(session.settings.zoom)
        self._open_desk()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.empty = EmptyPage(self)
        column.addWidget(self.bar)
        self.stack = QStackedLayout()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        column.addLayout(self.stack, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        session, rows, card = self.session, self.list, self.card
        session.desk_changed.connect(self._open_desk)
        session.pair.changed.connect(self.reload)
        session.pair.side_changed.connect(self.reload)
        session.pair.quote_reader.arrived.connect(self._quotes_arrived)
        session.quotes_changed.connect(self._quotes_changed)
        session.zoom_changed.connect(self._zoom_changed)
        session.pair.quote_selected.connect(self._quote_selected)
        session.undo_stack.indexChanged.connect(self._undo_moved)
        session.on_flush(self.quote_actions.flush)
        rows.selection_moved.connect(self._selection_moved)
        rows.note_requested.connect(self.focus_note)
        self.quote_actions.advanced.connect(self.navigation.go)
        self.navigation.chosen.connect(self._go_to)
        rows.menu_requested.connect(self.quote_actions.open_menu)
        card.left_by_key.connect(self.focus_list)
        self.bar.selected.connect(self._selected)
        self.bar.side_chosen.connect(session.pair.set_side)
        self.bar.left.connect(self.focus_list)
        self.empty.clear_button.clicked.connect(self.show_all)
        self.notes.offers_changed.connect(self._show_offers)
        self.foot.notice.show_button.clicked.connect(self._go_to_offer)
        self._wordings_due.timeout.connect(self.story.look)
        self.story.grouped.connect(self._label_cards)
        session.in_sources.changed.connect(self._show_in_sources)
        session.newsroom.taken_changed.connect(self._show_taken)
        rows.evidence_requested.connect(self.evidence.take_place)
        rows.dropped.connect(self.evidence.take)
        self.quote_actions.evidence_requested.connect(self.evidence.edit)
        self.quote_actions.letter_requested.connect(self.ask_letter)
        session.pending_changed.connect(self._show_pending)
        session.reasons_changed.connect(self._offer_reasons)

    # -- what is listed --------------------------------------------------------------------------------------------

    def ask_letter(self) -> None:
        """Ask where the correction letter for the chosen quote is to be written."""
        from desktop.ui.quotes.correction_letter import CorrectionLetter

        chosen = self.list.selected_quotes()
        CorrectionLetter(self.session, self.window()).ask(chosen[0] if chosen else None)

    def _offer_reasons(self) -> None:
        """Offer what this desk adds to reasons and bases."""
        desk = self.session.desk
        own = own_reasons(desk) if desk is not None else OwnReasons()
        for verdict in (self.card.verdict, self.bulk_verdict):
            verdict.offer(own.reasons, own.bases)
        self.card.reason_choices.offer(own.reasons)

    def _open_desk(self) -> None:
        self._offer_reasons()
        self.notes.open_desk()
        self._undo_index = self.session.undo_stack.index()
        self.reload()

    def reload(self) -> None:
        """Read the quotes of the listed side again; the selection stays as far as its quotes are still there.

        Those of another long text come later, and are said to be read until then.
        """
        listed = self.session.pair.listed
        if listed is None or listed.id == self._listed:
            self._take_quotes()
        elif self.session.pair.quote_reader.quotes(listed) is None:
            self._listed = None
            self._show_reading()
        else:
            self._take_quotes()

    def _quotes_arrived(self, version_id: VersionId) -> None:
        listed = self.session.pair.listed
        if listed is not None and listed.id == version_id:
            self._take_quotes()

    def _finish_reading(self) -> None:
        """Somebody goes through the quotes: they are to be there."""
        listed = self.session.pair.listed
        if self._listed is None and listed is not None:
            self.session.pair.quote_reader.finish(listed.id)

    def _show_reading(self) -> None:
        """List nothing, and say why; what is chosen in the texts stays chosen."""
        self._quietly(lambda: self.model.take((), Metadata()))
        self._show_side()
        self._show_chosen()

    def _show_side(self) -> None:
        self._show_writable()
        self._wordings_due.start()
        self.bar.show_side(
            self.session.pair.side if self.session.pair.b is not None else "a", both=self.session.pair.b is not None
        )

    def _take_quotes(self) -> None:
        desk, listed = self.session.desk, self.session.pair.listed
        chosen = self.list.selected_quotes()
        row = self.list.currentIndex().row()
        quotes, metadata = [], Metadata()
        if desk is not None and listed is not None:
            quotes, metadata = desk.quotes(listed.id), desk.article(listed.info.article_id).metadata
        self._listed = listed.id if desk is not None and listed is not None else None
        self._quietly(lambda: self.model.take(quotes, metadata, self._story_labels()))
        self._show_side()
        ids = [quote.id for quote in chosen if self.model.row_of(quote.id) >= 0]
        if not ids and chosen and listed is not None and chosen[0].version_id == listed.id and self.model.shown:
            ids = [self.model.shown[min(max(row, 0), len(self.model.shown) - 1)].id]
        if not ids and self.session.pair.selected is not None:
            ids = [self.session.pair.selected.id]
        self._choose(ids)

    def _show_writable(self) -> None:
        """Offer marks where they can be made, and else say why not."""
        desk, listed = self.session.desk, self.session.pair.listed
        read_only = locked = ""
        if desk is None or not self.session.writable:
            read_only = (desk.read_only_why if desk is not None else "") or tr("This desk can only be read.")
        elif listed is not None:
            locked = self.session.why_locked(versions=[listed.id])
        why = read_only or (str(_LOCKED) if locked else "")
        self.quote_actions.set_writable(read_only=read_only, locked=locked)
        if why != self._why:
            self._why = why
            for part in (self.card, self.bulk_verdict):
                part.set_writable(not why, why)
            self.foot.show_why(why)

    def _quietly(self, change: Callable[[], object]) -> None:
        """Change rows without taking that for the checker's choice."""
        self._quiet, former = True, self._quiet
        try:
            change()
        finally:
            self._quiet = former

    def _choose(self, ids: Collection[QuoteId]) -> None:
        self._quietly(lambda: self.list.choose(ids))
        self._show_chosen()
        self._select_in_session()

    def _select_in_session(self) -> None:
        chosen = self.list.selected_quotes()
        current = self.list.currentIndex().row()
        lead = self.model.shown[current] if chosen and 0 <= current < len(self.model.shown) else None
        selected = self.session.pair.selected
        if (lead.id if lead else None) != (selected.id if selected else None):
            self._quietly(lambda: self.session.pair.select_quote(lead))

    def _selection_moved(self) -> None:
        if self._quiet:
            return
        self.quote_actions.stay()
        self._show_chosen()
        self._select_in_session()
        self._soon.start()

    def _drop_strays(self) -> None:
        """Take out cards that no longer match the filter and are no longer chosen."""
        chosen = [quote.id for quote in self.list.selected_quotes()]
        self._quietly(lambda: self.model.drop_strays(set(chosen)))
        if chosen and not self.list.selected_rows():
            self._quietly(lambda: self.list.choose(chosen))
        self.list.keep_card_over(self.card.quote.id if self.card.quote is not None else None)
        self._show_counts()

    def _show_chosen(self) -> None:
        """Open the one chosen quote; close the card for none or several."""
        chosen = self.list.selected_quotes()
        if self.card.quote is not None and [quote.id for quote in chosen] != [self.card.quote.id]:
            self.notes.commit()
            chosen = self.list.selected_quotes()
        self.foot.show_chosen(len(chosen))
        if len(chosen) == 1:
            self._open_card(chosen[0])
        else:
            self.card.quote = None
            self.list.open_card(-1)
        self._show_counts()

    def _open_card(self, quote: Quote) -> None:
        same = self._fill_card(quote)
        self.related.show_history(fold=not same)
        self.list.open_card(self.model.row_of(quote.id))

    def _fill_card(self, quote: Quote) -> bool:
        """Show a quote on the card, all but its history; say whether it was there already."""
        same = self.card.quote is not None and self.card.quote.id == quote.id
        self.card.show_quote(quote, self.model.labels_of(quote), {other.attribution.name for other in self.model.all})
        if not same:
            self.notes.show(quote)
            self.related.show()
        return same

    def _show_counts(self) -> None:
        shown = len(self.model.shown)
        self.bar.selection = self.model.selection
        if self._listed is None and self.session.pair.listed is not None:
            self.bar.show_reading()
            self.stack.setCurrentIndex(1)
            self.empty.say_reading()
            return
        self.bar.show_counts(self.model.all, shown, len(self.list.selected_rows()))
        self.stack.setCurrentIndex(0 if shown else 1)
        self.empty.explain(
            desk=self.session.desk is not None,
            article=self.session.pair.listed is not None,
            total=self.bar.counted,
        )

    # -- what the session says -------------------------------------------------------------------------------------

    def _quotes_changed(self, changed: tuple[Quote, ...]) -> None:
        known = {quote.id: quote for quote in self.model.all}
        mine = [quote for quote in changed if quote.id in known]
        listed = self.session.pair.listed
        foreign = [quote for quote in changed if listed and quote.version_id == listed.id and quote.id not in known]
        moved = [quote for quote in mine if quote.span != known[quote.id].span]
        if not changed or foreign or moved or any(quote.deleted for quote in mine):
            self.quote_actions.stay()
            self.story.forget()
            self.reload()
            self._show_moved(moved)
            return
        speaker_changed = any(
            (quote.attribution, quote.kind) != (known[quote.id].attribution, known[quote.id].kind) for quote in mine
        )
        if speaker_changed:
            self.story.forget()
            self._wordings_due.start()
        self._last_changed = tuple(changed)
        announce(self, lambda: status_sentence([quote for quote in mine if quote.status is not known[quote.id].status]))
        self.model.replace(mine)
        for quote in changed:
            self.notes.follow(quote)
        now = next((quote for quote in mine if self.card.quote is not None and quote.id == self.card.quote.id), None)
        if now is not None:
            self._fill_card(now)
        self._refilter(speaker_changed=speaker_changed)
        self._show_counts()
        self.quote_actions.advance(frozenset(quote.id for quote in changed))
        if now is not None and self.card.quote is not None and self.card.quote.id == now.id:  # nobody moved on
            self.related.show_history(fold=False)
            self.list.open_card(self.model.row_of(now.id))

    def _show_moved(self, moved: Sequence[Quote]) -> None:
        """The chosen quote has other ends: show it in the text with these, and the words it was marked with."""
        selected = self.session.pair.selected
        if selected is not None and selected.id in {quote.id for quote in moved}:
            self._quietly(lambda: self.session.pair.select_quote(selected))

    def _refilter(self, *, speaker_changed: bool) -> None:
        """Let rows come and go as their quotes, or (`speaker_changed`) who says them, changed; the chosen ones stay."""
        if self.model.misses() or (speaker_changed and self.model.regrouped()):
            chosen = {quote.id for quote in self.list.selected_quotes()}
            self._quietly(lambda: self.model.select(self.model.selection, chosen))
            self._choose(chosen)

    def _undo_moved(self, index: int) -> None:
        """After taking something back, show where."""
        back, self._undo_index = index < self._undo_index, index
        ids = [quote.id for quote in self._last_changed if self.model.row_of(quote.id) >= 0]
        self._last_changed = ()
        if back and ids and set(ids) != {quote.id for quote in self.list.selected_quotes()}:
            self._choose(ids)

    def _quote_selected(self, quote: Quote | None) -> None:
        if self._quiet:
            return
        if quote is None or self.session.pair.listed is None or quote.version_id != self.session.pair.listed.id:
            self._choose(())
            return
        if [chosen.id for chosen in self.list.selected_quotes()] != [quote.id]:
            self._show(quote)
        row = self.model.row_of(quote.id)
        if row >= 0:
            self.list.bring_in(row)

    def _show(self, quote: Quote) -> None:
        """Choose a quote of the listed version; a filter that hides it is taken away."""
        if self.model.row_of(quote.id) < 0:
            if quote.id not in {other.id for other in self.model.all}:
                return
            self.session.announced.emit(tr("The filter of the quotes was taken away to show this one"))
            self._selected(Selection(names=quote.is_passed_over))
        self._choose([quote.id])

    # -- going about -----------------------------------------------------------------------------------------------

    def focus_list(self) -> None:
        """Give the list the keys; if nothing is chosen, choose the first quote that needs a check."""
        self._finish_reading()
        self.navigation.begin()

    def next_quote(self) -> None:
        self._finish_reading()
        self.navigation.step(1)

    def previous_quote(self) -> None:
        self._finish_reading()
        self.navigation.step(-1)

    def next_unverified(self) -> None:
        """Go to the next unverified quote of the list, or else of the story."""
        self._finish_reading()
        self.navigation.next_unverified()

    def _go_to(self, quote_id: QuoteId) -> None:
        self._choose([quote_id])
        self._soon.start()

    def focus_note(self) -> None:
        if self.card.quote is not None:
            self.card.fields.note.setFocus()
        else:
            self.quote_actions.say_of_several()

    # -- filter, drafts, wordings ----------------------------------------------------------------------------------

    def set_filter(self, status: Status | None) -> None:
        """List only quotes of this status; None lists all."""
        self._selected(Selection(status=status, names=self.model.selection.names))

    def show_all(self) -> None:
        self._selected(Selection())
        self.focus_list()

    def _selected(self, selection: Selection) -> None:
        chosen = [quote.id for quote in self.list.selected_quotes()]
        self._quietly(lambda: self.model.select(selection))
        self.bar.show_selection(selection)
        self._choose([quote_id for quote_id in chosen if self.model.row_of(quote_id) >= 0])

    def _show_offers(self) -> None:
        self.foot.show_drafts(len(self.notes.offers))

    def _go_to_offer(self) -> None:
        quote = next((self.session.quote_now(quote_id) for quote_id in self.notes.offers), None)
        if quote is not None:
            self.session.pair.show_quote(quote)
            self.focus_note()

    def _label_cards(self) -> None:
        """What was found out about the story's quotes goes on their cards."""
        chosen = [quote.id for quote in self.list.selected_quotes()]
        self._quietly(lambda: self.model.label(self._story_labels()))
        if chosen and not self.list.selected_rows():
            self._choose(chosen)
        self.related.show()
        if self.card.quote is not None:
            self._open_card(self.card.quote)

    def _show_pending(self) -> None:
        """What waits for the disk stands on the cards of its quotes."""
        pending = self.session.pending
        self._quietly(lambda: self.model.show_pending(pending.labels() if pending is not None else {}))
        if self.card.quote is not None:
            self._open_card(self.card.quote)

    def _story_labels(self) -> StoryLabels:
        """Return what the other quotes of the story and its sources say of each quote."""
        return replace(self.story.story_labels(), in_sources=filters_of(self.session.in_sources.found))

    def _show_in_sources(self) -> None:
        """What the sources print stands on the cards."""
        found = self.session.in_sources.found
        self._quietly(lambda: self.model.show_in_sources(lines_of(found)))
        self._quietly(lambda: self.model.label(self._story_labels()))
        if self.model.selection.alert is not None:
            self._drop_strays()  # what is listed by what the sources print is other quotes now
        self._show_counts()
        if self.card.quote is not None:
            self._fill_card(self.card.quote)  # its history is not read again: sources say nothing of it
            self.list.open_card(self.model.row_of(self.card.quote.id))

    def _show_taken(self) -> None:
        """Who works on a quote stands on its card."""
        words = taken_words(self.session.newsroom.taken, self.session.checker)
        self._quietly(lambda: self.model.show_taken(words))
        if self.card.quote is not None:
            self._open_card(self.card.quote)

    # -- looks and memory ------------------------------------------------------------------------------------------

    def _zoom_changed(self) -> None:
        self.set_zoom(self.session.settings.zoom)

    def set_zoom(self, percent: int) -> None:
        """Show the words at this size."""
        self.list.set_fonts(percent)
        self.card.set_fonts(self.list.cards.fonts)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.set_zoom(self.session.settings.zoom)

    def state(self) -> str:
        """What a restart should bring back: filter and chosen quote."""
        chosen = self.list.selected_quotes()
        return to_json(self.model.selection, chosen[0].uid if chosen else "")

    def restore(self, state: str) -> None:
        """Take up a remembered state; what does not fit any more is left out."""
        remembered = from_json(state)
        if remembered is not None:
            self._selected(remembered[0])
            self._choose([quote.id for quote in self.model.shown if quote.uid == remembered[1]])
