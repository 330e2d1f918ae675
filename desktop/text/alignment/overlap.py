"""Overlap of two texts, and the kind of comparison that follows from it.

Word by word is for texts of which most is the same: of others it paints more than anybody can read. Versions of one
article are compared so as long as about half of the words of both stay without colour, or nearly all of the shorter
one does; two different articles only where about three quarters of the words are the same. What only moved counts as
the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from desktop.text.changes import Kind
from desktop.translation import Sentence, share_in_words

_SHORT = 60  # words; what is shorter has no passages to pair


class _Limits(NamedTuple):
    """Shares of the words from which texts are compared word by word."""

    alike: float
    contained: float  # ... or share of the shorter text that the longer one contains in order


_ONE_ARTICLE, _TWO_ARTICLES = _Limits(0.57, 0.77), _Limits(0.72, 1.01)
_BY_CHANCE = 0.03  # what is added to the limits where words that are the same by chance are counted too


@dataclass(slots=True)
class Overlap:
    """Words of both texts and how many they have in common."""

    words_a: int
    words_b: int
    retained: int
    moved: int = 0  # words that both have, at another place

    @property
    def alike(self) -> float:
        total = self.words_a + self.words_b
        return 2 * self.retained / total if total else 1.0

    @property
    def contained(self) -> float:
        shorter = min(self.words_a, self.words_b)
        return self.retained / shorter if shorter else 1.0

    def kind(self, *, one_article: bool, at_most: bool = False) -> Kind:
        """The kind of comparison that greets nobody with a wall of colour.

        `at_most` says that `retained` is what any edits could keep: words that are the same by chance are counted.
        """
        limits = _ONE_ARTICLE if one_article else _TWO_ARTICLES
        more = _BY_CHANCE if at_most else 0.0
        both = Overlap(self.words_a, self.words_b, self.retained + self.moved)
        apart = both.alike < limits.alike + more and both.contained < limits.contained + more
        return Kind.ACCOUNTS if apart and not self.short else Kind.VERSIONS

    @property
    def short(self) -> bool:
        return min(self.words_a, self.words_b) < _SHORT

    def why(self, kind: Kind) -> str:
        """One sentence: why the texts are compared so."""
        same = share_in_words(self.alike)
        if kind is Kind.ACCOUNTS:
            return Sentence(
                "Compared as accounts: only {share} of the words are the same in the same order.", share=same
            )
        if self.alike < _ONE_ARTICLE.alike and self.short:
            return Sentence("Compared as versions: the texts are too short to pair passages.")
        if self.alike < _ONE_ARTICLE.alike and self.contained >= _ONE_ARTICLE.contained:
            share = share_in_words(self.contained)
            return Sentence("Compared as versions: the longer text holds {share} of the shorter one.", share=share)
        return Sentence("Compared as versions: {share} of the words are the same in the same order.", share=same)
