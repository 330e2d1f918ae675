"""Difference between two wordings of one utterance: its kind, the edits, and the facts that it alters."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.domain import Span, value_type
from desktop.lazy_pattern import lazy_pattern
from desktop.text.diff import token_edits
from desktop.text.grouping.altered_facts import AlteredFact, Spoken, altered_facts
from desktop.text.languages.registry import lexicon_of, word_forms_in
from desktop.text.languages.word_forms import is_function_word
from desktop.text.words import Tokens, bare, is_word, key_of
from desktop.translation import english

if TYPE_CHECKING:
    from desktop.text.languages.word_forms import WordForms

__all__ = ["AlteredFact", "Edit", "Wording", "WordingKind", "broken_boundary", "difference"]

# A closing mark inside a quote after which the sentence runs on in lower case: the copy closed too early.
_SPOKEN_SIGNS = frozenset(("Sm", "Sc", "So"))
_ASKS = lazy_pattern(r"[?？¿؟][\W_]*\Z")
_ELLIPSIS = key_of("…")
_CLOSED_INSIDE = lazy_pattern(r"[^\s“\"(\[][”\"»]\s+(?=[a-zà-öø-ÿ])")


class WordingKind(StrEnum):
    """What a wording is beside another one, most telling first."""

    OTHER_SPEAKER = english("other speaker")
    BOUNDARY_BROKEN = english("unsure where it ends")
    ALTERED_FACT = english("altered fact")
    JOINED = english("joined")
    SHORTENED = english("shortened")
    LONGER = english("longer")
    TRANSLATED_BACK = english("perhaps a translation")
    REWORDED = english("reworded")
    VERBATIM = english("verbatim")


@value_type
class Edit:
    """Words of the base and what stands for them in the other; one of the two spans may be empty."""

    base: Span
    other: Span


@value_type
class Wording:
    """How one wording differs from the base; spans are code points into the two strings."""

    kinds: tuple[WordingKind, ...]  # most telling first
    changed: int  # words changed: of each edit the longer side
    edits: tuple[Edit, ...]
    facts: tuple[AlteredFact, ...] = ()

    @property
    def kind(self) -> WordingKind:
        return self.kinds[0]


def broken_boundary(text: str) -> Span | None:
    """Find a closing mark inside a quote after which its sentence goes on; offsets into the quote."""
    found = _CLOSED_INSIDE.search(text)
    opened = text.count("“", 0, found.start() + 1) if found else 0
    if found is None or opened or text.count('"', 0, found.start() + 1) % 2:
        return None
    return Span(found.start() + 1, found.start() + 2)


def _spoken(text: str) -> Spoken:
    """The tokens of a wording, without the marks at its two ends: they are the reporter's."""
    tokens = Tokens(text)
    pieces = tokens.pieces
    first, last = 0, len(pieces)
    while first < last and not is_word(pieces[first]):
        first += 1
    while first < last and not is_word(pieces[last - 1]):
        last -= 1
    return Spoken(tokens, first, last)


@lru_cache(maxsize=16384)
def _key(piece: str) -> str:
    return key_of(bare(piece))


def _keys(spoken: Spoken) -> list[str]:
    """What the tokens are compared by; the first word's capital is the sentence's, not the speaker's."""
    keys = [*map(_key, spoken.tokens.pieces[spoken.first : spoken.last])]
    if keys and keys[0][:1].isupper() and keys[0][1:] == keys[0][1:].lower():
        keys[0] = keys[0].lower()
    return keys


def _count(keys: list[str], start: int, end: int) -> int:
    """The words, and the signs that are spoken or change one: +, =, #."""
    return sum(is_word(key) or _is_sign(key) for key in keys[start:end])


def _is_sign(key: str) -> bool:
    return len(key) == 1 and unicodedata.category(key) in _SPOKEN_SIGNS


def _asks(text: str) -> bool:
    return _ASKS.search(text) is not None


def _exchanged_likes(a: list[str], b: list[str], edits: list[tuple[int, int, int, int]], forms: WordForms) -> int:
    """Count edits that put another form or a near synonym for a word of matter."""
    found = 0
    for i1, i2, j1, j2 in edits:
        if _same_letters(a[i1:i2], b[j1:j2]):
            continue
        old = {c for key in a[i1:i2] for c in forms.concepts(key) if not is_function_word(c)}
        new = {c for key in b[j1:j2] for c in forms.concepts(key)}
        found += not old.isdisjoint(new)
    return found


