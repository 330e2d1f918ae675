"""Where in the two full texts do changes of tokens begin and end?

A change takes along the white space that came or went with its words, never a part of a token; what is left
of both texts outside the changes is the same string.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from desktop.domain import Span
from desktop.text.cancelling import watched
from desktop.text.changes import Change, ChangeKind
from desktop.text.passages import breaks_paragraph, is_wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from desktop.text.alignment import Edit
    from desktop.text.moves import Move
    from desktop.text.words import Tokens

Range = tuple[int, int]


class SpanBuilder:
    """Turns edits of tokens into changes with spans of code points."""

    def __init__(self, a: Tokens, b: Tokens, cancelled: Callable[[], bool] | None = None) -> None:
        self._a, self._b = a, b
        self._cancelled = cancelled
        self._wrapped = is_wrapped(a.text), is_wrapped(b.text)
        self._bounds = Span(0, len(a.text)), Span(0, len(b.text))

    def changes(self, edits: Sequence[Edit], moves: Sequence[Move] = ()) -> list[Change]:
        """All changes of the two texts in reading order of A."""
        found: list[Change] = []
        moved = _Moved(moves)
        i = j = 0
        for edit in watched(self._with_ends(edits), self._cancelled):
            found += self._unmarked(i, j, edit[0] - i)
            found += self._edited(edit, moved)
            i, j = edit[1], edit[3]
        found += [
            Change(ChangeKind.MOVED, moved.a[move], moved.b[move], move=number, inner=tuple(self.inside(move)))
            for number, move in enumerate(moves, 1)
        ]
        return sorted(found, key=lambda change: (change.a, change.b))

    def _with_ends(self, edits: Sequence[Edit]) -> list[Edit]:
        """The edits, and the two ends of the texts, where white space may differ."""
        start: Edit = (0, 0, 0, 0)
        end: Edit = (len(self._a), len(self._a), len(self._b), len(self._b))
        head = [] if edits and edits[0][0] == edits[0][2] == 0 else [start]
        tail = [] if (edits and edits[-1][1::2] == end[1::2]) or (end == start and head) else [end]
        return [*head, *edits, *tail]

    def inside(self, part: Move) -> Iterator[Change]:
        """The changes inside text that corresponds as a whole: moved text, or two passages."""
        i, j = part.i1, part.j1
        whole = self._bounds
        self._bounds = (
            Span(self._a.start(i), self._a.end(part.i2 - 1)),
            Span(self._b.start(j), self._b.end(part.j2 - 1)),
        )
        for edit in watched(part.inner, self._cancelled):
            yield from self._unmarked(i, j, edit[0] - i)
            yield from self._edited(edit, _Moved(()))
            i, j = edit[1], edit[3]
        yield from self._unmarked(i, j, part.i2 - i)
        self._bounds = whole

    def _unmarked(self, i: int, j: int, size: int) -> Iterator[Change]:
        """What differs in a run of tokens that have equal keys: their typography and the space between them."""
        a, b = self._a, self._b
        if a.pieces[i : i + size] == b.pieces[j : j + size]:
            return
        for p, q in zip(range(i, i + size), range(j, j + size), strict=True):
            if a.pieces[p] == b.pieces[q]:
                continue
            if a.token(p) != b.token(q):
                yield Change(ChangeKind.TYPOGRAPHY, _token(a, p), _token(b, q))
            if p + 1 < i + size:
                yield from self._space(p, q)

    def _space(self, p: int, q: int) -> Iterator[Change]:
        """The white space after two tokens that correspond."""
        mine, theirs = _tail(self._a, p), _tail(self._b, q)
        if mine.of(self._a.text) != theirs.of(self._b.text):
            yield Change(self._kind_of_space(mine, theirs), mine, theirs)

    def _kind_of_space(self, mine: Span, theirs: Span) -> ChangeKind:
        broken = breaks_paragraph(mine.of(self._a.text), wrapped=self._wrapped[0])
        if broken != breaks_paragraph(theirs.of(self._b.text), wrapped=self._wrapped[1]):
            return ChangeKind.PARAGRAPH
        return ChangeKind.TYPOGRAPHY

    def _edited(self, edit: Edit, moved: _Moved) -> Iterator[Change]:
        i1, i2, j1, j2 = edit
        mine, theirs = self._region(i1, i2, j1, j2)
        if i1 == i2 and j1 == j2:
            if len(mine) or len(theirs):
                yield Change(self._kind_of_space(mine, theirs), mine, theirs)
            return
        left = moved.cut_a(self._a, mine, (i1, i2))
        right = moved.cut_b(self._b, theirs, (j1, j2))
        a_at, b_at = mine.start, theirs.start
        for first, second in zip_longest(left, right):
            first_span = first or Span(a_at, a_at)
            second_span = second or Span(b_at, b_at)
            a_at, b_at = first_span.end, second_span.end
            yield _plain(first_span, second_span)

    def _region(self, i1: int, i2: int, j1: int, j2: int) -> tuple[Span, Span]:
        """The characters of an edit with the white space around it that is not alike on both sides."""
        mine = _around(self._a, i1, i2, self._bounds[0])
        theirs = _around(self._b, j1, j2, self._bounds[1])
        first, second = mine.of(self._a.text), theirs.of(self._b.text)
        limit = min(self._lead(i1, i2, mine, self._a), self._lead(j1, j2, theirs, self._b))
        head = 0
        while head < limit and first[head] == second[head]:
            head += 1
        limit = min(self._trail(i1, i2, mine, self._a), self._trail(j1, j2, theirs, self._b))
        limit = min(limit, len(first) - head, len(second) - head)
        tail = 0
        while tail < limit and first[-1 - tail] == second[-1 - tail]:
            tail += 1
        return Span(mine.start + head, mine.end - tail), Span(theirs.start + head, theirs.end - tail)

    def _lead(self, first: int, last: int, region: Span, side: Tokens) -> int:
        return (side.start(first) if first < last else region.end) - region.start

    def _trail(self, first: int, last: int, region: Span, side: Tokens) -> int:
        return region.end - (side.end(last - 1) if first < last else region.start)


def _plain(mine: Span, theirs: Span) -> Change:
    if not len(mine):
        return Change(ChangeKind.INSERTED, mine, theirs)
    return Change(ChangeKind.REPLACED if len(theirs) else ChangeKind.DELETED, mine, theirs)


def _token(side: Tokens, index: int) -> Span:
    return Span(side.start(index), side.end(index))


def _tail(side: Tokens, index: int) -> Span:
    end = side.end(index)
    return Span(end, end + len(side.pieces[index]) - len(side.token(index)))


def _around(side: Tokens, first: int, last: int, bounds: Span) -> Span:
    """From the end of the token before to the start of the token after."""
    return Span(max(side.end(first - 1), bounds.start), min(side.start(last), bounds.end))


class _Moved:
    """Cuts moved text out of edits and remembers where it stands on both sides."""

    def __init__(self, moves: Sequence[Move]) -> None:
        self.a: dict[Move, Span] = {}
        self.b: dict[Move, Span] = {}
        self._by_a = [(move.i1, move.i2, move) for move in moves]
        self._by_b = sorted(((move.j1, move.j2, move) for move in moves), key=lambda entry: entry[:2])
        self._next_a = self._next_b = 0

    def cut_a(self, side: Tokens, region: Span, tokens: Range) -> list[Span]:
        left, self._next_a = _cut(side, region, tokens, (self._by_a, self._next_a), self.a)
        return left

    def cut_b(self, side: Tokens, region: Span, tokens: Range) -> list[Span]:
        left, self._next_b = _cut(side, region, tokens, (self._by_b, self._next_b), self.b)
        return left


def _cut(
    side: Tokens, region: Span, tokens: Range, queue: tuple[list[tuple[int, int, Move]], int], spans: dict[Move, Span]
) -> tuple[list[Span], int]:
    """What is left of a region when the moves of the queue that lie in it are cut out; and the queue's new place."""
    moves, at = queue
    left: list[Span] = []
    start = region.start
    while at < len(moves) and moves[at][1] <= tokens[1]:
        first, last, move = moves[at]
        begin = side.start(first) if first > tokens[0] else region.start
        if side.text[start:begin].strip():
            left.append(Span(start, begin))
        else:
            begin = start
        start = side.start(last) if last < tokens[1] else region.end
        spans[move] = Span(begin, start)
        at += 1
    if start < region.end:
        left.append(Span(start, region.end))
    return left, at
