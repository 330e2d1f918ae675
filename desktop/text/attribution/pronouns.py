"""Persons behind pronouns: the latest who spoke, or was the subject of a sentence, before "he" and "she"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from desktop.lazy_pattern import lazy_pattern
from desktop.text.languages.reporting import STRONG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.text.attribution.people import Mention, People, Person
    from desktop.text.languages.reporting import Reporting
    from desktop.text.quotation.quotations import Quotation, Quotations

REACH = 1500  # code points before a pronoun within which its person must stand
_NEAR_OTHER = 500  # code points before a subject of unknown gender within which another is preferred
_SENTENCE = 400  # code points of a sentence
_NEXT_WORD = lazy_pattern(r"[ \u00a0]([^\W\d_]+)")
_LAST_WORD = lazy_pattern(r"[“”\"’'»,] ?([^\W\d_]+) (?:[\w.]+ ){0,3}\Z")  # ", said Mayor" before a name
_WORD_AT_END = lazy_pattern(r"[\w.]+\Z")
_SENTENCE_START = lazy_pattern(r"[.!?][”\"'’)]{0,2}\s+|\n")
_LEAD = 80  # code points that may lead up to the subject of a sentence
_WORD = lazy_pattern(r"\w+")


class Antecedents:
    """Finds whom the pronouns of one article mean; whoever is found to speak is told to it in text order."""

    def __init__(self, quotations: Quotations, people: People, language: Reporting) -> None:
        self.quotations = quotations
        self.text = quotations.text
        self.people = people
        self.language = language
        self.spoken: list[tuple[int, Person]] = []  # who spoke where, in order
        self._things: dict[str, bool] = {}  # names that may be those of things

    def person(self, at: int, gender: str) -> Person | None:
        """Give the person of the latest subject before a place, the sentence of the place first."""
        mentions = [m for m in self.people.before(at, REACH) if not self._is_quoted(m)]
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
            person = mention.person
            if closing and _SENTENCE_START.search(self.text, mention.end, closing_at):
                return closing
            if not self._fits(person, gender) or mention.possessive or self._may_be_a_thing(person):
                continue
            opens = self._opens_sentence(mention)
            if opens:
                return person
            if closing is None and self._speaks(mention):
                if self.text[mention.end : mention.end + 1] != ",":
                    return person
                closing, closing_at = person, mention.start  # "Ann Lee, of the Baker Trust, says"
        return closing or self._latest_named(at, gender)

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
        found = self.quotations.found
        place = bisect_left(found, start, key=_outer_start)
        return place < len(found) and found[place].outer.start < end

    def _may_be_a_thing(self, person: Person) -> bool:
        """Say whether a name that tells no gender may be that of a firm or a plan: the text has its last word small."""
        if person.gender:
            return False
        if person.name not in self._things:
            word = person.surname
            self._things[person.name] = (
                f" {word} " in self.text or f" {word}s " in self.text or f" {word}," in self.text
            )
        return self._things[person.name]

    def _latest_named(self, at: int, gender: str) -> Person | None:
        """Give the latest who is named before a place and fits, where nobody was a subject."""
        named = [m for m in self.people.before(at, REACH) if self._fits(m.person, gender) and not self._is_quoted(m)]
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
        match = self.language.names.name_then_verb.match(self.text, mention.end, mention.end + 30)
        if match is not None and self.language.verbs.cues.get(match.group(1), 0) >= STRONG:
            return True
        before = _LAST_WORD.search(self.text, max(0, mention.start - 40), mention.start)
        if before is None or self.language.verbs.cues.get(before.group(1), 0) < STRONG:
            return False
        after = _NEXT_WORD.match(self.text, mention.end)
        return after is None or after.group(1) in self.language.clauses.prepositions

    def _is_quoted(self, mention: Mention) -> bool:
        found = self.quotations.found
        low, high = 0, len(found)
        while low < high:
            middle = (low + high) // 2
            if found[middle].outer.end <= mention.start:
                low = middle + 1
            else:
                high = middle
        return low < len(found) and found[low].outer.start <= mention.start

    def _opens_sentence(self, mention: Mention) -> bool:
        """Say whether a name is the subject of its sentence: only words that lead up to it stand before it."""
        reach = max(0, mention.start - _LEAD)
        before = self.text[reach : mention.start]
        if before.endswith("/"):
            return False
        if before.endswith((", ", ",\u00a0")) and self.text[mention.end : mention.end + 1] == ",":
            return True
        starts = [m.end() for m in _SENTENCE_START.finditer(before) if not self._is_abbreviated(before, m.start())]
        if not starts and reach:
            return False
        start = starts[-1] if starts else 0
        other = self.people.last_before(mention)
        if other is not None and other.end > reach + start and not other.possessive:
            between = self.text[other.end : mention.start].lower().split()
            if not between or not all(
                w in self.language.names.roles or w in self.language.names.titles for w in between
            ):
                return False  # "Lee spokesman Bo Tan" begins with another name
        words = _WORD.findall(before[start:])
        return self.language.names.linking.isdisjoint(words) and not any(
            word in self.language.verbs.cues and word not in self.language.names.roles for word in words
        )

    def _is_abbreviated(self, text: str, stop: int) -> bool:
        word = _WORD_AT_END.search(text, max(0, stop - 20), stop)
        return word is not None and self.language.language.owns_full_stop("", word.group(), " X")


def _outer_start(quotation: Quotation) -> int:
    return quotation.outer.start
