"""Pages of text: the lines a pane shows, and which code point of which stored text stands where in them.

A page is a list of blocks; a block is one display line of any length. Every row ends with a tail: an empty block that
is the space below a paragraph and takes the fillers that keep two panes level. Columns are UTF-16 units, as Qt counts;
offsets are code points into the stored text; text is only ever cut from the stored text. What is displayed has one
character for each code point of the stored text, so that only astral ones make a difference.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from desktop.ui.compare.layout.options import Fold

_LINE_WORDS = 2_000  # Qt lays out a longer line too slowly
_WORD = re.compile(r"\S+\s*")
# Without spaces there are no words to count: then a line is cut after so many code points.
_LINE_LENGTH = 20_000


class BlockKind(Enum):
    """What a block is for."""

    TEXT = "text"
    GAP = "gap"  # between two paragraphs of one row
    TAIL = "tail"  # below a row
    NOTE = "note"  # a line of ours in place of folded text


class Piece(NamedTuple):
    """Text of one side; inline, `gone` is what only A has."""

    side: str
    span: Span
    gone: bool = False


class Block(NamedTuple):
    """One display line."""

    kind: BlockKind
    row: int
    text: str = ""  # as shown
    pieces: tuple[Piece, ...] = ()
    fold: Fold | None = None  # of a note: what it opens and closes
    continues: bool = False  # continues the paragraph of the block before; of a tail: the next row does so
    title: bool = False
    hides: tuple[Piece, ...] = ()  # of a note: what it stands for while that is folded away


class Stretch(NamedTuple):
    """A part of a block, in UTF-16 units."""

    block: int
    start: int
    end: int


class Clip(NamedTuple):
    """A piece where it stands in its block."""

    block: int
    side: str
    span: Span
    before: int  # code points of the block before it


class Entry(NamedTuple):
    """A piece of one side, from its start to its end in the stored text, and where it stands."""

    start: int
    end: int
    block: int
    before: int  # code points of the block before this piece


class Page:
    """Blocks in display order and the way between places in them and offsets in the stored texts."""

    def __init__(self, blocks: Sequence[Block], texts: Mapping[str, str]) -> None:
        self.blocks = blocks
        self.texts = texts
        self.tails = [number for number, block in enumerate(blocks) if block.kind is BlockKind.TAIL]
        self.firsts = [0, *(tail + 1 for tail in self.tails[:-1])] if self.tails else []
        self._folds = [(piece, block.fold) for block in blocks for piece in block.hides]
        self._wide = {number for number, block in enumerate(blocks) if is_wide(block.text)}
        self._entries = {side: sorted(self._entries_of(side)) for side in texts}
        self._starts = {side: [entry.start for entry in entries] for side, entries in self._entries.items()}
        self._ends = {side: max((entry.end for entry in entries), default=0) for side, entries in self._entries.items()}

    @property
    def text(self) -> str:
        """Everything as shown, a line a block."""
        return "\n".join(block.text for block in self.blocks)

    def fold_at(self, side: str, offset: int) -> Fold | None:
        """Return the fold that hides an offset of one side, or None."""
        found = (fold for piece, fold in self._folds if piece.side == side and piece.span.contains(offset))
        return next(found, None)

    def entries(self, side: str) -> Sequence[Entry]:
        """Return the pieces of one side in the order of its text."""
        return self._entries.get(side, [])

    def end(self, side: str) -> int:
        """Return the offset in the text of one side after which nothing of it is on the page."""
        return self._ends.get(side, 0)

    def _entries_of(self, side: str) -> Iterator[Entry]:
        for number, block in enumerate(self.blocks):
            before = 0
            for piece in block.pieces:
                if piece.side == side:
                    yield Entry(piece.span.start, piece.span.end, number, before)
                before += len(piece.span)

    def stretches(self, side: str, span: Span) -> list[Stretch]:
        """Return where the shown part of a span of one side stands, in reading order of that side."""
        entries = self._entries.get(side, [])
        found = []
        span_start, span_end = span.start, span.end
        first = max(0, bisect_right(self._starts.get(side, []), span_start) - 1)
        for number in range(first, len(entries)):  # a part of the list would be a copy of it for every quote
            entry_start, entry_end, block, before = entries[number]
            if entry_start >= span_end:
                break
            start = entry_start if entry_start > span_start else span_start
            end = entry_end if entry_end < span_end else span_end
            if start < end:
                start, end = start + before - entry_start, end + before - entry_start
                if block in self._wide:
                    start, end = self._column(block, start), self._column(block, end)
                found.append(Stretch(block, start, end))
        return found

    def clips(self, block: int) -> Iterator[Clip]:
        """Yield the pieces of a block with their places."""
        before = 0
        for piece in self.blocks[block].pieces:
            yield Clip(block, piece.side, piece.span, before)
            before += len(piece.span)

    def stretch(self, clip: Clip, span: Span) -> Stretch:
        """Return where the part of a span that lies in a clip stands."""
        shift = clip.before - clip.span.start
        start, end = max(clip.span.start, span.start), min(clip.span.end, span.end)
        return Stretch(clip.block, self._column(clip.block, start + shift), self._column(clip.block, end + shift))

    def trimmed(self, stretch: Stretch) -> Stretch:
        """Leave out the white space at the ends, which is nothing to look at; of white space alone all stays."""
        words = self.words(stretch)
        if not words.strip():
            return stretch
        before, after = len(words) - len(words.lstrip()), len(words) - len(words.rstrip())
        return Stretch(stretch.block, stretch.start + before, stretch.end - after)

    def words(self, stretch: Stretch) -> str:
        """Return a stretch as shown."""
        text = self.blocks[stretch.block].text
        return text[self._index(stretch.block, stretch.start) : self._index(stretch.block, stretch.end)]

    def place(self, side: str, offset: int) -> tuple[int, int] | None:
        """Return block and column of an offset; where it is not shown, of what is shown next to it."""
        entries = self._entries.get(side, [])
        if not entries:
            return None
        entry = entries[max(0, bisect_right(self._starts[side], offset) - 1)]
        inside = min(max(offset, entry.start), entry.end)
        return entry.block, self._column(entry.block, inside - entry.start + entry.before)

    def source(self, block: int, column: int) -> tuple[str, int] | None:
        """Return side and offset of what stands at a place, or None where it is nobody's text."""
        place = self._index(block, column)
        for piece in self.blocks[block].pieces:
            if place < len(piece.span):
                return piece.side, piece.span.start + place
            place -= len(piece.span)
        last = self.blocks[block].pieces[-1:]
        return (last[0].side, last[0].span.end) if last else None

    def cut(self, first: tuple[int, int], last: tuple[int, int]) -> list[Piece | str]:
        """Return what lies between two places: pieces of the stored texts, and the breaks between paragraphs."""
        found: list[Piece | str] = []
        for number in range(first[0], last[0] + 1):
            parts = list(self._pieces_between(number, first, last))
            if parts and found and not self.blocks[number].continues:
                found.append(self._between(found, parts[0]))
            found += parts
        return found

    def span_between(self, first: tuple[int, int], last: tuple[int, int]) -> tuple[str, Span] | None:
        """Return side and span of what lies between two places, or None where that is nothing, or of two texts."""
        begun: Piece | None = None
        end = 0
        for number in range(first[0], last[0] + 1):
            pieces = self.blocks[number].pieces
            if number in (first[0], last[0]):
                pieces = tuple(self._pieces_between(number, first, last))
            for piece in pieces:
                if not len(piece.span):
                    continue
                begun = begun or piece
                if piece.side != begun.side:
                    return None
                end = piece.span.end
        return (begun.side, Span(begun.span.start, end)) if begun is not None else None

    def _pieces_between(self, number: int, first: tuple[int, int], last: tuple[int, int]) -> Iterator[Piece]:
        """Yield what of a block lies between two places."""
        start = self._index(number, first[1]) if number == first[0] else 0
        end = self._index(number, last[1]) if number == last[0] else len(self.blocks[number].text)
        return _clipped(self.blocks[number].pieces, start, end)

    def _between(self, before: Sequence[Piece | str], after: Piece) -> str:
        last = before[-1]
        if isinstance(last, Piece) and last.side == after.side and last.span.end <= after.span.start:
            space = self.texts[after.side][last.span.end : after.span.start]
            if space and not space.strip():
                return space
        return "\n\n"

    def _column(self, block: int, index: int) -> int:
        return units(self.blocks[block].text, index) if block in self._wide else index

    def _index(self, block: int, column: int) -> int:
        return code_points(self.blocks[block].text, column) if block in self._wide else column


