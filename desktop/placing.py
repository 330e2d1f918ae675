"""How does a file get its name, so that it is there whole or not at all, and stays when the power goes off?

Everything here raises OSError and nothing else; those who call say what that means for the user.
"""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def put_new(made: Path, wanted: Path) -> None:
    """Give a finished file its name, never over an existing one (FileExistsError), and make the name durable.

    Where that fails, there is no file of that name afterwards.
    """
    try:
        os.link(made, wanted)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if wanted.exists():
            raise FileExistsError(wanted) from None
        made.rename(wanted)
    else:
        with suppress(OSError):  # a second name does no harm
            made.unlink()
    try:
        sync_folder(wanted.parent)
    except OSError:
        with suppress(OSError):
            wanted.unlink()
        raise


def replace_whole(target: Path, content: bytes) -> None:
    """Put the bytes at `target` in one step, over what was there; on the disk when this returns."""
    part = target.parent / f".verbatim-{secrets.token_hex(8)}.part"
    try:
        with part.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
        sync_folder(target.parent)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


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
