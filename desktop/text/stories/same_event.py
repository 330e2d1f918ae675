"""Same event: whether two pieces report one event, by the rare names, figures and quoted words that they share.

How rare something is, is said by who asks, who knows the other pieces. Where a piece names too little, or the two are
too far apart in time to tell, the answer is that it is unknown.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property, lru_cache
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING

from desktop.domain import value_type
from desktop.lazy_pattern import lazy_pattern
from desktop.text.languages.registry import capital_stop_words, shared_function_words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_NAME = lazy_pattern(r"[^\W\d_a-zß-ÿ][\w'’-]*\w(?:[ ][^\W\d_a-zß-ÿ][\w'’-]*\w)*")
_FIGURE = lazy_pattern(r"\d(?<![\w.,]\d)[\d.,]*\d(?!\w)")  # the digit first, so that the search may jump
_COMMON_FIGURE = lazy_pattern(r"(?:19|20)\d\d|\d{1,2}|100|1000")
_QUOTED = lazy_pattern(r"[“«„\"]([^“”«»„\"]{12,400})[”»“\"]")
_WORD = lazy_pattern(r"\w+(?:['’-]\w+)*")
_SENTENCE_START = lazy_pattern(r"(?:^|[.!?:]['”’\"»)]*\s+|\n\s*|[“«„\"‘(—–-]\s*)$")
_RUN = 5  # words of a quotation that are one mark of it
_DAYS = 3  # between pieces on one event
_MOST = 400  # marks of a piece; the first are kept
_LONGEST = 60_000  # code points that are read of a piece
_ENOUGH = 6  # marks; a piece with fewer says too little to be told from another event


class Answer(Enum):
    """Whether two pieces report one event."""

    SAME = "same"
    OTHER = "other"
    UNKNOWN = "unknown"


class Kind(Enum):
    """What a mark is; with how many tenths it weighs beside its rarity."""

    QUOTE = 2  # a quotation has many
    NAME = 10
    FIGURE = 7
    WORD = 3

    __hash__ = object.__hash__  # that of Enum is a call of its own, and marks are looked up by the thousand


_WEIGHTS = {kind: kind.value for kind in Kind}  # asking an Enum for a value is two calls
_EXACT = 2**50  # parts of a square of rarities: sums of whole numbers are the same in any order


@dataclass(frozen=True)
class Piece:
    """What a text can be recognised by: its marks, casefolded, each once, and the day it was published on.

    They stand in the order in which they were found, `_MOST` of them together.
    """

    quotes: tuple[str, ...] = ()  # words in a row
    names: dict[str, str] = field(default_factory=dict)  # with how each is printed
    figures: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    day: str = ""  # ISO; empty where unknown

    @property
    def marks(self) -> dict[Kind, Collection[str]]:
        """All marks by what they are."""
        return {Kind.QUOTE: self.quotes, Kind.NAME: self.names, Kind.FIGURE: self.figures, Kind.WORD: self.words}

    @cached_property
    def sets(self) -> dict[Kind, frozenset[str]]:
        """The same as sets, which keep their hashes: to compare two pieces is to look up the marks of one."""
        return {kind: frozenset(marks) for kind, marks in self.marks.items()}

    @cached_property
    def weights(self) -> dict[str, int]:
        """Its marks with how much those of the same words weigh together, where all are as rare."""
        weights: dict[str, int] = {}
        for kind, marks in self.marks.items():
            more = dict.fromkeys(marks, _WEIGHTS[kind])
            more |= {mark: weights[mark] + _WEIGHTS[kind] for mark in weights.keys() & more.keys()}
            weights |= more
        return weights

    @cached_property
    def weight(self) -> int:
        """How much all its marks weigh together, where all are as rare."""
        return sum(_WEIGHTS[kind] * len(marks) for kind, marks in self.marks.items())

    @property
    def telling(self) -> int:
        """How many of its marks are more than words."""
        return len(self.quotes) + len(self.names) + len(self.figures)

    def printed(self, kind: Kind, mark: str) -> str:
        """Say how a mark is printed."""
        return f"“{mark}”" if kind is Kind.QUOTE else self.names.get(mark, mark) if kind is Kind.NAME else mark


@value_type
class Rarity:
    """How rare marks are among all pieces: 0 (everywhere) to 1 (nowhere else)."""

    known: Mapping[str, float]  # by the words of a mark
    unknown: float  # where nobody looked

    def of(self, mark: str) -> float:
        """Say how rare a mark is."""
        return self.known.get(mark, self.unknown)

    def square(self, mark: str) -> int:
        """Say how much it tells that two pieces share a mark, whatever it is."""
        return round(self.of(mark) ** 2 * _EXACT)


@value_type
class Verdict:
    """The answer, and how much both share: 0 to 1."""

    answer: Answer
    score: float
    days_apart: int | None = None


def read_piece(title: str, text: str, day: str = "") -> Piece:
    """Read the marks of a piece, those of its headline first."""
    body = text[:_LONGEST]
    whole = f"{title}\n{body}"
    quotes = _quotes(body)[:_MOST]
    names = dict(islice(_names(whole).items(), left)) if (left := _MOST - len(quotes)) else {}
    figures = _figures(body)[:left] if (left := left - len(names)) else ()
    words = _words(whole)[:left] if (left := left - len(figures)) else ()
    return Piece(quotes, names, figures, words, day)


def _names(text: str) -> dict[str, str]:
    """Find names, whole, and how each is printed.

    A part of one that stands alone later is no other name, nor is what only begins sentences.
    """
    found: dict[str, str] = {}
    known: dict[str, tuple[str, str]] = {}  # what was read of each name as it is printed
    for match in _NAME.finditer(text):
        printed = match.group()
        if printed not in known:
            name = _bare_name(printed)
            known[printed] = name.casefold(), name
        key, name = known[printed]
        if key and key not in found and (" " in printed or not _begins_sentence(text, match.start())):
            found[key] = name
    parts = {part for key in found if " " in key for part in key.split(" ")}
    return {key: name for key, name in found.items() if key not in parts and len(key) > 2}


def _begins_sentence(text: str, at: int) -> bool:
    return _SENTENCE_START.search(text[max(0, at - 12) : at]) is not None


def _bare_name(name: str) -> str:
    """Return a name without what only looks like a part of it."""
    words = [word.removesuffix("'s").removesuffix("’s") for word in name.split(" ")]
    small = _small_words()
    while words and words[0].casefold() in small:
        words = words[1:]
    return " ".join(words)


@lru_cache(maxsize=1)
def _small_words() -> frozenset[str]:
    return shared_function_words() | capital_stop_words()


def _figures(text: str) -> tuple[str, ...]:
    figures = dict.fromkeys([found.rstrip(".,") for found in _FIGURE.findall(text)])
    return tuple([figure for figure in figures if not _COMMON_FIGURE.fullmatch(figure)])


def _quotes(text: str) -> tuple[str, ...]:
    phrases: dict[str, None] = {}
    for quoted in _QUOTED.findall(text):
        words = _WORD.findall(quoted.casefold())
        phrases |= dict.fromkeys(map(" ".join, zip(*(words[start:] for start in range(_RUN)), strict=False)))
    return tuple(phrases)


def _words(text: str) -> tuple[str, ...]:
    """Find the words said at least twice that are neither small nor names: what it is about."""
    small = shared_function_words()
    counts = Counter([word for word in _WORD.findall(text) if len(word) > 3 and word.islower()])
    return tuple([word for word, count in counts.most_common(60) if count > 1 and word not in small])


class Comparison:
    """One piece held against others, by the marks that they share and by how rare these are."""

    def __init__(self, piece: Piece, rarity: Rarity) -> None:
        self._piece, self._rarity = piece, rarity
        self._plain = round(rarity.unknown**2 * _EXACT)
        self._corrections = [(mark, rarity.square(mark) - self._plain) for mark in rarity.known]
        # Of the marks that somebody looked up: how much more or less each kind of them weighs than others of the kind.
        self._known = {
            kind: [(mark, more * _WEIGHTS[kind]) for mark, more in self._corrections if mark in marks]
            for kind, marks in piece.sets.items()
        }
        self._are_telling = rarity.unknown > _RARE
        self._excepted = {mark for mark, rare in rarity.known.items() if (rare > _RARE) is not self._are_telling}
        self._weight = self._weight_of(piece)

    def with_piece(self, other: Piece) -> Verdict:
        """Compare with another piece."""
        piece = self._piece
        apart = _days_apart(piece.day, other.day)
        both = {kind: marks & other.sets[kind] for kind, marks in piece.sets.items()}
        weight = self._weight_of(other)
        score = 0.0
        if min(self._weight, weight) > 0:
            shared = sum([len(marks) * _WEIGHTS[kind] for kind, marks in both.items()]) * self._plain
            shared += sum([more for kind, known in self._known.items() for mark, more in known if mark in both[kind]])
            score = shared / math.sqrt(self._weight * weight)
        quoted, names, figures = (len(self._telling(both[kind])) for kind in _TELLING)
        answer = _answer(score, names + figures + (quoted > 0), apart, min(piece.telling, other.telling))
        return Verdict(answer, score, apart)

    def _telling(self, marks: frozenset[str]) -> frozenset[str] | set[str]:
        """Leave those marks that tell an event."""
        return marks - self._excepted if self._are_telling else marks & self._excepted

    def shared_with(self, other: Piece) -> tuple[str, ...]:
        """Return what speaks most for one event: marks that both have, as printed, what tells most first."""
        found = [
            (-self._rarity.square(mark) * _WEIGHTS[kind], self._piece.printed(kind, mark))
            for kind in _TELLING
            if (telling := self._telling(self._piece.sets[kind] & other.sets[kind]))
            for mark in self._piece.marks[kind]
            if mark in telling
        ]
        return tuple([printed for _, printed in sorted(found, key=itemgetter(0))[:_SHOWN]])

    def _weight_of(self, piece: Piece) -> int:
        """Add up the weights of the marks of a piece, most of which nobody looked up."""
        weights = piece.weights
        other = sum([more * weights[mark] for mark, more in self._corrections if mark in weights])
        return self._plain * piece.weight + other


_RARE = 0.45
_TELLING = (Kind.QUOTE, Kind.NAME, Kind.FIGURE)  # marks of an event
_SHOWN = 5
# Names, figures and quotations that both have, and the share of the weight of both: few that are most, or many.
_ENOUGH_SHARED = ((3, 0.42), (6, 0.24))
_OTHER = 0.1  # with no more than one of them


def _answer(score: float, weighty: int, apart: int | None, quoted_words: int) -> Answer:
    if apart is not None and apart > _DAYS:
        return Answer.OTHER if quoted_words >= _ENOUGH else Answer.UNKNOWN
    if any(weighty >= least and score >= share for least, share in _ENOUGH_SHARED):
        return Answer.SAME
    return Answer.OTHER if score < _OTHER and weighty <= 1 and quoted_words >= _ENOUGH else Answer.UNKNOWN


@lru_cache(4096)
def _day(day: str) -> date | None:
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None


def _days_apart(one: str, other: str) -> int | None:
    first, second = _day(one), _day(other)
    return abs((first - second).days) if first and second else None
