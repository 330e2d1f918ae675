"""Hash chains of an open desk: their ends, their records, and the entries about time stamps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import Head
from desktop.store.queries import chain_events
from desktop.store.records import entries as entry_table
from desktop.store.records.entries import EntryKind
from desktop.store.records.quotes import marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.domain import ChainHead
    from desktop.store.file.database import Database
    from desktop.store.queries.chain_events import ChainEvent
    from desktop.store.records.entries import Entry, Writing


class DeskChains:
    """The chains of marks and of entries of one open desk, those of merged desks and branches too."""

    def __init__(self, db: Database, uid: str, writing: Writing) -> None:
        self._db, self._uid, self._writing = db, uid, writing

    def mark_head(self) -> Head:
        """Return the end of this desk's own chain of marks."""
        return Head(self._uid, *marks.head(self._db, self._uid))

    def mark_heads(self) -> list[Head]:
        """Return the ends of all chains of marks, those of merged desks too, a branch beside its trunk."""
        return [Head(*found) for found in marks.heads(self._db)]

    def heads(self) -> list[ChainHead]:
        """Return where each chain begins and ends, of marks and of entries, those of merged desks and branches too."""
        return chain_events.chain_heads(self._db)

    def events(self, head: ChainHead) -> Iterator[ChainEvent]:
        """Yield every record of a chain, complete as it was hashed, up to where its head says that it ends."""
        return chain_events.chain_events(self._db, head)

    def holds(self, of: str, chain: str, number: int, hash_: str) -> bool:
        """Say whether a chain ("marks" or "entries", of a desk) has the record of this number and hash."""
        return chain_events.holds(self._db, of, chain, number, hash_)

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """Yield every entry of what was done beside marks with its hash, chain by chain, each in its order."""
        return entry_table.of_all_chains(self._db)

    def stamp_entries(self) -> list[Entry]:
        """Return what was stated and stamped, oldest first; see `desktop.desk.evidence.stamping`."""
        return entry_table.of_kinds(self._db, (EntryKind.HEADS_STATED, EntryKind.HEADS_STAMPED))

    def append_stamp(self, kind: EntryKind, body: Mapping[str, object], *, checker: str) -> None:
        """Append an entry about time stamps."""
        with self._writing(checker) as by:
            entry_table.append(self._db, by, kind, self._uid, body)
