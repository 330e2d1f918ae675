"""Hash chain of marks and of entries: each record names the one before it, so that a change to either shows.

A record's hash is the SHA-256 of its canonical JSON, in which the former record's hash stands. `tick` is a Lamport
clock over everything a desk has seen: it orders records of several desks without trusting anyone's clock.
"""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop.domain import value_type

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from desktop.store.file.database import Database

_AT_ONCE = 500  # records
MARKS, ENTRIES = "marks", "entries"


@value_type
class Link:
    """Where the next record of a chain goes."""

    chain_id: int
    desk: str
    number: int
    tick: int
    prev: str


_CANONICAL = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def time_of(text: str) -> datetime:
    """Read a time as desks keep it; one that was damaged is the year 1970, and checking the desk names it."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)


def canonical(record: Mapping[str, object]) -> bytes:
    return _CANONICAL.encode(record).encode()


def digest(record: Mapping[str, object]) -> str:
    return hashlib.sha256(canonical(record)).hexdigest()


def begin(db: Database, desk: str) -> None:
    """Start the two chains of a new desk."""
    for of in (MARKS, ENTRIES):
        db.write("INSERT INTO chain (desk, of, branch, length, tick, head) VALUES (?, ?, '', 0, 0, '')", (desk, of))


LINK = "k.id, k.length, k.head, (SELECT max(tick) FROM chain)"  # columns of `link_of`, from a chain k
LINK_SIZE = 4


def next_link(db: Database, desk: str, of: str) -> Link:
    row = db.row(f"SELECT {LINK} FROM chain k WHERE k.desk = ? AND k.of = ? AND k.branch = ''", (desk, of))
    assert row is not None, "a desk without its own chain"
    return link_of(desk, row)


def link_of(desk: str, row: Sequence[Any]) -> Link:
    """Return where the next record of a chain goes."""
    chain_id, length, head, tick = row
    return Link(chain_id, desk, length + 1, int(tick) + 1, head)


def following(link: Link, head: str) -> Link:
    """Return the place after the record `head` that took `link`."""
    return Link(link.chain_id, link.desk, link.number + 1, link.tick + 1, head)


def set_head(db: Database, last: Link, head: str) -> None:
    db.write(
        "UPDATE chain SET length = ?, tick = ?, head = ? WHERE id = ?", (last.number, last.tick, head, last.chain_id)
    )


def in_order(db: Database, table: str, chain_id: int) -> Iterator[str]:
    """Yield the ids of the records of a chain by number, some at a time, as they stand in an IN of SQL.

    The order is found from ids alone: an index for it would cost every mark a page, and whole rows are much to sort.
    """
    rows = db.rows(f"SELECT id FROM {table} WHERE chain_id = ? ORDER BY number, id", (chain_id,))
    for start in range(0, len(rows), _AT_ONCE):
        yield ",".join(str(id_) for (id_,) in rows[start : start + _AT_ONCE])
