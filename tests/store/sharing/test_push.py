"""What a desk knows of shared stories reaches all who share them, wherever it lay and whoever said it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from desktop.domain import Status
from tests.newsroom import Checker, ann, ben, harbour
from tests.store.desks import TEXT, prepared
from tests.store.sharing.test_pull import assert_sound, cleo, entries, holding, story, uid
from tests.store.upkeep.test_merge import content

if TYPE_CHECKING:
    from pathlib import Path

    from tests.sharing_server import HubDatabase

__all__ = ["ann", "ben", "cleo"]  # fixtures


def test_what_is_about_a_story_that_is_hidden_beside_another_goes_with_that_one(ann: Checker, ben: Checker) -> None:
    for _ in range(3):  # so that his come later
        ben.desk.new_story("Empty", checker="Ben")
    quay = ben.desk.new_story("Quay", checker="Ben")
    ben.desk.add(prepared(), story=quay.id, checker="Ben")
    ben.desk.rename_story(quay.id, "Quay in spring", checker="Ben")
    ann.share(harbour(ann))
    ben.join(harbour(ann))
    assert "Quay in spring" not in {one.title for one in ben.desk.stories()}
    ann.sync()
    about = {hash_ for hash_, entry in ben.desk.chains.entries() if entry.subject == quay.uid}
    assert len(about) == 2
    assert about <= entries(ann)
    assert_sound(ann, ben)


def test_a_mark_that_was_sent_to_the_story_an_article_has_left_reaches_those_of_the_new_one(
    ann: Checker, ben: Checker, cleo: Checker
) -> None:
    quay = ann.desk.new_story("Quay", checker="Ann")
    ann.share(harbour(ann))
    ann.share(quay.uid)
    ben.join(harbour(ann))
    cleo.join(quay.uid)
    ann.desk.move_article(holding(ann, TEXT)[0], quay.id, checker="Ann")
    ann.sync()
    ben.mark(2, Status.DISPUTED, "before Ben heard of the move")
    ben.room.sync_once(take=False)
    ann.sync()
    cleo.sync()
    assert [quote.note for quote in cleo.quotes()].count("before Ben heard of the move") == 1
    assert_sound(ann, ben, cleo)


def test_what_was_done_before_two_articles_were_found_to_be_one_is_told_where_that_one_lies(
    ann: Checker, ben: Checker, cleo: Checker
) -> None:
    """No entry moves anything: that Ben's article is Ann's follows from its text, and Cleo shares Ann's story alone."""
    ann.share(harbour(ann))
    ben.join(harbour(ann))
    cleo.join(harbour(ann))
    for _ in range(3):  # so that his come later
        ben.desk.new_story("Empty", checker="Ben")
    quay = ben.desk.new_story("Quay", checker="Ben")
    for checker, into in ((ben, quay.id), (ann, story(ann, "Harbour"))):
        checker.desk.add(prepared("“Nobody came,” said Ada Brink.\n"), story=into, checker=checker.name)
    ben.mark(-1, Status.DISPUTED, "on Ben's own desk")
    for checker in (ben, ann):
        checker.room.sync_once(take=False)
    for checker in (ben, cleo):
        checker.sync()
    assert [quote.note for quote in cleo.quotes()].count("on Ben's own desk") == 1
    assert_sound(ann, ben, cleo)


def test_a_colleagues_chain_that_came_in_a_file_is_left_to_the_colleague(
    ann: Checker, ben: Checker, tmp_path: Path
) -> None:
    """The hub lets nobody else add to it, and would refuse all that is sent with it."""
    ann.share(harbour(ann))
    ben.join(harbour(ann))
    ben.mark(1, note="not sent yet")
    ben.close()
    shutil.copy(ben._path, tmp_path / "copy.desk")
    ben.open()
    ann.desk.merge(tmp_path / "copy.desk")
    ann.share(uid(ann, "Private"))
    assert ann.room.sync_state().in_step
    assert ben.sync().sent == 1
    assert not ann.sync().merged.marks
    assert_sound(ann, ben)


def test_a_copy_of_a_desk_that_came_in_a_file_does_not_stop_an_exchange(
    ann: Checker, ben: Checker, tmp_path: Path, hub_database: HubDatabase
) -> None:
    ann.share(harbour(ann))
    shutil.copy(ann.desk.path, tmp_path / "copy.desk")
    copy = Checker(tmp_path / "copy.desk", "Ann", hub_database)
    copy.mark(1, Status.DISPUTED, "on the copy")
    copy.close()
    ann.mark(4, Status.DISPUTED, "of what is private")  # sealed on the hub, where the copy's mark is of Harbour
    ann.mark(2, Status.DISPUTED, "on the desk")
    ann.sync()
    ben.desk.merge(tmp_path / "copy.desk")  # goes on otherwise than the hub has it
    ben.join(harbour(ann))
    ben.desk.move_article(holding(ben, TEXT)[0], story(ben, "Private"), checker="Ben")
    ben.desk.move_article(holding(ben, TEXT)[0], story(ben, "Harbour"), checker="Ben")
    ben.sync()
    assert ben.room.sync_state().in_step
    assert {"on the copy", "on the desk"} <= {quote.note for quote in ben.quotes()}
    ann.sync()
    assert holding(ann, TEXT)
    assert content(ann.desk)["stories"] == content(ben.desk)["stories"]
    assert_sound(ann, ben)
