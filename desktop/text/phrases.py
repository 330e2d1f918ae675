"""Which words of a sentence form the phrase that names the speaker of a verb?"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.text.sentences import PAUSES

if TYPE_CHECKING:
    from desktop.text.reporting import Reporting
    from desktop.text.sentences import Sentence, Token

Range = tuple[int, int]

_JOINING = frozenset("and but or then und aber et mais y pero".split())
_NO_SUBJECT = frozenset("this that there what which these those here".split())
_PAPERS = frozenset(
    "statement statements letter tweet tweets email e-mail memo post interview speech release message ad note".split()
)
_ARTICLES = frozenset("a an the his her their its my our your these those no".split())
_CONTRACTED = frozenset("he's she's it's who's there's that's".split())
_MODALS = frozenset("will would can could should may might must did does do".split())
_PERIODS = frozenset("last this next that same one each every earlier late early".split())
_BACK = 45  # tokens looked at before a verb


class Before(NamedTuple):
    """What stands before a verb: a subject, or nothing because the clause goes on with an earlier one."""

    subject: Range | None = None
    inherits: bool = False
    relative: bool = False
    which: bool = False
    mention: Range | None = None


class Phrases:
    """Reads noun phrases of one sentence."""

    def __init__(self, sentence: Sentence, language: Reporting) -> None:
        self.tokens = sentence.tokens
        self.start, self.end = sentence.start, sentence.end
        self.language = language

    # --- what a token is

    def _skippable(self, token: Token) -> bool:
        low = token.low
        return low in self.language.fillers or (low.endswith("ly") and not token.capital and len(low) > 4)

    def _stops(self, token: Token) -> bool:
        """Say whether a clause cannot reach over this token."""
        return (
            token.quote >= 0
            or token.word in PAUSES
            or token.low in self.language.breaks
            or token.low in _JOINING
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
            return self.language.cues[token.low] == 3 and token.low.endswith("d")
        before = self.tokens[k - 1]
        if (before.low in _ARTICLES and before.low in self.language.determiners) or before.low in self.language.prepositions:
            return False
        if before.low.endswith("'s") and before.low not in _CONTRACTED:
            return False
        return token.low not in self.language.nouns or self._is_used_as_verb(k)

    def _is_used_as_verb(self, k: int) -> bool:
        """Tell "Smith calls" from "campaign calls", "they state" from "Democratic state"."""
        j = k - 1
        while j > self.start and self._skippable(self.tokens[j]):
            j -= 1
        before, word = self.tokens[j], self.tokens[k].low
        after = self.tokens[k + 1] if k + 1 < self.end else None
        if before.quote >= 0 or before.low in self.language.pronouns or before.low == "to" or before.low in _MODALS:
            return True
        if before.low in self.language.relatives or before.word in PAUSES or before.low in _JOINING:
            return True
        if word.endswith(("s", "d")):
            closing = word.endswith("s") and after is not None and after.word in {",", ".", ";"}
            return before.capital or (before.low in self.language.roles and not closing)
        return before.low in self.language.roles and before.low.endswith(("s", "people"))

    def inverted(self, k: int) -> bool:
        """Say whether the verb follows a quotation, or opens the sentence, so that its subject may follow."""
        j = k - 1
        while j >= self.start and self._skippable(self.tokens[j]):
            j -= 1
        if j < self.start:
            return True
        if self.tokens[j].word in {",", "—", "–", "--", "-"} and j > self.start:
            j -= 1
        return self.tokens[j].quote >= 0

    def names_a_thing(self, k: int) -> bool:
        """Read "a book called": the verb names the thing and reports nobody."""
        before = self.tokens[k - 1]
        if before.word == "," and k - 2 >= self.start:
            before = self.tokens[k - 2]
        if before.quote >= 0 or before.capital or before.low in self.language.pronouns:
            return False
        if self._skippable(before):
            return False
        return (
            before.word[0].isalpha()
            and self.language.roles.get(before.low, "document") == "document"
            and before.low not in _JOINING
            and before.low not in self.language.relatives
        )

    # --- forward

    def after(self, i: int, *, inverted: bool = False) -> Range | None:
        """Read the noun phrase that starts at `i`."""
        language = self.language
        while i < self.end and inverted and self.tokens[i].low in language.follow:
            i += 1
        if i >= self.end or self._cannot_start(self.tokens[i], inverted=inverted):
            return None
        if self.tokens[i].low in language.pronouns:
            return (i, i + 1)
        j = i
        while j < self.end and j - i < _BACK and not self._phrase_ends(j, i):
            j += 1
        if j == i:
            return None
        return self._worthy((i, j), inverted=inverted)

    def _cannot_start(self, token: Token, *, inverted: bool) -> bool:
        low = token.low
        if (
            token.quote >= 0
            or not token.word[0].isalnum()
            or low in self.language.breaks
            or low in self.language.prepositions
        ):
            return True
        return low in _NO_SUBJECT or (
            inverted and low in {"him", "her", "them", "us", "me"} and not token.word.isupper()
        )

    def _phrase_ends(self, j: int, i: int) -> bool:
        token = self.tokens[j]
        if token.quote >= 0 or not token.word[0].isalnum():
            return True
        if j == i:
            return False
        low = token.low
        if low in self.language.prepositions or low in self.language.breaks or low in self.language.relatives:
            return low != "of" or not self._title_goes_on(j, i)
        if low in _JOINING:
            return True
        if low in self.language.days:
            return True
        if low in _PERIODS and j + 1 < self.end and self.tokens[j + 1].low in self.language.spells:
            return True
        if token.capital or low in self.language.roles:
            return False
        return low in self.language.cues or self._skippable(token) or self._name_is_over(j)

    def _name_is_over(self, j: int) -> bool:
        """After a name or a role, small words go on with the phrase only towards another role or name."""
        before, language = self.tokens[j - 1], self.language
        if (not before.capital and before.low not in language.roles) or before.low in language.determiners:
            return False
        if self.tokens[j].low.endswith("ed"):
            return True
        for t in self.tokens[j : min(self.end, j + 5)]:
            if t.quote >= 0 or not t.word[0].isalnum():
                return True
            if t.low in language.prepositions or t.low in language.breaks or t.low in language.determiners:
                return True
            if t.low in language.pronouns:
                return True
            if t.capital or t.low in language.roles:
                return False
        return True

    def closes_with_speaker(self, k: int) -> bool:
        """Read ", said Ann Lee, a pollster" at the end of a sentence without a quotation right before."""
        if k == self.start or self.tokens[k - 1].word != "," or self.tokens[k].low in {"told", "tells", "asked"}:
            return False
        found = self.after(k + 1, inverted=True)
        if not found or not self._names(found):
            return False
        after = self.tokens[found[1]] if found[1] < self.end else None
        return after is None or after.word in {",", "."} or after.low in {"of", "in", "at", "on", "during"}

    def verb_second(self, k: int) -> bool:
        """Say whether a German clause begins with something else than its subject."""
        s = k
        while s > self.start and self.tokens[s - 1].word not in {";", ":"} and self.tokens[s - 1].quote < 0:
            s -= 1
        first = self.tokens[s]
        language = self.language
        if s == k or first.low in language.prepositions or first.low in {"dem", "den", "dazu", "darin", "so"}:
            return True
        return self.is_opener(first) and first.low not in language.determiners and first.low not in language.pronouns

    def after_verb(self, k: int) -> Range | None:
        """Read the subject behind a German verb: "sagte er", "wies der Geschäftsführer … zurück"."""
        for i in range(k + 1, min(k + 4, self.end)):
            token = self.tokens[i]
            if token.quote >= 0 or token.word in PAUSES:
                return None
            if (
                self._skippable(token)
                or token.low in {"sich", "ihn", "sie", "es"}
                and i + 1 < self.end
                and self.tokens[i + 1].low in {"der", "die", "das", "ein", "eine"}
            ):
                continue
            return self.after(i)
        return None

    def is_opener(self, token: Token) -> bool:
        """Say whether a word is in capitals only because it begins a sentence; "US" is not "us"."""
        return token.low in self.language.openers and not (len(token.word) > 1 and token.word.isupper())

    def _title_goes_on(self, j: int, i: int) -> bool:
        """Read "Secretary of State John Kerry" as one phrase."""
        language = self.language
        return (
            self.tokens[j - 1].low in (language.titles.keys() | language.roles.keys())
            and j + 1 < self.end
            and (self.tokens[j + 1].capital and self.tokens[i].capital)
        )

    def _worthy(self, found: Range, *, inverted: bool) -> Range | None:
        """Keep a phrase that can name a speaker."""
        span = self.tokens[found[0] : found[1]]
        if any(t.capital and not self.is_opener(t) for t in span):
            return found
        if any(t.low in self.language.roles for t in span) and self._is_introduced(span[0], span[-1]):
            return found
        return found if inverted and span[0].low in self.language.determiners else None

    def _is_introduced(self, first: Token, last: Token) -> bool:
        """Take "the host", "officials", "her aide"; not a bare "host", which may be a verb."""
        language = self.language
        return (
            first.low in language.determiners
            or first.low.endswith("'s")
            or last.low.endswith(("s", "men", "people", "police"))
        )

    # --- backward

    def before(self, k: int) -> Before:
        """Find the subject of the verb at `k` in the words before it."""
        j = k - 1
        while j >= self.start and self._skippable(self.tokens[j]):
            j -= 1
        j = self._over_times(j)
        if j < self.start:
            return Before(inherits=True)
        token = self.tokens[j]
        if (
            token.low in {"when", "if", "once", "what", "as", "after", "how", "why", "than"}
            and token.low not in self.language.pronouns
        ):
            return Before()
        if token.low in _JOINING or token.low == "to":
            return Before(inherits=True)
        if token.low in self.language.relatives or token.low in {"which", "that"}:
            who = token.low in self.language.relatives
            return Before(self._antecedent(j), relative=True, mention=(j, j + 1) if who else None)
        if token.quote >= 0:
            return Before(inherits=True)
        if token.word in PAUSES:
            return Before(self._over_apposition(j), inherits=True)
        s = self._clause_start(j)
        which = s > self.start and self.tokens[s - 1].low == "which"
        subject = self._head((s, j + 1))
        if subject and not self._names(subject) and s > self.start and self.tokens[s - 1].word == ",":
            subject = self._named_before(s - 1, subject)
        return Before(subject, inherits=subject is None, which=which)

    def _over_times(self, j: int) -> int:
        """Walk back over "on Tuesday", "last week", "in 2015"."""
        for _ in range(3):
            low = self.tokens[j].low if j >= self.start else ""
            below = self.tokens[j - 1].low if j > self.start else ""
            if low in self.language.days or (low.isdigit() and below in {"in", *self.language.days}):
                j -= 1
            elif low in self.language.spells and (below in _PERIODS or below in self.language.days):
                j -= 2
            else:
                break
            if j >= self.start and self.tokens[j].low in {"on", "in", "late", "early", "earlier"}:
                j -= 1
        return j

    def _named_before(self, comma: int, found: Range) -> Range:
        """Read "Sam Low, the director for the party said": Sam Low."""
        s = comma
        while s > self.start and self.tokens[s - 1].word not in PAUSES and self.tokens[s - 1].quote < 0:
            s -= 1
        if self.tokens[found[0]].low not in {"a", "an", "the"} or comma - s > 5 or s == comma:
            return found
        words = self.tokens[s:comma]
        return (
            (s, comma)
            if words[0].capital
            and words[-1].capital
            and self._names((s, comma))
            and words[0].low not in self.language.openers
            else found
        )

    def _clause_start(self, j: int) -> int:
        s = j
        while s > self.start and not self._stops(self.tokens[s - 1]) and j - s < _BACK:
            s -= 1
        return s

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
            and not self._stops(self.tokens[s - 1])
            and (self.tokens[s - 1].low not in self.language.prepositions or self.tokens[s - 1].low == "of")
        ):
            s -= 1
        return self._head((s, e))

    def _over_apposition(self, j: int) -> Range | None:
        """Walk back over "…, who served as …," to the phrase before it."""
        e, guess = j, None
        for _ in range(8):
            if e > self.start and e < self.end and self.tokens[e].word in {")", "]"}:
                e = self._bracket(e)
            s = e
            while s > self.start and self.tokens[s - 1].word not in PAUSES and self.tokens[s - 1].quote < 0:
                s -= 1
            if s < e and not self._is_apposition(s, e):
                return self._last_head((s, e)) or guess
            if s <= self.start or (self.tokens[s - 1].quote >= 0 and s == e):
                return self._head((s, e)) if s < e and self.tokens[s].capital else guess
            e = s - 1
        return guess

    def _bracket(self, e: int) -> int:
        for s in range(e - 1, max(self.start, e - 12) - 1, -1):
            if self.tokens[s].word in {"(", "["}:
                return s
        return e

    def _last_head(self, found: Range) -> Range | None:
        s = self._clause_start(found[1] - 1)
        return self._head((max(s, found[0]), found[1]))

    def _is_apposition(self, s: int, e: int) -> bool:
        first, last = self.tokens[s], self.tokens[e - 1]
        language = self.language
        if first.low in language.pronouns:
            return False
        if not first.capital or first.low in {"jr", "sr", "md", "phd"}:
            return first.low not in _JOINING or e - s < 2 or any(t.low in language.relatives for t in self.tokens[s:e])
        if e - s <= 2 and ("-" in first.word or first.word.endswith(".")):
            return True
        if any(t.low.endswith("'s") for t in self.tokens[s : min(e, s + 3)]):
            return s > self.start
        if s <= self.start + 1 or self.tokens[s - 1].word != ",":
            return False
        if e - s <= 3 and self.tokens[s - 2].capital and all(t.capital for t in self.tokens[s:e]):
            return self._small_start(s - 2)
        return (
            (last.low in language.roles and not last.capital)
            or first.low in language.roles
            or (first.low in language.titles and e - s > 1 and self.tokens[s + 1].low in language.prepositions)
        )

    def _small_start(self, j: int) -> bool:
        """Say whether the stretch between pauses that ends at `j` begins small: "during a visit to Salem, Ohio,"."""
        while j > self.start and self.tokens[j - 1].word not in PAUSES and self.tokens[j - 1].quote < 0:
            j -= 1
        return not self.tokens[j].capital or self.tokens[j].low in self.language.prepositions

    def _head(self, found: Range) -> Range | None:
        """Cut a stretch before a verb down to the phrase that can be its subject."""
        s, e = found
        language = self.language
        while s < e and (
            self._skippable(self.tokens[s])
            or (
                self.is_opener(self.tokens[s])
                and self.tokens[s].low not in language.determiners
                and self.tokens[s].low not in language.pronouns
                and self.tokens[s].low not in language.prepositions
                and self.tokens[s].low not in language.roles
            )
        ):
            s += 1
        if s >= e:
            return None
        if self.tokens[s].low in language.prepositions or self.tokens[s].low in language.participles:
            return self._after_preposition((s, e))
        j = s
        while j < e and (j == s or not self._phrase_ends(j, s)):
            j += 1
        if (
            j < e
            and not self._names((s, j))
            and self.tokens[s].capital
            and self.tokens[s].low not in language.determiners
        ):
            tail = self._capital_tail((j, e))
            if tail:
                return (s, e) if e - s <= 6 else tail
        if 0 < e - j <= 3 and self._runs_on(j, e):
            return (s, e)
        last = self.tokens[e - 1]
        if j < e and last.low in language.pronouns and last.low not in _NO_SUBJECT:
            return (e - 1, e)
        return self._subject((s, j))

    def _runs_on(self, j: int, e: int) -> bool:
        """Say whether only plain small nouns stand between a name and its verb: "the Asian country recognized"."""
        language = self.language
        return all(
            t.word[0].isalpha()
            and not t.capital
            and not t.low.endswith("ed")
            and t.low not in language.prepositions
            and t.low not in language.breaks
            and t.low not in language.relatives
            and t.low not in language.determiners
            and t.low not in language.pronouns
            and t.low not in language.spells
            and t.low not in _JOINING
            for t in self.tokens[j:e]
        )

    def _subject(self, found: Range) -> Range | None:
        first = self.tokens[found[0]]
        if first.low in _NO_SUBJECT and found[1] - found[0] == 1:
            return None
        return found if first.word[0].isalnum() else None

    def _names(self, found: Range) -> bool:
        """Say whether a phrase holds a name, not only titles."""
        language = self.language
        return any(
            t.capital and t.low not in language.titles and not self.is_opener(t) and t.low not in language.roles
            for t in self.tokens[found[0] : found[1]]
        )

    def _capital_tail(self, found: Range) -> Range | None:
        s = found[1]
        while s > found[0] and self.tokens[s - 1].capital:
            s -= 1
        return (s, found[1]) if found[1] - s >= 2 else None

    def _after_preposition(self, found: Range) -> Range | None:
        """Read "In a statement Smith", "On Monday the senator"."""
        s, e = found
        last = self.tokens[e - 1]
        if last.low in self.language.pronouns:
            return (e - 1, e) if last.low not in _NO_SUBJECT else None
        j = e
        while (
            j > s + 1
            and self.tokens[j - 1].low not in self.language.determiners
            and self.tokens[j - 1].low not in self.language.prepositions
        ):
            j -= 1
        if (
            self.tokens[j - 1].low in self.language.determiners
            and j - 2 > s
            and self.tokens[j - 2].low not in self.language.prepositions
        ):
            return (j - 1, e)
        tail = e
        while tail > s and self.tokens[tail - 1].capital and self.tokens[tail - 1].low not in self.language.openers:
            tail -= 1
        if tail < e and tail - 1 > s and self.tokens[tail - 1].low not in self.language.prepositions:
            return (tail, e)
        return (tail, e) if tail < e and self.tokens[tail - 1].low in self.language.openers else None

    # --- special places

    def run_start(self, j: int) -> int:
        """Give the place of the first capital word of the run that ends at `j`."""
        while j > self.start and self.tokens[j - 1].capital and self.tokens[j - 1].low not in self.language.openers:
            j -= 1
        return j

    def quoted_person(self, k: int) -> Range | None:
        """Read "quoted X as": X; "X was quoted as": X."""
        for j in range(k - 1, max(self.start - 1, k - 9), -1):
            if self.tokens[j].low in {
                "quoted",
                "quotes",
                "cited",
                "quoting",
                "citing",
                "described",
                "zitiert",
                "zitierte",
            }:
                return self.after(j + 1) if j + 1 < k else self.before(j).subject
        return None

    def modified(self, k: int) -> Range | None:
        """Read "protesters chanting": the phrase right before a participle, where it can speak."""
        before = self.tokens[k - 1]
        if before.quote >= 0 or not before.word[0].isalpha() or before.low in self.language.prepositions:
            return None
        if (
            before.low in _JOINING
            or before.low in self.language.breaks
            or before.low in _PAPERS
            or self._skippable(before)
        ):
            return None
        if not before.capital and before.low not in self.language.roles:
            return None
        s = k - 1
        while (
            s > self.start
            and not self._stops(self.tokens[s - 1])
            and self.tokens[s - 1].low not in self.language.prepositions
        ):
            s -= 1
        return self._head((s, k))

    def after_comma(self, i: int) -> Range | None:
        """Read the phrase after the comma that ends an opening clause."""
        for j in range(i, self.end - 1):
            if self.tokens[j].word == "," or self.tokens[j].quote >= 0:
                found = self.after(j + 1)
                if found:
                    return found
        return None

    def main_subject(self, k: int) -> Range | None:
        """Read the subject of the sentence, before `k`."""
        i = self.start
        while i < k and (self.tokens[i].quote >= 0 or not self.tokens[i].word[0].isalnum()):
            i += 1
        i = self._after_dateline(i, k)
        while i < k and self._is_opening_clause(i):
            comma = next((j for j in range(i, k) if self.tokens[j].word == ","), None)
            if comma is None:
                break
            i = self._over_place(comma + 1, k)
        for j in range(i, min(k, i + 14)):
            if self.tokens[j].word in PAUSES:
                continue
            if self._is_noise(self.tokens[j]):
                continue
            found = self.after(j)
            if found and found[0] < k:
                return (found[0], min(found[1], k))
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
        starts = comma and (self.tokens[j + 1].capital or self.tokens[j + 1].low in self.language.pronouns)
        return j + 1 if starts else i

    def _is_noise(self, token: Token) -> bool:
        language = self.language
        return token.quote >= 0 or (
            (token.low in language.openers or self._skippable(token))
            and token.low not in language.determiners
            and token.low not in language.pronouns
        )

    def _is_opening_clause(self, i: int) -> bool:
        low = self.tokens[i].low
        language = self.language
        if low.endswith("ly") and i + 1 < self.end:
            low = self.tokens[i + 1].low
        return (
            low in language.prepositions
            or low in language.participles
            or low in {"asked", "while", "when", "if", "as", "because", "although", "though", "even", "just", "once"}
            or low.endswith(language.participle_ending)
        )
