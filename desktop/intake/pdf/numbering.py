"""Numbers of lines at the margin of a page, as court transcripts, bills and manuscripts have them."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.intake.pdf.page import Line

_FEWEST = 8
_STEPS = (1, 5)


def part_line_numbers(parts: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Part the numbers of lines from all else on a page; each stands alone, with nothing wide before or behind it."""
    columns: dict[int, list[Line]] = defaultdict(list)
    for part in parts:
        if len(part.text) <= 3 and part.text.isdecimal():
            columns[round(part.right / 3)].append(part)
    for numbers in columns.values():
        if len(numbers) >= _FEWEST and _counts(numbers) and _number_lines(numbers, parts):
            found = {id(number) for number in numbers}
            return [part for part in parts if id(part) not in found], numbers
    return list(parts), []


def _counts(numbers: list[Line]) -> bool:
    """Say whether numbers count down the page in even steps, at even distances."""
    numbers.sort(key=lambda number: number.base)
    steps = {int(b.text) - int(a.text) for a, b in pairwise(numbers)}
    pitches = [b.base - a.base for a, b in pairwise(numbers)]
    return len(steps) == 1 and steps <= set(_STEPS) and max(pitches) < 1.5 * min(pitches) and min(pitches) > 0


def _number_lines(numbers: Sequence[Line], parts: Sequence[Line]) -> bool:
    """Say whether it is lines of text that are numbered, blank ones too, and not the rows of a table."""
    edge = max(number.right for number in numbers)
    texts = [part for part in parts if part.left >= edge]
    if any(part.left < edge for part in parts if not part.text.isdecimal()):
        return False
    beside = [next((text for text in texts if abs(text.base - number.base) < 3), None) for number in numbers]
    small = sum(text is not None and text.text[0].islower() for text in beside)
    return None in beside or small >= 0.3 * len(numbers)
