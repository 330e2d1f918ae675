"""Tidying of edits: matches by chance are dropped, and changes slide along equal text to where they read best."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from math import log2
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.text.alignment.token_codes import FULL_STOPS, STOP_BITS, STRETCH_CODE
from desktop.text.progress import watched

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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
_PHRASE = 16  # tokens; longer changes are no phrases that change places
_INTRODUCTION = 4  # tokens from which words before a sentence are told from a change of its beginning
_REST = 40  # tokens; a change that is longer is more than the rest of a sentence
_PASSES = 5

_NO_SIZES: Mapping[int, int] = MappingProxyType({})
# A phrase begins with one of these more often than it ends with one.
_BEGINNERS = """
about above across after against along although among and around as at because before behind below beneath beside
between beyond but by despite during except for from if in including inside into like near nor of off on onto or out
outside over per since so than that then through throughout to toward towards under unless until upon using via when
where whereas whether which while who whom whose with within without yet
are be can could did do does had has have is may might must shall should was were will would
"""
_LEADERS = frozenset(_BEGINNERS.split())


class Lengths:
    """How many words a range of codes stands for, where some of the codes stand for more than one."""

    def __init__(self, sizes: Mapping[int, int]) -> None:
        """`sizes` rise by index."""
        self._at = list(sizes)
        self._sums = list(accumulate((size - 1 for size in sizes.values()), initial=0))

    def of(self, start: int, end: int) -> int:
        more = self._sums[bisect_left(self._at, end)] - self._sums[bisect_left(self._at, start)]
        return end - start + more


def join_changes(
    edits: list[Edit],
    x: str,
    y: str,
    bits: Mapping[str, float],
    cancelled: Callable[[], bool] | None = None,
    sizes: Mapping[int, int] = _NO_SIZES,
) -> list[Edit]:
    """Join changes across runs that would turn up by chance between changes of that size.

    `sizes` are the words of those codes of `x` that stand for more than one.
    """
    lengths = Lengths(sizes)
    for _ in range(_PASSES):
        joined = _join_pass(edits, (x, y), bits, lengths, cancelled)
        if len(joined) == len(edits):
            break
        edits = joined
    return edits


def _join_pass(
    edits: list[Edit],
    texts: tuple[str, str],
    bits: Mapping[str, float],
    lengths: Lengths,
    cancelled: Callable[[], bool] | None,
) -> list[Edit]:
    x, y = texts
    around = _Surroundings(edits, len(x), lengths)
    out: list[Edit] = []
    for index, edit in enumerate(watched(edits, cancelled)):
        joined = edit
        while out and joined[0] - out[-1][1] <= _LONGEST_ISLAND:
            first = out[-1]
            island = x[first[1] : joined[0]]
            close = len(island) <= _SWAPPED
            if STRETCH_CODE in island or not (
                (close and _swap_of_neighbours(first, joined, x, y))
                or (_by_chance(first, joined, island, bits, around, index) and not _introduced(first, joined, x))
                or (close and _cross_over_words(first, joined, x, y, bits))
            ):
                break
            out.pop()
            joined = (first[0], joined[1], first[2], joined[3])
        out.append(joined)
    return out


class _Surroundings:
    """How much of the text around a place was kept."""

    def __init__(self, edits: list[Edit], length: int, lengths: Lengths) -> None:
        self._edits = edits
        self._lengths = lengths
        self._length = length
        self._known: dict[int, bool] = {}

    def rewritten(self, index: int) -> bool:
        """Say whether less than a fair share is kept around the run before this edit."""
        known = self._known.get(index)
        if known is None:
            known = self._known[index] = self._rewritten(index)
        return known

    def _rewritten(self, index: int) -> bool:
        low, high = max(0, index - 1 - _REACH), min(len(self._edits), index + 1 + _REACH)
        near = self._edits[low:high]
        before = self._edits[low - 1][1] if low else 0
        after = self._edits[high][0] if high < len(self._edits) else self._length
        retained = self._lengths.of(max(before, near[0][0] - _MARGIN), min(after, near[-1][1] + _MARGIN))
        changed = 0
        for i1, i2, j1, j2 in near:
            retained -= i2 - i1
            changed += max(i2 - i1, j2 - j1)
        return retained < _FAIR_SHARE * (retained + changed)


def _swap_of_neighbours(first: Edit, second: Edit, x: str, y: str) -> bool:
    """Say whether neighbouring words changed places: "observed not" for "not observed" is one change."""
    gone, come = (x[first[0] : first[1]], y[second[2] : second[3]])
    if gone and gone == come:
        return first[2] == first[3] and second[0] == second[1]
    gone, come = (x[second[0] : second[1]], y[first[2] : first[3]])
    return bool(gone) and gone == come and first[0] == first[1] and second[2] == second[3]


def _cross_over_words(first: Edit, second: Edit, x: str, y: str, bits: Mapping[str, float]) -> bool:
    """Say whether words crossed a word or two: "colour scale" for "scale of colour" is one change."""
    i1, i2, j1, j2 = first
    p1, p2, q1, q2 = second
    if max(i2 - i1, j2 - j1, p2 - p1, q2 - q1) > _PHRASE:
        return False
    return _carried_on(x[i1:i2], y[q1:q2], bits) or _carried_on(x[p1:p2], y[j1:j2], bits)


def _carried_on(gone: str, come: str, bits: Mapping[str, float]) -> bool:
    """Say whether one of two phrases has half of the other's content words, function words aside."""
    both = {*gone}.intersection(come)
    shared = sum([bits[code] > STOP_BITS for code in both]) if both else 0
    if not shared:
        return False
    return 2 * shared >= min(sum(bits[code] > STOP_BITS for code in {*phrase}) for phrase in (gone, come))


