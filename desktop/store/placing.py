"""How does a finished file get its name, so that it is there whole or not at all, and stays when the power goes off?"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from desktop.store.errors import DiskError, Exists

if TYPE_CHECKING:
    from pathlib import Path


def put_in_place(made: Path, wanted: Path) -> None:
    """Give a finished file its name, never over an existing one, and make the name durable; or leave no such name."""
    try:
        _give_name(made, wanted)
    except OSError as error:
        raise _not_named(wanted, error) from error
    try:
        sync_folder(wanted.parent)
    except OSError as error:
        with suppress(OSError):
            wanted.unlink()
        raise _not_named(wanted, error) from error


def _give_name(made: Path, wanted: Path) -> None:
    try:
        os.link(made, wanted)
    except FileExistsError as error:
        raise Exists(f"There is already a file “{wanted.name}” in this folder. Choose another name.") from error
    except OSError as error:  # a file system without links
        if wanted.exists():
            raise Exists(f"There is already a file “{wanted.name}” in this folder.") from error
        made.rename(wanted)
    else:
        with suppress(OSError):  # a second name does no harm
            made.unlink()


def _not_named(wanted: Path, error: OSError) -> DiskError:
    return DiskError(
        f"The disk did not take the new file “{wanted.name}” ({error.strerror}), so it was not made. "
        "Free some space, or choose another folder."
    )


def sync_file(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def journal_path(path: Path) -> Path:
    """Return where SQLite keeps what it needs to take a broken-off change of a desk back."""
    return path.with_name(path.name + "-journal")
