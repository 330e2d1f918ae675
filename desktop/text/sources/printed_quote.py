"""A quote as it is printed: its units, what stands in brackets, and where words are left out with a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import value_type
from desktop.lazy_pattern import lazy_pattern
from desktop.text.sources.units import Word, printed_words, units

if TYPE_CHECKING:
    from desktop.text.sources.units import Unit

_ELLIPSIS = lazy_pattern(r"[\[(]?\s*(?:…|\.(?:\s?\.){2,})\s*[\])]?\.?")
_BRACKET = lazy_pattern(r"\[(?P<words>[^\[\]]*)\]")


@value_type
class PrintedQuote:
    """The words of a quote; offsets are code points into its text."""

    text: str
    words: tuple[Word, ...]
    units: tuple[Unit, ...]
    inserted: frozenset[int]  # units in brackets: the writer's own
    gaps: frozenset[int]  # units before which an ellipsis stands (the number of units: behind the last)
    touched: frozenset[int]  # words with brackets inside: their case or ending is the writer's
    brackets: int  # how many there are, also those inside a word: “[T]he”

    @property
    def sounds(self) -> list[str]:
        return [unit.sound for unit in self.units]


def read_quote(text: str, code: str = "en") -> PrintedQuote:
    """Read the text between the marks of a quote."""
    gaps_at = [found.start() for found in _ELLIPSIS.finditer(text)]
    blanked = _ELLIPSIS.sub(lambda found: " " * len(found.group()), text)
    whole = _spans(blanked)
    # A bracket inside a word only changes its case or ending: the word is read without the marks.
    marks = list(_BRACKET.finditer(blanked))
    readable = list(blanked)
    for found in marks:
        if found.span() not in whole:
            readable[found.start()] = readable[found.end() - 1] = "\u2060"
    plain = "".join(readable).replace("\u2060", "")
    shift = _offsets("".join(readable))
    words = [Word(shift[word.start], shift[word.end - 1] + 1, word.fold) for word in printed_words(plain)]
    found_units = units(words, code)
    inserted = frozenset(
        place
        for place, unit in enumerate(found_units)
        if any(start <= words[unit.first].start < end for start, end in whole)
    )
    gaps = frozenset(
        next((place for place, unit in enumerate(found_units) if words[unit.first].start >= at), len(found_units))
        for at in gaps_at
    )
    touched = frozenset(
        place for place, word in enumerate(words) if any(sign in text[word.start : word.end + 1] for sign in "[]")
    )
    touched -= {found_units[place].first for place in inserted}
    return PrintedQuote(text, tuple(words), tuple(found_units), inserted, gaps, touched, len(marks))


def _spans(text: str) -> list[tuple[int, int]]:
    """Return the brackets that stand for whole words."""
    whole = []
    for found in _BRACKET.finditer(text):
        before, after = text[: found.start()][-1:], text[found.end() :][:1]
        if not before.isalnum() and not after.isalnum():
            whole.append(found.span())
    return whole


def _offsets(text: str) -> list[int]:
    return [place for place, letter in enumerate(text) if letter != "\u2060"] + [len(text)]
