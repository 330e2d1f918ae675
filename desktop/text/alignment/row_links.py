"""Links of paragraphs: which of two texts share words that were kept, and so stand in one row."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from desktop.text.languages.registry import stop_words
from desktop.text.progress import watched
from desktop.text.words import bare, is_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from desktop.domain import Span
    from desktop.text.alignment.token_alignment import Edit
    from desktop.text.words import Tokens

_SHARE_OF_PARAGRAPH = 3  # a third of the shorter paragraph that stands in the other puts them side by side
_ENOUGH_WORDS = 2  # words of content in a row that do so as well
_LONG = 400  # code points of a piece; what is longer is a stretch that was not cut into tokens

Link = tuple[int, int]
Run = tuple[Link, int, int]  # tokens of the first text that were kept in a row: from which on, and how many


def links(
    tokens: tuple[Tokens, Tokens],
    paragraphs: tuple[Sequence[Span], Sequence[Span]],
    edits: Sequence[Edit],
    cancelled: Callable[[], bool] | None = None,
) -> list[Link]:
    """The numbers of paragraphs that stand in one row, rising on both sides.

    All that share a third of one of them do. Others that share a few words of content in a row do if that joins no
    rows which would stand by themselves.
    """
    mine, theirs = paragraphs
    retained, runs = _retained(tokens, paragraphs, edits, cancelled)
    strong = [
        (p, q)
        for (p, q), (here, there) in retained.items()
        if here * _SHARE_OF_PARAGRAPH >= len(mine[p]) or there * _SHARE_OF_PARAGRAPH >= len(theirs[q])
    ]
    if len(strong) == len(retained):
        return strong
    known = {*strong}
    return sorted({*strong, *_weak(tokens[0].pieces, [run for run in runs if run[0] not in known], strong)})


def _retained(
    tokens: tuple[Tokens, Tokens],
    paragraphs: tuple[Sequence[Span], Sequence[Span]],
    edits: Sequence[Edit],
    cancelled: Callable[[], bool] | None,
) -> tuple[dict[Link, tuple[int, int]], list[Run]]:
    """How many code points of each two paragraphs are kept, on both sides; and the runs of several tokens.

    The pairs rise on both sides.
    """
    shared: dict[Link, tuple[int, int]] = {}
    runs: list[Run] = []
    starts, begins = ([*side.starts, len(side.text)] for side in tokens)
    first, second = paragraphs  # after whose ends hidden text may stand
    mine, theirs = (_lasts(side, found) for side, found in zip(tokens, paragraphs, strict=True))
    p = q = i = j = 0
    for i1, i2, _, j2 in watched([*edits, (len(tokens[0]), 0, len(tokens[1]), 0)], cancelled):
        while i < i1:
            while mine[p] <= i:
                p += 1
            while theirs[q] <= j:
                q += 1
            size = min(i1 - i, mine[p] - i, theirs[q] - j)
            link = p, q
            here, there = shared.get(link, (0, 0))
            here += min(starts[i + size], first[p].end) - starts[i]
            there += min(begins[j + size], second[q].end) - begins[j]
            shared[link] = here, there
            if size > 1:
                runs.append((link, i, size))
            i, j = i + size, j + size
        i, j = i2, j2
    return shared, runs


def _lasts(tokens: Tokens, spans: Iterable[Span]) -> list[int]:
    """The number of the first token after each span."""
    return [bisect_left(tokens.starts, span.end) for span in spans]


def _weak(pieces: Sequence[str], runs: Iterable[Run], strong: Sequence[Link]) -> Iterator[Link]:
    """The links by a few words, those with the most first, that join no two rows."""
    shared_words: dict[Link, int] = {}
    for link, start, size in runs:
        words = _content(pieces[start : start + size])
        if words >= _ENOUGH_WORDS:
            shared_words[link] = max(words, shared_words.get(link, 0))
    groups = _Groups(strong)
    for link in sorted(shared_words, key=lambda link: (-shared_words[link], link)):
        if groups.add(*link):
            yield link


def _content(pieces: Iterable[str]) -> int:
    """How many of them are words of content."""
    return sum(
        _ENOUGH_WORDS if len(piece) > _LONG else is_word(word := bare(piece)) and word.lower() not in stop_words()
        for piece in pieces
    )


class _Groups:
    """Rows in the making: numbers of paragraphs of each side by the row they belong to."""

    def __init__(self, strong: Sequence[Link]) -> None:
        self._mine: dict[int, int] = {}
        self._theirs: dict[int, int] = {}
        self._number = 0
        for p, q in strong:
            row = self._mine.get(p, self._theirs.get(q))
            self._put(p, q, row)

    def add(self, p: int, q: int) -> bool:
        """Put two paragraphs into one row; say whether they can be: not where each has a row of its own."""
        row, other = self._mine.get(p), self._theirs.get(q)
        if row is not None and other is not None:
            return row == other
        self._put(p, q, other if row is None else row)
        return True

    def _put(self, p: int, q: int, row: int | None) -> None:
        if row is None:
            row = self._number = self._number + 1
        self._mine[p] = self._theirs[q] = row
