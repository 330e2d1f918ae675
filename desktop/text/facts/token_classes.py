"""Token classes: what a token may be a part of (date, number, name, denial …), by the words of one language."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from desktop.text.facts.east_asian import HAN_NUMERALS, UNIT_BEGINNINGS, is_east_asian, is_korean_number
from desktop.text.languages.registry import reporting_in, stop_words
from desktop.text.words import bare, fold, is_word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.text.languages.lexicon import Lexicon

# What a token may be a part of, in bits of one number.
_BITS = tuple(1 << place for place in range(15))
DATE, NUMBER, UNIT, NAME, DENIAL, FAINT, HEDGE, CUE, PRONOUN, MARK, RELATIVE, QUALIFIER, OUTCOME, PREFIXED, ROLE = _BITS

_STOP_WORDS = stop_words()
_DIGIT = re.compile(r"\d")
_LEADING_DIGITS = re.compile(r"(?:[^\W\d_]{0,3}[$€£¥₹₽₴₩₺₪])?\d")
_REMEMBERED = 20_000
_SHORTEST_NEGATED = 5  # letters of a word that begins or ends with a denial


class Form(NamedTuple):
    """A token as it is read for facts."""

    folded: str
    lower: str  # without a melted article: "l'Ukraine" is "ukraine"
    letters: str  # letters and digits only, lower case
    word: bool  # not punctuation
    content: bool  # a word, and not a function word
    classes: int  # the bits of what it may be a part of; 0 for most words


class Forms:
    """The forms of tokens in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.roles = reporting_in(lexicon.code).roles if lexicon.cues else {}
        self.place_names = frozenset(lexicon.places.values())
        self.of = lru_cache(_REMEMBERED)(self._of)
        first = {phrase[0] for phrase in lexicon.qualifiers}
        numbers = {*lexicon.numbers, *lexicon.crowds, *lexicon.magnitudes, *lexicon.ordinals}
        dates = {*lexicon.days, *lexicon.months, *lexicon.day_parts}
        classes: tuple[tuple[int, Iterable[str]], ...] = (
            (DATE, dates), (NUMBER, numbers), (UNIT, lexicon.units), (DENIAL, lexicon.negations),
            (HEDGE, lexicon.hedges), (FAINT, lexicon.faint_negations), (CUE, lexicon.cues),
            (PRONOUN, lexicon.pronouns), (MARK, "\"'"),
            (RELATIVE, {*lexicon.relative, *lexicon.spells}), (QUALIFIER, first), (OUTCOME, lexicon.outcomes),
            (ROLE, self.roles),
        )  # fmt: skip
        self._classes: dict[str, int] = {}
        for bit, words in classes:
            for word in words:
                self._classes[word] = self._classes.get(word, 0) | bit
        self._never_names = {*lexicon.days, *lexicon.months, *lexicon.units, *lexicon.magnitudes, *lexicon.spells}
        self._never_names |= {*lexicon.day_parts, *lexicon.crowds, *lexicon.pronouns}
        self._never_names -= lexicon.uncertain_months | lexicon.names_like_words

    def _of(self, piece: str) -> Form:
        """The form of a token, white space after it left out."""
        folded = self._without_elision(fold(bare(piece)))
        lower = folded.lower()
        letters = "".join(filter(str.isalnum, lower))
        word = is_word(folded)
        return Form(folded, lower, letters, word, word and lower not in _STOP_WORDS, self._classes_of(folded, lower))

    def _without_elision(self, folded: str) -> str:
        for article in self.lexicon.elisions:
            if len(folded) > len(article) and folded[: len(article)].lower() == article:
                return folded[len(article) :]
        return folded

    def _classes_of(self, folded: str, lower: str) -> int:
        classes = self._classes.get(lower, 0) or self._classes.get(lower.removesuffix("'s"), 0) & DATE
        if _DIGIT.search(lower):
            classes |= (DATE | NUMBER) if _LEADING_DIGITS.match(lower) else 0
        elif "-" in lower:
            classes |= NUMBER if any(part in self.lexicon.numbers for part in lower.split("-")) else 0
        if is_east_asian(lower):
            classes |= NUMBER if lower in HAN_NUMERALS or is_korean_number(lower) else 0
            classes |= UNIT if lower in UNIT_BEGINNINGS else 0
        if folded[:1].isupper() and not self._never_a_name(folded, lower):
            classes |= NAME
        if self._denied_stem(lower):
            classes |= PREFIXED
        return classes

    def _never_a_name(self, folded: str, lower: str) -> bool:
        """Say whether a capital is only that of a function word, of the calendar or of a unit."""
        acronym = folded.isupper() and lower in self.lexicon.names_like_words
        return (lower in _STOP_WORDS and not acronym) or lower.removesuffix("'s") in self._never_names

    def _denied_stem(self, lower: str) -> bool:
        """Say whether a word may carry its own denial: "unharmed", "harmless"."""
        if len(lower) < _SHORTEST_NEGATED:
            return False
        return lower.startswith(self.lexicon.negating_prefixes) or lower.endswith(self.lexicon.negating_endings)


@lru_cache(16)
def forms_in(lexicon: Lexicon) -> Forms:
    return Forms(lexicon)
