"""Attachments: files that came with a mail, as texts of their own where their format is read here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.intake.errors import IntakeError
from desktop.intake.mail.tnef import SIGNATURE, files_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.intake.document import Document

_PDF = "application/pdf"  # its reader may take its process down, and the mail with it
_MOST = 50  # files of one mail that are looked at


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
        documents = known.read(data, name) if is_known and known.media_type != _PDF else ()
    except IntakeError:
        return []
    return [
        replace(
            document,
            part=", ".join(filter(None, [message, name, document.part])),
            original=document.original or data,
            media_type=document.media_type or known.media_type,
        )
        for document in documents
    ]
