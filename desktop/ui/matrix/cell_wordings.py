"""Words of the view of quotes across versions: readings of cells (compared once, then cached), speakers, names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.text.display import one_line, shorten
from desktop.text.statements import Band, Cell, CellKind, Link, Matrix, Member, Row, Statements, Wording, difference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop.domain import Article, Metadata

Place = tuple[int, int]  # number of the statement, column of the version from 0
_RELATED = 6  # suggestions that one row tells of
_HEADLINE = 42  # code points of a headline that stands for an outlet in a sentence


@dataclass(frozen=True, slots=True)
class Reading:
    """One version's wording of a statement, in a word or two."""

    kind: CellKind
    label: str

    @property
    def spoken(self) -> str:
        """The kind with its words: "altered fact: South Korea", "2 words"."""
        if self.kind is CellKind.ABSENT:
            return "not printed"
        return f"{self.kind}: {self.label}" if self.kind is CellKind.ALTERED else self.label


_ABSENT = Reading(CellKind.ABSENT, "—")


def read(cell: Cell) -> Reading:
    """Compare a cell with its base."""
    return Reading(cell.kind, cell.label) if cell.members else _ABSENT


class Readings:
    """The readings of a matrix: those that were asked for, or all of them."""

    def __init__(self) -> None:
        self._made: dict[Place, Reading] = {}
        self.whole = False

    def of(self, row: Row, column: int) -> Reading:
        place = (row.statement.number, column)
        found = self._made.get(place)
        if found is None:
            found = self._made[place] = read(row.cells[column])
        return found

    def known(self, row: Row) -> list[Reading]:
        """Return what has been compared so far of a row."""
        made = (self._made.get((row.statement.number, column)) for column in range(len(row.cells)))
        return [reading for reading in made if reading is not None]

    def compare_all(self, matrix: Matrix, cancelled: Callable[[], bool] | None = None) -> None:
        """Compare every cell; may run on any thread before the readings are handed over."""
        for row in matrix.rows:
            if cancelled is not None and cancelled():
                return
            for column in range(len(row.cells)):
                self.of(row, column)
        self.whole = True


def name_of(meta: Metadata) -> str:
    """Name an article as a heading does: its outlet, else its headline."""
    return one_line(meta.outlet or meta.title or "Untitled")


def day_of(meta: Metadata) -> str:
    """Return the day where it is known, else the date as printed, else nothing."""
    if meta.published_on:
        day = date.fromisoformat(meta.published_on)
        return f"{day.day} {day:%b %Y}"
    return one_line(meta.published)


class Names(dict[str, str]):
    """Names of versions, short enough for a sentence, by their ids as text."""

    @classmethod
    def of(cls, articles: Iterable[Article]) -> Names:
        return cls({str(each.newest): shorten(name_of(each.metadata), _HEADLINE) for each in articles})

    def __missing__(self, source: str) -> str:
        return "another version"


def present(row: Row) -> int:
    """Return in how many versions a statement stands."""
    return sum(bool(cell.members) for cell in row.cells)


def speakers(row: Row) -> list[str]:
    """Return everybody who is said to have said it: the base's first, each name once, unnamed left out."""
    names = [row.base.occurrence.speaker, *(member.occurrence.speaker for member in row.statement.members)]
    return list(dict.fromkeys(name for name in names if name))


def speaker_line(row: Row) -> str:
    """Say who speaks as the base wording tells it, and say so where it tells nobody."""
    base = row.base.occurrence
    if base.speaker:
        return f"{base.speaker}, {base.role}" if base.role else base.speaker
    elsewhere = speakers(row)
    return f"Speaker not named here; {elsewhere[0]} elsewhere" if elsewhere else "Speaker not named"


# -- what may be the same ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Relative:
    """A quote outside a row that may report its statement, or of which the checker said whether it does."""

    mine: Member  # in the row
    other: Member
    link: Link

    @property
    def pair(self) -> frozenset[str]:
        return frozenset((str(self.mine.key), str(self.other.key)))

    @property
    def difference(self) -> Wording:
        """How the other is worded against the one in the row."""
        return difference(self.mine.text, self.other.text, language=self.mine.occurrence.language)

    @property
    def open(self) -> bool:
        """Say whether nobody has decided yet."""
        return not self.link.by_hand


def relatives(statements: Statements) -> dict[int, list[Relative]]:
    """Return for each statement (by number) what is suggested or was decided by hand; likeliest first, open ones ahead.

    Of two statements only the strongest suggestion is returned.
    """
    home = {member: statement.number for statement in statements.statements for member in statement.members}
    found: dict[int, dict[int, Relative]] = {}
    for link in sorted(statements.links, key=lambda link: (link.by_hand, -link.strength)):
        ours, theirs = home.get(link.a), home.get(link.b)
        if ours is None or theirs is None or ours == theirs or not (link.band is Band.SUGGESTED or link.by_hand):
            continue
        found.setdefault(ours, {}).setdefault(theirs, Relative(link.a, link.b, link))
        found.setdefault(theirs, {}).setdefault(ours, Relative(link.b, link.a, link))
    return {number: list(others.values())[:_RELATED] for number, others in found.items()}
