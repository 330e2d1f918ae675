"""Taking: who works on a quote or an article, so that two do not do the same work; said by entries, so it merges."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from desktop.domain import Taken
from desktop.store.records import chain, entries
from desktop.store.records.entries import By, EntryKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.store.file.database import Database

ABOUT = (EntryKind.TAKEN, EntryKind.RELEASED)
# The words stand in the query as they stand in the index of the schema, which is used only then.
_IS_ABOUT = f"act IN ('{EntryKind.TAKEN}', '{EntryKind.RELEASED}')"


def take(db: Database, by: By, subjects: Iterable[str]) -> None:
    """Say of quotes or articles (uids) that the checker works on them."""
    entries.append_all(db, by, EntryKind.TAKEN, [(subject, {}) for subject in subjects])


def release(db: Database, by: By, subjects: Iterable[str]) -> None:
    """Say that nobody in particular works on them any more."""
    entries.append_all(db, by, EntryKind.RELEASED, [(subject, {}) for subject in subjects])


def taken(db: Database, subjects: Iterable[str] | None = None) -> dict[str, Taken]:
    """Return who has what: of these quotes and articles, or of all; the newest entry about each counts."""
    among, values = "", ()  # type: str, tuple[object, ...]
    if subjects is not None:
        among, values = " AND e.subject IN (SELECT value FROM json_each(?))", (json.dumps(list(subjects)),)
    newest: dict[str, Taken | None] = {}
    for subject, act, desk, checker, at in db.rows(
        f"SELECT e.subject, e.act, c.desk, e.checker, e.at FROM entry e JOIN chain c ON c.id = e.chain_id"
        f" WHERE e.{_IS_ABOUT}{among} ORDER BY e.tick, c.desk, e.number, e.hash",
        values,
    ):
        newest[subject] = Taken(subject, checker, desk, chain.time_of(at)) if act == EntryKind.TAKEN else None
    return {subject: found for subject, found in newest.items() if found is not None}
