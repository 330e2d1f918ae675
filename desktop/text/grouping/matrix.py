"""Matrix of statements and versions: what each version prints of each statement, in one word a cell."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.text.display import amount
from desktop.text.grouping.wording_difference import WordingKind, broken_boundary, difference
from desktop.text.words import plain_words

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from desktop.text.grouping.statement_types import Member, Statement, Statements
    from desktop.text.grouping.wording_difference import Wording

NOTHING = "—"
_REPEATED = 0.6  # share of its words by which a second member only says again what the first says


class CellKind(StrEnum):
    """What a version prints of a statement."""

    ABSENT = "absent"
    SAME = "same"
    WORDS = "words"
    SHORTENED = "shortened"
    LONGER = "longer"
    ALTERED = "altered fact"
    BROKEN = "boundary broken"


_KINDS = {
    WordingKind.VERBATIM: CellKind.SAME,
    WordingKind.ALTERED_FACT: CellKind.ALTERED,
    WordingKind.BOUNDARY_BROKEN: CellKind.BROKEN,
    WordingKind.SHORTENED: CellKind.SHORTENED,
    WordingKind.LONGER: CellKind.LONGER,
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One version's wording of one statement; nothing is compared before it is asked for."""

    statement: Statement
    base: Member
    members: tuple[Member, ...]  # empty where the version does not print the statement; the fullest first

    @property
    def keys(self) -> tuple[Hashable, ...]:
        return tuple(member.key for member in self.members)

    @property
    def printed(self) -> str:
        """The words of this version: the fullest member, with what else it prints of the statement in other places."""
        return _printed(self.members)

    @property
    def wording(self) -> Wording | None:
        """How this version's words differ from the base."""
        if not self.members:
            return None
        return difference(self.base.text, self.printed, language=self.base.occurrence.language)

    @property
    def kind(self) -> CellKind:
        wording = self.wording
        if wording is None:
            return CellKind.ABSENT
        if broken_boundary(self.printed):
            return CellKind.BROKEN
        return next((_KINDS[kind] for kind in wording.kinds if kind in _KINDS), CellKind.WORDS)

    @property
    def label(self) -> str:
        """What the cell says: "same", "2 words", "shortened", "longer", the altered reading, or a dash."""
        wording, kind = self.wording, self.kind
        if wording is None:
            return NOTHING
        if kind is CellKind.ALTERED:
            fact = wording.facts[0]
            return fact.other_text or f"without “{fact.base_text}”"
        if kind is CellKind.WORDS:
            return amount(wording.changed, "word")
        return str(kind)


@dataclass(frozen=True, slots=True)
class Row:
    """One statement across the versions."""

    statement: Statement
    base: Member
    cells: tuple[Cell, ...]  # as many as there are sources

    @property
    def differs(self) -> bool:
        """Say whether any version words it otherwise."""
        return any(cell.kind not in (CellKind.ABSENT, CellKind.SAME) for cell in self.cells)

    @property
    def altered(self) -> bool:
        return any(cell.kind is CellKind.ALTERED for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Statements as rows, versions as columns."""

    sources: tuple[str, ...]
    rows: tuple[Row, ...]

    def table(self) -> list[list[str]]:
        """Plain words for CSV and text tables: a heading line, then statement, speaker and one label a version."""
        heading = ["Statement", "Speaker", *self.sources]
        return [heading] + [
            [row.base.text, row.statement.speaker, *(cell.label for cell in row.cells)] for row in self.rows
        ]


def _earliest(statement: Statement) -> Member:
    return min(statement.members, key=lambda m: (m.occurrence.published or "9999", m.source, m.span))


def cells(statements: Statements, sources: Sequence[str], *, base: str = "longest") -> Matrix:
    """Lay statements out over versions in the order given; `base` is "longest", "earliest", or a source to prefer."""
    rows = []
    for statement in statements.statements:
        shown = _chosen_base(statement, base)
        by_source: dict[str, list[Member]] = {}
        for member in statement.members:
            by_source.setdefault(member.source, []).append(member)
        row = tuple(Cell(statement, shown, _fullest_first(by_source.get(source, []))) for source in sources)
        rows.append(Row(statement, shown, row))
    return Matrix(tuple(sources), tuple(rows))


def _printed(members: tuple[Member, ...]) -> str:
    """One sentence printed as two quotes is read as one, its parts joined; a repetition is read once."""
    if len(members) < 2:
        return members[0].text if members else ""
    parts = [members[0]]
    for member in members[1:]:
        if not any(_repeats(member.text, part.text) for part in parts):
            parts.append(member)
    return " … ".join(part.text for part in sorted(parts, key=lambda part: part.span))


def _repeats(shorter: str, longer: str) -> bool:
    words = {word.casefold() for word in plain_words(shorter)}
    return len(words & {word.casefold() for word in plain_words(longer)}) >= _REPEATED * len(words)


def _fullest_first(members: list[Member]) -> tuple[Member, ...]:
    return tuple(sorted(members, key=lambda m: (-len(m.span), m.span))) if len(members) > 1 else tuple(members)


def _chosen_base(statement: Statement, base: str) -> Member:
    if base == "longest":
        return statement.base
    if base == "earliest":
        return _earliest(statement)
    return next((member for member in statement.members if member.source == base), statement.base)
