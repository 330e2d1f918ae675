"""Attribution of quotations: the words of the reporter that say who speaks, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from itertools import chain, groupby, pairwise
from typing import TYPE_CHECKING

from desktop.domain import GUESSES, Span
from desktop.text.attribution.claim_choice import ClaimChoice
from desktop.text.attribution.claims import Claim, ClaimReader, Order
from desktop.text.attribution.common_nouns import is_apposed_name
from desktop.text.attribution.labels import (
    DASHES,
    SIGNED,
    inserted,
    label,
    merely_joined,
    only_heard,
    opinion,
    signature,
    signed_by,
    turn_inside,
)
from desktop.text.attribution.named_things import NamedThings, Thing
from desktop.text.attribution.negation import Negation
from desktop.text.attribution.outlets import is_outlet
from desktop.text.attribution.persons.speaker_check import may_speak
from desktop.text.attribution.phrases import Phrases
from desktop.text.attribution.quotation_context import Evidence, QuotationContext
from desktop.text.attribution.sentences import (
    PAUSES,
    Sentence,
    in_small_letters,
    last_sign,
    parts_of,
    sentences_of,
    tokens_of,
)
from desktop.text.attribution.subjects import Subjects
from desktop.text.languages.reporting import STRONG

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.text.attribution.labels import Named
    from desktop.text.attribution.quotation_context import Words
    from desktop.text.attribution.sentences import Token
    from desktop.text.languages.reporting import Reporting
    from desktop.text.quotation.quotations import Quotation, Quotations


_GOING_ON = frozenset(",!?")  # at the end of a quotation behind which its speaker may be named
_NEAR = 70  # tokens between a quotation and the cue that reports it
_SIGNATURE = 12  # tokens of a line that is only a signature
_WAS_QUOTED, _WAS_REPORTED = GUESSES
_VERBAL = (Order.PLAIN, Order.INVERTED, Order.ACCORDING)  # tuples: members are told apart faster than hashed
_INSERTED = 1200  # code points of a quotation in which the reporter's words are looked for


class Reader:
    """Goes through the paragraphs of one text once; holds the words of a paragraph or two."""

    def __init__(self, quotations: Quotations, language: Reporting) -> None:
        self.quotations = quotations
        self.text = quotations.text
        self.language = language
        self._numbers = [quotation.paragraph for quotation in quotations.found]
        self._contexts: deque[QuotationContext] = deque()  # of this paragraph, the one before, and all that wait
        self._delivered = 0  # how many before them were handed out
        self._open: list[QuotationContext] = []  # of a quotation that goes on in the next paragraph
        self._opened = 0  # the paragraph in which it began
        self._passed: list[Sentence] = []  # without a quotation, behind the last of which the speaker is known

    def read(self) -> Iterator[QuotationContext]:
        """Yield how each quotation stands, in order, as soon as nothing that follows can change it."""
        for n, numbered in groupby(enumerate(self.quotations.found), key=_paragraph_of_numbered):
            members = list(numbered)
            for _, quotation in members:
                thing = Thing.NAME if quotation.nickname else Thing.NOTHING
                self._contexts.append(QuotationContext(quotation, thing=thing))
            self._paragraph(n, members)
            yield from self._finished(n)
        self._open = []
        yield from self._finished(len(self.quotations.paragraphs))

    def _finished(self, n: int) -> Iterator[QuotationContext]:
        """Yield what stands before a paragraph; not what may still tell who speaks in one that was left open."""
        first = min(n, self._opened - 1) if self._open else n
        while self._contexts and self._contexts[0].quotation.paragraph < first:
            context = self._contexts.popleft()
            self._delivered += 1
            if not self.language.verbs.cues:  # in a language without a table nobody is known to speak
                context.cue = context.speaker = context.subject = None
            yield context

    def _context(self, number: int) -> QuotationContext:
        """Give what is known of a quotation that was not handed out yet."""
        return self._contexts[number - self._delivered]

    def _members(self, n: int) -> list[tuple[int, Quotation]]:
        """Give the quotations of a paragraph with their numbers."""
        found = self.quotations.found
        first = bisect_left(self._numbers, n)
        return list(enumerate(found[first : bisect_right(self._numbers, n, first)], first))

    def _paragraph(self, n: int, members: list[tuple[int, Quotation]]) -> None:
        headline = n < self.quotations.headlines
        turns = members[0][1].dashed  # in a dialogue each paragraph is another one's turn
        last = None if turns else self._spoken_before(n)
        pending: list[QuotationContext] = []
        self._passed = []
        for part, inside in parts_of(self.text, self.quotations.paragraphs[n], members):
            for sentence in self._sentences(part, inside, headline=headline):
                last = self._sentence(sentence, last, pending, headline=headline)
            if len(inside) < len(members):
                for number, _ in inside:
                    self._context(number).forget_words()
        self._close_open(members)
        if not pending:
            return
        if pending[-1].quotation.continued:
            self._opened = n if not self._open else self._opened
            self._open += pending
        else:
            by_subject = all(context.without_subject for context in pending)
            self._settle_pending(n, pending, self._last_speaker(last, by_subject=by_subject), alone=turns)

    def _sentences(self, part: Span, members: Sequence[tuple[int, Quotation]], *, headline: bool) -> Sequence[Sentence]:
        if not headline:
            return sentences_of(self.text, part, members, self.quotations.found, self.language)
        tokens = in_small_letters(tokens_of(self.text, part, members, self.language), self.language)
        return [Sentence(tokens, 0, len(tokens), headline=True)] if tokens else []

    def _last_speaker(self, last: QuotationContext | None, *, by_subject: bool) -> QuotationContext | None:
        """Say who spoke last, reading only now the sentences without a quotation: most are never asked about.

        By its subject a sentence tells it where what follows has none of its own: "López llegó tarde. «Nada», dijo."
        """
        for sentence in reversed(self._passed):
            found = self._narrated(sentence, ClaimReader(sentence, self.language).read())
            if found is None and by_subject:
                found = self._subject_of(sentence)
            if found:
                self._passed = []
                return found
        if by_subject or not self.language.subjects.drops_pronouns:
            self._passed = []
        return last

    def _close_open(self, members: Sequence[tuple[int, Quotation]]) -> None:
        """Give what the paragraphs before left open to who is named where the quotation ends."""
        if not self._open:
            return
        first = self._context(members[0][0])
        if first.subject:
            self._carry(self._open, first)
        elif not first.quotation.continued:
            pending, self._open = self._open, []
            self._settle_pending(self._opened, [*pending, first], None)

    def _settle_pending(
        self, n: int, pending: list[QuotationContext], last: QuotationContext | None, *, alone: bool = False
    ) -> None:
        """Say who speaks in a paragraph that names nobody for its quotations."""
        if self._signed_below(n, pending):
            return
        source, why = (last, "") if last or alone else self._earlier(n)
        if source and why == _WAS_REPORTED and self._is_vague(source):
            return
        if source:
            for context in pending:
                context.guess = context.guess or why
            self._carry(pending, source)

    def _is_vague(self, source: QuotationContext) -> bool:
        """Say whether who is reported is "we", "you" or "it": too little to guess by."""
        assert source.subject is not None
        words = source.tokens[slice(*source.subject)]
        gender = self.language.subjects.pronouns.get(words[0].low)
        first = words[0].low in self.language.subjects.first_persons
        return len(words) == 1 and (gender == "" or first)

    def _signed_below(self, n: int, pending: Sequence[QuotationContext]) -> bool:
        """Read the line "— Ann Lee, mayor" below a quotation."""
        after = n + 1
        if after >= len(self.quotations.paragraphs) or self._members(after):
            return False
        paragraph = self.quotations.paragraphs[after]
        if not SIGNED.match(self.text, paragraph.start, paragraph.end):
            return False
        tokens = tokens_of(self.text, paragraph, [], self.language)
        named = signed_by(Sentence(tokens, 0, len(tokens)), 0, self.language) if len(tokens) <= _SIGNATURE else None
        for context in pending if named else ():
            context.tokens = tokens
            assert named is not None
            self._settle(context, *named)
        return named is not None

    def _sentence(
        self, sentence: Sentence, last: QuotationContext | None, pending: list[QuotationContext], *, headline: bool
    ) -> QuotationContext | None:
        places = sentence.quotes()
        if not places:
            self._passed.append(sentence)
            return last
        claims = ClaimReader(sentence, self.language).read()
        things = NamedThings(sentence, self.text, self.quotations.found, self.language)
        for place in places:
            context = self._context(sentence.tokens[place].quote)
            context.tokens = sentence.tokens
            context.alone = self._stands_alone(sentence, place)
            context.thing = Thing.NOTHING if headline else things.thing(place, alone=context.alone)
            if context.thing is not Thing.NOTHING:
                continue
            self._read_quotation(sentence, place, claims, context, headline=headline)
            if context.subject:
                self._carry(pending, context)
                self._passed, last = [], context
            elif not (context.named_thing or context.refused) and self._may_continue(sentence, place, context):
                drops = self.language.subjects.drops_pronouns
                context.without_subject = drops and (context.alone or self._without_pronoun(sentence, place))
                last = self._last_speaker(last, by_subject=context.without_subject)
                if last is not None:
                    self._carry([context], last)
                else:
                    pending.append(context)
        return last

    def _may_continue(self, sentence: Sentence, place: int, context: QuotationContext) -> bool:
        """Say whether a quotation that nobody is named for may be the words of who spoke last."""
        words = sentence.tokens[sentence.start : sentence.end] if self.language.subjects.impersonal else ()
        if self._is_impersonal(words) or only_heard(sentence, place, self.language):
            return False
        by_itself = context.alone or self._is_long(context)
        return by_itself or self._goes_on(sentence) or self._without_pronoun(sentence, place)

    def _goes_on(self, sentence: Sentence) -> bool:
        """Say whether the verbs of a sentence tell that somebody's words go on: "Der Knochen sei „…“"."""
        moods = self.language.clauses.moods
        return bool(moods) and any(sentence.tokens[i].low in moods for i in range(sentence.start, sentence.end))

    def _without_pronoun(self, sentence: Sentence, place: int) -> bool:
        """Read "“…”, añadió." and "Y añadió: “…”": a verb of saying whose subject is whoever spoke last."""
        if not self.language.subjects.drops_pronouns:
            return False
        after = sentence.tokens[place + 1 : min(sentence.end, place + 4)]
        plain = (t for t in after if t.quote < 0 and t.word[0].isalpha() and t.low not in self.language.clauses.fillers)
        verb = next(plain, None)
        by_saying = verb is not None and self.language.verbs.cues.get(verb.low, 0) >= 2
        return by_saying or self._verb_alone_before(sentence, place)

    def _verb_alone_before(self, sentence: Sentence, place: int) -> bool:
        before = [t for t in sentence.tokens[sentence.start : place] if t.word[:1].isalnum()]
        light = (self.language.clauses.fillers, self.language.clauses.joining, self.language.names.openers)
        verbs = [t for t in before if self.language.verbs.cues.get(t.low, 0) >= 2]
        return len(verbs) == 1 and all(t is verbs[0] or any(t.low in table for table in light) for t in before)

    # --- one quotation

    def _read_quotation(
        self, sentence: Sentence, place: int, claims: Sequence[Claim], context: QuotationContext, *, headline: bool
    ) -> None:
        """Find who speaks, from the plainest sign to the faintest; the first that names somebody settles it."""
        before = sentence.tokens[place - 1] if place > sentence.start else None
        if before is not None and self._is_name(before, context):
            return
        reported = sentence.tokens[sentence.start : place] if self.language.names.capital_nouns else ()
        if reported and is_apposed_name(reported, context.quotation.span.of(self.text), self.language):
            context.named_thing = True
            return
        context.begins = self._begins(sentence, place)
        near = [claim for claim in claims if abs(claim.cue[0] - place) <= _NEAR]
        if (
            (context.alone and self._by_turn(context))
            or (headline and self._by_label(sentence, place, near, context))
            or self._by_claim(sentence, place, near, context)
            or (self.language.marks.dialogues and self._may_hold_words(context) and self._put_inside(context))
        ):
            return
        nobody = only_heard(sentence, place, self.language) or (reported and self._is_impersonal(reported[-6:]))
        if nobody or self._by_words_of(sentence, place, context):
            return
        named = label(sentence, place, self.language) or signature(sentence, place, self.language)
        named = named or opinion(sentence, place, self.language)
        if named:
            self._by_name(sentence, place, context, named)
        elif not headline and self._by_stance(sentence, place, context):
            return
        elif headline or self._is_part_of_sentence(context):
            self._fall_back(sentence, place, context)

    def _by_name(self, sentence: Sentence, place: int, context: QuotationContext, named: Named) -> None:
        """Take who is named beside the words, unless by a negated verb: "Lee non ha mai detto: “…”"."""
        claim = Claim(*named, STRONG, Order.PLAIN)
        context.refused = Negation(sentence, self.language).denies(claim, place)
        if not context.refused:
            self._settle(context, *named)
            context.evidence = Evidence.SAID if named[0][1] == place else Evidence.PLACE

    def _by_words_of(self, sentence: Sentence, place: int, context: QuotationContext) -> bool:
        """Read "Mit den Worten „…“ eröffnete sie das Fest": the subject of the sentence has said so."""
        tokens, colon = sentence.tokens, place - 1
        at = colon if colon > sentence.start and tokens[colon].word in {":", ","} else place
        for phrase in self.language.sources.with_words:  # few languages have any
            start = at - len(phrase)
            if start >= sentence.start and all(tokens[start + n].low == word for n, word in enumerate(phrase)):
                verb = place + 1 + (place + 1 < sentence.end and tokens[place + 1].word == ",")
                phrases = Phrases(sentence, self.language)
                follows = verb < sentence.end and self._like_verb(tokens[verb])
                found = (
                    phrases.after_verb(verb)
                    if follows
                    else Subjects(sentence, self.language).opening.main_subject(start)
                )
                if found:
                    self._settle(context, (start, at), found)
                return True
        return False

    def _is_impersonal(self, before: Sequence[Token]) -> bool:
        """Read "Darin heißt es: „…“", which names nobody."""
        subjects, cues = self.language.subjects, self.language.verbs.cues
        return any(a.low in cues and b.low in subjects.impersonal for a, b in pairwise(before))

    def _by_turn(self, context: QuotationContext) -> bool:
        """Read "WEISS: Is it on?" within the marks, as transcripts have it."""
        span = context.quotation.span
        length = turn_inside(self.text[span.start : span.start + 60], self.language)
        if not length:
            return False
        context.tokens = tokens_of(self.text, Span(span.start, span.start + length + 1), [], self.language)
        self._settle(context, (len(context.tokens) - 1, len(context.tokens)), (0, len(context.tokens) - 1))
        return True

    def _is_part_of_sentence(self, context: QuotationContext) -> bool:
        """Say whether the words are a part of the reporter's sentence, and too long for a title."""
        apart = context.alone or context.begins or self._is_title(context)
        return not apart and self._is_long(context)

    def _stands_alone(self, sentence: Sentence, place: int) -> bool:
        """Say whether no words of the reporter stand around a quotation in its sentence."""
        tokens, start, end = sentence.tokens, max(sentence.start, place - _NEAR), min(sentence.end, place + _NEAR)
        for i in chain(range(place - 1, start - 1, -1), range(place + 1, end)):  # the nearest is a word as a rule
            if tokens[i].quote < 0 and tokens[i].word[0].isalnum():
                return merely_joined(sentence, place, self.language)
        return True

    def _by_label(self, sentence: Sentence, place: int, claims: Sequence[Claim], context: QuotationContext) -> bool:
        """Read "Name: Q" in a headline, unless a verb behind the colon names somebody else."""
        named = label(sentence, place, self.language)
        if named is None or any(named[0][1] <= c.cue[0] and c.order is not Order.NOUN for c in claims):
            return False
        self._settle(context, *named)
        return True

    def _by_claim(self, sentence: Sentence, place: int, claims: Sequence[Claim], context: QuotationContext) -> bool:
        """Take the attribution of the sentence that fits best."""
        tokens = sentence.tokens
        choice = ClaimChoice(sentence, self.text, self.quotations.found, self.language)
        best = choice.best([*claims, *self._attached(sentence, place, claims)], place)
        if best is None:
            return False
        context.named_thing = best.which and tokens[best.cue[0]].low in self.language.verbs.naming
        context.refused = best.refused or Negation(sentence, self.language).denies(best, place)
        if context.refused:
            return True
        self._settle(context, best.cue, best.subject)
        if best.others and best.subject:
            context.others = best.others
            context.speaker = Span(tokens[best.subject[0]].start, tokens[best.others[-1][1] - 1].end)
        context.evidence = self._evidence(best, sentence, place)
        if best.mention:
            context.speaker = Span(tokens[best.mention[0]].start, tokens[best.mention[1] - 1].end)
        return True

    def _by_stance(self, sentence: Sentence, place: int, context: QuotationContext) -> bool:
        """Take who supports or seeks what a fragment names."""
        if not self.language.verbs.stances or context.alone or context.begins:
            return False
        claim = ClaimReader(sentence, self.language).stance(place)
        if claim is None or claim.subject is None:
            return False
        self._settle(context, claim.cue, claim.subject)
        context.evidence = Evidence.PLACE
        return True

    def _evidence(self, claim: Claim, sentence: Sentence, place: int) -> Evidence:
        """Say how plainly a claim names the speaker of a quotation: a verb and its subject right beside it, or less."""
        beside = not any(
            t.quote < 0 and t.word[0].isalnum() and t.low not in self.language.clauses.complementizers
            for t in (
                sentence.tokens[place + 1 : claim.first] if claim.first > place else sentence.tokens[claim.last : place]
            )
        )
        plain = claim.order in _VERBAL and claim.strength >= 2
        return Evidence.SAID if beside and plain and not claim.in_relative else Evidence.CLAIM

    def _settle(self, context: QuotationContext, cue: Words, subject: Words | None) -> None:
        tokens = context.tokens
        context.cue = Span(tokens[cue[0]].start, tokens[cue[1] - 1].end)
        if subject and subject[1] == cue[0] and tokens[cue[0]].low in self.language.verbs.cue_nouns:
            tokens = context.tokens = self._without_genitive(tokens, subject[1] - 1)
        if subject:
            context.subject = subject
            context.speaker = Span(tokens[subject[0]].start, tokens[subject[1] - 1].end)

    def _without_genitive(self, tokens: Sequence[Token], last: int) -> Sequence[Token]:
        """Take the ending from the name of "Jan Webers Vorwurf"."""
        token = tokens[last]
        ending = next((e for e in self.language.verbs.possessive_endings if token.low.endswith(e)), "")
        if not ending or not token.capital:
            return tokens
        cut = len(ending)
        name = token._replace(end=token.end - cut, word=token.word[:-cut], low=token.low[:-cut])
        return [*tokens[:last], name, *tokens[last + 1 :]]

    def _carry(self, contexts: list[QuotationContext], source: QuotationContext) -> None:
        for context in contexts:
            if context is not source and not context.subject:
                context.tokens, context.subject = source.tokens, source.subject
                context.cue, context.speaker, context.carried = source.cue, source.speaker, True
                context.evidence, context.others = source.evidence, source.others
        contexts.clear()

    def _begins(self, sentence: Sentence, place: int) -> bool:
        span = self.quotations.found[sentence.tokens[place].quote].span
        first = next((c for c in span.of(self.text)[:12] if c.isalnum()), "")
        return first.isupper() or first.isdigit()

    def _is_long(self, context: QuotationContext) -> bool:
        return len(context.quotation.span.of(self.text).split()) >= 5

    def _may_hold_words(self, context: QuotationContext) -> bool:
        """Say whether the reporter's words may stand within the marks: between dashes, or between commas."""
        return context.alone or not DASHES.isdisjoint(context.quotation.span.of(self.text))

    def _put_inside(self, context: QuotationContext) -> bool:
        """Look for the reporter's words within the marks, as French and Spanish have them."""
        span = context.quotation.span
        tokens = tokens_of(self.text, Span(span.start, min(span.end, span.start + _INSERTED)), [], self.language)
        found = inserted(tokens, self.language)
        if found:
            context.tokens = tokens
            self._settle(context, *found)
        return found is not None

    def _is_name(self, before: Token, context: QuotationContext) -> bool:
        """Read "told the “Herald”", "mit dem Titel „This Is It“": the marks hold a name."""
        if before.low in self.language.sources.name_nouns:
            return self._is_title(context)
        return before.low in self.language.subjects.determiners and self._is_paper(context)

    def _is_paper(self, context: QuotationContext) -> bool:
        """Read "told the “Herald”": the marks hold the name of an outlet."""
        content = context.quotation.span.of(self.text)
        short = len(content) < 40 and len(content.split()) <= 3
        if not (short and content[:1].isupper() and content[-1:].isalnum()):
            return False
        return is_outlet(content) or content.lower().endswith(self.language.language.outlet_endings)

    def _is_title(self, context: QuotationContext) -> bool:
        words = context.quotation.span.of(self.text).split()
        return len(words) <= 8 and all(w[0].isupper() or len(w) <= 3 for w in words)

    def _attached(self, sentence: Sentence, place: int, claims: Sequence[Claim]) -> list[Claim]:
        """Read "Q, NAME VERB" with a verb that no table knows."""
        tokens = sentence.tokens
        if last_sign(self.text, self.quotations.found[tokens[place].quote]) not in _GOING_ON:
            return []
        phrases = Phrases(sentence, self.language)
        i = place + 1
        if i < sentence.end and self._like_verb(tokens[i]):
            found = phrases.after(i + 1, inverted=True) or phrases.after_verb(i)
            speaks = found is not None and may_speak(tokens[slice(*found)], 1, self.language)
            return [Claim((i, i + 1), found, 1, Order.INVERTED)] if speaks else []
        subject = phrases.after(i)
        if not subject or any(c.subject and c.subject[0] == subject[0] for c in claims):
            return []
        k = subject[1]
        while k < sentence.end and tokens[k].low in self.language.clauses.fillers:
            k += 1
        if k < sentence.end and self._like_verb(tokens[k]):
            return [Claim((k, k + 1), subject, 1, Order.PLAIN)]
        return []

    def _like_verb(self, token: Token) -> bool:
        language = self.language
        if token.quote >= 0 or token.capital or not token.low.endswith(language.verbs.verb_endings):
            return False
        known = (
            language.clauses.fillers,
            language.clauses.prepositions,
            language.clauses.breaks,
            language.subjects.determiners,
        )
        return len(token.low) > 3 and not any(token.low in table for table in known)

    def _fall_back(self, sentence: Sentence, place: int, context: QuotationContext) -> None:
        """Where no verb of saying stands, take the subject of the sentence."""
        subject, tokens = Subjects(sentence, self.language).opening.main_subject(place), sentence.tokens
        if not subject or any(token.low in self.language.sources.rubrics for token in tokens[slice(*subject)]):
            return
        k = subject[1]
        while k < place and (tokens[k].word in PAUSES or tokens[k].low in self.language.clauses.fillers):
            k += 1
        if not may_speak(tokens[slice(*subject)], 1, self.language):
            return
        context.evidence = Evidence.PLACE
        between = k < place and tokens[k].quote < 0
        if sentence.headline and not between:
            return  # "Bridge ‘a death trap’": the words are about the bridge
        if between and not sentence.headline and not self._acts(sentence, subject, k):
            context.refused = True  # the sentence is about somebody else than who spoke last
            return
        cue = (k, k + 1) if between else subject
        self._settle(context, cue, subject)

    def _acts(self, sentence: Sentence, subject: Words, verb: int) -> bool:
        """Say whether somebody, or a paper, does something: not "a person is", "Crows and ravens are"."""
        tokens, language = sentence.tokens, self.language
        words, low = tokens[slice(*subject)], tokens[verb].low
        if low in language.clauses.prepositions or low in language.clauses.joining:
            return False
        pronoun = len(words) == 1 and words[0].low in language.subjects.pronouns
        known = words[-1].low in language.sources.papers or words[-1].low in language.names.roles
        return pronoun or known or Phrases(sentence, language).names(subject)

    # --- neighbours

    def _spoken_before(self, n: int) -> QuotationContext | None:
        """Say who goes on speaking from the paragraph before, by a repeated mark or a colon."""
        if n <= self.quotations.headlines:
            return None
        before = bisect_left(self._numbers, n) - 1
        if before >= 0 and self._numbers[before] == n - 1 and self.quotations.found[before].continued:
            return self._context(before)
        paragraph = self.quotations.paragraphs[n - 1]
        if self.text[paragraph.end - 1] == ":":
            return self._ends_speaking(n - 1)
        return None

    def _earlier(self, n: int) -> tuple[QuotationContext | None, str]:
        """Say who most likely goes on speaking where nothing in the paragraph tells, and why."""
        if n <= self.quotations.headlines:
            return None, ""
        before = [self._context(number) for number, _ in self._members(n - 1)]
        if not before:
            return self._ends_speaking(n - 1, guessing=True), _WAS_REPORTED
        quoted = [context for context in before if context.thing is Thing.NOTHING]
        if not quoted:
            return self._ends_speaking(n - 1, guessing=True), _WAS_REPORTED
        return (quoted[-1], _WAS_QUOTED) if quoted[-1].subject else (None, "")

    def _ends_speaking(self, n: int, *, guessing: bool = False) -> QuotationContext | None:
        """Read who speaks in the last sentence of a paragraph."""
        paragraph, found = self.quotations.paragraphs[n], self.quotations.found
        sentences = sentences_of(self.text, paragraph, self._members(n), found, self.language)
        if not sentences:
            return None
        claims = ClaimReader(sentences[-1], self.language).read()
        return self._narrated(sentences[-1], claims) or (None if guessing else self._subject_of(sentences[-1]))

    def _narrated(self, sentence: Sentence, claims: Sequence[Claim]) -> QuotationContext | None:
        """Read a sentence without a quotation: who speaks there may go on."""
        strong = [c for c in claims if c.order is not Order.NOUN and not c.in_relative and c.subject]
        if not strong or not self.quotations.found:
            return None
        chosen = next((c for c in reversed(strong) if c.main), strong[-1])
        context = QuotationContext(self.quotations.found[0], tokens=sentence.tokens)
        self._settle(context, chosen.cue, chosen.subject)
        return context

    def _subject_of(self, sentence: Sentence) -> QuotationContext | None:
        subject = Subjects(sentence, self.language).opening.main_subject(sentence.end)
        if not subject or not may_speak(sentence.tokens[slice(*subject)], 1, self.language):
            return None
        context = QuotationContext(self.quotations.found[0], tokens=sentence.tokens, evidence=Evidence.PLACE)
        self._settle(context, subject, subject)
        return context


def _paragraph_of_numbered(numbered: tuple[int, Quotation]) -> int:
    return numbered[1].paragraph
