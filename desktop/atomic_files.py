"""Atomic writes: a file gets its name only when it is complete, and keeps it through a power cut.

Everything here raises OSError and nothing else; those who call say what that means for the user.
"""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import stat
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH  # for anybody: a file without any of them is meant to stay


def create_exclusively(source: Path, target: Path) -> None:
    """Give a finished file its name, never over an existing one (FileExistsError), and make the name durable.

    Where that fails, there is no file of that name afterwards.
    """
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if target.exists():
            raise FileExistsError(target) from None
        source.rename(target)
    else:
        with suppress(OSError):  # a second name does no harm
            source.unlink()
    try:
        sync_folder(target.parent)
    except OSError:
        with suppress(OSError):
            target.unlink()
        raise


@contextmanager
def atomic_replacement(target: Path) -> Iterator[Path]:
    """Give the name of a file to write; when the block ends, it takes the place of `target` in one step, on the disk.

    A link stays one: what it points to is replaced. A write-protected file raises PermissionError, as writing into it
    would. Where anything fails, what was there stays and the new file is gone.
    """
    place = target.resolve()
    there = place.exists()
    if there and not (os.access(place, os.W_OK) and place.stat().st_mode & _WRITABLE):
        raise PermissionError(errno.EACCES, "it is write-protected", str(target))
    part = place.parent / f".verbatim-{secrets.token_hex(8)}.part"
    try:
        yield part
        if there:
            shutil.copymode(place, part)
        sync_file(part)
        part.replace(place)
        sync_folder(place.parent)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def write_atomically(target: Path, content: bytes) -> None:
    """Write the bytes to `target` in one step, over what was there; on the disk when this returns."""
    with atomic_replacement(target) as part:
        part.write_bytes(content)


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
