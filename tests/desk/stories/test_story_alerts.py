"""What the articles of a story state differently, each once, most pressing first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.desk.open_desk import Desk
from desktop.desk.stories.story_alerts import MOST_ARTICLES, story_alerts
from tests.store.desks import Ticking, prepared

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "The harbour will be closed for nine months because the old wall is no longer safe, the mayor said on Monday.\n\n"
    "Some 40 boats were moved to the northern quay, and passengers were asked to come an hour early."
)


def test_versions_and_outlets_are_compared_and_named(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "a.desk", clock=Ticking()) as desk:
        story = desk.new_story("Harbour").id
        first = desk.add(prepared(TEXT, outlet="Daily Quay", source="1"), story=story)
        desk.add(
            prepared(TEXT.replace("40 boats", "45 boats"), outlet="Daily Quay", source="2"), article=first.article_id
        )
        desk.add(prepared(TEXT.replace("Monday", "Tuesday"), outlet="Evening Tide", source="3"), story=story)
        found, complete = story_alerts(desk, desk.articles())
    assert complete
    assert {(each.kind, each.a_text, each.b_text) for each in found} >= {
        ("number", "40", "45"),
        ("date", "Monday", "Tuesday"),
    }
    [number] = [each for each in found if (each.a_text, each.b_text) == ("40", "45")]
    assert (number.a_name, number.b_name) == ("Daily Quay, version 1", "Daily Quay, version 2")


def test_of_many_articles_only_versions_are_compared_and_that_is_said(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "a.desk", clock=Ticking()) as desk:
        story = desk.new_story("Harbour").id
        for number in range(MOST_ARTICLES + 1):
            desk.add(prepared(f"{TEXT}\n\nEdition {number}.", source=str(number)), story=story)
        assert story_alerts(desk, desk.articles()) == ([], False)
