"""The verb that adds: many small files come on the disk together, and one that cannot be added stops no other."""

from __future__ import annotations

from argparse import Namespace
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.cli.addition import Addition
from desktop.desk.open_desk import Desk
from tests.store.desks import backed_up_today, prepared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.cli.addition import Input
    from tests.cli.conftest import Run

OPTIONS = Namespace(story=None, version_of=None, checker="Ada")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.create(tmp_path / "one.desk") as desk:
        yield backed_up_today(desk)


def _text(number: int) -> str:
    return f"The ferry {number} left.\n\n“It left at {number},” said Ann Lee.\n"


def test_many_files_are_added_in_their_order_and_a_bad_one_stops_no_other(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number:02}.txt").write_text("" if number == 7 else _text(number % 28), encoding="utf-8")
    result = run("add", tmp_path / "new.desk", folder)
    lines = result.out.splitlines()
    assert [line.rpartition("/")[2][:2] for line in lines] == [f"{n:02}" for n in range(30) if n != 7]
    assert [line.partition(":")[0] for line in lines[-2:]] == ["already here", "already here"]
    assert (result.code, len(result.err.splitlines())) == (1, 1)
    with Desk.open(tmp_path / "new.desk", read_only=True) as desk:
        assert desk.article_list.count() == 27


def test_where_the_disk_is_full_what_fits_is_added_and_nothing_else_is_said_to_be(desk: Desk) -> None:
    addition = Addition(desk, OPTIONS)
    first = list(addition.add([(Path("a"), prepared(_text(1))), (Path("b"), prepared(_text(2)))]))
    assert all(isinstance(outcome, str) for _, outcome in first)
    [(pages,)] = desk._db.rows("PRAGMA page_count")
    desk._db.rows(f"PRAGMA max_page_count = {pages + 60}")
    together: list[Input] = [(Path(str(n)), prepared(_text(n) + "It was late. " * 2_000)) for n in range(3, 8)]
    outcomes = dict(addition.add(together))
    fitting = [path.name for path, outcome in outcomes.items() if isinstance(outcome, str)]
    assert [path.name for path in outcomes] == ["3", "4", "5", "6", "7"]
    assert 0 < len(fitting) < 5
    assert desk.article_list.count() == 2 + len(fitting)
    desk._db.rows("PRAGMA max_page_count = 1000000")
    again = list(addition.add([(Path("later"), prepared(_text(9))), (Path("a"), prepared(_text(1)))]))
    assert [outcome.partition(":")[0] for _, outcome in again if isinstance(outcome, str)] == [
        "new article", "already here",
    ]  # fmt: skip
    with Desk.open(desk.path, read_only=True) as other:
        assert [a.metadata.title for a in other.articles()] == [a.metadata.title for a in desk.articles()]
        assert other.article_list.count() == desk.article_list.count() == 3 + len(fitting)


def test_an_act_that_is_refused_among_others_is_taken_back_alone(desk: Desk) -> None:
    first = desk.add(prepared(_text(1)))
    desk.lock_story(first.story_id, locked=True)
    addition = Addition(desk, Namespace(story=str(first.story_id), version_of=None, checker="Ada"))
    outcomes = [
        outcome for _, outcome in addition.add([(Path("b"), prepared(_text(2))), (Path("a"), prepared(_text(1)))])
    ]
    assert isinstance(outcomes[0], Exception)
    assert isinstance(outcomes[1], str)
    assert outcomes[1].startswith("already here")
    assert desk.article_list.count() == 1


def test_acts_written_together_are_all_taken_back_where_the_block_raises(desk: Desk) -> None:
    desk.add(prepared(_text(1)))
    with suppress(KeyError), desk.writing_together():
        desk.add(prepared(_text(2)))
        assert desk.article_list.count() == 2
        raise KeyError
    assert desk.article_list.count() == len(desk.articles()) == 1
    with desk.writing_together():
        desk.add(prepared(_text(2)))
        desk.add(prepared(_text(3)))
    assert [len(desk.articles()), desk.article_list.state().revision > 0] == [3, True]
    assert not desk.is_writing
