"""Same articles of two desks: those that got the same name or text, or were captured at the same address.

What is one follows from what the entries say, never from the order in which desks were merged: each addition of a
version names what its desk had seen by then, and only captures at one address that did not know of one another make
their articles one. Whoever saw an article and added another one beside it keeps two.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from desktop.store.records import chain
from desktop.store.records.entries import EntryKind
from desktop.store.records.lineage import Lineage, Place, Reach, within

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

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


@dataclass(frozen=True, slots=True)
class _Addition:
    """An entry by which a version was added."""

    name: str  # of the article
    version: str
    url: str
    place: Place
    hash: str
    seen: tuple[str, ...] | None  # None: by an older version of the program, which did not say
    reach: Reach = field(default_factory=dict, compare=False)  # the entries that its desk had seen


def additions(db: Database) -> set[str]:
    """Return the hashes of all entries by which a version was added."""
    return {hash_ for (hash_,) in db.rows("SELECT hash FROM entry WHERE act = ?", (EntryKind.VERSION_ADDED,))}


def same_articles(db: Database, other: Database, ours: AbstractSet[str]) -> SameArticles:
    """Group the articles of `db`, which holds the entries of both desks by now; `ours` are the additions it had."""
    same = SameArticles()
    for desk in (db, other):
        for alias, uid in desk.rows("SELECT x.uid, a.uid FROM article_alias x JOIN article a ON a.id = x.article_id"):
            same.unite(alias, uid)
    theirs = additions(other)
    if theirs <= ours:  # nothing new was added, so what is one article is known
        return same
    by_version: dict[str, str] = {}
    by_url: dict[str, list[_Addition]] = {}
    for addition in _additions(db):
        same.unite(by_version.setdefault(addition.version, addition.name), addition.name)
        if addition.url:
            by_url.setdefault(addition.url, []).append(addition)
    lineage = Lineage(db, chain.ENTRIES)
    for at_one_address in by_url.values():
        if len({addition.place[0] for addition in at_one_address}) == 1:
            continue  # one desk, which knew all of them
        reaching = [_with_reach(lineage, addition) for addition in at_one_address]
        for one, another in combinations(reaching, 2):
            both_here = {one.hash, another.hash} <= ours or {one.hash, another.hash} <= theirs
            if not _knew(one, another, both_here) and not _knew(another, one, both_here):
                same.unite(one.name, another.name)
    return same


def _additions(db: Database) -> Iterator[_Addition]:
    for name, version, url, row, number, hash_, seen in db.each(
        "SELECT subject, body ->> '$.version', body ->> '$.facts.url', chain_id, number, hash, body -> '$.seen'"
        " FROM entry WHERE act = ? ORDER BY id",
        (EntryKind.VERSION_ADDED,),
    ):
        known = None if seen is None else tuple(map(str, json.loads(seen)))
        yield _Addition(name, str(version), url or "", (row, number), hash_, known)


def _with_reach(lineage: Lineage, addition: _Addition) -> _Addition:
    reach = lineage.reach(addition.seen or ())
    for row, number in lineage.reach_of([addition.place]).items():
        reach[row] = max(reach.get(row, 0), number)
    return _Addition(addition.name, addition.version, addition.url, addition.place, addition.hash, addition.seen, reach)


def _knew(one: _Addition, another: _Addition, both_on_a_desk: bool) -> bool:  # noqa: FBT001
    """Say whether whoever made an addition could know of another one."""
    if one.place[0] == another.place[0] or within(one.reach, another.place):
        return True
    return one.seen is None and both_on_a_desk  # was not asked for yet: what is two articles stays two
