"""Lock file beside a desk: one writer at a time, named to everybody else.

The file says who holds the desk. The holder also keeps an operating-system lock on it (flock; a byte on Windows), which
ends with the process: on a disk of this computer that lock decides. Elsewhere it may mean nothing between computers,
and what the file says is believed until somebody breaks it. SQLite's own locks still guard every write.
"""

from __future__ import annotations

import getpass
import hashlib
import json
import os
import secrets
import socket
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Self

from desktop.atomic_files import sync_file
from desktop.store.errors import DiskError, ForeignLock, Locked
from desktop.store.file.location import is_local

if sys.platform == "win32":  # pragma: no cover
    import msvcrt
else:
    import fcntl

_RECENT = timedelta(days=1)  # an unreadable lock that is older is nobody's
_GUARDED = 2**30  # the byte that is locked on Windows, where nobody may read a locked one: far behind the text


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a lock; `born` tells two processes of one number apart and is empty where the system does not say."""

    pid: int
    host: str
    user: str = ""
    since: str = ""  # ISO time in UTC
    born: str = ""
    token: str = ""
    os_lock: bool = False  # whether the holder keeps an operating-system lock on the file

    @classmethod
    def here(cls) -> Holder:
        pid = os.getpid()
        since = datetime.now(UTC).isoformat(timespec="seconds")
        return cls(pid, socket.gethostname(), _user(), since, _born(pid), secrets.token_hex(8))

    @classmethod
    def from_json(cls, content: object) -> Holder:
        """Read what `asdict` gave, perhaps in a later version of the program: fields that are unknown are skipped.

        Raises TypeError where it names no process.
        """
        if not isinstance(content, dict) or not isinstance(content.get("host"), str):
            raise TypeError("not a holder of a lock")
        known: dict[str, object] = {field.name: content[field.name] for field in fields(cls) if field.name in content}
        pid = known.pop("pid", None)
        if not isinstance(pid, int) or isinstance(pid, bool):
            raise TypeError("a holder without a process")
        os_lock = known.pop("os_lock", False) is True
        return cls(pid=pid, **{name: str(value) for name, value in known.items()}, os_lock=os_lock)

    @property
    def is_foreign(self) -> bool:
        """Say whether it runs on another computer, or on this one under another name."""
        return self.host != socket.gethostname()

    @property
    def alive(self) -> bool:
        """Say whether the holder may still be running; on another machine nobody can tell, so yes."""
        return self.is_foreign or (_runs(self.pid) and (not self.born or _born(self.pid) in {"", self.born}))


_held: set[str] = set()  # the tokens of what this process holds


class Lock:
    """One desk held by this process until `release`; `broken` is the foreign lock that was broken for it."""

    def __init__(self, path: Path, mine: Holder, handle: int | None, broken: Broken | None = None) -> None:
        self._path = path
        self._mine = mine
        self._handle = handle
        self.broken = broken

    @classmethod
    def take(cls, desk: Path, *, breaking: str = "") -> Self:
        """Take the lock of a desk; raises Locked naming who has it.

        ForeignLock is raised for a lock that nobody here can ask after; its `fingerprint` as `breaking` breaks it.
        """
        path, mine, broken = lock_path(desk), Holder.here(), None
        for _ in range(5):
            lock = cls._claimed(path, mine, broken)
            if lock is not None:
                return lock
            found = _read(path)
            if found is not None:
                if _is_foreign(desk, path, found):
                    if found.fingerprint != breaking:
                        raise ForeignLock(_foreign_sentence(desk, found), found.fingerprint)
                    broken = Broken(found.holder)
                _clear(path, found)
        raise Locked(f"“{desk.name}” is being opened by several programs at once. Try again in a moment.")

    @classmethod
    def _claimed(cls, path: Path, mine: Holder, broken: Broken | None) -> Self | None:
        """Put a lock of ours there and lock it; None if somebody else has one there or was quicker."""
        holder = _claim(path, mine)
        if holder is None:
            return None
        handle = _locked(path) if holder.os_lock else None
        _held.add(mine.token)
        lock = cls(path, holder, handle, broken)
        if holder.os_lock and (handle is None or not lock.held):
            lock.release()
            return None
        return lock

    @property
    def held(self) -> bool:
        """Say whether the lock still lies beside the desk and is ours."""
        if self._mine.token not in _held or read_holder(self._path) != self._mine:
            return False
        try:
            return self._handle is None or os.path.samestat(os.fstat(self._handle), self._path.stat())
        except OSError:
            return False

    def release(self) -> None:
        held = self.held
        if sys.platform == "win32":  # where nobody may delete an open file
            self._close()
        if held:
            with suppress(OSError):
                self._path.unlink()
        _held.discard(self._mine.token)
        self._close()

    def _close(self) -> None:
        if self._handle is not None:
            with suppress(OSError):
                os.close(self._handle)
            self._handle = None


@dataclass(frozen=True, slots=True)
class Broken:
    """A lock that was broken; `holder` is None where it could not be read."""

    holder: Holder | None

    def known(self) -> dict[str, object]:
        """Return what is known of it, for the desk's log."""
        if self.holder is None:
            return {"unreadable": True}
        return {name: getattr(self.holder, name) for name in ("host", "pid", "since", "user")}


def lock_path(desk: Path) -> Path:
    return desk.with_name(desk.name + ".lock")


