"""Same event: whether two pieces report one event, by the rare names, figures and quoted words that they share.

How rare something is, is said by who asks, who knows the other pieces. Where a piece names too little, or the two are
too far apart in time to tell, the answer is that it is unknown.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property, lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING

from desktop.domain import value_type
from desktop.lazy_pattern import lazy_pattern
from desktop.text.languages.registry import capital_stop_words, shared_function_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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


Mark = tuple["Kind", str]  # the kind, and the words casefolded


class Answer(Enum):
    """Whether two pieces report one event."""

    SAME = "same"
    OTHER = "other"
    UNKNOWN = "unknown"


class Kind(Enum):
    """What a mark is; with how much it weighs beside its rarity."""

    NAME = 1.0
    FIGURE = 0.7
    QUOTE = 0.2  # a quotation has many
    WORD = 0.3

    __hash__ = object.__hash__  # that of Enum is a call of its own, and marks are looked up by the thousand


_WEIGHTS = {kind: kind.value for kind in Kind}  # asking an Enum for a value is two calls


@dataclass(frozen=True)
class Piece:
    """What a text can be recognised by: its marks with how each is printed, and the day it was published on."""

    marks: dict[Mark, str]
    day: str = ""  # ISO; empty where unknown

    @cached_property
    def mark_set(self) -> frozenset[Mark]:
        """Its marks as a set, which keeps their hashes: to compare two pieces is to look up the marks of one."""
        return frozenset(self.marks)

    @cached_property
    def words(self) -> dict[str, float]:
        """The words of its marks, with how much the marks of these words weigh together where all are as rare."""
        weights: defaultdict[str, float] = defaultdict(float)
        for kind, words in self.marks:
            weights[words] += _WEIGHTS[kind]
        return weights

    @cached_property
    def weight(self) -> float:
        """How much all its marks weigh together, where all are as rare."""
        return sum(self.words.values())

    @cached_property
    def quoted_words(self) -> int:
        """How many of its marks are more than words."""
        return sum(kind is not Kind.WORD for kind, _ in self.marks)


@value_type
class Rarity:
    """How rare marks are among all pieces: 0 (everywhere) to 1 (nowhere else)."""

    known: Mapping[str, float]  # by the words of a mark
    unknown: float  # where nobody looked

    def of(self, mark: Mark) -> float:
        """Say how rare a mark is."""
        return self.known.get(mark[1], self.unknown)

    def weight(self, mark: Mark) -> float:
        """Say how much it tells that two pieces share a mark."""
        return self.of(mark) ** 2 * _WEIGHTS[mark[0]]


@value_type
class Verdict:
    """The answer, and what speaks for it: the shared marks as printed, what counts most first."""

    answer: Answer
    score: float
    shared: tuple[str, ...] = ()
    days_apart: int | None = None


def read_piece(title: str, text: str, day: str = "") -> Piece:
    """Read the marks of a piece, those of its headline first."""
    body = text[:_LONGEST]
    marks: dict[Mark, str] = {}
    whole = f"{title}\n{body}"
    for find, words in ((_quotes, body), (_names, whole), (_figures, body), (_words, whole)):
        for mark, printed in find(words):
            marks.setdefault(mark, printed)
        if len(marks) >= _MOST:
            break
    return Piece(dict(list(marks.items())[:_MOST]), day)


def _names(text: str) -> Iterable[tuple[Mark, str]]:
    """Find names, whole: a part of one that stands alone later is no other name, nor is what only begins sentences."""
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
    return [((Kind.NAME, key), name) for key, name in found.items() if key not in parts and len(key) > 2]


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


def _figures(text: str) -> Iterable[tuple[Mark, str]]:
    for found in _FIGURE.finditer(text):
        figure = found.group().rstrip(".,")
        if not _COMMON_FIGURE.fullmatch(figure):
            yield (Kind.FIGURE, figure), figure


def _quotes(text: str) -> Iterable[tuple[Mark, str]]:
    for found in _QUOTED.finditer(text):
        words = _WORD.findall(found[1].casefold())
        for run in zip(*(words[start:] for start in range(_RUN)), strict=False):
            phrase = " ".join(run)
            yield (Kind.QUOTE, phrase), f"“{phrase}”"


def _words(text: str) -> Iterable[tuple[Mark, str]]:
    """Find the words said at least twice that are neither small nor names: what it is about."""
    small = shared_function_words()
    counts = Counter([word for word in _WORD.findall(text) if len(word) > 3 and word.islower()])
    for word, count in counts.most_common(60):
        if count > 1 and word not in small:
            yield (Kind.WORD, word), word


class Comparison:
    """One piece held against others, by the marks that they share and by how rare these are."""

    def __init__(self, piece: Piece, rarity: Rarity) -> None:
        self._piece = piece
        self._plain = rarity.unknown**2
        self._corrections = [(words, rare**2 - self._plain) for words, rare in rarity.known.items()]
        squares = {words: rare**2 for words, rare in rarity.known.items()}
        self._weights = {mark: squares.get(mark[1], self._plain) * _WEIGHTS[mark[0]] for mark in piece.marks}
        # Marks that tell an event, what tells most first.
        rare, unknown = rarity.known.get, rarity.unknown
        distinctive = [
            (-weight, mark)
            for mark, weight in self._weights.items()
            if mark[0] is not Kind.WORD and rare(mark[1], unknown) > _RARE
        ]
        self._distinctive = [mark for _, mark in sorted(distinctive, key=itemgetter(0))]
        self._weight = self._weight_of(piece)

    def with_piece(self, other: Piece) -> Verdict:
        """Compare with another piece."""
        piece = self._piece
        apart = _days_apart(piece.day, other.day)
        both = piece.mark_set & other.mark_set
        weight = self._weight_of(other)
        score = 0.0
        if min(self._weight, weight) > 0:
            score = math.fsum(map(self._weights.__getitem__, both)) / math.sqrt(self._weight * weight)
        distinctive = [mark for mark in self._distinctive if mark in both]
        quoted = [mark[0] for mark in distinctive].count(Kind.QUOTE)
        weighty = len(distinctive) - quoted + (quoted > 0)
        printed = tuple(piece.marks[mark] for mark in distinctive[:5])
        answer = _answer(score, weighty, apart, min(piece.quoted_words, other.quoted_words))
        return Verdict(answer, score, printed, apart)

    def _weight_of(self, piece: Piece) -> float:
        """Add up the weights of the marks of a piece, most of which nobody looked up."""
        words = piece.words
        other = sum([more * words[word] for word, more in self._corrections if word in words])
        return self._plain * piece.weight + other


_RARE = 0.45
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
