"""Date and number alerts: dates, numbers, units, and qualifiers of numbers that two readings state differently."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.text.changes import Alert, AlertKind
from desktop.text.facts.contrasts import Contrast, Pair, Pairs, apart
from desktop.text.facts.dates import contradict
from desktop.text.facts.stated_facts import DATE, NUMBER, OUTCOME, QUALIFIER, RELATIVE, STEP, UNIT, Fact, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.text.facts.stated_facts import Side


_DATED = DATE | RELATIVE | NUMBER
_MEASURED = UNIT | NUMBER | OUTCOME
Facts = tuple[list[Fact], list[Fact]]  # of each side
COUNTING = _DATED | _MEASURED | QUALIFIER


def quantities(contrast: Contrast) -> Iterator[Alert]:
    """Dates, numbers, their units, and what is said of their exactness."""
    classes = contrast.either
    if classes & _DATED:
        yield from _dated_and_counted(contrast)
    if contrast.both & RELATIVE:
        yield from contrast.alerts(AlertKind.DATE, _spells(contrast), "The date")
    if classes & _MEASURED:
        yield from _measured(contrast)
    if classes & QUALIFIER:
        yield from _qualified(contrast)
    if contrast.both & STEP:
        yield from _stepped(contrast)


def _dated_and_counted(contrast: Contrast) -> Iterator[Alert]:
    dates, numbers = dates_and_numbers(contrast.mine, contrast.theirs)
    differing = [(one, other) for one, other in contrast.answering(*dates) if one and other and contrary(one, other)]
    pairs: Pairs = [*differing, *_dated_near(contrast, contrast.alone(*dates))]
    yield from contrast.alerts(AlertKind.DATE, pairs, "The date")
    yield from _counted(contrast, *numbers)


def dates_and_numbers(mine: Reading, theirs: Reading) -> tuple[Facts, Facts]:
    """The dates and the numbers that each of two readings states and the other does not."""
    dates, numbers = apart(mine.dates, theirs.dates), apart(mine.numbers, theirs.numbers)
    if _years_are_numbers(dates, numbers):
        return ([], []), (numbers[0] + dates[0], numbers[1] + dates[1])
    return dates, numbers


def _years_are_numbers(dates: Facts, numbers: Facts) -> bool:
    """Say whether what looks like a year is answered by a number: "2000 men" against "3000 men"."""
    if all(dates):
        return False
    return bool((_plain_year(dates[0]) and numbers[1]) or (_plain_year(dates[1]) and numbers[0]))


def _plain_year(dates: Sequence[Fact]) -> bool:
    if len(dates) != 1 or not isinstance(dates[0].value, frozenset):
        return False
    return {kind for kind, _ in dates[0].value} == {"year"}


def _dated_near(contrast: Contrast, pairs: Pairs) -> Pairs:
    """Dates of one side: with the one near the place on the other that says otherwise; none that says the same."""
    facing = contrast.facing(pairs)
    near = facing.dates if facing else []
    return [_with_contrary(pair, near) for pair in pairs if not any(_compatible(pair, date) for date in near)]


def _with_contrary(pair: Pair, near: Sequence[Fact]) -> Pair:
    one, other = pair
    fact = one or other
    against = next((date for date in near if fact and contrary(fact, date)), None)
    return one or against, other or against


def contrary(one: Fact, other: Fact) -> bool:
    """Say whether two facts are dates that cannot be the same."""
    first, second = one.value, other.value
    return isinstance(first, frozenset) and isinstance(second, frozenset) and contradict(first, second)


def _compatible(pair: Pair, other: Fact) -> bool:
    """Say whether two dates tell of one class, and the same."""
    fact = pair[0] or pair[1]
    first, second = fact.value if fact else None, other.value
    return isinstance(first, frozenset) and isinstance(second, frozenset) and bool(first & second)


def _spells(contrast: Contrast) -> Pairs:
    """A length of time or a season for another: "within a week", "within a month"; "last week", "last month"."""
    one, other = contrast.lone_word(contrast.mine), contrast.lone_word(contrast.theirs)
    if not (one and other):
        return []
    side, spells = contrast.mine.side, contrast.mine.side.lexicon.spells
    first, second = spells.get(side.around(one.first)), spells.get(contrast.theirs.side.around(other.first))
    return [(one, other)] if first and second and first != second else []


def _counted(contrast: Contrast, mine: list[Fact], theirs: list[Fact]) -> Iterator[Alert]:
    if bool(mine) != bool(theirs):
        continued = [pair for pair in map(contrast.continued, mine or theirs) if pair]
        if continued:
            yield from contrast.alerts(AlertKind.NUMBER, continued, "The number")
            return
    if not (mine or theirs):
        yield from contrast.alerts(AlertKind.NUMBER, _swapped(contrast), "The number")
    yield from contrast.alerts(AlertKind.NUMBER, contrast.answering(mine, theirs), "The number")
    if not (mine and theirs):
        counting = [fact for fact in mine if _counts(contrast.mine.side, fact)]
        others = [fact for fact in theirs if _counts(contrast.theirs.side, fact)]
        yield from contrast.alerts(
            AlertKind.NUMBER, _uncounted(contrast, contrast.alone(counting, others)), "The number"
        )


def _swapped(contrast: Contrast) -> Pairs:
    """Numbers that changed places before the words they count: "three doses, four weeks", "four doses, three weeks"."""
    mine, theirs = contrast.mine, contrast.theirs
    if len(mine.counts) != len(theirs.counts) or len(mine.counts) == 1:
        return []
    pairs = [
        (Fact(one.value, one.first, one.last), Fact(other.value, other.first, other.last))
        for one, other in zip(mine.counts, theirs.counts, strict=True)
        if one.value != other.value
    ]
    counted = all(mine.side.around(one.last) == theirs.side.around(other.last) for one, other in pairs)
    return [*pairs] if counted else []


def _uncounted(contrast: Contrast, pairs: Pairs) -> Pairs:
    """Numbers of one side, without those that stand near the place on the other."""
    facing = contrast.facing(pairs)
    near = {fact.value for fact in facing.numbers} if facing else set()
    return [pair for pair in pairs if not any(fact and fact.value in near for fact in pair)]


def _counts(side: Side, fact: Fact) -> bool:
    """Say whether a number tells something where the other side has none: not "one", not "two-storey"."""
    word = side.around(fact.first)
    return word not in side.lexicon.vague and not ("-" in word and word[-1:].isalpha())


def _measured(contrast: Contrast) -> Iterator[Alert]:
    units = apart(contrast.mine.units(), contrast.theirs.units())
    if all(units):
        yield from contrast.alerts(AlertKind.NUMBER, contrast.answering(*units), "The unit")
    elif contrast.both & NUMBER and any(units):
        pairs = measured_and_bare(contrast.mine, contrast.theirs)
        yield from contrast.alerts(AlertKind.NUMBER, pairs, "The unit")
    if contrast.both & OUTCOME:
        outcomes = apart(contrast.mine.outcomes(), contrast.theirs.outcomes())
        yield from contrast.alerts(AlertKind.NUMBER, contrast.answering(*outcomes), "What is counted")


def measured_and_bare(mine: Reading, theirs: Reading) -> Pairs:
    """The first figure that has a measure in one reading and none in the other: "5%" is not "5"."""
    for one in mine.counts:
        for other in theirs.counts:
            compound = "-" in mine.side.around(one.first) + theirs.side.around(other.first)  # 3-inch
            if one.value == other.value and bool(one.measure) != bool(other.measure) and not compound:
                return [(Fact(one.value, one.first, one.last), Fact(other.value, other.first, other.last))]
    return []


def _qualified(contrast: Contrast) -> Iterator[Alert]:
    if any(apart(contrast.mine.numbers, contrast.theirs.numbers)):
        return  # reported already
    facts = apart(contrast.mine.qualified(), contrast.theirs.qualified())
    yield from contrast.alerts(AlertKind.NUMBER, contrast.answering(*facts), "What is said of the number")
    for one, other in contrast.alone(*facts):
        if _stands_elsewhere(one, contrast.mine, contrast.theirs) or _stands_elsewhere(
            other, contrast.theirs, contrast.mine
        ):
            continue
        bare = _bare_number(contrast.theirs if one else contrast.mine)
        if bare:
            yield contrast.alert(AlertKind.NUMBER, (one or bare, other or bare), "What is said of the number")


def _stepped(contrast: Contrast) -> Iterator[Alert]:
    """One change or level of one number that is told as the other: "rose by 5", "rose to 5"."""
    mine, theirs = contrast.mine.steps(), contrast.theirs.steps()
    if len(mine) == len(theirs) == 1 and not any(apart(contrast.mine.numbers, contrast.theirs.numbers)):
        pairs = contrast.answering(*apart(mine, theirs))
        yield from contrast.alerts(AlertKind.NUMBER, pairs, "What is said of the number")


def _stands_elsewhere(fact: Fact | None, reading: Reading, other: Reading) -> bool:
    """Say whether the first word that qualifies a number only has another place on the other side."""
    return fact is not None and reading.side.around(fact.first) in other.lower


def _bare_number(reading: Reading) -> Fact | None:
    """The number that the other side qualifies: in the reading, or right behind it."""
    if reading.numbers:
        return reading.numbers[0]
    behind = Reading(reading.side, reading.last, reading.last + 1) if reading.side.has(reading.last) else None
    return behind.numbers[0] if behind and behind.numbers else None
