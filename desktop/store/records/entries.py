"""Entries: the append-only log of everything that was done beside marks, in its hash chain.

Everything that may change (titles, places, deletions, corrected speakers) is said by entries, which are only ever
appended; the tables hold what the entries of a subject come to, played in the order of their ticks.
"""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain import value_type
from desktop.store.records import chain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from typing import Any, Protocol

    from desktop.store.file.database import Database

    class Writing(Protocol):
        """One transaction of an open desk, by one checker, at one time."""

        def __call__(self, checker: str = "") -> AbstractContextManager[By]: ...


class EntryKind(StrEnum):
    """What kind of thing an entry says."""

    STORY_ADDED = "story added"
    STORY_RENAMED = "story renamed"
    STORY_LOCKED = "story locked"
    STORY_REOPENED = "story reopened"
    PEOPLE_NAMED = "people named"  # subject: the story
    VERSION_ADDED = "version added"  # subject: the article
    METADATA_EDITED = "metadata edited"
    ARTICLE_MOVED = "article moved"
    ARTICLE_DELETED = "article deleted"
    ARTICLE_RESTORED = "article restored"
    ARTICLE_EMPTIED = "article emptied from the trash"
    SOURCE_NAMED = "source named"  # subject: the article; a body without a kind: it is an article again
    ARTICLE_SPLIT_OFF = "article split off"  # made of a version of another one
    VERSION_PLACED = "version placed"  # subject: the version; it belongs to another article from now on
    VERSION_PLACED_BACK = "version placed back"  # where it was before the last time it was placed
    CUT_RESTORED = "cut restored"  # subject: the version
    CUT_HIDDEN = "cut hidden"
    BOILERPLATE_RULE = "boilerplate rule"  # subject: the rule; a body without a line: it is deleted
    QUOTE_ADDED = "quote added"
    QUOTE_RESIZED = "quote resized"
    QUOTE_ATTRIBUTED = "quote attributed"
    QUOTE_DELETED = "quote deleted"
    QUOTE_RESTORED = "quote restored"
    LOCK_BROKEN = "lock broken"  # subject: the desk
    HEADS_STATED = "heads stated"  # subject: the desk; what a time stamp can be over
    HEADS_STAMPED = "heads stamped"  # subject: the desk; a time stamp over what was stated
    TAKEN = "taken"  # subject: the quote or the article; the checker works on it
    RELEASED = "released"


COLUMNS = "c.desk, e.number, e.tick, e.act, e.subject, e.body, e.checker, e.at, e.prev"  # of an entry e, its chain c


@value_type
class By:
    """Who does something, on which desk, when (ISO time in UTC)."""

    desk: str
    checker: str
    at: str


@value_type
class Entry:
    """One entry as it stands in its chain."""

    chain: str
    number: int
    tick: int
    kind: str
    subject: str
    body: Mapping[str, object]
    checker: str
    at: str
    prev: str

    def content(self) -> dict[str, object]:
        """What is hashed."""
        return {
            "act": self.kind,
            "at": self.at,
            "body": self.body,
            "chain": self.chain,
            "checker": self.checker,
            "number": self.number,
            "prev": self.prev,
            "subject": self.subject,
            "tick": self.tick,
        }

    def hash(self) -> str:
        return chain.digest(self.content())


def append(db: Database, by: By, kind: EntryKind, subject: str, body: Mapping[str, object]) -> None:
    append_all(db, by, kind, [(subject, body)])


def append_all(db: Database, by: By, kind: EntryKind, bodies: Iterable[tuple[str, Mapping[str, object]]]) -> None:
    """Say the same kind of thing of many subjects, an entry each, in the order given."""
    link = chain.next_link(db, by.desk, chain.ENTRIES)
    last, rows = link, []
    for subject, body in bodies:
        entry = Entry(link.desk, link.number, link.tick, kind, subject, body, by.checker, by.at, link.prev)
        head = entry.hash()
        text = chain.canonical(body).decode()
        rows.append((link.chain_id, link.number, link.tick, kind, subject, text, by.checker, by.at, link.prev, head))
        last, link = link, chain.following(link, head)
    if rows:
        db.write_all(
            "INSERT INTO entry (chain_id, number, tick, act, subject, body, checker, at, prev, hash)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )
        chain.set_head(db, last, link.prev)


def of_subject(db: Database, *subjects: str, kinds: Collection[EntryKind] = ()) -> list[Entry]:
    """All entries about one thing (all ids it is known by), or only some kinds, oldest first by tick."""
    only = f" AND e.act IN ({', '.join('?' * len(kinds))})" if kinds else ""
    rows = db.rows(
        f"SELECT {COLUMNS} FROM entry e"
        f" JOIN chain c ON c.id = e.chain_id WHERE e.subject IN ({', '.join('?' * len(subjects))}){only}"
        " ORDER BY e.tick, c.desk, e.number, e.hash",
        (*subjects, *kinds),
    )
    return [from_row(row) for row in rows]


def of_chain(db: Database, chain_id: int) -> Iterator[tuple[str, str, Entry]]:
    """Yield the stored hash, the hash it now has and the entry itself of every entry of a chain, by number."""
    for row in db.each(
        f"SELECT e.hash, {COLUMNS} FROM entry e"
        " JOIN chain c ON c.id = e.chain_id WHERE e.chain_id = ? ORDER BY e.number, e.id",
        (chain_id,),
    ):
        entry = from_row(row[1:])
        plain = chain.canonical(entry.body).decode() == row[6]
        yield row[0], entry.hash() if plain else "", entry


def of_ids(db: Database, ids: Iterable[int]) -> list[tuple[str, Entry]]:
    """Return the stored hash and the entry itself of entries by their row ids, by number."""
    rows = db.rows(
        f"SELECT e.hash, {COLUMNS} FROM entry e JOIN chain c ON c.id = e.chain_id"
        " WHERE e.id IN (SELECT value FROM json_each(?)) ORDER BY e.number, e.id",
        (json.dumps(list(ids)),),
    )
    return [(row[0], from_row(row[1:])) for row in rows]


def of_all_chains(db: Database) -> Iterator[tuple[str, Entry]]:
    """Yield the stored hash and the entry itself of every entry, chain by chain, by number."""
    for (chain_id,) in db.rows("SELECT id FROM chain WHERE of = ? ORDER BY id", (chain.ENTRIES,)):
        yield from ((stored, entry) for stored, _, entry in of_chain(db, chain_id))


def of_kinds(db: Database, kinds: Sequence[EntryKind]) -> list[Entry]:
    """All entries of some kinds, in the order in which they came to the desk."""
    chosen = ", ".join("?" * len(kinds))
    rows = db.rows(
        f"SELECT {COLUMNS} FROM entry e JOIN chain c ON c.id = e.chain_id WHERE e.act IN ({chosen}) ORDER BY e.id",
        kinds,
    )
    return [from_row(row) for row in rows]


def bodies(db: Database, kinds: Sequence[EntryKind]) -> Iterator[dict[str, Any]]:
    """Yield the bodies of all entries of some kinds."""
    chosen = ", ".join("?" * len(kinds))
    for (body,) in db.each(f"SELECT body FROM entry WHERE act IN ({chosen}) ORDER BY id", kinds):
        yield json.loads(body)


def from_row(row: Sequence[Any]) -> Entry:
    """Make an entry of the values of `COLUMNS`."""
    chain_, number, tick, kind, about, body, checker, at, prev = row
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):  # was changed; its hash says so
        content = {}
    return Entry(chain_, number, tick, kind, about, content, checker, at, prev)
