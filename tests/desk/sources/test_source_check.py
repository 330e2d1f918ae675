"""Quotes are held against the sources of their story: class, place, evidence."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.desk.prepare import prepare
from desktop.desk.sources.source_check import Finder, InSources, SourcePlace, quotes_to_find, read_sources, wording
from desktop.desk.stories.log_source import export_log
from desktop.domain import SourceDetails, SourceKind
from desktop.intake.reading import read_path
from desktop.text.sources.kinds import Kind
from desktop.ui.source_words import line_of

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain import ArticleId

ARTICLE = """Ferry strike ends

HARBOUR TOWN — “We have never closed the eastern pier to anybody,” said harbour master Ada Brink on Monday.

“The repairs of the old lamp house will cost four million crowns this winter, and the islanders will pay for none of
it,” said Ada Brink. “Nobody has ever told us about any timetable,” said Tom Hale, who keeps the lighthouse.
"""
CAPTIONS = """WEBVTT

00:00:01.000 --> 00:00:05.000
<v Ada Brink>Good morning. We have never closed the eastern pier to

00:00:05.000 --> 00:00:09.000
<v Ada Brink>anybody, and that will stay so.

00:01:12.000 --> 00:01:16.000
<v Ada Brink>The repairs of the old lamp house will cost five million crowns this winter, and the islanders will pay
for none of it.
"""


def add(desk: Desk, tmp_path: Path, name: str, text: str) -> ArticleId:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    story = desk.stories()[0].id if desk.stories() else desk.new_story("Ferry").id
    return desk.add(prepare(read_path(path)), story=story).article_id


@pytest.fixture
def places(tmp_path: Path) -> dict[str, SourcePlace | None]:
    """The place of each quote, by its first word."""
    with Desk.create(tmp_path / "ferry.desk") as desk:
        add(desk, tmp_path, "ferry.txt", ARTICLE)
        desk.name_source(add(desk, tmp_path, "gaggle.vtt", CAPTIONS), SourceDetails(SourceKind.CAPTIONS))
        story = desk.stories()[0].id
        finder = Finder(read_sources(desk, story))
        return {quote.text.split()[0]: finder.find(quote)[0] for quote in quotes_to_find(desk, story)}


def test_words_as_spoken_are_found_over_the_ends_of_captions_with_their_time(
    places: dict[str, SourcePlace | None],
) -> None:
    place = places["We"]
    assert place is not None
    assert place.kind is Kind.VERBATIM
    assert place.where == "0:00:01–0:00:05"
    assert place.words == "We have never closed the eastern pier to anybody"
    assert place.match.speaker == "Ada Brink"


def test_an_exchanged_number_is_said_to_be_one(places: dict[str, SourcePlace | None]) -> None:
    place = places["The"]
    assert place is not None
    assert place.kind is Kind.ALTERED
    assert place.class_words == "number altered"


def test_what_no_source_prints_has_no_place(places: dict[str, SourcePlace | None]) -> None:
    assert places["Nobody"] is None


def test_evidence_names_source_place_hash_and_words_on_one_line(places: dict[str, SourcePlace | None]) -> None:
    place = places["We"]
    assert place is not None
    evidence = place.evidence()
    assert "\n" not in evidence
    for part in (
        place.source.title,
        "0:00:01–0:00:05",
        "Ada Brink",
        place.source.version.info.text_sha256[:12],
        "“We have never closed the eastern pier to anybody”",
    ):
        assert part in evidence


def test_the_log_has_a_table_of_what_the_sources_print(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "ferry.desk") as desk:
        add(desk, tmp_path, "ferry.txt", ARTICLE)
        desk.name_source(add(desk, tmp_path, "gaggle.vtt", CAPTIONS), SourceDetails(SourceKind.CAPTIONS))
        export_log(desk, tmp_path / "log.csv", "csv", columns="sources")
    text = (tmp_path / "log.csv").read_text(encoding="utf-8-sig")
    head = next(line for line in text.splitlines() if line.startswith("quote_id"))
    rows = list(csv.DictReader(text[text.index(head) :].splitlines()))
    assert [row["class"] for row in rows] == ["word for word", "number altered", "not in the attached sources"]
    assert rows[1]["place"] == "0:01:12"
    assert "five million crowns" in rows[1]["words_there"]
    assert len(rows[0]["source_sha256"]) == 64


def test_words_in_another_mouth_too_few_to_tell_are_said_to_stand_there_in_log_and_on_the_card(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "ferry.desk") as desk:
        add(
            desk,
            tmp_path,
            "ferry.txt",
            "“The islanders will pay,” said Ada Brink. It was the “lamp house”, Tom Hale said.\n",
        )
        desk.name_source(add(desk, tmp_path, "gaggle.vtt", CAPTIONS), SourceDetails(SourceKind.CAPTIONS))
        story = desk.stories()[0].id
        [lamp] = [quote for quote in quotes_to_find(desk, story) if quote.text.startswith("lamp")]
        place, near = Finder(read_sources(desk, story)).find(lamp)
        export_log(desk, tmp_path / "log.csv", "csv", columns="sources")
    assert place is None
    assert near is not None
    found = InSources((near.source,), nearest={lamp.uid: near}, wordings={lamp.uid: wording(lamp)})
    assert line_of(found, lamp.uid) == "— same words, too few to tell · captions of a recording 0:01:12"
    text = (tmp_path / "log.csv").read_text(encoding="utf-8-sig")
    rows = csv.DictReader(text[text.index("quote_id") :].splitlines())
    assert [row["class"] for row in rows if "lamp house" in row["quote_as_printed"]] == ["same words, too few to tell"]
