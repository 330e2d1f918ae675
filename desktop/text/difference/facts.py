"""Which facts does a reading state: numbers, dates, names and places, denials, doubts, who speaks?

A reading is a run of tokens of one text; the words beside it help to read it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.text.difference.forms import CUE, DATE, DENIAL, HEDGE, MARK, NAME, NUMBER, PRONOUN, UNIT, form
from desktop.text.difference.lexicon import (
    CUES,
    DAYS,
    HEDGES,
    MAGNITUDES,
    MONTHS,
    NUMBER_WORDS,
    PLURAL_NUMBERS,
    TITLES,
    UNITS,
)
from desktop.text.difference.places import PLACES

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.text.words import Tokens

_DIGITS = re.compile(r"([A-Za-z]{0,3}[$€£¥]?)(\d[\d.,'\u00a0\u202f]*)(.*)\Z", re.DOTALL)
_YEAR = re.compile(r"(?:19|20)\d\d(?:'?s)?\Z")
_FULL_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\Z")
_ENDERS = frozenset(".!?:")
_OPENERS = frozenset("\"'([“‘-")
_PROPER = frozenset(("May", "Will", "March"))


@dataclass(frozen=True, slots=True)
class Fact:
    """What tokens[first:last] state; facts with equal values say the same."""

    value: object
    first: int
    last: int


class Reading:
    """The tokens [first, last) of a text and the facts in them."""

    def __init__(self, tokens: Tokens, first: int, last: int, is_name: Callable[[str], bool]) -> None:
        self.tokens = tokens
        self.first, self.last = first, last
        self._is_name = is_name
        self.forms = [form(piece) for piece in tokens.pieces[first:last]]
        self.words = 0
        self.tells = 0  # what any token may be a part of; most changes hold nothing
        for each in self.forms:
            self.words += each.word
            self.tells |= each.tells

    @cached_property
    def lower(self) -> list[str]:
        return [each.lower for each in self.forms]

    def content(self) -> set[str]:
        """Its words of content, lower case."""
        return {each.lower for each in self.forms if each.content}

    def letters(self) -> str:
        """Letters and digits only, lower case."""
        return "".join([each.letters for each in self.forms])

    def part(self, first: int, last: int) -> Reading:
        """The reading of some of its tokens, counted from its own first."""
        return Reading(self.tokens, self.first + first, self.first + last, self._is_name)

    def around(self, index: int) -> str:
        """The folded token at an index of the text, lower case; empty outside the text."""
        pieces = self.tokens.pieces
        return form(pieces[index]).lower if 0 <= index < len(pieces) else ""

    @staticmethod
    def is_number(word: str) -> bool:
        """Say whether a folded token in lower case is a number in figures or words."""
        return _number(word) is not None

    @cached_property
    def dates(self) -> list[Fact]:
        """Months with their day, weekdays, years, written-out dates; neighbours make one fact."""
        found: list[Fact] = []
        for offset in self._offsets(DATE):
            index = self.first + offset
            value = self._date(self.lower[offset], offset)
            if value is None:
                continue
            if found and index - found[-1].last <= (self.lower[offset - 1] in (",", "of")):
                before = found[-1]
                found[-1] = Fact((*_parts(before), value), before.first, index + 1)
            else:
                found.append(Fact((value,), index, index + 1))
        return [Fact(tuple(sorted(_parts(fact))), fact.first, fact.last) for fact in found]

    def _date(self, word: str, offset: int) -> str | None:
        folded = self.forms[offset].folded
        if word in DAYS and (folded[0].isupper() or len(word) > 4):
            return DAYS[word]
        if word in MONTHS and folded[0].isupper() and (word not in ("may", "march") or self._beside_number(offset)):
            return MONTHS[word]
        if _YEAR.match(word) and self.around(self.first + offset + 1) not in UNITS:
            return word.replace("'", "")
        if _FULL_DATE.match(word):
            return word
        if re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)?", word) and self._beside_month(offset):
            return str(int(re.sub(r"\D", "", word)))
        return None

    def _beside_number(self, offset: int) -> bool:
        index = self.first + offset
        return any(word[:1].isdigit() for word in (self.around(index - 1), self.around(index + 1)))

    def _beside_month(self, offset: int) -> bool:
        index = self.first + offset
        return any(word in MONTHS for word in (self.around(index - 1), self.around(index + 1)))

    @cached_property
    def numbers(self) -> list[Fact]:
        """Numbers in figures or words with their magnitude, dates left out."""
        found: list[Fact] = []
        if not self.tells & NUMBER:
            return found
        dated = {index for fact in self.dates for index in range(fact.first, fact.last)}
        for offset in self._offsets(NUMBER):
            index = self.first + offset
            if index in dated or (found and index < found[-1].last):
                continue
            value, first, last = self._number_at(index, self.lower[offset])
            if value is None:
                continue
            found.append(Fact(round(value, 6), first, last))
        return found

    def _number_at(self, index: int, word: str) -> tuple[float | None, int, int]:
        """A number with the magnitude that follows it, or that it is the magnitude of."""
        before = _number(self.around(index - 1))
        if word in MAGNITUDES and len(word) > 2 and before is not None:
            return before * MAGNITUDES[word], index - 1, index + 1
        value, following = _number(word), self.around(index + 1)
        if value is not None and following in MAGNITUDES and len(following) > 2:
            return value * MAGNITUDES[following], index, index + 2
        return value, index, index + 1

    def units(self) -> list[Fact]:
        """Units of measure that follow a number."""
        return [
            Fact(UNITS[self.lower[offset]], self.first + offset, self.first + offset + 1)
            for offset in self._offsets(UNIT)
            if self.is_number(self.around(self.first + offset - 1))
        ]

    def names(self) -> list[Fact]:
        """Names of people, organisations and places: capitalised runs, completed by their neighbours."""
        found: list[Fact] = []
        index = self.first if self.tells & NAME else self.last
        while index < self.last:
            if not self._name_at(index):
                index += 1
                continue
            first, last = index, index + 1
            while self._name_at(first - 1):
                first -= 1
            while self._name_at(last):
                last += 1
            value = _entity(self.tokens, first, last)
            if value:
                found.append(Fact(value, first, last))
            index = last
        return found

    def _name_at(self, index: int) -> bool:
        if not 0 <= index < len(self.tokens.pieces):
            return False
        each = form(self.tokens.pieces[index])
        return bool(each.tells & NAME) and (not self._begins(index) or self._is_name(each.folded))

    def _begins(self, index: int) -> bool:
        """Say whether a token begins a sentence or paragraph, where a capital says nothing."""
        pieces = self.tokens.pieces
        at = index - 1
        while at >= 0 and form(pieces[at]).folded in _OPENERS:
            at -= 1
        return at < 0 or form(pieces[at]).folded in _ENDERS or "\n" in pieces[at]

    def negations(self) -> list[Fact]:
        return [Fact("not", fact.first, fact.last) for fact in self._listed(DENIAL)]

    def hedges(self) -> list[Fact]:
        listed = self._listed(HEDGE, proper=_PROPER)
        return [Fact(HEDGES[str(fact.value)], fact.first, fact.last) for fact in listed]

    def cues(self) -> list[Fact]:
        return [Fact(CUES[str(fact.value)], fact.first, fact.last) for fact in self._listed(CUE)]

    def pronouns(self) -> list[Fact]:
        return self._listed(PRONOUN)

    def marks(self) -> list[Fact]:
        """Quotation marks."""
        return self._listed(MARK)

    def _listed(self, bit: int, proper: frozenset[str] = frozenset()) -> list[Fact]:
        return [
            Fact(self.lower[offset], self.first + offset, self.first + offset + 1)
            for offset in self._offsets(bit)
            if self.forms[offset].folded not in proper
        ]

    def _offsets(self, bit: int) -> list[int]:
        """Which of its tokens may be a part of such a fact."""
        return [offset for offset, each in enumerate(self.forms) if each.tells & bit] if self.tells & bit else []


def _parts(fact: Fact) -> tuple[str, ...]:
    return fact.value if isinstance(fact.value, tuple) else (str(fact.value),)


def _number(word: str) -> float | None:
    if word in NUMBER_WORDS:
        return NUMBER_WORDS[word]
    if word in PLURAL_NUMBERS:
        return -PLURAL_NUMBERS[word]  # not the same as one of them
    match = _DIGITS.match(word)
    if not match:
        return None
    digits, rest = match[2].rstrip(".,'"), match[3].lower()
    if re.fullmatch(r"\d{1,3}(?:[,'\u00a0\u202f]\d{3})+(?:\.\d+)?", digits):
        digits = re.sub(r"[,'\u00a0\u202f]", "", digits)
    try:
        value = float(digits.replace(",", "."))
    except ValueError:
        return None
    if rest.strip("- ") in ("m", "mn", "bn", "k"):
        value *= MAGNITUDES[rest.strip("- ")]
    return value


def _entity(tokens: Tokens, first: int, last: int) -> str:
    """What a name stands for: without titles and possessives, one spelling for a country and its people."""
    words = [form(piece).lower.removesuffix("'s").rstrip("'") for piece in tokens.pieces[first:last]]
    words = [word.replace(".", "") for word in words if word not in TITLES]
    whole = "-".join(words)
    if whole in PLACES:
        return PLACES[whole]
    return "-".join(PLACES.get(word, word) for word in words)
