"""Alerts of words that mean opposite ways, in four languages."""

from __future__ import annotations

import pytest

from desktop.text.changes import AlertKind
from tests.text.alert_examples import FRENCH, GERMAN, SPANISH, alerts, assert_raised

PLAIN = "{}"


@pytest.mark.parametrize(
    ("frame", "a", "b", "reading"),
    [
        (PLAIN, "Rents rose by a third.", "Rents fell by a third.", ("rose", "fell")),
        (PLAIN, "She spoke for the motion.", "She spoke against the motion.", ("for", "against")),
        (PLAIN, "The gale came from the north shore.", "The gale came from the south shore.", ("north", "south")),
        (PLAIN, "The shop closed before the fire.", "The shop closed after the fire.", ("before", "after")),
        (PLAIN, "The court rejected the plea.", "The court allowed the plea.", ("rejected", "allowed")),
        (PLAIN, "The price of it doubled.", "The price of it halved.", ("doubled", "halved")),
        (PLAIN, "It is two degrees warmer.", "It is two degrees colder.", ("warmer", "colder")),
        (PLAIN, "He lent her the money.", "He borrowed her the money.", ("lent", "borrowed")),
        (GERMAN, "Die Preise verdoppelten sich.", "Die Preise halbierten sich.", ("verdoppelten", "halbierten")),
        (GERMAN, "Die Mieten stiegen stark.", "Die Mieten sanken stark.", ("stiegen", "sanken")),
        (FRENCH, "Les loyers ont augmenté fort.", "Les loyers ont baissé fort.", ("augmenté", "baissé")),
        (SPANISH, "Los precios subieron mucho.", "Los precios bajaron mucho.", ("subieron", "bajaron")),
    ],
)
def test_a_word_turned_round_is_found_with_both_readings(frame: str, a: str, b: str, reading: tuple[str, str]) -> None:
    assert_raised(frame.format(a), frame.format(b), AlertKind.DIRECTION, reading)


def test_what_another_alert_tells_is_no_turned_direction_as_well() -> None:
    found = alerts("He saw North Korea and less than 9 men.", "He saw South Korea and more than 9 men.")
    assert {kind for kind, _, _ in found} == {AlertKind.PLACE, AlertKind.NUMBER}
