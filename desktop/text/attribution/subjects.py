"""Subjects of verbs of saying: the phrase before the verb, or the subject of the sentence."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from desktop.text.attribution.interruptions import Interruptions
from desktop.text.attribution.openings import Opening
from desktop.text.attribution.persons.people import NAME_SUFFIXES
from desktop.text.attribution.persons.speaker_check import may_speak
from desktop.text.attribution.phrases import BACK, Phrases, Range
from desktop.text.attribution.sentences import PAUSES, POSSESSIVE

if TYPE_CHECKING:
    from desktop.text.attribution.sentences import Sentence, Token
    from desktop.text.languages.reporting import Reporting


_PHRASE = 8  # tokens
_YEAR = 4  # figures; an age has fewer


@lru_cache(maxsize=16)
def _never_nouns(language: Reporting) -> frozenset[str]:
    """Give the small words of a language that are no plain noun between a name and its verb."""
    clauses, subjects = language.clauses, language.subjects
    tables = (clauses.prepositions, clauses.breaks, clauses.relatives, clauses.joining, subjects.determiners)
    return frozenset().union(*tables, subjects.pronouns, language.times.spells)


class Before(NamedTuple):
    """What stands before a verb: a subject, or nothing because the clause goes on with an earlier one."""

    subject: Range | None = None
    inherits: bool = False
    relative: bool = False
    which: bool = False
    mention: Range | None = None


class Subjects:
    """Finds the subjects of the verbs of one sentence."""

    def __init__(self, sentence: Sentence, language: Reporting) -> None:
        self.tokens = sentence.tokens
        self.start, self.end = sentence.start, sentence.end
        self.language = language
        self.phrases = Phrases(sentence, language)
        self.verbs = self.phrases.verbs
        self.interruptions = Interruptions(sentence, language, self.verbs)
        self.opening = Opening(sentence, language, self.phrases)

    def before(self, k: int) -> Before:
        """Find the subject of the verb at `k` in the words before it."""
        j = self.interruptions.before_infinitive(k - 1)
        while j >= self.start and self.verbs.skippable(self.tokens[j]):
            if self._stands_for_several(j):
                return Before((j, j + 1))
            j -= 1
        j = self.interruptions.over_parenthetical(self.interruptions.over_times(j))
        caused = self._caused(j) if j > self.start else None
        if caused or j < self.start or self._goes_on(self.tokens[j]):
            return Before(caused, inherits=caused is None)
        return self._up_to(j)

    def _up_to(self, j: int) -> Before:
        """Read the subject that ends at `j`, or before what is put in there."""
        token = self.tokens[j]
        if token.low in self.language.clauses.clause_openers and token.low not in self.language.subjects.pronouns:
            return Before()
        who = token.low in self.language.clauses.relatives
        if who or token.low in self.language.clauses.thing_relatives:
            return Before(self._antecedent(j), relative=True, mention=(j, j + 1) if who else None)
        if token.word in PAUSES:
            return Before(self._over_apposition(j), inherits=True)
        return self._right_before(j)

    def _stands_for_several(self, j: int) -> bool:
        """Tell the "both" of "On pensions, both said" from that of "They both said"."""
        if self.tokens[j].low not in self.language.subjects.quantifiers:
            return False
        before = self.tokens[j - 1] if j > self.start else None
        return before is None or before.word in PAUSES or before.low in self.language.clauses.joining

    def _caused(self, j: int) -> Range | None:
        """Read the Ann Lee of "prompting Ann Lee to say"."""
        if self.tokens[j].low not in self.language.clauses.infinitive_marks:
            return None
        for i in range(j - 2, max(self.start - 1, j - 8), -1):
            if self.tokens[i].quote >= 0 or self.tokens[i].word in PAUSES:
                return None
            if self.tokens[i].low in self.language.verbs.causing:
                found = self.phrases.after(i + 1)
                like = (
                    found is not None
                    and found[1] < j
                    and self.tokens[found[1]].low in self.language.clauses.prepositions
                )
                return (found[1] + 1, j) if like and found and self._capital_tail((found[1] + 1, j)) else found
        return None

    def _goes_on(self, token: Token) -> bool:
        return (
            token.quote >= 0
            or token.low in self.language.clauses.joining
            or token.low in self.language.clauses.infinitive_marks
        )

    def _right_before(self, j: int) -> Before:
        """Read the phrase that ends at `j`, with nothing between it and the verb."""
        s = self._clause_start(j)
        if self._tells_where_from(s, j):
            return Before(self._over_apposition(s - 1), inherits=True)
        which = s > self.start and self.tokens[s - 1].low in self.language.clauses.naming_relatives
        subject = self._head((s, j + 1))
        if subject and s > self.start and self.tokens[s - 1].word == ",":
            subject = self._named_before(s - 1, subject)
        return Before(subject, inherits=subject is None, which=which)

    def _tells_where_from(self, s: int, j: int) -> bool:
        """Read the "of Bergen" of "Tom Berg, 46, of Bergen said", which is no speaker."""
        if s - 2 <= self.start or self.tokens[s].low not in self.language.clauses.prepositions:
            return False
        age = self.tokens[s - 2].word
        aged = self.tokens[s - 1].word == "," and age.isdigit() and len(age) < _YEAR
        return aged and s < j and all(token.capital for token in self.tokens[s + 1 : j + 1])

    def _named_before(self, comma: int, found: Range) -> Range:
        """Read "Sam Low, the director for the party said": Sam Low."""
        s = comma
        while s > self.start and self.tokens[s - 1].word not in PAUSES and self.tokens[s - 1].quote < 0:
            s -= 1
        first = self.tokens[found[0]].low
        if (
            not (first in self.language.subjects.plain_articles or first in self.language.names.roles)
            or comma - s > 5
            or s == comma
        ):
            return found
        words = self.tokens[s:comma]
        return (
            (s, comma)
            if words[0].capital
            and words[-1].capital
            and self.phrases.names((s, comma))
            and words[0].low not in self.language.names.openers
            else found
        )

    def _clause_start(self, j: int) -> int:
        s = j
        while s > self.start and j - s < BACK:
            if self.verbs.stops(s - 1):
                inside = self._and_within_name(s - 1)
                if inside is None:
                    break
                s = inside
                continue
            s -= 1
        return s

    def _and_within_name(self, at: int) -> int | None:
        """Read on over the "and" of "the Institute for Science and Security": give the place before its first part."""
        if self.tokens[at].low not in self.language.clauses.adding or not self.tokens[at + 1].capital:
            return None
        s = at
        while s > self.start and self.tokens[s - 1].capital and self.tokens[s - 1].quote < 0:
            s -= 1
        if s == at or s <= self.start + 1:
            return None
        before = self.tokens[s - 1].low
        in_phrase = before in self.language.clauses.prepositions and self.tokens[s - 2].capital
        return s if in_phrase or (before in self.language.subjects.plain_articles and at - s == 1) else None

    def _antecedent(self, j: int) -> Range | None:
        """Read the phrase before "who"."""
        e = j
        if e > self.start and self.tokens[e - 1].word == ",":
            e -= 1
        if e <= self.start or self.tokens[e - 1].quote >= 0:
            return None
        if self.tokens[e - 1].word in PAUSES:
            return self._over_apposition(e - 1)
        s = e - 1
        while (
            s > self.start
            and not self.verbs.stops(s - 1)
            and (
                self.tokens[s - 1].low not in self.language.clauses.prepositions
                or self.tokens[s - 1].low in self.language.subjects.genitives
            )
        ):
            s -= 1
        article = next((i for i in range(e - 1, s, -1) if self._begins_again(i)), s)
        found = self._head((article, e))
        if found and not may_speak(self.tokens[slice(*found)], 1, self.language):
            return self._name_behind_verb(s) or found
        return found

    def _begins_again(self, i: int) -> bool:
        """Say whether an article begins a phrase within a stretch: "stars an actor who"."""
        before = self.tokens[i - 1]
        article = self.tokens[i].low in self.language.subjects.plain_articles
        return article and before.word[:1].isalpha() and before.low not in self.language.clauses.prepositions

    def _name_behind_verb(self, e: int) -> Range | None:
        """Read the Bo Tan of "says to Bo Tan on camera, who replies"."""
        while e > self.start and self.tokens[e - 1].low in self.language.clauses.prepositions:
            e -= 1
        s = e
        while (
            s > self.start and self.tokens[s - 1].capital and self.tokens[s - 1].low not in self.language.names.openers
        ):
            s -= 1
        return (s, e) if s < e and self.phrases.names((s, e)) else None

    def _over_apposition(self, j: int) -> Range | None:
        """Walk back over "…, who served as …," to the phrase before it."""
        e, guess = j, None
        for _ in range(8):
            if e > self.start and e < self.end and self.tokens[e].word in {")", "]"}:
                e = self._bracket(e)
            s = e
            while s > self.start and self.tokens[s - 1].word not in PAUSES and self.tokens[s - 1].quote < 0:
                s -= 1
            opening = s
            while opening < e and self.tokens[opening].low in self.language.clauses.as_words:
                opening += 1  # "as Ann Lee, the mayor, puts it"
            if s == self.start and opening == s and self.opening.is_clause(s):
                # "In Norway, the biologist Ann Lee, speaking in May, warned"
                return self.opening.main_subject(j) or guess
            opened = self._opened(opening, e)
            if opened:
                return opened
            s = opening
            behind_quotation = s > self.start and self.tokens[s - 1].quote >= 0 and self.tokens[e - 1].capital
            if s < e and (behind_quotation or not self._is_apposition(s, e)):
                return self._last_head((s, e)) or guess
            if s <= self.start or (self.tokens[s - 1].quote >= 0 and s == e):
                return self._head((s, e)) if s < e and self.tokens[s].capital else guess
            e = s - 1
        return guess

    def _opened(self, s: int, e: int) -> Range | None:
        """Read the Ann Lee of "when Ann Lee, who had lost, said"; not that of "while Ann Lee slept, he said"."""
        if e - s < 2 or self.tokens[s].low not in self.language.clauses.breaks:
            return None
        found = self._head((s + 1, e))
        whole = found is not None and found[1] == e and self.tokens[e - 1].capital
        return found if whole else None

    def _bracket(self, e: int) -> int:
        for s in range(e - 1, max(self.start, e - 12) - 1, -1):
            if self.tokens[s].word in {"(", "["}:
                return s
        return e

    def _last_head(self, found: Range) -> Range | None:
        s = self._clause_start(found[1] - 1)
        return self._head((max(s, found[0]), found[1]))

    def _is_apposition(self, s: int, e: int) -> bool:
        """Say whether the words from `s` to `e`, between pauses, only describe what stands before them."""
        first, language = self.tokens[s], self.language
        if first.low in language.subjects.pronouns:
            return False
        if not first.capital or first.low in NAME_SUFFIXES:
            joins = first.low in language.clauses.joining and e - s >= 2
            return not joins or any(t.low in language.clauses.relatives for t in self.tokens[s:e])
        if e - s <= 2 and ("-" in first.word or first.word.endswith(".")):
            return True
        if any(t.low.endswith(POSSESSIVE) for t in self.tokens[s : min(e, s + 3)]):
            return s > self.start
        return s > self.start + 1 and self.tokens[s - 1].word == "," and self._is_place_or_office(s, e)

    def _is_place_or_office(self, s: int, e: int) -> bool:
        """Read the Ohio of "to Salem, Ohio,", "Republican of New York", "Clinton campaign manager"."""
        first, last, language = self.tokens[s], self.tokens[e - 1], self.language
        if e - s <= 3 and self.tokens[s - 2].capital and all(t.capital for t in self.tokens[s:e]):
            return self._small_start(s - 2)
        party = (
            first.low in language.names.titles and e - s > 1 and self.tokens[s + 1].low in language.clauses.prepositions
        )
        return party or first.low in language.names.roles or (last.low in language.names.roles and not last.capital)

    def _small_start(self, j: int) -> bool:
        """Say whether the stretch between pauses that ends at `j` begins small: "during a visit to Salem, Ohio,"."""
        while j > self.start and self.tokens[j - 1].word not in PAUSES and self.tokens[j - 1].quote < 0:
            j -= 1
        return not self.tokens[j].capital or self.tokens[j].low in self.language.clauses.prepositions

    def _head(self, found: Range) -> Range | None:
        """Cut a stretch before a verb down to the phrase that can be its subject."""
        s, e = self._after_opening(found), found[1]
        if s >= e:
            return None
        pronoun = self._nominative(s, e) if self.language.names.capital_nouns else None
        if pronoun is not None:
            return (pronoun, pronoun + 1)
        first = self.tokens[s]
        if (
            first.low in self.language.names.capital_particles
            and e - s == 2
            and first.capital
            and self.tokens[s + 1].capital
        ):
            return (s, e)  # "Van Dijk zei"
        if first.low in self.language.clauses.prepositions or first.low in self.language.verbs.participles:
            return self._after_preposition((s, e))
        j = s + 1
        while j < e and not self.phrases.phrase_ends(j, s):
            j += 1
        return self._name_at_end(s, j, e) or self._whole(s, j, e) or self._last_pronoun(s, e) or self._subject((s, j))

    def _after_opening(self, found: Range) -> int:
        """Walk over adverbs, and over what is in capitals only because it begins the sentence."""
        s, e = found
        while s < e and (self.verbs.skippable(self.tokens[s]) or self._only_opens(self.tokens[s])):
            if self._is_article(self.tokens[s]):
                break
            s += 1
        return s

    def _is_article(self, token: Token) -> bool:
        """Tell the "O" of the Portuguese "O presidente disse" from that of "disse-o"."""
        drops = self.language.subjects.drops_pronouns
        return drops and token.capital and token.low in self.language.subjects.determiners

    def _only_opens(self, token: Token) -> bool:
        language = self.language
        in_subject = (
            language.subjects.determiners,
            language.subjects.pronouns,
            language.clauses.prepositions,
            language.names.roles,
        )
        return self.verbs.is_opener(token) and not any(token.low in table for table in in_subject)

    def _name_at_end(self, s: int, j: int, e: int) -> Range | None:
        """Read "Host of the show Glenn Beck": a name behind a first phrase that holds none."""
        first = self.tokens[s]
        if j >= e or self.phrases.names((s, j)) or not first.capital or first.low in self.language.subjects.determiners:
            return None
        tail = self._capital_tail((j, e))
        return (s, e) if tail and e - s <= 6 else tail

    def _whole(self, s: int, j: int, e: int) -> Range | None:
        return (s, e) if 0 < e - j <= 3 and self._runs_on(j, e) else None

    def _last_pronoun(self, s: int, e: int) -> Range | None:
        language, last = self.language, self.tokens[e - 1]
        speaks = (
            last.low in language.subjects.pronouns
            and last.low not in language.subjects.no_subject
            and not last.word.isupper()
        )
        return (e - 1, e) if e - s > 1 and speaks else None

    def _nominative(self, s: int, e: int) -> int | None:
        """Find the pronoun that is the subject of a German stretch: "sie den Rat", "richtete er den Blick"."""
        for j in range(s, e):
            low = self.tokens[j].low
            if low in self.language.subjects.pronouns and (j == s or low in self.language.subjects.nominatives):
                return j
        return None

    def _runs_on(self, j: int, e: int) -> bool:
        """Say whether only plain small nouns stand between a name and its verb: "the Asian country recognized"."""
        never, passive = _never_nouns(self.language), self.language.verbs.participles_passive
        return all(
            t.word[0].isalpha() and not t.capital and t.low not in never and not t.low.endswith(passive)
            for t in self.tokens[j:e]
        )

    def _subject(self, found: Range) -> Range | None:
        first = self.tokens[found[0]]
        if first.low in self.language.subjects.no_subject and found[1] - found[0] == 1:
            return None
        return found if first.word[0].isalnum() else None

    def _capital_tail(self, found: Range) -> Range | None:
        s = found[1]
        while s > found[0] and self.tokens[s - 1].capital:
            s -= 1
        return (s, found[1]) if found[1] - s >= 2 else None

    def _after_preposition(self, found: Range) -> Range | None:
        """Read "In a statement Smith", "On Monday the senator"."""
        s, e = found
        last = self.tokens[e - 1]
        if last.low in self.language.subjects.pronouns:
            return (e - 1, e) if last.low not in self.language.subjects.no_subject else None
        j = e
        while (
            j > s + 1
            and self.tokens[j - 1].low not in self.language.subjects.determiners
            and self.tokens[j - 1].low not in self.language.clauses.prepositions
        ):
            j -= 1
        if (
            self.tokens[j - 1].low in self.language.subjects.determiners
            and j - 2 > s
            and self.tokens[j - 2].low not in self.language.clauses.prepositions
        ):
            return (j - 1, e)
        tail = e
        while (
            tail > s and self.tokens[tail - 1].capital and self.tokens[tail - 1].low not in self.language.names.openers
        ):
            tail -= 1
        if tail < e and tail - 1 > s and self.tokens[tail - 1].low not in self.language.clauses.prepositions:
            return (tail, e)
        return (tail, e) if tail < e and self.tokens[tail - 1].low in self.language.names.openers else None

    def quoted_person(self, k: int) -> Range | None:
        """Read "quoted X as": X; "X was quoted as", "X was quoted by the paper as": X."""
        for j in range(k - 1, max(self.start - 1, k - 9), -1):
            if self.tokens[j].low in self.language.verbs.quoting:
                passive = j + 1 == k or self.tokens[j + 1].low in self.language.clauses.agents
                return self.before(j).subject if passive else self.phrases.after(j + 1)
        return None

    def _opens_phrase(self, j: int, k: int) -> bool:
        """Say whether an article at `j` opens the phrase that ends before `k`, with plain words between."""
        return self.tokens[j].low in self.language.subjects.articles and all(
            token.quote < 0 and token.word[0].isalpha() and token.low not in self.language.clauses.prepositions
            for token in self.tokens[j + 1 : k]
        )

    def joined_before(self, found: Range) -> tuple[Range, ...]:
        """Read all who speak in "Ann Lee, Bo Tan and Tom Berg said", of which the last was found."""
        out = [found]
        at = found[0] - 1
        adding = self.language.clauses.adding
        while at > self.start and (self.tokens[at].low in adding or (len(out) > 1 and self.tokens[at].word == ",")):
            end = self.phrases.before_description(at - 1) if self.tokens[at - 1].word == "," else at
            if self.tokens[end - 1].quote >= 0 or not self.tokens[end - 1].word[0].isalnum():
                break
            other = self._head((self._clause_start(end - 1), end))
            last = self.tokens[end - 1]
            ends = last.capital or last.low in self.language.names.roles
            if other is None or other[1] != end or not ends or not self._can_join(other, found):
                break
            one = self.tokens[other[0]].low in self.language.subjects.determiners and (
                self.tokens[found[0]].low not in self.language.subjects.determiners and not self.phrases.names(found)
            )
            if one:
                return ((other[0], found[1]),)  # "the senator and party leader"
            out.insert(0, other)
            at = other[0] - 1
        begins = at <= self.start or self.tokens[at].quote >= 0 or not self.tokens[at].word[0].isalpha()
        begins = begins or self.tokens[at].low in self.language.clauses.breaks
        return tuple(out) if len(out) > 1 and begins else ()

    def _can_join(self, other: Range, found: Range) -> bool:
        """Say whether two phrases are of one sort: both names, or both groups or offices."""
        names = self.phrases.names
        if names(other) and names(found):
            return True
        roles = self.language.names.roles
        heads = (self.tokens[other[1] - 1].low, self.tokens[found[1] - 1].low)
        return all(head in roles and roles[head] != "document" for head in heads)

    def modified(self, k: int) -> Range | None:
        """Read "protesters chanting": the phrase right before a participle, where it can speak."""
        while k - 1 > self.start and self.tokens[k - 1].low.endswith(self.language.verbs.adverb_endings):
            k -= 1  # "of Ann Lee quietly saying"
        before = self.tokens[k - 1]
        if before.quote >= 0 or not before.word[0].isalpha() or before.low in self.language.clauses.prepositions:
            return None
        if (
            before.low in self.language.clauses.joining
            or before.low in self.language.clauses.breaks
            or before.low in self.language.sources.papers
            or self.verbs.skippable(before)
        ):
            return None
        agents = before.low.endswith(self.language.names.agent_endings) and self._is_absolute(k)
        if not before.capital and before.low not in self.language.names.roles and not agents:
            return None
        article = next((j for j in range(k - 2, max(self.start - 1, k - 5), -1) if self._opens_phrase(j, k)), None)
        if article is not None and not before.capital:
            return (article, k)  # "held up a sign saying"
        s = k - 1
        while (
            s > self.start
            and not self.verbs.stops(s - 1)
            and self.tokens[s - 1].low not in self.language.clauses.prepositions
        ):
            s -= 1
        if (
            s > self.start
            and self.tokens[s - 1].low in self.language.subjects.genitives | self.language.clauses.prepositions
        ):
            whole = self._head((self._clause_start(k - 1), k))  # "the campaign of the senator from Maine saying"
            if whole and self.tokens[whole[1] - 1].low in self.language.names.roles:
                return whole
        return self._head((s, k))

    def _is_absolute(self, k: int) -> bool:
        """Read "with several marchers and dancers chanting": only their phrase stands behind the "with"."""
        adding, relatives = self.language.clauses.adding, self.language.clauses.absolutes
        for j in range(k - 1, max(self.start - 1, k - _PHRASE), -1):
            token = self.tokens[j]
            if token.low in relatives:
                return True
            if not token.word[0].isalnum() or (self.verbs.stops(j) and token.low not in adding):
                return False
            if token.low in self.language.clauses.prepositions:
                return False
        return False

    def of_relative_clause(self, k: int) -> Range | None:
        """Read the protesters of "the hall, where protesters had met, chanting": the clause that ends before `k`."""
        if self.tokens[k - 1].word != ",":
            return None
        for j in range(k - 2, self.start, -1):
            token = self.tokens[j]
            if token.quote >= 0 or token.word in PAUSES:
                return None
            if token.low in self.language.clauses.places_of_clauses:
                i = j + 1
                while i < k and self.tokens[i].low in self.language.times.nearly:
                    i += 1
                found = self.phrases.after(i)
                return found if found and may_speak(self.tokens[slice(*found)], 1, self.language) else None
        return None

    def latest_pronoun(self, k: int) -> Range | None:
        """Read the "he" of "the effort stalled, and he has fought it, calling it": the subject of the last clause."""
        for j in range(k - 1, self.start, -1):
            token, before = self.tokens[j], self.tokens[j - 1]
            if token.quote >= 0 or token.word in {";", ":"}:
                return None
            if self.language.subjects.pronouns.get(token.low) in {"m", "f"} and not token.word.isupper():
                opens = (
                    before.low in self.language.clauses.joining
                    or before.low in self.language.clauses.naming_relatives  # "in which he mocked it, calling"
                    or before.word in PAUSES
                )
                return (j, j + 1) if opens else None
        return None
