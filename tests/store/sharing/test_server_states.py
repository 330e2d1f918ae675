"""States in which a server takes nothing: each has its sentence, the desk keeps all, and acts go out later."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from desktop.store.sharing import hub as hubs
from desktop.store.sharing import hub_check
from desktop.store.sharing.errors import HubError, HubFull, HubReadOnly, LoginRefused, NotReached
from tests.newsroom import Checker, ann, ben, harbour
from tests.sharing_server import HubDatabase, make_server, remove_server, strict
from tests.store.desks import prepared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["ann", "ben", "strict"]  # fixtures


def waits(checker: Checker, kind: type[HubError], sentence: str) -> None:
    """Mark a quote, which must not go out, and not be lost: the state says why."""
    before = len(checker.desk.history(checker.quotes()[1].id))
    checker.mark(1)
    with pytest.raises(kind, match=re.escape(sentence)):
        checker.sync()
    state = checker.room.sync_state()
    assert state.unconfirmed >= 1
    assert state.since is not None
    assert not state.in_step
    [hub] = state.hubs
    assert hub.why == state.why
    assert sentence in state.why
    assert len(checker.desk.history(checker.quotes()[1].id)) == before + 1
    assert checker.desk.check().findings == []


def goes_out(checker: Checker, other: Checker) -> None:
    """Exchange: what waited is on the other desk."""
    checker.sync()
    assert checker.room.sync_state().in_step
    other.sync()
    marks = [
        [mark.hash for mark in one.desk.history(quote.id)] for one in (checker, other) for quote in one.quotes()[:4]
    ]
    assert marks[:4] == marks[4:]
    assert other.desk.check().findings == []


def shared(ann: Checker, ben: Checker) -> None:
    ann.share(harbour(ann))
    ben.join(harbour(ann))


def test_a_server_that_takes_no_changes(ann: Checker, ben: Checker, hub_database: HubDatabase) -> None:
    shared(ann, ben)
    hub_database.run(f"ALTER DATABASE {hub_database.name} SET default_transaction_read_only = on")
    ann.reopen()
    waits(ann, HubReadOnly, "takes no changes at the moment; what you do waits on your desk")
    waits(ann, HubReadOnly, "takes no changes at the moment; what you do waits on your desk")
    hub_database.server.run(f"ALTER DATABASE {hub_database.name} RESET default_transaction_read_only")
    goes_out(ann, ben)


def test_what_others_did_comes_from_a_server_that_takes_no_changes(
    ann: Checker, ben: Checker, hub_database: HubDatabase
) -> None:
    shared(ann, ben)
    ann.mark(1)
    ann.sync()
    hub_database.run(f"ALTER DATABASE {hub_database.name} SET default_transaction_read_only = on")
    ben.reopen()
    ben.mark(2)
    assert ben.sync().merged.marks == 1
    assert (ben.room.sync_state().unconfirmed, "takes no changes" in ben.room.sync_state().why) == (1, True)
    hub_database.server.run(f"ALTER DATABASE {hub_database.name} RESET default_transaction_read_only")
    goes_out(ben, ann)


def test_a_replica_is_asked_for_news_because_nobody_can_listen_there(
    ann: Checker, ben: Checker, hub_database: HubDatabase
) -> None:
    ann.share(harbour(ann))
    replica = make_server(leader=hub_database.server)
    try:
        ben.url = HubDatabase(replica, hub_database.name).url("eve")
        assert [story.title for story in ben.room.shared_stories(ben.url)] == ["Harbour"]
        ben.join(harbour(ann))
        [state] = ben.room.sync_state().hubs
        assert (state.in_step, state.role, state.asks_every > 0) == (True, "reader", True)
        ben.room.look_at(harbour(ann), checker="Ben")
        assert ben.room.presence(harbour(ann)) == []
        ann.mark(1)
        ann.sync()
        while not ben.sync().merged.marks:  # the replica follows in its own time
            pass
        assert ben.quotes()[1].status == ann.quotes()[1].status
        reached = hubs.connect(hubs.address_of(ben.url))
        assert hub_check.check(reached).sound
        reached.close()
        ben.room.leave(harbour(ann))
        ben.reopen()
        ben.url = HubDatabase(replica, hub_database.name).url("ben")
        ben.join(harbour(ann))
        waits(ben, HubReadOnly, "takes no changes at the moment; what you do waits on your desk")
    finally:
        ben.close()
        remove_server(replica)
        ben.open()


def test_a_server_that_has_no_room_left(ann: Checker, ben: Checker, hub_database: HubDatabase) -> None:
    """A trigger says what PostgreSQL says when its disk is full: a full disk would end the server of all tests."""
    shared(ann, ben)
    for table in ("record", "blob_part", "presence"):
        hub_database.run(
            "CREATE OR REPLACE FUNCTION public.full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION"
            " 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;"
            f" CREATE TRIGGER full_disk BEFORE INSERT ON verbatim.{table} EXECUTE FUNCTION public.full_disk()"
        )
    ann.desk.add(prepared("“Nobody came,” he said.\n"), story=ann.desk.stories()[0].id, checker="Ann")
    waits(ann, HubFull, "has no room left (could not extend file: No space left on device); what you do waits")
    hub_database.run("DROP FUNCTION public.full_disk CASCADE")
    goes_out(ann, ben)


@pytest.mark.parametrize("whose", ["ROLE ann", "DATABASE"])
def test_a_server_with_too_many_connections(ann: Checker, ben: Checker, hub_database: HubDatabase, whose: str) -> None:
    shared(ann, ben)
    limited = whose if "ROLE" in whose else f"DATABASE {hub_database.name}"
    hub_database.server.run(f"ALTER {limited} CONNECTION LIMIT 0")
    try:
        ann.reopen()
        waits(ann, NotReached, "was not reached: too many connections for")
    finally:
        hub_database.server.run(f"ALTER {limited} CONNECTION LIMIT -1")
    goes_out(ann, ben)


def test_a_connection_that_the_server_ends(ann: Checker, ben: Checker, hub_database: HubDatabase) -> None:
    shared(ann, ben)
    hub_database.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'ann'")
    waits(ann, NotReached, "was not reached")
    goes_out(ann, ben)


# -- passwords -------------------------------------------------------------------------------------------------------


@pytest.fixture
def asked(tmp_path: Path, strict: HubDatabase, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Checker, Checker]]:
    strict.run("ALTER ROLE ann PASSWORD 'sesame' VALID UNTIL 'infinity'")
    monkeypatch.setenv("PGPASSWORD", "sesame")
    both = Checker(tmp_path / "ann.desk", "Ann", strict), Checker(tmp_path / "ben.desk", "Ben", strict)
    both[0].desk.add(prepared(), story=both[0].desk.new_story("Harbour").id, checker="Ann")
    shared(*both)
    yield both
    for checker in both:
        checker.close()


def test_a_password_that_has_expired(asked: tuple[Checker, Checker], strict: HubDatabase) -> None:
    ann, ben = asked
    strict.run("ALTER ROLE ann VALID UNTIL '2001-01-01'")
    strict.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'ann'")
    waits(ann, NotReached, "was not reached")
    waits(ann, LoginRefused, "if it has expired, ask whoever looks after the server")
    assert "sesame" not in repr(ann.room.sync_state())
    strict.run("ALTER ROLE ann VALID UNTIL 'infinity'")
    goes_out(ann, ben)


def test_a_password_that_was_changed(asked: tuple[Checker, Checker], strict: HubDatabase) -> None:
    ann, ben = asked
    strict.run("ALTER ROLE ann PASSWORD 'open barley'")
    ann.reopen()
    waits(ann, LoginRefused, "did not let you in (password authentication failed for user")
    ann.room.log_in(ann.url.replace("ann@", "ann:open%20barley@"))
    goes_out(ann, ben)
    assert "barley" not in repr(ann.room.sync_state()) + repr(ann.desk.joined_stories())
