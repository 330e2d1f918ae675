"""Which exchanged words between two wordings change what is claimed, rather than how it is put?"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain import Span
from desktop.text.grouping.speaker_match import is_place
from desktop.text.languages.english.word_forms import (
    FUNCTION_WORDS,
    NEGATIONS,
    NUMBER_WORDS,
    concepts,
    is_function_word,
    word_set,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.text.words import Word


class FactKind(StrEnum):
    """What was altered, most pressing first."""

    NUMBER = "number"
    PLACE = "place"
    NAME = "name"
    DATE = "date"
    NEGATION = "negation"
    DIRECTION = "direction"
    HEDGE = "hedge"
    THING = "thing"


@dataclass(frozen=True, slots=True)
class AlteredFact:
    """A claim that reads otherwise in the other wording; a span may be empty where nothing stands."""

    kind: FactKind
    base: Span
    other: Span
    base_text: str
    other_text: str
    why: str  # one sentence


class Reading(NamedTuple):
    """One wording: its text, its tokens and what they are compared by."""

    text: str
    tokens: Sequence[Word]
    keys: Sequence[str]

    def span(self, start: int, end: int) -> Span:
        if start < end:
            return Span(self.tokens[start].start, self.tokens[end - 1].end)
        at = self.tokens[start].start if start < len(self.tokens) else len(self.text)
        return Span(at, at)


Range = tuple[int, int]
Edit = tuple[int, int, int, int]  # a[i1:i2] became b[j1:j2], in tokens

_MAGNITUDES = word_set(
    """
    hundred hundreds thousand thousands million millions billion billions trillion trillions dozen dozens half
    quarter third thirds twice double triple
    """
)
_DATES = word_set(
    """
    january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec today yesterday
    tomorrow
    """
)
_AMBIGUOUS_DATES = frozenset({"may", "march"})
_OPPOSITES = [
    (frozenset(one.split()), frozenset(other.split()))
    for one, other in (
        ("to toward towards into", "from out"),
        ("before until", "after since"),
        ("above over", "below under beneath"),
        ("inside within", "outside without"),
        ("with for", "against"),
        ("more", "less fewer"),
        ("most", "least"),
        ("up upward", "down downward"),
        (
            "increase increases increased increasing rise rises rose rising raise raised grow grew grown growing",
            "decrease decreases decreased decreasing fall falls fell fallen falling cut cuts drop dropped reduced",
        ),
        ("buy buys bought buying purchase purchased import imports", "sell sells sold selling export exports"),
        ("win wins won winning", "lose loses lost losing"),
        ("accept accepts accepted confirm confirmed admit admitted", "reject rejects rejected deny denies denied"),
        ("support supports supported", "oppose opposes opposed"),
        ("allow allows allowed permit permitted", "forbid forbidden ban banned prohibit prohibited prevent prevented"),
        ("start started begin began begun open opened", "stop stopped end ended close closed"),
        ("first earliest", "last latest"),
        ("best better", "worst worse"),
        ("all every", "none some few"),
        ("always", "never sometimes"),
        ("guilty", "innocent"),
        ("legal lawful", "illegal unlawful"),
        ("possible", "impossible"),
        ("likely", "unlikely"),
        ("true", "false"),
        ("high higher highest", "low lower lowest"),
        ("left", "right"),
        ("north northern", "south southern"),
        ("east eastern", "west western"),
        ("alive", "dead"),
    )
]
_HEDGES = word_set(
    """
    may might could can would will shall should must ought quite very extremely highly fairly rather somewhat
    pretty certainly definitely clearly probably likely unlikely perhaps possibly maybe reportedly allegedly
    apparently supposedly nearly almost about around roughly approximately at-least only merely just even
    absolutely totally completely entirely fully largely mostly mainly partly seriously deeply truly really
    actually literally seem seems appears appear suggest suggests believe believes think thinks expect expects
    anticipate anticipates hope hopes sure certain confident convinced always often sometimes usually rarely
    """
)
# Said of the future or of an ability, these hedge nothing; exchanged for one another they do.
_PLAIN_MODALS = word_set("will would can shall")
_LONGEST_EXCHANGE = 6  # tokens; beyond, a passage was rewritten and no word of it answers a word of the other
_VERBLIKE = re.compile(r"(?:ing|ed|ly|ise|ize)$")
_NOUN_AFTER = word_set("and or of for in from that is are was were")
_NOUN_BEFORE = word_set("the a an this that these those of no any some many our their his her its my your")


def _folded(keys: Sequence[str], rng: Range) -> list[str]:
    return [key.casefold().removesuffix("'s") for key in keys[rng[0] : rng[1]]]


def _values(words: Sequence[str]) -> Counter[str]:
    """The numbers in some words, as a person would say they are the same."""
    found: Counter[str] = Counter()
    for word in words:
        if any(map(str.isdigit, word)):
            found[re.sub(r"[,\s](?=\d{3})", "", word)] += 1
        elif word in NUMBER_WORDS:
            found[NUMBER_WORDS[word]] += 1
        elif word in _MAGNITUDES:
            found[word.rstrip("s")] += 1
    return found


def _is_name(reading: Reading, index: int) -> bool:
    key = reading.tokens[index].key
    if not key[:1].isupper() or key.casefold() in FUNCTION_WORDS or key.casefold().partition("'")[0] in FUNCTION_WORDS:
        return False
    before = reading.keys[index - 1] if index else "."
    return before not in {".", "!", "?", "…", "...", ":"} or is_place(key) or key.isupper()


def _name_runs(reading: Reading, rng: Range) -> list[Range]:
    """The runs of capitalised words that touch a range, each in its full length."""
    runs: list[Range] = []
    i = rng[0]
    while i < rng[1]:
        if not _is_name(reading, i):
            i += 1
            continue
        start, end = i, i + 1
        while start and _is_name(reading, start - 1):
            start -= 1
        while end < len(reading.keys) and _is_name(reading, end):
            end += 1
        runs.append((start, end))
        i = end
    return runs


def _touching(reading: Reading, rng: Range) -> list[Range]:
    """Name runs in a range or directly beside it."""
    wide = (max(0, rng[0] - 1), min(len(reading.keys), rng[1] + 1))
    return _name_runs(reading, wide)


class _Finder:
    """Looks at one edit of two wordings."""

    def __init__(self, a: Reading, b: Reading, edit: Edit) -> None:
        self.a, self.b = a, b
        self.old: Range = (edit[0], edit[1])
        self.new: Range = (edit[2], edit[3])
        self.gone = _folded(a.keys, self.old)
        self.come = _folded(b.keys, self.new)

    def facts(self) -> Iterator[AlteredFact]:
        for look in (self.numbers, self.names, self.dates, self.negations, self.directions, self.hedges, self.things):
            found = look()
            if found:
                yield found

    def _fact(self, kind: FactKind, old: Range, new: Range, why: str) -> AlteredFact:
        if old[0] == old[1] or new[0] == new[1]:
            old, new = self._with_next(old, new)
        base, other = self.a.span(*old), self.b.span(*new)
        return AlteredFact(kind, base, other, base.of(self.a.text), other.of(self.b.text), why)

    def _with_next(self, old: Range, new: Range) -> tuple[Range, Range]:
        """Where nothing answers a word, read all that stands there, or the word after it: "quite sure", "sure"."""
        if self.gone and self.come:
            return self.old, self.new
        i, j = self.old[1], self.new[1]
        if i >= len(self.a.keys) or j >= len(self.b.keys) or not self.a.keys[i][:1].isalnum():
            return old, new
        return (old[0] if old[0] < old[1] else i, i + 1), (new[0] if new[0] < new[1] else j, j + 1)

    def _picked(self, wanted: frozenset[str] | set[str]) -> tuple[Range, Range]:
        """Narrow both ranges to the words looked for; a side without any keeps its place, empty."""
        return _narrow(self.gone, self.old, wanted), _narrow(self.come, self.new, wanted)

    def numbers(self) -> AlteredFact | None:
        gone, come = _values(self.gone), _values(self.come)
        if not gone or not come or gone == come:
            return None
        wanted = {word for word in (*self.gone, *self.come) if _values([word])}
        old, new = self._picked(wanted)
        return self._fact(FactKind.NUMBER, old, new, "The number is another one.")

    def names(self) -> AlteredFact | None:
        for old in _touching(self.a, self.old):
            for new in _touching(self.b, self.new):
                if (fact := self._renamed(old, new)) is not None:
                    return fact
        return None

    def _renamed(self, old: Range, new: Range) -> AlteredFact | None:
        """A name for another name; one that is only given more fully is none."""
        before, after = set(_folded(self.a.keys, old)), set(_folded(self.b.keys, new))
        if before <= after or after <= before or self._stems(old, self.a) == self._stems(new, self.b):
            return None
        touched = _overlap(old, self.old) and _overlap(new, self.new)
        if not touched or before & {d for d in _DATES if d not in _AMBIGUOUS_DATES}:
            return None
        place = any(map(is_place, before | after | {" ".join(_folded(self.a.keys, old))}))
        return self._fact(
            FactKind.PLACE if place else FactKind.NAME, old, new, f"The {'place' if place else 'name'} is another one."
        )

    def _stems(self, rng: Range, reading: Reading) -> set[str]:
        return {concept for word in _folded(reading.keys, rng) for concept in concepts(word)}

    def dates(self) -> AlteredFact | None:
        gone, come = ({w for w in side if w in _DATES - _AMBIGUOUS_DATES} for side in (self.gone, self.come))
        if not gone or not come or gone == come:
            return None
        return self._fact(FactKind.DATE, *self._picked(gone | come), "The date is another one.")

    def negations(self) -> AlteredFact | None:
        gone, come = (sum(w in NEGATIONS or w.endswith("n't") for w in side) for side in (self.gone, self.come))
        if bool(gone) == bool(come):
            return None
        wanted = {w for w in (*self.gone, *self.come) if w in NEGATIONS or w.endswith("n't")}
        return self._fact(FactKind.NEGATION, *self._picked(wanted), "One says no where the other does not.")

    def directions(self) -> AlteredFact | None:
        gone, come = set(self.gone) - set(self.come), set(self.come) - set(self.gone)
        for one, other in _OPPOSITES:
            for first, second in ((one, other), (other, one)):
                if gone & first and come & second:
                    old = _narrow(self.gone, self.old, first)
                    new = _narrow(self.come, self.new, second)
                    return self._fact(FactKind.DIRECTION, old, new, "The two words mean opposite ways.")
        return None

    def hedges(self) -> AlteredFact | None:
        gone, come = set(self.gone) & _HEDGES, set(self.come) & _HEDGES
        if not (gone and come):
            gone, come = gone - _PLAIN_MODALS, come - _PLAIN_MODALS
        longest = max(len(self.gone), len(self.come))
        if gone == come or longest > (4 if gone and come else 2):
            return None
        return self._fact(
            FactKind.HEDGE, *self._picked(gone | come), "How sure or how strong the claim is reads otherwise."
        )

    def things(self) -> AlteredFact | None:
        """One noun for one other that is not a form or near synonym of it."""
        gone, come = (_matter(side) for side in (self.gone, self.come))
        if len(gone) != 1 or len(come) != 1 or max(len(self.gone), len(self.come)) > 3:
            return None
        old, new = self._picked({*gone, *come})
        nouns = _nounlike(self.a, old) and _nounlike(self.b, new)
        if not nouns or concepts(gone[0]) == concepts(come[0]):
            return None
        return self._fact(FactKind.THING, old, new, "The thing is called by another word, which may be another thing.")


def _matter(words: Sequence[str]) -> list[str]:
    return [w for w in words if w[:1].isalpha() and not all(map(is_function_word, concepts(w))) and w not in _HEDGES]


def _narrow(words: Sequence[str], rng: Range, wanted: frozenset[str] | set[str]) -> Range:
    places = [rng[0] + i for i, word in enumerate(words) if word in wanted]
    return (places[0], places[-1] + 1) if places else (rng[0], rng[0])


def _overlap(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _nounlike(reading: Reading, rng: Range) -> bool:
    """Guess whether the single word of a range is a noun, from its form and its neighbours."""
    if rng[0] == rng[1] or _is_name(reading, rng[0]):
        return False
    word = reading.keys[rng[0]].casefold()
    before = reading.keys[rng[0] - 1].casefold() if rng[0] else ""
    after = reading.keys[rng[1]].casefold() if rng[1] < len(reading.keys) else "."
    if _VERBLIKE.search(word):
        return False
    plural = word.endswith("s") and not word.endswith(("ss", "ous"))
    closed = not after[:1].isalnum() or after in {
        "and",
        "or",
        "of",
        "for",
        "in",
        "from",
        "that",
        "is",
        "are",
        "was",
        "were",
    }
    return closed and (plural or before in _NOUN_BEFORE or before.endswith(("al", "ic", "ive", "ary", "ous")))


def altered_facts(a: Reading, b: Reading, edits: Sequence[Edit]) -> tuple[AlteredFact, ...]:
    """Find what touches a fact: exchanged numbers, names, places, dates, things; negation, direction, strength.

    Words that are only missing or only added at an end are no altered fact but a shorter or longer wording.
    """
    found: list[AlteredFact] = []
    ends = (len(a.keys), len(b.keys))
    for edit in _with_names_whole(a, b, edits):
        one_sided = edit[0] == edit[1] or edit[2] == edit[3]
        at_end = (edit[0] == 0 and edit[2] == 0) or (edit[1], edit[3]) == ends
        rewritten = max(edit[1] - edit[0], edit[3] - edit[2]) > _LONGEST_EXCHANGE
        if not rewritten and not (one_sided and at_end):
            found += _told_once(_Finder(a, b, edit).facts())
    return tuple(sorted(found, key=lambda fact: list(FactKind).index(fact.kind)))


def _with_names_whole(a: Reading, b: Reading, edits: Sequence[Edit]) -> list[Edit]:
    """Join edits between which only one word of a name was kept: "North Korea" answers "South Korea. North"."""
    joined: list[Edit] = []
    for edit in edits:
        last = joined[-1] if joined else None
        if last and edit[0] - last[1] == 1 and _is_name(a, last[1]) and _within_name(a, b, last[1], edit):
            joined[-1] = (last[0], edit[1], last[2], edit[3])
        else:
            joined.append(edit)
    return joined


def _within_name(a: Reading, b: Reading, kept: int, after: Edit) -> bool:
    """Say whether the name goes on behind the word that was kept, in either wording."""
    return (after[0] < after[1] and _is_name(a, kept + 1)) or (after[2] < after[3] and _is_name(b, after[2]))


def _told_once(facts: Iterator[AlteredFact]) -> list[AlteredFact]:
    """North Korea that became South Korea is another place, and not a turned direction as well."""
    kept: list[AlteredFact] = []
    for fact in facts:
        if not any(fact.base.touches(other.base) and fact.other.touches(other.other) for other in kept):
            kept.append(fact)
    return kept
