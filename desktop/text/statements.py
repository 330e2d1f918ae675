"""Which quotes report the same utterance, and how do their wordings differ?"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, pairwise, product
from typing import TYPE_CHECKING, Any

from desktop.domain import FoundQuote, QuoteKind, Span
from desktop.text.clusters import Clusters
from desktop.text.knots import Tie, knots_of, roles_of
from desktop.text.likeness import segments
from desktop.text.matrix import Cell, CellKind, Matrix, Row, cells
from desktop.text.quote_alerts import QuoteAlert, QuoteAlertKind, quote_alerts
from desktop.text.utterances import Band, Link, Member, Occurrence, Statement, Statements
from desktop.text.wordforms import words_of
from desktop.text.wordings import Wording, WordingKind, broken_boundary, difference

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

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

_NEARLY = 0.85  # of the longest wording: long enough to be the base
_AROUND = 300  # code points of the reporter's words kept on each side of a quote


def _place(quote: Occurrence) -> tuple[str, int, int, str]:
    return quote.source, quote.span.start, quote.span.end, repr(quote.key)


def _parts(quote: Occurrence) -> list[Member]:
    start = quote.span.start
    return [Member(quote, Span(start + part.start, start + part.end)) for part in segments(quote.text)]


def group(occurrences: Sequence[Occurrence], decisions: Mapping[frozenset[Hashable], bool] | None = None) -> Statements:
    """Group the quotes of one story into statements; the result does not depend on the order handed in.

    `decisions` says of pairs of keys whether a checker called them the same (True) or not the same (False); where these
    contradict each other, "not the same" stands. Every occurrence lies in at least one statement.
    """
    decided = decisions or {}
    by_hand = {key for pair in decided for key in pair}
    quotes = sorted(occurrences, key=_place)
    parts = [part for quote in quotes for part in _parts(quote)]
    clusters = Clusters(knots_of(parts, roles_of(quotes), by_hand), decided)
    home = _settled(parts, clusters, decided)
    statements, member_of = _statements(parts, home)
    return Statements(statements, _links(clusters, statements, member_of))


# -- from parts of quotes to statements ------------------------------------------------------------------------------


def _settled(
    parts: Sequence[Member], clusters: Clusters, decisions: Mapping[frozenset[Hashable], bool]
) -> dict[Member, int]:
    """Give every part its statement: a part that answers nothing goes with its neighbour in the quote."""
    home = {part: clusters.home(knot) for knot in clusters.knots for part in knot.members}
    tied = {clusters.home(k) for t in clusters.ties if t.judgement.band is Band.SUGGESTED for k in (t.a, t.b)}
    quotes: dict[int, set[Hashable]] = defaultdict(set)
    for part, cluster in home.items():
        quotes[cluster].add(part.key)
    matched = {cluster for cluster, keys in quotes.items() if len(keys) > 1} | tied
    for own in _by_quote(parts).values():
        anchor = next((home[part] for part in own if home[part] in matched), home[own[0]])
        for part in own:
            anchor = home[part] if home[part] in matched else anchor
            home[part] = anchor
    return _folded(parts, home, decisions, tied)


def _by_quote(parts: Iterable[Member]) -> dict[Hashable, list[Member]]:
    found: dict[Hashable, list[Member]] = defaultdict(list)
    for part in parts:
        found[part.key].append(part)
    return found


def _folded(
    parts: Sequence[Member],
    home: dict[Member, int],
    decisions: Mapping[frozenset[Hashable], bool],
    tied: set[int],
) -> dict[Member, int]:
    """Two sentences that only ever stand together are one statement; some versions may print but one of them."""
    quotes: dict[int, set[Hashable]] = defaultdict(set)
    for part, cluster in home.items():
        quotes[cluster].add(part.key)
    into: dict[int, int] = {}
    for own in _by_quote(parts).values():
        for first, second in pairwise(own):
            one, other = _root(into, home[first]), _root(into, home[second])
            nested = quotes[one] <= quotes[other] or quotes[other] <= quotes[one]
            if one == other or {home[first], home[second]} & tied:
                continue  # what is suggested as part of another statement stays by itself until somebody decides
            if nested and not _forbidden(quotes[one] | quotes[other], decisions):
                into[other] = one
                quotes[one] |= quotes[other]
    return {part: _root(into, cluster) for part, cluster in home.items()}


def _root(into: Mapping[int, int], cluster: int) -> int:
    while cluster in into:
        cluster = into[cluster]
    return cluster


def _forbidden(keys: set[Hashable], decisions: Mapping[frozenset[Hashable], bool]) -> bool:
    return any(not same and pair <= keys for pair, same in decisions.items())


def _statements(
    parts: Sequence[Member], home: Mapping[Member, int]
) -> tuple[tuple[Statement, ...], dict[Member, tuple[int, Member]]]:
    """Join neighbouring parts of a quote, number the statements; also say which member every part went into."""
    whole: dict[int, list[Member]] = {}
    became: dict[Member, tuple[int, Member]] = {}
    for own in _by_quote(parts).values():
        for run in _runs(own, home):
            member = Member(run[0].occurrence, Span(run[0].span.start, run[-1].span.end))
            whole.setdefault(home[run[0]], []).append(member)
            became.update((part, (home[run[0]], member)) for part in run)
    number = {cluster: place for place, cluster in enumerate(whole)}
    made = tuple(Statement(number[c] + 1, tuple(members), _base(members)) for c, members in whole.items())
    return made, {part: (number[cluster], member) for part, (cluster, member) in became.items()}


def _runs(own: Sequence[Member], home: Mapping[Member, int]) -> list[list[Member]]:
    runs: list[list[Member]] = []
    for part in own:
        if runs and home[runs[-1][0]] == home[part]:
            runs[-1].append(part)
        else:
            runs.append([part])
    return runs


def _base(members: Sequence[Member]) -> Member:
    """The wording the others are compared with: the longest; of those nearly as long a sound one, then the earliest."""
    body = [m for m in members if m.occurrence.kind is not QuoteKind.HEADLINE] or members
    length = {m: len(words_of(m.text)) for m in body}
    longest = max(length.values())
    near = [m for m in body if length[m] >= _NEARLY * longest]
    return min(near, key=lambda m: (broken_boundary(m.text) is not None, -length[m], m.occurrence.published or "9999"))


# -- links -----------------------------------------------------------------------------------------------------------


def _links(
    clusters: Clusters, statements: Sequence[Statement], became: Mapping[Member, tuple[int, Member]]
) -> tuple[Link, ...]:
    reasons = _reasons(clusters)
    links = [link for statement in statements for link in _to_base(statement, reasons)]
    for tie in clusters.ties:
        a, b = became[tie.a.members[0]], became[tie.b.members[0]]
        if a[0] != b[0]:
            found = tie.judgement
            band = found.band or Band.SUGGESTED
            links.append(Link(a[1], b[1], band, found.why, min(1.0, found.score), by_hand=tie.by_hand))
    return tuple(links)


def _reasons(clusters: Clusters) -> dict[frozenset[Hashable], Tie]:
    """The ties of grouped quotes, by their keys; what a person said goes before what was computed."""
    found: dict[frozenset[Hashable], Tie] = {}
    for tie in sorted(clusters.ties, key=lambda tie: tie.by_hand):
        if tie.judgement.band is Band.GROUPED:
            for a, b in product(tie.a.members[:1], tie.b.members[:1]):
                found[frozenset((a.key, b.key))] = tie
    return found


def _to_base(statement: Statement, reasons: Mapping[frozenset[Hashable], Tie]) -> list[Link]:
    base, links = statement.base, []
    for member in statement.members:
        if member is base:
            continue
        tie = reasons.get(frozenset((base.key, member.key)))
        why = tie.judgement.why if tie else _why(base, member)
        strength = min(1.0, tie.judgement.score) if tie else 1.0
        links.append(Link(base, member, Band.GROUPED, why, strength, by_hand=bool(tie and tie.by_hand)))
    return links


def _why(base: Member, member: Member) -> str:
    if base.text == member.text:
        return f"Exactly the same words, by {base.occurrence.speaker or 'no speaker named'}."
    return "Each is close to another wording of this statement."


# -- whole texts -----------------------------------------------------------------------------------------------------


def occurrences_of(source: str, text: str, quotes: Sequence[FoundQuote]) -> list[Occurrence]:
    """Make occurrences of the quotes found in one text; the key is (source, start, end)."""
    found: list[Occurrence] = []
    for order, quote in enumerate(quotes):
        said, span = quote.attribution, quote.span
        begin = text.rfind("\n", 0, span.start) + 1
        end = text.find("\n", span.end)
        end = len(text) if end < 0 else end
        found.append(
            Occurrence(
                key=(source, span.start, span.end),
                source=source,
                span=span,
                text=span.of(text),
                speaker=said.name,
                role=said.role,
                via=said.via,
                kind=quote.kind,
                order=order,
                before=text[max(begin, span.start - _AROUND) : span.start],
                mention=said.speaker,
                after=text[span.end : min(end, span.end + _AROUND)],
            )
        )
    return found


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
            tell(a, b, Band.GROUPED, "")
    for link in statements.links:
        tell(link.a, link.b, link.band, link.why)
        if link.band is Band.SUGGESTED:
            ours, theirs = statements.holding(link.a), statements.holding(link.b)
            for a, b in product(ours.members, theirs.members):
                tell(a, b, Band.SUGGESTED, link.why)
    return found


def _place_of(quote: Occurrence) -> list[Any]:
    return [quote.source, quote.span.start, quote.span.end]


def _wording(wording: Wording) -> dict[str, Any]:
    return {
        "kind": str(wording.kind),
        "kinds": [str(kind) for kind in wording.kinds],
        "words": wording.changed,
        "altered": [{"kind": str(f.kind), "a": f.base_text, "b": f.other_text} for f in wording.facts],
    }


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
                "difference": _wording(difference(a.text, b.text, same_speaker=band is not Band.OTHER_SPEAKER)),
            }
            for a, b, band, why in _pairs(statements).values()
        ],
    }
