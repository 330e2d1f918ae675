"""Packed files (zip): opened without unpacking anything that is locked, damaged, or a bomb.

Names of entries are keys only and never become paths. Nothing is written.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from desktop.intake.errors import Damaged, Empty, Locked, TooLarge, Unsupported
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

LARGEST_SUM = 1_000_000_000  # bytes of all entries, unpacked
LARGEST_ENTRY = 100_000_000  # bytes of one entry, unpacked
MOST_ENTRIES = 20_000
MOST_GROWTH = 300  # times; text that repeats itself is seldom over 100, bombs are over 1000
_SMALL = 20_000_000  # bytes unpacked below which no growth is a danger

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_KINDS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the others unpack without a limit
_LOCKED_BIT = 0x1
_FAULTS = (  # all that zipfile raises on bytes of others
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    KeyError,
    IndexError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    UnicodeError,
    ValueError,
)


class Packed:
    """A zip file whose list of entries was found harmless; `read` unpacks one of them.

    Entries are asked for by name with `/`, in any case and with or without a leading slash, as office programs do.
    """

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self.name = name
        self._archive = archive
        self._entries: dict[str, list[zipfile.ZipInfo]] = {}
        for entry in archive.infolist():
            self._entries.setdefault(_key(entry.filename), []).append(entry)

    def __contains__(self, entry_name: str) -> bool:
        return _key(entry_name) in self._entries

    def names(self) -> list[str]:
        """List the names as they stand in the file, in its order, without folders."""
        return [entry.filename for entry in self._archive.infolist() if not entry.is_dir()]

    def size(self, entry_name: str) -> int:
        """Tell the bytes of an entry, unpacked, as the file states them; 0 where there is none."""
        return max((entry.file_size for entry in self._entries.get(_key(entry_name), ())), default=0)

    def read(self, entry_name: str) -> bytes:
        """Unpack an entry; raises Damaged where it is not there or broken, TooLarge over `LARGEST_ENTRY`."""
        found = self._entries.get(_key(entry_name))
        if not found:
            raise Damaged(
                Sentence("{name} is not complete: its part {part} is missing.", name=self.name, part=_shown(entry_name))
            )
        if len({(entry.CRC, entry.file_size) for entry in found}) > 1:
            raise Damaged(
                Sentence(
                    "{name} holds two different parts that are both called {part}.",
                    name=self.name,
                    part=_shown(entry_name),
                )
            )
        entry = found[-1]
        if entry.file_size > LARGEST_ENTRY:
            size = _megabytes(entry.file_size)
            raise TooLarge(
                Sentence(
                    "{name} is too large: its part {part} would unpack to {size}.",
                    name=self.name,
                    part=_shown(entry_name),
                    size=size,
                )
            )
        return self._unpack(entry)

    def _unpack(self, entry: zipfile.ZipInfo) -> bytes:
        try:
            with self._archive.open(entry) as file:
                # The stated size as the limit: without one, zipfile unpacks everything before it compares.
                data = file.read(entry.file_size)
        except _FAULTS as error:
            raise Damaged(
                Sentence(
                    "{name} is damaged: its part {part} cannot be unpacked.",
                    name=self.name,
                    part=_shown(entry.filename),
                )
            ) from error
        if len(data) != entry.file_size:
            raise Damaged(
                Sentence("{name} is damaged: its part {part} breaks off.", name=self.name, part=_shown(entry.filename))
            )
        return data


def open_packed(data: bytes, name: str, *, largest_sum: int = LARGEST_SUM) -> Packed:
    """Open the bytes of a zip file; `name` begins the sentence of each error.

    Raises Empty, Damaged, Locked (a password), Unsupported (an old Office file, a rare packing) or TooLarge (a bomb).
    """
    if not data:
        raise Empty(Sentence("{name} is empty.", name=name))
    if data.startswith(_COMPOUND):
        raise _compound(data, name)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except _FAULTS as error:
        raise Damaged(
            Sentence("{name} is damaged or not complete: its list of parts cannot be read.", name=name)
        ) from error
    if any(entry.flag_bits & _LOCKED_BIT for entry in entries):
        raise locked(name)
    if any(entry.compress_type not in _KINDS for entry in entries):
        raise Unsupported(Sentence("{name} is packed in a way that Verbatim does not unpack.", name=name))
    _refuse_bomb(entries, len(data), name, largest_sum)
    return Packed(archive, name)


def locked(name: str) -> Locked:
    """Give the error for an office file with a password."""
    return Locked(
        Sentence(
            "{name} is protected by a password. Open it, save it without the password, and add it again.", name=name
        )
    )


def _refuse_bomb(entries: Iterable[zipfile.ZipInfo], size: int, name: str, largest_sum: int) -> None:
    sizes = [(entry.file_size, entry.compress_size) for entry in entries]
    if len(sizes) > MOST_ENTRIES:
        raise TooLarge(
            Sentence(
                "{name} holds {number} parts; Verbatim reads packed files of up to {limit}.",
                name=name,
                number=f"{len(sizes):,}",
                limit=f"{MOST_ENTRIES:,}",
            )
        )
    unpacked = sum(large for large, _ in sizes)
    if unpacked > largest_sum:
        raise TooLarge(
            Sentence(
                "{name} would unpack to {size}; the limit is {limit}.",
                name=name,
                size=_megabytes(unpacked),
                limit=_megabytes(largest_sum),
            )
        )
    if sum(small for _, small in sizes) > size:
        raise Damaged(Sentence("{name} is damaged: its parts lie over one another.", name=name))
    grown = sum(large for large, small in sizes if large > _SMALL and large > MOST_GROWTH * small)
    if grown or (unpacked > _SMALL and unpacked > MOST_GROWTH * size):
        raise TooLarge(
            Sentence(
                "{name} would unpack to {size}, {times} times its size.",
                name=name,
                size=_megabytes(unpacked),
                times=f"{unpacked // max(size, 1):,}",
            )
        )


def _compound(data: bytes, name: str) -> Locked | Unsupported:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return locked(name)
    return Unsupported(
        Sentence("{name} is a file of an old Office program. Save it as .docx or .odt and add it again.", name=name)
    )


def _key(entry_name: str) -> str:
    return entry_name.replace("\\", "/").lstrip("/").lower()


def _shown(entry_name: str) -> str:
    shown = "".join(c if c.isprintable() else "\ufffd" for c in entry_name)
    return shown if len(shown) <= 80 else f"{shown[:50]}…{shown[-29:]}"


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.0f} MB"
