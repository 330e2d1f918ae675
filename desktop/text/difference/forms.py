"""What does a token tell wherever it stands?"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from desktop.text.difference.lexicon import (
    CUES,
    DAYS,
    HEDGES,
    MAGNITUDES,
    MONTHS,
    NEGATIONS,
    NUMBER_WORDS,
    PLURAL_NUMBERS,
    PRONOUNS,
    UNITS,
)
from desktop.text.difference.stopwords import STOP_WORDS
from desktop.text.words import bare, fold, is_word

# What a token may be a part of, in bits of one number.
DATE, NUMBER, UNIT, NAME, DENIAL, HEDGE, CUE, PRONOUN, MARK, CAPITAL, ODD = (1 << place for place in range(11))

_LISTED: tuple[tuple[int, frozenset[str]], ...] = (
    (DATE, frozenset((*DAYS, *MONTHS))),
    (NUMBER, frozenset((*NUMBER_WORDS, *PLURAL_NUMBERS, *MAGNITUDES))),
    (UNIT, frozenset(UNITS)),
    (DENIAL, NEGATIONS),
    (HEDGE, frozenset(HEDGES)),
    (CUE, frozenset(CUES)),
    (PRONOUN, PRONOUNS),
    (MARK, frozenset("\"'")),
)
_DIGIT = re.compile(r"\d")
_REMEMBERED = 20_000


class Form(NamedTuple):
    """A token as it is read for facts."""

    folded: str
    lower: str
    letters: str  # letters and digits only, lower case
    word: bool  # not punctuation
    content: bool  # a word, and not a function word
    tells: int  # the bits of what it may be a part of; 0 for most words


@lru_cache(_REMEMBERED)
def form(piece: str) -> Form:
    """The form of a token, white space after it left out."""
    folded = fold(bare(piece))
    lower = folded.lower()
    letters = "".join(filter(str.isalnum, lower))
    word = is_word(folded)
    return Form(folded, lower, letters, word, word and lower not in STOP_WORDS, _tells(folded, lower))


def _tells(folded: str, lower: str) -> int:
    tells = 0 if lower.isalpha() else ODD
    for bit, words in _LISTED:
        if lower in words:
            tells |= bit
    if _DIGIT.search(lower):
        tells |= DATE | NUMBER
    if folded[:1].isupper():
        tells |= CAPITAL if _never_a_name(folded, lower) else CAPITAL | NAME
    return tells


def _never_a_name(folded: str, lower: str) -> bool:
    """Say whether a capital is only that of a function word or of the calendar."""
    return (lower in STOP_WORDS and folded != "US") or lower in DAYS or (lower in MONTHS and lower != "may")
