"""Tokens of a text: where they stand, and the keys by which they are the same.

Offsets are code points. White space and invisible characters never make a token; they are the tail of the
token before them, so that a text is its leading white space and then its tokens with their tails.
"""

from __future__ import annotations

import unicodedata
from array import array
from functools import lru_cache
from itertools import accumulate, chain
from typing import TYPE_CHECKING, NamedTuple

from desktop.lazy_pattern import lazy_pattern
from desktop.text.cache import cached_for_short_texts
from desktop.text.progress import look, watched

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator, Sequence

    from desktop.domain import Span


class Word(NamedTuple):
    """A token: code-point offsets into the full text and the key it is compared by."""

    start: int
    end: int
    key: str


_QUOTES = dict.fromkeys("“”„‟«»″〝〞＂「」『』﹁﹂﹃﹄", '"') | dict.fromkeys("‘’‚‛′`´ʻʼ‹›＇", "'")
_DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
_SPACES = dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a", " ")
_SPACES |= dict.fromkeys("\u2028\u2029\u202f\u205f\u3000\t\n\r\v\f\x1c\x1d\x1e\x1f\x85", " ")
_INVISIBLE = "\u0002\u00ad\u200b\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe"
_GONE = dict.fromkeys("\u0002\u00ad\u200b\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2060", "")
_GONE |= dict.fromkeys(
    "\u2066\u2067\u2068\u2069\ufeff\ufffe", ""
)  # the last one is how PDFium writes a soft hyphen, U+0002 how others do
# Letters joined into one character: ﬁ and the like, ĳ, ǆ; of Armenian; of Arabic in the shapes that some PDFs hold.
_JOINED_LETTERS = (
    *range(0xFB00, 0xFB07),
    *(0x132, 0x133, *range(0x1C4, 0x1CD), *range(0x1F1, 0x1F4)),
    *range(0xFB13, 0xFB18),
    *(*range(0xFB50, 0xFBB2), *range(0xFBD3, 0xFC00), *range(0xFE80, 0xFEFD)),
)
_LIGATURES = {letter: unicodedata.normalize("NFKC", letter) for letter in map(chr, _JOINED_LETTERS)}
_LIGATURES |= {"…": "...", "ŉ": "'n"}
_FOLDED_IN_PLACE = str.maketrans(_QUOTES | _DASHES | _SPACES)
_FOLDED = str.maketrans(_QUOTES | _DASHES | _SPACES | _GONE | _LIGATURES)

_TAIL = rf"[\s{_INVISIBLE}]*"
_INNER = r"['’‘ʼ\-‐‑\u0002\u00ad\u200b\u2060\ufffe]"
_CURRENCY = r"[$€£¥₹₽₴₩₺₪]"
_ABBREVIATION = r"[A-Za-z]\.(?:[A-Za-z]\.)+"
_MARKS_OF_ALL_KINDS = r"\.{2,}|-{2,}|``|''|\S"

# Text without spaces between its words: one token a character.
ALONE = (
    "\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff\u2e80-\u2fff\u3005-\u3007\u3021-\u30ff\u31f0-\u4dbf\u4e00-\u9fff"
    "\ua960-\ua97c\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
COMBINING = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0\u0900-\u0903\u093a-\u094f\u0951-\u0957"
    "\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u09d7\u0a01-\u0a03\u0a3c-\u0a4d\u0a70\u0a71\u0a81-\u0a83\u0abc-\u0acd"
    "\u0b01-\u0b03\u0b3c-\u0b57\u0b82\u0bbe-\u0bcd\u0c00-\u0c04\u0c3e-\u0c56\u0c81-\u0c83\u0cbc-\u0cd6\u0d00-\u0d03"
    "\u0d3b-\u0d4d\u0d57\u0dca-\u0ddf\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u0f18-\u0f19"
    "\u0f35\u0f37\u0f39\u0f71-\u0f84\u102b-\u103e\u1056-\u1059\u17b4-\u17d3\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
    "\u302a-\u302f\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\u200c"
)
_LETTER = rf"(?:[^\W{ALONE}]|[{COMBINING}])"
_JOINED = rf"[{COMBINING}]*(?:\u200d[^\s\w][{COMBINING}]*)*"


def _number(letter: str) -> str:
    """The pattern of numbers with what is written together with them: 5m, 1990s, 3.5%."""
    return (
        rf"(?:[A-Z]{{1,3}}(?={_CURRENCY}))?{_CURRENCY}?\d+(?:[.,:/'’\-–‐‑]\d+|[\u00a0\u202f]\d{{3}}(?!\d))*"
        rf"(?:{_INNER}?{letter}+)*(?:[ \u00a0\u202f]?[%‰€£¥])?"
    )


