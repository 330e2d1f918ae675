from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.domain import Flag, MarkChange, Status
from desktop.store.errors import StoreError
from desktop.store.records.quotes import quote_table
from tests.store.desks import prepared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.domain import StoryId, VersionId

VERIFIED = MarkChange(Status.VERIFIED)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.create(tmp_path / "quotes.desk") as desk:
        yield desk


def added(desk: Desk, quotes: int, story: StoryId | None = None) -> VersionId:
    """Add an article with so many quotes, whose words name their article."""
    number = desk.article_list.count()
    text = "\n\n".join(f"“We need {each} days in {number},” said Ann Lee." for each in range(quotes))
    return desk.add(prepared(f"Headline {number}\n\n{text}\n"), story=story).version_id


def assert_as_stored(desk: Desk, version: VersionId) -> None:
    assert desk.quotes(version) == quote_table.of_versions(desk._db, [version])


def test_what_was_marked_is_read_again(desk: Desk) -> None:
    version = added(desk, 3)
    [first, *_] = desk.quotes(version)
    desk.mark([first.id], VERIFIED, checker="Ada")
    assert desk.quotes(version)[0].status is Status.VERIFIED
    assert_as_stored(desk, version)


def test_what_another_connection_changed_is_read_again(desk: Desk) -> None:
    version = added(desk, 3)
    [first, *_] = desk.quotes(version)
    desk.mark([first.id], VERIFIED, checker="Ada")
    assert desk.quotes(version)[0].status is Status.VERIFIED
    text = "Other\n\n“The walls have fallen,” said Bo Hart.\n"
    adder, article = desk.background_adder(), desk.version(version).info.article_id
    desk.added_in_background(adder.add(prepared(text), article=article))
    assert Flag.ANCHOR_LOST in desk.quotes(version)[0].flags  # the newer version has not these words
    assert_as_stored(desk, version)


def test_what_is_taken_back_is_not_remembered(desk: Desk) -> None:
    version = added(desk, 3)
    [first, *_] = desk.quotes(version)
    with suppress(StoreError), desk.writing_together():
        desk.mark([first.id], VERIFIED, checker="Ada")
        assert desk.quotes(version)[0].status is Status.VERIFIED
        raise StoreError
    assert desk.quotes(version)[0].status is Status.UNVERIFIED


def test_the_lists_can_be_changed(desk: Desk) -> None:
    version = added(desk, 3)
    desk.quotes(version).clear()
    assert len(desk.quotes(version)) == 3


def test_a_story_is_read_ahead_in_parts(desk: Desk) -> None:
    long = added(desk, 650)
    story = desk.stories()[0].id
    versions = [long, added(desk, 2, story)]
    turns = 0
    while desk.read_ahead(story):
        turns += 1
        assert turns < 100
    assert turns == 1
    read: list[str] = []
    desk._db._db.set_trace_callback(read.append)
    quotes = desk.story_quotes(story)
    desk._db._db.set_trace_callback(None)
    assert not any("quote_now" in statement for statement in read)
    assert quotes == quote_table.of_versions(desk._db, versions)


def test_a_change_amid_reading_ahead_is_not_overlooked(desk: Desk) -> None:
    version = added(desk, 650)
    story = desk.stories()[0].id
    assert desk.read_ahead(story)
    first = quote_table.of_versions(desk._db, [version])[0]
    desk.mark([first.id], VERIFIED, checker="Ada")
    while desk.read_ahead(story):
        pass
    assert_as_stored(desk, version)
    assert desk.quotes(version)[0].status is Status.VERIFIED
