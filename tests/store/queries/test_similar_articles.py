from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.store.queries import similar_articles
from tests.store.desks import Ticking, backed_up_today, prepared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.create(tmp_path / "one.desk", clock=Ticking()) as desk:
        yield backed_up_today(desk)


def test_holders_follow_what_becomes_of_articles(desk: Desk) -> None:
    first = desk.add(prepared("The heron left the weir.\n"))
    second = desk.add(prepared("A heron came to the harbour.\n"), story=first.story_id)
    assert [holder.article for holder in desk.search.holders_of_words(["heron"])["heron"]] == [
        second.article_id,
        first.article_id,
    ]
    desk.add(prepared("A stork came to the harbour.\n"), article=second.article_id)  # which says no more of it
    assert [holder.article for holder in desk.search.holders_of_words(["heron"])["heron"]] == [first.article_id]
    desk.delete_articles([first.article_id])
    assert desk.search.holders_of_words(["heron", "the harbour"])["heron"] == []
    desk.restore_articles([first.article_id])
    [holder] = desk.search.holders_of_words(["the weir"])["the weir"]
    assert (holder.version, holder.story) == (first.version_id, first.story_id)


def test_no_more_than_the_newest_holders_are_given_however_many_versions_are_passed_over(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(similar_articles, "MOST", 2)
    added = [desk.add(prepared(f"The heron was seen again, for the {n}. time.\n")) for n in range(4)]
    for n in range(3):
        desk.add(prepared(f"The heron has come back, they say, {n}.\n"), article=added[3].article_id)
    articles = [holder.article for holder in desk.search.holders_of_words(["heron"])["heron"]]
    assert articles == [added[3].article_id, added[2].article_id]
