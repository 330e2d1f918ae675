"""Grouping of the quotes of a story into statements, and their wordings; also as JSON.

Whether two quotes report one statement is worked out in five steps, all in grouping/:
1. quotes are cut into passages (similarity.py: `segments`);
2. passages of the same words are one group (clusters.py: `wording_groups`);
3. pairs of groups are rated by words and speakers (similarity.py: `judge`, with speaker_match.py);
4. what is rated as one is merged, the surest first (clusters.py: `Clusters`);
5. the passages of a quote are put together again (matrix.py: `Assembly`) and arranged (`cells`).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

from desktop.domain import FoundQuote, QuoteKind, Span
from desktop.text.grouping.clusters import Clusters, roles_of, wording_groups
from desktop.text.grouping.matrix import Assembly, Cell, CellKind, Matrix, Row, cells
from desktop.text.grouping.quote_alerts import QuoteAlert, QuoteAlertKind, quote_alerts
from desktop.text.grouping.similarity import content_words, segments
from desktop.text.grouping.statement_types import Band, Link, Member, Occurrence, Statement, Statements
from desktop.text.grouping.wording_difference import Wording, WordingKind, difference
from desktop.text.languages.registry import detect_language
from desktop.text.languages.word_forms import is_function_word
from desktop.text.words import fold, plain_words

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

__all__ = [
    "Band",
    "Cell",
    "CellKind",
    "Link",
    "Matrix",
    "Member",
    "Occurrence",
    "QuoteAlert",
    "QuoteAlertKind",
    "Row",
    "Statement",
    "Statements",
    "Wording",
    "WordingKind",
    "cells",
    "difference",
    "group",
    "matrix_of",
    "occurrences_of",
    "quote_alerts",
    "to_json",
]

_FEWEST_KNOWN = 5  # spaces around and between the words by which a quote of a headline is known below it
_SHARED = 0.3  # share of the words of the shorter wording that both must have
_AROUND = 300  # code points of the reporter's words kept on each side of a quote


def group(occurrences: Sequence[Occurrence], decisions: Mapping[frozenset[Hashable], bool] | None = None) -> Statements:
    """Group the quotes of one story into statements; the result does not depend on the order handed in.

    `decisions` says of pairs of keys whether a checker called them the same (True) or not the same (False); where these
    contradict each other, "not the same" stands. Every occurrence lies in at least one statement.
    """
    decided = decisions or {}
    by_hand = {key for pair in decided for key in pair}
    quotes = sorted(occurrences, key=_place)
    parts = [part for quote in quotes for part in _parts(quote)]
    clusters = Clusters(wording_groups(parts, roles_of(quotes), by_hand), decided)
    return Assembly(parts, clusters, decided).statements()


def _place(quote: Occurrence) -> tuple[str, int, int, str]:
    return quote.source, quote.span.start, quote.span.end, repr(quote.key)


def _parts(quote: Occurrence) -> list[Member]:
    parts = segments(quote.text)
    if len(parts) == 1:
        return [Member(quote, quote.span)]
    start = quote.span.start
    return [Member(quote, Span(start + part.start, start + part.end)) for part in parts]


# -- whole texts -----------------------------------------------------------------------------------------------------


def occurrences_of(source: str, text: str, quotes: Sequence[FoundQuote]) -> list[Occurrence]:
    """Make occurrences of the quotes found in one text, titles and names left out; the key is (source, start, end)."""
    found: list[Occurrence] = []
    language = detect_language(text)
    for order, quote in enumerate(quote for quote in quotes if quote.kind.is_said):
        attribution, span = quote.attribution, quote.span
        near = max(0, span.start - _AROUND)
        begin = max(near, text.rfind("\n", near, span.start) + 1)
        end = text.find("\n", span.end, span.end + _AROUND)
        end = len(text) if end < 0 else end
        found.append(
            Occurrence(
                key=(source, span.start, span.end),
                source=source,
                span=span,
                text=span.of(text),
                speaker=attribution.name,
                role=attribution.role,
                via=attribution.via,
                kind=quote.kind,
                order=order,
                language=language,
                before=text[begin : span.start],
                mention=attribution.speaker,
                after=text[span.end : min(end, span.end + _AROUND)],
            )
        )
    return [_as_in_the_body(quote, found) if quote.kind is QuoteKind.HEADLINE else quote for quote in found]


def _as_in_the_body(headline: Occurrence, quotes: Sequence[Occurrence]) -> Occurrence:
    """A quote of a headline with the speaker of the one below it that holds the same words."""
    words = _folded_words(headline.text)
    if words.count(" ") < _FEWEST_KNOWN:
        return headline
    holding = [quote for quote in quotes if quote.kind is not QuoteKind.HEADLINE and words in _folded_words(quote.text)]
    speakers = {quote.speaker for quote in holding}
    return replace(headline, speaker=holding[0].speaker, role=holding[0].role) if len(speakers) == 1 else headline


def _folded_words(text: str) -> str:
    return f" {' '.join(plain_words(fold(text).casefold()))} "


def matrix_of(texts: Sequence[tuple[str, str, Sequence[FoundQuote]]]) -> Statements:
    """Group the quotes of whole texts, each given as (id, text, quotes found in it)."""
    return group([quote for source, text, quotes in texts for quote in occurrences_of(source, text, quotes)])


# -- for scripts -----------------------------------------------------------------------------------------------------

_STRENGTH = {band: rank for rank, band in enumerate(Band)}


def _pairs(statements: Statements) -> dict[frozenset[Hashable], tuple[Member, Member, Band, str]]:
    """Every pair of quotes that anything is said about, once, with the strongest band."""
    found: dict[frozenset[Hashable], tuple[Member, Member, Band, str]] = {}

    def tell(a: Member, b: Member, band: Band, why: str) -> None:
        pair = frozenset((a.key, b.key))
        if len(pair) == 2 and (pair not in found or _STRENGTH[band] < _STRENGTH[found[pair][2]]):
            found[pair] = (a, b, band, why)

    for statement in statements.statements:
        for a, b in combinations(statement.members, 2):
            if not _are_halves(a, b, statement.members):
                tell(a, b, Band.GROUPED, "")
    for link in statements.links:
        tell(link.a, link.b, link.band, link.why)
        if link.band is Band.SUGGESTED:
            ours, theirs = statements.holding(link.a), statements.holding(link.b)
            for a, b in product(ours.members, theirs.members):
                if _share_words(a, b):
                    tell(a, b, Band.SUGGESTED, link.why)
    return found


def _are_halves(a: Member, b: Member, members: Sequence[Member]) -> bool:
    """Say whether two wordings are different parts of a third that holds both."""
    if _share_words(a, b):
        return False
    return any(_share_words(a, each) and _share_words(b, each) for each in members if each not in (a, b))


def _share_words(a: Member, b: Member) -> bool:
    """Say whether two wordings have a good part of one in common; halves of one sentence may have none."""
    words = [set(content_words(each.text, each.occurrence.language)) for each in (a, b)]
    first, second = ({word for word in side if not is_function_word(word)} or side for side in words)
    return len(first & second) >= _SHARED * min(len(first), len(second))


def _place_of(quote: Occurrence) -> list[Any]:
    return [quote.source, quote.span.start, quote.span.end]


def _wording(wording: Wording) -> dict[str, Any]:
    return {
        "kind": str(wording.kind),
        "kinds": [str(kind) for kind in wording.kinds],
        "words": wording.changed,
        "altered": [{"kind": str(f.kind), "a": f.base_text, "b": f.other_text} for f in wording.facts],
    }


def _between(a: Member, b: Member, band: Band) -> Wording:
    same = band is not Band.OTHER_SPEAKER
    return difference(a.text, b.text, same_speaker=same, language=a.occurrence.language)


def to_json(statements: Statements) -> dict[str, Any]:
    """Statements and pairs as `verbatim matrix --format json` prints them; places are [source, start, end]."""
    return {
        "statements": [
            {
                "number": s.number,
                "text": s.text,
                "speaker": s.speaker,
                "members": [
                    {
                        "quote": _place_of(m.occurrence),
                        "part": [m.source, m.span.start, m.span.end],
                        "base": m is s.base,
                        "difference": _wording(s.wording(m)),
                    }
                    for m in s.members
                ],
            }
            for s in statements.statements
        ],
        "pairs": [
            {
                "a": _place_of(a.occurrence),
                "b": _place_of(b.occurrence),
                "a_part": [a.source, a.span.start, a.span.end],
                "b_part": [b.source, b.span.start, b.span.end],
                "band": str(band),
                "why": why,
                "difference": _wording(_between(a, b, band)),
            }
            for a, b, band, why in _pairs(statements).values()
        ],
    }
