"""Flow: a text put together paragraph by paragraph, as a reader walks through a file, with its cuts."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.domain import Cut, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BLANKS = " \t\n"
_GAP = "\n\n"  # between paragraphs


@dataclass(eq=False, slots=True)
class _Block:
    """Paragraphs that are cut together."""

    why: str


@dataclass(eq=False, slots=True)
class _Paragraph:
    block: _Block | None = None
    pieces: list[tuple[str, str]] = field(default_factory=list)  # text, and why it is cut ("": it is not)


class Flow:
    """Paragraphs in the order in which they are read.

    What is written inside `box()` stands behind the paragraph that is open then; what is written inside `block()` is
    one cut. A paragraph stays open until `end()`: so two are joined, without a space, by leaving the end out.
    """

    def __init__(self) -> None:
        self._done: list[_Paragraph] = []
        self._open = _Paragraph()
        self._behind: list[_Paragraph] = []
        self._block: _Block | None = None

    def write(self, text: str, why: str = "") -> None:
        """Add to the open paragraph; with a reason, as a cut."""
        if text:
            self._open.pieces.append((text.replace("\r\n", "\n").replace("\r", "\n"), why))

    def end(self) -> None:
        """Close the paragraph; one without words is dropped, what is boxed behind it is not."""
        if self._open.pieces:
            self._open.block = self._block
            self._done.append(self._open)
            self._open = _Paragraph()
        self._done += self._behind
        self._behind = []

    def embed(self, text: str, cuts: Sequence[Cut]) -> None:
        """Write a text that another reader gave, with its cuts, as paragraphs of its own."""
        self.end()
        reasons = {cut.span.start: cut.why for cut in cuts}
        edges = sorted({0, len(text), *(edge for cut in cuts for edge in (cut.span.start, cut.span.end))})
        for start, end in pairwise(edges):
            for number, piece in enumerate(text[start:end].split(_GAP)):
                if number:
                    self.end()
                self.write(piece, reasons.get(start, ""))
        self.end()

    @contextmanager
    def box(self) -> Iterator[None]:
        """Write a text box: its paragraphs come behind the one that is open, which goes on afterwards."""
        outer = self._done, self._open, self._behind
        self._done, self._open, self._behind = [], _Paragraph(), []
        try:
            yield
        finally:
            self.end()
            inside = self._done
            self._done, self._open, self._behind = outer
            self._behind += inside

    @contextmanager
    def block(self, why: str) -> Iterator[None]:
        """Write paragraphs that are all one cut, a note for instance."""
        self.end()
        outer, self._block = self._block, _Block(why)
        try:
            yield
        finally:
            self.end()
            self._block = outer

    def finish(self) -> tuple[str, tuple[Cut, ...]]:
        """Give the text and its cuts, in order and disjoint; paragraphs are parted by a blank line."""
        self.end()
        writing = _Writing()
        for paragraph in self._done:
            writing.add(paragraph)
        return "".join(writing.text), tuple(writing.cuts)


class _Writing:
    """The text so far, and its cuts."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.cuts: list[Cut] = []
        self._length = 0
        self._block: _Block | None = None

    def add(self, paragraph: _Paragraph) -> None:
        pieces = _trimmed(paragraph.pieces)
        if not pieces:
            return
        if self.text:
            self._append(_GAP)
        start = self._length
        for text, why in pieces:
            if why and paragraph.block is None:
                self._cut(self._length, len(text), why)
            self._append(text)
        if paragraph.block is not None:
            self._cut_block(start, paragraph.block)
        self._block = paragraph.block

    def _append(self, text: str) -> None:
        self.text.append(text)
        self._length += len(text)

    def _cut(self, start: int, length: int, why: str) -> None:
        last = self.cuts[-1] if self.cuts else None
        if last and last.why == why and last.span.end == start:
            self.cuts[-1] = Cut(Span(last.span.start, start + length), why)
        else:
            self.cuts.append(Cut(Span(start, start + length), why))

    def _cut_block(self, start: int, block: _Block) -> None:
        if block is self._block:
            start = self.cuts.pop().span.start
        self.cuts.append(Cut(Span(start, self._length), block.why))


def _trimmed(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Leave out blanks at both ends of a paragraph."""
    first, last = 0, len(pieces)
    while first < last and not pieces[first][0].strip(_BLANKS):
        first += 1
    while last > first and not pieces[last - 1][0].strip(_BLANKS):
        last -= 1
    trimmed = pieces[first:last]
    if trimmed:
        trimmed[0] = (trimmed[0][0].lstrip(_BLANKS), trimmed[0][1])
        trimmed[-1] = (trimmed[-1][0].rstrip(_BLANKS), trimmed[-1][1])
    return trimmed