_PLAIN_NUMBER, _RICH_NUMBER = _number(r"\w"), _number(_LETTER)
_COMMON = r"[A-Za-z]?[a-z]+ (?=\w)"  # most words, matched by the shortest way; they match the rest as well

_PLAIN = lazy_pattern(
    rf"{_COMMON}|(?:{_ABBREVIATION}|{_PLAIN_NUMBER}|[^\W\d]\w*(?:{_INNER}\w+)*|{_MARKS_OF_ALL_KINDS}){_TAIL}"
)
_RICH = lazy_pattern(
    rf"{_COMMON}|(?:{_ABBREVIATION}|{_RICH_NUMBER}|[^\W\d{ALONE}]{_LETTER}*(?:{_INNER}{_LETTER}+)*|[{ALONE}][{COMBINING}]*"
    rf"|[\U0001f1e6-\U0001f1ff]{{2}}|(?:{_MARKS_OF_ALL_KINDS}){_JOINED}){_TAIL}"
)
# What may go on with the token before a space when it stands behind it.
_BEYOND_SPACE = lazy_pattern(rf"[\s{_INVISIBLE}%‰€£¥]")
_ASCII = bytes(range(128))
# By what does not lie in it: a range up to the last letter takes milliseconds to compile.
_BEYOND_PLAIN = lazy_pattern("[^\x00-\u02ff\u2000-\u206f\u20a0-\u20cf]")
_LEADING = lazy_pattern(_TAIL)
_TRAILING = lazy_pattern(rf"[\s{_INVISIBLE}]+\Z")
_SPACES_IN_A_ROW = lazy_pattern(" {2,}")
_WORD_AFTER_SPACE = lazy_pattern(r"[ \n](?=\w)")
_AT_ONCE = 50_000  # code points; shorter texts are cut into tokens in one go
_PART = 6_000  # ... of a longer one between two looks at whether to go on: until then no other thread can run
_REMEMBERED = 10_000  # pieces
_LONGEST = 30  # code points between two spaces that are remembered
_PLAIN_MARKS = frozenset(".,;:!?()[]\"'-")
# What each ASCII character is to a word of letters only: a part of it, what may join two parts, or its end.
_KINDS = bytes(ord("a" if c.isalpha() else "-" if c in "'-" else " ") for c in map(chr, range(256)))
_NOT_JOINED = lazy_pattern(rb"-a(?<=[^a]-a)")
_SIMPLE = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("—", ";"), ("…", ";"))
# Which bytes say that a word is more than letters, and which are white space.
_SPOT = ord("9")
_SPOTS = bytes(
    _SPOT if c > 127 or chr(c) in "0123456789_" else ord(" " if chr(c).isspace() else "x") for c in range(256)
)
_ABBREVIATED = lazy_pattern(rb"\.[A-Za-z]")
# Scripts without spaces between words: one character a word.
_ALONE_SIMPLY = "\u0e00-\u0eff\u2e80-\u2fff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_PLAIN_LETTER = rf"[^\W_{_ALONE_SIMPLY}]"
_PLAIN_WORD = lazy_pattern(rf"[{_ALONE_SIMPLY}]|{_PLAIN_LETTER}+(?:[.,:’'ʼ‘-](?={_PLAIN_LETTER}){_PLAIN_LETTER}+)*")
_DOTTED = lazy_pattern(rf"{_ABBREVIATION}\Z")


def fold(text: str) -> str:
    """Make typography alike: quotation marks, dashes, spaces, ligatures, composed letters; case is kept."""
    if text.isascii() and (text.isalnum() or text in _PLAIN_MARKS):
        return text
    folded = text if text.isascii() else unicodedata.normalize("NFC", text)
    return _SPACES_IN_A_ROW.sub(" ", folded.translate(_FOLDED))


def fold_in_place(text: str) -> str:
    """Make those marks, dashes and spaces alike that stay one character: offsets into the text hold."""
    return text if text.isascii() else text.translate(_FOLDED_IN_PLACE)


def key_of(token: str) -> str:
    """The key a token is compared by; tokens that differ only in typography share it."""
    key = fold(token)
    if _DOTTED.match(key):
        return key.replace(".", "")
    if key in ("--", "---"):
        return "-"
    return '"' if key in ("''", "``") else key


class _SpaceInTokenError(Exception):
    """A space does not end a token: what stands behind it goes on with it."""


