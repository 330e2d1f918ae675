"""Page builder: the pages of two texts side by side, of both woven into one, or of one text to be read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from desktop.domain import Span, Version
from desktop.text.changes import Change, ChangeKind, Comparison
from desktop.ui.compare.layout.options import PLAIN, FoldKind, PageOptions
from desktop.ui.compare.layout.page import Block, BlockKind, Page, Piece, text_blocks
from desktop.ui.compare.layout.rows import PageRow, hidden_note, hidden_paragraphs, is_seam, rows_of, shown_and_hidden

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from desktop.ui.compare.layout.options import Fold
    from desktop.ui.compare.layout.rows import Note


def side_pages(
    a: Version,
    b: Version,
    comparison: Comparison | None,
    options: PageOptions = PLAIN,
) -> tuple[Page, Page]:
    """Return the two pages that stand side by side; they have the same rows."""
    rows = rows_of(a, b, comparison, options)
    return _side_page(rows, "a", a), _side_page(rows, "b", b)


def _side_page(rows: Sequence[PageRow], side: str, version: Version) -> Page:
    texts, title_end = {side: version.text}, _title_end(version)
    blocks: list[Block] = []
    for number, row in enumerate(rows):
        note = row.note(side)
        if note is not None:
            blocks.append(_note_block(number, note, side))
        paragraph_pieces = [_visible([Piece(side, span)], {side: version.hidden}) for span in row.spans(side)]
        blocks += _row_blocks(
            number, paragraph_pieces, texts, title_end, continues=side in row.continues, seam=is_seam(rows, number)
        )
    return Page(blocks, texts)


def _row_blocks(
    row: int,
    paragraph_pieces: Sequence[Sequence[Piece]],
    texts: Mapping[str, str],
    title_end: int = 0,
    *,
    continues: bool = False,
    seam: bool = False,
) -> Iterator[Block]:
    for number, pieces in enumerate(paragraph_pieces):
        if number:
            yield Block(BlockKind.GAP, row)
        title = bool(pieces) and pieces[0].span.end <= title_end
        yield from text_blocks(row, pieces, texts, title=title, continues=continues and not number)
    yield Block(BlockKind.TAIL, row, continues=seam)


def _visible(pieces: Sequence[Piece], hidden: Mapping[str, Sequence[Span]]) -> list[Piece]:
    """Leave out what is hidden inside of pieces, a note number for instance; what is unfolded is no part of a piece."""
    return [piece._replace(span=part) for piece in pieces for part in _around(piece.span, hidden[piece.side])]


def _around(span: Span, hidden: Sequence[Span]) -> Iterator[Span]:
    at = span.start
    for cut in hidden[bisect_left(hidden, span.start, key=_start) :]:
        if cut.end >= span.end:
            break
        if cut.start > at:
            yield Span(at, cut.start)
        at = cut.end
    yield Span(at, span.end)


def _start(span: Span) -> int:
    return span.start


def _title_end(version: Version) -> int:
    """Return where the headline ends if the text begins with it, else 0."""
    title = version.info.metadata.title.strip()
    start = len(version.text) - len(version.text.lstrip())
    return start + len(title) if title and version.text.startswith(title, start) else 0


def _note_block(row: int, note: Note, side: str) -> Block:
    return Block(BlockKind.NOTE, row, note.text, fold=note.fold, hides=tuple(Piece(side, span) for span in note.hides))


def reading_page(version: Version, unfolded: Collection[Fold] = ()) -> Page:
    """Return one version as a page; hidden passages are notes that unfold."""
    texts, title_end = {"a": version.text}, _title_end(version)
    blocks: list[Block] = []
    row = 0
    for is_hidden, members in shown_and_hidden(version):
        if not is_hidden:
            for span, _ in members:
                blocks += _row_blocks(row, [_visible([Piece("a", span)], {"a": version.hidden})], texts, title_end)
                row += 1
            continue
        note = hidden_note(members, FoldKind.HIDDEN_A, unfolded)
        blocks += [_note_block(row, note, "a"), Block(BlockKind.TAIL, row)]
        row += 1
        for span, _ in () if note.hides else members:
            for paragraph in hidden_paragraphs(span, version.text):
                blocks += _row_blocks(row, [[Piece("a", paragraph)]], texts)
                row += 1
    return Page(blocks, texts)


_QUIET = (ChangeKind.TYPOGRAPHY, ChangeKind.PARAGRAPH)


def inline_page(
    a: Version,
    b: Version,
    comparison: Comparison | None,
    options: PageOptions = PLAIN,
) -> Page:
    """Return one page with the words only A has and those only B has at their places."""
    texts = {"a": a.text, "b": b.text}
    weaver = _Weaver(comparison.changes if comparison is not None else (), b.text)
    blocks: list[Block] = []
    rows, title_end = rows_of(a, b, comparison, options, beside=False), _title_end(b)
    for number, row in enumerate(rows):
        blocks += _inline_notes(number, row)
        if row.a and row.b:
            pieces = weaver.woven(row)
        else:
            pieces = [[Piece("b", span)] for span in row.b] or [[Piece("a", span, gone=True)] for span in row.a]
        continues = ("b" if row.b else "a") in row.continues
        pieces = [_visible(paragraph, {"a": a.hidden, "b": b.hidden}) for paragraph in pieces]
        blocks += _row_blocks(number, pieces, texts, title_end, continues=continues, seam=is_seam(rows, number))
    return Page(blocks, texts)


def _inline_notes(number: int, row: PageRow) -> Iterator[Block]:
    """Yield the notes of both sides; what both say is said once."""
    texts: set[str] = set()
    for side, note in (("a", row.note_a), ("b", row.note_b)):
        if note is not None:
            text = note.inline or note.text
            if text not in texts:
                yield _note_block(number, note._replace(text=text), side)
            texts.add(text)


class _Weaver:
    """Weaves what only A has into the paragraphs of B."""

    def __init__(self, changes: Sequence[Change], b: str) -> None:
        self._b = b
        self._gone = sorted((c for c in changes if len(c.a) and c.kind not in _QUIET), key=_a_start)
        self._ends = [change.a.end for change in self._gone]
        self._steady = sorted((c for c in changes if c.kind is not ChangeKind.MOVED), key=_a_end)
        self._steady_ends = [change.a.end for change in self._steady]

    def woven(self, row: PageRow) -> list[list[Piece]]:
        """Return the pieces of each paragraph of B, with the parts that only A has in between."""
        landings = sorted(self._landings(row))
        return [self._paragraph(span, landings, last=span == row.b[-1]) for span in row.b]

    def _paragraph(self, span: Span, landings: list[tuple[int, Span]], *, last: bool) -> list[Piece]:
        pieces: list[Piece] = []
        at = span.start
        while landings and (last or landings[0][0] <= span.end):
            landing, part = landings.pop(0)
            landing = max(_word_edge(self._b, min(landing, span.end), at), at)
            if at < landing:
                pieces.append(Piece("b", Span(at, landing)))
            pieces.append(Piece("a", part, gone=True))
            at = landing
        if at < span.end:
            pieces.append(Piece("b", Span(at, span.end)))
        return pieces

    def _landings(self, row: PageRow) -> Iterator[tuple[int, Span]]:
        """Say before which offset of B each part that only A has is to stand."""
        least, most = row.b[0].start, row.b[-1].end
        for shown in row.a:
            for number in range(bisect_right(self._ends, shown.start), len(self._gone)):
                change = self._gone[number]
                if change.a.start >= shown.end:
                    break
                part = Span(max(change.a.start, shown.start), min(change.a.end, shown.end))
                yield min(max(self._landing(change, row), least), most), part

    def _landing(self, change: Change, row: PageRow) -> int:
        if change.kind is not ChangeKind.MOVED:
            return change.b.start
        number = bisect_right(self._steady_ends, change.a.start) - 1
        before = self._steady[number] if number >= 0 else None
        if before is None or before.a.end < row.a[0].start:
            return row.b[0].start + change.a.start - row.a[0].start
        return before.b.end + change.a.start - before.a.end


def _a_start(change: Change) -> int:
    return change.a.start


def _a_end(change: Change) -> int:
    return change.a.end


def _word_edge(text: str, offset: int, least: int) -> int:
    """Return the nearest offset before which no word is cut in two."""
    while least < offset < len(text) and text[offset].isalnum() and text[offset - 1].isalnum():
        offset -= 1
    return offset
