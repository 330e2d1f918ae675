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

PUNCTUATION_BITS = 3.0
STOP_BITS = 5.0
WORD_BITS = 8.0
_ENDERS = frozenset(".!?。！？…؟।")
_ALSO_NAMES = frozenset(("may", "will"))
_CLOSERS = frozenset("\"')]")
_SURROGATES = range(0xD800, 0xE000)
_LAST = 0x10FFFF
_COUNTED = 40_000  # tokens a side that are enough to know how common a word is
_FEWEST = 512  # tokens below which counts say nothing about how common a word is


class Codebook(dict[str, str]):
    """Gives every key one character; pieces that fold to one key share it.

    Types beyond what Unicode can number get one character that never matches: NUL in the first
    text, U+0001 in the second.
    """

    def __init__(self) -> None:
        super().__init__()
        self.codes: dict[str, str] = {}  # key -> character
        self.words: dict[str, str] = {}  # character -> key
        self._next = 2
        self._overflow = "\0"

    def __missing__(self, piece: str) -> str:
        token = bare(piece)
        key = token if token.isascii() and token.isalpha() else key_of(token)
        small = key[:1].lower() + key[1:]
        if small != key and small in STOP_WORDS and small not in _ALSO_NAMES:
            key = small
        self[piece] = code = self.code_of(key)
        return code

    def code_of(self, key: str) -> str:
        code = self.codes.get(key)
        if code is not None:
            return code
        if self._next > _LAST:
            return self._overflow
        code = chr(self._next)
        self._next += 1
        if self._next in _SURROGATES:
            self._next = _SURROGATES.stop
        self.codes[key] = code
        self.words[code] = key
        return code

    def encode(self, first: Iterable[str], second: Iterable[str]) -> tuple[str, str]:
        """Encode the pieces of two texts; equal characters mean equal keys across the two.

        A capital that only the beginning of a sentence or heading gives a word makes no difference.
        """
        self._overflow = "\0"
        x = "".join(map(self.__getitem__, first))
        self._overflow = "\1"
        y = "".join(map(self.__getitem__, second))
        small = {code: self.codes[low] for key, code in self.codes.items() if (low := _small(key)) in self.codes}
        if not small:
            return x, y
        enders, closers = self._set(_ENDERS), self._set(_CLOSERS)
        beginning = re.compile(f"(?s)(\\A|[{enders}])([{closers}]*)([{re.escape(''.join(small))}])")
        x, y = (beginning.sub(lambda match: match[1] + match[2] + small[match[3]], text) for text in (x, y))
        return x, y

    def _set(self, keys: Iterable[str]) -> str:
        """The characters of keys for a class of a regular expression; never empty."""
        return re.escape("".join(self.codes.get(key, "") for key in sorted(keys)) or "\0")

    def punctuation(self) -> list[str]:
        """The characters that stand for tokens that are no words."""
        return [code for key, code in self.codes.items() if not key.isalpha() and not is_word(key)]

    def sentence(self) -> re.Pattern[str]:
        """Matches one sentence of an encoded text, its closing marks included."""
        enders, closers = self._set(_ENDERS), self._set(_CLOSERS)
        return re.compile(f"(?s)[^{enders}]*[{enders}][{enders}{closers}]*|[^{enders}]+")


def _small(key: str) -> str:
    """A key that has its only capital at its beginning without it; else nothing."""
    return key.lower() if key[:1].isupper() and key[1:] == key[1:].lower() else ""


class Weights(dict[str, float]):
    """How much information the finding of a token in both texts carries, in bits, by its character."""

    def __init__(self, book: Codebook, x: str, y: str) -> None:
        super().__init__()
        self._words = book.words
        self._counts = Counter(x[:_COUNTED]) + Counter(y[:_COUNTED])
        self._total = max(_FEWEST, min(len(x), _COUNTED) + min(len(y), _COUNTED))

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
