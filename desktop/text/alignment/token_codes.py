"""Token codes: a text as a string of one character a token, and how much each token weighs."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from math import log2
from threading import Lock
from typing import TYPE_CHECKING

from desktop.lazy_pattern import lazy_pattern
from desktop.text.languages.registry import capital_stop_words, stop_words
from desktop.text.progress import watched
from desktop.text.words import bare, is_word, key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PUNCTUATION_BITS = 3.0
STOP_BITS = 5.0
WORD_BITS = 8.0
STRETCH = "\0stretch"  # stands for a piece that is no token but a whole stretch of text
_STRETCH_BITS = 1e6  # never found by chance
_ENDERS = ".!?。！？…؟।"
_CLOSERS = "\"')]"
_STOP_WORDS = stop_words()
_CAPITAL_STOP_WORDS = capital_stop_words()
_SURROGATES = range(0xD800, 0xE000)
_LAST = 0x10FFFF
_COUNTED = 40_000  # tokens a side that are enough to know how common a word is
_FEWEST = 512  # tokens below which counts say nothing about how common a word is
_LARGEST_CACHED = 2_000_000  # code points of pieces from which a codebook is not kept for the next comparison
_AT_ONCE = 50_000  # pieces encoded between two looks at whether to go on
_PER_PIECE = 40  # what the keeping of a piece costs beside its text, in code points

# Marks that begin and end sentences have the same characters in all codebooks.
_FIXED = {key: chr(number) for number, key in enumerate(_ENDERS + _CLOSERS, 2)}
STRETCH_CODE = chr(2 + len(_FIXED))
_ENDER_CODES = "".join(map(_FIXED.__getitem__, _ENDERS))
_CLOSER_CODES = "".join(map(_FIXED.__getitem__, _CLOSERS))
_ENDER_CLASS, _CLOSER_CLASS = re.escape(_ENDER_CODES), re.escape(_CLOSER_CODES)
_BEGINNING = lazy_pattern(rf"(?s)(?:\A|[{_ENDER_CLASS}])[{_CLOSER_CLASS}]*([^{_ENDER_CLASS}])")

FULL_STOPS = frozenset(_FIXED[key] for key in ".!?")
# One sentence of an encoded text, its closing marks included.
SENTENCE = lazy_pattern(rf"(?s)[^{_ENDER_CLASS}]*[{_ENDER_CLASS}][{_ENDER_CLASS}{_CLOSER_CLASS}]*|[^{_ENDER_CLASS}]+")


class Codebook(dict[str, str]):
    """Gives every key one character; pieces that fold to one key share it.

    Types beyond what Unicode can number get one character that never matches: NUL in the first
    text, U+0001 in the second. Several threads may encode at once.
    """

    def __init__(self) -> None:
        super().__init__()
        self.codes: dict[str, str] = {}  # key -> character
        self.words: dict[str, str] = {}  # character -> key
        self.marks: set[str] = set()  # characters of tokens that are no words
        self.bits = dict.fromkeys(
            "\0\1", PUNCTUATION_BITS
        )  # of characters that tell the same in any text: marks and function words
        self.size = 0
        self._small: dict[str, str] = {}  # character of a key with a capital at its beginning only -> the key without
        self._lock = Lock()
        for key, code in _FIXED.items():
            self._enter(key, code)
        self[STRETCH] = STRETCH_CODE
        self.words[STRETCH_CODE] = STRETCH
        self.marks.add(STRETCH_CODE)
        self.bits[STRETCH_CODE] = _STRETCH_BITS
        self._next = 3 + len(_FIXED)

    def __missing__(self, piece: str) -> str:
        token = piece[:-1] if piece[-1:] == " " else piece
        if not (token.isascii() and token.isalpha()):
            token = bare(piece)
        key = token if token.isascii() and token.isalpha() else key_of(token)
        if not key.islower():
            small = key[:1].lower() + key[1:]
            if small != key and small in _CAPITAL_STOP_WORDS:
                key = small
        with self._lock:
            code = self.codes.get(key) or self._new(key)
            self[piece] = code
            self.size += len(piece) + _PER_PIECE
        return code

    def _new(self, key: str) -> str:
        if self._next > _LAST:
            return "\0"
        code = chr(self._next)
        self._next += 1
        if self._next in _SURROGATES:
            self._next = _SURROGATES.stop
        self._enter(key, code)
        return code

    def _enter(self, key: str, code: str) -> None:
        if key.isalpha() and key.islower():
            if key in _STOP_WORDS:
                self.bits[code] = STOP_BITS
        elif not is_word(key):
            self.marks.add(code)
            self.bits[code] = PUNCTUATION_BITS
        else:
            if key.lower() in _STOP_WORDS:
                self.bits[code] = STOP_BITS
            if key[0].isupper() and key[1:] == key[1:].lower():
                self._small[code] = key.lower()
        self.words[code] = key
        self.codes[key] = code

    def encode(
        self, first: Sequence[str], second: Sequence[str], cancelled: Callable[[], bool] | None = None
    ) -> tuple[str, str]:
        """Encode the pieces of two texts; equal characters mean equal keys across the two.

        A capital that only the beginning of a sentence or heading gives a word makes no difference.
        """
        x = self._encoded(first, cancelled)
        y = self._encoded(second, cancelled).replace("\0", "\1")
        here = {*x, *y}
        small = {code: low for code in here & self._small.keys() if (low := self._low(code)) in here}
        return (_begun_small(x, small), _begun_small(y, small)) if small else (x, y)

    def _encoded(self, pieces: Sequence[str], cancelled: Callable[[], bool] | None) -> str:
        starts = watched(range(0, len(pieces), _AT_ONCE), cancelled, 1)
        return "".join(["".join(map(self.__getitem__, pieces[at : at + _AT_ONCE])) for at in starts])

    def marks_in(self, x: str, y: str) -> frozenset[str]:
        return frozenset([mark for mark in self.marks if mark in x or mark in y])

    def _low(self, code: str) -> str:
        return self.codes.get(self._small[code], "")


def _begun_small(text: str, small: dict[str, str]) -> str:
    """The text with small beginnings of its sentences."""
    parts: list[str] = []
    done = 0
    for match in _BEGINNING.finditer(text):
        low = small.get(match[1])
        if low:
            at = match.start(1)
            parts += (text[done:at], low)
            done = at + 1
    return "".join((*parts, text[done:]))


@cache
def _shared_codebook() -> Codebook:
    return Codebook()


def encoded(
    first: Sequence[str], second: Sequence[str], cancelled: Callable[[], bool] | None = None
) -> tuple[Codebook, str, str]:
    """The pieces of two texts, one character each, and the codebook, which is kept: most words come again."""
    book = _shared_codebook()
    x, y = book.encode(first, second, cancelled)
    if book.size > _LARGEST_CACHED:
        _shared_codebook.cache_clear()
    return book, x, y


class Weights(dict[str, float]):
    """How much information the finding of a token in both texts carries, in bits, by its character."""

    def __init__(self, book: Codebook, x: str, y: str) -> None:
        counts = Counter(x[:_COUNTED] + y[:_COUNTED])
        total = max(_FEWEST, min(len(x), _COUNTED) + min(len(y), _COUNTED))
        by_count = {n: min(WORD_BITS, max(STOP_BITS, 1 + log2(total / n))) for n in {*counts.values()}}
        self._same = same = book.bits
        super().__init__({code: same.get(code) or by_count[n] for code, n in counts.items()})

    def __missing__(self, code: str) -> float:
        """A character beyond those counted."""
        self[code] = bits = self._same.get(code, WORD_BITS)
        return bits
