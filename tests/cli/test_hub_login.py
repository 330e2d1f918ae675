"""The password of a hub: kept by the keyring of the system, and nowhere else."""

from __future__ import annotations

import getpass
import sys
from typing import TYPE_CHECKING

import keyring
import pytest
from keyring.backends import fail

from tests.keyring_store import KeyringStore, keyring_store
from tests.sharing_server import strict

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run
    from tests.sharing_server import HubDatabase

__all__ = ["keyring_store", "strict"]  # fixtures
SECRET = "open-barley-17"


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, strict: HubDatabase) -> str:
    """The address of a hub that asks Ann for her password, which she types when she is asked."""
    strict.run(f"ALTER ROLE ann PASSWORD '{SECRET}'")
    monkeypatch.setattr(getpass, "getpass", lambda _: SECRET)
    return strict.url("ann")


def assert_nowhere(folder: Path, *said: str) -> None:
    for file in folder.rglob("*"):
        assert not file.is_file() or SECRET.encode() not in file.read_bytes(), file
    assert SECRET not in "".join(said)


def test_the_keyring_keeps_a_password_and_gives_it_from_then_on(
    run: Run, typed: str, keyring_store: KeyringStore, desk_path: Path, tmp_path: Path
) -> None:
    refused = run("hub", "status", typed)
    assert (refused.code, "did not let you in" in refused.err) == (1, True)
    result = run("hub", "login", typed)
    assert (result.code, "keeps your password" in result.out) == (0, True)
    assert keyring_store.kept == {("Verbatim", typed): SECRET}
    assert "you are a checker" in run("hub", "status", typed).out
    story = run("list", desk_path, "--format", "json").json["stories"][0]["title"]
    shared = run("share", desk_path, story, typed, "--checker", "Ann")
    assert shared.code == 0
    again = run("sync", desk_path)
    assert again.code == 0
    assert_nowhere(tmp_path, *(one.out + one.err for one in (refused, result, shared, again)))


def test_a_wrong_password_is_not_kept(
    run: Run, typed: str, keyring_store: KeyringStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(getpass, "getpass", lambda _: "sesame")
    refused = run("hub", "login", typed)
    assert (refused.code, "did not let you in" in refused.err, "sesame" in refused.err) == (1, True, False)
    assert keyring_store.kept == {}


def test_where_no_keyring_is_installed_that_is_said_with_what_to_do(
    run: Run, typed: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("PGPASSWORD", raising=False)
    monkeypatch.setitem(sys.modules, "keyring", None)
    done = run("hub", "login", typed)
    assert (done.code, done.out) == (1, "")
    assert "the library keyring is not installed here" in done.err
    assert "~/.pgpass" in done.err
    assert_nowhere(tmp_path, done.err)


def test_where_no_keyring_takes_it_that_is_said(run: Run, typed: str, keyring_store: KeyringStore) -> None:
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]  # theirs
    done = run("hub", "login", typed)
    assert (done.code, "no keyring took it" in done.err) == (1, True)
    assert keyring_store.kept == {}
