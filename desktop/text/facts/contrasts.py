"""Contrast of two readings of one place: which of their facts answer each other.

Facts answer each other where they stand at the same edge of the change, or each is the only one of a few words;
what only one reading has is reported only where the words around it are alike, for elsewhere it is detail.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import Span
from desktop.text.changes import Alert, AlertKind
from desktop.text.facts.stated_facts import Fact, Reading
from desktop.translation import Sentence, english

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.text.facts.stated_facts import Side

_SMALL = 6  # words a side up to which a replacement is read fact by fact
_FEW = 4  # words up to which text that only came or went is
_BEGIN = 2  # tokens with which a longer reading begins
_SURROUNDINGS = 4  # tokens to each side that show how alike the surroundings are
_ALIKE_AROUND = 5  # of them that must be the same for what only one side has to be an alert
NEAR = 6  # tokens within which another denial, or the same date or number, answers one

Pair = tuple[Fact | None, Fact | None]  # what each side says; at least one says something
Pairs = list[Pair]


class Contrast:
    """Two readings of one place."""

    def __init__(self, mine: Reading, theirs: Reading, here: tuple[int, int]) -> None:
        self.mine, self.theirs = mine, theirs
        self.either, self.both = mine.classes | theirs.classes, mine.classes & theirs.classes
        self._here = here  # where the change begins in each text: the place of a fact that is not there
        words, others = mine.words, theirs.words
        # whether both readings are so short that their facts answer each other
        self.readable = words <= _SMALL and others <= _SMALL if words and others else words + others <= _FEW

    # -- which facts answer each other ------------------------------------------------------------------------------

    def anchored(self, one: Fact, other: Fact) -> bool:
        """Say whether two facts stand at the same edge of the change, and the words beyond it are the same."""
        mine, theirs = self.mine, self.theirs
        before = idle(mine.side, mine.first, one.first) and idle(theirs.side, theirs.first, other.first)
        after = idle(mine.side, one.last, mine.last) and idle(theirs.side, other.last, theirs.last)
        return (before and self._meets(-1)) or (after and self._meets(1))

    def _meets(self, way: int) -> bool:
        """Say whether the text goes on alike: after the same word or mark, or up to the same word."""
        p, q = self._edges(way)
        return self.mine.side.around(p) == self.theirs.side.around(q) and (way < 0 or self.mine.side.is_word(p))

    def first_words(self) -> Contrast | None:
        """How the two begin, if they go on from the same word."""
        mine, theirs = self.mine, self.theirs
        if not (self._meets(-1) and mine.forms and mine.forms[0].word and theirs.forms and theirs.forms[0].word):
            return None
        return Contrast(
            mine.part(0, min(_BEGIN, len(mine.forms))), theirs.part(0, min(_BEGIN, len(theirs.forms))), (0, 0)
        )

    def answering(self, mine: list[Fact], theirs: list[Fact]) -> Pairs:
        """Facts only one side has, each with what the other side has in its place."""
        if len(mine) == len(theirs):
            found = zip(mine, theirs, strict=True)
            short = len(mine) == 1 and max(self.mine.words, self.theirs.words) <= _FEW
            return [pair for pair in found if short or self.anchored(*pair) or self.alike_around]
        if mine and theirs:
            ends = ((mine[0], theirs[0]), (mine[-1], theirs[-1]))
            return next(([pair] for pair in ends if self.anchored(*pair)), [])
        return []

    def alone(self, mine: list[Fact], theirs: list[Fact]) -> Pairs:
        """Facts of one side where the other has none, if all around is alike."""
        if bool(mine) == bool(theirs) or not self.alike_around:
            return []
        return [*((fact, None) for fact in mine), *((None, fact) for fact in theirs)]

    def continued(self, fact: Fact) -> Pair | None:
        """A number that goes on beyond the change, with what is left of it on the other side: "20 million", "20"."""
        in_a = fact in self.mine.numbers
        reading, other = (self.mine, self.theirs) if in_a else (self.theirs, self.mine)
        behind, before = fact.last - reading.last, reading.first - fact.first
        if behind > 0:
            rest = Reading(other.side, other.last, other.last + behind)
        elif before > 0:
            rest = Reading(other.side, other.first - before, other.first)
        else:
            return None
        left = next((each for each in rest.numbers if each.value != fact.value), None)
        if left is None:
            return None
        return (fact, left) if in_a else (left, fact)

    def lone_word(self, reading: Reading) -> Fact | None:
        """The word that stands on one side where it has no other."""
        at = [index for index in range(reading.first, reading.last) if reading.side.is_word(index)]
        return Fact("", at[0], at[0] + 1) if len(at) == 1 else None

    @property
    def alike_around(self) -> bool:
        """Say whether the words around are so alike that what only one side has was put in or taken out."""
        before = self._same(-1)
        return before + _SURROUNDINGS >= _ALIKE_AROUND and before + self._same(1) >= _ALIKE_AROUND

    def _same(self, way: int) -> int:
        """How many tokens before or after the change are the same on both sides; the ends of the texts are as well."""
        p, q = self._edges(way)
        mine, theirs = self.mine.side.around, self.theirs.side.around
        for at in range(_SURROUNDINGS):
            if mine(p + way * at) != theirs(q + way * at):
                return at
        return _SURROUNDINGS

    def _edges(self, way: int) -> tuple[int, int]:
        if way > 0:
            return self.mine.last, self.theirs.last
        return self.mine.first - 1, self.theirs.first - 1

    def facing(self, pairs: Pairs) -> Reading | None:
        """What stands near the place on the side that has nothing of its own among the pairs."""
        if not pairs:
            return None
        reading = self.theirs if pairs[0][0] else self.mine
        last = min(reading.last + NEAR, len(reading.side.tokens.pieces))
        return Reading(reading.side, max(0, reading.first - NEAR), last)

    # -- telling ----------------------------------------------------------------------------------------------------

    def alert(self, kind: AlertKind, pair: Pair, what: str, why: str = "") -> Alert:
        """An alert; `what` is what differs, with its capital."""
        one, other = pair
        a, b = _span(self.mine.side, one, self._here[0]), _span(self.theirs.side, other, self._here[1])
        first, second = a.of(self.mine.side.tokens.text), b.of(self.theirs.side.tokens.text)
        return Alert(kind, a, b, first, second, why or _why(what, first, second))

    def alerts(self, kind: AlertKind, pairs: Sequence[Pair], what: str) -> Iterator[Alert]:
        for pair in pairs:
            yield self.alert(kind, pair, what)

    def printed(self, pair: Pair) -> tuple[str, str]:
        """Two facts as they are printed."""
        one, other = pair
        first, second = _span(self.mine.side, one, 0), _span(self.theirs.side, other, 0)
        return first.of(self.mine.side.tokens.text), second.of(self.theirs.side.tokens.text)


# What can differ, as it begins a sentence and inside of one.
_DIFFERS = (
    english("The date"),
    english("the date"),
    english("The number"),
    english("the number"),
    english("The unit"),
    english("the unit"),
    english("What is counted"),
    english("what is counted"),
    english("What is said of the number"),
    english("what is said of the number"),
    english("Who speaks, and how,"),
    english("who speaks, and how,"),
    english("The speaker"),
    english("the speaker"),
    english("The verb of saying"),
    english("the verb of saying"),
    english("The place"),
    english("the place"),
    english("The name"),
    english("the name"),
    english("The spelling of the name"),
    english("the spelling of the name"),
    english("The office"),
    english("the office"),
    english("The denial"),
    english("the denial"),
    english("The degree of certainty"),
    english("the degree of certainty"),
)


def _why(what: str, first: str, second: str) -> str:
    if first and second:
        return Sentence("{what} differs: “{one}” against “{other}”.", what=Sentence(what), one=first, other=second)
    named = Sentence(what[0].lower() + what[1:])
    side = "A" if first else "B"
    return Sentence("Only {side} has {what} “{words}”.", side=side, what=named, words=first or second)


def _span(side: Side, fact: Fact | None, here: int) -> Span:
    return side.span(fact.first, fact.last) if fact else Span(here, here)


def idle(side: Side, first: int, last: int) -> bool:
    """Say whether nothing stands between two places but articles, titles and punctuation."""
    lexicon = side.lexicon
    return all(
        not side.is_word(at) or side.around(at) in lexicon.determiners or side.around(at) in lexicon.titles
        for at in range(first, last)
    )


def apart(mine: Sequence[Fact], theirs: Sequence[Fact]) -> tuple[list[Fact], list[Fact]]:
    """What each side states that the other does not."""
    return _without(mine, theirs), _without(theirs, mine)


def _without(facts: Sequence[Fact], others: Sequence[Fact]) -> list[Fact]:
    rest = [fact.value for fact in others]
    found: list[Fact] = []
    for fact in facts:
        if fact.value in rest:
            rest.remove(fact.value)
        else:
            found.append(fact)
    return found
