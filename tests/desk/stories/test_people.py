"""Who speaks in a story: named as one person, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.store.errors import Refused
from desktop.store.records.quotes.people import PersonName
from tests.store.desks import Ticking, assert_sound, prepared

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "“The wall is not safe,” said Ada Brink.\n\n“It will take nine months,” said Ada Brink.\n\n"
    "“Nobody asked us,” said Adele Brink.\n"
)


def test_two_names_can_mean_one_person_and_no_longer(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "a.desk", clock=Ticking()) as desk:
        story = desk.new_story("Harbour")
        desk.add(prepared(TEXT), story=story.id)
        before = desk.people.of_story(story.id)
        assert [person.name for person in before] == ["Ada Brink", "Adele Brink"]
        naming = desk.people.name(story.id, ["Adele Brink"], PersonName("Ada Brink"), checker="Kim")
        assert [person.name for person in desk.people.of_story(story.id)] == ["Ada Brink"]
        desk.people.take_back(naming, checker="Kim")
        assert desk.people.of_story(story.id) == before
        assert_sound(desk)


def test_in_a_locked_story_nobody_is_named(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "a.desk", clock=Ticking()) as desk:
        story = desk.new_story("Harbour")
        desk.add(prepared(TEXT), story=story.id)
        desk.lock_story(story.id, locked=True)
        with pytest.raises(Refused, match="locked"):
            desk.people.name(story.id, ["Adele Brink"], PersonName("Ada Brink"), checker="Kim")
