"""Prefilter of changes: which of them may alter a fact, and what of the stretches passed over is read with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.text.changes import Change, ChangeKind
from desktop.text.facts.attributions import KIND, SPEAKING, named_for_role
from desktop.text.facts.stated_facts import (
    DATE,
    DENIAL,
    HEDGE,
    KNOWN_PLACE,
    LONGEST_PHRASE,
    MARK,
    NAME,
    NEARLY,
    NUMBER,
    OPPOSED,
    OUTCOME,
    PREFIXED,
    QUALIFIER,
    RELATIVE,
    SAYING,
    UNIT,
    forms_in,
)
from desktop.text.languages.registry import lexicon_of
from desktop.text.progress import watched

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.domain import Span
    from desktop.text.facts.quoted_text import QuotedText
    from desktop.text.words import Tokens

# What states something with the words around it, and on one side is enough.
_STATES = DATE | RELATIVE | NUMBER | UNIT | OUTCOME | QUALIFIER | DENIAL | HEDGE | MARK | NEARLY
_ALONE = SAYING | KNOWN_PLACE  # the same where the other side has next to nothing
_HARDLY_A_WORD = 4  # code points
_BESIDE = 12  # code points to each side of a change of wording that say whether the same words surround it
_NEAR = 70  # the same for one that may state something
_FAR = 500  # the same where words beside the change went into quotation marks, or came out of them
_VERB = 24  # code points within which the word behind a place ends
_BEHIND = 60  # code points behind a word that may qualify a number: most times, as many tokens as such a phrase has
_ENDLESS = 20_000  # code points of a change beyond which nothing is read
Range = tuple[int, int]

_NO_WORDS = (ChangeKind.TYPOGRAPHY, ChangeKind.PARAGRAPH)


class Prefilter:
    """Looks at the words of changes by themselves: most tell nothing, and need not be read with what surrounds them."""

    def __init__(self, a: Tokens, b: Tokens, quoted: tuple[QuotedText, QuotedText]) -> None:
        self._a, self._b = a, b
        self._quoted = quoted
        forms = forms_in(lexicon_of(a.text, b.text))
        self._form, self._indefinite = forms.of, forms.indefinite
        self._read: tuple[list[Range], list[Range]] = ([], [])

    def to_read(self, changes: Sequence[Change], cancelled: Callable[[], bool] | None = None) -> list[bool]:
        """Which changes may tell anything; all text around those is cut into tokens."""
        found = [self._may_matter(change) for change in watched(changes, cancelled)]
        for side, ranges in zip((self._a, self._b), self._read, strict=True):
            if side.whole:
                side.open(_merged(ranges))
        return found

    def _may_matter(self, change: Change) -> bool:
        if change.kind in _NO_WORDS:
            return False
        if change.kind is ChangeKind.MOVED:
            return True in [self._may_matter(part) for part in change.inner]  # every part opens what is around it
        mine, theirs = change.a, change.b
        if max(mine.end - mine.start, theirs.end - theirs.start) > _ENDLESS:
            return False
        first, second = self._classes_in(self._a, mine), self._classes_in(self._b, theirs)
        lone = (first | second) & ~OPPOSED == QUALIFIER and not first & second & OPPOSED
        if lone and not (self._may_qualify(self._a, mine) or self._may_qualify(self._b, theirs)):
            first = second = 0
        states = (first | second) & _STATES or first & second & (SPEAKING | OPPOSED)
        states = states or named_for_role(first, second) or self._may_name_a_kind(change, first, second)
        states = states or (self._leads_to_saying(self._a, mine) and self._leads_to_saying(self._b, theirs))
        alone = 0
        if (first | second) & _ALONE and min(len(mine), len(theirs)) <= _HARDLY_A_WORD:
            words = max(mine.of(self._a.text), theirs.of(self._b.text), key=len)
            alone = (first | second) & (_ALONE if " " in words.strip() else KNOWN_PLACE)
        states = states or alone
        if not (states or (first | second) & PREFIXED or self._touches_quotations(change)):
            return False
        reach = _NEAR if states else _BESIDE
        if alone & SAYING or ((first | second) & MARK and self._moves_marks(change)):
            reach = _FAR
        for ranges, span in zip(self._read, (mine, theirs), strict=True):
            ranges.append((span.start - reach, span.end + reach))
        return True

    def _may_name_a_kind(self, change: Change, first: int, second: int) -> bool:
        """Say whether one side may name what the other has a kind of: "a university"."""
        if bool(first & NAME) == bool(second & NAME):
            return False
        words = (change.b.of(self._b.text) if first & NAME else change.a.of(self._a.text)).split()
        return len(words) == KIND and words[0].lower() in self._indefinite

    def _leads_to_saying(self, side: Tokens, place: Span) -> bool:
        """Say whether a verb of saying stands right behind a few words."""
        behind = side.text[place.end : place.end + _VERB].split(maxsplit=1) if 0 < len(place) <= _NEAR else []
        return bool(behind) and bool(self._form(behind[0]).classes & SAYING)

    def _may_qualify(self, side: Tokens, place: Span) -> bool:
        """Say whether a number may stand so near behind words that they tell how exact it is: most say "more" alone."""
        stop = min(place.end + _BEHIND, len(side.text))
        behind = side.cut(place.end, stop)
        if stop < len(side.text):
            del behind[-1:]  # it may go on
        if len(behind) < LONGEST_PHRASE and stop < len(side.text):
            return True
        return any(self._form(piece).classes & NUMBER for piece in behind[:LONGEST_PHRASE])

    def _touches_quotations(self, change: Change) -> bool:
        return self._quoted[0].reaches(change.a) and self._quoted[1].reaches(change.b)

    def _moves_marks(self, change: Change) -> bool:
        """Say whether the nearest word before a change, or after it, is inside quotation marks in one text only."""
        (before, after), (earlier, later) = (
            quoted.beside(span) for quoted, span in zip(self._quoted, (change.a, change.b), strict=True)
        )
        return before != earlier or after != later

    def _classes_in(self, side: Tokens, place: Span) -> int:
        """What the words of a change may tell."""
        if place.start == place.end:
            return 0
        words = side.text[place.start : place.end].rstrip()
        if words.isalpha() and words.isascii():  # one word, as most are
            return self._form(words).classes
        classes = 0
        for piece in side.cut(place.start, place.end):
            classes |= self._form(piece).classes
        return classes


def _merged(ranges: list[Range]) -> list[Range]:
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