def clean(pieces: Sequence[Piece | str], texts: Mapping[str, str]) -> str:
    """Return the stored text of pieces, never two versions run together: what only A has is left out beside B."""
    parts = [piece for piece in pieces if isinstance(piece, Piece)]
    both = any(part.gone for part in parts) and not all(part.gone for part in parts)
    stored = [piece for piece in pieces if isinstance(piece, str) or not (both and piece.gone)]
    return "".join(piece if isinstance(piece, str) else piece.span.of(texts[piece.side]) for piece in stored).strip(
        "\n"
    )


def _clipped(pieces: Iterable[Piece], start: int, end: int) -> Iterator[Piece]:
    before = 0
    for piece in pieces:
        first, last = max(start - before, 0), min(end - before, len(piece.span))
        if first < last:
            yield piece._replace(span=Span(piece.span.start + first, piece.span.start + last))
        before += len(piece.span)


def text_blocks(
    row: int, pieces: Sequence[Piece], texts: Mapping[str, str], *, title: bool = False, continues: bool = False
) -> list[Block]:
    """Return the block of one paragraph, or several where it is too long for one line."""
    lines = list(_lines(pieces, texts))
    return [
        Block(BlockKind.TEXT, row, "".join(shown(piece.span.of(texts[piece.side])) for piece in line),
              tuple(line), continues=continues or number > 0, title=title)
        for number, line in enumerate(lines)
    ]  # fmt: skip


