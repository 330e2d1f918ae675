"""Words of a source that a quote leaves out without a mark: are they noise of speech, or do they say something?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.text.languages.spoken_forms import SpokenForms
    from desktop.text.sources.speech import Speech

_FALSE_START = 4  # words before a dash that were taken back
_RESTART = 2  # words said again that make a new start of what was left out
_NEGATION = 2  # words of “do not”
_NEW = 1  # words that a new start may change
_DASH = lazy_pattern(r"-{2,}|[—–]")
_PAUSES = ",;:-—–"


class Omission:
    """The words from `first` to before `behind` of a speech; see `is_noise`."""

    def __init__(self, speech: Speech, starts: Sequence[bool], span: tuple[int, int], forms: SpokenForms) -> None:
        self._speech = speech
        self._starts = starts
        self._first, self._behind = span
        self._forms = forms
        self._words = self._folds(*span)

    def is_noise(self) -> bool:
        """Say whether they are fillers, repeats, or a start that was taken back."""
        bare = self._without_fillers()
        return not bare or self._is_repeat(bare) or self._is_false_start() or self._is_restart(bare)

    def turns_meaning(self) -> bool:
        """Say whether a “not” was left out, and not a clause that holds one."""
        ends = tuple(end for end, full in self._forms.contraction_ends.items() if full in self._forms.negations)
        negated = any(word in self._forms.negations or (ends and word.endswith(ends)) for word in self._words)
        return negated and len(self._words) <= _NEGATION

    def _folds(self, first: int, behind: int) -> list[str]:
        return [word.fold for word in self._speech.words[max(0, first) : behind]]

    def _is_repeat(self, bare: list[str]) -> bool:
        following = self._folds(self._behind, self._behind + len(bare))
        before = self._folds(self._first - len(bare), self._first)
        joined = bare[:-1] if bare[-1] in self._forms.joiners else bare
        return bare in (following, before) or (bool(joined) and joined == following[: len(joined)])

    def _is_false_start(self) -> bool:
        short = self._behind - self._first <= _FALSE_START and self._behind < len(self._speech.words)
        return short and _DASH.search(self._speech.before(self._behind)) is not None

    def _is_restart(self, bare: list[str]) -> bool:
        """Say whether two words and more are said again, with one word changed."""
        again = max(self._repeated_after(bare), self._repeated_before(bare))
        new = len(bare) - again
        if again < _RESTART or new > _NEW:
            return False
        return self._has_dash() or not self._names_something()

    def _repeated_after(self, bare: list[str]) -> int:
        return _common(bare, self._folds(self._behind, self._behind + len(bare)))

    def _repeated_before(self, bare: list[str]) -> int:
        return _common(bare[::-1], self._folds(self._first - len(bare), self._first)[::-1])

    def _has_dash(self) -> bool:
        places = range(self._first, min(self._behind + 1, len(self._speech.words)))
        return any(_DASH.search(self._speech.before(place)) for place in places)

    def _names_something(self) -> bool:
        """Say whether a name, a number or a negation is among the words."""
        if any(word in self._forms.negations or word[:1].isdigit() for word in self._words):
            return True
        printed = [self._speech.text[word.start] for word in self._speech.words[self._first : self._behind]]
        return any(letter.isupper() for letter in printed[1:]) and not all(letter.isupper() for letter in printed)

    def _without_fillers(self) -> list[str]:
        left: list[str] = []
        place = 0
        while place < len(self._words):
            size = self._filler_at(place, at_head=not left)
            if not size:
                left.append(self._words[place])
            place += size or 1
        return left

    def _filler_at(self, place: int, *, at_head: bool) -> int:
        """Return of how many words the filler at a place is."""
        words, forms = self._words, self._forms
        for size in (4, 3, 2, 1):
            if place + size <= len(words) and " ".join(words[place : place + size]) in forms.fillers:
                return size
        if words[place] not in forms.openers:
            return 0
        at = self._first + place
        return 1 if (at_head and self._is_head(self._first)) or self._is_pause(at) or self._is_pause(at + 1) else 0

    def _is_head(self, word: int) -> bool:
        """Say whether a clause begins at a word; in a text without punctuation any word may begin one."""
        return self._starts[word] or self._is_pause(word) or not self._speech.has_punctuation

    def _is_pause(self, word: int) -> bool:
        if word == 0 or word >= len(self._speech.words):
            return False
        return any(mark in self._speech.before(word) for mark in _PAUSES)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words at the head of two lists are the same."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count
