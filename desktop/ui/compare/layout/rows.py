"""Rows of the pages of a pair: which paragraphs stand beside which, what is folded away, and the notes in its place.

What only one side has is a block of its own. Long ones are cut after a part that fits on the screen beside other text;
a note with the number of words stands for the rest.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain import Span
from desktop.intake.document import NOTE_NUMBER
from desktop.text.changes import Kind
from desktop.text.passages import paragraphs
from desktop.translation import Plural, Text, tr, tr_n
from desktop.ui.compare.layout.layers import Coverage
from desktop.ui.compare.layout.options import PLAIN, Fold, FoldKind, PageOptions
from desktop.ui.status_words import cut_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from desktop.domain import Version
    from desktop.text.changes import Comparison, Pin
    from desktop.text.changes import Row as TextRow


TALL = 4_000  # code points of a part, or a few more
_MOST = 2 * TALL  # what is longer is cut
_REACH = 400  # code points in which a space is looked for
_SURE = 24  # code points that must be the same before a cut
_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=\S)")
_SPACE = re.compile(r"\s+(?=\S)")

Part = tuple[Span, Span]
SIDES = ("a", "b")
# What stands in the notes; the legend explains them.
PAIRED = Text("⇔ paired by hand")
PARTED = Text("⇎ parted from another by hand")
EARLIER = Text("↕ stands earlier in B")
_UNANSWERED = Plural("{count} passage without an answer", "{count} passages without an answer")
_SAME = Plural("{count} passage the same", "{count} passages the same")
_HIDDEN = Plural("{count} hidden: {why}", "{count} hidden: {why}")
_HIDDEN_IN_A = Plural("{count} hidden in A: {why}", "{count} hidden in A: {why}")
_HIDDEN_IN_B = Plural("{count} hidden in B: {why}", "{count} hidden in B: {why}")
CLOSED, OPENED = "▸", "▾"
_GAP = 60  # code points that would stand where one paragraph ends and another begins
_WORTH_FOLDING = 240  # code points: to fold less than that away would save no line


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


class Note(NamedTuple):
    """A line of ours over a row; `hides` is what it stands for while that is folded away.

    `inline` are the words where both texts stand as one, if they are others there.
    """

    text: str
    fold: Fold | None = None
    hides: tuple[Span, ...] = ()
    inline: str = ""


@dataclass(slots=True)
class PageRow:
    """What one row of the pages shows: notes, and whole paragraphs of each side."""

    a: list[Span] = field(default_factory=list)
    b: list[Span] = field(default_factory=list)
    note_a: Note | None = None
    note_b: Note | None = None
    continues: frozenset[str] = frozenset()  # the sides whose first paragraph began in the row before

    def spans(self, side: str) -> list[Span]:
        return self.a if side == "a" else self.b

    def note(self, side: str) -> Note | None:
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

    def around(self, offset: int) -> Span | None:
        """Return the paragraph that holds an offset, or None between them."""
        at = bisect_right(self._starts, offset) - 1
        return self.all[at] if at >= 0 and self.all[at].contains(offset) else None


def rows_of(
    a: Version, b: Version, comparison: Comparison | None, options: PageOptions = PLAIN, *, beside: bool = True
) -> list[PageRow]:
    """Return the rows of the pages, none of them too tall; `beside` each other, or both woven into one.

    Without a comparison paragraph stands beside paragraph, from the top.
    """
    first, second = Paragraphs(a), Paragraphs(b)
    if comparison is None:
        rows = [
            PageRow([one] if one else [], [other] if other else []) for one, other in zip_longest(first.all, second.all)
        ]
    else:
        rows = list(_Builder(a, b, comparison, options, beside=beside).rows())
    rows = _with_hidden(rows, (a, b), options.unfolded, beside=beside)
    if not any(is_tall(row.a, row.b) for row in rows):
        return rows
    changes = comparison.changes if comparison is not None else ()
    changed = sorted(c.a for c in changes if len(c.a)), sorted(c.b for c in changes if len(c.b))
    return [part for row in rows for part in (_cut(row, a.text, b.text, changed) if is_tall(row.a, row.b) else [row])]


class _Builder:
    """Makes the rows of a comparison."""

    def __init__(self, a: Version, b: Version, comparison: Comparison, options: PageOptions, *, beside: bool) -> None:
        self._texts = a.text, b.text
        self._paragraphs = Paragraphs(a), Paragraphs(b)
        self._comparison = comparison
        self._options = options
        self._beside = beside
        self._coverage = tuple(
            Coverage(comparison.changes, side, text) for side, text in zip(SIDES, self._texts, strict=True)
        )
        self._accounts = comparison.kind is Kind.ACCOUNTS
        self._order, self._by_hand = _OutOfOrderNotes(), _ManualPairNotes(comparison, options.pins)

    def rows(self) -> Iterator[PageRow]:
        numbered = enumerate(self._comparison.rows)
        for kind, group in groupby(numbered, key=lambda item: self._kind(item[1])):
            members = list(group)
            fold = Fold(kind, members[0][0]) if kind is not None else None
            plain = [self._plain(row) for _, row in members]
            if fold is None:
                yield from plain
            elif kind is FoldKind.ALONE:
                yield from self._alone(plain, fold)
            else:
                yield self._folded([row for _, row in members], fold)
                yield from self._unfolded(plain) if fold in self._options.unfolded else ()

    def _kind(self, row: TextRow) -> FoldKind | None:
        """Say why a row may be folded, or None."""
        if self._accounts and row.folded:
            return FoldKind.UNANSWERED
        if self._options.changes_only and row.a and row.b and not self._is_touched(row):
            return FoldKind.SAME
        alone = self._beside and not self._accounts and self._options.most > 0
        return FoldKind.ALONE if alone and self._is_alone(row) else None

    def _is_touched(self, row: TextRow) -> bool:
        return any(span is not None and side.is_touched(span) for span, side in self._sides(row))

    def _is_alone(self, row: TextRow) -> bool:
        """Say whether one side of a row has nothing, or the two have no word in common."""
        return not (row.a and row.b) or all(side.is_whole(span) for span, side in self._sides(row) if span is not None)

    def _sides(self, row: TextRow) -> Iterable[tuple[Span | None, Coverage]]:
        return zip((row.a, row.b), self._coverage, strict=True)

    def _plain(self, row: TextRow) -> PageRow:
        page_row = PageRow(self._paragraphs[0].of(row.a), self._paragraphs[1].of(row.b))
        if self._accounts:  # otherwise everything stands in order, and nothing is paired by hand
            page_row.note_a = self._by_hand.note("a", row)
            page_row.note_b = self._by_hand.note("b", row, self._order.note(row))
        return page_row

    def _folded(self, rows: Sequence[TextRow], fold: Fold) -> PageRow:
        is_open = fold in self._options.unfolded
        sides = (
            [row.a for row in rows if row.a is not None],
            [row.b for row in rows if row.b is not None],
        )
        what = _UNANSWERED if fold.kind is FoldKind.UNANSWERED else _SAME
        notes = [
            _count_note(spans, text, what, fold, is_open=is_open)
            for spans, text in zip(sides, self._texts, strict=True)
        ]
        return PageRow(note_a=notes[0], note_b=notes[1])

    def _unfolded(self, rows: Sequence[PageRow]) -> Iterable[PageRow]:
        """Set what has no answer on either side beside each other, from the first passages down."""
        if not self._beside or any(row.a and row.b for row in rows):
            return rows
        pairs = zip_longest((row for row in rows if row.a), (row for row in rows if row.b), fillvalue=PageRow())
        return [PageRow(mine.a, theirs.b, mine.note_a, theirs.note_b) for mine, theirs in pairs]

    def _alone(self, rows: Sequence[PageRow], fold: Fold) -> Iterator[PageRow]:
        """Set what either side has alone beside each other, and fold the rest of what is too long."""
        mine, theirs = ([span for row in rows for span in row.spans(side)] for side in SIDES)
        parts = [
            _split(spans, text, self._options.most) for spans, text in zip((mine, theirs), self._texts, strict=True)
        ]
        yield PageRow(parts[0][0], parts[1][0])
        if not (parts[0][1] or parts[1][1]):
            return
        is_open = fold in self._options.unfolded
        notes = [
            _rest_note(rest, text, side, fold, is_open=is_open)
            for (_, rest), text, side in zip(parts, self._texts, SIDES, strict=True)
        ]
        row = PageRow(note_a=notes[0], note_b=notes[1])
        if is_open:
            row.a, row.b = parts[0][1], parts[1][1]
            cut = [bool(shown and rest) and shown[-1].end == rest[0].start for shown, rest in parts]
            row.continues = frozenset(side for side, inside in zip(SIDES, cut, strict=True) if inside)
        yield row


def _split(spans: Sequence[Span], text: str, most: int) -> tuple[list[Span], list[Span]]:
    """Cut paragraphs after about `most` code points: between two of them, else between two words."""
    shown: list[Span] = []
    done = 0
    for number, span in enumerate(spans):
        if done + len(span) > most:
            rest = list(spans[number:])
            if sum(map(len, rest)) < _WORTH_FOLDING:
                break
            cut = _word_start(text, span.start + most - done, span)
            # A few words of a paragraph at the end are no help; at the beginning they are all there is.
            if number and most - done < most // 3:
                return shown, rest
            head, tail = Span(span.start, cut), Span(cut, span.end)
            if len(tail) < _WORTH_FOLDING:
                head, tail = span, Span(span.end, span.end)
            rest = [tail, *spans[number + 1 :]] if len(tail) else list(spans[number + 1 :])
            return [*shown, head], rest
        shown.append(span)
        done += len(span) + _GAP
    return list(spans), []


def _word_start(text: str, offset: int, span: Span) -> int:
    """Return where the next word begins, at or after an offset."""
    while offset < span.end and not (text[offset - 1].isspace() and not text[offset].isspace()):
        offset += 1
    return offset


def _words(spans: Iterable[Span], text: str) -> int:
    return sum(len(span.of(text).split()) for span in spans)


def _count_note(spans: Sequence[Span], text: str, what: Plural, fold: Fold, *, is_open: bool) -> Note | None:
    if not spans:
        return None
    sign = OPENED if is_open else CLOSED
    words = tr_n("{count} word", "{count} words", _words(spans, text))
    note = f"{sign} {what.of(len(spans))} · {words}"
    return Note(note, fold, () if is_open else tuple(spans))


def _rest_note(spans: Sequence[Span], text: str, side: str, fold: Fold, *, is_open: bool) -> Note | None:
    if not spans:
        return None
    sign = OPENED if is_open else CLOSED
    more = tr_n(
        "{count} more word only in {side}", "{count} more words only in {side}", _words(spans, text), side=side.upper()
    )
    note = f"{sign} {more}"
    return Note(note, fold, () if is_open else tuple(spans))


class _ManualPairNotes:
    """Notes over the passages that were paired, or parted, by hand."""

    def __init__(self, comparison: Comparison, pins: Collection[Pin]) -> None:
        self._pinned = {(pair.a, pair.b) for pair in comparison.pairs if pair.pinned}
        self._parted = [pin for pin in pins if not pin.together] if comparison.kind is Kind.ACCOUNTS else []

    def note(self, side: str, row: TextRow, more: str = "") -> Note | None:
        """Return the note over a passage, joined to what else there is to say."""
        span = row.a if side == "a" else row.b
        notes = [more] if more else []
        if (row.a, row.b) in self._pinned:
            notes.append(str(PAIRED))
        if span is not None and any(span.touches(pin.a if side == "a" else pin.b) for pin in self._parted):
            notes.append(str(PARTED))
        return Note(" · ".join(notes)) if notes else None


class _OutOfOrderNotes:
    """Notes over the passages of B that answer out of order."""

    def __init__(self) -> None:
        self._reached = 0

    def note(self, row: TextRow) -> str:
        """Return a note for a row that stands beside A earlier or later than B has it; empty for all others."""
        if row.b is None or row.a is None:
            return ""
        late = row.b.start < self._reached
        self._reached = max(self._reached, row.b.end)
        return str(EARLIER) if late else ""


# -- hidden passages -------------------------------------------------------------------------------------------------


def shown_and_hidden(version: Version) -> Iterator[tuple[bool, list[tuple[Span, str]]]]:
    """Yield the shown paragraphs in a row, and the hidden passages in a row with why they are.

    A note number inside of a sentence is no passage, and goes without saying.
    """
    shown = Paragraphs(version)
    why = {
        cut.span: cut.why
        for cut in version.cuts
        if not cut.restored and not (cut.why == NOTE_NUMBER and shown.around(cut.span.start))
    }
    parts = sorted([*((span, "") for span in shown.all), *why.items()])
    for is_hidden, group in groupby(parts, key=lambda part: bool(part[1])):
        yield is_hidden, list(group)


def hidden_note(members: Sequence[tuple[Span, str]], kind: FoldKind, unfolded: Collection[Fold]) -> Note:
    """Return the note in place of hidden passages, given with why they are."""
    fold = Fold(kind, members[0][0].start)
    is_open = fold in unfolded
    sign = OPENED if is_open else CLOSED
    reasons = [reason for _, reason in members]
    why = ", ".join(dict.fromkeys(cut_words(reason) for reason in reasons if reason)) or tr("not part of the article")
    hides = () if is_open else tuple(span for span, _ in members)
    where = _HIDDEN_IN_A if kind is FoldKind.HIDDEN_A else _HIDDEN_IN_B
    count = len(reasons)
    return Note(f"{sign} {_HIDDEN.of(count, why=why)}", fold, hides, f"{sign} {where.of(count, why=why)}")


def hidden_paragraphs(span: Span, text: str) -> Iterator[Span]:
    """Yield the paragraphs of a hidden passage."""
    for paragraph in paragraphs(span.of(text)):
        yield Span(paragraph.start + span.start, paragraph.end + span.start)


def _with_hidden(
    rows: list[PageRow], versions: tuple[Version, Version], unfolded: Collection[Fold], *, beside: bool
) -> list[PageRow]:
    """Say of each side where passages of it are hidden; they stand there once they are unfolded.

    What is hidden at the same place of both sides stands beside each other.
    """
    before: dict[int, list[PageRow]] = {}
    for side, version, kind in zip(SIDES, versions, (FoldKind.HIDDEN_A, FoldKind.HIDDEN_B), strict=True):
        if not version.hidden:
            continue
        begins = sorted((row.spans(side)[0].start, number) for number, row in enumerate(rows) if row.spans(side))
        for is_hidden, members in shown_and_hidden(version):
            if not is_hidden:
                continue
            at = bisect_left(begins, (members[0][0].start, -1))
            place = before.setdefault(begins[at][1] if at < len(begins) else len(rows), [])
            note = hidden_note(members, kind, unfolded)
            spans = (
                [] if note.hides else [each for span, _ in members for each in hidden_paragraphs(span, version.text)]
            )
            if side == "a":
                place.append(PageRow(spans, note_a=note))
            elif beside and place and place[0].note_b is None:
                place[0].b, place[0].note_b = spans, note
            else:
                place.append(PageRow(b=spans, note_b=note))
    if not before:
        return rows
    return [each for number in range(len(rows) + 1) for each in (*before.get(number, ()), *rows[number : number + 1])]


# -- rows that are too tall ------------------------------------------------------------------------------------------


def _cut(row: PageRow, a: str, b: str, changed: tuple[Sequence[Span], Sequence[Span]]) -> Iterator[PageRow]:
    """Cut a tall row; what is written over it stands over its first part."""
    ends = tuple(Span(spans[0].start, spans[-1].end) if spans else Span(0, 0) for spans in (row.a, row.b))
    notes = row.note_a, row.note_b
    for mine, theirs in parts_of(a, b, (ends[0], ends[1]), changed):
        parts = _within(row.a, mine), _within(row.b, theirs)
        continues = frozenset(
            side for side, part in zip(SIDES, parts, strict=True) if part and not _begins(row.spans(side), part[0])
        )
        yield PageRow(*parts, *notes, continues)
        notes = None, None


def _within(spans: Sequence[Span], part: Span) -> list[Span]:
    """Return what of the paragraphs lies in a part."""
    clipped = (Span(max(span.start, part.start), min(span.end, part.end)) for span in spans)
    return [span for span in clipped if span.start < span.end]


def _begins(spans: Sequence[Span], part: Span) -> bool:
    """Say whether a part is the beginning of a paragraph."""
    return any(span.start == part.start for span in spans)


def is_seam(rows: Sequence[PageRow], number: int) -> bool:
    """Say whether nothing but a cut of ours is between a row and the next."""
    following = rows[number + 1] if number + 1 < len(rows) else None
    if following is None or not following.continues or following.note_a or following.note_b:
        return False
    return all(side in following.continues for side in SIDES if following.spans(side))
