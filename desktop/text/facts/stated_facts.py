"""Stated facts of a reading: numbers, dates, names and places, denials, doubts, speakers.

A reading is a run of tokens of one text; the words beside it help to read it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain import Span
from desktop.text.facts.dates import dates_in
from desktop.text.facts.numbers import Number, measure_at, measure_end, number_at
from desktop.text.facts.token_classes import (
    CUE,
    DATE,
    DENIAL,
    FAINT,
    HEDGE,
    NAME,
    NUMBER,
    OUTCOME,
    PREFIXED,
    PRONOUN,
    QUALIFIER,
    RELATIVE,
    ROLE,
    UNIT,
    Form,
    Forms,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from desktop.text.words import Tokens

_ENDERS = frozenset(".!?:")
_OPENERS = frozenset("\"'([“‘-")
_COUNTED_WITHIN = 4  # tokens between a number and what became of those it counts
_LONGEST_PHRASE = 4  # tokens of a qualifier
_LONGEST = 400  # code points of a token; what is longer is a stretch that was not cut into tokens
_PASSED_OVER = Form("", "", "", word=False, content=False, classes=0)


@dataclass(frozen=True, slots=True)
class Fact:
    """What tokens[first:last] state; facts with equal values say the same."""

    value: object
    first: int
    last: int


class Side:
    """One of the two texts, with the words of its language."""

    def __init__(self, tokens: Tokens, forms: Forms, is_name: Callable[[str], bool]) -> None:
        self.tokens = tokens
        self._pieces = tokens.pieces
        self._size = len(tokens.pieces)
        self.lexicon = forms.lexicon
        self.place_names, self.roles = forms.place_names, forms.roles
        self.is_name = is_name  # a word whose capital may have another reason
        self._form = forms.of

    def form(self, index: int) -> Form:
        piece = self._pieces[index]
        return self._form(piece) if len(piece) <= _LONGEST else _PASSED_OVER

    def forms(self, first: int, last: int) -> list[Form]:
        return [*map(self._form, self._pieces[first:last])]

    def has(self, index: int) -> bool:
        return 0 <= index < self._size

    def around(self, index: int) -> str:
        """The folded token at an index, lower case; empty outside the text."""
        if 0 <= index < self._size:
            piece = self._pieces[index]
            return self._form(piece).lower if len(piece) <= _LONGEST else ""
        return ""

    def calendar(self, index: int) -> str:
        """The folded token at an index if it may be a part of a date; empty if not."""
        if not 0 <= index < self._size:
            return ""
        form = self.form(index)
        return form.folded if form.classes & (DATE | RELATIVE) else ""

    def is_word(self, index: int) -> bool:
        return 0 <= index < self._size and self.form(index).word

    def span(self, first: int, last: int) -> Span:
        return Span(self.tokens.start(first), self.tokens.end(last - 1))

    def begins(self, index: int) -> bool:
        """Say whether a token begins a sentence or paragraph, where a capital says nothing."""
        at = index - 1
        while at >= 0:
            folded = self.form(at).folded
            if folded not in _OPENERS:
                return folded in _ENDERS or "\n" in self._pieces[at]
            at -= 1
        return True

    def is_part_of_name(self, index: int) -> bool:
        """Say whether a token is a name or one of its words; False outside the text."""
        if not self.has(index):
            return False
        each = self.form(index)
        if not each.classes & NAME or self._in_brackets(index):
            return False
        if self.lexicon.capital_nouns:
            return self.is_name(each.folded)
        return not self.begins(index) or self.is_name(each.folded) or self._begins_a_name(index)

    def _begins_a_name(self, index: int) -> bool:
        """Say whether a word that begins a sentence goes on with another capital: "North Korea"."""
        following = self.has(index + 1) and self.form(index + 1).classes & NAME
        return bool(following) and not self.begins(index + 1) and self.form(index).content

    def _in_brackets(self, index: int) -> bool:
        """Say whether a token stands alone in square brackets: a mark of the editor's, no name."""
        return self.around(index - 1) == "[" and self.around(index + 1) == "]"


