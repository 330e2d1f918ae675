from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.domain import Counts, MarkChange, Metadata, Status, StoryId
from desktop.store.records import articles
from tests.store.desks import prepared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.create(tmp_path / "one.desk") as desk:
        for number in range(3):
            desk.add(prepared(f"“Number {number},” he said. “And that was {number}.”\n", title=str(number)))
        assert_listed(desk)  # from here on only what changed is read again
        yield desk


def assert_listed(desk: Desk) -> None:
    """Compare what is kept with what reading everything gives."""
    there = articles.articles(desk._db)
    listed = desk.article_list.state()
    assert desk.article_list.count() == len(there)
    assert desk.article_list.counts() == sum((article.counts for article in there), Counts())
    assert [(line.id, line.story_id, line.newest, line.versions, line.counts) for line in listed.lines.values()] == [
        (article.id, article.story_id, article.newest, article.versions, article.counts) for article in there
    ]
    assert list(listed.stories) == [story.id for story in desk.stories()]
    words = desk.article_list.words()
    assert [words[one.id].split("\n")[0] for one in there] == [one.metadata.title.casefold() for one in there]


def test_after_every_kind_of_change_the_list_and_the_sums_are_as_if_read_anew(desk: Desk) -> None:
    first, second, third = desk.articles()
    desk.mark([desk.quotes(second.newest)[0].id], MarkChange(Status.VERIFIED), checker="Kim")
    assert_listed(desk)
    desk.edit_metadata(third.id, Metadata(title="Another"))
    assert_listed(desk)
    desk.delete_articles([first.id])
    assert_listed(desk)
    desk.add(prepared("“A fourth,” she said.\n"))
    assert_listed(desk)
    desk.restore_articles([first.id])
    assert_listed(desk)
    assert [article.id for article in desk.articles()][:3] == [first.id, second.id, third.id]
    desk.add(prepared("“Number 1,” he said. “Not so.”\n"), article=second.id)
    assert_listed(desk)
    desk.corrections.delete([desk.quotes(third.newest)[0].id])
    assert_listed(desk)
    desk.delete_articles([second.id])
    desk.empty_trash()
    assert_listed(desk)


def test_a_change_that_was_taken_back_is_not_listed(desk: Desk) -> None:
    quote = desk.quotes(desk.articles()[0].newest)[0]
    with suppress(KeyboardInterrupt), desk._writing("Kim"):
        desk._db.write("UPDATE version SET verified = verified + 7")
        assert desk.article_list.counts().verified == 21
        assert desk.articles()[0].counts.verified == 7
        raise KeyboardInterrupt
    assert_listed(desk)
    desk.mark([quote.id], MarkChange(Status.DISPUTED), checker="Kim")
    assert_listed(desk)
    assert desk.article_list.counts().verified == 0


def test_what_another_window_changed_is_listed(desk: Desk) -> None:
    with Desk.open(desk.path, read_only=True) as other:
        assert_listed(other)
        desk.mark([desk.quotes(desk.articles()[0].newest)[0].id], MarkChange(Status.VERIFIED), checker="Kim")
        desk.add(prepared("“A fourth,” she said.\n"))
        assert_listed(other)
        assert other.article_list.counts() == desk.article_list.counts()


def test_merging_is_listed(desk: Desk, tmp_path: Path) -> None:
    with Desk.create(tmp_path / "other.desk") as other:
        other.add(prepared("“Number 1,” he said. “And that was 1.”\n", title="1"))
        other.add(prepared("“Of theirs,” she said.\n"))
        other.mark([other.quotes(other.articles()[0].newest)[0].id], MarkChange(Status.VERIFIED), checker="Lee")
    desk.merge(tmp_path / "other.desk")
    assert_listed(desk)
    assert desk.article_list.count() == 4


def test_articles_are_read_by_their_ids_in_the_trash_or_not(desk: Desk) -> None:
    first, second, _ = desk.articles()
    desk.delete_articles([second.id])
    assert desk.articles_by_ids([second.id, first.id]) == [first, desk.article(second.id)]
    assert desk.articles_by_ids([]) == []


def test_what_changed_since_a_revision_is_told_article_by_article(desk: Desk) -> None:
    first, second, third = desk.articles()
    start = desk.article_list.state().revision
    assert desk.article_list.state(start).changed == frozenset()
    desk.mark([desk.quotes(second.newest)[0].id], MarkChange(Status.VERIFIED), checker="Kim")
    desk.edit_metadata(third.id, Metadata(title="Another"))
    after = desk.article_list.state(start)
    assert after.changed == frozenset({second.id, third.id})
    assert desk.article_list.state(after.revision).changed == frozenset()
    desk.delete_articles([first.id])
    assert desk.article_list.state(start).changed == frozenset({first.id, second.id, third.id})


def test_after_a_story_changed_or_too_much_else_everything_is_to_be_read_again(desk: Desk) -> None:
    start = desk.article_list.state().revision
    desk.rename_story(desk.stories()[0].id, "Another")
    assert desk.article_list.state(start).changed is None
    assert desk.article_list.state(0).changed is None
    start = desk.article_list.state().revision
    quote = desk.quotes(desk.articles()[0].newest)[0].id
    for _ in range(120):
        desk.mark([quote], MarkChange(Status.VERIFIED), checker="Kim")
        desk.mark([quote], MarkChange(Status.DISPUTED), checker="Kim")
        desk.article_list.counts()
    assert desk.article_list.state(start).changed is None


def test_stories_are_read_by_their_ids(desk: Desk) -> None:
    stories = desk.stories()
    assert desk.stories_by_ids([stories[2].id, stories[0].id, StoryId(99)]) == [stories[0], stories[2]]


def test_the_beginning_is_that_of_the_whole_list(desk: Desk) -> None:
    first, _, third = desk.articles()
    desk.add(prepared("“A fourth,” she said.\n"), story=first.story_id)
    desk.delete_articles([third.id])
    whole = desk.article_list.state()
    for stories in range(1, 4):
        beginning = desk.article_list.beginning(stories)
        assert list(beginning.stories) == list(whole.stories)[:stories]
        assert list(beginning.lines.values()) == [
            line for line in whole.lines.values() if line.story_id in beginning.stories
        ]
