"""Is this paragraph the headline of another story, dropped into the text by a web page?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.intake.lines import Line

_FEWEST, _MOST = 7, 16  # words
_LIMIT = 3  # more of them and they are a style of this text: subheadings, verse, a list
_FINISHED_SHARE = 0.8  # of the other paragraphs must end like sentences
# Running text has these; a headline in the present tense has not. Past tenses too: headlines report in the present.
_RUNNING_WORDS = (
    "the a an was were had been did he she it they we i you his her its their our my said told added called who whom "
    "which that this these those there but because while although made took went came gave fell rose won met left "
    "found held began got saw kept knew thought became sent spent brought sought wrote spoke ran grew drew led paid"
)
_RUNNING = frozenset(_RUNNING_WORDS.split())
_PRESENT = re.compile(r"[a-z]{2,}[a-rt-z]s")
_S_WORDS = "this has was is less plus minus across towards besides always perhaps sometimes news"
_NO_VERBS = frozenset(_S_WORDS.split())
_PREPOSITIONS = frozenset(
    {"of", "in", "on", "at", "by", "for", "from", "with", "without", "and", "or", "between", "over"}
)
_AFTER_NOUNS = frozenset({"and", "or", "of"})
_MARKS = frozenset('":;“”„«»()[]|/•*…')


def related_headlines(lines: Sequence[Line]) -> list[Line]:
    """Give the lines of running text that are headlines of other stories, of English ones only."""
    if len(lines) < 5:
        return []
    shaped = [i for i in range(1, len(lines) - 1) if _shaped(lines[i].text)]
    if (
        not 1 <= len(shaped) <= _LIMIT
        or sum(line.is_finished for line in lines) < (len(lines) - len(shaped)) * _FINISHED_SHARE
    ):
        return []
    blanks = sum(line.apart for line in lines) > len(lines) * 0.6  # paragraphs here stand apart
    return [lines[i] for i in shaped if _stands_alone(lines[i - 1], lines[i], lines[i + 1], blanks=blanks)]


def _stands_alone(before: Line, line: Line, after: Line, *, blanks: bool) -> bool:
    """Say whether it stands between two full paragraphs, as its own."""
    apart = line.apart and after.apart if blanks else True
    return apart and before.is_body and after.is_body and not after.text[0].islower()


def _shaped(text: str) -> bool:
    """Say whether a line reads like a headline: no full stop, no running text, a verb in the present."""
    if len(text) > 140 or not text[0].isupper() or text[-1] in ".,!?;:-–—…" or not _MARKS.isdisjoint(text):
        return False
    words = text.split()
    lower = [word.lower().rstrip(",") for word in words]
    if not _FEWEST <= len(words) <= _MOST or text.count(",") > 1 or not _RUNNING.isdisjoint(lower):
        return False
    return not any(word.endswith("ed") and len(word) > 4 for word in lower) and _has_verb(words)


def _has_verb(words: list[str]) -> bool:
    """Say whether some word can be a verb like "leaves": after a preposition, or before "and", it is a plural."""
    return any(
        _PRESENT.fullmatch(word) and word not in _NO_VERBS and before not in _PREPOSITIONS and after not in _AFTER_NOUNS
        for before, word, after in zip(words, words[1:], words[2:], strict=False)
    )
