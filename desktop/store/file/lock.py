"""Lock file beside a desk: one writer at a time, named to everybody else.

The file says who holds the desk. The holder also keeps an operating-system lock on it (flock; a byte on Windows), which
ends with the process: on a disk of this computer that lock decides. Elsewhere it may mean nothing between computers,
and what the file says is believed until somebody breaks it. SQLite's own locks still guard every write.
"""

from __future__ import annotations

import errno
import getpass
import hashlib
import json
import os
import secrets
import socket
import sys
from contextlib import ExitStack, suppress
from dataclasses import asdict, fields, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO, Self

from desktop.domain import value_type
from desktop.store.errors import DiskError, ForeignLock, Locked
from desktop.store.file.location import is_local
from desktop.translation import spoken_day, tr

if sys.platform == "win32":  # pragma: no cover
    import msvcrt
else:
    import fcntl

_RECENT = timedelta(days=1)  # an unreadable lock that is older is nobody's
_GUARDED = 2**30  # the byte that is locked on Windows, where nobody may read a locked one: far behind the text


@value_type
class Holder:
    """Who holds a lock; `born`, when the process was started, tells two of one number apart (empty where unknown)."""

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
        return cls(pid, socket.gethostname(), _user(), since, _start_time(pid), secrets.token_hex(8))

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
        return self.is_foreign or (_runs(self.pid) and (not self.born or _start_time(self.pid) in {"", self.born}))


_own_tokens: set[str] = set()  # the tokens of what this process holds


class Lock:
    """One desk held by this process until `release`; `broken` is the foreign lock that was broken for it."""

    def __init__(self, path: Path, mine: Holder, file: BinaryIO | None, broken: Broken | None = None) -> None:
        self._path = path
        self._mine = mine
        self._file = file  # locked as long as it is open
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
        raise Locked(tr("“{name}” is being opened by several programs at once. Try again in a moment.", name=desk.name))

    @classmethod
    def _claimed(cls, path: Path, mine: Holder, broken: Broken | None) -> Self | None:
        """Put a lock of ours there; None if somebody else has one there or was quicker."""
        with ExitStack() as closing:
            placed = _place(path, mine, closing)
            if placed is None:
                return None
            holder, file = placed
            if file is None and holder.os_lock:  # it was locked under another name, or could not stay open
                file = _locked(path)
                if file is None:
                    return None
                closing.callback(file.close)
            lock = cls(path, holder, file, broken)
            if not lock._is_in_place():
                return None
            closing.pop_all()
        _own_tokens.add(mine.token)
        return lock

    @property
    def held(self) -> bool:
        """Say whether the lock still lies beside the desk and is ours."""
        return self._mine.token in _own_tokens and read_holder(self._path) == self._mine and self._is_in_place()

    def _is_in_place(self) -> bool:
        """Say whether the file that is locked is the one that lies there."""
        try:
            return self._file is None or os.path.samestat(os.fstat(self._file.fileno()), self._path.stat())
        except OSError:
            return False

    def release(self) -> None:
        held = self.held
        if sys.platform == "win32":  # where nobody may delete an open file
            self._close()
        if held:
            with suppress(OSError):
                self._path.unlink()
        _own_tokens.discard(self._mine.token)
        self._close()

    def _close(self) -> None:
        if self._file is not None:
            with suppress(OSError):
                self._file.close()
            self._file = None


@value_type
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


@value_type
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
        raise Locked(
            _sentence(desk, holder)
            if holder
            else tr("Another program has “{name}” open. Close it there.", name=desk.name)
        )
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
    return ours and holder.token not in _own_tokens


def _sentence(desk: Path, holder: Holder) -> str:
    who, since = holder.user or tr("Somebody"), _since(holder)
    if holder.is_foreign:
        sentence = tr("{who} has “{name}” open on the computer “{host}”", who=who, name=desk.name, host=holder.host)
    else:
        sentence = tr("{who} has “{name}” open on this computer", who=who, name=desk.name)
    return f"{sentence} {since}. {tr('Close it there, or open it here to read only.')}"


def _since(holder: Holder) -> str:
    try:
        since = datetime.fromisoformat(holder.since).astimezone()
        return tr("since {day}, {time}", day=spoken_day(since), time=f"{since:%H:%M}")
    except (ValueError, OverflowError):  # damaged
        return tr("since nobody knows when")


def _foreign_sentence(desk: Path, found: _Found) -> str:
    if found.holder is None:
        written = found.written.astimezone()
        return tr(
            "Beside “{name}” lies a lock of {day}, {time} that cannot be read, so somebody may have it open. "
            "Open it here to read only; if nobody has it open, break the lock.",
            name=desk.name,
            day=spoken_day(written),
            time=f"{written:%H:%M}",
        )
    broken = tr("If nobody has it open there any more, break the lock.")
    return f"{_sentence(desk, found.holder)} {broken}"


# -- the file itself -----------------------------------------------------------------------------------------------


def _place(path: Path, mine: Holder, closing: ExitStack) -> tuple[Holder, BinaryIO | None] | None:
    """Put a lock of ours there; returns it with its file, if that is open and locked; None if there is another one."""
    # Written beside it and linked into place, so that nobody ever reads half a lock.
    part = path.with_name(f"{path.name}.{mine.token}")
    linked = True
    try:
        file = closing.enter_context(part.open("xb", buffering=0))
        mine = replace(mine, os_lock=_os_lock(file) is True)
        _write_whole(file, json.dumps(asdict(mine)).encode())
        try:
            os.link(part, path)
        except FileExistsError:
            return None
        except OSError:  # a file system without links
            linked = False
            if not _place_plainly(path, part):
                return None
        if sys.platform == "win32":  # where the name of an open file cannot be taken away
            file.close()
    except OSError as error:
        raise DiskError(
            tr(
                "The folder of “{name}” does not take a new file ({why}), so the desk can be read "
                "only. Free some space there, or copy it to a folder of yours.",
                name=path.stem,
                why=error.strerror,
            )
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return mine, file if mine.os_lock and linked and not file.closed else None


def _write_whole(file: BinaryIO, content: bytes) -> None:
    """Write through to the disk: a power cut must not leave an empty lock, of which nobody can be asked."""
    if file.write(content) < len(content):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    os.fsync(file.fileno())


def _place_plainly(path: Path, part: Path) -> bool:
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
        with path.open("rb") as file:
            return _os_lock(file)
    except OSError:
        return None


def _locked(path: Path) -> BinaryIO | None:
    """Open a file and lock it; None if it is gone or another process has locked it."""
    try:
        file = path.open("r+b")
    except OSError:
        return None
    if _os_lock(file):
        return file
    file.close()
    return None


def _os_lock(file: BinaryIO) -> bool | None:
    """Lock an open file until it is closed; False if another process holds it, None where such locks do not work."""
    try:
        if sys.platform == "win32":  # pragma: no cover
            at = file.tell()
            file.seek(_GUARDED)
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            finally:
                file.seek(at)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return None
    return True


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


def _start_time(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rsplit(")", 1)[1].split()[19]
    except (OSError, IndexError):
        return ""
