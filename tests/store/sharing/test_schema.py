"""The database itself refuses what must not be: changes, forks, contents with another hash, acts without a right."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import psycopg
import pytest

from desktop.store.sharing import hub as hubs
from desktop.store.sharing import schema
from desktop.store.sharing.errors import HubTooNew, HubTooOld, NoHub, NoRights
from tests.newsroom import ann, ben, harbour

if TYPE_CHECKING:
    from tests.newsroom import Checker
    from tests.sharing_server import HubDatabase, Server

__all__ = ["ann", "ben"]  # fixtures


@pytest.fixture
def shared(ann: Checker, hub_database: HubDatabase) -> HubDatabase:
    ann.share(harbour(ann))
    return hub_database


@pytest.mark.parametrize("table", schema.KEPT)
def test_nobody_changes_deletes_or_empties_what_is_kept(shared: HubDatabase, table: str) -> None:
    column = shared.run(
        f"SELECT column_name FROM information_schema.columns WHERE table_name = '{table}' AND is_identity = 'NO'"
    )[0][0]
    for sql in (f"UPDATE verbatim.{table} SET {column} = {column}", f"DELETE FROM verbatim.{table}",
                f"TRUNCATE verbatim.{table} CASCADE"):  # fmt: skip
        with pytest.raises(psycopg.Error, match="is only ever added to"):
            shared.run(sql)


def _add(hub: HubDatabase, user: str, number: int, prev: str, content: str = "x") -> None:
    """Add a record to the marks of Ann past the program."""
    hash_ = hashlib.sha256(content.encode()).hexdigest()
    with psycopg.connect(hub.url(user), autocommit=True) as connection:
        connection.execute(
            "INSERT INTO verbatim.record (chain_id, number, prev, hash) SELECT id, %s, decode(%s, 'hex'),"
            " decode(%s, 'hex') FROM verbatim.chain WHERE of = 'marks'",
            (number, prev, hash_),
        )


def test_a_record_must_follow_the_one_before_it(shared: HubDatabase, ann: Checker) -> None:
    head = ann.desk.chains.mark_head()
    for number, prev in ((head.marks + 1, "00" * 32), (head.marks + 2, head.hash), (head.marks + 9, "")):
        with pytest.raises(psycopg.Error, match="does not follow the one before it here"):
            _add(shared, "ann", number, prev)
    with pytest.raises(psycopg.errors.UniqueViolation):
        _add(shared, "ann", head.marks, "")
    _add(shared, "ann", head.marks + 1, head.hash)


def test_only_who_brought_a_desk_adds_to_its_chains(shared: HubDatabase, ann: Checker) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        _add(shared, "ben", ann.desk.chains.mark_head().marks + 1, ann.desk.chains.mark_head().hash)


def test_a_content_must_have_the_hash_of_its_record(shared: HubDatabase) -> None:
    with psycopg.connect(shared.url("ben"), autocommit=True) as connection:
        for number in (3, 77):  # one that is sealed, and one that is not there
            with pytest.raises(psycopg.Error, match="does not have its hash"):
                connection.execute(
                    "INSERT INTO verbatim.content SELECT c.id, %s, s.id, 'x', 1, 'other words', ''"
                    " FROM verbatim.chain c, verbatim.story s WHERE c.of = 'entries' ON CONFLICT DO NOTHING",
                    (number,),
                )


def test_a_reader_takes_and_does_not_send(shared: HubDatabase, ann: Checker, ben: Checker) -> None:
    ben.url = shared.url("eve")
    ben.join(harbour(ann))
    assert len(ben.quotes()) == 4
    assert (ben.room.sync_state().hubs[0].role, ben.room.sync_state().in_step) == ("reader", True)
    ben.mark(0)
    with pytest.raises(NoRights):
        ben.sync()
    assert ben.room.sync_state().unconfirmed == 1


def test_rights_that_are_given_or_taken_hold_without_connecting_anew(
    shared: HubDatabase, ann: Checker, ben: Checker
) -> None:
    ben.url = shared.url("eve")
    ben.join(harbour(ann))
    ben.mark(0)
    with pytest.raises(NoRights):
        ben.sync()
    try:
        shared.run("GRANT verbatim_checker TO eve")
        ben.sync()
        assert (ben.room.sync_state().hubs[0].role, ben.room.sync_state().in_step) == ("checker", True)
        assert ann.sync().merged.marks == 1
        shared.run("GRANT verbatim_chief TO eve")
        ben.sync()
        assert ben.desk.may_lock(ben.desk.stories()[0].id)
        ben.desk.lock_story(ben.desk.stories()[0].id, locked=True, checker="Ben")
        ben.sync()
        ann.sync()
        assert next(story.locked for story in ann.desk.stories() if story.uid == harbour(ann))
        shared.run("REVOKE verbatim_chief, verbatim_checker FROM eve")
        ben.desk.lock_story(ben.desk.stories()[0].id, locked=False, checker="Ben")
        for _ in range(2):  # one is refused by the server, and the next knows why
            with pytest.raises(NoRights):
                ben.sync()
        assert ben.room.sync_state().hubs[0].role == "reader"
    finally:
        shared.run("REVOKE verbatim_chief, verbatim_checker FROM eve")


def test_who_has_no_role_sees_nothing(shared: HubDatabase) -> None:
    shared.run("DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'mallory')"
               " THEN CREATE ROLE mallory LOGIN; END IF; END $$")  # fmt: skip
    with pytest.raises(NoRights):
        hubs.connect(hubs.address_of(shared.url("mallory")))


def test_a_lock_by_a_checker_holds_on_that_desk_alone_and_one_by_a_chief_everywhere(
    shared: HubDatabase, ann: Checker, ben: Checker
) -> None:
    ben.join(harbour(ann))
    story = next(one.id for one in ann.desk.stories() if one.uid == harbour(ann))
    assert not ann.desk.may_lock(story)
    ann.desk.lock_story(story, locked=True, checker="Ann")
    assert any("Only a chief" in finding for finding in ann.sync().findings)
    ben.sync()
    assert not ben.desk.stories()[0].locked
    ben.close()
    ben.url = shared.url("cleo")
    ben.open()
    ben.room.leave(harbour(ann))
    shared.doctored(f"UPDATE verbatim.desk SET login = 'cleo' WHERE uid = '{ben.desk.uid}'")
    ben.join(harbour(ann))
    ben.desk.lock_story(ben.desk.stories()[0].id, locked=True, checker="Cleo")
    ben.sync()
    assert [one.locked for one in ben.room.shared_stories(ben.url)] == [True]


def test_a_story_with_invitations_is_seen_by_those_alone(shared: HubDatabase, ann: Checker, ben: Checker) -> None:
    from desktop.store.sharing import stories

    chief = hubs.connect(hubs.address_of(shared.url("cleo")))
    stories.invite(chief, "eve", "reader", harbour(ann)[:8])
    assert len(stories.shared(chief)) == 1
    chief.close()
    assert ben.room.shared_stories(shared.url("ben")) == []
    assert len(ann.room.shared_stories(shared.url("eve"))) == 1
    with psycopg.connect(shared.url("ben")) as connection:
        for table in ("content", "blob_part", "story_blob"):
            assert connection.execute(f"SELECT count(*) FROM verbatim.{table}").fetchone() == (0,)


def test_setting_up_twice_changes_nothing(hub_database: HubDatabase) -> None:
    assert hubs.init(hubs.address_of(hub_database.owner)) == (schema.SCHEMA, schema.SCHEMA)


def test_a_database_that_is_no_hub_is_told(postgres: Server) -> None:
    with pytest.raises(NoHub, match="verbatim hub init"):
        hubs.connect(hubs.address_of(postgres.url(postgres.database())))


def test_a_hub_of_a_newer_version_is_read_and_not_written(shared: HubDatabase, ann: Checker, ben: Checker) -> None:
    ben.join(harbour(ann))
    ann.mark(1)
    ann.sync()
    shared.run(f"INSERT INTO verbatim.step (number) VALUES ({schema.SCHEMA + 1})")
    ben.reopen()
    ben.mark(2)
    assert ben.sync().merged.marks == 1
    with pytest.raises(HubTooNew, match="newer version"):
        ben.sync()
    assert len(ben.desk.history(ben.quotes()[1].id)) == 1
    assert (ben.room.sync_state().unconfirmed, "newer" in ben.room.sync_state().why) == (1, True)
    with pytest.raises(HubTooNew):
        hubs.init(hubs.address_of(shared.owner))


def test_a_hub_of_an_older_version_asks_for_the_chief(shared: HubDatabase, ann: Checker) -> None:
    shared.run("DELETE FROM verbatim.step")
    shared.run("INSERT INTO verbatim.step (number) VALUES (0)")
    ann.reopen()
    ann.mark(1)
    with pytest.raises(HubTooOld, match="verbatim hub init"):
        ann.sync()
    assert ann.room.sync_state().unconfirmed == 1
