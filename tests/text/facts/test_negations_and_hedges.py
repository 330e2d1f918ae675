"""Alerts of denials, contraries and degrees of certainty, in four languages."""

from __future__ import annotations

import pytest

from desktop.text.changes import AlertKind
from desktop.text.diff import compare
from tests.text.alert_examples import FRENCH, GERMAN, SPANISH, alerts, assert_raised

K = AlertKind


@pytest.mark.parametrize(
    ("a", "b", "kind", "reading"),
    [
        ("There is no indication of it.", "There is an indication of it.", K.NEGATION, ("no", "")),
        ("He was not guilty.", "He was guilty.", K.NEGATION, ("not", "")),
        ("We expect it could try.", "We anticipate it may try.", K.HEDGE, ("could", "may")),
        ("He left town.", "He appeared to leave town.", K.HEDGE, ("", "appeared")),
        ("He reportedly left town.", "He left town.", K.HEDGE, ("reportedly", "")),
        ("The firm denied the report.", "The firm confirmed the report.", K.NEGATION, ("denied", "confirmed")),
        ("She came with him.", "She came without him.", K.NEGATION, ("", "without")),
        ("It was confirmed then.", "It was unconfirmed then.", K.NEGATION, ("confirmed", "unconfirmed")),
        ("They hardly knew him.", "They knew him.", K.NEGATION, ("hardly", "")),
        ("We come if it rains.", "We come unless it rains.", K.NEGATION, ("if", "unless")),
        ("She failed to land it.", "She managed to land it.", K.NEGATION, ("failed", "managed")),
        ("They agreed to wait.", "They refused to wait.", K.NEGATION, ("agreed", "refused")),
        ("He didn't go home.", "He did go home.", K.NEGATION, ("didn't", "")),
        ("“We may win this,” he said.", "“We will win this,” he said.", K.HEDGE, ("may", "will")),
    ],
)
def test_a_denial_or_hedge_that_differs_is_found_with_both_readings(
    a: str, b: str, kind: AlertKind, reading: tuple[str, str]
) -> None:
    assert_raised(a, b, kind, reading)


@pytest.mark.parametrize(
    ("frame", "a", "b", "kind", "reading"),
    [
        (GERMAN, "Er hat keine Beweise.", "Er hat Beweise.", K.NEGATION, ("keine", "")),
        (GERMAN, "Er bestätigte den Bericht.", "Er bestritt den Bericht.", K.NEGATION, ("bestätigte", "bestritt")),
        (GERMAN, "Das könnte gelingen.", "Das wird gelingen.", K.HEDGE, ("könnte", "wird")),
        (
            GERMAN,
            "Wir kommen, wenn es regnet.",
            "Wir kommen, es sei denn, es regnet.",
            K.NEGATION,
            ("wenn", "es sei denn"),
        ),
        (FRENCH, "Il viendra si la ville paie.", "Il viendra sauf si la ville paie.", K.NEGATION, ("", "sauf si")),
        (SPANISH, "Vendrá si llueve.", "Vendrá a menos que llueva.", K.NEGATION, ("", "a menos que")),
        (FRENCH, "Il n'a pas tort.", "Il a tort.", K.NEGATION, ("pas", "")),
        (FRENCH, "Il affirme le contraire.", "Il nie le contraire.", K.NEGATION, ("affirme", "nie")),
        (FRENCH, "Cela pourrait durer.", "Cela devrait durer.", K.HEDGE, ("pourrait", "devrait")),
        (SPANISH, "El alcalde no va a ir.", "El alcalde va a ir.", K.NEGATION, ("no", "")),
        (SPANISH, "El presunto autor huyó.", "El autor huyó.", K.HEDGE, ("presunto", "")),
    ],
)
def test_a_denial_or_hedge_that_differs_is_found_in_other_languages(
    frame: str, a: str, b: str, kind: AlertKind, reading: tuple[str, str]
) -> None:
    assert_raised(frame.format(a), frame.format(b), kind, reading)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("He is due in court on Friday.", "He is due to appear in court on Friday."),
        ("The song is heard on the record.", "The song appears on the record."),
    ],
)
def test_who_appears_somewhere_is_not_in_doubt(a: str, b: str) -> None:
    assert not alerts(a, b)


def test_an_empty_reading_points_to_the_place_of_the_change() -> None:
    a, b = "He was not guilty.", "He was guilty."
    (alert,) = compare(a, b).alerts
    assert alert.b.start == alert.b.end == b.index("guilty")


def test_a_denied_denial_is_none() -> None:
    assert K.NEGATION not in {alert.kind for alert in compare("She did not fail.", "She succeeded.").alerts}
