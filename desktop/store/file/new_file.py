"""Names of desk files: exclusive creation of a new one, and its rollback journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import atomic_files
from desktop.store.errors import DiskError, Exists

if TYPE_CHECKING:
    from pathlib import Path


def put_in_place(made: Path, wanted: Path) -> None:
    """Give a finished file its name, never over an existing one, and make the name durable; or leave no such name."""
    try:
        atomic_files.create_exclusively(made, wanted)
    except FileExistsError as error:
        raise Exists(f"There is already a file “{wanted.name}” in this folder. Choose another name.") from error
    except OSError as error:
        raise DiskError(
            f"The disk did not take the new file “{wanted.name}” ({error.strerror}), so it was not made. "
            "Free some space, or choose another folder."
        ) from error


def journal_path(path: Path) -> Path:
    """Return where SQLite keeps what it needs to take a broken-off change of a desk back."""
    return path.with_name(path.name + "-journal")
