"""How far down the whole does an offset stand?"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.ui.compare.layout.page import Page


def shares_of(weights: Sequence[int]) -> list[float]:
    """Return the borders of parts with these weights, 0 to 1."""
    total = sum(weights) or 1
    return [0.0, *(done / total for done in accumulate(weights))]


def row_lengths(page: Page) -> list[int]:
    """Return how many code points each row shows."""
    lengths = [0] * len(page.tails)
    for block in page.blocks:
        lengths[block.row] += len(block.text)
    return lengths


class Ladder:
    """The way from offsets of one side to shares of a page whose rows, or blocks, have these borders."""

    def __init__(self, page: Page, side: str, shares: Sequence[float], *, by_row: bool) -> None:
        parts = [block.row for block in page.blocks] if by_row else range(len(page.blocks))
        lengths = [0] * (len(shares) - 1)
        before = []  # characters of its part above each block
        for block, part in zip(page.blocks, parts, strict=True):
            before.append(lengths[part])
            lengths[part] += len(block.text)
        rates = [(shares[part + 1] - shares[part]) / max(1, length) for part, length in enumerate(lengths)]
        self._steps = []
        for start, end, number, ahead in page.entries(side):
            part = parts[number]
            self._steps.append((start, end, shares[part] + (before[number] + ahead) * rates[part], rates[part]))
        self._starts = [step[0] for step in self._steps]

    def share_of(self, offset: int) -> float:
        """Return the share, 0 to 1, of an offset; of what is not shown, that of what is shown before it."""
        if not self._steps:
            return 0.0
        start, end, top, rate = self._steps[max(0, bisect_right(self._starts, offset) - 1)]
        return top + (min(max(offset, start), end) - start) * rate