def read_holder(path: Path) -> Holder | None:
    """Return who a lock file names; None if it is gone or names nobody."""
    found = _read(path)
    return found.holder if found is not None else None


# -- what lies there -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Found:
    """A lock file; `holder` is None where it cannot be read."""

    holder: Holder | None
    written: datetime
    fingerprint: str  # another one for every other lock
    closed: bool = False  # to this user


def _read(path: Path) -> _Found | None:
    """Read a lock file; None if there is none."""
    try:
        stat = path.stat()
    except OSError:
        return None
    written = datetime.fromtimestamp(stat.st_mtime, UTC)
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError:
        return _Found(None, written, f"closed {stat.st_ino} {stat.st_mtime_ns}", closed=True)
    try:
        holder = Holder.from_json(json.loads(content))
    except (ValueError, TypeError):
        holder = None
    return _Found(holder, written, hashlib.sha256(content + str(stat.st_mtime_ns).encode()).hexdigest())


def _is_foreign(desk: Path, path: Path, found: _Found) -> bool:
    """Say whether a lock may be held where nobody here can ask; raises Locked if it is held, False if by nobody."""
    holder, free = found.holder, _os_lock_is_free(path)
    if free is False:
        raise Locked(_sentence(desk, holder) if holder else f"Another program has “{desk.name}” open. Close it there.")
    if holder is None:
        return found.closed or datetime.now(UTC) - found.written < _RECENT
    if not holder.alive or _was_released(holder) or (holder.os_lock and free and is_local(desk)):
        return False
    if not holder.is_foreign:
        raise Locked(_sentence(desk, holder))
    return True


def _was_released(holder: Holder) -> bool:
    """Say whether this is a lock of ours that was released while its folder was out of reach."""
    here = Holder.here()
    ours = (holder.pid, holder.host, holder.born) == (here.pid, here.host, here.born)
    return ours and holder.token not in _held


def _sentence(desk: Path, holder: Holder) -> str:
    where = f"on the computer “{holder.host}”" if holder.is_foreign else "on this computer"
    return (
        f"{holder.user or 'Somebody'} has “{desk.name}” open {where} {_since(holder)}. "
        "Close it there, or open it here to read only."
    )


def _since(holder: Holder) -> str:
    try:
        return f"since {datetime.fromisoformat(holder.since).astimezone():%d %B %Y, %H:%M}"
    except (ValueError, OverflowError):  # damaged
        return "since nobody knows when"


def _foreign_sentence(desk: Path, found: _Found) -> str:
    if found.holder is None:
        return (
            f"Beside “{desk.name}” lies a lock of {found.written.astimezone():%d %B %Y, %H:%M} that cannot be read, "
            "so somebody may have it open. Open it here to read only; if nobody has it open, break the lock."
        )
    return f"{_sentence(desk, found.holder)} If nobody has it open there any more, break the lock."


# -- the file itself -----------------------------------------------------------------------------------------------


def _claim(path: Path, mine: Holder) -> Holder | None:
    """Put a lock of ours there, and say whether it is to be locked; None if there is another one."""
    # Written beside it and linked into place, so that nobody ever reads half a lock.
    part = path.with_name(f"{path.name}.{mine.token}")
    try:
        part.touch()
        mine = replace(mine, os_lock=_os_lock_is_free(part) is True)
        part.write_text(json.dumps(asdict(mine)), encoding="utf-8")
        sync_file(part)  # or a power cut may leave an empty lock, which nobody can ask
        try:
            os.link(part, path)
        except FileExistsError:
            return None
        except OSError:  # a file system without links
            if not _claim_plainly(path, part):
                return None
    except OSError as error:
        raise DiskError(
            f"The folder of “{path.stem}” does not take a new file ({error.strerror}), so the desk can be read only. "
            "Free some space there, or copy it to a folder of yours."
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return mine


def _claim_plainly(path: Path, part: Path) -> bool:
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(part.read_text(encoding="utf-8"))
    except FileExistsError:
        return False
    return True


def _clear(path: Path, stale: _Found) -> None:
    """Move a stale lock away; what another process put there meanwhile goes back."""
    away = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    with suppress(OSError):
        path.rename(away)
        found = _read(away)
        if found is not None and found.fingerprint != stale.fingerprint:
            with suppress(OSError):
                os.link(away, path)
        away.unlink(missing_ok=True)


def _os_lock_is_free(path: Path) -> bool | None:
    """Say whether no process holds an operating-system lock on a file; None where such locks do not work."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return None
    try:
        _os_lock(handle)
    except BlockingIOError:
        return False
    except OSError:
        return None
    finally:
        os.close(handle)
    return True


def _locked(path: Path) -> int | None:
    """Open a file and lock it; None if it is gone or another process has locked it."""
    try:
        handle = os.open(path, os.O_RDWR)
    except OSError:
        return None
    try:
        _os_lock(handle)
    except OSError:
        os.close(handle)
        return None
    return handle


def _os_lock(handle: int) -> None:
    """Lock an open file until it is closed; raises BlockingIOError if another holds it, OSError where it cannot be."""
    if sys.platform == "win32":  # pragma: no cover
        os.lseek(handle, _GUARDED, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError from error
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


# -- processes -----------------------------------------------------------------------------------------------------


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _runs(pid: int) -> bool:
    if pid <= 0:
        return False
    if sys.platform == "win32":
        return _runs_on_windows(pid)
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
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
