"""Speakers named without a verb: signatures, names in brackets, points of a list, turns of a transcript."""

from __future__ import annotations

import pytest

from desktop.text.attribution.labels import turn_inside
from desktop.text.languages.registry import reporting_in
from desktop.text.quotes import find_quotes
from tests.text.attribution.articles import attributions, who

BEFORE = "Nils Thorsen left the yard in March.\n\n"


@pytest.mark.parametrize(
    "signature",
    [
        "\n\n— Rita Gomez, treasurer", "\n\n– Rita Gomez", "\n\n-- Rita Gomez, of Salem", "\n\n― Rita Gomez",
        " — Rita Gomez", "― Rita Gomez.", " (Rita Gomez)", " (Rita Gomez, treasurer)",
    ],
)  # fmt: skip
def test_the_name_below_or_behind_a_quotation_speaks(signature: str) -> None:
    (found,) = attributions(f"{BEFORE}“The tide took the third pile at noon.”{signature}")
    assert found.name == "Rita Gomez"


@pytest.mark.parametrize("bullet", ["• ", "* ", "- ", "– ", "· "])
def test_a_point_of_a_list_is_signed(bullet: str) -> None:
    text = f"From the guest book:\n\n{bullet}“Dry and warm” – Rita Gomez\n\n{bullet}“Wet and cold” – Tom Berg, engineer"
    assert who(text) == ["Rita Gomez", "Tom Berg"]


def test_an_outlet_in_brackets_signs_nothing() -> None:
    assert [
        found.cue for found in attributions("“The tide took the third pile at noon.” (Salem Herald)", intro=BEFORE)
    ] == [""]


@pytest.mark.parametrize(
    ("content", "length"),
    [
        ("MARSH: Is the tide in?", 5), ("DR. MARSH: It is.", 9), ("Rita Gomez: It is.", 10), ("Q: Is it?", 0),
        ("Note: the tide is in.", 0), ("Remember: it is late.", 0), ("The tide is in.", 0), ("", 0), (": no", 0),
    ],
)  # fmt: skip
def test_the_length_of_the_name_before_a_turn(content: str, length: int) -> None:
    assert turn_inside(content, reporting_in("en")) == length


def test_the_turns_of_a_transcript_within_marks_have_their_own_speakers() -> None:
    text = "Full transcript:\n\n“MARSH: Is the tide in?\n\n“OTTO: It is, and it stays.\n\n“MARSH: Then we wait.”"
    assert who(text) == ["MARSH", "OTTO", "MARSH"]


def test_a_slogan_with_a_colon_is_no_turn() -> None:
    assert who("The strikers chanted “Tom Berg: deaf to the town.”") == ["The strikers"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Tom Berg shared a post by Rita Gomez: {}.", "Rita Gomez"),
        ("He had got a message from Rita Gomez: {}.", "Rita Gomez"),
        ("Rita Gomez was told: {}.", ""),
        ("Rita Gomez was asked: {}.", ""),
        ("Rita Gomez was blunt: {}.", "Rita Gomez"),
        ("The Harbour Post quoted Rita Gomez: {}.", "Rita Gomez"),
        ("{}, Tom Berg quoted Rita Gomez as saying.", "Rita Gomez"),
        ("{}, the paper cited Rita Gomez as saying on Monday.", "Rita Gomez"),
        ("Rita Gomez was quoted by the Harbour Post as saying {}.", "Rita Gomez"),
        ("{}, Rita Gomez was quoted by the Harbour Post as saying.", "Rita Gomez"),
    ],
)
def test_whose_words_are_passed_on_speaks_and_not_who_passes_them_on_or_hears_them(text: str, speaker: str) -> None:
    assert who(text.format("“We will not pay for that third pile”")) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Die Zeitung zitierte Anna Lehmann mit den Worten: „Wir zahlen diese Brücke nicht.“", "Anna Lehmann"),
        ("Le journal cite Anne Dupont : « Nous ne paierons pas ce pont. »", "Anne Dupont"),
        ("El periódico citó a Ana Reyes: «No pagaremos ese puente».", "Ana Reyes"),
    ],
)
def test_whom_a_paper_quotes_speaks_in_other_languages(text: str, speaker: str) -> None:
    assert {quote.attribution.name for quote in find_quotes(text)} == {speaker}
