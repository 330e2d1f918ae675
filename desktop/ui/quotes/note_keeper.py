"""Saving of typed notes and evidence: as a draft while they are typed, as a mark when they are done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from desktop.domain import Quote, QuoteId
    from desktop.ui.quotes.card.note_fields import Words
    from desktop.ui.quotes.card.quote_card import QuoteCard
    from desktop.ui.session.session import Session


class NoteKeeper(QObject):
    """Keeps note and evidence of the open card: as a draft while they are typed, as one mark when they are done.

    Words that could not become a mark (no name given, disk full) stay with their quote and come back with it.

    Signals: offers_changed(): other drafts of an earlier run wait for an answer
    """

    offers_changed = Signal()

    def __init__(self, session: Session, card: QuoteCard, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._card = card
        self._fields = card.fields
        self._pending: dict[QuoteId, Words] = {}
        self._offered: dict[QuoteId, Words] = {}
        self._drafted: set[QuoteId] = set()
        self._name_requested = False  # a mark waits for the checker's name
        self._committing = False
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self.flush)
        self._fields.drafted.connect(self._save_draft)
        self._fields.committed.connect(self.commit)
        self._fields.discarded.connect(self._discard)
        session.checker_requested.connect(self._on_checker_requested)
        session.checker_changed.connect(self._on_checker_known)

    # -- drafts of an earlier run ----------------------------------------------------------------------------------

    def open_desk(self) -> None:
        """Look for words that an earlier run left half-typed."""
        self._pending, self._offered, self._drafted = {}, {}, set()
        desk = self._session.desk
        for draft in desk.drafts() if desk is not None else []:
            quote = self._session.quote_now(draft.quote_id)
            words = (draft.note, draft.evidence)
            if quote is not None and not quote.deleted and words != (quote.note, quote.evidence):
                self._offered[draft.quote_id] = words
                self._drafted.add(draft.quote_id)
        self.offers_changed.emit()

    @property
    def offers(self) -> list[QuoteId]:
        return list(self._offered)

    def _answered(self, quote_id: QuoteId) -> None:
        if self._offered.pop(quote_id, None) is not None:
            self.offers_changed.emit()

    def _discard(self) -> None:
        if self._card.quote is not None:
            self._forget_draft(self._card.quote.id)
            self._answered(self._card.quote.id)

    # -- the open card ---------------------------------------------------------------------------------------------

    def show(self, quote: Quote) -> None:
        """Fill the fields for a quote that is now open."""
        stored = (quote.note, quote.evidence)
        self._fields.show_words(stored, pending=self._pending.get(quote.id), offered=self._offered.get(quote.id))

    def follow(self, quote: Quote) -> None:
        """A quote is now so on the disk; its source is offered for the next one."""
        if quote.evidence:
            self._fields.evidence.offer(quote.evidence)
        stored = (quote.note, quote.evidence)
        if self._pending.get(quote.id) == stored:
            del self._pending[quote.id]
            self._forget_draft(quote.id)
        if self._card.quote is not None and self._card.quote.id == quote.id:
            self._fields.follow(stored)
            if self._fields.pending is None and not self._fields.offering:
                self._forget_draft(quote.id)

    def words_for_mark(self) -> Words | None:
        """Words that go into a mark that is made now; they are safe as a draft until it is made."""
        words = self._fields.pending
        if words is not None:
            self._save_draft()
        self._name_requested = not self._session.checker  # before the question moves the focus out of the fields
        return words

    def commit(self) -> None:
        """Make the typed words a mark; without a checker's name, ask for it."""
        self._commit(ask=True)

    def flush(self) -> None:
        """Make the typed words a mark if that needs no question, else keep them as a draft."""
        self._commit(ask=False)

    def _commit(self, *, ask: bool) -> None:
        quote, words = self._card.quote, self._fields.pending
        if quote is None or words is None or self._committing or not self._session.writable:
            return
        self._answered(quote.id)
        self._pending[quote.id] = words
        self._committing = True
        if self._session.checker or (ask and not self._name_requested):
            self._name_requested = not self._session.checker
            self._session.note(quote, *words)
        self._committing = False
        if quote.id in self._pending:  # no name was given, or the disk refused
            self._write_draft(quote, words)

    def _on_checker_requested(self) -> None:
        self._name_requested = True

    def _on_checker_known(self) -> None:
        self._name_requested = False
        self._soon.start()

    # -- the draft on the disk -------------------------------------------------------------------------------------

    def _save_draft(self) -> None:
        quote, words = self._card.quote, self._fields.pending
        if quote is None or not self._session.writable or self._fields.offering:
            return
        self._answered(quote.id)
        if words is None:
            self._pending.pop(quote.id, None)
            self._forget_draft(quote.id)
        else:
            self._write_draft(quote, words)

    def _write_draft(self, quote: Quote, words: Words) -> None:
        from desktop.domain import Draft
        from desktop.store.pending import acts as pending

        self._drafted.add(quote.id)
        self._session.attempt_or_queue(
            lambda desk: desk.save_draft(Draft(quote.id, *words)), lambda: pending.draft(quote, *words)
        )

    def _forget_draft(self, quote_id: QuoteId) -> None:
        if quote_id in self._drafted and self._session.writable:
            quote = self._session.quote_now(quote_id)
            if quote is not None:
                self._write_draft(quote, ("", ""))
            self._drafted.discard(quote_id)
