"""Moved text: what left one place and came up in another, with the edits inside.

Works on encoded texts (one character a token). Ranges are token indices.
"""

from __future__ import annotations

from bisect import bisect_right
from math import log2
from operator import itemgetter
from typing import TYPE_CHECKING

from rapidfuzz.distance import Prefix

from desktop.domain import value_type
from desktop.text.alignment.tidy import join_changes, slide_changes
from desktop.text.alignment.token_alignment import edits_between, exact_blocks
from desktop.text.alignment.token_codes import FULL_STOPS, PUNCTUATION_BITS, STOP_BITS
from desktop.text.progress import watched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from desktop.text.alignment.token_alignment import Block, Edit

_GRAM = 4
_PLACES = 8  # an n-gram inserted more often than this tells nothing
_APART = 12  # tokens between pieces of one move
_TOUCHING, _SENTENCE = 2, 60  # the same where they touch each other, but for those, on one of the sides
_LATEST = 16  # chains that a run may go on with: between its pieces stand others that are chance
_BEYOND_CHANCE = 8.0  # bits
_PER_PIECE = 7.0  # bits
_SHORTEST = 6  # tokens
_CONTENT = 3  # words of content among them


@value_type
class Move:
    """x[i1:i2] stands at y[j1:j2] now, with these edits inside (in indices of the full texts)."""

    i1: int
    i2: int
    j1: int
    j2: int
    inner: tuple[Edit, ...] = ()


def find_moves(
    edits: Sequence[Edit],
    x: str,
    y: str,
    bits: Mapping[str, float],
    words: Mapping[str, str],
    cancelled: Callable[[], bool] | None = None,
) -> list[Move]:
    """The moves among deleted and inserted text, in the order of x, none overlapping another."""
    gone = [(i1, i2) for i1, i2, _, _ in edits if i2 - i1 >= _SHORTEST]
    come = [(j1, j2) for _, _, j1, j2 in edits if j2 - j1 >= _SHORTEST]
    if not gone or not come:
        return []
    needed = log2(sum(e - s for s, e in gone) * sum(e - s for s, e in come)) + _BEYOND_CHANCE
    grams = _Grams(y, watched(come, cancelled))
    found: list[_Candidate] = []
    for start, end in watched(gone, cancelled):
        for chain in _chains(_runs(x, y, start, end, grams, come)):
            worth = _worth(chain, x, bits)
            room = _room(come, chain[0][1])
            if worth >= needed and chain[-1][1] + chain[-1][2] <= room[1]:
                bounded = _bounded(chain, (x, y), ((start, end), room), bits)
                if bounded and _is_distinctive(bounded, x, bits):
                    found.append((worth, bounded))
    return [_with_inner(chain, x, y, bits, words) for chain in watched(_disjoint(found), cancelled)]


_Candidate = tuple[float, "list[Block]"]
_Room = tuple[int, int]


def _room(come: Sequence[_Room], at: int) -> _Room:
    """The inserted text that holds a token."""
    return come[bisect_right(come, at, key=itemgetter(0)) - 1]


def _is_distinctive(chain: list[Block], x: str, bits: Mapping[str, float]) -> bool:
    """Say whether a chain is long enough to be worth showing as moved."""
    shared = "".join([x[i : i + n] for i, _, n in chain])
    return len(shared) >= _SHORTEST and sum(bits[code] > STOP_BITS for code in shared) >= _CONTENT


def _bounded(
    chain: list[Block], texts: tuple[str, str], rooms: tuple[_Room, _Room], bits: Mapping[str, float]
) -> list[Block]:
    """The chain from the beginning of its first sentence to the end of its last, where both are near.

    Where they are not, function words at that end are left out.
    """
    x, y = texts
    (i, j, _), (p, q, n) = chain[0], chain[-1]
    starts = _sentence_start(x, i, rooms[0][0]), _sentence_start(y, j, rooms[1][0])
    ends = _sentence_end(x, p + n, rooms[0][1]), _sentence_end(y, q + n, rooms[1][1])
    if starts[0] is None or starts[1] is None:
        chain = _without_head(chain, x, bits)
    elif (starts[0], starts[1]) != (i, j):
        chain = [(starts[0], starts[1], 0), *chain]
    if not chain:
        return []
    if ends[0] is None or ends[1] is None:
        return _without_tail(chain, x, bits)
    return chain if (ends[0], ends[1]) == (p + n, q + n) else [*chain, (ends[0], ends[1], 0)]


def _sentence_start(text: str, at: int, limit: int) -> int | None:
    for start in range(at, max(limit, at - _APART) - 1, -1):
        if start == limit or text[start - 1] in FULL_STOPS:
            return start
    return None


def _sentence_end(text: str, at: int, limit: int) -> int | None:
    for end in range(at, min(limit, at + _APART) + 1):
        if end == limit or text[end - 1] in FULL_STOPS:
            return end
    return None


def _without_head(chain: list[Block], x: str, bits: Mapping[str, float]) -> list[Block]:
    (i, j, n), *rest = chain
    while n and bits[x[i]] <= STOP_BITS:
        i, j, n = i + 1, j + 1, n - 1
    return [(i, j, n), *rest] if n else rest


