"""Similar articles: those whose newest version holds rare words of a text, or that have an address like its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.store.records import search_index
from desktop.text.word_search import index_form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.domain import ArticleId, StoryId, VersionId
    from desktop.store.file.database import Database

MOST = 150  # articles that are looked at for a word; one that stands in more tells little


class Holder(NamedTuple):
    """An article whose newest version holds a word."""

    version: VersionId
    article: ArticleId
    story: StoryId


def holders(db: Database, words: Iterable[str]) -> dict[str, list[Holder]]:
    """Return for each word, or words in a row, the newest `MOST` articles that hold it, those in the trash left out."""
    return {word: _holders(db, word) for word in words}


def _holders(db: Database, word: str) -> list[Holder]:
    rows = db.rows(
        "SELECT v.id, a.id, a.story_id FROM article_index i JOIN version v ON v.id = i.rowid"
        " JOIN article a ON a.id = v.article_id"
        " WHERE article_index MATCH ? AND a.newest_id = v.id AND a.deleted = 0 AND a.emptied = 0"
        " ORDER BY i.rowid DESC LIMIT ?",
        (f"{{title text}} : {search_index.phrase(index_form(word))}", MOST),
    )
    return [Holder(*row) for row in rows]


def with_address(db: Database, part: str) -> list[Holder]:
    """Return the articles whose address holds these signs, oldest first."""
    rows = db.rows(
        "SELECT newest_id, id, story_id FROM article"
        " WHERE url <> '' AND instr(lower(url), lower(?)) AND deleted = 0 AND emptied = 0 AND newest_id NOTNULL",
        (part,),
    )
    return [Holder(*row) for row in rows]
