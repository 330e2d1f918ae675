"""How is an open desk kept safe: which copies are made of it, and how does it come back from one?"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop.desk.queries import DeskReader
from desktop.store.upkeep import backup
from desktop.store.upkeep import backup_folder as backup_places

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.store.upkeep.recovery import Recovered


def time_now() -> datetime:
    return datetime.now(UTC)


class DeskKeeper(DeskReader):
    """The copies of an open desk; `desktop.desk.Desk` adds the acts that change it.

    Every method raises a StoreError (desktop.store.errors) with a sentence for the user where it fails.
    """

    def backup(self, out: Path | None = None) -> Path:
        """Copy the desk, beside itself or to a new file `out`; the copy was opened and compared when this returns."""
        return self._copies.make(backup.BY_HAND) if out is None else backup.copy(self._db, out)

    def keep_backups_in(self, folder: Path) -> Path:
        """Let copies of this desk go into a folder of this computer from now on, and make the first one there.

        Where that fails, they go on to go where they went.
        """
        return self._copies.keep_in(folder)

    @property
    def backup_folder(self) -> Path:
        """The folder into which copies go; it need not be there yet."""
        return backup_places.place_of(self.path)

    @staticmethod
    def restore(copy: Path, path: Path, *, clock: Callable[[], datetime] = time_now) -> Path | None:
        """Put a backup in the place of a desk nobody has open; returns where the former desk is kept."""
        return backup.restore(copy, path, clock())

    @staticmethod
    def recover(damaged: Path, out: Path, *, clock: Callable[[], datetime] = time_now) -> Recovered:
        """Make a new desk of the rows that can be read in a damaged or doctored file, which is left as it is."""
        from desktop.store.upkeep.recovery import recover

        return recover(damaged, out, clock().astimezone(UTC))

    def save_elsewhere(self, out: Path) -> str:
        """Copy the desk to a new file where its own place fails, or else its newest backup; says which in words."""
        return backup.rescue(self._db, out)
