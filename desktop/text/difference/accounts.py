"""Which passages of two articles on one story answer each other?

Paragraphs are paired first, each with one at most. What of a paragraph finds nothing in the other is cut off, and
the sentences that are left over are paired among themselves: so a passage is a paragraph or a run of its sentences.
Works on encoded texts (one character a token); a passage is a range of sentences, by their numbers.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain
from math import fsum, log2
from typing import TYPE_CHECKING, NamedTuple

from desktop.text.difference.cancelling import watched
from desktop.text.difference.codes import STOP_BITS
from desktop.text.difference.remembering import remembered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

_LEAST = 0.14  # similarity from which two passages answer each other
_LEAST_HEADLINES = 0.1  # the same for two headlines
_LEAST_SENTENCES = 0.2  # the same for sentences of paragraphs that do not
_CONTAINED = 0.7  # how much it counts that the shorter passage is contained in the longer one
_SAME_HEIGHT = 0.25  # what it adds to stand at the same place of both articles
_TELLING = 8  # words and pairs of words that a passage needs before containment counts
_FOUND = 0.15  # share of a sentence's weight that must stand in the other passage
_SHORT = 5  # words and pairs of words; a sentence with fewer goes with its neighbour
_FEW, _MANY = 4, 64  # passages; a word in more than a quarter of them, and as many, brings no two together

Passage = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Outline:
    """The sentences of an article as ranges of tokens, and its paragraphs as ranges of sentences."""

    sentences: Sequence[tuple[int, int]]
    paragraphs: Sequence[Passage]


@dataclass(frozen=True, slots=True)
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


class _Found(NamedTuple):
    """Two units by their numbers, and how alike they are."""

    similarity: float
    p: int
    q: int


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
        telling = frozenset([code for code in set(text) if bits[code] > STOP_BITS])
        self.words = _said(text, tuple(outline.sentences), telling)
        self._said: dict[Passage, list[str]] = {}
        self.free = [True] * len(self.words)

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
        return [(at, at + 1) for at, free in enumerate(self.free) if free and len(self.words[at]) >= _TELLING]

    def said(self, passage: Passage) -> list[str]:
        """The different words of content of a passage, in order."""
        if passage[1] - passage[0] == 1:
            return self.words[passage[0]]
        known = self._said.get(passage)
        if known is None:
            known = self._said[passage] = list(dict.fromkeys(chain.from_iterable(self.words[slice(*passage)])))
        return known

    def height(self, passage: Passage) -> float:
        """How far down the article a passage stands, 0 to 1."""
        return (passage[0] + passage[1]) / 2 / len(self.words)


class _Pairing:
    """Pairs the passages of two articles."""

    def __init__(self, sides: tuple[_Side, _Side], ruling: Ruling, cancelled: Callable[[], bool] | None) -> None:
        self._mine, self._theirs = sides
        self._ruling, self._cancelled = ruling, cancelled
        self._rarity = _rarity([side.said(paragraph) for side in sides for paragraph in side.outline.paragraphs])

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
        first, second = [self._mine.said(p) for p in mine], [self._theirs.said(q) for q in theirs]
        found = _alike(first, second, self._rarity, least, self._cancelled)
        likely = [Match(each.similarity, mine[each.p], theirs[each.q]) for each in found]
        likely = [
            match for match in likely if match.similarity >= (_LEAST_HEADLINES if _are_headlines(match) else least)
        ]
        if self._ruling.apart:
            likely = [match for match in likely if not self._ruling.parts(match.p, match.q)]
        likely.sort(key=lambda match: (-self._rank(match), match.p, match.q))
        return _one_to_one(likely)

    def _rank(self, match: Match) -> float:
        """Similarity, and a little for standing at the same height: headline to headline, lead to lead."""
        apart = abs(self._mine.height(match.p) - self._theirs.height(match.q))
        return round(match.similarity + _SAME_HEIGHT * (1 - apart) + _are_headlines(match), 9)

    def _similarity(self, p: Passage, q: Passage) -> float:
        mine, theirs = self._mine.said(p), self._theirs.said(q)
        shared = self._weight(set(mine) & set(theirs))
        if not shared:
            return 0.0
        return _similarity(shared, self._weight(mine), self._weight(theirs), min(len(mine), len(theirs)))

    def _alike(self, p: Passage, q: Passage) -> float:
        """How alike two passages are by their single words, as people count."""
        mine, theirs = (
            [word for word in side if len(word) == 1] for side in (self._mine.said(p), self._theirs.said(q))
        )
        shared = self._weight(set(mine) & set(theirs))
        return 2 * shared / (self._weight(mine) + self._weight(theirs)) if shared else 0.0

    def _weight(self, words: Iterable[str]) -> float:
        return fsum(map(self._rarity.__getitem__, words))  # the same in whatever order a set gives them

    # -- passages smaller than paragraphs ----------------------------------------------------------------------------

    def _cut_down(self, match: Match) -> Match:
        """The same two passages without the sentences at their ends that find nothing in the other, if that helps."""
        p = self._supported(self._mine, match.p, self._theirs.said(match.q))
        q = self._supported(self._theirs, match.q, self._mine.said(p))
        if (p, q) == match[1:]:
            return match
        cut = Match(self._similarity(p, q), p, q)
        return cut if cut.similarity >= match.similarity else match

    def _supported(self, side: _Side, passage: Passage, other: Sequence[str]) -> Passage:
        if passage[1] - passage[0] == 1:
            return passage
        known = set(other)
        found = [at for at in range(*passage) if self._is_found(side.words[at], known)]
        if not found:
            return passage
        start, end = found[0], found[-1] + 1
        while start > passage[0] and len(side.words[start - 1]) < _SHORT:
            start -= 1
        while end < passage[1] and len(side.words[end]) < _SHORT:
            end += 1
        return start, end

    def _is_found(self, words: Sequence[str], known: set[str]) -> bool:
        shared = [word for word in words if word in known]
        return len(words) >= _SHORT and self._weight(shared) >= _FOUND * self._weight(words)

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


@remembered
def _said(text: str, sentences: tuple[tuple[int, int], ...], telling: AbstractSet[str]) -> list[list[str]]:
    """For each sentence its different words of content, and each with the word after it, in order."""
    return [_told(text[i:j], telling) for i, j in sentences]


def _told(sentence: str, telling: AbstractSet[str]) -> list[str]:
    found: dict[str, None] = {}
    before, told = "", False
    for code in sentence:
        if code in telling:
            found[code] = found[before + code] = None
            told = True
        elif told:
            found[before + code] = None
            told = False
        before = code
    return list(found)


def _rarity(passages: Sequence[list[str]]) -> dict[str, float]:
    """The fewer passages hold a word, the more it says."""
    counts = Counter(chain.from_iterable(passages))
    by_count = {count: log2(1 + len(passages) / count) for count in {*counts.values()}}
    return {code: by_count[count] for code, count in counts.items()}


def _alike(
    first: Sequence[list[str]],
    second: Sequence[list[str]],
    rarity: Mapping[str, float],
    least: float,
    cancelled: Callable[[], bool] | None,
) -> list[_Found]:
    """The pairs of passages that may be alike enough, and the first two."""
    holders = _holders(first, second)
    weights = [sum(map(rarity.__getitem__, words)) for words in second]
    found: list[_Found] = []
    enough, most = least / _CONTAINED, max(_FEW, min(len(second) // 4, _MANY))
    for p, words in enumerate(watched(first, cancelled)):
        weight = sum(map(rarity.__getitem__, words))
        for q, value in _shared(words, holders, rarity, most).items():
            other = weights[q]
            if p == q == 0 or value >= enough * min(weight, other) or 2 * value >= least * (weight + other):
                found.append(_Found(_similarity(value, weight, other, min(len(words), len(second[q]))), p, q))
    return found


def _holders(first: Sequence[list[str]], second: Sequence[list[str]]) -> dict[str, list[int]]:
    """The words that both sides have, each with the passages of the second that have it."""
    holders: dict[str, list[int]] = {code: [] for code in set(chain(*first)).intersection(chain(*second))}
    for q, words in enumerate(second):
        for code in holders.keys() & words:
            holders[code].append(q)
    return holders


def _shared(
    words: list[str], holders: Mapping[str, list[int]], rarity: Mapping[str, float], most: int
) -> dict[int, float]:
    """What the words of a passage weigh that each other passage shares; words in many passages only add to others."""
    shared: dict[int, float] = {}
    common: list[str] = []
    for code in filter(holders.__contains__, words):
        weight, held = rarity[code], holders[code]
        if len(held) > most:
            common.append(code)
            continue
        for q in held:
            shared[q] = shared.get(q, 0.0) + weight
    for code in common:
        weight = rarity[code]
        for q in holders[code] if shared else ():
            if q in shared:
                shared[q] += weight
    return shared


def _similarity(shared: float, first: float, second: float, words: int) -> float:
    dice = 2 * shared / (first + second)
    if words < _TELLING:
        return dice
    return max(dice, _CONTAINED * shared / min(first, second))


def _one_to_one(matches: Sequence[Match]) -> list[Match]:
    """Those that come first and leave each passage with one answer."""
    taken_p: set[Passage] = set()
    taken_q: set[Passage] = set()
    kept: list[Match] = []
    for match in matches:
        if match.p not in taken_p and match.q not in taken_q:
            taken_p.add(match.p)
            taken_q.add(match.q)
            kept.append(match)
    return kept
