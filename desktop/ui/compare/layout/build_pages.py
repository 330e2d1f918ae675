"""Page builder: the rows and pages of two texts side by side, of both woven into one, or of one text to be read.

A paragraph may be a whole book on one line, too tall to be laid out at once. Its row is cut where both texts say the
same, so that each part begins level; where they never do, at about the same share of both.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from desktop.domain import Span, Version
from desktop.text.changes import Change, ChangeKind, Comparison, Kind, Pin, Row
from desktop.text.display import amount
from desktop.text.passages import paragraphs
from desktop.ui.compare.layout.page import Block, BlockKind, Page, Piece, text_blocks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

SIDES = ("a", "b")
# What stands in the notes; the legend explains them.
PAIRED = "⇔ paired by hand"
PARTED = "⇎ parted from another by hand"
EARLIER = "↕ stands earlier in B"
CLOSED, OPENED = "▸", "▾"


@dataclass(slots=True)
class _Row:
    """What one row of the pages shows: a note, or whole paragraphs of each side."""

    a: list[Span] = field(default_factory=list)
    b: list[Span] = field(default_factory=list)
    note_a: str = ""
    note_b: str = ""
    fold: int = -1
    continues: frozenset[str] = frozenset()  # the sides whose first paragraph began in the row before

    def spans(self, side: str) -> list[Span]:
        return self.a if side == "a" else self.b

    def note(self, side: str) -> str:
        return self.note_a if side == "a" else self.note_b


@lru_cache(maxsize=8)
def _paragraphs(text: str, hidden: tuple[Span, ...]) -> list[Span]:
    """Remember the paragraphs of the last texts: the same pair is shown again with every rule and every fold."""
    return paragraphs(text, hidden)


class Paragraphs:
    """The shown paragraphs of a version, to be asked for by range."""

    def __init__(self, version: Version) -> None:
        self.all = _paragraphs(version.text, version.hidden)
        self._starts = [span.start for span in self.all]

    def of(self, span: Span | None) -> list[Span]:
        """Return the paragraphs inside a span, without what of them lies outside."""
        if span is None:
            return []
        first = max(0, bisect_right(self._starts, span.start) - 1)
        return _within(self.all[first : bisect_left(self._starts, span.end)], span)


def rows_of(
    a: Version,
    b: Version,
    comparison: Comparison | None,
    unfolded: Collection[int] = (),
    pins: Collection[Pin] = (),
) -> list[_Row]:
    """Return the rows of the two pages, none of them too tall; without a comparison paragraph beside paragraph."""
    rows = _whole_rows(a, b, comparison, unfolded, pins)
    if not any(is_tall(row.a, row.b) for row in rows):
        return rows
    changes = comparison.changes if comparison is not None else ()
    changed = sorted(c.a for c in changes if len(c.a)), sorted(c.b for c in changes if len(c.b))
    return [part for row in rows for part in (_cut(row, a.text, b.text, changed) if is_tall(row.a, row.b) else [row])]


def _cut(row: _Row, a: str, b: str, changed: tuple[Sequence[Span], Sequence[Span]]) -> Iterator[_Row]:
    """Cut a tall row; what is written over it stands over its first part."""
    ends = tuple(Span(spans[0].start, spans[-1].end) if spans else Span(0, 0) for spans in (row.a, row.b))
    notes = row.note_a, row.note_b
    for mine, theirs in parts_of(a, b, (ends[0], ends[1]), changed):
        parts = _within(row.a, mine), _within(row.b, theirs)
        continues = frozenset(
            side for side, part in zip(SIDES, parts, strict=True) if part and not _begins(row.spans(side), part[0])
        )
        yield _Row(*parts, *notes, row.fold, continues)
        notes = "", ""


def _within(spans: Sequence[Span], part: Span) -> list[Span]:
    """Return what of the paragraphs lies in a part."""
    clipped = (Span(max(span.start, part.start), min(span.end, part.end)) for span in spans)
    return [span for span in clipped if span.start < span.end]


def _begins(spans: Sequence[Span], part: Span) -> bool:
    """Say whether a part is the beginning of a paragraph."""
    return any(span.start == part.start for span in spans)


def _is_seam(rows: Sequence[_Row], number: int) -> bool:
    """Say whether nothing but a cut of ours is between a row and the next."""
    following = rows[number + 1] if number + 1 < len(rows) else None
    if following is None or not following.continues or following.note_a or following.note_b:
        return False
    return all(side in following.continues for side in SIDES if following.spans(side))


def _whole_rows(
    a: Version, b: Version, comparison: Comparison | None, unfolded: Collection[int], pins: Collection[Pin]
) -> list[_Row]:
    first, second = Paragraphs(a), Paragraphs(b)
    if comparison is None:
        pairs = zip_longest(first.all, second.all)
        return [_Row([one] if one else [], [other] if other else []) for one, other in pairs]
    rows: list[_Row] = []
    if comparison.kind is Kind.VERSIONS:  # everything in order, nothing folded, nothing paired by hand
        return [_Row(first.of(row.a), second.of(row.b)) for row in comparison.rows]
    order, by_hand = _OutOfOrderNotes(), _ManualPairNotes(comparison, pins)
    numbered = enumerate(comparison.rows)
    for folded, group in groupby(numbered, key=lambda item: item[1].folded):
        members = list(group)
        plain = [
            _Row(first.of(row.a), second.of(row.b), by_hand.note("a", row), by_hand.note("b", row, order.note(row)))
            for _, row in members
        ]
        if not folded:
            rows += plain
            continue
        fold = members[0][0]
        rows.append(_note([row for _, row in members], a.text, b.text, fold, is_open=fold in unfolded))
        rows += plain if fold in unfolded else []
    return rows


class _ManualPairNotes:
    """Notes over the passages that were paired, or parted, by hand."""

    def __init__(self, comparison: Comparison, pins: Collection[Pin]) -> None:
        self._pinned = {(pair.a, pair.b) for pair in comparison.pairs if pair.pinned}
        self._parted = [pin for pin in pins if not pin.together] if comparison.kind is Kind.ACCOUNTS else []

    def note(self, side: str, row: Row, more: str = "") -> str:
        """Return the note over a passage, joined to what else there is to say."""
        span = row.a if side == "a" else row.b
        notes = [more] if more else []
        if (row.a, row.b) in self._pinned:
            notes.append(PAIRED)
        if span is not None and any(span.touches(pin.a if side == "a" else pin.b) for pin in self._parted):
            notes.append(PARTED)
        return " · ".join(notes)


class _OutOfOrderNotes:
    """Notes over the passages of B that answer out of order."""

    def __init__(self) -> None:
        self._reached = 0

    def note(self, row: Row) -> str:
        """Return a note for a row that stands beside A earlier or later than B has it; empty for all others."""
        if row.b is None or row.a is None:
            return ""
        late = row.b.start < self._reached
        self._reached = max(self._reached, row.b.end)
        return EARLIER if late else ""


def fold_of(comparison: Comparison, side: str, offset: int) -> int:
    """Return the fold that hides an offset, or -1."""
    fold = -1
    if comparison.kind is Kind.VERSIONS:
        return -1
    for number, row in enumerate(comparison.rows):
        before = number > 0 and comparison.rows[number - 1].folded
        fold = (fold if before else number) if row.folded else -1
        span = row.a if side == "a" else row.b
        if span is not None and span.start <= offset < max(span.end, span.start + 1):
            return fold
    return -1


def _note(rows: Sequence[Row], a: str, b: str, fold: int, *, is_open: bool) -> _Row:
    mine = [row.a.of(a) for row in rows if row.a is not None]
    theirs = [row.b.of(b) for row in rows if row.b is not None]
    return _Row(note_a=_unanswered(mine, is_open=is_open), note_b=_unanswered(theirs, is_open=is_open), fold=fold)


def _unanswered(passages: Sequence[str], *, is_open: bool) -> str:
    if not passages:
        return ""
    words = sum(len(passage.split()) for passage in passages)
    sign, verb = (OPENED, "hide") if is_open else (CLOSED, "show")
    return f"{sign} {amount(len(passages), 'passage')} without an answer · {amount(words, 'word')} · {verb}"


def side_pages(
    a: Version,
    b: Version,
    comparison: Comparison | None,
    unfolded: Collection[int] = (),
    pins: Collection[Pin] = (),
) -> tuple[Page, Page]:
    """Return the two pages that stand side by side; they have the same rows."""
    rows = rows_of(a, b, comparison, unfolded, pins)
    return _side_page(rows, "a", a), _side_page(rows, "b", b)


def _side_page(rows: Sequence[_Row], side: str, version: Version) -> Page:
    texts, title_end = {side: version.text}, _title_end(version)
    blocks: list[Block] = []
    for number, row in enumerate(rows):
        if row.note(side):
            blocks.append(Block(BlockKind.NOTE, number, row.note(side), fold=row.fold))
        paragraph_pieces = [[Piece(side, span)] for span in row.spans(side)]
        blocks += _row_blocks(
            number, paragraph_pieces, texts, title_end, continues=side in row.continues, seam=_is_seam(rows, number)
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


def _title_end(version: Version) -> int:
    """Return where the headline ends if the text begins with it, else 0."""
    title = version.info.metadata.title.strip()
    start = len(version.text) - len(version.text.lstrip())
    return start + len(title) if title and version.text.startswith(title, start) else 0


def reading_page(version: Version, unfolded: Collection[int] = ()) -> Page:
    """Return one version as a page; hidden passages are notes that unfold."""
    texts, title_end = {"a": version.text}, _title_end(version)
    blocks: list[Block] = []
    row = 0
    for is_hidden, members in _shown_and_hidden(version):
        if not is_hidden:
            for span, _ in members:
                blocks += _row_blocks(row, [[Piece("a", span)]], texts, title_end)
                row += 1
            continue
        fold = members[0][0].start
        note = _hidden_note([reason for _, reason in members], is_open=fold in unfolded)
        blocks += [Block(BlockKind.NOTE, row, note, fold=fold), Block(BlockKind.TAIL, row)]
        row += 1
        for span, _ in members if fold in unfolded else ():
            for paragraph in paragraphs(version.text[span.start : span.end]):
                moved = Span(paragraph.start + span.start, paragraph.end + span.start)
                blocks += _row_blocks(row, [[Piece("a", moved)]], texts)
                row += 1
    return Page(blocks, texts)


def _shown_and_hidden(version: Version) -> Iterator[tuple[bool, list[tuple[Span, str]]]]:
    """Yield the shown paragraphs in a row, and the hidden passages in a row with why they are."""
    why = {cut.span: cut.why for cut in version.cuts if not cut.restored}
    parts = sorted([*((span, "") for span in Paragraphs(version).all), *why.items()])
    for is_hidden, group in groupby(parts, key=lambda part: bool(part[1])):
        yield is_hidden, list(group)


def hidden_fold_of(version: Version, offset: int) -> int:
    """Return the fold of the reading page that hides an offset, or -1."""
    for is_hidden, members in _shown_and_hidden(version):
        if is_hidden and any(span.contains(offset) for span, _ in members):
            return members[0][0].start
    return -1


def _hidden_note(reasons: Sequence[str], *, is_open: bool) -> str:
    sign, verb = (OPENED, "Hide") if is_open else (CLOSED, "Show")
    why = ", ".join(dict.fromkeys(reason for reason in reasons if reason)) or "not part of the article"
    return f"{sign} {amount(len(reasons), 'passage')} hidden: {why} · {verb}"


_QUIET = (ChangeKind.TYPOGRAPHY, ChangeKind.PARAGRAPH)


def inline_page(
    a: Version,
    b: Version,
    comparison: Comparison | None,
    unfolded: Collection[int] = (),
    pins: Collection[Pin] = (),
) -> Page:
    """Return one page with the words only A has and those only B has at their places."""
    texts = {"a": a.text, "b": b.text}
    weaver = _Weaver(comparison.changes if comparison is not None else (), b.text)
    blocks: list[Block] = []
    rows, title_end = rows_of(a, b, comparison, unfolded, pins), _title_end(b)
    for number, row in enumerate(rows):
        notes = dict.fromkeys(filter(None, (row.note_a, row.note_b)))
        blocks += [Block(BlockKind.NOTE, number, note, fold=row.fold) for note in notes]
        if row.a and row.b:
            pieces = weaver.woven(row)
        else:
            pieces = [[Piece("b", span)] for span in row.b] or [[Piece("a", span, gone=True)] for span in row.a]
        continues = ("b" if row.b else "a") in row.continues
        blocks += _row_blocks(number, pieces, texts, title_end, continues=continues, seam=_is_seam(rows, number))
    return Page(blocks, texts)


class _Weaver:
    """Weaves what only A has into the paragraphs of B."""

    def __init__(self, changes: Sequence[Change], b: str) -> None:
        self._b = b
        self._gone = sorted((c for c in changes if len(c.a) and c.kind not in _QUIET), key=_a_start)
        self._ends = [change.a.end for change in self._gone]
        self._steady = sorted((c for c in changes if c.kind is not ChangeKind.MOVED), key=_a_end)
        self._steady_ends = [change.a.end for change in self._steady]

    def woven(self, row: _Row) -> list[list[Piece]]:
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

    def _landings(self, row: _Row) -> Iterator[tuple[int, Span]]:
        """Say before which offset of B each part that only A has is to stand."""
        least, most = row.b[0].start, row.b[-1].end
        for shown in row.a:
            for number in range(bisect_right(self._ends, shown.start), len(self._gone)):
                change = self._gone[number]
                if change.a.start >= shown.end:
                    break
                part = Span(max(change.a.start, shown.start), min(change.a.end, shown.end))
                yield min(max(self._landing(change, row), least), most), part

    def _landing(self, change: Change, row: _Row) -> int:
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


TALL = 4_000  # code points of a part, or a few more
_MOST = 2 * TALL  # what is longer is cut
_REACH = 400  # code points in which a space is looked for
_SURE = 24  # code points that must be the same before a cut
_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=\S)")
_SPACE = re.compile(r"\s+(?=\S)")

Part = tuple[Span, Span]


def is_tall(mine: Sequence[Span], theirs: Sequence[Span]) -> bool:
    """Say whether the paragraphs of a row, by side, are to be cut."""
    return any(spans and spans[-1].end - spans[0].start > _MOST for spans in (mine, theirs))


def parts_of(a: str, b: str, row: Part, changed: tuple[Sequence[Span], Sequence[Span]]) -> Iterator[Part]:
    """Cut a row into parts that follow each other on both sides; `changed` is sorted, by side."""
    start = row[0].start, row[1].start
    for cut in (*_level_cuts(a, b, row, changed), (row[0].end, row[1].end)):
        part = Span(start[0], cut[0]), Span(start[1], cut[1])
        yield from _forced(a, b, part)
        start = cut


def _level_cuts(a: str, b: str, row: Part, changed: tuple[Sequence[Span], Sequence[Span]]) -> Iterator[tuple[int, int]]:
    """Yield places, about as far apart as a part is long, where both texts say the same."""
    done, other = row[0].start, row[1].start
    for i, j, length in _same(row, changed):
        end = min(i + length, row[0].end - 1)
        target = max(i + _SURE, min(done + TALL, other + TALL - j + i))
        while (cut := _break(a, target, end)) is not None:
            if a[cut - _SURE : cut] == b[j + cut - i - _SURE : j + cut - i]:
                done, other = cut, j + cut - i
                yield done, other
            target = cut + TALL


def _same(row: Part, changed: tuple[Sequence[Span], Sequence[Span]]) -> Iterator[tuple[int, int, int]]:
    """Yield the stretches that are not changed: where they begin on each side, and how long they are."""
    i, j = row[0].start, row[1].start
    p, q = (bisect_left(spans, Span(span.start, 0)) for spans, span in zip(changed, row, strict=True))
    while True:
        i, p = _after(changed[0], i, p)
        j, q = _after(changed[1], j, q)
        stops = (changed[0][p].start if p < len(changed[0]) else i + row[0].end,
                 changed[1][q].start if q < len(changed[1]) else j + row[1].end)  # fmt: skip
        length = min(stops[0] - i, stops[1] - j, row[0].end - i, row[1].end - j)
        if length <= 0:
            return
        yield i, j, length
        i, j = i + length, j + length


def _after(changed: Sequence[Span], at: int, number: int) -> tuple[int, int]:
    """Step over what is changed at a place."""
    while number < len(changed) and changed[number].start <= at:
        at = max(at, changed[number].end)
        number += 1
    return at, number


def _break(text: str, start: int, end: int) -> int | None:
    """Return the first place between words in a stretch, after a sentence if one ends soon; None where none is."""
    if start >= end:
        return None
    # The words after the place may be others: what comes after the stretch is only looked at.
    found = _SENTENCE.search(text, start, min(end, start + _REACH) + 1) or _SPACE.search(text, start, end + 1)
    return found.end() if found is not None else None


def _forced(a: str, b: str, part: Part) -> Iterator[Part]:
    """Cut a part that is still too long by the clock, each side between two words."""
    number = max(len(part[0]), len(part[1])) // _MOST + 1
    borders = [list(_borders(text, span, number)) for text, span in zip((a, b), part, strict=True)]
    for at in range(number):
        yield Span(borders[0][at], borders[0][at + 1]), Span(borders[1][at], borders[1][at + 1])


def _borders(text: str, span: Span, number: int) -> Iterator[int]:
    yield span.start
    for at in range(1, number):
        target = span.start + len(span) * at // number
        found = _SPACE.search(text, target, min(span.end, target + _REACH))
        yield found.end() if found is not None else target
    yield span.end
