"""Bounds of a quote: a word longer, a word shorter, cut in two.

All offsets are code points; every span that is returned holds at least one word.
"""

from __future__ import annotations

import re

from desktop.domain import Span
from desktop.lazy_pattern import lazy_pattern

# Words hang together up to a space or a long dash; a stop is before and after the signs at either end of them.
_RUN = lazy_pattern(r"[^\s—–]+")
_WORD = lazy_pattern(r"\w(?:.*\w)?", re.DOTALL)
_MARKS = '"“”„‟«»‹›「」『』'
_BETWEEN = ",;:.!?—–"
_AROUND = 2000  # code points searched on each side; no word is longer


def _runs(text: str, start: int, end: int) -> list[tuple[Span, Span]]:
    """Return each run of a stretch, with the same run without the signs around it."""
    found = []
    for run in _RUN.finditer(text, max(0, start), min(len(text), end)):
        word = _WORD.search(run.group())
        if word is not None:
            bare = Span(run.start() + word.start(), run.start() + word.end())
            found.append((Span(*run.span()), bare))
    return found


def with_end_moved(text: str, span: Span, step: int) -> Span:
    """Let a quote end a word later (step 1) or earlier (-1); the same span where that cannot be."""
    stops = sorted({end for pair in _runs(text, span.end - _AROUND, span.end + _AROUND) for end in _ends(text, *pair)})
    if step > 0:
        end = next((stop for stop in stops if stop > span.end), span.end)
    else:
        end = next((stop for stop in reversed(stops) if stop < span.end), span.end)
    return Span(span.start, end) if _holds_word(text, span.start, end) else span


def with_start_moved(text: str, span: Span, step: int) -> Span:
    """Let a quote begin a word later (step 1) or earlier (-1); the same span where that cannot be."""
    stops = sorted({bare.start for _, bare in _runs(text, span.start - _AROUND, span.start + _AROUND)})
    if step > 0:
        start = next((stop for stop in stops if stop > span.start), span.start)
    else:
        start = next((stop for stop in reversed(stops) if stop < span.start), span.start)
    return Span(start, span.end) if _holds_word(text, start, span.end) else span


def with_end_at(text: str, span: Span, offset: int) -> Span:
    """Let a quote end at the stop nearest to an offset; the same span where that would leave it no word."""
    runs = _runs(text, offset - _AROUND, offset + _AROUND)
    stops = {end for pair in runs for end in _ends(text, *pair) if _holds_word(text, span.start, end)}
    return Span(span.start, min(stops, key=lambda stop: (abs(stop - offset), stop), default=span.end))


def with_start_at(text: str, span: Span, offset: int) -> Span:
    """Let a quote begin at the word nearest to an offset; the same span where that would leave it no word."""
    runs = _runs(text, offset - _AROUND, offset + _AROUND)
    stops = {bare.start for _, bare in runs if _holds_word(text, bare.start, span.end)}
    return Span(min(stops, key=lambda stop: (abs(stop - offset), stop), default=span.start), span.end)


def _ends(text: str, run: Span, bare: Span) -> set[int]:
    """A quote may end after a word, and after the stop that follows it; never after the mark that closes it."""
    after = bare.end
    while after < run.end and text[after] not in _MARKS:
        after += 1
    return {bare.end, after}


def _holds_word(text: str, start: int, end: int) -> bool:
    return start < end and re.search(r"\w", text[start:end]) is not None


def trimmed(text: str, span: Span) -> Span | None:
    """Leave out spaces and quotation marks at both ends; None where no word is left."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in _MARKS):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _MARKS):
        end -= 1
    return Span(start, end) if _holds_word(text, start, end) else None


def halves(text: str, span: Span, cut: Span) -> tuple[Span, Span] | None:
    """Part a span at a place, or around words that belong to neither half; None unless both hold a word.

    A place inside a word counts as the place before that word.
    """
    at, on = cut.start, cut.end
    if at == on:
        while span.start < at < span.end and text[at - 1].isalnum() and text[at].isalnum():
            at -= 1
        on = at
    if not span.start <= at <= on <= span.end:
        return None
    while on < span.end and (text[on].isspace() or text[on] in _MARKS + _BETWEEN):
        on += 1
    first, second = trimmed(text, Span(span.start, at)), trimmed(text, Span(on, span.end))
    return (first, second) if first is not None and second is not None else None
