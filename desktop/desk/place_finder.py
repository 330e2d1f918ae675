"""Place finder: where a capture belongs before it is added: the story of its event, the article it is a version of."""

from __future__ import annotations

import math
from collections import Counter
from functools import lru_cache
from itertools import chain, islice
from operator import itemgetter
from typing import TYPE_CHECKING

from desktop.domain import AddOutcome, value_type
from desktop.store.queries.similar_articles import MOST
from desktop.text.stories.same_event import Answer, Comparison, Kind, Piece, Rarity, Verdict, read_piece
from desktop.text.stories.same_text import Edition, LaterVersion, canonical_address, later_version, wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.desk.open_desk import Desk
    from desktop.domain import Added, ArticleId, Capture, Metadata, StoryId, VersionId
    from desktop.store.queries.similar_articles import Holder, Holders

_COMPARED = 8  # articles that share most
_OF_A_STORY = 4  # articles that are compared to say that a piece is not on the event of a story
_FEWEST = 60  # stories; on a desk with fewer, what stands in two of them is still rare
_LOOKED_UP = {Kind.NAME: 22, Kind.FIGURE: 6, Kind.QUOTE: 4, Kind.WORD: 5}
_UNKNOWN = 0.75  # how rare a mark is that was not looked up
_READ = 60_000  # code points of a text


@value_type
class LaterOf:
    """An article of which a capture looks like a later version, and why."""

    article: ArticleId
    title: str
    why: LaterVersion


@value_type
class FoundPlace:
    """Where a capture belongs, as far as its words tell."""

    answer: Answer  # SAME: `story` reports its event; OTHER: no story does; UNKNOWN
    story: StoryId | None = None
    verdict: Verdict | None = None
    shared: tuple[str, ...] = ()  # what speaks for the event of `story`, as printed, what tells most first
    later_of: LaterOf | None = None

    @property
    def is_other(self) -> bool:
        """Say whether no story is known that reports its event."""
        return self.answer is Answer.OTHER


@value_type
class _Known:
    piece: Piece
    edition: Edition


