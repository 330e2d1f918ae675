"""Names in two texts: which words with a capital are names, and which two names are of one bearer."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from desktop.lazy_pattern import lazy_pattern
from desktop.text.cache import cached_for_short_texts

if TYPE_CHECKING:
    from desktop.text.facts.contrasts import Contrast
    from desktop.text.facts.stated_facts import Fact, Side
    from desktop.text.languages.lexicon import Lexicon

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞĢİĶŁĽŅŇŐŘŚŞŠŢŤŮŰŹŻŽ"
# The space first, then what most words do not have: they are found fast.
_CAPITAL = lazy_pattern(rf" (?=[{_UPPER}])(?<=[^\W\d_A-Z] |, |; )(\w\w+)")
_RUN = lazy_pattern(rf" (?=[{_UPPER}])(?<=[^\W\d_A-Z] |, |; )(\w\w+(?:-\w+)*)((?: [{_UPPER}]\w+(?:-\w+)*)+)")
_NOUN = lazy_pattern(rf"\b([^\W\d_]\w*) (?=([{_UPPER}]\w+))")
_MISSPELT = 0.7  # similarity from which two names are spellings of one
_SHORTEST_SPELT = 4  # letters
_SHORTEST_ABBREVIATION = 3
_LONGEST_HEADLINE = 160  # code points
_LONGER = 4  # letters of a word that has a capital in a headline
_FEWEST = 4  # of them
_LONG_TEXT = 100_000  # code points
_MANY = 40  # words
_SENTENCE_ENDS = frozenset(".,;:")
_SMALL_WORD = lazy_pattern(r"(?:\A|\s)[a-z]\w{3}")
_ACRONYM = lazy_pattern(r"[^\W\d_]{2,6}\Z")


@cached_for_short_texts
def _capitals(text: str) -> frozenset[str]:
    lines = text.split("\n")
    plain = [line for line in lines if not line or len(line) > _LONGEST_HEADLINE or not is_headline(line)]
    return frozenset(_CAPITAL.findall(text if len(plain) == len(lines) else "\n".join(plain)))


def _stands_as_name(word: str, text: str) -> bool:
    """Say whether a word is among the capitals of a text, without looking for the others."""
    if not _CAPITAL.fullmatch(f"a {word}", 1):
        return False
    look = re.compile(rf" {re.escape(word)}(?!\w)(?<=[^\W\d_A-Z] {re.escape(word)}|[,;] {re.escape(word)})")
    for found in look.finditer(text):
        start, end = text.rfind("\n", 0, found.start()) + 1, text.find("\n", found.end())
        if not is_headline(text[start : end if end >= 0 else len(text)]):
            return True
    return False


def is_headline(line: str, fewest: int = _FEWEST) -> bool:
    """Say whether every longer word of a line has a capital, and it has so many: there a capital says nothing."""
    if len(line) > _LONGEST_HEADLINE or line[-1:] in _SENTENCE_ENDS or _SMALL_WORD.search(line):
        return False
    words = [word for word in line.split() if len(word) >= _LONGER and word[0].isalpha()]
    return len(words) >= fewest and not any(map(str.islower, words)) and all(word[0].isupper() for word in words)


class NameFinder:
    """Tells names from other words with a capital, by all that two texts say."""

    def __init__(self, texts: tuple[str, str], lexicon: Lexicon) -> None:
        self._texts, self._lexicon = texts, lexicon
        self._known: dict[str, bool] = {}  # words that were looked for in long texts

    def holds(self, word: str) -> bool:
        """Say whether a word that has a capital for another reason, or may have, is a name."""
        bare = word.removesuffix("'s")
        return bare.lower() in self._lexicon.places or self._is_name(bare) or self._is_acronym(bare)

    def _is_name(self, word: str) -> bool:
        """Of long texts not every name is found where a few words are asked about, but these are looked for."""
        if self._lexicon.capital_nouns or max(map(len, self._texts)) < _LONG_TEXT or len(self._known) > _MANY:
            return word in self._names
        if word not in self._known:
            self._known[word] = any(_stands_as_name(word, text) for text in self._texts)
        return self._known[word]

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
            if len(words) > 1 and not titled[-2] and words[-1].lower() in self._lexicon.title_surnames:
                titled[-1] = False  # Gerhard Richter
            found |= {word for word, known in zip(words, titled, strict=True) if not known}
        pairs = [(before.lower(), noun) for before, noun in _NOUN.findall(text)]
        nouns = {noun for before, noun in pairs if before in self._lexicon.determiners}
        titled_names = {noun for before, noun in pairs if before in self._lexicon.titles and noun.lower() not in never}
        return frozenset((found | titled_names) - nouns)


# -- two names ---------------------------------------------------------------------------------------------------------


def is_place(side: Side, fact: Fact) -> bool:
    """Say whether a name is that of a place the language's table knows."""
    return fact.value in side.place_names


def same_name(contrast: Contrast, one: Fact, other: Fact) -> bool:
    """Say whether two names are one: spelt shorter, given in part or by initials; two known places never are."""
    first, second = str(one.value), str(other.value)
    if is_place(contrast.mine.side, one) and is_place(contrast.theirs.side, other):
        return False
    stopped = contrast.mine.side.around(one.last) == ".", contrast.theirs.side.around(other.last) == "."
    shortened = stopped[0] != stopped[1] and _abbreviates(*((first, second) if stopped[0] else (second, first)))
    return shortened or _is_plural_of(contrast, one, other) or _same_entity(first, second)


def _abbreviates(short: str, other: str) -> bool:
    """Say whether a name before a full stop that the other does not have is its abbreviation: "Fig."."""
    return len(short) >= _SHORTEST_ABBREVIATION and other.startswith(short)


def _is_plural_of(contrast: Contrast, one: Fact, other: Fact) -> bool:
    """Say whether one name is the plural of the other: "MPs", "the Liberals"; "Roberts" and "Robert" are two people."""
    first, second = str(one.value), str(other.value)
    if "-" in first or first.removesuffix("s") != second.removesuffix("s"):
        return False
    sides = (contrast.mine.side, one), (contrast.theirs.side, other)
    return any(
        side.around(fact.first - 1) in side.lexicon.determiners
        or side.form(fact.last - 1).folded[:-1].isupper()
        or (side.around(fact.last) == "." and not side.begins(fact.last + 1))
        or side.around(fact.last)[:1].isdigit()
        or side.around(fact.last + 1)[:1].isdigit()
        for side, fact in sides
    )


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
