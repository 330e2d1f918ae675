"""Direction alerts: words that mean opposite ways in two readings, such as rose and fell, for and against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.text.changes import Alert, AlertKind
from desktop.text.facts.negations_and_hedges import says_the_same
from desktop.text.facts.stated_facts import OPPOSED, Fact, Reading
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.text.facts.contrasts import Contrast

Opposed = tuple[Fact, Fact]


def opposed_facts(mine: Reading, theirs: Reading) -> Opposed | None:
    """The first words of two readings that mean opposite ways; None where one reading has both, or neither."""
    gone, come = _ways(mine, theirs), _ways(theirs, mine)
    contraries = mine.side.lexicon.contraries
    for word, fact in gone.items() if come else ():
        against = contraries[word] & come.keys()
        if against:
            turned = says_the_same(mine, theirs) or says_the_same(theirs, mine)  # "no bigger", "smaller"
            return None if turned else (fact, min(map(come.__getitem__, against), key=_place))
    return None


def directions(contrast: Contrast) -> Iterator[Alert]:
    """A word that the other side has turned round, at the same place."""
    pair = opposed_facts(contrast.mine, contrast.theirs)
    if pair and contrast.answering([pair[0]], [pair[1]]):
        first, second = contrast.printed(pair)
        why = Sentence("The two words mean opposite ways: “{one}” against “{other}”.", one=first, other=second)
        yield contrast.alert(AlertKind.DIRECTION, pair, "", why)


def _ways(reading: Reading, other: Reading) -> dict[str, Fact]:
    """The words of a reading that have an opposite, and that the other reading does not have."""
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
