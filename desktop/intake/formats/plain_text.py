"""Plain text in any encoding."""

from __future__ import annotations

from desktop.intake.characters.decoding import decode_text
from desktop.intake.document import Document, Format
from desktop.intake.errors import LIMIT, too_large
from desktop.translation import english


def read(data: bytes, name: str) -> list[Document]:
    """Decode the bytes; raises Binary or TooLarge with a sentence that begins with `name`."""
    if len(data) > LIMIT:
        raise too_large(name)
    decoded = decode_text(data, name)
    return [Document(decoded.text, notices=decoded.warnings, encoding=decoded.encoding)]


FORMAT = Format(
    english("plain text"),
    "text/plain",
    read,
    "plain text 1",
    endings=(".txt", ".text", ".md"),
    has_boilerplate=True,
    is_risky=False,
)
