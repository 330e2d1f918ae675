"""Search of an open desk: words in articles, quotes, notes and names, similar quotes, holders of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import Hit, PersonHit
from desktop.store.queries import similar_articles, similar_quotes
from desktop.store.records import search_index
from desktop.store.records.quotes import quote_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.domain import Quote, VersionId
    from desktop.store.file.database import Database
    from desktop.store.queries.article_list import ArticleListCache
    from desktop.store.queries.similar_articles import Holder, Holders


class DeskSearch:
    """What one open desk finds by words."""

    def __init__(self, db: Database, article_list: ArticleListCache) -> None:
        self._db = db
        self._similar_articles = similar_articles.SimilarArticles(db, article_list)

    def find(self, words: str, *, limit: int = 50) -> list[Hit]:
        """Find words in articles, quotes, notes and people; the last word may be unfinished."""
        return [Hit(*found) for found in search_index.find(self._db, words, limit)]

    def people(self, words: str, *, limit: int = 5) -> list[PersonHit]:
        """Find who speaks under a name with these words; the last word may be unfinished."""
        return [PersonHit(*found) for found in search_index.find_people(self._db, words, limit)]

    def quotes_sharing_words(self, quote: Quote, *, limit: int = 60) -> tuple[list[Quote], Mapping[str, float]]:
        """Return quotes of other stories that share rare words with a quote, and how rare each of its words is.

        Those with most in common first; the words are casefolded, and weigh more the rarer they are on this desk.
        """
        found = similar_quotes.similar_quotes(self._db, quote.id, quote.text, limit)
        return quote_table.by_ids(self._db, found.quotes), found.weights

    def holders_of_words(self, words: Iterable[str]) -> dict[str, Holders]:
        """Return for each word, or words in a row, the newest articles whose newest version holds it."""
        return self._similar_articles.holders(words)

    @property
    def story_count(self) -> int:
        """How many stories there were when `holders_of_words` was asked last."""
        return self._similar_articles.story_count

    def holder(self, version: VersionId) -> Holder:
        """Return the article of one of the versions that `holders_of_words` named last."""
        return self._similar_articles.holder(version)

    def holders_of_address(self, part: str) -> list[Holder]:
        """Return the articles whose address holds these signs."""
        return similar_articles.with_address(self._db, part)
