"""Alerts of speakers and verbs of saying, in four languages."""

from __future__ import annotations

import pytest

from desktop.text.changes import AlertKind
from desktop.text.diff import compare
from tests.text.alert_examples import FRENCH, GERMAN, SPANISH, assert_raised

K = AlertKind


@pytest.mark.parametrize(
    ("a", "b", "kind", "reading"),
    [
        ("He said he knew it.", "He admitted he knew it.", K.ATTRIBUTION, ("said", "admitted")),
        ("Mayor Lind explained the move.", "Mayor Lind defended the move.", K.ATTRIBUTION, ("explained", "defended")),
        ("The pilot said the mast can be mended.", "The mast can be mended.", K.ATTRIBUTION, ("pilot said", "")),
        ("Divers believe that the hull is whole.", "The hull is whole.", K.ATTRIBUTION, ("Divers believe", "")),
        ("Anglers said they saw smoke.", "Anglers saw smoke.", K.ATTRIBUTION, ("said", "")),
        ("The mast is whole, the pilot said.", "The mast is whole.", K.ATTRIBUTION, ("the pilot said", "")),
        ("It was sold, according to clerks.", "It was sold.", K.ATTRIBUTION, ("according to clerks", "")),
        ("Eva Lind said so in May.", "An official said so in May.", K.ATTRIBUTION, ("Eva Lind", "official")),
        ("A spokesman said so.", "An official said so.", K.SPEAKER, ("spokesman", "official")),
        ("US officials said so.", "North Korea said so.", K.SPEAKER, ("US officials", "North Korea")),
        ("“I did it,” he said.", "“I did it,” she said.", K.SPEAKER, ("he", "she")),
    ],
)
def test_a_speaker_that_differs_is_found_with_both_readings(
    a: str, b: str, kind: AlertKind, reading: tuple[str, str]
) -> None:
    assert_raised(a, b, kind, reading)


@pytest.mark.parametrize(
    ("frame", "a", "b", "kind", "reading"),
    [
        (GERMAN, "Er sagte, es sei gut.", "Er behauptete, es sei gut.", K.ATTRIBUTION, ("sagte", "behauptete")),
        (FRENCH, "Il dit le contraire.", "Il admet le contraire.", K.ATTRIBUTION, ("dit", "admet")),
        (SPANISH, "Dijo que era verdad.", "Admitió que era verdad.", K.ATTRIBUTION, ("Dijo", "Admitió")),
    ],
)
def test_a_speaker_that_differs_is_found_in_other_languages(
    frame: str, a: str, b: str, kind: AlertKind, reading: tuple[str, str]
) -> None:
    assert_raised(frame.format(a), frame.format(b), kind, reading)


def test_who_speaks_and_how_is_one_alert() -> None:
    (alert,) = compare("The White House said he left.", "A US official confirmed he left.").alerts
    assert (alert.kind, alert.a_text, alert.b_text) == (K.SPEAKER, "White House said", "US official confirmed")


@pytest.mark.parametrize(
    ("frame", "a", "b", "reading"),
    [
        (GERMAN, "Laut Polizei ist die Brücke zu.", "Die Brücke ist zu.", "Laut Polizei"),
        (FRENCH, "Selon la mairie, le pont est fermé.", "Le pont est fermé.", "Selon la mairie"),
        (SPANISH, "Según el alcalde, el puente está cerrado.", "El puente está cerrado.", "Según el alcalde"),
    ],
)
def test_a_source_taken_out_is_found_in_other_languages(frame: str, a: str, b: str, reading: str) -> None:
    found = compare(frame.format(a), frame.format(b)).alerts
    assert [(alert.kind, alert.a_text) for alert in found] == [(K.ATTRIBUTION, reading)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The pilot said: “We wait here.”", "“We wait here,” the pilot said."),
        ("The mast is whole, said the pilot.", "The mast is whole, the pilot said."),
        ("It is late, we propose to wait.", "It is late."),
        ("A plan, called the long wait, came.", "A plan came."),
        ("Eva Lind said so. She said it twice.", "Eva Lind said so."),
    ],
)
def test_a_source_that_is_still_named_or_none_raises_no_alert(a: str, b: str) -> None:
    assert K.ATTRIBUTION not in {alert.kind for alert in compare(a, b).alerts}


