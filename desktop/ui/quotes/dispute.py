"""Dispute in one go: after D the reason is asked for, then the source, then the next quote comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain import MarkChange, Status
from desktop.ui.quotes.card.several_dialog import SeveralDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain import Quote
    from desktop.ui.quotes.card.quote_card import QuoteCard
    from desktop.ui.quotes.list_view import QuoteList
    from desktop.ui.session.session import Session


class Dispute(QObject):
    """Asks on the card of a disputed quote, or for several at once, why it is disputed and where that can be seen.

    The quote is disputed, and on the disk, before anything is asked. Enter leaves a question unanswered.

    Signals: done(): all is answered, or Enter went on
    """

    done = Signal()

    def __init__(self, session: Session, rows: QuoteList, card: QuoteCard) -> None:
        super().__init__(rows)
        self._session = session
        self._rows = rows
        self._card = card
        self._asking = False
        card.reasons_asked.chosen.connect(self._choose)
        card.reasons_asked.passed.connect(self._go_on)
        card.fields.entered.connect(self._source_entered)

    @property
    def asking(self) -> bool:
        return self._asking

    def begin(self) -> bool:
        """Ask for what the quote on the card lacks; say whether anything is to be asked."""
        quote = self._card.quote
        if quote is None or quote.status is not Status.DISPUTED or (quote.reason and quote.evidence):
            return False
        self._asking = True
        self._ask()
        return True

    def stop(self) -> None:
        """The checker went elsewhere: nothing is asked any more."""
        self._asking = False
        self._card.reasons_asked.hide()

    def ask_for_several(self, quotes: Sequence[Quote]) -> SeveralDialog:
        """Ask for one note and source of several quotes, and for the reason where all are disputed."""
        disputed = all(quote.status is Status.DISPUTED for quote in quotes)
        last = self._card.fields.evidence.last
        dialog = SeveralDialog(len(quotes), last, self._rows.window(), disputed=disputed)
        dialog.agreed.connect(lambda change: self._say_of_all(quotes, change))
        dialog.finished.connect(self._go_on)
        self._asking = True
        dialog.open()
        return dialog

    def _say_of_all(self, quotes: Sequence[Quote], change: MarkChange) -> None:
        if change.evidence:
            self._card.fields.evidence.offer(change.evidence)
        now = [self._session.quote_now(quote.id) for quote in quotes]
        self._session.mark([quote for quote in now if quote is not None and not quote.deleted], change)

    def _ask(self) -> None:
        quote = self._card.quote
        if not self._asking or quote is None or quote.status is not Status.DISPUTED:
            self.stop()
        elif not quote.reason:
            self._card.reasons_asked.ask()
        elif not quote.evidence:
            self._card.reasons_asked.hide()
            self._card.fields.evidence.setFocus()
        else:
            self._go_on()

    def _choose(self, reason: str) -> None:
        if self._card.quote is not None:
            self._session.mark([self._card.quote], MarkChange(reason=reason))
            self._ask()

    def _source_entered(self) -> None:
        """Enter in the source is done with it, whether one was given or not."""
        quote = self._card.quote
        if self._asking and quote is not None and quote.status is Status.DISPUTED:
            self._go_on()
        else:
            self.stop()
            self._rows.setFocus()

    def _go_on(self) -> None:
        if self._asking:
            self.stop()
            self._rows.setFocus()
            self.done.emit()
