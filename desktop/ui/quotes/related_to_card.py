"""Other wordings, earlier quotes and history of the quote on the open card, and decisions about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.domain import Flag
from desktop.ui.quotes.related.earlier_list import EarlierQuotes, EarlierSearch
from desktop.ui.quotes.related.wording_list import Base

if TYPE_CHECKING:
    from desktop.domain import Quote
    from desktop.ui.quotes.card.quote_card import QuoteCard
    from desktop.ui.quotes.related.story_wordings import StoryWordings
    from desktop.ui.session.session import Session

_BASE = "quotes/base"


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
        card.earlier.wanted.connect(session.pair.show_beside)
        card.wordings.wanted.connect(session.pair.show_beside)
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
