"""Interruptions: the times, parentheticals and infinitives that stand between a subject and its verb."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.text.attribution.phrases import Verbs
    from desktop.text.attribution.sentences import Sentence
    from desktop.text.languages.reporting import Reporting


@lru_cache(maxsize=16)
def _by_last_word(language: Reporting) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in language.clauses.parentheticals:
        found.setdefault(words[-1], []).append(words)
    return found


class Interruptions:
    """Walks back over what stands before a verb to the end of its subject."""

    def __init__(self, sentence: Sentence, language: Reporting, verbs: Verbs) -> None:
        self.tokens = sentence.tokens
        self.start = sentence.start
        self.language = language
        self.verbs = verbs

    def before_infinitive(self, j: int) -> int:
        """Walk back over the "used to" of "he used to say", "went on to"."""
        clauses = self.language.clauses
        if j <= self.start or self.tokens[j].low not in clauses.infinitive_marks:
            return j
        at = j - 1 if self.tokens[j - 1].low not in clauses.prepositions else j - 2  # "went on to"
        leads = at > self.start and self.tokens[at].low in clauses.leading_infinitives
        return at - 1 if leads else j

    def over_times(self, j: int) -> int:
        """Walk back over "on Tuesday", "last week", "in 2015"."""
        for _ in range(3):
            low = self.tokens[j].low if j >= self.start else ""
            below = self.tokens[j - 1].low if j > self.start else ""
            if low in self.language.times.days or (
                low.isdigit() and (below in self.language.times.before_years or below in self.language.times.days)
            ):
                j -= 1
            elif low in self.language.times.spells and (
                below in self.language.times.recency or below in self.language.times.days
            ):
                j -= 2
            elif low in self.language.times.closing and self._is_span_of_time(j):
                j = self._over_number(j - 2)
            else:
                break
            if j >= self.start and self.tokens[j].low in self.language.times.before_days:
                j -= 1
        return j

    def _is_span_of_time(self, j: int) -> bool:
        """Read "two weeks ago", "a few days later"."""
        before = self.tokens[j - 2] if j - 2 >= self.start else None
        if before is None or self.tokens[j - 1].low not in self.language.times.spells:
            return False
        return before.low in self.language.subjects.determiners or before.word[:1].isdigit()

    def _over_number(self, j: int) -> int:
        """Walk back over the "less than two" of "less than two weeks ago"."""
        while j >= self.start and (
            self.tokens[j].low in self.language.subjects.determiners
            or self.tokens[j].word[:1].isdigit()
            or self.tokens[j].low in self.language.times.nearly
        ):
            j -= 1
        return j

    def over_parenthetical(self, j: int) -> int:
        """Walk back over the "in the past" of "who has in the past said" and the words before it."""
        for words in _by_last_word(self.language).get(self.tokens[j].low if j >= self.start else "", ()):
            first = j + 1 - len(words)
            if first > self.start and all(self.tokens[first + n].low == word for n, word in enumerate(words)):
                j = first - 1
                while j >= self.start and self.verbs.skippable(self.tokens[j]):
                    j -= 1
                break
        return j
