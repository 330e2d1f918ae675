"""Which differences amid the same text are so plain that no alignment is needed: some words went, others came?

Offsets are code points into the two full texts. A difference is plain if only words of letters with single spaces
between them change, if none of them stands on both sides, and if it could stand nowhere else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

Gap = tuple[int, int, int, int]  # a[i:i2] stands where b[j:j2] does

AMID = 60  # letters around a difference that must be the same in both texts: the ends of its words lie in them
_MOST = 8  # words on both sides; more may have moved
_MARKS = frozenset(".,;")  # that may end the last word
_BEYOND = "\u0250"  # from here on a letter may be written in several ways, or be a word by itself


class PlainEdit(NamedTuple):
    """a[i:i2] became b[j:j2]: whole words, with the space after them if they only went or came."""

    i: int
    i2: int
    j: int
    j2: int
    gone: int  # words
    come: int


def plain_edit(a: str, b: str, gap: Gap) -> PlainEdit | None:
    """The words that differ in a gap; None if that takes more than a look."""
    i, i2, j, j2 = gap
    start = a.rfind(" ", max(0, i - AMID), i) + 1
    end = a.find(" ", i2, i2 + AMID)
    if not start or end < 0:
        return None
    mine, theirs = a[start:end], b[start - i + j : end - i2 + j2]
    marked = mine[-1:] in _MARKS and mine[-1:] == theirs[-1:]
    if marked:
        mine, theirs = mine[:-1], theirs[:-1]
    if mine.isalpha() and theirs.isalpha():  # as most are
        if mine.lower() == theirs.lower() or not (_are_plain(mine) and _are_plain(theirs)):
            return None
        begin = start - i + j
        return PlainEdit(start, start + len(mine), begin, begin + len(theirs), 1, 1)
    first, second = mine.split(" "), theirs.split(" ")
    words = [*first, *second]
    if not (all(map(str.isalpha, words)) and len(words) <= _MOST and all(map(_are_plain, words))):
        return None
    return _among_others(a, b, (first, second), (start, start - i + j), marked=marked)


def _are_plain(letters: str) -> bool:
    return letters.isascii() or max(letters) < _BEYOND


def _among_others(
    a: str, b: str, words: tuple[Sequence[str], Sequence[str]], starts: tuple[int, int], *, marked: bool
) -> PlainEdit | None:
    """The words that differ among those from two places on; `marked` if the last has a mark after it."""
    first, second = words
    head, tail = _shared(first, second)
    gone, come = first[head : len(first) - tail], second[head : len(second) - tail]
    start, begin = (at + _length(first[:head]) for at in starts)
    if gone and come:
        if not {word.lower() for word in gone}.isdisjoint(map(str.lower, come)):
            return None
        return PlainEdit(start, start + _length(gone) - 1, begin, begin + _length(come) - 1, len(gone), len(come))
    if (marked and not tail) or _could_stand_elsewhere(*((a, gone, start) if gone else (b, come, begin))):
        return None
    return PlainEdit(start, start + _length(gone), begin, begin + _length(come), len(gone), len(come))


def _shared(first: Sequence[str], second: Sequence[str]) -> tuple[int, int]:
    """How many words the two have in common at their beginnings, and then at their ends."""
    least = min(len(first), len(second))
    head = tail = 0
    while head < least and first[head] == second[head]:
        head += 1
    while tail < least - head and first[-1 - tail] == second[-1 - tail]:
        tail += 1
    return head, tail


def _length(words: Sequence[str]) -> int:
    """Code points of words with a space after each."""
    return sum(map(len, words)) + len(words)


def _could_stand_elsewhere(text: str, words: Sequence[str], start: int) -> bool:
    """Say whether the text goes on with the first of some words after them, or has the last of them before."""
    end = start + _length(words)
    before, after = text[start - 1 - len(words[-1]) : start - 1], text[end : end + len(words[0])]
    return before.lower() == words[-1].lower() or after.lower() == words[0].lower()
