"""Spans of changes in two texts, cut where rows end, so that none runs from one row into the next.

What only one text has stays one change, however many paragraphs it is.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain import Span
from desktop.lazy_pattern import lazy_pattern
from desktop.text.changes import Change, ChangeKind
from desktop.text.passages import breaks_paragraph, is_wrapped
from desktop.text.progress import Stage, watched
from desktop.text.words import fold, key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from desktop.text.alignment.moves import Move
    from desktop.text.alignment.stretches import PlainEdit
    from desktop.text.alignment.token_alignment import Edit
    from desktop.text.changes import Row
    from desktop.text.words import Tokens


Range = tuple[int, int]
Bounds = tuple[int, int]  # code points
_CUT = (ChangeKind.INSERTED, ChangeKind.DELETED, ChangeKind.REPLACED)
_QUOTATION_MARKS = frozenset("\"'")  # as they are folded
_PRIMES = frozenset("\"'′″")
_MARK_SIZE = 4  # code points of a mark with the white space around it
_BROKEN_WORD = lazy_pattern(r"(?<=[^\W\d_])[-‐\u0002\u00ad\ufffe][ \t]*\r?\n[ \t]*(?=[^\W\d_])")
_LONGEST_HYPHENATED = 200  # code points


class SpanBuilder:
    """Turns edits of tokens into changes with spans of code points."""

    def __init__(self, a: Tokens, b: Tokens, cancelled: Callable[[], bool] | None = None) -> None:
        self._a, self._b = a, b
        self._cancelled = cancelled
        self._wrapped = is_wrapped(a.text), is_wrapped(b.text)
        self._bounds: tuple[Bounds, Bounds] = (0, len(a.text)), (0, len(b.text))
        # Between these tokens white space lies where it seems to; nowhere if some of the text is hidden.
        self._between: Edit = (0, len(a) + 1, 0, len(b) + 1) if a.unbroken and b.unbroken else (0, 0, 0, 0)
        self._passed = frozenset(a.whole)

    def changes(
        self, edits: Sequence[Edit], moves: Sequence[Move] = (), plain: Sequence[PlainEdit] = ()
    ) -> list[Change]:
        """All changes of the two texts in reading order of A; `plain` are those of text that was passed over."""
        found = [change_of(Span(i, i2), Span(j, j2)) for i, i2, j, j2, _, _ in plain]
        moved = _Moved(moves)
        i = j = 0
        for edit in watched(self._with_ends(edits), self._cancelled, stage=Stage.CHANGES):
            self._unmarked(i, j, edit[0] - i, found)
            self._edited(edit, found, moved if moves and moved.reaches(edit) else None)
            i, j = edit[1], edit[3]
        for number, move in enumerate(moves, 1):
            inner = tuple(self.inside(move))
            found.append(Change(ChangeKind.MOVED, moved.a[move], moved.b[move], move=number, inner=inner))
        found.sort(key=place_of)
        return found

    def _with_ends(self, edits: Sequence[Edit]) -> list[Edit]:
        """The edits, and the two ends of the texts, where white space may differ."""
        start: Edit = (0, 0, 0, 0)
        end: Edit = (len(self._a), len(self._a), len(self._b), len(self._b))
        head = [] if edits and edits[0][0] == edits[0][2] == 0 else [start]
        tail = [] if (edits and edits[-1][1::2] == end[1::2]) or (end == start and head) else [end]
        return [*head, *edits, *tail]

    def inside(self, part: Move) -> list[Change]:
        """The changes inside text that corresponds as a whole: moved text, or two passages."""
        found: list[Change] = []
        i, j = part.i1, part.j1
        whole = self._bounds, self._between
        self._bounds = (
            (self._a.start(i), self._a.end(part.i2 - 1)),
            (self._b.start(j), self._b.end(part.j2 - 1)),
        )
        self._between = (i, min(part.i2, self._between[1]), j, min(part.j2, self._between[3]))
        for edit in watched(part.inner, self._cancelled):
            self._unmarked(i, j, edit[0] - i, found)
            self._edited(edit, found, None)
            i, j = edit[1], edit[3]
        self._unmarked(i, j, part.i2 - i, found)
        self._bounds, self._between = whole
        return found

    def _unmarked(self, i: int, j: int, size: int, found: list[Change]) -> None:
        """What differs in a run of tokens that have equal keys: their typography and the space between them."""
        a, b = self._a, self._b
        mine, theirs = a.pieces[i : i + size], b.pieces[j : j + size]
        if mine == theirs:
            return
        for at in [at for at, (one, other) in enumerate(zip(mine, theirs, strict=True)) if one != other]:
            p, q = i + at, j + at
            if p in self._passed:
                continue
            if a.token(p) != b.token(q):
                found.append(Change(ChangeKind.TYPOGRAPHY, _token(a, p), _token(b, q)))
            if at + 1 < size and not (_is_broken(a, p) or _is_broken(b, q)):
                self._space(_tail(a, p), _tail(b, q), found)

    def _space(self, mine: Span, theirs: Span, found: list[Change]) -> None:
        """White space that corresponds."""
        first, second = mine.of(self._a.text), theirs.of(self._b.text)
        if first == second:
            return
        broken = breaks_paragraph(first, wrapped=self._wrapped[0])
        same = broken == breaks_paragraph(second, wrapped=self._wrapped[1])
        found.append(Change(ChangeKind.TYPOGRAPHY if same else ChangeKind.PARAGRAPH, mine, theirs))

    def _edited(self, edit: Edit, found: list[Change], moved: _Moved | None) -> None:
        i1, i2, j1, j2 = edit
        mine, theirs = self._plain_region(i1, i2, j1, j2) or self._region(i1, i2, j1, j2)
        if i1 == i2 and j1 == j2:  # what stands before the first word, or after the last, parts nothing
            if mine.of(self._a.text) != theirs.of(self._b.text):
                found.append(Change(ChangeKind.TYPOGRAPHY, mine, theirs))
        elif moved is None:
            found.append(self._change(mine, theirs))
        else:
            found += _paired(mine, theirs, moved.cut_a(self._a, mine, (i1, i2)), moved.cut_b(self._b, theirs, (j1, j2)))

    def _change(self, mine: Span, theirs: Span) -> Change:
        """The change of two spans; typography where they differ in the style of a mark or in the end of a line."""
        if len(mine) and len(theirs) and (self._is_one_mark(mine, theirs) or self._is_hyphenation(mine, theirs)):
            return Change(ChangeKind.TYPOGRAPHY, mine, theirs)
        return change_of(mine, theirs)

    def _is_one_mark(self, mine: Span, theirs: Span) -> bool:
        """Say whether both spans hold a quotation mark, double or single; behind a figure it may be feet or inches."""
        if len(mine) > _MARK_SIZE or len(theirs) > _MARK_SIZE:
            return False
        marks = mine.of(self._a.text).strip(), theirs.of(self._b.text).strip()
        if not all(key_of(mark) in _QUOTATION_MARKS for mark in marks):
            return False
        return _PRIMES.isdisjoint(marks) or not self._a.text[mine.start - 1 : mine.start].isdigit()

    def _is_hyphenation(self, mine: Span, theirs: Span) -> bool:
        """Say whether only the hyphen at the end of a line tells two spellings apart."""
        first, second = mine.of(self._a.text), theirs.of(self._b.text)
        if "\n" not in first + second or max(len(first), len(second)) > _LONGEST_HYPHENATED:
            return False
        return not {_joined(first, "-"), _joined(first, "")}.isdisjoint((_joined(second, "-"), _joined(second, "")))

    def _plain_region(self, i1: int, i2: int, j1: int, j2: int) -> tuple[Span, Span] | None:
        """The region where the white space around an edit is alike on both sides; None where it may differ."""
        a, b = self._a, self._b
        p, p2, q, q2 = self._between
        if not (p < i1 and i2 < p2 and q < j1 and j2 < q2) or a.pieces[i1 - 1] != b.pieces[j1 - 1]:
            return None
        begin, start = a.start(i1), b.start(j1)
        if i1 == i2 or j1 == j2:
            return Span(begin, a.start(i2)), Span(start, b.start(j2))
        last, other = a.pieces[i2 - 1], b.pieces[j2 - 1]
        size, length = len(a.token(i2 - 1)), len(b.token(j2 - 1))
        if last[size:] != other[length:]:
            return None
        return Span(begin, a.starts[i2 - 1] + size), Span(start, b.starts[j2 - 1] + length)

    def _region(self, i1: int, i2: int, j1: int, j2: int) -> tuple[Span, Span]:
        """The characters of an edit with the white space around it that is not alike on both sides.

        Where something is hidden in that of either side, it is unknown, and belongs to no edit that replaces.
        """
        begin, end, lead, trail = _around(self._a, i1, i2, self._bounds[0])
        start, stop, room, rest = _around(self._b, j1, j2, self._bounds[1])
        if i1 < i2 and j1 < j2:
            if _is_broken(self._a, i1 - 1) or _is_broken(self._b, j1 - 1):
                begin, start, lead, room = begin + lead, start + room, 0, 0
            if _is_broken(self._a, i2 - 1) or _is_broken(self._b, j2 - 1):
                end, stop, trail, rest = end - trail, stop - rest, 0, 0
        head = _alike(self._a.text[begin : begin + lead], self._b.text[start : start + room])
        limit = min(trail, rest, end - begin - head, stop - start - head)
        tail = _alike(self._a.text[end - limit : end][::-1], self._b.text[stop - limit : stop][::-1]) if limit else 0
        return Span(begin + head, end - tail), Span(start + head, stop - tail)


def _joined(text: str, hyphen: str) -> str:
    """A stretch of text whose words are not broken at the ends of lines."""
    return fold(_BROKEN_WORD.sub(hyphen, text))


def place_of(change: Change) -> tuple[int, int, int, int]:
    """By which changes are put into the reading order of A, those of B at their places."""
    return change.a.start, change.a.end, change.b.start, change.b.end


def _alike(first: str, second: str) -> int:
    """How many characters two short strings have in common at their beginnings."""
    if first == second:
        return len(first)
    shared = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        shared += 1
    return shared


def _paired(mine: Span, theirs: Span, left: Sequence[Span], right: Sequence[Span]) -> Iterator[Change]:
    """What is left of an edit on both sides when moved text was cut out, the first with the first."""
    a_at, b_at = mine.start, theirs.start
    for first, second in zip_longest(left, right):
        first_span = first or Span(a_at, a_at)
        second_span = second or Span(b_at, b_at)
        a_at, b_at = first_span.end, second_span.end
        yield change_of(first_span, second_span)


def change_of(mine: Span, theirs: Span) -> Change:
    """The change of what stands in one span to what stands in the other."""
    if not len(mine):
        return Change(ChangeKind.INSERTED, mine, theirs)
    return Change(ChangeKind.REPLACED if len(theirs) else ChangeKind.DELETED, mine, theirs)


def _token(side: Tokens, index: int) -> Span:
    return Span(side.start(index), side.end(index))


def _tail(side: Tokens, index: int) -> Span:
    end = side.end(index)
    return Span(end, end + len(side.pieces[index]) - len(side.token(index)))


def _around(side: Tokens, first: int, last: int, bounds: Bounds) -> tuple[int, int, int, int]:
    """From the end of the token before to the start of the token after; how much white space is before and after."""
    before, after = max(side.end(first - 1), bounds[0]), min(side.start(last), bounds[1])
    if not side.unbroken:
        before, after = _visible_around(side, (first, last), before, after)
    if first == last:
        return before, after, after - before, after - before
    return before, after, side.starts[first] - before, after - side.end(last - 1)


def _visible_around(side: Tokens, tokens: Range, before: int, after: int) -> tuple[int, int]:
    """The same without what is hidden in the white space; between two tokens, up to where that begins."""
    first, last = tokens
    start, end = (side.starts[first], side.end(last - 1)) if first < last else (before, before)
    lead, trail = side.text[before:start], side.text[end:after]
    return before + len(lead.rstrip()), after - len(trail.lstrip())


def _is_broken(side: Tokens, index: int) -> bool:
    """Say whether something is hidden between a token and the next one."""
    if side.unbroken or index < 0:
        return False
    return side.start(index + 1) > side.starts[index] + len(side.pieces[index])


class _Moved:
    """Cuts moved text out of edits and remembers where it stands on both sides."""

    def __init__(self, moves: Sequence[Move]) -> None:
        self.a: dict[Move, Span] = {}
        self.b: dict[Move, Span] = {}
        self._by_a = [(move.i1, move.i2, move) for move in moves]
        self._by_b = sorted(((move.j1, move.j2, move) for move in moves), key=lambda entry: entry[:2])
        self._next_a = self._next_b = 0

    def reaches(self, edit: Edit) -> bool:
        """Say whether moved text lies in an edit; to be asked in their order."""
        at, to = self._next_a, self._next_b
        return (at < len(self._by_a) and self._by_a[at][1] <= edit[1]) or (
            to < len(self._by_b) and self._by_b[to][1] <= edit[3]
        )

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


class _Side(NamedTuple):
    """The ends of one side: where the text before each ends, and where that after it starts."""

    text: str
    ends: list[int]
    starts: list[int]

    def cut(self, number: int, span: Span) -> Span:
        """What lies between two rows, as far as it belongs to a span."""
        return Span(
            max(span.start, min(self.ends[number], span.end)), max(span.start, min(self.starts[number], span.end))
        )


def cut_at_rows(changes: Sequence[Change], rows: Sequence[Row], a: str, b: str) -> list[Change]:
    """The changes in reading order, those that reach from row to row in parts; rows rise on both sides.

    White space between rows that is alike on both sides belongs to no part, other to the one before it.
    """
    mine, theirs = _side(a, rows, [row.a for row in rows]), _side(b, rows, [row.b for row in rows])
    found: list[Change] = []
    at = 0  # the first end that text of a change may stand before
    for change in changes:
        if change.kind not in _CUT:
            found.append(change)
            continue
        here, there = change.a, change.b
        while at < len(mine.ends) and mine.ends[at] <= here.start and theirs.ends[at] <= there.start:
            at += 1
        if at < len(mine.ends) and (mine.starts[at] < here.end or theirs.starts[at] < there.end):
            found += _parts(change, at, mine, theirs)
        else:
            found.append(change)
    found.sort(key=place_of)
    return found


def _side(text: str, rows: Sequence[Row], spans: Sequence[Span | None]) -> _Side:
    """The ends of rows, but for those between two rows that one side alone has."""
    side = _Side(text, [], [])
    ends, starts = list(_reached(spans)), list(_following(spans, len(text)))
    for number, (row, after) in enumerate(pairwise(rows)):
        if (row.a and row.b) or (after.a and after.b) or bool(row.a) != bool(after.a):
            side.ends.append(ends[number])
            side.starts.append(starts[number + 1])
    return side


def _reached(spans: Iterable[Span | None]) -> Iterator[int]:
    """Where the text of each row, or of those before it, ends."""
    end = 0
    for span in spans:
        end = span.end if span else end
        yield end


def _following(spans: Sequence[Span | None], length: int) -> list[int]:
    """Where the text of each row, or of those after it, starts."""
    start, found = length, []
    for span in reversed(spans):
        start = span.start if span else start
        found.append(start)
    return found[::-1]


def _parts(change: Change, first: int, mine: _Side, theirs: _Side) -> Iterator[Change]:
    left, right = change.a, change.b
    last = max(bisect_left(mine.starts, left.end), bisect_left(theirs.starts, right.end))
    for number in range(first, last):
        here, there = mine.cut(number, left), theirs.cut(number, right)
        if here.of(mine.text) != there.of(theirs.text):
            here, there = Span(here.end, here.end), Span(there.end, there.end)
        parts = Span(left.start, here.start), Span(right.start, there.start)
        rests = Span(here.end, left.end), Span(there.end, right.end)
        if _says(mine, theirs, parts) and _says(mine, theirs, rests):
            yield change_of(*parts)
            left, right = rests
    yield change_of(left, right) if (left, right) != (change.a, change.b) else change


def _says(mine: _Side, theirs: _Side, part: tuple[Span, Span]) -> bool:
    """Say whether a part holds more than white space."""
    return bool(part[0].of(mine.text).strip() or part[1].of(theirs.text).strip())
