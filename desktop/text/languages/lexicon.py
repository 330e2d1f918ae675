"""Lexicon: a table of the words by which a language states numbers, dates, denials, doubts and speech.

A language's folder holds one in its `lexicon.py`.
All words are in lower case; what is left empty raises no alert.
"""

from __future__ import annotations

from dataclasses import field
from functools import cached_property
from itertools import combinations

from desktop.text.languages.language import groups
from desktop.text.languages.word_table import word_table

Phrases = dict[tuple[str, ...], str]
Opposites = tuple[tuple[frozenset[str], frozenset[str]], ...]


@word_table
class Lexicon:
    """The words of one language; two words with the same value say the same."""

    code: str
    numbers: dict[str, float] = field(default_factory=dict)  # one, two, twenty-one
    magnitudes: dict[str, float] = field(default_factory=dict)  # hundred, million: multiply what stands before
    crowds: dict[str, float] = field(default_factory=dict)  # dozens, thousands
    ordinals: dict[str, float] = field(default_factory=dict)
    ordinal_endings: frozenset[str] = frozenset()  # behind figures: 1st
    plain_endings: frozenset[str] = frozenset()  # behind figures whose value they leave as it is: 1990s, 5pm
    short_magnitudes: dict[str, float] = field(default_factory=dict)  # right behind figures: 5m, 3bn
    vague: frozenset[str] = frozenset()  # numbers that alone are often no count: one, half
    joints: frozenset[str] = frozenset()  # words between the parts of a number: and
    part_joints: frozenset[str] = frozenset()  # words before a part, or between it and its whole: half a million
    decimal: str = "."
    qualifiers: Phrases = field(default_factory=dict)  # before a number: at least, about
    steps: dict[str, str] = field(default_factory=dict)  # before a number, by how much or to what: by, to
    signs: dict[str, float] = field(default_factory=dict)  # before a number: minus, plus, below zero
    units: dict[str, str] = field(default_factory=dict)  # after a number; the words of one unit are joined by "-"
    unit_parts: dict[str, str] = field(default_factory=dict)  # beside a unit they make another one: square, cubic
    outcomes: dict[str, str] = field(default_factory=dict)  # what became of those counted: killed, wounded
    months: dict[str, str] = field(default_factory=dict)
    days: dict[str, str] = field(default_factory=dict)  # weekdays and today
    date_joints: frozenset[str] = frozenset()  # words between the parts of a date: of
    near_days: frozenset[str] = frozenset()  # values of `days` that depend on when it was said
    day_parts: dict[str, str] = field(default_factory=dict)  # morning
    clock_times: dict[str, str] = field(default_factory=dict)  # noon -> 12:00
    clock_halves: dict[str, int] = field(default_factory=dict)  # behind an hour, as hours to add: am, pm
    clock_words: frozenset[str] = frozenset()  # between an hour and its part of the day: o'clock
    relative: dict[str, str] = field(default_factory=dict)  # last, this, next: beside a spell
    spells: dict[str, str] = field(default_factory=dict)  # week, month, Monday
    uncertain_months: frozenset[str] = frozenset()  # only beside a number: may, march
    before_months: frozenset[str] = frozenset()  # before an uncertain month as well: in, since
    capital_calendar: bool = False  # months and weekdays begin with a capital
    names_like_words: frozenset[str] = frozenset()  # that in capitals are names: US
    negations: frozenset[str] = frozenset()
    faint_negations: frozenset[str] = frozenset()  # near to a denial: unlikely, lack, refused
    near_negations: frozenset[str] = frozenset()  # of the faint ones those that turn a claim round: hardly, failed
    turning_before: dict[str, tuple[str, ...]] = field(default_factory=dict)  # stopped -> ing: only before such a word
    exceptions: Phrases = field(default_factory=dict)  # before a clause that undoes what is said: unless
    negating_prefixes: tuple[str, ...] = ()  # un-, in-
    negating_endings: tuple[str, ...] = ()  # -less
    hedges: dict[str, str] = field(default_factory=dict)
    sure_before: dict[str, frozenset[str]] = field(default_factory=dict)  # values of `hedges`: appear -> in, on
    light_hedges: frozenset[str] = frozenset()  # values of `hedges` that count only where nothing else changed
    degrees: dict[str, str] = field(default_factory=dict)  # how strong or how exact a claim is: very, nearly, only
    futures: frozenset[str] = frozenset()  # before a verb that is to come: will, would
    future_endings: tuple[str, ...] = ()  # of a verb that is to come: -era
    passives: frozenset[str] = frozenset()  # of `futures` those that before a participle tell what is being done: wird
    attempts: frozenset[str] = frozenset()  # before one that is planned, asked for or tried: plans, tried
    infinitive_marks: frozenset[str] = frozenset()  # behind these, if the language always has one: to
    perfects: frozenset[str] = frozenset()  # auxiliaries of what has happened: has, was
    participle_beginning: str = ""  # ge-
    past_endings: tuple[str, ...] = ()  # of a verb that tells what has happened: -ed
    present_endings: tuple[str, ...] = ()  # where all other forms are of the past: -s
    gerund_endings: tuple[str, ...] = ()  # -ing
    opposites: Opposites = ()  # before and after, buy and sell
    charges: Opposites = ()  # how a case against somebody stands, and what for: accused, convicted; murder, theft
    quantifiers: Opposites = ()  # of how many something is said: all, most, some
    multiples: Opposites = ()  # how many times: doubled, tripled
    certainties: Opposites = ()  # how sure, or how often so: suggests, proves; never, rarely
    relations: Opposites = ()  # what people are to each other: brother and cousin
    opposed_beginnings: Opposites = ()  # of compounds: Ostufer and Westufer, pre-war and post-war
    sexes: Opposites = ()  # words for a man, and for a woman: Mr and Mrs, his and her
    complements: Opposites = ()  # open and closed, more and less: what is not the one is the other
    cues: dict[str, str] = field(default_factory=dict)  # verbs of saying
    denying: frozenset[str] = frozenset()  # values of `cues` that deny
    affirming: frozenset[str] = frozenset()  # values of `cues` whose contrary a denial is
    pronouns: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    standings: dict[str, str] = field(default_factory=dict)  # of an office they make another: former, deputy
    title_surnames: frozenset[str] = frozenset()  # of them those that end a name as its surname: king, justice
    determiners: frozenset[str] = frozenset()  # before a noun that is no name; needed where nouns have capitals
    places: dict[str, str] = field(default_factory=dict)
    elisions: tuple[str, ...] = ()  # articles that melt into the next word: l', d'
    capital_nouns: bool = False  # a capital says nothing by itself
    # By which a noun is told from other words, where it has no capital: the words before and after it, and endings.
    before_nouns: frozenset[str] = frozenset()
    after_nouns: frozenset[str] = frozenset()
    adjective_endings: tuple[str, ...] = ()  # of the word before it
    plural_endings: tuple[str, ...] = ()
    singular_endings: tuple[str, ...] = ()  # that look like those of a plural
    verb_endings: tuple[str, ...] = ()  # of words that are no nouns

    @cached_property
    def number_words(self) -> dict[float, list[str]]:
        """The words for each number."""
        words: dict[float, list[str]] = {}
        for word, value in self.numbers.items():
            words.setdefault(value, []).append(word)
        return words

    @cached_property
    def opposed_words(self) -> frozenset[str]:
        """All words of the tables of words that stand against each other."""
        tables = (self.opposites, self.charges, self.sexes, self.relations)
        others = (self.quantifiers, self.multiples, self.certainties)
        return frozenset().union(*(side for table in (*tables, *others) for pair in table for side in pair))

    @cached_property
    def contraries(self) -> dict[str, frozenset[str]]:
        """The words that mean the opposite of each that has one."""
        return _by_word(self.opposites)

    @cached_property
    def other_charges(self) -> dict[str, frozenset[str]]:
        """The words that say something else of a case than each does."""
        return _by_word(self.charges)

    @cached_property
    def other_sex(self) -> dict[str, frozenset[str]]:
        """The words that say of somebody of the other sex what each says."""
        return _by_word(self.sexes)

    @cached_property
    def other_quantifiers(self) -> dict[str, frozenset[str]]:
        """The words that say something of more or fewer than each does."""
        return _by_word(self.quantifiers)

    @cached_property
    def other_multiples(self) -> dict[str, frozenset[str]]:
        """The words that say another number of times than each does."""
        return _by_word(self.multiples)

    @cached_property
    def other_certainties(self) -> dict[str, frozenset[str]]:
        """The words that say something more or less surely, or more or less often, than each does."""
        return _by_word(self.certainties)

    @cached_property
    def other_relation(self) -> dict[str, frozenset[str]]:
        """The words that say that people are something else to each other than each does."""
        return _by_word(self.relations)

    @cached_property
    def beginnings(self) -> tuple[str, ...]:
        """The beginnings of compounds that have an opposite, longest first."""
        return tuple(sorted(self._opposed_beginnings, key=len, reverse=True))

    @cached_property
    def _opposed_beginnings(self) -> dict[str, frozenset[str]]:
        return _by_word(self.opposed_beginnings)

    def opposed_compounds(self, word: str) -> frozenset[str]:
        """What a compound would be with the opposite beginning; none if it has no such beginning."""
        for beginning in self.beginnings:
            if word.startswith(beginning):
                against = self._opposed_beginnings[beginning]
                return frozenset(other + word[len(beginning) :] for other in against)
        return frozenset()

    @cached_property
    def complementary(self) -> dict[str, frozenset[str]]:
        """The words that say the same as each that has one with a denial before it: "not open", "closed"."""
        return _by_word(self.complements)

    @cached_property
    def hedging_words(self) -> frozenset[str]:
        """All words that say how sure, how strong or how exact a claim is."""
        return frozenset((*self.hedges, *self.degrees))


def _by_word(opposites: Opposites) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for one, other in opposites:
        for words, against in ((one, other), (other, one)):
            for word in words:
                found[word] = found.get(word, frozenset()) | against
    return found


def phrases(lines: str) -> Phrases:
    """Read lines of phrases that say the same; the words of one phrase are joined by "_"."""
    return {tuple(word.split("_")): first for word, first in groups(lines).items()}


def opposed(lines: str) -> Opposites:
    """Read lines of words with their contraries behind a "|"; those on one side mean one way.

    Of more than two sides each is against all others.
    """
    sides = ([frozenset(side.split()) for side in line.split("|")] for line in lines.strip().splitlines())
    return tuple(pair for line in sides for pair in combinations(line, 2))
