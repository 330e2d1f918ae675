"""Order of stories, articles and versions in the list, by ids alone (filter, sort, count), and its rows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.domain import Counts
from desktop.text.word_search import search_form
from desktop.translation import english, number, tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Container, Generator, Iterable, Iterator, Mapping, Sequence

    from desktop.desk.open_desk import Desk
    from desktop.domain import Article, ArticleId, SourceDetails, Story, StoryId, VersionId, VersionInfo
    from desktop.store.queries.article_list import ArticleLine, ArticleListState


# A story is its id below nothing, an article its id, a version its article and how many newer ones there are.
Place = int | tuple[int, int]
_AT_ONCE = 1500  # articles that are gone through before something else may happen
_STORIES_AT_ONCE = 500  # with all that is in them
_ROWS_AT_ONCE = 10_000
# Of an ArticleLine: quicker by place than by name.
_ID, _STORY, _VERSIONS, _DISPUTED, _UNVERIFIED, _SOURCE = map(itemgetter, (0, 1, 3, 5, 6, 7))
_COUNTS = itemgetter(4, 5, 6)
_T = TypeVar("_T")


class Order(StrEnum):
    """How articles are sorted inside their story."""

    ADDED = english("as added")
    HEADLINE = english("headline")
    OUTLET = english("outlet")
    DATE = english("date")
    TO_CHECK = english("most to check")


class Show(StrEnum):
    """Which articles are listed."""

    ALL = english("All")
    TO_CHECK = english("To check")
    DISPUTED = english("Disputed")
    DONE = english("Done")


@dataclass(frozen=True, slots=True)
class StoryRow:
    """The heading of a story."""

    story: Story
    counts: Counts
    articles: int
    folded: bool


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article, or a source."""

    article: Article
    source: SourceDetails | None = None
    sources: int = 0  # how many there are in the story, at the first of them
    file: str = ""  # the name of the file of a source without a headline: captions state none
    taken: str = ""  # in words: who works on it

    @property
    def headline(self) -> str:
        return self.article.metadata.title or self.file or headline(self.article)


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version of an article that has several."""

    article: Article
    version: VersionInfo
    before: VersionInfo | None = None


Row = StoryRow | ArticleRow | VersionRow


def counts_in_words(counts: Counts) -> str:
    """Return e.g. “21 quotes · 9 to check”."""
    if not counts.total:
        return tr("no quotes")
    quotes = tr_n("{count} quote", "{count} quotes", counts.total)
    if counts.unverified == counts.total:
        return tr("{quotes} · all to check", quotes=quotes)
    return (
        tr("{quotes} · {unverified} to check", quotes=quotes, unverified=number(counts.unverified))
        if counts.unverified
        else tr("{quotes} · all checked", quotes=quotes)
    )


def source_in_words(source: SourceDetails) -> str:
    """Return e.g. “Primary source · transcript · Washington”."""
    rank = tr("Primary source") if source.primary else tr("Secondary source")
    return " · ".join(filter(None, (rank, tr(source.kind), source.place, source.speakers)))


def headline(article: Article) -> str:
    return article.metadata.title or tr("Without a headline")


def version_of(row: Row | None) -> VersionId | None:
    """Return the version a row stands for."""
    match row:
        case ArticleRow():
            return row.article.newest
        case VersionRow():
            return row.version.id
        case _:
            return None


@dataclass(frozen=True, slots=True)
class ListRequest:
    """What is to be listed, and how."""

    show: Show = Show.ALL
    order: Order = Order.ADDED
    words: str = ""
    folded: frozenset[int] = frozenset()  # stories

    @property
    def form(self) -> str:
        """The words as a search takes them."""
        return search_form(self.words).strip()


@dataclass
class Arrangement:
    """The places of the list, and what they were made from."""

    request: ListRequest = field(default_factory=ListRequest)
    places: list[Place] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)  # rows of stories
    below: list[int] = field(default_factory=list)  # rows of versions
    first_sources: dict[int, int] = field(default_factory=dict)  # how many sources there are, by the row of the first
    totals: dict[Show, int] = field(default_factory=lambda: dict.fromkeys(Show, 0))
    lines: dict[ArticleId, ArticleLine] = field(default_factory=dict)  # as they were then, of all articles
    found: dict[StoryId, list[ArticleLine]] = field(default_factory=dict)  # those that have the words
    revision: int = 0  # of the desk

    @cached_property
    def rows(self) -> dict[Place, int]:
        """In which row each place is."""
        return dict(zip(self.places, range(len(self.places)), strict=True))

    def counts(self, story: StoryId) -> Counts:
        """Sum up the articles of a story that have the words."""
        lines = [self.lines[line.id] for line in self.found.get(story, ())]
        verified, disputed = sum(line.verified for line in lines), sum(line.disputed for line in lines)
        return Counts(verified, disputed, sum(line.unverified for line in lines))

    def update_counts(self, changed: Iterable[ArticleId], listed: ArticleListState) -> bool:
        """Take over counts that changed; returns whether all places are still right."""
        pairs = [(self.lines.get(id_), listed.lines.get(id_)) for id_ in changed]
        if not all(old and new and _same_place(old, new, self.request) for old, new in pairs):
            return False
        for old, new in pairs:
            if old is None or new is None:
                continue
            self.lines[new.id] = new
            for show in Show:
                self.totals[show] += passes(new, show) - passes(old, show)
        self.revision = listed.revision
        return True


def passes(line: ArticleLine, show: Show) -> bool:
    """Say whether an article belongs in what is shown."""
    match show:
        case Show.TO_CHECK:
            return line.unverified > 0
        case Show.DISPUTED:
            return line.disputed > 0
        case Show.DONE:
            return line.unverified == 0 and line.verified + line.disputed > 0
        case _:
            return True


def _same_place(old: ArticleLine, new: ArticleLine, request: ListRequest) -> bool:
    """Say whether an article stays where it is; one whose counts are as they were has another headline or outlet."""
    if old[:4] != new[:4] or old.source != new.source or request.words:
        return False
    if old == new:
        return request.order in {Order.ADDED, Order.TO_CHECK}
    in_order = request.order is not Order.TO_CHECK or old.unverified == new.unverified
    return in_order and passes(old, request.show) == passes(new, request.show)


def arrange(desk: Desk, listed: ArticleListState, request: ListRequest, before: Arrangement) -> Arrangement:
    """Put everything that is requested in its place; what was arranged before saves work where it still holds."""
    steps = arranging(desk, listed, request, before)
    while True:
        try:
            next(steps)
        except StopIteration as ended:
            arrangement: Arrangement = ended.value
            return arrangement


def arranging(
    desk: Desk, listed: ArticleListState, request: ListRequest, before: Arrangement
) -> Generator[None, None, Arrangement]:
    """Arrange a part at a time, some milliseconds each; what is returned holds for the revision that was listed."""
    still = before.revision == listed.revision
    arrangement = Arrangement(request, lines=before.lines if still else dict(listed.lines), revision=listed.revision)
    if request.form or request.order in (Order.OUTLET, Order.HEADLINE):
        yield from desk.article_list.prepare_words()
    if not request.form:
        found = list(arrangement.lines.values())
    else:
        found = yield from _with_words(desk, arrangement.lines, request.form, before if still else None)
    arrangement.found, arrangement.totals, plain = yield from _by_story(found)
    yield from _add_stories(arrangement, listed.stories, plain, _sort_key(desk, request.order))
    rows: dict[Place, int] = {}
    for start in range(0, len(arrangement.places), _ROWS_AT_ONCE):
        yield
        some = arrangement.places[start : start + _ROWS_AT_ONCE]
        rows.update(zip(some, range(start, start + len(some)), strict=True))
    arrangement.rows = rows  # looked up from now on
    yield
    return arrangement


def _parts(everything: Sequence[_T], size: int = _AT_ONCE) -> Iterator[Sequence[_T]]:
    return (everything[start : start + size] for start in range(0, len(everything), size))


def _by_story(
    found: Sequence[ArticleLine],
) -> Generator[None, None, tuple[dict[StoryId, list[ArticleLine]], dict[Show, int], set[StoryId]]]:
    """Return what was found by story, how many articles there are of each kind, and the plain stories.

    Plain ones, nearly all of a large desk, have neither sources nor articles of several versions.
    """
    by_story: defaultdict[StoryId, list[ArticleLine]] = defaultdict(list)
    several: set[StoryId] = set()
    sources = to_check = disputed = with_quotes = 0
    for some in _parts(found):
        for story, lines in groupby(some, _STORY):
            by_story[story] += lines
        several |= {_STORY(line) for line in some if _VERSIONS(line) > 1 or _SOURCE(line)}
        sources += sum(map(_SOURCE, some))
        to_check += sum(map(bool, map(_UNVERIFIED, some)))
        disputed += sum(map(bool, map(_DISPUTED, some)))
        with_quotes += sum(map(any, map(_COUNTS, some)))
        yield
    totals = dict.fromkeys(Show, 0)
    totals[Show.ALL], totals[Show.TO_CHECK] = len(found) - sources, to_check
    totals[Show.DISPUTED], totals[Show.DONE] = disputed, with_quotes - to_check
    return dict(by_story), totals, by_story.keys() - several


def _add_stories(
    arrangement: Arrangement,
    stories: Sequence[StoryId],
    plain: Container[StoryId],
    key: Any,  # noqa: ANN401 - sorts lines
) -> Iterator[None]:
    show = arrangement.request.show
    everything = show is Show.ALL and not arrangement.request.form
    for some in _parts(stories if everything else sorted(arrangement.found), _STORIES_AT_ONCE):
        for story in some:
            lines_here = arrangement.found.get(story, [])
            shown = lines_here if show is Show.ALL else [line for line in lines_here if passes(line, show)]
            if shown or everything:
                _add_story(arrangement, story, sorted(shown, key=key) if key else shown, plain=story in plain)
        yield


def _add_story(arrangement: Arrangement, story: StoryId, shown: Sequence[ArticleLine], *, plain: bool) -> None:
    places = arrangement.places
    arrangement.headings.append(len(places))
    places.append(-story)
    if story in arrangement.request.folded or not shown:
        return
    if plain:
        places.extend(map(_ID, shown))
        return
    sources = sum(map(_SOURCE, shown))
    for line in sorted(shown, key=_SOURCE):
        if line.source and sources:
            arrangement.first_sources[len(places)], sources = sources, 0
        places.append(line.id)
        if line.versions > 1:
            arrangement.below += range(len(places), len(places) + line.versions)
            places += [(line.id, newer) for newer in range(line.versions)]


def _with_words(
    desk: Desk, lines: Mapping[ArticleId, ArticleLine], typed: str, before: Arrangement | None
) -> Generator[None, None, list[ArticleLine]]:
    """Return the articles whose headline, outlet or byline hold every word; who types on narrows what was found."""
    words = desk.article_list.words()
    first, *others = typed.split()
    if before is not None and before.request.form and typed.startswith(before.request.form):
        ids = list(map(_ID, chain.from_iterable(before.found.values())))
    else:
        ids = list(words)
    found: list[ArticleLine] = []
    for some in _parts(ids):
        holding = [id_ for id_ in some if first in words[id_] and id_ in lines]
        for word in others:
            holding = [id_ for id_ in holding if word in words[id_]]
        found += [lines[id_] for id_ in holding]
        yield
    return found


def _sort_key(desk: Desk, order: Order) -> Any:  # noqa: ANN401 - of a line, whatever sorts
    """Return what articles are sorted by inside their story; None where they stand as they were added."""
    if order is Order.ADDED:
        return None
    if order is Order.TO_CHECK:
        return lambda line: -line.unverified
    if order is Order.DATE:
        days = desk.article_days()
        return lambda line: (not days[line.id], days[line.id])
    words = desk.article_list.words()
    if order is Order.OUTLET:
        return lambda line: (not (outlet := words[line.id].split("\n")[-2]), outlet)
    return lambda line: words[line.id].split("\n")[0].lstrip("‘’“”\"'")
