"""Words that mean opposite ways in two readings, such as rose and fell, and words for a man and for a woman."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.text.changes import Alert, AlertKind
from desktop.text.facts.negations_and_hedges import says_the_same
from desktop.text.facts.stated_facts import OPPOSED, Fact, Reading
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.text.facts.contrasts import Contrast

Opposed = tuple[Fact, Fact]
_NONE: frozenset[str] = frozenset()


def opposed_facts(mine: Reading, theirs: Reading) -> Opposed | None:
    """The first words of two readings that mean opposite ways; None where one reading has both, or neither."""
    pair = _facing(mine, theirs, mine.side.lexicon.contraries) or _compounds(mine, theirs)
    turned = pair and (says_the_same(mine, theirs) or says_the_same(theirs, mine))  # "no bigger", "smaller"
    return None if turned else pair


def directions(contrast: Contrast) -> Iterator[Alert]:
    """A word that the other side has turned round, at the same place; or another word of a case against somebody."""
    pair = opposed_facts(contrast.mine, contrast.theirs)
    if pair is None:
        yield from _other_charge(contrast)
    elif contrast.answering([pair[0]], [pair[1]]):
        first, second = contrast.printed(pair)
        why = Sentence("The two words mean opposite ways: “{one}” against “{other}”.", one=first, other=second)
        yield contrast.alert(AlertKind.DIRECTION, pair, "", why)


def _other_charge(contrast: Contrast) -> Iterator[Alert]:
    """What somebody is accused of, or how far the case went: "murder" and "manslaughter", "accused" and "convicted"."""
    pair = _answered(contrast, contrast.mine.side.lexicon.other_charges)
    if pair:
        first, second = contrast.printed(pair)
        why = Sentence("What is said of a case differs: “{one}” against “{other}”.", one=first, other=second)
        yield contrast.alert(AlertKind.DIRECTION, pair, "", why)


def other_sex(contrast: Contrast) -> Iterator[Alert]:
    """A word for a man where the other side has one for a woman: "Mr" and "Mrs", "his sister" and "his brother"."""
    pair = _answered(contrast, contrast.mine.side.lexicon.other_sex)
    if pair:
        first, second = contrast.printed(pair)
        why = Sentence("One speaks of a man, the other of a woman: “{one}” against “{other}”.", one=first, other=second)
        yield contrast.alert(AlertKind.NAME, pair, "", why)


def amounts(contrast: Contrast) -> Iterator[Alert]:
    """Of how many something is said, how many times, and how surely: "all" and "most", "links", "causes"."""
    lexicon = contrast.mine.side.lexicon
    pair = _answered(contrast, lexicon.other_quantifiers)
    if pair:
        first, second = contrast.printed(pair)
        why = Sentence("Of how many it is said differs: “{one}” against “{other}”.", one=first, other=second)
        yield contrast.alert(AlertKind.NUMBER, pair, "", why)
    times, sure = _answered(contrast, lexicon.other_multiples), _answered(contrast, lexicon.other_certainties)
    yield from contrast.alerts(AlertKind.NUMBER, [times] if times else [], "The number")
    yield from contrast.alerts(AlertKind.HEDGE, [sure] if sure else [], "The degree of certainty")


def other_relation(contrast: Contrast) -> Iterator[Alert]:
    """What people are to each other: "his brother" and "his cousin"."""
    pair = _answered(contrast, contrast.mine.side.lexicon.other_relation)
    if pair:
        first, second = contrast.printed(pair)
        why = Sentence("What people are to each other differs: “{one}” against “{other}”.", one=first, other=second)
        yield contrast.alert(AlertKind.NAME, pair, "", why)


def _answered(contrast: Contrast, against: Mapping[str, frozenset[str]]) -> Opposed | None:
    """Two words of a table that stand against each other at the same place."""
    pair = _facing(contrast.mine, contrast.theirs, against)
    return pair if pair and contrast.answering([pair[0]], [pair[1]]) else None


def _facing(mine: Reading, theirs: Reading, against: Mapping[str, frozenset[str]]) -> Opposed | None:
    """The first word of a reading against which one of the other stands."""
    gone, come = _ways(mine, theirs), _ways(theirs, mine)
    for word, fact in gone.items() if come else ():
        answers = against.get(word, _NONE) & come.keys()
        if answers:
            return fact, min(map(come.__getitem__, answers), key=_place)
    return None


def _compounds(mine: Reading, theirs: Reading) -> Opposed | None:
    """Two compounds that differ in a beginning that has an opposite: "Ostufer", "Westufer"."""
    gone, come = _ways(mine, theirs), _ways(theirs, mine)
    for word, fact in gone.items() if come else ():
        answers = mine.side.lexicon.opposed_compounds(word) & come.keys()
        if answers:
            return fact, min(map(come.__getitem__, answers), key=_place)
    return None


def _ways(reading: Reading, other: Reading) -> dict[str, Fact]:
    """The words of a reading that have an opposite or tell a sex, and that the other reading does not have."""
    if not reading.classes & OPPOSED:
        return {}
    there = {*other.lower}
    return {
        form.lower: Fact(form.lower, at, at + 1)
        for at, form in enumerate(reading.forms, reading.first)
        if form.classes & OPPOSED and form.lower not in there
    }


def _place(fact: Fact) -> int:
    return fact.first
