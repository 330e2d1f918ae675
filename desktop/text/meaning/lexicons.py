"""Which lexicon goes with two texts?"""

from __future__ import annotations

from functools import lru_cache

from desktop.text.languages.english.lexicon import ENGLISH
from desktop.text.languages.french.lexicon import FRENCH
from desktop.text.languages.german.lexicon import GERMAN
from desktop.text.languages.lexicon import Lexicon
from desktop.text.languages.registry import detect_language
from desktop.text.languages.spanish.lexicon import SPANISH

_LEXICONS = {each.code: each for each in (ENGLISH, GERMAN, FRENCH, SPANISH)}
_SHORT = 300  # code points of both texts from which the guess may name a language without a table
_SAMPLE = 1_000  # code points of each text that show the language


def lexicon_of(first: str, second: str) -> Lexicon:
    """Give the lexicon of the language both texts are in; figures, capitals and marks only where there is none."""
    code = _language(f"{first[:_SAMPLE]}\n{second[:_SAMPLE]}")
    return _LEXICONS.get(code) or (_without_words(code) if len(first) + len(second) > _SHORT else ENGLISH)


_language = lru_cache(64)(detect_language)  # the same pair is compared again with every rule


@lru_cache
def _without_words(code: str) -> Lexicon:
    return Lexicon(code)
