"""Quote alerts: what a checker must look at in the way a quote is printed."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain import Span, value_type
from desktop.lazy_pattern import lazy_pattern
from desktop.text.grouping.speaker_match import Relation, relation, speaker_profile
from desktop.text.grouping.statement_types import Band
from desktop.text.grouping.wording_difference import WordingKind, broken_boundary
from desktop.text.languages.registry import speaker_words
from desktop.text.words import plain_words
from desktop.translation import Sentence, english

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping

    from desktop.text.grouping.statement_types import Link, Member, Occurrence, Statement, Statements

_ELLIPSIS = lazy_pattern(r"…|\.{3,}|\. \. \.")
_BRACKET = lazy_pattern(r"\[[^\]\n]{1,200}\]")
_CUT_END = lazy_pattern(r"(?:…|\.{3,}|\. \. \.)[”\"’'\s.,]*$")
_GARBLED = lazy_pattern(
    rf"\w (?:{'|'.join(sorted(speaker_words().saying))})\b[^.!?\n]{{0,60}}\. (?=[a-zà-öø-ÿ])|[,.;] [,.;](?= |$)"
)
_NEAR = 140  # code points on each side in which the reporter says who spoke


class QuoteAlertKind(StrEnum):
    """What is odd about a quote, most pressing first."""

    BOUNDARY = english("unsure where it ends")
    ALTERED = english("altered fact")
    SPEAKER = english("speaker differs")
    HIDDEN = english("speaker unnamed elsewhere")
    GARBLED = english("speaker garbled")
    TRUNCATED = english("shortened without ellipsis")
    JOINED = english("joined by an ellipsis")
    MERGED = english("two utterances in one quote")
    INSERTED = english("bracketed insertion")


@value_type
class QuoteAlert:
    """One thing to look at; the span is in the text of the version."""

    key: Hashable
    kind: QuoteAlertKind
    span: Span
    why: str  # one plain sentence


def quote_alerts(statements: Statements, names: Mapping[str, str] | None = None) -> tuple[QuoteAlert, ...]:
    """All alerts about the quotes of a story, in reading order, most pressing first at one quote.

    `names` says how a reader knows the versions; where it does not, their keys are printed.
    """
    known = names or {}
    found = [alert for statement in statements.statements for alert in _in_statement(statement, known)]
    parts: dict[Occurrence, set[int]] = {}
    for statement in statements.statements:
        for member in statement.members:
            parts.setdefault(member.occurrence, set()).add(statement.number)
    for quote, numbers in parts.items():
        found += _alone(quote)
        if len(numbers) > 1:
            why = Sentence(
                "Other versions print these words as {number} quotes: two utterances may be run together here.",
                number=len(numbers),
            )
            found.append(QuoteAlert(quote.key, QuoteAlertKind.MERGED, quote.span, why))
    found += [alert for link in statements.links for alert in _by_link(link, known)]
    ranks = {kind: rank for rank, kind in enumerate(QuoteAlertKind)}
    order = {quote.key: (quote.source, quote.span) for quote in parts}
    return tuple(sorted(dict.fromkeys(found), key=lambda a: (*order[a.key], ranks[a.kind], a.span, a.why)))


def _alone(quote: Occurrence) -> Iterator[QuoteAlert]:
    """What the quote shows by itself."""

    def there(span: Span) -> Span:
        return Span(quote.span.start + span.start, quote.span.start + span.end)

    broken = broken_boundary(quote.text)
    if broken:
        why = Sentence("A closing mark stands inside the sentence, which goes on: where the quote ends is not sure.")
        yield QuoteAlert(quote.key, QuoteAlertKind.BOUNDARY, there(broken), why)
    for dots in _ELLIPSIS.finditer(quote.text):
        if re.search(r"\w", quote.text[: dots.start()]) and re.search(r"\w", quote.text[dots.end() :]):
            why = Sentence("An ellipsis joins words that may not have stood together.")
            yield QuoteAlert(quote.key, QuoteAlertKind.JOINED, there(Span(*dots.span())), why)
    for bracket in _BRACKET.finditer(quote.text):
        why = Sentence("{words} was put in by the reporter.", words=bracket.group())
        yield QuoteAlert(quote.key, QuoteAlertKind.INSERTED, there(Span(*bracket.span())), why)
    if _GARBLED.search(quote.after[:_NEAR]) or _GARBLED.search(quote.before[-_NEAR:]):
        why = Sentence(
            "The words around the quote are garbled: a sentence ends where it goes on. See who really spoke."
        )
        yield QuoteAlert(quote.key, QuoteAlertKind.GARBLED, quote.span, why)


def _in_statement(statement: Statement, names: Mapping[str, str]) -> Iterator[QuoteAlert]:
    """What the quote shows beside the other wordings of its statement."""
    base = statement.base
    there = names.get(base.source, base.source)
    for member in statement.members:
        if member == base:
            continue
        wording = statement.wording(member)
        for fact in wording.facts:
            place = Span(member.span.start + fact.other.start, member.span.start + fact.other.end)
            why = Sentence(
                "“{words}” here, “{base}” in {outlet}: {why}",
                words=fact.other_text,
                base=fact.base_text,
                outlet=there,
                why=fact.why,
            )
            yield QuoteAlert(member.key, QuoteAlertKind.ALTERED, place, why)
        if WordingKind.SHORTENED in wording.kinds and _ends_early(statement, member):
            why = Sentence("{outlet} prints the sentence further; nothing here says that it is cut.", outlet=there)
            yield QuoteAlert(member.key, QuoteAlertKind.TRUNCATED, Span(member.span.end, member.span.end), why)
        yield from _speakers(member, base, there)


def _ends_early(statement: Statement, member: Member) -> bool:
    """The end is missing, as no ellipsis says; a wording that only starts later is woven into a sentence."""
    goes_on = any(m.source == member.source and m.span.start >= member.span.end for m in statement.members)
    if goes_on or member.source == statement.base.source or _CUT_END.search(member.text):
        return False
    own = [word.casefold() for word in plain_words(member.text)]
    full = [word.casefold() for word in plain_words(statement.base.text)]
    return bool(own) and own[-1] in full and own[-1] not in full[-2:]


def _speakers(member: Member, base: Member, there: str) -> Iterator[QuoteAlert]:
    ours, theirs = member.occurrence, base.occurrence
    how = relation(speaker_profile(ours.speaker, ours.role), speaker_profile(theirs.speaker, theirs.role))
    why = Sentence(
        "{one} here, {other} in {outlet}.",
        one=ours.speaker or Sentence("Nobody"),
        other=theirs.speaker or Sentence("nobody"),
        outlet=there,
    )
    if how is Relation.OTHER:
        yield QuoteAlert(member.key, QuoteAlertKind.SPEAKER, member.span, why)
    elif how is Relation.HIDDEN:
        yield QuoteAlert(member.key, QuoteAlertKind.HIDDEN, member.span, why)


def _by_link(link: Link, names: Mapping[str, str]) -> Iterator[QuoteAlert]:
    """Nearly the same words under another name are reported at both quotes."""
    if link.band not in (Band.OTHER_SPEAKER, Band.SUGGESTED):
        return
    for member, other in ((link.a, link.b), (link.b, link.a)):
        for alert in _speakers(member, other, names.get(other.source, other.source)):
            if link.band is Band.SUGGESTED or link.why.startswith(("The same words", "Nearly")):
                yield alert
