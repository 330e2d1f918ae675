"""People who share a surname: which of them a full name, or the bare surname, means."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.text.attribution.person import Person

_MANY = 40  # people among whom a bare surname is looked up: a register of thousands would be read for each of them
_ALIKE = 3  # letters by which two given names are one: "Christopher", "Chris"


class Namesakes:
    """The people of one surname, in the order they were met, and where each is named."""

    def __init__(self) -> None:
        self._people: list[Person] = []
        self._beginning: dict[str, int] = {}  # the first letters of a given name -> the first who has them
        self._initials: dict[str, int] = {}  # those who are known by an initial only
        self._rising: list[tuple[list[int], list[Person]]] = []  # mentions as they were noted, in rising stretches

    def add(self, person: Person) -> None:
        place, given = len(self._people), _given(person.name)
        self._people.append(person)
        for letters in range(1, _ALIKE + 1):
            self._beginning.setdefault(given[:letters], place)
        if len(given) == 1:
            self._initials.setdefault(given, place)

    def find(self, name: str) -> Person | None:
        """Give the first whose full name can be this one: the given names agree or one is an initial."""
        given = _given(name)
        places = (self._beginning.get(given[:_ALIKE]), self._initials.get(given[:1]))
        return min(((p, self._people[p]) for p in places if p is not None), default=(0, None), key=_place)[1]

    def note(self, start: int, person: Person) -> None:
        """Remember that a person of these is named at a place."""
        if len(self._people) > _MANY and not _is_one_of(person, self._people[:_MANY]):
            return
        if not self._rising or self._rising[-1][0][-1] > start:
            self._rising.append(([], []))
        starts, people = self._rising[-1]
        starts.append(start)
        people.append(person)

    def settle(self) -> None:
        """Put the mentions in the order of the text."""
        pairs = [pair for stretch in self._rising for pair in zip(*stretch, strict=True)]
        pairs.sort(key=_place)
        self._rising = [([start for start, _ in pairs], [person for _, person in pairs])] if pairs else []

    def who(self, at: int, gender: str) -> Person | None:
        """Give the one who fits a bare surname: named before `at`, latest first."""
        known = self._people[:_MANY]
        fitting = [p for p in known if not gender or p.gender in {"", gender}] or [p for p in known if "-" in p.name]
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        earlier = [p for p in fitting if p.first <= at] or fitting
        return self._latest(earlier, at) or earlier[0]

    def _latest(self, people: Sequence[Person], at: int) -> Person | None:
        for starts, named in reversed(self._rising):
            for place in range(bisect_right(starts, at) - 1, -1, -1):
                if _is_one_of(named[place], people):
                    return named[place]
        return None


def _given(name: str) -> str:
    return name.split(maxsplit=1)[0].lower().rstrip(".")


def _is_one_of(person: Person, people: Sequence[Person]) -> bool:
    return any(each is person for each in people)


def _place(pair: tuple[int, object]) -> int:
    return pair[0]
