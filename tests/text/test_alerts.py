from __future__ import annotations

import pytest

from desktop.text.changes import Alert, AlertKind
from desktop.text.diff import compare


def alerts(a: str, b: str) -> list[tuple[AlertKind, str, str]]:
    return [(alert.kind, alert.a_text, alert.b_text) for alert in compare(a, b).alerts]


K = AlertKind


@pytest.mark.parametrize(
    ("a", "b", "kind", "reading"),
    [
        ("He named six Russian bases.", "He named five Russian bases.", K.NUMBER, ("six", "five")),
        ("They paid 1.5 percent.", "They paid 15 percent.", K.NUMBER, ("1.5", "15")),
        ("It cost $5 million in all.", "It cost $5 billion in all.", K.NUMBER, ("$5 million", "$5 billion")),
        ("It lies 5 miles away.", "It lies 5 km away.", K.NUMBER, ("miles", "km")),
        ("Shells from North Korea came.", "Shells from South Korea came.", K.PLACE, ("North Korea", "South Korea")),
        ("He lives in London now.", "He lives in Paris now.", K.PLACE, ("London", "Paris")),
        ("A talk with Tim Cook began.", "A talk with Elon Musk began.", K.NAME, ("Tim Cook", "Elon Musk")),
        ("It was signed on Tuesday.", "It was signed on Wednesday.", K.DATE, ("Tuesday", "Wednesday")),
        ("It was signed in 2018.", "It was signed in 2019.", K.DATE, ("2018", "2019")),
        ("There is no indication of it.", "There is an indication of it.", K.NEGATION, ("no", "")),
        ("He was not guilty.", "He was guilty.", K.NEGATION, ("not", "")),
        ("We expect it could try.", "We anticipate it may try.", K.HEDGE, ("could", "may")),
        ("He reportedly left town.", "He left town.", K.HEDGE, ("reportedly", "")),
        ("The firm denied the report.", "The firm confirmed the report.", K.SPEAKER, ("denied", "confirmed")),
        ("“I did it,” he said.", "“I did it,” she said.", K.SPEAKER, ("he", "she")),
        ("“We will win this,” he said.", "“We will lose this,” he said.", K.QUOTATION, ("win", "lose")),
        ("“We will win the war,” he said.", "“We will win,” he said.", K.TRUNCATION, ("the war", "")),
        ("The “small plan of his failed.", "The small plan of his failed.", K.BOUNDARY, ("“", "")),
    ],
)
def test_what_matters_is_found_with_its_class_and_both_readings(
    a: str, b: str, kind: AlertKind, reading: tuple[str, str]
) -> None:
    assert (kind, *reading) in alerts(a, b)
    assert (kind, *reversed(reading)) in alerts(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Recent counteroffensives went on.", "Recent counter-offensives went on."),
        ("Some 7,200 men came.", "Some 7200 men came."),
        ("Then five men came.", "Then 5 men came."),
        ("They paid $5m for it.", "They paid $5 million for it."),
        ("They paid 5 per cent.", "They paid 5%."),
        ("Yesterday John Kirby said so.", "Yesterday Mr Kirby said so."),
        ("A US official said so.", "A United States official said so."),
        ("It began on September 6 there.", "It began on 6 Sept there."),
        ("The quick dog ran home.", "The fast dog ran home."),
        ("“It’s over,” he said.", '"It\'s over," he said.'),
        ("One of the men left.", "A man left."),
        ("The Russian army left.", "Russia’s army left."),
    ],
)
def test_what_does_not_matter_raises_no_alert(a: str, b: str) -> None:
    assert alerts(a, b) == []


def test_an_alert_says_in_a_sentence_what_differs_and_where() -> None:
    a, b = "He named six Russian bases.", "He named five Russian bases."
    (alert,) = compare(a, b).alerts
    assert alert.why == "The number differs: “six” against “five”."
    assert (alert.a.of(a), alert.b.of(b)) == ("six", "five")
    (alert,) = compare("He was not guilty.", "He was guilty.").alerts
    assert alert.why == "A denies what the other does not: “not”."


def test_alerts_are_ranked_with_those_inside_quotation_marks_first() -> None:
    a = "He came on Monday. “We lost six men,” he said. They may go. It cost 5 euros then."
    b = "He came on Friday. “We lost nine men,” he said. They must go. It cost 7 euros then."
    found: tuple[Alert, ...] = compare(a, b).alerts
    assert [alert.a_text for alert in found] == ["six", "5", "Monday", "may"]
    assert [alert.rank for alert in found] == sorted(alert.rank for alert in found)


def test_a_whole_new_sentence_raises_no_alert_for_every_fact_in_it() -> None:
    a = "The talks ended. Nobody was hurt."
    b = "The talks ended. On Monday 12 men from Norway met John Doe in Oslo and may not return. Nobody was hurt."
    assert alerts(a, b) == []


def test_an_empty_reading_points_to_the_place_of_the_change() -> None:
    a, b = "He was not guilty.", "He was guilty."
    (alert,) = compare(a, b).alerts
    assert alert.b.start == alert.b.end == b.index("guilty")
