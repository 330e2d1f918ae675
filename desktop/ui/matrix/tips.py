"""Tips over cells, rows and headings of the view of quotes across versions, each made of the values it tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.text.display import amount, shorten
from desktop.text.statements import Band, CellKind, WordingKind
from desktop.ui.matrix.cell_wordings import present, speaker_line, speakers
from desktop.ui.status_words import STATUS_SIGN, STATUS_WORD
from desktop.ui.widgets.basics import plain_tip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.domain import Metadata, Quote
    from desktop.text.statements import Cell, Link, Member, Row, Wording
    from desktop.ui.matrix.cell_wordings import Names, Relative

_WORDS = 400  # code points of a quote in a tip
_EDITS = 6
_ALIKE = 2

_MEANING = {
    CellKind.SAME: "The same words as the base wording.",
    CellKind.WORDS: "Other words than the base wording.",
    CellKind.SHORTENED: "Shortened against the base wording.",
    CellKind.LONGER: "Longer than the base wording.",
    CellKind.ALTERED: "A fact reads otherwise than in the base wording.",
    CellKind.BROKEN: "The quotation closes inside its sentence: where the quote ends is not sure.",
}


def tip(lines: Sequence[str]) -> str:
    """Make a tip of lines; empty ones are left out."""
    return plain_tip("\n".join(filter(None, lines)))


def edits(base: str, other: str, how: Wording) -> str:
    """Say which words differ: “North” for “South”, without “very”, added “indeed”."""
    parts: list[str] = []
    for edit in how.edits[:_EDITS]:
        gone, new = shorten(edit.base.of(base), 80), shorten(edit.other.of(other), 80)
        parts.append(f"“{new}” for “{gone}”" if gone and new else f"added “{new}”" if new else f"without “{gone}”")
    if len(how.edits) > _EDITS:
        parts.append(f"and {len(how.edits) - _EDITS} more")
    return "; ".join(parts)


def heading(meta: Metadata) -> str:
    """Tell what is known of an article."""
    return tip([meta.outlet or "Outlet not given", meta.title, meta.published or "Date not given"])


def of_cell(row: Row, column: int, kind: CellKind, quotes: Sequence[Quote], names: Names) -> str:
    """Tell what a version prints, how it differs from the base, and how its quotes stand.

    `column` counts as in the table, the first version is 1; `kind` is how the cell reads against the base.
    """
    cell = row.cells[column - 1]
    if not cell.members:
        return tip(["This version does not print the statement."])
    is_base = row.base in cell.members
    lines = ["The base wording: the others are compared with it." if is_base else ""]
    if not is_base or kind is CellKind.BROKEN:
        lines.append(_MEANING.get(kind, ""))
    lines.append(f"“{shorten(cell.printed, _WORDS)}”")
    lines += _differing(cell, names[row.base.source])
    speaker = cell.members[0].occurrence.speaker
    lines.append(f"Said by {speaker}" if speaker else "Speaker not named")
    if not all(member.whole for member in cell.members):
        lines.append("Part of a quote that says something else too; a mark is of the whole quote.")
    lines += [_standing(quote) for quote in quotes]
    return tip(lines)


def _differing(cell: Cell, source: str) -> Iterator[str]:
    how = cell.wording
    if how is None or not how.edits:
        return
    yield f"Against {source}: {edits(cell.base.text, cell.printed, how)}"
    yield from dict.fromkeys(f"{str(fact.kind).capitalize()}: {fact.why}" for fact in how.facts)
    if WordingKind.TRANSLATED_BACK in how.kinds:
        yield "Perhaps translated back: several words stand for others of one meaning."


def _standing(quote: Quote) -> str:
    parts = [f"{STATUS_SIGN[quote.status]} {STATUS_WORD[quote.status]}", quote.reason or quote.basis]
    parts += [shorten(quote.note, 120), *sorted(str(flag) for flag in quote.flags)]
    return " · ".join(part for part in parts if part)


def of_row(row: Row, origins: int, related: Sequence[Relative], links: Iterable[Link], names: Names) -> str:
    """Tell a statement's base wording, its speakers, where it stands (in versions of so many origins), what is alike.

    `links` are those of all statements.
    """
    count = present(row)
    of_origins = f" of {amount(origins, 'origin')}" if origins < count else ""
    lines = [
        f"“{shorten(row.base.text, _WORDS)}”",
        speaker_line(row),
        f"Base wording: {names[row.base.source]}",
        f"In {amount(count, 'version')}{of_origins}",
    ]
    others = speakers(row)[1:]
    if others and row.base.occurrence.speaker:
        lines.append(f"Elsewhere: {', '.join(others)}")
    lines += [line for relative in related for line in of_relative(relative, names)]
    lines += _kept_apart(row, links, names)
    return tip(lines)


def of_relative(relative: Relative, names: Names) -> list[str]:
    """Tell what may be the same, why, and in which words it differs."""
    there, why = names[relative.other.source], relative.link.why
    head = "Perhaps the same" if relative.open else "Decided by hand"
    how = edits(relative.mine.text, relative.other.text, relative.difference)
    return [f"{head}: “{shorten(relative.other.text, 160)}” ({there})", why, f"There: {how}" if how else ""]


def _kept_apart(row: Row, links: Iterable[Link], names: Names) -> Iterator[str]:
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
        yield f"Alike but kept apart ({link.band}): “{shorten(other.text, 120)}” ({names[other.source]}). {link.why}"
