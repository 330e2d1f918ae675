"""One language: the small tables that all rooms share, and access to the larger ones in its folder."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

    from desktop.text.languages.lexicon import Lexicon
    from desktop.text.languages.reporting import Reporting


@dataclass(frozen=True, eq=False)
class Language:
    """The tables of one language, in lower case unless said otherwise; two words of one value say the same."""

    code: str  # ISO 639-1
    package: str  # the import name of the folder, for its other files
    common: frozenset[str]  # its commonest words that few others have: by them a text is known
    letters: frozenset[str] = frozenset()  # letters that speak for it
    low_quotes: bool = False  # a quotation opens with „ below the line and closes with “
    abbreviations: frozenset[str] = (
        frozenset()
    )  # printed with a full stop that ends no sentence; as printed, without it
    ordinal_stop: bool = False  # "am 5. Mai": a full stop makes a number an ordinal
    months: frozenset[str] = frozenset()  # full names
    weekdays: frozenset[str] = frozenset()

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

    def is_abbreviation(self, word: str) -> bool:
        """Say whether the full stop behind a printed word ends no sentence: "Mr" and "MR", but not the "no" of "No"."""
        return word in self.abbreviations or (word.isupper() and word.capitalize() in self.abbreviations)

    def _file(self, name: str) -> ModuleType | None:
        path = f"{self.package}.{name}"
        return import_module(path) if find_spec(path) else None


def words(text: str) -> frozenset[str]:
    """Make a set of the words of a list written as a text."""
    return frozenset(text.split())
