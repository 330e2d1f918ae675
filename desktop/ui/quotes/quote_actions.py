"""Actions on the selected quotes (mark, dispute, delete, split, copy; their menu) and the way to the next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from desktop.domain import Flag, MarkChange, OpenReason, Quote, QuoteKind, Status
from desktop.translation import tr, tr_n
from desktop.ui.quotes.card.several_dialog import SeveralDialog
from desktop.ui.status_words import KIND_WORD, STATUS_SIGN, status_name
from desktop.ui.widgets.verdict_buttons import KEYS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from PySide6.QtCore import QPoint

    from desktop.domain import Attribution, QuoteId
    from desktop.ui.quotes.card.note_fields import Words
    from desktop.ui.quotes.card.quote_card import QuoteCard
    from desktop.ui.quotes.list_view import QuoteList
    from desktop.ui.quotes.note_keeper import NoteKeeper
    from desktop.ui.session.session import Session
    from desktop.ui.widgets.verdict_buttons import VerdictButtons


# The same status once more does say something here: somebody tried, settles what two checkers said, or means the
# words that the quote holds since its ends were moved.
_OPEN = frozenset({Flag.NOT_STARTED, Flag.CHECKERS_DISAGREE, Flag.CHANGED_SINCE})


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
        self._is_open = False
        card.reason_choices.chosen.connect(self._choose)
        card.reason_choices.passed.connect(self._go_on)
        card.fields.entered.connect(self._source_entered)

    @property
    def is_open(self) -> bool:
        return self._is_open

    def begin(self) -> bool:
        """Ask for what the quote on the card lacks; say whether anything is to be asked."""
        quote = self._card.quote
        if quote is None or quote.status is not Status.DISPUTED or (quote.reason and quote.evidence):
            return False
        self._is_open = True
        self._session.completing = frozenset({quote.id})
        self._ask()
        return True

    def stop(self) -> None:
        """The checker went elsewhere: nothing is asked any more."""
        self._is_open = False
        self._session.completing = frozenset()
        self._card.reason_choices.hide()

    def ask_for_several(self, quotes: Sequence[Quote]) -> SeveralDialog:
        """Ask for one note and source of several quotes, and for the reason where all are disputed."""
        disputed = all(quote.status is Status.DISPUTED for quote in quotes)
        last = self._card.fields.evidence.last
        own = self._card.reason_choices.own
        dialog = SeveralDialog(len(quotes), last, self._rows.window(), disputed=disputed, own=own)
        dialog.agreed.connect(lambda change: self._say_of_all(quotes, change))
        dialog.finished.connect(self._go_on)
        self._is_open = True
        self._session.completing = frozenset(quote.id for quote in quotes)
        dialog.open()
        return dialog

    def _say_of_all(self, quotes: Sequence[Quote], change: MarkChange) -> None:
        if change.evidence:
            self._card.fields.evidence.offer(change.evidence)
        now = [self._session.quote_now(quote.id) for quote in quotes]
        self._session.mark([quote for quote in now if quote is not None and not quote.deleted], change)

    def _ask(self) -> None:
        quote = self._card.quote
        if not self._is_open or quote is None or quote.status is not Status.DISPUTED:
            self.stop()
        elif not quote.reason:
            self._card.reason_choices.ask()
        elif not quote.evidence:
            self._card.reason_choices.hide()
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
        if self._is_open and quote is not None and quote.status is Status.DISPUTED:
            self._go_on()
        else:
            self.stop()
            self._rows.setFocus()

    def _go_on(self) -> None:
        if self._is_open:
            self.stop()
            self._rows.setFocus()
            self.done.emit()


@dataclass(frozen=True, slots=True)
class Next:
    """Where to go on, and what to say about it; no quote where all are checked."""

    quote: Quote | None
    sentence: str = ""


def next_in_list(shown: Sequence[Quote], row: int, leaving: Collection[QuoteId]) -> Next:
    """Find the next unverified quote below a row, or else the first one above it, and then say so."""
    to_check = [quote.is_to_check and quote.id not in leaving for quote in shown]
    below = next((shown[place] for place in range(row + 1, len(shown)) if to_check[place]), None)
    if below is not None:
        return Next(below)
    above = next((shown[place] for place in range(min(row, len(shown))) if to_check[place]), None)
    return Next(
        above,
        tr("Went on at the top: this one is still unverified") if above else tr("No unverified quote is left here"),
    )


def next_in_story(session: Session) -> Next:
    """Find the next unverified quote in the articles after the listed one, going round."""
    desk, listed = session.desk, session.pair.listed
    if desk is None or listed is None:
        return Next(None, tr("No unverified quote is left here"))
    quote = desk.next_unverified(desk.article(listed.info.article_id).story_id, listed.id)
    if quote is None:
        return Next(None, tr("No unverified quote is left in this story"))
    known = desk.articles_of_versions([quote.version_id])[quote.version_id].metadata
    title = known.title or known.outlet
    return Next(quote, tr("Went on in ‘{title}’", title=title) if title else tr("Went on in the next article"))


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
            first = next((quote for quote in shown if quote.is_to_check), shown[0])
            self.chosen.emit(first.id)

    def step(self, by: int) -> None:
        """Go to the next quote of the list (1), or the one before (-1)."""
        rows, shown = self._rows.selected_rows(), self._rows.quotes.shown
        start = (rows[-1] if by > 0 else rows[0]) if rows else (-1 if by > 0 else len(shown))
        row = start + by
        if 0 <= row < len(shown):
            self.chosen.emit(shown[row].id)
        else:
            self._session.announced.emit(tr("This is the last quote") if by > 0 else tr("This is the first quote"))

    def next_unverified(self) -> None:
        """Go to the next unverified quote of the list, or else of the story."""
        rows, shown = self._rows.selected_rows(), self._rows.quotes.shown
        target = next_in_list(shown, rows[-1] if rows else -1, {shown[row].id for row in rows})
        if target.quote is not None:
            self.go(target)
            return
        target = next_in_story(self._session)
        self._session.announced.emit(target.sentence)
        if target.quote is not None:
            self._session.pair.show_quote(target.quote)

    def go(self, target: Next) -> None:
        """Go to a quote that was looked up, and say what there is to say about it."""
        if target.sentence:
            self._session.announced.emit(target.sentence)
        if target.quote is not None:
            self.chosen.emit(target.quote.id)


class QuoteActions(QObject):
    """Marks, corrects, copies and deletes what is chosen in the list; the panel says whether marks can be made.

    Signals:
        advanced(object): after a mark by key, the Next to go to
        evidence_requested(): the parts of the evidence of the open card are to be given
        letter_requested(): a correction letter for the chosen quote
    """

    advanced = Signal(object)
    evidence_requested = Signal()
    letter_requested = Signal()

    def __init__(
        self, session: Session, rows: QuoteList, card: QuoteCard, bulk: VerdictButtons, notes: NoteKeeper
    ) -> None:
        super().__init__(rows)
        self._session = session
        self._rows = rows
        self._card = card
        self._bulk = bulk
        self._notes = notes
        self.dispute = Dispute(session, rows, card)
        self.dispute.done.connect(self._go_on)
        # Once these are marked, the next one is looked for in the list as it was, below this row.
        self._next: tuple[frozenset[QuoteId], tuple[Quote, ...], int] | None = None
        # Where a dispute goes on once its reason and source are given.
        self._after_dispute: tuple[frozenset[QuoteId], tuple[Quote, ...], int] | None = None
        self._disputing = False  # the mark under way is a dispute
        self._read_only = ""  # why the desk takes no marks; empty where it does
        self._locked = ""  # why the story of the listed version takes none
        rows.status_pressed.connect(self.mark_and_go)
        rows.delete_requested.connect(self.delete)
        rows.copy_requested.connect(self.copy)
        rows.speaker_requested.connect(self.correct)
        rows.kind_requested.connect(self.turn_kind)
        card.typed.connect(self.mark_and_go)
        for sender in (rows, card):
            sender.could_not_confirm.connect(self.say_not_confirmed)
        card.form.corrected.connect(self._corrected)
        for verdict in (card.verdict, bulk):
            verdict.pressed.connect(self.mark_here)
        card.verdict.reason_committed.connect(self._on_reason_committed)
        card.verdict.basis_committed.connect(self._on_basis_committed)
        card.verdict.open_committed.connect(self._on_open_committed)

    # -- marks -----------------------------------------------------------------------------------------------------

    def say_not_confirmed(self) -> None:
        """Say of what is chosen that it could not be confirmed, and move on; it stays unverified."""
        self.mark_and_go(Status.UNVERIFIED, OpenReason.COULD_NOT_CONFIRM)

    def mark_and_go(self, status: Status, reason: str | None = None) -> None:
        """Mark what is chosen and move on to the next unverified quote of the list: what a key does."""
        if not self._may_mark():
            return
        rows, shown = self._rows.selected_rows(), self._rows.quotes.shown
        quotes = [shown[row] for row in rows]
        ids = frozenset(quote.id for quote in quotes)
        self.dispute.stop()
        self._next, self._after_dispute = (ids, tuple(shown), rows[-1]), None
        self._disputing = status is Status.DISPUTED
        focused = QApplication.focusWidget()
        in_card = focused is not None and self._card.isAncestorOf(focused)
        if not self._mark(quotes, status, reason):
            self.advance(ids)
        if in_card and not self.dispute.is_open:
            self._rows.setFocus()

    def mark_here(self, status: Status, reason: str | None = None) -> None:
        """Mark what is chosen and stay: what a button and the menu do."""
        self.stay()
        self._disputing = status is Status.DISPUTED and len(self._rows.selected_rows()) == 1
        if self._may_mark() and self._mark(self._rows.selected_quotes(), status, reason):
            self._next = None

    def advance(self, changed: frozenset[QuoteId]) -> None:
        """These quotes have changed: move on, if that is what the last key asked for."""
        if self._next is not None and self._next[0] & changed:
            self._after_dispute, self._next = self._next, None
            if not (self._disputing and self._ask_why()):
                self._go_on()
        elif self._disputing and not self.dispute.is_open and self._after_dispute is None:
            self._disputing = False
            self.dispute.begin()  # a button was pressed: ask, and stay

    def _ask_why(self) -> bool:
        """Ask for reason and source of what was disputed by key, if they are missing; say whether that is asked."""
        self._disputing = False
        chosen = self._rows.selected_quotes()
        if len(chosen) > 1:
            self.dispute.ask_for_several(chosen)
            return True
        return self.dispute.begin()

    def _go_on(self) -> None:
        if self._after_dispute is not None:
            (leaving, shown, row), self._after_dispute = self._after_dispute, None
            self.advanced.emit(next_in_list(shown, row, leaving))

    def stay(self) -> None:
        """The checker went elsewhere, or the mark failed: nothing moves on any more, and nothing is asked."""
        self._next = self._after_dispute = None
        self._disputing = False
        self.dispute.stop()

    def set_writable(self, *, read_only: str, locked: str) -> None:
        """Know why nothing can be marked here, each a sentence or empty, so that no mark has to ask the desk."""
        self._read_only, self._locked = read_only, locked

    def _may_mark(self) -> bool:
        """Say whether what is chosen can be marked or corrected, and tell if not."""
        if not self._rows.selected_rows():
            self._session.announced.emit(tr("Choose a quote first"))
        elif self._read_only:
            self._session.announced.emit(self._read_only)
        elif self._locked:
            self._session.failed.emit(self._locked)
        else:
            return True
        return False

    def _mark(self, quotes: Sequence[Quote], status: Status, reason: str | None = None) -> bool:
        """Mark those of the quotes that this changes; typed words go into the same mark."""
        alone = len(quotes) == 1
        words = self._notes.words_for_mark() if alone and self._card.fields.touched else None
        change = change_for(quotes, status, words, self._card.verdict if alone else self._bulk)
        change = change if reason is None else replace(change, reason=reason)
        changing = [quote for quote in quotes if would_change(quote, change)]
        self._session.mark(changing, change)
        return bool(changing)

    def _on_reason_committed(self, reason: str) -> None:
        if self._card.quote is not None:
            self._session.mark([self._card.quote], MarkChange(reason=reason))

    def _on_open_committed(self, reason: str) -> None:
        if self._card.quote is not None:
            self._session.mark([self._card.quote], MarkChange(status=Status.UNVERIFIED, reason=reason))

    def _on_basis_committed(self, basis: str) -> None:
        if self._card.quote is not None:
            self._session.mark([self._card.quote], MarkChange(basis=basis))

    def say_of_several(self) -> None:
        """Ask for one note and source of all that is chosen."""
        quotes = self._rows.selected_quotes()
        if len(quotes) > 1 and self._may_mark():
            self.stay()
            self.dispute.ask_for_several(quotes)

    def flush(self) -> None:
        """Save what is typed, as a mark where a name is known and as a draft where not."""
        if self._card.quote is not None and self._session.writable and self._session.checker:
            self._card.verdict.settle()
        self._notes.flush()

    # -- the rest --------------------------------------------------------------------------------------------------

    def correct(self) -> None:
        """Open the form for who said it; one that is open keeps what is typed in it."""
        if self._may_mark() and self._card.form.isHidden():
            self._card.open_form()

    def _corrected(self, attribution: Attribution, kind: QuoteKind | None) -> None:
        if self._card.quote is not None:
            self._session.attribute([self._card.quote], attribution, kind)

    def turn_kind(self) -> None:
        """Call what is chosen a title; where all of it is titles and names, call it somebody's words."""
        quotes = self._rows.selected_quotes()
        spoken = [quote for quote in quotes if quote.kind.is_said]
        self.change_kind(QuoteKind.TITLE if spoken else QuoteKind.MIXED)

    def change_kind(self, kind: QuoteKind) -> None:
        """Say what kind of quotes these are."""
        if self._may_mark():
            self.stay()
            self._notes.commit()
            quotes = self._rows.selected_quotes()
            self._session.change_kind(quotes, kind)
            self._session.announced.emit(kind_sentence(len(quotes), kind))

    def copy(self) -> None:
        """Put the chosen quotes on the clipboard, each with where it stands."""
        quotes = self._rows.selected_quotes()
        if quotes:
            QGuiApplication.clipboard().setText(self._rows.quotes.cite(quotes))
            self._session.announced.emit(tr_n("Copied with citation", "{count} quotes copied", len(quotes)))

    def delete(self) -> None:
        quotes = self._rows.selected_quotes()
        if quotes and self._may_mark() and self._session.delete_quotes(quotes):
            self._session.announced.emit(
                tr_n(
                    "Quote deleted; the history stays. Ctrl+Z brings back what was deleted",
                    "{count} quotes deleted; the history stays. Ctrl+Z brings back what was deleted",
                    len(quotes),
                )
            )

    # -- the menu --------------------------------------------------------------------------------------------------

    def show_in_text(self) -> None:
        """Let the text scroll to the chosen quote again."""
        self._session.pair.select_quote(self._session.pair.selected)

    def apply_to_identical(self) -> None:
        """Show where the chosen quote's mark may go, and ask."""
        from desktop.ui.quotes.related.identical_dialog import open_dialog

        self._notes.commit()
        open_dialog(self._session, self._session.pair.selected, self._rows.window())

    def open_menu(self, at: QPoint) -> None:
        """Open the menu of the chosen quotes at a global position."""
        self.make_menu().popup(at)

    def make_menu(self) -> QMenu:
        """Return the menu for the chosen quotes; it goes when it is closed."""
        menu = QMenu(self._rows)
        menu.setObjectName("quote-menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        count, writable = len(self._rows.selected_rows()), self._session.writable
        many = count > 1

        def add(name: str, text: str, act: Callable[[], None], *, enabled: bool = True) -> None:
            action = menu.addAction(text)
            action.setObjectName(name)
            action.setEnabled(enabled and count > 0)
            action.triggered.connect(act)

        for status in (Status.VERIFIED, Status.DISPUTED, Status.UNVERIFIED):
            text = f"{STATUS_SIGN[status]} {tr('Mark as {status}', status=status_name(status))}\t{KEYS[status]}"
            add(f"menu-{status}", text, partial(self.mark_here, status), enabled=writable)
        tried = partial(self.mark_here, Status.UNVERIFIED, OpenReason.COULD_NOT_CONFIRM)
        add("menu-could-not-confirm", tr("Could not confirm") + "\tShift+U", tried, enabled=writable)
        if many:
            words = tr_n("Note and source of {count} quote…", "Note and source of {count} quotes…", count)
            add("menu-several", f"{words}\tEnter", self.say_of_several, enabled=writable)
        menu.addSeparator()
        copy = tr_n("Copy with citation", "Copy {count} quotes with citation", count)
        add("menu-copy", f"{copy}\tCtrl+C", self.copy)
        add("menu-show", tr("Show in text"), self.show_in_text, enabled=not many)
        menu.addSeparator()
        add("menu-speaker", tr("Correct speaker…") + "\tF2", self.correct, enabled=writable and not many)
        self._add_kinds(menu, enabled=writable and count > 0)
        evidence = tr("Evidence…") + "\tShift+E"
        add("menu-evidence", evidence, self.evidence_requested.emit, enabled=writable and not many)
        disputed = all(quote.status is Status.DISPUTED for quote in self._rows.selected_quotes())
        add("menu-letter", tr("Correction letter…"), self.letter_requested.emit, enabled=disputed and not many)
        identical = tr("Apply to identical wordings…") + "\tCtrl+Shift+M"
        add("menu-identical", identical, self.apply_to_identical, enabled=writable and not many)
        delete = tr_n("Delete quote", "Delete {count} quotes", count)
        add("menu-delete", f"{delete}\tDel", self.delete, enabled=writable)
        return menu

    def _add_kinds(self, menu: QMenu, *, enabled: bool) -> None:
        """Offer what kind of quote the chosen ones are."""
        below = menu.addMenu(tr("Kind"))
        below.setObjectName("menu-kind")
        below.setEnabled(enabled)
        there = {quote.kind for quote in self._rows.selected_quotes()}
        for kind in QuoteKind:
            turns = kind is QuoteKind.TITLE and any(one.is_said for one in there)
            action = below.addAction(str(KIND_WORD[kind]) + ("\tT" if turns else ""))
            action.setObjectName(f"menu-kind-{kind}")
            action.setCheckable(True)
            action.setChecked(there == {kind})
            action.triggered.connect(partial(self.change_kind, kind))


def kind_sentence(count: int, kind: QuoteKind) -> str:
    """Say what quotes are called now."""
    if kind.is_said:
        return tr_n("To be checked, as words that somebody said", "{count} quotes to be checked", count)
    if kind is QuoteKind.TITLE:
        return tr_n("A title: not to be checked. T takes that back", "{count} titles: not to be checked", count)
    return tr_n("A name: not to be checked. T takes that back", "{count} names: not to be checked", count)


def change_for(quotes: Sequence[Quote], status: Status, words: Words | None, verdict: VerdictButtons) -> MarkChange:
    """Say what a press of a status means: why it was given goes with it, and another status takes it away."""
    note, evidence = words if words is not None else (None, None)
    why, basis = verdict.boxes[status].pending, None
    reason: str | None = why
    if status is Status.VERIFIED:
        reason, basis = None, why
    if any(quote.status is not status for quote in quotes):
        reason = "" if status is Status.VERIFIED else reason or ""
        basis = basis or "" if status is Status.VERIFIED else ""
    return MarkChange(status=status, reason=reason, basis=basis, note=note, evidence=evidence)


def would_change(quote: Quote, change: MarkChange) -> bool:
    """Say whether a mark would say anything new; the first one always does."""
    if _OPEN & quote.flags or quote.status is not change.status:
        return True
    changes = ((change.reason, quote.reason), (change.basis, quote.basis), (change.note, quote.note))
    return any(new is not None and new != old for new, old in (*changes, (change.evidence, quote.evidence)))
