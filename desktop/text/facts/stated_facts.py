"""Stated facts of a reading (numbers, dates, names, places, denials, doubts, speakers) and its token classes.

A reading is a run of tokens of one text; the words beside it help to read it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain import Span, value_type
from desktop.lazy_pattern import lazy_pattern
from desktop.text.facts.dates import dates_in
from desktop.text.facts.east_asian import HAN_NUMERALS, UNIT_BEGINNINGS, is_east_asian, is_korean_number
from desktop.text.facts.names import is_headline
from desktop.text.facts.numbers import MINUS, Number, measure_at, measure_end, number_at
from desktop.text.languages.registry import language, reporting_in, stop_words
from desktop.text.languages.reporting import STRONG
from desktop.text.words import bare, fold, is_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from desktop.text.languages.lexicon import Lexicon
    from desktop.text.words import Tokens


# What a token may be a part of, in bits of one number.
_BITS = tuple(1 << place for place in range(22))
DATE, NUMBER, UNIT, NAME, DENIAL, FAINT, HEDGE, CUE, PRONOUN = _BITS[:9]
MARK, RELATIVE, QUALIFIER, OUTCOME, PREFIXED, ROLE, OPPOSED, NEARLY, SAYING, KNOWN_PLACE, STANDING = _BITS[9:20]
PROSPECT, STEP = _BITS[20:]

_STOP_WORDS = stop_words()
_DIGIT = lazy_pattern(r"\d")
_FRACTION = lazy_pattern("[\u00bc-\u00be\u2150-\u215e]")
_SIGN = "-"  # as dashes and the minus are folded
_LEADING_DIGITS = lazy_pattern(r"(?:[^\W\d_]{0,3}[$€£¥₹₽₴₩₺₪])?\d")
_REMEMBERED = 20_000
EXCEPTION = "exception"
_SHORTEST_PREPOSITION = 4  # letters of one that by itself says that a source follows
_SHORTEST_NEGATED = 5  # letters of a word that begins or ends with a denial


class Form(NamedTuple):
    """A token as it is read for facts."""

    folded: str
    lower: str  # without a melted article: "l'Ukraine" is "ukraine"
    letters: str  # letters and digits only, lower case
    word: bool  # not punctuation
    content: bool  # a word, and not a function word
    classes: int  # the bits of what it may be a part of; 0 for most words


class Forms:
    """The forms of tokens in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.roles = reporting_in(lexicon.code).names.roles if lexicon.cues else {}
        reporting = reporting_in(lexicon.code) if lexicon.cues else None
        self.sayings = reporting.verbs.cues if reporting else {}
        self.particles = reporting.names.particles if reporting else frozenset()
        self.indefinite = reporting.subjects.indefinite if reporting else frozenset()
        self.first_persons = reporting.subjects.first_persons if reporting else frozenset()
        phrases = reporting.sources.according if reporting else ()
        self.according = {phrase[0] for phrase in phrases if len(phrase[0]) >= _SHORTEST_PREPOSITION}
        self.place_names = frozenset(lexicon.places.values())
        self.of = lru_cache(_REMEMBERED)(self._of)
        first = {phrase[0] for phrase in lexicon.qualifiers}
        numbers = {*lexicon.numbers, *lexicon.crowds, *lexicon.magnitudes, *lexicon.ordinals}
        numbers |= {*lexicon.signs}
        dates = {*lexicon.days, *lexicon.months, *lexicon.day_parts, *lexicon.clock_times, *lexicon.clock_halves}
        dates |= {"".join(f"{letter}." for letter in half) for half in lexicon.clock_halves}
        units = {*lexicon.unit_parts, *lexicon.units, *(unit.split("-")[0] for unit in lexicon.units)}
        excepting = {word for phrase in lexicon.exceptions for word in phrase}
        classes: tuple[tuple[int, Iterable[str]], ...] = (
            (DATE, dates), (NUMBER, numbers), (UNIT, units), (DENIAL, lexicon.negations),
            (HEDGE, lexicon.hedges), (FAINT, lexicon.faint_negations), (CUE, lexicon.cues),
            (PRONOUN, lexicon.pronouns), (MARK, "\"'"),
            (RELATIVE, {*lexicon.relative, *lexicon.spells}), (QUALIFIER, first), (OUTCOME, lexicon.outcomes),
            (ROLE, self.roles), (OPPOSED, lexicon.opposed_words), (NEARLY, {*lexicon.near_negations, *excepting}),
            (KNOWN_PLACE, {part for place in lexicon.places for part in (place, *place.split("-"))}),
            (STANDING, lexicon.standings), (PROSPECT, lexicon.futures | lexicon.attempts), (STEP, lexicon.steps),
            (SAYING, {*self.sayings, *lexicon.cues, *self.according}),
        )  # fmt: skip
        self._classes: dict[str, int] = {}
        for bit, words in classes:
            for word in words:
                self._classes[word] = self._classes.get(word, 0) | bit
        self._never_names = {*lexicon.days, *lexicon.months, *lexicon.units, *lexicon.magnitudes, *lexicon.spells}
        self._never_names |= {*lexicon.day_parts, *lexicon.crowds, *lexicon.pronouns}
        self._never_names -= lexicon.uncertain_months | lexicon.names_like_words
        own = language(lexicon.code)
        self._light_words = (
            own.common | own.stop_words | own.light_words if own else _STOP_WORDS
        )  # "Han" is a word elsewhere, and a name here

    def _of(self, piece: str) -> Form:
        """The form of a token, white space after it left out."""
        plain = piece.removesuffix(" ")
        if plain.isalpha() and plain.isascii():  # as most are
            return self._of_letters(plain)
        folded = self._without_elision(fold(bare(piece)))
        lower = folded.lower()
        letters = "".join(filter(str.isalnum, lower))
        word = is_word(folded)
        classes = self._classes_of(folded, lower)
        if folded == _SIGN and len(piece) == 1:  # nothing stands between it and a figure
            classes |= NUMBER
        return Form(folded, lower, letters, word, word and lower not in _STOP_WORDS, classes)

    def _of_letters(self, token: str) -> Form:
        lower = token.lower()
        classes = self._classes.get(lower, 0)
        if token[0] < "a" and not self._never_a_name(token, lower):
            classes |= NAME
        if self._denied_stem(lower):
            classes |= PREFIXED
        classes |= self._by_ends(lower)
        return Form(token, lower, lower, word=True, content=lower not in _STOP_WORDS, classes=classes)

    def _without_elision(self, folded: str) -> str:
        for article in self.lexicon.elisions:
            if len(folded) > len(article) and folded[: len(article)].lower() == article:
                return folded[len(article) :]
        return folded

    def _classes_of(self, folded: str, lower: str) -> int:
        classes = self._classes.get(lower, 0) or self._classes.get(lower.removesuffix("'s"), 0) & DATE
        if _DIGIT.search(lower):
            classes |= (DATE | NUMBER) if _LEADING_DIGITS.match(lower) else 0
        elif not lower.isascii() and _FRACTION.search(lower):
            classes |= NUMBER
        elif "-" in lower:
            classes |= NUMBER if any(part in self.lexicon.numbers for part in lower.split("-")) else 0
        if is_east_asian(lower):
            classes |= NUMBER if lower in HAN_NUMERALS or is_korean_number(lower) else 0
            classes |= UNIT if lower in UNIT_BEGINNINGS else 0
        if folded[:1].isupper() and not self._never_a_name(folded, lower):
            classes |= NAME
        if self._denied_stem(lower):
            classes |= PREFIXED
        return classes | self._by_ends(lower)

    def _never_a_name(self, folded: str, lower: str) -> bool:
        """Say whether a capital is only that of a function word, of the calendar or of a unit."""
        acronym = folded.isupper() and lower in self.lexicon.names_like_words
        light = lower in self._light_words and lower not in self.lexicon.uncertain_months
        return (light and not acronym) or lower.removesuffix("'s") in self._never_names

    def _by_ends(self, lower: str) -> int:
        """What the beginning or the ending of a word tells: an opposite, a future."""
        classes = PROSPECT if lower.endswith(self.lexicon.future_endings) else 0
        return classes | (OPPOSED if lower.startswith(self.lexicon.beginnings) else 0)

    def _denied_stem(self, lower: str) -> bool:
        """Say whether a word may carry its own denial: "unharmed", "harmless"."""
        if len(lower) < _SHORTEST_NEGATED:
            return False
        return lower.startswith(self.lexicon.negating_prefixes) or lower.endswith(self.lexicon.negating_endings)


