"""Inherited marks: those on the same words of the version before, by somebody who did not know the later version.

Whoever adds a version carries over what stands on the desk. A mark that another checker made meanwhile on the version
before, without knowing the new one, counts for the new one as well once the desks are merged, as though the version had
been added after it. Who knew what is said by the records: a version names what its desk had seen, and a mark on a
version that is not the newest names the ends of the chains of entries.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.domain import Act, QuoteId, VersionId, value_type
from desktop.store.records import chain
from desktop.store.records.entries import EntryKind
from desktop.store.records.lineage import Lineage, Place, Reach, within
from desktop.store.records.quotes import follows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.store.file.database import Database


@value_type
class MarkRow:
    """A mark as far as it decides what the marks of a quote come to."""

    id: int
    hash: str
    after: tuple[str, ...]
    act: str
    status: str
    contested: bool
    exact: str
    order: tuple[int, str, int, str]  # tick, chain, number, hash
    place: Place


@dataclass(slots=True)
class Inherited:
    """What a quote has from the version before."""

    marks: list[MarkRow] = field(default_factory=list)
    followed: set[str] = field(default_factory=set)  # marks, of any version, that these come after


@value_type
class _Known:
    """What those who added a version knew, and how to tell who knew the version."""

    marks: Reach
    entries: tuple[Place, ...]


NOTHING = Inherited()


class Inheritance:
    """What quotes inherit on one desk; holds what it found, so make another one after the desk was changed."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self.possible = _several_at_once(db)
        self._versions: dict[int, dict[int, Inherited]] = {}
        self._lineages: tuple[Lineage, Lineage] | None = None

    def of_quote(self, quote_id: int) -> Inherited:
        """Return what a quote inherits, `NOTHING` in most cases."""
        if not self.possible:
            return NOTHING
        version_id = self._db.value("SELECT version_id FROM quote WHERE id = ? AND follows IS NOT NULL", (quote_id,))
        return NOTHING if version_id is None else self.of_version(version_id).get(quote_id, NOTHING)

    def of_version(self, version_id: int) -> dict[int, Inherited]:
        """Return what the quotes of a version inherit; those that inherit nothing are left out."""
        if not self.possible:
            return {}
        lineage, version = [], version_id
        while version not in self._versions:
            lineage.append(version)
            former = self._db.value(
                "SELECT a.id FROM version b JOIN version a ON a.article_id = b.article_id AND a.number = b.number - 1"
                " WHERE b.id = ?",
                (version,),
            )
            if former is None or former in lineage:
                break
            version = int(former)
        for version in reversed(lineage):
            self._versions[version] = self._inherited(version)
        return self._versions[version_id]

    def _inherited(self, version_id: int) -> dict[int, Inherited]:
        """Find what one version inherits; the version before it was looked at."""
        pairs = self._db.rows(
            "SELECT q.id, q.exact, f.id, f.version_id FROM quote q JOIN quote f ON f.id = q.follows"
            " WHERE q.version_id = ?",
            (version_id,),
        )
        known = self._known(version_id) if pairs else None
        if known is None:
            return {}
        own = mark_rows(self._db, [former for _, _, former, _ in pairs])
        found: dict[int, Inherited] = {}
        for quote_id, exact, former, former_version in pairs:
            before = self._versions.get(former_version, {}).get(former, NOTHING)
            marks = [
                mark
                for mark in (*own.get(former, ()), *before.marks)
                if mark.exact == exact and not within(known.marks, mark.place) and not self._knew(mark, known)
            ]
            if marks:
                found[quote_id] = Inherited(marks, before.followed | superseded(own.get(former, []), before))
        if found:
            same = follows.follow_state(self._db, VersionId(version_id))
            found = {quote: one for quote, one in found.items() if same.get(QuoteId(quote), (0, False))[1]}
        for one in found.values():
            one.followed.update(hash_ for mark in one.marks for hash_ in mark.after)
        return found

    def _known(self, version_id: int) -> _Known | None:
        """Return what those who added a version knew; None where it is not on record, or it was put there by hand."""
        uid = self._db.value("SELECT uid FROM version WHERE id = ?", (version_id,))
        if self._db.value("SELECT 1 FROM entry WHERE subject = ? AND act = ?", (uid, EntryKind.VERSION_PLACED)):
            return None
        additions = self._db.rows(
            "SELECT e.chain_id, e.number, e.body -> '$.seen' FROM entry e"
            " WHERE e.act = ?1 AND e.body ->> '$.version' = ?2 AND e.subject IN ("
            "SELECT a.uid FROM article a JOIN version v ON v.article_id = a.id WHERE v.id = ?3 UNION"
            " SELECT x.uid FROM article_alias x JOIN version v ON v.article_id = x.article_id WHERE v.id = ?3)",
            (EntryKind.VERSION_ADDED, uid, version_id),
        )
        if not additions or any(seen is None for *_, seen in additions):
            return None
        seen = [str(hash_) for *_, hashes in additions for hash_ in json.loads(hashes)]
        return _Known(self._lines()[0].reach(seen), tuple((row, number) for row, number, _ in additions))

    def _knew(self, mark: MarkRow, known: _Known) -> bool:
        """Say whether whoever made a mark knew of a version."""
        reach = self._lines()[1].reach(mark.after)
        return any(within(reach, place) for place in known.entries)

    def _lines(self) -> tuple[Lineage, Lineage]:
        if self._lineages is None:
            self._lineages = Lineage(self._db, chain.MARKS), Lineage(self._db, chain.ENTRIES)
        return self._lineages


def mark_rows(db: Database, quote_ids: Iterable[int]) -> dict[int, list[MarkRow]]:
    """Return the own marks of quotes that have some, oldest first."""
    found: dict[int, list[MarkRow]] = {}
    for quote_id, id_, hash_, after, act, status, contested, exact, tick, desk, number, row in db.each(
        "SELECT m.quote_id, m.id, m.hash, m.after, m.act, m.status, m.contested, m.exact, m.tick, c.desk, m.number,"
        " m.chain_id FROM mark m JOIN chain c ON c.id = m.chain_id"
        " WHERE m.quote_id IN (SELECT value FROM json_each(?)) ORDER BY m.tick, c.desk, m.number, m.hash",
        (json.dumps(list(quote_ids)),),
    ):
        mark = MarkRow(
            id_, hash_, tuple(after.split()), act, status, bool(contested), exact, (tick, desk, number, hash_),
            (row, number),
        )  # fmt: skip
        found.setdefault(quote_id, []).append(mark)
    return found


def superseded(own: Iterable[MarkRow], inherited: Inherited) -> set[str]:
    """Return the marks carried over from marks which those that are inherited come after."""
    return {
        mark.hash
        for mark in own
        if mark.act == Act.CARRIED and mark.after and inherited.followed.issuperset(mark.after)
    }


def _several_at_once(db: Database) -> bool:
    """Say whether the records of a desk were not all made one after the other, each at the next tick, on one desk."""
    return bool(
        db.value(
            "SELECT count(DISTINCT desk) > 1 OR max(branch) <> '' OR sum(length) <> max(tick)"
            " FROM chain WHERE length > 0"
        )
    )
