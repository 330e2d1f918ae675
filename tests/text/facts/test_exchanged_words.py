"""Alerts of quotations: exchanged words, moved marks, and what one reading leaves out."""

from __future__ import annotations

import pytest

from desktop.text.changes import AlertKind
from desktop.text.diff import compare
from tests.text.alert_examples import alerts, assert_raised

K = AlertKind


@pytest.mark.parametrize(
    ("a", "b", "kind", "reading"),
    [
        ("“We will win this,” he said.", "“We will see this,” he said.", K.QUOTATION, ("win", "see")),
        ("“We will win the war,” he said.", "“We will win,” he said.", K.TRUNCATION, ("the war", "")),
        (
            "The “small plan” of his failed.",
            "The small plan of his failed.",
            K.BOUNDARY,
            ("“small plan”", "small plan"),
        ),
        ("It was “good and cheap”.", "It was good “and cheap”.", K.BOUNDARY, ("“good", "good")),
    ],
)
def test_a_quotation_that_differs_is_found_with_both_readings(
    a: str, b: str, kind: AlertKind, reading: tuple[str, str]
) -> None:
    assert_raised(a, b, kind, reading)


def test_neighbouring_words_of_one_quotation_are_told_together() -> None:
    a = "There are “no signs that the deal has been struck by now”, he said."
    b = "There are “no hints that a deal has been struck by now”, he said."
    assert alerts(a, b) == [(K.QUOTATION, "signs that the", "hints that a")]


def test_a_quotation_that_goes_on_in_one_text_is_told_with_what_the_other_leaves_out() -> None:
    a = "“It shows how much they suffer”, he said."
    b = "“It shows how much they suffer so that they beg for help”, he said."
    (alert,) = compare(a, b).alerts
    assert (alert.kind, alert.b_text) == (K.TRUNCATION, "so that they beg for help")
    assert alert.why == "The quotation is shorter in A: only B has “so that they beg for help”."


def test_a_quotation_printed_in_two_parts_is_not_shorter() -> None:
    a = "“We had no news of it until the last day came,” he said."
    b = "“We had no news,” he said. “Of it until the last day came.”"
    assert K.TRUNCATION not in {alert.kind for alert in compare(a, b).alerts}
