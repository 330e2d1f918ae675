"""Undo commands on quotes: mark, correct the speaker, add, delete, change the ends, split, join, take on."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from desktop.domain import Attribution, Flag, MarkChange, QuoteKind, Span, Status
from desktop.translation import tr, tr_n
from desktop.ui.session.writer import DeskCommand

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QUndoCommand

    from desktop.desk.open_desk import Desk
    from desktop.domain import Quote, QuoteId, VersionId
    from desktop.store.pending.acts import ActRequest
    from desktop.ui.session.session import Session
    from desktop.ui.session.writer import Writer


_MARK = 1  # a number for the undo stack; that of all other acts is -1, which is never asked
_FIELDS = tuple(field.name for field in fields(MarkChange))


class MarkQuotes(DeskCommand):
    """Give quotes a status, or a note."""

    def __init__(self, writer: Writer, quotes: Sequence[Quote], change: MarkChange) -> None:
        super().__init__(writer, self._title(quotes, change))
        self._former = list(quotes)
        self.change = change
        self.now: list[Quote] = []
        self.ids = {quote.id for quote in quotes}
        self.completes = self.ids <= writer.completing  # what the act before began

    @staticmethod
    def _title(quotes: Sequence[Quote], change: MarkChange) -> str:
        if change.status is None:
            return tr("note")
        status = tr(change.status)
        if all(Flag.CHECKERS_DISAGREE in quote.flags for quote in quotes):
            return tr_n("settle as ‘{status}’", "settle {count} quotes as ‘{status}’", len(quotes), status=status)
        return tr_n("mark ‘{status}’", "mark {count} quotes ‘{status}’", len(quotes), status=status)

    def quote_ids(self) -> Collection[QuoteId]:
        return self.ids

    def act(self, desk: Desk) -> None:
        ids = [quote.id for quote in self._former]
        pairs = desk.mark_from(ids, self.change, checker=self.writer.checker)
        self._former, self.now = [former for former, _ in pairs], [now for _, now in pairs]

    def back(self, desk: Desk) -> None:
        self.now = desk.unmark(self._former, checker=self.writer.checker)

    def request(self, *, back: bool) -> ActRequest:
        from desktop.store.pending import acts

        if back:
            return acts.undo(self.as_now(self._former), self._former)
        return acts.mark(self._former, self.change)

    def announce(self) -> None:
        self.writer.announce(self.now)

    # Qt

    def id(self) -> int:
        """Let the undo stack ask whether two such acts are one."""
        return _MARK

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take up an act that completes this one, unless either still waits for the disk."""
        if not isinstance(other, MarkQuotes) or not other.completes or other.ids != self.ids:
            return False
        if self.waits or other.waits or not other.done or self.change.status is not Status.DISPUTED:
            return False
        changed = {name: value for name in _FIELDS if (value := getattr(other.change, name)) is not None}
        self.change, self.now = replace(self.change, **changed), other.now
        return True


class Attribute(DeskCommand):
    """Correct who said it, or what kind of quote it is."""

    def __init__(
        self, writer: Writer, quotes: Sequence[Quote], attribution: Attribution, kind: QuoteKind | None
    ) -> None:
        super().__init__(writer, tr("correct the speaker") if kind is None else tr("correct the kind of quote"))
        self._former = list(quotes)
        self._attribution = attribution
        self._kind = kind
        self._now: list[Quote] = []

    def quote_ids(self) -> Collection[QuoteId]:
        return {quote.id for quote in self._former}

    def act(self, desk: Desk) -> None:
        ids = [quote.id for quote in self._former]
        self._now = desk.corrections.attribute(ids, self._attribution, self._kind, checker=self.writer.checker)

    def back(self, desk: Desk) -> None:
        former = [(quote.id, quote.attribution, quote.kind) for quote in self._former]
        self._now = desk.corrections.attribute_each(former, checker=self.writer.checker)

    def request(self, *, back: bool) -> ActRequest:
        from desktop.store.pending import acts

        if back:
            former = [(quote.attribution, quote.kind) for quote in self._former]
            return acts.attribute(self.as_now(self._former), former)
        return acts.attribute(self._former, [(self._attribution, self._kind)] * len(self._former))

    def announce(self) -> None:
        self.writer.announce(self._now)


class ChangeKind(DeskCommand):
    """Say what kind of quotes these are; a title or a name is nobody's words."""

    def __init__(self, writer: Writer, quotes: Sequence[Quote], kind: QuoteKind) -> None:
        super().__init__(writer, tr_n("correct the kind of a quote", "correct the kind of {count} quotes", len(quotes)))
        self._former = list(quotes)
        self._now: list[Quote] = []
        self._requested: list[tuple[Attribution, QuoteKind | None]] = [
            (quote.attribution if kind.is_said else Attribution(), kind) for quote in quotes
        ]

    def act(self, desk: Desk) -> None:
        self._attribute(desk, self._requested)

    def back(self, desk: Desk) -> None:
        self._attribute(desk, [(quote.attribution, quote.kind) for quote in self._former])

    def _attribute(self, desk: Desk, attributed: Sequence[tuple[Attribution, QuoteKind | None]]) -> None:
        each = [(quote.id, *one) for quote, one in zip(self._former, attributed, strict=True)]
        self._now = desk.corrections.attribute_each(each, checker=self.writer.checker)

    def request(self, *, back: bool) -> ActRequest:
        from desktop.store.pending import acts

        if back:
            former = [(quote.attribution, quote.kind) for quote in self._former]
            return acts.attribute(self.as_now(self._former), former)
        return acts.attribute(self._former, self._requested)

    def announce(self) -> None:
        self.writer.announce(self._now)


