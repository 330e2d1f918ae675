"""Registry of the languages: the folders beside this file, the language of a text, and the tables of a language."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from desktop.text import languages as _folders
from desktop.text.languages.lexicon import Lexicon

if TYPE_CHECKING:
    from desktop.text.languages.language import Language
    from desktop.text.languages.reporting import Reporting

_SAMPLE = 3_000  # code points read to tell the language
_LETTERS = 1_000  # ... of which the letters are looked at
_LOW_QUOTES = frozenset("cs da pl hu sk sl hr bg ro et lt lv is".split())  # noqa: SIM905 (codes without a folder)
_SHORT = 300  # code points of two texts from which the guess may name a language without a lexicon
_OF_EACH = 1_000  # code points of each of two texts that show their language
_NO_WORDS = str.maketrans(dict.fromkeys("'’.,;:!?\"“”„«»()-", " "))


@lru_cache(maxsize=1)
def languages() -> dict[str, Language]:
    """Give every language by its code, English first; each is a package beside this file with a `LANGUAGE`."""
    paths = _folders.__path__
    names = [f"{_folders.__name__}.{found.name}" for found in iter_modules(paths) if found.ispkg]
    known: list[Language] = [import_module(name).LANGUAGE for name in names]
    known.sort(key=lambda each: (each.code != "en", each.code))
    return {each.code: each for each in known}


def language(code: str) -> Language | None:
    """Give a language by its code ("de", "de-AT"); None where it has no folder."""
    return languages().get(code.lower()[:2])


def opens_low(code: str) -> bool:
    """Say whether quotations of a language open with „ and close with “."""
    known = language(code)
    return known.low_quotes if known else code.lower()[:2] in _LOW_QUOTES


def detect_language(text: str, among: str = "en") -> str:
    """Guess the language of a text by its commonest words and its letters.

    `among` is what a text around it is in: the answer where the words of the text tell nothing.
    """
    return _detected(text[:_SAMPLE], among)


@lru_cache(maxsize=2048)  # the quotes of a story, and the texts that are compared, are asked about again and again
def _detected(text: str, among: str) -> str:
    lowered = text.lower()
    counted = Counter(lowered.translate(_NO_WORDS).split())
    letters = set(lowered[:_LETTERS])
    best, most = among, 1  # one word tells nothing
    for code, each in languages().items():
        score = sum(map(counted.__getitem__, each.common & counted.keys())) + (not letters.isdisjoint(each.letters))
        if score > most or (score == most and code == among):
            best, most = code, score
    return best


def reporting_in(code: str) -> Reporting:
    """Give the words that report speech in a language ("de", "de-AT"); English ones where its folder has none."""
    known = language(code)
    found = (known and known.reporting) or languages()["en"].reporting
    assert found is not None
    return found


def lexicon_of(first: str, second: str) -> Lexicon:
    """Give the lexicon of the language both texts are in; figures, capitals and marks only where there is none."""
    code = detect_language(f"{first[:_OF_EACH]}\n{second[:_OF_EACH]}")
    return lexicon_in(code) or (_without_words(code) if len(first) + len(second) > _SHORT else _english_lexicon())


def lexicon_in(code: str) -> Lexicon | None:
    """Give the lexicon of a language; None where its folder has none."""
    known = language(code)
    return known.lexicon if known else None


def _english_lexicon() -> Lexicon:
    found = lexicon_in("en")
    assert found is not None
    return found


@lru_cache
def _without_words(code: str) -> Lexicon:
    return Lexicon(code)
