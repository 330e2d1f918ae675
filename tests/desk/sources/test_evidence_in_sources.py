"""What became of the sources that marks name as evidence: the same words, other words, gone; the log says it, too."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.desk.prepare import prepare
from desktop.desk.sources.evidence_in_sources import changed_evidence, texts_of_sources
from desktop.desk.sources.source_check import Finder, quotes_to_find, read_sources
from desktop.desk.stories.log_source import export_log
from desktop.domain import ArticleId, Flag, MarkChange, SourceDetails, SourceKind, Status
from desktop.intake.reading import read_path
from desktop.text.evidence import read_evidence
from tests.desk.sources.test_source_check import ARTICLE, CAPTIONS, add

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OTHER_WORDS = CAPTIONS.replace("closed", "ever shut")
MORE_WORDS = f"{CAPTIONS}\n00:02:00.000 --> 00:02:04.000\n<v Ada Brink>Thank you, and good night.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk on which one quote is marked with its place in the captions as evidence."""
    with Desk.create(tmp_path / "ferry.desk") as desk:
        add(desk, tmp_path, "ferry.txt", ARTICLE)
        desk.name_source(add(desk, tmp_path, "gaggle.vtt", CAPTIONS), SourceDetails(SourceKind.CAPTIONS))
        story = desk.stories()[0].id
        finder = Finder(read_sources(desk, story))
        quote = next(each for each in quotes_to_find(desk, story) if "eastern pier" in each.text)
        place, _ = finder.find(quote)
        assert place is not None
        change = MarkChange(status=Status.VERIFIED, evidence=f"by phone\n{place.evidence()}")
        desk.mark([quote.id], change, checker="Ada")
        yield desk


def captions(desk: Desk) -> ArticleId:
    return next(iter(desk.article_list.sources()))


def flags(desk: Desk) -> list[Flag]:
    story = desk.stories()[0].id
    sources = read_sources(desk, story)
    return list(changed_evidence(desk.story_quotes(story), sources, texts_of_sources(desk)).values())


def new_version(desk: Desk, tmp_path: Path, text: str) -> None:
    path = tmp_path / "later.vtt"
    path.write_text(text, encoding="utf-8")
    desk.add(prepare(read_path(path)), article=captions(desk))


def exported(desk: Desk, tmp_path: Path, columns: str) -> list[dict[str, str]]:
    export_log(desk, tmp_path / "log.csv", "csv", columns=columns)
    text = (tmp_path / "log.csv").read_text(encoding="utf-8-sig")
    head = next(line for line in text.splitlines() if "quote_as_printed" in line)
    return list(csv.DictReader(text[text.index(head) :].splitlines()))


def test_evidence_has_its_parts(desk: Desk) -> None:
    [_, piece] = read_evidence(desk.story_quotes(desk.stories()[0].id)[0].evidence)
    assert piece.rank == "primary"
    assert piece.time == "0:00:01–0:00:05"
    assert piece.excerpt == "We have never closed the eastern pier to anybody"


def test_nothing_is_said_while_the_source_has_the_words(desk: Desk, tmp_path: Path) -> None:
    assert flags(desk) == []
    new_version(desk, tmp_path, MORE_WORDS)
    assert flags(desk) == []


def test_a_newer_version_without_the_words_is_said_on_the_quote_and_in_the_log(desk: Desk, tmp_path: Path) -> None:
    new_version(desk, tmp_path, OTHER_WORDS)
    assert flags(desk) == [Flag.SOURCE_CHANGED]
    assert [row["flags"] for row in exported(desk, tmp_path, "editor") if row["status"] == "verified"] == [
        "evidence: its source changed"
    ]


def test_a_source_that_was_deleted_is_said_and_excerpt_and_hash_stay(desk: Desk, tmp_path: Path) -> None:
    digest = desk.version(desk.article(captions(desk)).newest).info.text_sha256
    desk.delete_articles([captions(desk)])
    assert flags(desk) == [Flag.SOURCE_GONE]
    [row] = [row for row in exported(desk, tmp_path, "editor") if row["status"] == "verified"]
    assert row["flags"] == "evidence: its source is gone"
    assert digest[:12] in row["source"]
    assert "“We have never closed the eastern pier to anybody”" in row["source"]


def test_a_source_that_is_an_article_again_is_gone_from_the_sources(desk: Desk) -> None:
    desk.name_source(captions(desk), None)
    assert flags(desk) == [Flag.SOURCE_GONE]


def test_what_no_source_holds_is_a_list_to_ask_for(desk: Desk, tmp_path: Path) -> None:
    [row] = exported(desk, tmp_path, "to-ask")
    assert "timetable" in row["quote_as_printed"]
    assert row["speaker_as_printed"] == "Tom Hale"
    [verified, *_] = exported(desk, tmp_path, "sources")
    assert verified["class"] == "word for word"
