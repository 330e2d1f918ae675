"""Texts with a revision whose true alignment and moves are known."""

from __future__ import annotations

import random
import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from desktop.text.changes import ChangeKind

if TYPE_CHECKING:
    from desktop.domain import Span
    from desktop.text.changes import Comparison

_PARTS_OF_WORDS = "ba ce di fo gu la me ni po ru sa te vi wo zu bra cle dri flo gru sta tre spi kno plu"
_COMMONEST = """
the of and to a in that is was for on with as by at it from his be are were this an which he they not may said would
"""
_SYLLABLES, _FUNCTION = _PARTS_OF_WORDS.split(), _COMMONEST.split()


@dataclass(frozen=True)
class Revision:
    """Two texts, for each word of the second its place in the first (-1: new), and the words that moved."""

    before: str
    after: str
    origin: list[int]
    moved: set[int]


class Prose:
    """Made-up prose with the frequencies of real prose: a third function words, a long tail of rare ones.

    Like it, it has names, numbers, commas and sentences inside quotation marks.
    """

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        names = ["".join(self._random.choices(_SYLLABLES, k=self._random.randint(2, 4))) for _ in range(40_000)]
        self._words = list(dict.fromkeys(names))
        self._weights = list(accumulate(1 / (rank + 30) for rank in range(len(self._words))))

    def word(self) -> str:
        draw = self._random.random()
        if draw < 0.38:
            return self._random.choice(_FUNCTION)
        if draw < 0.40:
            return f"{self._random.choice((self._random.randint(2, 99), self._random.randint(1_900, 90_000))):,}"
        word = self._random.choices(self._words, cum_weights=self._weights)[0]
        if draw < 0.46:
            return word.capitalize()
        return word + "," if draw > 0.94 else word

    def sentence(self) -> list[str]:
        words = [self.word() for _ in range(self._random.randint(8, 40))]
        words[0], words[-1] = words[0].capitalize(), words[-1].strip(",") + "."
        if self._random.random() < 0.2:
            words[0], words[-1] = "“" + words[0], words[-1] + "”"
        return words

    def paragraph(self) -> list[list[str]]:
        return [self.sentence() for _ in range(self._random.randint(2, 6))]


def plain(words: int, seed: int) -> str:
    """Prose of so many words."""
    return _text([[[(word, -1) for word in line] for line in block] for block in _paragraphs(Prose(seed), words)])[0]


def revision(words: int, seed: int = 20220907) -> Revision:
    """Prose and its revision: words replaced, dropped, added; sentences dropped, added; paragraphs moved."""
    prose, chance = Prose(seed), random.Random(seed + words)
    numbers = iter(range(10**9))
    first = [[[(word, next(numbers)) for word in line] for line in block] for block in _paragraphs(prose, words)]
    second = [_edited(block, prose, chance) for block in first]
    order = list(range(len(second)))
    moved: set[int] = set()
    for _ in range(max(1, words // 3000)):
        block = chance.choice(order)
        size = sum(map(len, second[block]))
        if size < 30 or block in moved or len(order) < 12:
            continue
        at = order.index(block)
        order.remove(block)
        target = chance.choice([place for place in range(len(order) + 1) if abs(place - at) >= 3])
        order.insert(target, block)
        moved.add(block)
    before, _ = _text(first)
    after, origin = _text([second[block] for block in order])
    return Revision(before, after, origin, {n for block in moved for line in first[block] for _, n in line})


Numbered = list[list[tuple[str, int]]]


def _paragraphs(prose: Prose, words: int) -> list[list[list[str]]]:
    blocks: list[list[list[str]]] = []
    while words > 0:
        blocks.append(prose.paragraph())
        words -= sum(map(len, blocks[-1]))
    return blocks


def _edited(block: Numbered, prose: Prose, chance: random.Random) -> Numbered:
    lines: Numbered = []
    for place, line in enumerate(block):
        if chance.random() >= 0.01 or (place == len(block) - 1 and not lines):
            lines.append([entry for word in line for entry in _edited_word(word, prose, chance)] or line)
        if chance.random() < 0.01:
            lines.append([(word, -1) for word in prose.sentence()])
    return lines


def _edited_word(entry: tuple[str, int], prose: Prose, chance: random.Random) -> list[tuple[str, int]]:
    draw = chance.random()
    if draw < 0.012:
        return [(prose.word(), -1)]
    if draw < 0.016:
        return []
    return [entry, (prose.word(), -1)] if draw < 0.020 else [entry]


def _text(blocks: list[Numbered]) -> tuple[str, list[int]]:
    text = "\n\n".join(" ".join(word for line in block for word, _ in line) for block in blocks)
    return text, [number for block in blocks for line in block for _, number in line]


class Score(NamedTuple):
    """How much of a known revision was found: shares of word pairs kept, and of words moved."""

    kept_precision: float
    kept_recall: float
    moved_precision: float
    moved_recall: float


def found_again(truth: Revision, found: Comparison) -> Score:
    """Hold a comparison of a revision's two texts, as versions, against what is known."""
    words = [_places(text) for text in (truth.before, truth.after)]
    real = [change for change in found.changes if change.kind not in (ChangeKind.TYPOGRAPHY, ChangeKind.PARAGRAPH)]
    changed = _inside([change.a for change in real], words[0]), _inside([change.b for change in real], words[1])
    left = ([n for n in range(len(side)) if n not in gone] for side, gone in zip(words, changed, strict=True))
    kept = set(zip(*left, strict=True))
    true = {(place, n) for n, place in enumerate(truth.origin) if place >= 0 and place not in truth.moved}
    moved = _inside([change.a for change in real if change.kind is ChangeKind.MOVED], words[0])
    return Score(
        len(kept & true) / len(kept),
        len(kept & true) / len(true),
        len(moved & truth.moved) / max(1, len(moved)),
        len(moved & truth.moved) / max(1, len(truth.moved)),
    )


def _places(text: str) -> list[int]:
    return [match.start() for match in re.finditer(r"\w[\w,]*", text)]


def _inside(spans: list[Span], words: list[int]) -> set[int]:
    """The numbers of the words that begin in any of the spans."""
    return {n for span in spans for n in range(bisect_left(words, span.start), bisect_left(words, span.end))}
