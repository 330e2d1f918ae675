"""What changed between two texts, word by word?"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from desktop.text.accounts import Ruling
from desktop.text.alerts import with_alerts
from desktop.text.alignment import Cancelled
from desktop.text.changes import Change, ChangeKind, Comparison, Kind, Pair, Pin, Row, Stats
from desktop.text.matching import Answer, Matcher
from desktop.text.passages import aligned_rows, paragraphs
from desktop.text.rules import Rules, with_rules
from desktop.text.spans import SpanBuilder
from desktop.text.words import Tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from desktop.domain import Span
    from desktop.text.alignment import Edit

__all__ = ["Cancelled", "Pin", "Rules", "compare", "token_edits"]

_VERSIONS_FROM = 0.5  # share of words alike in order from which two texts are versions of one
_CONTAINED_FROM = 0.75  # or share of the shorter text that the longer one contains in order
_SHORT = 60  # words; what is shorter has no passages to pair
_NO_RULES = Rules()
_SHARE_OF_PARAGRAPH = 3  # a third of the shorter paragraph must stand in the other to put them side by side


def token_edits(a: list[str], b: list[str]) -> list[Edit]:
    """The edits (i1, i2, j1, j2) that make the tokens of `a` those of `b`, in order."""
    return Matcher(a, b).edits()


def compare(  # noqa: PLR0913 - the options of one verb, all but the texts by name
    a: str,
    b: str,
    *,
    hidden_a: Sequence[Span] = (),
    hidden_b: Sequence[Span] = (),
    kind: Kind | None = None,
    rules: Rules = _NO_RULES,
    pins: Sequence[Pin] = (),
    cancelled: Callable[[], bool] | None = None,
) -> Comparison:
    """Compare two texts; offsets are code points into the full texts, hidden spans are left out.

    `kind` None chooses by measured overlap. In versions both visible texts follow from the changes; in accounts
    the changes are those inside the pairs, and the rows that are folded hold the rest. Raises `Cancelled` when
    `cancelled` says so.
    """
    work = _Work(Tokens(a, hidden_a), Tokens(b, hidden_b), paragraphs(a, hidden_a), paragraphs(b, hidden_b))
    edits = work.matcher.edits(cancelled)
    counts = work.counts(edits)
    chosen, why = (kind, _asked(kind, counts)) if kind else _chosen(counts)
    if chosen is Kind.VERSIONS:
        changes, rows, pairs = work.versions(edits, counts)
    else:
        changes, rows, pairs = work.accounts(pins)
    marked = with_alerts(with_rules(tuple(changes), a, b, rules), work.a, work.b)
    return Comparison(chosen, why, marked, rows, pairs, _stats(counts, marked))


_Parts = tuple[list[Change], tuple[Row, ...], tuple[Pair, ...]]


class _Counts:
    """Words of both texts and how many they have in common."""

    def __init__(self, words_a: int, words_b: int, kept: int) -> None:
        self.words_a, self.words_b, self.kept = words_a, words_b, kept
        self.moved = 0  # words that both have, at another place

    @property
    def alike(self) -> float:
        total = self.words_a + self.words_b
        return 2 * self.kept / total if total else 1.0

    @property
    def contained(self) -> float:
        shorter = min(self.words_a, self.words_b)
        return self.kept / shorter if shorter else 1.0


def _chosen(counts: _Counts) -> tuple[Kind, str]:
    share = f"{counts.alike:.0%} of the words are the same in the same order"
    if counts.alike >= _VERSIONS_FROM:
        return Kind.VERSIONS, f"Compared as versions: {share}."
    if min(counts.words_a, counts.words_b) < _SHORT:
        return Kind.VERSIONS, "Compared as versions: the texts are too short to pair passages."
    if counts.contained >= _CONTAINED_FROM:
        return Kind.VERSIONS, f"Compared as versions: the longer text holds {counts.contained:.0%} of the shorter one."
    return Kind.ACCOUNTS, f"Compared as accounts: only {share}."


def _asked(kind: Kind, counts: _Counts) -> str:
    return f"Compared as {kind} as you chose: {counts.alike:.0%} of the words are the same in the same order."


class _Work:
    """Two texts on the way to a comparison."""

    def __init__(self, a: Tokens, b: Tokens, paragraphs_a: list[Span], paragraphs_b: list[Span]) -> None:
        self.a, self.b = a, b
        self._paragraphs = paragraphs_a, paragraphs_b
        self._passages = _passages(a, paragraphs_a), _passages(b, paragraphs_b)
        self.matcher = Matcher(a.pieces, b.pieces)
        self.builder = SpanBuilder(a, b)

    def counts(self, edits: Sequence[Edit]) -> _Counts:
        return _Counts(*self.matcher.words(edits))

    def versions(self, edits: Sequence[Edit], counts: _Counts) -> _Parts:
        moves = self.matcher.moves(edits)
        counts.moved = self.matcher.moved_words(moves)
        return self.builder.changes(edits, moves), self.rows(edits), ()

    def rows(self, edits: Sequence[Edit]) -> tuple[Row, ...]:
        shared = self._shared(edits)
        links = [
            (p, q)
            for (p, q), count in shared.items()
            if count * _SHARE_OF_PARAGRAPH >= min(_size(self._passages[0][p]), _size(self._passages[1][q]))
        ]
        return aligned_rows(*self._paragraphs, links)

    def _shared(self, edits: Sequence[Edit]) -> dict[tuple[int, int], int]:
        """How many tokens each two paragraphs share; the pairs rise on both sides."""
        shared: dict[tuple[int, int], int] = {}
        mine, theirs = self._passages
        p = q = i = j = 0
        for edit in [*edits, (len(self.a), 0, len(self.b), 0)]:
            while i < edit[0]:
                while mine[p][1] <= i:
                    p += 1
                while theirs[q][1] <= j:
                    q += 1
                size = min(edit[0] - i, mine[p][1] - i, theirs[q][1] - j)
                shared[p, q] = shared.get((p, q), 0) + size
                i, j = i + size, j + size
            i, j = edit[1], edit[3]
        return shared

    def accounts(self, pins: Sequence[Pin]) -> _Parts:
        mine, theirs = self._paragraphs
        ruling = _ruling(pins, mine, theirs)
        answers = self.matcher.answers(*self._passages, ruling)
        pairs = tuple(
            Pair(mine[answer.p], theirs[answer.q], answer.similarity, pinned=(answer.p, answer.q) in ruling.together)
            for answer in answers
        )
        changes = [change for answer in answers for change in self.builder.inside(answer.part)]
        return changes, self._account_rows(answers), pairs

    def _account_rows(self, answers: Sequence[Answer]) -> tuple[Row, ...]:
        """Pairs in A's order; what nothing answers is folded, B's after the pair of the paragraph before it."""
        mine, theirs = self._paragraphs
        partner = {answer.p: answer.q for answer in answers}
        taken = set(partner.values())
        rows = _folded_after(-1, theirs, taken)
        for p, span in enumerate(mine):
            if p in partner:
                rows += [Row(span, theirs[partner[p]]), *_folded_after(partner[p], theirs, taken)]
            else:
                rows.append(Row(span, None, folded=True))
        return tuple(rows)


def _ruling(pins: Sequence[Pin], mine: Sequence[Span], theirs: Sequence[Span]) -> Ruling:
    """The pins by the numbers of the paragraphs they touch first."""
    together: list[tuple[int, int]] = []
    apart: set[tuple[int, int]] = set()
    for pin in pins:
        p = next((at for at, span in enumerate(mine) if span.touches(pin.a)), None)
        q = next((at for at, span in enumerate(theirs) if span.touches(pin.b)), None)
        if p is None or q is None:
            continue
        if pin.together:
            together.append((p, q))
        else:
            apart.add((p, q))
    return Ruling(tuple(together), frozenset(apart))


def _folded_after(q: int, theirs: Sequence[Span], taken: set[int]) -> list[Row]:
    rows: list[Row] = []
    for at in range(q + 1, len(theirs)):
        if at in taken:
            break
        rows.append(Row(None, theirs[at], folded=True))
    return rows


def _passages(tokens: Tokens, spans: Iterable[Span]) -> list[tuple[int, int]]:
    return [(bisect_left(tokens.starts, span.start), bisect_left(tokens.starts, span.end)) for span in spans]


def _size(passage: tuple[int, int]) -> int:
    return passage[1] - passage[0]


def _stats(counts: _Counts, changes: Sequence[Change]) -> Stats:
    typography = sum(change.kind is ChangeKind.TYPOGRAPHY for change in changes)
    ignored = sum(change.ignored and change.kind is not ChangeKind.TYPOGRAPHY for change in changes)
    moved = sum(change.kind is ChangeKind.MOVED for change in changes)
    return Stats(
        counts.words_a,
        counts.words_b,
        counts.alike,
        inserted=counts.words_b - counts.kept - counts.moved,
        deleted=counts.words_a - counts.kept - counts.moved,
        moved=moved,
        changes=len(changes) - typography - ignored,
        typography=typography,
        ignored=ignored,
    )
