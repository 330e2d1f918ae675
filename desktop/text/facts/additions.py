"""Addition alerts: whole quotations, figures and dates that a change puts in or takes out, and the other text lacks."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.domain import Span
from desktop.lazy_pattern import lazy_pattern
from desktop.text.changes import Alert, AlertKind
from desktop.text.display import one_line, shorten
from desktop.text.facts.names import is_headline
from desktop.text.facts.stated_facts import DATE, NUMBER, RELATIVE, SAYING
from desktop.text.words import fold_in_place
from desktop.translation import Sentence

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from desktop.text.facts.quoted_text import QuotedText
    from desktop.text.facts.stated_facts import Fact, Reading, Side

_WORDS = lazy_pattern(r"[^\W_]+")
_FEWEST_QUOTED = 4  # words of a quotation that is surely one; fewer may be a title, or a word held at arm's length
_TITLE = 2  # words with a capital that make it the title of a work, if no other has none
_FEWEST_SPOKEN = 2  # the same beside a verb of saying
_SAYING_WITHIN = 8  # tokens
_KNOWN_BY = 4  # words by which a quotation is known again, where one of its ends was edited
_DISTINCTIVE = 100  # from here on a whole number is known again without what it counts
_PRINTED = 60  # code points
_ABSOLUTE = frozenset(("month", "year", "date"))  # parts of a date that do not depend on the day it was printed
_LIST_ENDS = frozenset((".", ")"))  # behind the number of a point in a list


class Additions:
    """Finds what stands in one of two texts only."""

    def __init__(self, sides: tuple[Side, Side], quoted: tuple[QuotedText, QuotedText]) -> None:
        self._sides, self._quoted = sides, quoted

    def within(self, mine: Reading, theirs: Reading, a: Span, b: Span) -> Iterator[Alert]:
        """What the readings of a change put in and take out; `a` and `b` are the change."""
        for side, reading, span, there in ((0, mine, a, b.start), (1, theirs, b, a.start)):
            if span.start < span.end:
                yield from self._quotations(side, span, there)
                yield from self._figures(side, reading, there)
                yield from self._dates(side, reading, there)

    # -- quotations ----------------------------------------------------------------------------------------------------

    def _quotations(self, side: int, span: Span, there: int) -> Iterator[Alert]:
        text = self._sides[side].tokens.text
        for quote in self._quoted[side].within(span):
            words = [*_WORDS.finditer(text, quote.start, quote.end)]
            if not self._is_utterance(side, quote, len(words)) or self._is_known(1 - side, text, words):
                continue
            shown = shorten(one_line(quote.of(text)), _PRINTED)
            why = Sentence("Only {side} has the quotation “{words}”.", side="AB"[side], words=shown)
            yield _alert(AlertKind.WHOLE_QUOTATION, side, quote, quote.of(text), there, why)

    def _is_utterance(self, side: int, quote: Span, words: int) -> bool:
        if words >= _FEWEST_QUOTED:
            return not is_headline(quote.of(self._sides[side].tokens.text).strip(), _TITLE)
        return words >= _FEWEST_SPOKEN and self._stands_by_saying(self._sides[side], quote)

    def _stands_by_saying(self, side: Side, quote: Span) -> bool:
        first, last = (bisect_left(side.tokens.starts, at) for at in (quote.start, quote.end))
        near = (*range(first - _SAYING_WITHIN, first), *range(last, last + _SAYING_WITHIN))
        return any(side.has(at) and side.form(at).classes & SAYING for at in near)

    def _is_known(self, side: int, text: str, words: list[re.Match[str]]) -> bool:
        """Say whether a text has the first or the last words of a quotation, too."""
        ends = (words[:_KNOWN_BY], words[-_KNOWN_BY:])
        return any(fold_in_place(text[part[0].start() : part[-1].end()]) in self._folded[side] for part in ends)

    @cached_property
    def _folded(self) -> tuple[str, str]:
        first, second = (fold_in_place(side.tokens.text) for side in self._sides)
        return first, second

    # -- figures and dates ---------------------------------------------------------------------------------------------

    def _figures(self, side: int, reading: Reading, there: int) -> Iterator[Alert]:
        """The first figure of each sentence that the other text does not have anywhere."""
        if not reading.classes & NUMBER:
            return
        for fact in self._firsts(reading, [fact for fact in reading.numbers if self._is_figure(reading.side, fact)]):
            if not self._is_stated(1 - side, self._in_any_form(reading.side, fact)):
                yield self._alert(AlertKind.FIGURE, side, fact, there)

    def _in_any_form(self, side: Side, fact: Fact) -> list[str]:
        """A figure as printed, and in figures and words as it may be elsewhere; a small one with what it counts."""
        value = fact.value
        printed = side.span(fact.first, fact.last).of(side.tokens.text)
        words = side.lexicon.number_words.get(value, ()) if isinstance(value, float | int) else ()
        forms = [printed, f"{value:g}", *words, *(word.capitalize() for word in words)]
        if not (isinstance(value, float) and value.is_integer() and value < _DISTINCTIVE and side.is_word(fact.last)):
            return forms
        counted = side.span(fact.last, fact.last + 1).of(side.tokens.text)
        return [f"{form} {counted}" for form in forms]

    def _is_stated(self, side: int, forms: Iterable[str]) -> bool:
        """Say whether a text has one of some words, as whole words."""
        text = self._sides[side].tokens.text
        return any(form in text and _is_whole_word(form, text) for form in forms)

    def _is_figure(self, side: Side, fact: Fact) -> bool:
        if not isinstance(fact.value, float | int):
            return False
        words = {side.around(at) for at in range(fact.first, fact.last)}
        starts_a_list = side.begins(fact.first) and side.around(fact.last) in _LIST_ENDS
        return words.isdisjoint(side.lexicon.vague) and not starts_a_list and "-" not in side.around(fact.first)

    def _dates(self, side: int, reading: Reading, there: int) -> Iterator[Alert]:
        if not reading.classes & (DATE | RELATIVE):
            return
        dates = [fact for fact in reading.dates if _parts(fact)]
        for fact in self._firsts(reading, dates):
            words = _WORDS.findall(reading.side.span(fact.first, fact.last).of(reading.side.tokens.text))
            if not all(self._is_stated(1 - side, (word,)) for word in words):
                yield self._alert(AlertKind.DATE, side, fact, there)

    def _firsts(self, reading: Reading, facts: list[Fact]) -> Iterator[Fact]:
        """The first of some facts in each sentence."""
        last = -1
        for fact in facts:
            if last < 0 or any(reading.side.begins(at) for at in range(last, fact.first + 1)):
                yield fact
            last = fact.last

    def _alert(self, kind: AlertKind, side: int, fact: Fact, there: int) -> Alert:
        span = self._sides[side].span(fact.first, fact.last)
        words = span.of(self._sides[side].tokens.text)
        if kind is AlertKind.DATE:
            why = Sentence("Only {side} has the date “{words}”.", side="AB"[side], words=words)
        else:
            why = Sentence("Only {side} has the figure “{words}”.", side="AB"[side], words=words)
        return _alert(kind, side, span, words, there, why)


def _alert(kind: AlertKind, side: int, span: Span, words: str, there: int, why: str) -> Alert:
    nowhere = Span(there, there)
    return Alert(kind, nowhere, span, "", words, why) if side else Alert(kind, span, nowhere, words, "", why)


def _is_whole_word(form: str, text: str) -> bool:
    """Say whether a text has some words with no letter or digit beside them."""
    at = text.find(form)
    while at >= 0:
        before, after = text[at - 1 : at] if at else "", text[at + len(form) : at + len(form) + 1]
        if not (before.isalnum() or before == "_" or after.isalnum() or after == "_"):
            return True
        at = text.find(form, at + 1)
    return False


def _parts(fact: Fact) -> frozenset[tuple[str, str]]:
    """The parts of a date that mean the same on every day."""
    parts = fact.value if isinstance(fact.value, frozenset) else frozenset()
    return frozenset(part for part in parts if part[0] in _ABSOLUTE)
