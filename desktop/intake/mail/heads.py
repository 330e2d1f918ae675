"""Heads of mails: words encoded by RFC 2047, names, addresses and days, decoded without ever raising."""

from __future__ import annotations

import binascii
from dataclasses import dataclass
from datetime import date
from email.utils import getaddresses, parsedate_tz
from typing import TYPE_CHECKING

from desktop.intake.characters.labels import decode_labelled
from desktop.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENCODED = lazy_pattern(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?\r\n]*)\?=")
_RUN = lazy_pattern(rf"{_ENCODED.pattern}(?:\s*{_ENCODED.pattern})*")
_FOLD = lazy_pattern(r"\r?\n|\r")
_QUOTED_BYTE = lazy_pattern(rb"=([0-9A-Fa-f]{2})")
_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"
_YEARS = range(1970, 2100)  # others are no mail's
_PADDING = lazy_pattern(rb"=+")
_NOT_BASE64 = lazy_pattern(rb"[^A-Za-z0-9+/]")


@dataclass(frozen=True, slots=True)
class Head:
    """Who wrote a message, when and about what, as stated; empty strings where nothing is."""

    sender: str = ""  # "Ann Lee <ann@example.org>"
    recipients: str = ""
    date: str = ""
    subject: str = ""
    day: str = ""  # ISO date of `date` in the sender's zone

    @property
    def name(self) -> str:
        """The sender's name, or the address where no name is given."""
        found = getaddresses([self.sender])[:1]
        return next((name or address for name, address in found), "") or self.sender

    @property
    def label(self) -> str:
        """Say whose message it is: "from Ann Lee, 6 Sep 2022"."""
        when = spoken_day(self.day) or self.date
        return ", ".join(filter(None, [self.name and f"from {self.name}", when]))

    @property
    def is_empty(self) -> bool:
        return not (self.sender or self.date or self.subject)


def decode_head(value: str) -> str:
    """Decode the value of a head as the parser gives it, on one line: bytes above ASCII are surrogates in it."""
    unfolded = _FOLD.sub("", _decode_bytes(value)).strip()
    return _RUN.sub(lambda found: _decode_words(_ENCODED.findall(found.group())), unfolded)


def spoken_day(day: str) -> str:
    """Give an ISO date as "6 Sep 2022"; an empty string for none."""
    if not day:
        return ""
    year, month, number = day.split("-")
    return f"{int(number)} {_MONTHS[3 * int(month) - 3 : 3 * int(month)]} {year}"


def day_of(text: str) -> str:
    """Read the day of a mail's date, in its own zone, as an ISO date; an empty string if there is none."""
    try:
        read = parsedate_tz(text)
        return date(*read[:3]).isoformat() if read and read[0] in _YEARS else ""
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def decode_base64(data: bytes) -> bytes:
    """Decode base64 with whatever stands between its letters, also pieces that were encoded one by one.

    What is missing at the end is left out.
    """
    return b"".join(map(_decode_piece, _PADDING.split(data)))


def _decode_piece(data: bytes) -> bytes:
    letters = _NOT_BASE64.sub(b"", data)
    letters = letters[: len(letters) - (len(letters) % 4 == 1)]
    return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))


def _decode_bytes(value: str) -> str:
    if value.isascii():
        return value
    data = value.encode("utf-8", "surrogateescape")
    return decode_labelled(data, "")


def _decode_words(words: Iterable[tuple[str, str, str]]) -> str:
    """Decode encoded words that follow one another; a character may begin in one and end in the next."""
    text, pending, label = "", b"", ""
    for charset, how, content in words:
        name = charset.partition("*")[0].lower()
        if name != label:
            text, pending, label = text + decode_labelled(pending, label), b"", name
        raw = content.encode("utf-8", "surrogateescape")
        pending += decode_base64(raw) if how in "bB" else _unquote(raw)
    return text + decode_labelled(pending, label)


def _unquote(data: bytes) -> bytes:
    return _QUOTED_BYTE.sub(lambda found: bytes([int(found.group(1), 16)]), data.replace(b"_", b" "))
