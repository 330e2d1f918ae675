"""Text for display: in one line, with signs for what cannot be seen, cut to its first words; counts, time codes."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from desktop.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re

# These change the order in which what follows is shown; a reader has to know wherever they stand.
TURNING = lazy_pattern("[\u202a-\u202e\u2066-\u2069]")
_SHORT = {
    "\xad": "SHY", "\u200b": "ZWSP", "\u200c": "ZWNJ", "\u200d": "ZWJ", "\u200e": "LRM", "\u200f": "RLM",
    "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO", "\u2060": "WJ",
    "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI", "\ufeff": "BOM",
}  # fmt: skip
_DIRECTIONS = ("L", "R", "AL")  # of letters, as Unicode names them


def control_name(character: str) -> str:
    """Return a short name for an invisible character."""
    known = _SHORT.get(character, "")
    return known or unicodedata.name(character, f"U+{ord(character):04X}")


def with_signs(text: str) -> str:
    """Put the name of a character that turns the reading order in its place: words stand as they are stored."""
    return text if text.isascii() else TURNING.sub(_sign, text)


def _sign(match: re.Match[str]) -> str:
    return f"[{control_name(match.group())}]"


def one_line(text: str) -> str:
    """Return the text in one line, with signs, for a card or a tip; never for what is stored or copied."""
    return " ".join(with_signs(text).split())


def runs_leftwards(text: str) -> bool:
    """Say whether a text is read from right to left: its first letter that has a direction says so."""
    directions = map(unicodedata.bidirectional, text)
    return next((direction for direction in directions if direction in _DIRECTIONS), "L") != "L"


def first_words(text: str, limit: int = 48) -> str:
    """Fold to one line of whole words, at most `limit` code points and an ellipsis where something is left out."""
    start = text[: limit * 4]  # a long text is not read whole
    line = " ".join(start.split())
    if len(line) <= limit and len(start) == len(text):
        return line
    return f"{line[:limit].rsplit(' ', 1)[0]}…" if len(line) > limit else f"{line}…"


def shorten(text: str, limit: int = 48) -> str:
    """Return the first words with signs, for a card or a tip; never for what is stored or copied."""
    return first_words(with_signs(text[: limit * 4 + 1]), limit)


def amount(count: int, one: str, many: str = "", *, thousands: str = ",") -> str:
    """Return e.g. “1 quote” or “1,200 quotes”; `many` is the plural where it is not `one` with an s."""
    return f"{count:{thousands}} {one if count == 1 else many or f'{one}s'}"


def time_code(seconds: float) -> str:
    """Return seconds from the beginning of a recording as “0:14:32”."""
    whole = int(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"
