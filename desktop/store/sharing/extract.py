"""Extract of a desk: the records of its chains as they go to a hub, each with the stories that it belongs to.

What a record is about may have been moved; it goes to the story in which that lies now, and what tells of a move goes
to both. What is about a story that was found to be one with another, and is hidden beside it, goes to that one. Records
of no shared story go as number and hash.
"""

from __future__ import annotations

import hashlib
import json
from itertools import islice
from typing import TYPE_CHECKING

from desktop.domain import value_type
from desktop.store.errors import Damaged
from desktop.store.records import chain, entries, withheld
from desktop.store.records.entries import EntryKind
from desktop.store.records.quotes import marks
from desktop.store.records.quotes.found_quotes import found_rows
from desktop.store.records.quotes.marks import Record
from desktop.store.sharing.records import ChainName, WireRecord
from desktop.store.upkeep.integrity import branching
from desktop.text.evidence import stored_files
from desktop.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from typing import Any

    from desktop.store.file.database import Database
    from desktop.store.records.entries import Entry

AT_ONCE = 1000  # records
_STORY_OF = """
    SELECT uid, uid FROM story WHERE uid IN (SELECT value FROM json_each(?1)) UNION ALL
    SELECT a.uid, s.uid FROM article a JOIN story s ON s.id = a.story_id
        WHERE a.uid IN (SELECT value FROM json_each(?1)) UNION ALL
    SELECT x.uid, s.uid FROM article_alias x JOIN article a ON a.id = x.article_id JOIN story s ON s.id = a.story_id
        WHERE x.uid IN (SELECT value FROM json_each(?1)) UNION ALL
    SELECT v.uid, s.uid FROM version v JOIN article a ON a.id = v.article_id JOIN story s ON s.id = a.story_id
        WHERE v.uid IN (SELECT value FROM json_each(?1)) UNION ALL
    SELECT q.uid, s.uid FROM quote q JOIN version v ON v.id = q.version_id JOIN article a ON a.id = v.article_id
        JOIN story s ON s.id = a.story_id WHERE q.uid IN (SELECT value FROM json_each(?1))
"""
_ABSORBED = "SELECT uid FROM story WHERE absorbed AND uid IN (SELECT value FROM json_each(?))"
# The stories in which those articles lie now that were put into an absorbed one.
_HAS_ABSORBED = """
    SELECT DISTINCT s.uid FROM entry e JOIN version v ON v.uid = e.body ->> '$.version'
    JOIN article a ON a.id = v.article_id JOIN story s ON s.id = a.story_id
    WHERE e.act = ?2 AND e.body ->> '$.story' = ?1
"""
_LOCKS = frozenset({EntryKind.STORY_LOCKED, EntryKind.STORY_REOPENED})
_MOVES = (
    EntryKind.ARTICLE_MOVED, EntryKind.ARTICLE_SPLIT_OFF, EntryKind.VERSION_PLACED, EntryKind.VERSION_PLACED_BACK
)  # fmt: skip


@value_type
class Outgoing:
    """One record on its way out."""

    wire: WireRecord  # complete; what of it goes out is a matter of its stories
    tick: int
    subject: str
    stories: frozenset[str]  # uids, shared ones only; none: it goes sealed
    locks: bool = False  # only a chief may say that of a shared story
    blobs: tuple[str, ...] = ()  # SHA-256 of what it names


@value_type
class OwnChain:
    """A chain on this desk."""

    id: int
    name: ChainName
    length: int
    head: str


def chains(db: Database, desk: str = "") -> list[OwnChain]:
    """Return the chains of a desk with records in them; of one desk, or of all that are here."""
    rows = db.rows(
        "SELECT id, desk, of, branch, length, head FROM chain WHERE length > 0 AND (desk = ?1 OR ?1 = '') ORDER BY id",
        (desk,),
    )
    return [
        OwnChain(id_, ChainName(of_desk, of, branch), length, head) for id_, of_desk, of, branch, length, head in rows
    ]


def beginning(db: Database, of: OwnChain) -> tuple[int, str]:
    """Return the number of the first record of a chain and the hash of the record that it goes on from."""
    number, prev = branching(db, of.name.desk, of.name.of, of.name.branch)
    return number + 1, prev


def hash_at(db: Database, of: OwnChain, number: int) -> str:
    """Return the hash of the record of a number in a chain, or an empty string."""
    if number == of.length:
        return of.head
    # Marks have no index by number; what is asked for is among the newest.
    found = db.value(
        f"SELECT hash FROM {withheld.table_of(of.name.of)} WHERE chain_id = ? AND number = ? ORDER BY id DESC LIMIT 1",
        (of.id, number),
    )
    if found is None:
        found = db.value("SELECT hash FROM withheld WHERE chain_id = ? AND number = ?", (of.id, number))
    return str(found or "")


