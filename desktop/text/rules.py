"""Ignore rules: which changes the checker does not want to count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING

from desktop.text.changes import Change, ChangeKind
from desktop.text.progress import watched
from desktop.text.words import fold, is_word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_PUNCTUATION = re.compile(r"[^\w\s]|_")
_SPACE = re.compile(r"\s+")
_REPEAT = re.compile(r"(?<!\\)[*+?{]")
_REPEATED_GROUP = re.compile(r"\)[*+{]")
_STEPS = 1e6  # of matching a pattern of the user's own against one reading
_AT_ONCE = 64  # changes between two looks at whether to go on
_NEVER = (ChangeKind.PARAGRAPH, ChangeKind.MOVED)
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")


@dataclass(frozen=True, slots=True)
class Rules:
    """What is ignored: shown dimmed, not counted. Patterns are regular expressions; invalid ones raise ValueError.

    Nothing can stop a pattern while it is tried, so it is only tried on readings so short that even a bad one ends
    within some tens of milliseconds; longer readings keep what it would have taken out.
    """

    case: bool = False
    punctuation: bool = False
    typography: bool = True  # its own class, hidden by default
    white_space: bool = True  # line breaks inside a paragraph, runs of spaces
    numbers: bool = False
    patterns: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for pattern in self.patterns:
            try:
                re.compile(pattern)
            except re.error as error:
                raise ValueError(f"“{pattern}” is not a regular expression: {error}") from error

    @property
    def narrow(self) -> bool:
        """Say whether the rules ignore more than typography and white space."""
        return self.case or self.punctuation or self.numbers or bool(self.patterns)

    def reduced(self, text: str) -> str:
        """The text as far as it counts; two readings with equal results differ in nothing that counts."""
        reduced = fold(text) if self.typography else text
        for pattern in self.patterns:
            if len(reduced) <= _reach(pattern):
                reduced = re.sub(pattern, "", reduced)
        if self.case:
            reduced = reduced.casefold()
        if self.numbers:
            reduced = _NUMBER.sub("0", reduced)
        if self.punctuation:
            reduced = _PUNCTUATION.sub("", reduced)
        return _SPACE.sub(" ", reduced).strip()


def with_rules(
    changes: Sequence[Change], a: str, b: str, rules: Rules, cancelled: Callable[[], bool] | None = None
) -> tuple[Change, ...]:
    """Mark the changes that the rules ignore; none is taken out."""
    looked = watched(changes, cancelled, 1 if rules.patterns else _AT_ONCE)
    return tuple(_as_ignored(change) if _ignored(change, a, b, rules) else change for change in looked)


@lru_cache
def _reach(pattern: str) -> int:
    """The code points of a reading on which a pattern takes no more than the allowed steps, whatever they are.

    Every repetition can begin and end anywhere: a power of the length. A repeated group can also be cut up in
    exponentially many ways.
    """
    repeats = len(_REPEAT.findall(pattern))
    if _REPEATED_GROUP.search(pattern):
        return int(log(_STEPS) / log(1 + repeats + pattern.count("|")))
    return int(_STEPS ** (1 / (1 + repeats)))


def _as_ignored(change: Change) -> Change:
    return Change(change.kind, change.a, change.b, change.alerts, change.move, change.inner, ignored=True)


def _ignored(change: Change, a: str, b: str, rules: Rules) -> bool:
    if change.kind in _NEVER or not (rules.narrow or change.kind is ChangeKind.TYPOGRAPHY):
        return False
    mine, theirs = change.a.of(a), change.b.of(b)
    if change.kind is ChangeKind.TYPOGRAPHY:
        return rules.typography if is_word(mine) or mine.strip() else rules.white_space
    return rules.reduced(mine) == rules.reduced(theirs)
