"""Mojibake: letters and marks that were read in a wrong encoding once and stored so; how it is noticed and repaired.

By a table of our own: ready-made repairs take a closing mark whose last byte was lost for a dagger, and straighten
marks that were right.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.lazy_pattern import lazy_pattern
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

_FEW = 3  # of other letters that look misread; marks of quotation are noticed from the first
# What a byte from 128 to 159 is in windows-1252, both ways; five of them are nothing there.
_WINDOWS = {bytes([byte]).decode("cp1252", "ignore") or chr(byte): byte for byte in range(0x80, 0xA0)}
_C1 = {chr(byte): bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xA0)}
_TAIL = "".join(re.escape(letter) for letter in (*_WINDOWS, *map(chr, range(0x80, 0xC0))))
# UTF-8 of two to four bytes, read as windows-1252; the third byte of ” is none there and was often dropped.
_MISREAD = lazy_pattern(f"[\u00c2-\u00df][{_TAIL}]|[\u00e0-\u00ef][{_TAIL}]{{2}}|[\u00f0-\u00f4][{_TAIL}]{{3}}|â€")
_CONTROL = lazy_pattern("[\x80-\x9f]")
_SUSPECT = lazy_pattern("[\x80-\x9f\u00c2-\u00df\u00e0-\u00ef\u00f0-\u00f4]")  # what both begin with
_MARKS = frozenset("“”‘’„‚«»‹›–—…")


def notices(text: str) -> tuple[str, ...]:
    """Return what a checker should know of misread characters in a text; empty for a sound one."""
    if not _SUSPECT.search(text):
        return ()
    found = []
    controls = len(_CONTROL.findall(_MISREAD.sub("", text)))
    if controls:
        found.append(
            Sentence.counted(
                "{count} control character stands where a mark or letter was; quotations may be missed. "
                "Article ▸ Repair characters… makes a repaired version.",
                "{count} control characters stand where marks or letters were; quotations may be missed. "
                "Article ▸ Repair characters… makes a repaired version.",
                controls,
            )
        )
    misread = list(_repairs(text))
    if len(misread) >= _FEW or any(right in _MARKS for _, right in misread):
        found.append(
            Sentence.counted(
                "{count} character was misread before it was saved (as {example}); quotations may be missed. "
                "Article ▸ Repair characters… makes a repaired version.",
                "{count} characters were misread before they were saved (as {example}); quotations may be missed. "
                "Article ▸ Repair characters… makes a repaired version.",
                len(misread),
                example=misread[0][0],
            )
        )
    return tuple(found)


def repaired(text: str) -> str:
    """Return the text with misread characters as they were meant; the same text where there is nothing to repair."""
    restored = _MISREAD.sub(lambda found: _restored(found.group()) or found.group(), text)
    return _CONTROL.sub(lambda control: _C1[control.group()], restored)


def _repairs(text: str) -> Iterator[tuple[str, str]]:
    for found in _MISREAD.finditer(text):
        right = _restored(found.group())
        if right is not None:
            yield found.group(), right


def _restored(misread: str) -> str | None:
    """Return what was misread; None where the letters are no UTF-8 read wrong."""
    if misread == "â€":
        return "”"
    try:
        restored = bytes(_WINDOWS.get(letter, ord(letter)) for letter in misread).decode("utf-8")
    except (UnicodeDecodeError, ValueError):
        return None
    return None if _CONTROL.match(restored) else restored
