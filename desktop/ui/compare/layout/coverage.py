"""Coverage: which paragraphs and sentences of a text are changed as a whole, and which hold no change at all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from desktop.domain import Span
from desktop.text.changes import ChangeKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.text.changes import Change

_EDITS = (ChangeKind.INSERTED, ChangeKind.DELETED, ChangeKind.REPLACED)


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
