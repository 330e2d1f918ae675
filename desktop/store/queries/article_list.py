"""Cache of the article list: ids, newest versions and counts of all articles, kept up to date after every change.

Triggers on the connection note in a table of its own (temp, in memory) which articles a change touched; only those are
read again. A rolled-back change takes its notes with it.
"""

from __future__ import annotations

import json
from collections import deque
from functools import partial
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain import ArticleId, Counts, StoryId, VersionId, value_type
from desktop.gc_pause import gc_paused
from desktop.store.records import article_sources
from desktop.store.records.stories import LISTED
from desktop.text.word_search import search_form

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from desktop.domain import SourceDetails
    from desktop.store.file.database import Database

# Noted in the place of an article.
_ANY_STORY = -1
_ANY_SOURCE = -2
# By the key: a program that adds much notes much before anybody looks.
_NOTE = "BEGIN INSERT INTO touched SELECT {0} WHERE NOT EXISTS (SELECT 1 FROM touched WHERE article_id = {0}); END"
_SETUP = (
    "CREATE TEMP TABLE touched (article_id INTEGER PRIMARY KEY)",
    f"CREATE TEMP TRIGGER article_put_in AFTER INSERT ON main.article {_NOTE.format('NEW.id')}",
    f"CREATE TEMP TRIGGER article_changed AFTER UPDATE ON main.article {_NOTE.format('NEW.id')}",
    f"CREATE TEMP TRIGGER article_taken_out AFTER DELETE ON main.article {_NOTE.format('OLD.id')}",
    "CREATE TEMP TRIGGER version_counted AFTER UPDATE OF verified, disputed, unverified ON main.version"
    f" {_NOTE.format('NEW.article_id')}",
    f"CREATE TEMP TRIGGER story_put_in AFTER INSERT ON main.story {_NOTE.format(_ANY_STORY)}",
    f"CREATE TEMP TRIGGER story_changed AFTER UPDATE ON main.story {_NOTE.format(_ANY_STORY)}",
    *(
        f"CREATE TEMP TRIGGER source_{name} AFTER {event} ON main.remembered"
        f" WHEN {row}.key GLOB '{article_sources.KEY}*' {_NOTE.format(_ANY_SOURCE)}"
        for name, event, row in (
            ("named", "INSERT", "NEW"),
            ("changed", "UPDATE", "NEW"),
            ("taken_back", "DELETE", "OLD"),
        )
    ),
)
_LINES = (
    "SELECT a.id, a.story_id, a.newest_id, a.versions, v.verified, v.disputed, v.unverified, 0"
    " FROM article a JOIN version v ON v.id = a.newest_id WHERE a.deleted = 0 AND a.emptied = 0"
)
_AMONG = "AND a.id IN (SELECT value FROM json_each(?))"
_IN_STORIES = "AND a.story_id IN (SELECT value FROM json_each(?))"
_AT_ONCE = 500  # articles whose words are read before something else may happen
_TAKEN_BACK = (-1, -1)  # no file has this state
_MOST_CHANGES = 100  # that are held; who looks less often than that reads everything again


class ArticleLine(NamedTuple):
    """An article as far as it must be known before it is shown."""

    id: ArticleId
    story_id: StoryId
    newest: VersionId
    versions: int
    verified: int
    disputed: int
    unverified: int
    source: int = 0  # 1: quotes are checked against it; its own are not, and count for nothing

    @property
    def counts(self) -> Counts:
        return Counts(self.verified, self.disputed, self.unverified)


_COUNTS = (4, 5, 6)  # where they stand in a line
_MAKE: Callable[[Iterable[Any]], ArticleLine] = partial(tuple.__new__, ArticleLine)  # of a row; `_make` takes longer


@value_type
class ArticleListState:
    """What lies on the desk as of a revision."""

    revision: int
    lines: Mapping[ArticleId, ArticleLine]  # in the order they were added; goes on changing with the desk
    stories: Sequence[StoryId]  # in the order they were made
    changed: frozenset[ArticleId] | None  # since the revision that was asked about; None: anything, stories too
    articles: frozenset[ArticleId] | None  # that changed, whatever became of stories; None: any


class ListBeginning(NamedTuple):
    """What stands at the beginning of the list."""

    stories: Sequence[StoryId]  # in the order they were made
    lines: Mapping[ArticleId, ArticleLine]  # of all their articles, in the order they were added
    sources: Mapping[ArticleId, SourceDetails]


