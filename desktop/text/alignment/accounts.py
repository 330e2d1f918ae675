"""Pairing of passages: which passages of two articles on one story answer each other.

Paragraphs are paired first, each with one at most. What of a paragraph finds nothing in the other is cut off, and
the sentences that are left over are paired among themselves: so a passage is a paragraph or a run of its sentences.
Works on encoded texts (one character a token); a passage is a range of sentences, by their numbers.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain, compress
from math import log2
from operator import add, or_
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain import value_type
from desktop.text.alignment.token_codes import STOP_BITS
from desktop.text.cache import cached_for_short_texts
from desktop.text.progress import watched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

_LEAST = 0.14  # similarity from which two passages answer each other
_LEAST_HEADLINES = 0.1  # the same for two headlines
_LEAST_SENTENCES = 0.2  # the same for sentences of paragraphs that do not
_CONTAINED = 0.7  # how much it counts that the shorter passage is contained in the longer one
_SAME_HEIGHT = 0.25  # what it adds to stand at the same place of both articles
_LEAST_UNITS = 8  # words and pairs of words that a passage needs before containment counts
_FOUND = 0.15  # share of a sentence's weight that must stand in the other passage
_SHORT = 5  # words and pairs of words; a sentence with fewer goes with its neighbour
_FEW, _MANY = 4, 64  # passages; a word in more than a quarter of them, and as many, brings no two together
_PLACES = 2.0**40  # binary places of a weight: so few that sums of weights are exact, and the same in any order

Passage = tuple[int, int]


@value_type
class Outline:
    """The sentences of an article as ranges of tokens, and its paragraphs as ranges of sentences."""

    sentences: Sequence[tuple[int, int]]
    paragraphs: Sequence[Passage]


@value_type
class Ruling:
    """What was decided by hand about passages."""

    together: tuple[tuple[Passage, Passage], ...] = ()
    apart: tuple[tuple[Passage, Passage], ...] = ()

    def turned(self) -> Ruling:
        """The same with the two texts swapped."""
        return Ruling(tuple((q, p) for p, q in self.together), tuple((q, p) for p, q in self.apart))

    def parts(self, p: Passage, q: Passage) -> bool:
        """Say whether two passages do not answer each other."""
        return any(_overlap(p, mine) and _overlap(q, theirs) for mine, theirs in self.apart)


class Match(NamedTuple):
    """Two passages, and how alike they are, 0 to 1."""

    similarity: float
    p: Passage
    q: Passage


class _Content(NamedTuple):
    """The different words of content of a passage, and its units: first those, then pairs with one of them."""

    words: list[str]
    units: list[str]


def answering(  # noqa: PLR0913 - two texts, their outlines, and what was decided by hand
    x: str,
    y: str,
    mine: Outline,
    theirs: Outline,
    bits: Mapping[str, float],
    ruling: Ruling,
    *,
    cancelled: Callable[[], bool] | None = None,
) -> list[Match]:
    """The passages that answer each other, one to one."""
    return _Pairing((_Side(x, mine, bits), _Side(y, theirs, bits)), ruling, cancelled).matches()


class _Side:
    """One of the two articles, and which of its sentences are still without an answer."""

    def __init__(self, text: str, outline: Outline, bits: Mapping[str, float]) -> None:
        self.outline = outline
        content_codes = frozenset([code for code in {*text} if bits[code] > STOP_BITS])
        self._sentences = _read(text, tuple(outline.sentences), content_codes)
        self._contents: dict[Passage, _Content] = {}
        self.free = [True] * len(self._sentences)

    def take(self, passage: Passage) -> None:
        self.free[slice(*passage)] = [False] * (passage[1] - passage[0])

    def runs(self) -> list[Passage]:
        """What is free: whole paragraphs, or the runs of sentences that are left of them."""
        return [run for paragraph in self.outline.paragraphs for run in self._runs(paragraph)]

    def _runs(self, paragraph: Passage) -> Iterator[Passage]:
        start = paragraph[0]
        for at in range(*paragraph):
            if not self.free[at]:
                if start < at:
                    yield start, at
                start = at + 1
        if start < paragraph[1]:
            yield start, paragraph[1]

    def single(self) -> list[Passage]:
        """Free sentences that tell something, each by itself."""
        sentences = zip(self.free, self._sentences, strict=True)
        return [(at, at + 1) for at, (free, each) in enumerate(sentences) if free and len(each.units) >= _LEAST_UNITS]

    def content(self, passage: Passage) -> _Content:
        start, end = passage
        if end - start == 1:
            return self._sentences[start]
        known = self._contents.get(passage)
        if known is None:
            known = self._contents[passage] = _together(self._sentences[start:end])
        return known

    def places(self, passages: Sequence[Passage], sought: AbstractSet[str]) -> dict[str, list[int]]:
        """Where the sought units are, at least: by unit the passages that have it, rising."""
        places: dict[str, list[int]] = {}
        for at, passage in enumerate(passages):
            for unit in filter(sought.__contains__, self.content(passage).units):
                if unit in places:
                    places[unit].append(at)
                else:
                    places[unit] = [at]
        return places

    def units(self) -> list[Sequence[str]]:
        """The units of each paragraph."""
        return [self.content(paragraph).units for paragraph in self.outline.paragraphs]

    def height(self, passage: Passage) -> float:
        """How far down the article a passage stands, 0 to 1."""
        return (passage[0] + passage[1]) / 2 / len(self._sentences)


class _Pairing:
    """Pairs the passages of two articles."""

    def __init__(self, sides: tuple[_Side, _Side], ruling: Ruling, cancelled: Callable[[], bool] | None) -> None:
        self._mine, self._theirs = sides
        self._ruling, self._cancelled = ruling, cancelled
        first, second = (side.units() for side in sides)
        self._both = {*chain.from_iterable(first)}.intersection(chain.from_iterable(second))
        self._rarity = _rarity([*first, *second])

    def matches(self) -> list[Match]:
        """All pairs, as alike as their words are."""
        return [match._replace(similarity=self._alike(match.p, match.q)) for match in self._found()]

    def _found(self) -> list[Match]:
        ruled = [match for pair in self._ruling.together if (match := self._ruled(*pair))]
        whole = [self._cut_down(match) for match in self._pair(self._mine.runs(), self._theirs.runs(), _LEAST)]
        for match in whole:
            self._take(match)
        sentences = self._pair(self._mine.single(), self._theirs.single(), _LEAST_SENTENCES)
        return [*ruled, *whole, *self._joined(sentences)]

    def _take(self, match: Match) -> None:
        self._mine.take(match.p)
        self._theirs.take(match.q)

    def _ruled(self, p: Passage, q: Passage) -> Match | None:
        """A pair that was put together by hand, however little it is alike; None if one before it has its words."""
        if not all(self._mine.free[slice(*p)]) or not all(self._theirs.free[slice(*q)]):
            return None
        match = Match(self._similarity(p, q), p, q)
        self._take(match)
        return match

    def _pair(self, mine: Sequence[Passage], theirs: Sequence[Passage], least: float) -> list[Match]:
        """Passages that are alike enough, the best first, each with one answer at most."""
        likely = [
            match
            for match in self._likely(mine, theirs, least)
            if match.similarity >= (_LEAST_HEADLINES if _are_headlines(match) else least)
        ]
        if self._ruling.apart:
            likely = [match for match in likely if not self._ruling.parts(match.p, match.q)]
        likely.sort(key=lambda match: (-self._rank(match), match.p, match.q))
        return _one_to_one(likely)

    def _rank(self, match: Match) -> float:
        """Similarity, and a little for standing at the same height: headline to headline, lead to lead."""
        apart = abs(self._mine.height(match.p) - self._theirs.height(match.q))
        return round(match.similarity + _SAME_HEIGHT * (1 - apart) + _are_headlines(match), 9)

    def _likely(self, mine: Sequence[Passage], theirs: Sequence[Passage], least: float) -> Iterator[Match]:
        """The pairs of passages that may be alike enough, and the two that begin the articles."""
        holders = self._theirs.places(theirs, self._both)
        enough, most = least / _CONTAINED, max(_FEW, min(len(theirs) // 4, _MANY))
        others = [self._theirs.content(q).units for q in theirs]
        weights = [*map(self._weight, others)]
        for p in watched(mine, self._cancelled):
            units = self._mine.content(p).units
            weight = self._weight(units)
            shared = _shared(filter(holders.__contains__, units), holders, self._rarity, most)
            for q, value in shared.items():
                other = weights[q]
                if (
                    value >= enough * (weight if weight < other else other)
                    or 2 * value >= least * (weight + other)
                    or not (p[0] or theirs[q][0])
                ):
                    alike = _similarity(value, weight, other, min(len(units), len(others[q])))
                    yield Match(alike, p, theirs[q])

    def _similarity(self, p: Passage, q: Passage) -> float:
        mine, theirs = self._mine.content(p).units, self._theirs.content(q).units
        shared = self._weight({*mine}.intersection(theirs))
        return _similarity(shared, self._weight(mine), self._weight(theirs), min(len(mine), len(theirs)))

    def _alike(self, p: Passage, q: Passage) -> float:
        """How alike two passages are by their single words, as people count."""
        mine, theirs = self._mine.content(p).words, self._theirs.content(q).words
        shared = self._weight({*mine}.intersection(theirs))
        return 2 * shared / (self._weight(mine) + self._weight(theirs)) if shared else 0.0

    def _weight(self, units: Iterable[str]) -> float:
        return sum(map(self._rarity.__getitem__, units))

    # -- passages smaller than paragraphs ----------------------------------------------------------------------------

    def _cut_down(self, match: Match) -> Match:
        """The same two passages without the sentences at their ends that find nothing in the other, if that helps."""
        p = self._supported(self._mine, match.p, self._theirs, match.q)
        q = self._supported(self._theirs, match.q, self._mine, p)
        if (p, q) == match[1:]:
            return match
        cut = Match(self._similarity(p, q), p, q)
        return cut if cut.similarity >= match.similarity else match

    def _supported(self, side: _Side, passage: Passage, other_side: _Side, other: Passage) -> Passage:
        if passage[1] - passage[0] == 1:
            return passage
        known = {*other_side.content(other).units}
        sentences = {at: side.content((at, at + 1)).units for at in range(*passage)}
        found = [at for at, units in sentences.items() if self._is_found(units, known)]
        if not found:
            return passage
        start, end = found[0], found[-1] + 1
        while start > passage[0] and len(sentences[start - 1]) < _SHORT:
            start -= 1
        while end < passage[1] and len(sentences[end]) < _SHORT:
            end += 1
        return start, end

    def _is_found(self, units: Sequence[str], known: set[str]) -> bool:
        if len(units) < _SHORT:
            return False
        return self._weight(known.intersection(units)) >= _FOUND * self._weight(units)

    def _joined(self, matches: Sequence[Match]) -> list[Match]:
        """Sentences that follow each other on both sides, inside one paragraph, as one passage."""
        joined: list[Match] = []
        for match in sorted(matches, key=lambda match: match.p):
            before = joined[-1] if joined else None
            if before and before.p[1] == match.p[0] and before.q[1] == match.q[0] and self._in_one(before, match):
                p, q = (before.p[0], match.p[1]), (before.q[0], match.q[1])
                joined[-1] = Match(self._similarity(p, q), p, q)
            else:
                joined.append(match)
        return joined

    def _in_one(self, first: Match, second: Match) -> bool:
        """Say whether two pairs lie in one paragraph on both sides."""
        sides = ((self._mine, first.p, second.p), (self._theirs, first.q, second.q))
        return all(_begins(side.outline, one) == _begins(side.outline, other) for side, one, other in sides)


def _are_headlines(match: Match) -> bool:
    return match.p[0] == match.q[0] == 0


def _begins(outline: Outline, passage: Passage) -> int:
    """The sentence with which the paragraph of a passage begins."""
    return next(start for start, end in outline.paragraphs if start <= passage[0] < end)


def _overlap(one: Passage, other: Passage) -> bool:
    return one[0] < other[1] and other[0] < one[1]


@cached_for_short_texts
def _read(text: str, sentences: tuple[Passage, ...], content_codes: AbstractSet[str]) -> list[_Content]:
    """What the sentences of an article say."""
    carries = [*map(content_codes.__contains__, text)]
    pairs = [*map(add, text, text[1:])]
    either = [*map(or_, carries, carries[1:])]
    found: list[_Content] = []
    for i, j in sentences:
        words, last = [*dict.fromkeys(compress(text[i:j], carries[i:j]))], max(i, j - 1)
        found.append(_Content(words, [*words, *dict.fromkeys(compress(pairs[i:last], either[i:last]))]))
    return found


def _together(parts: Sequence[_Content]) -> _Content:
    if len(parts) == 1:
        return parts[0]
    words = dict.fromkeys(chain.from_iterable([part.words for part in parts]))
    units = dict.fromkeys(chain.from_iterable([part.units for part in parts]))
    return _Content([*words], [*units])


def _rarity(passages: Sequence[Sequence[str]]) -> dict[str, float]:
    """What units weigh, by the units of all passages: the more, the fewer passages hold them."""
    count, places = Counter(chain.from_iterable(passages)), len(passages)
    weights = [0.0, *(round(_PLACES * log2(1 + places / held)) / _PLACES for held in range(1, places + 1))]
    return dict(zip(count, map(weights.__getitem__, count.values()), strict=True))


def _shared(
    units: Iterable[str], holders: Mapping[str, list[int]], rarity: Mapping[str, float], most: int
) -> Mapping[int, float]:
    """What the units weigh that each other passage shares; units that many passages have only add to others."""
    shared: defaultdict[int, float] = defaultdict(float)
    common: list[str] = []
    for unit in units:
        holding, weight = holders[unit], rarity[unit]
        if len(holding) > most:
            common.append(unit)
            continue
        for q in holding:
            shared[q] += weight
    for unit in common if shared else ():
        weight = rarity[unit]
        for q in holders[unit]:
            if q in shared:
                shared[q] += weight
    return shared


def _similarity(shared: float, first: float, second: float, units: int) -> float:
    if not shared:
        return 0.0
    dice = 2 * shared / (first + second)
    return dice if units < _LEAST_UNITS else max(dice, _CONTAINED * shared / min(first, second))


def _one_to_one(matches: Sequence[Match]) -> list[Match]:
    """Those that come first and leave each passage with one answer."""
    taken_p: set[Passage] = set()
    taken_q: set[Passage] = set()
    chosen: list[Match] = []
    for match in matches:
        if match.p not in taken_p and match.q not in taken_q:
            taken_p.add(match.p)
            taken_q.add(match.q)
            chosen.append(match)
    return chosen
