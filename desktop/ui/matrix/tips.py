"""What does a tip over a cell, a row or a heading say? Plain words, escaped, with the words that differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.text.display import amount, shorten
from desktop.text.statements import Band, CellKind, WordingKind
from desktop.ui import theme
from desktop.ui.matrix.cell_wordings import present, speaker_line, speakers
from desktop.ui.widgets.basics import plain_tip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.domain import Metadata, Quote
    from desktop.text.statements import Cell, Member, Row, Wording
    from desktop.ui.matrix.cell_wordings import Relative
    from desktop.ui.matrix.model import MatrixModel

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
    told: list[str] = []
    for edit in how.edits[:_EDITS]:
        gone, new = shorten(edit.base.of(base), 80), shorten(edit.other.of(other), 80)
        told.append(f"“{new}” for “{gone}”" if gone and new else f"added “{new}”" if new else f"without “{gone}”")
    if len(how.edits) > _EDITS:
        told.append(f"and {len(how.edits) - _EDITS} more")
    return "; ".join(told)


def heading(meta: Metadata) -> str:
    """Tell what is known of an article."""
    return tip([meta.outlet or "Outlet not given", meta.title, meta.published or "Date not given"])


def of_cell(model: MatrixModel, row: Row, column: int) -> str:
    """Tell what a version prints, how it differs from the base, and how its quotes stand."""
    cell = row.cells[column - 1]
    if not cell.members:
        return tip(["This version does not print the statement."])
    is_base = row.base in cell.members
    lines = ["The base wording: the others are compared with it." if is_base else ""]
    if not is_base or model.reading(row, column).kind is CellKind.BROKEN:
        lines.append(_MEANING.get(model.reading(row, column).kind, ""))
    lines.append(f"“{shorten(cell.printed, _WORDS)}”")
    lines += _differing(model, row, cell)
    said = [member.occurrence.speaker for member in cell.members]
    lines.append(f"Said by {said[0]}" if said[0] else "Speaker not named")
    if not all(member.whole for member in cell.members):
        lines.append("Part of a quote that says something else too; a mark is of the whole quote.")
    lines += [_stands(quote) for quote in model.quotes_of(cell)]
    return tip(lines)


def _differing(model: MatrixModel, row: Row, cell: Cell) -> Iterator[str]:
    how = cell.wording
    if how is None or not how.edits:
        return
    there = model.source_name(row.base.source)
    yield f"Against {there}: {edits(cell.base.text, cell.printed, how)}"
    yield from dict.fromkeys(f"{str(fact.kind).capitalize()}: {fact.why}" for fact in how.facts)
    if WordingKind.TRANSLATED_BACK in how.kinds:
        yield "Perhaps translated back: several words stand for others of one meaning."


def _stands(quote: Quote) -> str:
    parts = [f"{theme.STATUS_SIGN[quote.status]} {theme.STATUS_WORD[quote.status]}", quote.reason or quote.basis]
    parts += [shorten(quote.note, 120), *sorted(str(flag) for flag in quote.flags)]
    return " · ".join(part for part in parts if part)


def of_row(model: MatrixModel, row: Row) -> str:
    """Tell a statement's base wording, who is said to have said it, where it stands, and what is alike."""
    count = present(row)
    origins = model.origins_of(row)
    lines = [
        f"“{shorten(row.base.text, _WORDS)}”",
        speaker_line(row),
        f"Base wording: {model.source_name(row.base.source)}",
        f"In {amount(count, 'version')}" + (f" of {amount(origins, 'origin')}" if origins < count else ""),
    ]
    others = speakers(row)[1:]
    if others and row.base.occurrence.speaker:
        lines.append(f"Elsewhere: {', '.join(others)}")
    lines += [line for relative in model.related(row) for line in of_relative(model, relative)]
    lines += _kept_apart(model, row)
    return tip(lines)


def of_relative(model: MatrixModel, relative: Relative) -> list[str]:
    """Tell what may be the same, why, and in which words it differs."""
    there, why = model.source_name(relative.other.source), relative.link.why
    head = "Perhaps the same" if relative.open else "Decided by hand"
    how = edits(relative.mine.text, relative.other.text, _difference(relative))
    return [f"{head}: “{shorten(relative.other.text, 160)}” ({there})", why, f"There: {how}" if how else ""]


def _difference(relative: Relative) -> Wording:
    from desktop.text.statements import difference

    return difference(relative.mine.text, relative.other.text)


def _kept_apart(model: MatrixModel, row: Row) -> Iterator[str]:
    """What looks alike and was not merged, the strongest first."""
    if model.grouped is None:
        return
    own = set(row.statement.members)
    alike = [
        link
        for link in model.grouped.statements.links
        if not link.by_hand
        and link.band in (Band.OTHER_SPEAKER, Band.OTHER_OCCASION)
        and (link.a in own) != (link.b in own)
    ]
    told: set[Member] = set()
    for link in sorted(alike, key=lambda link: -link.strength):
        other = link.b if link.a in own else link.a
        if other in told or len(told) == _ALIKE:
            continue
        told.add(other)
        where = model.source_name(other.source)
        yield f"Alike but kept apart ({link.band}): “{shorten(other.text, 120)}” ({where}). {link.why}"
