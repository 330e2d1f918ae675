"""A person as an article names them."""

from __future__ import annotations

from dataclasses import dataclass, field

NAME_SUFFIXES = frozenset(("jr", "sr", "md", "phd"))
_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))


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


def surname_of(name: str) -> str:
    parts = name.replace(",", " ").split()
    while len(parts) > 1 and parts[-1].lower() in _SUFFIXES:
        parts.pop()
    return parts[-1].lower() if parts else ""
