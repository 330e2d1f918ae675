"""Hidden words: what the text of a file holds and the page may not show, counted and said."""

from __future__ import annotations

from desktop.lazy_pattern import lazy_pattern
from desktop.translation import Plural, Sentence

_WORD = lazy_pattern(r"\w+")
_SHOWN = 8  # first words of what is said


class HiddenWords:
    """Words by kind; a kind is a phrase such as "hidden text"."""

    def __init__(self) -> None:
        self._left_out: dict[str, list[str]] = {}
        self._retained: dict[str, list[str]] = {}
        self._gap = ""  # before the next piece

    def leave_out(self, kind: str, text: str) -> None:
        """Note a piece that is not in the text; pieces of one kind follow one another as in the file."""
        self._note(self._left_out, kind, text)

    def keep(self, kind: str, text: str) -> None:
        """Note a piece that is in the text although the page may not show it."""
        self._note(self._retained, kind, text)

    def end_paragraph(self) -> None:
        """Part the pieces noted so far from those to come."""
        self._gap = " "

    def _note(self, found: dict[str, list[str]], kind: str, text: str) -> None:
        found.setdefault(kind, []).append(f"{self._gap}{text}")
        self._gap = ""

    def notices(self) -> tuple[str, ...]:
        """Give one sentence a kind, with the number of words and the first of them; none where there are no words."""
        left_out = (_sentence(_LEFT_OUT, *each) for each in self._left_out.items())
        retained = (_sentence(_RETAINED, *each) for each in self._retained.items())
        return tuple(filter(None, (*left_out, *retained)))


def _sentence(what: Plural, kind: str, pieces: list[str]) -> str:
    text = " ".join("".join(pieces).split())
    words = list(_WORD.finditer(text))
    if not words:
        return ""
    shown = text if len(words) <= _SHOWN else f"{text[: words[_SHOWN - 1].end()]} …"
    return Sentence.counted(what.one, what.many, len(words), kind=Sentence(kind), words=shown[:200])


_LEFT_OUT = Plural(
    "Not in the text: {kind}, {count} word (“{words}”).", "Not in the text: {kind}, {count} words (“{words}”)."
)
_RETAINED = Plural(
    "In the text, but perhaps not seen on the page: {kind}, {count} word (“{words}”).",
    "In the text, but perhaps not seen on the page: {kind}, {count} words (“{words}”).",
)
