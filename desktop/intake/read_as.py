"""Reading bytes as what a person says they are: in a named encoding, as a named format."""

from __future__ import annotations

import codecs
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.intake.capture import Origin
from desktop.intake.characters.decoding import BYTE_ORDER_MARKS
from desktop.intake.errors import Empty
from desktop.intake.reading import captures_of, speakable
from desktop.intake.registry import format_of, formats
from desktop.translation import Sentence, english

if TYPE_CHECKING:
    from desktop.domain import Capture

# Encodings to choose from, as Python names them, each with what it is for.
ENCODINGS = (
    ("utf-8", english("UTF-8")),
    ("cp1252", english("Western (windows-1252)")),
    ("iso8859-15", english("Western (ISO 8859-15)")),
    ("mac-roman", english("Western (Mac Roman)")),
    ("cp850", english("Western (DOS 850)")),
    ("cp1250", english("Central European (windows-1250)")),
    ("iso8859-2", english("Central European (ISO 8859-2)")),
    ("mac-latin2", english("Central European (Mac)")),
    ("cp852", english("Central European (DOS 852)")),
    ("cp1251", english("Cyrillic (windows-1251)")),
    ("koi8-r", english("Cyrillic (KOI8-R)")),
    ("iso8859-5", english("Cyrillic (ISO 8859-5)")),
    ("mac-cyrillic", english("Cyrillic (Mac)")),
    ("cp866", english("Cyrillic (DOS 866)")),
    ("cp1253", english("Greek (windows-1253)")),
    ("iso8859-7", english("Greek (ISO 8859-7)")),
    ("cp1254", english("Turkish (windows-1254)")),
    ("cp1255", english("Hebrew (windows-1255)")),
    ("cp1256", english("Arabic (windows-1256)")),
    ("cp1257", english("Baltic (windows-1257)")),
    ("cp932", english("Japanese (Shift JIS)")),
    ("euc-jp", english("Japanese (EUC-JP)")),
    ("iso2022-jp", english("Japanese (ISO-2022-JP)")),
    ("gb18030", english("Chinese (GB 18030)")),
    ("big5", english("Chinese (Big5)")),
    ("cp949", english("Korean (EUC-KR)")),
    ("utf-16-le", english("UTF-16, low byte first")),
    ("utf-16-be", english("UTF-16, high byte first")),
)


def format_names() -> tuple[str, ...]:
    """Give the names of all formats, by which `read_as` takes them."""
    return tuple(each.name for each in formats())


def read_as(data: bytes, source: str, name: str, encoding: str = "", format_name: str = "") -> list[Capture]:
    """Make captures of bytes in an encoding and as a format, each as found where none is named; keeps the bytes.

    Bytes that are not in the encoding show as U+FFFD, and a sentence counts them. Raises an IntakeError with a sentence
    that begins with `name`.
    """
    shown = speakable(name)
    if not data:
        raise Empty(Sentence("{name} is empty.", name=shown))
    content, lost = (data, 0) if not encoding else _as_utf8(data, encoding)
    found = next((each for each in formats() if each.name == format_name), None) or format_of(content, shown)
    documents = found.read(content, shown)
    if encoding:
        documents = [
            replace(each, encoding=encoding, notices=(*_notices(lost, encoding), *each.notices)) for each in documents
        ]
    return captures_of(documents, found, Origin(data, source, shown))


def _as_utf8(data: bytes, encoding: str) -> tuple[bytes, int]:
    """Write bytes of an encoding in UTF-8 with its mark, which every reader of text believes; count what is lost."""
    mark = next((m for m, of in BYTE_ORDER_MARKS if data.startswith(m) and of == encoding), b"")
    text = data[len(mark) :].decode(encoding, "replace")
    return codecs.BOM_UTF8 + text.encode("utf-8", "replace"), text.count("\ufffd")


def _notices(lost: int, encoding: str) -> tuple[str, ...]:
    if not lost:
        return ()
    return (
        Sentence.counted(
            "At {count} place the bytes are not {encoding} and were replaced; each shows as �.",
            "At {count} places the bytes are not {encoding} and were replaced; each shows as �.",
            lost,
            encoding=encoding,
        ),
    )
