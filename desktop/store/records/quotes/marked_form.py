"""Marked form of a quote: the words and the speaker that its status was given to, where the quote has others now."""

from __future__ import annotations

import json
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain import Act, Attribution, Status, value_type
from desktop.store.records.entries import EntryKind
from desktop.store.records.quotes.corrections import attribution_from
from desktop.store.records.quotes.quote_columns import FORM, attribution

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.store.file.database import Database

GIVING = (Act.MARK, Act.SETTLED, Act.CARRIED)  # acts that give a status to words and speaker as they are


class _Mark(NamedTuple):
    """A mark of a quote, and the hashes of those it follows."""

    quote: int
    now: str  # the words the quote holds now
    hash: str
    after: str
    act: str
    status: str
    exact: str
    tick: int
    checker: str
    at: str


@value_type
class Standing:
    """The mark that gave a quote its status: who made it and when (both empty: there is none), and of what."""

    checker: str = ""
    at: str = ""  # ISO time in UTC
    words: str = ""  # the words that were marked, where the quote holds others now
    attribution: Attribution | None = None  # who had said it, where that reads otherwise now

    @property
    def changed(self) -> bool:
        """Say whether the status was given to other words, or to those of another speaker, than stand here now."""
        return bool(self.words) or self.attribution is not None


def standing(db: Database, quote_ids: Iterable[int]) -> dict[int, Standing]:
    """Return for quotes with marks how the status they have was given; one that was taken back does not count.

    A mark that was carried over from an earlier version was given to what stands here: it is carried over only to the
    same words of the same speaker.
    """
    marks = _marks(db, quote_ids)
    effective = {quote: _effective(own) for quote, own in marks.items()}
    judged = {quote: mark for quote, mark in effective.items() if mark and mark.status != Status.UNVERIFIED}
    others = _other_speakers(db, judged)
    found: dict[int, Standing] = {}
    for quote, mark in effective.items():
        if mark is None:
            found[quote] = Standing()
        else:
            words = mark.exact if quote in judged and mark.exact != mark.now else ""
            found[quote] = Standing(mark.checker, mark.at, words, others.get(quote))
    return found


def _other_speakers(db: Database, effective: Mapping[int, _Mark]) -> dict[int, Attribution]:
    """Return who had said a quote when it got its status, where the quote has another speaker, role or source now."""
    places = {quote: (_Place(quote, mark.tick), _Place(quote, None)) for quote, mark in effective.items()}
    known = _attributions(db, [place for both in places.values() for place in both])
    pairs = {quote: (known[then], known[now]) for quote, (then, now) in places.items() if now in known}
    return {quote: then for quote, (then, now) in pairs.items() if _who(then) != _who(now)}


def _who(attributed: Attribution) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in (attributed.name, attributed.role, attributed.via))


@value_type
class _Place:
    """A quote at a tick of the desk's clock; None is now."""

    quote: int
    tick: int | None


def _attributions(db: Database, places: Iterable[_Place]) -> dict[_Place, Attribution]:
    """Return who was said to have said each quote at a tick: as found, or as last corrected until then."""
    missing = set(places)
    if not missing:
        return {}
    ids = json.dumps(sorted({place.quote for place in missing}))
    found = {
        id_: (uid, attribution(form))
        for id_, uid, *form in db.rows(
            f"SELECT id, uid, {FORM} FROM quote WHERE id IN (SELECT value FROM json_each(?))", (ids,)
        )
    }
    corrected: dict[str, list[tuple[int, Attribution]]] = {}
    for uid, tick, body in db.rows(
        "SELECT n.subject, n.tick, n.body FROM entry n JOIN chain c ON c.id = n.chain_id"
        " WHERE n.act = ? AND n.subject IN (SELECT uid FROM quote WHERE id IN (SELECT value FROM json_each(?)))"
        " ORDER BY n.tick, c.desk, n.number, n.hash",
        (EntryKind.QUOTE_ATTRIBUTED, ids),
    ):
        try:
            attributed = attribution_from(json.loads(body)["attribution"])
        except (ValueError, KeyError, TypeError, AssertionError):  # was damaged; checking the desk names it
            continue
        corrected.setdefault(uid, []).append((tick, attributed))
    at: dict[_Place, Attribution] = {}
    for place in missing:
        if place.quote not in found:
            continue
        uid, as_found = found[place.quote]
        until = [attributed for tick, attributed in corrected.get(uid, ()) if place.tick is None or tick < place.tick]
        at[place] = until[-1] if until else as_found
    return at


def _marks(db: Database, quote_ids: Iterable[int]) -> dict[int, list[_Mark]]:
    """Return the marks of each quote that has some, oldest first."""
    ids = json.dumps(list(quote_ids))
    if ids == "[]":
        return {}
    rows = db.rows(
        "SELECT q.id, coalesce(e.exact, q.exact) AS now, m.hash, m.after, m.act, m.status, m.exact, m.tick,"
        " m.checker, m.at"
        " FROM quote q LEFT JOIN quote_edit e ON e.quote_id = q.id"
        " JOIN mark m ON m.quote_id = q.id JOIN chain c ON c.id = m.chain_id"
        " WHERE q.id IN (SELECT value FROM json_each(?))"
        " ORDER BY q.id, m.tick, c.desk, m.number, m.hash",
        (ids,),
    )
    return {quote: list(own) for quote, own in groupby((_Mark(*row) for row in rows), key=attrgetter("quote"))}


def _effective(marks: Sequence[_Mark]) -> _Mark | None:
    """The mark that gave a quote its status, one that was taken back left out; None if it has none."""
    status = marks[-1].status
    at = _standing(marks, len(marks) - 1)
    while at >= 0 and not (marks[at].act in GIVING and marks[at].status == status):
        at = _standing(marks, _followed(marks, at))
    return marks[at] if at >= 0 else None


def _standing(marks: Sequence[_Mark], at: int) -> int:
    """The number of a mark; for one that took another back, of what stood before that; -1 for nothing."""
    back = 0
    while at >= 0 and (back or marks[at].act == Act.UNDO):
        back += 1 if marks[at].act == Act.UNDO else -1
        at = _followed(marks, at)
    return at


def _followed(marks: Sequence[_Mark], at: int) -> int:
    """The number of the newest mark that another says it follows; -1 for the first."""
    after = marks[at].after.split()
    return next((before for before in range(at - 1, -1, -1) if marks[before].hash in after), -1)
