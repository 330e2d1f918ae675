"""Words of two readings that stand against each other: rose and fell, all and most, his brother and his cousin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.text.changes import Alert, AlertKind
from desktop.text.facts.negations_and_hedges import says_the_same
from desktop.text.facts.stated_facts import OPPOSED, Fact, Reading
from desktop.translation import Sentence, english

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from desktop.text.facts.contrasts import Contrast

Opposed = tuple[Fact, Fact]
Ways = tuple[dict[str, Fact], dict[str, Fact]]  # of each side, by word: what the other side does not have
_Words = frozenset[str]
_NONE: _Words = frozenset()
_OPPOSITE = english("The two words mean opposite ways: “{one}” against “{other}”.")
_OTHER_CHARGE = english("What is said of a case differs: “{one}” against “{other}”.")
_OTHER_SEX = english("One speaks of a man, the other of a woman: “{one}” against “{other}”.")
_OTHER_QUANTIFIER = english("Of how many it is said differs: “{one}” against “{other}”.")
_OTHER_RELATION = english("What people are to each other differs: “{one}” against “{other}”.")


def opposed_facts(mine: Reading, theirs: Reading) -> Opposed | None:
    """The first words of two readings that mean opposite ways; None where one reading has both, or neither."""
    return _opposed(mine, theirs, (_ways(mine, theirs), _ways(theirs, mine)))


def _opposed(mine: Reading, theirs: Reading, ways: Ways) -> Opposed | None:
    lexicon = mine.side.lexicon
    pair = _facing(ways, lambda word: lexicon.contraries.get(word, _NONE)) or _facing(ways, lexicon.opposed_compounds)
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
        yield from _people(contrast, ways)


def _directions(contrast: Contrast, ways: Ways) -> Iterator[Alert]:
    """A word that the other side has turned round, at the same place; or another word of a case against somebody."""
    pair = _opposed(contrast.mine, contrast.theirs, ways)
    if pair is None:
        yield from _told(contrast, ways, contrast.mine.side.lexicon.other_charges, AlertKind.DIRECTION, _OTHER_CHARGE)
    elif contrast.answering([pair[0]], [pair[1]]):
        yield _alert(contrast, pair, AlertKind.DIRECTION, _OPPOSITE)


def _amounts(contrast: Contrast, ways: Ways) -> Iterator[Alert]:
    """Of how many something is said, how many times, and how surely: "all" and "most", "links", "causes"."""
    lexicon = contrast.mine.side.lexicon
    yield from _told(contrast, ways, lexicon.other_quantifiers, AlertKind.NUMBER, _OTHER_QUANTIFIER)
    times = _answered(contrast, ways, lexicon.other_multiples)
    yield from contrast.alerts(AlertKind.NUMBER, [times] if times else [], "The number")
    sure = _answered(contrast, ways, lexicon.other_certainties)
    yield from contrast.alerts(AlertKind.HEDGE, [sure] if sure else [], "The degree of certainty")


def _people(contrast: Contrast, ways: Ways) -> Iterator[Alert]:
    """Words for a man and for a woman, or else what people are to each other: "his brother", "his cousin"."""
    lexicon = contrast.mine.side.lexicon
    told = [*_told(contrast, ways, lexicon.other_sex, AlertKind.NAME, _OTHER_SEX)]
    yield from told or _told(contrast, ways, lexicon.other_relation, AlertKind.NAME, _OTHER_RELATION)


def _told(contrast: Contrast, ways: Ways, against: Mapping[str, _Words], kind: AlertKind, why: str) -> Iterator[Alert]:
    """Two words of a table that stand against each other at the same place, and what that says."""
    pair = _answered(contrast, ways, against)
    if pair:
        yield _alert(contrast, pair, kind, why)


def _alert(contrast: Contrast, pair: Opposed, kind: AlertKind, why: str) -> Alert:
    first, second = contrast.printed(pair)
    return contrast.alert(kind, pair, "", Sentence(why, one=first, other=second))


def _answered(contrast: Contrast, ways: Ways, against: Mapping[str, _Words]) -> Opposed | None:
    """Two words of a table that stand against each other at the same place."""
    pair = _facing(ways, lambda word: against.get(word, _NONE))
    return pair if pair and contrast.answering([pair[0]], [pair[1]]) else None


def _facing(ways: Ways, against: Callable[[str], _Words]) -> Opposed | None:
    """The first word of one side against which one of the other stands."""
    gone, come = ways
    for word, fact in gone.items() if come else ():
        answers = against(word) & come.keys()
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
