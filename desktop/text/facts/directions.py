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
    from desktop.text.languages.lexicon import Lexicon

Opposed = tuple[Fact, Fact]
Ways = tuple[dict[str, Fact], dict[str, Fact]]  # of each side, by word: what the other side does not have
_NONE: frozenset[str] = frozenset()


def opposed_facts(mine: Reading, theirs: Reading) -> Opposed | None:
    """The first words of two readings that mean opposite ways; None where one reading has both, or neither."""
    return _opposed(mine, theirs, (_ways(mine, theirs), _ways(theirs, mine)))


def _opposed(mine: Reading, theirs: Reading, ways: Ways) -> Opposed | None:
    pair = _facing(ways, mine.side.lexicon.contraries) or _compounds(ways, mine.side.lexicon)
    turned = pair and (says_the_same(mine, theirs) or says_the_same(theirs, mine))  # "no bigger", "smaller"
    return None if turned else pair


def opposed_words(contrast: Contrast, *, of_speakers: bool) -> Iterator[Alert]:
    """Words of the tables of words that stand against each other, where each side has one that the other has not.

    `of_speakers` says whether speakers that differ tell of people already.
    """
    ways = _ways(contrast.mine, contrast.theirs), _ways(contrast.theirs, contrast.mine)
    if not all(ways):  # as most
        return
    yield from _directions(contrast, ways)
    yield from _amounts(contrast, ways)
    if not of_speakers:
        yield from list(_other_sex(contrast, ways)) or _other_relation(contrast, ways)


def _directions(contrast: Contrast, ways: Ways) -> Iterator[Alert]:
    """A word that the other side has turned round, at the same place; or another word of a case against somebody."""
    pair = _opposed(contrast.mine, contrast.theirs, ways)
    if pair is None:
        yield from _other_charge(contrast, ways)
    elif contrast.answering([pair[0]], [pair[1]]):
        first, second = contrast.printed(pair)
        why = Sentence("The two words mean opposite ways: “{one}” against “{other}”.", one=first, other=second)
        yield contrast.alert(AlertKind.DIRECTION, pair, "", why)


def _other_charge(contrast: Contrast, ways: Ways) -> Iterator[Alert]:
    """What somebody is accused of, or how far the case went: "murder" and "manslaughter", "accused" and "convicted"."""
    pair = _answered(contrast, ways, contrast.mine.side.lexicon.other_charges)
    if pair:
        first, second = contrast.printed(pair)
        why = Sentence("What is said of a case differs: “{one}” against “{other}”.", one=first, other=second)
        yield contrast.alert(AlertKind.DIRECTION, pair, "", why)


def _other_sex(contrast: Contrast, ways: Ways) -> Iterator[Alert]:
    """A word for a man where the other side has one for a woman: "Mr" and "Mrs", "his sister" and "his brother"."""
    pair = _answered(contrast, ways, contrast.mine.side.lexicon.other_sex)
    if pair:
        first, second = contrast.printed(pair)
        why = Sentence("One speaks of a man, the other of a woman: “{one}” against “{other}”.", one=first, other=second)
        yield contrast.alert(AlertKind.NAME, pair, "", why)


def _amounts(contrast: Contrast, ways: Ways) -> Iterator[Alert]:
    """Of how many something is said, how many times, and how surely: "all" and "most", "links", "causes"."""
    lexicon = contrast.mine.side.lexicon
    pair = _answered(contrast, ways, lexicon.other_quantifiers)
    if pair:
        first, second = contrast.printed(pair)
        why = Sentence("Of how many it is said differs: “{one}” against “{other}”.", one=first, other=second)
        yield contrast.alert(AlertKind.NUMBER, pair, "", why)
    times = _answered(contrast, ways, lexicon.other_multiples)
    yield from contrast.alerts(AlertKind.NUMBER, [times] if times else [], "The number")
    sure = _answered(contrast, ways, lexicon.other_certainties)
    yield from contrast.alerts(AlertKind.HEDGE, [sure] if sure else [], "The degree of certainty")


def _other_relation(contrast: Contrast, ways: Ways) -> Iterator[Alert]:
    """What people are to each other: "his brother" and "his cousin"."""
    pair = _answered(contrast, ways, contrast.mine.side.lexicon.other_relation)
    if pair:
        first, second = contrast.printed(pair)
        why = Sentence("What people are to each other differs: “{one}” against “{other}”.", one=first, other=second)
        yield contrast.alert(AlertKind.NAME, pair, "", why)


def _answered(contrast: Contrast, ways: Ways, against: Mapping[str, frozenset[str]]) -> Opposed | None:
    """Two words of a table that stand against each other at the same place."""
    pair = _facing(ways, against)
    return pair if pair and contrast.answering([pair[0]], [pair[1]]) else None


def _facing(ways: Ways, against: Mapping[str, frozenset[str]]) -> Opposed | None:
    """The first word of one side against which one of the other stands."""
    gone, come = ways
    for word, fact in gone.items() if come else ():
        answers = against.get(word, _NONE) & come.keys()
        if answers:
            return fact, min(map(come.__getitem__, answers), key=_place)
    return None


def _compounds(ways: Ways, lexicon: Lexicon) -> Opposed | None:
    """Two compounds that differ in a beginning that has an opposite: "Ostufer", "Westufer"."""
    gone, come = ways
    for word, fact in gone.items() if come else ():
        answers = lexicon.opposed_compounds(word) & come.keys()
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
