"""Which stretches that were passed over must be read after all, because a change beside them may tell something?"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from desktop.text.changes import Change, ChangeKind
from desktop.text.difference.forms import forms_in
from desktop.text.difference.lexicons import lexicon_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from desktop.domain import Span
    from desktop.text.words import Tokens

_NEAR = 500  # code points to each side of a change that may be read with it
_MARK = re.compile("[“”„«»‹›\"]|(?<!\\w)['‘’]|['‘’](?!\\w)")
_NO_WORDS = (ChangeKind.TYPOGRAPHY, ChangeKind.PARAGRAPH)


def open_beside(changes: Sequence[Change], a: Tokens, b: Tokens) -> None:
    """Cut into tokens all text around changes that hold a fact or stand beside quotation marks."""
    if not a.whole:
        return
    form = forms_in(lexicon_of(a.text, b.text)).of
    sides = _Side(a, lambda piece: form(piece).tells), _Side(b, lambda piece: form(piece).tells)
    chosen: set[int] = set()
    for change in _single(changes):
        places = change.a, change.b
        if any(side.tells(place) for side, place in zip(sides, places, strict=True)):
            for side, place in zip(sides, places, strict=True):
                chosen.update(side.near(place))
    if chosen:
        a.open(chosen)
        b.open(chosen)


def _single(changes: Iterable[Change]) -> Iterator[Change]:
    for change in changes:
        if change.kind is ChangeKind.MOVED:
            yield from _single(change.inner)
        elif change.kind not in _NO_WORDS:
            yield change


class _Side:
    """One of two texts."""

    def __init__(self, tokens: Tokens, tells: Callable[[str], int]) -> None:
        self._tokens = tokens
        self._tells = tells
        self._quotes = _MARK.search(tokens.text) is not None
        self._starts = [tokens.starts[index] for index in tokens.whole]

    def tells(self, place: Span) -> bool:
        """Say whether a change may tell something: its words, or that it stands among quotation marks."""
        first = bisect_left(self._tokens.starts, place.start)
        while first < len(self._tokens) and self._tokens.starts[first] < place.end:
            if self._tells(self._tokens.pieces[first]):
                return True
            first += 1
        return self._quotes and _MARK.search(self._tokens.text, *self._around(place)) is not None

    def near(self, place: Span) -> range:
        """The stretches around a change, by their numbers."""
        start, end = self._around(place)
        return range(max(0, bisect_right(self._starts, start) - 1), bisect_left(self._starts, end))

    def _around(self, place: Span) -> tuple[int, int]:
        return max(0, place.start - _NEAR), min(len(self._tokens.text), place.end + _NEAR)
