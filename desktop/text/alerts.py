"""Which changes matter to a fact-checker, and why?

Only small changes are read for facts: where a whole sentence was rewritten, two lists of words say nothing
about which fact became which.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain import Span
from desktop.text.changes import Alert, AlertKind, ChangeKind
from desktop.text.facts import Fact, Reading
from desktop.text.lexicon import CUES, MODALS, PLACES, PRONOUNS, VAGUE_NUMBERS
from desktop.text.marks import QuotedText
from desktop.text.words import fold, is_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.text.changes import Change
    from desktop.text.words import Tokens

_SMALL = 6  # words a side up to which a replacement is read fact by fact
_FEW = 4  # words up to which text that only came or went is
_ORDER = {kind: place for place, kind in enumerate(AlertKind)}
_PLACE_NAMES = frozenset(PLACES.values())
_QUOTE_MARKS = frozenset("\"'")
_QUANTIFIERS = frozenset(("about", "nearly"))


def with_alerts(changes: Sequence[Change], a: Tokens, b: Tokens) -> tuple[Change, ...]:
    """The changes with their alerts; those inside moved text are given to the move as well."""
    reader = _Reader(a, b)
    return tuple(reader.marked(change) for change in changes)


class _Reader:
    """Reads changes for facts that differ."""

    def __init__(self, a: Tokens, b: Tokens) -> None:
        self._a, self._b = a, b
        self._quoted = QuotedText(a.text), QuotedText(b.text)
        self._names: dict[str, bool] = {}

    def marked(self, change: Change) -> Change:
        if change.kind is ChangeKind.MOVED:
            inner = tuple(self.marked(part) for part in change.inner)
            return replace(change, inner=inner, alerts=tuple(alert for part in inner for alert in part.alerts))
        if change.kind in (ChangeKind.TYPOGRAPHY, ChangeKind.PARAGRAPH):
            return change
        alerts = tuple(self._alerts(change))
        return replace(change, alerts=alerts) if alerts else change

    def _alerts(self, change: Change) -> Iterator[Alert]:
        mine, theirs = self._reading(self._a, change.a), self._reading(self._b, change.b)
        if _same_letters(mine, theirs):
            return
        quoted = self._quoted[0].inside(change.a) and self._quoted[1].inside(change.b)
        found: list[Alert] = []
        if _readable(mine, theirs):
            found = [alert for alert in self._facts(mine, theirs)]
            found += self._boundaries(mine, theirs)
        if quoted and not found and (mine.words or theirs.words):
            found = [self._quotation(change)]
        for alert in found:
            yield replace(alert, rank=2 * _ORDER[alert.kind] + (not quoted))

    def _reading(self, tokens: Tokens, span: Span) -> Reading:
        first, last = bisect_left(tokens.starts, span.start), bisect_left(tokens.starts, span.end)
        return Reading(tokens, first, last, self._is_name)

    def _is_name(self, word: str) -> bool:
        """Say whether a word that begins a sentence has its capital elsewhere as well."""
        if word not in self._names:
            if word.lower().removesuffix("'s") in PLACES:
                self._names[word] = True
            else:
                pattern = re.compile(rf"[a-z,;] {re.escape(word)}\b")
                self._names[word] = bool(pattern.search(self._a.text) or pattern.search(self._b.text))
        return self._names[word]

    def _facts(self, mine: Reading, theirs: Reading) -> Iterator[Alert]:
        yield from self._pairs(AlertKind.DATE, mine.dates(), theirs.dates(), "The date")
        first, second = _apart(mine.numbers(), theirs.numbers())
        if not (first and second):
            first, second = self._telling(first, self._a), self._telling(second, self._b)
        yield from self._pairs(AlertKind.NUMBER, first, second, "The number")
        yield from self._both(AlertKind.NUMBER, mine.units(), theirs.units(), "The unit")
        yield from self._named(mine, theirs)
        yield from self._negated(mine, theirs)
        yield from self._hedged(mine, theirs)
        yield from self._spoken(mine, theirs)

    def _pairs(self, kind: AlertKind, mine: list[Fact], theirs: list[Fact], what: str) -> Iterator[Alert]:
        """Alerts for facts that one side has and the other has not, the first with the first."""
        mine, theirs = _apart(mine, theirs)
        for place in range(max(len(mine), len(theirs))):
            first = mine[place] if place < len(mine) else None
            second = theirs[place] if place < len(theirs) else None
            yield self._alert(kind, first, second, what)

    def _both(self, kind: AlertKind, mine: list[Fact], theirs: list[Fact], what: str) -> Iterator[Alert]:
        """As `_pairs`, but only where each side has something of its own."""
        mine, theirs = _apart(mine, theirs)
        for first, second in zip(mine, theirs, strict=False):
            yield self._alert(kind, first, second, what)

    def _alert(self, kind: AlertKind, mine: Fact | None, theirs: Fact | None, what: str) -> Alert:
        a, b = self._span(self._a, mine), self._span(self._b, theirs)
        first, second = a.of(self._a.text), b.of(self._b.text)
        if mine and theirs:
            why = f"{what} differs: “{first}” against “{second}”."
        elif mine:
            why = f"{what} “{first}” stands only in A."
        else:
            why = f"{what} “{second}” stands only in B."
        return Alert(kind, a, b, first, second, why)

    def _span(self, tokens: Tokens, fact: Fact | None) -> Span:
        return Span(tokens.start(fact.first), tokens.end(fact.last - 1)) if fact else Span(0, 0)

    def _telling(self, facts: list[Fact], tokens: Tokens) -> list[Fact]:
        """Numbers that tell something where the other side has none: not "one", not "half"."""
        return [fact for fact in facts if fold(tokens.token(fact.first)).lower() not in VAGUE_NUMBERS]

    def _named(self, mine: Reading, theirs: Reading) -> Iterator[Alert]:
        first, second = _apart(mine.names(), theirs.names())
        for one, other in zip(first, second, strict=False):
            if _same_entity(str(one.value), str(other.value)):
                continue
            if one.value in _PLACE_NAMES and other.value in _PLACE_NAMES:
                yield self._alert(AlertKind.PLACE, one, other, "The place")
            elif self._speaks(self._a, one) and self._speaks(self._b, other):
                yield self._alert(AlertKind.SPEAKER, one, other, "The speaker")
            else:
                yield self._alert(AlertKind.NAME, one, other, "The name")

    def _speaks(self, tokens: Tokens, fact: Fact) -> bool:
        """Say whether a verb of saying stands beside a name or pronoun."""
        beside = (fact.first - 1, fact.last, fact.last + 1)
        return any(0 <= index < len(tokens) and fold(tokens.token(index)) in CUES for index in beside)

    def _negated(self, mine: Reading, theirs: Reading) -> Iterator[Alert]:
        first, second = mine.negations(), theirs.negations()
        if len(first) % 2 != len(second) % 2:
            fact, side = (first[0], "A") if first else (second[0], "B")
            alert = self._alert(AlertKind.NEGATION, fact if first else None, None if first else fact, "The denial")
            yield replace(alert, why=f"{side} denies what the other does not: “{alert.a_text or alert.b_text}”.")

    def _hedged(self, mine: Reading, theirs: Reading) -> Iterator[Alert]:
        first, second = _apart(_hedges(mine), _hedges(theirs))
        yield from self._pairs(AlertKind.HEDGE, first, second, "How sure the text is")

    def _spoken(self, mine: Reading, theirs: Reading) -> Iterator[Alert]:
        yield from self._both(AlertKind.SPEAKER, mine.cues(), theirs.cues(), "How it was said")
        first, second = _apart(_pronouns(mine), _pronouns(theirs))
        for one, other in zip(first, second, strict=False):
            if self._speaks(self._a, one) and self._speaks(self._b, other):
                yield self._alert(AlertKind.SPEAKER, one, other, "The speaker")

    def _boundaries(self, mine: Reading, theirs: Reading) -> Iterator[Alert]:
        first, second = _marks(mine), _marks(theirs)
        if len(first) % 2 == len(second) % 2:
            return
        alert = self._alert(AlertKind.BOUNDARY, (first or [None])[0], (second or [None])[0], "The quotation mark")
        yield replace(alert, why="A quotation begins or ends at another word.")

    def _quotation(self, change: Change) -> Alert:
        first, second = change.a.of(self._a.text).strip(), change.b.of(self._b.text).strip()
        kind, why = AlertKind.QUOTATION, "The words inside the quotation marks differ."
        if not second and self._quoted[0].at_edge(change.a):
            kind, why = AlertKind.TRUNCATION, "The quotation is shorter in B."
        elif not first and self._quoted[1].at_edge(change.b):
            kind, why = AlertKind.TRUNCATION, "The quotation is shorter in A."
        return Alert(kind, change.a, change.b, first, second, why)


def _readable(mine: Reading, theirs: Reading) -> bool:
    if mine.words and theirs.words:
        return max(mine.words, theirs.words) <= _SMALL
    return mine.words + theirs.words <= _FEW


def _same_letters(mine: Reading, theirs: Reading) -> bool:
    """Say whether the two differ in hyphens, spaces, case or punctuation only."""
    first, second = ("".join(filter(str.isalnum, "".join(side.lower))) for side in (mine, theirs))
    return bool(first) and first == second


def _apart(mine: Sequence[Fact], theirs: Sequence[Fact]) -> tuple[list[Fact], list[Fact]]:
    """What each side states that the other does not."""
    rest = [fact.value for fact in theirs]
    first: list[Fact] = []
    for fact in mine:
        if fact.value in rest:
            rest.remove(fact.value)
        else:
            first.append(fact)
    shared = [fact.value for fact in mine]
    second: list[Fact] = []
    for fact in theirs:
        if fact.value in shared:
            shared.remove(fact.value)
        else:
            second.append(fact)
    return first, second


def _same_entity(first: str, second: str) -> bool:
    """Say whether one name is part of the other or its initials."""
    parts, others = first.split("-"), second.split("-")
    if first in _PLACE_NAMES and second in _PLACE_NAMES:
        return False
    if set(parts) <= set(others) or set(others) <= set(parts):
        return True
    initials = ("".join(part[0] for part in side if part) for side in (parts, others))
    return any(short == name for short, name in zip(initials, (second, first), strict=True))


def _hedges(reading: Reading) -> list[Fact]:
    """Hedges and modal verbs; "about" and "nearly" only before a number."""
    return [
        fact
        for fact in reading.hedges()
        if fact.value not in _QUANTIFIERS or Reading.is_number(reading.around(fact.last))
    ]


def _pronouns(reading: Reading) -> list[Fact]:
    return [
        Fact(word, reading.first + offset, reading.first + offset + 1)
        for offset, word in enumerate(reading.lower)
        if word in PRONOUNS
    ]


def _marks(reading: Reading) -> list[Fact]:
    return [
        Fact(word, reading.first + offset, reading.first + offset + 1)
        for offset, word in enumerate(reading.folded)
        if word in _QUOTE_MARKS
    ]
