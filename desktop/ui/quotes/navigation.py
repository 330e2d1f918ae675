"""Next and previous quote, and the next unverified one: in the list, and through the articles of the story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain import Quote, Status

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from desktop.domain import QuoteId
    from desktop.ui.quotes.list_view import QuoteList
    from desktop.ui.session.session import Session


@dataclass(frozen=True, slots=True)
class Next:
    """Where to go on, and what to say about it; no quote where all are checked."""

    quote: Quote | None
    sentence: str = ""


def next_in_list(shown: Sequence[Quote], row: int, leaving: Collection[QuoteId]) -> Next:
    """Find the next unverified quote below a row, or else the first one above it, and then say so."""
    waits = [quote.status is Status.UNVERIFIED and quote.id not in leaving for quote in shown]
    below = next((shown[place] for place in range(row + 1, len(shown)) if waits[place]), None)
    if below is not None:
        return Next(below)
    above = next((shown[place] for place in range(min(row, len(shown))) if waits[place]), None)
    return Next(
        above, "Went on at the top: this one is still unverified" if above else "No unverified quote is left here"
    )


def next_in_story(session: Session) -> Next:
    """Find the next unverified quote in the articles after the listed one, going round."""
    desk, listed = session.desk, session.pair.listed
    if desk is None or listed is None:
        return Next(None, "No unverified quote is left here")
    article = desk.article(listed.info.article_id)
    articles = desk.articles(story=article.story_id)
    order = {other.newest: place for place, other in enumerate(articles)}
    here = next((place for place, other in enumerate(articles) if other.id == article.id), 0)
    waiting = [
        quote
        for quote in desk.story_quotes(article.story_id)
        if quote.status is Status.UNVERIFIED and quote.version_id != listed.id
    ]
    if not waiting:
        return Next(None, "No unverified quote is left in this story")
    quote = min(waiting, key=lambda quote: (order.get(quote.version_id, 0) - here - 1) % max(len(articles), 1))
    found = next((other for other in articles if other.newest == quote.version_id), None)
    title = found.metadata.title or found.metadata.outlet if found else ""
    return Next(quote, f"Went on in ‘{title}’" if title else "Went on in the next article")


class Navigation(QObject):
    """Steps through the quotes. Signals: chosen(object): the id of the quote to choose next"""

    chosen = Signal(object)

    def __init__(self, session: Session, rows: QuoteList) -> None:
        super().__init__(rows)
        self._session = session
        self._rows = rows

    def begin(self) -> None:
        """Give the list the keys; if nothing is chosen, choose the first quote that needs a check."""
        self._rows.setFocus()
        shown = self._rows.quotes.shown
        if shown and not self._rows.selected_rows():
            first = next((quote for quote in shown if quote.status is Status.UNVERIFIED), shown[0])
            self.chosen.emit(first.id)

    def step(self, by: int) -> None:
        """Go to the next quote of the list (1), or the one before (-1)."""
        rows, shown = self._rows.selected_rows(), self._rows.quotes.shown
        start = (rows[-1] if by > 0 else rows[0]) if rows else (-1 if by > 0 else len(shown))
        row = start + by
        if 0 <= row < len(shown):
            self.chosen.emit(shown[row].id)
        else:
            self._session.said.emit("This is the last quote" if by > 0 else "This is the first quote")

    def next_unverified(self) -> None:
        """Go to the next unverified quote of the list, or else of the story."""
        rows, shown = self._rows.selected_rows(), self._rows.quotes.shown
        target = next_in_list(shown, rows[-1] if rows else -1, {shown[row].id for row in rows})
        if target.quote is not None:
            self.go(target)
            return
        target = next_in_story(self._session)
        self._session.said.emit(target.sentence)
        if target.quote is not None:
            self._session.pair.show_quote(target.quote)

    def go(self, target: Next) -> None:
        """Go to a quote that was looked up, and say what there is to say about it."""
        if target.sentence:
            self._session.said.emit(target.sentence)
        if target.quote is not None:
            self.chosen.emit(target.quote.id)
