"""What cannot speak is never named as a speaker: times, places, labels, credit lines, numbers, half a phrase."""

from __future__ import annotations

import pytest

from desktop.domain import GUESSES, QuoteKind
from desktop.text.quotes import find_quotes
from tests.text.attribution.articles import attributions, who

PLAIN = "Pier\n\nThe pier was shut on Monday after the storm.\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "Below are some of the letters.\n\n“The tide took the third pile at noon.”",
        "Harbour Photo/Pool.\n\n“The tide took the third pile at noon.”",
        "Getty Images\n\n“The tide took the third pile at noon.”",
        "Rain fell on the pier all week.\n\n“The tide took the third pile at noon.”",
        "The pier lies in Ohio, far from “the big water”, and is old.",
        "Specifically, “that the tide took the third pile” was new.",
        "The hut became a “causa belli” for both towns.",
        "The “tide tax” would see big harbours lose money.",
        "Full list:\n\n“The tide took the third pile at noon.”",
        "Source: “The tide took the third pile”",
        "Late payment preferred a “soft landing” at the quay.",
        "The harbour fees are no better than, say, a plan for a “tide tax”.",
        "We’ll see about the “tide tax” soon.",
    ],
)
def test_nobody_is_named_where_only_a_thing_could_be(sentence: str) -> None:
    assert who(sentence, intro=PLAIN) == [""]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Tokyo called the plan “regrettable and rash”.", "Tokyo"),
        ("“It is late,” the lawsuit says.", "the lawsuit"),
        ("Experts were calm; one described it as “a storm in a cup of tea”.", "one"),
        ("“It is late,” dockers said.", "dockers"),
        ("“It is late,” it said.", "it"),
        ("“It is late,” said one Republican who came along.", "one Republican"),
    ],
)
def test_what_can_speak_is_kept(sentence: str, name: str) -> None:
    assert who(sentence, intro=PLAIN) == [name]


def test_a_quotation_over_paragraphs_belongs_to_the_name_behind_its_last() -> None:
    text = "“It began,” Tom Berg said.\n\n“We ran for the boats. It was dark.\n\n“Then it was over,” Rita Gomez said."
    assert who(text) == ["Tom Berg", "Rita Gomez", "Rita Gomez"]


def test_a_quotation_over_paragraphs_that_nobody_closes_goes_to_who_spoke_before() -> None:
    text = "“It began at noon,” Tom Berg said.\n\n“We ran for the boats.\n\n“Then it was over.”"
    assert who(text) == ["Tom Berg", "Tom Berg", "Tom Berg"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("“It leaks,” Rita Gomez and Tom Berg said in a letter.", "Rita Gomez, Tom Berg"),
        ("“It leaks,” said Rita Gomez and Tom Berg.", "Rita Gomez, Tom Berg"),
        ("Gomez and Berg wrote: “It leaks.” Rita Gomez is new.", "Rita Gomez, Tom Berg"),
        ("“It leaks,” Rita Gomez, Ole Vik and Tom Berg said.", "Rita Gomez, Ole Vik, Tom Berg"),
        ("Rita Gomez left and Tom Berg said: “It leaks.”", "Tom Berg"),
        ("“It leaks,” the treasurer and party leader said.", "the treasurer and party leader"),
    ],
)
def test_all_who_speak_together_are_named(sentence: str, names: str) -> None:
    assert attributions(sentence)[0].name == names


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Rita Gomez rejected Tom Berg’s claim that the pier was “rotten to the core”.", "Tom Berg"),
        ("Rita Gomez denied the accusation by Tom Berg that she was “a common smuggler”.", "Tom Berg"),
        ("Rita Gomez dismissed suggestions that the pier was “rotten to the core”.", ""),
        ("Rita Gomez welcomed Tom Berg’s pledge to make it “a pier for everybody”.", "Tom Berg"),
        ("Rita Gomez said that Tom Berg’s claim about the pier was “simply not true”.", "Rita Gomez"),
    ],
)
def test_a_claim_belongs_to_who_made_it(sentence: str, name: str) -> None:
    assert who(sentence) == [name]


@pytest.mark.parametrize(
    "sentence",
    [
        "“So do I,” chimed in Rita Gomez.", "“So do I,” Rita Gomez cut in.", "“So do I,” Rita Gomez shot back.",
        "“So do I,” put in Rita Gomez.", "“So do I” — so said Rita Gomez on Monday.", "“So do I,” piped up Rita Gomez.",
        "Tom Berg said it was late, and Rita Gomez threw in: “So do I.”",
        "The pier is “one storm from ruin,” as Rita Gomez, a diver in the harbour, puts it.",
        "The pier is “one storm from ruin”, as Rita Gomez describes it.",
        "In Norway, the diver Rita Gomez, speaking to The Fjord Post in 2019, warned of “nets that catch it all”.",
        "“So do I,” committee chairwoman Rita Gomez (D-Maine) said.",
        "Rita Gomez mocked a reporter, called him “a plain and simple fool”.",
        "“So do I,” Rita Gomez of the Institute for Tides and Harbours wrote.",
        "Diver Rita Gomez said the gap between the planks compared with last year is “hard to overlook”.",
    ],
)  # fmt: skip
def test_the_verb_of_saying_finds_its_subject(sentence: str) -> None:
    assert who(sentence) == ["Rita Gomez"]


def test_a_speaker_who_is_only_guessed_is_marked_so() -> None:
    text = PLAIN + "“It began at noon,” Tom Berg said.\n\n“We ran for the boats that lay on the beach.”"
    first, second = find_quotes(text)
    assert (first.doubt, second.doubt) == ("", GUESSES[0])
    reported = PLAIN + "Tom Berg said it began at noon.\n\n“We ran for the boats that lay on the beach.”"
    assert [(q.attribution.name, q.doubt) for q in find_quotes(reported)] == [("Tom Berg", GUESSES[1])]


def test_titles_and_names_can_be_counted() -> None:
    text = PLAIN + "Rita Gomez, known as “the Heron,” sang “The Salt Road” and said: “We sail.”"
    assert [quote.kind for quote in find_quotes(text)] == [QuoteKind.NAME, QuoteKind.TITLE, QuoteKind.DIRECT]
