"""Vocabulary: how often a word is seen in English, for what the words of a document do not tell."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def english_count(word: str) -> int:
    """Give how often a word of small letters was counted in 1.6 billion words of English; 0 for an unknown one."""
    return _english().get(word, 0)


@cache
def _english() -> Mapping[str, int]:
    from spellchecker import SpellChecker  # takes half a second, and only some files need it

    counts: Mapping[str, int] = SpellChecker(language="en").word_frequency.dictionary
    return counts
