"""Matrix of statements and versions: what each version prints of each statement, in one word a cell.

Step 5 of "two quotes report one statement": `Assembly` puts the passages of one quote, clustered by clusters.py,
together again as statements; `cells` lays these out.
"""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from desktop.domain import QuoteKind, Span, value_type
from desktop.text.grouping.statement_types import Band, Link, Member, Statement, Statements
from desktop.text.grouping.wording_difference import WordingKind, broken_boundary, difference
from desktop.text.words import plain_words
from desktop.translation import Sentence, english

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from desktop.text.grouping.clusters import Clusters, GroupLink
    from desktop.text.grouping.wording_difference import Wording


_NEARLY = 0.85  # of the longest wording: long enough to be the base
NOTHING = "—"
_REPEATED = 0.6  # share of its words by which a second member only says again what the first says


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
        found, became = self._make()
        return Statements(found, self._links(found, became))

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
                home = next((self._home[i] for i in own if self._home[i] in matched), self._home[own[0]])
                for i in own:
                    home = self._home[i] if self._home[i] in matched else home
                    self._home[i] = home

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
        statements = tuple(
            Statement(i, tuple(members), _base(members)) for i, members in enumerate(whole.values(), start=1)
        )
        return statements, became

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
    who = base.occurrence.speaker or Sentence("no speaker named")
    same = Sentence("Exactly the same words, by {who}.", who=who)
    for member in statement.members:
        if member is base:
            continue
        link = reasons.get(frozenset((base.key, member.key)))
        if link:
            strength, by_hand = min(1.0, link.judgement.score), link.by_hand
            links.append(Link(base, member, Band.GROUPED, link.judgement.why, strength, by_hand=by_hand))
        else:
            why = same if base.text == member.text else Sentence("Each is close to another wording of this statement.")
            links.append(Link(base, member, Band.GROUPED, why))
    return links


class CellKind(StrEnum):
    """What a version prints of a statement."""

    ABSENT = english("absent")
    SAME = english("same")
    WORDS = english("words")
    SHORTENED = english("shortened")
    LONGER = english("longer")
    ALTERED = english("altered fact")
    BROKEN = english("end unsure")


_KINDS = {
    WordingKind.VERBATIM: CellKind.SAME,
    WordingKind.ALTERED_FACT: CellKind.ALTERED,
    WordingKind.BOUNDARY_BROKEN: CellKind.BROKEN,
    WordingKind.SHORTENED: CellKind.SHORTENED,
    WordingKind.LONGER: CellKind.LONGER,
}


@value_type
class Cell:
    """One version's wording of one statement; nothing is compared before it is asked for."""

    statement: Statement
    base: Member
    members: tuple[Member, ...]  # empty where the version does not print the statement; the fullest first

    @property
    def keys(self) -> tuple[Hashable, ...]:
        return tuple(member.key for member in self.members)

    @property
    def printed(self) -> str:
        """The words of this version: the fullest member, with what else it prints of the statement in other places."""
        return _printed(self.members)

    @property
    def wording(self) -> Wording | None:
        """How this version's words differ from the base."""
        if not self.members:
            return None
        return difference(self.base.text, self.printed, language=self.base.occurrence.language)

    @property
    def kind(self) -> CellKind:
        wording = self.wording
        if wording is None:
            return CellKind.ABSENT
        if broken_boundary(self.printed):
            return CellKind.BROKEN
        return next((_KINDS[kind] for kind in wording.kinds if kind in _KINDS), CellKind.WORDS)

    @property
    def label(self) -> str:
        """What the cell says: "same", "2 words", "shortened", "longer", the altered reading, or a dash."""
        wording, kind = self.wording, self.kind
        if wording is None:
            return NOTHING
        if kind is CellKind.ALTERED:
            fact = wording.facts[0]
            return fact.other_text or Sentence("without “{words}”", words=fact.base_text)
        if kind is CellKind.WORDS:
            return Sentence.counted("{count} word", "{count} words", wording.changed)
        return Sentence(kind.value)


@value_type
class Row:
    """One statement across the versions."""

    statement: Statement
    base: Member
    cells: tuple[Cell, ...]  # as many as there are sources

    @property
    def differs(self) -> bool:
        """Say whether any version words it otherwise."""
        return any(cell.kind not in (CellKind.ABSENT, CellKind.SAME) for cell in self.cells)

    @property
    def altered(self) -> bool:
        return any(cell.kind is CellKind.ALTERED for cell in self.cells)


@value_type
class Matrix:
    """Statements as rows, versions as columns."""

    sources: tuple[str, ...]
    rows: tuple[Row, ...]

    def table(self) -> list[list[str]]:
        """Plain words for CSV and text tables: a heading line, then statement, speaker and one label a version."""
        heading = ["Statement", "Speaker", *self.sources]
        return [heading] + [
            [row.base.text, row.statement.speaker, *(cell.label for cell in row.cells)] for row in self.rows
        ]


def _earliest(statement: Statement) -> Member:
    return min(statement.members, key=lambda m: (m.occurrence.published or "9999", m.source, m.span))


def cells(statements: Statements, sources: Sequence[str], *, base: str = "longest") -> Matrix:
    """Lay statements out over versions in the order given; `base` is "longest", "earliest", or a source to prefer."""
    rows = []
    for statement in statements.statements:
        shown = _chosen_base(statement, base)
        by_source: dict[str, list[Member]] = {}
        for member in statement.members:
            by_source.setdefault(member.source, []).append(member)
        row = tuple(Cell(statement, shown, _fullest_first(by_source.get(source, []))) for source in sources)
        rows.append(Row(statement, shown, row))
    return Matrix(tuple(sources), tuple(rows))


def _printed(members: tuple[Member, ...]) -> str:
    """One sentence printed as two quotes is read as one, its parts joined; a repetition is read once."""
    if len(members) < 2:
        return members[0].text if members else ""
    parts = [members[0]]
    for member in members[1:]:
        if not any(_repeats(member.text, part.text) for part in parts):
            parts.append(member)
    return " … ".join(part.text for part in sorted(parts, key=lambda part: part.span))


def _repeats(shorter: str, longer: str) -> bool:
    words = {word.casefold() for word in plain_words(shorter)}
    return len(words & {word.casefold() for word in plain_words(longer)}) >= _REPEATED * len(words)


def _fullest_first(members: list[Member]) -> tuple[Member, ...]:
    return tuple(sorted(members, key=lambda m: (-len(m.span), m.span))) if len(members) > 1 else tuple(members)


def _chosen_base(statement: Statement, base: str) -> Member:
    if base == "longest":
        return statement.base
    if base == "earliest":
        return _earliest(statement)
    return next((member for member in statement.members if member.source == base), statement.base)
