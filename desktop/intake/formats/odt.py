"""OpenDocument texts: .odt, .ott templates, .odm, and .fodt, the same in one flat file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.intake.document import Document, Format
from desktop.translation import english

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.intake.document import Sample

_ENDINGS = (".odt", ".ott", ".odm", ".fodt")
_TYPE = b"application/vnd.oasis.opendocument.text"
_HEAD = 20_000  # bytes; a flat file names its type behind all its namespaces


def read(data: bytes, name: str) -> Sequence[Document]:
    """Read an OpenDocument text; two documents, before and after, where its tracked changes alter the text."""
    from desktop.intake.odt import reader

    return reader.read(data, name)


def _recognise(sample: Sample) -> bool:
    if sample.data.startswith(b"PK\x03\x04"):
        return b"mimetype" + _TYPE in sample.data[:200] or (b"content.xml" in sample.data and sample.ending in _ENDINGS)
    return "<office:document " in sample.head and _TYPE in sample.data[:_HEAD]


FORMAT = Format(
    english("OpenDocument text"), _TYPE.decode(), read, "OpenDocument 1", recognise=_recognise, endings=_ENDINGS
)
