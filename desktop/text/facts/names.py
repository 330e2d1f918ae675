"""Names in two texts: which words with a capital are names, and which two names are of one bearer."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from desktop.text.cache import cached_for_short_texts

if TYPE_CHECKING:
    from desktop.text.facts.contrasts import Contrast
    from desktop.text.facts.stated_facts import Fact, Side
    from desktop.text.languages.lexicon import Lexicon

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞĢİĶŁĽŅŇŐŘŚŞŠŢŤŮŰŹŻŽ"
# The space first, then what most words do not have: they are found fast.
_CAPITAL = re.compile(rf" (?=[{_UPPER}])(?<=[^\W\d_A-Z] |, |; )(\w\w+)")
_RUN = re.compile(rf" (?=[{_UPPER}])(?<=[^\W\d_A-Z] |, |; )(\w\w+(?:-\w+)*)((?: [{_UPPER}]\w+(?:-\w+)*)+)")
_NOUN = re.compile(rf"\b([^\W\d_]\w*) ([{_UPPER}]\w+)")
_MISSPELT = 0.7  # similarity from which two names are spellings of one
_SHORTEST_SPELT = 4  # letters
_SHORTEST_ABBREVIATION = 3
_ACRONYM = re.compile(r"[^\W\d_]{2,6}\Z")


@cached_for_short_texts
def _capitals(text: str) -> frozenset[str]:
    return frozenset(_CAPITAL.findall(text))


class NameFinder:
    """Tells names from other words with a capital, by all that two texts say."""

    def __init__(self, texts: tuple[str, str], lexicon: Lexicon) -> None:
        self._texts, self._lexicon = texts, lexicon

    def holds(self, word: str) -> bool:
        """Say whether a word that has a capital for another reason, or may have, is a name."""
        bare = word.removesuffix("'s")
        return bare.lower() in self._lexicon.places or bare in self._names or self._is_acronym(bare)

    def _is_acronym(self, word: str) -> bool:
        return self._lexicon.capital_nouns and word.isupper() and _ACRONYM.match(word) is not None

    @cached_property
    def _names(self) -> frozenset[str]:
        if self._lexicon.capital_nouns:
            return frozenset.union(*(self._among_nouns(text) for text in self._texts))
        return frozenset().union(*map(_capitals, self._texts))

    def _among_nouns(self, text: str) -> frozenset[str]:
        """Where every noun has a capital: what follows a title or another name, and never an article."""
        never = {*self._lexicon.months, *self._lexicon.days, *self._lexicon.units, *self._lexicon.magnitudes}
        never |= self._lexicon.titles | self._lexicon.determiners | self._lexicon.numbers.keys()
        found: set[str] = set()
        for first, rest in _RUN.findall(text):
            words = [first, *rest.split()]
            titled = [word.lower() in never for word in words]
            found |= {word for word, known in zip(words, titled, strict=True) if not known}
        nouns = {noun for before, noun in _NOUN.findall(text) if before.lower() in self._lexicon.determiners}
        return frozenset(found - nouns)


# -- two names ---------------------------------------------------------------------------------------------------------


def is_place(side: Side, fact: Fact) -> bool:
    """Say whether a name is that of a place the language's table knows."""
    return fact.value in side.place_names


def same_name(contrast: Contrast, one: Fact, other: Fact) -> bool:
    """Say whether two names are one: spelt shorter, given in part or by initials; two known places never are."""
    first, second = str(one.value), str(other.value)
    if is_place(contrast.mine.side, one) and is_place(contrast.theirs.side, other):
        return False
    shortened = _shortened(contrast.mine.side, one, second) or _shortened(contrast.theirs.side, other, first)
    return shortened or _same_entity(first, second)


def _shortened(side: Side, fact: Fact, other: str) -> bool:
    """Say whether a name is the other's abbreviation, "Fig.", or its plural, "MPs"."""
    name = str(fact.value)
    if side.around(fact.last) == "." and len(name) >= _SHORTEST_ABBREVIATION and other.startswith(name):
        return True
    return "-" not in name and name.removesuffix("s") == other.removesuffix("s")


def spelt_alike(first: str, second: str) -> bool:
    """Say whether two names are so alike that one is a misspelling of the other."""
    if min(len(first), len(second)) < _SHORTEST_SPELT or first.count("-") != second.count("-"):
        return False
    return Indel.normalized_similarity(first, second) >= _MISSPELT


def _same_entity(first: str, second: str) -> bool:
    """Say whether one name is part of the other, or its initials."""
    parts, others = first.split("-"), second.split("-")
    if set(parts) <= set(others) or set(others) <= set(parts):
        return True
    initials = ("".join(part[0] for part in side if part) for side in (parts, others))
    return any(short == name for short, name in zip(initials, (second, first), strict=True))
