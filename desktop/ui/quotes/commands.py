"""How are splits and joins of quotes taken back?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import Span
from desktop.ui.session.commands.base import DeskCommand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.desk.open_desk import Desk
    from desktop.domain import Quote
    from desktop.ui.session.session import Session


class SplitQuote(DeskCommand):
    """Part a quote in two; the first half keeps the marks."""

    def __init__(self, session: Session, quote: Quote, halves: tuple[Span, Span]) -> None:
        super().__init__(session, "split a quote")
        self._quote = quote
        self._halves = halves
        self._now: Sequence[Quote] = ()

    def act(self, desk: Desk) -> None:
        self._now = desk.split_quote(self._quote.id, self._halves, checker=self.session.checker)

    def back(self, desk: Desk) -> None:
        if len(self._now) == 2:
            spans, new = {self._quote.id: self._quote.span}, [self._now[1].id]
            self._now = desk.reshape_quotes(spans, delete=new, checker=self.session.checker)

    def tell(self) -> None:
        self.session.told(self._now)


class JoinQuotes(DeskCommand):
    """Make one quote of several; the first one keeps its marks, those of the others stay in the desk."""

    def __init__(self, session: Session, quotes: Sequence[Quote]) -> None:
        super().__init__(session, "join quotes")
        self._first, *self._rest = sorted(quotes, key=lambda quote: quote.span)
        self._whole = Span(self._first.span.start, max(quote.span.end for quote in quotes))
        self._now: Sequence[Quote] = ()

    def act(self, desk: Desk) -> None:
        rest = [quote.id for quote in self._rest]
        self._now = desk.reshape_quotes({self._first.id: self._whole}, delete=rest, checker=self.session.checker)

    def back(self, desk: Desk) -> None:
        spans, rest = {self._first.id: self._first.span}, [quote.id for quote in self._rest]
        self._now = desk.reshape_quotes(spans, restore=rest, checker=self.session.checker)

    def tell(self) -> None:
        self.session.told(self._now)
