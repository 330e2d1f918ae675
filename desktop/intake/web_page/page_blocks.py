"""Blocks of a page: paragraphs, lines and cells of its visible text, each with the elements that it lies in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PARAGRAPH, LINE, CELL = "\n\n", "\n", "\t"

_BLANKS = lazy_pattern("[ \t\n\r\f]+")


@dataclass(slots=True)
class Scope:
    """An element that groups blocks, with what it calls itself."""

    tag: str
    names: str  # class, id, role and itemprop, in lower case
    parent: Scope | None
    language: str = ""
    depth: int = 0  # elements around it that group blocks

    def ancestry(self) -> Iterator[Scope]:
        """Give this scope, then each that it lies in."""
        scope: Scope | None = self
        while scope:
            yield scope
            scope = scope.parent


@dataclass(slots=True)
class Block:
    """One paragraph, line or cell; offsets are code points of `text`."""

    scope: Scope
    lead: str = PARAGRAPH  # what stands between it and the block before
    text: str = ""
    linked: int = 0  # code points in links
    parts: list[tuple[int, int, str]] = field(default_factory=list)  # start, end, why: what is no running text
    is_time: bool = False  # a time element begins it
    hidden: str = ""  # why nobody sees it
    marks: int = 0  # quotation marks that stand for elements


class BlockBuilder:
    """Gathers one block; blanks collapse as on the screen."""

    def __init__(self, scope: Scope, lead: str, hidden: str) -> None:
        self.block = Block(scope, lead, hidden=hidden)
        self.pieces: list[str] = []
        self.length = 0
        self.ends_blank = True

    def add(self, text: str, *, verbatim: bool) -> int:
        """Add text, say how many code points came of it."""
        if not verbatim:
            text = _BLANKS.sub(" ", text)
            if self.ends_blank and text[:1] == " ":
                text = text[1:]
        if text:
            self.pieces.append(text)
            self.length += len(text)
            self.ends_blank = text[-1] in " \n"
        return len(text)

    def drop_blanks(self) -> None:
        """Take off the blanks at the end so far."""
        while self.pieces:
            last = self.pieces.pop()
            words = last.rstrip(" ")
            self.length -= len(last) - len(words)
            if words:
                self.pieces.append(words)
                return

    def taken_from(self, start: int) -> str:
        """Take out what was added from this offset on."""
        text = "".join(self.pieces)
        self.pieces = [text[:start]] if start else []
        self.length = start
        self.ends_blank = not start or text[start - 1] in " \n"
        return text[start:]

    def tail(self, size: int = 12) -> str:
        """Give the last code points."""
        return "".join(self.pieces[-4:])[-size:]

    def done(self) -> Block:
        """Finish the block, without blanks at its ends."""
        block = self.block
        full = "".join(self.pieces)
        lost = len(full) - len(full.lstrip(" \n"))
        block.text = full.strip(" \n")
        end = len(block.text)
        block.parts = _disjoint((max(0, a - lost), min(b - lost, end), why) for a, b, why in block.parts)
        return block


def _disjoint(parts: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Order parts; of two that overlap, the outer one stays."""
    disjoint: list[tuple[int, int, str]] = []
    for start, end, why in sorted(parts, key=lambda part: (part[0], -part[1])):
        begin = max(start, disjoint[-1][1]) if disjoint else start
        if begin < end:
            disjoint.append((begin, end, why))
    return disjoint
