"""Attachments: files that came with a mail, as texts of their own; winmail.dat (TNEF) opened."""

from __future__ import annotations

import struct
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.intake.errors import IntakeError
from desktop.intake.worker import outcome_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.intake.document import Document


_PDF = "application/pdf"  # its reader is a library that may take the process down, and the mail with it
_MOST = 50  # files of one mail that are looked at
_leaves_risky: ContextVar[bool] = ContextVar("leaves_risky", default=False)


@contextmanager
def leaving_risky_files() -> Iterator[None]:
    """Read no file whose reader may take the process down; its name is given as unread."""
    before = _leaves_risky.set(True)
    try:
        yield
    finally:
        _leaves_risky.reset(before)


def read_files(files: Sequence[tuple[str, bytes]], message: str) -> tuple[list[Document], list[str]]:
    """Read files by name and bytes; also give the names of those that nobody reads. `message` names whose they are."""
    found: list[Document] = []
    unread: list[str] = []
    for place, (name, data) in enumerate(_unpacked(files)):
        documents = _read(name, data, message) if place < _MOST else []
        found += documents
        unread += [] if documents else [name]
    return found, unread


def _unpacked(files: Sequence[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Give the files, in place of one of Outlook's packing what is in it."""
    for name, data in files:
        inner = files_in(data) if data.startswith(SIGNATURE) else []
        yield from ((f"{name}: {each}", of) for each, of in inner)
        if not inner:
            yield name, data


def _read(name: str, data: bytes, message: str) -> list[Document]:
    from desktop.intake.formats.plain_text import FORMAT as PLAIN_TEXT
    from desktop.intake.registry import format_of

    try:
        known = format_of(data, name)
        is_known = known is not PLAIN_TEXT or any(name.lower().endswith(ending) for ending in known.endings)
    except IntakeError:
        return []
    if not is_known or (known.media_type == _PDF and _leaves_risky.get()):
        return []
    outcome = outcome_of(known.read, (data, name), name)
    return [
        replace(
            document,
            part=", ".join(filter(None, [message, name, document.part])),
            original=document.original or data,
            media_type=document.media_type or known.media_type,
        )
        for document in (() if isinstance(outcome, IntakeError) else outcome[0])
    ]


SIGNATURE = b"\x78\x9f\x3e\x22"
_HEAD = struct.Struct("<BII")
_BODY, _BEGINS, _TITLE, _DATA = 0x800C, 0x9002, 0x8010, 0x800F
_MOST_IN_TNEF = 200  # files


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
    return [(name, inner) for name, inner in found if name][:_MOST_IN_TNEF]


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = len(SIGNATURE) + 2
    while at + _HEAD.size <= len(data):
        _, number, length = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        if at + length + 2 > len(data):
            return
        yield number & 0xFFFF, data[at : at + length]
        at += length + 2
