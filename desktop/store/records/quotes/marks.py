"""Marks of quotes: appending them to the hash chain, reading histories, and drafts of notes."""

from __future__ import annotations

import json
from contextlib import nullcontext
from dataclasses import fields, replace
from datetime import datetime
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from desktop.domain import Act, Flag, Mark, Quote, QuoteId, Status, value_type
from desktop.lazy_pattern import lazy_pattern
from desktop.store.records import chain, lineage
from desktop.store.records import search_index as search
from desktop.store.records.quotes import quote_table as quotes
from desktop.store.records.quotes.inherited_marks import NOTHING, Inheritance, mark_rows, superseded
from desktop.store.records.quotes.marked_form import GIVING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from desktop.domain import MarkChange
    from desktop.store.file.database import Database
    from desktop.store.records.entries import By
    from desktop.store.records.quotes.inherited_marks import Inherited
    from desktop.store.records.quotes.quote_table import Target

T = TypeVar("T")
_CARRIED = lazy_pattern(r"\ACarried over from version \d+, same wording\.\n?")


@value_type
class MarkContent:
    """What a mark says, without where it stands."""

    act: Act
    status: Status
    reason: str
    basis: str
    note: str
    evidence: str
    checker: str
    attempted: bool  # work on the quote is on record after this mark: a status, a note or a source
    contested: bool  # checkers still disagree after this mark
    stands_for: tuple[str, ...] = ()  # hashes of the marks of the version before that this one was carried over from


@value_type
class Record:
    """A mark as it is hashed: complete without the desk around it."""

    chain: str
    number: int
    tick: int
    prev: str
    # Hashes of the newest marks of the quote that this one follows; of those that it was carried over from; and, in a
    # version that is not the newest, of the ends of the chains of entries: they tell what newer versions were known.
    after: tuple[str, ...]
    quote: str  # uid
    version_text_sha256: str
    start: int
    end: int
    exact: str
    act: str
    status: str
    reason: str
    basis: str
    note: str
    evidence: str
    checker: str
    attempted: bool
    contested: bool
    at: str

    def content(self) -> dict[str, object]:
        """What is hashed."""
        return {name: getattr(self, name) for name in _FIELDS}

    def hash(self) -> str:
        return chain.digest(self.content())


_FIELDS = tuple(one.name for one in fields(Record))


# -- contents --------------------------------------------------------------------------------------------------------


def content_of_change(quote: Quote, change: MarkChange, checker: str, act: Act | None) -> MarkContent:
    """Say what a change makes of a quote."""
    disputed_among_us = Flag.CHECKERS_DISAGREE in quote.flags
    if act is None:
        act = Act.NOTE if change.status is None else Act.SETTLED if disputed_among_us else Act.MARK
    status = _new_or_old(change.status, quote.status)
    same = status == quote.status  # another status takes away why the former one was given
    note, evidence = _new_or_old(change.note, quote.note), _new_or_old(change.evidence, quote.evidence)
    return MarkContent(
        act=act,
        status=status,
        reason=_new_or_old(change.reason, quote.reason if same else ""),
        basis=_new_or_old(change.basis, quote.basis if same else ""),
        note=note,
        evidence=evidence,
        checker=checker,
        attempted=act != Act.NOTE or Flag.NOT_STARTED not in quote.flags or bool(f"{note}{evidence}".strip()),
        contested=disputed_among_us and act == Act.NOTE,
    )


def content_of_undo(former: Quote, checker: str) -> MarkContent:
    """Say again what a quote said before."""
    return MarkContent(
        Act.UNDO, former.status, former.reason, former.basis, former.note, former.evidence, checker,
        attempted=Flag.NOT_STARTED not in former.flags, contested=Flag.CHECKERS_DISAGREE in former.flags,
    )  # fmt: skip


def content_of_carry(old: Quote, number: int, heads: tuple[str, ...]) -> MarkContent:
    """Say of the same wording in a newer version what was said, in its newest marks, of it in version `number`."""
    note = f"Carried over from version {number}, same wording.\n{_CARRIED.sub('', old.note)}".rstrip("\n")
    return MarkContent(
        Act.CARRIED, old.status, old.reason, old.basis, note, old.evidence, old.checker,
        attempted=True, contested=Flag.CHECKERS_DISAGREE in old.flags, stands_for=heads,
    )  # fmt: skip


def _new_or_old(new: T | None, old: T) -> T:
    return old if new is None else new


# -- appending -------------------------------------------------------------------------------------------------------


