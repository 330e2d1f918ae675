"""Word forms: what a printed word stands for when wordings are matched, for all languages.

This serves finding only; what differs is always shown in the printed words. Concepts of words that carry grammar begin
with a dot, those of words that deny with a "¬", so that no list of any language is needed to tell them.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.text.languages.word_table import word_table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from collections.abc import Set as AbstractSet

    Concepts = Callable[[str], tuple[str, ...]]

GRAMMAR, DENIAL = "·", "¬"
_CACHE_SIZE = 65_536  # words whose concepts are cached
_SHORTEST_PARTICIPLE = 7  # letters


@word_table
class WordForms:
    """How the words of one language are reduced to concepts."""

    concepts: Concepts  # what a printed word stands for; a contraction stands for two things

    def is_grammar(self, word: str) -> bool:
        """Say whether a printed word carries grammar only."""
        return all(map(is_function_word, self.concepts(word)))


def is_function_word(concept: str) -> bool:
    """Say whether a concept carries grammar more than matter."""
    return concept[:1] == GRAMMAR


def is_negation(concept: str) -> bool:
    """Say whether a concept turns what is said into its opposite."""
    return concept[:1] == DENIAL


def unaccented(word: str) -> str:
    """Fold a word and take its accents off: "Brücke" and "brucke" are one."""
    folded = unicodedata.normalize("NFD", word.casefold())
    return "".join(c for c in folded if not unicodedata.combining(c)).replace("ß", "ss")


def by_endings(  # noqa: PLR0913 - the parts of one table, all by name
    *,
    endings: str = "",
    least: int = 1,
    grammar: AbstractSet[str] = frozenset(),
    denials: AbstractSet[str] = frozenset(),
    numbers: Mapping[str, float] | None = None,
    one: AbstractSet[str] = frozenset(),
    participle: tuple[str, AbstractSet[str]] | None = None,
    near_synonyms: str = "",
) -> WordForms:
    """Make the forms of a language whose endings are cut by rule, so that it costs one small table.

    A stem keeps at least so many letters; `one` are the articles that also count; `participle` is a beginning that is
    cut where the word has one of the endings; `near_synonyms` has a group a line.
    """
    ordered = tuple(sorted(endings.split(), key=len, reverse=True))
    grammatical = frozenset(map(unaccented, grammar - denials))
    denying = frozenset(map(unaccented, denials))
    counted = {unaccented(word): f"{value:g}" for word, value in (numbers or {}).items()}
    counted = {word: n for word, n in counted.items() if word not in grammatical or word in one}
    prefix, closing = (participle[0], tuple(participle[1])) if participle else ("", ())

    def cut(word: str) -> str:
        for ending in ordered:
            if word.endswith(ending) and len(word) - len(ending) >= least:
                return word[: -len(ending)]
        return word

    heads = _heads(near_synonyms, lambda word: cut(unaccented(word)))

    @lru_cache(_CACHE_SIZE)
    def concepts(word: str) -> tuple[str, ...]:
        plain = unaccented(word).replace("’", "'").rpartition("'")[2] or unaccented(word)
        if plain in counted:
            return (counted[plain],)
        if plain in denying:
            return (DENIAL + cut(plain),)
        if plain in grammatical:
            return (GRAMMAR + plain,)
        if prefix and len(plain) >= _SHORTEST_PARTICIPLE and plain.startswith(prefix) and plain.endswith(closing):
            plain = plain.removeprefix(prefix)
        stem = cut(plain)
        return (heads.get(stem, stem),)

    return WordForms(concepts)


def _heads(lines: str, stem: Callable[[str], str]) -> dict[str, str]:
    """Give every listed stem the first stem of its line; where it stands in two, that of the first line."""
    heads: dict[str, str] = {}
    for line in lines.strip().splitlines():
        stems = [stem(word) for word in line.split()]
        for each in stems:
            heads.setdefault(each, stems[0])
    return heads
