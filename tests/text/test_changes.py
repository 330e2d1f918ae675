"""Alerts of a comparison: those of changes that count, most pressing first, looked for only when asked for."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain import Span
from desktop.text.changes import Alert, AlertKind, Change, ChangeKind, Comparison, Kind, Stats


def change(at: int, *ranks: int, ignored: bool = False) -> Change:
    span = Span(at, at + 1)
    alerts = tuple(Alert(AlertKind.NUMBER, span, span, f"{at}", f"{at}", "why", rank) for rank in ranks)
    return Change(ChangeKind.REPLACED, span, span, alerts, ignored=ignored)


class Late:
    """Counts how often alerts are looked for."""

    def __init__(self, *changes: Change) -> None:
        self.asked = 0
        self._changes = changes

    def changes(self) -> tuple[Change, ...]:
        self.asked += 1
        return self._changes


BARE = Comparison(Kind.VERSIONS, "why", (change(0), change(5)), (), (), Stats(6, 6, 0.5, 0, 0, 0, 2, 0, 0))


def test_alerts_come_by_rank_and_in_reading_order_within_one() -> None:
    found = replace(BARE, bare_changes=(change(0, 2, 1), change(5, 1), change(9, 0, ignored=True))).alerts
    assert [(alert.rank, alert.a.start) for alert in found] == [(1, 0), (1, 5), (2, 0)]


def test_late_alerts_are_looked_for_only_when_they_are_asked_for() -> None:
    late = Late(change(0, 3), change(5))
    comparison = replace(BARE, late_alerts=late)
    assert (comparison.bare_changes, late.asked) == (BARE.bare_changes, 0)
    assert [alert.rank for alert in comparison.alerts] == [3]
    assert late.asked == 1
    assert comparison == BARE
