"""The report on a story: quotes by status, speaker and outlet, without sources and deleted quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.desk.open_desk import Desk
from desktop.desk.stories.story_report import MOST, ReportLine, story_report
from desktop.domain import Counts, MarkChange, SourceDetails, SourceKind, Status
from tests.store.desks import Ticking, prepared

if TYPE_CHECKING:
    from pathlib import Path

TIDE = "“The wall is not safe,” said Ada Brink.\n\n“It will take nine months,” said Ada Brink.\n"
QUAY = "“Nobody asked us in April,” said Tom Vale.\n"


def test_quotes_are_counted_by_speaker_and_outlet(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "a.desk", clock=Ticking()) as desk:
        story = desk.new_story("Harbour").id
        tide = desk.add(prepared(TIDE, outlet="Evening Tide", source="1"), story=story)
        desk.add(prepared(QUAY, outlet="Daily Quay", source="2"), story=story)
        notes = desk.add(prepared("“It was late,” said Bo Lund.\n", source="3"), story=story)
        desk.name_source(notes.article_id, SourceDetails(SourceKind.NOTES))
        first, second = desk.quotes(tide.version_id)
        desk.mark([first.id], MarkChange(Status.VERIFIED), checker="Kim")
        desk.mark([second.id], MarkChange(Status.DISPUTED), checker="Kim")
        report = story_report(desk, story)
    assert (report.title, report.articles, report.origins) == ("Harbour", 2, 2)
    assert report.counts == Counts(1, 1, 1)
    assert report.speakers == (ReportLine("Ada Brink", Counts(1, 1, 0)), ReportLine("Tom Vale", Counts(0, 0, 1)))
    assert [line.name for line in report.outlets] == ["Evening Tide", "Daily Quay"]
    assert [count for _, count in report.days] == [2]
    assert (report.more_speakers, report.more_outlets, report.alerts_complete) == (0, 0, True)


def test_of_many_speakers_the_rest_is_a_number(tmp_path: Path) -> None:
    names = [f"{first} {last}" for first in ("Ada", "Tom", "Ines", "Paul") for last in ("Brink", "Vale", "Lund", "Moe")]
    text = "\n\n".join(f"“The wall number {n} is not safe today,” said {name}." for n, name in enumerate(names))
    with Desk.create(tmp_path / "a.desk") as desk:
        story = desk.new_story("Harbour").id
        desk.add(prepared(text), story=story)
        report = story_report(desk, story)
    assert (len(report.speakers), report.more_speakers) == (MOST, len(names) - MOST)
    assert report.counts.total == len(names)


def test_a_story_without_articles_has_an_empty_report(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "a.desk") as desk:
        report = story_report(desk, desk.new_story("Harbour").id)
    assert (report.articles, report.counts, report.speakers, report.days) == (0, Counts(), (), ())
