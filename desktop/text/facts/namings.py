"""Which capitals of two texts are those of names, where the place alone does not tell?"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.text.cache import remembered

if TYPE_CHECKING:
    from desktop.text.languages.lexicon import Lexicon

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞĢİĶŁĽŅŇŐŘŚŞŠŢŤŮŰŹŻŽ"
# The space first, then what most words do not have: they are found fast.
_CAPITAL = re.compile(rf" (?=[{_UPPER}])(?<=[^\W\d_A-Z] |, |; )(\w\w+)")
_RUN = re.compile(rf" (?=[{_UPPER}])(?<=[^\W\d_A-Z] |, |; )(\w\w+(?:-\w+)*)((?: [{_UPPER}]\w+(?:-\w+)*)+)")
_NOUN = re.compile(rf"\b([^\W\d_]\w*) ([{_UPPER}]\w+)")
_ACRONYM = re.compile(r"[^\W\d_]{2,6}\Z")


@remembered
def _capitals(text: str) -> frozenset[str]:
    return frozenset(_CAPITAL.findall(text))


class Namings:
    """The words that are names in two texts."""

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
