"""Names of outlets: which words can be one, which lines name one, and which are a place or a person as well."""

from __future__ import annotations

import pytest

from desktop.intake.outlet_names import is_outlet, outlet_of_byline, read_outlet_line, without_emphasis


@pytest.mark.parametrize(
    "name",
    ["Reuters", "The Daily Telegraph", "The Daily Telegraph (London)", "Süddeutsche Zeitung", "bbc.co.uk", "Le Monde"],
)
def test_these_are_outlets_even_if_nothing_stands_beside_them(name: str) -> None:
    assert is_outlet(name)


@pytest.mark.parametrize(
    "name", ["The Hague", "Jane Doe", "Latest Times", "Breaking News", "times", "the times are bad"]
)
def test_these_are_not(name: str) -> None:
    assert not is_outlet(name)
    assert name in {"Jane Doe", "The Hague"} or not is_outlet(name, alone=False)


@pytest.mark.parametrize("name", ["The Scotsman", "Sky News", "Radio Bremen"])
def test_some_are_so_only_beside_a_date_or_a_label(name: str) -> None:
    assert not is_outlet(name)
    assert is_outlet(name, alone=False)


@pytest.mark.parametrize(
    ("text", "outlet", "day"),
    [
        ("The Telegraph | 14 May 2024", "The Telegraph", "14 May 2024"),
        ("14 May 2024 – The Telegraph", "The Telegraph", "14 May 2024"),
        ("The Telegraph (14 May 2024)", "The Telegraph", "14 May 2024"),
        ("Published in The Telegraph on 14 May 2024", "The Telegraph", "14 May 2024"),
        ("Quelle: Hamburger Abendblatt", "Hamburger Abendblatt", ""),
        ("The Times, London", "The Times", ""),
        ("(Reuters)", "Reuters", ""),
    ],
)
def test_a_line_names_its_outlet_with_the_date_beside_it(text: str, outlet: str, day: str) -> None:
    line = read_outlet_line(text)
    assert line is not None
    assert (line.outlet, line.is_sure) == (outlet, True)
    assert (line.date.printed if line.date else "") == day


def test_a_name_in_emphasis_alone_is_not_sure() -> None:
    line = read_outlet_line("**Harbour Voices**")
    assert line is not None
    assert (line.outlet, line.is_sure) == ("Harbour Voices", False)
    assert read_outlet_line("Harbour Voices") is None
    assert read_outlet_line("The harbour will be closed, the Times said on Monday.") is None


def test_signs_of_markdown_are_no_part_of_a_line() -> None:
    assert without_emphasis("## **The Times** ##") == "The Times"
    assert without_emphasis("2 * 3 * 4") == "2 * 3 * 4"


def test_a_byline_can_name_the_outlet_behind_its_people() -> None:
    assert outlet_of_byline("Jane Doe, The Telegraph") == "The Telegraph"
    assert outlet_of_byline("Jane Doe for The Herald") == "The Herald"
    assert outlet_of_byline("Jane Doe, John Roe") == ""
