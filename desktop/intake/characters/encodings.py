"""Encodings of plain text that names none: what its bytes are most likely in.

`charset-normalizer` tells most of them. It does not tell apart what differs in a few letters only (ISO 8859-2 and
windows-1250, Mac Roman and windows-1252): there the reading wins in which fewest signs stand inside words and most
quotation marks stand where marks stand.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from desktop.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator


_LATIN_ALPHABET = (
    "áčďéěíňóřšťúůýž",  # Czech
    "áäčďéíĺľňóôŕšťúýž",  # Slovak
    "ąćęłńóśźż",  # Polish
    "áéíóöőúüű",  # Hungarian
    "čćđšž",  # Croatian, Slovene, Bosnian, Serbian
    "ăâîşţșț",  # Romanian
    "äöüß",  # German
    "àâæçéèêëîïôœùûüÿ",  # French
    "áéíñóúüàïçòè·ªº",  # Spanish, Catalan, Galician
    "ãõáâàçéêíóôúü",  # Portuguese
    "àèéìíîòóùú",  # Italian
    "åäöéæøáðíóúýþü",  # Swedish, Danish, Norwegian, Finnish, Icelandic
    "éëïöüáíóúèàê",  # Dutch
    "çğıöşüâîû",  # Turkish
    "äõöüšž",  # Estonian
    "āčēģīķļņōŗšūž",  # Latvian
    "ąčęėįšųūž",  # Lithuanian
    "ëç",  # Albanian
    "àáâãèéêìíòóôõùúýăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",  # Vietnamese
    "ċġħżàèìòù",  # Maltese
    "ĉĝĥĵŝŭ",  # Esperanto
)
_CYRILLIC_ALPHABET = (
    "абвгдежзийклмнопрстуфхцчшщъыьэюяё",  # Russian, Bulgarian
    "абвгдежзийклмнопрстуфхцчшщьюяєіїґ",  # Ukrainian
    "абвгдежзйклмнопрстуфхцчшыьэюяёіў",  # Belarusian
    "абвгдежзиклмнопрстуфхцчшђјљњћџѓѕќ",  # Serbian, Macedonian
)
_GREEK_ALPHABET = ("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",)


@cache
def _alphabets() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(letters) for letters in (*_LATIN_ALPHABET, *_CYRILLIC_ALPHABET, *_GREEK_ALPHABET))


def misfits(text: str) -> int:
    """Count the letters beyond A to Z that are not in the one alphabet which fits the text best."""
    letters = Counter(letter for letter in text.lower() if letter > "\x7f" and letter.isalpha())
    if not letters:
        return 0
    total = letters.total()
    return min(total - sum(letters[letter] for letter in alphabet) for alphabet in _alphabets())


_ENCODINGS = ("cp932", "euc_jp", "gb18030", "big5", "cp949")
# The encoding that orders the characters of each, and the first bytes of its common ideographs.
_LEVELS = {
    "cp932": ("euc_jp", range(0xB0, 0xD0)),
    "euc_jp": ("euc_jp", range(0xB0, 0xD0)),
    "gb18030": ("gb2312", range(0xB0, 0xD8)),
    "big5": ("big5", range(0xA4, 0xC7)),
    "cp949": ("euc_kr", range(0)),
}
_BETTER = 0.1  # so much more of the characters must be common in another encoding than in the likely one
_SURE = 0.95
_FEWEST = 8  # characters above ASCII
_KANA_SHARE = 0.25  # of Japanese text, of which no other text has so much
_MARKS = frozenset("“”‘’—…·–×°")


def east_asian(sample: bytes, likely: str) -> str:
    """Return the encoding of two bytes a character that bytes are in; "" where none is, or too little tells.

    `likely` is what their frequency tells, "" where that is an encoding of one byte a character: then only a text that
    is plainly Japanese is taken for one of these.
    """
    readings = {name: found for name in _ENCODINGS if (found := _decoded(sample, name)) is not None}
    shares = {name: _common_share(text, name) for name, text in readings.items()}
    if not likely:
        japanese = [name for name in ("cp932", "euc_jp") if name in readings and _is_japanese(readings[name])]
        return next((name for name in japanese if shares[name] >= _SURE), "")
    own = _decoded(sample, likely)
    if own is None or not shares:
        return likely
    family = next((name for name in _ENCODINGS if readings.get(name) == own), "")
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] > _common_share(own, family or "gb18030") + _BETTER else likely


def _decoded(sample: bytes, encoding: str) -> str | None:
    for end in (len(sample), len(sample) - 1):  # the sample may end inside of a character
        try:
            return sample[:end].decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _common_share(text: str, encoding: str) -> float:
    high = [letter for letter in text if letter > "\x7f"]
    return sum(_is_common(letter, encoding) for letter in high) / len(high) if high else 0.0


def _is_common(letter: str, encoding: str) -> bool:
    if "\u3000" <= letter <= "\u30ff" or "\uff01" <= letter <= "\uff5e" or letter in _MARKS:
        return True
    order, first = _LEVELS[encoding]
    if "\uac00" <= letter <= "\ud7a3":
        return len(letter.encode("euc_kr", "ignore")) == 2
    if "\u4e00" <= letter <= "\u9fff":
        there = letter.encode(order, "ignore")
        return len(there) == 2 and there[0] in first
    return False


def _is_japanese(text: str) -> bool:
    high = [letter for letter in text if letter > "\x7f"]
    kana = sum("\u3041" <= letter <= "\u30ff" for letter in high)
    return len(high) >= _FEWEST and kana >= _KANA_SHARE * len(high)


SAMPLE = 64 * 1024  # bytes looked at
_FEW = 6  # bytes above ASCII, which tell nothing of their frequency
_HIGH_BYTE = lazy_pattern(rb"[\x80-\xff]")
_ASCII = bytes(range(32, 127))
_ASCII_TEXT = _ASCII.decode("ascii")
_ESCAPES = (  # seven-bit encodings are recognised by how they switch
    (b"\x1b$)C", "iso2022_kr"),
    (b"\x1b$B", "iso2022_jp"),
    (b"\x1b$@", "iso2022_jp"),
    (b"\x1b(J", "iso2022_jp"),
    (b"~{", "hz"),
)
_STATED = lazy_pattern(
    rb"<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w.:-]+)|<meta[^>]{0,200}charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE
)
# What is nearly the same and hard to tell apart, by the letters that a text in one of them mostly has.
_LATIN = (
    *("cp1252", "mac_roman", "cp1250", "iso8859_2", "iso8859_15"),
    *("cp1254", "cp1257", "mac_latin2", "cp850", "cp852"),
)
_CYRILLIC = ("cp1251", "koi8_r", "koi8_u", "mac_cyrillic", "cp866", "iso8859_5", "cp855")
_GREEK = ("cp1253", "iso8859_7", "mac_greek", "cp737")
_OPENERS = "“‘„‚«‹"
_CLOSERS = "”’“‘»›"
_OPENING = lazy_pattern(f"(?:^|[\\s(\\[—–-])[{_OPENERS}](?=\\w)")
_CLOSING = lazy_pattern(f"(?<=[\\w.,!?;:…])[{_CLOSERS}](?=[\\s.,;:!?)\\]—–-]|$)")
_APOSTROPHE = lazy_pattern(r"(?<=[^\W\d_])’(?=[^\W\d_])")
_GLUED = lazy_pattern(r"(?<=[^\W\d_])[^\w\s'’.\-­·/@&:,;+*=_\"()\[\]–—‐‑](?=[^\W\d_])")
_ODD_CASE = lazy_pattern(r"(?<=[a-zß-öø-ÿа-яα-ω])[A-ZÀ-ÖØ-ÞА-ЯΑ-Ω]")
_CAPITAL_LOST = lazy_pattern("(?<![^\\W\\d_’])’(?=[α-ωάέήίόύώ])")  # windows-1253 read as ISO 8859-7: ’ννα for Άννα
_CONTROL = lazy_pattern("[\x80-\x9f]")
_RARE = lazy_pattern("[¤¦¨¯¸¹¶ˇ˘˙˛˝ªº¬¡¿¢¥§©®±×÷µ¼½¾†‡‰√∫∂∑∏πΩ∆≈≠≤≥∞◊ﬁﬂ]")


def stated_encoding(data: bytes) -> str:
    """Return the encoding that a head of XML or HTML states, if Python knows it and the bytes are in it."""
    found = _STATED.search(data[:2048])
    if not found:
        return ""
    name = (found[1] or found[2]).decode("ascii", "replace")
    try:
        known = codecs.lookup(name).name
        data.decode(known)
    except (LookupError, UnicodeDecodeError, ValueError):
        return ""
    return known


def seven_bit(data: bytes) -> str:
    """Return the encoding of text in seven bits that switches by escapes; an empty string for plain ASCII."""
    if _HIGH_BYTE.search(data):
        return ""
    for escape, encoding in _ESCAPES:
        if escape in data and is_in(data, encoding) and (encoding != "hz" or b"~}" in data):
            return encoding
    return ""


def unmarked_utf32(data: bytes) -> str:
    """Return the UTF-32 that bytes without a mark are in, by their zeros."""
    sample = data[: SAMPLE // 4 * 4]
    if len(data) % 4 or len(sample) < 16:
        return ""
    for encoding in ("utf-32-le", "utf-32-be"):
        if is_in(sample, encoding) and _is_readable(sample.decode(encoding)):
            return encoding
    return ""


def _is_readable(text: str) -> bool:
    return sum(letter.isprintable() or letter in "\t\n\r" for letter in text) >= 0.95 * len(text)


def guess(data: bytes) -> str:
    """Return the likeliest encoding of bytes above ASCII that are no UTF-8, as Python names it."""
    if stated := stated_encoding(data):
        return stated
    sample = data[:SAMPLE] if len(data) <= SAMPLE else b"\n".join(_pieces_with_high_bytes(data))
    if len(_HIGH_BYTE.findall(sample)) <= _FEW and _faults(sample.decode("cp1252", "replace")) <= 0:
        return _best(sample, _LATIN[:2])
    likely = _by_frequency(sample)
    if likely and not _keeps_ascii(likely):
        return "cp1252"
    many = east_asian(sample, "" if _is_single_byte(likely or "cp1252") else likely)
    if many:
        return many
    return _best(sample, (likely, *_family(likely)) if likely else _LATIN)


def _best(sample: bytes, names: tuple[str, ...]) -> str:
    """Return the encoding in which a text has the fewest faults, of equals the first."""
    readings = {name: sample.decode(name, "replace") for name in names}
    best = readings[min(readings, key=lambda name: _faults(readings[name]))]
    return next(name for name in (*names[1:], names[0]) if readings[name] == best)  # the best known of equal ones


def _family(likely: str) -> tuple[str, ...]:
    """Return the neighbours of an encoding by the letters that a text has in it."""
    if likely in _CYRILLIC:
        return _CYRILLIC
    return _GREEK if likely in _GREEK else _LATIN


def _is_single_byte(encoding: str) -> bool:
    return len(bytes(range(160, 256)).decode(encoding, "replace")) == 96


def _by_frequency(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return codecs.lookup(best.encoding).name.replace("-", "_") if best else ""


def _faults(text: str) -> float:
    """Count what a text in its right encoding hardly has; marks in their places speak for a reading."""
    signs = 2 * len(_GLUED.findall(text)) + len(_RARE.findall(text)) * 0.5
    broken = 4 * (text.count("\ufffd") + len(_CONTROL.findall(text)))
    pairs = min(len(_OPENING.findall(text)), len(_CLOSING.findall(text)))
    return (
        signs
        + broken
        + misfits(text)
        + 2 * len(_CAPITAL_LOST.findall(text))
        + len(_ODD_CASE.findall(text))
        - pairs
        - len(_APOSTROPHE.findall(text))
    )


def _keeps_ascii(encoding: str) -> bool:
    """Say whether the plain letters stay what they are: in EBCDIC and the like they would become others."""
    return not encoding.startswith(("utf", "ascii")) and _ASCII.decode(encoding, "replace") == _ASCII_TEXT


def is_in(data: bytes, encoding: str) -> bool:
    """Say whether bytes are in an encoding from end to end; False for one that Python does not know."""
    try:
        data.decode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True


def _pieces_with_high_bytes(data: bytes) -> Iterator[bytes]:
    """Give the lines of the file around bytes above 127, up to the sample's size."""
    taken, end = 0, 0
    for found in _HIGH_BYTE.finditer(data):
        if found.start() < end:
            continue
        start = max(end, data.rfind(b"\n", max(end, found.start() - 400), found.start()) + 1)
        stop = data.find(b"\n", found.start(), found.start() + 400)
        end = stop if stop >= 0 else found.start() + 400
        taken += end - start
        yield data[start:end]
        if taken > SAMPLE:
            return
