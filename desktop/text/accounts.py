"""Which passages of two articles on one story answer each other?

Works on encoded texts (one character a token); passages are ranges of token indices.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import log2
from typing import TYPE_CHECKING, NamedTuple

from desktop.text.codes import STOP_BITS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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


def answering(
    x: str,
    y: str,
    mine: Sequence[Passage],
    theirs: Sequence[Passage],
    bits: Mapping[str, float],
    ruling: Ruling,
) -> list[Match]:
    """The passages that answer each other, one to one: those ruled together, then the rest, best first."""
    first = [_content(x[i:j], bits) for i, j in mine]
    second = [_content(y[i:j], bits) for i, j in theirs]
    rarity = _rarity([*first, *second])
    weights = (
        [sum(map(rarity.__getitem__, words)) for words in first],
        [sum(map(rarity.__getitem__, words)) for words in second],
    )
    shared = _shared(first, second, rarity)
    matches = {
        (p, q): Match(_similarity(value, weights[0][p], weights[1][q], min(len(first[p]), len(second[q]))), p, q)
        for (p, q), value in shared.items()
    }
    ruled = [matches.get((p, q), Match(0.0, p, q)) for p, q in ruling.together]
    likely = [match for pair, match in matches.items() if match.similarity >= _LEAST and pair not in ruling.apart]
    likely.sort(key=lambda match: (-_rank(match, len(mine), len(theirs)), match.p, match.q))
    return _one_to_one([*ruled, *likely])


def _rank(match: Match, first: int, second: int) -> float:
    """Similarity, and a little for standing at the same height: headline to headline, lead to lead."""
    apart = abs((match.p + 0.5) / first - (match.q + 0.5) / second)
    both_headlines = match.p == match.q == 0
    return round(match.similarity + _SAME_HEIGHT * (1 - apart) + both_headlines, 9)


def _content(text: str, bits: Mapping[str, float]) -> set[str]:
    return {code for code in text if bits[code] > STOP_BITS}


def _rarity(passages: Sequence[set[str]]) -> dict[str, float]:
    """The fewer passages hold a word, the more it says."""
    counts = Counter(code for passage in passages for code in passage)
    return {code: log2(1 + len(passages) / count) for code, count in counts.items()}


def _shared(
    first: Sequence[set[str]], second: Sequence[set[str]], rarity: Mapping[str, float]
) -> dict[tuple[int, int], float]:
    holders: dict[str, list[int]] = {}
    for q, words in enumerate(second):
        for code in words:
            holders.setdefault(code, []).append(q)
    shared: dict[tuple[int, int], float] = {}
    for p, words in enumerate(first):
        for code in words:
            for q in holders.get(code, ()):
                shared[p, q] = shared.get((p, q), 0.0) + rarity[code]
    return shared


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
