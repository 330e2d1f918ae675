"""PDF, read with PDFium."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.intake.document import Document, Format
from desktop.translation import english

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.intake.document import Sample


def read(data: bytes, name: str) -> Sequence[Document]:
    """Read the pages of a PDF."""
    from desktop.intake.pdf import reader

    return reader.read(data, name)


def _recognise(sample: Sample) -> bool:
    return sample.data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"%PDF-")


FORMAT = Format(
    english("PDF"),
    "application/pdf",
    read,
    "PDF 1",
    recognise=_recognise,
    endings=(".pdf",),
)
