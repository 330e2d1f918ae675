"""Two attributions are taken for one speaker only where they can be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text.grouping.speaker_match import Relation, only_pointed_at, relation, speaker_profile

SAID = (
    "Ines Moreau",
    "Moreau",
    "Ines",
    "Mr Moreau",
    "Tom Adeyemi",
    "an official",
    "officials",
    "the harbour office spokesman",
    "White House",
    "Moscow",
    "",
    "she",
    "Park Ji Woo",
    "Park",
)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Ines Moreau", "Moreau", Relation.SAME),
        ("Ines Moreau", "Ines", Relation.SAME),
        ("Mrs Ines Moreau", "I. Moreau", Relation.SAME),
        ("Vasily Nebenzya", "Vassily Nebenzia", Relation.SAME),
        ("Park Ji Woo", "Park", Relation.SAME),
        ("Harbour Master Ines Moreau", "Ines Moreau", Relation.SAME),
        ("Nadia al-Sabri", "Al-Sabri", Relation.SAME),
        ("Luis de la Vega Jr.", "De la Vega", Relation.SAME),
        ("Mike Moreau", "Michael Moreau", Relation.SAME),
        ("Fritz Moreau", "Friedrich Moreau", Relation.SAME),
        ("Luis Vega Jr.", "Luis Vega Sr.", Relation.OTHER),
        ("Mike Moreau", "Thomas Moreau", Relation.OTHER),
        ("Ines Moreau", "Paul Moreau", Relation.OTHER),
        ("Ines Moreau", "Tom Adeyemi", Relation.OTHER),
        ("Ines King", "Ines Moreau", Relation.OTHER),
        ("Mr King", "Ines King", Relation.SAME),
        ("Bruno Le Maire", "Bruno Moreau", Relation.OTHER),
        ("Gerhard Richter", "Gerhard Moreau", Relation.OTHER),
        ("Ministerpräsident Moreau", "Ines Moreau", Relation.SAME),
        ("Sra. Moreau", "Ines Moreau", Relation.SAME),
        ("Chief Justice", "Ines Moreau", Relation.HIDDEN),
        ("Tom King Jr.", "Mr King", Relation.SAME),
        ("Tom King IV", "Mr King", Relation.SAME),
        ("Jim Jordan", "Jim Adeyemi", Relation.OTHER),
        ("Don Adeyemi", "Jack Adeyemi", Relation.OTHER),
        ("Don Adeyemi", "Adeyemi", Relation.SAME),
        ("Amartya Sen", "Amartya Adeyemi", Relation.OTHER),
        ("Jack London", "London", Relation.UNKNOWN),
        ("JD Moreau", "J. D. Moreau", Relation.SAME),
        ("J.D. Moreau", "James Moreau", Relation.SAME),
        ("JD Moreau", "JD Adeyemi", Relation.OTHER),
        ("UK Treasury", "UK", Relation.SAME),
        ("Ines Moreau", "an official", Relation.HIDDEN),
        ("an official", "the official", Relation.UNNAMED),
        ("an official", "officials", Relation.OTHER),
        ("a Russian official", "a US official", Relation.OTHER),
        ("White House", "US", Relation.FITS),
        ("White House", "Kremlin", Relation.OTHER),
        ("Ines Moreau", "", Relation.UNKNOWN),
        ("Ines Moreau", "she", Relation.UNKNOWN),
    ],
)
def test_how_two_speakers_stand_to_each_other(a: str, b: str, expected: Relation) -> None:
    assert relation(speaker_profile(a), speaker_profile(b)) is expected


def test_a_role_printed_as_a_name_is_none() -> None:
    forester, named = speaker_profile("Förster Auer"), speaker_profile("Jens Auer", "Förster")
    assert relation(forester, named) is relation(named, forester) is Relation.SAME


def test_a_role_says_for_whom_a_person_speaks() -> None:
    person = speaker_profile("Ines Moreau", "White House spokeswoman")
    assert relation(person, speaker_profile("White House")) is Relation.FITS
    assert relation(person, speaker_profile("the White House spokesman")) is Relation.FITS
    assert relation(person, speaker_profile("Moscow")) is Relation.OTHER


@given(st.sampled_from(SAID), st.sampled_from(SAID))
def test_the_relation_is_the_same_both_ways(a: str, b: str) -> None:
    assert relation(speaker_profile(a), speaker_profile(b)) is relation(speaker_profile(b), speaker_profile(a))


@given(st.text(max_size=40))
def test_any_words_can_be_an_attribution(text: str) -> None:
    assert relation(speaker_profile(text, text), speaker_profile(text, text)) is not Relation.OTHER


def test_pronouns_and_descriptions_only_point_at_somebody() -> None:
    assert only_pointed_at("he")
    assert only_pointed_at("The envoy")
    assert not only_pointed_at("Ines Moreau")
    assert not only_pointed_at("")
