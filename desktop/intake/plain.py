"""Importer of plain text: bytes or pasted characters become a capture."""

from __future__ import annotations

import hashlib

from desktop.domain import Capture
from desktop.intake.boilerplate import find_cuts
from desktop.intake.decoding import Decoded, clean, decode
from desktop.intake.errors import Binary, Empty, TooLarge
from desktop.intake.lines import split_lines
from desktop.intake.metadata import complete, read_header
from desktop.text.languages.registry import detect_language

LIMIT = 20_000_000  # bytes of text, as UTF-8
EXTRACTOR = "plain text 1"


def read(data: bytes, source: str, name: str) -> Capture:
    """Make a capture of bytes; raises Empty, Binary or TooLarge with a sentence that begins with `name`."""
    if len(data) > LIMIT:
        raise too_large(name, len(data))
    if not data:
        raise Empty(f"{name} is empty.")
    decoded = decode(data)
    if decoded is None:
        raise Binary(f"{name} is not a text: its bytes do not read as characters.")
    return _capture(decoded, data, source, name)


def read_pasted(text: str, source: str) -> Capture:
    """Make a capture of text that came as characters; the original bytes are its UTF-8."""
    original = text.encode("utf-8", "surrogatepass")
    name = "The pasted text"
    if len(original) > LIMIT:
        raise too_large(name, len(original))
    if not text:
        raise Empty(f"{name} is empty.")
    cleaned, warnings = clean(text.removeprefix("\ufeff"))
    return _capture(Decoded(cleaned, "utf-8", warnings), original, source, name)


def too_large(name: str, size: int) -> TooLarge:
    """Give the error for an input of so many bytes."""
    return TooLarge(
        f"{name} has {size / 1e6:,.1f} MB; Verbatim reads texts of up to {LIMIT // 1_000_000} MB. "
        "Please import the article alone."
    )


def _capture(decoded: Decoded, original: bytes, source: str, name: str) -> Capture:
    text = decoded.text
    if not text.strip(" \t\n\r\f\x0b\ufeff\ufffd\u200b\xa0"):
        raise Empty(f"{name} holds no text, only blanks.")
    encoded = text.encode()
    if len(encoded) > LIMIT:
        raise too_large(name, len(encoded))
    lines = split_lines(text)
    header = read_header(lines)
    cuts = find_cuts(lines, header)
    return Capture(
        text=text,
        metadata=complete(header, lines, cuts),
        cuts=cuts,
        original=original,
        original_sha256=hashlib.sha256(original).hexdigest(),
        text_sha256=hashlib.sha256(encoded).hexdigest(),
        source=source,
        media_type="text/plain",
        encoding=decoded.encoding,
        extractor=EXTRACTOR,
        language=detect_language(text),
        warnings=decoded.warnings,
    )
