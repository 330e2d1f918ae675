"""Similar articles: those whose newest version holds rare words of a text, or that have an address like its own."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain import VersionId
from desktop.store.records import search_index
from desktop.text.word_search import index_form, indexed_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.domain import ArticleId, StoryId
    from desktop.store.file.database import Database
    from desktop.store.queries.article_list import ArticleListCache

MOST = 150  # articles that are looked at for a word; one that stands in more tells little
_HOLDING = "SELECT rowid FROM article_index WHERE article_index MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?"
_REMEMBERED = 4_000  # words whose holders are remembered
_NONE = VersionId(0)
_ADDED = 4_000_000  # code points of added versions whose words are remembered
_LONG = 20_000  # words of added versions; the index, which has them by then, is asked sooner than they are read


class Holder(NamedTuple):
    """An article whose newest version holds a word."""

    version: VersionId
    article: ArticleId
    story: StoryId


class Holders(NamedTuple):
    """The newest versions that hold words, newest first, no more than `MOST`, and in how many stories they stand."""

    versions: list[VersionId]
    stories: int


class _Known:
    """Who holds words, as of the last version there was then."""

    def __init__(self, words: Sequence[str], versions: list[VersionId], last: VersionId) -> None:
        self.words = words  # one by one, as the index parts them
        self.versions = versions  # newest first
        self.last = last
        self.in_story: dict[StoryId, int] | None = None  # how many of the versions; None until it is asked for


class SimilarArticles:
    """Finds the articles that hold words; for one open desk. Which versions are the newest is kept up to date.

    Who holds a word is remembered as long as articles are only added, whose own words are looked up here: while many
    are imported, the same words are asked for again and again.
    """

    def __init__(self, db: Database, article_list: ArticleListCache) -> None:
        self._db = db
        self._list = article_list
        self._revision = 0
        self._newest: dict[VersionId, Holder] = {}  # by their newest version, those in the trash left out
        self._story_of: dict[VersionId, StoryId] = {}  # the same of each
        self._of_article: dict[ArticleId, VersionId] = {}
        self.story_count = 0  # when holders were asked for last
        self._remembered: dict[str, _Known] = {}  # by the words as they were asked for
        self._added = _AddedVersions(_NONE)

    def holders(self, words: Iterable[str]) -> dict[str, Holders]:
        """Return for each word, or words in a row, the newest `MOST` articles whose newest version holds it."""
        self._catch_up()
        if search_index.built_share(self._db) is not None:  # it grows from one time to the next
            self._forget()
        return {word: self._holders(word) for word in words}

    def holder(self, version: VersionId) -> Holder:
        """Return the article of one of the versions that `holders` named last."""
        return self._newest[version]

    def _holders(self, word: str) -> Holders:
        known = self._remembered.get(word)
        if known is None:
            known = self._remembered[word] = self._look_up(index_form(word))
        elif known.last < self._added.last:
            self._take_newer(known)
        if known.in_story is None:
            known.in_story = Counter(map(self._story_of.__getitem__, known.versions))
        return Holders(known.versions, len(known.in_story))

    def _look_up(self, form: str) -> _Known:
        """Ask those that were added, and the index about all before them; nobody before them where there are none."""
        words, added = indexed_words(form), self._added
        found = added.holding(words, added.first)[:MOST]
        if len(found) < MOST and added.first:
            found += _holders(self._db, form, self._newest, added.first)[: MOST - len(found)]
        return _Known(words, found, added.last)

    def _take_newer(self, known: _Known) -> None:
        newer = self._added.holding(known.words, known.last)
        known.last = self._added.last
        if newer:
            every = [*newer, *known.versions]
            known.versions = every[:MOST]
            if known.in_story is not None:
                self._count_again(known.in_story, newer, every[MOST:])

    def _count_again(self, in_story: dict[StoryId, int], added: list[VersionId], gone: list[VersionId]) -> None:
        for version in added:
            story = self._story_of[version]
            in_story[story] = in_story.get(story, 0) + 1
        for version in gone:
            story = self._story_of[version]
            in_story[story] -= 1
            if not in_story[story]:
                del in_story[story]

    def _catch_up(self) -> None:
        now = self._list.state(self._revision)
        changed = now.lines.keys() if now.articles is None else now.articles
        if now.articles is None:
            self._newest, self._of_article, self._story_of = {}, {}, {}
        added, other = [], now.articles is None
        for article in changed:
            was = self._of_article.pop(article, None)
            if was is not None:
                self._newest.pop(was)
                self._story_of.pop(was)
            line = now.lines.get(article)
            if line is not None:
                self._of_article[article] = line.newest
                self._newest[line.newest] = Holder(line.newest, article, line.story_id)
                self._story_of[line.newest] = line.story_id
            if was is None and line is not None and line.newest > self._added.last:
                added.append(line.newest)
            else:
                other = True
        self._revision, self.story_count = now.revision, len(now.stories)
        full = len(self._remembered) > _REMEMBERED or self._added.size > _ADDED
        if other or full or _words_in(self._db, added) > _LONG:
            self._forget()
        elif added:
            self._added.add(self._db, sorted(added))

    def _forget(self) -> None:
        self._remembered.clear()
        self._db.write_deferred()  # the index is asked about all that is there by now
        self._added = _AddedVersions(max(self._newest, default=_NONE))


class _AddedVersions:
    """The words of versions that were added after `first`; `last` is the newest of them."""

    def __init__(self, first: VersionId) -> None:
        self.first = self.last = first
        self.size = 0  # code points of all words
        self._with: defaultdict[str, list[VersionId]] = defaultdict(list)  # by each word, in their order
        self._words: dict[VersionId, str] = {}

    def add(self, db: Database, versions: Sequence[VersionId]) -> None:
        for version, title, _, text in sorted(search_index.version_words(db, versions)):
            parts = [indexed_words(title), indexed_words(text)]
            self._words[version] = "".join(f" {' '.join(words)} \n" for words in parts)
            self.size += len(self._words[version])
            self.last = version
            for word in set(chain(*parts)):
                self._with[word].append(version)

    def holding(self, words: Sequence[str], after: VersionId) -> list[VersionId]:
        """Return the versions after one that hold a word, or words in a row, as the index has them; newest first."""
        if not words:
            return []
        among: Sequence[VersionId] = min([self._with.get(word, ()) for word in words], key=len)
        if not among or among[-1] <= after:
            return []
        newer = list(among[bisect_right(among, after) :][::-1])
        if len(words) == 1:
            return newer
        phrase, texts = f" {' '.join(words)} ", self._words
        return [version for version in newer if phrase in texts[version]]


def _holders(db: Database, form: str, newest: Mapping[VersionId, Holder], upto: VersionId) -> list[VersionId]:
    query = f"{{title text}} : {search_index.phrase(form)}"
    found: list[VersionId] = []
    below = int(upto) + 1
    while len(found) < MOST:
        rows = db.rows(_HOLDING, (query, below, MOST))
        found += [version for (version,) in rows if version in newest]
        if len(rows) < MOST:
            break
        below = rows[-1][0]
    return found[:MOST]


def _words_in(db: Database, versions: Sequence[VersionId]) -> int:
    """Return how many words versions have."""
    if not versions:
        return 0
    among = json.dumps(versions)
    return int(db.value("SELECT sum(words) FROM version WHERE id IN (SELECT value FROM json_each(?))", (among,)) or 0)


def with_address(db: Database, part: str) -> list[Holder]:
    """Return the articles whose address holds these signs, oldest first."""
    rows = db.rows(
        "SELECT newest_id, id, story_id FROM article"
        " WHERE url <> '' AND instr(lower(url), lower(?)) AND deleted = 0 AND emptied = 0 AND newest_id NOTNULL",
        (part,),
    )
    return [Holder(*row) for row in rows]
