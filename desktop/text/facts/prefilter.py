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
    PROSPECT,
    QUALIFIER,
    RELATIVE,
    SAYING,
    STANDING,
    STEP,
    UNIT,
    forms_in,
)
from desktop.text.languages.registry import lexicon_of
from desktop.text.progress import watched
from desktop.text.words import is_word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.domain import Span
    from desktop.text.facts.quoted_text import QuotedText
    from desktop.text.words import Tokens

# What states something with the words around it, and on one side is enough.
_STATES = DATE | RELATIVE | NUMBER | UNIT | OUTCOME | QUALIFIER | DENIAL | HEDGE | MARK | NEARLY | STANDING | PROSPECT
_ALONE = SAYING | KNOWN_PLACE  # the same where the other side has next to nothing
_HARDLY_A_WORD = 4  # code points
_BESIDE = 12  # code points to each side of a change of wording that say whether the same words surround it
_NEAR = 70  # the same for one that may state something
_FAR = 500  # the same where words beside the change went into quotation marks, or came out of them
_VERB = 24  # code points within which the word behind a place ends
# Code points behind a word that may qualify a number: often, and most times, as many tokens as such a phrase has.
_RIGHT_BEHIND, _BEHIND = 42, 60
_AFTER_WORDS = ",.;:"
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
        size, other_size = mine.end - mine.start, theirs.end - theirs.start
        if size > _ENDLESS or other_size > _ENDLESS:
            return False
        first = self._classes_in(self._a, mine) if size else 0
        second = self._classes_in(self._b, theirs) if other_size else 0
        if (first | second) & ~OPPOSED == QUALIFIER and not first & second & OPPOSED:
            first, second = (first, second) if self._may_qualify(mine, theirs) else (0, 0)
        reach = self._reach(change, first, second) if first or second else 0
        if not reach and size and other_size:
            reach = _NEAR if self._leads_to_saying(self._a, mine) and self._leads_to_saying(self._b, theirs) else 0
        if not reach and (
            ((first | second) & PREFIXED and self._have_words(change)) or self._touches_quotations(change)
        ):
            reach = _BESIDE
        if reach:
            for ranges, span in zip(self._read, (mine, theirs), strict=True):
                ranges.append((span.start - reach, span.end + reach))
        return reach > 0

    def _reach(self, change: Change, first: int, second: int) -> int:
        """How many code points to each side of a change tell what words of such classes state; 0 if nothing does."""
        either, both = first | second, first & second
        alone = self._stated_alone(change, either) if either & _ALONE else 0
        if alone & SAYING or (either & MARK and self._moves_marks(change)):
            return _FAR
        states = either & _STATES or both & (SPEAKING | OPPOSED | STEP) or alone or named_for_role(first, second)
        return _NEAR if states or self._may_name_a_kind(change, first, second) else 0

    def _stated_alone(self, change: Change, classes: int) -> int:
        """What of some classes tells something by itself, where the other side has next to nothing."""
        words, others = change.a.of(self._a.text), change.b.of(self._b.text)
        if min(len(words), len(others)) > _HARDLY_A_WORD:
            return 0
        saying = classes & SAYING if " " in max(words, others, key=len).strip() else 0
        return saying if is_word(words) and is_word(others) else saying | classes & KNOWN_PLACE

    def _have_words(self, change: Change) -> bool:
        """Say whether words stand on both sides, as where one of them is the contrary of the other."""
        return is_word(change.a.of(self._a.text)) and is_word(change.b.of(self._b.text))

    def _may_name_a_kind(self, change: Change, first: int, second: int) -> bool:
        """Say whether one side may name what the other has a kind of: "a university"."""
        if bool(first & NAME) == bool(second & NAME):
            return False
        words = (change.b.of(self._b.text) if first & NAME else change.a.of(self._a.text)).split()
        return len(words) == KIND and words[0].lower() in self._indefinite

    def _leads_to_saying(self, side: Tokens, place: Span) -> bool:
        """Say whether a verb of saying stands right behind a few words."""
        if place.end - place.start > _NEAR:
            return False
        behind = side.text[place.end : place.end + _VERB].split(maxsplit=1)
        return bool(behind) and bool(self._form(behind[0]).classes & SAYING)

    def _may_qualify(self, mine: Span, theirs: Span) -> bool:
        """Say whether a number may stand so near behind words that they tell how exact it is: most say "more" alone."""
        if self._is_before_number(self._a, mine):
            return True
        behind = self._a.text[mine.end : mine.end + _BEHIND]
        alike = (
            behind.isascii() and len(behind) == _BEHIND and behind == self._b.text[theirs.end : theirs.end + _BEHIND]
        )
        return not alike and self._is_before_number(self._b, theirs)

    def _is_before_number(self, side: Tokens, place: Span) -> bool:
        """Say whether one of as many tokens behind a place as such words may be away may be of a number."""
        for reach in (_RIGHT_BEHIND, _BEHIND):
            stop = min(place.end + reach, len(side.text))
            if self._are_plain(side.text[place.end : stop].split(None, LONGEST_PHRASE)):
                return False
            behind = side.cut(place.end, stop)
            if stop < len(side.text):
                del behind[-1:]  # it may go on
            if len(behind) >= LONGEST_PHRASE or stop == len(side.text):
                return any(self._form(piece).classes & NUMBER for piece in behind[:LONGEST_PHRASE])
        return True

    def _are_plain(self, words: Sequence[str]) -> bool:
        """Say whether a phrase of words, and more behind it, are of letters only, and none of a number."""
        form = self._form
        for word in words[:LONGEST_PHRASE]:
            letters = word.rstrip(_AFTER_WORDS)
            if not (letters.isascii() and letters.isalpha()) or form(letters).classes & NUMBER:
                return False
        return len(words) > LONGEST_PHRASE and words[LONGEST_PHRASE][0].isalnum()

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
