"""Unseen words: what the text of a file holds and the page may not show, counted and said."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+")
_SHOWN = 8  # first words of what is said


class Unseen:
    """Words by kind; a kind is a phrase such as "hidden text"."""

    def __init__(self) -> None:
        self._left_out: dict[str, list[str]] = {}
        self._kept: dict[str, list[str]] = {}
        self._gap = ""  # before the next piece

    def leave_out(self, kind: str, text: str) -> None:
        """Note a piece that is not in the text; pieces of one kind follow one another as in the file."""
        self._note(self._left_out, kind, text)

    def keep(self, kind: str, text: str) -> None:
        """Note a piece that is in the text although the page may not show it."""
        self._note(self._kept, kind, text)

    def end_paragraph(self) -> None:
        """Part the pieces noted so far from those to come."""
        self._gap = " "

    def _note(self, found: dict[str, list[str]], kind: str, text: str) -> None:
        found.setdefault(kind, []).append(f"{self._gap}{text}")
        self._gap = ""

    def notices(self) -> tuple[str, ...]:
        """Give one sentence a kind, with the number of words and the first of them; none where there are no words."""
        left_out = (_sentence("Not in the text", *each) for each in self._left_out.items())
        kept = (_sentence("In the text, but perhaps not seen on the page", *each) for each in self._kept.items())
        return tuple(filter(None, (*left_out, *kept)))


def _sentence(where: str, kind: str, pieces: list[str]) -> str:
    text = " ".join("".join(pieces).split())
    words = list(_WORD.finditer(text))
    if not words:
        return ""
    shown = text if len(words) <= _SHOWN else f"{text[: words[_SHOWN - 1].end()]} …"
    number = "1 word" if len(words) == 1 else f"{len(words):,} words"
    return f"{where}: {kind}, {number} (“{shown[:200]}”)."
