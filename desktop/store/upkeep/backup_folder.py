"""Folder of the backups of a desk.

Into one beside the desk; into the user's own folder on this computer where the desk lies in a synchronised or network
folder or on a stick; or into one that was chosen, which this computer remembers for the path of the desk.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from desktop.atomic_files import write_atomically
from desktop.store.errors import DiskError
from desktop.store.file.location import is_risky, own_folder
from desktop.translation import tr


def folder_of(desk: Path) -> Path:
    """Return the folder beside a desk."""
    return desk.with_name(f"{desk.stem} backups")


def outside_of(desk: Path) -> Path:
    """Return the folder on this computer for the copies of a desk that lies where they would share its fate."""
    return own_folder() / "backups" / _own_name(desk)


def place_of(desk: Path) -> Path:
    """Return the folder into which copies of a desk go; it need not be there yet."""
    chosen = chosen_for(desk)
    if chosen is not None:
        return chosen / _own_name(desk)
    return outside_of(desk) if is_risky(desk) else folder_of(desk)


def all_of(desk: Path) -> list[Path]:
    """Return the folders in which copies of a desk may lie, as far as they are there."""
    folders = dict.fromkeys((folder_of(desk), outside_of(desk), place_of(desk)))
    return [folder for folder in folders if folder.is_dir()]


def ready_for(desk: Path) -> Path:
    """Return the folder into which copies go, made if it was not there; raises DiskError where it takes no files."""
    place, chosen = place_of(desk), chosen_for(desk)
    probe = place / f".verbatim-{os.getpid()}.part"
    try:
        # A chosen folder that is gone is not made again: it may be the empty place of a disk that was taken out.
        place.mkdir(parents=chosen is None, exist_ok=True)
    except OSError as error:
        raise DiskError(
            tr(
                "The folder for backups cannot be made at “{place}” ({why}); no backup was made.",
                place=place,
                why=error.strerror,
            )
        ) from error
    try:
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise DiskError(
            tr(
                "The folder for backups, “{place}”, takes no files ({why}); no backup was made.",
                place=place,
                why=error.strerror,
            )
        ) from error
    return place


def chosen_for(desk: Path) -> Path | None:
    """Return the folder that was chosen for the copies of a desk on this computer, if one was."""
    try:
        chosen = _note(desk).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeError):
        return None
    return Path(chosen) if chosen else None


def choose(desk: Path, folder: Path | None) -> None:
    """Let the copies of a desk go into a folder from now on, or (None) where they go unasked; raises DiskError."""
    note = _note(desk)
    try:
        note.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(note, str(folder.absolute() if folder is not None else "").encode())
    except OSError as error:
        raise DiskError(
            tr("The choice of a folder cannot be kept ({why}); nothing was changed.", why=error.strerror)
        ) from error


def _note(desk: Path) -> Path:
    return outside_of(desk) / "chosen folder.txt"


def _own_name(desk: Path) -> str:
    """Return a name that no other desk of this computer has, whatever folder they share."""
    return f"{desk.stem} {hashlib.sha256(os.fsencode(desk.absolute())).hexdigest()[:12]}"
