"""Which matches can hold together, in one order on both sides, and weigh the most?"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Block = tuple[int, int, int]


def heaviest_chain(blocks: Sequence[Block]) -> list[Block]:
    """The heaviest subsequence of blocks (i, j, length) that rises on both sides; overlaps are cut off.

    `blocks` must be sorted by i. O(k log k).
    """
    if _rising(blocks):
        return list(blocks)
    ranks = {j: rank for rank, j in enumerate(sorted({block[1] for block in blocks}), 1)}
    best: list[tuple[int, int]] = [(0, -1)] * (len(ranks) + 1)  # Fenwick tree of prefix maxima: weight, block
    back: list[int] = []
    total = (0, -1)
    for index, (_, j, length) in enumerate(blocks):
        weight, previous = _prefix(best, ranks[j] - 1)
        back.append(previous)
        entry = (weight + length, index)
        _raise(best, ranks[j], entry)
        if entry[0] > total[0]:
            total = entry
    chain: list[Block] = []
    index = total[1]
    while index >= 0:
        chain.append(blocks[index])
        index = back[index]
    return _cut(chain[::-1])


def _rising(blocks: Sequence[Block]) -> bool:
    return all(p[0] + p[2] <= q[0] and p[1] + p[2] <= q[1] for p, q in pairwise(blocks))


def _prefix(tree: list[tuple[int, int]], rank: int) -> tuple[int, int]:
    best = (0, -1)
    while rank:
        if tree[rank][0] > best[0]:
            best = tree[rank]
        rank &= rank - 1
    return best


def _raise(tree: list[tuple[int, int]], rank: int, entry: tuple[int, int]) -> None:
    while rank < len(tree):
        if entry[0] > tree[rank][0]:
            tree[rank] = entry
        rank += rank & -rank


def _cut(chain: list[Block]) -> list[Block]:
    """Take off the head of a block what it shares with the block before."""
    clean: list[Block] = []
    end_i = end_j = 0
    for i, j, length in chain:
        over = max(0, end_i - i, end_j - j)
        if over < length:
            clean.append((i + over, j + over, length - over))
            end_i, end_j = i + length, j + length
    return clean