def append(db: Database, by: By, contents: Sequence[tuple[QuoteId, MarkContent]]) -> None:
    """Append one mark to each quote (each once), in order; to be called in a transaction.

    Raises Refused if the story of one is locked.
    """
    targets = quotes.targets(db, by.desk, [quote_id for quote_id, _ in contents])
    append_to(db, by, [(target, content) for target, (_, content) in zip(targets, contents, strict=True)])


def append_change(db: Database, by: By, targets: Sequence[Target], change: MarkChange, act: Act | None) -> list[Quote]:
    """Append the mark that a change makes to each quote, read in this transaction; returns them as they are then."""
    return append_to(db, by, [(target, content_of_change(target.quote, change, by.checker, act)) for target in targets])


def append_to(db: Database, by: By, contents: Sequence[tuple[Target, MarkContent]]) -> list[Quote]:
    """Append one mark to each quote as it was read in this transaction, in order; returns them as they are then."""
    if not contents:
        return []
    link = contents[0][0].link
    for place, (target, content) in enumerate(contents):
        head = _append_one(db, link, target, content, by.at)
        if place < len(contents) - 1:
            link = chain.following(link, head)
    chain.set_head(db, link, head)
    known = [quote for target, content in contents if (quote := _marked(target, content, by.at)) is not None]
    return known if len(known) == len(contents) else quotes.by_ids(db, [target.quote.id for target, _ in contents])


def _marked(target: Target, content: MarkContent, at: str) -> Quote | None:
    """Return a quote as its new mark makes it; None where that takes comparing it with other versions or words."""
    if content.act not in GIVING or not target.newest:
        return None
    sourced = bool(content.basis or content.evidence)
    flags = quotes.flags_of(
        content.status, content.reason, attempted=content.attempted, sourced=sourced, contested=content.contested
    )
    return replace(
        target.quote, status=content.status, reason=content.reason, basis=content.basis, note=content.note,
        evidence=content.evidence, checker=content.checker, marked_at=datetime.fromisoformat(at),
        marks=target.quote.marks + 1, flags=frozenset(flags),
    )  # fmt: skip


def _append_one(db: Database, link: chain.Link, target: Target, content: MarkContent, at: str) -> str:
    quote = target.quote
    after = (*target.heads, *content.stands_for, *(() if target.newest else lineage.ends_of_entries(db)))
    record = Record(
        chain=link.desk, number=link.number, tick=link.tick, prev=link.prev, after=after, quote=quote.uid,
        version_text_sha256=target.text_sha256, start=quote.span.start, end=quote.span.end, exact=quote.text,
        act=content.act, status=content.status, reason=content.reason, basis=content.basis, note=content.note,
        evidence=content.evidence, checker=content.checker, attempted=content.attempted, contested=content.contested,
        at=at,
    )  # fmt: skip
    head = record.hash()
    same_words = (quote.note, quote.evidence) == (content.note, content.evidence)
    with nullcontext() if same_words else search.reindexed_quote(db, quote.id):
        mark_id = insert(db, link.chain_id, quote.id, record, head)
        db.write(
            "INSERT INTO quote_now (quote_id, mark_id, marks, heads, contested) VALUES (?, ?, 1, ?, ?)"
            " ON CONFLICT (quote_id) DO UPDATE SET mark_id = excluded.mark_id, marks = marks + 1,"
            " heads = excluded.heads, contested = excluded.contested",
            (quote.id, mark_id, head, content.contested),
        )
    if not quote.deleted:
        _count(db, quote, content)
    return head


def _count(db: Database, quote: Quote, content: MarkContent) -> None:
    """Let a quote count as what its new mark says; a title or name counts only while work on it is on record."""
    worked_on = content.attempted or bool(content.basis or content.evidence)
    former = None if quote.is_passed_over else quote.status
    now = content.status if quote.kind.is_said or worked_on else None
    if former is now:
        return
    steps = [f"{one.value} = {one.value} {by}" for one, by in ((former, "- 1"), (now, "+ 1")) if one is not None]
    db.write(f"UPDATE version SET {', '.join(steps)} WHERE id = ?", (quote.version_id,))


def insert(db: Database, chain_id: int, quote_id: int, record: Record, head: str) -> int:
    return db.write(
        "INSERT INTO mark (chain_id, number, tick, quote_id, act, status, attempted, contested, reason, basis, note,"
        ' evidence, checker, at, start, "end", exact, after, prev, hash)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            chain_id, record.number, record.tick, quote_id, record.act, record.status, record.attempted,
            record.contested, record.reason, record.basis, record.note, record.evidence, record.checker, record.at,
            record.start, record.end, record.exact, " ".join(record.after), record.prev, head,
        ),
    )  # fmt: skip


