"""Placements: the article that a version was put into by a checker, and its place among the versions there.

A version belongs to the article it was added to until an entry about the version puts it elsewhere; taking that back
lets the placement before it stand again. An article that is not on the desk holds nothing here. Nothing is taken away
from the entries.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from desktop.domain import value_type
from desktop.store.records import entries
from desktop.store.records.entries import EntryKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.store.file.database import Database

Order = tuple[int, str, int]  # of an entry: tick, chain, number


@value_type
class Placement:
    """Where a version was put last."""

    article: str  # uid, as it was called then
    order: Order


def order_of(entry: entries.Entry) -> Order:
    return entry.tick, entry.chain, entry.number


def placements(db: Database, version_uids: Iterable[str]) -> dict[str, Placement]:
    """Return those of the versions that were put elsewhere, and where."""
    placed = db.rows(
        "SELECT DISTINCT subject FROM entry WHERE subject IN (SELECT value FROM json_each(?)) AND act = ?",
        (json.dumps(list(version_uids)), EntryKind.VERSION_PLACED),
    )
    found = {uid: _placement(db, uid) for (uid,) in placed}
    return {uid: placement for uid, placement in found.items() if placement is not None}


def _placement(db: Database, version_uid: str) -> Placement | None:
    standing: list[Placement] = []
    kinds = (EntryKind.VERSION_PLACED, EntryKind.VERSION_PLACED_BACK)
    for entry in entries.of_subject(db, version_uid, kinds=kinds):
        if entry.kind == EntryKind.VERSION_PLACED:
            standing.append(Placement(str(entry.body["article"]), order_of(entry)))
        elif standing:
            standing.pop()
    return next((one for one in reversed(standing) if _is_here(db, one.article)), None)


def _is_here(db: Database, article: str) -> bool:
    """Say whether an article is on the desk: of what is shared with others, it may be in a story that is not."""
    return bool(
        db.value(
            "SELECT 1 FROM article WHERE uid = ?1 UNION ALL SELECT 1 FROM article_alias WHERE uid = ?1", (article,)
        )
    )


def homes(db: Database, version_uids: Iterable[str] | None = None) -> dict[str, str]:
    """Return for every version that was ever put elsewhere, or of some, the article (uid) that it was added to."""
    among = "" if version_uids is None else " AND subject IN (SELECT value FROM json_each(?))"
    chosen = () if version_uids is None else (json.dumps(list(version_uids)),)
    rows = db.rows(
        f"SELECT subject, body ->> '$.home' FROM entry WHERE act = ?{among} ORDER BY tick DESC",
        (EntryKind.VERSION_PLACED, *chosen),
    )
    return dict(rows)