def knows(db: Database, of: str, hash_: str) -> bool:
    """Say whether a record is on the desk, open or withheld."""
    table = withheld.table_of(of)
    return bool(db.value(f"SELECT 1 FROM {table} WHERE hash = ?", (hash_,))) or withheld.place(db, hash_) is not None


def outgoing(db: Database, of: OwnChain, after: int, shared: Collection[str]) -> Iterator[list[Outgoing]]:
    """Yield the records of a chain behind a number, some at a time, by number; raises Damaged where one was changed."""
    sealed_records = [
        Outgoing(WireRecord(*one), 0, "", frozenset()) for one in withheld.between(db, of.id, after, of.length)
    ]
    plain = _plain_behind(db, of, after, of.length - after - len(sealed_records))
    numbers = sorted([number for number, _ in plain] + [one.wire.number for one in sealed_records])
    if numbers != list(range(after + 1, of.length + 1)):
        raise Damaged(tr("A chain of “{name}” has gaps, so nothing was sent. Check the desk.", name=db.path.name))
    ids = dict(plain)
    sealed = {one.wire.number: one for one in sealed_records}
    for start in range(after, of.length, AT_ONCE):
        some = range(start + 1, min(of.length, start + AT_ONCE) + 1)
        found = _of_ids(db, of.name, [ids[number] for number in some if number in ids], shared)
        found += [sealed[number] for number in some if number in sealed]
        yield sorted(found, key=lambda one: one.wire.number)


def _plain_behind(db: Database, of: OwnChain, after: int, most: int) -> list[tuple[int, int]]:
    """Return number and row id of the records of a chain behind a number, of which there are so many."""
    if of.name.of == chain.ENTRIES:
        return db.rows(
            "SELECT number, id FROM entry WHERE chain_id = ? AND number > ? AND number <= ?", (of.id, after, of.length)
        )
    # Marks have no index by number; the newest come first here, and reading ends with the last that is wanted.
    # What was written since the length was read goes out the next time.
    rows = db.each(
        "SELECT number, id FROM mark WHERE chain_id = ? AND number > ? AND number <= ? ORDER BY id DESC",
        (of.id, after, of.length),
    )
    return [(number, id_) for number, id_ in islice(rows, most)]


def of_records(db: Database, of: OwnChain, ids: Iterable[int], shared: Collection[str]) -> Iterator[list[Outgoing]]:
    """Yield the records (row ids) of a chain, some at a time."""
    ordered = sorted(ids)
    for start in range(0, len(ordered), AT_ONCE):
        yield list(_of_ids(db, of.name, ordered[start : start + AT_ONCE], shared))


def _of_ids(db: Database, name: ChainName, ids: list[int], shared: Collection[str]) -> list[Outgoing]:
    records: list[tuple[str, Entry | Record]]
    if name.of == chain.MARKS:
        records = [(hash_, mark) for hash_, mark in marks.records_of_ids(db, ids)]
    else:
        records = [(hash_, entry) for hash_, entry in entries.of_ids(db, ids)]
    belonging = stories_of(db, [record for _, record in records])
    return [
        _out(db, name, hash_, record, frozenset(belongs).intersection(shared))
        for (hash_, record), belongs in zip(records, belonging, strict=True)
    ]


def _about(record: Entry | Record) -> Iterator[str]:
    """Yield the uids of all that a record is about, whose stories it belongs to."""
    if isinstance(record, Record):
        yield record.quote
        return
    yield record.subject
    body = record.body
    for key in _NAMED.get(record.kind, ()):
        if isinstance(body.get(key), str):
            yield str(body[key])


_NAMED: Mapping[str, tuple[str, ...]] = {
    EntryKind.VERSION_ADDED: ("version",),
    EntryKind.ARTICLE_MOVED: ("story", "was"),
    EntryKind.ARTICLE_SPLIT_OFF: ("story", "from", "version"),
    EntryKind.VERSION_PLACED: ("article", "home", "was"),
    EntryKind.VERSION_PLACED_BACK: ("was",),
    EntryKind.QUOTE_ADDED: ("version",),
}


