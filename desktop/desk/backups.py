"""Backups of an open desk: make one, list them, choose their folder; restore a backup, recover a damaged desk."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from desktop.store.upkeep import backup, backup_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.store.file.database import Database, Tell
    from desktop.store.upkeep.backup import Backup
    from desktop.store.upkeep.recovery import RecoveryResult


time_now = partial(datetime.now, UTC)


class DeskBackups:
    """The backups of one open desk; every method raises a StoreError with a sentence for the user where it fails."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self.copies = backup.Copies(database, clock)

    def all(self) -> list[Backup]:
        """Newest first."""
        return backup.backups(self._database.path)

    def make(self, out: Path | None = None) -> Path:
        """Copy the desk, beside itself or to a new file `out`; the copy was opened and compared when this returns."""
        return self.copies.make(backup.BY_HAND) if out is None else backup.copy(self._database, out)

    def make_daily(self, tell: Tell) -> None:
        """Make the day's copy; `tell` hears how many pages are copied and of how many, and may raise to give it up."""
        self.copies.make(backup.DAILY, tell)

    def keep_in(self, folder: Path) -> Path:
        """Let copies of this desk go into a folder of this computer from now on, and make the first one there.

        Where that fails, they go on to go where they went.
        """
        return self.copies.keep_in(folder)

    def rescue(self, out: Path) -> str:
        """Copy the desk to a new file where its own place fails, or else its newest backup; says which in words."""
        return backup.rescue(self._database, out)

    @property
    def folder(self) -> Path:
        """The folder into which copies go; it need not be there yet."""
        return backup_folder.place_of(self._database.path)

    @property
    def problem(self) -> str:
        """One sentence if today's backup could not be made, else empty."""
        return self.copies.problem


def restore(copy: Path, path: Path, *, clock: Callable[[], datetime] = time_now) -> Path | None:
    """Put a backup in the place of a desk nobody has open; returns where the former desk is kept."""
    return backup.restore(copy, path, clock())


def recover(damaged: Path, out: Path, *, clock: Callable[[], datetime] = time_now) -> RecoveryResult:
    """Make a new desk of the rows that can be read in a damaged or doctored file, which is left as it is."""
    from desktop.store.upkeep import recovery

    return recovery.recover(damaged, out, clock().astimezone(UTC))
