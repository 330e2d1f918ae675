"""OpenTimestamps: proofs (.ots) read and followed, without the network.

A proof leads from the SHA-256 of a file, by hashing and joining, to attestations: a calendar's promise, or the root of
the Merkle tree of a Bitcoin block. The library of its inventors is under the LGPL and brings a Bitcoin client, so the
format is read here, as `core/serialize.py` and `core/timestamp.py` of github.com/opentimestamps/python-opentimestamps
write it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

from desktop.stamps.errors import StampError
from desktop.translation import Sentence, english

_MAGIC = b"\x00OpenTimestamps\x00\x00Proof\x00\xbf\x89\xe2\xe8\x84\xe8\x92\x94"
_SHA256, _SHA1, _APPEND, _PREPEND, _REVERSE, _HEXLIFY = 0x08, 0x02, 0xF0, 0xF1, 0xF2, 0xF3
_ATTESTATION, _FORK = 0x00, 0xFF
_BITCOIN = bytes.fromhex("0588960d73d71901")
_PENDING = bytes.fromhex("83dfe30d2ef90c8e")
_NOT_READ = english(
    "This is no OpenTimestamps proof (.ots), or it is damaged, or of a kind that Verbatim does not read."
)
_NO_HEADER = english("This is no block header: 160 hexadecimal digits that carry the work that they state.")
_LONGEST = 4096  # bytes of a message, as the format says
_LARGEST = 1_000_000  # bytes of a file that is read
_DEEPEST = 256  # steps, as the format says
_HEADER = 80  # bytes of a block header


@dataclass(frozen=True, slots=True)
class Attestation:
    """Where one way of a proof ends."""

    height: int | None  # of the Bitcoin block; None where it is no Bitcoin attestation
    root: bytes  # what the way leads to: 32 bytes of a block's Merkle root, in the order in which they are hashed
    calendar: str = ""  # address of a calendar that has promised to have it attested


@dataclass(frozen=True, slots=True)
class Proof:
    """What an .ots file says."""

    sha256: str  # of the file that it is over
    attestations: tuple[Attestation, ...]

    @property
    def in_blocks(self) -> tuple[Attestation, ...]:
        return tuple(one for one in self.attestations if one.height is not None)

    @property
    def calendars(self) -> tuple[str, ...]:
        return tuple(one.calendar for one in self.attestations if one.calendar)


@dataclass(frozen=True, slots=True)
class Block:
    """What a block header of Bitcoin says."""

    hash: str  # as block explorers print it
    root: bytes
    time: datetime  # as its miner states it, up to some hours off
    leading_zeros: int  # bits of the hash: what its work is measured by


def is_proof(content: bytes) -> bool:
    return content.startswith(_MAGIC)


def read_proof(content: bytes) -> Proof:
    """Follow a proof to all its ends; raises StampError if it is none, or has steps that cannot be followed."""
    if not is_proof(content) or len(content) > _LARGEST:
        raise StampError(Sentence(_NOT_READ))
    reader = _Reader(content, len(_MAGIC))
    try:
        if reader.number() != 1 or reader.byte() != _SHA256:
            raise StampError(Sentence(_NOT_READ))
        digest = reader.take(32)
        found = _follow(reader, digest)
    except (IndexError, UnicodeDecodeError) as error:
        raise StampError(Sentence(_NOT_READ)) from error
    if not reader.at_end or not found:
        raise StampError(Sentence(_NOT_READ))
    return Proof(digest.hex(), tuple(found))


def read_block_header(text: str) -> Block:
    """Read a header of 80 bytes, given as 160 hexadecimal digits; raises StampError if its work does not hold."""
    try:
        header = bytes.fromhex("".join(text.split()))
    except ValueError:
        header = b""
    if len(header) != _HEADER:
        raise StampError(Sentence(_NO_HEADER))
    hashed = hashlib.sha256(hashlib.sha256(header).digest()).digest()[::-1]
    bits = int.from_bytes(header[72:76], "little")
    target = (bits & 0x7FFFFF) << max(0, 8 * ((bits >> 24) - 3))
    if int.from_bytes(hashed, "big") > target:
        raise StampError(Sentence(_NO_HEADER))
    time = datetime.fromtimestamp(int.from_bytes(header[68:72], "little"), UTC)
    return Block(hashed.hex(), header[36:68], time, 256 - int.from_bytes(hashed, "big").bit_length())


class _Reader:
    def __init__(self, content: bytes, place: int) -> None:
        self._content = content
        self._place = place

    @property
    def at_end(self) -> bool:
        return self._place == len(self._content)

    def byte(self) -> int:
        return self.take(1)[0]

    def take(self, size: int) -> bytes:
        found = self._content[self._place : self._place + size]
        if len(found) < size:
            raise IndexError(size)
        self._place += size
        return found

    def number(self) -> int:
        """Seven bits a byte, lowest first."""
        found = shift = 0
        while shift < 63:
            byte = self.byte()
            found |= (byte & 0x7F) << shift
            if not byte & 0x80:
                return found
            shift += 7
        raise IndexError(shift)

    def bytes(self, most: int) -> bytes:
        size = self.number()
        if size > most:
            raise IndexError(size)
        return self.take(size)


def _follow(reader: _Reader, message: bytes) -> list[Attestation]:
    """Follow all ways from a message, those that fork off first; a list of what is left to do instead of recursion."""
    found: list[Attestation] = []
    forks = [(message, 0)]
    while forks:
        message, depth = forks.pop()
        while True:
            tag = reader.byte()
            if tag == _FORK:
                forks.append((message, depth))
                tag = reader.byte()
            if tag == _ATTESTATION:
                found.append(_attestation(reader, message))
                break
            message, depth = _step(reader, tag, message), depth + 1
            if depth > _DEEPEST:
                raise IndexError(depth)
    return found


def _step(reader: _Reader, tag: int, message: bytes) -> bytes:
    if tag in {_APPEND, _PREPEND}:
        operand = reader.bytes(_LONGEST)
        result = message + operand if tag == _APPEND else operand + message
    elif tag == _SHA256:
        result = hashlib.sha256(message).digest()
    elif tag == _SHA1:
        result = hashlib.sha1(message, usedforsecurity=False).digest()
    elif tag == _REVERSE:
        result = message[::-1]
    elif tag == _HEXLIFY:
        result = message.hex().encode()
    else:
        raise StampError(Sentence(_NOT_READ))
    if len(result) > _LONGEST:
        raise IndexError(len(result))
    return result


def _attestation(reader: _Reader, message: bytes) -> Attestation:
    kind, payload = reader.take(8), _Reader(reader.bytes(8192), 0)
    if kind == _BITCOIN:
        found = Attestation(payload.number(), message)
        if len(message) != 32:
            raise IndexError(len(message))
    elif kind == _PENDING:
        found = Attestation(None, message, payload.bytes(1000).decode())
    else:
        return Attestation(None, message)
    if not payload.at_end:
        raise IndexError(0)
    return found
