"""Alerts of dates, numbers, units and qualifiers, in four languages."""

from __future__ import annotations

import pytest

from desktop.text.changes import AlertKind
from tests.text.alert_examples import FRENCH, GERMAN, SPANISH, alerts, assert_raised

K = AlertKind


@pytest.mark.parametrize(
    ("a", "b", "kind", "reading"),
    [
        ("He named six Russian bases.", "He named five Russian bases.", K.NUMBER, ("six", "five")),
        ("They paid 1.5 percent.", "They paid 15 percent.", K.NUMBER, ("1.5", "15")),
        ("It cost $5 million in all.", "It cost $5 billion in all.", K.NUMBER, ("$5 million", "$5 billion")),
        ("It lies 5 miles away.", "It lies 5 km away.", K.NUMBER, ("miles", "km")),
        ("Rents rose by 5 percent.", "Rents rose to 5 percent.", K.NUMBER, ("by 5", "to 5")),
        ("Rents fell from 5 euros then.", "Rents fell to 5 euros then.", K.NUMBER, ("from 5", "to 5")),
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
        ("It ended last week in Rome.", "It ended last month in Rome.", K.DATE, ("week", "month")),
        ("It grew there in spring.", "It grew there in autumn.", K.DATE, ("spring", "autumn")),
        ("It was on 5 May 2020.", "It was on 6 May 2020.", K.DATE, ("5 May 2020", "6 May 2020")),
        ("Frost of -4 degrees came.", "Frost of 4 degrees came.", K.NUMBER, ("-4", "4")),
        ("Profit was −0.2% in May.", "Profit was 0.2% in May.", K.NUMBER, ("−0.2%", "0.2%")),
        ("They booked a $-6m result.", "They booked a $6m result.", K.NUMBER, ("-6m", "$6m")),
        ("It fell to minus 9 then.", "It fell to plus 9 then.", K.NUMBER, ("minus 9", "plus 9")),
        ("Take <8 mg of it.", "Take >8 mg of it.", K.NUMBER, ("<8", ">8")),
        ("It took ⅔ of the hall.", "It took ⅓ of the hall.", K.NUMBER, ("⅔", "⅓")),
        ("They wrote off $½ million then.", "They wrote off $¼ million then.", K.NUMBER, ("½ million", "¼ million")),
        ("He paid half a million.", "He paid a million.", K.NUMBER, ("half a million", "million")),
        ("It cost 2 million and a half.", "It cost 2 million.", K.NUMBER, ("2 million and a half", "2 million")),
        ("He lost 30 million there.", "He lost 30 there.", K.NUMBER, ("30 million", "30")),
        ("It rose 12% there.", "It rose 12 there.", K.NUMBER, ("12%", "12")),
        ("Votes fell 4 percentage points.", "Votes fell 4 per cent.", K.NUMBER, ("percentage points", "per cent")),
        ("It has 9 square miles.", "It has 9 square kilometres.", K.NUMBER, ("square miles", "square kilometres")),
        ("It took 3 cubic metres.", "It took 3 square metres.", K.NUMBER, ("cubic metres", "square metres")),
        ("The doors open at 8 p.m. sharp.", "The doors open at 8 a.m. sharp.", K.DATE, ("8 p.m.", "8 a.m.")),
        ("It is 6:15 am there.", "It is 6:15 pm there.", K.DATE, ("6:15 am", "6:15 pm")),
        ("At noon they met.", "At midnight they met.", K.DATE, ("noon", "midnight")),
        ("It ended in March last year.", "It ended in May last year.", K.DATE, ("March last year", "May last year")),
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
        (GERMAN, "Ein Drittel kam nicht.", "Ein Viertel kam nicht.", K.NUMBER, ("Drittel", "Viertel")),
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
        (GERMAN, "Es waren minus 3 Grad.", "Es waren 3 Grad.", K.NUMBER, ("minus 3", "3")),
        (GERMAN, "Er kam um 8 Uhr morgens.", "Er kam um 8 Uhr abends.", K.DATE, ("morgens", "abends")),
        (
            FRENCH,
            "La part a pris 2 points de pourcentage.",
            "La part a pris 2 pour cent.",
            K.NUMBER,
            ("points de", "pour cent"),
        ),
        (SPANISH, "Abre a las 9 de la mañana.", "Abre a las 9 de la noche.", K.DATE, ("mañana", "noche")),
        (
            SPANISH,
            "Subió 4 puntos porcentuales.",
            "Subió 4 por ciento.",
            K.NUMBER,
            ("puntos porcentuales", "por ciento"),
        ),
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


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("It opens at 7 a.m. today.", "It opens at 7 am today."),
        ("It opens at 7:30 p.m. today.", "It opens at 19:30 today."),
        ("It took ½ of it.", "It took half of it."),
        ("He paid half a million for it.", "He paid 500,000 for it."),
        ("He paid two and a half million for it.", "He paid 2.5 million for it."),
        ("Half a dozen men came.", "Six men came."),
        ("The lamp only lights one corner.", "The lamp lights only one corner."),
        ("It ran 2019–2021 here.", "It ran 2019-2021 here."),
        ("Gusts of 90 km/h came.", "Gusts of 90 kph came."),
        ("Bring 5 – 12 will do.", "Bring 5, 12 will do."),
    ],
)
def test_one_quantity_written_in_two_ways_raises_no_alert(a: str, b: str) -> None:
    assert alerts(a, b) == []
