"""Backups of a desk: making, verifying, thinning out and restoring copies.

A copy is made through SQLite's backup interface and counts only after it was opened and read. Where copies lie is
decided in `backup_folder`; the newest of 7 days, 4 weeks and 12 months stay.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from dataclasses import astuple
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from desktop.atomic_files import sync_file, sync_folder
from desktop.domain import value_type
from desktop.store.errors import Damaged, DiskError, StoreError
from desktop.store.file import database as files
from desktop.store.file.lock import Lock
from desktop.store.upkeep import backup_folder
from desktop.translation import english, spoken_day, tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from desktop.store.file.database import Database, Tell

DAILY, BY_HAND, BEFORE_UPDATE, BEFORE_RESTORE = (
    english("daily"),
    english("by hand"),
    english("before update"),
    english("before restore"),
)
_WHEN = "%Y-%m-%d %H%M%S"
_COPIED_AT_ONCE = 16 * 2**20  # bytes of a desk whose copy takes no time to speak of
_IN_NO_TIME = 2**20  # ... and is not worth another thread
_AGAIN = timedelta(minutes=10)
_DAYS, _WEEKS, _MONTHS = 7, 4, 12


@value_type
class Backup:
    """One copy of a desk."""

    path: Path
    made_at: datetime  # by the clock of the computer that made it, UTC
    why: str


@value_type
class Contents:
    """What a desk or a copy of it holds, to tell two apart."""

    articles: int
    versions: int
    quotes: int
    marks: int


def backups(desk: Path) -> list[Backup]:
    """Newest first, wherever they were put; files of other names are left alone."""
    found = [_parse(desk, path) for folder in backup_folder.all_of(desk) for path in folder.glob("*.desk")]
    return sorted((one for one in found if one), key=lambda one: (one.made_at, one.path.name), reverse=True)


def _parse(desk: Path, path: Path) -> Backup | None:
    rest = path.stem.removeprefix(f"{desk.stem} ")
    try:
        # strptime takes long to load
        made_at = datetime.fromisoformat(f"{rest[:10]}T{rest[11:17]}").replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(path, made_at, rest[18:]) if f"{made_at:{_WHEN}}" == rest[:17] else None


class Copies:
    """Makes the copies of one open desk: the first change of a day waits for one where that takes no time.

    Where it cannot be made, it is tried again with a later change, but not with each of them.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock
        self.checked_on: date | None = None  # the day of the last look whether a copy is due
        self._tried: datetime | None = None  # when the copy could not be made
        self._is_due = False
        self._meanwhile = False
        self.problem = ""

    @property
    def is_due(self) -> bool:
        """Say whether the day's copy is still to be made, and when the desk is closed at the latest."""
        return self._is_due

    def make_meanwhile(self) -> None:
        """Let no change wait for a copy of more than a megabyte: somebody makes it in the background once it is due."""
        self._meanwhile = True

    def note_made(self) -> None:
        """Somebody made the day's copy on another connection."""
        self.problem, self._is_due = "", False

    def note_failure(self, error: StoreError) -> None:
        """It could not be made there; it is tried again with a later change."""
        self.problem, self._tried, self._is_due = str(error), self._clock(), False

    def before_change(self) -> None:
        """Copy the desk before its first change of a day; a large one when it is closed, so that no mark waits."""
        now = self._clock()
        if self._database.read_only_why or (self.checked_on == now.date() and not self._is_to_be_tried_again(now)):
            return
        self._database.require_file()
        self._is_due = due(self._database, now)
        if not self._is_due:
            self.problem = ""  # somebody else made it
        elif (size := self._database.path.stat().st_size) <= (_IN_NO_TIME if self._meanwhile else _COPIED_AT_ONCE):
            self.finish()
        else:
            self._attempt(lambda: _try_place(self._database.path, size))
        self.checked_on = now.date()

    def _is_to_be_tried_again(self, now: datetime) -> bool:
        return bool(self.problem) and (self._tried is None or now - self._tried >= _AGAIN)

    def finish(self) -> None:
        """Make the day's copy if it is still to be made; what goes wrong stands in `problem` and stops nothing."""
        if self._is_due:
            self._is_due = False
            self._attempt(lambda: self.make(DAILY))

    def _attempt(self, act: Callable[[], object]) -> None:
        self.problem, self._tried = "", None
        try:
            act()
        except StoreError as error:
            self.problem, self._tried = str(error), self._clock()

    def make(self, why: str, tell: Tell | None = None) -> Path:
        """Make a copy now; once there is one, nothing is wrong any more. Raises StoreError, and what `tell` raises.

        `tell` is that of `Database.copy_to`.
        """
        copy = make(self._database, self._clock(), why, tell)
        self.problem, self._is_due = "", False
        rotate(self._database.path)
        return copy.path

    def keep_in(self, folder: Path) -> Path:
        """Let all copies of this desk go into a folder from now on, and make the first; raises StoreError."""
        former = backup_folder.chosen_for(self._database.path)
        backup_folder.choose(self._database.path, folder)
        try:
            return self.make(BY_HAND)
        except StoreError:
            backup_folder.choose(self._database.path, former)
            raise


def _try_place(desk: Path, size: int) -> None:
    """Raise DiskError where a copy of this many bytes will not be taken."""
    if shutil.disk_usage(backup_folder.ready_for(desk)).free < size:
        raise DiskError(tr("The disk has no room for a copy of this desk, so no backup will be made."))


