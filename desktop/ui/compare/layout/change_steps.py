"""Change steps: the changes of a comparison in order, by filter, with the current one and its alert."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.text.changes import ChangeKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.text.changes import Alert, Change, Comparison


def counting(changes: Sequence[Change]) -> list[int]:
    """Return the numbers of the changes that count, in order."""
    return [number for number, change in enumerate(changes) if not change.ignored]


class Filter(StrEnum):
    """Which changes are stepped through and listed."""

    ALL = "all"
    MOVED = "moved"
    ALERTS = "alerts"
    TYPOGRAPHY = "typography"
    IGNORED = "ignored"


class ChangeSteps:
    """The changes in order and a place among them."""

    def __init__(self, comparison: Comparison | None) -> None:
        self.comparison = comparison
        self.changes = comparison.changes if comparison is not None else ()
        self._known: dict[Filter, list[int]] = {}
        self.filter = Filter.ALL
        self._current = -1
        self._alerts: list[tuple[int, Alert]] | None = None  # not looked for yet
        self._alert = -1  # the place of the current one among them

    def count(self) -> None:
        """Count what is asked for on the screen, so that it need not be counted there."""
        for only in (Filter.ALL, Filter.MOVED, Filter.ALERTS):
            self.numbers(only)
        _ = self.alerts

    @property
    def current(self) -> int:
        """The number of the current change in the comparison; -1 before the first."""
        return self._current

    @current.setter
    def current(self, number: int) -> None:
        self._current = number
        place = bisect_left(self.alerts, number, key=_change_of) if number >= 0 else len(self.alerts)
        self._alert = place if place < len(self.alerts) and self.alerts[place][0] == number else -1

    # -- alerts ----------------------------------------------------------------------------------------------------

    @property
    def alerts(self) -> list[tuple[int, Alert]]:
        """The alerts in reading order, each with the number of its change."""
        if self._alerts is None:
            self._alerts = [
                (number, alert)
                for number in self.numbers(Filter.ALERTS)
                for alert in sorted(self.changes[number].alerts, key=_place_of)
            ]
        return self._alerts

    @property
    def alert(self) -> Alert | None:
        """The current alert: one of the current change."""
        return self.alerts[self._alert][1] if self._alert >= 0 else None

    @property
    def alert_number(self) -> int:
        """Which of the alerts, from 1, is the current one; 0 if none is."""
        return self._alert + 1

    def alert_after(self, by: int) -> int:
        """Return the place among the alerts of the next one (+1) or the one before (-1), or -1 at the end."""
        if self._alert >= 0:
            place = self._alert + by
        elif by > 0:
            place = bisect_right(self.alerts, self._current, key=_change_of)
        else:
            here = self._current if self._current >= 0 else len(self.changes)
            place = bisect_left(self.alerts, here, key=_change_of) - 1
        return place if 0 <= place < len(self.alerts) else -1

    def choose_alert(self, place: int) -> None:
        """Make an alert the current one, and its change."""
        self._current, self._alert = self.alerts[place][0], place

    # -- changes ---------------------------------------------------------------------------------------------------

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


def _change_of(each: tuple[int, Alert]) -> int:
    return each[0]


def _place_of(alert: Alert) -> tuple[int, int]:
    return alert.a.start, alert.b.start


def has_alert(change: Change) -> bool:
    """Say whether a change, or an edit inside it, has an alert."""
    return bool(change.alerts) or (bool(change.inner) and any(inner.alerts for inner in change.inner))
