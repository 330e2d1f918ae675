"""Which changes matter to a fact-checker, and why?

Only small changes are read for facts: where a whole sentence was rewritten, two lists of words say nothing
about which fact became which.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.domain import Span
from desktop.text.changes import Alert, AlertKind, Change, ChangeKind
from desktop.text.difference.alignment import edits_between, exact_blocks
from desktop.text.difference.cancelling import Stage, watched
from desktop.text.difference.codes import STOP_BITS, WORD_BITS
from desktop.text.difference.facts import Fact, Reading
from desktop.text.difference.forms import CUE, DATE, DENIAL, HEDGE, MARK, NAME, NUMBER, PRONOUN, UNIT, form
from desktop.text.difference.lexicon import CUES, VAGUE_NUMBERS
from desktop.text.difference.places import PLACES
from desktop.text.difference.quoted import QuotedText
from desktop.text.words import is_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from desktop.text.difference.alignment import Edit
    from desktop.text.words import Tokens

_SMALL = 6  # words a side up to which a replacement is read fact by fact
_FEW = 4  # words up to which text that only came or went is
_REWRITTEN = 40  # and up to which a rewritten stretch is searched for words that answer each other
_CAPITAL = re.compile(r" (?<=[a-z,;] )([A-Z]\w+)")  # the space first: it is found fast
_STEM = 3  # letters by which a shifted word is known again: "Sept" and "September"
_NEAR = 120  # code points within which it is the same place
_LONG = 400  # code points beyond which no facts are read
_ORDER = {kind: place for place, kind in enumerate(AlertKind)}
_PLACE_NAMES = frozenset(PLACES.values())
_QUANTIFIERS = frozenset(("about", "nearly"))


def with_alerts(
    changes: Sequence[Change], a: Tokens, b: Tokens, cancelled: Callable[[], bool] | None = None
) -> tuple[Change, ...]:
    """The changes with their alerts; those inside moved text are given to the move as well."""
    reader = _Reader(a, b)
    marked = [reader.marked(change) for change in watched(changes, cancelled, stage=Stage.ALERTS)]
    _drop_shifted(marked)
    return tuple(marked)


def _drop_shifted(changes: list[Change]) -> None:
    """Take out what only changed its place: "6 Sept" for "September 6" loses a month and gains it again."""
    waiting: dict[tuple[AlertKind, str], tuple[int, Alert]] = {}
    for place, change in enumerate(changes):
        for alert in change.alerts:
            if bool(alert.a_text) == bool(alert.b_text):
                continue
            key = (alert.kind, (alert.a_text or alert.b_text).lower()[:_STEM])
            before = waiting.pop(key, None)
            if before and bool(before[1].a_text) != bool(alert.a_text) and alert.a.start - before[1].a.end < _NEAR:
                for at, gone in (before, (place, alert)):
                    changes[at] = replace(
                        changes[at], alerts=tuple(kept for kept in changes[at].alerts if kept is not gone)
                    )
            else:
                waiting[key] = (place, alert)


class _Reader:
    """Reads changes for facts that differ."""

    def __init__(self, a: Tokens, b: Tokens) -> None:
        self._a, self._b = a, b
        self._quoted = QuotedText(a.text), QuotedText(b.text)
        self._here = (0, 0)  # where the change at hand begins

    def marked(self, change: Change) -> Change:
        if change.kind is ChangeKind.MOVED:
            inner = tuple(self.marked(part) for part in change.inner)
            return _with(change, [alert for part in inner for alert in part.alerts], inner)
        if change.kind in (ChangeKind.TYPOGRAPHY, ChangeKind.PARAGRAPH):
            return change
        alerts = self._alerts(change)
        return _with(change, alerts) if alerts else change

    def _alerts(self, change: Change) -> list[Alert]:
        found = [] if max(len(change.a), len(change.b)) > _LONG else self._told(change)
        if found is None:
            return []
        quoted = self._quoted[0].inside(change.a) and self._quoted[1].inside(change.b)
        if quoted and not found and (is_word(change.a.of(self._a.text)) or is_word(change.b.of(self._b.text))):
            found = [self._quotation(change)]
        return [_ranked(alert, 2 * _ORDER[alert.kind] + (not quoted)) for alert in found]

    def _told(self, change: Change) -> list[Alert] | None:
        """The facts that differ; None if the two readings are the same but for hyphens, case or punctuation."""
        mine, theirs = self._reading(self._a, change.a), self._reading(self._b, change.b)
        if _same_letters(mine, theirs):
            return None
        self._here = (change.a.start, change.b.start)
        if not (mine.tells or theirs.tells):
            return []
        if _readable(mine, theirs):
            marks = self._boundaries(mine, theirs) if (mine.tells | theirs.tells) & MARK else ()
            return [*self._facts(mine, theirs), *marks]
        return [alert for part in self._parts(mine, theirs) for alert in self._facts(*part)]

    def _reading(self, tokens: Tokens, span: Span) -> Reading:
        starts, end = tokens.starts, span.end
        first = last = bisect_left(starts, span.start)
        while last < len(starts) and starts[last] < end:
            last += 1
        return Reading(tokens, first, last, self._is_name)

    def _parts(self, mine: Reading, theirs: Reading) -> Iterator[tuple[Reading, Reading]]:
        """Replacements inside a rewritten stretch that stand beside a word of content both sides have."""
        if max(mine.words, theirs.words) > _REWRITTEN or mine.content().isdisjoint(theirs.content()):
            return
        edits = list(_light_edits(mine.lower, theirs.lower))
        for place, (i1, i2, j1, j2) in enumerate(edits):
            before = edits[place - 1][1] if place else 0
            after = edits[place + 1][0] if place + 1 < len(edits) else len(mine.lower)
            beside = (*mine.lower[before:i1][-1:], *mine.lower[i2:after][:1])
            if i1 < i2 and j1 < j2 and any(form(word).content for word in beside):
                first, second = mine.part(i1, i2), theirs.part(j1, j2)
                if _readable(first, second) and not _same_letters(first, second):
                    yield first, second

    def _is_name(self, word: str) -> bool:
        """Say whether a word that begins a sentence has its capital elsewhere as well."""
        bare = word.removesuffix("'s")
        return bare.lower() in PLACES or bare in self._names

    @cached_property
    def _names(self) -> frozenset[str]:
        """Words with a capital that no sentence beginning explains."""
        return frozenset(_CAPITAL.findall(self._a.text)) | frozenset(_CAPITAL.findall(self._b.text))

    def _facts(self, mine: Reading, theirs: Reading) -> Iterator[Alert]:
        tells, both = mine.tells | theirs.tells, mine.tells & theirs.tells
        if tells & DATE:
            yield from self._pairs(AlertKind.DATE, mine.dates, theirs.dates, "The date")
        if tells & NUMBER:
            yield from self._counted(mine, theirs)
        if both & UNIT:
            yield from self._both(AlertKind.NUMBER, mine.units(), theirs.units(), "The unit")
        if both & NAME:
            yield from self._named(mine, theirs)
        if tells & DENIAL:
            yield from self._negated(mine, theirs)
        if tells & HEDGE:
            yield from self._hedged(mine, theirs)
        if both & (CUE | PRONOUN):
            yield from self._spoken(mine, theirs)

    def _counted(self, mine: Reading, theirs: Reading) -> Iterator[Alert]:
        first, second = _apart(mine.numbers, theirs.numbers)
        if not (first and second):
            first, second = self._telling(first, self._a), self._telling(second, self._b)
        yield from self._pairs(AlertKind.NUMBER, first, second, "The number")

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
        a, b = _span(self._a, mine, self._here[0]), _span(self._b, theirs, self._here[1])
        first, second = a.of(self._a.text), b.of(self._b.text)
        if mine and theirs:
            why = f"{what} differs: “{first}” against “{second}”."
        else:
            side, said = ("A", first) if mine else ("B", second)
            why = f"Only {side} has {what[0].lower()}{what[1:]} “{said}”."
        return Alert(kind, a, b, first, second, why)

    def _telling(self, facts: list[Fact], tokens: Tokens) -> list[Fact]:
        """Numbers that tell something where the other side has none: not "one", not "half"."""
        return [fact for fact in facts if form(tokens.pieces[fact.first]).lower not in VAGUE_NUMBERS]

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
        return any(0 <= index < len(tokens.pieces) and form(tokens.pieces[index]).folded in CUES for index in beside)

    def _negated(self, mine: Reading, theirs: Reading) -> Iterator[Alert]:
        first, second = mine.negations(), theirs.negations()
        if len(first) % 2 != len(second) % 2 and max(mine.words, theirs.words) <= _FEW:
            fact, side = (first[0], "A") if first else (second[0], "B")
            alert = self._alert(AlertKind.NEGATION, fact if first else None, None if first else fact, "The denial")
            yield replace(alert, why=f"{side} denies what the other does not: “{alert.a_text or alert.b_text}”.")

    def _hedged(self, mine: Reading, theirs: Reading) -> Iterator[Alert]:
        first, second = _apart(_hedges(mine), _hedges(theirs))
        yield from self._pairs(AlertKind.HEDGE, first, second, "The degree of certainty")

    def _spoken(self, mine: Reading, theirs: Reading) -> Iterator[Alert]:
        yield from self._both(AlertKind.SPEAKER, mine.cues(), theirs.cues(), "The verb of saying")
        first, second = _apart(mine.pronouns(), theirs.pronouns())
        for one, other in zip(first, second, strict=False):
            if self._speaks(self._a, one) and self._speaks(self._b, other):
                yield self._alert(AlertKind.SPEAKER, one, other, "The speaker")

    def _boundaries(self, mine: Reading, theirs: Reading) -> Iterator[Alert]:
        first, second = mine.marks(), theirs.marks()
        if len(first) % 2 == len(second) % 2:
            return
        alert = self._alert(
            AlertKind.BOUNDARY, first[0] if first else None, second[0] if second else None, "The quotation mark"
        )
        yield replace(alert, why="A quotation begins or ends at another word.")

    def _quotation(self, change: Change) -> Alert:
        first, second = change.a.of(self._a.text).strip(), change.b.of(self._b.text).strip()
        kind, why = AlertKind.QUOTATION, "The words inside the quotation marks differ."
        if not second and self._quoted[0].at_edge(change.a):
            kind, why = AlertKind.TRUNCATION, "The quotation is shorter in B."
        elif not first and self._quoted[1].at_edge(change.b):
            kind, why = AlertKind.TRUNCATION, "The quotation is shorter in A."
        return Alert(kind, change.a, change.b, first, second, why)


def _with(change: Change, alerts: Sequence[Alert], inner: tuple[Change, ...] = ()) -> Change:
    return Change(change.kind, change.a, change.b, tuple(alerts), change.move, inner, change.ignored)


def _ranked(alert: Alert, rank: int) -> Alert:
    return Alert(alert.kind, alert.a, alert.b, alert.a_text, alert.b_text, alert.why, rank)


def _light_edits(mine: Sequence[str], theirs: Sequence[str]) -> list[Edit]:
    """The least changes between two short lists of words, however small what lies between them."""
    codes: dict[str, str] = {}
    for word in (*mine, *theirs):
        codes.setdefault(word, chr(len(codes) + 1))
    bits = {code: WORD_BITS if form(word).content else STOP_BITS for word, code in codes.items()}
    x, y = ("".join(map(codes.__getitem__, side)) for side in (mine, theirs))
    return edits_between(exact_blocks(x, y, bits), len(x), len(y))


def _span(tokens: Tokens, fact: Fact | None, here: int) -> Span:
    return Span(tokens.start(fact.first), tokens.end(fact.last - 1)) if fact else Span(here, here)


def _readable(mine: Reading, theirs: Reading) -> bool:
    if mine.words and theirs.words:
        return max(mine.words, theirs.words) <= _SMALL
    return mine.words + theirs.words <= _FEW


def _same_letters(mine: Reading, theirs: Reading) -> bool:
    """Say whether the two differ in hyphens, spaces, case or punctuation only."""
    first = mine.letters() if theirs.forms else ""
    return bool(first) and first == theirs.letters() and _apart(mine.numbers, theirs.numbers) == ([], [])


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
