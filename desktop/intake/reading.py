"""Import: paths, folders, bytes and pasted text become captures, on this thread and in this process.

What reads files that others made does so through `desktop.intake.batch`, in processes of their own.
"""

from __future__ import annotations

import os
import re
import stat
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.intake.capture import Origin, make_capture
from desktop.intake.characters.decoding import clean
from desktop.intake.document import Document
from desktop.intake.errors import FILE_LIMIT, LIMIT, Empty, IntakeError, Unreadable, too_large
from desktop.intake.formats.plain_text import FORMAT as PLAIN_TEXT
from desktop.intake.registry import format_of
from desktop.lazy_pattern import lazy_pattern
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.domain import Capture
    from desktop.intake.document import Format

# A desk, its journals, locks and backups: nothing in a folder that is an article.
_DESK_FILE = lazy_pattern(r"\.desk($|[-.~])", re.IGNORECASE)
_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini"})


def read_bytes(data: bytes, *, source: str, name: str = "") -> list[Capture]:
    """Make captures of bytes, at least one; `name` is what sentences call it.

    Raises an IntakeError with a plain sentence. Several captures are the parts of one file, in its order.
    """
    shown = speakable(name or Path(source).name or source or Sentence("The file"))
    if len(data) > FILE_LIMIT:
        raise too_large(shown, FILE_LIMIT)
    if not data:
        raise Empty(Sentence("{name} is empty.", name=shown))
    found = format_of(data, shown)
    return captures_of(found.read(data, shown), found, Origin(data, source, shown))


def captures_of(documents: Iterable[Document], found: Format, origin: Origin) -> list[Capture]:
    """Make captures of the documents of one file, at least one; raises an IntakeError where none holds text.

    A document follows what is left of those before it: none where the first of its versions gives no capture.
    """
    captures, errors = [], []
    has_earlier = False  # a version before this one gave a capture
    for document in documents:
        has_earlier = has_earlier and document.follows
        try:
            if document.follows != has_earlier:
                document = replace(document, follows=has_earlier)  # noqa: PLW2901
            captures.append(make_capture(document, found, origin))
            has_earlier = True
        except IntakeError as error:  # of several parts one may hold no text
            errors.append(error)
    if not captures:
        raise errors[0] if errors else Empty(Sentence("{name} holds no text.", name=origin.name))
    return captures


def read_captures(path: Path) -> list[Capture]:
    """Make captures of a file; raises an IntakeError with a plain sentence. Over the limit, nothing is read."""
    return read_bytes(_bytes_of(path), source=str(path), name=path.name)


def read_path(path: Path) -> Capture:
    """Make the first capture of a file, for files of one text; raises as `read_captures`."""
    return read_captures(path)[0]


def read_text(text: str, *, source: str = "clipboard") -> Capture:
    """Make a capture of pasted text, whose original bytes are its UTF-8; raises Empty or TooLarge."""
    name = Sentence("The pasted text")
    original = text.encode("utf-8", "surrogatepass")
    if len(original) > LIMIT:
        raise too_large(name)
    if not text:
        raise Empty(Sentence("{name} is empty.", name=name))
    cleaned, notices = clean(text.removeprefix("\ufeff"))
    document = Document(cleaned, notices=notices, encoding="utf-8")
    return make_capture(document, PLAIN_TEXT, Origin(original, source, name))


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
    name = speakable(path.name or str(path))
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            os.listdir(path)  # noqa: PTH208  raises where the folder cannot be opened, which is the better sentence
            raise Unreadable(Sentence("{name} is a folder, not a file.", name=name))
        # A pipe or a device would never end.
        if not stat.S_ISREG(found.st_mode):
            raise Unreadable(Sentence("{name} is not a file that can be read.", name=name))
        return _read_within_limit(path, name)
    except (OSError, ValueError) as error:
        raise Unreadable(_why_not(error, name)) from error


def _read_within_limit(path: Path, name: str) -> bytes:
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size > FILE_LIMIT:
            raise too_large(name, FILE_LIMIT)
        data = file.read(size + 1)  # not more at once: room is made for all that is asked for
        return data if len(data) <= size else data + file.read(FILE_LIMIT + 1 - len(data))  # it has grown since


def _why_not(error: OSError | ValueError, name: str) -> str:
    if isinstance(error, PermissionError):
        return Sentence("{name} cannot be read: you do not have permission to open it.", name=name)
    if isinstance(error, FileNotFoundError):
        return Sentence("{name} is not there.", name=name)
    reason = error.strerror if isinstance(error, OSError) and error.strerror else Sentence("its name cannot be used")
    return Sentence("{name} could not be read: {why}.", name=name, why=reason)


def speakable(name: str) -> str:
    """Return a name fit for one line: file names may hold line ends, half characters and control characters."""
    shown = "".join(c if c.isprintable() else "\ufffd" for c in name)
    return shown if len(shown) <= 120 else f"{shown[:80]}…{shown[-36:]}"
