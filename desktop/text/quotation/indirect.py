"""What does a text report without quotation marks ("Lee said the bridge was late")?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import Span
from desktop.text.quotation.claims import Claim, ClaimReader, Order
from desktop.text.quotation.quotations import Quotation
from desktop.text.quotation.reporting import STRONG
from desktop.text.quotation.sentences import Sentence, split_sentences, tokens_of
from desktop.text.speakers import Said

if TYPE_CHECKING:
    from desktop.text.quotation.quotations import Quotations
    from desktop.text.quotation.reporting import Reporting

_LEAST = 3  # words that a report has
_TAIL = 7  # tokens that may follow the verb of a closing attribution


def find_indirect(quotations: Quotations, language: Reporting) -> list[Said]:
    """Read the sentences without quotation marks that report what somebody said, in text order."""
    members: dict[int, list[tuple[int, Quotation]]] = {}
    for n, quotation in enumerate(quotations.found):
        members.setdefault(quotation.paragraph, []).append((n, quotation))
    out = []
    for n in range(quotations.headlines, len(quotations.paragraphs)):
        tokens = tokens_of(quotations.text, quotations.paragraphs[n], members.get(n, []), language)
        for sentence in split_sentences(tokens, quotations.text, quotations.found, language):
            said = None if sentence.quotes() else _reported(sentence, language, n)
            if said:
                out.append(said)
    return out


def _reported(sentence: Sentence, language: Reporting, paragraph: int) -> Said | None:
    for claim in ClaimReader(sentence, language).read():
        if not claim.main or claim.strength < STRONG or claim.order not in {Order.PLAIN, Order.INVERTED}:
            continue
        content = _content(sentence, claim)
        if content:
            return _said(sentence, claim, content, paragraph)
    return None


def _content(sentence: Sentence, claim: Claim) -> tuple[int, int] | None:
    """Give the reported words: before a closing attribution, else behind the verb."""
    tokens, end = sentence.tokens, sentence.end
    while end > sentence.start and not tokens[end - 1].word[0].isalnum():
        end -= 1
    comma = claim.first - 1
    if comma - sentence.start >= _LEAST and tokens[comma].word == "," and end - claim.last <= _TAIL:
        return (sentence.start, comma)
    start = claim.last
    while start < end and (tokens[start].low == "that" or not tokens[start].word[0].isalnum()):
        start += 1
    return (start, end) if end - start >= _LEAST else None


def _said(sentence: Sentence, claim: Claim, content: tuple[int, int], paragraph: int) -> Said:
    tokens = sentence.tokens
    span = Span(tokens[content[0]].start, tokens[content[1] - 1].end)
    said = Said(Quotation(span, span, paragraph), tokens=tokens, subject=claim.subject)
    said.cue = Span(tokens[claim.cue[0]].start, tokens[claim.cue[1] - 1].end)
    if claim.subject:
        said.speaker = Span(tokens[claim.subject[0]].start, tokens[claim.subject[1] - 1].end)
    return said
