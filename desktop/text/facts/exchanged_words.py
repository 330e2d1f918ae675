"""Quotation alerts: the same words in and out of quotation marks, and other words between the same marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain import Span
from desktop.lazy_pattern import lazy_pattern
from desktop.text.changes import Alert, AlertKind
from desktop.text.display import one_line, shorten
from desktop.text.words import is_word
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.text.facts.quoted_text import QuotedText
    from desktop.text.facts.stated_facts import Side

_FURTHEST = 60  # tokens that are followed from a change
_NEAREST = 3  # tokens to the nearest word
_SURELY_QUOTED = 8  # words that nobody writes twice by chance
_PRINTED = 60  # code points of a stretch that are printed in a reason
_RECOGNISED = 5  # words by which a passage is known again
_WORDS = lazy_pattern(r"[^\W_]+")
_DOTS = lazy_pattern(r"…|\.(?: ?\.){1,3}")
_MARKS = frozenset("“”„«»「」『』\"‘’‚‹›'")


class Place(NamedTuple):
    """A change by the tokens [i1, i2) and [j1, j2) of the two texts."""

    i1: int
    i2: int
    j1: int
    j2: int


class Stretch(NamedTuple):
    """The same words in both texts, inside quotation marks in one of them."""

    a: Span
    b: Span
    in_a: bool
    words: int
    content: bool  # some of them are no function words


class QuotedWording:
    """Compares the quotations of two texts near their changes."""

    def __init__(self, sides: tuple[Side, Side], quoted: tuple[QuotedText, QuotedText]) -> None:
        self._a, self._b = sides
        self._quoted = quoted
        self._known: set[Span] = set()
        self._last_change: tuple[Span, Span] | None = None
        self._last_part: tuple[Span, Span] | None = None

    # -- the same words, in and out of quotation marks -------------------------------------------------------------

    def boundaries(self, place: Place) -> Iterator[Alert]:
        """Words beside a change that both texts have, and only one has inside quotation marks."""
        before, after = (place.i1 - 1, place.j1 - 1), (place.i2, place.j2)
        for way, here, beyond in ((-1, before, after), (1, after, before)):
            stretch = self._stretch(*here, way)
            if stretch and stretch.a not in self._known and self._matters(stretch, beyond, -way):
                self._known.add(stretch.a)
                yield self._boundary(stretch)

    def regrouped(self, place: Place) -> Iterator[Alert]:
        """Words that a change leaves as they are, but takes into quotation marks or out of them."""
        mine = [index for index in range(place.i1, place.i2) if self._a.is_word(index)]
        theirs = [index for index in range(place.j1, place.j2) if self._b.is_word(index)]
        if len(mine) != len(theirs):
            return
        for p, q in zip(mine, theirs, strict=True):
            in_a, in_b = self._quotation(0, p) is not None, self._quotation(1, q) is not None
            if in_a != in_b:
                yield self._boundary(Stretch(self._a.span(p, p + 1), self._b.span(q, q + 1), in_a, 1, content=True))
                return

    def _matters(self, stretch: Stretch, beyond: tuple[int, int], way: int) -> bool:
        """Say whether the quotation is one that both texts have, or a whole one that lost its marks, or long."""
        if stretch.words >= _SURELY_QUOTED or self._is_whole(stretch):
            return True
        return stretch.content and self._both_quoted(*beyond, way, stretch)

    def _is_whole(self, stretch: Stretch) -> bool:
        span, text = (stretch.a, self._a.tokens.text) if stretch.in_a else (stretch.b, self._b.tokens.text)
        found = self._quotation_of(stretch)
        return found is not None and not is_word(text[found.start : span.start] + text[span.end : found.end])

    def _both_quoted(self, p: int, q: int, way: int, stretch: Stretch | None = None) -> bool:
        """Say whether the nearest word both have from two tokens on is quoted in both; with a stretch as one."""
        for _ in range(_NEAREST):
            word = self._a.around(p)
            if not word or word != self._b.around(q):
                return False
            if self._a.is_word(p):
                mine, theirs = self._quotation(0, p), self._quotation(1, q)
                return bool(mine and theirs) and (not stretch or self._quotation_of(stretch) in (mine, theirs))
            p, q = p + way, q + way
        return False

    def _stretch(self, p: int, q: int, way: int) -> Stretch | None:
        """The words from two tokens on that are quoted on one side only."""
        first: tuple[int, int] | None = None
        last, in_a = (p, q), False
        for step in range(_FURTHEST):
            here = p + way * step, q + way * step
            word = self._a.around(here[0])
            if not word or word != self._b.around(here[1]):
                break
            if not self._a.is_word(here[0]):
                continue
            mine, theirs = self._quotation(0, here[0]) is not None, self._quotation(1, here[1]) is not None
            if mine == theirs or (first and mine != in_a):
                break
            first, last, in_a = first or here, here, mine
        if first is None:
            return None
        (p1, q1), (p2, q2) = sorted((first, last))
        forms = [self._a.form(index) for index in range(p1, p2 + 1)]
        words, content = sum(form.word for form in forms), any(form.content for form in forms)
        return Stretch(self._a.span(p1, p2 + 1), self._b.span(q1, q2 + 1), in_a, words, content=content)

    def _quotation(self, side: int, index: int) -> Span | None:
        start = (self._a, self._b)[side].tokens.start(index)
        return self._quoted[side].holding(start, start + 1)

    def _quotation_of(self, stretch: Stretch) -> Span | None:
        return self._quoted[0].around(stretch.a) if stretch.in_a else self._quoted[1].around(stretch.b)

    def _boundary(self, stretch: Stretch) -> Alert:
        a, b, in_a = stretch.a, stretch.b, stretch.in_a
        text = (self._a if in_a else self._b).tokens.text
        if in_a:
            a = _with_marks(a, text)
        else:
            b = _with_marks(b, text)
        first, second = a.of(self._a.tokens.text), b.of(self._b.tokens.text)
        words = _short((second if in_a else first).strip())
        why = Sentence("Only {side} has “{words}” inside quotation marks.", side="A" if in_a else "B", words=words)
        return Alert(AlertKind.BOUNDARY, a, b, first, second, why)

    # -- other words between quotation marks -------------------------------------------------------------------------

    def touched(self, a: Span, b: Span) -> bool:
        """Say whether words of a change lie between quotation marks of both texts."""
        return self._quoted_part(a, b) is not None

    def altered(self, a: Span, b: Span, place: Place) -> Alert | None:
        """What a change alters between quotation marks that both texts have; None if nothing."""
        part = self._quoted_part(a, b)
        if part is None:
            return None
        same = self._both_quoted(place.i2, place.j2, 1) or self._both_quoted(place.i1 - 1, place.j1 - 1, -1)
        return self._alteration(*part) if same else None

    def omission(self, a: Span, b: Span) -> Alert | None:
        """Dots inside quotation marks, for words left out, that only one text has."""
        first, second = a.of(self._a.tokens.text).strip(" []()"), b.of(self._b.tokens.text).strip(" []()")
        if not (_DOTS.fullmatch(first + second) and self._quoted_part(a, b)):
            return None
        side = "A" if first else "B"
        why = Sentence("Only {side} marks that words were left out of the quotation.", side=side)
        return Alert(
            AlertKind.QUOTATION, a, b, a.of(self._a.tokens.text).strip(), b.of(self._b.tokens.text).strip(), why
        )

    def _quoted_part(self, a: Span, b: Span) -> tuple[Span, Span] | None:
        """What of a change lies in quotations of both texts; None if no words do. Asked for twice for most changes."""
        if (a, b) != self._last_change:
            self._last_change, self._last_part = (a, b), self._found_part(a, b)
        return self._last_part

    def _found_part(self, a: Span, b: Span) -> tuple[Span, Span] | None:
        mine, theirs = self._quoted
        first, last = mine.holding(a.start, a.start), mine.holding(a.end, a.end)
        if first is None and last is None:
            return None
        if mine.inside(a) and theirs.inside(b):
            return a, b
        parts = (self._head(a, b, first), self._tail(a, b, last))
        texts = self._a.tokens.text, self._b.tokens.text
        return next((part for part in parts if part and is_word(part[0].of(texts[0]) + part[1].of(texts[1]))), None)

    def _head(self, a: Span, b: Span, mine: Span | None) -> tuple[Span, Span] | None:
        """What of a change still belongs to a quotation that began before it."""
        theirs = self._quoted[1].holding(b.start, b.start) if mine and mine.start < a.start else None
        if not mine or not theirs or theirs.start == b.start:
            return None
        return Span(a.start, min(a.end, mine.end)), Span(b.start, min(b.end, theirs.end))

    def _tail(self, a: Span, b: Span, mine: Span | None) -> tuple[Span, Span] | None:
        """What of a change already belongs to a quotation that goes on behind it."""
        theirs = self._quoted[1].holding(b.end, b.end) if mine and mine.end > a.end else None
        if not mine or not theirs or theirs.end == b.end:
            return None
        return Span(max(a.start, mine.start), a.end), Span(max(b.start, theirs.start), b.end)

    def _alteration(self, a: Span, b: Span) -> Alert | None:
        first, second = a.of(self._a.tokens.text).strip(), b.of(self._b.tokens.text).strip()
        if not (is_word(first) or is_word(second)):
            return None
        kind, why = AlertKind.QUOTATION, _against(first, second)
        if not is_word(second) and self._ends(1, b):
            if self._elsewhere(1, first):
                return None
            kind = AlertKind.TRUNCATION
            why = Sentence("The quotation is shorter in B: only A has “{words}”.", words=_short(first))
        elif not is_word(first) and self._ends(0, a):
            if self._elsewhere(0, second):
                return None
            kind = AlertKind.TRUNCATION
            why = Sentence("The quotation is shorter in A: only B has “{words}”.", words=_short(second))
        return Alert(kind, a, b, first, second, why)

    def _elsewhere(self, side: int, words: str) -> bool:
        """Say whether a text has words at another place, as where a quotation is printed in two parts."""
        sought = _WORDS.findall(words)[:_RECOGNISED]
        text = (self._a, self._b)[side].tokens.text
        return len(sought) == _RECOGNISED and re.search(r"[\W_]+".join(sought), text) is not None

    def _ends(self, side: int, span: Span) -> bool:
        return self._quoted[side].at_edge(span)


def _against(first: str, second: str) -> Sentence:
    if first and second:
        one, other = _short(first), _short(second)
        return Sentence("The words inside the quotation marks differ: “{one}” against “{other}”.", one=one, other=other)
    side, words = "A" if first else "B", _short(first or second)
    return Sentence("The words inside the quotation marks differ: only {side} has “{words}”.", side=side, words=words)


def _with_marks(span: Span, text: str) -> Span:
    """A span with the quotation marks that stand right beside it."""
    start = span.start - (text[span.start - 1 : span.start] in _MARKS and span.start > 0)
    return Span(start, span.end + (text[span.end : span.end + 1] in _MARKS and span.end < len(text)))


def _short(text: str) -> str:
    return shorten(one_line(text).lstrip(".,;:!? "), _PRINTED)
