"""Words of the view of quotes across versions: readings of cells (cached), speakers, names, tips."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.text.display import one_line, shorten
from desktop.text.statements import (
    Band,
    Cell,
    CellKind,
    Link,
    Matrix,
    Member,
    Row,
    Statements,
    Wording,
    WordingKind,
    difference,
)
from desktop.translation import Text, number, shown, tr, tr_n
from desktop.ui.status_words import STATUS_SIGN, STATUS_WORD, reason_words
from desktop.ui.widgets.basics import plain_tip
from desktop.ui.widgets.date_words import published

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from desktop.domain import Article, Metadata, Quote


_WORDS = 400  # code points of a quote in a tip
_EDITS = 6
_ALIKE = 2

_MEANING = {
    CellKind.SAME: Text("The same words as the base wording."),
    CellKind.WORDS: Text("Other words than the base wording."),
    CellKind.SHORTENED: Text("Shortened against the base wording."),
    CellKind.LONGER: Text("Longer than the base wording."),
    CellKind.ALTERED: Text("A fact reads otherwise than in the base wording."),
    CellKind.BROKEN: Text("The quotation closes inside its sentence: where the quote ends is not sure."),
}
Place = tuple[int, int]  # number of the statement, column of the version from 0
_RELATED = 6  # suggestions that one row tells of
_HEADLINE = 42  # code points of a headline that stands for an outlet in a sentence


def tip(lines: Sequence[str]) -> str:
    """Make a tip of lines; empty ones are left out."""
    return plain_tip("\n".join(filter(None, lines)))


def edits(base: str, other: str, how: Wording) -> str:
    """Say which words differ: “North” for “South”, without “very”, added “indeed”."""
    parts: list[str] = []
    for edit in how.edits[:_EDITS]:
        gone, new = shorten(edit.base.of(base), 80), shorten(edit.other.of(other), 80)
        parts.append(
            tr("“{new}” for “{gone}”", new=new, gone=gone)
            if gone and new
            else tr("added “{new}”", new=new)
            if new
            else tr("without “{gone}”", gone=gone)
        )
    if len(how.edits) > _EDITS:
        parts.append(tr("and {number} more", number=number(len(how.edits) - _EDITS)))
    return "; ".join(parts)


def heading(meta: Metadata) -> str:
    """Tell what is known of an article."""
    return tip([meta.outlet or tr("Outlet not given"), meta.title, meta.published or tr("Date not given")])


def of_cell(row: Row, column: int, kind: CellKind, quotes: Sequence[Quote], names: Names) -> str:
    """Tell what a version prints, how it differs from the base, and how its quotes stand.

    `column` counts as in the table, the first version is 1; `kind` is how the cell reads against the base.
    """
    cell = row.cells[column - 1]
    if not cell.members:
        return tip([tr("This version does not print the statement.")])
    is_base = row.base in cell.members
    lines = [tr("The base wording: the others are compared with it.") if is_base else ""]
    if not is_base or kind is CellKind.BROKEN:
        lines.append(str(_MEANING.get(kind, "")))
    lines.append(f"“{shorten(cell.printed, _WORDS)}”")
    lines += _differing(cell, names[row.base.source])
    speaker = cell.members[0].occurrence.speaker
    lines.append(tr("Said by {speaker}", speaker=speaker) if speaker else tr("Speaker not named"))
    if not all(member.whole for member in cell.members):
        lines.append(tr("Part of a quote that says something else too; a mark is of the whole quote."))
    lines += [_standing(quote) for quote in quotes]
    return tip(lines)


def _differing(cell: Cell, source: str) -> Iterator[str]:
    how = cell.wording
    if how is None or not how.edits:
        return
    yield tr("Against {outlet}: {differences}", outlet=source, differences=edits(cell.base.text, cell.printed, how))
    yield from dict.fromkeys(f"{tr(fact.kind).capitalize()}: {shown(fact.why)}" for fact in how.facts)
    if WordingKind.TRANSLATED_BACK in how.kinds:
        yield tr("Perhaps a translation: several words stand for others of one meaning.")


def _standing(quote: Quote) -> str:
    parts = [f"{STATUS_SIGN[quote.status]} {STATUS_WORD[quote.status]}", reason_words(quote.reason or quote.basis)]
    parts += [shorten(quote.note, 120), *sorted(tr(flag) for flag in quote.flags)]
    return " · ".join(part for part in parts if part)


def of_row(row: Row, origins: int, related: Sequence[Relative], links: Iterable[Link], names: Names) -> str:
    """Tell a statement's base wording, its speakers, where it stands (in versions of so many origins), what is alike.

    `links` are those of all statements.
    """
    count = present(row)
    where = tr_n("In {count} version", "In {count} versions", count)
    if origins < count:
        of = tr_n("of {count} origin", "of {count} origins", origins)
        where = f"{where} {of}"
    lines = [
        f"“{shorten(row.base.text, _WORDS)}”",
        speaker_line(row),
        tr("Base wording: {outlet}", outlet=names[row.base.source]),
        where,
    ]
    others = speakers(row)[1:]
    if others and row.base.occurrence.speaker:
        lines.append(tr("Elsewhere: {speakers}", speakers=", ".join(others)))
    lines += [line for relative in related for line in of_relative(relative, names)]
    lines += _separated(row, links, names)
    return tip(lines)


def of_relative(relative: Relative, names: Names) -> list[str]:
    """Tell what may be the same, why, and in which words it differs."""
    there, why = names[relative.other.source], shown(relative.link.why)
    head = tr("Perhaps the same") if relative.open else tr("Decided by hand")
    how = edits(relative.mine.text, relative.other.text, relative.difference)
    words = f"{head}: “{shorten(relative.other.text, 160)}” ({there})"
    return [words, why, tr("There: {differences}", differences=how) if how else ""]


def _separated(row: Row, links: Iterable[Link], names: Names) -> Iterator[str]:
    """What looks alike and was not merged, the strongest first."""
    own = set(row.statement.members)
    alike = [
        link
        for link in links
        if not link.by_hand
        and link.band in (Band.OTHER_SPEAKER, Band.OTHER_OCCASION)
        and (link.a in own) != (link.b in own)
    ]
    listed: set[Member] = set()
    for link in sorted(alike, key=lambda link: -link.strength):
        other = link.b if link.a in own else link.a
        if other in listed or len(listed) == _ALIKE:
            continue
        listed.add(other)
        yield tr(
            "Alike but kept apart ({kind}): “{words}” ({outlet}). {why}",
            kind=tr(link.band),
            words=shorten(other.text, 120),
            outlet=names[other.source],
            why=shown(link.why),
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """One version's wording of a statement, in a word or two."""

    kind: CellKind
    label: str

    @property
    def spoken(self) -> str:
        """The kind with its words: "altered fact: South Korea", "2 words"."""
        if self.kind is CellKind.ABSENT:
            return tr("not printed")
        return f"{tr(self.kind)}: {self.label}" if self.kind is CellKind.ALTERED else self.label


