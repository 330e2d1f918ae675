"""Alerts of dates, numbers, units and qualifiers, in four languages."""

from __future__ import annotations

import pytest

from desktop.text.changes import AlertKind
from tests.text.alert_examples import FRENCH, GERMAN, SPANISH, assert_raised

K = AlertKind


@pytest.mark.parametrize(
    ("a", "b", "kind", "reading"),
    [
        ("He named six Russian bases.", "He named five Russian bases.", K.NUMBER, ("six", "five")),
        ("They paid 1.5 percent.", "They paid 15 percent.", K.NUMBER, ("1.5", "15")),
        ("It cost $5 million in all.", "It cost $5 billion in all.", K.NUMBER, ("$5 million", "$5 billion")),
        ("It lies 5 miles away.", "It lies 5 km away.", K.NUMBER, ("miles", "km")),
        ("It was signed on Tuesday.", "It was signed on Wednesday.", K.DATE, ("Tuesday", "Wednesday")),
        ("It was signed in 2018.", "It was signed in 2019.", K.DATE, ("2018", "2019")),
        ("They took at least 10 men.", "They took 10 men.", K.NUMBER, ("at least 10", "10")),
        ("They paid 10 euros.", "They paid 10,000 euros.", K.NUMBER, ("10", "10,000")),
        ("It rose by 5% then.", "It rose by 5 percentage points then.", K.NUMBER, ("5%", "5 percentage points")),
        ("It cost $5 to get in.", "It cost €5 to get in.", K.NUMBER, ("$5", "€5")),
        ("The second man left.", "The third man left.", K.NUMBER, ("second", "third")),
        ("The blast killed 12 people.", "The blast wounded 12 people.", K.NUMBER, ("killed", "wounded")),
        ("They won 2-1 at home.", "They won 3-1 at home.", K.NUMBER, ("2-1", "3-1")),
        ("Some 2000 men came.", "Some 3000 men came.", K.NUMBER, ("2000", "3000")),
        ("It ends next week in Rome.", "It ends this week in Rome.", K.DATE, ("next week", "this week")),
        ("It was on 5 May 2020.", "It was on 6 May 2020.", K.DATE, ("5 May 2020", "6 May 2020")),
        ("It began at 11:30 there.", "It began at 12:30 there.", K.DATE, ("11:30", "12:30")),
        (
            "It shuts on Monday, Tuesday now.",
            "It shuts on Monday, Friday now.",
            K.DATE,
            ("Monday, Tuesday", "Monday, Friday"),
        ),
    ],
)
def test_a_date_or_number_that_differs_is_found_with_both_readings(
    a: str, b: str, kind: AlertKind, reading: tuple[str, str]
) -> None:
    assert_raised(a, b, kind, reading)


@pytest.mark.parametrize(
    ("frame", "a", "b", "kind", "reading"),
    [
        (GERMAN, "Es kamen sechs Männer.", "Es kamen fünf Männer.", K.NUMBER, ("sechs", "fünf")),
        (GERMAN, "Es waren 1,5 Prozent.", "Es waren 15 Prozent.", K.NUMBER, ("1,5", "15")),
        (
            GERMAN,
            "Es kamen mindestens 1.500 Männer.",
            "Es kamen 1.500 Männer.",
            K.NUMBER,
            ("mindestens 1.500", "1.500"),
        ),
        (GERMAN, "Er kam am 6. Mai 2020.", "Er kam am 7. Mai 2020.", K.DATE, ("6. Mai 2020", "7. Mai 2020")),
        (GERMAN, "Er kam in dieser Woche.", "Er kam in der vorigen Woche.", K.DATE, ("dieser Woche", "vorigen Woche")),
        (FRENCH, "Il y avait six hommes.", "Il y avait cinq hommes.", K.NUMBER, ("six", "cinq")),
        (FRENCH, "Il est venu lundi soir.", "Il est venu mardi soir.", K.DATE, ("lundi soir", "mardi soir")),
        (SPANISH, "Eran treinta y cinco.", "Eran treinta y seis.", K.NUMBER, ("treinta y cinco", "treinta y seis")),
        (SPANISH, "Llegó el lunes a Lima.", "Llegó el martes a Lima.", K.DATE, ("lunes", "martes")),
    ],
)
def test_a_date_or_number_that_differs_is_found_in_other_languages(
    frame: str, a: str, b: str, kind: AlertKind, reading: tuple[str, str]
) -> None:
    assert_raised(frame.format(a), frame.format(b), kind, reading)