class ArticleListCache:
    """The articles that are not deleted and their sums, kept up to date; for one open desk."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._lines: dict[ArticleId, ArticleLine] = {}
        self._stories: tuple[StoryId, ...] = ()
        self._sources: Mapping[ArticleId, SourceDetails] = {}
        self._sums = (0, 0, 0)  # verified, disputed, unverified
        self._words: dict[ArticleId, str] | None = None
        self._file_state: tuple[int, int] | None = None  # None until everything was read once
        self._connection_changes = -1
        self._touched: set[int] = set()  # articles, _ANY_STORY and _ANY_SOURCE, that are to be read again
        self._index_grows = False
        self._writers = 0  # other connections of this program that tell what they change
        self._revision = 0
        # Revision, articles that changed (None: any), and whether stories did.
        self._changes: deque[tuple[int, frozenset[ArticleId] | None, bool]] = deque(maxlen=_MOST_CHANGES)

    def state(self, since: int = 0) -> ArticleListState:
        """Return all articles and stories, and which articles changed since a revision."""
        self._catch_up()
        known = [(changed, stories) for revision, changed, stories in self._changes if revision > since]
        sets = [changed for changed, _ in known if changed is not None]
        complete = since > 0 and len(sets) == self._revision - since
        articles = frozenset[ArticleId]().union(*sets) if complete else None
        changed = None if any(stories for _, stories in known) else articles
        return ArticleListState(self._revision, self._lines, self._stories, changed, articles)

    def beginning(self, stories: int) -> ListBeginning:
        """Return so many stories and what is in them, and leave all others unread."""
        rows = self._db.rows(f"SELECT id FROM story WHERE {LISTED} ORDER BY id LIMIT ?", (stories,))
        first = [StoryId(id_) for (id_,) in rows]
        sources = article_sources.details(self._db)
        return ListBeginning(first, self._read(_IN_STORIES, (json.dumps(first),), sources), sources)

    def words(self) -> Mapping[ArticleId, str]:
        """Return headline, outlet and byline of every article, a line each, as a search takes them; to filter by."""
        self._catch_up()
        if self._words is None:
            self._words = self._read_words("", ())
        return self._words

    def prepare_words(self) -> Iterator[None]:
        """Get the words ready a part at a time, so that `words` costs little then; a change in between ends it."""
        self._catch_up()
        revision, ready = self._revision, dict[ArticleId, str]()
        ids = list(self._lines) if self._words is None else []
        for start in range(0, len(ids), _AT_ONCE):
            ready |= self._read_words(_AMONG, (json.dumps(ids[start : start + _AT_ONCE]),))
            yield
            self._catch_up()
            if self._revision != revision:
                return
        if ids and self._words is None:
            self._words = ready

    def sources(self) -> Mapping[ArticleId, SourceDetails]:
        """Return all articles that are sources, in the trash or not, with what was said about each."""
        if self._db.in_transaction:
            return article_sources.details(self._db)
        self._catch_up()
        return self._sources

    def count(self) -> int:
        return len(self._now())

    def counts(self) -> Counts:
        return self.totals()[1]

    def totals(self) -> tuple[int, Counts]:
        """Return how many articles there are, and the counts of their quotes: one look at the file for both."""
        if self._db.in_transaction:
            lines = self._now()
            return len(lines), Counts(*_sums(lines.values()))
        self._catch_up()
        return len(self._lines), Counts(*self._sums)

    def _now(self) -> Mapping[ArticleId, ArticleLine]:
        if self._db.in_transaction:  # what is seen here may yet be taken back
            return self._read("", (), article_sources.details(self._db))
        self._catch_up()
        return self._lines

    def _read(
        self, among: str, parameters: Sequence[object], sources: Iterable[ArticleId]
    ) -> dict[ArticleId, ArticleLine]:
        with gc_paused():
            rows = self._db.rows(f"{_LINES} {among} ORDER BY a.id", parameters)
            lines = dict(zip(map(itemgetter(0), rows), map(_MAKE, rows), strict=True))
        for id_ in sources:
            if id_ in lines:
                lines[id_] = lines[id_]._replace(verified=0, disputed=0, unverified=0, source=1)
        return lines

    def _read_words(self, among: str, parameters: Sequence[object]) -> dict[ArticleId, str]:
        rows = self._db.each(f"SELECT a.id, a.title, a.outlet, a.byline FROM article a WHERE 1 {among}", parameters)
        return {id_: "\n".join(map(search_form, words)) for id_, *words in rows}

    def _catch_up(self) -> None:
        """Read again what changed since the last time; everything, if another program changed it."""
        now = self._db.changed_elsewhere()
        if (self._index_grows or self._writers) and self._file_state is not None:
            self._file_state = now[0], self._file_state[1]
        if now != self._file_state:
            if self._file_state is None:
                for statement in _SETUP:
                    self._db.note(statement)
            self._read_all()
            self._file_state = now
            return
        if self._db.changes != self._connection_changes:
            self._touched |= self._take_notes()
        if self._touched:
            articles = frozenset(ArticleId(id_) for id_ in self._touched - {_ANY_STORY, _ANY_SOURCE})
            if _ANY_SOURCE in self._touched:
                former, self._sources = self._sources, article_sources.details(self._db)
                every = former.keys() | self._sources.keys()
                articles |= {id_ for id_ in every if former.get(id_) != self._sources.get(id_)}
            if articles:
                self._list_again(articles)
            if _ANY_STORY in self._touched:
                self._read_stories()
            self._record(articles, stories=_ANY_STORY in self._touched)

    def _take_notes(self) -> set[int]:
        """Return what the triggers noted, and empty their table."""
        noted = {id_ for (id_,) in self._db.rows("DELETE FROM touched RETURNING article_id")}
        self._connection_changes = self._db.changes
        return noted

    def note_addition(self, article: ArticleId) -> None:
        """Hear of the one article, and maybe story, that another connection of this program put in."""
        if self._file_state is None:
            return
        self._touched |= {article, _ANY_STORY}
        self._file_state = self._db.changed_elsewhere()

    def note_changes(self, articles: Iterable[int], *, stories: bool) -> None:
        """Hear of articles, and maybe stories and sources, that another connection of this program changed."""
        if self._file_state is not None:
            self._touched |= set(articles) | ({_ANY_STORY, _ANY_SOURCE} if stories else set())

    def note_rollback(self) -> None:
        """Hear that a transaction in which articles were listed was taken back: all is read again."""
        if self._file_state is not None:
            self._file_state = _TAKEN_BACK

    def note_elsewhere(self, *, writing: bool) -> None:
        """Hear that another connection of this program begins to change the file, and tells of it, or has ended.

        Nobody else may change the file meanwhile, for the desk is locked.
        """
        if not writing and self._file_state is not None:
            self._file_state = self._db.changed_elsewhere()
        self._writers = max(0, self._writers + (1 if writing else -1))

    def note_index(self, *, grows: bool) -> None:
        """Hear that another connection of this program begins, or has ended, to put words into the search indexes.

        Nobody else may change the file meanwhile, for the desk is locked.
        """
        if self._file_state is not None and self._index_grows:
            self._file_state = self._db.changed_elsewhere()
        self._index_grows = grows

    def _read_all(self) -> None:
        self._take_notes()
        self._sources = article_sources.details(self._db)
        self._lines, self._words = self._read("", (), self._sources), None
        self._sums = _sums(self._lines.values())
        self._read_stories()
        self._record(None, stories=True)

    def _read_stories(self) -> None:
        self._stories = tuple(id_ for (id_,) in self._db.rows(f"SELECT id FROM story WHERE {LISTED} ORDER BY id"))

    def _record(self, changed: frozenset[ArticleId] | None, *, stories: bool) -> None:
        self._touched = set()
        self._revision += 1
        self._changes.append((self._revision, changed, stories))

    def _list_again(self, touched: frozenset[ArticleId]) -> None:
        parameters = (json.dumps(list(touched)),)
        now = self._read(_AMONG, parameters, self._sources)
        before = [self._lines[id_] for id_ in touched if id_ in self._lines]
        sums = zip(self._sums, _sums(before), _sums(now.values()), strict=True)
        self._sums = tuple(total - old + new for total, old, new in sums)  # type: ignore[assignment]  # three of them
        added = [id_ for id_ in now if id_ not in self._lines]
        in_order = not added or not self._lines or added[0] > next(reversed(self._lines))
        for id_ in touched - now.keys():
            self._lines.pop(id_, None)
        self._lines.update(now)
        if not in_order:
            self._lines = dict(sorted(self._lines.items()))
        if self._words is not None:
            self._words.update(self._read_words(_AMONG, parameters))


def _sums(lines: Collection[ArticleLine]) -> tuple[int, int, int]:
    verified, disputed, unverified = (sum(map(itemgetter(place), lines)) for place in _COUNTS)
    return verified, disputed, unverified
