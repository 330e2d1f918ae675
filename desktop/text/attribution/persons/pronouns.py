"""Persons behind pronouns: the latest who spoke, or was the subject of a sentence, before "he" and "she"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from desktop.lazy_pattern import lazy_pattern, lazy_pattern_with
from desktop.text.attribution.roles import role_after, role_before
from desktop.text.languages.reporting import STRONG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.text.attribution.persons.namesakes import Person
    from desktop.text.attribution.persons.people import Mention, People
    from desktop.text.languages.reporting import Reporting
    from desktop.text.quotation.quotations import Quotations

REACH = 1500  # code points before a pronoun within which its person must stand
_NEAR_OTHER = 500  # code points before a subject of unknown gender within which another is preferred
_SENTENCE = 400  # code points of a sentence
_NEXT_WORD = lazy_pattern(r"[ \u00a0]([^\W\d_]+)")
_LAST_WORD = lazy_pattern_with(
    "“”\"’'»,", r"[“”\"’'»,] ?([^\W\d_]+) (?:[\w.]+ ){0,3}\Z"
)  # ", said Mayor" before a name
_LAST_BEFORE = lazy_pattern(r"([^\W\d_]+)[ \u00a0]\Z")
_WORD_AT_END = lazy_pattern(r"[\w.]+\Z")
_SENTENCE_START = lazy_pattern(r"[.!?][”\"'’)]{0,2}\s+|\n")
_RELATIVE = 140  # code points of what describes somebody, up to the verb of "who said"
_LEAD = 140  # code points that may lead up to the subject of a sentence
_WORD = lazy_pattern(r"\w+")
_PLACES = 3  # full mentions at which an office is looked for


class Antecedents:
    """Finds whom the pronouns of one article mean; whoever is found to speak is passed to it in text order."""

    def __init__(self, quotations: Quotations, people: People, language: Reporting) -> None:
        self.quotations = quotations
        self.text = quotations.text
        self.people = people
        self.language = language
        self.spoken: list[tuple[int, Person]] = []  # who spoke where, in order
        self._quoted = [quotation.outer.start for quotation in quotations.found]
        self._things: dict[str, bool] = {}  # names that may be those of things

    def person(self, at: int, gender: str) -> Person | None:
        """Give the person of the latest subject before a place, the sentence of the place first."""
        mentions = [m for m in self.people.before(at, REACH) if not self.is_quoted(m.start)]
        same = self._in_sentence(mentions, at, gender)
        if same:
            return same
        spoke, closing, closing_at = len(self.spoken) - 1, None, at
        for mention in reversed(mentions):
            while spoke >= 0 and self.spoken[spoke][0] >= mention.end:
                place, person = self.spoken[spoke]
                spoke -= 1
                if place < at and self._fits(person, gender):
                    return closing or person
            if closing and _SENTENCE_START.search(self.text, mention.end, closing_at):
                return closing
            if not self._fits(mention.person, gender) or self._may_be_a_thing(mention.person):
                continue
            if self._is_subject(mention, gender):
                return closing or mention.person if mention.possessive else mention.person
            if closing is None and not mention.possessive and self._speaks(mention):
                closing, closing_at = mention.person, mention.start  # "Ann Lee, of the Baker Trust, says"
                if self.text[mention.end : mention.end + 1] != ",":
                    return closing
        return closing or self._latest_named(at, gender)

    def _is_subject(self, mention: Mention, gender: str) -> bool:
        """Say whether a sentence is about somebody: "Ann Lee came", or "Ann Lee's letter is late" for "she"."""
        if not mention.possessive:
            return self._opens_sentence(mention)
        sure = gender != "" and mention.person.gender == gender
        return sure and self._opens_sentence(mention) and self._owns_thing(mention)

    def _in_sentence(self, mentions: Sequence[Mention], at: int, gender: str) -> Person | None:
        """Give the first who fits of those named in the same sentence before a place."""
        found = None
        for mention in reversed(mentions):
            if at - mention.end > _SENTENCE or _SENTENCE_START.search(self.text, mention.end, at):
                break
            if (
                mention.person.gender == gender
                and gender
                and not mention.possessive
                and self._begins_clause(mention, at)
            ):
                found = mention.person
        return found

    def _begins_clause(self, mention: Mention, at: int) -> bool:
        """Say whether a name is the subject of its sentence or of a clause that runs up to a place."""
        before = self.text[max(0, mention.start - 20) : mention.start].split()
        leads = bool(before) and (
            before[-1] in self.language.clauses.breaks or before[-1].rstrip(".").lower() in self.language.names.titles
        )
        return (leads or self._opens_sentence(mention)) and not self._quotes_between(mention.end, at)

    def _quotes_between(self, start: int, end: int) -> bool:
        place = bisect_left(self._quoted, start)
        return place < len(self._quoted) and self._quoted[place] < end

    def _may_be_a_thing(self, person: Person) -> bool:
        """Say whether a name that tells no gender may be that of a firm or a plan: the text has its last word small."""
        if person.gender:
            return False
        if person.name not in self._things:
            word = person.surname
            small = f" {word} " in self.text or f" {word}s " in self.text or f" {word}," in self.text
            self._things[person.name] = small or not self._is_somebody(person)
        return self._things[person.name]

    def _is_somebody(self, person: Person) -> bool:
        """Say whether the text lets a name without a known given name speak, or gives it an office."""
        if any(known is person for _, known in self.spoken):
            return True
        own = [mention for mention in self.people.mentions if mention.person is person]
        return any(self._speaks(mention) for mention in own) or any(
            role_before(self.text, start, self.language) or role_after(self.text, end, self.language)
            for start, end in person.places[:_PLACES]
        )

    def _latest_named(self, at: int, gender: str) -> Person | None:
        """Give the latest who is named before a place and fits, where nobody was a subject."""
        named = [
            m for m in self.people.before(at, REACH) if self._fits(m.person, gender) and not self.is_quoted(m.start)
        ]
        named.reverse()
        sure = [m for m in named if m.person.gender == gender]
        near = [m for m in named if at - m.end < _NEAR_OTHER]
        chosen = [*(m for m in sure if not m.possessive), *sure, *near]
        return chosen[0].person if chosen else None

    @staticmethod
    def _fits(person: Person, gender: str) -> bool:
        return not gender or person.gender in {"", gender}

    def _speaks(self, mention: Mention) -> bool:
        """Say whether a verb of saying stands beside a name: "Dot Perry, says that is not so", "said Dot Perry"."""
        before = _LAST_BEFORE.search(self.text, max(0, mention.start - 20), mention.start)
        clauses = self.language.clauses
        word = before.group(1) if before else ""
        if word in clauses.opening_clauses or word in clauses.conjunctions:
            return False  # "because Ann Lee agreed"
        match = self.language.names.name_then_verb.match(self.text, mention.end, mention.end + 30)
        if match is not None and self.language.verbs.cues.get(match.group(1), 0) >= STRONG:
            return True
        if self._who_speaks(mention):
            return True
        before = _LAST_WORD.search(self.text, max(0, mention.start - 40), mention.start)
        if before is None or self.language.verbs.cues.get(before.group(1), 0) < STRONG:
            return False
        after = _NEXT_WORD.match(self.text, mention.end)
        return after is None or after.group(1) in self.language.clauses.prepositions

    def _who_speaks(self, mention: Mention) -> bool:
        """Read "asked Ann Lee, the leader of the guild, who said no": a relative clause in which somebody speaks."""
        end = min(len(self.text), mention.end + _RELATIVE)
        stop = _SENTENCE_START.search(self.text, mention.end, end)
        relative = self.language.names.who_speaks.match(self.text, mention.end, stop.start() if stop else end)
        if relative is None or self.language.verbs.cues.get(relative.group(1), 0) < STRONG:
            return False
        after = self.people.next(mention.end)
        return after is None or after.start > relative.start(1)

    def is_quoted(self, place: int) -> bool:
        """Say whether a place lies within a quotation."""
        at = bisect_right(self._quoted, place) - 1
        return at >= 0 and self.quotations.found[at].outer.end > place

    def _opens_sentence(self, mention: Mention) -> bool:
        """Say whether a name is the subject of its sentence: only words that lead up to it stand before it."""
        reach = max(0, mention.start - _LEAD)
        before = self.text[reach : mention.start]
        if before.endswith("/"):
            return False
        starts = [m.end() for m in _SENTENCE_START.finditer(before) if not self._is_abbreviated(before, m.start())]
        if not starts and reach:
            return False
        start = starts[-1] if starts else 0
        opening = self._behind_opening(before[start:])
        start += opening
        if not opening and before.endswith((", ", ",\u00a0")) and self.text[mention.end : mention.end + 1] == ",":
            before = before[:-2]  # "The designer, Jonas Weck,"
        if self._only_describes(mention):
            return False
        other = self.people.last_before(mention)
        if other is not None and other.end > reach + start and not other.possessive:
            between = self.text[other.end : mention.start].lower().split()
            if not between or not all(
                w in self.language.names.roles or w in self.language.names.titles for w in between
            ):
                return False  # "Lee spokesman Bo Tan" begins with another name
        words = _WORD.findall(before[start:])
        if tuple(word.lower() for word in words) in self.language.clauses.topics:
            return True
        return self.language.names.linking.isdisjoint(words) and not self._holds_verb(words)

    def _holds_verb(self, words: Sequence[str]) -> bool:
        """Say whether a verb of saying stands among words; not in "The alleged thief" or "State Senator"."""
        names, cues = self.language.names, self.language.verbs.cues
        determiners = self.language.subjects.determiners
        return any(
            word in cues
            and word not in names.roles
            and word not in names.titles
            and not (at and words[at - 1].lower() in determiners)
            for at, word in enumerate(words)
        )

    def _behind_opening(self, words: str) -> int:
        """Give where the main clause begins behind "At a rally in Salem, " or "Speaking on Monday, "; else 0."""
        comma = words.rfind(", ")
        first = _WORD.match(words)
        if comma < 0 or first is None:
            return 0
        low, clauses = first.group().lower(), self.language.clauses
        opens = (
            low in clauses.prepositions
            or low in clauses.opening_clauses
            or self.language.is_participle(low)
            or low.endswith(self.language.verbs.adverb_endings)
        )
        return comma + 2 if opens else 0

    def _owns_thing(self, mention: Mention) -> bool:
        """Say whether what somebody has is nobody who could speak: "Lee's new plan", not "Lee's wife"."""
        roles = self.language.names.roles
        words = _WORD.findall(self.text[mention.end + 2 : mention.end + 60])[:3]
        return bool(words) and all(roles.get(word.lower(), "document") == "document" for word in words)

    def _only_describes(self, mention: Mention) -> bool:
        """Say whether a name only stands before a noun: "The Lee plan failed", "Lee supporters came"."""
        after = _NEXT_WORD.match(self.text, mention.end)
        if after is None or after.group(1)[0].isupper():
            return False
        low, language = after.group(1), self.language
        if low in language.names.roles and low not in language.verbs.cues:
            return True
        before = _LAST_BEFORE.search(self.text, max(0, mention.start - 12), mention.start)
        article = before is not None and before.group(1).lower() in language.subjects.plain_articles
        return article and low not in language.clauses.fillers and low not in language.verbs.cues

    def _is_abbreviated(self, text: str, stop: int) -> bool:
        word = _WORD_AT_END.search(text, max(0, stop - 20), stop)
        return word is not None and self.language.language.owns_full_stop("", word.group(), " X")
