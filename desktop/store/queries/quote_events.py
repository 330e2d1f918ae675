"""Events of a quote beside its marks: entries about the quote, its article and its story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import value_type
from desktop.store.errors import Missing
from desktop.store.records import chain, entries
from desktop.store.records.entries import EntryKind
from desktop.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from desktop.domain import QuoteId
    from desktop.store.file.database import Database

_KINDS = (
    EntryKind.STORY_LOCKED,
    EntryKind.STORY_REOPENED,
    EntryKind.ARTICLE_MOVED,
    EntryKind.ARTICLE_DELETED,
    EntryKind.ARTICLE_RESTORED,
    EntryKind.VERSION_PLACED,
    EntryKind.VERSION_PLACED_BACK,
    EntryKind.QUOTE_ADDED,
    EntryKind.QUOTE_RESIZED,
    EntryKind.QUOTE_ATTRIBUTED,
    EntryKind.QUOTE_DELETED,
    EntryKind.QUOTE_RESTORED,
)


@value_type
class QuoteEvent:
    """One such entry; `kind` is one of EntryKind's words."""

    kind: str
    body: Mapping[str, object]
    checker: str
    at: datetime


def quote_events(db: Database, quote_id: QuoteId) -> list[QuoteEvent]:
    """Newest first; an article has the names, too, that it had on desks that were merged into this one."""
    rows = db.rows(
        f"""
        WITH place AS (
            SELECT q.uid AS quote, v.uid AS version, a.id AS id, a.uid AS article, s.uid AS story FROM quote q
            JOIN version v ON v.id = q.version_id JOIN article a ON a.id = v.article_id
            JOIN story s ON s.id = a.story_id WHERE q.id = ?
        ), names (uid) AS (
            SELECT quote FROM place UNION SELECT version FROM place UNION SELECT article FROM place
            UNION SELECT story FROM place
            UNION SELECT uid FROM article_alias WHERE article_id = (SELECT id FROM place)
        )
        SELECT {entries.COLUMNS} FROM names
        LEFT JOIN entry e ON e.subject = names.uid AND e.act IN ({", ".join("?" * len(_KINDS))})
        LEFT JOIN chain c ON c.id = e.chain_id ORDER BY e.tick DESC, c.desk DESC, e.number DESC, e.hash DESC
        """,
        (quote_id, *_KINDS),
    )
    if not rows:
        raise Missing(tr("That quote is not on this desk."))
    found = [entries.from_row(row) for row in rows if row[0] is not None]
    return [QuoteEvent(each.kind, each.body, each.checker, chain.time_of(each.at)) for each in found]
