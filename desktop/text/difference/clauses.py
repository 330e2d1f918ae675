"""Where does a rewritten stretch answer another clause by clause?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from desktop.text.alignment.token_alignment import Edit

_LONGEST = 100  # tokens; what is longer is no sentence


def parted(
    edits: Sequence[Edit],
    texts: tuple[str, str],
    comma: str,
    marks: AbstractSet[str],
    compared: Callable[[str, str], list[Edit]],
) -> Iterator[Edit]:
    """The edits, those that can be told clause by clause as the edits that `compared` finds in each clause.

    They can where both sides have as many commas, a word before the first, and no other mark: with a bracket, a
    quotation mark or the end of a sentence they would be commas of different things. The first comma is kept.
    """
    x, y = texts
    for edit in edits:
        i1, i2, j1, j2 = edit
        at = x.find(comma, i1, i2) if j2 - j1 > 1 else -1
        to = y.find(comma, j1, j2) if at > i1 else -1
        if to <= j1 or not _answer(x[i1:i2], y[j1:j2], comma, marks):
            yield edit
            continue
        for i, p, j, q in ((i1, at, j1, to), (at + 1, i2, to + 1, j2)):
            for a, b, c, d in compared(x[i:p], y[j:q]):
                yield i + a, i + b, j + c, j + d


def _answer(mine: str, theirs: str, comma: str, marks: AbstractSet[str]) -> bool:
    if max(len(mine), len(theirs)) > _LONGEST or mine.count(comma) != theirs.count(comma):
        return False
    return len(marks & {*mine, *theirs}) == 1