# -- reading -------------------------------------------------------------------------------------------------------


def history(db: Database, quote_id: QuoteId) -> list[Mark]:
    """Newest first."""
    return by_quote(db, [quote_id])[quote_id]


def by_quote(db: Database, quote_ids: Sequence[QuoteId]) -> dict[QuoteId, list[Mark]]:
    """Return the marks of each quote, newest first, with those it has from the version before."""
    rows = db.rows(
        "SELECT held.quote, m.number, c.desk, m.quote_id, m.act, m.status, m.reason, m.basis, m.note, m.evidence,"
        " m.checker, m.at, m.hash FROM (SELECT quote_id AS quote, id FROM mark"
        " WHERE quote_id IN (SELECT value FROM json_each(?))"
        " UNION ALL SELECT value ->> 0, value ->> 1 FROM json_each(?)) held"
        " JOIN mark m ON m.id = held.id JOIN chain c ON c.id = m.chain_id"
        " ORDER BY m.tick DESC, c.desk DESC, m.number DESC, m.hash DESC",
        (json.dumps(list(quote_ids)), json.dumps(_inherited(db, quote_ids))),
    )
    found: dict[QuoteId, list[Mark]] = {quote_id: [] for quote_id in quote_ids}
    for quote_id, *row in rows:
        found[quote_id].append(_mark(tuple(row)))
    return found


def _inherited(db: Database, quote_ids: Sequence[QuoteId]) -> list[tuple[QuoteId, int]]:
    """Return quote and mark (ids) for each mark that one of these quotes has from the version before."""
    having = db.rows(
        "SELECT n.quote_id FROM quote_now n WHERE n.quote_id IN (SELECT value FROM json_each(?))"
        " AND n.marks > (SELECT count(*) FROM mark m WHERE m.quote_id = n.quote_id)",
        (json.dumps(list(quote_ids)),),
    )
    inheritance = Inheritance(db) if having else None
    return [(id_, mark.id) for (id_,) in having if inheritance for mark in inheritance.of_quote(id_).marks]


def heirs(db: Database, version_id: int) -> set[int]:
    """Return the quotes of a version that are on record as having marks of the version before."""
    rows = db.rows(
        "SELECT n.quote_id FROM quote q JOIN quote_now n ON n.quote_id = q.id WHERE q.version_id = ?"
        " AND n.marks > (SELECT count(*) FROM mark m WHERE m.quote_id = q.id)",
        (version_id,),
    )
    return {id_ for (id_,) in rows}


def former_heirs(db: Database, versions: str) -> set[int]:
    """Return the quotes that `heirs` does, of versions (rows in JSON) that have none before them by now."""
    rows = db.rows(
        "SELECT n.quote_id FROM version v JOIN quote q ON q.version_id = v.id JOIN quote_now n ON n.quote_id = q.id"
        " WHERE v.number = 1 AND v.id IN (SELECT value FROM json_each(?))"
        " AND n.marks > (SELECT count(*) FROM mark m WHERE m.quote_id = q.id)",
        (versions,),
    )
    return {id_ for (id_,) in rows}


def play_heirs(db: Database, version_ids: Iterable[int]) -> None:
    """Set what the marks of quotes come to in the articles of these versions, where they follow other quotes by now."""
    inheritance = Inheritance(db)
    if not inheritance.possible:
        return
    later = db.rows(
        "SELECT id FROM version WHERE number > 1 AND article_id IN"
        " (SELECT article_id FROM version WHERE id IN (SELECT value FROM json_each(?))) ORDER BY id",
        (json.dumps(list(version_ids)),),
    )
    found = former_heirs(db, json.dumps(list(version_ids)))
    found |= {
        id_ for (version_id,) in later for id_ in inheritance.of_version(version_id).keys() | heirs(db, version_id)
    }
    for quote_id in sorted(found):
        now = db.row("SELECT mark_id, marks, heads, contested FROM quote_now WHERE quote_id = ?", (quote_id,))
        comes_to = state(db, quote_id, inheritance.of_quote(quote_id))
        if comes_to != (now or (None, 0, "", False)):
            with search.reindexed_quote(db, quote_id):
                db.write(
                    "INSERT INTO quote_now (quote_id, mark_id, marks, heads, contested) VALUES (?1, ?2, ?3, ?4, ?5)"
                    " ON CONFLICT (quote_id) DO UPDATE SET mark_id = ?2, marks = ?3, heads = ?4, contested = ?5",
                    (quote_id, *comes_to),
                )


