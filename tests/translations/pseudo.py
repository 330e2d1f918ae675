"""A language made up for the tests: every English text with accents, in brackets, and longer by two fifths."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tests.translations.catalogues import compiled, template

if TYPE_CHECKING:
    from pathlib import Path

TAG = "xx"
_ACCENTS = str.maketrans("aceinouyACEINOUY", "áçéïñöúýÁÇÉÏÑÖÚÝ")
# What is filled in, a letter for the keyboard, and names of keys stay as they are.
_KEPT = re.compile(r"(\{\w+\}|&\w|(?:Ctrl|Shift|Alt)\+\S+|<[^>]*>)")
_DATE = re.compile(r"[dMy ]+")
LONGER = 0.4


def pseudo(text: str) -> str:
    """Return the text as the made-up language has it."""
    if _DATE.fullmatch(text):
        return text
    parts = _KEPT.split(text)
    there = "".join(part if place % 2 else part.translate(_ACCENTS) for place, part in enumerate(parts))
    length = sum(len(part) for part in parts[::2])
    more = max(1, round(length * LONGER) - 2)  # two are the brackets
    return f"[{there}{('~' * 6 + ' ') * (more // 7)}{'~' * (more % 7)}]"


def make(folder: Path) -> None:
    """Write the catalogue of the made-up language into a folder."""
    (folder / f"{TAG}.mo").write_bytes(_made())


@cache
def _made() -> bytes:
    catalogue = template()
    for message in catalogue:
        if isinstance(message.id, list | tuple):
            message.string = tuple(map(pseudo, message.id))
        elif message.id:
            message.string = pseudo(message.id)
    return compiled(catalogue)
