"""Pending acts: what could not be written to a desk, and its writing later, once and nowhere else.

An act that waits names the desk, how far its chain had come, and how each quote was when the checker saw it. It is
written in the same transaction as a note that it was; where desk or quote are not what they were, somebody is asked.
journal.py keeps these acts through a crash, ui/session/pending.py tries them again.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from desktop.domain import Act, MarkChange, QuoteKind, Span, Status, value_type
from desktop.store.errors import Changed, Refused
from desktop.store.records import articles, chain, desk_settings
from desktop.store.records.quotes import corrections, marks, quote_table
from desktop.store.records.quotes.marks import MarkContent
from desktop.text.display import shorten
from desktop.translation import english, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from desktop.domain import Attribution, Head, Quote, QuoteId
    from desktop.store.file.database import Database
    from desktop.store.records.entries import By

    Body = dict[str, Any]

_WRITTEN = "written after all/"  # in the desk's remembered choices, with the id of the act


class Kind(StrEnum):
    """What an act does to its quotes."""

    MARK = english("mark")
    UNDO = english("undo")
    ATTRIBUTE = english("correct")
    RESIZE = english("move the ends")
    DRAFT = english("half-typed words")


@value_type
class Target:
    """One quote as the checker saw it when acting, and what was done to it."""

    uid: str
    words: str
    status: str
    digest: str  # of all that can be said of a quote, see `state_digest`
    body: Body


@value_type
class PendingAct:
    """One act that is not on the disk of its desk."""

    id: str
    desk: str  # uid
    marks: int  # in the desk's own chain when the checker acted
    head: str
    kind: Kind
    targets: tuple[Target, ...]
    checker: str
    at: str  # ISO time in UTC
    after: tuple[str, ...] = ()  # ids of acts on the same quotes that waited before it

    def covers(self, other: PendingAct) -> bool:
        """Say whether this act leaves nothing to do for one after it on the same quotes."""
        if (self.desk, [one.uid for one in self.targets]) != (other.desk, [one.uid for one in other.targets]):
            return False
        if other.kind == Kind.DRAFT:
            words = other.targets[0].body
            return {name: self.targets[0].body.get(name) for name in words} == words
        bodies = [[one.body for one in act.targets] for act in (self, other)]
        return (self.kind, self.checker) == (other.kind, other.checker) and bodies[0] == bodies[1]

    @property
    def is_empty(self) -> bool:
        """Say whether these are half-typed words that were taken back."""
        return self.kind == Kind.DRAFT and not any(self.targets[0].body.values())


# -- making --------------------------------------------------------------------------------------------------------


@value_type
class ActRequest:
    """An act as a command knows it: what is to be done to which quotes; `PendingActs.add` says the rest."""

    kind: Kind
    quotes: tuple[Quote, ...]
    bodies: tuple[Body, ...]


def mark(quotes: Sequence[Quote], change: MarkChange) -> ActRequest:
    words = {name: value for name, value in asdict(change).items() if value is not None}
    return ActRequest(Kind.MARK, tuple(quotes), tuple(dict(words) for _ in quotes))


def undo(now: Sequence[Quote], former: Sequence[Quote]) -> ActRequest:
    return ActRequest(Kind.UNDO, tuple(now), tuple(asdict(marks.content_of_undo(quote, "")) for quote in former))


def attribute(quotes: Sequence[Quote], corrected: Sequence[tuple[Attribution, QuoteKind | None]]) -> ActRequest:
    bodies = ({"attribution": corrections.attribution_dict(one), "kind": kind} for one, kind in corrected)
    return ActRequest(Kind.ATTRIBUTE, tuple(quotes), tuple(bodies))


def resize(quote: Quote, span: Span) -> ActRequest:
    return ActRequest(Kind.RESIZE, (quote,), ({"start": span.start, "end": span.end},))


def draft(quote: Quote, note: str, evidence: str) -> ActRequest:
    return ActRequest(Kind.DRAFT, (quote,), ({"note": note, "evidence": evidence},))


def pending_act(request: ActRequest, head: Head, checker: str, at: str) -> PendingAct:
    targets = tuple(
        Target(quote.uid, quote.text, quote.status, state_digest(quote), json.loads(json.dumps(body)))
        for quote, body in zip(request.quotes, request.bodies, strict=True)
    )
    return PendingAct(
        id=secrets.token_hex(16), desk=head.chain, marks=head.marks, head=head.hash, kind=request.kind, checker=checker,
        targets=targets, at=at,
    )  # fmt: skip


def state_digest(quote: Quote) -> str:
    """Return a digest of all that can be said of a quote: another one says that somebody was there meanwhile."""
    return chain.digest(
        {
            "attribution": corrections.attribution_dict(quote.attribution),
            "deleted": quote.deleted,
            "kind": quote.kind,
            "said": [quote.status, quote.reason, quote.basis, quote.note, quote.evidence],
            "span": [quote.span.start, quote.span.end],
            "text": quote.text,
        }
    )


# -- writing -------------------------------------------------------------------------------------------------------


def write(db: Database, by: By, act: PendingAct, *, although_changed: bool = False) -> list[QuoteId]:
    """Do an act that waited, in the transaction under way, and return its quotes; one that was done does nothing more.

    Raises Refused if it belongs to another desk, Changed if a quote is not here or if desk or quotes are not as they
    were when it was made (not if somebody saw that and said so: `although_changed`).
    """
    if act.desk != by.desk:
        raise Refused(tr("What waits was done on another desk, so nothing was written to this one."))
    found = [_quote(db, target.uid) for target in act.targets]
    ids = [quote.id for quote in found]
    if was_written(db, act.id):
        return ids
    if act.kind != Kind.DRAFT:
        if not although_changed:
            _require_unchanged(db, act, found)
        articles.require_open(db, {quote.version_id for quote in found})
    for quote, target in zip(found, act.targets, strict=True):
        _DO[act.kind](db, by, quote, target.body)
    now = {quote.uid: state_digest(quote) for quote in quote_table.by_ids(db, ids)}
    desk_settings.remember(db, _WRITTEN + act.id, json.dumps({"at": act.at, "written": by.at, "seen": now}))
    return ids


def was_written(db: Database, act_id: str) -> bool:
    return bool(desk_settings.remembered(db, _WRITTEN + act_id))


def _quote(db: Database, uid: str) -> Quote:
    id_ = db.value("SELECT id FROM quote WHERE uid = ?", (uid,))
    if id_ is None:
        raise Changed(tr("The quote is not on this desk, so what waits for it was not written."))
    return quote_table.by_ids(db, [id_])[0]


def _require_unchanged(db: Database, act: PendingAct, found: Iterable[Quote]) -> None:
    if act.marks and not holds(db, act.desk, act.marks, act.head):
        raise Changed(
            tr(
                "The desk does not hold the marks that it held when this was done: it may be an older "
                "copy. Nothing was written."
            )
        )
    earlier = [json.loads(desk_settings.remembered(db, _WRITTEN + id_) or "{}") for id_ in act.after]
    for quote, target in zip(found, act.targets, strict=True):
        ours = [one["seen"][target.uid] for one in earlier if target.uid in one.get("seen", {})]
        if state_digest(quote) != [target.digest, *ours][-1]:
            raise Changed(
                tr(
                    "“{words}” was {status} when this was done; it was changed since and is {now} now. "
                    "Nothing was written.",
                    words=shorten(quote.text, 60),
                    status=tr(target.status),
                    now=tr("deleted") if quote.deleted else tr(quote.status),
                )
            )


def holds(db: Database, desk: str, number: int, hash_: str) -> bool:
    """Say whether the own chain of a desk has this mark in this place."""
    return bool(
        db.value(
            "SELECT 1 FROM mark m JOIN chain c ON c.id = m.chain_id WHERE m.hash = ? AND m.number = ? AND c.desk = ?"
            " AND c.branch = ''",
            (hash_, number, desk),
        )
    )


def _mark(db: Database, by: By, quote: Quote, body: Body) -> None:
    status = Status(body["status"]) if "status" in body else None
    change = replace(MarkChange(**body), status=status)
    marks.append(db, by, [(quote.id, marks.content_of_change(quote, change, by.checker, None))])


def _undo(db: Database, by: By, quote: Quote, body: Body) -> None:
    content = MarkContent(**(body | {"act": Act(body["act"]), "status": Status(body["status"]), "checker": by.checker}))
    marks.append(db, by, [(quote.id, content)])


def _attribute(db: Database, by: By, quote: Quote, body: Body) -> None:
    kind = QuoteKind(body["kind"]) if body["kind"] else quote.kind
    corrections.attribute(db, by, quote, corrections.attribution_from(body["attribution"]), kind)


def _resize(db: Database, by: By, quote: Quote, body: Body) -> None:
    text = articles.version(db, quote.version_id).text
    corrections.resize(db, by, quote, text, Span(body["start"], body["end"]))


def _draft(db: Database, _by: By, quote: Quote, body: Body) -> None:
    marks.save_draft(db, quote.id, body["note"], body["evidence"])


_DO: dict[Kind, Callable[[Database, By, Quote, Body], None]] = {
    Kind.MARK: _mark,
    Kind.UNDO: _undo,
    Kind.ATTRIBUTE: _attribute,
    Kind.RESIZE: _resize,
    Kind.DRAFT: _draft,
}
