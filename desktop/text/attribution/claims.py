"""Attribution clauses of a sentence: the verb or noun of saying, its subject, and their order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.text.attribution.persons.speaker_check import may_speak
from desktop.text.attribution.sentences import PAUSES, POSSESSIVE
from desktop.text.attribution.subjects import Subjects
from desktop.text.languages.reporting import STRONG

if TYPE_CHECKING:
    from desktop.text.attribution.phrases import Range
    from desktop.text.attribution.sentences import Sentence
    from desktop.text.languages.reporting import Reporting

_SET_OFF = frozenset(";.")
_LISTENER = 9  # tokens of "a la ministra de Hacienda" before its "le dijeron"
_TO_AS = 8  # tokens from "quoted" to "as saying" at most


class Order(Enum):
    """How the words of an attribution stand."""

    PLAIN = "X said"
    INVERTED = "said X"
    PARTICIPLE = "saying"
    INHERITED = "and said"
    ACCORDING = "according to X"
    LABEL = "X:"
    NOUN = "X's claim"


_FINITE = (Order.PLAIN, Order.INVERTED)
_JOINABLE = (*_FINITE, Order.ACCORDING)  # whose subjects may be several


@dataclass(slots=True)
class Claim:
    """An attribution: places of the cue and of the subject among the tokens."""

    cue: Range
    subject: Range | None
    strength: int
    order: Order
    in_relative: bool = False
    forward_only: bool = False
    which: bool = False  # "which X has called": a name for a thing
    main: bool = True  # not in a clause that depends on another claim
    mention: Range | None = None  # "who", where that is what is printed
    hedged: bool = False  # "would order", "to ask": not yet said
    others: tuple[Range, ...] = ()  # who speaks with the subject
    clause: bool = False  # a noun whose words follow: "the claim that"
    refused: bool = False  # "rejected suggestions that": the words of somebody not named

    @property
    def first(self) -> int:
        return min(self.cue[0], self.subject[0]) if self.subject else self.cue[0]

    @property
    def last(self) -> int:
        return max(self.cue[1], self.subject[1]) if self.subject else self.cue[1]


class ClaimReader:
    """Reads the attributions of one sentence from left to right."""

    def __init__(self, sentence: Sentence, language: Reporting) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.start, self.end = sentence.start, sentence.end
        self.language = language
        self.subjects = Subjects(sentence, language)
        self.phrases = self.subjects.phrases
        self.verbs = self.phrases.verbs
        self.claims: list[Claim] = []

    def read(self) -> list[Claim]:
        for k in self.sentence.openers(self.language):
            claim = self._at(k)
            if claim:
                self._add_others(claim)
                claim.main = self._is_main(claim)
                self.claims.append(claim)
        self._fill_openers()
        return [c for c in self.claims if c.refused or (c.subject and self._may_speak(c.subject, c.strength))]

    def stance(self, place: int) -> Claim | None:
        """Read the nearest verb before a place that tells what somebody stands for: "Lee supports “fair pay”"."""
        for k in range(place - 1, self.start, -1):
            token = self.tokens[k]
            if token.word in _SET_OFF or token.quote >= 0:
                return None
            if token.low in self.language.verbs.stances and self._is_stance(k):
                claim = self._with_subject_before(k, 1)
                if claim is None or claim.subject is None or claim.in_relative:
                    return None
                return claim if self._may_speak(claim.subject, 1) else None
        return None

    def _is_stance(self, k: int) -> bool:
        """Tell "Lee supports", "seeking" from "the Lee campaign", "his support"."""
        before = self.tokens[k - 1]
        return before.low not in self.language.subjects.determiners and self.verbs.is_verb(k)

    def _may_speak(self, subject: Range, strength: int) -> bool:
        return may_speak(self.tokens[slice(*subject)], strength, self.language)

    def _add_others(self, claim: Claim) -> None:
        """Read "Ann Lee and Tom Berg said", "said Ann Lee and Tom Berg"."""
        if not claim.subject or claim.order not in _JOINABLE or claim.in_relative:
            return
        if claim.order is Order.PLAIN and claim.subject[1] <= claim.cue[0]:
            found = self.subjects.joined_before(claim.subject)
            if found:
                claim.subject, claim.others = found[0], found[1:]
        elif claim.subject[0] >= claim.cue[1]:
            claim.others = self.phrases.joined_behind(claim.subject)

    def _is_main(self, claim: Claim) -> bool:
        """A clause depends on an earlier claim unless a semicolon or a joining word sets it off."""
        if claim.in_relative or claim.order is Order.NOUN:
            return False
        if not any(c.main for c in self.claims):
            return True
        at = claim.cue[0] if claim.order is Order.INHERITED else claim.first
        before = self.tokens[at - 1].low if at > self.start else ";"
        return before in _SET_OFF or before in self.language.clauses.setting_off

    def _at(self, k: int) -> Claim | None:
        low = self.tokens[k].low
        language = self.language
        two_words = (
            low in language.verbs.sayings and k + 1 < self.end and self.tokens[k + 1].low in language.verbs.sayings[low]
        )
        phrasal = self._phrasal(k) if two_words and not self.tokens[k].capital else None
        if phrasal:
            return phrasal
        if low in language.verbs.cues and self.verbs.is_verb(k):
            strength = language.verbs.cues[low]
            impersonal = bool(language.subjects.impersonal) and self._is_impersonal(k)
            return self._impersonal(k, strength) if impersonal else self._finite(k, strength)
        if low in language.verbs.participles:
            return self._participle(k, language.verbs.participles[low])
        if low in language.sources.postposed:
            return self._postposed(k)
        for read, phrases in ((self._according, language.sources.according), (self._read_in, language.sources.read_in)):
            for phrase in phrases:
                if low == phrase[0] and self._follows(k, phrase):
                    return read(k, len(phrase))
        return self._noun(k) if low in language.verbs.cue_nouns else None

    def _phrasal(self, k: int) -> Claim | None:
        """Read "Lee cut in", "chimed in Lee", "as Lee puts it"; not "Lee put in a bid"."""
        beside = self.tokens[k - 1].quote >= 0 if k > self.start else False
        if beside or (k - 2 >= self.start and self.tokens[k - 1].word == "," and self.tokens[k - 2].quote >= 0):
            subject = self.phrases.after(k + 2, inverted=True)
            if subject:
                return Claim((k, k + 2), subject, 3, Order.INVERTED)
        after = self.tokens[k + 2] if k + 2 < self.end else None
        closes = after is None or after.quote >= 0 or not after.word[0].isalnum()
        if not closes and self.tokens[k].low in self.language.verbs.cues:
            return None
        claim = self._with_subject_before(k, 3 if closes else 2)
        if claim:
            claim.cue = (k, k + 2)
        return claim

    def _follows(self, k: int, phrase: tuple[str, ...]) -> bool:
        return k + len(phrase) < self.end and all(self.tokens[k + n].low == word for n, word in enumerate(phrase))

    def _postposed(self, k: int) -> Claim | None:
        """Read "dem Leiter zufolge"."""
        subject = self.subjects.before(k).subject
        return Claim((k, k + 1), subject, 2, Order.ACCORDING) if subject else None

    def _according(self, k: int, length: int) -> Claim | None:
        at = k + length
        if length > 1 and self.language.clauses.verb_second:  # "nach Angaben von Lee", "nach Angaben der Polizei"
            issued = at < self.end and self.tokens[at].low in self.language.sources.issuers
            if not issued and self.tokens[at].low not in self.language.subjects.determiners:
                return None
            at += issued
        subject = self.phrases.after(at)
        if subject and self.language.clauses.saying_openers:
            subject = self._behind_unknown_verb(subject)
        return Claim((k, k + length), subject, 2, Order.ACCORDING) if subject else None

    def _behind_unknown_verb(self, found: Range) -> Range:
        """Read the "El País" of "según ha podido saber El País", where the phrase begins with a verb."""
        first, subjects = self.tokens[found[0]], self.language.subjects
        if first.capital or first.low in subjects.determiners or first.low in self.language.names.roles:
            return found
        verb = self.verbs.skippable(first)
        for i in range(found[0] + 1, found[1]):
            token = self.tokens[i]
            if token.low in subjects.determiners or (verb and token.capital):
                return (i, found[1])
        return found

    def _noun(self, k: int) -> Claim | None:
        """Read "Smith's claim that", "his description of", "the claim by Smith that", "rejected suggestions that"."""
        claim = self._owned_noun(k)
        after = self.tokens[k + 1] if k + 1 < self.end else None
        owners = self.language.verbs.claim_owners
        if claim is not None:
            claim.clause = self._opens_clause(k + 1)
            return claim if claim.clause or not owners else None
        if after is None:
            return None
        refused = self._is_refused(k)
        of = after.low in self.language.subjects.genitives
        if (refused and after.low in self.language.clauses.agents) or of or after.low in owners:
            itself = after.low in owners and after.low in self.language.subjects.determiners  # "Vorwurf des Leiters"
            subject = self.phrases.after(k + 1 if itself else k + 2)
            if subject and ((refused and not owners) or self._opens_clause(subject[1])):
                return Claim((k, k + 1), subject, 1, Order.NOUN, clause=True)
            return None
        if not refused:
            return None
        open_end = after.low in self.language.clauses.complementizers or self._is_bare_clause(k + 1)
        return Claim((k, k + 1), None, 1, Order.NOUN, clause=True, refused=True) if open_end else None

    def _is_bare_clause(self, k: int) -> bool:
        """Read the clause of "rejected claims she was late", "claims Lee was late", which no "that" opens."""
        after = self.tokens[k + 1] if k + 1 < self.end else None
        if after is None or not self.language.clauses.finite_verbs:
            return False
        return self.tokens[k].low in self.language.subjects.pronouns or (
            self.tokens[k].capital and after.low in self.language.clauses.finite_verbs
        )

    def _opens_clause(self, k: int) -> bool:
        """Say whether a "that" or "to" at a place, or behind a comma, opens what somebody claims."""
        clauses, verbs = self.language.clauses, self.language.verbs
        if clauses.verb_second:
            return self._opens_reported_clause(k)
        low = self.tokens[k].low if k < self.end else ""
        if low in clauses.complementizers or low in clauses.infinitive_marks:
            return True
        return bool(verbs.claim_owners) and (
            low in clauses.content_openers or any(self._follows(k, phrase) for phrase in verbs.claim_relatives)
        )

    def _opens_reported_clause(self, k: int) -> bool:
        """Read "die Behauptung zurück, dass die Brücke …", "die Brücke sei …"; not "sie sei haltlos" of the claim."""
        clauses = self.language.clauses
        if k < self.end and self.tokens[k].low in clauses.content_openers:
            return True
        comma = next(
            (n for n in range(k, self.end) if self.tokens[n].word == "," or self.tokens[n].quote >= 0), self.end
        )
        rest = self.tokens[comma + 1 : self.end]
        if not rest or self.tokens[comma].word != ",":
            return False
        return rest[0].low in clauses.content_openers or (
            rest[0].low not in self.language.subjects.pronouns and any(t.low in clauses.moods for t in rest)
        )

    def _is_refused(self, k: int) -> bool:
        """Say whether a verb before a noun of saying turns it down: "rejected the claim"."""
        return any(t.low in self.language.verbs.rejecting for t in self.tokens[max(self.start, k - 4) : k])

    def _owned_noun(self, k: int) -> Claim | None:
        for j in range(k - 1, max(self.start - 1, k - 4), -1):
            token = self.tokens[j]
            if token.quote >= 0 or not token.word[0].isalpha():
                return None
            if token.low in self.language.subjects.possessives:
                return Claim((k, k + 1), (j, j + 1), 1, Order.NOUN)
            if j == k - 1 and token.capital and token.low.endswith(self.language.verbs.possessive_endings):
                return Claim((k, k + 1), (self.phrases.owner_start(j), j + 1), 1, Order.NOUN)
            if token.low.endswith(POSSESSIVE) and (
                token.capital or token.low.removesuffix(POSSESSIVE) in self.language.names.roles
            ):
                return Claim((k, k + 1), (self.phrases.owner_start(j), j + 1), 1, Order.NOUN)
        return None

    def _of_others(self, k: int, strength: int) -> Claim | None:
        """Read who is quoted: "the paper quoted Ann Lee:"."""
        if k + 1 >= self.end:
            return None
        at = k + 1
        if self.tokens[at].low in self.language.verbs.follow and at + 1 < self.end:
            at += 1  # "zitiert dazu Ann Lee"
        low, subjects = self.tokens[at].low, self.language.subjects
        pronoun = low in subjects.objects or low in subjects.pronouns
        found = (at, at + 1) if pronoun else self.phrases.after(at)
        behind = self.tokens[found[1]] if found and found[1] < self.end else None
        if found is None or behind is None:
            return None
        with_words = any(self._follows(found[1], phrase) for phrase in self.language.sources.with_words)
        if not (with_words or behind.word == ":" or behind.quote >= 0):
            return None
        return Claim((k, k + 1), found, strength, Order.PLAIN)

    def _says_as(self, k: int) -> bool:
        """Say whether "as saying" follows a verb within a few words."""
        tokens = self.tokens[k + 1 : min(self.end, k + _TO_AS)]
        return any(
            one.low in self.language.clauses.as_words and two.low in self.language.verbs.participles
            for one, two in pairwise(tokens)
        )

    def _quoting(self, k: int, strength: int) -> Claim | None:
        """Read a verb that passes on words: whoever says them, where the verb or "as saying" behind it tells."""
        if self._says_as(k):
            return None  # found at the participle
        return self._of_others(k, strength) or self._with_subject(k, strength)

    def _finite(self, k: int, strength: int) -> Claim | None:
        quoting = self.tokens[k].low in self.language.verbs.quoting
        passive = self.verbs.passive_from(k)
        if self.language.verbs.passive_only and self._is_only_passive(k):
            return self._agent(k, strength)
        if passive is not None:
            return self._agent_inside(passive, k, strength)
        if self.language.subjects.listener_marks and self._is_told(k):
            teller = self.phrases.after(k + 1, inverted=True)
            return Claim((k, k + 1), teller, strength, Order.INVERTED, refused=teller is None)
        if self.language.clauses.saying_openers and self._follows_opener(k):
            teller = self.phrases.after(k + 1, inverted=True)
            return Claim((k, k + 1), teller, strength, Order.ACCORDING) if teller else None
        return self._quoting(k, strength) if quoting else self._with_subject(k, strength)

    def _is_only_passive(self, k: int) -> bool:
        """Tell the "accusée" of ", accusée de", which its subject has not said, from that of "s'est félicitée"."""
        if not self.tokens[k].low.endswith(self.language.verbs.passive_only):
            return False
        lows = [token.low for token in self.tokens[max(self.start, k - 2) : k]]
        elided = [low[0] + "'" for low in lows if low[1:2] in {"'", "’"}]
        return self.language.verbs.reflexives.isdisjoint((*lows, *elided))

    def _with_subject(self, k: int, strength: int) -> Claim | None:
        cue = (k, k + 1)
        if self.verbs.inverted(k) and self._auxiliary(k) == k:
            subject = self.phrases.after(k + 1, inverted=True)
            if subject and not self._is_object(k, subject, strength):
                return Claim(cue, subject, strength, Order.INVERTED)
        if strength >= 3 and self.phrases.closes_with_speaker(k):
            return Claim(cue, self.phrases.after(k + 1, inverted=True), strength, Order.INVERTED)
        if self.language.clauses.verb_second:
            subject = self._behind_verb(k)
            if subject:
                return Claim(cue, subject, strength, Order.PLAIN)  # "Am Montag sagte X"
        if self._is_passive(k) or (strength < 3 and self._is_reduced(k)):
            return self._agent(k, strength)
        if self.tokens[k].low in self.language.verbs.naming and self.verbs.names_a_thing(k):
            inserted = self.tokens[k - 1].word == ","
            subject = self.subjects.before(k).subject if inserted else None
            if subject is None or not self.phrases.names(subject):  # "that Ann Lee, for one, called"
                return None
        return self._with_subject_before(k, strength)

    def _is_told(self, k: int) -> bool:
        """Read "A Ana Ruiz le dijeron": who stands before the verb has only heard it."""
        j = k - 1
        while j > self.start and self.verbs.skippable(self.tokens[j]):
            j -= 1
        if not any(t.low in self.language.subjects.listener_clitics for t in self.tokens[j + 1 : k]):
            return False
        for s in range(j - 1, max(self.start - 1, j - _LISTENER), -1):
            if self.tokens[s].quote >= 0 or self.tokens[s].word in PAUSES:
                return False
            if self.tokens[s].low in self.language.subjects.listener_marks:
                nested = any(t.low in self.language.subjects.determiners for t in self.tokens[s + 2 : j + 1])
                return not nested and self.phrases.after(s + 1) == (s + 1, j + 1)
        return False

    def _follows_opener(self, k: int) -> bool:
        """Read "como dijo López", "secondo quanto ha detto Rossi": nobody stands between the opener and the verb."""
        j = k - 1
        while j > self.start and self.verbs.skippable(self.tokens[j]):
            j -= 1
        return self.tokens[j].low in self.language.clauses.saying_openers

    def _is_object(self, k: int, found: Range, strength: int) -> bool:
        """Say whether a phrase behind a verb is told or described: "“Late,” told Lee", "“late,” described the plan"."""
        if self.tokens[k].low in self.language.verbs.with_listener:
            return True
        last = self.tokens[found[1] - 1].low
        determined = self.tokens[found[0]].low in self.language.subjects.determiners
        return (
            strength < STRONG
            and determined
            and bool(self.language.verbs.stances)
            and last not in self.language.names.roles
            and not self.phrases.names(found)
        )

    def _is_impersonal(self, k: int) -> bool:
        places = (k - 1, k + 1)
        return any(
            self.start <= at < self.end and self.tokens[at].low in self.language.subjects.impersonal for at in places
        )

    def _impersonal(self, k: int, strength: int) -> Claim | None:
        paper = self._in_paper(k + 2)
        return Claim((k, k + 1), paper, strength, Order.INVERTED) if paper else None

    def _read_in(self, k: int, length: int) -> Claim | None:
        """Read "si legge nella nota": nobody but the paper says it."""
        paper = self._in_paper(k + length)
        return Claim((k, k + length), paper, 2, Order.INVERTED) if paper else None

    def _in_paper(self, first: int) -> Range | None:
        """Read "So heißt es in dem Schreiben" from behind the verb: nobody but the letter says it."""
        for i in range(first, min(first + 3, self.end)):
            if self.tokens[i].low in self.language.clauses.prepositions:
                roles = self.language.names.roles
                if i + 1 < self.end and roles.get(self.tokens[i + 1].low) == "document":
                    return (i + 1, i + 2)  # "nella nota": the article is in the preposition
                found = self.phrases.after(i + 1)
                head = self.tokens[found[1] - 1].low if found else ""
                return found if roles.get(head) in {"document", "organisation"} else None
            if self.tokens[i].quote >= 0 or not self.tokens[i].word[0].isalpha():
                return None
        return None

    def _behind_verb(self, k: int) -> Range | None:
        """Find the subject of a German clause behind its finite verb, or before it where the participle is far off."""
        at = self._auxiliary(k)
        after = self.tokens[at + 1].low if at + 1 < self.end else ""
        if after in self.language.subjects.nominatives:
            return (at + 1, at + 2)  # "Den Plan nannte er"
        if self.verbs.verb_second(at):
            return self.phrases.after_verb(at)
        return self.subjects.before(at).subject if at < k - 1 else None

    def _auxiliary(self, k: int) -> int:
        """Give the place of the "hat" to which the participle at `k` belongs, else `k`."""
        if self.tokens[k].low.endswith(self.language.verbs.perfect_endings):
            for j in range(k - 1, max(self.start - 1, k - 25), -1):
                if self.tokens[j].word in {";", ":"}:
                    break
                if self.tokens[j].low in self.language.verbs.auxiliaries:
                    return j
        return k

    def _is_hedged(self, k: int) -> bool:
        return k > self.start and self.tokens[k - 1].low in self.language.verbs.hedging

    def _with_subject_before(self, k: int, strength: int) -> Claim | None:
        after = self.tokens[k + 1].low if k + 1 < self.end else ""
        carries = after in self.language.clauses.infinitive_marks or after.endswith(
            self.language.verbs.participle_ending
        )
        if carries and self.tokens[k].low.startswith(self.language.verbs.carrying_on):
            return None  # "continued to build", "began calling friends"
        forward = self._forward_only(k)
        found = self.subjects.before(k)
        if found.subject and found.inherits and self._goes_on_with_list(found.subject):
            found = found._replace(subject=None)
        if found.subject:
            order = Order.PLAIN
            claim = Claim((k, k + 1), found.subject, strength, order, found.relative, forward)
            claim.which, claim.mention, claim.hedged = found.which, found.mention, self._is_hedged(k)
            return claim
        if not found.inherits:
            return None
        inherited = self._inherited(k)
        return Claim((k, k + 1), inherited, strength, Order.INHERITED, forward_only=forward, hedged=self._is_hedged(k))

    def _goes_on_with_list(self, subject: Range) -> bool:
        """Read "Ann Lee has mocked a reporter, called it": what stands before the comma is no subject but an object."""
        last = next((claim for claim in reversed(self.claims) if claim.main and claim.subject), None)
        nameless = self.tokens[subject[0]].low in self.language.subjects.articles and not self.phrases.names(subject)
        return last is not None and nameless and last.cue[1] == subject[0]

    def _forward_only(self, k: int) -> bool:
        after = self.tokens[k + 1] if k + 1 < self.end else None
        return after is not None and (after.word == ":" or after.low in self.language.clauses.complementizers)

    def _is_passive(self, k: int) -> bool:
        word = self.tokens[k].low
        if not word.endswith(self.language.verbs.passive_endings):
            return False
        for j in range(k - 1, max(self.start - 1, k - 3), -1):
            low = self.tokens[j].low
            if low in self.language.verbs.be:
                return True
            if low not in self.language.clauses.fillers and not low.endswith(self.language.verbs.adverb_endings):
                return False
        return False

    def _is_reduced(self, k: int) -> bool:
        """Read ", described by its maker as": a passive without its "was"."""
        after = self.tokens[k + 1].low if k + 1 < self.end else ""
        if not self.tokens[k].low.endswith(self.language.verbs.passive_endings):
            return False
        return after in self.language.clauses.reduced_agents or self._has_agent_behind(k)

    def _has_agent_behind(self, k: int) -> bool:
        """Read ", often called a “folly” by islanders": no subject before the verb, and its agent behind the words."""
        j = k - 1
        while j > self.start and self.verbs.skippable(self.tokens[j]):
            j -= 1
        if self.tokens[j].word not in PAUSES:
            return False
        quote = next((i for i in range(k + 1, min(self.end - 1, k + 5)) if self.tokens[i].quote >= 0), None)
        return quote is not None and self.tokens[quote + 1].low in self.language.clauses.reduced_agents

    def _agent(self, k: int, strength: int) -> Claim | None:
        """Read "was called … by X"."""
        for j in range(k + 1, min(self.end, k + 8)):
            if self.tokens[j].low in self.language.clauses.agents:
                subject = self.phrases.after(j + 1)
                return Claim((k, k + 1), subject, strength, Order.PLAIN) if subject else None
            if self.tokens[j].quote < 0 and not self.tokens[j].word[0].isalpha():
                return None
        return None

    def _agent_inside(self, passive: int, k: int, strength: int) -> Claim | None:
        """Read "wurde von X gesagt"; the subject of "wurde gesagt" has said nothing."""
        for j in range(passive + 1, k):
            if self.tokens[j].low in self.language.clauses.agents:
                subject = self.phrases.after(j + 1)
                return Claim((k, k + 1), subject, strength, Order.PLAIN) if subject else None
        return None

    def _inherited(self, k: int) -> Range | None:
        """Find who goes on speaking: the subject of the last main claim, else of the sentence."""
        last = self.claims[-1] if self.claims else None
        if last and last.which and last.subject and self._runs_up_to(last, k):
            return last.subject  # "a film in which children mock a doll, yelling"
        clause = self.subjects.of_relative_clause(k) if self.language.clauses.places_of_clauses else None
        if clause:
            return clause
        for claim in reversed(self.claims):
            if claim.subject and claim.main and claim.order is not Order.ACCORDING:
                return claim.subject
        return self.subjects.latest_pronoun(k) or self.subjects.opening.main_subject(k)

    def _runs_up_to(self, claim: Claim, k: int) -> bool:
        """Say whether no more than the comma before a participle ends the clause of a claim."""
        between = self.tokens[claim.cue[1] : k]
        return bool(between) and between[-1].word == "," and not any(t.word in PAUSES for t in between[:-1])

    def _participle(self, k: int, strength: int) -> Claim | None:
        cue = (k, k + 1)
        before = self.tokens[k - 1] if k > self.start else None
        if before is not None and before.low in self.language.subjects.articles:
            return None  # "a screaming guest"
        if before is None or (k == self.start + 1 and before.low in self.language.clauses.setting_off):
            return Claim(cue, None, strength, Order.PARTICIPLE)  # filled in when the main clause is read
        if before.low in self.language.verbs.be or before.low.endswith(self.language.verbs.be_endings):
            return self._with_subject_before(k, strength)
        if before.low in self.language.clauses.as_words:
            quoted = self.subjects.quoted_person(k - 1)  # "Q, X was quoted as saying", "Q, they quoted her as saying"
            order = Order.PLAIN if quoted else Order.PARTICIPLE
            return Claim(cue, quoted or self._inherited(k), strength + 1, order)
        if before.low in self.language.clauses.for_words:
            blamed = self._blamed(k - 1)
            return Claim(cue, blamed or self._inherited(k), strength, Order.PARTICIPLE)
        modified = self.subjects.modified(k)
        return Claim(cue, modified or self._inherited(k), strength, Order.PARTICIPLE)

    def _blamed(self, k: int) -> Range | None:
        """Read "attacked Smith for calling": Smith called."""
        for j in range(k - 1, max(self.start - 1, k - 7), -1):
            if self.tokens[j].low in self.language.verbs.judging:
                return self.phrases.after(j + 1)
        return None

    def _fill_openers(self) -> None:
        """Give "Calling it …, Smith told" the subject of its main clause."""
        for n, claim in enumerate(self.claims):
            if claim.subject is None and claim.order is Order.PARTICIPLE:
                later = [c for c in self.claims[n + 1 :] if self._is_of_main_clause(c)]
                claim.subject = later[0].subject if later else self.phrases.after_comma(claim.cue[1])

    @staticmethod
    def _is_of_main_clause(claim: Claim) -> bool:
        return claim.subject is not None and claim.order in _FINITE and not claim.in_relative
