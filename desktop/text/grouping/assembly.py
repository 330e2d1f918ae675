"""Assembly of statements: clusters of passages become statements with members, base wordings and links."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from desktop.domain import QuoteKind, Span
from desktop.text.grouping.statement_types import Band, Link, Member, Statement, Statements
from desktop.text.grouping.wording_difference import broken_boundary
from desktop.text.words import plain_words

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from desktop.text.grouping.clusters import Clusters
    from desktop.text.grouping.wording_groups import GroupLink

_NEARLY = 0.85  # of the longest wording: long enough to be the base


class Assembly:
    """Puts the parts of quotes together again, now that it is known what they report."""

    def __init__(
        self, parts: Sequence[Member], clusters: Clusters, decisions: Mapping[frozenset[Hashable], bool]
    ) -> None:
        self._parts = parts  # in the order of their places, so that those of one quote stand together
        self._group_links = clusters.links
        self._refused = [pair for pair, same in decisions.items() if not same]
        self._home = [0] * len(parts)
        for group in clusters.groups:
            for place in group.places:
                self._home[place] = clusters.home(group)
        self._suggested = {
            clusters.home(group)
            for link in self._group_links
            if link.judgement.band is Band.SUGGESTED
            for group in (link.a, link.b)
        }
        places = groupby(range(len(parts)), key=lambda i: parts[i].key)
        self._quotes = [list(own) for _, own in places]

    def statements(self) -> Statements:
        """All of it."""
        self._settle()
        self._fold()
        made, became = self._make()
        return Statements(made, self._links(made, became))

    def _keys(self) -> dict[int, set[Hashable]]:
        found: dict[int, set[Hashable]] = defaultdict(set)
        for part, home in zip(self._parts, self._home, strict=True):
            found[home].add(part.key)
        return found

    def _settle(self) -> None:
        """A part that answers nothing goes with its neighbour in the quote."""
        matched = {home for home, keys in self._keys().items() if len(keys) > 1} | self._suggested
        for own in self._quotes:
            if len(own) > 1:
                anchor = next((self._home[i] for i in own if self._home[i] in matched), self._home[own[0]])
                for i in own:
                    anchor = self._home[i] if self._home[i] in matched else anchor
                    self._home[i] = anchor

    def _fold(self) -> None:
        """Two sentences that only ever stand together are one statement; some versions may print but one of them."""
        keys = self._keys()
        into: dict[int, int] = {}
        for own in self._quotes:
            for first, second in pairwise(own):
                one, other = _root(into, self._home[first]), _root(into, self._home[second])
                if one == other or {self._home[first], self._home[second]} & self._suggested:
                    continue  # what is suggested as part of another statement stays by itself until somebody decides
                nested = keys[one] <= keys[other] or keys[other] <= keys[one]
                if nested and not self._forbidden(keys[one] | keys[other]):
                    into[other] = one
                    keys[one] |= keys[other]
        self._home = [_root(into, home) for home in self._home]

    def _forbidden(self, keys: set[Hashable]) -> bool:
        return any(pair <= keys for pair in self._refused)

    def _make(self) -> tuple[tuple[Statement, ...], list[tuple[int, Member]]]:
        """Join neighbouring parts of a quote, number the statements; also say which member every part went into."""
        whole: dict[int, list[Member]] = {}
        became: list[tuple[int, Member]] = []
        for own in self._quotes:
            for home, run in groupby(own, key=self._home.__getitem__):
                parts = [self._parts[i] for i in run]
                member = _joined(parts)
                whole.setdefault(home, []).append(member)
                became += [(home, member)] * len(parts)
        made = tuple(Statement(i, tuple(members), _base(members)) for i, members in enumerate(whole.values(), start=1))
        return made, became

    # -- links -------------------------------------------------------------------------------------------------------

    def _links(self, statements: Sequence[Statement], became: Sequence[tuple[int, Member]]) -> tuple[Link, ...]:
        reasons = self._reasons()
        links = [link for statement in statements for link in _to_base(statement, reasons)]
        for link in self._group_links:
            (home, a), (other, b) = became[link.a.places[0]], became[link.b.places[0]]
            found = link.judgement
            if home != other and found.band:
                links.append(Link(a, b, found.band, found.why, min(1.0, found.score), by_hand=link.by_hand))
        return tuple(links)

    def _reasons(self) -> dict[frozenset[Hashable], GroupLink]:
        """The links of grouped quotes, by their keys; what a person said goes before what was computed."""
        found = [link for link in self._group_links if link.judgement.band is Band.GROUPED]
        return {
            frozenset((link.a.members[0].key, link.b.members[0].key)): link
            for link in sorted(found, key=lambda link: link.by_hand)
        }


def _root(into: Mapping[int, int], cluster: int) -> int:
    while cluster in into:
        cluster = into[cluster]
    return cluster


def _joined(parts: Sequence[Member]) -> Member:
    if len(parts) == 1:
        return parts[0]
    return Member(parts[0].occurrence, Span(parts[0].span.start, parts[-1].span.end))


def _base(members: Sequence[Member]) -> Member:
    """The wording the others are compared with: the longest; of those nearly as long a sound one, then the earliest."""
    if len(members) == 1:
        return members[0]
    body = [member for member in members if member.occurrence.kind is not QuoteKind.HEADLINE] or members
    lengths = {text: len(plain_words(text)) for text in {member.text for member in body}}
    near = _NEARLY * max(lengths.values())
    ranks = {text: (broken_boundary(text) is not None, -n) for text, n in lengths.items() if n >= near}
    return min(
        (member for member in body if member.text in ranks),
        key=lambda member: (ranks[member.text], member.occurrence.published or "9999"),
    )


def _to_base(statement: Statement, reasons: Mapping[frozenset[Hashable], GroupLink]) -> list[Link]:
    base, links = statement.base, []
    same = f"Exactly the same words, by {base.occurrence.speaker or 'no speaker named'}."
    for member in statement.members:
        if member is base:
            continue
        link = reasons.get(frozenset((base.key, member.key)))
        if link:
            strength, by_hand = min(1.0, link.judgement.score), link.by_hand
            links.append(Link(base, member, Band.GROUPED, link.judgement.why, strength, by_hand=by_hand))
        else:
            why = same if base.text == member.text else "Each is close to another wording of this statement."
            links.append(Link(base, member, Band.GROUPED, why))
    return links
