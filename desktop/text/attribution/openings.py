"""Openings of sentences: the main subject behind a date line, an adverb, a clause or a time that comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.text.attribution.persons.given_names import is_given_name
from desktop.text.attribution.sentences import PAUSES

if TYPE_CHECKING:
    from desktop.text.attribution.phrases import Phrases, Range
    from desktop.text.attribution.sentences import Sentence, Token
    from desktop.text.languages.reporting import Reporting


class Opening:
    """Reads the beginning of one sentence."""

    def __init__(self, sentence: Sentence, language: Reporting, phrases: Phrases) -> None:
        self.tokens = sentence.tokens
        self.start, self.end = sentence.start, sentence.end
        self.language = language
        self.phrases = phrases
        self.verbs = phrases.verbs

    def main_subject(self, k: int) -> Range | None:
        """Read the subject of the sentence, before `k`."""
        i = self.start
        while i < k and (self.tokens[i].quote >= 0 or not self.tokens[i].word[0].isalnum()):
            i += 1
        i = self._after_dateline(i, k)
        while i < k:
            comma = next((j for j in range(i, k) if self.tokens[j].word == ","), None)
            opens = comma is not None and (self.is_clause(i) or self._is_opening_time(i, comma))
            if comma is None or not opens or self._is_number(i):
                break
            i = self._over_place(comma + 1, k)
        return self._behind_second(i, k) or self._first(i, k)

    def _first(self, i: int, k: int) -> Range | None:
        """Read the first phrase of the main clause that no preposition behind its first word leads to."""
        beyond = i
        for j in range(i, min(k, i + 14)):
            if self.tokens[j].word in PAUSES or self._is_noise(self.tokens[j]):
                continue
            beyond = j + 1 if self._is_number(j) else beyond
            found = self.phrases.after(j) if j >= beyond else None
            if found and j > i + 1 and self._is_object(j):
                beyond = found[1]
            elif found and found[0] < k:
                return (found[0], min(found[1], k))
            elif self.tokens[j].low in self.language.subjects.articles:
                return None  # "The petition accuses the campaign": a thing is the subject
        return None

    def _is_number(self, j: int) -> bool:
        """Read the "about" of "about 200 protesters"."""
        nearly = self.tokens[j].low in self.language.times.nearly
        return nearly and j + 1 < self.end and self.tokens[j + 1].word[:1].isdigit()

    def _is_object(self, j: int) -> bool:
        """Say whether a preposition leads to a phrase: "back on American soil"; not so "one of Lee's friends"."""
        before = self.tokens[j - 1].low
        if before not in self.language.clauses.prepositions:
            return False
        part = self.tokens[j - 2] if j - 2 >= self.start else None
        partitive = part is not None and (
            part.low in self.language.subjects.determiners or part.word[:1].isdigit() or part.word == "%"
        )
        return not (before in self.language.subjects.genitives and partitive)

    def _is_opening_time(self, i: int, comma: int) -> bool:
        """Read "A few days later," at the head of a sentence."""
        times = self.language.times
        return self.tokens[comma - 1].low in times.closing and any(
            token.low in times.spells for token in self.tokens[i:comma]
        )

    def _behind_second(self, i: int, k: int) -> Range | None:
        """Read "Kurz nach dem Umzug war Pavel Novak": the subject behind the finite verb, where that stands second."""
        clauses = self.language.clauses
        first = self.tokens[i].low if clauses.verb_second and i < k else ""
        fronted = first in clauses.prepositions or (
            first in self.language.names.openers and self._is_noise(self.tokens[i])
        )
        if not fronted:
            return None
        for j in range(i + 1, min(k, i + 14)):
            if self.tokens[j].quote >= 0 or self.tokens[j].word in PAUSES:
                return None
            if self.tokens[j].low in self.language.verbs.second:
                return self.phrases.after_verb(j)
        return None

    def _after_dateline(self, i: int, k: int) -> int:
        """Walk over "MANCHESTER, N.H. (AP) —"."""
        for j in range(i, min(k, i + 12)):
            token = self.tokens[j]
            if token.word in {"—", "–", "-", "--"}:
                return j + 1 if j > i else i
            if token.quote >= 0 or (token.word[0].isalpha() and not token.capital):
                break
        return i

    def _over_place(self, i: int, k: int) -> int:
        """Walk over the state in "Speaking in Salem, New Hampshire, Smith"."""
        if not self.tokens[i - 2].capital:
            return i
        j = i
        while j < k and self.tokens[j].capital:
            j += 1
        comma = j > i and j - i <= 3 and j + 1 < k and self.tokens[j].word == ","
        starts = comma and (self.tokens[j + 1].capital or self.tokens[j + 1].low in self.language.subjects.pronouns)
        return j + 1 if starts else i

    def _is_noise(self, token: Token) -> bool:
        language = self.language
        return token.quote >= 0 or (
            (token.low in language.names.openers or self.verbs.skippable(token))
            and token.low not in language.subjects.determiners
            and token.low not in language.subjects.pronouns
        )

    def _is_name(self, i: int) -> bool:
        """Say whether a word that looks like a participle is a name: "Irving Berlin, who …", "Manning, who …"."""
        token, behind = self.tokens[i], self.tokens[i + 1 : min(self.end, i + 3)]
        relative = len(behind) == 2 and behind[0].word == "," and behind[1].low in self.language.clauses.relatives
        return token.capital and (relative or is_given_name(token.word))

    def is_clause(self, i: int) -> bool:
        """Say whether a clause that comes before the main one begins at a place: "Speaking in Salem", "When asked"."""
        low = self.tokens[i].low
        language = self.language
        if low.endswith(language.verbs.adverb_endings) and i + 1 < self.end:
            low = self.tokens[i + 1].low
        return (
            low in language.clauses.prepositions
            or low in language.verbs.participles
            or low in language.clauses.opening_clauses
            or (language.is_participle(low) and not self._is_name(i))
        )