def _lines(pieces: Sequence[Piece], texts: Mapping[str, str]) -> Iterator[list[Piece]]:
    """Cut a paragraph into lines of at most 2,000 words."""
    if sum(len(piece.span) for piece in pieces) <= _LINE_WORDS:
        yield list(pieces)
        return
    line: list[Piece] = []
    words = 0
    for piece in pieces:
        for part, count in _portions(piece, texts[piece.side]):
            if line and words + count > _LINE_WORDS:
                yield line
                line, words = [], 0
            line.append(part)
            words += count
    if line:
        yield line


def _portions(piece: Piece, text: str) -> Iterator[tuple[Piece, int]]:
    """Cut a piece into parts short enough for one line, with their words."""
    if len(piece.span) <= _LINE_WORDS:
        yield piece, len(piece.span.of(text).split())
        return
    start, words = piece.span.start, 0
    for word in _WORD.finditer(text, piece.span.start, piece.span.end):
        words += 1
        if word.end() - start > _LINE_LENGTH and start < word.start():
            yield piece._replace(span=Span(start, word.start())), words - 1
            start, words = word.start(), 1
        while word.end() - start > _LINE_LENGTH:
            yield piece._replace(span=Span(start, start + _LINE_LENGTH)), _LINE_WORDS
            start, words = start + _LINE_LENGTH, 1
        if words == _LINE_WORDS:
            yield piece._replace(span=Span(start, word.end())), words
            start, words = word.end(), 0
    if start < piece.span.end:
        yield piece._replace(span=Span(start, piece.span.end)), words


# Qt breaks lines at these, drops them, or cannot hold them; shown instead: one other character each.
_ODD = re.compile("[\x00-\x08\n-\x1f\x7f\x85\u2028\u2029\ufdd0\ufdd1\ufffc\ud800-\udfff]")
_BREAKS = "\n\r\v\f\x85\u2028\u2029"


def shown(text: str) -> str:
    """Return what stands for a text on the screen: the same number of code points, no line breaks."""
    if text.isprintable() and "\ufffc" not in text:
        return text  # that one is printable; of all the odd ones it alone
    return _ODD.sub(_stand_in, text)


def _stand_in(match: re.Match[str]) -> str:
    odd = match.group()
    if odd in _BREAKS:
        return " "
    if odd < " ":
        return chr(0x2400 + ord(odd))
    return "\u2421" if odd == "\x7f" else "\ufffd"


def is_wide(text: str) -> bool:
    """Say whether some code point takes two UTF-16 units."""
    return not text.isascii() and len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)


def units(text: str, index: int) -> int:
    """Return how many UTF-16 units the first `index` code points take."""
    return len(text[:index].encode("utf-16-le")) // 2


def code_points(text: str, count: int) -> int:
    """Return how many whole code points the first `count` UTF-16 units hold."""
    return len(text.encode("utf-16-le")[: 2 * count].decode("utf-16-le", "ignore"))
