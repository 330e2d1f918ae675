"""Storages of an Outlook message (MS-OXMSG): the properties of the message and of what came with it."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

from desktop.intake.characters.labels import decode_labelled
from desktop.intake.errors import Damaged
from desktop.intake.rtf.code_pages import encoding_of_code_page
from desktop.translation import Sentence

if TYPE_CHECKING:
    from olefile import OleFileIO

# Property numbers.
SUBJECT, BODY, HTML, COMPRESSED_RTF = 0x0037, 0x1000, 0x1013, 0x1009
MESSAGE_CLASS, HEADS, SENT, DELIVERED = 0x001A, 0x007D, 0x0039, 0x0E06
SENDER_NAME, SENDER_ADDRESS, SENDER_MAIL, RECIPIENTS, COPIES = 0x0C1A, 0x0C1F, 0x5D01, 0x0E04, 0x0E03
AUTHOR_NAME, AUTHOR_ADDRESS, AUTHOR_MAIL = 0x0042, 0x0065, 0x5D02  # for whom it was sent
ATTACHED, METHOD, LONG_NAME, SHORT_NAME, SHOWN_NAME, MEDIA_TYPE, CONTENT_ID, IS_HIDDEN = (
    0x3701, 0x3705, 0x3707, 0x3704, 0x3001, 0x370E, 0x3712, 0x7FFE,
)  # fmt: skip
_INTERNET_CODE_PAGE, _CODE_PAGE, _LOCALE = 0x3FDE, 0x3FFD, 0x3FF1
_UNICODE, _BYTES, _BINARY, _OBJECT = "001F", "001E", "0102", "000D"
_PROPERTIES = "__properties_version1.0"
_ROOT_HEAD, _MESSAGE_HEAD, _OTHER_HEAD = 32, 24, 8  # bytes before the properties of fixed size
_START = datetime(1601, 1, 1, tzinfo=UTC)
_TICKS = range(11644473600 * 10**7, 15746918400 * 10**7)  # tenths of microseconds from 1970 to 2100, since then
_ASCII = 20127
# Code page by the language of a locale, where it is not Western.
_LANGUAGES = {
    0x01: 1256, 0x02: 1251, 0x04: 936, 0x05: 1250, 0x08: 1253, 0x0D: 1255, 0x0E: 1250, 0x11: 932, 0x12: 949, 0x15: 1250,
    0x18: 1250, 0x19: 1251, 0x1A: 1250, 0x1B: 1250, 0x1C: 1250, 0x1E: 874, 0x1F: 1254, 0x20: 1256, 0x22: 1251,
    0x23: 1251, 0x24: 1250, 0x25: 1257, 0x26: 1257, 0x27: 1257, 0x29: 1256, 0x2A: 1258, 0x2F: 1251,
}  # fmt: skip
_TRADITIONAL = dict.fromkeys((0x0404, 0x0C04, 0x1404), 950)  # Chinese of Taiwan, Hong Kong, Macao


# The library checks little: a damaged file ends in whatever error comes first.
_DAMAGES = (
    OSError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError, struct.error, RecursionError,
)  # fmt: skip


@dataclass(slots=True)
class Storage:
    """A message, or something that came with one."""

    streams: dict[str, bytes] = field(default_factory=dict)  # by name
    storages: dict[str, Storage] = field(default_factory=dict)
    head: int = _OTHER_HEAD
    code_pages: tuple[int, ...] = ()  # in which bytes may be, the likeliest first

    def text(self, number: int) -> str:
        """Give a property that is a text; an empty string if it is not there."""
        data = self.streams.get(_stream(number, _UNICODE))
        if data is not None:
            return data.decode("utf-16-le", "replace").rstrip("\0")
        data = self.streams.get(_stream(number, _BYTES), b"").rstrip(b"\0")
        return decode_labelled(data, self.encoding_of(data))

    def encoding(self, number: int) -> str:
        """Name the encoding of a property that is a text."""
        if _stream(number, _UNICODE) in self.streams:
            return "utf-16-le"
        return self.encoding_of(self.streams.get(_stream(number, _BYTES), b""))

    def binary(self, number: int) -> bytes:
        return self.streams.get(_stream(number, _BINARY), b"")

    def number(self, number: int) -> int:
        """Give a property that is a number, 0 if it is not there."""
        data = self._fixed(number)
        return struct.unpack("<i", data[:4])[0] if data else 0

    def time(self, number: int) -> datetime | None:
        """Give a property that is a time; None if it is not there, or no time of a mail."""
        data = self._fixed(number)
        ticks = struct.unpack("<Q", data)[0] if data else 0
        return _START + timedelta(microseconds=ticks // 10) if ticks in _TICKS else None

    def inner(self, number: int) -> Storage | None:
        """Give a message that is kept as a property."""
        found = self.storages.get(_stream(number, _OBJECT))
        if found is None or _PROPERTIES not in found.streams:  # an object of Windows
            return None
        found.prepare(_MESSAGE_HEAD)
        return found

    def attachments(self) -> list[Storage]:
        found = [storage for name, storage in sorted(self.storages.items()) if name.startswith("__attach_version1.0_#")]
        for each in found:
            each.code_pages = self.code_pages
        return found

    def encoding_of(self, data: bytes) -> str:
        """Name the encoding of bytes: the first of the message's code pages in which they are without a fault."""
        if data.isascii():
            return "windows-1252"
        for number in self.code_pages:
            encoding = encoding_of_code_page(number)
            if encoding and "\ufffd" not in decode_labelled(data, encoding):
                return encoding
        return "windows-1252"

    def prepare(self, head: int) -> None:
        """Set where the properties of a message begin, and read its code pages."""
        self.head = head
        locale = self.number(_LOCALE)
        of_locale = _TRADITIONAL.get(locale) or _LANGUAGES.get(locale & 0x3FF, 0)
        stated = (self.number(_INTERNET_CODE_PAGE), self.number(_CODE_PAGE), of_locale)
        self.code_pages = tuple(number for number in stated if number not in {0, _ASCII})

    def _fixed(self, number: int) -> bytes:
        properties = self.streams.get(_PROPERTIES, b"")
        for start in range(self.head, len(properties) - 15, 16):
            if int.from_bytes(properties[start + 2 : start + 4], "little") == number:
                return properties[start + 8 : start + 16]
        return b""


def open_message(data: bytes, name: str) -> Storage:
    """Read all storages of an MSG file; raises Damaged with a sentence that begins with `name`."""
    from olefile import OleFileIO

    try:
        with OleFileIO(BytesIO(data)) as ole:
            root = _read(ole, len(data))
    except _DAMAGES as error:
        raise Damaged(
            Sentence("{name} is damaged or cut off: it is no Outlook message that can be read.", name=name)
        ) from error
    root.prepare(_ROOT_HEAD)
    return root


def _read(ole: OleFileIO[str], most: int) -> Storage:
    """Read all streams; those of a true file are no larger together than the file, `most` bytes.

    The library goes round in a chain of sectors that bites its tail until it has as many bytes as the directory says.
    """
    root = Storage()
    paths = ole.listdir(streams=True, storages=False)
    small: int = getattr(ole.root, "size", 0)  # the sectors of small streams are kept as one
    if sum(map(ole.get_size, paths)) + small > 2 * most:
        raise ValueError("streams that are larger than their file")
    for path in paths:
        storage = root
        for part in path[:-1]:
            storage = storage.storages.setdefault(part, Storage())
        with ole.openstream(path) as stream:
            storage.streams[path[-1]] = stream.read()
    return root


def _stream(number: int, kind: str) -> str:
    return f"__substg1.0_{number:04X}{kind}"
