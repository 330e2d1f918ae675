"""Decoding: the characters that bytes stand for, their encoding, and what was guessed or lost."""

from __future__ import annotations

import codecs

from desktop.domain import value_type
from desktop.intake.characters.encodings import guess, seven_bit, unmarked_utf32
from desktop.intake.errors import Binary
from desktop.lazy_pattern import lazy_pattern
from desktop.translation import Sentence

_SAMPLE = 64 * 1024  # bytes looked at to tell an encoding
_CONTROLS = bytes([*range(1, 9), *range(14, 27), *range(28, 32), 127])
_CONTROL = bytes([*range(9), *range(14, 27), *range(28, 32)])  # of a text; the escape of terminals is none
_SURROGATE = lazy_pattern("[\ud800-\udfff]")

# UTF-32 first: its little-endian mark begins with that of UTF-16.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


_SHOWN = {"cp1252": "windows-1252", "cp1250": "windows-1250", "cp1251": "windows-1251"}  # as people know them


@value_type
class Decoded:
    """A text with line ends as LF, the encoding it was read with, and sentences about what was guessed or lost."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded | None:
    """Read bytes as text: marks first, then UTF-16, UTF-8, a guess; None if these bytes are not text."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _sure(data[len(mark) :], encoding)
    encoding = seven_bit(data) or unmarked_utf32(data) or _unmarked_utf16(data)
    if encoding:
        return _sure(data, encoding)
    return None if _looks_binary(data) else _decode_bytes(data)


def decode_text(data: bytes, name: str) -> Decoded:
    """Read the bytes of a format that is text; raises Binary with a sentence that begins with `name`."""
    decoded = decode(data)
    if decoded is None:
        raise Binary(Sentence("{name} is not a text: its bytes do not read as characters.", name=name))
    return decoded


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """Make a text storable: line ends to LF, NUL and lone surrogates to U+FFFD; the sentences say what was done."""
    warnings = []
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    nuls = text.count("\0")
    if nuls:
        text = text.replace("\0", "\ufffd")
        warnings.append(
            Sentence.counted(
                "{count} NUL character cannot be stored; each shows as �.",
                "{count} NUL characters cannot be stored; each shows as �.",
                nuls,
            )
        )
    surrogates = 0
    try:
        text.encode()  # in a fraction of the time that looking for them takes
    except UnicodeEncodeError:
        text, surrogates = _SURROGATE.subn("\ufffd", text)
    if surrogates:
        warnings.append(
            Sentence.counted(
                "{count} half character cannot be stored; each shows as �.",
                "{count} half characters cannot be stored; each shows as �.",
                surrogates,
            )
        )
    return text, tuple(warnings)


def _decode_bytes(data: bytes) -> Decoded | None:
    try:
        return _cleaned(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if _damaged_utf8(data):
        return _sure(data, "utf-8")
    encoding = codecs.lookup(guess(data)).name
    encoding = _SHOWN.get(encoding, encoding)
    guessed = Sentence(
        "The file does not say its encoding; it was read as {encoding}. Please check letters and quotation marks.",
        encoding=encoding,
    )
    return _sure(data, encoding, guessed)


def _sure(data: bytes, encoding: str, *warnings: str) -> Decoded | None:
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd") - _already_replaced(data, encoding)
    if lost > max(8, len(text) // 10):
        return None
    if lost > 0:
        warnings += (
            Sentence.counted(
                "At {count} place the bytes are not {encoding} and were replaced; each shows as �.",
                "At {count} places the bytes are not {encoding} and were replaced; each shows as �.",
                lost,
                encoding=encoding,
            ),
        )
    return _cleaned(text, encoding, *warnings)


def _cleaned(text: str, encoding: str, *warnings: str) -> Decoded | None:
    if _share_of_controls(text) > 0.05:
        return None
    text, more = clean(text)
    return Decoded(text, encoding, warnings + more)


def _already_replaced(data: bytes, encoding: str) -> int:
    """Count the replacement characters that the file itself holds: those are not our doing."""
    if encoding == "utf-8":
        return data.count(b"\xef\xbf\xbd")
    return data.decode(encoding, "ignore").count("\ufffd")


def _share_of_controls(text: str) -> float:
    sample = text[:_SAMPLE]
    encoded = sample.encode("utf-8", "surrogatepass")  # in which a byte below 128 is a character of its own
    return (len(encoded) - len(encoded.translate(None, _CONTROL))) / len(sample) if sample else 0.0


def _unmarked_utf16(data: bytes) -> str:
    """Name the UTF-16 that these bytes are in, by where their zeros stand; an empty string if in none."""
    sample = data[:_SAMPLE]
    units = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if units < 2 or len(data) % 2:
        return ""
    for zeros, others, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros >= max(2, units // 20) and zeros > 8 * others and _reads_as(sample[: units * 2], encoding):
            return encoding
    return ""


def _reads_as(sample: bytes, encoding: str) -> bool:
    text = sample.decode(encoding, "replace")
    odd = sum(c == "\ufffd" or "\ue000" <= c <= "\uf8ff" or (c < " " and c not in "\t\n\r\f") for c in text)
    return odd <= len(text) // 50


def _looks_binary(data: bytes) -> bool:
    """Say whether there are too many control bytes or zeros for any text of one byte a character."""
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > len(sample) / 50 or sample.count(0) > len(sample) * 0.3


def _damaged_utf8(data: bytes) -> bool:
    """Say whether this is UTF-8 with a few broken places: a file that was cut, or mended by hand."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    good = sum(c > "\x7f" for c in text) - broken
    cut_at_end = broken == 1 and text.endswith("\ufffd") and good > 0
    return cut_at_end or good >= 4 * broken
