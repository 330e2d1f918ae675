"""Where in the other text is the same quote?"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from desktop.domain import Span
from desktop.text.changes import ChangeKind, Kind
from desktop.text.words import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain import Quote
    from desktop.text.changes import Change, Comparison

_LEAST_KEPT = 0.4  # share of a quote that must stand in both texts


def counterpart(quote: Quote, others: Sequence[Quote], comparison: Comparison | None, side: str) -> Span | None:
    """Return the span of the other text that answers a quote of `side`: same words, else where the comparison leads."""
    same = [other for other in others if fold(other.text) == fold(quote.text)]
    led = _led(quote.span, comparison, side) if comparison is not None else None
    if same:
        return min(same, key=lambda other: abs(other.span.start - (led or quote.span).start)).span
    if led is None:
        return None
    touching = [other for other in others if other.span.touches(led)]
    if touching:
        best = max(touching, key=lambda other: min(other.span.end, led.end) - max(other.span.start, led.start))
        return best.span
    return led


def _led(span: Span, comparison: Comparison, side: str) -> Span | None:
    """Follow the comparison from a span of one side to the other."""
    steady = [_sides(change, side) for change in comparison.changes if change.kind is not ChangeKind.MOVED]
    bounds = _bounds(span, comparison, side)
    if bounds is None:
        return None
    mine, theirs = bounds
    inside = sorted(pair for pair in steady if pair[0].start >= mine.start and pair[0].end <= mine.end)
    changed = sum(max(0, min(m.end, span.end) - max(m.start, span.start)) for m, _ in inside)
    if 1 - changed / max(1, len(span)) < _LEAST_KEPT:
        return None
    start = _mapped(span.start, inside, mine, theirs, late=False)
    end = _mapped(span.end, inside, mine, theirs, late=True)
    return Span(start, end) if start < end else None


def _sides(change: Change, side: str) -> tuple[Span, Span]:
    return (change.a, change.b) if side == "a" else (change.b, change.a)


def _bounds(span: Span, comparison: Comparison, side: str) -> tuple[Span, Span] | None:
    """Return the passages inside which the two texts run side by side."""
    if comparison.kind is Kind.ACCOUNTS:
        passages = ((pair.a, pair.b) for pair in comparison.pairs)
    else:
        passages = ((row.a, row.b) for row in comparison.rows if row.a is not None and row.b is not None)
    for a, b in passages:
        mine, theirs = (a, b) if side == "a" else (b, a)
        if mine.start <= span.start < mine.end:
            return mine, theirs
    return None


def _mapped(offset: int, inside: Sequence[tuple[Span, Span]], mine: Span, theirs: Span, *, late: bool) -> int:
    number = bisect_right([pair[0].start for pair in inside], offset) - 1
    if number < 0:
        return theirs.start + offset - mine.start
    before, other = inside[number]
    if offset < before.end:
        return other.end if late else other.start
    return min(other.end + offset - before.end, theirs.end)
