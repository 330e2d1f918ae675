"""Where does a code point stand in what Qt shows, which counts UTF-16 units?

What is shown has one character for each code point of the stored text, so that only astral ones make a difference.
"""

from __future__ import annotations

import re

# Qt breaks lines at these, drops them, or cannot hold them; shown instead: one other character each.
_ODD = re.compile("[\x00-\x08\n-\x1f\x7f\x85\u2028\u2029\ufdd0\ufdd1\ufffc\ud800-\udfff]")
_BREAKS = "\n\r\v\f\x85\u2028\u2029"


def shown(text: str) -> str:
    """Return what stands for a text on the screen: the same number of code points, no line breaks."""
    if text.isprintable() and "\ufffc" not in text:
        return text  # that one is printable; of all the odd ones it alone
    return _ODD.sub(_stand_in, text)


def _stand_in(match: re.Match[str]) -> str:
    odd = match.group()
    if odd in _BREAKS:
        return " "
    if odd < " ":
        return chr(0x2400 + ord(odd))
    return "\u2421" if odd == "\x7f" else "\ufffd"


def is_wide(text: str) -> bool:
    """Say whether some code point takes two UTF-16 units."""
    return not text.isascii() and len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)


def units(text: str, index: int) -> int:
    """Return how many UTF-16 units the first `index` code points take."""
    return len(text[:index].encode("utf-16-le")) // 2


def index(text: str, count: int) -> int:
    """Return how many whole code points the first `count` UTF-16 units hold."""
    return len(text.encode("utf-16-le")[: 2 * count].decode("utf-16-le", "ignore"))
