"""Two desks and a real hub: sharing, joining, in step; what is not shared stays where it is."""

from __future__ import annotations

import shutil
import threading
from typing import TYPE_CHECKING

import pytest

from desktop.desk import newsroom
from desktop.desk.backups import recover
from desktop.desk.newsroom_state import Woken
from desktop.desk.open_desk import Desk
from desktop.domain import MarkChange, Status
from desktop.store.sharing.errors import Forked
from desktop.store.sharing.extract import chains, outgoing
from tests.newsroom import SECRET, Checker, ann, ben, harbour
from tests.store.desks import TEXT
from tests.store.upkeep.test_merge import content, hashes

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.desk.newsroom_state import SyncState
    from tests.sharing_server import HubDatabase

__all__ = ["ann", "ben"]  # fixtures


def test_a_shared_story_is_listed_and_joined_with_all_that_was_done(ann: Checker, ben: Checker) -> None:
    ann.share(harbour(ann))
    [listed] = ben.room.shared_stories(ben.url)
    assert (listed.title, listed.articles, listed.checkers) == ("Harbour", 1, ("Ann",))
    ben.join(listed.uid)
    assert [(quote.text, quote.status) for quote in ben.quotes()] == [
        (quote.text, quote.status) for quote in ann.quotes() if quote.text != "nothing of this may be printed"
    ]
    assert ben.desk.check().findings == []


def test_what_is_not_shared_never_leaves_the_desk(ann: Checker, ben: Checker, hub_database: HubDatabase) -> None:
    ann.share(harbour(ann))
    ben.join(harbour(ann))
    for table in ("content", "blob_part", "story", "record"):
        assert "may be printed" not in str(hub_database.run(f"SELECT * FROM verbatim.{table}"))
    assert [story.title for story in ben.desk.stories()] == ["Harbour"]
    assert any("withheld" in note for note in ben.desk.check().notes)


def test_an_export_says_of_withheld_records_that_they_are_there(ann: Checker, ben: Checker) -> None:
    ann.share(harbour(ann))
    ben.join(harbour(ann))
    for head in ben.desk.chains.heads():
        events = list(ben.desk.chains.events(head))
        assert [event.number for event in events] == list(range(1, head.length + 1))
        assert [event.hash for event in events][-1:] == [head.head] * bool(head.length)
        assert ben.desk.chains.holds(head.of, head.desk, head.length, head.head)
    assert any(not event.record for one in ben.desk.chains.heads() for event in ben.desk.chains.events(one))


def test_a_recovered_desk_keeps_the_place_of_what_was_withheld(ann: Checker, ben: Checker, tmp_path: Path) -> None:
    ann.share(harbour(ann))
    ann.mark(1)
    ann.desk.rename_story(ann.desk.stories()[1].id, "Still private", checker="Ann")
    ann.desk.taking.take([ann.quotes()[0].uid], checker="Ann")
    ann.sync()
    ben.join(harbour(ann))
    heads = {(head.of, head.desk, head.head) for head in ben.desk.chains.heads() if head.desk == ann.desk.uid}
    recover(ben.desk.path, tmp_path / "recovered.desk")
    with Desk.open(tmp_path / "recovered.desk") as desk:
        assert {(head.of, head.desk, head.head) for head in desk.chains.heads()} >= heads
        assert desk.check().findings == []


def test_acts_go_both_ways_and_end_alike(ann: Checker, ben: Checker) -> None:
    ann.share(harbour(ann))
    ben.join(harbour(ann))
    ben.mark(1, Status.DISPUTED, "not what she said")
    ben.desk.taking.take([ben.quotes()[2].uid], checker="Ben")
    assert ben.room.sync_state().unconfirmed == 2
    ben.sync()
    assert ben.room.sync_state().in_step
    arrived = ann.sync()
    assert (arrived.merged.marks, arrived.received) == (1, 2)
    assert [taken.checker for taken in ann.desk.taking.taken().values()] == ["Ben"]
    ours, theirs = content(ann.desk), content(ben.desk)
    assert all(theirs["articles"][uid] == ours["articles"][uid] for uid in theirs["articles"])
    assert ann.desk.check().findings == ben.desk.check().findings == []


