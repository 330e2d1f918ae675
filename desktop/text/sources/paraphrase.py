"""Passages of sources that perhaps say what a quote says in other words: by the matters named, not by the wording.

Only offered where somebody asks for it, and never as a find: one passage of one turn, by the named speaker where the
source names speakers, that names what the quote names and little else, with nothing like it elsewhere.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain import value_type
from desktop.text.languages.registry import word_forms_in
from desktop.text.languages.word_forms import is_function_word
from desktop.text.sources.index import SourceIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from desktop.text.languages.word_forms import WordForms
    from desktop.text.sources.match import SourceText
    from desktop.text.sources.printed_quote import PrintedQuote

_SHORT, _LONG = 8, 45  # words of quotes that are looked for
_NAMED = 3  # matters that a passage has to share, each of them
_DISTINCTIVE = 0.75  # ... of this weight, and all together of
_WEIGHT = 2.65
_LIKE = 0.44  # share of what quote and passage name that both name
_MARGIN = 0.1  # by which the next best passage is less like it
_OFTEN = 400  # places from which a matter says nothing here
_LENGTH = 5_000  # words
_UNHEARD = 0.8  # weight of a matter that no source names
_ROOM, _MORE = 1.6, 6  # words of a passage for each word of the quote, and some more
_ENDS = 12  # words by which a passage is made longer to reach the ends of its sentence


@value_type
class Paraphrase:
    """Words of a source, by the places of the first and last, that perhaps say the same; likeness is up to 1."""

    source: int
    first: int
    last: int
    likeness: float


class _Passage(NamedTuple):
    likeness: float
    first: int  # places of the index
    last: int
    shared: frozenset[int]

    def is_apart(self, other: _Passage) -> bool:
        return self.first > other.last or self.last < other.first


class ParaphraseSearch:
    """The matters that sources name, with where they are named."""

    def __init__(self, sources: Sequence[SourceText]) -> None:
        self._sources = sources
        self._index = SourceIndex(
            [_matter(forms, word.fold) for word in source.speech.words]
            for source in sources
            for forms in [word_forms_in(source.language)]
        )
        self._nothing = self._index.id_of("")

    def best(self, quote: PrintedQuote, code: str, may_say: Callable[[str], bool]) -> Paraphrase | None:
        """Return the one passage that names what the quote names; None where several do, or none.

        `may_say` tells whether a speaker, as the sources name them, can be the one who is quoted.
        """
        weights = self._weights(quote, code)
        if not _SHORT <= len(quote.words) <= _LONG:
            return None
        passages = sorted(self._passages(weights, len(quote.words), may_say), key=lambda each: -each.likeness)
        if not passages:
            return None
        best = passages[0]
        other = next((each for each in passages if each.is_apart(best)), None)
        distinctive = [weights[number] for number in best.shared if weights[number] >= _DISTINCTIVE]
        if (
            best.likeness < _LIKE
            or len(distinctive) < _NAMED
            or sum(weights[number] for number in best.shared) < _WEIGHT
            or (other is not None and best.likeness < other.likeness + _MARGIN)
        ):
            return None
        source = self._index.source_of(best.first)
        start = self._index.starts[source]
        return Paraphrase(source, *self._to_ends(source, best.first - start, best.last - start), best.likeness)

    def _weights(self, quote: PrintedQuote, code: str) -> dict[int, float]:
        """Return how much each matter of the quote tells; those that no source names have numbers below 0."""
        forms = word_forms_in(code)
        matters = {matter for word in quote.words if (matter := _matter(forms, word.fold))}
        numbers = {matter: self._index.id_of(matter) for matter in sorted(matters)}
        unheard = [matter for matter, number in numbers.items() if not number]
        weights = {number: self._weight(number) for number in numbers.values() if number}
        return weights | {-1 - place: _UNHEARD for place in range(len(unheard))}

    def _weight(self, number: int) -> float:
        """Return how much a matter tells; in a short source, as if it stood in one of some length."""
        if self._index.size >= _LENGTH:
            return self._index.weight(number)
        return self._index.weight(number) + math.log(_LENGTH / self._index.size) / 8

    def _passages(self, weights: dict[int, float], words: int, may_say: Callable[[str], bool]) -> Iterator[_Passage]:
        """Give the passages of one turn that begin and end with matters of the quote."""
        total, room = sum(weights.values()), int(_ROOM * words) + _MORE
        places = self._places(weights, may_say)
        for end, last in enumerate(places):
            source = self._index.source_of(last)
            start, turns = self._index.starts[source], self._sources[source].speech.turns
            named: set[int] = set()
            behind = last + 1
            for first in reversed(places[: end + 1]):
                if last - first > room or first < start or turns[first - start] != turns[last - start]:
                    break
                named.update(self._index.sequence[first:behind])
                behind = first
                shared = frozenset(named & weights.keys())
                if len(shared) >= _NAMED:
                    both = sum(weights[number] for number in shared)
                    here = sum(self._weight(number) for number in named if number != self._nothing)
                    yield _Passage(2 * both / (total + here), first, last, shared)

    def _places(self, weights: dict[int, float], may_say: Callable[[str], bool]) -> list[int]:
        """Return where matters of the quote are named by somebody who can be the one who is quoted."""
        known: dict[str, bool] = {}
        found = []
        for number in weights:
            if number <= 0 or self._index.count(number) > _OFTEN:
                continue
            for place in self._index.places(number):
                source = self._index.source_of(place)
                speaker = self._sources[source].speech.speakers[place - self._index.starts[source]]
                if speaker not in known:
                    known[speaker] = may_say(speaker)
                if known[speaker]:
                    found.append(place)
        return sorted(found)

    def _to_ends(self, source: int, first: int, last: int) -> tuple[int, int]:
        """Make a passage longer to where its sentence begins and ends, if that is not far."""
        starts = self._sources[source].starts
        begin = next((place for place in range(first, max(-1, first - _ENDS), -1) if starts[place]), first)
        behind = range(last + 1, min(len(starts), last + _ENDS + 1))
        end = next((place for place in behind if starts[place]), None)
        return begin, last if end is None else end - 1


def _matter(forms: WordForms, word: str) -> str:
    """Return what a word names; empty where it carries grammar only."""
    return next((concept for concept in forms.concepts(word) if not is_function_word(concept)), "")
