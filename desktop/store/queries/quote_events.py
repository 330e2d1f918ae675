"""What was done to a quote beside marking it: to itself, to its article, to its story?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.store.errors import Missing
from desktop.store.records import chain, entries
from desktop.store.records.articles import known_as
from desktop.store.records.entries import Deed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from desktop.domain import QuoteId
    from desktop.store.file.database import Database

_TOLD = frozenset(
    {
        Deed.STORY_LOCKED,
        Deed.STORY_REOPENED,
        Deed.ARTICLE_MOVED,
        Deed.ARTICLE_DELETED,
        Deed.ARTICLE_RESTORED,
        Deed.QUOTE_ADDED,
        Deed.QUOTE_RESIZED,
        Deed.QUOTE_ATTRIBUTED,
        Deed.QUOTE_DELETED,
        Deed.QUOTE_RESTORED,
    }
)


@dataclass(frozen=True, slots=True)
class Happening:
    """One such act; `body` is what its entry says, `deed` one of Deed's words."""

    deed: str
    body: Mapping[str, object]
    checker: str
    at: datetime


def happened(db: Database, quote_id: QuoteId) -> list[Happening]:
    """Newest first."""
    row = db.row(
        "SELECT q.uid, a.uid, s.uid FROM quote q JOIN version v ON v.id = q.version_id"
        " JOIN article a ON a.id = v.article_id JOIN story s ON s.id = a.story_id WHERE q.id = ?",
        (quote_id,),
    )
    if row is None:
        raise Missing("That quote is not on this desk.")
    quote, article, story = row
    said = entries.of_subject(db, quote, *known_as(db, article), story, deeds=_TOLD)
    return [Happening(each.deed, each.body, each.checker, chain.time_of(each.at)) for each in reversed(said)]
