"""Flows of words: a text of an RTF file piece by piece, each with who inserted or deleted it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple


class Break(IntEnum):
    """What ends a piece."""

    NONE = 0
    LINE = 1
    CELL = 2
    ROW = 3
    PARAGRAPH = 4
    IN_CELL = 5  # a paragraph that a row is open around


class Revision(NamedTuple):
    """One tracked change: its author's place in the file's table, and when, packed as the file has it (0: unknown)."""

    author: int = 0
    date: int = 0


class Style(NamedTuple):
    """What matters of a character's format."""

    is_inserted: bool = False
    is_deleted: bool = False
    insertion: Revision = Revision()
    deletion: Revision = Revision()
    is_hidden: bool = False
    is_raised: bool = False
    is_list_number: bool = False
    is_note_number: bool = False


PLAIN = Style()


class Piece(NamedTuple):
    """Characters of one style; or a break, whose style is that of the sign which makes it."""

    text: str
    style: Style
    ends: Break = Break.NONE


@dataclass(slots=True, eq=False)
class Flow:
    """A text of its own: the body, a note, a box."""

    kind: str = ""  # as on the review sheet; empty for the body
    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Flow] = field(default_factory=list)  # wait for the end of the paragraph that they are anchored in
    is_numbered: bool = False  # a note whose number a program gives

    def add(self, text: str, style: Style) -> None:
        self.pieces.append(Piece(text, style))

    def end(self, ends: Break, style: Style) -> None:
        """End a line, cell, row or paragraph; boxes of it follow."""
        self.pieces.append(Piece("", style, ends))
        if ends is not Break.LINE and self.boxes:
            self.take_boxes()

    def take_boxes(self) -> None:
        """Put the boxes that are waiting behind what has been said."""
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            box.take_boxes()
            self.pieces += [Piece("", PLAIN, Break.PARAGRAPH), *box.pieces, Piece("", PLAIN, Break.PARAGRAPH)]


@dataclass(slots=True, eq=False)
class Words:
    """Words that are no text of the file: a statement about it, or what nobody knows."""

    parts: list[str] = field(default_factory=list)

    def add(self, text: str, _style: Style) -> None:
        self.parts.append(text)

    def end(self, _ends: Break, _style: Style) -> None:
        self.parts.append(" ")

    @property
    def text(self) -> str:
        return "".join(self.parts)
