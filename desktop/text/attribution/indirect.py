"""Indirect speech: what a text reports without quotation marks ("Lee said the bridge was late")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import Span
from desktop.text.attribution.claims import Claim, ClaimReader, Order
from desktop.text.attribution.quotation_context import QuotationContext
from desktop.text.attribution.sentences import PAUSES, Sentence, sentences_of
from desktop.text.languages.reporting import STRONG
from desktop.text.quotation.quotations import Quotation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.text.attribution.phrases import Range
    from desktop.text.languages.reporting import Reporting
    from desktop.text.quotation.quotations import Quotations

_LEAST = 3  # words that a report has
_TAIL = 7  # tokens that may follow the verb of a closing attribution
_OBJECT = 7  # tokens of whom somebody is told: "told a crowd in Salem that"


def find_indirect(quotations: Quotations, language: Reporting) -> list[QuotationContext]:
    """Read what sentences report without quotation marks, in text order."""
    members: dict[int, list[tuple[int, Quotation]]] = {}
    for n, quotation in enumerate(quotations.found):
        members.setdefault(quotation.paragraph, []).append((n, quotation))
    out = []
    for n in range(quotations.headlines, len(quotations.paragraphs)):
        paragraph, here = quotations.paragraphs[n], members.get(n, [])
        for sentence in sentences_of(quotations.text, paragraph, here, quotations.found, language):
            out += [_context_of(sentence, claim, content, n) for claim, content in _reported(sentence, language)]
    return out


def _reported(sentence: Sentence, language: Reporting) -> list[tuple[Claim, Range]]:
    """Give the claims of a sentence with the words they report; what lies within another report is left to it."""
    claims = [c for c in ClaimReader(sentence, language).read() if c.order is not Order.NOUN and not c.hedged]
    limits = [_limit(sentence, claim, language) for claim in claims]
    out: list[tuple[Claim, Range]] = []
    for n, claim in enumerate(claims):
        later = [place for place in limits[n + 1 :] if place]
        content = _behind(sentence, claim, later, language) or _before(sentence, claim, out)
        free = (
            content
            and _is_clause(sentence, content, language)
            and not any(content[0] < done[1] and done[0] < content[1] for _, done in out)
        )
        if content and free and content[1] - content[0] >= _LEAST and not _holds_quotation(sentence, content):
            out.append((claim, content))
    return out


def _is_clause(sentence: Sentence, content: Range, language: Reporting) -> bool:
    """Tell "the bridge was late" from "his plan", "with a smile": a clause has a verb."""
    tokens = sentence.tokens[content[0] : content[1]]
    if not language.clauses.finite_verbs or not tokens:
        return bool(tokens)
    first = tokens[0].low
    if first in language.clauses.content_openers:
        return True
    if first in language.times.days or first in language.verbs.participles:
        return False
    return any(
        t.low in language.clauses.finite_verbs or t.low.endswith(language.clauses.finite_endings) for t in tokens[1:]
    )


def _holds_quotation(sentence: Sentence, content: Range) -> bool:
    return any(token.quote >= 0 for token in sentence.tokens[content[0] : content[1]])


def _before(sentence: Sentence, claim: Claim, done: Sequence[tuple[Claim, Range]]) -> Range | None:
    """Read "The bridge is late, Lee said"."""
    tokens, comma = sentence.tokens, claim.first - 1
    closes = claim.order is Order.ACCORDING or (claim.main and claim.strength >= STRONG)
    if not closes or comma < sentence.start or tokens[comma].word != "," or sentence.end - claim.last > _TAIL:
        return None
    return (done[-1][1][1] + 1 if done else sentence.start, comma)


def _behind(sentence: Sentence, claim: Claim, limits: Sequence[int], language: Reporting) -> Range | None:
    """Read "Lee said that …", "Lee told the crowd that …", "According to Lee, …"."""
    start = _start(sentence, claim, language)
    if start is None:
        return None
    end = next((place - 1 for place in limits if place > start), sentence.end)
    while end > start and not sentence.tokens[end - 1].word[:1].isalnum() and sentence.tokens[end - 1].quote < 0:
        end -= 1
    return (start, end) if end - start >= _LEAST else None


def _start(sentence: Sentence, claim: Claim, language: Reporting) -> int | None:
    tokens, at = sentence.tokens, claim.last if claim.order is not Order.PLAIN else claim.cue[1]
    if at >= sentence.end:
        return None
    if claim.order is Order.ACCORDING:
        return at + 1 if tokens[at].word == "," and claim.first <= sentence.start + 1 else None
    addressed = tokens[claim.cue[0]].low in language.verbs.informing or tokens[at].low in language.clauses.no_content
    reach = _OBJECT if addressed else 1
    for j in range(at, min(sentence.end, at + reach)):
        behind = tokens[j + 1].low if j + 1 < sentence.end else ""
        if (
            language.clauses.comma_before_content
            and tokens[j].word == ","
            and behind in language.clauses.content_openers
        ):
            return j + 1
        if tokens[j].quote >= 0 or tokens[j].word in PAUSES:
            return None
        if tokens[j].low in language.clauses.content_openers:
            return j
    bare = claim.strength >= STRONG and reach == 1 and tokens[at].low not in language.clauses.no_content
    return at if bare and tokens[at].word[0].isalnum() else None


def _limit(sentence: Sentence, claim: Claim, language: Reporting) -> int:
    """Give where a claim ends the report before it: "…, and Berg added" or "…, saying"; 0 where it does not."""
    place = claim.cue[0] if claim.order in {Order.PARTICIPLE, Order.INHERITED} else claim.first
    before = sentence.tokens[place - 1] if place > sentence.start else None
    if before is None or before.quote >= 0:
        return 0
    parts = before.low in language.clauses.setting_off or (
        before.word in {",", ";"} and claim.order is Order.PARTICIPLE
    )
    return place if parts else 0


def _context_of(sentence: Sentence, claim: Claim, content: Range, paragraph: int) -> QuotationContext:
    tokens = sentence.tokens
    span = Span(tokens[content[0]].start, tokens[content[1] - 1].end)
    context = QuotationContext(Quotation(span, span, paragraph), tokens=tokens, subject=claim.subject)
    context.cue = Span(tokens[claim.cue[0]].start, tokens[claim.cue[1] - 1].end)
    if claim.subject:
        context.speaker = Span(tokens[claim.subject[0]].start, tokens[claim.subject[1] - 1].end)
    return context
