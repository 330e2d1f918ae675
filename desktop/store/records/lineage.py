"""Lineage: which records of the hash chains came before which, across the branches that a copied desk makes.

A record names what the desk had seen of other chains by the hashes of their ends; these reach back over all that a
chain held until then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.store.records import chain, withheld

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.store.file.database import Database

Place = tuple[int, int]  # row of the chain, number in it
Reach = dict[int, int]  # by row of a chain: the last number that is within reach


class Lineage:
    """The chains of one kind on a desk, and where each branch leaves the chain it goes on from."""

    def __init__(self, db: Database, of: str) -> None:
        self._db = db
        self._table = "mark" if of == chain.MARKS else "entry"
        self._withheld = withheld.any_at_all(db)
        self._parents: dict[int, Place] = {}
        for row, first in db.rows("SELECT id, branch FROM chain WHERE of = ? AND branch <> ''", (of,)):
            prev = db.value(f"SELECT prev FROM {self._table} WHERE hash = ?", (first,))
            parent = self.place(str(prev or ""))
            if parent is not None and parent[0] != row:
                self._parents[row] = parent

    def place(self, record: str) -> Place | None:
        """Return where a record (its hash) stands; None where it is not on this desk."""
        row = self._db.row(f"SELECT chain_id, number FROM {self._table} WHERE hash = ?", (record,))
        if row is None:
            return withheld.place(self._db, record) if self._withheld else None
        return int(row[0]), int(row[1])

    def reach(self, records: Iterable[str]) -> Reach:
        """Return all that records (hashes; of other kinds of chains, too) and those before them are."""
        places = (self.place(record) for record in records)
        return self.reach_of(place for place in places if place is not None)

    def reach_of(self, places: Iterable[Place]) -> Reach:
        """Return what the records at these places, and those before them, are."""
        found: Reach = {}
        for place in places:
            at: Place | None = place
            while at is not None:
                row, number = at
                if found.get(row, 0) >= number:
                    break
                found[row] = number
                at = self._parents.get(row)
        return found


def within(reach: Mapping[int, int], place: Place) -> bool:
    return reach.get(place[0], 0) >= place[1]


def ends_of_entries(db: Database) -> list[str]:
    """Return the ends of all chains of entries."""
    rows = db.rows("SELECT head FROM chain WHERE of = ? AND head <> '' ORDER BY head", (chain.ENTRIES,))
    return [head for (head,) in rows]


def seen_heads(db: Database, desk: str) -> list[str]:
    """Return the ends of all chains on a desk but its own one of entries, which the next entry names anyway."""
    rows = db.rows(
        "SELECT head FROM chain WHERE head <> '' AND NOT (desk = ? AND of = ? AND branch = '') ORDER BY head",
        (desk, chain.ENTRIES),
    )
    return [head for (head,) in rows]
