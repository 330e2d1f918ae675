"""Words of a text as a search takes them: case, accents and typography do not count, vowel signs do.

Texts are folded as for the comparison, then case, accents and optional points go. Offsets are code points.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain import Span
from desktop.lazy_pattern import lazy_pattern
from desktop.text.words import ALONE, COMBINING, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Accents; points of Hebrew and Arabic, and what stretches Arabic letters; what joins or parts letters, variants.
_LOOSE = lazy_pattern(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u0652\u0670"
    "\u200c\u200d\ufe00-\ufe0f]+"
)
LETTER = rf"[\w{COMBINING}]"  # a pattern: of a word, vowel signs included
_SPACES = lazy_pattern(" {2,}")
_PARTS = lazy_pattern(r"\s+|\S+")
_PRINTED = lazy_pattern(r"\S+")
# Characters whose form is one character, unless there is an accent behind the last of them.
_EVEN = lazy_pattern("[!-~]+|[\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]+")
_WORD = lazy_pattern(rf"{LETTER}+")
_INDEXED = lazy_pattern(rf"[\w{COMBINING}\ue000-\uf8ff]+")
_BETWEEN = rf"[^\w{COMBINING}]"
_ALONE = lazy_pattern(rf"[{ALONE}][{COMBINING}]*")
_ALONE_IN_A_ROW = lazy_pattern(rf"[{ALONE}][{ALONE}{COMBINING}]*")
_UNSEARCHABLE = lazy_pattern('["\0\ud800-\udfff]')
_KNOWN = 20_000  # words and clusters that are remembered
_LONG = 40  # characters; longer words are not
_VOWELS_OF_HANGUL = range(0x1160, 0x1200)  # and final consonants: they become one character with what is before


def search_form(text: str) -> str:
    """Return a text as a search compares it; the form of a form is itself. White space is one space."""
    words = text.split()
    if text.isascii():
        form = " ".join(words).lower()
    else:
        words = [word.lower() if word.isascii() else _form(word) for word in words]
        form = " ".join(words)
    if text[:1].isspace() or text[-1:].isspace():
        form = f"{' ' * text[:1].isspace()}{form}{' ' * text[-1:].isspace()}"
    if not all(words) or not words:
        form = _SPACES.sub(" ", form)
    return form.replace("`", "'")


def _form(word: str) -> str:
    """Return the form of a word that is not of plain letters alone, or of a part of it."""
    return _form_of_short(word) if len(word) < _LONG else _form_anew(word)


@lru_cache(_KNOWN)
def _form_of_short(word: str) -> str:
    return _form_anew(word)


def _form_anew(word: str) -> str:
    loose = _LOOSE.sub("", unicodedata.normalize("NFD", fold(word).casefold()))
    return unicodedata.normalize("NFC", loose)


def index_form(text: str) -> str:
    """Return a text as the index takes it: signs of scripts without spaces between words are a word each.

    Whoever changes it has to build every index again (see the migrations), or words cannot be taken out of it again.
    """
    form = search_form(text)
    return form if form.isascii() else _ALONE_IN_A_ROW.sub(_apart, form)


def _apart(run: re.Match[str]) -> str:
    return f" {' '.join(_ALONE.findall(run.group()))} "


def indexed_words(form: str) -> list[str]:
    """Return the words of an index form as the index parts them."""
    return _INDEXED.findall(form.replace("_", " "))


def search_terms(words: str) -> list[str]:
    """Return what somebody asks for, as the index takes it, without marks that stand alone and control characters."""
    parts = _UNSEARCHABLE.sub(" ", search_form(words)).split()
    return [index_form(part).strip() for part in parts if _WORD.search(part)]


class _Piece(NamedTuple):
    """A part of a text that no form reaches across; `even` if each character of it is one of its form."""

    start: int
    end: int
    form: str
    even: bool


class FoldedText:
    """The form of a text, and where in the text each part of it stands."""

    __slots__ = ("_at", "_end", "_even", "_start", "form")

    def __init__(self, text: str) -> None:
        # Pieces one after the other: where they begin in the form and in the text, and end there.
        self._at, self._start, self._end = array("q"), array("q"), array("q")
        self._even = bytearray()
        forms: list[str] = []
        length = 0
        for start, end, form, even in _pieces(text):
            if form == " " and forms and forms[-1][-1] == " ":
                self._widen(length - 1, end)
                continue
            if even and self._even and self._even[-1] and self._end[-1] == start:
                self._end[-1] = end
            else:
                self._at.append(length)
                self._start.append(start)
                self._end.append(end)
                self._even.append(even)
            forms.append(form)
            length += len(form)
        self.form = "".join(forms).replace("`", "'")

    def _widen(self, at: int, end: int) -> None:
        """Let the space at the end of the form stand for all up to `end`."""
        if self._even[-1]:
            start = self._end[-1] - 1
            self._end[-1] = start
            self._at.append(at)
            self._start.append(start)
            self._end.append(end)
            self._even.append(0)
        self._end[-1] = end

    def span(self, start: int, end: int) -> Span:
        """Return where in the text a stretch of the form stands, which holds at least a character.

        A character of the text is never parted from its accents, nor a joined letter in itself.
        """
        first, last = bisect_right(self._at, start) - 1, bisect_right(self._at, end - 1) - 1
        begin = self._start[first] + (start - self._at[first] if self._even[first] else 0)
        return Span(begin, self._start[last] + end - self._at[last] if self._even[last] else self._end[last])


@lru_cache(16)
def folded_text(text: str) -> FoldedText:
    """Return the form of a text; those of the last texts are remembered."""
    return FoldedText(text)


def _pieces(text: str) -> Iterator[tuple[int, int, str, bool]]:
    for part in _PARTS.finditer(text):
        start, end = part.span()
        word = part.group()
        if word[0].isspace():
            yield start, end, " ", end - start == 1
        elif word.isascii():
            yield start, end, word.lower(), True
        else:
            for piece in (_pieces_of_word if len(word) < _LONG else _clusters)(word):
                yield start + piece.start, start + piece.end, piece.form, piece.even


@lru_cache(_KNOWN)
def _pieces_of_word(word: str) -> Sequence[_Piece]:
    return tuple(_clusters(word))


def _clusters(word: str) -> Iterator[_Piece]:
    """Yield the parts of a word that have a form: plain stretches, and characters with their accents."""
    at, length = 0, len(word)
    while at < length:
        found = _EVEN.match(word, at)
        end = found.end() if found else at
        if found and end < length:
            end -= 1  # what follows may be an accent
        if end > at:
            yield _Piece(at, end, word[at:end].lower(), even=True)
        else:
            end = _cluster_end(word, at)
            form = _form(word[at:end])
            if form:
                yield _Piece(at, end, form, even=len(form) == end - at == 1)
        at = end


def _cluster_end(word: str, at: int) -> int:
    """Return the end of a character with its accents; what is not seen is a part of it only before an accent."""
    end = look = at + 1
    while look < len(word) and ((joins := _joins(word[look])) or not _form(word[look])):
        look += 1
        if joins:
            end = look
    return end


@lru_cache(_KNOWN)
def _joins(letter: str) -> bool:
    """Whether a character may become one with what stands before it."""
    return unicodedata.category(letter).startswith("M") or ord(letter) in _VOWELS_OF_HANGUL


def find_words(text: str, words: str) -> Span | None:
    """Return where words stand together, else where the first of them does; the last one may be unfinished."""
    terms = _WORD.findall(search_form(words))
    if terms and all(map(str.isascii, terms)) and (plain := re.search(_plain_look(terms), text, re.IGNORECASE)):
        return Span(*plain.span())  # most words stand there as they were typed
    form = search_form(text)
    place = next((found for look in _looks(terms) if (found := re.search(look, form))), None)
    return _in_text(text, form, *place.span()) if place else None


def _in_text(text: str, form: str, start: int, end: int) -> Span:
    """Return where a stretch of a text's form stands; only the words that it touches are looked at closely."""
    first = form.count(" ", 0, start) - form.startswith(" ")
    printed = (word for word in _PRINTED.finditer(text) if word.group().isascii() or _form(word.group()))
    touched = list(islice(printed, first, first + form.count(" ", start, end) + 1))
    begin, at = touched[0].start(), form.rfind(" ", 0, start) + 1
    span = FoldedText(text[begin : touched[-1].end()]).span(start - at, end - at)
    return Span(begin + span.start, begin + span.end)


def _plain_look(words: Sequence[str]) -> str:
    return r"\W+".join([*(rf"\b{word}\b" for word in words[:-1]), rf"\b{words[-1]}\w*"])


def _looks(words: Sequence[str]) -> tuple[str, ...]:
    whole = [_begins(word) + word + ("" if _ALONE.match(word[-1]) else rf"(?!{LETTER})") for word in words[:-1]]
    last = [_begins(word) + word + ("" if _ALONE.match(word[-1]) else rf"{LETTER}*") for word in words[-1:]]
    return (rf"{_BETWEEN}+".join([*whole, *last]), *whole, *last) if last else ()


def _begins(word: str) -> str:
    return "" if _ALONE.match(word) else rf"(?<!{LETTER})"
