"""What was done to a quote beside marking it: to itself, to its article, to its story?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.store.errors import Missing
from desktop.store.records import chain, entries
from desktop.store.records.articles import known_as
from desktop.store.records.entries import EntryKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from desktop.domain import QuoteId
    from desktop.store.file.database import Database

_TOLD = frozenset(
    {
        EntryKind.STORY_LOCKED,
        EntryKind.STORY_REOPENED,
        EntryKind.ARTICLE_MOVED,
        EntryKind.ARTICLE_DELETED,
        EntryKind.ARTICLE_RESTORED,
        EntryKind.QUOTE_ADDED,
        EntryKind.QUOTE_RESIZED,
        EntryKind.QUOTE_ATTRIBUTED,
        EntryKind.QUOTE_DELETED,
        EntryKind.QUOTE_RESTORED,
    }
)


@dataclass(frozen=True, slots=True)
class QuoteEvent:
    """One such act; `body` is what its entry says, `kind` one of EntryKind's words."""

    kind: str
    body: Mapping[str, object]
    checker: str
    at: datetime


def quote_events(db: Database, quote_id: QuoteId) -> list[QuoteEvent]:
    """Newest first."""
    row = db.row(
        "SELECT q.uid, a.uid, s.uid FROM quote q JOIN version v ON v.id = q.version_id"
        " JOIN article a ON a.id = v.article_id JOIN story s ON s.id = a.story_id WHERE q.id = ?",
        (quote_id,),
    )
    if row is None:
        raise Missing("That quote is not on this desk.")
    quote, article, story = row
    said = entries.of_subject(db, quote, *known_as(db, article), story, kinds=_TOLD)
    return [QuoteEvent(each.kind, each.body, each.checker, chain.time_of(each.at)) for each in reversed(said)]
