"""Negation and hedge alerts: denials, contraries and degrees of certainty that two readings state differently."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.text.changes import Alert, AlertKind
from desktop.text.facts.contrasts import NEAR, Contrast, Pair, apart, idle
from desktop.text.facts.stated_facts import DENIAL, EXCEPTION, FAINT, PREFIXED, STANDING, Fact, Reading
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

_NONE: frozenset[str] = frozenset()
_ALSO_DENIES = 2  # denials that make none


def denials(contrast: Contrast) -> Iterator[Alert]:
    """A denial that only one reading has, and no other word near it makes up for."""
    mine, theirs = contrast.mine, contrast.theirs
    first, second = mine.negations(), theirs.negations()
    if _turns(mine, first) == _turns(theirs, second):
        return
    denying, other = (mine, theirs) if first else (theirs, mine)
    if says_the_same(denying, other):
        return
    beside = denying.denials_nearby(NEAR) - len(first or second)
    if other.denials_nearby(NEAR) <= beside and not _contrary_of(other, denying):
        yield _denial(contrast, (first[0] if first else None, second[0] if second else None))


def says_the_same(denying: Reading, other: Reading) -> bool:
    """Say whether a reading denies, right before it, the contrary of what the other says: "no bigger", "smaller"."""
    side, complementary = denying.side, denying.side.lexicon.complementary
    there = {*other.lower}
    return any(
        form.classes & DENIAL and complementary.get(side.around(at + 1), _NONE) & there
        for at, form in enumerate(denying.forms, denying.first)
    )


def _turns(reading: Reading, denying: list[Fact]) -> bool:
    """Say whether the denials of a reading turn it round: "did not fail" does not."""
    turning = sum(fact.value != EXCEPTION for fact in reading.near_negations()) if denying else 0
    return (len(denying) + turning) % _ALSO_DENIES != 0


def near_denials(contrast: Contrast) -> Iterator[Alert]:
    """A word that turns a claim round without a "no", or undoes it, where nothing on the other side does."""
    mine, theirs = contrast.mine, contrast.theirs
    first, second = mine.near_negations(), theirs.near_negations()
    if bool(first) == bool(second):
        return
    turned, other = (mine, theirs) if first else (theirs, mine)
    if other.classes & (DENIAL | FAINT) or turned.classes & DENIAL or other.denials_nearby(NEAR):
        return
    fact = (first or second)[0]
    if fact.value != EXCEPTION and _contrary_of(other, turned):
        return
    pair: Pair = (fact, None) if first else (None, fact)
    side, words = "A" if first else "B", contrast.printed(pair)[not first]
    if fact.value == EXCEPTION:
        why = Sentence("Only {side} makes an exception: “{words}”.", side=side, words=words)
    else:
        why = Sentence("Only {side} has a word that turns the claim round: “{words}”.", side=side, words=words)
    answer = contrast.lone_word(other)
    if answer:
        pair = (fact, answer) if first else (answer, fact)
    yield contrast.alert(AlertKind.NEGATION, pair, "", why)


def _denial(contrast: Contrast, pair: Pair) -> Alert:
    first, second = _in_context(contrast.mine), _in_context(contrast.theirs)
    side = "A" if pair[0] else "B"
    why = Sentence("Only {side} denies: A says “{first}”, B “{second}”.", side=side, first=first, second=second)
    return contrast.alert(AlertKind.NEGATION, pair, "The denial", why)


def _in_context(reading: Reading) -> str:
    """The reading and a word beyond it on each side, as they are printed."""
    side = reading.side
    first = reading.first - 1 if side.is_word(reading.first - 1) else reading.first
    last = reading.last + 1 if side.is_word(reading.last) else reading.last
    return " ".join(side.span(first, last).of(side.tokens.text).split()) if first < last else ""


def contraries(contrast: Contrast) -> Iterator[Alert]:
    """A word that the other side has with its own denial, where neither denies anything: "harmed" and "unharmed"."""
    mine, theirs = contrast.mine, contrast.theirs
    if (mine.classes | theirs.classes) & (DENIAL | STANDING):  # "former president" denies what "ex-president" does
        return
    pair = _contrary_of(mine, theirs) or tuple(reversed(_contrary_of(theirs, mine) or ()))
    if pair:
        first, second = contrast.printed((pair[0], pair[1]))
        why = Sentence("One says the contrary of the other: “{first}” against “{second}”.", first=first, second=second)
        yield contrast.alert(AlertKind.NEGATION, (pair[0], pair[1]), "", why)


def _contrary_of(reading: Reading, other: Reading) -> tuple[Fact, Fact] | None:
    """A word of a reading that carries its own denial, and the word of the other it denies."""
    for stem, index in reading.negated_words() if reading.classes & PREFIXED else ():
        if stem in other.lower:
            at = other.first + other.lower.index(stem)
            return Fact("not", index, index + 1), Fact("", at, at + 1)
    return None


def doubts(contrast: Contrast) -> Iterator[Alert]:
    """Hedges and modal verbs that differ; light ones of one side only where nothing else changed."""
    mine, theirs = contrast.mine, contrast.theirs
    hedges = apart(mine.hedges(), theirs.hedges())
    yield from contrast.alerts(AlertKind.HEDGE, contrast.answering(*hedges), "The degree of certainty")
    light = mine.side.lexicon.light_hedges
    pure = not mine.words or not theirs.words
    for pair in contrast.alone(*hedges):
        reading, fact = (mine, pair[0]) if pair[0] else (theirs, pair[1])
        if fact and (pure or (fact.value not in light and _at_edge(reading, fact))):
            yield contrast.alert(AlertKind.HEDGE, pair, "The degree of certainty")


def _at_edge(reading: Reading, fact: Fact) -> bool:
    side = reading.side
    return idle(side, reading.first, fact.first) or idle(side, fact.last, reading.last)
