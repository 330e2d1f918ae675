from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.store.records import placing_index, stories
from desktop.store.records.entries import EntryKind
from tests.store.desks import prepared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

URL = "https://example.org/a"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.create(tmp_path / "one.desk") as desk:
        desk.add(prepared("“One,” he said.\n", title="One", url=URL))
        desk.add(prepared("“Two,” he said.\n", title="Two"))
        yield desk


def catch_up(desk: Desk) -> list[tuple[object, ...]]:
    """Return all that the index holds once it has caught up."""
    with desk._writing("Kim"):
        placing_index.catch_up(desk._db)
        return desk._db.rows("SELECT * FROM placing ORDER BY id")


def test_what_came_since_is_found_by_version_address_and_story(desk: Desk) -> None:
    first, second = desk.articles()
    catch_up(desk)
    before = placing_index.newest(desk._db)
    third = desk.article(desk.add(prepared("“Three,” he said.\n", title="Three", url=URL)).article_id)
    desk.version_moves.join(second.id, first.id)
    with desk._db.transaction():
        placing_index.catch_up(desk._db)
    versions = {article.uid: desk.version(article.newest).info.uid for article in (first, second, third)}
    [(row, *added)] = placing_index.additions_since(desk._db, before)
    assert added == [third.uid, versions[third.uid], URL]
    assert row in placing_index.added_at(desk._db, URL)
    assert len(placing_index.added_at(desk._db, URL)) == 2
    assert placing_index.added_at(desk._db, "") == []
    assert placing_index.adders(desk._db, [versions[third.uid]]) == [(versions[third.uid], third.uid)]
    assert len(placing_index.placed(desk._db, [], [first.uid])) == 1
    assert placing_index.placed(desk._db, [], [third.uid]) == []


def test_a_change_that_is_taken_back_leaves_nothing_in_it(desk: Desk) -> None:
    catch_up(desk)

    def add_and_fail() -> None:
        with desk._writing("Kim"):
            desk.add(prepared("“Three,” he said.\n", title="Three", url=URL))
            assert len(catch_up(desk)) == 3
            raise RuntimeError

    with pytest.raises(RuntimeError):
        add_and_fail()
    assert len(catch_up(desk)) == 2
    desk.add(prepared("“Four,” he said.\n", title="Four"))
    [*_, last] = catch_up(desk)
    assert last[:2] == (placing_index.newest(desk._db), EntryKind.VERSION_ADDED)


def test_absorbed_stories_among_all_are_the_absorbed_stories(desk: Desk, tmp_path: Path) -> None:
    with Desk.create(tmp_path / "two.desk") as other:
        for title in ("Before", "Two"):
            story = other.new_story(title)
        other.add(prepared("“One,” he said.\n", title="One", url=URL), story=story.id)
    desk.merge(tmp_path / "two.desk")
    uids = [uid for (uid,) in desk._db.rows("SELECT uid FROM story")]
    absorbed = stories.absorbed_stories(desk._db)
    assert len(absorbed) == 1
    with desk._db.transaction():
        placing_index.catch_up(desk._db)
        assert not stories.play_absorbed_among(desk._db, uids)
        desk._db.write("UPDATE story SET absorbed = 1 - absorbed")
        assert stories.play_absorbed_among(desk._db, uids)
    assert {uid for (uid,) in desk._db.rows("SELECT uid FROM story WHERE absorbed")} == absorbed
