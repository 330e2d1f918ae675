"""Alerts of names and places, in four languages."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text.changes import AlertKind
from desktop.text.facts import names
from desktop.text.facts.names import NameFinder
from desktop.text.languages.registry import lexicon_of
from tests.text.alert_examples import FRENCH, GERMAN, alerts, assert_raised

K = AlertKind


@pytest.mark.parametrize(
    ("a", "b", "kind", "reading"),
    [
        ("Shells from North Korea came.", "Shells from South Korea came.", K.PLACE, ("North Korea", "South Korea")),
        ("He lives in London now.", "He lives in Paris now.", K.PLACE, ("London", "Paris")),
        ("A talk with Tim Cook began.", "A talk with Elon Musk began.", K.NAME, ("Tim Cook", "Elon Musk")),
        ("He met Jon Smith there.", "He met John Smyth there.", K.NAME, ("Jon Smith", "John Smyth")),
        ("The yard belongs to Eva Lind.", "The yard belongs to Eva Linde.", K.NAME, ("Eva Lind", "Eva Linde")),
        ("It was built by Bergman. He left.", "It was built by Bergmann. He left.", K.NAME, ("Bergman", "Bergmann")),
        ("A talk with Jim Justice began.", "A talk with Jim Moreau began.", K.NAME, ("Jim Justice", "Jim Moreau")),
        ("The book of Mr King was sold.", "The book of Mr Moreau was sold.", K.NAME, ("Mr King", "Mr Moreau")),
        (
            "A talk with Theresa May began.",
            "A talk with Theresa Moreau began.",
            K.NAME,
            ("Theresa May", "Theresa Moreau"),
        ),
        ("She saw Mrs May there.", "She saw Mrs Moreau there.", K.NAME, ("Mrs May", "Mrs Moreau")),
        ("A talk with Eva Hans began.", "A talk with Eva Han began.", K.NAME, ("Eva Hans", "Eva Han")),
        (
            "She read at the School of Bern-East now.",
            "She read at the School of Bern, Old Town now.",
            K.NAME,
            ("Bern-East", "Bern, Old Town"),
        ),
        ("The aid of Oxfam came.", "The aid of Caritas came.", K.NAME, ("Oxfam", "Caritas")),
    ],
)
def test_a_name_or_place_that_differs_is_found_with_both_readings(
    a: str, b: str, kind: AlertKind, reading: tuple[str, str]
) -> None:
    assert_raised(a, b, kind, reading)


@pytest.mark.parametrize(
    ("frame", "a", "b", "kind", "reading"),
    [
        (GERMAN, "Sie kamen aus Nordkorea.", "Sie kamen aus Südkorea.", K.PLACE, ("Nordkorea", "Südkorea")),
        (GERMAN, "Er traf Angela Merkel dort.", "Er traf Anna Müller dort.", K.NAME, ("Angela Merkel", "Anna Müller")),
        (
            GERMAN,
            "Er traf Gerhard Richter dort.",
            "Er traf Gerhard Moreau dort.",
            K.NAME,
            ("Gerhard Richter", "Gerhard Moreau"),
        ),
        (GERMAN, "Minister Habeck kam dazu.", "Minister Moreau kam dazu.", K.NAME, ("Habeck", "Moreau")),
        (FRENCH, "Il a vu Jean Le Maire.", "Il a vu Jean Moreau.", K.NAME, ("Jean Le Maire", "Jean Moreau")),
        (FRENCH, "Le gaz de l'Ukraine.", "Le gaz de la Russie.", K.PLACE, ("l'Ukraine", "Russie")),
    ],
)
def test_a_name_or_place_that_differs_is_found_in_other_languages(
    frame: str, a: str, b: str, kind: AlertKind, reading: tuple[str, str]
) -> None:
    assert_raised(frame.format(a), frame.format(b), kind, reading)


def test_a_surname_with_an_s_is_another_speaker() -> None:
    assert_raised("“We came,” Andrews said.", "“We came,” Andrew said.", K.SPEAKER, ("Andrews", "Andrew"))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("MILL OWNER WANTS MORE NIGHT SHIFTS\n\nHe wrote.", "MILL OWNER DEMANDS EXTRA NIGHT SHIFTS\n\nHe wrote."),
        ("Mill Owner Wants Longer Shifts\n\nHe wrote.", "Mill Owner Demands Longer Shifts\n\nHe wrote."),
        ("It hurt the Liberals then.", "It hurt a Liberal then."),
        ("See Fig. 3 for it.", "See Figure 3 for it."),
    ],
)
def test_capitals_of_headlines_plurals_and_abbreviations_raise_no_alert(a: str, b: str) -> None:
    assert alerts(a, b) == []


_WORDS = ("Berg", "Berg-Lund", "berg", "BERG", "Ärzte", "it", "The", "A", "Xu", "and", "Lund’s", "B_2", "Lee.", "Oslo,")


@given(st.lists(st.lists(st.sampled_from(_WORDS), max_size=9).map(" ".join), max_size=6).map("\n".join))
def test_a_word_looked_for_in_a_long_text_is_a_name_where_it_is_one_among_all(text: str) -> None:
    lexicon = lexicon_of(text, text)
    words = {*re.findall(r"\w+", text), "Berg", "U.S."}
    all_at_once = NameFinder((text, text), lexicon)
    with pytest.MonkeyPatch.context() as patch:
        among_all = {word: all_at_once.holds(word) for word in words}
        patch.setattr(names, "_LONG_TEXT", 0)
        one_by_one = NameFinder((text, text), lexicon)
        assert {word: one_by_one.holds(word) for word in words} == among_all
