"""How alike two words are that a quote and its source do not share: a pronoun or ending adapted, a word misheard."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.text.languages.spoken_forms import SpokenForms
    from desktop.text.sources.difference import Change
    from desktop.text.sources.printed_quote import PrintedQuote
    from desktop.text.sources.speech import Speech

_ADAPTED = 0.75  # a pronoun for another
_LEAST = 0.6
_COMMON = 0.65  # weight of a word up to which it says nothing when it is printed twice


def likeness(one: str, other: str, forms: SpokenForms | None) -> float:
    """Return from 0 (nothing in common) to 1 (the same) how alike two folded words are."""
    if forms is not None and one in forms.pronouns and other in forms.pronouns:
        return _ADAPTED
    return _by_letters(one, other)


@lru_cache(maxsize=20_000)
def _by_letters(one: str, other: str) -> float:
    if min(len(one), len(other)) < 3 or one[:1].isdigit() or other[:1].isdigit():
        return 1.0 if one == other else 0.0
    alike = Levenshtein.normalized_similarity(one, other)
    return alike if alike >= _LEAST else 0.0


def weight_of_likeness(
    quote: PrintedQuote, speech: Speech, changes: Sequence[Change], weights: Sequence[float], forms: SpokenForms | None
) -> float:
    """Return the weight of the quote's words that its source has in another form, or that the quote has twice."""
    of_word: dict[int, float] = {}
    for unit, weight in zip(quote.units, weights, strict=True):
        of_word[unit.first] = of_word.get(unit.first, 0.0) + weight
    gained = 0.0
    for change in changes:
        theirs = [speech.words[place].fold for place in range(*change.source)][:8]
        for place in range(*change.quote):
            own = quote.words[place].fold
            best = max((likeness(own, other, forms) for other in theirs), default=0.0)
            if place and own == quote.words[place - 1].fold and of_word.get(place, 0.0) < _COMMON:
                best = _ADAPTED
            gained += best * of_word.get(place, 0.0)
    return gained
