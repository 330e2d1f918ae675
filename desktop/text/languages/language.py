"""One language: the small tables that all rooms share, and access to the larger ones in its folder."""

from __future__ import annotations

from dataclasses import field
from functools import cached_property
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from desktop.text.languages.word_table import word_table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import ModuleType

    from desktop.text.languages.hyphenation import HyphenWords
    from desktop.text.languages.lexicon import Lexicon
    from desktop.text.languages.reporting import Reporting
    from desktop.text.languages.speaker_words import SpeakerWords
    from desktop.text.languages.spoken_forms import SpokenForms
    from desktop.text.languages.word_forms import WordForms


@word_table
class Language:
    """The tables of one language, in lower case unless said otherwise."""

    code: str  # ISO 639-1
    package: str  # the import name of the folder, for its other files
    common: frozenset[str]  # its commonest words that few others have: by them a text is known
    stop_words: frozenset[str] = frozenset()  # further ones without content
    light_words: frozenset[str] = frozenset()  # that say little, but are no grammar: go, make, already
    own_words: frozenset[str] = frozenset()  # without content, but elsewhere the letters may be a word with some
    also_names: frozenset[str] = frozenset()  # those of all these that with a capital are names of people
    letters: frozenset[str] = frozenset()  # letters that speak for it
    low_quotes: bool = False  # a quotation opens with „ below the line and closes with “
    abbreviations: frozenset[str] = frozenset()  # as printed, without the full stop that ends no sentence
    number_abbreviations: frozenset[str] = frozenset()  # ... and those that are so only before a number: No. 5
    before_ordinals: frozenset[str] = frozenset()  # "am 5. Mai": words before an ordinal with a full stop
    months: dict[str, str] = field(default_factory=dict)  # a name or its abbreviation -> the full name
    weekdays: dict[str, str] = field(default_factory=dict)  # the same
    titles: dict[str, str] = field(default_factory=dict)  # before a name: mr, mr., senator -> gender or ""
    title_surnames: frozenset[str] = frozenset()  # those that at the end of a name are a surname: Stephen King
    honorifics: frozenset[str] = frozenset()  # those that name no office, so that a name follows: mr, dr
    capital_nouns: bool = False  # German: a capital says nothing by itself
    outlets: frozenset[str] = frozenset()  # last words of names of papers, agencies, stations
    outlet_endings: tuple[str, ...] = ()  # ... and how such names end that are written as one word
    numerals: dict[str, float] = field(default_factory=dict)  # from two to ten, by which a text is known as well

    @cached_property
    def function_words(self) -> frozenset[str]:
        """The words that carry grammar in its own texts, denials included."""
        return self.common | self.stop_words | self.own_words

    @cached_property
    def known_by(self) -> frozenset[str]:
        """The words by which a text is known to be in it."""
        return self.common.union(self.numerals)

    @cached_property
    def calendar(self) -> frozenset[str]:
        """The full names of weekdays and months."""
        return frozenset((*self.weekdays.values(), *self.months.values()))

    @cached_property
    def stopped_titles(self) -> frozenset[str]:
        """The titles that are printed with a full stop, as printed and without it: Dr, Gov."""
        return frozenset(title[:-1].capitalize() for title in self.titles if title.endswith("."))

    @cached_property
    def spoken(self) -> SpokenForms | None:
        """How it sounds, where it is spelled in several ways; None where its folder does not say."""
        module = self._file("spoken")
        return None if module is None else module.SPOKEN

    @cached_property
    def hyphenation(self) -> HyphenWords | None:
        """Which of its words stand with a hyphen; None where its folder does not say."""
        module = self._file("hyphenation")
        return None if module is None else module.HYPHENATION

    @cached_property
    def reporting(self) -> Reporting | None:
        """How it reports speech; None where its folder does not say."""
        module = self._file("reporting")
        return module.REPORTING if module else None

    @cached_property
    def lexicon(self) -> Lexicon | None:
        """How it states facts; None where its folder does not say."""
        module = self._file("lexicon")
        return module.LEXICON if module else None

    @cached_property
    def word_forms(self) -> WordForms | None:
        """What its words stand for when wordings are matched; None where its folder does not say."""
        module = self._file("word_forms")
        return module.WORD_FORMS if module else None

    @cached_property
    def speakers(self) -> SpeakerWords | None:
        """By which words speakers are compared; None where its folder does not say."""
        module = self._file("speakers")
        return module.SPEAKERS if module else None

    @cached_property
    def countries(self) -> Mapping[str, str]:
        """What stands for a country, by word; empty where its folder does not say."""
        module = self._file("places")
        return module.COUNTRIES if module else {}

    def owns_full_stop(self, before: str, word: str, after: str) -> bool:
        """Say whether the full stop behind a printed word is part of it: "Mr.", "J.", "No. 5", "am 5. Mai".

        `before` is the word before it, `after` the text behind the full stop.
        """
        if not after[:1].isspace():
            return False
        last = word.rpartition(".")[2]
        if len(last) == 1 and last.isupper():
            return True
        if word.isdecimal():
            return len(word) <= 2 and self._makes_ordinal(before.lower(), after)
        if word in self.number_abbreviations:
            return after.lstrip()[:1].isdecimal()
        return word in self.abbreviations or (word.isupper() and word.capitalize() in self.abbreviations)

    def _makes_ordinal(self, before: str, after: str) -> bool:
        following = after.split(maxsplit=1)[:1]
        month = bool(following) and following[0].lower().rstrip(".,;:") in self.months
        return bool(self.before_ordinals) and (before in self.before_ordinals or month)

    def _file(self, name: str) -> ModuleType | None:
        path = f"{self.package}.{name}"
        return import_module(path) if find_spec(path) else None


def words(text: str) -> frozenset[str]:
    """Make a set of the words of a list written as a text."""
    return frozenset(text.split())


def table(text: str) -> dict[str, str]:
    """Read "m: mr he; f: mrs" into word -> key; an empty key stands for "any"."""
    parts = (part.partition(":") for part in text.split(";"))
    return {word: key.strip() for key, _, members in parts for word in members.split()}


def titles(text: str) -> dict[str, str]:
    """Read a table of titles by gender; one with a full stop is printed with and without it."""
    return {form: gender for title, gender in table(text).items() for form in (title.rstrip("."), title)}


def groups(lines: str) -> dict[str, str]:
    """Read lines of words that say the same into word -> first word of its line; "_" stands for a space."""
    return {word: line.split()[0] for line in lines.strip().splitlines() for word in line.split()}


def counted_up(text: str, start: float = 0, step: float = 1) -> dict[str, float]:
    """Give words their values in order; words joined by "/" have the same value."""
    return {word: start + step * at for at, entry in enumerate(text.split()) for word in entry.split("/")}
