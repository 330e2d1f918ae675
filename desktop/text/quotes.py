"""Quotes of a text: span, kind, attribution and doubt of each."""

from __future__ import annotations

from heapq import merge
from typing import TYPE_CHECKING

from desktop.domain import Attribution, FoundQuote, QuoteKind
from desktop.gc_pause import gc_paused
from desktop.text.attribution.indirect import find_indirect
from desktop.text.attribution.named_things import Thing, find_nicknames
from desktop.text.attribution.persons.people import People
from desktop.text.attribution.persons.resolution import Resolver
from desktop.text.attribution.speakers import Reader
from desktop.text.languages.registry import article_language, reporting_in
from desktop.text.quotation.dialogue import add_dialogues
from desktop.text.quotation.quotations import find_quotations
from desktop.text.quotation.quote_marks import holds_mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain import Span
    from desktop.text.attribution.quotation_context import QuotationContext
    from desktop.text.quotation.quotations import Quotations

_SCARE_WORDS = 4
_SCARE_LETTERS = 6  # ... in scripts that set no spaces
_HEAD = 12  # code points at the beginning of a quotation
_BEHIND_SPEECH = frozenset(",—–-،")
_STOPS = frozenset(".,!?…。！？؟")


def find_quotes(
    text: str, *, hidden: Sequence[Span] = (), language: str = "", indirect: bool = False, dialogues: bool = False
) -> list[FoundQuote]:
    """Find the quotations in text order; spans are code points and leave the marks out.

    `hidden` passages are read as blanks; `language` is a code such as "en", "" to detect it; `indirect` adds
    what is reported without marks, as `QuoteKind.INDIRECT` with `outer` equal to the span; `dialogues` adds speech
    that a dash opens, in languages that print it so.
    """
    if not indirect and not dialogues and not holds_mark(text):
        return []
    with gc_paused():  # makes a few small objects for each word, and no cycles
        return _found(text, hidden, language, indirect=indirect, dialogues=dialogues)


def _found(text: str, hidden: Sequence[Span], language: str, *, indirect: bool, dialogues: bool) -> list[FoundQuote]:
    code = article_language(text, language)
    quotations = find_quotations(text, hidden, code)
    if dialogues and reporting_in(code).marks.dialogues:
        add_dialogues(quotations, reporting_in(code))
    if not quotations.found and not indirect:
        return []
    reporting = reporting_in(code)
    find_nicknames(quotations, reporting)
    reported = sorted(find_indirect(quotations, reporting), key=_place) if indirect else []
    unmarked = {id(context) for context in reported}
    resolver, found = None, []
    quoted = Reader(quotations, reporting).read()
    for context in merge(quoted, reported, key=_place) if reported else quoted:
        if resolver is None and context.speaker:  # else nobody is looked up
            inside = [q.outer for q in quotations.found if q.nickname]
            resolver = Resolver(quotations, People(quotations.text, reporting, inside), reporting)
        by = resolver.attribution(context) if resolver else Attribution()
        kind = (
            QuoteKind.INDIRECT
            if id(context) in unmarked
            else _kind(context, quotations, nobody_known=not reporting.verbs.cues)
        )
        doubt = context.quotation.doubt or (context.guess if by.name else "")
        quotation = context.quotation
        headline = quotation.paragraph < quotations.headlines
        found.append(FoundQuote(quotation.span, kind, by, doubt, quotation.outer, in_headline=headline))
    return found


def _place(context: QuotationContext) -> int:
    return context.quotation.span.start


def doubtful_marks(text: str, hidden: Sequence[Span] = ()) -> list[tuple[int, str]]:
    """List the odd marks: where each stands, and what is odd about it."""
    return find_quotations(text, hidden, article_language(text)).doubtful


def _kind(context: QuotationContext, quotations: Quotations, *, nobody_known: bool) -> QuoteKind:
    if context.thing is not Thing.NOTHING:
        return QuoteKind(context.thing.value)
    if context.quotation.paragraph < quotations.headlines:
        return QuoteKind.HEADLINE
    if context.quotation.dashed:
        return QuoteKind.DIRECT
    words = context.quotation.span.of(quotations.text).split()
    short = len(words) <= _SCARE_WORDS and not (nobody_known and _is_set_off(context, quotations))
    if short and (not context.speaker or context.named_thing):
        return QuoteKind.SCARE
    return (
        QuoteKind.DIRECT
        if context.begins and (len(words) > 1 or context.alone or words[0][-1] in ",.!?")
        else QuoteKind.MIXED
    )


def _is_set_off(context: QuotationContext, quotations: Quotations) -> bool:
    """Say whether a quotation stands as a sentence does, in a language of which no verb of saying is known."""
    text, outer, content = quotations.text, context.quotation.outer, context.quotation.span.of(quotations.text)
    if any(map(_without_spaces, content[:_HEAD])):
        return len(content) > _SCARE_LETTERS or content[-1] in _STOPS
    first = next(filter(str.isalnum, content[:_HEAD]), "a")
    before, behind = (
        text[max(0, outer.start - 3) : outer.start].rstrip()[-1:],
        text[outer.end : outer.end + 3].lstrip()[:1],
    )
    set_off = context.alone or before == ":" or behind in _BEHIND_SPEECH or content[-1] in _STOPS
    return set_off and not first.islower()


def _without_spaces(letter: str) -> bool:
    """Say whether a letter is of Chinese or Japanese, where a sentence is one word to a program."""
    return "\u3040" <= letter <= "\u9fff"
