"""Alerts of what one text tells as done, and the other leaves to come, plans or tries."""

from __future__ import annotations

import pytest

from desktop.text.changes import AlertKind
from tests.text.alert_examples import FRENCH, GERMAN, SPANISH, alerts, assert_raised

PLAIN = "{}"


@pytest.mark.parametrize(
    ("frame", "a", "b", "reading"),
    [
        (PLAIN, "The clerk will resign.", "The clerk has resigned.", ("will resign", "has resigned")),
        (PLAIN, "The board voted in May.", "The board will vote in May.", ("voted", "will vote")),
        (PLAIN, "She plans to sell the firm.", "She sold the firm.", ("plans to sell", "sold")),
        (PLAIN, "They tried to hide the loss.", "They hid the loss.", ("tried to hide", "hid")),
        (PLAIN, "The house will be sold.", "The house has been sold.", ("will be", "has been")),
        (PLAIN, "It is going to close a mine.", "It has closed a mine.", ("going to close", "has closed")),
        (GERMAN, "Der Rat wird abstimmen.", "Der Rat hat abgestimmt.", ("wird abstimmen", "hat abgestimmt")),
        (GERMAN, "Er versuchte zu fliehen.", "Er ist geflohen.", ("versuchte zu fliehen", "ist geflohen")),
        (FRENCH, "Le maire démissionnera lundi.", "Le maire a démissionné lundi.", ("démissionnera", "a démissionné")),
        (FRENCH, "Le port va fermer lundi.", "Le port a fermé lundi.", ("va fermer", "a fermé")),
        (SPANISH, "El alcalde dimitirá hoy.", "El alcalde dimitió hoy.", ("dimitirá", "dimitió")),
    ],
)
def test_what_is_to_come_is_told_from_what_has_happened(frame: str, a: str, b: str, reading: tuple[str, str]) -> None:
    assert_raised(frame.format(a), frame.format(b), AlertKind.HEDGE, reading)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The firm will hold its meeting in May.", "The firm holds its meeting in May."),
        ("She wants to sell the firm.", "She plans to sell the firm."),
        ("They met in order to sing.", "They met and were singing."),
        ("The opera will open in May.", "The opera will reopen in May."),
        ("She tried hard.", "She worked hard."),
        (GERMAN.format("Er wird vermisst."), GERMAN.format("Er wurde vermisst.")),
    ],
)
def test_another_verb_or_a_plan_told_otherwise_is_no_such_alert(a: str, b: str) -> None:
    assert not [words for kind, *words in alerts(a, b) if kind is AlertKind.HEDGE]
