"""What does a key, a button or a menu entry do with the chosen quotes?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop.domain import MarkChange, Status
from desktop.ui.quotes.marking import Next, change_for, next_in_list, would_change

if TYPE_CHECKING:
    from desktop.domain import Attribution, QuoteId, QuoteKind
    from desktop.ui.quotes.card.quote_card import QuoteCard
    from desktop.ui.quotes.list_view import QuoteList
    from desktop.ui.quotes.note_keeper import NoteKeeper
    from desktop.ui.session.session import Session
    from desktop.ui.widgets.verdict_buttons import Verdict


class QuoteActs(QObject):
    """Marks, corrects, copies and deletes what is chosen in the list.

    Signals: going(object): after a mark by key, the Next to go to
    """

    going = Signal(object)

    def __init__(self, session: Session, rows: QuoteList, card: QuoteCard, bulk: Verdict, notes: NoteKeeper) -> None:
        super().__init__(rows)
        self._session = session
        self._rows = rows
        self._card = card
        self._bulk = bulk
        self._notes = notes
        self._then: tuple[frozenset[QuoteId], Next] | None = None  # where to go once these are marked
        rows.status_pressed.connect(self.mark_and_go)
        rows.delete_wanted.connect(self.delete)
        rows.copy_wanted.connect(self.copy)
        rows.speaker_wanted.connect(self.correct)
        card.typed.connect(self.mark_and_go)
        card.form.corrected.connect(self._corrected)
        for verdict in (card.verdict, bulk):
            verdict.pressed.connect(self.mark_here)
        card.verdict.reason_settled.connect(self._reason_settled)
        card.verdict.basis_settled.connect(self._basis_settled)

    # -- marks -----------------------------------------------------------------------------------------------------

    def mark_and_go(self, status: Status) -> None:
        """Mark what is chosen and move on to the next unverified quote of the list: what a key does."""
        if not self._may_mark():
            return
        rows = self._rows.selected_rows()
        ids = frozenset(self._rows.quotes.shown[row].id for row in rows)
        self._then = (ids, next_in_list(self._rows.quotes.shown, rows[-1], ids))
        typing = self._card.holds_focus()
        if not self._mark(status):
            self.happened(ids)
        if typing:
            self._rows.setFocus()

    def mark_here(self, status: Status) -> None:
        """Mark what is chosen and stay: what a button and the menu do."""
        self._then = None
        if self._may_mark():
            self._mark(status)

    def happened(self, changed: frozenset[QuoteId]) -> None:
        """These quotes have changed: move on, if that is what the last key asked for."""
        if self._then is not None and self._then[0] & changed:
            going, self._then = self._then[1], None
            self.going.emit(going)

    def stay(self) -> None:
        """The checker went elsewhere, or the mark failed: nothing moves on any more."""
        self._then = None

    def _may_mark(self) -> bool:
        """Say whether what is chosen can be marked or corrected, and tell if not."""
        desk, listed = self._session.desk, self._session.pair.listed
        if not self._rows.selected_rows():
            self._session.said.emit("Choose a quote first")
            return False
        if not self._session.writable:
            self._session.said.emit((desk.read_only_why if desk is not None else "") or "This desk can only be read.")
            return False
        return listed is None or self._session.is_open(versions=[listed.id])

    def _mark(self, status: Status) -> bool:
        """Mark the chosen quotes that this changes; typed words go into the same mark."""
        quotes = self._rows.selected_quotes()
        alone = len(quotes) == 1
        words = self._notes.words_for_mark() if alone else None
        change = change_for(quotes, status, words, self._card.verdict if alone else self._bulk)
        changing = [quote for quote in quotes if would_change(quote, change)]
        self._session.mark(changing, change)
        return bool(changing)

    def _reason_settled(self, reason: str) -> None:
        if self._card.quote is not None:
            self._session.mark([self._card.quote], MarkChange(reason=reason))

    def _basis_settled(self, basis: str) -> None:
        if self._card.quote is not None:
            self._session.mark([self._card.quote], MarkChange(basis=basis))

    def flush(self) -> None:
        """Save what is typed, as a mark where a name is known and as a draft where not."""
        if self._card.quote is not None and self._session.writable and self._session.checker:
            self._card.verdict.settle()
        self._notes.flush()

    # -- the rest --------------------------------------------------------------------------------------------------

    def correct(self) -> None:
        """Open the form for who said it."""
        if self._may_mark():
            self._card.open_form()

    def _corrected(self, attribution: Attribution, kind: QuoteKind | None) -> None:
        if self._card.quote is not None:
            self._session.attribute([self._card.quote], attribution, kind)

    def copy(self) -> None:
        """Put the chosen quotes on the clipboard, each with where it stands."""
        quotes = self._rows.selected_quotes()
        if quotes:
            QGuiApplication.clipboard().setText(self._rows.quotes.cite(quotes))
            self._session.said.emit("Copied with citation" if len(quotes) == 1 else f"{len(quotes)} quotes copied")

    def delete(self) -> None:
        quotes = self._rows.selected_quotes()
        if quotes and self._may_mark() and self._session.delete_quotes(quotes):
            what = "Quote" if len(quotes) == 1 else f"{len(quotes)} quotes"
            self._session.said.emit(f"{what} deleted; the history stays. Ctrl+Z brings back what was deleted")
