"""Layers of marks on a page: changes, moves, alerts, labels and quotes by block; and the changes in order, by filter.

Everything is stored by block, and changes are worked out block by block, so that only what is visible costs anything.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain import Span
from desktop.text.changes import AlertKind, ChangeKind, Comparison
from desktop.text.display import TURNING, control_name
from desktop.text.passages import sentences
from desktop.translation import english, tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from desktop.domain import Quote, QuoteId, Status
    from desktop.text.changes import Change
    from desktop.ui.compare.layout.page import Clip, Page
    from desktop.ui.compare.layout.rows import Paragraphs


_EDITS = (ChangeKind.INSERTED, ChangeKind.DELETED, ChangeKind.REPLACED)
# Labels that are signs; the legend explains them.
BREAK = "¶"
QUOTED = english("quote")  # what an altered wording is called where room is dear
_INVISIBLE = re.compile("[\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_LEAST_SENTENCE = 16  # code points
_TAG = {AlertKind.QUOTATION: QUOTED}


def _side(change: Change, side: str) -> Span:
    return change.a if side == "a" else change.b


class Coverage:
    """The changed stretches of one side."""

    def __init__(self, changes: Sequence[Change], side: str, text: str) -> None:
        counted = [change for change in changes if not change.ignored]
        self._text = text
        self._edits = _merged(_side(change, side) for change in counted if change.kind in _EDITS)
        self._ends = [span.end for span in self._edits]
        self._touched = _merged(_side(change, side) for change in counted)
        self._touched_ends = [span.end for span in self._touched]

    def is_whole(self, span: Span) -> bool:
        """Say whether no word of a span is left unchanged."""
        at = span.start
        for number in range(bisect_right(self._ends, span.start), len(self._edits)):
            edit = self._edits[number]
            if edit.start >= span.end or has_words(self._text, at, edit.start):
                break
            at = edit.end
        return at > span.start and not has_words(self._text, at, span.end)

    def is_touched(self, span: Span) -> bool:
        """Say whether something in a span is changed or moved."""
        at = bisect_right(self._touched_ends, span.start)
        return at < len(self._touched) and self._touched[at].start < span.end


def has_words(text: str, start: int, end: int) -> bool:
    """Say whether letters or digits stand between two offsets."""
    return any(map(str.isalnum, text[start:end])) if start < end else False


def _merged(spans: Iterator[Span]) -> list[Span]:
    """Return spans that are not empty in order, joined where they touch."""
    found: list[Span] = []
    for span in sorted(span for span in spans if span.start < span.end):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def whole_parts(change: Span, sentences: Sequence[Span], text: str) -> Iterator[tuple[Span, bool]]:
    """Cut a changed span where it begins or ends to hold whole sentences; say of each part whether it does."""
    first = bisect_left(sentences, change.start, key=_start)
    last = first
    while last < len(sentences) and sentences[last].end <= change.end:
        last += 1
    if first == last:
        yield change, False
        return
    start, end = sentences[first].start, sentences[last - 1].end
    start = start if has_words(text, change.start, start) else change.start
    end = end if has_words(text, end, change.end) else change.end
    for span, whole in ((Span(change.start, start), False), (Span(start, end), True), (Span(end, change.end), False)):
        if span.start < span.end:
            yield span, whole


def _start(span: Span) -> int:
    return span.start


class Look(StrEnum):
    """How a changed stretch is drawn."""

    GONE = "gone"
    NEW = "new"
    GONE_WHOLE = "gone-whole"  # whole sentences or paragraphs
    NEW_WHOLE = "new-whole"
    MOVED = "moved"
    DIM = "dim"  # ignored


_WHOLE = {Look.GONE: Look.GONE_WHOLE, Look.NEW: Look.NEW_WHOLE}
GONE_LOOKS, NEW_LOOKS = (Look.GONE, Look.GONE_WHOLE), (Look.NEW, Look.NEW_WHOLE)


class Mark(NamedTuple):
    """A changed stretch of a block, in UTF-16 units."""

    start: int
    end: int
    look: Look
    change: int  # its number in the comparison


class Tag(NamedTuple):
    """A label at the right of the character from `start` to `end`; the text makes room but stays as it is."""

    start: int
    end: int
    text: str
    change: int  # -1: none
    alert: bool = False  # says what a change is about; else it names a character or a break


class Frame(NamedTuple):
    """A part of moved text in its numbered frame."""

    start: int
    end: int
    number: int
    change: int
    first: bool  # the number stands here


class QuoteMark(NamedTuple):
    """A part of a quote."""

    start: int
    end: int
    quote: QuoteId
    status: Status


class _Label(NamedTuple):
    offset: int
    text: str
    change: int
    alert: bool = False


class ChangeIndex:
    """The changes of a comparison, and the labels they bring, by where they stand in each text."""

    def __init__(
        self,
        comparison: Comparison | None,
        texts: Mapping[str, str],
        *,
        typography: bool,
        paragraphs: Mapping[str, Paragraphs] | None = None,
    ) -> None:
        """With `paragraphs`, by side, whole paragraphs and sentences are distinguished from edits inside them."""
        changes = comparison.changes if comparison is not None else ()
        shown = [(n, c) for n, c in enumerate(changes) if typography or not _quiet(c)]
        self._spans_by_side = {side: _SpanIndex(shown, side) for side in texts}
        self._labels = {side: sorted(_labels(changes, side, text)) for side, text in texts.items()}
        self._texts = texts
        self._paragraphs = paragraphs or {}
        self._coverage = {side: Coverage(changes, side, text) for side, text in texts.items()}

    def alerts(self, side: str, span: Span) -> Iterator[Span]:
        """Yield the words in a span of one side that alerts speak of."""
        for _, change in self.touching(side, span):
            for alert in () if change.ignored else change.alerts:
                at = alert.a if side == "a" else alert.b
                if len(at) and at.touches(span):
                    yield at

    def is_whole(self, side: str, span: Span) -> bool:
        """Say whether no word of a span is left unchanged."""
        return side in self._paragraphs and self._coverage[side].is_whole(span)

    def parts(self, side: str, span: Span) -> Iterator[tuple[Span, bool]]:
        """Cut a changed span inside a paragraph into whole sentences and what is less; say which is which."""
        known = self._paragraphs.get(side)
        paragraph = known.around(span.start) if known is not None and len(span) >= _LEAST_SENTENCE else None
        if paragraph is None:
            yield span, False
        else:
            yield from whole_parts(span, sentences(self._texts[side], paragraph), self._texts[side])

    def touching(self, side: str, span: Span) -> Iterator[tuple[int, Change]]:
        """Yield the changes that have words in a span of one side, with their numbers."""
        return self._spans_by_side[side].touching(span)

    def labels(self, side: str, span: Span) -> list[_Label]:
        """Return the labels that stand behind a character of a span."""
        labels = self._labels[side]
        first = bisect_right(labels, span.start, key=_offset)
        return labels[first : bisect_right(labels, span.end, key=_offset)]


def _offset(label: _Label) -> int:
    return label.offset


class _SpanIndex:
    """Changes by where they begin on one side; moved text may overlap others."""

    def __init__(self, changes: Sequence[tuple[int, Change]], side: str) -> None:
        spans = [(change.a if side == "a" else change.b, number, change) for number, change in changes]
        spans = [each for each in spans if each[0].start < each[0].end]
        self._spans = sorted(spans, key=_start_and_number)
        self._reach = list(accumulate((span.end for span, _, _ in self._spans), max))

    def touching(self, span: Span) -> Iterator[tuple[int, Change]]:
        for at in range(bisect_right(self._reach, span.start), len(self._spans)):
            other, number, change = self._spans[at]
            if other.start >= span.end:
                return
            if other.end > span.start:
                yield number, change


def _start_and_number(each: tuple[Span, int, Change]) -> tuple[int, int, int]:
    return each[0].start, each[0].end, each[1]


def _labels(changes: Sequence[Change], side: str, text: str) -> Iterator[_Label]:
    if not text.isascii():
        for match in TURNING.finditer(text):
            yield _Label(match.end(), control_name(match.group()), -1)
    unseen = not text.isascii() and _INVISIBLE.search(text) is not None
    for number, change in enumerate(changes):
        if change.alerts or change.inner or change.kind is ChangeKind.PARAGRAPH:
            yield from _alert_labels(number, change, side, text)
        if unseen:
            span = change.a if side == "a" else change.b
            for match in _INVISIBLE.finditer(text, span.start, span.end):
                yield _Label(match.end(), control_name(match.group()), number)


def _alert_labels(number: int, change: Change, side: str, text: str) -> Iterator[_Label]:
    if change.ignored:
        return
    if change.kind is ChangeKind.PARAGRAPH:
        yield _Label((change.a if side == "a" else change.b).start, BREAK, number)
    for alert in (alert for each in (change, *change.inner) for alert in each.alerts):
        at = alert.a if side == "a" else alert.b
        if len(at):
            yield _Label(_beside(at, text), tr(_TAG.get(alert.kind, alert.kind.value)), number, alert=True)


def _beside(span: Span, text: str) -> int:
    """Return the offset behind the character that a label for a span stands at.

    Room is made at the right of a character. So in letters that run from right to left the label stands before the
    span, at its first character; digits run from left to right there too.
    """
    for character in reversed(span.of(text)):
        direction = unicodedata.bidirectional(character)
        if direction in ("R", "AL"):
            return span.start + 1
        if direction in ("L", "EN", "AN"):
            break
    return span.end


@dataclass(slots=True)
class Marked:
    """What is marked in one block."""

    marks: list[Mark] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    alerts: list[tuple[int, int]] = field(default_factory=list)  # the words that alerts speak of
    whole: Look | None = None  # the block stands in one text only


class Layers:
    """What is marked on one page; each block is worked out when it is first asked for."""

    def __init__(self, page: Page | None = None, index: ChangeIndex | None = None) -> None:
        self._page = page
        self._index = index
        self._known: dict[int, Marked] = {}

    def of(self, block: int) -> Marked:
        """Return what is marked in a block."""
        if block not in self._known:
            self._known[block] = self._work_out(block)
        return self._known[block]

    def _work_out(self, block: int) -> Marked:
        marked = Marked()
        if self._page is None or self._index is None:
            return marked
        clips = list(self._page.clips(block))
        whole = bool(clips) and all(self._index.is_whole(clip.side, clip.span) for clip in clips)
        if whole and len({clip.side for clip in clips}) == 1:
            marked.whole = Look.GONE if clips[0].side == "a" else Look.NEW
        for clip in clips:
            for number, change in self._index.touching(clip.side, clip.span):
                self._add(marked, clip, number, change)
            for span in self._index.alerts(clip.side, clip.span):
                place = self._page.stretch(clip, span)
                marked.alerts.append((place.start, place.end))
            for label in self._index.labels(clip.side, clip.span):
                self._tag(marked, clip, label)
        return marked

    def _add(self, marked: Marked, clip: Clip, number: int, change: Change) -> None:
        span = change.a if clip.side == "a" else change.b
        if self._page is None or self._index is None:
            return
        if change.kind is ChangeKind.PARAGRAPH or not span.touches(clip.span):
            return
        stretch = self._page.trimmed(self._page.stretch(clip, span))
        look = _look(change, clip.side)
        if look not in _WHOLE:
            marked.marks.append(Mark(stretch.start, stretch.end, look, number))
        else:
            shown = Span(max(span.start, clip.span.start), min(span.end, clip.span.end))
            for part, is_sentence in self._index.parts(clip.side, shown):
                place = self._page.trimmed(self._page.stretch(clip, part))
                each = _WHOLE[look] if is_sentence or marked.whole is not None else look
                marked.marks.append(Mark(place.start, place.end, each, number))
        if change.move:
            first = span.start >= clip.span.start
            marked.frames.append(Frame(stretch.start, stretch.end, change.move, number, first))
        for inner in change.inner:
            if inner.kind is not ChangeKind.TYPOGRAPHY:
                self._add(marked, clip, number, inner)

    def _tag(self, marked: Marked, clip: Clip, label: _Label) -> None:
        """Put a label behind the character before an offset; labels at one place are joined."""
        if self._page is None:
            return
        end = label.offset
        text = self._page.texts[clip.side]
        while end - 1 > clip.span.start and text[end - 1].isspace():
            end -= 1  # at the end of a line Qt gives no room beside a space
        stretch = self._page.stretch(clip, Span(end - 1, end))
        for known, tag in enumerate(marked.tags):
            if tag.end == stretch.end:
                if label.text not in tag.text.split(" · "):
                    marked.tags[known] = tag._replace(text=f"{tag.text} · {label.text}", alert=tag.alert or label.alert)
                return
        marked.tags.append(Tag(stretch.start, stretch.end, label.text, label.change, label.alert))


def _look(change: Change, side: str) -> Look:
    if change.ignored:
        return Look.DIM
    if change.kind is ChangeKind.MOVED:
        return Look.MOVED
    return Look.GONE if side == "a" else Look.NEW


def quote_layer(page: Page, side: str, quotes: Iterable[Quote]) -> dict[int, list[QuoteMark]]:
    """Return where the quotes of one side stand."""
    layer: dict[int, list[QuoteMark]] = {}
    end = page.end(side)
    for quote in quotes:
        if quote.span.start < end:  # of a long text only the beginning may be on the page
            for block, start, stop in page.stretches(side, quote.span):
                layer.setdefault(block, []).append(QuoteMark(start, stop, quote.id, quote.status))
    return layer


def with_status(
    layer: Mapping[int, list[QuoteMark]], blocks: Iterable[int], statuses: Mapping[QuoteId, Status]
) -> dict[int, list[QuoteMark]]:
    """Return a layer of quotes in which those of some blocks have other statuses."""
    changed = {
        block: [mark._replace(status=statuses.get(mark.quote, mark.status)) for mark in layer[block]]
        for block in blocks
    }
    return {**layer, **changed}


def plain_layer(page: Page, places: Iterable[tuple[str, Span]]) -> dict[int, list[tuple[int, int]]]:
    """Return where spans stand: the selected quote, matches, the current change."""
    layer: dict[int, list[tuple[int, int]]] = {}
    for side, span in places:
        for stretch in map(page.trimmed, page.stretches(side, span)):
            layer.setdefault(stretch.block, []).append((stretch.start, stretch.end))
    return layer


def hit(marks: Sequence[Mark], column: int) -> Mark | None:
    """Return the innermost mark at a column."""
    return next((mark for mark in reversed(marks) if mark.start <= column < mark.end), None)


def _quiet(change: Change) -> bool:
    """Say whether a change shows only on request; typography counts, and shows, once no rule ignores it."""
    return change.kind is ChangeKind.TYPOGRAPHY and change.ignored