class AddQuote(DeskCommand):
    """Make a quote of selected text."""

    def __init__(self, writer: Writer, version_id: VersionId, span: Span) -> None:
        super().__init__(writer, tr("add quote"))
        self._version_id = version_id
        self._span = span
        self.added: Quote | None = None

    def act(self, desk: Desk) -> None:
        if self.added is None:
            self.added = desk.corrections.add(
                self._version_id, self._span, QuoteKind.DIRECT, checker=self.writer.checker
            )
        else:
            desk.corrections.restore([self.added.id], checker=self.writer.checker)

    def back(self, desk: Desk) -> None:
        if self.added is not None:
            desk.corrections.delete([self.added.id], checker=self.writer.checker)

    def announce(self) -> None:
        self.writer.announce(())


class DeleteQuotes(DeskCommand):
    """Take quotes out of the list; their history stays."""

    def __init__(self, writer: Writer, quotes: Sequence[Quote]) -> None:
        super().__init__(writer, tr_n("delete quote", "delete {count} quotes", len(quotes)))
        self._ids = [quote.id for quote in quotes]

    def quote_ids(self) -> Collection[QuoteId]:
        return self._ids

    def act(self, desk: Desk) -> None:
        desk.corrections.delete(self._ids, checker=self.writer.checker)

    def back(self, desk: Desk) -> None:
        desk.corrections.restore(self._ids, checker=self.writer.checker)

    def announce(self) -> None:
        self.writer.announce(())


class ResizeQuote(DeskCommand):
    """Set where a quote begins and ends."""

    def __init__(self, writer: Writer, quote: Quote, span: Span) -> None:
        super().__init__(writer, tr("change the ends of a quote"))
        self._quote = quote
        self._span = span
        self._now: list[Quote] = []

    def quote_ids(self) -> Collection[QuoteId]:
        return (self._quote.id,)

    def act(self, desk: Desk) -> None:
        self._now = [desk.corrections.resize(self._quote.id, self._span, checker=self.writer.checker)]

    def back(self, desk: Desk) -> None:
        self._now = [desk.corrections.resize(self._quote.id, self._quote.span, checker=self.writer.checker)]

    def request(self, *, back: bool) -> ActRequest:
        from desktop.store.pending import acts

        if back:
            return acts.resize(self.as_now([self._quote])[0], self._quote.span)
        return acts.resize(self._quote, self._span)

    def announce(self) -> None:
        self.writer.announce(self._now)


class SplitQuote(DeskCommand):
    """Part a quote in two; the first half keeps the marks."""

    def __init__(self, writer: Writer, quote: Quote, halves: tuple[Span, Span]) -> None:
        super().__init__(writer, tr("split a quote"))
        self._quote = quote
        self._halves = halves
        self._now: Sequence[Quote] = ()

    def quote_ids(self) -> Collection[QuoteId]:
        return (self._quote.id,)

    def act(self, desk: Desk) -> None:
        self._now = desk.corrections.split(self._quote.id, self._halves, checker=self.writer.checker)

    def back(self, desk: Desk) -> None:
        if len(self._now) == 2:
            spans, new = {self._quote.id: self._quote.span}, [self._now[1].id]
            self._now = desk.corrections.reshape(spans, delete=new, checker=self.writer.checker)

    def announce(self) -> None:
        self.writer.announce(self._now)


class JoinQuotes(DeskCommand):
    """Make one quote of several; the first one keeps its marks, those of the others stay in the desk."""

    def __init__(self, writer: Writer, quotes: Sequence[Quote]) -> None:
        super().__init__(writer, tr("join quotes"))
        self._first, *self._rest = sorted(quotes, key=lambda quote: quote.span)
        self._whole = Span(self._first.span.start, max(quote.span.end for quote in quotes))
        self._now: Sequence[Quote] = ()

    def act(self, desk: Desk) -> None:
        rest = [quote.id for quote in self._rest]
        self._now = desk.corrections.reshape({self._first.id: self._whole}, delete=rest, checker=self.writer.checker)

    def back(self, desk: Desk) -> None:
        spans, rest = {self._first.id: self._first.span}, [quote.id for quote in self._rest]
        self._now = desk.corrections.reshape(spans, restore=rest, checker=self.writer.checker)

    def announce(self) -> None:
        self.writer.announce(self._now)


class TakeOn(DeskCommand):
    """Say that the checker works on quotes or articles (uids), or that nobody does any more."""

    def __init__(self, session: Session, subjects: Sequence[str], *, taken: bool) -> None:
        super().__init__(session, tr("take on") if taken else tr("release"))
        self._session = session
        self._subjects = list(subjects)
        self._taken = taken

    def act(self, desk: Desk) -> None:
        self._set(desk, taken=self._taken)

    def back(self, desk: Desk) -> None:
        self._set(desk, taken=not self._taken)

    def _set(self, desk: Desk, *, taken: bool) -> None:
        (desk.taking.take if taken else desk.taking.release)(self._subjects, checker=self.writer.checker)

    def announce(self) -> None:
        self._session.newsroom.read_taken()
        self._session.newsroom.wake()
