"""Same articles of two desks: those that got the same name or text, or were captured at the same address.

What is one follows from what the entries say, never from the order in which desks were merged: each addition of a
version names what its desk had seen by then, and only captures at one address that did not know of one another make
their articles one. Whoever saw an article and added another one beside it keeps two.
"""

from __future__ import annotations

import json
from dataclasses import field, replace
from itertools import combinations
from typing import TYPE_CHECKING

from desktop.domain import value_type
from desktop.store.records import chain, placing_index
from desktop.store.records.entries import EntryKind
from desktop.store.records.lineage import Lineage, Place, Reach, within

if TYPE_CHECKING:
    from desktop.store.file.database import Database


class SameArticles:
    """Names (uids) of articles, in groups that each mean one article."""

    def __init__(self) -> None:
        self._smallest: dict[str, str] = {}
        self._groups: dict[str, set[str]] = {}

    def group(self, name: str) -> set[str]:
        """Return all names of the article that has this one."""
        return self._groups.setdefault(self._smallest.setdefault(name, name), {name})

    def unite(self, one: str, other: str) -> None:
        """Say that two names mean one article."""
        both = self.group(one) | self.group(other)
        smallest = min(both)
        self._groups[smallest] = both
        self._smallest.update(dict.fromkeys(both, smallest))


@value_type
class _Addition:
    """An entry by which a version was added."""

    row: int
    name: str  # of the article
    place: Place
    hash: str
    seen: tuple[str, ...] | None  # None: by an older version of the program, which did not say
    reach: Reach = field(default_factory=dict, compare=False)  # the entries that its desk had seen


def same_articles(db: Database, other: Database, before: int) -> SameArticles:
    """Group the articles of `db`, which holds the entries of both desks by now, with those of `other`.

    `before` is the row of the entry that was the newest before those of `other` came. What was one article by then is
    known, so only those are looked for that the additions behind it concern.
    """
    same, known = SameArticles(), _Known(db)
    for alias, uid in other.rows("SELECT x.uid, a.uid FROM article_alias x JOIN article a ON a.id = x.article_id"):
        same.unite(alias, uid)
    for (uid,) in other.rows("SELECT uid FROM article UNION SELECT uid FROM article_alias"):
        known.add(same, uid)
    if not other.value("SELECT 1 FROM entry WHERE act = ? LIMIT 1", (EntryKind.VERSION_ADDED,)):
        return same
    placing_index.catch_up(db)
    new = placing_index.additions_since(db, before)
    first: dict[str, str] = {}
    for version, name in placing_index.adders(db, {version for _, _, version, _ in new}):
        known.add(same, name)
        same.unite(first.setdefault(version, name), name)
    lineage: Lineage | None = None
    for url in sorted({url for *_, url in new} - {""}):
        rows = placing_index.added_at(db, url)
        at_one_address = _additions(db, rows) if len(rows) > 1 else []
        if len({addition.place[0] for addition in at_one_address}) < 2:
            continue  # one desk, which knew all of them
        lineage = lineage or Lineage(db, chain.ENTRIES)
        reaching = [_with_reach(lineage, addition) for addition in at_one_address]
        theirs = _held(other, [addition.hash for addition in reaching])
        for one, another in combinations(reaching, 2):
            if max(one.row, another.row) <= before:
                continue  # compared when the later one of them came
            both_here = {one.hash, another.hash} <= theirs
            if not _knew(one, another, both_here) and not _knew(another, one, both_here):
                known.add(same, one.name)
                known.add(same, another.name)
                same.unite(one.name, another.name)
    return same


class _Known:
    """What articles of a desk are called by now."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._asked: set[str] = set()

    def add(self, same: SameArticles, name: str) -> None:
        """Unite all names of the article that has this one, if it is on the desk."""
        if name in self._asked:
            return
        rows = self._db.rows(
            "SELECT a.uid, x.uid FROM article a LEFT JOIN article_alias x ON x.article_id = a.id WHERE a.id ="
            " (SELECT id FROM article WHERE uid = ?1 UNION ALL SELECT article_id FROM article_alias WHERE uid = ?1)",
            (name,),
        )
        self._asked |= {name, *(each for row in rows for each in row if each)}
        for uid, alias in rows:
            same.unite(uid, alias or uid)


def _held(other: Database, hashes: list[str]) -> set[str]:
    """Return those of the additions that a desk holds."""
    rows = other.rows("SELECT hash FROM entry WHERE hash IN (SELECT value FROM json_each(?))", (json.dumps(hashes),))
    return {hash_ for (hash_,) in rows}


def _additions(db: Database, rows: list[int]) -> list[_Addition]:
    found = db.rows(
        "SELECT id, subject, chain_id, number, hash, body -> '$.seen' FROM entry"
        " WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (json.dumps(rows),),
    )
    return [
        _Addition(row, name, (chain_row, number), hash_, None if seen is None else tuple(map(str, json.loads(seen))))
        for row, name, chain_row, number, hash_, seen in found
    ]


def _with_reach(lineage: Lineage, addition: _Addition) -> _Addition:
    reach = lineage.reach(addition.seen or ())
    for row, number in lineage.reach_of([addition.place]).items():
        reach[row] = max(reach.get(row, 0), number)
    return replace(addition, reach=reach)


def _knew(one: _Addition, another: _Addition, both_on_a_desk: bool) -> bool:  # noqa: FBT001
    """Say whether whoever made an addition could know of another one."""
    if one.place[0] == another.place[0] or within(one.reach, another.place):
        return True
    return one.seen is None and both_on_a_desk  # was not asked for yet: what is two articles stays two
