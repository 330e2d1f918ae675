"""Token alignment: which tokens of two encoded texts correspond, at the least cost; chains of blocks.

Texts are strings of one character a token. An edit (i1, i2, j1, j2) says that x[i1:i2] became y[j1:j2];
between edits the two are alike.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import pairwise
from math import isqrt
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein, Postfix, Prefix

from desktop.text.alignment.token_codes import SENTENCE, STOP_BITS
from desktop.text.progress import Stage, look, reached, watched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence


def heaviest_chain(blocks: Sequence[Block]) -> list[Block]:
    """The heaviest subsequence of blocks (i, j, length) that rises on both sides; overlaps are cut off.

    `blocks` must be sorted by i, each i once. O(k log k).
    """
    if _rising(blocks):
        return list(blocks)
    columns, values, tops = [-1], [0], [-1]  # the best chains by the column of their last block: both rise
    back: list[int] = []
    total = last = -1
    for index, (_, j, length) in enumerate(blocks):
        at = bisect_left(columns, j)
        value = values[at - 1] + length
        back.append(tops[at - 1])
        if value > total:
            total, last = value, index
        if at < len(columns) and columns[at] == j and values[at] >= value:
            continue
        end = at
        while end < len(values) and (values[end] < value or columns[end] == j):
            end += 1
        columns[at:end], values[at:end], tops[at:end] = [j], [value], [index]
    chain: list[Block] = []
    index = last
    while index >= 0:
        chain.append(blocks[index])
        index = back[index]
    return _cut(chain[::-1])


def joined(blocks: Sequence[Block]) -> list[Block]:
    """Blocks in order, those put together that follow each other on both sides without a gap."""
    found: list[Block] = []
    for i, j, n in blocks:
        if found and found[-1][0] + found[-1][2] == i and found[-1][1] + found[-1][2] == j:
            found[-1] = (found[-1][0], found[-1][1], found[-1][2] + n)
        else:
            found.append((i, j, n))
    return found


def _rising(blocks: Sequence[Block]) -> bool:
    return all(p[0] + p[2] <= q[0] and p[1] + p[2] <= q[1] for p, q in pairwise(blocks))


def _cut(chain: list[Block]) -> list[Block]:
    """Take off the head of a block what it shares with the block before."""
    clean: list[Block] = []
    end_i = end_j = 0
    for i, j, length in chain:
        over = max(0, end_i - i, end_j - j)
        if over < length:
            clean.append((i + over, j + over, length - over))
            end_i, end_j = i + length, j + length
    return clean


Edit = tuple[int, int, int, int]
Block = tuple[int, int, int]  # x[i:i+n] == y[j:j+n]
Gap = tuple[int, int, int, int]

# What keeping a token is worth, and what each further change costs.
_WORTH_PLAIN = 1.0
_WORTH_CONTENT = 4.0
_COST_ONE_SIDED = 0.6
_COST_BOTH_SIDES = 1.2
_COST_ONE_WORD = 0.6  # one word for one word

_EXACT_MATCHES = 1_200  # candidate pairs up to which a gap is aligned exactly
_SEEDED_CELLS = 400  # cells from which a gap is looked through for seeds first
_LEAF_CELLS = 3 * 10**8
_GRAMS = (6, 4, 3, 2)
_SENTENCE = 4  # tokens a sentence needs to serve as a seed


class Aligner:
    """Aligns two encoded texts: seeds (runs that surely answer each other) first, then exactly between them."""

    def __init__(
        self,
        x: str,
        y: str,
        bits: Mapping[str, float],
        cancelled: Callable[[], bool] | None = None,
        known: Sequence[Block] = (),
    ) -> None:
        """`known` blocks are kept, whatever the rest."""
        self._x, self._y = x, y
        self._known = known
        self._bits = bits
        self._cancelled = cancelled
        self._blocks: list[Block] = []

    def edits(self) -> list[Edit]:
        """The edits in order."""
        self._blocks += self._known
        first = edits_between(self._known, len(self._x), len(self._y))
        gaps = [(rest, not self._known) for gap in first for rest in self._trimmed(gap)]
        left = total = sum(_size(gap) for gap, _ in gaps)
        while gaps:
            look(self._cancelled)
            gap, whole = gaps.pop()
            rests = [rest for part in self._split(gap, whole=whole) for rest in self._trimmed(part)]
            left -= _size(gap) - sum(map(_size, rests))
            reached(self._cancelled, Stage.ALIGNING, 1 - left / total)
            gaps += [(rest, False) for rest in rests]
        return edits_between(sorted(self._blocks), len(self._x), len(self._y))

    def _trimmed(self, gap: Gap) -> Iterator[Gap]:
        """The gap without its common ends, which are kept; nothing if a side is empty then."""
        i1, i2, j1, j2 = gap
        x, y = self._x[i1:i2], self._y[j1:j2]
        head = Prefix.similarity(x, y)
        if head:
            self._blocks.append((i1, j1, head))
        tail = Postfix.similarity(x[head:], y[head:])
        if tail:
            self._blocks.append((i2 - tail, j2 - tail, tail))
        left, right = len(x) - head - tail, len(y) - head - tail
        if left and right and left + right > 2:  # one token cannot answer another that is not its like
            yield i1 + head, i2 - tail, j1 + head, j2 - tail

    def _split(self, gap: Gap, *, whole: bool) -> list[Gap]:
        """Align a gap, or find seeds in it and give what lies between them."""
        i1, i2, j1, j2 = gap
        x, y = self._x[i1:i2], self._y[j1:j2]
        cells = len(x) * len(y)
        seeds = self._seeds(x, y, whole=whole) if cells > _SEEDED_CELLS else []
        if not seeds:
            if cells <= _EXACT_MATCHES or _matches(x, y) <= _EXACT_MATCHES:
                self._keep(i1, j1, exact_blocks(x, y, self._bits))
                return []
            seeds = first_seeds(x, y, _GRAMS[1:], self._bits, self._cancelled)
        if not seeds:
            self._coarse(gap)
            return []
        self._keep(i1, j1, seeds)
        return [(i1 + a, i1 + b, j1 + c, j1 + d) for a, b, c, d in edits_between(seeds, i2 - i1, j2 - j1)]

    def _seeds(self, x: str, y: str, *, whole: bool) -> list[Block]:
        """Seeds that no exact alignment would contradict."""
        found = sentence_seeds(x, y) if whole else []
        return found or first_seeds(x, y, _GRAMS[:1], self._bits, self._cancelled)

    def _coarse(self, gap: Gap) -> None:
        """No seed: let rapidfuzz align it, piece by piece along the diagonal where it is beyond measure."""
        i1, i2, j1, j2 = gap
        pieces = 1 + isqrt((i2 - i1) * (j2 - j1) // _LEAF_CELLS)
        for piece in watched(range(pieces), self._cancelled, 1):
            i, p = (i1 + (i2 - i1) * (piece + more) // pieces for more in (0, 1))
            j, q = (j1 + (j2 - j1) * (piece + more) // pieces for more in (0, 1))
            ops = Levenshtein.opcodes(self._x[i:p], self._y[j:q])
            self._keep(
                i, j, [(op.src_start, op.dest_start, op.src_end - op.src_start) for op in ops if op.tag == "equal"]
            )

    def _keep(self, i: int, j: int, blocks: list[Block]) -> None:
        self._blocks += [(i + p, j + q, n) for p, q, n in blocks]


def _size(gap: Gap) -> int:
    return gap[1] - gap[0] + gap[3] - gap[2]


def edits_between(blocks: Sequence[Block], n: int, m: int) -> list[Edit]:
    """What lies between blocks that are in order."""
    edits: list[Edit] = []
    i = j = 0
    for p, q, size in [*blocks, (n, m, 0)]:
        if i < p or j < q:
            edits.append((i, p, j, q))
        i, j = p + size, q + size
    return edits


def _matches(x: str, y: str) -> int:
    mine, theirs = Counter(x), Counter(y)
    if len(theirs) < len(mine):
        mine, theirs = theirs, mine
    return sum(count * theirs[code] for code, count in mine.items() if code in theirs)


def sentence_seeds(x: str, y: str) -> list[Block]:
    """Whole sentences that occur once on each side, in the heaviest order that holds on both."""
    mine, theirs = _unique(x), _unique(y)
    pairs = sorted((i, theirs[s], len(s)) for s, i in mine.items() if i >= 0 and theirs.get(s, -1) >= 0)
    return heaviest_chain(joined(pairs))


def _unique(x: str) -> dict[str, int]:
    """Sentences with where they start; -1 for those that occur twice."""
    found: dict[str, int] = {}
    at = 0
    for text in SENTENCE.findall(x):
        if len(text) >= _SENTENCE:
            found[text] = -1 if text in found else at
        at += len(text)
    return found


def first_seeds(
    x: str, y: str, sizes: Sequence[int], bits: Mapping[str, float], cancelled: Callable[[], bool] | None = None
) -> list[Block]:
    """The seeds by the longest n-grams that give any."""
    return next((found for size in watched(sizes, cancelled, 1) if (found := gram_seeds(x, y, size, bits))), [])


def gram_seeds(x: str, y: str, size: int, bits: Mapping[str, float]) -> list[Block]:
    """Runs around the n-grams that occur once on each side, in the heaviest order that holds on both."""
    runs: list[Block] = []
    i0 = j0 = n = -1  # the last run
    for i, j in _shared_once(x, y, size):
        if i - i0 == j - j0 and i <= i0 + n:
            n = i + size - i0
            runs[-1] = (i0, j0, n)
        elif size > 2 or any(bits[code] > STOP_BITS for code in x[i : i + size]):
            i0, j0, n = i, j, size
            runs.append((i, j, size))
    return heaviest_chain(runs)


def _shared_once(x: str, y: str, size: int) -> list[tuple[int, int]]:
    """Where the n-grams that occur once on each side stand in both, in the order of x."""
    theirs = [y[j : j + size] for j in range(len(y) - size + 1)]
    places = dict(zip(theirs, range(len(theirs)), strict=True))
    shared = [(gram, i) for i in range(len(x) - size + 1) if (gram := x[i : i + size]) in places]
    if not shared:
        return []
    twice = _repeated([gram for gram, _ in shared])
    if len(places) < len(theirs):
        sought = {gram for gram, _ in shared}
        twice |= _repeated([gram for gram in theirs if gram in sought])
    return [(i, places[gram]) for gram, i in shared if gram not in twice]


def _repeated(grams: list[str]) -> set[str]:
    if len({*grams}) == len(grams):
        return set()
    return {gram for gram, count in Counter(grams).items() if count > 1}


Node = tuple[int, int, "Node | None"]
End = tuple[float, Node]  # the value of the best chain that ends somewhere, and its last pair
Ends = dict[int, End]  # by column
_START: End = (0.0, (-1, -1, None))
_NONE: Ends = {}


class _Frontier:
    """The best chain that ends left of a column, whatever its row: values rise with columns."""

    __slots__ = ("columns", "ends")

    def __init__(self) -> None:
        self.columns, self.ends = [-1], [_START]

    def add(self, column: int, end: End) -> None:
        columns, ends = self.columns, self.ends
        at = bisect_right(columns, column)
        value = end[0]
        if ends[at - 1][0] >= value:
            return
        last, size = at, len(ends)
        while last < size and ends[last][0] <= value:
            last += 1
        if columns[at - 1] == column:
            at -= 1
        if at == size:
            columns.append(column)
            ends.append(end)
        else:
            columns[at:last] = (column,)
            ends[at:last] = (end,)


def exact_blocks(x: str, y: str, bits: Mapping[str, float]) -> list[Block]:
    """The best alignment: tokens kept are worth something, every change opened costs something.

    Sparse: looks only at pairs of equal tokens. A change of one side only (a pure insertion or deletion)
    costs less than one of both.
    """
    places: dict[str, list[int]] = {code: [] for code in {*x}.intersection(y)}
    if not places:
        return []
    for j, code in enumerate(y):
        if code in places:
            places[code].append(j)
    frontier = _Frontier()
    columns = {-1: _START}  # best chain that ends in a column
    above, earlier = {**columns}, _NONE  # chains that end in the row before, and two rows before
    done = 0  # rows
    for i, code in enumerate(x):
        if code in places:
            if i > done:
                above, earlier = _NONE, (above if i == done + 1 else _NONE)
            worth = _WORTH_CONTENT if bits[code] > STOP_BITS else _WORTH_PLAIN
            row = _row((i, worth), places[code], above, earlier, columns, frontier)
            for j, end in row.items():
                if j not in columns or end[0] > columns[j][0]:
                    columns[j] = end
                    frontier.add(j, end)
            above, earlier, done = row, above, i + 1
    if done < len(x):
        above, earlier = _NONE, (above if len(x) == done + 1 else _NONE)
    return _traced(_row((len(x), 0.0), [len(y)], above, earlier, columns, frontier)[len(y)][1][2])


def _row(
    token: tuple[int, float], found: list[int], above: Ends, earlier: Ends, columns: Ends, frontier: _Frontier
) -> Ends:
    """The best chains that end in a token (its row and what keeping it is worth), `found` rising."""
    i, worth = token
    row: Ends = {}
    lefts = [*above] if above else ()  # columns of the row above
    passed = 0  # of them
    best: End | None = None  # of the chains passed
    for j in found:
        value, node = frontier.ends[bisect_left(frontier.columns, j) - 1]
        value -= _COST_BOTH_SIDES
        while passed < len(lefts) and lefts[passed] < j - 1:
            end = above[lefts[passed]]
            best = end if best is None or end[0] > best[0] else best
            passed += 1
        if best and best[0] - _COST_ONE_SIDED > value:
            value, node = best[0] - _COST_ONE_SIDED, best[1]
        if j - 1 in columns and columns[j - 1][0] - _COST_ONE_SIDED > value:
            value, node = columns[j - 1][0] - _COST_ONE_SIDED, columns[j - 1][1]
        if j - 2 in earlier and earlier[j - 2][0] - _COST_ONE_WORD > value:
            value, node = earlier[j - 2][0] - _COST_ONE_WORD, earlier[j - 2][1]
        if j - 1 in above and above[j - 1][0] >= value:
            value, node = above[j - 1]
        row[j] = (value + worth, (i, j, node))
    return row


def _traced(node: Node | None) -> list[Block]:
    """The pairs of a chain as blocks."""
    blocks: list[Block] = []
    while node and node[0] >= 0:
        i, j, node = node
        size = 1
        while node and node[0] == i - 1 >= 0 and node[1] == j - 1:
            i, j, node = node
            size += 1
        blocks.append((i, j, size))
    blocks.reverse()
    return blocks
