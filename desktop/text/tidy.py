"""Which matches between changes are chance, and where along equal text does a change read best?"""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.text.alignment import Edit

_LONGEST_ISLAND = 16  # tokens; longer runs are never chance
_CHARGE = 1.5  # bits an island must carry beyond chance
_CHARGE_AMID_REWRITING = 2.0  # and more where both neighbours are longer than a word
_SMALL = 30  # cells: beside a change of one word in so small a place an island stays
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


def tidied(edits: list[Edit], x: str, bits: Mapping[str, float]) -> list[Edit]:
    """Join changes across runs that would turn up by chance between changes of that size."""
    for _ in range(_PASSES):
        joined = _joined_once(edits, x, bits)
        if len(joined) == len(edits):
            break
        edits = joined
    return edits


def _joined_once(edits: list[Edit], x: str, bits: Mapping[str, float]) -> list[Edit]:
    out: list[Edit] = []
    for edit in edits:
        joined = edit
        while out and _by_chance(out[-1], joined, x, bits):
            first = out.pop()
            joined = (first[0], joined[1], first[2], joined[3])
        out.append(joined)
    return out


def _by_chance(first: Edit, second: Edit, x: str, bits: Mapping[str, float]) -> bool:
    island = x[first[1] : second[0]]
    if len(island) > _LONGEST_ISLAND:
        return False
    cells = (second[1] - first[0]) * (second[3] - first[2])
    smaller = min(_size(first), _size(second))
    if smaller <= 1 and cells <= _SMALL:
        return False
    needed = log2(cells) + _CHARGE + (_CHARGE_AMID_REWRITING if smaller > 1 else 0)
    return sum(map(bits.__getitem__, island)) < needed


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