def stories_of(db: Database, records: Iterable[Entry | Record]) -> list[set[str]]:
    """Return for each record the stories (uids) that it belongs to, shared or not."""
    about = [list(_about(record)) for record in records]
    subjects = json.dumps(sorted({uid for named in about for uid in named}))
    found: dict[str, set[str]] = {}
    for uid, story in db.rows(_STORY_OF, (subjects,)):
        found.setdefault(uid, set()).add(story)
    for uid in [uid for (uid,) in db.rows(_ABSORBED, (subjects,))]:
        found[uid].update(story for (story,) in db.rows(_HAS_ABSORBED, (uid, EntryKind.VERSION_ADDED)))
    return [{story for uid in named for story in found.get(uid, ())} for named in about]


def newest(db: Database) -> int:
    """Return the row of the entry that came to the desk last."""
    return int(db.value("SELECT max(id) FROM entry") or 0)


def moved_since(db: Database, row: int, desk: str) -> bool:
    """Say whether records may belong to other stories than they did when an entry (its row) was the newest.

    A desk moves things by entries of its own; any entry of others may: what they come to is known only to a merge.
    """
    return bool(
        db.value(
            "SELECT 1 FROM entry e JOIN chain c ON c.id = e.chain_id WHERE e.id > ? AND (c.desk <> ? OR c.branch <> ''"
            f" OR e.act IN ({', '.join('?' * len(_MOVES))})) LIMIT 1",
            (row, desk, *_MOVES),
        )
    )


def _out(db: Database, name: ChainName, hash_: str, record: Entry | Record, belongs: frozenset[str]) -> Outgoing:
    content = chain.canonical(record.content())
    if hashlib.sha256(content).hexdigest() != hash_:
        raise Damaged(
            tr(
                "{record} was changed after it was made, so nothing was sent. Check the desk.",
                record=name.called(record.number),
            )
        )
    wire = WireRecord(record.number, record.prev, hash_, content.decode())
    if isinstance(record, Record):
        return Outgoing(wire, record.tick, record.quote, belongs, blobs=tuple(stored_files(record.evidence)))
    found, blobs = "", ()  # type: str, tuple[str, ...]
    if belongs and record.kind in {EntryKind.VERSION_ADDED, EntryKind.QUOTE_ADDED}:
        found = _found(db, record.body)
        blobs = _texts(record.body)
    wire = WireRecord(record.number, record.prev, hash_, content.decode(), found)
    return Outgoing(wire, record.tick, record.subject, belongs, record.kind in _LOCKS, blobs)


def _found(db: Database, body: Mapping[str, Any]) -> str:
    """Return the quotes that an entry names, as they were found, in JSON; those another capture found otherwise not."""
    named = body.get("quotes", {})
    rows = found_rows(db, str(body.get("version", "")), named)
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")) if rows else ""


def _texts(body: Mapping[str, Any]) -> tuple[str, ...]:
    facts = body.get("facts", {})
    return tuple(str(facts[name]) for name in ("text_sha256", "original_sha256") if name in facts)


def of_story(db: Database, story: str) -> dict[int, list[tuple[int, int]]]:
    """Return the records that belong to a story: number and row id, by row of their chain."""
    absorbed = [
        uid
        for (uid,) in db.rows("SELECT uid FROM story WHERE absorbed")
        if (story,) in db.rows(_HAS_ABSORBED, (uid, EntryKind.VERSION_ADDED))
    ]
    named = " OR ".join(
        f"e.act = '{kind}' AND e.body ->> '$.{key}' IN (SELECT uid FROM subjects)"
        for kind, keys in _NAMED.items()
        for key in keys
    )
    rows = db.rows(
        f"""
        WITH inside AS (SELECT a.id, a.uid FROM article a JOIN story s ON s.id = a.story_id WHERE s.uid = ?1),
        versions AS (SELECT v.id, v.uid FROM version v JOIN inside ON inside.id = v.article_id),
        quotes AS (SELECT q.id, q.uid FROM quote q JOIN versions ON versions.id = q.version_id),
        subjects (uid) AS (
            SELECT ?1 UNION SELECT uid FROM inside UNION SELECT uid FROM versions UNION SELECT uid FROM quotes
            UNION SELECT x.uid FROM article_alias x JOIN inside ON inside.id = x.article_id
            UNION SELECT value FROM json_each(?2)
        )
        SELECT e.chain_id, e.number, e.id, 0 FROM entry e JOIN subjects ON subjects.uid = e.subject
        UNION SELECT e.chain_id, e.number, e.id, 0 FROM entry e WHERE {named}
        UNION ALL SELECT m.chain_id, m.number, m.id, 1 FROM mark m JOIN quotes ON quotes.id = m.quote_id
        """,
        (story, json.dumps(absorbed)),
    )
    found: dict[int, list[tuple[int, int]]] = {}
    for chain_id, number, id_, _ in rows:
        found.setdefault(chain_id, []).append((number, id_))
    return found
