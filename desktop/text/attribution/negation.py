"""Negated attributions: "Lee did not say “…”", "Lee refused to call it “…”" report no words of Lee's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.text.attribution.claims import Order
from desktop.text.attribution.sentences import PAUSES
from desktop.text.languages.reporting import MEDIUM

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.text.attribution.claims import Claim
    from desktop.text.attribution.sentences import Sentence, Token
    from desktop.text.languages.reporting import Reporting

_BACK = 5  # tokens between a subject and its verb: "has never before publicly"
_WITHHELD = 5  # tokens from "denied" to "saying", from "refused" to "call"
_VERBAL = (Order.PLAIN, Order.INVERTED, Order.INHERITED, Order.PARTICIPLE)


class Negation:
    """Tells of one sentence whether a claim says that somebody did not say the words."""

    def __init__(self, sentence: Sentence, language: Reporting) -> None:
        self.tokens = sentence.tokens
        self.start, self.end = sentence.start, sentence.end
        self.language = language

    def denies(self, claim: Claim, place: int) -> bool:
        """Say whether a claim is negated, and the quotation at a place what was not said."""
        if claim.order not in _VERBAL:
            return False
        verbs, cue = self.language.verbs, self.tokens[claim.cue[0]].low
        if cue in verbs.withholding or cue in verbs.rejecting:
            denied = self._withholds(claim.cue[1], place)
        elif claim.strength < MEDIUM or cue in verbs.stands_negated:
            return False
        else:
            denied = self._negated_before(claim) or self._withheld_before(claim) or self._negated_behind(claim, place)
        return denied and not self._only_leads(claim, place)

    def _only_leads(self, claim: Claim, place: int) -> bool:
        """Read "did not mince words: “…”", and the “a mistake” of "did not call it “a coup” but “a mistake”"."""
        between = self.tokens[claim.cue[1] : place]
        if between and between[-1].word == ":":
            return any(token.word[:1].isalnum() for token in between)
        contrasts = self.language.verbs.contrasts
        return any(token.quote >= 0 for token in between) and any(token.low in contrasts for token in between)

    def _negated_before(self, claim: Claim) -> bool:
        """Read "did not say", "has never publicly said", "hat nie gesagt", "Nobody said"."""
        cue, subject, negations = claim.cue[0], claim.subject, self.language.verbs.negations
        first = max(self.start, cue - _BACK)
        if subject is not None and subject[1] <= cue:
            first = max(first, subject[1])
            if self.tokens[subject[0]].low in negations or (
                subject[0] > self.start and self.tokens[subject[0] - 1].low in negations
            ):
                return True  # "Neither Lee nor Berg said"
        for i in range(cue - 1, first - 1, -1):
            token = self.tokens[i]
            if token.quote >= 0 or token.word in PAUSES or token.low in self.language.clauses.joining:
                return False
            if token.low in negations or token.low.endswith(self.language.verbs.negated_endings):
                wished = i > self.start and self.tokens[i - 1].low in self.language.clauses.for_words
                return not wished and not self._is_not_only(i)  # "attacked him for not calling it"
        return False

    def _is_not_only(self, i: int) -> bool:
        return i + 1 < self.end and self.tokens[i + 1].low in self.language.verbs.only_words

    def _withheld_before(self, claim: Claim) -> bool:
        """Read "refused to say", "denied saying", "stopped short of calling"."""
        verbs = self.language.verbs
        for i in range(claim.cue[0] - 1, max(self.start - 1, claim.cue[0] - 4), -1):
            token = self.tokens[i]
            if token.quote >= 0 or not token.word[0].isalnum():
                break
            if token.low in verbs.withholding or token.low in verbs.rejecting:
                return True
        return False

    @staticmethod
    def _plain(tokens: Iterable[Token]) -> list[str]:
        """Give the words up to the next sign or quotation."""
        out = []
        for token in tokens:
            if token.quote >= 0 or not token.word[:1].isalnum():
                break
            out.append(token.low)
        return out

    def _withholds(self, at: int, place: int) -> bool:
        """Read the "to call it" of "refused to call it “…”", the "genannt zu haben" of "bestritt, sie „…“ genannt"."""
        if place < at:
            return False
        verbs, clauses = self.language.verbs, self.language.clauses
        low = self._plain(self.tokens[at : min(place, at + _WITHHELD)])
        if any(word in clauses.complementizers or word in clauses.content_openers for word in low):
            return False
        behind = self._plain(self.tokens[place + 1 : place + 4]) if clauses.verb_second else []
        return any(verbs.cues.get(word, 0) >= MEDIUM or word in verbs.participles for word in (*low, *behind))

    def _negated_behind(self, claim: Claim, place: int) -> bool:
        """Read "sagte nicht, dass", "nannte ihn nicht „…“", "ne dit pas que"."""
        if place < claim.cue[1]:
            return False
        for i in range(claim.cue[1], place):
            token = self.tokens[i]
            if token.word in PAUSES or token.word == ":" or token.quote >= 0:
                return False
            if token.low in self.language.clauses.content_openers:
                return False
            if token.low in self.language.verbs.negations:
                after = self.tokens[i + 1]
                closes = after.quote >= 0 or not after.word[0].isalnum()
                return closes or after.low in self.language.clauses.content_openers
        return False