def _mark(row: tuple[Any, ...]) -> Mark:
    number, desk, quote_id, act, status, reason, basis, note, evidence, checker, at, hash_ = row
    when = chain.time_of(at)
    words = (reason, basis, note, evidence, checker)
    return Mark(number, desk, quote_id, Act(act), Status(status), *words, when, hash_)


def head(db: Database, desk: str) -> tuple[int, str]:
    """Return the length and the last hash of a desk's own chain."""
    row = db.row("SELECT length, head FROM chain WHERE desk = ? AND of = 'marks' AND branch = ''", (desk,))
    return (row[0], row[1]) if row else (0, "")


def heads(db: Database) -> list[tuple[str, int, str]]:
    """Return desk, length and last hash of every chain of marks, in the order in which they came."""
    rows = db.rows("SELECT desk, length, head FROM chain WHERE of = 'marks' ORDER BY id")
    return [(desk, length, last) for desk, length, last in rows]


_RECORD = (
    'm.hash, c.desk, m.number, m.tick, m.prev, m.after, q.uid, v.text_sha256, m.start, m."end", m.exact, m.act,'
    " m.status, m.reason, m.basis, m.note, m.evidence, m.checker, m.attempted, m.contested, m.at"
    " FROM mark m LEFT JOIN chain c ON c.id = m.chain_id LEFT JOIN quote q ON q.id = m.quote_id"
    " LEFT JOIN version v ON v.id = q.version_id"
)


def records(db: Database, chain_id: int) -> Iterator[tuple[str, str, Record]]:
    """Yield the stored hash, the hash it now has and the record of every mark of a chain, by number."""
    for ids in chain.in_order(db, "mark", chain_id):
        for row in db.each(f"SELECT {_RECORD} WHERE m.id IN ({ids}) ORDER BY m.number, m.id"):
            record = _record(row[1:])
            yield row[0], record.hash() if " ".join(record.after) == row[5] else "", record


def records_of_ids(db: Database, ids: Iterable[int]) -> list[tuple[str, Record]]:
    """Return the stored hash and the record of marks by their row ids, by number."""
    chosen = json.dumps(list(ids))
    rows = db.rows(
        f"SELECT {_RECORD} WHERE m.id IN (SELECT value FROM json_each(?)) ORDER BY m.number, m.id", (chosen,)
    )
    return [(row[0], _record(row[1:])) for row in rows]


def _record(row: tuple[Any, ...]) -> Record:
    values: dict[str, Any] = dict(zip(_FIELDS, row, strict=True))
    values |= {name: bool(values[name]) for name in ("attempted", "contested")}
    return Record(**values | {"after": tuple(values["after"].split())})


def state(db: Database, quote_id: int, inherited: Inherited = NOTHING) -> tuple[int | None, int, str, bool]:
    """Return what the marks of a quote come to: the newest one's id, how many, all newest, whether these differ."""
    own = mark_rows(db, [quote_id]).get(quote_id, [])
    rows = sorted([*own, *inherited.marks], key=attrgetter("order"))
    followed = {hash_ for row in rows for hash_ in row.after} | superseded(own, inherited)
    heads = [row for row in rows if row.hash not in followed]
    if not heads:
        return None, 0, "", False
    contested = heads[-1].contested or len({row.status for row in heads}) > 1
    return heads[-1].id, len(rows), " ".join(sorted(row.hash for row in heads)), contested


def newest_of(db: Database, quote_ids: Sequence[QuoteId]) -> dict[QuoteId, tuple[str, ...]]:
    """Return the hashes of the newest marks of each quote that has some."""
    rows = db.rows(
        "SELECT quote_id, heads FROM quote_now WHERE quote_id IN (SELECT value FROM json_each(?)) AND heads <> ''",
        (json.dumps(list(quote_ids)),),
    )
    return {quote_id: tuple(heads.split()) for quote_id, heads in rows}


# -- half-typed words ----------------------------------------------------------------------------------------------


def save_draft(db: Database, quote_id: QuoteId, note: str, evidence: str) -> None:
    db.write("DELETE FROM draft WHERE quote_id = ?", (quote_id,))
    if note or evidence:
        db.write("INSERT INTO draft (quote_id, note, evidence) VALUES (?, ?, ?)", (quote_id, note, evidence))


def drafts(db: Database) -> list[tuple[QuoteId, str, str]]:
    return [(row[0], row[1], row[2]) for row in db.rows("SELECT quote_id, note, evidence FROM draft ORDER BY quote_id")]
