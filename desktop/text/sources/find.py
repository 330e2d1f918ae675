"""Finding the words of a quote in sources: seeds by rare words, chains of equal words, their ends.

Seeds vote for stretches of a source; in the best of them runs of equal units are chained. What the chain leaves out
costs, so that words which are merely common find nothing.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from heapq import nlargest
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain import value_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.text.sources.index import SourceIndex
    from desktop.text.sources.printed_quote import PrintedQuote

_BUCKET = 24  # units of a diagonal that vote together
_RARE = 40  # places up to which a unit votes alone, without its neighbour
_SCANNED, _SHARE = 12_000, 200  # places looked at for one quote, or that part of a large index
_SMALL = 1_000_000  # units of an index up to which the places of pairs are kept: in a larger one few come again
_STRETCHES = 28  # looked at closely
_LIKELY = 0.12  # of the votes of the best stretch, below which one is left out
_MARGIN = 24  # units around a stretch
_GAP, _GAP_LONG = 0.06, 0.27  # cost of a unit that only one side has: the first 15, and then by the logarithm
_MARKED = 0.4  # share of a cost where the quote has an ellipsis
_JUMP = 1.5  # cost of going on in another place
_AGAIN = 0.6  # ... and of saying again what was said right before: transcripts often leave that out
_LEAST = 0.35  # of a quote's weight, below which a place is none
_STRONG = 0.55  # weight from which a single unit tells something
_RUNS = 50  # chained at most
_ALL = 0.999  # share of what stands anywhere in the stretches, from which one run is the whole chain
_GROUP = 120  # units without any run, that part what is chained as one place
_STRAY = 60  # units by which a piece of a long quote may be out of its place
_MANY = 8  # places of one unit in a quote
_NONE = 2**32
_CENTRES = 16  # the heaviest runs, beside which single common words count
_BESIDE = 6  # units between the diagonals of two runs that belong together


class Run(NamedTuple):
    """Equal units, one after the other: in the quote from `quote`, in the source from `source`."""

    quote: int
    source: int
    length: int
    weight: float


@value_type
class Candidate:
    """A chain of runs in one source; places are units of that source."""

    source: int
    runs: tuple[Run, ...]
    score: float  # chained weight, less what its gaps cost, of the weight of the quote: up to 1


class _Query(NamedTuple):
    """The units of a quote as numbers of the index, what each weighs, and where an ellipsis stands."""

    numbers: list[int]
    weights: list[float]
    gaps: list[int]


def find_candidates(quote: PrintedQuote, index: SourceIndex) -> list[Candidate]:
    """Return the likely places of a quote, the best first, at most two a source."""
    weights = unit_weights(quote, index)
    query = _Query([index.id_of(sound) for sound in quote.sounds], weights, sorted(quote.gaps))
    total = sum(weights)
    found: list[Candidate] = []
    best = 0.0
    for source, stretches in _stretches(query, index) if total else []:
        if _bound(query, stretches, index) < max(_LEAST * total, 0.8 * best):
            continue
        for chain, value in _chains(query, _runs(query, stretches, index, source), _LEAST * total):
            best = max(best, value)
            found.append(Candidate(source, tuple(chain), value / total))
    return sorted(found, key=lambda each: -each.score)


def unit_weights(quote: PrintedQuote, index: SourceIndex) -> list[float]:
    """Return how much each unit of a quote tells; what stands in brackets tells nothing."""
    return [
        0.0 if place in quote.inserted else index.weight(index.id_of(sound)) for place, sound in enumerate(quote.sounds)
    ]


def _chains(query: _Query, runs: list[Run], least: float) -> Iterable[tuple[list[Run], float]]:
    """Give the best chain, and another one elsewhere if it is nearly as good; none that weighs less than `least`."""
    chain, value = _chain(query, runs)
    if not chain or value < least:
        return
    yield chain, value
    first, last = min(run.source for run in chain), max(run.source + run.length for run in chain)
    rest = [run for run in runs if run.source + run.length < first or run.source > last]
    if sum(run.weight for run in rest) > 0.9 * value:
        again, other = _chain(query, rest)
        if other > max(least, 0.9 * value):
            yield again, other


def _bound(query: _Query, stretches: Sequence[tuple[int, int]], index: SourceIndex) -> float:
    """Return the most that a chain in these stretches can weigh: all units of the quote that stand there at all."""
    here: set[int] = set()
    for first, last in stretches:
        here.update(index.sequence[first:last])
    return sum(weight for number, weight in zip(query.numbers, query.weights, strict=True) if number in here)


def _votes(query: _Query, index: SourceIndex) -> dict[int, float]:
    """Count, by stretch of a diagonal, the rare units of the quote, and others where they stand beside a neighbour."""
    numbers, weights = query.numbers, query.weights
    order = sorted((place for place in range(len(numbers)) if weights[place]), key=lambda p: index.count(numbers[p]))
    votes: defaultdict[int, float] = defaultdict(float)
    count = 0
    done: set[int] = {-1, len(numbers)}
    for rank, place in enumerate(order):
        if place - 1 in done and place + 1 in done and len(numbers) > 1:
            continue  # its neighbours are rarer: what it has beside them was found with them
        count += index.count(numbers[place])
        if count > max(_SCANNED, index.size // _SHARE) and rank >= 3:
            break
        done.add(place)
        weight = weights[place]
        for at in _distinctive_places(numbers, place, index):
            votes[(at - place) // _BUCKET] += weight
    return votes


def _distinctive_places(numbers: Sequence[int], place: int, index: SourceIndex) -> Sequence[int]:
    number = numbers[place]
    if index.count(number) <= _RARE or len(numbers) == 1:
        return index.places(number)
    before = numbers[place - 1] if place else 0
    after = numbers[place + 1] if place + 1 < len(numbers) else 0
    if index.size <= _SMALL:
        ahead, behind = index.pairs(number, after), [at + 1 for at in index.pairs(before, number)]
        return list({*ahead, *behind}) if ahead and behind else ahead or behind
    sequence = index.sequence
    # No unit has the number beyond all: it stands for a neighbour that no source has.
    before, after = before or _NONE, after or _NONE
    return [at for at in index.places(number) if sequence[at + 1] == after or sequence[at - 1] == before]


def _stretches(query: _Query, index: SourceIndex) -> list[tuple[int, list[tuple[int, int]]]]:
    """Return by source, the likeliest first, the stretches (places) in which units of the quote come together."""
    votes = _votes(query, index)
    joined = [(value + votes.get(bucket + 1, 0.0), bucket) for bucket, value in votes.items()]
    best = nlargest(_STRETCHES, joined)
    stretches: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for value, bucket in best:
        if value < _LIKELY * best[0][0]:
            break
        source = index.source_of(max(0, bucket * _BUCKET + _MARGIN))
        first = max(index.starts[source], bucket * _BUCKET - _MARGIN)
        behind = (bucket + 2) * _BUCKET + len(query.numbers) + _MARGIN
        last = min(index.starts[source] + index.lengths[source], behind)
        if first < last:
            stretches[source].append((first, last))
    return [(source, _merged(spans)) for source, spans in stretches.items()]


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def _runs(query: _Query, stretches: Sequence[tuple[int, int]], index: SourceIndex, source: int) -> list[Run]:
    """Return the runs of equal units that tell something, and of single common ones those beside such a run."""
    places: defaultdict[int, list[int]] = defaultdict(list)
    for place, number in enumerate(query.numbers):
        if number and query.weights[place]:
            places[number].append(place)
    start = index.starts[source]
    weights, sequence = query.weights, index.sequence
    strong: list[Run] = []
    single: list[tuple[int, int]] = []  # most are thrown away: the place in the source, the diagonal
    for first, last in stretches:
        # Of a long quote, only what stands about where it should: a common word is in both a thousand times.
        reach = first - _STRAY, max(first, last - len(query.numbers)) + _STRAY
        for begun, at, diagonal in _diagonals(places, sequence, (first, last), reach):
            begin, length = begun - diagonal, at - begun
            if length == 1 and weights[begin] < _STRONG:
                single.append((begun, diagonal))
            else:
                strong.append(Run(begin, begun - start, length, sum(weights[begin : begin + length])))
    if strong:
        strong = nlargest(_RUNS, strong, key=lambda run: run.weight)
        single = _beside(single, [run.source + start - run.quote for run in strong[:_CENTRES]])[: 2 * _RUNS]
    else:
        single = nlargest(_RUNS, single, key=lambda one: weights[one[0] - one[1]])
    return strong + [Run(at - diagonal, at - start, 1, weights[at - diagonal]) for at, diagonal in single]


def _beside(single: Iterable[tuple[int, int]], strong: Sequence[int]) -> list[tuple[int, int]]:
    """Return the single units on diagonals near strong ones, first those beside the strongest."""
    rank: dict[int, int] = {}
    for place, diagonal in enumerate(strong):
        for step in range(-_BESIDE, _BESIDE + 1):
            rank.setdefault(diagonal + step, place)
    return sorted((one for one in single if one[1] in rank), key=lambda one: rank[one[1]])


def _diagonals(
    places: dict[int, list[int]], sequence: Sequence[int], stretch: tuple[int, int], reach: tuple[int, int]
) -> Iterable[tuple[int, int, int]]:
    """Give the maximal runs of equal units in a stretch: first place, the one behind the last, diagonal."""
    going: dict[int, int] = {}  # diagonal → where it began in the source
    for at in range(*stretch):
        here = places.get(sequence[at])
        if here is None:
            if going:
                for diagonal, begun in going.items():
                    yield begun, at, diagonal
                going = {}
            continue
        if len(here) > _MANY:
            here = here[bisect_left(here, at - reach[1]) : bisect_right(here, at - reach[0])]
        now: dict[int, int] = {}
        for diagonal in {at - place for place in here}:
            now[diagonal] = going.pop(diagonal, at)
        for diagonal, begun in going.items():
            yield begun, at, diagonal
        going = now
    yield from ((begun, stretch[1], diagonal) for diagonal, begun in going.items())


def _chain(query: _Query, runs: list[Run]) -> tuple[list[Run], float]:
    """Return the chain of the most weight; runs may overlap, then the later one gives way."""
    if not runs:
        return [], 0.0
    longest = max(runs, key=lambda run: run.weight)
    standing = {place for run in runs for place in range(run.quote, run.quote + run.length)}
    if longest.weight >= _ALL * sum(query.weights[place] for place in standing):
        return [longest], longest.weight
    links = _Links(query.gaps, len(query.numbers))
    for run, group in sorted(_grouped(runs)):
        links.add(run, group)
    return links.best_chain()


def _grouped(runs: Iterable[Run]) -> Iterable[tuple[Run, int]]:
    """Give each run with the number of the place it belongs to: runs with little between them share one."""
    group, reached = -1, -_GROUP
    for run in sorted(runs, key=lambda each: each.source):
        if run.source >= reached + _GROUP or group < 0:
            group += 1
        reached = max(reached, run.source + run.length)
        yield run, group


def _gap_cost(extra: int) -> float:
    """Return what units cost that only one side has."""
    return _GAP * extra if extra <= 15 else 15 * _GAP + _GAP_LONG * math.log(extra / 15)


_USUAL = 256  # units of a gap whose cost is looked up
_COSTS = [_gap_cost(extra) for extra in range(_USUAL)]


class _Links:
    """Chains by dynamic programming: for each run, in the order of the quote, the best chain that ends with it."""

    def __init__(self, gaps: Sequence[int], length: int) -> None:
        self._gaps = gaps
        self._runs: list[Run] = []
        self._ends: list[tuple[int, int, int, int]] = []  # of each run: from and to in the quote, and in the source
        self._groups: defaultdict[int, list[int]] = defaultdict(list)
        self._best: list[float] = []
        self._before: list[int] = []
        self._ending: list[int] = [-1] * (length + 1)  # by the place behind its last unit: the best chain
        self._reached = 0
        self._top = -1  # the best chain that ends before the current run

    def add(self, run: Run, group: int) -> None:
        value, link = run.weight, -1
        self._advance(run.quote)
        if self._top >= 0:
            far = self._best[self._top] + run.weight - self._jump(self._top, run.quote)
            if far > value:
                value, link = far, self._top
        value, link = self._near(run, self._groups[group], value, link)
        end = run.quote + run.length
        if self._ending[end] < 0 or self._best[self._ending[end]] < value:
            self._ending[end] = len(self._runs)
        self._groups[group].append(len(self._runs))
        self._runs.append(run)
        self._ends.append((run.quote, end, run.source, run.source + run.length))
        self._best.append(value)
        self._before.append(link)

    def _advance(self, place: int) -> None:
        while self._reached < place:
            self._reached += 1
            at = self._ending[self._reached]
            if at >= 0 and (self._top < 0 or self._best[at] > self._best[self._top]):
                self._top = at

    def _jump(self, other: int, begin: int) -> float:
        return _JUMP * (_MARKED if self._gaps and self._is_marked(self._ends[other][1], begin) else 1.0)

    def _is_marked(self, end: int, begin: int) -> bool:
        return any(end <= gap <= begin for gap in self._gaps)

    def _near(self, run: Run, group: Sequence[int], value: float, link: int) -> tuple[float, int]:
        """Return the best way to go on from a run that stands before, in the quote and in the source."""
        begin, source, length, weight = run
        best, ends, gaps = self._best, self._ends, self._gaps
        for other in reversed(group):
            if best[other] + weight <= value:
                continue  # no gap makes it better
            first, end, start, behind = ends[other]
            over = end - begin if end > begin else 0
            between = source + over - behind
            if between < 0:
                if begin == end and source > start:
                    total = best[other] + weight - _AGAIN
                    if total > value:
                        value, link = total, other
                continue
            if over >= length or first >= begin:
                continue
            extra = abs(between - begin - over + end)
            cost = _COSTS[extra] if extra < _USUAL else _gap_cost(extra)
            if gaps and self._is_marked(end, begin + over):
                cost *= _MARKED
            total = best[other] + weight * (length - over) / length - cost
            if total > value:
                value, link = total, other
        return value, link

    def best_chain(self) -> tuple[list[Run], float]:
        at = max(range(len(self._best)), key=self._best.__getitem__)
        value, chain = self._best[at], []
        while at >= 0:
            chain.append(self._runs[at])
            at = self._before[at]
        return _without_overlaps(chain[::-1]), value


def _without_overlaps(chain: list[Run]) -> list[Run]:
    clean: list[Run] = []
    for run in chain:
        over = max(0, clean[-1].quote + clean[-1].length - run.quote) if clean else 0
        clean.append(Run(run.quote + over, run.source + over, run.length - over, run.weight) if over else run)
    return clean
