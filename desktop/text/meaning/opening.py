"""Which stretches that were passed over must be read after all, because a change beside them may tell something?"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from desktop.text.changes import Change, ChangeKind
from desktop.text.meaning.forms import MARK, forms_in
from desktop.text.meaning.lexicons import lexicon_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from desktop.domain import Span
    from desktop.text.meaning.forms import Form
    from desktop.text.words import Tokens

_NEAR = 70  # code points to each side of a change that are read with it
_FAR = 500  # the same where a quotation mark came or went
_ENDLESS = 20_000  # code points of a change beyond which nothing is read
_MARKS = "“”„«»‹›\"'‘’"
Range = tuple[int, int]

_NO_WORDS = (ChangeKind.TYPOGRAPHY, ChangeKind.PARAGRAPH)


def open_beside(changes: Sequence[Change], a: Tokens, b: Tokens) -> None:
    """Cut into tokens all text around changes that hold a fact, or any where there are quotations."""
    if not a.whole:
        return
    form = forms_in(lexicon_of(a.text, b.text)).of
    quoting = any(mark in a.text or mark in b.text for mark in _MARKS)
    ranges: tuple[list[Range], list[Range]] = ([], [])
    for change in _single(changes):
        mine, theirs = change.a, change.b
        tells = _tells(a, mine, form) | _tells(b, theirs, form)
        if tells or quoting:
            reach = _FAR if tells & MARK else _NEAR
            ranges[0].append((mine.start - reach, mine.end + reach))
            ranges[1].append((theirs.start - reach, theirs.end + reach))
    a.open(_merged(ranges[0]))
    b.open(_merged(ranges[1]))


def _merged(ranges: list[Range]) -> list[Range]:
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _tells(tokens: Tokens, place: Span, form: Callable[[str], Form]) -> int:
    """What the words of a change may tell."""
    if place.start == place.end:
        return 0
    starts, pieces, tells = tokens.starts, tokens.pieces, 0
    at = bisect_left(starts, place.start)
    while at < len(starts) and starts[at] < place.end:
        tells |= form(pieces[at]).tells
        at += 1
    return tells


def _single(changes: Iterable[Change]) -> Iterator[Change]:
    for change in changes:
        if change.kind is ChangeKind.MOVED:
            yield from _single(change.inner)
        elif (
            change.kind not in _NO_WORDS
            and max(change.a.end - change.a.start, change.b.end - change.b.start) <= _ENDLESS
        ):
            yield change