class PlaceFinder:
    """Compares captures with what is on one open desk; what it read of a version is kept."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._known = lru_cache(600)(self._read_version)
        self._found: _Known | None = None  # of the capture that was looked for last
        self._added: dict[VersionId, _Known] = {}

    def find(self, capture: Capture, hint: StoryId | None = None, piece: Piece | None = None) -> FoundPlace:
        """Say where a capture belongs; `hint` is the story it would be put into where nothing is known.

        `piece` is what it can be recognised by, where that was read before: it takes longest.
        """
        own = self._found = _known(capture.metadata, capture.text, capture.source, piece)
        holders_of = self._desk.search.holders_of_words(dict.fromkeys(_to_look_up(own.piece)))
        rarity = self._rarity(holders_of)
        candidates = self._most_alike(own.piece, holders_of, rarity)
        later = self._later_version(own, candidates)
        if later is not None:
            story = self._desk.article(later.article).story_id
            return FoundPlace(Answer.SAME, None if self._desk.is_locked(story) else story, later_of=later)
        comparison = Comparison(own.piece, rarity)
        same = self._same_event(comparison, candidates, hint)
        if same is not None:
            return same
        return FoundPlace(self._is_other(comparison, hint))

    def note_addition(self, added: Added) -> None:
        """Keep what was read of the capture that was looked for last: it became an article of its own."""
        if added.outcome is AddOutcome.NEW_ARTICLE and self._found is not None:
            self._added[added.version_id] = self._found
            self._known(added.version_id)
        self._found = None

    def _same_event(
        self, comparison: Comparison, candidates: Sequence[Holder], hint: StoryId | None
    ) -> FoundPlace | None:
        """Find the open story that reports the event of a piece: the one it would go to, else the most alike."""
        same = []
        for holder in candidates:
            piece = self._known(holder.version).piece
            verdict = comparison.with_piece(piece)
            if verdict.answer is Answer.SAME:
                same.append((holder.story == hint, verdict.score, -holder.article, holder.story, verdict, piece))
        for *_, story, verdict, piece in sorted(same, key=itemgetter(0, 1, 2), reverse=True):
            if not self._desk.is_locked(story):
                return FoundPlace(Answer.SAME, story, verdict, comparison.shared_with(piece))
        return None

    def _is_other(self, comparison: Comparison, hint: StoryId | None) -> Answer:
        """Say whether a piece is surely not on the event of the story that it would be put into."""
        if hint is None:
            return Answer.UNKNOWN
        newest = self._desk.newest_versions(hint, _OF_A_STORY)
        answers = [comparison.with_piece(self._known(version).piece).answer for version in newest]
        return Answer.OTHER if answers and set(answers) == {Answer.OTHER} else Answer.UNKNOWN

    def _later_version(self, own: _Known, candidates: Sequence[Holder]) -> LaterOf | None:
        found = []
        for holder in [*self._with_address(own.edition.address), *candidates]:
            why = later_version(own.edition, self._known(holder.version).edition)
            if why is not None:
                found.append((why.same_address, why.percent, -holder.article, holder.article, why))
        if not found:
            return None
        *_, article, why = max(found, key=lambda each: each[:3])
        return LaterOf(article, self._desk.article(article).metadata.title, why)

    def _with_address(self, address: str) -> list[Holder]:
        return self._desk.search.holders_of_address(address.partition("?")[0]) if address else []

    def _most_alike(self, piece: Piece, holders_of: Mapping[str, Holders], rarity: Rarity) -> list[Holder]:
        """Return the articles that share most of what is rare."""
        by_weight: dict[int, list[Sequence[VersionId]]] = {}
        for words, holders in holders_of.items():
            by_weight.setdefault(rarity.square(words) * piece.weights[words], []).append(holders.versions)
        scores: dict[VersionId, int] = {}
        for weight, lists in by_weight.items():  # few weights: most words are as rare as others
            for version, count in Counter(chain.from_iterable(lists)).items():
                scores[version] = scores.get(version, 0) + weight * count
        least = sorted(scores.values())[-_COMPARED:][:1]
        most = [(-score, self._desk.search.holder(version)) for version, score in scores.items() if score >= least[0]]
        return [holder for _, holder in sorted(most, key=lambda each: (each[0], each[1].article))[:_COMPARED]]

    def _rarity(self, holders_of: Mapping[str, Holders]) -> Rarity:
        stories = max(_FEWEST, self._desk.search.story_count)
        standing = {
            words: holders.stories * (4 if len(holders.versions) == MOST else 1)
            for words, holders in holders_of.items()
        }
        rare = {count: max(0.0, 1 - math.log(max(1, count)) / math.log(stories)) for count in set(standing.values())}
        return Rarity({words: rare[count] for words, count in standing.items()}, _UNKNOWN)

    def _read_version(self, version_id: VersionId) -> _Known:
        if version_id in self._added:
            return self._added.pop(version_id)
        version = self._desk.version(version_id)
        metadata = self._desk.article(version.info.article_id).metadata
        return _known(metadata, version.text, version.info.source)


def _known(metadata: Metadata, text: str, source: str, piece: Piece | None = None) -> _Known:
    address = canonical_address(metadata.url) or canonical_address(source)
    edition = Edition(wording(text[:_READ]), address, metadata.outlet, metadata.title)
    return _Known(piece or read_piece(metadata.title, text, metadata.published_on), edition)


def _to_look_up(piece: Piece) -> Iterator[str]:
    marks = piece.marks
    for kind, most in _LOOKED_UP.items():
        step = max(1, len(marks[kind]) // most) if kind is Kind.QUOTE else 1
        yield from islice(marks[kind], 0, most * step, step)
