"""The lock beside a desk: who is told what, which locks fall by themselves, and how a foreign one is broken."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import textwrap
from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.store.errors import ForeignLock, Locked
from desktop.store.file import lock as lock_file
from desktop.store.file.lock import Holder, Lock, lock_path
from tests.store.desks import Ticking, prepared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAY = 24 * 3600
LEE = {"pid": 1, "host": "the-other", "user": "Lee", "since": "2026-09-01T10:00:00+00:00", "born": "", "token": "t"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "one.desk"
    with Desk.create(path, clock=Ticking()) as desk:
        desk.add(prepared(title="Harbour"))
    return path


@pytest.fixture
def sleeper() -> Iterator[subprocess.Popen[bytes]]:
    """Another process of this computer."""
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    yield process
    process.communicate()


def leave(path: Path, content: object, *, age: float = 0) -> Path:
    """Put a lock file beside a desk as somebody wrote it `age` seconds ago."""
    lock = lock_path(path)
    lock.write_text(content if isinstance(content, str) else json.dumps(content))
    then = lock.stat().st_mtime - age
    os.utime(lock, (then, then))
    return lock


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", textwrap.dedent(code), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=50)


def test_the_lock_of_a_crashed_process_is_taken_over(path: Path) -> None:
    code = """
        import os, sys; from pathlib import Path
        from desktop.desk.open_desk import Desk
        Desk.open(Path(sys.argv[1])); os._exit(9)
        """
    assert run(code, str(path)).returncode == 9
    assert lock_path(path).exists()
    with Desk.open(path) as desk:
        desk.new_story("still here")
    assert not lock_path(path).exists()


def test_a_lock_on_another_computer_is_believed(path: Path) -> None:
    holder = {
        "pid": 1,
        "host": "the-other",
        "user": "Lee",
        "since": "2026-09-01T10:00:00+00:00",
        "born": "",
        "token": "t",
    }
    lock_path(path).write_text(json.dumps(holder))
    with pytest.raises(Locked, match=r"Lee has .* on the computer “the-other” since 1 September 2026"):
        Desk.open(path)
    assert lock_path(path).exists()


def test_a_reused_process_number_is_not_taken_for_the_holder(path: Path) -> None:
    holder = {"pid": os.getpid(), "host": socket.gethostname(), "user": "", "since": "2026-09-01T10:00:00+00:00"}
    lock_path(path).write_text(json.dumps(holder | {"born": "1", "token": "t"}))
    assert Holder(**holder, born="", token="").alive  # type: ignore[arg-type]  # a number and three words
    Desk.open(path).close()


def test_a_desk_that_was_out_of_reach_when_it_was_closed_opens_again(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    path = tmp_path / "stick" / "one.desk"
    with Desk.create(path):
        path.parent.rename(tmp_path / "away")
    (tmp_path / "away").rename(path.parent)
    assert lock_path(path).exists()  # nobody could take it away
    with Desk.open(path) as desk:
        assert not desk.read_only
    assert not lock_path(path).exists()


def test_a_lock_with_a_field_that_is_not_known_yet_is_believed(path: Path, sleeper: subprocess.Popen[bytes]) -> None:
    born = lock_file._start_time(sleeper.pid)
    here = LEE | {"host": socket.gethostname(), "pid": sleeper.pid, "born": born, "colour": "blue"}
    lock = leave(path, here)
    with pytest.raises(Locked, match=r"Lee has “one\.desk” open on this computer"):
        Desk.open(path)
    assert json.loads(lock.read_text()) == here


@pytest.mark.parametrize("content", ["{", "", "[]", '{"pid": "1", "host": "the-other"}', '{"pid": 1}', "\x00" * 200])
def test_a_lock_that_cannot_be_read_is_believed_for_a_day(path: Path, content: str) -> None:
    lock = leave(path, content)
    with pytest.raises(ForeignLock, match="cannot be read"):
        Desk.open(path)
    assert lock.read_text() == content
    leave(path, content, age=DAY + 60)
    Desk.open(path).close()
    assert not lock.exists()


@pytest.mark.parametrize("since", ["", "yesterday", "2026-13-45", "9999-12-31T23:59:59+00:00"])
def test_a_damaged_time_is_no_error_of_its_own(path: Path, since: str) -> None:
    leave(path, LEE | {"since": since})
    with pytest.raises(Locked, match=r"Lee has “one\.desk” open on the computer “the-other” since"):
        Desk.open(path)


@pytest.mark.parametrize("pid", [0, -1, 2**80])
def test_a_number_that_no_process_has_is_nobodys(path: Path, pid: int) -> None:
    leave(path, LEE | {"host": socket.gethostname(), "pid": pid})
    Desk.open(path).close()


def test_a_lock_that_another_process_holds_with_the_system_is_believed_whatever_it_says(path: Path) -> None:
    code = """
        import fcntl, sys
        file = open(sys.argv[1], "r+"); fcntl.flock(file, fcntl.LOCK_EX); print("held", flush=True); input()
        """
    lock = leave(path, "{", age=2 * DAY)
    command = [sys.executable, "-c", textwrap.dedent(code), str(lock)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(Locked, match=r"Another program has “one\.desk” open") as caught:
            Desk.open(path)
        assert not isinstance(caught.value, ForeignLock)
        other.communicate("\n")
    Desk.open(path).close()


def test_a_lock_left_under_another_name_of_this_computer_falls_with_the_lock_of_the_system(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = """
        import os, socket, sys; from pathlib import Path
        socket.gethostname = lambda: "former-name"
        from desktop.desk.open_desk import Desk
        Desk.open(Path(sys.argv[1])); os._exit(9)
        """
    assert run(code, str(path)).returncode == 9
    assert json.loads(lock_path(path).read_text())["host"] == "former-name"
    with monkeypatch.context() as patch:
        patch.setattr(lock_file, "is_local", lambda _: False)  # as on a network drive
        with pytest.raises(ForeignLock, match="former-name"):
            Desk.open(path)
    Desk.open(path).close()
    assert not lock_path(path).exists()


def test_a_foreign_lock_is_broken_only_as_it_was_shown_and_the_desk_says_so(path: Path) -> None:
    leave(path, LEE)
    with pytest.raises(ForeignLock, match=r"Lee has .* break the lock") as caught:
        Desk.open(path)
    leave(path, LEE | {"user": "Kim", "token": "u"})
    with pytest.raises(ForeignLock, match="Kim has"):
        Desk.open_breaking_lock(path, caught.value, checker="Ada")
    leave(path, LEE)
    with pytest.raises(ForeignLock) as caught:
        Desk.open(path)
    with Desk.open_breaking_lock(path, caught.value, checker="Ada") as desk:
        with pytest.raises(Locked, match="on this computer"):
            Desk.open(path)
        [entry] = [entry for _, entry in desk.chains.entries() if entry.kind == "lock broken"]
        assert (entry.subject, entry.checker) == (desk.uid, "Ada")
        assert entry.body == {"host": "the-other", "pid": 1, "user": "Lee", "since": LEE["since"]}
        assert desk.check().findings == []
    assert not lock_path(path).exists()


def test_a_broken_lock_that_could_not_be_read_is_logged_as_such(path: Path) -> None:
    leave(path, "{")
    with pytest.raises(ForeignLock) as caught:
        Desk.open(path)
    with Desk.open_breaking_lock(path, caught.value, checker="Ada") as desk:
        assert [entry.body for _, entry in desk.chains.entries()][-1] == {"unreadable": True}


def test_nothing_is_logged_where_the_lock_was_gone_meanwhile(path: Path) -> None:
    leave(path, LEE)
    with pytest.raises(ForeignLock) as caught:
        Desk.open(path)
    lock_path(path).unlink()
    with Desk.open_breaking_lock(path, caught.value, checker="Ada") as desk:
        assert "lock broken" not in [entry.kind for _, entry in desk.chains.entries()]


def test_of_many_that_open_a_desk_with_a_stale_lock_one_gets_it(path: Path) -> None:
    leave(path, LEE | {"host": socket.gethostname(), "pid": 2**22 + 1})
    code = """
        import sys; from pathlib import Path
        from desktop.store.errors import Locked; from desktop.store.file.lock import Lock
        input()
        try: lock = Lock.take(Path(sys.argv[1])); print("mine", flush=True)
        except Locked: print("not mine", flush=True)
        input()
        """
    command = [sys.executable, "-c", textwrap.dedent(code), str(path)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    others = [subprocess.Popen(command, **pipes) for _ in range(4)]  # type: ignore[call-overload]  # pipes, as named
    for other in others:
        other.stdin.write("\n")
        other.stdin.flush()
    found = sorted(other.stdout.readline() for other in others)
    for other in others:
        other.communicate("\n")
    assert found.count("mine\n") == 1


def test_a_lock_is_held_until_it_is_released(path: Path) -> None:
    lock = Lock.take(path)
    assert lock.held
    lock.release()
    assert not lock.held
    assert not lock_path(path).exists()


def test_a_lock_on_a_disk_that_went_and_came_back_is_taken_again(path: Path) -> None:
    with Desk.open(path) as desk:
        lock = lock_path(path)
        content = lock.read_bytes()
        lock.unlink()
        lock.write_bytes(content)  # the file is there again, but what this process has open is not it
        desk.reopen()
        with pytest.raises(Locked, match="on this computer"):
            Desk.open(path)
    assert not lock.exists()


def test_a_holder_names_a_process_and_a_computer() -> None:
    assert Holder.from_json(LEE | {"more": 1}) == Holder(1, "the-other", "Lee", "2026-09-01T10:00:00+00:00", "", "t")
