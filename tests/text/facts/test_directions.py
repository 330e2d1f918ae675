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
        (PLAIN, "The court upheld the ruling.", "The court overturned the ruling.", ("upheld", "overturned")),
        (PLAIN, "His test was positive.", "His test was negative.", ("positive", "negative")),
        (PLAIN, "He lent her the money.", "He borrowed her the money.", ("lent", "borrowed")),
        (GERMAN, "Die Preise verdoppelten sich.", "Die Preise halbierten sich.", ("verdoppelten", "halbierten")),
        (GERMAN, "Die Mieten stiegen stark.", "Die Mieten sanken stark.", ("stiegen", "sanken")),
        (FRENCH, "Les loyers ont augmenté fort.", "Les loyers ont baissé fort.", ("augmenté", "baissé")),
        (SPANISH, "Los precios subieron mucho.", "Los precios bajaron mucho.", ("subieron", "bajaron")),
        (PLAIN, "The pro-Russian side won.", "The anti-Russian side won.", ("pro-Russian", "anti-Russian")),
        (PLAIN, "The northbound train left.", "The southbound train left.", ("northbound", "southbound")),
        (GERMAN, "Das Ostufer ist nass.", "Das Westufer ist nass.", ("Ostufer", "Westufer")),
    ],
)
def test_a_word_turned_round_is_found_with_both_readings(frame: str, a: str, b: str, reading: tuple[str, str]) -> None:
    assert_raised(frame.format(a), frame.format(b), AlertKind.DIRECTION, reading)


@pytest.mark.parametrize(
    ("frame", "a", "b", "reading"),
    [
        (PLAIN, "He was accused of theft.", "He was convicted of theft.", ("accused", "convicted")),
        (PLAIN, "She was held for murder.", "She was held for manslaughter.", ("murder", "manslaughter")),
        (GERMAN, "Er steht wegen Raubs dort.", "Er steht wegen Raubs dort.", ()),
        (GERMAN, "Es war Mord, sagt er.", "Es war Totschlag, sagt er.", ("Mord", "Totschlag")),
        (FRENCH, "Un témoin est venu.", "Un suspect est venu.", ("témoin", "suspect")),
        (SPANISH, "Fue un robo, dice.", "Fue un hurto, dice.", ("robo", "hurto")),
    ],
)
def test_what_is_said_of_a_case_differs(frame: str, a: str, b: str, reading: tuple[str, ...]) -> None:
    found = [(one, other) for _, one, other in alerts(frame.format(a), frame.format(b))]
    assert found == ([reading] if reading else [])


@pytest.mark.parametrize(
    ("a", "b", "kind", "reading"),
    [
        ("His cousin left at noon.", "His brother left at noon.", AlertKind.NAME, ("cousin", "brother")),
        ("His wife left at noon.", "His girlfriend left at noon.", AlertKind.NAME, ("wife", "girlfriend")),
        ("All members came.", "Most members came.", AlertKind.NUMBER, ("All", "Most")),
        ("She never met him.", "She rarely met him.", AlertKind.HEDGE, ("never", "rarely")),
        ("The price tripled.", "The price doubled.", AlertKind.NUMBER, ("tripled", "doubled")),
        ("The study suggests it.", "The study proves it.", AlertKind.HEDGE, ("suggests", "proves")),
        (
            "He was given a year in prison.",
            "He was given a year on probation.",
            AlertKind.DIRECTION,
            ("prison", "probation"),
        ),
        ("He killed the clerk.", "He murdered the clerk.", AlertKind.DIRECTION, ("killed", "murdered")),
        (
            GERMAN.format("Seine Tochter kam an."),
            GERMAN.format("Seine Nichte kam an."),
            AlertKind.NAME,
            ("Tochter", "Nichte"),
        ),
        (
            FRENCH.format("Son cousin est parti."),
            FRENCH.format("Son frère est parti."),
            AlertKind.NAME,
            ("cousin", "frère"),
        ),
    ],
)
def test_kin_amounts_and_cases_are_told_apart(a: str, b: str, kind: AlertKind, reading: tuple[str, str]) -> None:
    assert_raised(a, b, kind, reading)


@pytest.mark.parametrize(
    ("a", "b", "readings"),
    [
        ("Mr Lee was held on Monday.", "Mrs Lee was held on Monday.", [("Mr", "Mrs")]),
        ("The clerk gave his brother a car.", "The clerk gave her sister a car.", [("his", "her")]),
        ("The chairman left at noon.", "The chairwoman left at noon.", [("chairman", "chairwoman")]),
        (GERMAN.format("Herr Meier fuhr fort."), GERMAN.format("Frau Meier fuhr fort."), [("Herr", "Frau")]),
        (FRENCH.format("Sa sœur est partie."), FRENCH.format("Son frère est parti."), [("sœur", "frère")]),
        (SPANISH.format("Vino la señora Ruiz."), SPANISH.format("Vino el señor Ruiz."), [("señora", "señor")]),
        ("He said so.", "She said so.", []),  # the speaker differs, which is said
        ("The men left.", "The men and women left.", []),
    ],
)
def test_a_word_for_a_man_answers_one_for_a_woman(a: str, b: str, readings: list[tuple[str, str]]) -> None:
    assert [(one, other) for kind, one, other in alerts(a, b) if kind is AlertKind.NAME] == readings
    assert len(alerts(b, a)) == len(alerts(a, b))


def test_what_another_alert_tells_is_no_turned_direction_as_well() -> None:
    found = alerts("He saw North Korea and less than 9 men.", "He saw South Korea and more than 9 men.")
    assert {kind for kind, _, _ in found} == {AlertKind.PLACE, AlertKind.NUMBER}