def test_doing_it_again_does_nothing(ann: Checker, ben: Checker) -> None:
    ann.share(harbour(ann))
    ben.join(harbour(ann))
    for checker in (ann, ben, ann, ben):
        again = checker.sync()
        assert (again.sent, again.received) == (0, 0)
        checker.reopen()


def test_whoever_waits_is_woken_by_what_another_sends(ann: Checker, ben: Checker) -> None:
    ann.share(harbour(ann))
    ben.join(harbour(ann))
    ann.sync()
    assert ann.room.wait(0) is Woken.TIMEOUT
    ben.mark(1)
    ben.sync()
    assert ann.room.wait(10) is Woken.NEWS
    ann.room.wake()
    assert ann.room.wait(10) is Woken.CALLED


def test_exchanging_goes_on_after_an_error_that_nobody_foresaw(
    ann: Checker, hub_database: HubDatabase, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(newsroom, "_FIRST_PAUSE", 0.01)
    ann.share(harbour(ann))
    ann.mark(1)
    ann.reopen()
    hub_database.doctored("ALTER TABLE verbatim.chain RENAME COLUMN first TO begun")
    stop, states = threading.Event(), []

    def state(now: SyncState) -> None:
        states.append(now)
        if len(states) == 1:
            hub_database.doctored("ALTER TABLE verbatim.chain RENAME COLUMN begun TO first")
        elif now.in_step:
            stop.set()

    ann.room.keep_in_step(stop, checker="Ann", state=state)
    assert "by a mistake of the program (UndefinedColumn)" in states[0].why
    assert [hub.stories for hub in states[0].hubs] == [(harbour(ann),)]
    assert states[-1].in_step
    assert [record.getMessage() for record in caplog.records if record.name == "verbatim"] == ["an exchange failed"]
    assert hub_database.run("SELECT count(*) FROM pg_stat_activity WHERE usename = 'ann'") == [(1,)]


def test_marks_of_two_who_disagree_are_told_on_both_desks(ann: Checker, ben: Checker) -> None:
    ann.share(harbour(ann))
    ben.join(harbour(ann))
    ann.mark(1, Status.VERIFIED)
    ben.mark(1, Status.DISPUTED)
    for checker in (ann, ben, ann):
        checker.sync()
    assert len(ann.desk.disagreements()) == len(ben.desk.disagreements()) == 1


def test_a_blind_checker_sees_the_marks_of_others_once_own_ones_are_given(ann: Checker, ben: Checker) -> None:
    ann.mark(1, Status.DISPUTED)
    ann.share(harbour(ann))
    ben.join(harbour(ann), blind=True)
    assert {quote.status for quote in ben.quotes()} == {Status.UNVERIFIED}
    ben.mark(0, Status.DISPUTED)
    ben.sync()
    assert {mark.checker for mark in ben.desk.history(ben.quotes()[0].id)} == {"Ben", "Ann"}
    assert ben.desk.history(ben.quotes()[1].id) == []
    assert ben.desk.check().findings == []


def test_leaving_keeps_what_one_has(ann: Checker, ben: Checker) -> None:
    ann.share(harbour(ann))
    ben.join(harbour(ann))
    ben.room.leave(harbour(ann))
    ann.mark(2)
    ann.sync()
    assert not ben.sync()
    assert len(ben.quotes()) == 4


def test_a_second_story_is_shared_after_its_records_were_sealed(ann: Checker, ben: Checker) -> None:
    ann.share(harbour(ann))
    ben.join(harbour(ann))
    private = next(story.uid for story in ann.desk.stories() if story.title == "Private")
    ann.share(private)
    ben.join(private)
    assert {story.title for story in ben.desk.stories()} == {"Harbour", "Private"}
    assert ben.desk.check().findings == []
    assert not any("entries of the desk" in note for note in ben.desk.check().notes)


def test_an_article_that_is_moved_into_a_shared_story_comes_with_its_marks(ann: Checker, ben: Checker) -> None:
    ann.share(harbour(ann))
    ben.join(harbour(ann))
    private = next(one for one in ann.desk.articles() if ann.desk.version(one.newest).text == SECRET)
    ann.desk.mark([ann.desk.quotes(private.newest)[0].id], MarkChange(status=Status.VERIFIED), checker="Ann")
    to = next(story.id for story in ann.desk.stories() if story.title == "Harbour")
    ann.desk.move_article(private.id, to, checker="Ann")
    ann.sync()
    ben.sync()
    assert len(ben.desk.articles()) == 2
    assert [story.title for story in ben.desk.stories()] == ["Harbour"]
    assert [quote.status for quote in ben.quotes()][-1] is Status.VERIFIED
    assert ben.desk.check().findings == []


def test_the_address_is_kept_without_its_password(ann: Checker, tmp_path: Path) -> None:
    ann.room.share(harbour(ann), ann.url.replace("ann@", "ann:sesame@"), checker="Ann")
    assert "sesame" not in repr(ann.room.sync_state()) + repr(ann.desk.joined_stories())
    ann.close()
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or b"sesame" not in file.read_bytes()
    ann.open()


def test_the_text_is_the_same_on_all_desks(ann: Checker, ben: Checker) -> None:
    ann.share(harbour(ann))
    ben.join(harbour(ann))
    [article] = ben.desk.articles()
    assert ben.desk.version(article.newest).text == TEXT
    assert ben.desk.original(article.newest) == TEXT.encode()


# -- copies of a desk ------------------------------------------------------------------------------------------------


def test_a_restored_backup_takes_back_what_its_desk_had_sent(ann: Checker, ben: Checker, tmp_path: Path) -> None:
    ann.share(harbour(ann))
    backup = tmp_path / "backup"
    shutil.copy(ann.desk.path, backup)
    ann.mark(1)
    ann.desk.rename_story(ann.desk.stories()[1].id, "Still private", checker="Ann")
    ann.mark(2, Status.DISPUTED)
    ann.sync()
    before = hashes(ann.desk)
    ann.close()
    shutil.copy(backup, ann.desk.path)
    ann.open()
    ann.sync()
    assert [quote.status for quote in ann.quotes()][:3] == [Status.VERIFIED, Status.VERIFIED, Status.DISPUTED]
    assert hashes(ann.desk) == before
    ann.mark(3)
    ann.sync()
    ben.join(harbour(ann))
    assert [quote.status for quote in ben.quotes()] == [quote.status for quote in ann.quotes()][:4]
    assert ann.desk.check().findings == ben.desk.check().findings == []


def test_two_copies_that_both_wrote_are_told_and_come_together_once_one_is_its_own_desk(
    ann: Checker, ben: Checker, tmp_path: Path, hub_database: HubDatabase
) -> None:
    ann.share(harbour(ann))
    shutil.copy(ann.desk.path, tmp_path / "copy.desk")
    copy = Checker(tmp_path / "copy.desk", "Ann", hub_database)
    ann.mark(1)
    ann.sync()
    copy.mark(2, Status.DISPUTED)
    records = hub_database.run("SELECT count(*) FROM verbatim.record")
    with pytest.raises(Forked, match="Two copies of this desk"):
        copy.sync()
    assert hub_database.run("SELECT count(*) FROM verbatim.record") == records
    copy.room.close()
    copy.desk.end_newsroom()
    copy.desk.make_own(checker="Ann")
    copy.room = copy.desk.newsroom()
    copy.mark(3)
    copy.sync()
    ben.join(harbour(ann))
    ann.sync()
    for checker in (ann, copy, ben):
        assert [quote.status for quote in checker.quotes()][:4] == [
            Status.VERIFIED,
            Status.VERIFIED,
            Status.DISPUTED,
            Status.VERIFIED,
        ]
        assert checker.desk.check().findings == []
    again = copy.sync()
    assert (again.sent, again.received) == (0, 0)
    copy.close()


def test_what_is_written_while_a_chain_is_read_waits_for_the_next_time(ann: Checker) -> None:
    story = harbour(ann)
    ann.mark(1)
    database = ann.room._db
    measured = chains(database, ann.desk.uid)
    ann.mark(2)
    ann.desk.rename_story(ann.desk.stories()[0].id, "Another title", checker="Ann")
    for one in measured:
        numbers = [record.wire.number for batch in outgoing(database, one, 0, ()) for record in batch]
        assert numbers == list(range(1, one.length + 1))
    ann.share(story)
    assert ann.room.sync_state().in_step
