"""Resolution of a printed mention ("Patel", "he", "the top Russian envoy") to a person of the article."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.domain import Attribution, Span
from desktop.text.attribution.common_nouns import names_a_thing
from desktop.text.attribution.given_names import gender_of
from desktop.text.attribution.outlets import outlet_of
from desktop.text.attribution.people import Mention, Name, People, read_name
from desktop.text.attribution.sentences import POSSESSIVE
from desktop.text.attribution.speaker_check import is_no_source
from desktop.text.attribution.speakers import Evidence
from desktop.text.languages.reporting import STRONG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.text.attribution.people import Person
    from desktop.text.attribution.sentences import Token
    from desktop.text.attribution.speakers import QuotationContext
    from desktop.text.languages.reporting import Reporting
    from desktop.text.quotation.quotations import Quotation, Quotations


_PIECE = re.compile(r"[\w][\w'’.&-]*|[^\w\s]")
_BEFORE = 140
_REACH = 1500  # code points before a pronoun within which its person must stand
_FAR = 6000  # ... and before "the envoy"
_REMEMBERED = 40  # unnamed sources
_TRIES = 8  # places of "official" looked at
_LATELY = 1200  # code points after which "the official" may again be somebody with a name
_NEAR_OTHER = 500  # code points before a subject of unknown gender within which another is preferred
_BESIDE_VERB = 14  # code points between a speaker and the verb: " has also "
_SENTENCE = 400  # code points of a sentence
_NEXT_WORD = re.compile(r"[ \u00a0]([^\W\d_]+)")
_LAST_WORD = re.compile(r"[“”\"’'»,] ?([^\W\d_]+) (?:[\w.]+ ){0,3}\Z")  # ", said Mayor" before a name
_WORD_AT_END = re.compile(r"[\w.]+\Z")
_SENTENCE_START = re.compile(r"[.!?][”\"'’)]{0,2}\s+|\n")
_LEAD = 80  # code points that may lead up to the subject of a sentence
_WORD = re.compile(r"\w+")
_SEVERAL = re.compile(r"(?<![\w.])([A-Z][\w.'’-]*(?:\s[\w.'’-]+){0,2})$")
_BESIDE = 80  # code points from a description to the name beside it
_SIGNS = ',;:()\n“”„«»"'
_OFFICES = frozenset(
    {"spokesperson", "ambassador", "minister", "governor", "official", "adviser", "director", "general", "president"}
)


def role_before(text: str, start: int, language: Reporting) -> str:
    """Read "White House spokesperson" in front of a name, or "Russia's ambassador to the UN, " before it."""
    pieces = [m.group() for m in _PIECE.finditer(text, max(0, start - _BEFORE), start)]
    line = text[max(0, start - _BEFORE) : start].rpartition("\n")[2]
    pieces = pieces[-len(_PIECE.findall(line)) :] if line.strip() else []
    if pieces and pieces[-1] == ",":
        return _office(_back(pieces[:-1], language, inside=True), language) or _bare_office(pieces[:-1], language)
    return _title(_back(pieces, language, inside=False), language)


def _back(pieces: list[str], language: Reporting, *, inside: bool) -> list[str]:
    """Walk back from the end to the word that cannot belong to a role."""
    out: list[str] = []
    for piece in reversed(pieces[-14:]):
        low = piece.lower().replace("’", "'")
        if (
            not piece[0].isalnum()
            or low in language.clauses.breaks
            or low in language.subjects.pronouns
            or low in language.clauses.relatives
        ):
            break
        if low in language.verbs.cues and low not in language.names.roles and not piece[0].isupper():
            break
        joins = (
            low in language.names.role_links
            or low in language.clauses.prepositions
            or low in language.subjects.determiners
        )
        if joins and not (inside and low in language.names.role_links):
            break
        if low in language.names.openers and piece[0].isupper() and not piece.isupper():
            break
        out.append(piece)
    out.reverse()
    while out and out[0].lower() in language.names.role_links:
        out.pop(0)
    return out


def _title(words: list[str], language: Reporting) -> str:
    last = words[-1].lower() if words else ""
    known = last in language.names.roles or last.rstrip(".") in language.names.titles
    honorific = len(words) == 1 and last.rstrip(".") in language.names.honorifics
    return " ".join(words) if known and not honorific else ""


def _office(words: list[str], language: Reporting) -> str:
    has_role = any(w.lower() in language.names.roles for w in words)
    return " ".join(words) if has_role and len(words) >= 2 else ""


def _bare_office(pieces: list[str], language: Reporting) -> str:
    """Read "the mayor, " before a name."""
    known = (
        len(pieces) > 1
        and pieces[-1].lower() in language.names.roles
        and pieces[-2].lower() in language.subjects.determiners
    )
    return pieces[-1] if known else ""


def role_after(text: str, end: int, language: Reporting) -> str:
    """Read ", Britain's ambassador to North Korea from 2015 to 2018" behind a name."""
    of = language.names.of_group.match(text, end, min(len(text), end + 120))
    if of:
        return of.group(1)
    match = language.names.role_behind.match(text, end, min(len(text), end + 160))
    if not match:
        return ""
    chunk = language.names.who_is.sub("", match.group(1)).strip()
    words = chunk.lower().replace("’", "'").split()
    if (
        not any(w in language.names.roles for w in words[:9])
        or words[0] in language.subjects.pronouns
        or words[0] in language.clauses.relatives
    ):
        return ""
    if any(w in language.verbs.cues and w not in language.names.roles for w in words[:4]):
        return ""
    return language.names.leading_article.sub("", chunk)


def nouns_of(role: str, language: Reporting) -> set[str]:
    """Say what a role comes down to: {"ambassador"}; a "chief engineer of the mayor" is no chief and no mayor."""
    heads: list[str] = []
    head = ""
    for word in [*re.findall(r"[\w-]+", role.lower()), ""]:
        ends = not word or word in language.clauses.prepositions or word in language.clauses.adding
        if ends and head:
            heads.append(head)
            head = ""
        if word and word in language.clauses.prepositions:
            break
        head = word if word in language.names.roles else head
    return {language.names.roles[word] for word in heads} | set(heads)


def _outer_start(quotation: Quotation) -> int:
    return quotation.outer.start


class Resolver:
    """Looks the speakers of one article up, in text order."""

    def __init__(self, quotations: Quotations, people: People, language: Reporting) -> None:
        self.quotations = quotations
        self.text = quotations.text
        self.people = people
        self.language = language
        self.spoken: list[tuple[int, Person]] = []  # who spoke where, in order
        self.unnamed: list[tuple[int, str]] = []  # "a US official", where
        self._things: dict[str, bool] = {}  # names that may be those of things
        self._known: dict[Span, tuple[str, str, Span, str]] = {}  # speaker -> person, role, narrowed span, as printed

    def attribution(self, context: QuotationContext) -> Attribution:
        if not context.speaker or not context.subject or not context.cue:
            return Attribution()
        words = context.tokens[context.subject[0] : context.subject[1]]
        if context.speaker not in self._known:
            person, role, span = self._look_up(list(words), context.speaker)
            if context.others:
                person, role, span = self._together(person, words, context), "", context.speaker
            printed = span.of(self.quotations.printed)
            if not person and printed.lower() in self.language.clauses.relatives:
                person = self._printed(words)  # "a boy who calls himself"
            self._known[context.speaker] = person, role, span, printed
        person, role, span, printed = self._known[context.speaker]
        german = self.language.names.capital_nouns
        if self._is_thing(context, person) if german else self._is_nobody(words, person, context):
            return Attribution()
        via = outlet_of(self.text, span, context.cue, context.quotation.outer, self.language)
        return Attribution(printed, span, person, role, context.cue.of(self.quotations.printed), context.cue, via)

    def _is_thing(self, context: QuotationContext, person: str) -> bool:
        """Say whether the subject of a German sentence is a thing, and nobody whom the article names."""
        assert context.subject is not None
        assert context.cue is not None
        words = context.tokens[context.subject[0] : context.subject[1]]
        cue = context.cue.of(self.text).lower()
        said = (
            cue == ":"
            or self.language.verbs.cues.get(cue, 0) >= STRONG
            or any(cue == " ".join(phrase) for phrase in self.language.sources.according)
        )
        known = person in self._mentioned
        return not known and names_a_thing(words, self.language, said=said or cue in self.language.sources.postposed)

    @cached_property
    def _mentioned(self) -> frozenset[str]:
        return frozenset(mention.person.name for mention in self.people.mentions) - {""}

    def _together(self, first: str, words: Sequence[Token], context: QuotationContext) -> str:
        """Name all who speak together: "Ann Lee, Tom Berg"."""
        names = [first or self._printed(words)]
        for start, end in context.others:
            other = context.tokens[start:end]
            person, _, _ = self._look_up(list(other), Span(other[0].start, other[-1].end))
            names.append(person or self._printed(other))
        return ", ".join(names)

    def _printed(self, words: Sequence[Token]) -> str:
        return self.quotations.printed[words[0].start : words[-1].end]

    def _is_nobody(self, words: Sequence[Token], person: str, context: QuotationContext) -> bool:
        """Say whether what was found cannot speak: a place, a time, a credit line."""
        if len(words) == 1 and words[0].low in self.language.subjects.pronouns:
            return False
        known = person and (gender_of(person.partition(" ")[0]) or self.people.of_full_name(person))
        if not known and (self._is_adjective(words, context) or self._begins_thing(words, context)):
            return True
        capitals = [word for word in words if word.capital]
        said = context.evidence is Evidence.SAID or self._stands_by_verb(context)
        head = words[-1]
        small = (
            head.word[0].islower() or head.low in self.language.names.roles or head.low in self.language.names.peoples
        )
        return bool(capitals) and not known and not small and is_no_source(capitals, self.language, said=said)

    def _begins_thing(self, words: Sequence[Token], context: QuotationContext) -> bool:
        """Say whether a phrase has one capital, that of its sentence, and an unknown noun: "Late payment"."""
        first, last = words[0], words[-1]
        if len(words) < 2 or not first.capital or context.evidence is Evidence.SAID or first.word.isupper():
            return False
        place = context.subject[0] if context.subject else 0
        before = context.tokens[place - 1] if place else None
        small = all(word.word[0].islower() and word.low not in self.language.names.roles for word in words[1:])
        plain = first.low not in self.language.names.roles and not first.low.endswith(POSSESSIVE)
        agent = last.low.endswith(self.language.names.agent_endings) if self.language.names.agent_endings else True
        determined = first.low in self.language.subjects.determiners
        return (before is None or before.word == ".") and small and plain and not agent and not determined

    def _is_adjective(self, words: Sequence[Token], context: QuotationContext) -> bool:
        """Say whether a single word has its capital only because it begins "Full list", "Heavy rain"."""
        place = context.subject[0] if context.subject else 0
        if len(words) > 1 or not words[0].capital or place + 1 >= len(context.tokens):
            return False
        before, after = context.tokens[place - 1] if place else None, context.tokens[place + 1]
        if (before is not None and before.word != ".") or after.quote >= 0 or not after.word[0].islower():
            return False
        language = self.language
        goes_on = (
            language.verbs.cues,
            language.clauses.fillers,
            language.clauses.prepositions,
            language.clauses.breaks,
        )
        more = (
            language.verbs.participles,
            language.clauses.joining,
            language.clauses.relatives,
            language.verbs.sayings,
        )
        return not any(after.low in table for table in (*goes_on, *more)) and not after.low.endswith(
            (*language.verbs.past_endings, *language.verbs.present_endings, *language.verbs.adverb_endings)
        )

    def _stands_by_verb(self, context: QuotationContext) -> bool:
        """Say whether nothing stands between the speaker and the verb: "Tokyo called it “late”"."""
        if context.evidence is Evidence.PLACE or context.guess or not context.speaker or not context.cue:
            return False
        first, second = sorted((context.speaker, context.cue))
        between = self.text[first.end : second.start]
        return len(between) < _BESIDE_VERB and not any(sign in between for sign in ",;:()—–")

    def _look_up(self, words: list[Token], span: Span) -> tuple[str, str, Span]:
        first = words[0]
        if len(words) == 1 and first.low in self.language.subjects.pronouns:
            if self.language.subjects.pronouns[first.low] == "p":
                return self._several(first), "", span
            person = self._pronoun(first)
            return (person.name if person else "", person.role if person else "", span)
        if len(words) == 1 and self.language.subjects.possessives.get(first.low):
            person = self._gendered(first.start, self.language.subjects.possessives[first.low])
            return (person.name if person else "", "", span)
        name = self._name_in(words)
        if name and not (self.language.names.capital_nouns and self._is_office(name)):
            return self._named(name, words, span)
        return self._unnamed(words, span)

    def _name_in(self, words: list[Token]) -> Name | None:
        """Take the last run of capital words of a phrase, unless a noun in small letters ends it."""
        if words[-1].low in self.language.names.roles and not words[-1].capital:
            return None
        end = len(words)
        while end and not words[end - 1].capital:
            end -= 1
        if not end or (
            end < len(words) and words[-1].word[0].isalpha() and end <= len(words) - 1 and not words[-1].capital
        ):
            return None
        start = end
        while start and (
            words[start - 1].capital
            or (words[start - 1].low in self.language.names.particles and start > 1 and words[start - 2].capital)
        ):
            start -= 1
        run = self.text[words[start].start : words[end - 1].end]
        names = read_name(run, words[start].start, self.language)
        return names[-1] if names and not self._is_field(words[:start], names[-1], words[start]) else None

    def _is_field(self, before: list[Token], name: Name, first: Token) -> bool:
        """Say whether a name only tells of what or where somebody is "mayor of" or "archbishop of"."""
        if len(before) < 2 or name.start != first.start or before[-1].low not in self.language.clauses.prepositions:
            return False
        return before[-2].low in self.language.names.roles or before[-2].low in self.language.names.titles

    def _is_office(self, name: Name) -> bool:
        """Tell "Oberkommandierende General" from a name where every noun has a capital."""
        return self.people.of_name(name) is None and name.name.split()[-1].lower() in self.language.names.roles

    def _named(self, name: Name, words: list[Token], span: Span) -> tuple[str, str, Span]:
        person = self.people.of_name(name)
        if (
            person is None
            and words[0].low in self.language.subjects.determiners
            and words[-1].low in self.language.names.peoples
        ):
            return "", "", span  # "one Republican"
        if person is None:
            return name.name, "", Span(words[0].start, max(name.end, words[0].end))
        self.spoken.append((name.start, person))
        self._learn(person)
        return person.name, person.role, Span(span.start, max(name.end, span.start + 1))

    def _several(self, token: Token) -> str:
        """Find whom "they" means: the group that spoke last."""
        if token.low in self.language.subjects.first_persons:
            return ""
        groups = [
            p
            for at, p in self.unnamed[-_REMEMBERED:]
            if p.lower().endswith(self.language.subjects.plural_endings) and token.start - at < _REACH
        ]
        return groups[-1] if groups else ""

    def _pronoun(self, token: Token) -> Person | None:
        gender = self.language.subjects.pronouns[token.low]
        return self._gendered(token.start, gender) if gender in {"m", "f"} else None

    def _gendered(self, at: int, gender: str) -> Person | None:
        """Find whom "he" or "she" means: the latest who spoke, or was the subject of a sentence, before it."""
        best = self._latest_subject(at, gender)
        if best:
            self._learn(best)
            best.gender = best.gender or gender
            self.spoken.append((at, best))
        return best

    def _latest_subject(self, at: int, gender: str) -> Person | None:
        """Give the person of the latest subject before a place, the sentence of the place first."""
        mentions = [m for m in self.people.before(at, _REACH) if not self._is_quoted(m)]
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
        named = [m for m in self.people.before(at, _REACH) if self._fits(m.person, gender) and not self._is_quoted(m)]
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

    # --- speakers without a name

    def _unnamed(self, words: list[Token], span: Span) -> tuple[str, str, Span]:
        """Look "the top Russian envoy" up; keep "a US official" for the next "the official"."""
        heads = [t for t in words if t.low in self.language.names.roles]
        phrase = span.of(self.text)
        owned = words[0].low in self.language.subjects.definite or words[0].low.endswith(POSSESSIVE)
        definite = owned or (words[0].capital and words[0].low not in self.language.subjects.indefinite)
        person = self._described(words, heads, span) if definite else None
        if person:
            self.spoken.append((span.start, person))
            return person.name, person.role, span
        if not heads:
            return "", "", span
        span = self._with_knowledge(heads[-1], span)
        phrase = span.of(self.text)
        new = words[0].low in self.language.subjects.introducing
        earlier = "" if new else self._earlier_unnamed(heads[-1].low, phrase)
        if not new and not earlier:
            earlier = self._introduced(heads[-1].low, span.start)
        if earlier:
            self.unnamed.append((span.start, earlier))
            return earlier, "", span
        self.unnamed.append((span.start, phrase))
        return "", "", span

    def _described(self, words: list[Token], heads: list[Token], span: Span) -> Person | None:
        """Find whom "the designer, Jonas Weck," "the 29-year-old" or "the top Russian envoy" means."""
        named = _named_beside(self.text, span, self.people, self.language)
        if named:
            self._learn(named)
            return named
        if any(self.language.names.age.fullmatch(t.low) for t in words[1:]):
            return self._gendered(span.start, "")
        if (
            heads
            and not heads[-1].low.endswith(self.language.subjects.plural_endings)
            and not self._introduced_lately(heads[-1].low, span.start)
        ):
            return self._by_role(words, heads[-1], span.start)
        return None

    def _with_knowledge(self, head: Token, span: Span) -> Span:
        """Keep what an unnamed source is said to know: "a person familiar with the matter"."""
        match = (
            self.language.sources.source_knowledge.match(self.text, span.end, span.end + 90)
            if head.end == span.end
            else None
        )
        return Span(span.start, match.end(1)) if match else span

    def _introduced_lately(self, head: str, at: int) -> bool:
        """Say whether "a Danish official" is the last to have been called an official before `at`."""
        return any(
            at - place < _LATELY
            and known.lower().endswith(head)
            and known.lower().split(maxsplit=1)[0] in self.language.subjects.singular_articles
            for place, known in self.unnamed[-2:]
        )

    def _earlier_unnamed(self, head: str, phrase: str) -> str:
        for _, known in reversed(self.unnamed[-_REMEMBERED:]):
            if known.lower().endswith(head) and len(known) > len(phrase):
                return known
        return ""

    def _introduced(self, head: str, at: int) -> str:
        """Find the words that brought an unnamed source in: "a US official" for a later "the official"."""
        before = _SEVERAL if head.endswith(self.language.subjects.plural_endings) else self.language.sources.one_source
        place = at
        for _ in range(_TRIES):
            place = self.text.rfind(" " + head, max(0, at - 2 * _REACH), place)
            if place < 0:
                return ""
            end = place + 1 + len(head)
            match = before.search(self.text[max(0, place - 60) : place])
            if match and not self.text[end : end + 1].isalnum() and self._describes(match.group(1)):
                return f"{match.group(1)} {head}"
        return ""

    def _describes(self, words: str) -> bool:
        first = words.split(maxsplit=1)[0]
        return (
            first in self.language.subjects.singular_articles
            or first.lower() not in self.language.names.openers
            or first.isupper()
        )

    def _by_role(self, words: list[Token], head: Token, at: int) -> Person | None:
        """Find the person whose role fits best; the later mention wins among equals."""
        kind = self.language.names.roles[head.low]
        if kind in {"organisation", "document", "source"}:
            return None
        if kind == "people":
            kind = head.low  # "the bishop" is no other than the bishop; "the people" is nobody
        best, best_score = None, 1.5
        of = self.language.names.of_what.match(self.text, head.end)
        for back, mention in enumerate(reversed(self.people.before(at, _FAR))):
            person = mention.person
            self._learn(person)
            score = self._fit(words, kind, person) - 0.02 * back
            if of and of.group(1)[:5].lower() not in person.role.lower():
                continue  # "the head of the union" is not the head of the bank
            if score > best_score:
                best, best_score = person, score
        return best

    def _fit(self, words: list[Token], kind: str, person: Person) -> float:
        same = kind in person.nouns
        if not same and not (kind == "official" and person.nouns & _OFFICES):
            return 0.0
        role_words = {w[:5].lower() for w in re.findall(r"\w+", person.role)}
        shared = sum(t.low[:5] in role_words for t in words if len(t.low) > 3)
        spoke = any(p is person for _, p in self.spoken[-3:])
        return 2.0 * same + 1.0 + 0.8 * shared + 1.2 * spoke

    def _learn(self, person: Person) -> None:
        """Read the role of a person once, at the first full mention that gives one."""
        if person.learnt:
            return
        person.learnt = True
        for start, end in person.places[:6]:
            role = role_before(self.text, start, self.language) or role_after(self.text, end, self.language)
            if role:
                person.role, person.nouns = role, nouns_of(role, self.language)
                return


def _named_beside(text: str, span: Span, people: People, language: Reporting) -> Person | None:
    """Read the person whose name follows a description, set off by commas."""
    mention = people.next(span.end)
    if mention is None or mention.start > span.end + _BESIDE:
        return None
    of, comma, between = text[span.end : mention.start].partition(",")
    if not comma:
        return mention.person if language.names.genitive_between.fullmatch(of) else None
    closed = language.names.apposition_end.match(text, mention.end) or _is_office(between, language)
    if not closed or any(sign in of + between for sign in _SIGNS):
        return None
    return mention.person if _belongs(of, language) and _describes(between, language) else None


def _belongs(words: str, language: Reporting) -> bool:
    """Say whether words between a description and its comma only tell of what: "of the union"."""
    first = words.split(maxsplit=1)[:1]
    return not first or first[0] in language.clauses.prepositions or first[0] in language.subjects.determiners


def _is_office(words: str, language: Reporting) -> bool:
    """Say whether an office stands right before the name: ", General George Casey"."""
    last = words.split()[-1:]
    return bool(last) and (last[0].lower() in language.names.titles or last[0].lower() in language.names.roles)


def _describes(words: str, language: Reporting) -> bool:
    """Say whether words between the comma and the name may stand before it: "historian", "the Most Rev."."""
    tables = (
        language.verbs.cues,
        language.clauses.relatives,
        language.clauses.breaks,
        language.clauses.prepositions,
        language.verbs.participles,
    )
    return not any(word in table for word in words.lower().split() for table in tables)
