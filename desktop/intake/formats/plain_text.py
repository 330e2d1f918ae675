"""Plain text in any encoding."""

from __future__ import annotations

from desktop.intake.characters.decoding import decode_text
from desktop.intake.document import Document, Format
from desktop.intake.errors import LIMIT, too_large
from desktop.lazy_pattern import lazy_pattern
from desktop.translation import Sentence, english

_XML = lazy_pattern(r"\s*+<\?xml\s")


def read(data: bytes, name: str) -> list[Document]:
    """Decode the bytes; raises Binary or TooLarge with a sentence that begins with `name`."""
    if len(data) > LIMIT:
        raise too_large(name)
    decoded = decode_text(data, name)
    notices = list(decoded.warnings)
    if _XML.match(decoded.text):
        notices.append(Sentence("{name} is XML of a form that is not read: its tags stand in the text.", name=name))
    return [Document(decoded.text, notices=tuple(notices), encoding=decoded.encoding)]


FORMAT = Format(
    english("plain text"),
    "text/plain",
    read,
    "plain text 1",
    endings=(".txt", ".text", ".md"),
    has_boilerplate=True,
    is_risky=False,
)
