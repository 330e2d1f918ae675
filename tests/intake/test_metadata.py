"""Title, byline, date and outlet are taken where the text has them, and nowhere else."""

from __future__ import annotations

import pytest

from desktop.domain import Metadata
from desktop.intake.reading import read_text
from tests.intake.texts import BODY, TITLE, article

REST = "\n\n" + "\n\n".join(BODY)


def metadata_of(head: str, tail: str = "") -> Metadata:
    return read_text(head + REST + tail).metadata


def test_the_headline_is_the_first_line_and_nothing_else_is_made_up() -> None:
    assert article().metadata == Metadata(title=TITLE)


@pytest.mark.parametrize("text", [BODY[0], "\n\n".join(BODY), "A single line", "A sentence.\n\nAnother sentence."])
def test_a_text_that_opens_with_running_text_has_no_title(text: str) -> None:
    assert read_text(text).metadata.title == ""


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("BY JANE DOE AND JOHN ROE", "JANE DOE AND JOHN ROE"),
        ("by Jane Doe", "Jane Doe"),
        ("By Jane Doe, political editor", "Jane Doe, political editor"),
        ("By Jane Doe in Oslo and Ann van Dyke", "Jane Doe in Oslo and Ann van Dyke"),
        ("Von Jürgen Groß", "Jürgen Groß"),
        ("Par Élodie Martin", "Élodie Martin"),
        ("Por José Núñez", "José Núñez"),
        ("Author: Jane Doe", "Jane Doe"),
    ],
)
def test_a_byline_is_read_as_printed(line: str, byline: str) -> None:
    capture = read_text(f"{TITLE}\n{line}{REST}")
    assert capture.metadata.byline == byline
    assert [cut.why for cut in capture.cuts] == ["byline"]


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the pier was closed",
        "By the grey water stands a crane",
        "By Kyiv standards, this was a calm night",
        "Jane Doe",
        "New Delhi",
        "By 2030",
        "Par excellence",
    ],
)
def test_a_line_that_only_opens_like_a_byline_names_nobody(line: str) -> None:
    capture = read_text(f"{TITLE}\n{line}{REST}")
    assert capture.metadata.byline == ""
    assert capture.cuts == ()


@pytest.mark.parametrize(
    "head", ["Jane Doe\n3 May 2021", "3 May 2021\nJane Doe", "Jane Doe and Ann Roe\nPublished 3 May 2021"]
)
def test_a_bare_name_beside_a_date_is_a_byline(head: str) -> None:
    assert metadata_of(f"{TITLE}\n\n{head}").byline.startswith("Jane Doe")


@pytest.mark.parametrize("place", ["New Delhi", "North Korea", "Breaking News", "The Guardian"])
def test_a_place_or_section_beside_a_date_is_nobody(place: str) -> None:
    assert metadata_of(f"{TITLE}\n\n{place}\n3 May 2021").byline == ""


def test_byline_and_date_may_share_a_line() -> None:
    found = metadata_of(f"{TITLE}\nBy Jane Doe | 3 May 2021")
    assert (found.byline, found.published, found.published_on) == ("Jane Doe", "3 May 2021", "2021-05-03")


@pytest.mark.parametrize(
    ("dateline", "published", "day"),
    [
        ("OSLO, Sept 6 (Reuters) – ", "Sept 6", ""),
        ("OSLO, 6 September 2022 (AFP) - ", "6 September 2022", "2022-09-06"),
        ("NEW YORK (AP) — ", "", ""),
        ("MOSCOW, September 6. (TASS) — ", "September 6", ""),
    ],
)
def test_a_dateline_tells_the_date_as_far_as_printed_and_the_agency_as_author(
    dateline: str, published: str, day: str
) -> None:
    found = read_text(f"{TITLE}\n\n{dateline}" + "\n\n".join(BODY)).metadata
    assert (found.published, found.published_on) == (published, day)
    assert found.byline in dateline
    assert found.byline != ""
    assert found.outlet == ""  # an agency's piece may be printed anywhere


def test_credits_name_the_reporters_where_there_is_no_byline() -> None:
    tail = "\n\nReporting by Jane Doe and Ann Roe in Oslo; Editing by John Major"
    assert metadata_of(TITLE, tail).byline == "Jane Doe and Ann Roe"
    assert metadata_of(TITLE, "\n\nAdditional reporting by Jane Doe; Editing by John Major").byline == ""
    assert metadata_of(f"{TITLE}\nBy Max Roe", tail).byline == "Max Roe"


@pytest.mark.parametrize(
    ("tail", "outlet"),
    [
        ("Join now for FREE unlimited access to Ellerypost.com", "Ellerypost.com"),
        ("Join lively debates, follow other Ellery Post readers and see their replies", "Ellery Post"),
        ("© 2022 The Ellery Post. All rights reserved.", "The Ellery Post"),
        ("Copyright 2022 The Associated Press. All rights reserved.", ""),
        ("The official told the Ellery Post on condition of anonymity.", ""),
        ("The fund gives all schools access to Ellerypost.com and other sites, the mayor said.", ""),
    ],
)
def test_the_outlet_is_told_only_where_the_page_speaks_of_itself(tail: str, outlet: str) -> None:
    assert metadata_of(TITLE, f"\n\n{tail}").outlet == outlet


def test_a_title_may_carry_its_outlet() -> None:
    found = metadata_of(f"{TITLE} | The Ellery Post")
    assert (found.title, found.outlet) == (TITLE, "The Ellery Post")


def test_the_date_in_a_caption_is_not_the_date_of_the_article() -> None:
    assert metadata_of(f"{TITLE}\n\nThe quay, seen on April 25, 2019. REUTERS/Jane Doe").published == ""


def test_an_update_is_cut_but_no_date_of_publication() -> None:
    capture = read_text(f"{TITLE}\nUpdated 3 May 2021 10:15{REST}")
    assert (capture.metadata.published, capture.metadata.published_on) == ("", "")
    assert [cut.why for cut in capture.cuts] == ["date line"]
