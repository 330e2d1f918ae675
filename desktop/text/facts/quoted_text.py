"""Quoted text: the stretches of a text that stand between quotation marks.

A light scan by paragraph, enough to say whether a place is inside quotation marks.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.domain import Span
from desktop.lazy_pattern import lazy_pattern
from desktop.text.cache import cached_for_short_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

# The single marks without those between two letters, which are apostrophes and many.
_MARK = lazy_pattern("[“”„«»「」『』\"‚‹›\n‘’'](?:(?<![‘’'])|(?!(?<=[^\\W_].)[^\\W_]))")
_SINGLE = frozenset("‘’‚‹›'")
_LOW = {"“": "„", "‘": "‚"}  # marks that close where these opened
_ANGLES = {"«": "»", "»": "«", "‹": "›", "›": "‹"}
_STOPS = frozenset(".,!?…")
_OPENING = frozenset("“„«‘‚‹「『")
_CLOSING = frozenset("”»’›」』")
_EDGE = lazy_pattern(r"[\W_]*")
_NEAREST = 100  # code points within which a word is looked for
_OPENS_AGAIN = lazy_pattern('\\s*[“„«"]')


class QuotedText:
    """The quotations of a text, found when first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _spans(self) -> list[Span]:
        return _quoted(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self._spans]

    def around(self, span: Span) -> Span | None:
        """The words between the marks that enclose a span; None outside quotation marks."""
        return self.holding(span.start, span.end)

    def holding(self, start: int, end: int) -> Span | None:
        """The words between the marks that enclose what begins and ends at two offsets."""
        at = bisect_right(self._starts, start) - 1
        if at < 0:
            return None
        spans = self._spans
        if end <= spans[at].end:
            return spans[at]
        before = spans[at - 1] if at else None  # a quotation may hold another
        return before if before and end <= before.end else None

    def reaches(self, span: Span) -> bool:
        """Say whether a span begins or ends in a quotation, or at one of its marks."""
        if not self._spans:
            return False
        return self.holding(span.start, span.start) is not None or self.holding(span.end, span.end) is not None

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
        first, last = bisect_right(self._starts, span.start), bisect_right(self._starts, span.end)
        return [quote for quote in self._spans[first:last] if quote.end < span.end]

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


@cached_for_short_texts
def _quoted(text: str) -> list[Span]:
    return [Span(start, end) for start, end in sorted(_quotations(text))]


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    opened = {True: -1, False: -1}  # where the words of an open quotation begin, by double and single marks
    for match in _MARK.finditer(text):
        mark = match[0]
        if mark == "\n":
            if opened[True] >= 0 and _OPENS_AGAIN.match(text, match.start()):
                yield opened[True], match.start()  # speech that goes on in the next paragraph
            opened = {True: -1, False: -1}
            continue
        if mark == '"':  # as most are: one opens, the next closes
            if opened[True] >= 0:
                yield opened[True], match.start()
            opened[True] = -1 if opened[True] >= 0 else match.end()
            continue
        double = mark not in _SINGLE
        if not double and (opened[True] >= 0 or _inside_word(text, match.start())):
            continue
        if _opens(text, match.start(), mark, opened[double]):
            opened[double] = match.end()
        elif opened[double] >= 0:
            yield opened[double], match.start()
            opened[double] = -1


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
