"""Which passages of two articles on one story answer each other?

Works on encoded texts (one character a token); passages are ranges of token indices.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain
from math import log2
from typing import TYPE_CHECKING, NamedTuple

from desktop.text.difference.cancelling import watched
from desktop.text.difference.codes import STOP_BITS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_LEAST = 0.2  # similarity from which two passages answer each other
_CONTAINED = 0.7  # how much it counts that the shorter passage is contained in the longer one
_SAME_HEIGHT = 0.25  # what it adds to stand at the same place of both articles
_TELLING = 4  # content words a passage needs before containment counts

Passage = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Ruling:
    """What was decided by hand, by the numbers of passages."""

    together: tuple[tuple[int, int], ...] = ()
    apart: frozenset[tuple[int, int]] = frozenset()

    def turned(self) -> Ruling:
        """The same with the two texts swapped."""
        return Ruling(tuple((q, p) for p, q in self.together), frozenset((q, p) for p, q in self.apart))


class Match(NamedTuple):
    """Two passages by their numbers, and how alike they are, 0 to 1."""

    similarity: float
    p: int
    q: int


def answering(  # noqa: PLR0913 - two texts, their passages, and what was decided by hand
    x: str,
    y: str,
    mine: Sequence[Passage],
    theirs: Sequence[Passage],
    bits: Mapping[str, float],
    ruling: Ruling,
    *,
    cancelled: Callable[[], bool] | None = None,
) -> list[Match]:
    """The passages that answer each other, one to one: those ruled together, then the rest, best first."""
    first = [_content(x[i:j], bits) for i, j in mine]
    second = [_content(y[i:j], bits) for i, j in theirs]
    rarity = _rarity([*first, *second])
    matches = _matches(first, second, rarity, cancelled)
    ruled = [_ruled(pair, first, second, rarity) for pair in ruling.together]
    likely = [match for match in matches if (match.p, match.q) not in ruling.apart]
    likely.sort(key=lambda match: (-_rank(match, len(mine), len(theirs)), match.p, match.q))
    return _one_to_one([*ruled, *likely])


def _rank(match: Match, first: int, second: int) -> float:
    """Similarity, and a little for standing at the same height: headline to headline, lead to lead."""
    apart = abs((match.p + 0.5) / first - (match.q + 0.5) / second)
    both_headlines = match.p == match.q == 0
    return round(match.similarity + _SAME_HEIGHT * (1 - apart) + both_headlines, 9)


def _content(text: str, bits: Mapping[str, float]) -> list[str]:
    """The different words of content, in order."""
    return [code for code in dict.fromkeys(text) if bits[code] > STOP_BITS]


def _rarity(passages: Sequence[list[str]]) -> dict[str, float]:
    """The fewer passages hold a word, the more it says."""
    counts = Counter(chain.from_iterable(passages))
    by_count = {count: log2(1 + len(passages) / count) for count in {*counts.values()}}
    return {code: by_count[count] for code, count in counts.items()}


def _matches(
    first: Sequence[list[str]],
    second: Sequence[list[str]],
    rarity: Mapping[str, float],
    cancelled: Callable[[], bool] | None,
) -> list[Match]:
    """The pairs of passages that are alike enough."""
    holders: dict[str, list[int]] = {}
    for q, words in enumerate(second):
        for code in words:
            holders.setdefault(code, []).append(q)
    weights = [sum(map(rarity.__getitem__, words)) for words in second]
    matches: list[Match] = []
    for p, words in enumerate(watched(first, cancelled)):
        weight = sum(map(rarity.__getitem__, words))
        for q, value in _shared(words, holders, rarity).items():
            if value < _LEAST * min(weight, weights[q]):
                continue  # no measure could be more
            similarity = _similarity(value, weight, weights[q], min(len(words), len(second[q])))
            if similarity >= _LEAST:
                matches.append(Match(similarity, p, q))
    return matches


def _shared(words: list[str], holders: Mapping[str, list[int]], rarity: Mapping[str, float]) -> dict[int, float]:
    """What the words of a passage weigh that each other passage shares."""
    shared: dict[int, float] = {}
    for code in words:
        if code in holders:
            weight = rarity[code]
            for q in holders[code]:
                shared[q] = shared.get(q, 0.0) + weight
    return shared


def _ruled(
    pair: tuple[int, int], first: Sequence[list[str]], second: Sequence[list[str]], rarity: Mapping[str, float]
) -> Match:
    """A pair that was put together by hand, however little it is alike."""
    mine, theirs = first[pair[0]], second[pair[1]]
    shared = sum(rarity[code] for code in mine if code in theirs)
    if not shared:
        return Match(0.0, *pair)
    weight, other = sum(map(rarity.__getitem__, mine)), sum(map(rarity.__getitem__, theirs))
    return Match(_similarity(shared, weight, other, min(len(mine), len(theirs))), *pair)


def _similarity(shared: float, first: float, second: float, words: int) -> float:
    dice = 2 * shared / (first + second)
    if words < _TELLING:
        return dice
    return max(dice, _CONTAINED * shared / min(first, second))


def _one_to_one(matches: Sequence[Match]) -> list[Match]:
    """Those that come first and leave each passage with one answer."""
    taken_p: set[int] = set()
    taken_q: set[int] = set()
    kept: list[Match] = []
    for match in matches:
        if match.p not in taken_p and match.q not in taken_q:
            taken_p.add(match.p)
            taken_q.add(match.q)
            kept.append(match)
    return kept
