"""Changes cut where rows end, so that none runs from one row of two texts into the next.

What only one text has stays one change, however many paragraphs it is.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain import Span
from desktop.text.alignment.change_spans import change_of, place_of
from desktop.text.changes import Change, ChangeKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.text.changes import Row

_CUT = (ChangeKind.INSERTED, ChangeKind.DELETED, ChangeKind.REPLACED)


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
