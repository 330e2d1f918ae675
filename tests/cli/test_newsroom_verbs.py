"""The newsroom by the command line: a hub is set up, a story goes there and comes into another desk."""

from __future__ import annotations

import signal
import threading
from typing import TYPE_CHECKING

import pytest

from desktop.cli import newsroom_verbs
from desktop.desk.open_desk import Desk
from desktop.domain import Status

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run
    from tests.sharing_server import HubDatabase, Server


@pytest.fixture
def story(desk_path: Path) -> str:
    with Desk.open(desk_path, read_only=True) as desk:
        return desk.stories()[0].title


def test_a_database_is_made_a_hub_once(run: Run, postgres: Server) -> None:
    url = postgres.url(postgres.database())
    assert "is a hub now" in run("hub", "init", url).out
    again = run("hub", "init", url)
    assert (again.code, "already" in again.out) == (0, True)
    assert "you are a chief" in run("hub", "status", url).out


def test_a_story_goes_to_the_hub_and_comes_into_another_desk(
    run: Run, desk_path: Path, story: str, tmp_path: Path, hub_database: HubDatabase
) -> None:
    shared = run("share", desk_path, story, hub_database.url("ann"), "--checker", "Ann")
    assert (shared.code, "records sent" in shared.out) == (0, True)
    status = run("hub", "status", hub_database.url("ben")).out
    assert story in status
    assert "5 articles" in status
    other = tmp_path / "other.desk"
    Desk.create(other).close()
    joined = run("join", other, hub_database.url("ben"), story, "--checker", "Ben")
    assert (joined.code, "5 articles" in joined.out) == (0, True)
    quote = run("list", other, "--quotes", "--format", "json").json["stories"][0]["articles"][0]["quotes"][0]["id"]
    run("mark", other, str(quote), "verified", "--checker", "Ben")
    assert "1 record sent" in run("sync", other).out
    assert "1 mark" in run("sync", desk_path).out
    check = run("hub", "check", hub_database.url("eve"))
    assert (check.code, check.out.splitlines()[-1].startswith("sound: ")) == (0, True)
    assert run("leave", other, story).code == 0
    nothing = run("sync", other)
    assert (nothing.code, "shares no story" in nothing.err) == (1, True)


def test_what_is_wrong_is_said_without_the_password(run: Run, desk_path: Path, story: str) -> None:
    for url in (
        "postgresql://ann:sesame@127.0.0.1:9/none",
        "postgresql://ann:sesame@[/none",
        "http://ann:sesame@host/x",
    ):
        for done in (run("hub", "status", url), run("share", desk_path, story, url)):
            assert done.code == 1
            assert done.err.startswith("verbatim: ")
            assert "sesame" not in done.err + done.out


def test_a_story_that_is_not_there_is_told(
    run: Run, desk_path: Path, story: str, tmp_path: Path, hub_database: HubDatabase
) -> None:
    assert "no story" in run("share", desk_path, "Nothing", hub_database.url("ann")).err
    run("share", desk_path, story, hub_database.url("ann"))
    other = tmp_path / "other.desk"
    Desk.create(other).close()
    assert "No shared stories are called" in run("join", other, hub_database.url("ben"), "Nothing").err


def test_a_watched_desk_sends_and_takes_until_it_is_stopped(
    run: Run, desk_path: Path, story: str, tmp_path: Path, hub_database: HubDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("share", desk_path, story, hub_database.url("ann"), "--checker", "Ann")
    other = tmp_path / "other.desk"
    Desk.create(other).close()
    run("join", other, hub_database.url("ben"), "--checker", "Ben")
    handlers: dict[int, object] = {}
    monkeypatch.setattr(signal, "signal", handlers.setdefault)

    def colleague() -> None:
        with Desk.open(other) as desk:
            room = desk.newsroom()
            quote = desk.quotes(desk.articles()[0].newest)[0]
            desk.taking.take([quote.uid], checker="Ben")
            room.sync_once()
            room.close()
            desk.end_newsroom()

    def arrived(came: object) -> str:
        stop = next(iter(handlers.values()))
        assert callable(stop)
        stop()
        return f"came: {came}"

    monkeypatch.setattr(newsroom_verbs, "_exchanged", arrived)
    thread = threading.Thread(target=colleague)
    thread.start()
    watched = run("sync", desk_path, "--watch")
    thread.join()
    assert (watched.code, "in step" in watched.out, "came: " in watched.out) == (0, True, True)
    with Desk.open(desk_path, read_only=True) as desk:
        assert [taken.checker for taken in desk.taking.taken().values()] == ["Ben"]
        assert {quote.status for quote in desk.story_quotes(desk.stories()[0].id)} == {Status.UNVERIFIED}
