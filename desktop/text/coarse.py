"""Coarse diff by whole sentences: a quick first answer, for as long as the fine one is being made.

A coarse comparison is always one of versions: what it marks are runs of sentences of one paragraph that the other
text does not have as they are. It names no alerts and no moves, and says of itself that it is coarse.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from desktop.domain import Span
from desktop.lazy_pattern import lazy_pattern
from desktop.text.alignment.rows import aligned_rows
from desktop.text.alignment.token_alignment import heaviest_chain
from desktop.text.changes import Change, ChangeKind, Comparison, Kind, Stats
from desktop.text.passages import paragraphs
from desktop.text.progress import watched
from desktop.text.words import fold
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from desktop.text.alignment.token_alignment import Block

_SENTENCE = lazy_pattern(
    r"[^.!?…。！？]*(?:[.!?…。！？]+[\"'”’)\]]*|\Z)\s*"
)  # roughly: only that both cut alike counts
_WORDS = lazy_pattern(r"\w+\W*")
_LONG = 600  # code points; a longer sentence is cut
_ONE_IN = 16  # of its words is a place to cut, known by the word alone, so that a new word moves no later cut
_MOST_UNCUT = 100  # words; for sentences of a few words again and again
_LEAST_ALIKE = 0.1  # share of the words; below it nothing is marked: everything would be

_WHY = Sentence("Coarse: whole sentences.")
_TOO_LITTLE = Sentence("Coarse: hardly a whole sentence is the same in both, so nothing is marked yet.")


class _Piece(NamedTuple):
    """A paragraph, a sentence, or a part of a long one."""

    span: Span
    paragraph: int  # its number
    key: str


class _Run(NamedTuple):
    """Pieces of one paragraph that the other text does not have."""

    span: Span
    paragraph: int


def coarse(
    a: str,
    b: str,
    *,
    hidden_a: Sequence[Span] = (),
    hidden_b: Sequence[Span] = (),
    cancelled: Callable[[], bool] | None = None,
) -> Comparison:
    """Compare two texts by whole sentences; offsets are code points. Raises `Cancelled` when `cancelled` says so."""
    found = paragraphs(a, hidden_a, cancelled), paragraphs(b, hidden_b, cancelled)
    keys = _keys(a, found[0], cancelled), _keys(b, found[1], cancelled)
    both = set(keys[0]) & set(keys[1])
    first = list(_pieces(a, found[0], keys[0], both, cancelled))
    second = list(_pieces(b, found[1], keys[1], both, cancelled))
    blocks = _same([piece.key for piece in first], [piece.key for piece in second])
    gaps = list(_gaps(blocks, first, second))
    links = _links(blocks, gaps, first, second)
    changes = tuple(change for gap in watched(gaps, cancelled) for change in gap.changes(links))
    rows = aligned_rows(*found, sorted(links))
    stats = _stats(first, second, blocks, len(changes))
    if stats.alike < _LEAST_ALIKE and changes:
        return Comparison(Kind.VERSIONS, _TOO_LITTLE, (), rows, (), replace(stats, changes=0), coarse=True)
    return Comparison(Kind.VERSIONS, _WHY, changes, rows, (), stats, coarse=True)


# -- pieces ------------------------------------------------------------------------------------------------------------


def _keys(text: str, spans: Iterable[Span], cancelled: Callable[[], bool] | None) -> list[str]:
    return [_key(span.of(text)) for span in watched(spans, cancelled)]


def _key(text: str) -> str:
    return text if text.isascii() else fold(text)


def _pieces(
    text: str,
    found: Sequence[Span],
    keys: Sequence[str],
    both: set[str],
    cancelled: Callable[[], bool] | None,
) -> Iterator[_Piece]:
    """Cut the paragraphs that the other text does not have."""
    for number, span in enumerate(watched(found, cancelled)):
        if keys[number] in both:
            yield _Piece(span, number, keys[number])
            continue
        for part in _parts(text, span):
            yield _Piece(part, number, _key(part.of(text)))


def _parts(text: str, paragraph: Span) -> Iterator[Span]:
    for sentence in _SENTENCE.finditer(text, paragraph.start, paragraph.end):
        if sentence.end() - sentence.start() <= _LONG:
            yield from _bare(text, sentence.start(), sentence.end())
            continue
        start = sentence.start()
        for cut in _cuts(text, sentence.span()):
            yield from _bare(text, start, cut)
            start = cut
        yield from _bare(text, start, sentence.end())


def _cuts(text: str, sentence: tuple[int, int]) -> Iterator[int]:
    """Yield where to cut a sentence that is too long."""
    uncut = 0
    for word in _WORDS.finditer(text, *sentence):
        uncut += 1
        if uncut == _MOST_UNCUT or crc32(word.group().encode("utf-8", "surrogatepass")) % _ONE_IN == 0:
            yield word.end()
            uncut = 0


def _bare(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield a stretch without the white space at its end, unless it is nothing else."""
    end = start + len(text[start:end].rstrip())
    if start < end:
        yield Span(start, end)


