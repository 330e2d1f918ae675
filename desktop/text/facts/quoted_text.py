"""Quoted text: the stretches of a text that stand between quotation marks.

A light scan by line, enough to say whether a place is inside quotation marks; lines nobody asks about are not read.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain import Span
from desktop.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARKS = "“”„«»「」『』\"‚‹›‘’'"
_SINGLE = frozenset("‘’‚‹›'")
_LOW = {"“": "„", "‘": "‚"}  # marks that close where these opened
_ANGLES = {"«": "»", "»": "«", "‹": "›", "›": "‹"}
_STOPS = frozenset(".,!?…")
_OPENING = frozenset("“„«‘‚‹「『")
_CLOSING = frozenset("”»’›」』")
_EDGE = lazy_pattern(r"[\W_]*")
_NEAREST = 100  # code points within which a word is looked for
_OPENS_AGAIN = lazy_pattern('\\s*[“„«"]')


class _Line(NamedTuple):
    """A line of a text, from its first code point to its break, and the quotations in it: none goes beyond it."""

    first: int
    last: int
    spans: list[Span]
    starts: list[int]


_NOWHERE = _Line(0, -1, [], [])


class QuotedText:
    """The quotations of a text, found line by line when first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._lines: dict[int, _Line] = {}  # by where they begin
        self._line = _NOWHERE  # the one asked about last, as most times

    def _line_at(self, at: int) -> _Line:
        """The line of an offset; that of a line break is the line before it."""
        line = self._line
        if line.first <= at <= line.last:
            return line
        if at < 0:
            return _NOWHERE
        first = self.text.rfind("\n", 0, at) + 1
        line = self._lines.get(first, _NOWHERE)
        if line is _NOWHERE:
            last = self.text.find("\n", at)
            line = self._lines[first] = self._read_line(first, last if last >= 0 else len(self.text))
        self._line = line
        return line

    def _read_line(self, first: int, last: int) -> _Line:
        found = _quotations(self.text, first, last, self._marks)
        if not found:
            return _Line(first, last, [], [])
        if len(found) > 1:
            found.sort()
        return _Line(first, last, [Span(start, end) for start, end in found], [start for start, _ in found])

    @cached_property
    def _marks(self) -> list[str]:
        """The quotation marks that the text has at all: few of all there are."""
        return [mark for mark in _MARKS if mark in self.text]

    def around(self, span: Span) -> Span | None:
        """The words between the marks that enclose a span; None outside quotation marks."""
        return self.holding(span.start, span.end)

    def holding(self, start: int, end: int) -> Span | None:
        """The words between the marks that enclose what begins and ends at two offsets."""
        line = self._line
        if not line.first <= start <= line.last:  # as it mostly does
            line = self._line_at(start)
        at = bisect_right(line.starts, start) - 1
        if at < 0:
            return None
        spans = line.spans
        if end <= spans[at].end:
            return spans[at]
        before = spans[at - 1] if at else None  # a quotation may hold another
        return before if before and end <= before.end else None

    def reaches(self, span: Span) -> bool:
        """Say whether a span begins or ends in a quotation, or at one of its marks."""
        start, end = span.start, span.end
        return self.holding(start, start) is not None or (start < end and self.holding(end, end) is not None)

    def beside(self, span: Span) -> tuple[bool, bool]:
        """Say whether the nearest word before a span is in a quotation, and the nearest after it."""
        text, before, after = self.text, span.start - 1, span.end
        first, last = max(0, before - _NEAREST), min(len(text), after + _NEAREST)
        while before >= first and not text[before].isalnum():
            before -= 1
        while after < last and not text[after].isalnum():
            after += 1
        return self.holding(before, before + 1) is not None, self.holding(after, after + 1) is not None

    def within(self, span: Span) -> list[Span]:
        """The quotations that lie in a span with both of their marks."""
        found: list[Span] = []
        at = span.start
        while at <= span.end:
            line = self._line_at(at)
            found += [quote for quote in line.spans if span.start < quote.start and quote.end < span.end]
            at = line.last + 1
        return found

    def inside(self, span: Span) -> bool:
        """Say whether a span lies in a quotation that also has other words."""
        found = self.holding(span.start, span.end)
        return found is not None and (len(span) == 0 or len(span) < len(found))

    def at_edge(self, span: Span) -> bool:
        """Say whether a span begins or ends the quotation it lies in."""
        found = self.around(span)
        if not found:
            return False
        before, after = self.text[found.start : span.start], self.text[span.end : found.end]
        return bool(_EDGE.fullmatch(before) or _EDGE.fullmatch(after))


def _quotations(text: str, first: int, last: int, marks: Sequence[str]) -> list[tuple[int, int]]:
    """Where the words of quotations begin and end in a line, its break left out, that has none but some marks."""
    places: list[int] = []
    for mark in marks:
        at = text.find(mark, first, last)
        while at >= 0:
            places.append(at)
            at = text.find(mark, at + 1, last)
    places.sort()
    found: list[tuple[int, int]] = []
    opened = [-1, -1]  # where the words of an open quotation begin, by single and double marks
    for at in places:
        mark = text[at]
        double = mark not in _SINGLE
        if not double and (opened[True] >= 0 or _inside_word(text, at)):
            continue
        begun = opened[double]
        # Of "…" one opens, the next closes.
        if begun < 0 if mark == '"' else mark != "”" and _opens(text, at, mark, begun):
            opened[double] = at + 1
        elif begun >= 0:
            found.append((begun, at))
            opened[double] = -1
    if opened[True] >= 0 and last < len(text) and _OPENS_AGAIN.match(text, last):
        found.append((opened[True], last))  # speech that goes on in the next paragraph
    return found


def _opens(text: str, at: int, mark: str, opened: int) -> bool:
    """Say whether a mark opens a quotation: not “ after a German „ nor ‘ after ‚, and » where it is before a word."""
    if mark in _LOW and opened > 0 and text[opened - 1] == _LOW[mark]:
        return False
    if mark in _ANGLES:
        if opened > 0 and text[opened - 1] == _ANGLES[mark]:
            return False
        before, behind = text[at - 1 : at], text[at + 1 : at + 2]
        if mark in _OPENING and not behind.strip() and not (before.isalnum() or before in _STOPS):
            return True  # French sets a space: "(« On part », dit-elle)"
        after_space, before_space = not text[at - 1 : at].strip(), not text[at + 1 : at + 2].strip()
        if after_space != before_space:
            return after_space
    return mark in _OPENING or (mark not in _CLOSING and opened < 0)


def _inside_word(text: str, at: int) -> bool:
    """Say whether a single mark is an apostrophe: letters on both sides, or none on either."""
    before, after = text[at - 1 : at].isalnum(), text[at + 1 : at + 2].isalnum()
    return before == after and (before or text[at - 1 : at] not in ".,!?…")
