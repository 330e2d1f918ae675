"""The sample story as a desk: what is in it, whether anybody worked on it, and how it becomes fresh again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.desk.open_desk import Desk
from desktop.desk.sample import STORY, drop_old_copies, is_untouched, make_sample, reset_sample, sample_path
from desktop.domain import MarkChange, Status
from tests.store.desks import assert_sound

if TYPE_CHECKING:
    from pathlib import Path


def work_on(path: Path) -> None:
    with Desk.open(path) as desk:
        quote = desk.quotes(desk.articles()[0].newest)[0]
        desk.mark([quote.id], MarkChange(Status.VERIFIED), checker="Ada")


def test_it_has_the_five_articles_an_update_and_a_source_and_opens_on_two_outlets(tmp_path: Path) -> None:
    path = sample_path(tmp_path / "own")
    a, b = make_sample(path)
    assert is_untouched(path)
    with Desk.open(path) as desk:
        [story] = desk.stories()
        assert story.title == STORY
        assert [article.versions for article in desk.articles()] == [2, 1, 1, 1, 1, 1]
        assert len(desk.article_list.sources()) == 1
        names = [desk.version(version).info.source.rpartition("/")[2][:3] for version in (a, b)]
        assert names == ["001", "002"]
        assert_sound(desk)


def test_a_fresh_one_takes_its_place_and_what_was_done_is_kept(tmp_path: Path) -> None:
    path = sample_path(tmp_path)
    make_sample(path)
    assert reset_sample(path)[2] is None
    work_on(path)
    assert not is_untouched(path)
    former = reset_sample(path)[2]
    assert is_untouched(path)
    assert former is not None
    with Desk.open(former, read_only=True) as desk:
        assert desk.article_list.counts().verified == 1


def test_old_copies_go_unless_somebody_worked_on_them_or_has_them_open(tmp_path: Path) -> None:
    idle, used, opened = (tmp_path / f"Sample story {number}.desk" for number in (2, 3, 4))
    for path in (idle, used, opened):
        make_sample(path)
    work_on(used)
    (tmp_path / "Sample story 5.desk").write_text("my notes")
    with Desk.open(opened):
        assert drop_old_copies(tmp_path) == [idle]
    assert not idle.exists()
    assert used.exists()
    assert opened.exists()


def test_what_is_no_desk_is_not_said_to_be_untouched(tmp_path: Path) -> None:
    assert not is_untouched(tmp_path / "none.desk")
