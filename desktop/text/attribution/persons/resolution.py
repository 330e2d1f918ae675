"""Resolution of a printed mention ("Patel", "he", "the top Russian envoy") to a person of the article."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.domain import Attribution, Span
from desktop.lazy_pattern import lazy_pattern
from desktop.text.attribution.common_nouns import names_a_thing
from desktop.text.attribution.outlets import outlet_of
from desktop.text.attribution.persons.given_names import gender_of
from desktop.text.attribution.persons.people import Name, read_name
from desktop.text.attribution.persons.pronouns import REACH, Antecedents
from desktop.text.attribution.persons.speaker_check import is_no_source
from desktop.text.attribution.quotation_context import Evidence
from desktop.text.attribution.roles import end_of_field, named_beside, nouns_of, role_after, role_before
from desktop.text.attribution.sentences import AS_NAME, POSSESSIVE
from desktop.text.languages.reporting import STRONG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.text.attribution.persons.namesakes import Person
    from desktop.text.attribution.persons.people import People
    from desktop.text.attribution.quotation_context import QuotationContext
    from desktop.text.attribution.sentences import Token
    from desktop.text.languages.reporting import Reporting
    from desktop.text.quotation.quotations import Quotations


_FAR = 6000  # code points before "the envoy"
_REMEMBERED = 40  # unnamed sources
_TRIES = 8  # places of "official" looked at
_LATELY = 1200  # code points after which "the official" may again be somebody with a name
_BESIDE_VERB = 14  # code points between a speaker and the verb: " has also "
_SEVERAL = lazy_pattern(r"(?<![\w.])([A-Z][\w.'’-]*(?:\s[\w.'’-]+){0,2})$")
_OFFICES = frozenset(
    {"spokesperson", "ambassador", "minister", "governor", "official", "adviser", "director", "general", "president"}
)


class Resolver:
    """Looks the speakers of one article up, in text order."""

    def __init__(self, quotations: Quotations, people: People, language: Reporting) -> None:
        self.quotations = quotations
        self.text = quotations.text
        self.people = people
        self.language = language
        self.antecedents = Antecedents(quotations, people, language)
        self.spoken = self.antecedents.spoken
        self.unnamed: list[tuple[int, str]] = []  # "a US official", where
        self._whole: dict[str, str] = {}  # "a spokesman" -> "a spokesman for the ministry"
        self._body = quotations.paragraphs[quotations.headlines - 1].end if quotations.headlines else 0
        self._known: dict[
            tuple[int, int], tuple[str, str, Span, str]
        ] = {}  # speaker -> person, role, narrowed span, as printed

    def attribution(self, context: QuotationContext) -> Attribution:
        if not context.speaker or not context.subject or not context.cue:
            return Attribution()
        words = context.tokens[context.subject[0] : context.subject[1]]
        if len(words) == 1 and "'" in words[0].low:
            words, context.speaker = self._uncontracted(words[0], context.speaker)
        place = (context.speaker.start, context.speaker.end)
        if place not in self._known:
            person, role, span = self._look_up(list(words), context.speaker)
            if context.others:
                person, role, span = self._together(person, words, context), "", context.speaker
            printed = span.of(self.quotations.printed)
            if not person and printed.lower() in self.language.clauses.relatives:
                person = self._printed(words)  # "a boy who calls himself"
            self._known[place] = person, role, span, printed
        person, role, span, printed = self._known[place]
        german = self.language.names.capital_nouns
        if self._is_thing(context, person) if german else self._is_nobody(words, person, context):
            return Attribution()
        via = outlet_of(self.people, span, context.cue, context.quotation.outer)
        return Attribution(printed, span, person, role, context.cue.of(self.quotations.printed), context.cue, via)

    def _uncontracted(self, token: Token, speaker: Span) -> tuple[Sequence[Token], Span]:
        """Read the "I" of "I'm", the "she" of "she'd"."""
        plain = token.low.partition("'")[0]
        if plain not in self.language.subjects.pronouns:
            return [token], speaker
        end = token.start + len(plain)
        return [token._replace(end=end, word=token.word[: len(plain)], low=plain)], Span(token.start, end)

    def _is_thing(self, context: QuotationContext, person: str) -> bool:
        """Say whether the subject of a German sentence is a thing, and nobody whom the article names."""
        assert context.subject is not None
        assert context.cue is not None
        words = context.tokens[context.subject[0] : context.subject[1]]
        cue = context.cue.of(self.text).lower()
        by_saying = (
            cue == ":"
            or self.language.verbs.cues.get(cue, 0) >= STRONG
            or any(cue == " ".join(phrase) for phrase in self.language.sources.according)
        )
        known = person in self._mentioned
        return not known and names_a_thing(
            words, self.language, by_saying=by_saying or cue in self.language.sources.postposed
        )

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
        if person and (gender_of(person.partition(" ")[0]) or self.people.of_full_name(person)):
            return False
        if self._is_adjective(words, context) or self._begins_thing(words, context):
            return True
        capitals = [word for word in words if word.capital]
        head = words[-1]
        label = context.cue is not None and context.speaker is not None and context.cue.start == context.speaker.end
        if words[0].start < self._body and not label and self._only_of_headline(capitals):
            return True
        small = (
            head.word[0].islower() or head.low in self.language.names.roles or head.low in self.language.names.peoples
        )
        if small or not capitals:
            return False
        by_saying = context.evidence is Evidence.SAID or self._stands_by_verb(context)
        return is_no_source(capitals, self.language, by_saying=by_saying)

    def _only_of_headline(self, capitals: Sequence[Token]) -> bool:
        """Say whether the body does not know what a headline prints in capitals: "Woman Steps Forward"."""
        if len(capitals) < 2 or capitals[-1].low in self.language.names.groups:
            return False
        return self.text.find(self.text[capitals[0].start : capitals[-1].end], self._body) < 0

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
        while end and (not words[end - 1].capital or (end > 1 and words[end - 1].low in self.language.times.days)):
            end -= 1  # "Salem Monday"
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
        if not names and words[start].low.endswith(AS_NAME):
            return Name(run, words[start].start, words[end - 1].end)  # "May", where the text names Theresa May
        title = names[-1].title.rpartition(" ")[2].lower() if names else ""
        if names and self.language.names.capital_nouns and self.language.names.roles.get(title) == "organisation":
            return Name(run, words[start].start, words[end - 1].end)  # "Staatsanwaltschaft Krefeld"
        if len(names) > 1 and " " not in names[-1].name and self.people.of_name(names[-1]) is None:
            first, last = words[start].start, words[end - 1].end
            return Name(run, first, last)  # "America's Future"
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
        if person is None and words[0].start < self._body:
            person, end = self._in_headline(words)
            name.end = end or name.end
        if person is None:
            return name.name, "", Span(words[0].start, max(name.end, words[0].end))
        self.spoken.append((name.start, person))
        self._learn(person)
        return person.name, person.role, Span(span.start, max(name.end, span.start + 1))

    def _in_headline(self, words: list[Token]) -> tuple[Person | None, int]:
        """Read the Ann Lee of "Ann Lee Wins Salem", where verbs have capitals too: who, and where the name ends."""
        if words[-1].low in self.language.names.groups:
            return None, 0
        for end in range(len(words) - 1, 0, -1):
            run = self.text[words[0].start : words[end - 1].end]
            names = read_name(run, words[0].start, self.language)
            person = self.people.of_name(names[-1]) if names and names[-1].end == words[end - 1].end else None
            if person is not None and person.surname == words[end - 1].low:
                return person, words[end - 1].end
        return None, 0

    def _several(self, token: Token) -> str:
        """Find whom "they" means: the group that spoke last."""
        if token.low in self.language.subjects.first_persons:
            return ""
        groups = [
            p
            for at, p in self.unnamed[-_REMEMBERED:]
            if p.lower().endswith(self.language.subjects.plural_endings) and token.start - at < REACH
        ]
        return groups[-1] if groups else ""

    def _pronoun(self, token: Token) -> Person | None:
        gender = self.language.subjects.pronouns[token.low]
        return self._gendered(token.start, gender) if gender in {"m", "f"} else None

    def _gendered(self, at: int, gender: str) -> Person | None:
        """Find whom "he" or "she" means: the latest who spoke, or was the subject of a sentence, before it."""
        best = self.antecedents.person(at, gender)
        if best:
            self._learn(best)
            best.gender = best.gender or gender
            self.spoken.append((at, best))
        return best

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
        earlier = "" if new else self._earlier_unnamed(heads[-1].low, phrase, owned=owned)
        if not new and not earlier:
            earlier = self._introduced(heads[-1].low, span.start)
        if earlier:
            self.unnamed.append((span.start, earlier))
            return self._whole.get(earlier.lower(), earlier), "", span
        self.unnamed.append((span.start, phrase))
        whole = self._with_field(heads[-1], span)
        if whole.end > span.end:
            self._whole[phrase.lower()] = whole.of(self.quotations.printed)
        return "", "", whole

    def _described(self, words: list[Token], heads: list[Token], span: Span) -> Person | None:
        """Find whom "the designer, Jonas Weck," "the 29-year-old" or "the top Russian envoy" means."""
        named = named_beside(self.text, span, self.people, self.language)
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

    def _with_field(self, head: Token, span: Span) -> Span:
        """Keep whose spokesman or head somebody is: "a spokesman for the Home Office"."""
        kind = self.language.names.roles[head.low]
        if head.end != span.end or kind in {"organisation", "document"}:
            return span
        told = kind == "people" and self.language.names.capital_nouns  # "sagte eine Zeugin der Polizei"
        return span if told else Span(span.start, end_of_field(self.text, span.end, self.language))

    def _introduced_lately(self, head: str, at: int) -> bool:
        """Say whether "a Danish official" is the last to have been called an official before `at`."""
        return any(
            at - place < _LATELY
            and known.lower().endswith(head)
            and known.lower().split(maxsplit=1)[0] in self.language.subjects.singular_articles
            for place, known in self.unnamed[-2:]
        )

    def _earlier_unnamed(self, head: str, phrase: str, *, owned: bool) -> str:
        for _, known in reversed(self.unnamed[-_REMEMBERED:]):
            whole = self._whole.get(known.lower(), known) if owned else known
            if known.lower().endswith(head) and len(whole) > len(phrase):
                return known
        return ""

    def _introduced(self, head: str, at: int) -> str:
        """Find the words that brought an unnamed source in: "a US official" for a later "the official"."""
        before = _SEVERAL if head.endswith(self.language.subjects.plural_endings) else self.language.sources.one_source
        place = at
        for _ in range(_TRIES):
            place = self.text.rfind(" " + head, max(0, at - 2 * REACH), place)
            if place < 0:
                return ""
            end = place + 1 + len(head)
            if self.text[end : end + 1].isalnum() or self.antecedents.is_quoted(place):
                continue
            match = before.search(self.text[max(0, place - 60) : place])
            if match and self._describes(match.group(1)):
                return f"{match.group(1)} {head}"
        return ""

    def _describes(self, words: str) -> bool:
        first, *rest = words.split()
        if any(word in self.language.verbs.cues or word in self.language.verbs.be for word in rest):
            return False  # "Mr. Lee tells voters"
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
            if self._is_of_other_country(words, person):
                continue
            score = self._fit(words, kind, person) - 0.02 * back
            if of and of.group(1)[:5].lower() not in person.role.lower():
                continue  # "the head of the union" is not the head of the bank
            if score > best_score:
                best, best_score = person, score
        return best

    def _is_of_other_country(self, words: list[Token], person: Person) -> bool:
        """Say whether "der brasilianische Präsident" cannot be somebody whose role names another country."""
        country = next((t.low for t in words if not t.capital and t.low.rstrip("enrs").endswith("isch")), "")
        if not country or not self.language.names.capital_nouns:
            return False
        names_one = (
            any(
                word[0].isupper() and word.lower() not in self.language.names.roles
                for word in re.findall(r"\w{3,}", person.role)
            )
            or "isch" in person.role
        )
        return names_one and country[:5] not in person.role.lower()

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
