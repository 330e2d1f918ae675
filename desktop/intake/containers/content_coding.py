"""Content codings of HTTP: bytes as they travelled become bytes as the server meant them.

Our own, since the readers of archives stop at codings they lack or hand on what is still packed without an error.
"""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING

from desktop.intake.errors import Damaged, TooLarge
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable

LARGEST = 100_000_000  # bytes of one body, unpacked
_PIECE = 65_536


def decode_content(body: bytes, codings: str, name: str) -> bytes:
    """Undo the codings of a `Content-Encoding` header, last first.

    A body that is not packed as its header says is given as it stands: servers and archives often state a coding that
    was undone. Raises Damaged where a packed body breaks, TooLarge over `LARGEST`; `name` begins the sentence.
    """
    for coding in reversed([each.strip().lower() for each in codings.split(",") if each.strip()]):
        undo = _CODINGS.get(coding.removeprefix("x-"))
        if undo is not None:
            body = undo(body, name)
        elif coding not in {"identity", "utf-8", "none", "binary", "aws-chunked"}:
            raise Damaged(
                Sentence("{name} is packed as {coding}, which Verbatim does not unpack.", name=name, coding=coding[:40])
            )
    return body


def is_whole(body: bytes, codings: str) -> bool:
    """Say whether a packed body reaches the end of its last coding; True for what is not packed, or not as said."""
    coding = codings.rpartition(",")[2].strip().lower().removeprefix("x-")
    ended = _ENDS.get(coding)
    return ended is None or ended(body)


def dechunk(body: bytes) -> bytes:
    """Undo `Transfer-Encoding: chunked`; what is not chunked, or breaks off, is given as far as it goes."""
    parts, place = list[bytes](), 0
    while place < len(body):
        end = body.find(b"\r\n", place, place + 200)
        try:
            size = int(body[place:end].split(b";")[0], 16) if end >= 0 else -1
        except ValueError:
            size = -1
        if size < 0:
            return b"".join(parts) if parts else body
        if size == 0:
            break
        parts.append(body[end + 2 : end + 2 + size])
        place = end + 2 + size + 2
    return b"".join(parts)


def _gunzip(body: bytes, name: str) -> bytes:
    if not body.startswith(b"\x1f\x8b"):
        return body
    parts, size = [], 0
    while body.startswith(b"\x1f\x8b"):  # one member after the other
        unpacked, body = _inflate(body, 31, name)
        size += len(unpacked)
        if size > LARGEST:
            raise _bomb(name)
        parts.append(unpacked)
    return b"".join(parts)


def _deflate(body: bytes, name: str) -> bytes:
    """Undo zlib's form, or the bare stream that some servers send under the same label."""
    for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        try:
            return _inflate(body, bits, name)[0]
        except Damaged:
            continue
    return body


def _inflate(body: bytes, bits: int, name: str) -> tuple[bytes, bytes]:
    inflating = zlib.decompressobj(bits)
    try:
        unpacked = inflating.decompress(body, LARGEST + 1)
    except zlib.error as error:
        raise Damaged(Sentence("{name} is damaged: it cannot be unpacked.", name=name)) from error
    if len(unpacked) > LARGEST:
        raise _bomb(name)
    return unpacked, inflating.unused_data


def _brotli(body: bytes, name: str) -> bytes:
    import brotli

    inflating, parts, size = brotli.Decompressor(), [], 0
    try:
        for start in range(0, len(body), _PIECE):
            piece = inflating.process(body[start : start + _PIECE], output_buffer_limit=LARGEST)
            size += len(piece)
            if size >= LARGEST:
                raise _bomb(name)
            parts.append(piece)
    except brotli.error:
        return _as_it_stands(body, name)
    return b"".join(parts)


def _zstandard(body: bytes, name: str) -> bytes:
    import zstandard

    if not body.startswith(b"\x28\xb5\x2f\xfd"):
        return body
    try:
        with zstandard.ZstdDecompressor().stream_reader(io.BytesIO(body), read_across_frames=True) as stream:
            unpacked = stream.read(LARGEST + 1)
    except zstandard.ZstdError as error:
        raise Damaged(Sentence("{name} is damaged: it cannot be unpacked.", name=name)) from error
    if len(unpacked) > LARGEST:
        raise _bomb(name)
    return bytes(unpacked)


def _as_it_stands(body: bytes, name: str) -> bytes:
    """Give a body that reads as text: its label was wrong; raises Damaged for anything else."""
    if b"\0" in body[:1024] or not body[:200].isascii():
        raise Damaged(Sentence("{name} is damaged: it cannot be unpacked.", name=name))
    return body


def _bomb(name: str) -> TooLarge:
    return TooLarge(Sentence("{name} would unpack to more than {limit} MB.", name=name, limit=LARGEST // 1_000_000))


_CODINGS: dict[str, Callable[[bytes, str], bytes]] = {
    "gzip": _gunzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstandard,
}


def _gzip_ends(body: bytes) -> bool:
    while body.startswith(b"\x1f\x8b"):
        inflating = zlib.decompressobj(31)
        _unpack_away(inflating, body)
        if not inflating.eof:
            return False
        body = inflating.unused_data
    return True


def _deflate_ends(body: bytes) -> bool:
    for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        inflating = zlib.decompressobj(bits)
        try:
            _unpack_away(inflating, body)
        except zlib.error:
            continue
        return inflating.eof
    return True


def _unpack_away(inflating: zlib._Decompress, body: bytes) -> None:
    """Unpack for the sake of the end alone, in pieces that are not kept."""
    while body and not inflating.eof:
        inflating.decompress(body, _PIECE)
        body = inflating.unconsumed_tail


def _brotli_ends(body: bytes) -> bool:
    import brotli

    inflating = brotli.Decompressor()
    try:
        for start in range(0, len(body), _PIECE):
            inflating.process(body[start : start + _PIECE])
    except brotli.error:
        return True  # not packed as said: it stands as it is
    return bool(inflating.is_finished())


def _zstandard_ends(body: bytes) -> bool:
    import zstandard

    while body.startswith(b"\x28\xb5\x2f\xfd"):
        inflating = zstandard.ZstdDecompressor().decompressobj()
        for start in range(0, len(body), _PIECE):
            inflating.decompress(body[start : start + _PIECE])
            if inflating.eof:
                body = inflating.unused_data + body[start + _PIECE :]
                break
        else:
            return False
    return True


_ENDS: dict[str, Callable[[bytes], bool]] = {
    "gzip": _gzip_ends,
    "deflate": _deflate_ends,
    "br": _brotli_ends,
    "zstd": _zstandard_ends,
}