@lru_cache(16)
def forms_in(lexicon: Lexicon) -> Forms:
    return Forms(lexicon)


_ENDERS = frozenset(".!?:")
_BEFORE_SIGNS = frozenset('([“"$€£¥')
_SENTENCE_ENDS = frozenset(".!?")
_OPENERS = frozenset("\"'([“‘-")
_LONGEST_UNIT = 3  # tokens
_COUNTED_WITHIN = 4  # tokens between a number and what became of those it counts
LONGEST_PHRASE = 4  # tokens of a qualifier
_LONGEST = 400  # code points of a token; what is longer is a stretch that was not cut into tokens
_PASSED_OVER = Form("", "", "", word=False, content=False, classes=0)


@value_type
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
        self.indefinite, self.according = forms.indefinite, forms.according
        self.first_persons = forms.first_persons
        self._sayings, self._particles = forms.sayings, forms.particles
        self.is_name = is_name  # a word whose capital may have another reason
        self._form_of_token = forms.of
        self._headlines: dict[int, bool] = {}  # by where a line begins

    def form(self, index: int) -> Form:
        piece = self._pieces[index]
        return self._form_of_token(piece) if len(piece) <= _LONGEST else _PASSED_OVER

    def forms(self, first: int, last: int) -> list[Form]:
        return [*map(self._form_of_token, self._pieces[first:last])]

    def indices(self, bits: int, first: int, last: int) -> list[int]:
        """Which of some tokens may be a part of such a fact; `last` may be beyond the text."""
        form = self._form_of_token
        pieces = enumerate(self._pieces[first:last], first)
        return [at for at, piece in pieces if len(piece) <= _LONGEST and form(piece).classes & bits]

    def has(self, index: int) -> bool:
        return 0 <= index < self._size

    def around(self, index: int) -> str:
        """The folded token at an index, lower case, the sign of a figure as `MINUS`; empty outside the text."""
        if 0 <= index < self._size:
            piece = self._pieces[index]
            lower = self._form_of_token(piece).lower if len(piece) <= _LONGEST else ""
            return MINUS if lower == _SIGN and self._is_sign(index) else lower
        return ""

    def _is_sign(self, index: int) -> bool:
        """Say whether a dash is the minus of the figure right behind it; at the start of a line it rarely is."""
        piece = self._pieces[index]
        if len(piece) > 1 or index + 1 >= self._size or not _LEADING_DIGITS.match(self._pieces[index + 1]):
            return False
        before = self._pieces[index - 1] if index else "\n"
        if "\n" in before[-2:]:
            return piece == MINUS
        return before[-1:].isspace() or before[-1:] in _BEFORE_SIGNS

    def calendar(self, index: int) -> str:
        """The folded token at an index if it may be a part of a date; empty if not."""
        if not 0 <= index < self._size:
            return ""
        form = self.form(index)
        return form.folded if form.classes & (DATE | RELATIVE) else ""

    def strength(self, index: int) -> int:
        """How surely a token is a verb of saying."""
        word = self.around(index)
        return STRONG if word in self.lexicon.cues else self._sayings.get(word, 0)

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
        if not each.classes & NAME or each.lower in self.lexicon.uncertain_months:
            return each.folded[:1].isupper() and self._goes_on_with_name(index, each.lower)
        if self._in_brackets(index):
            return False
        if self.lexicon.capital_nouns:
            return self.is_name(each.folded)
        if self._in_headline(index):
            return self.is_name(each.folded) or self.is_name(each.folded.capitalize())
        return not self.begins(index) or self.is_name(each.folded) or self._begins_a_name(index)

    def _goes_on_with_name(self, index: int, lower: str) -> bool:
        """Say whether a capital word that is no name by itself is part of one: Theresa May, Bruno Le Maire."""
        particle = lower in self._particles
        if not (particle or lower in self.lexicon.uncertain_months) or not self.has(index - 1):
            return False
        if not self.form(index - 1).classes & NAME or self._in_brackets(index - 1):
            return False
        following = self.form(index + 1) if self.has(index + 1) else None
        if particle:
            return following is not None and bool(following.classes & NAME)
        return following is None or not following.folded[:1].isdigit()

    def _in_headline(self, index: int) -> bool:
        """Say whether a token stands in a line in which every word has a capital, so that a capital says nothing."""
        text, at = self.tokens.text, self.tokens.start(index)
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        if start not in self._headlines:
            self._headlines[start] = is_headline(text[start : end if end >= 0 else len(text)])
        return self._headlines[start]

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

    def is_sentence(self) -> bool:
        """Say whether it is a whole sentence, or several."""
        if not self.words:
            return False
        words = [at for at, each in enumerate(self.forms) if each.word]
        if not self.side.begins(self.first + words[0]):  # as most
            return False
        behind = self.forms[words[-1] + 1 :]
        return any(each.folded in _SENTENCE_ENDS for each in behind) or self.side.begins(self.last)

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
            if number and not self._is_in_unit(index):
                yield number
                end = self._measured_to(number)

    def _is_in_unit(self, index: int) -> bool:
        """Say whether a number word ends the name of a unit, as in "pour cent"."""
        around = self.side.around
        return f"{around(index - 1)}-{around(index)}" in self.side.lexicon.units

    def qualified(self) -> list[Fact]:
        """Numbers with what is said of their exactness: "at least ten"."""
        return [fact for index in self._indices(QUALIFIER) for fact in self._qualified_at(index)]

    def _qualified_at(self, index: int) -> Iterator[Fact]:
        phrases = self.side.lexicon.qualifiers
        words = [self.side.around(index + at) for at in range(LONGEST_PHRASE)]
        for size in range(LONGEST_PHRASE, 0, -1):
            value = phrases.get(tuple(words[:size]))
            number = number_at(index + size, self.side.around, self.side.lexicon) if value else None
            if number and number.first == index + size:
                yield Fact(value, index, number.last)
                return

    def steps(self) -> list[Fact]:
        """Words before a number that tell a change from a level: "by 5 per cent", "to 5 per cent"."""
        side, found = self.side, []
        for index in self._indices(STEP):
            at = index + 1 + (side.around(index + 1) in side.lexicon.determiners)
            number = number_at(at, side.around, side.lexicon)
            if number and number.first == at:
                found.append(Fact(side.lexicon.steps[side.around(index)], index, number.last))
        return found

    def units(self) -> list[Fact]:
        """Units of measure of its numbers, and those that follow a number before it."""
        around, lexicon = self.side.around, self.side.lexicon
        counted = [Fact(number.measure, number.first, self._measured_to(number)) for number in self.counts]
        following = [
            Fact(measure_at(start, around, lexicon), start, measure_end(start, around, lexicon))
            for start in range(self.first, self.first - _LONGEST_UNIT, -1)
            if self.forms and self.forms[0].classes & UNIT and self._is_number(start - 1)
        ]
        found = [*(fact for fact in following if fact.last > self.first), *counted]
        return [fact for fact in found if fact.value]

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
        surname = words[-1:] if len(words) > 1 and words[-1] in lexicon.title_surnames else []
        before = words[: len(words) - len(surname)]
        words = [word.replace(".", "") for word in before if word not in lexicon.titles] + surname
        whole = "-".join(words)
        if whole in lexicon.places:
            return lexicon.places[whole]
        return "-".join(lexicon.places.get(word, word) for word in words)

    def negations(self) -> list[Fact]:
        return [Fact("not", index, index + 1) for index in self._indices(DENIAL)]

    def near_negations(self) -> list[Fact]:
        """Words that turn a claim round without a "no", and phrases that undo it: "hardly", "failed", "unless"."""
        lexicon = self.side.lexicon
        found: list[Fact] = []
        for index in self._indices(NEARLY):
            if found and index < found[-1].last:
                continue
            exception = self._exception_at(index)
            if exception:
                found.append(exception)
            elif self.side.around(index) in lexicon.near_negations and self._turns_round(index):
                found.append(Fact("not", index, index + 1))
        return found

    def _turns_round(self, index: int) -> bool:
        """Say whether a word does so where it stands: not "apenas 3", which is "only", nor "stopped work"."""
        lexicon, around = self.side.lexicon, self.side.around
        if self._is_proper(index) or self._is_number(index + 1):
            return False
        endings = lexicon.turning_before.get(around(index))
        return endings is None or around(index + 1).endswith(endings)

    def _exception_at(self, index: int) -> Fact | None:
        """A phrase that a word is a part of, of which more may stand beside the reading."""
        around = self.side.around
        for phrase in self.side.lexicon.exceptions:
            for start in range(index, index - len(phrase), -1):
                if all(around(start + at) == word for at, word in enumerate(phrase)):
                    return Fact(EXCEPTION, start, start + len(phrase))
        return None

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
        near = (*range(self.first, self.last), *self.beside(tokens, -1), *self.beside(tokens, 1))
        return sum(bool(self.side.form(index).classes & (DENIAL | FAINT)) for index in near)

    def beside(self, tokens: int, way: int) -> Iterator[int]:
        """The tokens before or after it in its sentence, so many at most."""
        at = self.first - 1 if way < 0 else self.last
        for index in range(at, at + way * tokens, way):
            if not self.side.has(index) or self.side.form(index).folded in _ENDERS:
                return
            yield index

    def hedges(self) -> list[Fact]:
        """Words that say how sure a claim is: not "appeared in court"."""
        around, sure = self.side.around, self.side.lexicon.sure_before
        found = self._common(HEDGE, self.side.lexicon.hedges)
        return [fact for fact in found if around(fact.last) not in sure.get(str(fact.value), ())]

    def cues(self) -> list[Fact]:
        """Verbs of saying."""
        return self._common(CUE, self.side.lexicon.cues)

    def sayings(self) -> list[int]:
        """Where verbs of saying stand in it, rarer ones too, and prepositions before a source."""
        side = self.side
        return [at for at in self._indices(SAYING) if not self._is_proper(at) or side.around(at) in side.according]

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

    def standings(self) -> list[Fact]:
        """Words that make another office of the one behind them: former, deputy."""
        standings, around = self.side.lexicon.standings, self.side.around
        return [Fact(standings[around(index)], index, index + 1) for index in self._indices(STANDING)]

    def prospects(self) -> list[int]:
        """Where words stand in it that leave open whether what follows has happened: will, tried."""
        return [index for index in self._indices(PROSPECT) if not self._is_proper(index)]

    def pronouns(self) -> list[Fact]:
        return [Fact(self.side.around(index), index, index + 1) for index in self._indices(PRONOUN)]

    def _indices(self, bits: int) -> list[int]:
        """Which of its tokens may be a part of such a fact."""
        if not self.classes & bits:
            return []
        return [self.first + offset for offset, each in enumerate(self.forms) if each.classes & bits]


def _first(fact: Fact) -> int:
    return fact.first
