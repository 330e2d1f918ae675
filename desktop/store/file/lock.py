"""Who has this desk open for writing?

A small file beside the desk says so. SQLite's own locks still guard every write; this one lets us name the other side.
"""

from __future__ import annotations

import getpass
import json
import os
import secrets
import socket
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from desktop.store.errors import DiskError, Locked


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a lock; `born` tells two processes of one number apart and is empty where the system does not say."""

    pid: int
    host: str
    user: str
    since: str  # ISO time in UTC
    born: str
    token: str

    @classmethod
    def here(cls) -> Holder:
        pid = os.getpid()
        since = datetime.now(UTC).isoformat(timespec="seconds")
        return cls(pid, socket.gethostname(), _user(), since, _born(pid), secrets.token_hex(8))

    @property
    def alive(self) -> bool:
        """Say whether the holder may still be running; on another machine nobody can tell, so yes."""
        if self.host != socket.gethostname():
            return True
        return _runs(self.pid) and (not self.born or _born(self.pid) in {"", self.born})


_held: set[str] = set()  # the tokens of what this process holds


class Lock:
    """One desk held by this process until `release`."""

    def __init__(self, path: Path, mine: Holder) -> None:
        self._path = path
        self._mine = mine

    @classmethod
    def take(cls, desk: Path) -> Lock:
        """Take the lock of a desk; raises Locked naming who has it."""
        path, mine = lock_path(desk), Holder.here()
        for _ in range(5):
            if _claim(path, mine):
                _held.add(mine.token)
                return cls(path, mine)
            holder = read_holder(path)
            if holder is not None and holder.alive and not _was_let_go(holder):
                raise Locked(_sentence(desk, holder))
            _clear(path, holder)
        raise Locked(f"“{desk.name}” is being opened by several programs at once. Try again in a moment.")

    @property
    def held(self) -> bool:
        """Say whether the lock still lies beside the desk and is ours."""
        return read_holder(self._path) == self._mine

    def release(self) -> None:
        _held.discard(self._mine.token)
        if self.held:
            with suppress(OSError):
                self._path.unlink()


def _was_let_go(holder: Holder) -> bool:
    """Say whether this is a lock of ours that was released while its folder was out of reach."""
    here = Holder.here()
    ours = (holder.pid, holder.host, holder.born) == (here.pid, here.host, here.born)
    return ours and holder.token not in _held


def lock_path(desk: Path) -> Path:
    return desk.with_name(desk.name + ".lock")


def read_holder(path: Path) -> Holder | None:
    """Return who a lock file names; None if it is gone or names nobody."""
    try:
        return Holder(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _claim(path: Path, mine: Holder) -> bool:
    # Written aside and linked into place, so that nobody ever reads half a lock.
    aside = path.with_name(f"{path.name}.{mine.token}")
    try:
        aside.write_text(json.dumps(asdict(mine)), encoding="utf-8")
        try:
            os.link(aside, path)
        except FileExistsError:
            return False
        except OSError:  # a file system without links
            return _claim_plainly(path, aside)
        else:
            return True
    except OSError as error:
        raise DiskError(
            f"The folder of “{path.stem}” does not take a new file ({error.strerror}), so the desk can be read only. "
            "Free some space there, or copy it to a folder of yours."
        ) from error
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)


def _claim_plainly(path: Path, aside: Path) -> bool:
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(aside.read_text(encoding="utf-8"))
    except FileExistsError:
        return False
    return True


def _clear(path: Path, stale: Holder | None) -> None:
    """Move a stale lock away; what another process put there meanwhile goes back."""
    aside = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    with suppress(OSError):
        path.rename(aside)
        if read_holder(aside) != stale:
            with suppress(OSError):
                os.link(aside, path)
        aside.unlink(missing_ok=True)


def _sentence(desk: Path, holder: Holder) -> str:
    since = datetime.fromisoformat(holder.since).astimezone()
    where = "on this computer" if holder.host == socket.gethostname() else f"on the computer “{holder.host}”"
    return (
        f"{holder.user or 'Somebody'} has “{desk.name}” open {where} since {since:%d %B %Y, %H:%M}. "
        "Close it there, or open it here to read only."
    )


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _runs(pid: int) -> bool:
    if sys.platform == "win32":
        return _runs_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _runs_on_windows(pid: int) -> bool:  # pragma: no cover - os.kill would end the process there
    import ctypes  # noqa: PLC0415 - needed on Windows only

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - the attribute exists on Windows only
    handle = kernel.OpenProcess(0x1000, 0, pid)  # PROCESS_QUERY_LIMITED_INFORMATION
    if not handle:
        return bool(kernel.GetLastError() == 5)  # access denied: it runs
    code = ctypes.c_ulong()
    kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return code.value == 259  # STILL_ACTIVE


def _born(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rsplit(")", 1)[1].split()[19]
    except (OSError, IndexError):
        return ""
