"""People of one surname: whom a full or a bare name means among them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.text.attribution.persons.given_names import long_forms

if TYPE_CHECKING:
    from collections.abc import Sequence

SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))
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
        for full in long_forms(given):
            self._beginning.setdefault(full[:_ALIKE], place)
        if len(given) == 1:
            self._initials.setdefault(given, place)

    def find(self, name: str) -> Person | None:
        """Give the first whose full name can be this one: the given names agree, one is short or an initial.

        The son is not the father: of two names that "Jr." alone tells apart, each is somebody.
        """
        given = _given(name)
        places = [self._beginning.get(given[:_ALIKE]), self._initials.get(given[:1])]
        places += [self._beginning.get(full[:_ALIKE]) for full in long_forms(given)]
        found = min(((p, self._people[p]) for p in places if p is not None), default=(0, None), key=_place)[1]
        if found is not None and found.name != name and _differ_by_suffix(found.name, name):
            return next((p for p in self._people[:_MANY] if p.name.rstrip(".") == name.rstrip(".")), None)
        return found

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


def _differ_by_suffix(one: str, other: str) -> bool:
    """Say whether two names are the same but for a "Jr." behind one of them."""
    first, second = one.lower().split(), other.lower().split()
    if len(first) > len(second):
        first, second = second, first
    return len(second) == len(first) + 1 and second[:-1] == first and second[-1] in SUFFIXES


@lru_cache(maxsize=4096)
def _given(name: str) -> str:
    return name.split(maxsplit=1)[0].lower().rstrip(".")


def _is_one_of(person: Person, people: Sequence[Person]) -> bool:
    return any(each is person for each in people)


def _place(pair: tuple[int, object]) -> int:
    return pair[0]


@dataclass(slots=True)
class Person:
    """A person as the article names them."""

    name: str
    gender: str = ""
    role: str = ""
    first: int = 0  # offset of the first full mention
    nouns: set[str] = field(default_factory=set)  # what the roles come down to: "ambassador"
    places: list[tuple[int, int]] = field(default_factory=list)  # full mentions, with titles
    learnt: bool = False  # whether the role was looked for

    @property
    def given(self) -> str:
        return self.name.split()[0]

    @property
    def surname(self) -> str:
        return surname_of(self.name)


@lru_cache(maxsize=4096)  # asked several times for each mention
def surname_of(name: str) -> str:
    parts = name.replace(",", " ").split()
    while len(parts) > 1 and parts[-1].lower() in SUFFIXES:
        parts.pop()
    return parts[-1].lower() if parts else ""
