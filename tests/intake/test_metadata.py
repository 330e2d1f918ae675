"""Title, byline, date and outlet are taken where the text has them, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import Fact, Metadata
from desktop.intake.reading import read_text
from tests.intake.texts import BODY, TITLE, article, body, cuts

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
    assert found.outlet == found.byline  # all that this text says of where it is from


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


@pytest.mark.parametrize(
    ("head", "outlet", "day"),
    [
        (f"{TITLE}\n\nThe Telegraph, 14 May 2024", "The Telegraph", "2024-05-14"),
        (f"The Telegraph, 14 May 2024\n\n{TITLE}", "The Telegraph", "2024-05-14"),
        (f"{TITLE}\n14 May 2024 | Ellery Gazette", "Ellery Gazette", "2024-05-14"),
        (f"{TITLE}\nEllery Post (14 May 2024)", "Ellery Post", "2024-05-14"),
        (f"{TITLE}\nPublished in The Ellery Bugle on 14 May 2024", "The Ellery Bugle", "2024-05-14"),
        (f"{TITLE}\nThe Times, London, 14 May 2024", "The Times", "2024-05-14"),
        (f"{TITLE}\nTelegraph.co.uk, 14 May 2024 10:00 BST", "Telegraph.co.uk", "2024-05-14"),
        (f"{TITLE}\nLe Monde, le 14 mai 2024", "Le Monde", "2024-05-14"),
        (f"# {TITLE}\n\n*Millbrook Herald*", "Millbrook Herald", ""),
        (f"# {TITLE}\n\n**Millbrook Herald**, 3 March 2024", "Millbrook Herald", "2024-03-03"),
        (f"{TITLE}\nThe Daily Courier (Ellery)\nMay 14, 2024 Tuesday", "The Daily Courier (Ellery)", "2024-05-14"),
        (f"{TITLE}\nBy Jane Doe | The Telegraph | 14 May 2024", "The Telegraph", "2024-05-14"),
        (f"Millbrook Herald | 14 May 2024 | By Jane Doe\n\n{TITLE}", "Millbrook Herald", "2024-05-14"),
        (f"{TITLE}\nJane Doe, The Telegraph\n14 May 2024", "The Telegraph", "2024-05-14"),
        (f"{TITLE} – The Guardian", "The Guardian", ""),
        (f"{TITLE}\nSource: Ellery Wave", "Ellery Wave", ""),
        (f"AFP\n{TITLE}", "AFP", ""),
    ],
)
def test_a_head_names_its_outlet_with_the_date_beside_it(head: str, outlet: str, day: str) -> None:
    capture = read_text(head + REST)
    found = capture.metadata
    assert (found.title, found.outlet, found.published_on) == (TITLE, outlet, day)
    assert BODY[0] in body(capture)


@pytest.mark.parametrize(
    "line",
    [
        "Oslo, 14 May 2024",
        "The Hague, 14 May 2024",
        "Jane Doe, 14 May 2024",
        "Press Release, 14 May 2024",
        "World News",
        "Breaking News, 14 May 2024",
        "He told the Ellery Post",
        "Hard Times for the harbour",
    ],
)
def test_a_place_a_person_or_a_section_is_no_outlet(line: str) -> None:
    assert metadata_of(f"{TITLE}\n\n{line}").outlet == ""


def test_a_name_in_italics_is_offered_as_outlet_and_stays_in_the_text() -> None:
    capture = read_text(f"{TITLE}\n\n_Ellery Wave_{REST}")
    assert (capture.metadata.outlet, capture.cuts) == ("", ())
    assert [fact for fact in capture.facts if fact.offered] == [
        Fact("outlet", "Ellery Wave", "line of the outlet", offered=True)
    ]


def test_each_thing_that_a_plain_text_states_has_its_origin() -> None:
    capture = read_text(f"## **{TITLE}** ##\n\n**By Jane Doe**\nThe Telegraph\n_14 May 2024_{REST}")
    assert [(fact.field, fact.value, fact.origin) for fact in capture.facts] == [
        ("title", TITLE, "headline in the text"),
        ("outlet", "The Telegraph", "line of the outlet"),
        ("byline", "Jane Doe", "byline in the text"),
        ("published", "14 May 2024", "date line"),
        ("published_on", "2024-05-14", "date line"),
    ]


def test_a_date_that_can_be_two_days_fills_none_and_offers_both() -> None:
    capture = read_text(f"{TITLE}\n06/09/2022{REST}")
    assert (capture.metadata.published, capture.metadata.published_on) == ("06/09/2022", "")
    assert [(fact.value, fact.origin) for fact in capture.facts if fact.offered] == [
        ("2022-09-06", "if the day stands first"),
        ("2022-06-09", "if the month stands first"),
    ]
    assert capture.warnings == ("The date 06/09/2022 can be 2022-09-06 or 2022-06-09: no day is filled in.",)
    assert metadata_of(f"{TITLE}\nTuesday 06/09/2022").published_on == "2022-09-06"  # no Tuesday in June


def test_front_matter_and_labelled_lines_are_read_and_cut() -> None:
    head = "---\ntitle: 'Two ships'\nauthor: Jane Doe\ndate: 2024-05-14\ntags:\n  - a\n---\n\n"
    capture = read_text(f"{head}# {TITLE}{REST}")
    found = capture.metadata
    assert (found.title, found.byline, found.published_on) == ("Two ships", "Jane Doe", "2024-05-14")
    assert cuts(capture) == [(head.strip(), "front matter")]
    capture = read_text(f"Headline: {TITLE}\nOutlet: Ellery Wave\nURL: https://wave.example/a?b=1{REST}")
    found = capture.metadata
    assert (found.title, found.outlet, found.url) == (TITLE, "Ellery Wave", "https://wave.example/a?b=1")
    assert [why for _, why in cuts(capture)] == ["line of the outlet", "labelled line"]


def test_years_and_days_of_the_story_are_no_date_of_the_article() -> None:
    tail = "\n\nOn 12 March 2015 the pier fell.\n\n© 2019 Ellery Post"
    assert (metadata_of(TITLE, tail).published, metadata_of(TITLE, tail).published_on) == ("", "")


@given(
    st.lists(
        st.sampled_from(
            [
                TITLE,
                "# A",
                "*Ellery Post*",
                "06/09/2022",
                "---",
                "By Jane Doe",
                "Source: x",
                "https://a.example/b",
                "The Times | 3 May 2021",
                BODY[0],
                "“Yes,” she said.",
            ]
        )
    )
)
def test_any_head_keeps_its_quotations_and_something_of_the_text(lines: list[str]) -> None:
    text = "\n".join(lines)
    if text:
        capture = read_text(text)
        assert body(capture)
        assert all("“" not in words for words, _ in cuts(capture))


def test_lines_of_markup_are_no_head() -> None:
    capture = read_text(f"<?xml version='1.0'?>\n<!--\nSource: Ellery Post\n-->\n<p>{TITLE}</p>{REST}")
    assert (capture.metadata, capture.cuts) == (Metadata(), ())
