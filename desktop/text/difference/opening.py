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
    from desktop.text.difference.forms import Form
    from desktop.text.words import Tokens

_NEAR = 100  # code points to each side of a change that may be read with it
_QUOTED = 500  # the same where quotation marks are near: one may have come or gone
_MARKS = "“”„«»‹›\"'‘’"
_MARK = re.compile(rf"[{_MARKS}](?:(?<=[^'‘’])|(?<!\w.)|(?!\w))")  # no apostrophe inside a word
_NO_WORDS = (ChangeKind.TYPOGRAPHY, ChangeKind.PARAGRAPH)


def open_beside(changes: Sequence[Change], a: Tokens, b: Tokens) -> None:
    """Cut into tokens all text around changes that hold a fact or stand beside quotation marks."""
    if not a.whole:
        return
    form = forms_in(lexicon_of(a.text, b.text)).of
    mine, theirs = _Side(a, form), _Side(b, form)
    chosen: set[int] = set()
    for change in _single(changes):
        quoted = mine.quotes(change.a) or theirs.quotes(change.b)
        if quoted or mine.tells(change.a) or theirs.tells(change.b):
            reach = _QUOTED if quoted else _NEAR
            chosen.update(mine.near(change.a, reach))
            chosen.update(theirs.near(change.b, reach))
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

    def __init__(self, tokens: Tokens, form: Callable[[str], Form]) -> None:
        self._tokens = tokens
        self._form = form
        found = _MARK.finditer(tokens.text) if any(mark in tokens.text for mark in _MARKS) else ()
        self._quotes = [match.start() for match in found]
        self._starts = [tokens.starts[index] for index in tokens.whole]

    def tells(self, place: Span) -> bool:
        """Say whether the words of a change may tell something."""
        starts, pieces = self._tokens.starts, self._tokens.pieces
        first = bisect_left(starts, place.start)
        while first < len(starts) and starts[first] < place.end:
            if self._form(pieces[first]).tells:
                return True
            first += 1
        return False

    def quotes(self, place: Span) -> bool:
        """Say whether a change stands among quotation marks."""
        return bisect_left(self._quotes, place.start - _QUOTED) < bisect_left(self._quotes, place.end + _QUOTED)

    def near(self, place: Span, reach: int) -> range:
        """The stretches around a change, by their numbers."""
        first = bisect_right(self._starts, place.start - reach) - 1
        return range(max(0, first), bisect_left(self._starts, place.end + reach))
