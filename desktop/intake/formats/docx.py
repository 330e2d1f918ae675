"""Word files: .docx, .docm with macros (which never run), .dotx and .dotm templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.intake.document import Document, Format
from desktop.translation import english

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.intake.document import Sample

_ENDINGS = (".docx", ".docm", ".dotx", ".dotm")
_PACKED = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # what a file with a password is inside of


def read(data: bytes, name: str) -> Sequence[Document]:
    """Read a Word file; two documents, before and after, where its tracked changes alter the text."""
    from desktop.intake.docx import reader

    return reader.read(data, name)


def _recognise(sample: Sample) -> bool:
    if sample.data.startswith(_PACKED):
        return b"[Content_Types].xml" in sample.data and b"word/" in sample.data
    return sample.data.startswith(_COMPOUND) and sample.ending in _ENDINGS


FORMAT = Format(
    english("Word document"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    read,
    "Word 1",
    recognise=_recognise,
    endings=_ENDINGS,
)
