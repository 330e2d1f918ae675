"""Judgements on single words of a sentence: verb or noun, inverted or not, adverb, clause boundary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.text.attribution.sentences import PAUSES, POSSESSIVE

if TYPE_CHECKING:
    from desktop.text.attribution.sentences import Sentence, Token
    from desktop.text.languages.reporting import Reporting

Range = tuple[int, int]

BACK = 45  # tokens looked at before a verb


class Verbs:
    """Judges single words of one sentence."""

    def __init__(self, sentence: Sentence, language: Reporting) -> None:
        self.tokens = sentence.tokens
        self.start, self.end = sentence.start, sentence.end
        self.language = language

    def skippable(self, token: Token) -> bool:
        low = token.low
        return low in self.language.fillers or (
            low.endswith(self.language.adverb_endings) and not token.capital and len(low) > 4
        )

    def stops(self, token: Token) -> bool:
        """Say whether a clause cannot reach over this token."""
        return (
            token.quote >= 0
            or token.word in PAUSES
            or token.low in self.language.breaks
            or token.low in self.language.joining
            or (
                self.language.cues.get(token.low, 0) >= 2 and not token.capital and token.low not in self.language.roles
            )
        )

    def is_verb(self, k: int) -> bool:
        """Tell "the calls" and "his remarks" from verbs."""
        token = self.tokens[k]
        if token.capital and k != self.start and not self.language.capital_nouns:
            return False
        if k == self.start:
            return self.language.cues[token.low] == 3 and token.low.endswith(self.language.past_endings)
        before = self.tokens[k - 1]
        if (before.low in self.language.articles) or before.low in self.language.prepositions:
            return False
        if before.low in self.language.noun_articles and token.low.endswith(self.language.participle_nouns):
            return False  # "l'accusé"
        if before.low.endswith(POSSESSIVE) and before.low not in self.language.contracted:
            return False
        return token.low not in self.language.nouns or self._is_used_as_verb(k)

    def _is_used_as_verb(self, k: int) -> bool:
        """Tell "Smith calls" from "campaign calls", "they state" from "Democratic state"."""
        j = k - 1
        while j > self.start and self.skippable(self.tokens[j]):
            j -= 1
        before, word = self.tokens[j], self.tokens[k].low
        after = self.tokens[k + 1] if k + 1 < self.end else None
        if before.quote >= 0 or before.low in self.language.pronouns or before.low in self.language.before_infinitive:
            return True
        if before.low in self.language.relatives or before.word in PAUSES or before.low in self.language.joining:
            return True
        if word.endswith((*self.language.present_endings, *self.language.past_endings)):
            closing = (
                word.endswith(self.language.present_endings) and after is not None and after.word in {",", ".", ";"}
            )
            return before.capital or (before.low in self.language.roles and not closing)
        return before.low in self.language.roles and before.low.endswith(
            (*self.language.plural_endings, *self.language.group_endings)
        )

    def inverted(self, k: int) -> bool:
        """Say whether the verb follows a quotation, or opens the sentence, so that its subject may follow."""
        j = k - 1
        while j >= self.start and self.skippable(self.tokens[j]):
            j -= 1
        if j < self.start:
            return True
        if self.tokens[j].word in {",", "—", "–", "--", "-"} and j > self.start:
            j -= 1
        return self.tokens[j].quote >= 0

    def names_a_thing(self, k: int) -> bool:
        """Read "a book called": the verb names the thing and reports nobody; not so in "what one man called"."""
        if any(t.low in self.language.questions for t in self.tokens[max(self.start, k - 6) : k - 1]):
            return False
        before = self.tokens[k - 1]
        if before.word == "," and k - 2 >= self.start:
            before = self.tokens[k - 2]
        if before.quote >= 0 or before.capital or before.low in self.language.pronouns:
            return False
        if self.skippable(before):
            return False
        return (
            before.word[0].isalpha()
            and self.language.roles.get(before.low, "document") == "document"
            and before.low not in self.language.joining
            and before.low not in self.language.relatives
        )

    def verb_second(self, k: int) -> bool:
        """Say whether a German clause begins with something else than its subject."""
        s = k
        while s > self.start and self.tokens[s - 1].word not in {";", ":"} and self.tokens[s - 1].quote < 0:
            s -= 1
        first = self.tokens[s]
        language = self.language
        if self.tokens[k - 1].word == "," and s < k:
            return self._clause_before(s, k - 1)
        s = self._after_pause(s, k)
        first = self.tokens[s]
        if self._is_addressed(s, k):
            return True
        if s == k or first.low in language.prepositions or first.low in language.no_nominatives:
            return True
        return self.is_opener(first) and first.low not in language.determiners and first.low not in language.pronouns

    def _after_pause(self, s: int, k: int) -> int:
        """Give the start of the clause behind the last pause before a verb, unless an apposition closes there."""
        pauses = [i for i in range(s, k) if self.tokens[i].word in PAUSES]
        if not pauses or self.tokens[s].low in self.language.conjunctions:
            return pauses[-1] + 1 if pauses else s
        return s

    def _clause_before(self, s: int, comma: int) -> bool:
        """Say whether a clause that a conjunction opens ends at the comma before the verb: "Nachdem …, sagte X"."""
        return self.tokens[s].low in self.language.conjunctions or self._is_put_in(comma + 1)

    def _is_put_in(self, k: int) -> bool:
        """Read "Sie sei, sagte sie, …": a verb and its subject between two commas."""
        for token in self.tokens[k + 1 : min(self.end, k + 6)]:
            if token.quote >= 0 or token.word in PAUSES or token.word == ".":
                return token.word in {",", "."}
        return False

    def _is_addressed(self, s: int, k: int) -> bool:
        """Read "Der Zeitung sagte X": the dative of an outlet, and a name behind the verb."""
        outlet = k - s in {2, 3} and self.language.roles.get(self.tokens[k - 1].low) == "organisation"
        after = self.tokens[k + 1] if k + 1 < self.end else None
        return outlet and self.tokens[s].low in self.language.datives and after is not None and after.capital

    def is_opener(self, token: Token) -> bool:
        """Say whether a word is in capitals only because it begins a sentence; "US" is not "us"."""
        return token.low in self.language.openers and not (len(token.word) > 1 and token.word.isupper())
