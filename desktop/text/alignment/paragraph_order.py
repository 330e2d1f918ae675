"""Paragraph order: whole paragraphs that stand elsewhere in the other text, the fewest letters of which moved.

Found before words are aligned, which would keep a few words of a paragraph in place and paint the rest as new.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from desktop.text.alignment.token_alignment import heaviest_chain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain import Span

_SHORTEST = 6  # code points of a paragraph that is known again
_BEGIN = 40  # code points
_ALIKE = 0.75  # similarity from which a paragraph that was edited as well is known again
_COMPARED = 40  # paragraphs a side up to which edited ones are looked for

Pair = tuple[int, int]  # the numbers of a paragraph in the two texts


def moved_paragraphs(a: str, b: str, mine: Sequence[Span], theirs: Sequence[Span]) -> list[Pair]:
    """The paragraphs that stand in another order in B, by number, rising in A; none where the order is kept."""
    begun = _begun(b, theirs)
    places = dict(zip(begun, range(len(begun)), strict=True))
    if len(places) < len(begun):
        counts = Counter(begun)
        places = {begin: number for begin, number in places.items() if counts[begin] == 1}
    numbers = [places[begin] for begin in _begun(a, mine) if begin in places]
    if numbers == sorted(numbers):
        return []
    here, there = ([text[span.start : span.end] for span in spans] for text, spans in ((a, mine), (b, theirs)))
    places = dict(zip(there, range(len(there)), strict=True))
    counts, others = Counter(here), Counter(there)
    once = {text for text in places if counts[text] == others[text] == 1 and len(text) >= _SHORTEST}
    same = [(p, places[text]) for p, text in enumerate(here) if text in once]
    if all(first[1] < after[1] for first, after in pairwise(same)):
        return []
    pairs = sorted([*same, *_edited(a, b, _others(mine, 0, same), _others(theirs, 1, same))])
    blocks = [(mine[p].start, theirs[q].start, min(len(mine[p]), len(theirs[q]))) for p, q in pairs]
    in_order = {block[0] for block in heaviest_chain(blocks)}
    return [pair for pair in pairs if mine[pair[0]].start not in in_order]


def _begun(text: str, spans: Sequence[Span]) -> list[str]:
    """The beginnings of paragraphs, by which a change of their order shows."""
    return [text[span.start : span.end][:_BEGIN] for span in spans]


def _others(spans: Sequence[Span], side: int, known: Sequence[Pair]) -> list[tuple[int, Span]]:
    taken = {pair[side] for pair in known}
    return [(at, span) for at, span in enumerate(spans) if at not in taken and len(span) >= _SHORTEST]


def _edited(a: str, b: str, mine: Sequence[tuple[int, Span]], theirs: Sequence[tuple[int, Span]]) -> list[Pair]:
    """Paragraphs that are more like each other than like any other."""
    if max(len(mine), len(theirs)) > _COMPARED:
        return []
    alike = [
        (Indel.normalized_similarity(here.of(a), there.of(b), score_cutoff=_ALIKE), p, q)
        for p, here in mine
        for q, there in theirs
    ]
    found: list[Pair] = []
    for similarity, p, q in sorted(alike, key=lambda each: (-each[0], each[1:])):
        if similarity >= _ALIKE and all(p != one and q != other for one, other in found):
            found.append((p, q))
    return found
