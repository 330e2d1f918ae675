"""Choice among the attributions of a sentence: which of them fits a quotation best."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from desktop.text.attribution.claims import Claim, Order
from desktop.text.attribution.outlets import is_outlet
from desktop.text.attribution.sentences import PAUSES, Sentence, last_sign
from desktop.text.languages.reporting import MEDIUM, STRONG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.text.languages.reporting import Reporting
    from desktop.text.quotation.quotations import Quotation

_DASHES = frozenset("—–")
_LEAST = -2.0  # what a claim is rated above that reports a quotation
_MODIFIERS = 3  # small nouns before an office and a name
_BEFORE_WORDS = (Order.PARTICIPLE, Order.INHERITED, Order.NOUN)  # these report only what follows


class ClaimChoice:
    """Rates the claims of a sentence for one of its quotations."""

    def __init__(self, sentence: Sentence, text: str, found: Sequence[Quotation], language: Reporting) -> None:
        self.sentence = sentence
        self.text = text
        self.found = found
        self.language = language

    def best(self, claims: Sequence[Claim], place: int) -> Claim | None:
        """Give the claim that reports the quotation at a place, None where none does."""
        if len(claims) < 2:
            return claims[0] if claims and self._score_alone(claims[0], place) > _LEAST else None
        best, best_score = None, _LEAST
        strong = sorted(c.cue[0] for c in claims if c.cue[0] < place and c.strength >= 2)
        after = self._words_behind(place, max((c.first for c in claims), default=0))
        for claim in claims:
            score = self._score(claim, place, after)
            if self._relays(claim, claims) or self._turns_down(claim, claims, place):
                score -= 8.0
            if claim.cue[0] < place and self._is_parenthetical(claim, claims, place):
                score -= 4.0
            if claim.cue[0] < place and self._is_within(claim, claims, place):
                score -= 2.0
            if claim.order is Order.INVERTED and self._is_of_former(claim, claims, place):
                score -= 4.0
            if claim.cue[0] > place and self._is_of_next(claim, claims, place):
                score -= 8.0 if self._is_said_in_opening(claims, place) else 4.0
            if claim.cue[0] < place:
                score -= 1.2 * (len(strong) - bisect_right(strong, claim.cue[0]))
            if score > best_score:
                best, best_score = claim, score
        return best

    def _score_alone(self, claim: Claim, place: int) -> float:
        """Rate a claim that none in its sentence competes with."""
        if claim.cue[0] <= place:
            return self._score_before(claim, place)
        score = self._score_after(claim, place, self._words_behind(place, claim.first)[-1])
        return score - 4.0 if self._is_of_next(claim, (claim,), place) else score

    def _relays(self, claim: Claim, claims: Sequence[Claim]) -> bool:
        """Say whether a claim only tells which outlet passed on what somebody else is said to say."""
        tokens = self.sentence.tokens
        if tokens[claim.cue[0]].low not in self.language.verbs.relaying or not claim.subject:
            return False
        outlet = tokens[claim.subject[1] - 1]
        return outlet.capital and is_outlet(outlet.word) and any(c.main and c.cue[0] < claim.first for c in claims)

    def _is_of_former(self, claim: Claim, claims: Sequence[Claim], place: int) -> bool:
        """Say whether "“Late,” said Lee, who thinks Berg was “slow”" has a nearer claim for what comes second."""
        before = self.sentence.tokens[claim.cue[0] - 1]
        behind = claim.last < place and (before.quote >= 0 or before.word == ",")
        return behind and any(claim.last <= c.cue[0] < place and c.in_relative for c in claims)

    def _is_within(self, claim: Claim, claims: Sequence[Claim], place: int) -> bool:
        """Say whether a claim before a quotation is only a part of what somebody else reports there.

        So are "calling" in "said she began calling friends", "spoke" in "said he spoke to Lee and that", and the
        "claims" of "wrote that his claims were".
        """
        tokens, clauses = self.sentence.tokens, self.language.clauses
        outer = next((c for c in claims if c.main and c.strength >= MEDIUM and c.cue[1] <= claim.cue[0]), None)
        if outer is None or outer is claim:
            return False
        if claim.order is Order.NOUN:
            after = tokens[claim.cue[1]].low
            return after in self.language.verbs.be and self._opens_report(outer.cue[1], claim.first)
        before = tokens[claim.cue[0] - 1]
        if claim.order is Order.PARTICIPLE:
            inherits = claim.subject is not None and claim.subject[1] != claim.cue[0]
            leads = before.low in clauses.as_words or before.low in clauses.for_words or before.low in clauses.agents
            leads = leads or self.language.verbs.cues.get(before.low, 0) >= STRONG  # "he said calling it “late”"
            return inherits and before.word[:1].isalpha() and not leads and before.low not in clauses.joining
        informs = tokens[claim.cue[0]].low in self.language.verbs.informing
        if claim.main or claim.in_relative or claim.strength >= STRONG or informs:
            return False
        return self._opens_report(claim.cue[1] + 1, place)

    def _opens_report(self, start: int, end: int) -> bool:
        return any(t.low in self.language.clauses.complementizers for t in self.sentence.tokens[start:end])

    def _turns_down(self, claim: Claim, claims: Sequence[Claim], place: int) -> bool:
        """Say whether a claim only rejects somebody else's, which the words are: "denied Lee's claim that …"."""
        tokens, language = self.sentence.tokens, self.language
        if (
            tokens[claim.cue[0]].low not in language.verbs.rejecting
            or tokens[place - 1].low in language.clauses.as_words
        ):
            return False
        others = (c for c in claims if c.order is Order.NOUN and c.clause and c.cue[0] < place)
        return any(c.subject and c.subject != claim.subject for c in others)

    def _is_of_next(self, claim: Claim, claims: Sequence[Claim], place: int) -> bool:
        """Say whether a claim closes another quotation than that at a place: "praised “her faith” and “hope,” he said".

        So it does where somebody else's claim leads to the first; and where the first closes a clause that opens
        the sentence, which "When he called it “late,” Lee laughed" tells by the lack of a comma before it.
        """
        tokens, start = self.sentence.tokens, self.sentence.start
        between = [i for i in range(place + 1, claim.first) if tokens[i].quote >= 0]
        if between and any(c.strength >= MEDIUM and c.cue[1] <= place and c.subject for c in claims):
            words = sum(t.quote < 0 and t.word[0].isalnum() for t in tokens[place + 1 : between[-1]])
            return words > 1 or any(t.word in _DASHES for t in tokens[place + 1 : between[-1]])
        opens = tokens[start].low in self.language.clauses.opening_clauses
        opens = opens or tokens[start].low in self.language.clauses.conjunctions
        return opens and place > start + 1 and not any(t.word == "," for t in tokens[start:place])

    def _is_said_in_opening(self, claims: Sequence[Claim], place: int) -> bool:
        """Say whether the clause that opens the sentence has its own speaker: "While Lee called it “bold”, Berg …"."""
        tokens, start = self.sentence.tokens, self.sentence.start
        clause = tokens[start].low in self.language.clauses.opening_clauses
        return clause and any(
            c.subject and c.first <= start + 2 and c.cue[1] <= place and c.strength >= MEDIUM for c in claims
        )

    def _is_parenthetical(self, claim: Claim, claims: Sequence[Claim], place: int) -> bool:
        """Say whether a claim before a quotation only stands within that of somebody else.

        So do "— as Lee has said —", the one "who asked" in "told a man who asked about it that", and "a report
        suggesting a deal" in "called a report suggesting a deal “wrong”".
        """
        tokens = self.sentence.tokens
        outer = next((c for c in reversed(claims) if c.main and c.cue[1] <= claim.first and c is not claim), None)
        gap = tokens[claim.last : place]
        if outer is None or not gap:
            return False
        nearest = tokens[claim.first - 1]
        if nearest.low in self.language.clauses.as_words and claim.order is Order.PLAIN:
            opener = tokens[claim.first - 2] if claim.first - 2 >= self.sentence.start else nearest
            return gap[0].word in PAUSES and opener.word in PAUSES and len(gap) > 1
        if not claim.subject or claim.subject[0] != outer.cue[1]:
            return False
        if claim.in_relative:
            listens = tokens[outer.cue[0]].low in self.language.verbs.informing
            return listens and any(t.low in self.language.clauses.complementizers for t in gap)
        calls = tokens[outer.cue[0]].low in self.language.verbs.naming
        return claim.order is Order.PARTICIPLE and calls and gap[-1].word[:1].isalnum()

    def _score(self, claim: Claim, place: int, after: Sequence[int]) -> float:
        if claim.cue[0] > place:
            return self._score_after(claim, place, after[max(0, claim.first - place - 1)])
        return self._score_before(claim, place)

    def _score_before(self, claim: Claim, place: int) -> float:
        """Rate "X said … Q": the nearer the better, less so over a semicolon."""
        tokens = self.sentence.tokens
        at = claim.cue[1] if claim.order is not Order.INVERTED else claim.last
        gap = tokens[at:place]
        score = 5.0 + claim.strength * 0.8 - 0.12 * len(gap)
        score -= sum(2.5 for t in gap if t.word == ";")
        if claim.order is Order.NOUN:
            score += 4.0 if claim.clause and not self._is_outer_report(claim, place) else -1.5
        if claim.in_relative:
            score -= 4.0 if any(t.word == "," for t in gap) else 0.8
        if not claim.main and claim.strength < 2:
            score -= 1.8
        if claim.hedged and not claim.main:
            score -= 4.0
        if claim.order is Order.PARTICIPLE and claim.cue[0] <= self.sentence.start + 1 and len(gap) < 8:
            score += 6.0
        if claim.order is Order.ACCORDING:
            score += 1.0
        if (not gap or (len(gap) == 1 and gap[0].word in {",", ":"})) and (claim.main or claim.strength > 1):
            score += 2.0
        if claim.strength < 2 and len(gap) > 5 and self._count(tokens[place].quote) <= 2:
            score -= 8.0  # two words far behind a verb of thinking are a term, not a statement
        return score

    def _is_outer_report(self, noun: Claim, place: int) -> bool:
        """Say whether somebody reports on a claim, not what it says: "said that Lee's claim is “false”"."""
        tokens, verbs = self.sentence.tokens, self.language.verbs
        nearest = tokens[place - 1].low
        if nearest in self.language.clauses.as_words or (
            nearest in self.language.subjects.determiners and tokens[place - 2].low in self.language.clauses.as_words
        ):
            return True
        prepositions = self.language.clauses.prepositions
        return any(
            verbs.cues.get(token.low, 0) >= STRONG
            and token.low not in verbs.rejecting
            and token.low not in verbs.nouns
            and after.low not in prepositions  # "responded to Lee's claim"
            for token, after in pairwise(tokens[self.sentence.start : noun.first + 1])
        )

    def _score_after(self, claim: Claim, place: int, words: int) -> float:
        """Rate "Q, X said": strong right after the quotation, `words` away, or at the end of the self.sentence."""
        tokens = self.sentence.tokens
        if claim.order in _BEFORE_WORDS or claim.forward_only:
            return -5.0
        score = 2.0 + claim.strength
        if not words or self._is_modifier(place + 1, claim.first):
            gap = tokens[place + 1 : claim.first]
            comma = last_sign(self.text, self.found[tokens[place].quote]) in ",!?—–-…"
            return score + (4.0 if claim.strength < 2 else 6.0 if comma or any(t.word == "," for t in gap) else 2.5)
        nearest = tokens[claim.first - 1].low
        as_clause = nearest in self.language.clauses.as_words
        if tokens[place + 1].low in self.language.verbs.be and nearest in self.language.clauses.breaks:
            return score  # "“Late” is how islanders describe the boat"
        if claim.strength < STRONG and claim.order is not Order.ACCORDING and not as_clause:
            return -5.0
        closing = as_clause or tokens[claim.first - 1].word in {",", "—", "–"} or tokens[claim.first - 1].quote >= 0
        if claim.order is Order.ACCORDING or nearest in self.language.verbs.quoting:
            closing = True  # "“Late,” the paper quoted Lee as saying"
        if as_clause and any(t.quote >= 0 for t in tokens[claim.last : self.sentence.end]):
            return -5.0  # "“late”, and was, as he put it, “lost”"
        score -= 0.05 * words
        return score + 3.0 if closing else -5.0

    def _is_modifier(self, start: int, end: int) -> bool:
        """Say whether only small nouns stand between a quotation and a name: "committee Chairwoman Lee said"."""
        words = self.sentence.tokens[start:end]
        if not 0 < len(words) <= _MODIFIERS or not self.sentence.tokens[end].capital:
            return False
        verbs, clauses, subjects = self.language.verbs, self.language.clauses, self.language.subjects
        tables = (
            *(verbs.cues, verbs.be, clauses.prepositions, clauses.breaks, clauses.joining, clauses.relatives),
            *(subjects.pronouns, clauses.infinitive_marks),
        )
        return all(
            token.quote < 0 and token.word[0].isalpha() and not any(token.low in table for table in tables)
            for token in words
        )

    def _words_behind(self, place: int, last: int) -> list[int]:
        """Count the words and quotations behind a place, up to each of the tokens before `last`."""
        fillers, so_words = self.language.clauses.fillers, self.language.clauses.so_words
        behind = self.sentence.tokens[place + 1 : last]
        counts = (
            t.quote >= 0 or (t.word[0].isalnum() and t.low not in fillers and t.low not in so_words) for t in behind
        )
        return list(accumulate(counts, initial=0))

    def _count(self, quote: int) -> int:
        return len(self.found[quote].span.of(self.text).split())
