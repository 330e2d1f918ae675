"""File formats: how each is known by its bytes, and which importer reads it.

A later format gets a file of its own and an entry in `FORMATS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from desktop.intake import plain
from desktop.intake.errors import Binary, Unsupported

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain import Capture

_HEAD = 1024  # bytes in which a format shows itself


@dataclass(frozen=True, slots=True)
class Format:
    """A format, how to know it, and who reads it: `read(data, source, name)`; None where nobody does yet."""

    name: str  # as it stands in "… is a …"
    starts: tuple[bytes, ...] = ()  # any of these opens the file
    endings: tuple[str, ...] = ()  # file endings, lower case; asked only where the opening tells nothing
    read: Callable[[bytes, str, str], Capture] | None = None
    instead: str = ""  # what to do where nobody reads it
    refusal: type[Binary | Unsupported] = Unsupported


_SAVE_AS_TEXT = "Save it as plain text, or copy its text and paste it."
PLAIN = Format("plain text", read=plain.read)
FORMATS = (
    Format("PDF", (b"%PDF-",), (".pdf",), instead=_SAVE_AS_TEXT),
    Format("rich text file (RTF)", (b"{\\rtf",), (".rtf",), instead=_SAVE_AS_TEXT),
    Format("Word, OpenDocument or other packed file", (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"), instead=_SAVE_AS_TEXT),
    Format("Word document", endings=(".docx", ".doc"), instead=_SAVE_AS_TEXT),
    Format("OpenDocument text", endings=(".odt",), instead=_SAVE_AS_TEXT),
    Format(
        "web page",
        (b"<!doctype html", b"<html", b"mime-version:"),
        (".html", ".htm", ".xhtml", ".mht", ".mhtml"),
        instead="Open it in a browser, copy the article and paste it.",
    ),
    Format("picture", (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM"), refusal=Binary),
    Format("program", (b"\x7fELF", b"MZ\x90", b"\xcf\xfa\xed\xfe"), refusal=Binary),
    Format("recording", (b"ID3", b"OggS", b"RIFF", b"fLaC", b"\x1aE\xdf\xa3"), refusal=Binary),
    Format("packed archive", (b"\x1f\x8b", b"7z\xbc\xaf", b"BZh", b"\xfd7zXZ", b"Rar!\x1a"), refusal=Binary),
    Format(
        "database or desk",
        (b"SQLite format 3\0",),
        (".desk",),
        instead="A desk is opened with Open, not imported.",
    ),
)


def read(data: bytes, source: str, name: str) -> Capture:
    """Hand the bytes to the importer of their format; raises an IntakeError whose sentence begins with `name`."""
    found = _format_of(data, name)
    if found.read is None:
        raise found.refusal(" ".join(filter(None, [f"{name} is a {found.name}, not plain text.", found.instead])))
    return found.read(data, source, name)


def _format_of(data: bytes, name: str) -> Format:
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    ending = PurePath(name).suffix.lower()
    by_start = (each for each in FORMATS if _opens(data, head, each))
    by_ending = (each for each in FORMATS if ending in each.endings)
    return next(by_start, None) or next(by_ending, PLAIN)


def _opens(data: bytes, head: bytes, file_format: Format) -> bool:
    """Compare openings: markup in any case and after blanks; what could be a word needs a zero byte near it."""
    for start in file_format.starts:
        if start.startswith((b"<", b"mime")):
            if head[: len(start)].lower() == start:
                return True
        elif data.startswith(start) and (not start.isalnum() or b"\0" in data[:_HEAD]):
            return True
    return False
