"""Layout: the text of a draft before or after its tracked changes, with what of it is no body."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from desktop.domain import Cut, Span
from desktop.intake.document import NOTE_NUMBER
from desktop.intake.lines import RAISED
from desktop.intake.office.tracked_changes import Side
from desktop.intake.rtf.flow import Break
from desktop.lazy_pattern import lazy_pattern
from desktop.translation import english

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.intake.rtf.draft import Draft
    from desktop.intake.rtf.flow import Flow, Piece, Style

LIST_NUMBER = english("list number")
_SHORT = 80  # code points: a row of cells no longer than this stands on one line
_BLANKS = " \t"
_LETTER = lazy_pattern(r"[^\W_]")
_NUMBER = lazy_pattern(r"[0-9]{1,3}")
_NOTE = lazy_pattern(r"\s*(?:[\[(]?[0-9]{1,3}(?:[,;–-]\s?[0-9]{1,3})*[\])]?|[*†‡§¶]{1,3})\s*")
# A raised number behind these is a power: 10⁶, m², km³, mc². Behind anything else it is a note's.
_BASE = lazy_pattern(r"(?:^|[^\w.,$€£¥])(?:10|[a-zA-Z]{1,2})$")


@dataclass(slots=True)
class _Line:
    """Characters up to a break, in runs of one style."""

    runs: list[tuple[str, Style]] = field(default_factory=list)
    ends: Break = Break.NONE

    @property
    def size(self) -> int:
        return sum(len(text) for text, _ in self.runs)


@dataclass(slots=True)
class _Text:
    """A text as it grows."""

    parts: list[str] = field(default_factory=list)
    cuts: list[Cut] = field(default_factory=list)
    size: int = 0
    tail: str = ""  # its last characters

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.size += len(text)
        self.tail = (self.tail + text)[-16:]

    def add_run(self, text: str, style: Style) -> None:
        """Add characters; a raised number is a power, or a note's: then it is cut, lest it join a figure before it."""
        why = LIST_NUMBER if style.is_list_number else NOTE_NUMBER if style.is_note_number else ""
        if style.is_raised and self.tail[-1:].strip():
            if _NUMBER.fullmatch(text) and _BASE.search(self.tail):
                text = text.translate(RAISED)
            elif _NOTE.fullmatch(text):
                why = NOTE_NUMBER
        if why:
            self.cuts.append(Cut(Span(self.size, self.size + len(text)), why))
        self.add(text)


def lay_out(draft: Draft, side: Side) -> tuple[str, tuple[Cut, ...]]:
    """Give the text of one side, with notes and running heads behind the body, and the cuts that say so."""
    text = _Text()
    _add_flow(text, draft.body, side)
    known: set[tuple[str, str]] = set()
    for note in draft.notes:
        block = _Text()
        _add_flow(block, note, side)
        words = "".join(block.parts)
        if words and (note.kind, words) not in known:
            known.add((note.kind, words))
            text.add("\n\n" if text.size else "")
            text.cuts.append(Cut(Span(text.size, text.size + block.size), note.kind))
            text.add(words)
    return "".join(text.parts), tuple(text.cuts)


def changes(draft: Draft) -> list[Style]:
    """Give the styles of all changed runs, in order, each run once."""
    pieces = [piece for flow in (draft.body, *draft.notes) for piece in flow.pieces if not piece.style.is_hidden]
    runs = (style for style, _ in groupby(piece.style for piece in pieces if piece.text or piece.ends))
    return [style for style in runs if style.is_inserted or style.is_deleted]


def _add_flow(text: _Text, flow: Flow, side: Side) -> None:
    """Add the lines of a flow with what parts them."""
    parting = ""
    for line, ends in _parted(_lines(flow.pieces, side)):
        if line.runs:
            text.add(parting if text.size else "")
            parting = ends
            for words, style in line.runs:
                text.add_run(words, style)
        else:
            parting = "\n\n" if parting == ends == "\n" else max(parting, ends, key=_STRENGTHS.index)


_STRENGTHS = ("", "\t", "\n", "\n\n")


def _parted(lines: Sequence[_Line]) -> Iterator[tuple[_Line, str]]:
    """Give each line with what parts it from the next; short cells of a row stand on one line."""
    partings = {Break.NONE: "", Break.LINE: "\n"}
    row: list[_Line] = []
    for line in lines:
        row.append(line)
        if line.ends is not Break.CELL:
            is_short = len(row) > 1 and all(cell.size <= _SHORT for cell in row)
            for cell in row[:-1]:
                yield cell, "\t" if is_short else "\n\n"
            yield line, "\n" if is_short and line.ends is Break.ROW else partings.get(line.ends, "\n\n")
            row = []
    yield from ((cell, "\n\n") for cell in row)


def _lines(pieces: Sequence[Piece], side: Side) -> list[_Line]:
    lines = [_Line()]
    for is_break, group in groupby(_standing(pieces, side), key=lambda piece: bool(piece.ends)):
        if not is_break:
            lines[-1].runs += _runs(group)
            continue
        for piece in group:
            if piece.ends is Break.CELL and not lines[-1].runs and len(lines) > 1 and lines[-2].ends is Break.IN_CELL:
                lines[-2].ends = Break.CELL  # the last paragraph of a cell ends with it
            else:
                lines[-1].ends = piece.ends
                lines.append(_Line())
    for line in lines:
        _strip(line)
    return lines


def _standing(pieces: Iterable[Piece], side: Side) -> Iterator[Piece]:
    """Give what stands in the text of this side; a break that is hidden still parts words."""
    for piece in pieces:
        gone = piece.style.is_inserted if side is Side.BEFORE else piece.style.is_deleted
        if not gone and (piece.ends or not piece.style.is_hidden):
            yield piece


def _runs(pieces: Iterable[Piece]) -> Iterator[tuple[str, Style]]:
    """Join pieces of one style; halves of a character that come one after the other become one."""
    for style, group in groupby(pieces, key=itemgetter(1)):
        text = "".join(piece.text for piece in group).replace("\r\n", "\n").replace("\r", "\n")
        if not text.isascii():
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        if not style.is_list_number or _LETTER.search(text):  # a dot before an item is no word
            yield text, style


def _strip(line: _Line) -> None:
    """Take blanks off both ends."""
    while line.runs and not line.runs[0][0].lstrip(_BLANKS):
        line.runs.pop(0)
    if line.runs:
        line.runs[0] = (line.runs[0][0].lstrip(_BLANKS), line.runs[0][1])
    while line.runs and not line.runs[-1][0].rstrip(_BLANKS):
        line.runs.pop()
    if line.runs:
        line.runs[-1] = (line.runs[-1][0].rstrip(_BLANKS), line.runs[-1][1])