class Reading:
    """The tokens [first, last) of a text and the facts in them."""

    def __init__(self, side: Side, first: int, last: int) -> None:
        self.side, self.first, self.last = side, first, last
        self.forms = side.forms(first, last) if first < last else []
        self._dates: list[Fact] | None = None
        self._counts: list[Number] | None = None
        words = classes = 0
        for _, _, _, word, _, own in self.forms:
            words += word
            classes |= own
        self.words = words
        self.classes = classes  # what any token may be a part of; most changes hold nothing

    @property
    def lower(self) -> list[str]:
        return [each.lower for each in self.forms]

    def content(self) -> set[str]:
        """Its words of content, lower case."""
        return {each.lower for each in self.forms if each.content}

    def initial(self) -> str:
        """The first of its letters and digits; empty if it has none."""
        for each in self.forms:
            if each.letters:
                return each.letters[0]
        return ""

    def letters(self) -> str:
        """Letters and digits only, lower case; a number by its value, however it is written."""
        if not self.classes & NUMBER:
            return "".join([each.letters for each in self.forms])
        stated: dict[int, str] = {}
        for number in self.counts:
            stated |= dict.fromkeys(range(number.first, self._measured_to(number)), "")
            stated[max(number.first, self.first)] = f"{number.value}{number.measure}"
        return "".join([stated.get(self.first + at, each.letters) for at, each in enumerate(self.forms)])

    def part(self, first: int, last: int) -> Reading:
        """The reading of some of its tokens, counted from its own first."""
        return Reading(self.side, self.first + first, self.first + last)

    @property
    def dates(self) -> list[Fact]:
        """Months with their day, weekdays, years, written-out dates, "last week"; neighbours make one fact."""
        if self._dates is None:
            indices = self._indices(DATE | RELATIVE)
            found = dates_in(self.side.around, self.side.calendar, self.side.lexicon, indices) if indices else []
            self._dates = [Fact(parts, first, last) for parts, first, last in found]
        return self._dates

    @property
    def numbers(self) -> list[Fact]:
        """Numbers in figures or words with their magnitude, dates left out."""
        return [Fact(number.value, number.first, number.last) for number in self.counts]

    @property
    def counts(self) -> list[Number]:
        """Its numbers with their measures."""
        if self._counts is None:
            self._counts = list(self._counted()) if self.classes & NUMBER else []
        return self._counts

    def _counted(self) -> Iterator[Number]:
        dated = {index for fact in self.dates for index in range(fact.first, fact.last)}
        end = 0
        for index in self._indices(NUMBER):
            number = None if index in dated or index < end else number_at(index, self.side.around, self.side.lexicon)
            if number:
                yield number
                end = self._measured_to(number)

    def qualified(self) -> list[Fact]:
        """Numbers with what is said of their exactness: "at least ten"."""
        return [fact for index in self._indices(QUALIFIER) for fact in self._qualified_at(index)]

    def _qualified_at(self, index: int) -> Iterator[Fact]:
        phrases = self.side.lexicon.qualifiers
        for size in range(_LONGEST_PHRASE, 0, -1):
            value = phrases.get(tuple(self.side.around(index + at) for at in range(size)))
            number = number_at(index + size, self.side.around, self.side.lexicon) if value else None
            if number and number.first == index + size:
                yield Fact(value, index, number.last)
                return

    def units(self) -> list[Fact]:
        """Units of measure of its numbers, and those that follow a number before it."""
        around, lexicon = self.side.around, self.side.lexicon
        counted = [Fact(number.measure, number.first, self._measured_to(number)) for number in self.counts]
        following = [
            Fact(measure_at(index, around, lexicon), index, measure_end(index, around, lexicon))
            for index in self._indices(UNIT)
            if index == self.first and self._is_number(index - 1)
        ]
        return [fact for fact in (*following, *counted) if fact.value]

    def _measured_to(self, number: Number) -> int:
        """Where a number ends with its unit."""
        return measure_end(number.last, self.side.around, self.side.lexicon)

    def _is_number(self, index: int) -> bool:
        return number_at(index, self.side.around, self.side.lexicon) is not None

    def outcomes(self) -> list[Fact]:
        """What became of those whom a number nearby counts: killed, wounded."""
        outcomes = self.side.lexicon.outcomes
        near = range(-_COUNTED_WITHIN, _COUNTED_WITHIN)
        return [
            Fact(outcomes[self.side.around(index)], index, index + 1)
            for index in self._indices(OUTCOME)
            if any(self._is_number(index + step) for step in near if step)
        ]

    def names(self) -> list[Fact]:
        """Names of people, organisations and places: capitalised runs, completed by their neighbours."""
        found: list[Fact] = []
        index = self.first if self.classes & NAME else self.last
        while index < self.last:
            if not self.side.is_part_of_name(index):
                index += 1
                continue
            first, last = index, index + 1
            while self.side.is_part_of_name(first - 1):
                first -= 1
            while self.side.is_part_of_name(last):
                last += 1
            value = self._entity(first, last)
            if value:
                found.append(Fact(value, first, last))
            index = last
        return found

    def _entity(self, first: int, last: int) -> str:
        """What a name stands for: without titles and possessives, one spelling for a country and its people."""
        lexicon = self.side.lexicon
        words = [self.side.around(index).removesuffix("'s").rstrip("'") for index in range(first, last)]
        words = [word.replace(".", "") for word in words if word not in lexicon.titles]
        whole = "-".join(words)
        if whole in lexicon.places:
            return lexicon.places[whole]
        return "-".join(lexicon.places.get(word, word) for word in words)

    def negations(self) -> list[Fact]:
        return [Fact("not", index, index + 1) for index in self._indices(DENIAL)]

    def negated_words(self) -> Iterator[tuple[str, int]]:
        """Words that may carry their own denial, as what they would be without it."""
        lexicon = self.side.lexicon
        for index in self._indices(PREFIXED):
            word = self.side.around(index)
            for prefix in lexicon.negating_prefixes:
                if word.startswith(prefix):
                    yield word.removeprefix(prefix), index
            for ending in lexicon.negating_endings:
                if word.endswith(ending):
                    yield word.removesuffix(ending), index

    def denials_nearby(self, tokens: int) -> int:
        """How many words deny, or nearly deny, in it and within so many tokens of it in its sentence."""
        near = (*range(self.first, self.last), *self._beside(tokens, -1), *self._beside(tokens, 1))
        return sum(bool(self.side.form(index).classes & (DENIAL | FAINT)) for index in near)

    def _beside(self, tokens: int, way: int) -> Iterator[int]:
        """The tokens before or after it in its sentence, so many at most."""
        at = self.first - 1 if way < 0 else self.last
        for index in range(at, at + way * tokens, way):
            if not self.side.has(index) or self.side.form(index).folded in _ENDERS:
                return
            yield index

    def hedges(self) -> list[Fact]:
        return self._common(HEDGE, self.side.lexicon.hedges)

    def cues(self) -> list[Fact]:
        """Verbs of saying."""
        return self._common(CUE, self.side.lexicon.cues)

    def _common(self, bits: int, values: Mapping[str, str]) -> list[Fact]:
        """Words with what they stand for; with a capital inside a sentence they are something else: "United States"."""
        around = self.side.around
        indices = [index for index in self._indices(bits) if not self._is_proper(index)]
        return [Fact(values[around(index)], index, index + 1) for index in indices]

    def _is_proper(self, index: int) -> bool:
        """Say whether a word has a capital that the beginning of a sentence does not explain."""
        return self.side.form(index).folded[:1].isupper() and not self.side.begins(index)

    def roles(self) -> list[Fact]:
        """Nouns for those who may speak: official, spokesman."""
        roles = self.side.roles
        return [Fact(roles[self.side.around(index)], index, index + 1) for index in self._indices(ROLE)]

    def pronouns(self) -> list[Fact]:
        return [Fact(self.side.around(index), index, index + 1) for index in self._indices(PRONOUN)]

    def _indices(self, bits: int) -> list[int]:
        """Which of its tokens may be a part of such a fact."""
        if not self.classes & bits:
            return []
        return [self.first + offset for offset, each in enumerate(self.forms) if each.classes & bits]


def _first(fact: Fact) -> int:
    return fact.first
