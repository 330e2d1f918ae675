"""Sources among the articles: which of them quotes are checked against, as their entries say.

What the entries of an article come to is kept under its id, so that the list of articles need not read any entry.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from desktop.domain import ArticleId, SourceDetails, SourceKind
from desktop.store.records import entries
from desktop.store.records.desk_settings import remember, remembered
from desktop.store.records.entries import EntryKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.store.file.database import Database
    from desktop.store.records.entries import Entry

KEY = "source/"
_NEXT = "source0"  # the first key behind all of them
# In a query: that an article `a` is no source.
NO_SOURCE = f"NOT EXISTS (SELECT 1 FROM remembered r WHERE r.key = '{KEY}' || a.id AND r.value <> '')"


def body(details: SourceDetails | None) -> dict[str, object]:
    """Return the body of the entry that makes an article a source, or (None) an article again."""
    if details is None:
        return {}
    return {
        "kind": str(details.kind),
        "primary": details.primary,
        "place": details.place,
        "speakers": details.speakers,
    }


def state(known: Sequence[Entry]) -> str:
    """Return what the entries of an article come to, in JSON; empty for an article."""
    named = next((entry.body for entry in reversed(known) if entry.kind == EntryKind.SOURCE_NAMED), {})
    return json.dumps(dict(named), sort_keys=True, ensure_ascii=False) if named.get("kind") else ""


def play(db: Database, article_id: int, uids: Sequence[str]) -> None:
    """Keep what the entries of an article, by all its uids, say of it as a source."""
    now = state(entries.of_subject(db, *uids, kinds=(EntryKind.SOURCE_NAMED,)))
    if now != remembered(db, f"{KEY}{article_id}"):
        remember(db, f"{KEY}{article_id}", now)


def play_none(db: Database, article_id: int) -> None:
    """Keep that a new article is no source: its number may have been that of one which was merged into another."""
    if remembered(db, f"{KEY}{article_id}"):
        remember(db, f"{KEY}{article_id}", "")


def details(db: Database) -> Mapping[ArticleId, SourceDetails]:
    """Return every source of the desk with what was said about it, in the order of their ids."""
    rows = db.rows("SELECT key, value FROM remembered WHERE key >= ? AND key < ? AND value <> ''", (KEY, _NEXT))
    found = {ArticleId(int(key.removeprefix(KEY))): _details(value) for key, value in rows}
    return dict(sorted(found.items()))


def _details(stored: str) -> SourceDetails:
    fields = json.loads(stored)
    kind = fields["kind"] if fields["kind"] in set(SourceKind) else SourceKind.DOCUMENT  # of a later version
    return SourceDetails(
        SourceKind(kind),
        bool(fields.get("primary", True)),
        str(fields.get("place", "")),
        str(fields.get("speakers", "")),
    )
