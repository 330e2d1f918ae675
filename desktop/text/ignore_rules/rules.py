"""Ignore rules: which changes the checker does not want to count."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain import Span, value_type
from desktop.lazy_pattern import lazy_pattern
from desktop.text.changes import Change, ChangeKind
from desktop.text.ignore_rules.user_patterns import Allowance, TooSlow, user_pattern
from desktop.text.progress import watched
from desktop.text.words import fold, fold_in_place, is_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_NO_PUNCTUATION = frozenset("%‰&@#§/*\\")  # that Unicode calls so
_SIGNS = frozenset("-‐‑‒–—−")
_SPACE = lazy_pattern(r"\s+")
_TRY = 0.03  # seconds for a pattern of the user's own in one reading
_NEAR = 2000  # code points of the line before and behind a change
_AT_ONCE = 64  # changes between two looks at whether to go on
_NEVER = (ChangeKind.PARAGRAPH, ChangeKind.MOVED)
_NUMBER = lazy_pattern(r"\d+(?:[.,:/]\d+)*")
_allowed: dict[str, Allowance] = {}  # what is left of the time for each pattern in the comparison that is made
_stopped: dict[str, str] = {}  # patterns that took too long since the program was started, and a sentence about each


@value_type
class Rules:
    """What is ignored: shown dimmed, not counted. Patterns are regular expressions; invalid ones raise ValueError.

    A pattern is sought in the running text around a change, within its line: one for "Updated 3 May" takes out the
    day that alone has changed. One that takes too long is stopped, and not tried again; `stopped` tells which.
    """

    case: bool = False
    punctuation: bool = False
    typography: bool = True  # its own class, hidden by default
    white_space: bool = True  # line breaks inside a paragraph, runs of spaces
    numbers: bool = False
    patterns: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for pattern in self.patterns:
            user_pattern(pattern)

    @property
    def stopped(self) -> tuple[str, ...]:
        """Sentences about those of the patterns that took too long."""
        return tuple(_stopped[pattern] for pattern in self.patterns if pattern in _stopped)

    @property
    def narrow(self) -> bool:
        """Say whether the rules ignore more than typography and white space."""
        return self.case or self.punctuation or self.numbers or bool(self.patterns)

    def reduced(self, text: str, span: Span) -> str:
        """A span of a text as far as it counts; two readings with equal results differ in nothing that counts."""
        parts = _outside(span, [found for pattern in self.patterns for found in _matches(pattern, text, span)])
        if self.punctuation:
            reduced = " ".join([_without_punctuation(text, part) for part in parts])
        else:
            reduced = " ".join([part.of(text) for part in parts])
        if self.typography:
            reduced = fold(reduced)
        if self.case:
            reduced = reduced.casefold()
        if self.numbers:
            reduced = _NUMBER.sub("0", reduced)
        return _SPACE.sub(" ", reduced).strip()


def _matches(pattern: str, text: str, span: Span) -> Iterator[Span]:
    """Where a pattern of the user's own stands in the line around a span; of a very long one, in what is near."""
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _NEAR)
    end = text.find("\n", span.end)
    end = min(end if end >= 0 else len(text), span.end + _NEAR)
    for found in _found(pattern, fold_in_place(text[start:end])):
        yield Span(start + found.start, start + found.end)


def _outside(span: Span, taken: Sequence[Span]) -> list[Span]:
    """What is left of a span, in parts."""
    parts: list[Span] = []
    at = span.start
    for each in sorted(taken):
        if each.start < span.end and each.end > at:
            parts += [Span(at, each.start)] if each.start > at else []
            at = each.end
    return [*parts, Span(at, span.end)] if at < span.end else parts


def _without_punctuation(text: str, span: Span) -> str:
    """A span without its marks, but for those that tell a number, a currency, a share or another word from others."""
    return "".join([text[at] for at in range(span.start, span.end) if not _is_punctuation(text, at)])


def _is_punctuation(text: str, at: int) -> bool:
    mark = text[at]
    if mark.isalnum() or mark.isspace() or unicodedata.category(mark)[0] != "P" or mark in _NO_PUNCTUATION:
        return mark in "_`´"
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if after.isdigit():
        return not (before.isdigit() or (mark in _SIGNS and not before.isalnum()))
    return not (fold(mark) == "'" and before.isalpha() and after.isalpha())


def with_rules(
    changes: Sequence[Change], a: str, b: str, rules: Rules, cancelled: Callable[[], bool] | None = None
) -> tuple[Change, ...]:
    """Mark the changes that the rules ignore; none is taken out."""
    _allowed.update({pattern: Allowance(at_once=_TRY) for pattern in rules.patterns})
    reported = watched(changes, cancelled, 1 if rules.patterns else _AT_ONCE)
    return tuple([_ruled(change, a, b, rules) for change in reported])


def _ruled(change: Change, a: str, b: str, rules: Rules) -> Change:
    if change.inner:
        return replace(change, inner=tuple([_ruled(part, a, b, rules) for part in change.inner]))
    return _as_ignored(change) if _ignored(change, a, b, rules) else change


def _found(pattern: str, text: str) -> list[Span]:
    """Where a pattern of the user's own stands; nowhere once it was stopped."""
    if pattern in _stopped:
        return []
    try:
        return list(user_pattern(pattern).spans(text, _allowed.setdefault(pattern, Allowance(at_once=_TRY))))
    except TooSlow as error:
        _stopped[pattern] = str(error)
        return []


def _as_ignored(change: Change) -> Change:
    return Change(change.kind, change.a, change.b, change.alerts, change.move, change.inner, ignored=True)


def _ignored(change: Change, a: str, b: str, rules: Rules) -> bool:
    if change.kind in _NEVER or not (rules.narrow or change.kind is ChangeKind.TYPOGRAPHY):
        return False
    if change.kind is ChangeKind.TYPOGRAPHY:
        mine = change.a.of(a)
        return rules.typography if is_word(mine) or mine.strip() else rules.white_space
    return rules.reduced(a, change.a) == rules.reduced(b, change.b)
