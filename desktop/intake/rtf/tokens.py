"""Tokens of an RTF file: groups, control words, bytes of text."""

from __future__ import annotations

from enum import IntEnum, auto
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from desktop.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

# One after the other: bytes of text, with line ends that mean nothing; a byte in hex; a control word; a control symbol;
# a brace. What fits none (a lone backslash at the end) is passed over.
_TOKEN = lazy_pattern(rb"([^\\{}]+)|\\'([0-9A-Fa-f]{2})|\\([A-Za-z]{1,40})(-?[0-9]{1,10})? ?|\\([\s\S])|([{}])|[\s\S]")
_MEANINGLESS = b"\r\n\0"
_SYMBOLS = {b"\n": "par", b"\r": "par", b"\t": "tab"}
_ESCAPED = (b"{", b"}", b"\\")


class Kind(IntEnum):
    """What a token is."""

    OPEN = auto()  # of a group
    CLOSE = auto()
    WORD = auto()  # a control word or symbol, without its backslash
    TEXT = auto()  # bytes as they stand in the file
    HEX = auto()  # one byte that is spelled in hex


class Token(NamedTuple):
    """A token; `number` is the parameter of a control word."""

    kind: Kind
    word: str = ""
    number: int | None = None
    data: bytes = b""


_OPEN, _CLOSE = Token(Kind.OPEN), Token(Kind.CLOSE)
_HEX = [Token(Kind.HEX, data=bytes([n])) for n in range(256)]


@lru_cache(4096)
def _name(word: bytes) -> str:
    return word.decode("ascii")


def tokens(source: bytes) -> Iterator[Token]:
    r"""Give the tokens in order; the bytes of a picture (`\bin`) are passed over."""
    place = 0
    while found := _TOKEN.match(source, place):
        place = found.end()
        text, spelled, word, number, symbol, brace = found.groups()
        if text is not None:
            if data := text.translate(None, _MEANINGLESS):
                yield Token(Kind.TEXT, data=data)
        elif word is not None:
            value = int(number) if number else None
            if word == b"bin":
                place += max(0, value or 0)
            yield Token(Kind.WORD, _name(word), value)
        elif spelled is not None:
            yield _HEX[int(spelled, 16)]
        elif brace is not None:
            yield _OPEN if brace == b"{" else _CLOSE
        elif symbol in _ESCAPED:
            yield Token(Kind.TEXT, data=symbol)
        elif symbol is not None:
            yield Token(Kind.WORD, _SYMBOLS.get(symbol) or symbol.decode("latin-1"))