def _without_tail(chain: list[Block], x: str, bits: Mapping[str, float]) -> list[Block]:
    """Closing punctuation stays."""
    *rest, (i, j, n) = chain
    while n and PUNCTUATION_BITS < bits[x[i + n - 1]] <= STOP_BITS:
        n -= 1
    return [*rest, (i, j, n)] if n else rest


class _Grams:
    """Where the n-grams of inserted text stand."""

    def __init__(self, y: str, come: Iterable[_Room]) -> None:
        self.places: dict[str, int] = {}
        self.again: dict[str, list[int]] = {}  # all places of those that come more than once
        for start, end in come:
            for j in range(start, end - _GRAM + 1):
                gram = y[j : j + _GRAM]
                first = self.places.setdefault(gram, j)
                if first != j:
                    self.again.setdefault(gram, [first]).append(j)


def _runs(x: str, y: str, start: int, end: int, grams: _Grams, come: Sequence[tuple[int, int]]) -> list[Block]:
    """Maximal equal runs of deleted x[start:end] with inserted text."""
    runs: list[Block] = []
    covered: dict[int, int] = {}  # diagonal -> where its last run ends in x
    until = start  # where the last run ends: within it a gram that stands once tells nothing new
    known, again = grams.places, grams.again
    for i in [i for i in range(start, end - _GRAM + 1) if x[i : i + _GRAM] in known]:
        gram = x[i : i + _GRAM]
        if i < until - _GRAM + 1 and gram not in again:
            continue
        places = again.get(gram) or (known[gram],)
        if len(places) > _PLACES:
            continue
        for j in places:
            if covered.get(i - j, -1) > i:
                continue
            n = Prefix.similarity(x[i:end], y[j : _room(come, j)[1]])
            covered[i - j] = until = i + n
            runs.append((i, j, n))
    return runs


def _chains(runs: list[Block]) -> list[list[Block]]:
    """Runs that follow each other closely on both sides, put together."""
    chains: list[list[Block]] = []
    for run in runs:
        for chain in chains[-_LATEST:]:
            i, j, n = chain[-1]
            both = max(0, i + n - run[0], j + n - run[1])  # tokens that the two share, such as a full stop
            if both <= min(_TOUCHING, run[2] - 1) and _follows(run[0] + both - i - n, run[1] + both - j - n):
                chain.append((run[0] + both, run[1] + both, run[2] - both))
                break
        else:
            chains.append([run])
    return chains


def _follows(gone: int, come: int) -> bool:
    """Say whether so many tokens between two runs leave them one piece: a few, or a sentence that went or came."""
    few, more = sorted((gone, come))
    return few >= 0 and (more <= _APART or (few <= _TOUCHING and more <= _SENTENCE))


def _worth(chain: list[Block], x: str, bits: Mapping[str, float]) -> float:
    total = sum(map(bits.__getitem__, "".join([x[i : i + n] for i, _, n in chain])))
    return total - _PER_PIECE * (len(chain) - 1)


class _Taken:
    """The tokens of both texts that belong to a move."""

    def __init__(self) -> None:
        self._x: set[int] = set()
        self._y: set[int] = set()

    def take(self, mine: range, theirs: range) -> bool:
        """Take two ranges, and say whether they were free."""
        free = self._x.isdisjoint(mine) and self._y.isdisjoint(theirs)
        if free:
            self._x.update(mine)
            self._y.update(theirs)
        return free


def _disjoint(candidates: list[_Candidate]) -> list[list[Block]]:
    """The weightiest chains that share no token on either side, in the order of x.

    What all of them share is taken first; then they grow to the ends of their sentences, where those are free.
    """
    taken = _Taken()
    chosen: list[list[Block]] = []
    for _, chain in sorted(candidates, key=lambda candidate: (-candidate[0], candidate[1])):
        shared = [block for block in chain if block[2]]
        (i, j, _), (p, q, n) = shared[0], shared[-1]
        if taken.take(range(i, p + n), range(j, q + n)):
            chosen.append(chain)
    return sorted([_grown(chain, taken) for chain in chosen])


def _grown(chain: list[Block], taken: _Taken) -> list[Block]:
    """The chain without those of its ends that share nothing and are not free."""
    (i, j, n), *rest = chain
    if not n and not taken.take(range(i, rest[0][0]), range(j, rest[0][1])):
        chain = rest
    *rest, (i, j, n) = chain
    if not n:
        p, q, size = rest[-1]
        if not taken.take(range(p + size, i), range(q + size, j)):
            chain = rest
    return chain


def _with_inner(chain: list[Block], x: str, y: str, bits: Mapping[str, float], words: Mapping[str, str]) -> Move:
    (i1, j1, _), (i, j, n) = chain[0], chain[-1]
    i2, j2 = i + n, j + n
    mine, theirs = x[i1:i2], y[j1:j2]
    if mine == theirs:
        return Move(i1, i2, j1, j2)
    blocks = [(p - i1, q - j1, size) for p, q, size in chain]
    for p, q, r, s in edits_between(blocks, len(mine), len(theirs)):
        blocks += [(p + a, r + b, size) for a, b, size in exact_blocks(mine[p:q], theirs[r:s], bits)]
    inner = edits_between(sorted(blocks), len(mine), len(theirs))
    inner = slide_changes(join_changes(inner, mine, theirs, bits), mine, theirs, words)
    return Move(i1, i2, j1, j2, tuple((i1 + p, i1 + q, j1 + r, j1 + s) for p, q, r, s in inner))