# -- what is the same --------------------------------------------------------------------------------------------------


def _same(x: Sequence[str], y: Sequence[str]) -> list[Block]:
    """Return equal runs of keys, rising on both sides: around keys that each side has once."""
    once_x, once_y = _once(x), _once(y)
    seeds = [(i, once_y[key], 1) for key, i in once_x.items() if key in once_y]
    blocks: list[Block] = []
    i = j = 0
    for p, q, one in [*heaviest_chain(seeds), (len(x), len(y), 0)]:
        head = _alike(x, y, range(i, p), range(j, q))
        tail = _alike(x, y, range(p - 1, i + head - 1, -1), range(q - 1, j + head - 1, -1))
        blocks += [(i, j, head), (p - tail, q - tail, tail + one)]
        i, j = p + one, q + one
    return [block for block in blocks if block[2]]


def _once(keys: Sequence[str]) -> dict[str, int]:
    """Return where the keys stand that occur once, in order."""
    places: dict[str, int] = {}
    for place, key in enumerate(keys):
        places[key] = -1 if key in places else place
    return {key: place for key, place in places.items() if place >= 0}


def _alike(x: Sequence[str], y: Sequence[str], along_x: range, along_y: range) -> int:
    """Return how many keys in a row are the same."""
    number = 0
    for i, j in zip(along_x, along_y, strict=False):
        if x[i] != y[j]:
            break
        number += 1
    return number


# -- what is not -------------------------------------------------------------------------------------------------------


class _Gap(NamedTuple):
    """What lies between two runs of equal pieces."""

    a: list[_Run]
    b: list[_Run]
    a_at: int  # the end of what is the same before it
    b_at: int

    def changes(self, links: set[tuple[int, int]]) -> Iterator[Change]:
        """Yield its changes: what stands in linked paragraphs is replaced, the rest deleted or inserted."""
        remaining = list(self.b)
        a_at, b_at = self.a_at, self.b_at
        for run in self.a:
            at = next((n for n, other in enumerate(remaining) if (run.paragraph, other.paragraph) in links), None)
            if at is None:
                yield Change(ChangeKind.DELETED, run.span, Span(b_at, b_at))
            else:
                for other in remaining[:at]:
                    yield _inserted(a_at, other)
                b_at = remaining[at].span.end
                yield Change(ChangeKind.REPLACED, run.span, remaining[at].span)
                del remaining[: at + 1]
            a_at = run.span.end
        for other in remaining:
            yield _inserted(a_at, other)


def _inserted(at: int, run: _Run) -> Change:
    return Change(ChangeKind.INSERTED, Span(at, at), run.span)


def _gaps(blocks: Sequence[Block], first: Sequence[_Piece], second: Sequence[_Piece]) -> Iterator[_Gap]:
    i = j = 0
    for p, q, size in [*blocks, (len(first), len(second), 0)]:
        if i < p or j < q:
            yield _Gap(_runs(first[i:p]), _runs(second[j:q]), _end(first, i), _end(second, j))
        i, j = p + size, q + size


def _end(pieces: Sequence[_Piece], number: int) -> int:
    """Return where what stands before a piece ends."""
    if number:
        return pieces[number - 1].span.end
    return pieces[0].span.start if pieces else 0


def _runs(pieces: Sequence[_Piece]) -> list[_Run]:
    groups = (list(group) for _, group in groupby(pieces, key=lambda piece: piece.paragraph))
    return [_Run(Span(group[0].span.start, group[-1].span.end), group[0].paragraph) for group in groups]


def _links(
    blocks: Sequence[Block], gaps: Sequence[_Gap], first: Sequence[_Piece], second: Sequence[_Piece]
) -> set[tuple[int, int]]:
    """Return which paragraphs stand beside each other: they share a piece, or take the same place in a gap."""
    links = {(first[i + more].paragraph, second[j + more].paragraph) for i, j, size in blocks for more in range(size)}
    linked_a, linked_b = {p for p, _ in links}, {q for _, q in links}
    for gap in gaps:
        mine = [run.paragraph for run in gap.a if run.paragraph not in linked_a]
        theirs = [run.paragraph for run in gap.b if run.paragraph not in linked_b]
        links.update(zip(mine, theirs, strict=False))
    return links


def _stats(first: Sequence[_Piece], second: Sequence[_Piece], blocks: Sequence[Block], changes: int) -> Stats:
    words_a, words_b = _words(first), _words(second)
    retained = sum(_words(first[i : i + size]) for i, _, size in blocks)
    alike = 2 * retained / (words_a + words_b) if words_a + words_b else 1.0
    return Stats(words_a, words_b, alike, words_b - retained, words_a - retained, 0, changes, 0, 0)


def _words(pieces: Iterable[_Piece]) -> int:
    return sum(len(piece.key.split()) for piece in pieces)