def make(database: Database, at: datetime, why: str, tell: Tell | None = None) -> Backup:
    """Copy an open desk into its folder for backups; raises StoreError. `tell` is that of `Database.copy_to`."""
    folder = backup_folder.ready_for(database.path)
    path = copy(database, _free_name(folder, f"{database.path.stem} {at:{_WHEN}} {why}"), tell)
    return Backup(path, at, why)


def copy(database: Database, out: Path, tell: Tell | None = None) -> Path:
    """Copy an open desk to a new file, open the copy and compare; raises StoreError and then leaves no half copy.

    Where others write meanwhile, the copy holds what the desk held at some moment.
    """
    before = _holds(database)
    database.copy_to(out, tell)
    try:
        counts = zip(*map(astuple, (before, holds(out), _holds(database))), strict=True)
        same = all(min(first, last) <= held <= max(first, last) for first, held, last in counts)
    except StoreError:
        same = False
    if not same:
        with suppress(OSError):
            out.unlink(missing_ok=True)
        raise Damaged(tr("The copy “{name}” does not hold what the desk holds, so it was thrown away.", name=out.name))
    return out


def rescue(database: Database, out: Path) -> str:
    """Copy a desk to a new file where its own place fails, or else its newest backup; returns which, in words.

    Raises StoreError if neither can be read or the new place takes nothing.
    """
    try:
        copy(database, out)
    except StoreError as error:
        for one in backups(database.path):
            with suppress(StoreError):
                holds(one.path)
                _copy_file(one.path, out)
                at = one.made_at.astimezone()
                return tr("the backup of {day}, {time}", day=spoken_day(at), time=f"{at:%H:%M}")
        raise error from None
    return tr("the desk as it is")


def _copy_file(copy: Path, out: Path) -> None:
    part = out.with_name(f"{out.name}.part-{os.getpid()}")
    try:
        shutil.copyfile(copy, part)
        files.put_in_place(part, out)
    except OSError as error:
        raise DiskError(
            tr(
                "“{name}” could not be written ({why}). Choose another place.",
                name=out.name,
                why=error.strerror,
            )
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _free_name(folder: Path, name: str) -> Path:
    path, number = folder / f"{name}.desk", 1
    while path.exists():
        number += 1
        path = folder / f"{name} {number}.desk"
    return path


def holds(path: Path) -> Contents:
    """Open a copy to read only and count; raises what opening raises."""
    files.header(path)
    copy = files.open_database(path, "a backup", thorough=True)
    try:
        return _holds(copy)
    finally:
        copy.close()


def _holds(database: Database) -> Contents:
    counts = (database.value(f"SELECT count(*) FROM {table}") for table in ("article", "version", "quote", "mark"))
    return Contents(*counts)


def due(database: Database, at: datetime) -> bool:
    """Say whether today's copy is still to be made; a desk without articles needs none."""
    today = any(one.made_at.date() == at.date() for one in backups(database.path))
    return not today and bool(database.value("SELECT 1 FROM article LIMIT 1"))


def rotate(desk: Path) -> None:
    """Delete daily copies but the newest of each of the last days, weeks and months, and of the others all but 12."""
    found = backups(desk)
    daily = [one for one in found if one.why.startswith(DAILY)]
    staying = {
        one.path
        for key, most in (("%Y-%m-%d", _DAYS), ("%G-%V", _WEEKS), ("%Y-%m", _MONTHS))
        for one in _newest_of_each(daily, key, most)
    }
    others = [one for one in found if not one.why.startswith(DAILY)]
    staying |= {one.path for one in others[:_MONTHS]}
    for one in [*daily, *others]:
        if one.path not in staying:
            with suppress(OSError):
                one.path.unlink()


def _newest_of_each(daily: list[Backup], key: str, most: int) -> list[Backup]:
    newest: dict[str, Backup] = {}
    for one in daily:
        newest.setdefault(one.made_at.strftime(key), one)
    return list(newest.values())[:most]


def restore(backup: Path, desk: Path, at: datetime) -> Path | None:
    """Put a copy in the place of a desk that nobody has open; returns where the desk that was there is now."""
    holds(backup)
    lock = Lock.take(desk)
    try:
        part = desk.with_name(f"{desk.name}.part-{os.getpid()}")
        try:
            shutil.copyfile(backup, part)
            sync_file(part)
            former = _keep_former(desk, at) if desk.exists() else None
            # SQLite would play a journal that was left behind into the restored file.
            desk.with_name(desk.name + "-journal").unlink(missing_ok=True)
            part.replace(desk)
            sync_folder(desk.parent)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise DiskError(
            tr("The backup could not be put in place ({why}); the desk is as it was.", why=error.strerror)
        ) from error
    finally:
        lock.release()
    return former


def _keep_former(desk: Path, at: datetime) -> Path:
    """Keep the desk that is restored over, with its journal if it has one, however damaged it is."""
    folder = backup_folder.ready_for(desk)
    with suppress(StoreError):  # rolls an unfinished change back, where the file can still be opened
        files.header(desk)
        files.open_database(desk).close()
    former = _free_name(folder, f"{desk.stem} {at:{_WHEN}} {BEFORE_RESTORE}")
    shutil.copyfile(desk, former)
    sync_file(former)
    journal = desk.with_name(desk.name + "-journal")
    if journal.exists():
        shutil.copyfile(journal, former.with_name(former.name + "-journal"))
        journal.unlink()
    return former
