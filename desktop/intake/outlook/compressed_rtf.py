"""Compressed RTF (MS-OXRTFCP), in which Outlook keeps bodies of messages: LZ77 with a window that is filled before."""

from __future__ import annotations

import struct

_HEAD = struct.Struct("<II4sI")  # bytes that follow, bytes unpacked, kind, checksum
_COMPRESSED, _PLAIN = b"LZFu", b"MELA"
_WINDOW = 4096
_FILLED = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor "
    b"MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20"
    b"\\b\\i\\u\\tab\\tx"
)


def unpack(data: bytes) -> bytes:
    """Give the RTF; what can be read of it if it is damaged, nothing if it is of another kind."""
    if len(data) < _HEAD.size:
        return b""
    _, size, kind, _ = _HEAD.unpack_from(data)
    if kind == _PLAIN:
        return data[_HEAD.size : _HEAD.size + size]
    return _inflate(data[_HEAD.size :])[:size] if kind == _COMPRESSED else b""


def _inflate(data: bytes) -> bytes:
    """Undo the compression: bits of a control byte, lowest first, say whether a byte or a reference follows."""
    window = bytearray(_FILLED.ljust(_WINDOW, b"\0"))
    write, place, out = len(_FILLED), 0, bytearray()
    while place < len(data):
        control = data[place]
        place += 1
        for bit in range(8):
            if not control >> bit & 1:
                piece = data[place : place + 1]
                place += 1
            else:
                reference = int.from_bytes(data[place : place + 2].ljust(2, b"\0"), "big")
                place += 2
                read, length = reference >> 4, (reference & 15) + 2
                if read == write or place > len(data):  # the mark of the end; or it is cut off
                    return bytes(out)
                piece = _referred(window, read, write, length)
            for byte in piece:
                window[write] = byte
                write = (write + 1) % _WINDOW
            out += piece
    return bytes(out)


def _referred(window: bytearray, read: int, write: int, length: int) -> bytes:
    """Give what a reference stands for; it may run into what it writes itself."""
    gap = (write - read) % _WINDOW
    piece = bytes(window[(read + i) % _WINDOW] for i in range(min(length, gap)))
    return (piece * (length // gap + 1))[:length]
