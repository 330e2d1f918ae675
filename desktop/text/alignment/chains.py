"""Heaviest chain of matches that can hold together in one order on both sides."""

from __future__ import annotations

from bisect import bisect_left
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
    columns, values, tops = [-1], [0], [-1]  # the best chains by the column of their last block: both rise
    back: list[int] = []
    total = last = -1
    for index, (_, j, length) in enumerate(blocks):
        at = bisect_left(columns, j)
        value = values[at - 1] + length
        back.append(tops[at - 1])
        if value > total:
            total, last = value, index
        if at < len(columns) and columns[at] == j and values[at] >= value:
            continue
        end = at
        while end < len(values) and (values[end] < value or columns[end] == j):
            end += 1
        columns[at:end], values[at:end], tops[at:end] = [j], [value], [index]
    chain: list[Block] = []
    index = last
    while index >= 0:
        chain.append(blocks[index])
        index = back[index]
    return _cut(chain[::-1])


def joined(blocks: Sequence[Block]) -> list[Block]:
    """Blocks in order, those put together that follow each other on both sides without a gap."""
    found: list[Block] = []
    for i, j, n in blocks:
        if found and found[-1][0] + found[-1][2] == i and found[-1][1] + found[-1][2] == j:
            found[-1] = (found[-1][0], found[-1][1], found[-1][2] + n)
        else:
            found.append((i, j, n))
    return found


def _rising(blocks: Sequence[Block]) -> bool:
    return all(p[0] + p[2] <= q[0] and p[1] + p[2] <= q[1] for p, q in pairwise(blocks))


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
