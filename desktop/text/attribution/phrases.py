"""Noun phrases read forwards: where a speaker's phrase begins and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.text.attribution.outlets import is_outlet
from desktop.text.attribution.sentences import PAUSES, POSSESSIVE

if TYPE_CHECKING:
    from desktop.text.attribution.sentences import Sentence, Token
    from desktop.text.languages.reporting import Reporting


Range = tuple[int, int]

BACK = 45  # tokens looked at before a verb
_LISTENER = 9  # tokens of "en una entrevista con El País"
_DESCRIPTION = 8  # tokens of an age or office between two commas, with them


class Verbs:
    """Judges single words of one sentence."""

    def __init__(self, sentence: Sentence, language: Reporting) -> None:
        self.tokens = sentence.tokens
        self.start, self.end = sentence.start, sentence.end
        self.language = language

    def skippable(self, token: Token) -> bool:
        low = token.low
        return low in self.language.clauses.fillers or (
            low.endswith(self.language.verbs.adverb_endings) and not token.capital and len(low) > 4
        )

    def stops(self, k: int) -> bool:
        """Say whether a clause cannot reach over the token at a place."""
        token, clauses = self.tokens[k], self.language.clauses
        if token.quote >= 0 or token.word in PAUSES or token.low in clauses.breaks or token.low in clauses.joining:
            return True
        if self.language.verbs.cues.get(token.low, 0) < 2 or token.capital or token.low in self.language.names.roles:
            return False
        return k <= self.start or self.tokens[k - 1].low not in self.language.subjects.articles

    def passive_from(self, k: int) -> int | None:
        """Give where the passive begins that ends at `k`, as at the "wurde" of "Am Abend wurde ihm gesagt".

        None where verbs do not end the clause, where it is no passive, and of who is quoted: he or she has spoken.
        """
        language, low = self.language, self.tokens[k].low
        ends = language.clauses.verb_second and low.endswith(language.verbs.perfect_endings)
        if not ends or low in language.verbs.quoting:
            return None
        after = self.tokens[k + 1] if k + 1 < self.end else None
        if after is not None and after.low in language.verbs.be:  # "gesagt worden"
            return self.start
        closed = after is None or after.quote >= 0 or not after.word[0].isalnum()
        return self._passive_verb(k) if closed else None

    def _passive_verb(self, k: int) -> int | None:
        for j in range(k - 1, self.start - 1, -1):
            token = self.tokens[j]
            ended = token.quote >= 0 or token.word in PAUSES or token.word == ":"
            if ended or token.low in self.language.verbs.auxiliaries:
                return None
            if token.low in self.language.verbs.be:
                return j
        return None

    def is_verb(self, k: int) -> bool:
        """Tell "the calls" and "his remarks" from verbs."""
        token = self.tokens[k]
        if token.capital and k != self.start:
            return False
        if k == self.start:
            return self.language.verbs.cues[token.low] == 3 and token.low.endswith(self.language.verbs.past_endings)
        before = self.tokens[k - 1]
        if token.low in self.language.verbs.parenthetical and before.word == ",":
            return k + 1 < self.end and self.tokens[k + 1].word != ","  # not "no better than, say, the plan"
        subjects = self.language.subjects
        if before.low in self.language.clauses.infinitive_marks:
            return self._is_infinitive(k)
        owned = before.low.endswith(POSSESSIVE) and before.low not in subjects.contracted
        if owned or before.low in subjects.articles or before.low in self.language.clauses.prepositions:
            return False
        accused = before.low in subjects.noun_articles and token.low.endswith(subjects.participle_nouns)  # "l'accusé"
        weak = bool(subjects.weak_articles) and token.low.endswith("ten") and self._behind_weak_article(k)
        return not (accused or weak) and (token.low not in self.language.verbs.nouns or self._is_used_as_verb(k))

    def _behind_weak_article(self, k: int) -> bool:
        """Read the "skandierten" of "mit einem laut skandierten": an adjective, before which an adverb may stand."""
        for token in self.tokens[max(self.start, k - 2) : k][::-1]:
            if token.low in self.language.subjects.weak_articles:
                return True
            if token.capital or token.quote >= 0 or not token.word[0].isalpha():
                return False
        return False

    def _is_infinitive(self, k: int) -> bool:
        """Tell "to say" from "to claims" and "from state to state"."""
        low = self.tokens[k].low
        plural = low.endswith(self.language.subjects.plural_endings)
        return low not in self.language.verbs.nouns or not (plural or self.tokens[k - 2].low == low)

    def _is_used_as_verb(self, k: int) -> bool:
        """Tell "Smith calls" from "campaign calls", "they state" from "Democratic state"."""
        j = k - 1
        while j > self.start and self.skippable(self.tokens[j]):
            if self.tokens[j].low in self.language.clauses.before_infinitive:
                return True  # "did not only call it"
            j -= 1
        before, word = self.tokens[j], self.tokens[k].low
        if (
            j > self.start and self.tokens[j - 1].word[:1].isdigit()
        ) or before.low in self.language.subjects.determiners:
            return False  # "22 Lee emails", "some questions"
        after = self.tokens[k + 1] if k + 1 < self.end else None
        if (
            before.quote >= 0
            or before.low in self.language.subjects.pronouns
            or before.low in self.language.clauses.before_infinitive
        ):
            return True
        if (
            before.low in self.language.clauses.relatives
            or before.word in PAUSES
            or before.low in self.language.clauses.joining
        ):
            return True
        if word.endswith((*self.language.verbs.present_endings, *self.language.verbs.past_endings)):
            closing = (
                word.endswith(self.language.verbs.present_endings)
                and after is not None
                and after.word in {",", ".", ";"}
            )
            return before.capital or (before.low in self.language.names.roles and not closing)
        several = before.low.endswith((*self.language.subjects.plural_endings, *self.language.subjects.group_endings))
        people = before.capital and j > self.start and self.tokens[j - 1].low in self.language.subjects.plain_articles
        return several and (before.low in self.language.names.roles or people)  # "officials state", "the Saudis state"

    def inverted(self, k: int) -> bool:
        """Say whether the verb follows a quotation, or opens the sentence, so that its subject may follow."""
        j = k - 1
        while j >= self.start and (self.skippable(self.tokens[j]) or self._so(j, k)):
            j -= 1
        if j < self.start:
            return True
        if self.tokens[j].word in {",", "—", "–", "--", "-"} and j > self.start:
            j -= 1
        return self.tokens[j].quote >= 0

    def _so(self, j: int, k: int) -> bool:
        """Read the "so" of "“Late” — so said Ann Lee"."""
        return j == k - 1 and self.tokens[j].low in self.language.clauses.so_words

    def names_a_thing(self, k: int) -> bool:
        """Read "a book called": the verb names the thing and reports nobody; not so in "what one man called"."""
        if any(t.low in self.language.clauses.questions for t in self.tokens[max(self.start, k - 6) : k - 1]):
            return False
        if k + 1 < self.end and self.tokens[k + 1].low in self.language.subjects.objects:
            return False  # "a man called him"
        before = self.tokens[k - 1]
        if before.word == "," and k - 2 >= self.start:
            before = self.tokens[k - 2]
        if before.quote >= 0 or before.capital or before.low in self.language.subjects.pronouns:
            return False
        if self.skippable(before):
            return False
        return (
            before.word[0].isalpha()
            and self.language.names.roles.get(before.low, "document") == "document"
            and before.low not in self.language.clauses.joining
            and before.low not in self.language.clauses.relatives
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
        if self.tokens[k - 1].low in language.clauses.joining and k - 1 > s:
            return False  # "They came and said"
        s = self._after_pause(s, k)
        while s < k and self.tokens[s].word in PAUSES:
            s += 1
        first = self.tokens[s]
        if self._is_addressed(s, k):
            return True
        if s == k or first.low in language.clauses.prepositions or first.low in language.subjects.no_nominatives:
            return True
        return (
            self.is_opener(first)
            and first.low not in language.subjects.determiners
            and first.low not in language.subjects.pronouns
        )

    def _after_pause(self, s: int, k: int) -> int:
        """Give the start of the clause behind the last pause before a verb, unless an apposition closes there."""
        pauses = [i for i in range(s, k) if self.tokens[i].word in PAUSES]
        if not pauses or self.tokens[s].low in self.language.clauses.conjunctions:
            return pauses[-1] + 1 if pauses else s
        return s

    def _clause_before(self, s: int, comma: int) -> bool:
        """Say whether a clause ends at the comma before the verb: "Nachdem …, sagte X", "Er gehe, sagte X"."""
        if self.tokens[s].low in self.language.clauses.conjunctions or self._is_put_in(comma + 1):
            return True
        last = comma
        while last > s and self.tokens[last - 1].word != ",":
            last -= 1
        if last == s:  # of one comma: what describes a subject stands between two
            return comma - s > 1 and (s == self.start or self.tokens[s - 1].quote < 0)
        return any(token.low in self.language.clauses.moods for token in self.tokens[last:comma])

    def _is_put_in(self, k: int) -> bool:
        """Read "Sie sei, sagte sie, …": a verb and its subject between two commas."""
        for token in self.tokens[k + 1 : min(self.end, k + 6)]:
            if token.quote >= 0 or token.word in PAUSES or token.word == ".":
                return token.word in {",", "."}
        return False

    def _is_addressed(self, s: int, k: int) -> bool:
        """Read "Der Zeitung sagte X": the dative of an outlet, and a name behind the verb."""
        outlet = k - s in {2, 3} and self.language.names.roles.get(self.tokens[k - 1].low) == "organisation"
        after = self.tokens[k + 1] if k + 1 < self.end else None
        return outlet and self.tokens[s].low in self.language.subjects.datives and after is not None and after.capital

    def is_opener(self, token: Token) -> bool:
        """Say whether a word is in capitals only because it begins a sentence; "US" is not "us"."""
        return token.low in self.language.names.openers and not (len(token.word) > 1 and token.word.isupper())


class Phrases:
    """Reads noun phrases of one sentence forwards."""

    def __init__(self, sentence: Sentence, language: Reporting) -> None:
        self.tokens = sentence.tokens
        self.start, self.end = sentence.start, sentence.end
        self.headline = sentence.headline
        self.language = language
        self.verbs = Verbs(sentence, language)

    def after(self, i: int, *, inverted: bool = False) -> Range | None:
        """Read the noun phrase that starts at `i`."""
        language = self.language
        while i < self.end and inverted:
            beyond = self._over_listener(i) if self.tokens[i].low in language.clauses.prepositions else i
            if beyond == i and (self.tokens[i].low in language.verbs.follow or self._opens_day(i)):
                beyond += 1
            if beyond == i:
                break
            i = beyond
        if i >= self.end or self._cannot_start(i, inverted=inverted):
            return None
        if self.tokens[i].low in language.subjects.pronouns:
            return (i, i + 1)
        j = i
        if inverted and i + 2 < self.end and self.tokens[i].low in language.subjects.plain_articles:
            j += 2 * self.verbs.skippable(self.tokens[i + 1])  # "a visibly tired Ann Lee"
        while j < self.end and j - i < BACK and not self.phrase_ends(j, i):
            j += 1
        if j == i:
            return None
        return self._worthy((i, j), inverted=inverted)

    def _over_listener(self, i: int) -> int:
        """Walk over the "à l’AFP" of "a dit à l’AFP Ann Lee"; stay where nobody is named behind the outlet."""
        for at in range(i + 1, min(i + _LISTENER, self.end - 1)):
            token = self.tokens[at]
            if token.quote >= 0 or not token.word[0].isalnum():
                return i
            if token.capital and is_outlet(token.word):
                after = self.tokens[at + 1]
                return at + 1 if after.quote < 0 and after.word[0].isalnum() else i
            if token.low in self.language.verbs.cues:
                return i
        return i

    def _opens_day(self, i: int) -> bool:
        """Read the "el" of "dijo el viernes el alcalde"."""
        after = self.tokens[i + 1].low if i + 1 < self.end else ""
        return after in self.language.times.days and self.tokens[i].low in self.language.subjects.determiners

    def _cannot_start(self, i: int, *, inverted: bool) -> bool:
        token = self.tokens[i]
        low = token.low
        if (
            token.quote >= 0
            or not token.word[0].isalnum()
            or low in self.language.clauses.breaks
            or low in self.language.clauses.prepositions
        ):
            return True
        if low in self.language.subjects.no_subject:
            return True
        object_ = inverted and low in self.language.subjects.objects and not token.word.isupper()
        return object_ and not (low in self.language.subjects.possessives and self._owns(i))

    def _owns(self, i: int) -> bool:
        """Tell "added her colleague" from "added her to the list"."""
        after = self.tokens[i + 1] if i + 1 < self.end else None
        return after is not None and (after.low in self.language.names.roles or (after.capital and after.quote < 0))

    def phrase_ends(self, j: int, i: int) -> bool:
        token, language = self.tokens[j], self.language
        low = token.low
        if token.quote >= 0 or not token.word[0].isalnum():
            return True
        if j == i:
            return False
        if low in language.between_phrases:
            clauses = language.clauses
            if low in clauses.prepositions or low in clauses.breaks or low in clauses.relatives:
                return low not in language.subjects.genitives or not self._title_goes_on(j, i)
            if self._begins_another(j, i) or low in clauses.joining or low in language.times.days or self._is_time(j):
                return True
        small = not token.capital and low not in language.names.roles
        return small and (low in language.verbs.cues or self.verbs.skippable(token) or self._name_is_over(j))

    def _begins_another(self, j: int, i: int) -> bool:
        """Say whether an article at `j` opens another phrase than that at `i`."""
        token, language = self.tokens[j], self.language
        return token.low in language.subjects.determiners and (
            language.names.capital_nouns
            or (
                token.low in language.subjects.plain_articles
                and not token.capital
                and self.tokens[j - 1].word[0].islower()
                and self._is_bare(i)
            )
        )

    def _is_bare(self, i: int) -> bool:
        """Say whether no determiner opens a phrase, so that one within it begins another: "stars an actor"."""
        first = self.tokens[i].low
        return first not in self.language.subjects.determiners and first not in self.language.clauses.fillers

    def _is_time(self, j: int) -> bool:
        after = self.tokens[j + 1].low if j + 1 < self.end else ""
        return self.tokens[j].low in self.language.times.recency and after in self.language.times.spells

    def _name_is_over(self, j: int) -> bool:
        """After a name or a role, small words go on with the phrase only towards another role or name."""
        before, language = self.tokens[j - 1], self.language
        if (
            not before.capital and before.low not in language.names.roles
        ) or before.low in language.subjects.determiners:
            return False
        if language.names.capital_nouns:
            return not self._owns_office(j)
        if self.tokens[j].low.endswith(language.verbs.participles_passive):
            return True
        for t in self.tokens[j : min(self.end, j + 5)]:
            if not self._is_plain(t):
                return True
            if t.capital or t.low in language.names.roles:
                return False
        return True

    def _owns_office(self, j: int) -> bool:
        """Read on over the "oberster" of "Salems oberster Richter Jan Moe": a genitive, an adjective, an office."""
        names, after = self.language.names, self.tokens[j + 1] if j + 1 < self.end else None
        genitive = self.tokens[j - 1].low.endswith("s") and self.tokens[j].low.endswith(names.adjective_endings)
        return genitive and after is not None and after.capital and after.low in names.roles

    def _is_plain(self, token: Token) -> bool:
        """Say whether a word may stand inside a phrase, before its noun."""
        low, language = token.low, self.language
        outside = (
            low in language.clauses.prepositions
            or low in language.clauses.breaks
            or low in language.subjects.determiners
        )
        return token.quote < 0 and token.word[0].isalnum() and not outside and low not in language.subjects.pronouns

    def closes_with_speaker(self, k: int) -> bool:
        """Read ", said Ann Lee, a pollster" at the end of a sentence without a quotation right before."""
        before = k - 1
        while before > self.start and self.verbs.skippable(self.tokens[before]):
            before -= 1  # ", ha detto Ann Lee"
        if before < self.start or self.tokens[before].word != ",":
            return False
        if self.tokens[k].low in self.language.verbs.with_listener:
            return False
        found = self.after(k + 1, inverted=True)
        if not found or not self.names(found):
            return False
        after = self.tokens[found[1]] if found[1] < self.end else None
        if after is not None and after.word == ":":
            return not self.language.clauses.verb_second  # elsewhere read as the second of its clause
        return after is None or after.word in {",", "."} or after.low in self.language.sources.after_speaker

    def after_verb(self, k: int) -> Range | None:
        """Read the subject behind a German verb: "sagte er", "wies der Geschäftsführer … zurück"."""
        for i in range(k + 1, min(k + 6, self.end)):
            token = self.tokens[i]
            if token.quote >= 0 or token.word in PAUSES:
                return None
            if (
                self.verbs.skippable(token)
                or token.low in self.language.verbs.follow
                or (
                    token.low in self.language.clauses.before_subject
                    and i + 1 < self.end
                    and self.tokens[i + 1].low in self.language.subjects.nominative_articles
                )
            ):
                continue
            return self.after(i)
        return None

    def _title_goes_on(self, j: int, i: int) -> bool:
        """Read "Secretary of State John Kerry" as one phrase."""
        language = self.language
        return (
            (self.tokens[j - 1].low in language.names.titles or self.tokens[j - 1].low in language.names.roles)
            and j + 1 < self.end
            and (self.tokens[j + 1].capital and self.tokens[i].capital)
        )

    def _worthy(self, found: Range, *, inverted: bool) -> Range | None:
        """Keep a phrase that can name a speaker."""
        span = self.tokens[found[0] : found[1]]
        if any(t.capital and not self.verbs.is_opener(t) for t in span):
            return found
        if any(t.low in self.language.names.roles for t in span) and self._is_introduced(span[0], span[-1]):
            return found
        if self.headline and inverted and span[-1].low in self.language.names.roles:
            return found  # "says mayor"
        return found if inverted and span[0].low in self.language.subjects.determiners else None

    def _is_introduced(self, first: Token, last: Token) -> bool:
        """Take "the host", "officials", "her aide"; not a bare "host", which may be a verb."""
        language = self.language
        return (
            first.low in language.subjects.determiners
            or first.low.endswith(POSSESSIVE)
            or last.low.endswith((*language.subjects.plural_endings, *language.subjects.group_endings))
        )

    def names(self, found: Range) -> bool:
        """Say whether a phrase holds a name, not only titles."""
        language = self.language
        return any(
            t.capital
            and t.low not in language.names.titles
            and not self.verbs.is_opener(t)
            and t.low not in language.names.roles
            for t in self.tokens[found[0] : found[1]]
        )

    def run_start(self, j: int) -> int:
        """Give the place of the first capital word of the run that ends at `j`."""
        while (
            j > self.start and self.tokens[j - 1].capital and self.tokens[j - 1].low not in self.language.names.openers
        ):
            j -= 1
        return j

    def owner_start(self, j: int) -> int:
        """Give the place of the first word of the owner that ends at `j`: "Ann Lee's", "the mayor's"."""
        if self.tokens[j].capital:
            return self.run_start(j)
        i = j
        while (
            i > self.start
            and self._is_plain(self.tokens[i - 1])
            and self.tokens[i - 1].low not in self.language.verbs.cues
        ):
            i -= 1
        return i - 1 if i > self.start and self.tokens[i - 1].low in self.language.subjects.determiners else i

    def joined_behind(self, found: Range) -> tuple[Range, ...]:
        """Read the Tom Berg of "said Ann Lee and Tom Berg" behind the phrase of Ann Lee."""
        out: list[Range] = []
        at = self.over_description(found[1])
        while at + 1 < self.end and (
            self.tokens[at].low in self.language.clauses.adding or self.tokens[at].word == ","
        ):
            if self.tokens[at].word == "," and not any(
                t.low in self.language.clauses.adding for t in self.tokens[at : at + BACK]
            ):
                break
            other = self.after(at + 1)
            if other is None or not (self.names(found) and self.names(other)) or self._describes(at, other):
                break
            if self._is_one(found, other):
                return ()
            out.append(other)
            at = self.over_description(other[1])
        closed = at >= self.end or self.tokens[at].quote >= 0 or not self.tokens[at].word[0].isalpha()
        closed = closed or self.tokens[at].low in self.language.clauses.prepositions or self._is_time(at)
        closed = closed or self.tokens[at].low in self.language.times.days
        last_joined = bool(out) and self.tokens[out[-1][0] - 1].low in self.language.clauses.adding
        return tuple(out) if closed and last_joined else ()

    def over_description(self, comma: int) -> int:
        """Give the "and" of "Ann Lee, 45, and", "Ann Lee, mayor of Oslo, and"; the place itself where none follows."""
        if comma + 2 >= self.end or self.tokens[comma].word != ",":
            return comma
        for at in range(comma + 1, min(comma + _DESCRIPTION, self.end - 1)):
            token = self.tokens[at]
            if token.word == ",":
                joins = at > comma + 1 and self.tokens[at + 1].low in self.language.clauses.adding
                return at + 1 if joins and self.describes(comma + 1) else comma
            if token.quote >= 0 or not token.word[0].isalnum():
                return comma
        return comma

    def before_description(self, comma: int) -> int:
        """Give the comma behind "Ann Lee" in "Ann Lee, 45,", of which the last one was found; that itself if none."""
        for at in range(comma - 1, max(comma - _DESCRIPTION, self.start), -1):
            token = self.tokens[at]
            if token.word == ",":
                return at if at < comma - 1 and self.describes(at + 1) else comma
            if token.quote >= 0 or not token.word[0].isalnum():
                return comma
        return comma

    def describes(self, start: int) -> bool:
        """Say whether a stretch between two commas tells an age or an office, and is no clause, nor another name."""
        first, clauses, verbs = self.tokens[start], self.language.clauses, self.language.verbs
        tables = (clauses.relatives, clauses.breaks, clauses.adding, verbs.cues, verbs.participles)
        return not first.capital and not any(first.low in table for table in tables)

    def _is_one(self, found: Range, other: Range) -> bool:
        """Read "the Utah senator and Republican candidate" as one person: one article for two offices."""
        determiners, roles = self.language.subjects.determiners, self.language.names.roles
        article = self.tokens[found[0]].low in determiners and self.tokens[other[0]].low not in determiners
        return article and all(self.tokens[end - 1].low in roles for end in (found[1], other[1]))

    def _describes(self, comma: int, found: Range) -> bool:
        """Say whether a phrase behind a comma is what the one before it is: "Ann Lee, a former Utah senator"."""
        first = self.tokens[found[0]]
        owned = first.low in self.language.subjects.determiners or any(
            token.low.endswith(POSSESSIVE) for token in self.tokens[slice(*found)]
        )
        return self.tokens[comma].word == "," and owned

    def after_comma(self, i: int) -> Range | None:
        """Read the phrase after the comma that ends an opening clause."""
        for j in range(i, self.end - 1):
            if self.tokens[j].word == "," or self.tokens[j].quote >= 0:
                found = self.after(j + 1)
                if found:
                    return found
        return None
