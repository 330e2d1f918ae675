"""Which matches between changes are chance, and where along equal text does a change read best?"""

from __future__ import annotations

from itertools import accumulate
from math import log2
from typing import TYPE_CHECKING

from desktop.text.codes import STOP_BITS

if TYPE_CHECKING:
    from collections.abc import Mapping

Edit = tuple[int, int, int, int]

_LONGEST_ISLAND = 16  # tokens; longer runs are never chance
# The bits an island must carry: more the larger the place it stands in, more where its neighbours are rewritten
# (words for words) than where words only came or went.
_BASE = -2.0
_PER_PLACE = 0.9  # times log2 of the cells of the joined change
_PER_SMALLER = 0.6  # times log2 of the tokens of the smaller neighbour
_PER_LARGER = 0.5
_PER_REWRITTEN = 3.0
_SMALL = 40  # cells: beside a change of a word or two in so small a place an island stays
_FEW = 2
_AMID_REWRITING = 6.0  # and more for function words alone where little around is kept
_REACH = 3  # edits on each side that count as surroundings
_MARGIN = 10  # tokens beyond them
_FAIR_SHARE = 0.35
_SWAPPED = 2  # words across which others change places
_PASSES = 5

_LEADERS = frozenset(
    [
        "and",
        "or",
        "but",
        "nor",
        "with",
        "without",
        "of",
        "in",
        "at",
        "for",
        "by",
        "from",
        "on",
        "to",
        "as",
        "than",
        "which",
        "that",
        "who",
        "where",
        "while",
        "when",
        "using",
        "between",
        "via",
        "after",
        "before",
        "because",
        "including",
    ]
)


def tidied(edits: list[Edit], x: str, y: str, bits: Mapping[str, float]) -> list[Edit]:
    """Join changes across runs that would turn up by chance between changes of that size."""
    for _ in range(_PASSES):
        joined = _joined_once(edits, x, y, bits)
        if len(joined) == len(edits):
            break
        edits = joined
    return edits


def _joined_once(edits: list[Edit], x: str, y: str, bits: Mapping[str, float]) -> list[Edit]:
    around = _Surroundings(edits, len(x))
    out: list[Edit] = []
    for index, edit in enumerate(edits):
        joined = edit
        while out and (
            _swapped(out[-1], joined, x, y)
            or _by_chance((out[-1], joined, index), x[out[-1][1] : joined[0]], bits, around)
        ):
            first = out.pop()
            joined = (first[0], joined[1], first[2], joined[3])
        out.append(joined)
    return out


_Joining = tuple[Edit, Edit, int]  # two edits, and the number of the second before any were joined


class _Surroundings:
    """How much of the text around a place was kept."""

    def __init__(self, edits: list[Edit], length: int) -> None:
        self._edits = edits
        self._length = length
        self._changed = [0, *accumulate(map(_size, edits))]
        self._gone = [0, *accumulate(edit[1] - edit[0] for edit in edits)]

    def rewritten(self, index: int) -> bool:
        """Say whether less than a fair share is kept around the run before this edit."""
        low, high = max(0, index - 1 - _REACH), min(len(self._edits), index + 1 + _REACH)
        before = self._edits[low - 1][1] if low else 0
        after = self._edits[high][0] if high < len(self._edits) else self._length
        start = max(before, self._edits[low][0] - _MARGIN)
        end = min(after, self._edits[high - 1][1] + _MARGIN)
        kept = end - start - (self._gone[high] - self._gone[low])
        return kept < _FAIR_SHARE * (kept + self._changed[high] - self._changed[low])


def _swapped(first: Edit, second: Edit, x: str, y: str) -> bool:
    """Say whether neighbouring words changed places: "observed not" for "not observed" is one change."""
    if second[0] - first[1] > _SWAPPED:
        return False
    gone, come = (x[first[0] : first[1]], y[second[2] : second[3]])
    if gone and gone == come:
        return first[2] == first[3] and second[0] == second[1]
    gone, come = (x[second[0] : second[1]], y[first[2] : first[3]])
    return bool(gone) and gone == come and first[0] == first[1] and second[2] == second[3]


def _by_chance(joining: _Joining, island: str, bits: Mapping[str, float], around: _Surroundings) -> bool:
    first, second, index = joining
    if len(island) > _LONGEST_ISLAND:
        return False
    cells = (second[1] - first[0]) * (second[3] - first[2])
    smaller, larger = sorted((_size(first), _size(second)))
    rewritten = around.rewritten(index)
    if smaller <= _FEW and cells <= _SMALL and not rewritten:
        return False
    carried = [bits[code] for code in island]
    needed = (
        _BASE
        + _PER_PLACE * log2(cells)
        + _PER_SMALLER * log2(smaller)
        + _PER_LARGER * log2(larger)
        + _PER_REWRITTEN * (_rewritten(first) + _rewritten(second))
        + (_AMID_REWRITING if rewritten and max(carried) <= STOP_BITS else 0)
    )
    return sum(carried) < needed


def _rewritten(edit: Edit) -> bool:
    return edit[0] < edit[1] and edit[2] < edit[3]


def _size(edit: Edit) -> int:
    return max(edit[1] - edit[0], edit[3] - edit[2])


def slid(edits: list[Edit], x: str, y: str, words: Mapping[str, str]) -> list[Edit]:
    """Move pure insertions and deletions along equal text to where a person would mark them."""
    out: list[Edit] = []
    for index, edit in enumerate(edits):
        if (edit[0] == edit[1]) == (edit[2] == edit[3]):
            out.append(edit)
            continue
        before = out[-1] if out else (0, 0, 0, 0)
        after = edits[index + 1] if index + 1 < len(edits) else (len(x), len(x), len(y), len(y))
        room = (min(edit[0] - before[1], edit[2] - before[3]), min(after[0] - edit[1], after[2] - edit[3]))
        text, start, end = (y, edit[2], edit[3]) if edit[0] == edit[1] else (x, edit[0], edit[1])
        by = _shift(text, start, end, room, words)
        out.append((edit[0] + by, edit[1] + by, edit[2] + by, edit[3] + by))
    return out


def _shift(text: str, start: int, end: int, room: tuple[int, int], words: Mapping[str, str]) -> int:
    left = right = 0
    while left < room[0] and text[start - left - 1] == text[end - left - 1]:
        left += 1
    while right < room[1] and text[start + right] == text[end + right]:
        right += 1
    if not left and not right:
        return 0
    return max(range(-left, right + 1), key=lambda by: (_reads(text, start + by, end + by, words), -abs(by), by))


def _reads(text: str, start: int, end: int, words: Mapping[str, str]) -> float:
    """How naturally a change covers text[start:end]: whole sentences, clauses and phrases first."""
    first, last = words.get(text[start], ""), words.get(text[end - 1], "")
    before = words.get(text[start - 1], "") if start else "."
    score = 0.0
    if before in ".!?" and last in ".!?":
        score += 6
    if first == "(" and last == ")":
        score += 4
    score += 2 * (first.lower() in _LEADERS) - 2 * (last.lower() in _LEADERS)
    score += 1.5 * (first in (",", ";", ":")) - 2 * (first == ")") - 2 * (last == "(")
    if last == ",":
        score += 1.5 if before in (".", ",") else -0.5
    return score
