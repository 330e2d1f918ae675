"""How does a text become a string of one character a token, and how much does each token tell?"""

from __future__ import annotations

import re
from collections import Counter
from math import log2
from typing import TYPE_CHECKING

from desktop.text.stopwords import STOP_WORDS
from desktop.text.words import bare, is_word, key_of

if TYPE_CHECKING:
    from collections.abc import Iterable

PUNCTUATION_BITS = 1.0
STOP_BITS = 3.0
WORD_BITS = 8.0
_ENDERS = frozenset(".!?。！？…؟।")
_SURROGATES = range(0xD800, 0xE000)
_LAST = 0x10FFFF
_COUNTED = 40_000  # tokens a side that are enough to know how common a word is


class Codebook(dict[str, str]):
    """Gives every key one character; pieces that fold to one key share it.

    Types beyond what Unicode can number get one character that never matches: `\\0` in the first text and `\\1`
    in the second.
    """

    def __init__(self) -> None:
        super().__init__()
        self.keys: dict[str, str] = {}  # key -> character
        self.words: dict[str, str] = {}  # character -> key
        self._next = 2
        self._overflow = "\0"

    def __missing__(self, piece: str) -> str:
        token = bare(piece)
        code = self.code_of(token if token.isascii() and token.isalpha() else key_of(token))
        self[piece] = code
        return code

    def code_of(self, key: str) -> str:
        code = self.keys.get(key)
        if code is not None:
            return code
        if self._next > _LAST:
            return self._overflow
        code = chr(self._next)
        self._next += 1
        if self._next in _SURROGATES:
            self._next = _SURROGATES.stop
        self.keys[key] = code
        self.words[code] = key
        return code

    def encode(self, first: Iterable[str], second: Iterable[str]) -> tuple[str, str]:
        """Encode the pieces of two texts; equal characters mean equal keys across the two."""
        self._overflow = "\0"
        x = "".join(map(self.__getitem__, first))
        self._overflow = "\1"
        return x, "".join(map(self.__getitem__, second))

    def enders(self) -> str:
        """The characters that stand for the end of a sentence."""
        return "".join(code for key, code in self.keys.items() if key in _ENDERS)


class Weights(dict[str, float]):
    """How much information the finding of a token in both texts carries, in bits, by its character."""

    def __init__(self, book: Codebook, x: str, y: str) -> None:
        super().__init__()
        self._words = book.words
        self._counts = Counter(x[:_COUNTED]) + Counter(y[:_COUNTED])
        self._total = min(len(x), _COUNTED) + min(len(y), _COUNTED)

    def __missing__(self, code: str) -> float:
        key = self._words.get(code, "")
        if not is_word(key):
            bits = PUNCTUATION_BITS
        elif key.lower() in STOP_WORDS:
            bits = STOP_BITS
        else:
            bits = min(WORD_BITS, max(STOP_BITS, 1 + log2(self._total / max(1, self._counts[code]))))
        self[code] = bits
        return bits


def sentence_pattern(book: Codebook) -> re.Pattern[str]:
    """Matches one sentence of an encoded text, its closing marks included."""
    enders = re.escape(book.enders())
    if not enders:
        return re.compile(r"(?s).+")
    closers = re.escape("".join(book.keys.get(key, "") for key in ('"', "'", ")", "]")))
    tail = f"[{enders}{closers}]*" if closers else f"[{enders}]*"
    return re.compile(rf"(?s)[^{enders}]*[{enders}]{tail}|[^{enders}]+")
