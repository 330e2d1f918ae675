"""Which change is the current one, and which comes next?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.text.changes import ChangeKind, Comparison
from desktop.ui.compare.layout.layers import counting

if TYPE_CHECKING:
    from desktop.text.changes import Change


class Filter(StrEnum):
    """Which changes are stepped through and listed."""

    ALL = "all"
    MOVED = "moved"
    ALERTS = "alerts"
    TYPOGRAPHY = "typography"
    IGNORED = "ignored"


class Steps:
    """The changes in order and a place among them."""

    def __init__(self, comparison: Comparison | None) -> None:
        self.comparison = comparison
        self.changes = comparison.changes if comparison is not None else ()
        self._known: dict[Filter, list[int]] = {}
        self.filter = Filter.ALL
        self.current = -1  # a number in the comparison; -1 before the first
        self._alerts = -1  # not counted yet

    def count(self) -> None:
        """Count what is asked for on the screen, so that it need not be counted there."""
        for only in (Filter.ALL, Filter.MOVED, Filter.ALERTS):
            self.numbers(only)
        self.alerts()

    def alerts(self) -> int:
        """Return how many alerts there are."""
        if self._alerts < 0:
            self._alerts = len(self.comparison.alerts) if self.comparison is not None else 0
        return self._alerts

    def numbers(self, only: Filter | None = None) -> list[int]:
        """Return the numbers of the changes that pass a filter (the one in force if None), in order."""
        only = only or self.filter
        if only not in self._known:
            self._known[only] = self._passing(only)
        return self._known[only]

    def _passing(self, only: Filter) -> list[int]:
        if only is Filter.TYPOGRAPHY:
            return [n for n, change in enumerate(self.changes) if change.kind is ChangeKind.TYPOGRAPHY]
        if only is Filter.IGNORED:
            ignored = enumerate(self.changes)
            return [n for n, change in ignored if change.ignored and change.kind is not ChangeKind.TYPOGRAPHY]
        counted = counting(self.changes)
        if only is Filter.MOVED:
            return [n for n in counted if self.changes[n].move]
        if only is Filter.ALERTS:
            return [n for n in counted if has_alert(self.changes[n])]
        return counted

    def next(self, only: Filter | None = None) -> int:
        """Return the change after the current one, or -1 at the end."""
        numbers = self.numbers(only)
        at = bisect_right(numbers, self.current)
        return numbers[at] if at < len(numbers) else -1

    def previous(self, only: Filter | None = None) -> int:
        """Return the change before the current one, or -1 at the start."""
        here = self.current if self.current >= 0 else len(self.changes)
        numbers = self.numbers(only)
        at = bisect_left(numbers, here)
        return numbers[at - 1] if at else -1

    def position(self) -> tuple[int, int]:
        """Return which one, from 1, the current change is (0 if none) and how many there are."""
        numbers = self.numbers()
        at = bisect_left(numbers, self.current)
        return (at + 1 if at < len(numbers) and numbers[at] == self.current else 0), len(numbers)


def has_alert(change: Change) -> bool:
    """Say whether a change, or an edit inside it, has an alert."""
    return bool(change.alerts) or (bool(change.inner) and any(inner.alerts for inner in change.inner))
