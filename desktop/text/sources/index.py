"""Index of sources: in which source, and where in it, a unit of speech stands.

Postings in arrays, all sources one after the other; memory is about 8 bytes a unit.
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_APART = 64  # units of nothing between two sources


class SourceIndex:
    """Where units stand; a place is a number over all sources, see `source_of`."""

    def __init__(self, sources: Iterable[Sequence[str]]) -> None:
        self._ids: dict[str, int] = {}
        self.starts: list[int] = []
        self.lengths: list[int] = []
        sequence = array("I")
        nothing = array("I", [0]) * _APART
        for sounds in sources:
            self.starts.append(len(sequence))
            self.lengths.append(len(sounds))
            ids = self._ids
            sequence.extend([ids.setdefault(sound, len(ids) + 1) for sound in sounds])
            sequence.extend(nothing)
        self.sequence = sequence
        self._offsets, self._postings = _postings(sequence, len(self._ids) + 1)
        self.size = max(1, sum(self.lengths))
        self._pairs: dict[int, tuple[array[int], array[int]]] = {}

    @property
    def memory(self) -> int:
        """Bytes of the arrays."""
        return sum(each.itemsize * len(each) for each in (self.sequence, self._offsets, self._postings))

    def id_of(self, sound: str) -> int:
        """Return the number of a unit; 0 where no source has it."""
        return self._ids.get(sound, 0)

    def count(self, number: int) -> int:
        return self._offsets[number + 1] - self._offsets[number] if number else 0

    def places(self, number: int) -> array[int]:
        return self._postings[self._offsets[number] : self._offsets[number + 1]] if number else array("I")

    def pairs(self, number: int, after: int) -> array[int]:
        """Return the places of a unit that another one follows; kept by unit in the order of what follows."""
        if not number or not after:
            return array("I")
        known = self._pairs.get(number)
        if known is None:
            sequence = self.sequence
            places = array("I", sorted(self.places(number), key=lambda at: sequence[at + 1]))
            known = self._pairs[number] = array("I", [sequence[at + 1] for at in places]), places
        following, places = known
        first = bisect_left(following, after)
        return places[first : bisect_right(following, after, first)]

    def weight(self, number: int) -> float:
        """Return how much a unit tells: about 0.3 for the commonest, 1 and more for rare ones."""
        count = self.count(number) or 1
        return max(0.12, min(1.2, math.log(self.size / count) / 8))

    def source_of(self, place: int) -> int:
        return bisect_right(self.starts, place) - 1


def _postings(sequence: array[int], kinds: int) -> tuple[array[int], array[int]]:
    """Sort the places by what stands there: counting sort, so that no list of objects is made."""
    counts = array("Q", bytes(8 * (kinds + 1)))
    for number in sequence:
        counts[number + 1] += 1
    for kind in range(kinds):
        counts[kind + 1] += counts[kind]
    following = array("Q", counts)
    places = array("I", bytes(4 * len(sequence)))
    for place, number in enumerate(sequence):
        places[following[number]] = place
        following[number] += 1
    return counts, places