def _introduced(first: Edit, second: Edit, x: str) -> bool:
    """Say whether words came or went before a sentence that goes on from its first word: "After the vote we ..."."""
    i1, i2, j1, j2 = first
    if (i1 < i2 and j1 < j2) or (i1 and x[i1 - 1] not in FULL_STOPS):
        return False
    p1, p2, q1, q2 = second
    return max(i2 - i1, j2 - j1) >= _INTRODUCTION and max(p2 - p1, q2 - q1) <= _REST


def _by_chance(
    first: Edit, second: Edit, island: str, bits: Mapping[str, float], around: _Surroundings, index: int
) -> bool:
    """Say whether an island between two edits is chance; `index` is the number of the second before any were joined."""
    i1, i2, j1, j2 = first
    p1, p2, q1, q2 = second
    smaller, larger = max(i2 - i1, j2 - j1), max(p2 - p1, q2 - q1)
    if smaller > larger:
        smaller, larger = larger, smaller
    cells = (p2 - i1) * (q2 - j1)
    if smaller <= _FEW and cells <= _SMALL and not around.rewritten(index):
        return False
    needed = _BASE + _PER_PLACE * log2(cells) + _PER_SMALLER * log2(smaller) + _PER_LARGER * log2(larger)
    needed += _PER_REWRITTEN * ((i1 < i2 and j1 < j2) + (p1 < p2 and q1 < q2))
    carried = [bits[code] for code in island]
    missing = needed - sum(carried)
    if missing > 0:
        return True
    return missing + _AMID_REWRITING > 0 and max(carried) <= STOP_BITS and around.rewritten(index)


def slide_changes(
    edits: list[Edit], x: str, y: str, words: Mapping[str, str], cancelled: Callable[[], bool] | None = None
) -> list[Edit]:
    """Move pure insertions and deletions along equal text to where a person would mark them.

    What then comes to touch another change is one with it.
    """
    out: list[Edit] = []
    for index, edit in enumerate(watched(edits, cancelled)):
        if (edit[0] == edit[1]) == (edit[2] == edit[3]):
            _put(edit, out)
            continue
        before = out[-1] if out else (0, 0, 0, 0)
        after = edits[index + 1] if index + 1 < len(edits) else (len(x), len(x), len(y), len(y))
        room = (min(edit[0] - before[1], edit[2] - before[3]), min(after[0] - edit[1], after[2] - edit[3]))
        text, start, end = (y, edit[2], edit[3]) if edit[0] == edit[1] else (x, edit[0], edit[1])
        by = _shift(text, start, end, room, words)
        _put((edit[0] + by, edit[1] + by, edit[2] + by, edit[3] + by), out)
    return out


def _put(edit: Edit, out: list[Edit]) -> None:
    if out and out[-1][1] == edit[0] and out[-1][3] == edit[2]:
        first = out.pop()
        edit = (first[0], edit[1], first[2], edit[3])
    out.append(edit)


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
    score += 1.5 * (first == ",") + 3 * (first in (";", ":")) - 2 * (first == ")") - 2 * (last == "(")
    if last == ",":
        score += 1.5 if before in (".", ",") else -0.5
    return score
