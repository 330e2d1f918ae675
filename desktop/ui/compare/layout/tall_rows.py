"""Tall rows: a paragraph that is a whole book on one line is cut where both texts say the same.

Where they never do, it is cut at about the same share of both.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from desktop.domain import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TALL = 4_000  # code points of a part, or a few more
_MOST = 2 * TALL  # what is longer is cut
_REACH = 400  # code points in which a space is looked for
_SURE = 24  # code points that must be the same before a cut
_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=\S)")
_SPACE = re.compile(r"\s+(?=\S)")

Part = tuple[Span, Span]


def is_tall(mine: Sequence[Span], theirs: Sequence[Span]) -> bool:
    """Say whether the paragraphs of a row, by side, are to be cut."""
    return any(spans and spans[-1].end - spans[0].start > _MOST for spans in (mine, theirs))


def parts_of(a: str, b: str, row: Part, changed: tuple[Sequence[Span], Sequence[Span]]) -> Iterator[Part]:
    """Cut a row into parts that follow each other on both sides; `changed` is sorted, by side."""
    start = row[0].start, row[1].start
    for cut in (*_level_cuts(a, b, row, changed), (row[0].end, row[1].end)):
        part = Span(start[0], cut[0]), Span(start[1], cut[1])
        yield from _forced(a, b, part)
        start = cut


def _level_cuts(a: str, b: str, row: Part, changed: tuple[Sequence[Span], Sequence[Span]]) -> Iterator[tuple[int, int]]:
    """Yield places, about as far apart as a part is long, where both texts say the same."""
    done, other = row[0].start, row[1].start
    for i, j, length in _same(row, changed):
        end = min(i + length, row[0].end - 1)
        target = max(i + _SURE, min(done + TALL, other + TALL - j + i))
        while (cut := _break(a, target, end)) is not None:
            if a[cut - _SURE : cut] == b[j + cut - i - _SURE : j + cut - i]:
                done, other = cut, j + cut - i
                yield done, other
            target = cut + TALL


def _same(row: Part, changed: tuple[Sequence[Span], Sequence[Span]]) -> Iterator[tuple[int, int, int]]:
    """Yield the stretches that are not changed: where they begin on each side, and how long they are."""
    i, j = row[0].start, row[1].start
    p, q = (bisect_left(spans, Span(span.start, 0)) for spans, span in zip(changed, row, strict=True))
    while True:
        i, p = _after(changed[0], i, p)
        j, q = _after(changed[1], j, q)
        stops = (changed[0][p].start if p < len(changed[0]) else i + row[0].end,
                 changed[1][q].start if q < len(changed[1]) else j + row[1].end)  # fmt: skip
        length = min(stops[0] - i, stops[1] - j, row[0].end - i, row[1].end - j)
        if length <= 0:
            return
        yield i, j, length
        i, j = i + length, j + length


def _after(changed: Sequence[Span], at: int, number: int) -> tuple[int, int]:
    """Step over what is changed at a place."""
    while number < len(changed) and changed[number].start <= at:
        at = max(at, changed[number].end)
        number += 1
    return at, number


def _break(text: str, start: int, end: int) -> int | None:
    """Return the first place between words in a stretch, after a sentence if one ends soon; None where none is."""
    if start >= end:
        return None
    # The words after the place may be others: what comes after the stretch is only looked at.
    found = _SENTENCE.search(text, start, min(end, start + _REACH) + 1) or _SPACE.search(text, start, end + 1)
    return found.end() if found is not None else None


def _forced(a: str, b: str, part: Part) -> Iterator[Part]:
    """Cut a part that is still too long by the clock, each side between two words."""
    number = max(len(part[0]), len(part[1])) // _MOST + 1
    borders = [list(_borders(text, span, number)) for text, span in zip((a, b), part, strict=True)]
    for at in range(number):
        yield Span(borders[0][at], borders[0][at + 1]), Span(borders[1][at], borders[1][at + 1])


def _borders(text: str, span: Span, number: int) -> Iterator[int]:
    yield span.start
    for at in range(1, number):
        target = span.start + len(span) * at // number
        found = _SPACE.search(text, target, min(span.end, target + _REACH))
        yield found.end() if found is not None else target
    yield span.end
