"""Altered facts between two wordings: exchanged numbers, names, places, dates, things; negation, direction, hedge.

What the words state is read by `facts/` with the tables of their language. What counts as altered here is an exchange:
words that one wording only lacks make it shorter, not different.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain import Span, value_type
from desktop.text.facts.contrasts import Contrast, apart
from desktop.text.facts.directions import opposed_facts
from desktop.text.facts.names import NameFinder, is_place, same_name
from desktop.text.facts.negations_and_hedges import contraries, denials, near_denials
from desktop.text.facts.quantities import contrary, dates_and_numbers, measured_and_bare
from desktop.text.facts.stated_facts import DENIAL, Fact, Reading, Side, forms_in
from desktop.translation import Sentence, english

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from desktop.text.changes import Alert
    from desktop.text.languages.lexicon import Lexicon
    from desktop.text.languages.word_forms import WordForms
    from desktop.text.words import Tokens


class FactKind(StrEnum):
    """What was altered, most pressing first."""

    NUMBER = english("number")
    PLACE = english("place")
    NAME = english("name")
    DATE = english("date")
    NEGATION = english("negation")
    DIRECTION = english("direction")
    HEDGE = english("hedge")
    THING = english("thing")


@value_type
class AlteredFact:
    """A claim that reads otherwise in the other wording; a span may be empty where nothing stands."""

    kind: FactKind
    base: Span
    other: Span
    base_text: str
    other_text: str
    why: str  # one sentence


class Spoken(NamedTuple):
    """The tokens of one wording that are spoken: all but the marks at its two ends."""

    tokens: Tokens
    first: int
    last: int

    def span(self, start: int, end: int) -> Span:
        """The code points of tokens, counted from the first that is spoken; empty where none is."""
        if start < end:
            return Span(self.tokens.start(self.first + start), self.tokens.end(self.first + end - 1))
        at = self.first + start
        if at < self.last:
            return Span(self.tokens.start(at), self.tokens.start(at))
        end = self.tokens.end(self.last - 1) if self.first < self.last else 0
        return Span(end, end)


Range = tuple[int, int]
Edit = tuple[int, int, int, int]  # a[i1:i2] became b[j1:j2], in spoken tokens
Exchange = tuple[Range, Range]

_LONGEST_EXCHANGE = 6  # tokens; beyond, a passage was rewritten and no word of it answers a word of the other
_LONGEST_HEDGE = 4  # tokens of an exchange in which one hedge answers another
_LONGEST_ADDED_HEDGE = 2  # the same where only one wording has one
_LONGEST_THING = 3
_ORDER = {kind: place for place, kind in enumerate(FactKind)}


def altered_facts(
    a: Spoken, b: Spoken, edits: Sequence[Edit], lexicon: Lexicon, forms: WordForms
) -> tuple[AlteredFact, ...]:
    """Find the exchanged facts, most pressing first; `edits` are counted in spoken tokens, the spans in code points.

    Words that are only missing or only added at an end are no altered fact but a shorter or longer wording, unless
    they are the denial with which a wording begins.
    """
    if not edits:
        return ()
    pair = _Pair(a, b, lexicon, forms)
    ends = (a.last - a.first, b.last - b.first)
    found: list[AlteredFact] = []
    for edit in pair.with_whole_names(edits):
        one_sided = edit[0] == edit[1] or edit[2] == edit[3]
        at_end = (edit[0] == 0 and edit[2] == 0) or (edit[1], edit[3]) == ends
        rewritten = max(edit[1] - edit[0], edit[3] - edit[2]) > _LONGEST_EXCHANGE
        if rewritten:
            continue
        reader = _EditReader(pair, edit)
        if not (one_sided and at_end):
            found += _once(reader.facts())
        elif reader.only_denies:
            found += [denial for denial in (reader.denial(),) if denial]
    return tuple(sorted(found, key=lambda fact: _ORDER[fact.kind]))


def _once(facts: Iterator[AlteredFact]) -> list[AlteredFact]:
    """North Korea that became South Korea is another place, and not a turned direction as well."""
    found: list[AlteredFact] = []
    for fact in facts:
        if not any(fact.base.touches(other.base) and fact.other.touches(other.other) for other in found):
            found.append(fact)
    return found


class _Pair:
    """Two wordings and the tables of their language."""

    def __init__(self, a: Spoken, b: Spoken, lexicon: Lexicon, forms: WordForms) -> None:
        self.a, self.b = a, b
        self.lexicon, self.forms = lexicon, forms
        classes = forms_in(lexicon)
        is_name = NameFinder((a.tokens.text, b.tokens.text), lexicon).holds
        self.sides = Side(a.tokens, classes, is_name), Side(b.tokens, classes, is_name)

    def contrast(self, edit: Edit) -> Contrast:
        """The two readings of one edit."""
        i1, i2, j1, j2 = edit
        mine = Reading(self.sides[0], self.a.first + i1, self.a.first + i2)
        theirs = Reading(self.sides[1], self.b.first + j1, self.b.first + j2)
        return Contrast(mine, theirs, (self.a.span(i1, i1).start, self.b.span(j1, j1).start))

    def with_whole_names(self, edits: Sequence[Edit]) -> list[Edit]:
        """Join edits between which only one word of a name was kept: "North Korea" answers "South Korea. North"."""
        joined: list[Edit] = []
        for edit in edits:
            last = joined[-1] if joined else None
            if last and edit[0] - last[1] == 1 and self._named(0, last[1]) and self._goes_on(last[1], edit):
                joined[-1] = (last[0], edit[1], last[2], edit[3])
            else:
                joined.append(edit)
        return joined

    def _goes_on(self, between: int, after: Edit) -> bool:
        """Say whether the name goes on behind the word that both have, in either wording."""
        i1, i2, j1, j2 = after
        return (i1 < i2 and self._named(0, between + 1)) or (j1 < j2 and self._named(1, j1))

    def _named(self, side: int, index: int) -> bool:
        return self.sides[side].is_part_of_name((self.a, self.b)[side].first + index)


class _EditReader:
    """Reads one edit of two wordings for facts that were exchanged."""

    def __init__(self, pair: _Pair, edit: Edit) -> None:
        self._pair = pair
        self._lexicon, self._forms = pair.lexicon, pair.forms
        self._contrast = pair.contrast(edit)
        self._mine, self._theirs = self._contrast.mine, self._contrast.theirs
        self._gone, self._come = self._mine.lower, self._theirs.lower

    @property
    def only_denies(self) -> bool:
        """Say whether its words are a denial that begins one wording, and no answer before a comma."""
        reading = self._mine if self._gone else self._theirs
        first = self._pair.a.first if self._gone else self._pair.b.first
        denies = all(form.classes & DENIAL for form in reading.forms)
        return denies and reading.first == first and reading.side.is_word(reading.last)

    def facts(self) -> Iterator[AlteredFact]:
        """The exchanged facts; what an earlier kind explains comes before what it may be taken for."""
        kinds: tuple[Callable[[], AlteredFact | None], ...] = (
            self._numbers,
            self._units,
            self._names,
            self._dates,
            self.denial,
            self._directions,
            self._contraries,
            self._hedges,
            self._things,
        )
        for read in kinds:
            fact = read()
            if fact:
                yield fact

    def _numbers(self) -> AlteredFact | None:
        _, (gone, come) = dates_and_numbers(self._mine, self._theirs)
        if bool(gone) != bool(come):
            pair = next(filter(None, map(self._contrast.continued, gone or come)), None)
            gone, come = ([pair[0]], [pair[1]]) if pair and pair[0] and pair[1] else (gone, come)
        return self._exchanged(FactKind.NUMBER, gone, come, Sentence("The number is another one."))

    def _units(self) -> AlteredFact | None:
        gone, come = apart(self._mine.units(), self._theirs.units())
        if not (gone and come):
            pairs = measured_and_bare(self._mine, self._theirs)
            gone, come = [one for one, _ in pairs if one], [other for _, other in pairs if other]
        return self._exchanged(FactKind.NUMBER, gone, come, Sentence("The unit is another one."))

    def _names(self) -> AlteredFact | None:
        gone, come = apart(self._mine.names(), self._theirs.names())
        for one in gone:
            for other in come:
                if not same_name(self._contrast, one, other):
                    place = is_place(self._mine.side, one) or is_place(self._theirs.side, other)
                    if place:
                        why = Sentence("The place is another one.")
                        return self._exchanged(FactKind.PLACE, [one], [other], why)
                    return self._exchanged(FactKind.NAME, [one], [other], Sentence("The name is another one."))
        return None

    def _dates(self) -> AlteredFact | None:
        (gone, come), _ = dates_and_numbers(self._mine, self._theirs)
        pairs = [(one, other) for one in gone for other in come if contrary(one, other)]
        if not pairs:
            return None
        return self._exchanged(FactKind.DATE, [pairs[0][0]], [pairs[0][1]], Sentence("The date is another one."))

    def denial(self) -> AlteredFact | None:
        found = next(chain(denials(self._contrast), near_denials(self._contrast)), None)
        return self._of_alert(found, Sentence("One says no where the other does not."))

    def _contraries(self) -> AlteredFact | None:
        return self._of_alert(next(contraries(self._contrast), None), Sentence("One says the contrary of the other."))

    def _directions(self) -> AlteredFact | None:
        pair = opposed_facts(self._mine, self._theirs)
        why = Sentence("The two words mean opposite ways.")
        return self._exchanged(FactKind.DIRECTION, [pair[0]], [pair[1]], why) if pair else None

    def _hedges(self) -> AlteredFact | None:
        gone, come = self._degrees(self._mine), self._degrees(self._theirs)
        if not (gone and come):  # of the future or of an ability they hedge nothing; exchanged for one another they do
            light = self._lexicon.light_hedges
            gone, come = [[fact for fact in side if fact.value not in light] for side in (gone, come)]
        longest = max(len(self._gone), len(self._come))
        same = {fact.value for fact in gone} == {fact.value for fact in come}
        if same or longest > (_LONGEST_HEDGE if gone and come else _LONGEST_ADDED_HEDGE):
            return None
        exchange = _range(gone, self._mine), _range(come, self._theirs)
        return self._fact(FactKind.HEDGE, exchange, Sentence("How sure or how strong the claim is reads otherwise."))

    def _degrees(self, reading: Reading) -> list[Fact]:
        """Its hedges, and its words for how strong a claim is, in reading order."""
        hedged = {fact.first: fact for fact in reading.hedges()}
        degrees = self._lexicon.degrees
        for at, word in enumerate(reading.lower, reading.first):
            if word in degrees and at not in hedged:
                hedged[at] = Fact(degrees[word], at, at + 1)
        return [hedged[at] for at in sorted(hedged)]

    def _things(self) -> AlteredFact | None:
        """One noun for one other that is not a form or near synonym of it."""
        gone, come = self._matter(self._gone), self._matter(self._come)
        if len(gone) != 1 or len(come) != 1 or max(len(self._gone), len(self._come)) > _LONGEST_THING:
            return None
        exchange = self._narrowed(gone.__contains__, come.__contains__)
        nouns = self._is_noun(self._mine.side, exchange[0]) and self._is_noun(self._theirs.side, exchange[1])
        if not nouns or self._forms.concepts(gone[0]) == self._forms.concepts(come[0]):
            return None
        why = Sentence("The thing is called by another word, which may be another thing.")
        return self._fact(FactKind.THING, exchange, why)

    def _matter(self, words: Sequence[str]) -> list[str]:
        hedging = self._lexicon.hedging_words
        return [w for w in words if w[:1].isalpha() and not self._forms.is_grammar(w) and w not in hedging]

    def _is_noun(self, side: Side, place: Range) -> bool:
        """Guess whether the single word of a range is a noun, from its form and its neighbours."""
        at, lexicon = place[0], self._lexicon
        if place[0] == place[1] or side.is_part_of_name(at):
            return False
        if lexicon.capital_nouns:
            return side.form(at).folded[:1].isupper()
        word, before, after = side.around(at), side.around(at - 1), side.around(at + 1)
        if word.endswith(lexicon.verb_endings) or (after[:1].isalnum() and after not in lexicon.after_nouns):
            return False
        plural = word.endswith(lexicon.plural_endings) and not word.endswith(lexicon.singular_endings)
        return plural or before in lexicon.before_nouns or before.endswith(lexicon.adjective_endings)

    # -- where it stands -----------------------------------------------------------------------------------------------

    def _exchanged(self, kind: FactKind, gone: Sequence[Fact], come: Sequence[Fact], why: str) -> AlteredFact | None:
        """A fact that both wordings state, each its own; None where one of them states none."""
        if not gone or not come:
            return None
        return self._fact(kind, (_range(gone, self._mine), _range(come, self._theirs)), why)

    def _narrowed(self, mine: Callable[[str], bool], theirs: Callable[[str], bool]) -> Exchange:
        """Both ranges, narrowed to the words looked for; a side without any has an empty one."""
        return _narrow(self._mine, mine), _narrow(self._theirs, theirs)

    def _of_alert(self, alert: Alert | None, why: str) -> AlteredFact | None:
        if alert is None:
            return None
        spans = ((self._mine, alert.a), (self._theirs, alert.b))
        mine, theirs = (_tokens_of(reading, span) for reading, span in spans)
        return self._fact(FactKind.NEGATION, (mine, theirs), why)

    def _fact(self, kind: FactKind, exchange: Exchange, why: str) -> AlteredFact:
        if any(start == end for start, end in exchange):
            exchange = self._with_next(*exchange)
        base, other = (_span(side, place) for side, place in zip(self._pair.sides, exchange, strict=True))
        texts = (side.tokens.text for side in self._pair.sides)
        base_text, other_text = (span.of(text) for span, text in zip((base, other), texts, strict=True))
        return AlteredFact(kind, base, other, base_text, other_text, why)

    def _with_next(self, old: Range, new: Range) -> Exchange:
        """Where nothing answers a word, read all that stands there, or the word after it: "quite sure", "sure"."""
        mine, theirs = self._mine, self._theirs
        if mine.first < mine.last and theirs.first < theirs.last:
            return (mine.first, mine.last), (theirs.first, theirs.last)
        i, j = mine.last, theirs.last
        if i >= self._pair.a.last or j >= self._pair.b.last or not mine.side.around(i)[:1].isalnum():
            return old, new
        return (old[0] if old[0] < old[1] else i, i + 1), (new[0] if new[0] < new[1] else j, j + 1)


def _range(facts: Sequence[Fact], reading: Reading) -> Range:
    """From the first to the last of some facts; empty, at the beginning of the reading, where there is none."""
    if not facts:
        return reading.first, reading.first
    return min(fact.first for fact in facts), max(fact.last for fact in facts)


def _narrow(reading: Reading, is_sought: Callable[[str], bool]) -> Range:
    places = [at for at, word in enumerate(reading.lower, reading.first) if is_sought(word)]
    return (places[0], places[-1] + 1) if places else (reading.first, reading.first)


def _tokens_of(reading: Reading, span: Span) -> Range:
    """The tokens of a reading that lie in a span."""
    tokens = reading.side.tokens
    inside = [at for at in range(reading.first, reading.last) if span.start <= tokens.start(at) < span.end]
    return (inside[0], inside[-1] + 1) if inside else (reading.first, reading.first)


def _span(side: Side, place: Range) -> Span:
    if place[0] < place[1]:
        return side.span(*place)
    return Span(side.tokens.start(place[0]), side.tokens.start(place[0]))
