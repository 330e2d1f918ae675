"""A long capture is added from another thread, as safely as on the desk's own."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.domain import AddOutcome, MarkChange, Status
from desktop.store.errors import Changed, ReadOnly, Refused
from desktop.store.upkeep import opening
from tests.store.desks import Ticking, assert_sound, capture, prepared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.desk.prepare import Prepared
    from desktop.domain import Added, StoryId

_OTHER = "The port stays open.\n\nThe mayor said: “We never meant to close the harbour at all,” on Friday.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.create(tmp_path / "one.desk", clock=Ticking()) as desk:
        desk.add(prepared(title="Harbour to close"), checker="Kim")
        yield desk
        assert_sound(desk)


def _add(desk: Desk, what: Prepared, story: StoryId | None = None) -> Added:
    """Add on another thread, as the window does."""
    aside, got = desk.background_adder(), list[object]()

    def work() -> None:
        try:
            got.append(aside.add(what, story=story, checker="Kim"))
        except Exception as error:
            got.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    [outcome] = got
    if isinstance(outcome, Exception):
        desk.added_in_background(None)
        raise outcome
    desk.added_in_background(outcome)  # type: ignore[arg-type]  # what `add` returned
    return outcome  # type: ignore[return-value]  # the same


def test_what_was_added_aside_is_listed_found_marked_and_in_the_chain(desk: Desk) -> None:
    assert desk.article_list.count() == 1
    added = _add(desk, prepared(_OTHER, title="Port open"))
    assert added.outcome is AddOutcome.NEW_ARTICLE
    assert desk.article_list.count() == 2
    assert desk.article(added.article_id).metadata.title == "Port open"
    assert desk.article_list.counts().unverified == sum(len(desk.quotes(article.newest)) for article in desk.articles())
    assert len(desk.search.find("never meant")) > 0
    [quote] = desk.quotes(added.version_id)
    assert desk.mark([quote.id], MarkChange(Status.VERIFIED), checker="Kim")[0].status is Status.VERIFIED


def test_it_is_what_adding_on_the_desks_own_thread_gives(desk: Desk, tmp_path: Path) -> None:
    added = _add(desk, prepared(_OTHER, title="Port open"))
    with Desk.create(tmp_path / "two.desk", clock=Ticking()) as other:
        other.add(prepared(title="Harbour to close"), checker="Kim")
        same = other.add(prepared(_OTHER, title="Port open"), checker="Kim")
        assert same == added
        assert desk.version(added.version_id).text == other.version(same.version_id).text
        assert [quote.text for quote in desk.quotes(added.version_id)] == [
            quote.text for quote in other.quotes(same.version_id)
        ]


def test_a_text_that_is_here_already_adds_nothing(desk: Desk) -> None:
    assert _add(desk, prepared(title="Harbour to close")).outcome is AddOutcome.SAME
    assert desk.article_list.count() == 1


def test_the_list_hears_of_one_article_and_does_not_read_all_of_them_again(desk: Desk) -> None:
    lines = desk.article_list.state().lines
    added = _add(desk, prepared(_OTHER, title="Port open"))
    after = desk.article_list.state()
    assert after.lines is lines, "the same mapping goes on"
    assert added.article_id in after.lines
    assert added.story_id in after.stories


def test_the_desk_can_be_read_until_the_other_connection_ends_its_change(desk: Desk) -> None:
    beside = opening.open_beside(desk.path, desk.uid)
    with beside.transaction():
        for number in range(3000):
            beside.write("INSERT INTO meta (key, value) VALUES (?, ?)", (f"k{number}", "x" * 2000))
        assert desk.article_list.count() == 1
        assert desk.articles()
        beside.write("DELETE FROM meta WHERE key LIKE 'k%'")
    beside.close()


def test_a_locked_story_refuses_it_and_the_desk_goes_on(desk: Desk) -> None:
    [story] = desk.stories()
    desk.lock_story(story.id, locked=True, checker="Kim")
    with pytest.raises(Refused):
        _add(desk, prepared(_OTHER, title="Port open"), story.id)
    assert desk.article_list.count() == 1
    desk.lock_story(story.id, locked=False, checker="Kim")
    assert _add(desk, prepared(_OTHER, title="Port open"), story.id).story_id == story.id


def test_nothing_is_written_to_another_desk_that_lies_there_now(desk: Desk, tmp_path: Path) -> None:
    Desk.create(tmp_path / "two.desk").close()
    aside, own = desk.background_adder(), tmp_path / "aside.desk"
    desk.path.rename(own)
    (tmp_path / "two.desk").rename(desk.path)
    with pytest.raises(Changed):
        aside.add(prepared(_OTHER), checker="Kim")
    desk.path.unlink()
    own.rename(desk.path)
    desk.added_in_background(None)


def test_a_desk_that_can_only_be_read_takes_nothing(desk: Desk) -> None:
    with Desk.open(desk.path, read_only=True) as reader, pytest.raises(ReadOnly):
        reader.background_adder()


def test_many_in_turn_leave_one_unbroken_chain(desk: Desk) -> None:
    for number in range(4):
        words = capture(f"Piece {number}.\n\n“We shall see what becomes of it,” she said in part {number}.\n").text
        if number % 2:
            _add(desk, prepared(words))
        else:
            desk.add(prepared(words), checker="Kim")
    assert desk.article_list.count() == 5
