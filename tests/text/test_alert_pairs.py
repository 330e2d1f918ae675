"""Alerts on whole articles of which somebody edited a few words: how many are right, and how many are found."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from desktop.text.diff import compare
from tests.text.alert_pairs import PAIRS
from tests.text.more_alert_pairs import MORE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.text.changes import Alert
    from tests.text.alert_pairs import Edit, Pair

PRECISION, RECALL = 0.97, 0.92


class Outcome(NamedTuple):
    """What the alerts of a pair come to."""

    right: int
    wrong: list[str]
    found: int
    missed: list[str]


def read(pair: Pair) -> Outcome:
    a, b = pair.versions
    given, expected = compare(a, b).alerts, [edit for edit in pair.edits if edit.kinds]
    wrong = [alert for alert in given if not any(tells(alert, edit, a, b) for edit in expected)]
    missed = [edit for edit in expected if not any(tells(alert, edit, a, b) for alert in given)]
    return Outcome(
        len(given) - len(wrong),
        [f"{alert.kind}: {alert.a_text} → {alert.b_text}" for alert in wrong],
        len(expected) - len(missed),
        [f"{edit.old} → {edit.new}" for edit in missed],
    )


def tells(alert: Alert, edit: Edit, a: str, b: str) -> bool:
    """Say whether an alert is of a kind that an edit may have, and stands where the edit is."""
    here, there = a.find(edit.old), b.find(edit.new)
    in_a = len(alert.a) > 0 and alert.a.start <= here + len(edit.old) and alert.a.end >= here
    in_b = len(alert.b) > 0 and bool(edit.new) and alert.b.start <= there + len(edit.new) and alert.b.end >= there
    return alert.kind in edit.kinds and (in_a or in_b)


@pytest.mark.parametrize("pairs", [PAIRS, MORE], ids=["pairs", "more pairs"])
def test_alerts_are_right_and_found(pairs: Sequence[Pair]) -> None:
    outcomes = [read(pair) for pair in pairs]
    wrong = [text for outcome in outcomes for text in outcome.wrong]
    missed = [text for outcome in outcomes for text in outcome.missed]
    right, found = sum(outcome.right for outcome in outcomes), sum(outcome.found for outcome in outcomes)
    assert right / (right + len(wrong)) >= PRECISION, wrong
    assert found / (found + len(missed)) >= RECALL, missed


@pytest.mark.parametrize("pair", [pair for pair in (*PAIRS, *MORE) if not any(edit.kinds for edit in pair.edits)])
def test_what_is_nothing_to_look_at_raises_none(pair: Pair) -> None:
    assert read(pair).wrong == []
