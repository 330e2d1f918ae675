"""Plain edits amid equal text, which need no alignment: some words went, others came.

Offsets are code points into the two full texts. A difference is plain if only words of letters change, those that only
went or came with the space after them, if none of them stands on both sides, and if it could stand nowhere else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

Gap = tuple[int, int, int, int]  # a[i:i2] stands where b[j:j2] does

_AMID = 60  # letters around a difference that must be the same in both texts: the ends of its words lie in them
_APART = 24  # letters between two edits that would never be taken for chance
_MOST = 8  # words on both sides; more may have moved
_MARKS = '.,:;!?()[]"“”'  # that stand between white space and a word, and are tokens of their own
_ENDS = frozenset(".,;")
_LETTER = r"[^\W\d_\u0250-\U0010ffff]"  # further letters may be written in several ways, or be words by themselves
_WORD = re.compile(rf"{_LETTER}+(?:['-]{_LETTER}+)*")


class PlainEdit(NamedTuple):
    """a[i:i2] became b[j:j2]: whole words, with the space after them if they only went or came."""

    i: int
    i2: int
    j: int
    j2: int
    gone: int  # words
    come: int


def plain_edits(a: str, b: str, gaps: Sequence[Gap]) -> list[PlainEdit]:
    """The words that differ in gaps that lie near each other; none if one of them takes more than a look."""
    found: list[PlainEdit] = []
    for gap in gaps:
        edit = _plain_edit(a, b, gap)
        if not edit or (found and edit.i - found[-1].i2 < _APART):
            return []
        found.append(edit)
    return found


def _plain_edit(a: str, b: str, gap: Gap) -> PlainEdit | None:
    """The words that differ in a gap; None if that takes more than a look."""
    i, i2, j, j2 = gap
    start = a.rfind(" ", max(0, i - _AMID), i) + 1
    end = a.find(" ", i2, i2 + _AMID)
    if not start or end < 0:
        return None
    begin = start - i + j
    mine, theirs = a[start:end], b[begin : end - i2 + j2]
    if " " in mine or " " in theirs:
        return _among_others(a, b, (mine, theirs), (start, begin))
    gone, come = mine.strip(_MARKS), theirs.strip(_MARKS)
    lead = mine.find(gone)
    marks = mine[:lead], mine[lead + len(gone) :]
    if marks != (theirs[:lead], theirs[lead + len(come) :]) or not (_is_plain(gone) and _is_plain(come)):
        return None
    if gone.lower() == come.lower():
        return None
    start, begin = start + lead, begin + lead
    return PlainEdit(start, start + len(gone), begin, begin + len(come), 1, 1)


def _is_plain(word: str) -> bool:
    return (word.isalpha() and word.isascii()) or _WORD.fullmatch(word) is not None


def _among_others(a: str, b: str, texts: tuple[str, str], starts: tuple[int, int]) -> PlainEdit | None:
    """The words that differ among those of two stretches of text; `starts` are where they begin."""
    marked = texts[0][-1:] in _ENDS and texts[0][-1:] == texts[1][-1:]
    first, second = (text[: len(text) - marked].split(" ") for text in texts)
    words = [*first, *second]
    if len(words) > _MOST or not all(map(_is_plain, words)):
        return None
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
