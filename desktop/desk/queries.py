"""What can be asked of an open desk? Nothing here changes it."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from desktop.domain import Draft, Head, Hit
from desktop.store import words_marked
from desktop.store.file import location as whereabouts
from desktop.store.queries import agreement
from desktop.store.queries import quote_events as happened
from desktop.store.queries import similar_quotes as seen
from desktop.store.records import articles, entries, marks, people
from desktop.store.records import quotes as quote_table
from desktop.store.records import search_index as search
from desktop.store.records import stories as story_table
from desktop.store.upkeep import backup, integrity, opening
from desktop.store.upkeep.integrity import ChainEnd

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from desktop.domain import (
        Article,
        ArticleId,
        Counts,
        Mark,
        Quote,
        QuoteId,
        Status,
        Story,
        StoryId,
        Version,
        VersionId,
        VersionInfo,
    )
    from desktop.store.file.database import Database
    from desktop.store.queries.agreement import Agreement
    from desktop.store.queries.article_list import Listed, Listing
    from desktop.store.queries.quote_events import Happening
    from desktop.store.records.entries import Entry
    from desktop.store.records.people import Person
    from desktop.store.upkeep.backup import Backup
    from desktop.store.upkeep.integrity import Report


class DeskReader:
    """The questions to an open desk; `desktop.desk.Desk` adds the acts. Use it on the thread that opened it.

    Questions about an id that is not there raise Missing (desktop.store.errors).
    """

    path: Path
    uid: str
    _db: Database
    _copies: backup.Copies
    _listing: Listing
    _clock: Callable[[], datetime]

    def now(self) -> datetime:
        """Return the time by the desk's clock."""
        return self._clock().astimezone(UTC)

    def stories(self) -> list[Story]:
        """All stories that are not deleted, in the order they were made."""
        return story_table.stories(self._db)

    def stories_by_ids(self, story_ids: Sequence[StoryId]) -> list[Story]:
        """Those of the stories that are there, in the order they were made."""
        return story_table.by_ids(self._db, story_ids)

    def articles(
        self,
        *,
        story: StoryId | None = None,
        words: str = "",
        status: Status | None = None,
        deleted: bool = False,
    ) -> list[Article]:
        """Articles in the order they were added.

        `words` must all occur in headline, outlet or byline; `status` keeps articles that have such a quote;
        `deleted` asks for those in the trash instead.
        """
        return articles.articles(self._db, story=story, words=words, status=status, deleted=deleted)

    def listed(self, since: int = 0) -> Listed:
        """Return ids and counts of everything that is not deleted, and what changed since a revision.

        Costs next to nothing after the first time: what a list needs before it reads the rows that are seen.
        """
        return self._listing.listed(since)

    def article_words(self) -> Mapping[ArticleId, str]:
        """Return headline, outlet and byline of every article, casefolded, a line each."""
        return self._listing.words()

    def reading_article_words(self) -> Iterator[None]:
        """Get `article_words` ready a part at a time, some milliseconds each."""
        return self._listing.reading_words()

    def articles_by_ids(self, article_ids: Sequence[ArticleId]) -> list[Article]:
        """Those of the articles that are there, in the trash or not, in the order they were added."""
        return articles.by_ids(self._db, article_ids)

    def article_days(self) -> dict[ArticleId, str]:
        """Return the day (YYYY-MM-DD) on which each article was published, empty where nobody knows."""
        return articles.days(self._db)

    def articles_of_versions(self, version_ids: Sequence[VersionId]) -> dict[VersionId, Article]:
        """Return the article of each version."""
        return articles.of_versions(self._db, version_ids)

    def article_count(self) -> int:
        """How many articles are not deleted; costs next to nothing after the first time, like `counts`."""
        return self._listing.count()

    def article(self, article_id: ArticleId) -> Article:
        return articles.article(self._db, article_id)

    def versions(self, article_id: ArticleId) -> list[VersionInfo]:
        """Newest first."""
        return articles.versions(self._db, article_id)

    def version(self, version_id: VersionId) -> Version:
        return articles.version(self._db, version_id)

    def original(self, version_id: VersionId) -> bytes:
        """Return the bytes as they came."""
        return articles.original(self._db, version_id)

    def quotes(self, version_id: VersionId, *, deleted: bool = False) -> list[Quote]:
        """In text order."""
        return quote_table.of_versions(self._db, [version_id], deleted=deleted)

    def story_quotes(self, story_id: StoryId) -> list[Quote]:
        """The quotes of the newest version of every article of a story, in list and text order."""
        return quote_table.of_story(self._db, story_id)

    def quote(self, quote_id: QuoteId) -> Quote:
        return quote_table.by_ids(self._db, [quote_id])[0]

    def quotes_by_ids(self, quote_ids: Sequence[QuoteId]) -> list[Quote]:
        """Those quotes, in the order asked for."""
        return quote_table.by_ids(self._db, quote_ids)

    def history(self, quote_id: QuoteId) -> list[Mark]:
        """Newest first."""
        return marks.history(self._db, quote_id)

    def histories(self, quotes: Sequence[QuoteId]) -> dict[QuoteId, list[Mark]]:
        """Return the marks of many quotes at once, each newest first."""
        return marks.by_quote(self._db, quotes)

    def counts(self) -> Counts:
        """Over the newest versions of all articles that are not deleted."""
        return self._listing.counts()

    def happened(self, quote_id: QuoteId) -> list[Happening]:
        """Return what was done beside marks to a quote, its article and its story, newest first."""
        return happened.happened(self._db, quote_id)

    def people(self, story_id: StoryId) -> list[Person]:
        """Return who speaks in the newest versions of a story, who says most first."""
        return people.people(self._db, story_id)

    def entry_chains(self) -> Iterator[tuple[str, Entry]]:
        """Yield every entry of what was done beside marks with its hash, chain by chain, each in its order."""
        return entries.of_all_chains(self._db)

    def head(self) -> Head:
        return Head(self.uid, *marks.head(self._db, self.uid))

    def search(self, words: str, *, limit: int = 50) -> list[Hit]:
        """Find words in articles, quotes, notes and people; the last word may be unfinished."""
        return [Hit(*found) for found in search.find(self._db, words, limit)]

    def is_locked(self, story_id: StoryId) -> bool:
        return story_table.is_locked(self._db, story_id)

    def require_open(self, *stories: StoryId, versions: Collection[VersionId] = ()) -> None:
        """Raise Refused if one of these stories, or of those that these versions belong to, is locked."""
        for story_id in stories:
            story_table.require_open(self._db, story_id)
        if versions:
            articles.require_open(self._db, versions)

    def drafts(self) -> list[Draft]:
        return [Draft(*draft) for draft in marks.drafts(self._db)]

    def quotes_sharing_words(self, quote: Quote, *, limit: int = 60) -> tuple[list[Quote], Mapping[str, float]]:
        """Return quotes of other stories that share telling words with a quote, and how telling each of its words is.

        Those with most in common first; the words are casefolded, and weigh more the rarer they are on this desk.
        """
        found = seen.sharing(self._db, quote.id, quote.text, limit)
        return quote_table.by_ids(self._db, found.quotes), found.telling

    def words_marked(self, quote_id: QuoteId) -> str:
        """Return the words that were given the quote's status, if its ends were moved since; else an empty string."""
        return words_marked.words_marked(self._db, [quote_id]).get(quote_id, "")

    def remembered(self, key: str) -> str:
        """Return what was kept under a key, or an empty string."""
        return opening.remembered(self._db, key)

    # -- copies and trust --------------------------------------------------------------------------------------------

    def backups(self) -> list[Backup]:
        """Newest first."""
        return backup.backups(self.path)

    @property
    def backup_problem(self) -> str:
        """One sentence if today's backup could not be made, else empty."""
        return self._copies.problem

    @property
    def place_warning(self) -> str:
        """One or two sentences if the desk lies in a synchronised or network folder, else empty."""
        return whereabouts.warning(self.path)

    def disagreements(self) -> list[Quote]:
        """Return the quotes on whose status checkers disagree, in list and text order."""
        return quote_table.contested(self._db)

    def agreements(self) -> list[Agreement]:
        """Return for each pair of checkers how often they agree: count, per cent, Cohen's kappa."""
        return agreement.agreements(self._db)

    def check(self, expected: Head | None = None, progress: Callable[[float], object] = lambda _: None) -> Report:
        """Verify pages, chains, texts, offsets and sums; `expected` is the head that an exported log carries.

        `progress` gets 0 to 1 and may raise to end the check.
        """
        end = ChainEnd(expected.chain, expected.marks, expected.hash) if expected else None
        return integrity.check(self._db, end, progress)
