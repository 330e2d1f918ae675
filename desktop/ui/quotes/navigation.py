"""How does the checker go from quote to quote, in the list and through the story?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain import Status
from desktop.ui.quotes.marking import next_in_list, next_in_story

if TYPE_CHECKING:
    from desktop.ui.quotes.list_view import QuoteList
    from desktop.ui.quotes.marking import Next
    from desktop.ui.session.session import Session


class Steps(QObject):
    """Where the keys lead. Signals: wanted(object): the id of the quote to choose next"""

    wanted = Signal(object)

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
            self.wanted.emit(first.id)

    def step(self, by: int) -> None:
        """Go to the next quote of the list (1), or the one before (-1)."""
        rows, shown = self._rows.selected_rows(), self._rows.quotes.shown
        start = (rows[-1] if by > 0 else rows[0]) if rows else (-1 if by > 0 else len(shown))
        row = start + by
        if 0 <= row < len(shown):
            self.wanted.emit(shown[row].id)
        else:
            self._session.said.emit("This is the last quote" if by > 0 else "This is the first quote")

    def next_unverified(self) -> None:
        """Go to the next unverified quote of the list, or else of the story."""
        rows, shown = self._rows.selected_rows(), self._rows.quotes.shown
        going = next_in_list(shown, rows[-1] if rows else -1, {shown[row].id for row in rows})
        if going.quote is not None:
            self.go(going)
            return
        going = next_in_story(self._session)
        self._session.said.emit(going.said)
        if going.quote is not None:
            self._session.pair.show_quote(going.quote)

    def go(self, going: Next) -> None:
        """Go where a mark or a key leads, and say what there is to say about it."""
        if going.said:
            self._session.said.emit(going.said)
        if going.quote is not None:
            self.wanted.emit(going.quote.id)