@pytest.mark.parametrize(
    ("a", "b", "reading"),
    [
        ("On Monday Lee beat Berg at home.", "On Monday Berg beat Lee at home.", (K.NAME, "Lee beat Berg")),
        ("In May Ann Lee beat Tom Berg.", "In May Tom Berg beat Ann Lee.", (K.NAME, "Ann Lee beat Tom Berg")),
        ("He went from Paris to Berlin.", "He went from Berlin to Paris.", (K.PLACE, "Paris to Berlin")),
        (
            "We heard that Israel had shelled posts in Lebanon.",
            "We heard that Lebanon had shelled posts in Israel.",
            (K.PLACE, "Israel had shelled posts in Lebanon"),
        ),
    ],
)
def test_names_that_changed_places_around_the_same_words_are_one_alert(a: str, b: str, reading: tuple[K, str]) -> None:
    assert [(alert.kind, alert.a_text) for alert in compare(a, b).alerts] == [reading]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The talks between Lee and Berg failed.", "The talks between Berg and Lee failed."),
        ("On Monday Lee’s chief, Berg, left.", "On Monday Berg, chief of Lee, left."),
    ],
)
def test_names_in_another_order_that_put_nobody_first_raise_no_alert(a: str, b: str) -> None:
    assert not compare(a, b).alerts


@pytest.mark.parametrize(
    ("a", "b", "reading"),
    [
        ("Talks go on. Smith said it is late.", "Talks go on. Jones said it is late.", ("Smith", "Jones")),
        (GERMAN.format("Scholz sagte es."), GERMAN.format("Merz sagte es."), ("Scholz", "Merz")),
        (GERMAN.format("Das sagte Scholz."), GERMAN.format("Das sagte Merz."), ("Scholz", "Merz")),
    ],
)
def test_another_surname_alone_beside_a_verb_of_saying_is_another_speaker(
    a: str, b: str, reading: tuple[str, str]
) -> None:
    assert [(alert.kind, alert.a_text, alert.b_text) for alert in compare(a, b).alerts] == [(K.SPEAKER, *reading)]


def test_what_was_promised_is_no_speaker() -> None:
    assert not compare(GERMAN.format("Er sagte Hilfe zu."), GERMAN.format("Er sagte Geld zu.")).alerts


@pytest.mark.parametrize(
    ("a", "b", "reading"),
    [
        ("We met the former mayor of Oslo.", "We met the mayor of Oslo.", ("former", "")),
        ("We met the deputy minister at noon.", "We met the former minister at noon.", ("deputy", "former")),
        (GERMAN.format("Der frühere Minister ging."), GERMAN.format("Der Minister ging."), ("frühere", "")),
        (FRENCH.format("L’ancien ministre part."), FRENCH.format("Le ministre part."), ("L’ancien", "")),
    ],
)
def test_a_word_that_makes_another_office_is_found(a: str, b: str, reading: tuple[str, str]) -> None:
    (alert,) = compare(a, b).alerts
    assert (alert.kind, alert.a_text, alert.b_text) == (K.NAME, *reading)


def test_an_office_in_a_sentence_put_in_is_none_that_differs() -> None:
    assert not compare("He left. It rains.", "He left. The former mayor met nobody at all that day. It rains.").alerts


def test_who_was_a_wife_is_the_contrary_of_a_wife() -> None:
    (alert,) = compare("She is his ex-wife.", "She is his wife.").alerts
    assert (alert.kind, alert.a_text, alert.b_text) == (K.NEGATION, "ex-wife", "wife")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("We met the ex-president at noon.", "We met the former president at noon."),
        (GERMAN.format("Der ehemalige Minister ging."), GERMAN.format("Der frühere Minister ging.")),
        ("It rained. The full report came.", "It rained. The whole report came."),
    ],
)
def test_other_words_for_one_office_and_a_report_that_says_nothing_raise_no_alert(a: str, b: str) -> None:
    assert not compare(a, b).alerts
