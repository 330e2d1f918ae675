"""Version history of an article: what each version changed, and how much later it was captured.

Of two versions that differ only in marks, spaces, byline, date or boilerplate of the page nobody should have to read
every word: such steps are told apart from those that changed the text.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.domain import Metadata, Span, VersionInfo, value_type
from desktop.lazy_pattern import lazy_pattern
from desktop.text.changes import ChangeKind, Kind
from desktop.text.diff import compare
from desktop.text.words import count_words, tokenise
from desktop.translation import Plural, Sentence, english

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.text.changes import Change, Comparison

# A version with its full text and the spans of it that are hidden.
Captured = tuple[VersionInfo, str, "Sequence[Span]"]

_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400
_MONTH, _YEAR = 30.436875 * _DAY, 365.2425 * _DAY
_MINUTES = Plural("{count} minute", "{count} minutes")
_HOURS = Plural("{count} hour", "{count} hours")
_DAYS = Plural("{count} day", "{count} days")
_MONTHS = Plural("{count} month", "{count} months")
_BESIDE_FIELD = 4  # words like "By" or "Published on" that may stand in the line of a byline or date
_SENTENCE_ENDS = (".", "!", "?", '"', "”", "’", "»")  # a line that ends so is running text
_DATELINE_GOES_ON = lazy_pattern(r"[^.!?]{0,40}?\)\s{0,2}[-–—]")  # "WASHINGTON, Sept 6" (Reuters) –
_AS_PRINTED = {"title": english("headline"), "byline": english("byline"), "published": english("date")}
_FIELDS = {**_AS_PRINTED, "outlet": english("outlet")}
_LAYOUT = {ChangeKind.TYPOGRAPHY: english("typography"), ChangeKind.PARAGRAPH: english("paragraph breaks")}


class StepKind(StrEnum):
    """What a version is, seen from the one before it."""

    FIRST = english("first")
    TEXT = english("text changed")
    PUNCTUATION = english("only punctuation")  # commas and the like came or went; no word did
    HEADLINE = english("only headline")
    BYLINE = english("only byline or date")
    TYPOGRAPHY = english("only typography")  # kinds of marks, dashes and spaces, paragraph breaks
    BOILERPLATE = english("only boilerplate")  # what is hidden in both
    IDENTICAL = english("same text")


MINOR = frozenset({StepKind.BYLINE, StepKind.TYPOGRAPHY, StepKind.BOILERPLATE, StepKind.IDENTICAL})


@value_type
class Renewed:
    """One thing that the two texts say differently of the article; an empty string is "not given"."""

    name: str  # "headline", "byline", "date" or "outlet"
    old: str
    new: str


@value_type
class Step:
    """One version seen from the one before it; words are those that are not hidden, punctuation left out."""

    version: VersionInfo
    before: VersionInfo | None
    kind: StepKind
    words: int
    added: int = 0  # words; what only moved is neither added nor removed
    removed: int = 0
    moved: int = 0  # passages
    alerts: int = 0
    renewed: tuple[Renewed, ...] = ()
    only: tuple[str, ...] = ()  # where the text stayed: all that changed, e.g. ("date", "typography")

    @property
    def title(self) -> tuple[str, str] | None:
        """The headline before and now, if it changed in more than typography."""
        return next(((each.old, each.new) for each in self.renewed if each.name == "headline"), None)

    @property
    def minor(self) -> bool:
        """Say whether text and headline stayed as they were."""
        return self.kind in MINOR

    @property
    def sentence(self) -> str:
        """What the version is, in few words: “text changed”, “only byline and typography”."""
        return Sentence("only {what}", what=_listed(self.only)) if self.only else Sentence(self.kind.value)


def steps(versions: Sequence[Captured], *, cancelled: Callable[[], bool] | None = None) -> tuple[Step, ...]:
    """Say of each version of one article what it changed, oldest to newest by number.

    Raises `desktop.text.diff.Cancelled` when `cancelled` says so.
    """
    ordered = sorted(versions, key=lambda each: each[0].number)
    return (
        *(step(None, first) for first in ordered[:1]),
        *(step(before, after, cancelled=cancelled) for before, after in pairwise(ordered)),
    )


def step(before: Captured | None, after: Captured, *, cancelled: Callable[[], bool] | None = None) -> Step:
    """Say what one version changed; `before` None makes it the first. Raises `Cancelled` as `steps` does."""
    info, text, hidden = after
    words = count_words(text, hidden)
    if before is None:
        return Step(info, None, StepKind.FIRST, words)
    renewed = _renewed(before[0].metadata, info.metadata)
    if before[1] == text:
        only = tuple(each.name for each in renewed if each.name in _AS_PRINTED.values())
        return Step(info, before[0], _minor_kind(only), words, renewed=renewed, only=only)
    found = compare(before[1], text, hidden_a=before[2], hidden_b=hidden, kind=Kind.VERSIONS, cancelled=cancelled)
    added, removed, moved = found.stats.inserted, found.stats.deleted, found.stats.moved
    if not _in_fields(found, before, after, renewed):
        kind = StepKind.TEXT if added or removed or moved else StepKind.PUNCTUATION
        only = ()
    else:
        only = _only(found, before, after, renewed)
        kind = _minor_kind(only)
    return Step(info, before[0], kind, words, added, removed, moved, len(found.alerts), renewed, only)


def _renewed(old: Metadata, new: Metadata) -> tuple[Renewed, ...]:
    pairs = ((name, getattr(old, field), getattr(new, field)) for field, name in _FIELDS.items())
    return tuple(Renewed(*each) for each in pairs if _keys(each[1]) != _keys(each[2]))


def _keys(text: str) -> list[str]:
    return [word.key for word in tokenise(text)]


def _minor_kind(only: Sequence[str]) -> StepKind:
    """Name the weightiest of the things that alone changed."""
    if "headline" in only:
        return StepKind.HEADLINE
    if "byline" in only or "date" in only:
        return StepKind.BYLINE
    if "boilerplate" in only[:1]:
        return StepKind.BOILERPLATE
    return StepKind.TYPOGRAPHY if only else StepKind.IDENTICAL


def _in_fields(found: Comparison, before: Captured, after: Captured, renewed: Sequence[Renewed]) -> bool:
    """Say whether every change of words stands where a headline, byline or date that changed is printed."""
    names = {each.name for each in renewed}
    changed = [field for field, name in _AS_PRINTED.items() if name in names]
    sides = [[_printed(text, getattr(info.metadata, field)) for field in changed] for info, text, _ in (before, after)]
    wording = (change for change in found.changes if change.kind not in _LAYOUT)
    return all(_is_within(change, before[1], after[1], sides) for change in wording)


def _printed(text: str, value: str) -> Span:
    """Where a value is first printed as what it is: its own line, or inside a dateline; empty if nowhere."""
    found = re.search(rf"(?<!\w){re.escape(value)}(?!\w)", text) if value else None
    if found is None:
        return Span(0, 0)
    stop = text.find("\n", found.end())
    line = Span(text.rfind("\n", 0, found.start()) + 1, stop if stop >= 0 else len(text))
    words = line.of(text).rstrip()
    beside = count_words(words) - count_words(value)
    if not beside or (beside <= _BESIDE_FIELD and not words.endswith(_SENTENCE_ENDS)):
        return line
    return Span(*found.span()) if _DATELINE_GOES_ON.match(text, found.end(), line.end) else Span(0, 0)


def _is_within(change: Change, a: str, b: str, sides: Sequence[Sequence[Span]]) -> bool:
    return _covered(change.a, a, sides[0]) and _covered(change.b, b, sides[1])


def _covered(span: Span, text: str, fields: Sequence[Span]) -> bool:
    words = span.of(text)
    start, end = span.end - len(words.lstrip()), span.start + len(words.rstrip())
    return start >= end or any(field.start <= start and end <= field.end for field in fields)


def _only(found: Comparison, before: Captured, after: Captured, renewed: Sequence[Renewed]) -> tuple[str, ...]:
    """All that changed, weightiest first, where no word of the text did."""
    fields = [each.name for each in renewed if each.name in _AS_PRINTED.values()]
    kinds = {change.kind for change in found.changes}
    layout = [name for kind, name in _LAYOUT.items() if kind in kinds]
    boilerplate = [english("boilerplate")] if _boilerplate(before) != _boilerplate(after) else []
    return (*fields, *layout, *boilerplate) or (english("spaces"),)


def _boilerplate(captured: Captured) -> list[str]:
    """The words of the boilerplate, without byline and date, which are reported separately."""
    info, text, hidden = captured
    words = "\n".join(span.of(text) for span in sorted(hidden))
    for value in (info.metadata.byline, info.metadata.published):
        words = words.replace(value, "", 1)
    return _keys(words)


def _listed(names: Sequence[str]) -> Sentence:
    """Join names as one says them: “a”, “a and b”, “a, b and c”."""
    if len(names) < 2:
        return Sentence("".join(names))
    first = Sentence(names[0])
    for name in names[1:-1]:
        first = Sentence("{first}, {other}", first=first, other=Sentence(name))
    return Sentence("{first} and {other}", first=first, other=Sentence(names[-1]))


def later(a: datetime, b: datetime) -> Sentence:
    """Say how much later `b` is than `a`, to the nearest unit: “3 hours later”; both times are aware.

    Times that a clock shows as the same are “at the same minute”; where `b` is the earlier one,
    it was “captured 3 hours earlier”.
    """
    first, second = (each.astimezone(UTC).replace(second=0, microsecond=0) for each in (a, b))
    if first == second:
        return Sentence("at the same minute")
    seconds = (b - a).total_seconds()
    if seconds > 0:
        return Sentence("{time} later", time=_span(seconds))
    return Sentence("captured {time} earlier", time=_span(-seconds))


def _span(seconds: float) -> Sentence:
    """Say a length of time to the nearest of the largest unit that it fills, from one minute on."""
    units = ((_MINUTE, 60, _MINUTES), (_HOUR, 24, _HOURS), (_DAY, 60, _DAYS), (_MONTH, 24, _MONTHS))
    for size, limit, words in units:
        count = max(1, round(seconds / size))
        if count < limit:
            return Sentence.counted(words.one, words.many, count)
    return Sentence.counted("{count} year", "{count} years", round(seconds / _YEAR))
