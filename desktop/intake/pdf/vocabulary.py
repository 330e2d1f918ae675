"""Vocabulary: how often a word is seen in a language, for what the words of a document do not tell."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def word_count(word: str, language: str) -> int:
    """Give how often a word of small letters was counted, in 1.6 billion words for English; 0 for an unknown one."""
    return _counts(language).get(word, 0)


@cache
def _counts(language: str) -> Mapping[str, int]:
    from spellchecker import SpellChecker  # takes half a second, and only some files need it

    counts: Mapping[str, int] = SpellChecker(language=language).word_frequency.dictionary
    return counts
