"""Withheld records: those of other desks' chains of which a desk knows number and hash, and not what they say.

They belong to stories that are not shared with this desk, or are not shown to it yet. They keep a chain whole: what is
there can be verified, and what comes later fits into its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.store.records import chain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.store.file.database import Database


class Withheld(NamedTuple):
    """One such record."""

    number: int
    prev: str
    hash: str


def add(db: Database, chain_id: int, records: Iterable[Withheld]) -> None:
    db.write_all(
        "INSERT INTO withheld (chain_id, number, prev, hash) VALUES (?, ?, ?, ?)",
        [(chain_id, *record) for record in records],
    )


def of_chain(db: Database, chain_id: int) -> Iterator[Withheld]:
    """Yield the withheld records of a chain by number; a desk of an older schema that is only read has none."""
    if has_table(db):
        rows = db.each("SELECT number, prev, hash FROM withheld WHERE chain_id = ? ORDER BY number", (chain_id,))
        yield from map(Withheld._make, rows)


def between(db: Database, chain_id: int, after: int, upto: int) -> list[Withheld]:
    """Return the withheld records of a chain behind one number, up to another."""
    rows = db.rows(
        "SELECT number, prev, hash FROM withheld WHERE chain_id = ? AND number > ? AND number <= ? ORDER BY number",
        (chain_id, after, upto),
    )
    return [Withheld(*row) for row in rows]


def place(db: Database, hash_: str) -> tuple[int, int] | None:
    """Return the row of the chain, and the number in it, of a withheld record."""
    row = db.row("SELECT chain_id, number FROM withheld WHERE hash = ?", (hash_,)) if has_table(db) else None
    return None if row is None else (int(row[0]), int(row[1]))


def link(db: Database, hash_: str) -> tuple[int, str] | None:
    """Return number and former hash of a withheld record."""
    row = db.row("SELECT number, prev FROM withheld WHERE hash = ?", (hash_,)) if has_table(db) else None
    return None if row is None else (int(row[0]), str(row[1]))


def at(db: Database, desk: str, of: str, number: int) -> list[tuple[str]]:
    """Return the hashes (rows of one column) of the withheld records at a number of a desk's chains of a kind."""
    if not has_table(db):
        return []
    rows = db.rows(
        "SELECT w.hash FROM withheld w JOIN chain c ON c.id = w.chain_id"
        " WHERE c.desk = ? AND c.of = ? AND w.number = ?",
        (desk, of, number),
    )
    return [(str(hash_),) for (hash_,) in rows]


def any_at_all(db: Database) -> bool:
    return has_table(db) and bool(db.value("SELECT 1 FROM withheld LIMIT 1"))


def drop(db: Database, hash_: str) -> None:
    """Forget a withheld record that the desk has received by now."""
    db.write("DELETE FROM withheld WHERE hash = ?", (hash_,))


def counts(db: Database) -> list[tuple[str, str, int]]:
    """Return for each chain with withheld records its desk, its kind, and how many those are."""
    if not has_table(db):
        return []
    rows = db.rows(
        "SELECT c.desk, c.of, count(*) FROM withheld w JOIN chain c ON c.id = w.chain_id GROUP BY c.id ORDER BY c.id"
    )
    return [(desk, of, count) for desk, of, count in rows]


def has_table(db: Database) -> bool:
    return bool(db.value("SELECT 1 FROM sqlite_master WHERE name = 'withheld'"))


def table_of(of: str) -> str:
    """Return the table of the records of a kind of chain."""
    return "mark" if of == chain.MARKS else "entry"
