"""Which facts does a reading state: numbers, dates, names and places, denials, doubts, who speaks?

A reading is a run of tokens of one text; the words beside it help to read it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.text.lexicon import (
    CUES,
    DAYS,
    HEDGES,
    MAGNITUDES,
    MONTHS,
    NEGATIONS,
    NUMBER_WORDS,
    PLURAL_NUMBERS,
    PRONOUNS,
    TITLES,
    UNITS,
)
from desktop.text.places import PLACES
from desktop.text.stopwords import STOP_WORDS
from desktop.text.words import fold, is_word

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.text.words import Tokens

_DIGITS = re.compile(r"([A-Za-z]{0,3}[$€£¥]?)(\d[\d.,'\u00a0\u202f]*)(.*)\Z", re.DOTALL)
_YEAR = re.compile(r"(?:19|20)\d\d(?:'?s)?\Z")
_FULL_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\Z")
_ENDERS = frozenset(".!?:")
_OPENERS = frozenset("\"'([“‘-")


_TELLING = frozenset(
    (*NUMBER_WORDS, *MAGNITUDES, *PLURAL_NUMBERS, *UNITS, *MONTHS, *DAYS, *NEGATIONS, *HEDGES, *CUES, *PRONOUNS)
)


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
        self.folded = [fold(tokens.token(index)) for index in range(first, last)]
        self.lower = [word.lower() for word in self.folded]
        self.words = sum(map(is_word, self.folded))

    def tells(self) -> bool:
        """Say whether any token could be part of a fact; most changes hold none."""
        return any(
            word in _TELLING or not word.isalpha() or folded[0].isupper()
            for word, folded in zip(self.lower, self.folded, strict=True)
        )

    def part(self, first: int, last: int) -> Reading:
        """The reading of some of its tokens, counted from its own first."""
        return Reading(self.tokens, self.first + first, self.first + last, self._is_name)

    def around(self, index: int) -> str:
        """The folded token at an index of the text, lower case; empty outside the text."""
        return fold(self.tokens.token(index)).lower() if 0 <= index < len(self.tokens) else ""

    @staticmethod
    def is_number(word: str) -> bool:
        """Say whether a folded token in lower case is a number in figures or words."""
        return _number(word) is not None

    @cached_property
    def dates(self) -> list[Fact]:
        """Months with their day, weekdays, years, written-out dates; neighbours make one fact."""
        found: list[Fact] = []
        for offset, word in enumerate(self.lower):
            index = self.first + offset
            value = self._date(word, offset)
            if value is None:
                continue
            if found and index - found[-1].last <= (self.lower[offset - 1] in (",", "of")):
                before = found[-1]
                found[-1] = Fact((*_parts(before), value), before.first, index + 1)
            else:
                found.append(Fact((value,), index, index + 1))
        return [Fact(tuple(sorted(_parts(fact))), fact.first, fact.last) for fact in found]

    def _date(self, word: str, offset: int) -> str | None:
        folded = self.folded[offset]
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
        dated = {index for fact in self.dates for index in range(fact.first, fact.last)}
        found: list[Fact] = []
        for offset, word in enumerate(self.lower):
            index = self.first + offset
            if index in dated or (found and index < found[-1].last):
                continue
            value, first, last = self._number_at(index, word)
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
            Fact(UNITS[word], self.first + offset, self.first + offset + 1)
            for offset, word in enumerate(self.lower)
            if word in UNITS and self.is_number(self.around(self.first + offset - 1))
        ]

    def names(self) -> list[Fact]:
        """Names of people, organisations and places: capitalised runs, completed by their neighbours."""
        found: list[Fact] = []
        index = self.first
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
        if not 0 <= index < len(self.tokens):
            return False
        word = fold(self.tokens.token(index))
        if not word[0].isupper() or (word.lower() in STOP_WORDS and word != "US") or _is_calendar(word):
            return False
        return not self._begins(index) or self._is_name(word)

    def _begins(self, index: int) -> bool:
        """Say whether a token begins a sentence or paragraph, where a capital says nothing."""
        at = index - 1
        while at >= 0 and fold(self.tokens.token(at)) in _OPENERS:
            at -= 1
        return at < 0 or fold(self.tokens.token(at)) in _ENDERS or "\n" in self.tokens.pieces[at]

    def negations(self) -> list[Fact]:
        return self._listed(dict.fromkeys(NEGATIONS, "not"))

    def hedges(self) -> list[Fact]:
        return self._listed(HEDGES, proper=frozenset(("May", "Will", "March")))

    def cues(self) -> list[Fact]:
        return self._listed(CUES)

    def _listed(self, known: dict[str, str], proper: frozenset[str] = frozenset()) -> list[Fact]:
        return [
            Fact(known[word], self.first + offset, self.first + offset + 1)
            for offset, word in enumerate(self.lower)
            if word in known and self.folded[offset] not in proper
        ]


def _parts(fact: Fact) -> tuple[str, ...]:
    return fact.value if isinstance(fact.value, tuple) else (str(fact.value),)


def _is_calendar(word: str) -> bool:
    lower = word.lower()
    return lower in DAYS or (lower in MONTHS and lower != "may")


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
    words = [fold(tokens.token(index)).lower().removesuffix("'s").rstrip("'") for index in range(first, last)]
    words = [word.replace(".", "") for word in words if word not in TITLES]
    whole = "-".join(words)
    if whole in PLACES:
        return PLACES[whole]
    return "-".join(PLACES.get(word, word) for word in words)
