"""The right panel: which quotes does the shown text hold, and what has the checker found out about each?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.domain import MarkChange, Metadata, Quote, QuoteKind, Status
from desktop.ui.messages import button, plain_label
from desktop.ui.quotes.card import QuoteCard, bulk_strip
from desktop.ui.quotes.citation import first_words
from desktop.ui.quotes.filter_bar import FilterBar
from desktop.ui.quotes.list_view import QuoteList
from desktop.ui.quotes.marking import Next, change_for, next_in_list, next_in_story, would_change
from desktop.ui.quotes.menu import card_menu
from desktop.ui.quotes.model import QuoteModel
from desktop.ui.quotes.notes import NoteKeeper
from desktop.ui.quotes.other_wordings import StoryWordings
from desktop.ui.quotes.selection import Selection
from desktop.ui.theme import STATUS_WORD

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from desktop.domain import Attribution, QuoteId
    from desktop.ui.session import Session

# The other wordings are looked for when the list has been painted.
_WORDINGS_AFTER_MS = 60


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
        self.bulk, self.bulk_verdict = bulk_strip(self)
        self.notes = NoteKeeper(session, self.card, self)
        self.story = StoryWordings(session, self)
        self._following = False  # the selection is being set by us, not by the checker
        self._then: tuple[frozenset[QuoteId], Next] | None = None  # where to go once these are marked
        self._last_changed: tuple[Quote, ...] = ()
        self._undo_index = 0
        self._wordings_due = QTimer(self, interval=_WORDINGS_AFTER_MS, singleShot=True)
        self._lay_out()
        self._connect()
        self.set_zoom(session.settings.zoom)
        self._open_desk()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.notice = QWidget(self)
        row = QHBoxLayout(self.notice)
        row.setContentsMargins(12, 0, 12, 6)
        self.notice_text = plain_label("", "faint", self.notice)
        self.notice_text.setWordWrap(True)
        self.notice_show = button("Show", "quote-drafts-show", "button", self.notice)
        row.addWidget(self.notice_text, 1)
        row.addWidget(self.notice_show)
        self.notice.hide()
        self.empty = QWidget(self)
        page = QVBoxLayout(self.empty)
        page.setContentsMargins(24, 40, 24, 24)
        self.empty_text = plain_label("", "faint", self.empty)
        self.empty_text.setObjectName("quotes-empty")
        self.empty_text.setWordWrap(True)
        self.empty_text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.empty_clear = button("Show all", "quotes-show-all", "button", self.empty)
        page.addWidget(self.empty_text)
        page.addWidget(self.empty_clear, 0, Qt.AlignmentFlag.AlignHCenter)
        page.addStretch(1)
        for part in (self.bar, self.notice, self.bulk):
            column.addWidget(part)
        self.stack = QStackedLayout()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        column.addLayout(self.stack, 1)

    def _connect(self) -> None:
        session, rows, card = self.session, self.list, self.card
        session.desk_changed.connect(self._open_desk)
        session.pair_changed.connect(self.reload)
        session.side_changed.connect(self.reload)
        session.quotes_changed.connect(self._quotes_changed)
        session.quote_selected.connect(self._quote_selected)
        session.undo_stack.indexChanged.connect(self._undo_moved)
        session.on_flush(self.flush)
        rows.selection_moved.connect(self._selection_moved)
        rows.status_pressed.connect(self.mark_selected)
        rows.note_wanted.connect(self.focus_note)
        rows.speaker_wanted.connect(self.correct_speaker)
        rows.delete_wanted.connect(self.delete_selected)
        rows.copy_wanted.connect(self.copy_selected)
        rows.menu_wanted.connect(self._open_menu)
        card.given_back.connect(self.focus_list)
        card.typed.connect(self.mark_selected)
        card.form.corrected.connect(self._corrected)
        card.wordings.wanted.connect(session.show_quote)
        for verdict in (card.verdict, self.bulk_verdict):
            verdict.pressed.connect(self.mark_here)
        card.verdict.reason_settled.connect(self._reason_settled)
        card.verdict.basis_settled.connect(self._basis_settled)
        self.bar.selected.connect(self._selected)
        self.bar.side_chosen.connect(session.set_side)
        self.bar.left.connect(self.focus_list)
        self.empty_clear.clicked.connect(self.show_all)
        self.notes.offers_changed.connect(self._show_offers)
        self.notice_show.clicked.connect(self._go_to_offer)
        self._wordings_due.timeout.connect(self.story.look)
        self.story.known.connect(self._label_cards)

    # -- what is listed --------------------------------------------------------------------------------------------

    def _open_desk(self) -> None:
        desk = self.session.desk
        self.notes.open_desk()
        why = desk.read_only_why if desk is not None else ""
        for part in (self.card, self.bulk_verdict):
            part.set_writable(self.session.writable, why or "This desk can only be read.")
        self._undo_index = self.session.undo_stack.index()
        self.reload()

    def reload(self) -> None:
        """Read the quotes of the listed side again; the selection stays as far as its quotes are still there."""
        desk, listed = self.session.desk, self.session.listed
        chosen = self.list.selected_quotes()
        row = self.list.currentIndex().row()
        quotes, metadata = [], Metadata()
        if desk is not None and listed is not None:
            quotes, metadata = desk.quotes(listed.id), desk.article(listed.info.article_id).metadata
        self._follow(lambda: self.model.take(quotes, metadata, self.story.labels()))
        self._wordings_due.start()
        self.bar.show_side(self.session.side if self.session.b is not None else "a", both=self.session.b is not None)
        ids = [quote.id for quote in chosen if self.model.row_of(quote.id) >= 0]
        if not ids and chosen and listed is not None and chosen[0].version_id == listed.id and self.model.shown:
            ids = [self.model.shown[min(max(row, 0), len(self.model.shown) - 1)].id]
        if not ids and self.session.selected is not None:
            ids = [self.session.selected.id]
        self._choose(ids)

    def _follow(self, change: Callable[[], object]) -> None:
        """Change rows without taking that for the checker's choice."""
        self._following, former = True, self._following
        try:
            change()
        finally:
            self._following = former

    def _choose(self, ids: Collection[QuoteId]) -> None:
        self._follow(lambda: self.list.choose(ids))
        self._show_chosen()
        self._tell_session()

    def _tell_session(self) -> None:
        chosen = self.list.selected_quotes()
        current = self.list.currentIndex().row()
        lead = self.model.shown[current] if chosen and 0 <= current < len(self.model.shown) else None
        selected = self.session.selected
        if lead is not None and (selected is None or selected.id != lead.id):
            self._follow(lambda: self.session.select_quote(lead))

    def _selection_moved(self) -> None:
        if self._following:
            return
        self._then = None
        self._show_chosen()
        self._tell_session()
        QTimer.singleShot(0, self._drop_strays)

    def _drop_strays(self) -> None:
        self._follow(lambda: self.model.drop_strays({quote.id for quote in self.list.selected_quotes()}))
        self.list.keep_card_over(self.card.quote.id if self.card.quote and not self.card.isHidden() else None)
        self._show_counts()

    def _show_chosen(self) -> None:
        """Open the one chosen quote; close the card for none or several."""
        chosen = self.list.selected_quotes()
        if self.card.quote is not None and [quote.id for quote in chosen] != [self.card.quote.id]:
            self.notes.commit()
            chosen = self.list.selected_quotes()
        self.bulk.setVisible(len(chosen) > 1)
        if len(chosen) == 1:
            self._open_card(chosen[0])
        else:
            self.card.quote = None
            self.list.open_card(-1)
        self._show_counts()

    def _open_card(self, quote: Quote) -> None:
        same = self.card.quote is not None and self.card.quote.id == quote.id
        self.card.show_quote(quote, self.model.labels_of(quote), {other.attribution.name for other in self.model.all})
        if not same:
            self.notes.show(quote)
            self._show_wordings()
        self._show_history(fold=not same)
        self.list.open_card(self.model.row_of(quote.id))

    def _show_history(self, *, fold: bool) -> None:
        desk, quote = self.session.desk, self.card.quote
        if desk is not None and quote is not None:
            marks = desk.history(quote.id) if quote.marks else []
            self.card.show_history(marks, self.session.checker, fold=fold)

    def _show_counts(self) -> None:
        shown, quotes = len(self.model.shown), self.model.all
        self.bar.selection = self.model.selection
        self.bar.show_counts(quotes, shown, len(self.list.selected_rows()))
        self.stack.setCurrentIndex(0 if shown else 1)
        self.empty_clear.setVisible(bool(quotes))
        self.empty_clear.setText(f"Show all {len(quotes)}")
        self.empty_text.setText(self._why_empty(len(quotes)))

    def _why_empty(self, total: int) -> str:
        if total:
            return f"0 of {total} quotes shown: none matches the filter."
        if self.session.desk is None:
            return "The quotes of an article will be listed here. Open a desk or try the sample story."
        if self.session.listed is None:
            return "Choose an article on the left: its quotes will be listed here."
        return "No quotation marks were found in this text. Select words in the text and press Q to add a quote."

    # -- what the session says -------------------------------------------------------------------------------------

    def _quotes_changed(self, changed: tuple[Quote, ...]) -> None:
        known = {quote.id: quote for quote in self.model.all}
        mine = [quote for quote in changed if quote.id in known]
        listed = self.session.listed
        foreign = [quote for quote in changed if listed and quote.version_id == listed.id and quote.id not in known]
        if not changed or foreign or any(quote.deleted for quote in mine):
            self._then = None
            self.story.forget()
            self.reload()
            return
        if any(quote.attribution != known[quote.id].attribution for quote in mine):
            self.story.forget()
            self._wordings_due.start()
        self._last_changed = tuple(changed)
        self._announce([quote for quote in mine if quote.status is not known[quote.id].status])
        self.model.replace(mine)
        for quote in changed:
            self.notes.follow(quote)
        now = next((quote for quote in mine if self.card.quote is not None and quote.id == self.card.quote.id), None)
        if now is not None:
            self._open_card(now)
        self._refilter()
        self._show_counts()
        self._go_on(frozenset(quote.id for quote in changed))

    def _refilter(self) -> None:
        """Let rows come and go as their quotes changed; the chosen ones stay."""
        kept = {quote.id for quote in self.list.selected_quotes()}
        wanted = {quote.id for quote in self.model.selection.of(self.model.all, kept)}
        if wanted - {quote.id for quote in self.model.shown}:
            self._follow(lambda: self.model.select(self.model.selection, kept))
            self._choose(kept)

    def _announce(self, quotes: Sequence[Quote]) -> None:
        if quotes and QAccessible.isActive():
            what = first_words(quotes[0].text) if len(quotes) == 1 else f"{len(quotes)} quotes"
            said = QAccessibleAnnouncementEvent(self, f"{STATUS_WORD[quotes[0].status]}: {what}")
            QAccessible.updateAccessibility(said)

    def _undo_moved(self, index: int) -> None:
        """After taking something back, show where."""
        back, self._undo_index = index < self._undo_index, index
        ids = [quote.id for quote in self._last_changed if self.model.row_of(quote.id) >= 0]
        self._last_changed = ()
        if back and ids and set(ids) != {quote.id for quote in self.list.selected_quotes()}:
            self._choose(ids)

    def _quote_selected(self, quote: Quote | None) -> None:
        if self._following:
            return
        if quote is None or self.session.listed is None or quote.version_id != self.session.listed.id:
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
            self.session.said.emit("The filter of the quotes was taken away to show this one")
            self._selected(Selection())
        self._choose([quote.id])

    # -- marking ---------------------------------------------------------------------------------------------------

    def mark_selected(self, status: Status) -> None:
        """Mark what is chosen and move on to the next unverified quote of the list."""
        rows = self.list.selected_rows()
        if not self._may_mark():
            return
        ids = {self.model.shown[row].id for row in rows}
        going = next_in_list(self.model.shown, rows[-1], ids)
        if self.card.isAncestorOf(self.focusWidget() or self):
            self.list.setFocus()
        self._then = (frozenset(ids), going)
        if not self._mark(status):
            self._go_on(frozenset(ids))

    def mark_here(self, status: Status) -> None:
        """Mark what is chosen and stay: what a button and the menu do."""
        self._then = None
        if self._may_mark():
            self._mark(status)

    def _may_mark(self) -> bool:
        if not self.list.selected_rows():
            self.session.said.emit("Choose a quote first")
            return False
        if not self.session.writable:
            why = self.session.desk.read_only_why if self.session.desk is not None else ""
            self.session.said.emit(why or "This desk can only be read")
            return False
        return True

    def _mark(self, status: Status) -> bool:
        """Mark the chosen quotes that this changes; typed words go into the same mark."""
        quotes = self.list.selected_quotes()
        words = self.notes.words_for_mark() if len(quotes) == 1 else None
        verdict = self.card.verdict if len(quotes) == 1 else self.bulk_verdict
        change = change_for(quotes, status, words, verdict)
        changing = [quote for quote in quotes if would_change(quote, change)]
        if changing:
            self.session.mark(changing, change)
        return bool(changing)

    def _go_on(self, changed: frozenset[QuoteId]) -> None:
        """Move on, if that is what the last key asked for and its mark is made."""
        if self._then is None or not self._then[0] & changed:
            return
        going, self._then = self._then[1], None
        if going.quote is None:
            self.session.said.emit("No unverified quote is left here")
        else:
            self._go_to(going)

    def _go_to(self, going: Next) -> None:
        if going.quote is not None:
            if going.said:
                self.session.said.emit(going.said)
            self._choose([going.quote.id])
            QTimer.singleShot(0, self._drop_strays)

    def _reason_settled(self, reason: str) -> None:
        if self.card.quote is not None:
            self.session.mark([self.card.quote], MarkChange(reason=reason))

    def _basis_settled(self, basis: str) -> None:
        if self.card.quote is not None:
            self.session.mark([self.card.quote], MarkChange(basis=basis))

    def flush(self) -> None:
        """Save what is typed, as a mark where a name is known and as a draft where not."""
        if self.card.quote is not None and self.session.writable and self.session.checker:
            self.card.verdict.settle()
        self.notes.flush()

    # -- going about -----------------------------------------------------------------------------------------------

    def focus_list(self) -> None:
        """Give the list the keys; if nothing is chosen, choose the first quote that needs a check."""
        self.list.setFocus()
        if self.model.shown and not self.list.selected_rows():
            first = next(
                (quote for quote in self.model.shown if quote.status is Status.UNVERIFIED), self.model.shown[0]
            )
            self._choose([first.id])

    def next_quote(self) -> None:
        self._step(1)

    def previous_quote(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        rows = self.list.selected_rows()
        start = (rows[-1] if by > 0 else rows[0]) if rows else (-1 if by > 0 else len(self.model.shown))
        row = start + by
        if 0 <= row < len(self.model.shown):
            self._choose([self.model.shown[row].id])
        else:
            self.session.said.emit("This is the last quote" if by > 0 else "This is the first quote")

    def next_unverified(self) -> None:
        """Go to the next unverified quote of the list, or else of the story."""
        rows = self.list.selected_rows()
        going = next_in_list(self.model.shown, rows[-1] if rows else -1, {self.model.shown[row].id for row in rows})
        if going.quote is not None:
            self._go_to(going)
            return
        going = next_in_story(self.session)
        self.session.said.emit(going.said)
        if going.quote is not None:
            self.session.show_quote(going.quote)

    def focus_note(self) -> None:
        if self.card.quote is not None:
            self.card.fields.note.setFocus()

    def open_search(self) -> None:
        self.bar.open_search()

    def correct_speaker(self) -> None:
        if self.card.quote is not None:
            self.card.open_form()

    def _corrected(self, attribution: Attribution, kind: QuoteKind | None) -> None:
        if self.card.quote is not None:
            self.session.attribute([self.card.quote], attribution, kind)

    def copy_selected(self) -> None:
        """Put the chosen quotes on the clipboard, each with where it stands."""
        quotes = self.list.selected_quotes()
        if quotes:
            QGuiApplication.clipboard().setText(self.model.cite(quotes))
            self.session.said.emit("Copied with citation" if len(quotes) == 1 else f"{len(quotes)} quotes copied")

    def delete_selected(self) -> None:
        quotes = self.list.selected_quotes()
        if quotes and self.session.writable:
            self.session.delete_quotes(quotes)

    def show_in_text(self) -> None:
        if self.session.selected is not None:
            self.session.quote_selected.emit(self.session.selected)

    def _open_menu(self, at: QPoint) -> None:
        card_menu(self, len(self.list.selected_rows()), writable=self.session.writable).popup(at)

    # -- filter, drafts, wordings ----------------------------------------------------------------------------------

    def set_filter(self, status: Status | None) -> None:
        """List only quotes of this status; None lists all."""
        self._selected(Selection(status=status))

    def show_all(self) -> None:
        self._selected(Selection())
        self.focus_list()

    def _selected(self, selection: Selection) -> None:
        chosen = [quote.id for quote in self.list.selected_quotes()]
        self._follow(lambda: self.model.select(selection))
        self.bar.show_selection(selection)
        self._choose([quote_id for quote_id in chosen if self.model.row_of(quote_id) >= 0])

    def _show_offers(self) -> None:
        count = len(self.notes.offers)
        places = "one quote" if count == 1 else f"{count} quotes"
        self.notice_text.setText(f"Half-typed words from last time are back at {places}.")
        self.notice.setVisible(count > 0)

    def _go_to_offer(self) -> None:
        quote = next((self.session.quote_now(quote_id) for quote_id in self.notes.offers), None)
        if quote is not None:
            self.session.show_quote(quote)
            self.focus_note()

    def _label_cards(self) -> None:
        """What was found out about the story's quotes goes on their cards."""
        self._follow(lambda: self.model.label(self.story.labels()))
        if self.card.quote is not None:
            self._open_card(self.card.quote)
        self._show_wordings()

    def _show_wordings(self) -> None:
        quote = self.card.quote
        if quote is not None:
            self.card.show_found(self.story.wordings(quote), self.story.reasons(quote))

    # -- looks and memory ------------------------------------------------------------------------------------------

    def set_zoom(self, percent: int) -> None:
        """Show the words at this size."""
        self.list.set_fonts(percent)
        self.card.set_fonts(self.list.cards.fonts)

    def state(self) -> str:
        """What a restart should bring back: filter and chosen quote."""
        which = self.model.selection
        chosen = self.list.selected_quotes()
        return json.dumps({
            "status": which.status, "words": which.words, "speaker": which.speaker, "kind": which.kind,
            "alert": which.alert, "by_speaker": which.by_speaker, "quote": chosen[0].uid if chosen else "",
        })  # fmt: skip

    def restore(self, state: str) -> None:
        """Take up a remembered state; what does not fit any more is left out."""
        try:
            told = json.loads(state)
            selection = Selection(
                status=Status(told["status"]) if told["status"] else None,
                words=str(told["words"]),
                speaker=told["speaker"],
                kind=QuoteKind(told["kind"]) if told["kind"] else None,
                alert=told["alert"],
                by_speaker=bool(told["by_speaker"]),
            )
        except (ValueError, KeyError, TypeError):
            return
        self._selected(selection)
        self._choose([quote.id for quote in self.model.shown if quote.uid == told.get("quote")])
