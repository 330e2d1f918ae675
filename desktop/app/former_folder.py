"""Former data folder: what earlier versions of the program kept in a second folder is moved into the one of today.

There lie sample desks with their backups, and the journals of pending acts.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from desktop.store.pending import journal
from desktop.store.upkeep import backup_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def move_from(former: Path, folder: Path) -> dict[Path, Path]:
    """Move desks and pending acts from one folder to the other; returns the new place of each desk by its old one.

    What may be in use, or would take a name that is taken, stays where it is until another time. Raises nothing.
    """
    moved: dict[Path, Path] = {}
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        for desk in list(_free_desks(former)):
            with suppress(OSError):
                _move_desk(desk, folder)
                moved[desk] = folder / desk.name
        journal.move_orphans(former / "waiting", folder / "waiting", moved)
        for emptied in (former / "waiting", former):
            with suppress(OSError):  # something is left in it
                emptied.rmdir()
    return moved


def _free_desks(former: Path) -> Iterator[Path]:
    """Yield desks without a lock or a journal beside them, and without backups elsewhere that go by their path."""
    names = [path.name for path in former.iterdir()]
    for desk in sorted(former.glob("*.desk")):
        beside = [name for name in names if desk.name in name and name != desk.name]
        if not beside and not backup_folder.outside_of(desk).exists():
            yield desk


def _move_desk(desk: Path, folder: Path) -> None:
    copies = backup_folder.folder_of(desk)
    target, their_target = folder / desk.name, folder / copies.name
    if target.exists() or their_target.exists():
        raise FileExistsError(target)
    if copies.exists():
        copies.rename(their_target)
    desk.rename(target)
