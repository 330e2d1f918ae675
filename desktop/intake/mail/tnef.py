"""TNEF, the file "winmail.dat" in which Outlook packs what it attaches: the plain text in it, and its files by name.

A signature and a key, then attributes: level, id, length, data, checksum (MS-OXTNEF 2.1). The id of an attribute is its
number; a file begins with an attribute of its own, then come its title and its data.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SIGNATURE = b"\x78\x9f\x3e\x22"
_HEAD = struct.Struct("<BII")
_BODY, _BEGINS, _TITLE, _DATA = 0x800C, 0x9002, 0x8010, 0x800F
_MOST = 200  # files


def files_in(data: bytes) -> list[tuple[str, bytes]]:
    """Give the files of a TNEF stream by name and bytes, its text as "message.txt"; what is cut off is left out."""
    found: list[tuple[str, bytes]] = []
    for number, value in _attributes(data):
        if number == _BODY and value.strip(b"\0\r\n "):
            found.insert(0, ("message.txt", value.rstrip(b"\0")))
        elif number == _BEGINS:
            found.append(("", b""))
        elif number == _TITLE and found:
            found[-1] = (value.rstrip(b"\0").decode("cp1252", "replace"), found[-1][1])
        elif number == _DATA and found:
            found[-1] = (found[-1][0], value)
    return [(name, inner) for name, inner in found if name][:_MOST]


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = len(SIGNATURE) + 2
    while at + _HEAD.size <= len(data):
        _, number, length = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        if at + length + 2 > len(data):
            return
        yield number & 0xFFFF, data[at : at + length]
        at += length + 2
