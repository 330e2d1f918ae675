"""Import: paths, folders, bytes and pasted text become captures."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.intake import formats, plain
from desktop.intake.errors import IntakeError, Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.domain import Capture

# A desk, its journals, locks and backups: nothing in a folder that is an article.
_DESK_FILE = re.compile(r"\.desk($|[-.~])", re.IGNORECASE)
_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Refused:
    """An input that could not be read, and the sentence that says why."""

    path: Path
    why: str


def read_bytes(data: bytes, *, source: str, name: str = "") -> Capture:
    """Make a capture of bytes; `name` is what sentences call it. Raises an IntakeError with a plain sentence."""
    return formats.read(data, source, _speakable(name or Path(source).name or source or "The file"))


def read_path(path: Path) -> Capture:
    """Make a capture of a file; raises an IntakeError with a plain sentence. Over the limit, nothing is read."""
    return read_bytes(_bytes_of(path), source=str(path), name=path.name)


def read_text(text: str, *, source: str = "clipboard") -> Capture:
    """Make a capture of pasted text; raises Empty or TooLarge with a plain sentence."""
    return plain.read_pasted(text, source)


def read_all(paths: Iterable[Path]) -> Iterator[Capture | Refused]:
    """Read one input after the other; one that cannot be read gives its sentence and stops nobody."""
    for path in paths:
        try:
            yield read_path(path)
        except IntakeError as error:
            yield Refused(path, str(error))


def find_inputs(paths: Sequence[Path]) -> list[Path]:
    """List files, with folders unfolded: sorted, each file once, no hidden files, no desks or their side files.

    What was named itself is always listed, also a folder that cannot be opened: reading it says why.
    """
    found: dict[Path, None] = {}
    for path in paths:
        found.update(dict.fromkeys(_unfold(path) if _is_folder(path) else [path]))
    return list(found)


def _unfold(folder: Path) -> Iterator[Path]:
    folders = [folder]  # a stack, last first: folders may be nested deeper than Python's calls
    while folders:
        path = folders.pop()
        if path != folder and not _is_folder(path):
            yield path
        elif path == folder or not path.is_symlink():  # a link may lead in a circle
            try:
                entries = sorted(path.iterdir(), reverse=True)
            except OSError:
                yield path  # reading it gives the sentence
                continue
            folders += [entry for entry in entries if not _is_passed_over(entry.name)]


def _is_passed_over(name: str) -> bool:
    return name.startswith(".") or name.lower() in _SYSTEM_FILES or bool(_DESK_FILE.search(name))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _bytes_of(path: Path) -> bytes:
    name = _speakable(path.name or str(path))
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            os.listdir(path)  # noqa: PTH208  raises where the folder cannot be opened, which is the better sentence
            raise Unreadable(f"{name} is a folder, not a file.")
        # A pipe or a device would never end.
        if not stat.S_ISREG(found.st_mode):
            raise Unreadable(f"{name} is not a file that can be read.")
        return _read_within_limit(path, name)
    except (OSError, ValueError) as error:
        raise Unreadable(_why_not(error, name)) from error


def _read_within_limit(path: Path, name: str) -> bytes:
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size > plain.LIMIT:
            raise plain.too_large(name, size)
        data = file.read(plain.LIMIT + 1)  # it may have grown since
    if len(data) > plain.LIMIT:
        raise plain.too_large(name, len(data))
    return data


def _why_not(error: OSError | ValueError, name: str) -> str:
    if isinstance(error, PermissionError):
        return f"{name} cannot be read: you do not have permission to open it."
    if isinstance(error, FileNotFoundError):
        return f"{name} is not there."
    reason = error.strerror if isinstance(error, OSError) and error.strerror else "its name cannot be used"
    return f"{name} could not be read: {reason}."


def _speakable(name: str) -> str:
    """Return a name fit for one line: file names may hold line ends, half characters and control characters."""
    shown = "".join(c if c.isprintable() else "\ufffd" for c in name)
    return shown if len(shown) <= 120 else f"{shown[:80]}…{shown[-36:]}"
