"""Titles, programmes and nicknames between the marks are nobody's words; what is said in capitals is somebody's."""

from __future__ import annotations

import pytest

from desktop.text.attribution.named_things import capitals_of_title
from desktop.text.languages.registry import reporting_in
from tests.text.attribution.articles import attributions, who


@pytest.mark.parametrize(
    ("content", "count"),
    [
        ("The Salt Road", 3), ("Midday with Rita Gomez", 3), ("Harbour,", 1), ("Ships of the North Sea.", 3),
        ("Dr. Tide", 2), ("No, never again", 0), ("late again", 0), ("We sail. Now.", 0), ("", 0),
        ("One Two Three Four Five Six Seven Eight Nine Ten", 0),
    ],
)  # fmt: skip
def test_the_capitals_of_what_is_printed_as_a_title(content: str, count: int) -> None:
    assert capitals_of_title(content, reporting_in("en")) == count


@pytest.mark.parametrize(
    "sentence",
    [
        "Rita Gomez said on “Harbour Lights” that the pier was safe.",
        "Rita Gomez told Channel 9’s “Good Evening Coast” that the pier was safe.",
        "Rita Gomez, the author of “The Salt Road,” said the pier was safe.",
        "Rita Gomez, who wrote “The Salt Road,” said the pier was safe.",
        "Rita Gomez told the crew to listen to “The Salt Road” tonight.",
        "Rita Gomez presented a new album, “Low Water Blues,” on Friday.",
        "Rita Gomez called “The Salt Road” a gift.",
        "“The Salt Road” is a film about the coast, Rita Gomez said.",
        "Rita Gomez, star of the show “Driftwood,” said the pier was safe.",
        "Rita Gomez said the “Harbour Lights” host had been kind.",
        "Rita Gomez, known as “the Heron,” said the pier was safe.",
        "A diver who goes by “Squid” said the pier was safe.",
        "Rita Gomez, nicknamed “la Garza”, said the pier was safe.",
    ],
)
def test_nobody_said_a_title_or_a_nickname(sentence: str) -> None:
    assert who(sentence) == [""]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("“Build It Now,” Rita Gomez said.", "Rita Gomez"),
        ("Rita Gomez said: “Build It Now.”", "Rita Gomez"),
        ("Rita Gomez shouted, “Build It Now!”", "Rita Gomez"),
        ("Rita Gomez told reporters “Build It Now.”", "Rita Gomez"),
        ("“No,” Rita Gomez said.", "Rita Gomez"),
    ],
)
def test_what_is_said_in_capitals_has_its_speaker(sentence: str, name: str) -> None:
    assert who(sentence) == [name]


@pytest.mark.parametrize("sentence", [
    "“We play on,” said Walter “Wally” Okafor, the captain.",
    "“We play on,” Walter “Wally” Okafor said.",
    "“We play on,” Walter ‘The Wall’ Okafor told reporters.",
])  # fmt: skip
def test_a_name_stays_whole_around_a_nickname(sentence: str) -> None:
    speaker, nickname = attributions(sentence)
    assert (speaker.person, nickname.name) == ("Walter Okafor", "")


def test_a_surname_means_the_one_with_the_nickname() -> None:
    text = "Walter “Wally” Okafor came late.\n\n“We play on,” Okafor said. “And soon,” he added."
    assert who(text) == ["", "Walter Okafor", "Walter Okafor"]
