"""Clauses around a fragment: whoever the sentence lets speak, behind asides, times, relative clauses and openings."""

from __future__ import annotations

import pytest

from tests.text.attribution.articles import attributions, who

_INTRO = "Title\n\nMayor Ann Lee and the engineer Tom Berg met on Monday, as did Eva Holm and the poet Per Dahl.\n\n"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("A few weeks later, Berg turned round, telling the council that the pier “is sound enough”.", ["Tom Berg"]),
        ("The council less than two years ago said that “old rules” were lost.", ["The council"]),
        ("On pensions, both called the plan “a slow and costly mistake”.", ["both"]),
        ("Lee told the crowd that she was well — as Berg has said — and that she can “outrun” him.", ["Ann Lee"]),
        ("Lee told villagers who asked about the pier that she “never liked it much”.", ["Ann Lee"]),
        ("Lee called a letter suggesting a secret deal with the builders “nonsense”.", ["Ann Lee"]),
        ("The words that Berg, for one, called “harbour talk” are gone.", ["Tom Berg"]),
        ("There is no proof of Berg quietly saying “leave it to me” that night.", ["Tom Berg"]),
        ("The report backed the claim of Tom Berg that the pier had been “badly built”.", ["Tom Berg"]),
        ("They saw a play in which children mock a king, shouting “long live the cook”.", ["children"]),
        ("They met by the pier, where about 20 villagers had gathered, chanting “no more nets”.", ["20 villagers"]),
        ("Tom Berg, a former deputy of Mayor Ann Lee has written that the pier is “a long joke”.", ["Tom Berg"]),
        ("Lee, who has in the past described the pier as “a folly”, stayed away.", ["Ann Lee"]),
        ("The pier — often called a “folly” by villagers — is closed.", ["villagers"]),
        ("The post was shared widely, prompting Tom Berg to say that “every nail was checked”.", ["Tom Berg"]),
        ("It rained when Lee, who had lost her hat, asked for “a short break”.", ["Ann Lee"]),
        ("Some guests spoke of the night when many visitors called him “the last builder”.", ["many visitors"]),
        ("Years ago Berg used to say that the pier was “a child’s drawing”.", ["Tom Berg"]),
        (
            "Lee praised his “calm” and said the “patience of a saint”, as she put it, had helped.",
            ["Ann Lee", "Ann Lee"],
        ),
        ("Berg praised her “deep and lasting calm” — “calm that helps”, Lee replied.", ["Tom Berg", "Ann Lee"]),
        ("When Tom Berg called the pier “a wreck”, Lee laughed.", ["Tom Berg"]),
        ("Berg supports “fair fees” for boats.", ["Tom Berg"]),
        ("Lee expressed hope that nets were no longer “thrown away”.", ["Ann Lee"]),
    ],
)
def test_a_fragment_has_the_speaker_of_its_clause(text: str, speakers: list[str]) -> None:
    assert who(text, intro=_INTRO) == speakers


@pytest.mark.parametrize(
    "text",
    [
        "The Lee campaign “office” is closed.",
        "His support of “fair fees” is known.",
    ],
)
def test_a_noun_is_no_verb_of_taking_a_stand(text: str) -> None:
    assert who(text, intro=_INTRO) == [""]


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Tom Berg calls a screaming guest a “bore”.", ["calls"]),
        ("Ann Lee said she began calling friends and tried to “raise the old spirit again”.", ["said"]),
        ("Ann Lee said that she spoke with Berg and that the pier was “a test of all of us”.", ["said"]),
        ("Tom Berg wrote that his claims were “half in jest”.", ["wrote"]),
        (
            "Ann Lee hoped that it was “safe and sound” and would stay, as she later put it, “a home”.",
            ["hoped", "put it"],
        ),
        ("Tom Berg has taken a stand that many share: “We should build it of stone.”", ["taken"]),
        ("“It is late,” said Tom Berg, who thinks that Lee “needs a rest”.", ["said", "thinks"]),
        ("Ann Lee called him, saying: “Go home now!” She told him that the pier was closed.", ["saying"]),
    ],
)
def test_the_cue_is_the_verb_that_reports(text: str, cues: list[str]) -> None:
    assert [found.cue for found in attributions(text, intro=_INTRO)] == cues


@pytest.mark.parametrize(
    "text",
    [
        "Tom Berg fired off a note to the guild with the subject line, “We are late!”",
        "Tom Berg closed the meeting with the words “let us build it again”, and left.",
    ],
)
def test_the_words_that_somebody_puts_on_a_thing_are_theirs(text: str) -> None:
    assert who(text, intro=_INTRO) == ["Tom Berg"]


def test_a_place_behind_a_preposition_does_not_speak() -> None:
    assert who("But back on Danish soil, Berg went on with his old lines: “We build.”", intro=_INTRO) == ["Tom Berg"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“It needs a plan,” Tom Berg, the diver who founded piers.com wrote on Friday.", ["Tom Berg"]),
        ("“It needs a plan,” the Norwegians state in the paper.", ["Norwegians"]),
        ("The length of the pier does not surprise the diver Tom Berg: “They all grow.”", ["Tom Berg"]),
        (
            "Outside the hall, about 200 protesters met, holding signs and chanting “Down with it all.”",
            ["200 protesters"],
        ),
        ("Lee responds to Berg with, “Why now?” Berg then writes back, “You know why.”", ["Ann Lee", "Tom Berg"]),
        ("“It will last,” said Ann Lee, a former Utah senator and two-term Salem mayor.", ["Ann Lee"]),
    ],
)
def test_signs_and_numbers_within_a_clause_do_not_hide_its_speaker(text: str, speakers: list[str]) -> None:
    assert who(text, intro=_INTRO) == speakers