def _same_letters(old: list[str], new: list[str]) -> bool:
    """Say whether words differ by capitals, hyphens and spaces only; figures may say another thing by a sign."""
    letters = ["".join(filter(str.isalnum, "".join(keys))).casefold() for keys in (old, new)]
    return letters[0] == letters[1] and letters[0].isalpha()


def _length_kind(a: list[str], b: list[str], edits: list[tuple[int, int, int, int]]) -> WordingKind | None:
    """Shortened or longer: words are only missing, or a good part of the wording is missing at an end."""
    gone = sum(_count(a, i1, i2) for i1, i2, _, _ in edits)
    come = sum(_count(b, j1, j2) for _, _, j1, j2 in edits)
    if gone and not come:
        return WordingKind.SHORTENED
    if come and not gone:
        return WordingKind.LONGER
    words_a, words_b = _count(a, 0, len(a)), _count(b, 0, len(b))
    if words_b <= 0.7 * words_a:
        return WordingKind.SHORTENED
    return WordingKind.LONGER if words_a <= 0.7 * words_b else None


def _kinds(
    a: list[str],
    b: list[str],
    edits: list[tuple[int, int, int, int]],
    facts: tuple[AlteredFact, ...],
    forms: WordForms,
) -> list[WordingKind]:
    kinds = [WordingKind.ALTERED_FACT] if facts else []
    changed = sum(max(_count(a, i1, i2), _count(b, j1, j2)) for i1, i2, j1, j2 in edits)
    if not changed:
        return kinds or [WordingKind.VERBATIM]
    length = _length_kind(a, b, edits)
    kinds += [length] if length else []
    if _exchanged_likes(a, b, edits, forms) >= 2:
        kinds.append(WordingKind.TRANSLATED_BACK)
    if not length or any(i1 < i2 and j1 < j2 for i1, i2, j1, j2 in edits):
        kinds.append(WordingKind.REWORDED)
    return kinds


@lru_cache(maxsize=8192)
def _compared(
    base: str, other: str, language: str
) -> tuple[tuple[WordingKind, ...], int, tuple[Edit, ...], tuple[AlteredFact, ...]]:
    first, second = _spoken(base), _spoken(other)
    a, b = _keys(first), _keys(second)
    reworded = _asks(base) != _asks(other) and a[-1:] == b[-1:]
    reworded = reworded or (_ELLIPSIS in a) != (_ELLIPSIS in b)  # that words were left out is said in one only
    if a == b:
        return (WordingKind.REWORDED if reworded else WordingKind.VERBATIM,), 0, (), ()
    lexicon = lexicon_of(base, other, language)
    forms = word_forms_in(lexicon.code)
    edits = token_edits(a, b)
    changed = sum(max(_count(a, i1, i2), _count(b, j1, j2)) for i1, i2, j1, j2 in edits)
    relevant = [edit for edit in edits if not _same_letters(a[edit[0] : edit[1]], b[edit[2] : edit[3]])]
    facts = altered_facts(first, second, relevant, lexicon, forms)
    shown = tuple(Edit(first.span(i1, i2), second.span(j1, j2)) for i1, i2, j1, j2 in edits)
    kinds = _kinds(a, b, edits, facts, forms)
    if reworded:
        kinds = [*(kind for kind in kinds if kind is not WordingKind.VERBATIM), WordingKind.REWORDED]
    return tuple(dict.fromkeys(kinds)), changed, shown, facts


def difference(
    base: str, other: str, *, same_speaker: bool = True, joined: bool = False, language: str = "en"
) -> Wording:
    """Say how `other` words what `base` words.

    Typography, the marks at both ends and the capital of the first word do not count as a difference.
    `joined` says that `other` is part of a quote that runs two utterances together; `language` is that of the texts
    around, for wordings too short to tell their own.
    """
    kinds, changed, edits, facts = _compared(base, other, language)
    found = set(kinds)
    if not same_speaker:
        found.add(WordingKind.OTHER_SPEAKER)
    if joined:
        found.add(WordingKind.JOINED)
    if broken_boundary(other) and not broken_boundary(base):
        found = (found | {WordingKind.BOUNDARY_BROKEN}) - {WordingKind.VERBATIM}
    return Wording(tuple(kind for kind in WordingKind if kind in found), changed, edits, facts)