_ABSENT = Reading(CellKind.ABSENT, "—")


def read(cell: Cell) -> Reading:
    """Compare a cell with its base."""
    return Reading(cell.kind, shown(cell.label)) if cell.members else _ABSENT


class Readings:
    """The readings of a matrix: those that were asked for, or all of them."""

    def __init__(self) -> None:
        self._known: dict[Place, Reading] = {}
        self.whole = False

    def of(self, row: Row, column: int) -> Reading:
        place = (row.statement.number, column)
        found = self._known.get(place)
        if found is None:
            found = self._known[place] = read(row.cells[column])
        return found

    def known(self, row: Row) -> list[Reading]:
        """Return what has been compared so far of a row."""
        readings = (self._known.get((row.statement.number, column)) for column in range(len(row.cells)))
        return [reading for reading in readings if reading is not None]

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
    return one_line(meta.outlet or meta.title or tr("Untitled"))


def day_of(meta: Metadata) -> str:
    """Return the day where it is known, else the date as printed, else nothing."""
    return published(meta) if meta.published_on or meta.published else ""


class Names(dict[str, str]):
    """Names of versions, short enough for a sentence, by their ids as text."""

    @classmethod
    def of(cls, articles: Iterable[Article]) -> Names:
        return cls({str(each.newest): shorten(name_of(each.metadata), _HEADLINE) for each in articles})

    def __missing__(self, source: str) -> str:
        return tr("another version")


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
    return tr("Speaker not named here; {name} elsewhere", name=elsewhere[0]) if elsewhere else tr("Speaker not named")


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
