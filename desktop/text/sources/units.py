"""Units of speech: words as one hears them, so that “it's” and “it is”, “ten” and “10” are the same.

Each printed word gives one unit or several, or shares one with its neighbours (“five million” is one number).
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from desktop.lazy_pattern import lazy_pattern
from desktop.text.languages.registry import language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.text.languages.spoken_forms import SpokenForms

# Letters of scripts that put no blanks between words (Chinese, Japanese, Thai, Lao, Burmese, Khmer): each is a word.
_ALONE = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    r"\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
# Accents, vowels of Hebrew and Arabic, and what joins or parts letters without being seen.
_SIGNS = (
    r"\u0300-\u036f\u00ad\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u0640\u064b-\u065f\u0670\u200b-\u200f\u2060\ufeff"
)
_LETTERS = rf"(?:[^\W_{_ALONE}][{_SIGNS}]*)+"
_WORD = lazy_pattern(
    rf"[$£€]\s?\d+(?:[.,]\d+)*|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?(?![^\W\d_{_ALONE}])"
    rf"|{_LETTERS}(?:['’.·]{_LETTERS})*(?:['’](?!\w))?|[{_ALONE}]|[%&]|['’](?:em|til|cause|Cause|Em|Til)\b"
)
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'"})
_FIGURES = lazy_pattern(r"\d+(?:,\d{3})*(?:\.\d+)?$")
_MARKS = lazy_pattern(f"[{_SIGNS}]")


class Word(NamedTuple):
    """A printed word: its place in the text (code points) and its fold."""

    start: int
    end: int
    fold: str  # without case, accents, marks


class Unit(NamedTuple):
    """What one hears: the sound's spelling, and the first and last printed word that give it."""

    sound: str
    first: int
    last: int


def printed_words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words between two offsets; hyphens part words."""
    found = _WORD.finditer(text, start, len(text) if end is None else end)
    return [Word(match.start(), match.end(), fold(match.group())) for match in found]


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Fold a printed word: case, accents, apostrophes, full stops inside, the s of a possessive."""
    plain = word.translate(_APOSTROPHES)
    if not plain.isascii():
        plain = _MARKS.sub("", unicodedata.normalize("NFKD", plain))
    plain = plain.casefold().rstrip("'")
    if "." in plain and not plain[0].isdigit():
        plain = plain.replace(".", "") if len(plain) > 5 or plain.count(".") < 1 else plain
    return plain.replace(",", "") if plain[:1].isdigit() else plain


def units(words: list[Word], code: str = "en") -> list[Unit]:
    """Return the units of printed words, in their order."""
    known = language(code) or language("en")
    forms = known.spoken if known is not None else None
    if forms is None:
        return [Unit(word.fold, place, place) for place, word in enumerate(words)]
    return list(_units(words, forms))


def _units(words: list[Word], forms: SpokenForms) -> Iterator[Unit]:
    behind = 0
    for place, word in enumerate(words):
        if place < behind:
            continue  # in the number before
        sounds = _KNOWN.get((id(forms), word.fold))
        if sounds is None:
            number = _number(words, place, forms)
            if number is not None:
                spoken, behind = number
                for sound in spoken:
                    yield Unit(sound, place, behind - 1)
                continue
            sounds = _spoken(word.fold, forms)
        for sound in sounds:
            yield Unit(sound, place, place)


_KNOWN: dict[tuple[int, str], tuple[str, ...]] = {}  # of words that begin no number; that does not hang on what follows


def _spoken(word: str, forms: SpokenForms) -> tuple[str, ...]:
    key = (id(forms), word)
    known = _KNOWN.get(key)
    if known is None:
        if len(_KNOWN) > 400_000:
            _KNOWN.clear()
        known = _KNOWN[key] = tuple(_look_up(word, forms))
    return known


def _look_up(word: str, forms: SpokenForms) -> list[str]:
    whole = forms.contractions.get(word) or forms.signs.get(word) or forms.abbreviations.get(word.rstrip("."))
    if whole:
        return whole.split()
    return _parted(word, forms) or [_spelled_alike(word, forms)]


def _parted(word: str, forms: SpokenForms) -> list[str]:
    """Return the words of a contraction; none if it is not one."""
    for end, full in forms.contraction_ends.items():
        if word.endswith(end) and len(word) > len(end):
            stem = word[: -len(end)]
            return [stem + full[1:]] if full.startswith("+") else [stem, full]
    end, full = forms.is_end
    if not end or not word.endswith(end) or len(word) <= len(end):
        return []
    base = word[: -len(end)]
    if base in forms.before_is:
        return [base, full]
    letters = end.strip("'")
    return [base if base.endswith(letters) else base + letters]


def _spelled_alike(word: str, forms: SpokenForms) -> str:
    """Return the one spelling of a word that stands for all."""
    word = word.replace("'", "").replace(".", "") if not word[:1].isdigit() else word
    word = forms.plural_units.get(word, forms.spellings.get(word, word))
    for end, other in forms.endings if len(word) >= 6 else ():
        if word.endswith(end):
            return word[: -len(end)] + other
    return word


def _number(words: list[Word], place: int, forms: SpokenForms) -> tuple[list[str], int] | None:
    """Read a number in figures or words from a place; returns its sounds and the place behind it."""
    first = words[place].fold
    sign = ""
    if first[:1] in forms.signs and first[1:2].strip()[:1].isdigit():
        sign, first = forms.signs[first[0]], first[1:].strip()
    if _FIGURES.match(first):
        value, after = float(first.replace(",", "")), place + 1
        while (
            after < len(words) and words[after].fold in forms.magnitudes and not _is_hundred(words[after].fold, forms)
        ):
            value, after = value * forms.magnitudes[words[after].fold], after + 1
    elif first in forms.number_words:
        value, after = _spelled(words, place, forms)
    else:
        return None
    sounds = [f"{value:.10g}"]
    return ([*sounds, sign] if sign else sounds), after


def _spelled(words: list[Word], place: int, forms: SpokenForms) -> tuple[float, int]:
    total = current = 0.0
    after, tens_open = place, False
    while after < len(words):
        word = words[after].fold
        if word in forms.number_words:
            value = forms.number_words[word]
            if current and not tens_open and not (current % 100 == 0 and current):
                break
            if current and tens_open and value >= 10:
                break
            current += value
            tens_open = value >= 20
        elif word in forms.magnitudes and current:
            if _is_hundred(word, forms):
                current *= 100
            else:
                total += current * forms.magnitudes[word]
                current = 0
            tens_open = False
        elif not (word == forms.number_joiner and _goes_on(words, after, forms) and current % 100 == 0 and current):
            break
        after += 1
    return total + current, after


def _goes_on(words: list[Word], after: int, forms: SpokenForms) -> bool:
    return (
        after + 1 < len(words)
        and words[after + 1].fold in forms.number_words
        and _is_hundred(words[after - 1].fold, forms)
    )


def _is_hundred(word: str, forms: SpokenForms) -> bool:
    """Say whether a magnitude multiplies within the number before it: two hundred thousand."""
    return forms.magnitudes.get(word) == 100
