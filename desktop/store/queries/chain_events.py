"""Chains of a desk record by record, as they are exported: every mark and every entry, complete as it was hashed."""

from __future__ import annotations

import heapq
from operator import attrgetter
from typing import TYPE_CHECKING

from desktop.domain import ChainHead, value_type
from desktop.store.records import chain, entries, withheld
from desktop.store.records.quotes import marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.store.file.database import Database


@value_type
class ChainEvent:
    """One record of a chain with the hash that the desk keeps of it; of a withheld one nothing else is known."""

    number: int
    prev: str
    hash: str
    subject: str  # uid of the quote of a mark, of what an entry is about
    record: Mapping[str, object]


def chain_heads(db: Database) -> list[ChainHead]:
    """Return all chains in the order in which they came to the desk."""
    from desktop.store.upkeep.integrity import branching  # which is not needed to open a desk

    rows = db.rows("SELECT of, desk, branch, length, head FROM chain ORDER BY id")
    return [
        ChainHead(of, desk, branch, *branching(db, desk, of, branch), length, head)
        for of, desk, branch, length, head in rows
    ]


def chain_events(db: Database, head: ChainHead) -> Iterator[ChainEvent]:
    """Yield the records of a chain by number, up to where its head says that it ends."""
    ids = db.rows("SELECT id FROM chain WHERE of = ? AND desk = ? AND branch = ?", (head.of, head.desk, head.branch))
    [(id_,)] = ids
    plain = _marks(db, id_) if head.of == chain.MARKS else _entries(db, id_)
    sealed = (ChainEvent(one.number, one.prev, one.hash, "", {}) for one in withheld.of_chain(db, id_))
    for event in heapq.merge(plain, sealed, key=attrgetter("number")):
        if event.number > head.length:  # was added since
            return
        yield event


def _marks(db: Database, chain_id: int) -> Iterator[ChainEvent]:
    for hash_, _, record in marks.records(db, chain_id):
        yield ChainEvent(record.number, record.prev, hash_, record.quote, record.content())


def _entries(db: Database, chain_id: int) -> Iterator[ChainEvent]:
    for hash_, _, entry in entries.of_chain(db, chain_id):
        yield ChainEvent(entry.number, entry.prev, hash_, entry.subject, entry.content())


def holds(db: Database, of: str, desk: str, number: int, hash_: str) -> bool:
    """Say whether a chain has the record of this number and hash; every chain has nothing at its beginning."""
    if number == 0:
        return hash_ == ""
    table = "mark" if of == chain.MARKS else "entry"
    found = db.value(
        f"SELECT 1 FROM {table} r JOIN chain c ON c.id = r.chain_id"
        " WHERE c.desk = ? AND c.of = ? AND r.number = ? AND r.hash = ?",
        (desk, of, number, hash_),
    )
    return found is not None or (hash_,) in withheld.at(db, desk, of, number)
