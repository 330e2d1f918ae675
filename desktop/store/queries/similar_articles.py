"""Similar articles: those whose newest version holds rare words of a text, or that have an address like its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.domain import VersionId
from desktop.store.records import search_index
from desktop.text.word_search import index_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.domain import ArticleId, StoryId
    from desktop.store.file.database import Database
    from desktop.store.queries.article_list import ArticleListCache

MOST = 150  # articles that are looked at for a word; one that stands in more tells little
_LAST = 2**63 - 1  # no row has a higher number
_HOLDING = "SELECT rowid FROM article_index WHERE article_index MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?"


class Holder(NamedTuple):
    """An article whose newest version holds a word."""

    version: VersionId
    article: ArticleId
    story: StoryId


class SimilarArticles:
    """Finds the articles that hold words; for one open desk. Which versions are the newest is kept up to date."""

    def __init__(self, db: Database, article_list: ArticleListCache) -> None:
        self._db = db
        self._list = article_list
        self._revision = 0
        self._newest: dict[VersionId, Holder] = {}  # by their newest version, those in the trash left out
        self._of_article: dict[ArticleId, VersionId] = {}

    def holders(self, words: Iterable[str]) -> dict[str, list[Holder]]:
        """Return for each word, or words in a row, the newest `MOST` articles whose newest version holds it."""
        self._catch_up()
        return {word: _holders(self._db, word, self._newest) for word in words}

    def _catch_up(self) -> None:
        now = self._list.state(self._revision)
        changed = now.lines.keys() if now.changed is None else now.changed
        if now.changed is None:
            self._newest, self._of_article = {}, {}
        for article in changed:
            self._newest.pop(self._of_article.pop(article, VersionId(0)), None)
            line = now.lines.get(article)
            if line is not None:
                self._of_article[article] = line.newest
                self._newest[line.newest] = Holder(line.newest, article, line.story_id)
        self._revision = now.revision


def _holders(db: Database, word: str, newest: Mapping[VersionId, Holder]) -> list[Holder]:
    query = f"{{title text}} : {search_index.phrase(index_form(word))}"
    found: list[Holder] = []
    below = _LAST
    while len(found) < MOST:
        rows = db.rows(_HOLDING, (query, below, MOST))
        found += [newest[version] for (version,) in rows if version in newest]
        if len(rows) < MOST:
            break
        below = rows[-1][0]
    return found[:MOST]


def with_address(db: Database, part: str) -> list[Holder]:
    """Return the articles whose address holds these signs, oldest first."""
    rows = db.rows(
        "SELECT newest_id, id, story_id FROM article"
        " WHERE url <> '' AND instr(lower(url), lower(?)) AND deleted = 0 AND emptied = 0 AND newest_id NOTNULL",
        (part,),
    )
    return [Holder(*row) for row in rows]