class _Cutter(dict[str, tuple[str, ...]]):
    """Cuts text into pieces; what stands between two spaces, most of it words that come again, is cut once."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        super().__init__()
        self._pattern = pattern

    def __missing__(self, words: str) -> tuple[str, ...]:
        if not words or _BEYOND_SPACE.match(words):
            raise _SpaceInTokenError
        pieces = tuple(self._pattern.findall(f"{words} "))
        if len(words) <= _LONGEST:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[words] = pieces
        return pieces

    def cut(self, text: str, start: int, end: int) -> list[str]:
        """The pieces of a range of code points."""
        words = text[start:end].split(" ")
        last = words.pop()
        if not words or _BEYOND_SPACE.match(last):
            return self._pattern.findall(text, start, end)
        try:
            pieces = [*chain.from_iterable(map(self.__getitem__, words))]
        except _SpaceInTokenError:
            return self._pattern.findall(text, start, end)
        return pieces + self._pattern.findall(last) if last else pieces


_PLAIN_CUTTER, _RICH_CUTTER = _Cutter(_PLAIN), _Cutter(_RICH)


class Tokens:
    """The visible tokens of a text: `pieces` are tokens with their tails, `starts` where they begin.

    Stretches of the text that are to be passed over are one piece each: `whole` are their indices.
    """

    __slots__ = ("_cutter", "pieces", "starts", "text", "unbroken", "whole")

    def __init__(
        self,
        text: str,
        hidden: Sequence[Span] = (),
        cancelled: Callable[[], bool] | None = None,
        stretches: Sequence[tuple[int, int]] = (),
    ) -> None:
        """`stretches` (start, end) rise, and each begins and ends where a token begins or the text ends."""
        self.text = text
        self.pieces: list[str] = []
        self.starts = array("q")  # a third of the memory of a list
        self.whole: list[int] = []
        self.unbroken = not hidden  # each piece begins where the one before ends
        self._cutter = _cutter(text)
        if stretches:
            self._cut_amid(stretches, cancelled)
            return
        if not hidden and len(text) <= _AT_ONCE:
            look(cancelled)
            self.pieces, self.starts = _cut(text)
            return
        for start, end in _visible(text, hidden):
            begin = _after_space(text, start, end)
            for stop in watched(_stops(text, begin, end), cancelled, 1):
                pieces = self._cutter.cut(text, begin, stop)
                self.pieces += pieces
                self.starts.extend(accumulate(map(len, pieces[:-1]), initial=begin) if pieces else ())
                begin = stop

    def _cut_amid(self, stretches: Sequence[tuple[int, int]], cancelled: Callable[[], bool] | None) -> None:
        text, pieces = self.text, self.pieces
        begin = at = _after_space(text, 0, len(text))
        cut = self._cutter.cut
        for start, end in watched([*stretches, (len(text), len(text))], cancelled):
            if at < start:
                pieces += cut(text, at, start)
                at = start
            if at < end:
                self.whole.append(len(pieces))
                pieces.append(text[at:end])
                at = end
        self._place(begin)

    def open(self, ranges: Sequence[tuple[int, int]]) -> None:
        """Cut what of the whole stretches lies in ranges of code points, which rise, into tokens as well."""
        pieces, starts, whole = self.pieces, self.starts, self.whole
        self.pieces, self.whole = [], []
        done = at = 0
        for index in whole:
            start, end = starts[index], starts[index] + len(pieces[index])
            while at < len(ranges) and ranges[at][1] <= start:
                at += 1
            if at == len(ranges) or ranges[at][0] >= end:
                self.whole.append(len(self.pieces) + index - done)
                continue
            self.pieces += pieces[done:index]
            self._open_within(start, end, ranges, at)
            done = index + 1
        self.pieces += pieces[done:]
        self._place(starts[0] if starts else 0)

    def _open_within(self, start: int, end: int, ranges: Sequence[tuple[int, int]], at: int) -> None:
        """Add a stretch, cut into tokens where the ranges from one on lie in it."""
        text, pieces = self.text, self.pieces
        while at < len(ranges) and ranges[at][0] < end and start < end:
            low, high = ranges[at]
            first = max(start, word_before(text, start, low)) if low > start else start
            last = word_after(text, high, end) if high < end else end
            if start < first:
                self.whole.append(len(pieces))
                pieces.append(text[start:first])
            start = last if last >= 0 else end
            pieces += self._cutter.cut(text, first, start)
            at += 1
        if start < end:
            self.whole.append(len(pieces))
            pieces.append(text[start:end])

    def _place(self, begin: int) -> None:
        """Say where the pieces begin, the first at `begin`, each of the others where the one before it ends."""
        starts = list(accumulate(map(len, self.pieces[:-1]), initial=begin)) if self.pieces else []
        self.starts = array("q", starts)  # faster by way of a list

    def cut(self, start: int, end: int) -> list[str]:
        """The pieces of a range of code points, whether it is in a whole stretch or not."""
        return self._cutter.cut(self.text, start, end) if start < end else []

    def __len__(self) -> int:
        return len(self.pieces)

    def token(self, index: int) -> str:
        return _bare(self.pieces[index])

    def start(self, index: int) -> int:
        """Where a token begins; the end of the text for the index after the last."""
        return self.starts[index] if index < len(self.starts) else len(self.text)

    def end(self, index: int) -> int:
        """Where a token ends, its tail left out; 0 for the index before the first."""
        return self.starts[index] + len(_bare(self.pieces[index])) if index >= 0 else 0


@cached_for_short_texts
def _cut(text: str) -> tuple[list[str], array[int]]:
    """The pieces of a text and where they begin."""
    begin = _after_space(text, 0, len(text))
    pieces = _cutter(text).cut(text, begin, len(text))
    return pieces, array("q", accumulate(map(len, pieces[:-1]), initial=begin) if pieces else ())


def word_after(text: str, at: int, end: int) -> int:
    """The first beginning of a word without a capital after a space; -1 if there is none: a name is never cut."""
    while (at := text.find(" ", at, end - 1) + 1) and not _small(text[at]):
        pass
    return at or -1


def word_before(text: str, start: int, at: int) -> int:
    """The last beginning of such a word before; -1 if there is none."""
    while (at := text.rfind(" ", start, max(at, start))) >= 0 and not _small(text[at + 1]):
        pass
    return at + 1 if at >= 0 else -1


def _small(letter: str) -> bool:
    return letter.isalnum() and not letter.isupper()


def bare(piece: str) -> str:
    """A piece without its tail."""
    stripped = piece.rstrip()
    if stripped and stripped[-1].isascii():
        return stripped
    found = _TRAILING.search(piece)
    return piece[: found.start()] if found else piece


_bare = lru_cache(_REMEMBERED)(bare)


@cached_for_short_texts
def _cutter(text: str) -> _Cutter:
    return _PLAIN_CUTTER if text.isascii() or not _BEYOND_PLAIN.search(_beyond_ascii(text)) else _RICH_CUTTER


def _beyond_ascii(text: str) -> str:
    """The characters of a text that are not ASCII, which are few in most."""
    return text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")


def _after_space(text: str, start: int, end: int) -> int:
    found = _LEADING.match(text, start, end)
    return found.end() if found else start


def _stops(text: str, start: int, end: int) -> Iterator[int]:
    """Where a long text can be cut before a token."""
    while end - start > _PART and (found := _WORD_AFTER_SPACE.search(text, start + _PART, end)):
        start = found.end()
        yield start
    yield end


def _visible(text: str, hidden: Sequence[Span]) -> Iterator[tuple[int, int]]:
    start = 0
    for span in sorted(hidden):
        if span.start > start:
            yield start, span.start
        start = max(start, span.end)
    if start < len(text):
        yield start, len(text)


def tokenise(text: str, hidden: Sequence[Span] = ()) -> list[Word]:
    """All visible tokens with their offsets in the full text; nothing inside hidden spans."""
    tokens = Tokens(text, hidden)
    bares = [bare(piece) for piece in tokens.pieces]
    return [Word(start, start + len(token), key_of(token)) for start, token in zip(tokens.starts, bares, strict=True)]


def is_word(token: str) -> bool:
    """Say whether a token is a word or number, not punctuation."""
    return any(map(str.isalnum, token))


def words_in(pieces: Sequence[str]) -> int:
    """The words and numbers of whole stretches of text; of most the letters tell without cutting them into tokens."""
    text = "\n".join(["", *pieces])
    for mark, plain in _SIMPLE:
        text = text.replace(mark, plain)
    raw = text.encode("utf-8", "surrogatepass")
    kinds = bytearray(raw.translate(_KINDS))
    others: list[bytes] = []
    for start, end in _not_plain(raw):
        others.append(raw[start:end])
        kinds[start:end] = b" " * (end - start)
    known = kinds.count(b" a") + len(_NOT_JOINED.findall(kinds))
    return known + count_words(b"\n".join(others).decode("utf-8", "surrogatepass"))


def _not_plain(raw: bytes) -> Iterator[tuple[int, int]]:
    """What stands between white space with a number, an abbreviation, or a letter beyond ASCII in it."""
    marks = bytearray(raw.translate(_SPOTS))
    for match in _ABBREVIATED.finditer(raw):
        marks[match.start()] = _SPOT
    at = marks.find(_SPOT)
    while at >= 0:
        start, end = marks.rfind(b" ", 0, at) + 1, marks.find(b" ", at)
        yield start, end if end >= 0 else len(raw)
        at = marks.find(_SPOT, end) if end >= 0 else -1


def count_words(text: str, hidden: Sequence[Span] = ()) -> int:
    """The number of visible words and numbers; punctuation is not counted."""
    return sum([piece[0].isalnum() or is_word(piece) for piece in Tokens(text, hidden).pieces])


def plain_words(text: str) -> list[str]:
    """Give the words of a text without its marks; "Kh-101", "U.N." and "1,000" are one each."""
    return _PLAIN_WORD.findall(text)
