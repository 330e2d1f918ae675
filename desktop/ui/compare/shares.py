"""How far down the whole does an offset stand?"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.ui.compare.page import Page


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
        steps = []
        lengths = row_lengths(page) if by_row else [len(block.text) for block in page.blocks]
        before = [0] * len(lengths)
        for number in range(len(page.blocks)):
            part = page.blocks[number].row if by_row else number
            for clip in page.clips(number):
                if clip.side == side:
                    rate = (shares[part + 1] - shares[part]) / max(1, lengths[part])
                    top = shares[part] + (before[part] + clip.before) * rate
                    steps.append((clip.span.start, clip.span.end, top, rate))
            before[part] += len(page.blocks[number].text)
        self._steps = sorted(steps)
        self._starts = [step[0] for step in self._steps]

    def share_of(self, offset: int) -> float:
        """Return the share, 0 to 1, of an offset; of what is not shown, that of what is shown before it."""
        if not self._steps:
            return 0.0
        start, end, top, rate = self._steps[max(0, bisect_right(self._starts, offset) - 1)]
        return top + (min(max(offset, start), end) - start) * rate
