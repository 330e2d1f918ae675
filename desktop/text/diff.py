"""Word diff of two texts: the door to alignment, moves, alerts and rows."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property, partial
from typing import TYPE_CHECKING

from desktop.domain import value_type
from desktop.gc_pause import gc_paused
from desktop.text.alerts import AlertSearch, with_alerts
from desktop.text.alignment.change_spans import SpanBuilder, cut_at_rows
from desktop.text.alignment.matching import Matcher
from desktop.text.alignment.overlap import Overlap
from desktop.text.alignment.paragraph_order import moved_paragraphs
from desktop.text.alignment.row_links import links
from desktop.text.alignment.rows import Article, account_rows, aligned_rows, ruling_of
from desktop.text.alignment.stretches import Passed, stretches
from desktop.text.alignment.token_alignment import heaviest_chain
from desktop.text.changes import Change, ChangeKind, Comparison, Kind, Pair, Pin, Row, Stats
from desktop.text.ignore_rules.rules import Rules, with_rules
from desktop.text.passages import paragraphs
from desktop.text.progress import Cancelled, Reporter, Stage, look, reached
from desktop.text.words import Tokens
from desktop.translation import Sentence, share_in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.domain import Span
    from desktop.text.alignment.accounts import Passage
    from desktop.text.alignment.moves import Move
    from desktop.text.alignment.stretches import PlainEdit
    from desktop.text.alignment.token_alignment import Edit

__all__ = ["Cancelled", "Pin", "Reporter", "Rules", "compare", "token_edits"]

_NO_RULES = Rules()


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
    one_article: bool = False,
    rules: Rules = _NO_RULES,
    pins: Sequence[Pin] = (),
    cancelled: Callable[[], bool] | None = None,
) -> Comparison:
    """Compare two texts; offsets are code points into the full texts, hidden spans are left out.

    `kind` None chooses by measured overlap; that is judged otherwise where the texts are known to be versions of
    `one_article`. In versions both visible texts follow from the changes; in accounts
    the changes are those inside the pairs, and the rows that are folded hold the rest. Alerts are looked for when the
    `changes` of the comparison are first asked for. Raises `Cancelled` when `cancelled` says so, then as well; a
    `Reporter` as `cancelled` also hears how far the work is.
    """
    with gc_paused():
        choice = _Choice(kind, one_article=one_article)
        return _compared((a, hidden_a), (b, hidden_b), choice, rules, pins, cancelled)


@value_type
class _Choice:
    """How to compare, as far as it is said."""

    kind: Kind | None
    one_article: bool


def _compared(
    text_a: tuple[str, Sequence[Span]],
    text_b: tuple[str, Sequence[Span]],
    choice: _Choice,
    rules: Rules,
    pins: Sequence[Pin],
    cancelled: Callable[[], bool] | None,
) -> Comparison:
    (a, hidden_a), (b, hidden_b) = text_a, text_b
    found = paragraphs(a, hidden_a, cancelled), paragraphs(b, hidden_b, cancelled)
    passed = Passed([], [])
    if not (hidden_a or hidden_b or choice.kind is Kind.ACCOUNTS):
        passed = stretches(a, b, [span.start for span in found[0]], cancelled)
    work = _Work(_tokens(text_a, text_b, passed, cancelled), found, passed.edits, cancelled)
    kind, why = (choice.kind, "") if choice.kind else work.chosen(one_article=choice.one_article)
    if kind is Kind.ACCOUNTS and passed.stretches:  # passages are paired by all their words
        work = _Work(_tokens(text_a, text_b, Passed([], []), cancelled), found, (), cancelled)
    parts = work.versions() if kind is Kind.VERSIONS else work.accounts(pins)
    ruled = with_rules(parts.changes, a, b, rules, cancelled)
    search = AlertSearch(partial(with_alerts, ruled, *work.tokens, cancelled, of_one_text=kind is Kind.VERSIONS))
    stats = _stats(parts, ruled)
    return Comparison(
        kind, why or _why_requested(kind, stats), ruled, parts.rows, parts.pairs, stats, late_alerts=search
    )


def _tokens(
    text_a: tuple[str, Sequence[Span]],
    text_b: tuple[str, Sequence[Span]],
    passed: Passed,
    cancelled: Callable[[], bool] | None,
) -> tuple[Tokens, Tokens]:
    first = Tokens(*text_a, cancelled, [(i, i2) for i, i2, _, _ in passed.stretches])
    reached(cancelled, Stage.WORDS_A, 1)
    second = Tokens(*text_b, cancelled, [(j, j2) for _, _, j, j2 in passed.stretches])
    reached(cancelled, Stage.WORDS_B, 1)
    return first, second


@value_type
class _Parts:
    """What a comparison of either kind is made of."""

    changes: list[Change]
    rows: tuple[Row, ...]
    pairs: tuple[Pair, ...]
    overlap: Overlap


def _why_requested(kind: Kind, stats: Stats) -> str:
    share = share_in_words(stats.alike)
    if kind is Kind.VERSIONS:
        return Sentence(
            "Compared as versions as you chose: {share} of the words are the same in the same order.", share=share
        )
    return Sentence(
        "Compared as accounts as you chose: {share} of the words are the same in passages that answer each other.",
        share=share,
    )


class _Work:
    """Two texts on the way to a comparison."""

    def __init__(
        self,
        tokens: tuple[Tokens, Tokens],
        found: tuple[list[Span], list[Span]],
        plain: Sequence[PlainEdit],
        cancelled: Callable[[], bool] | None,
    ) -> None:
        """`plain` are the edits inside stretches that were passed over."""
        self.tokens = tokens
        self._a, self._b = tokens
        self._paragraphs = found
        self._plain = plain
        self._cancelled = cancelled
        self._matcher = Matcher(
            self._a.pieces, self._b.pieces, cancelled, list(zip(self._a.whole, self._b.whole, strict=True))
        )
        self._builder = SpanBuilder(self._a, self._b, cancelled)
        moved = moved_paragraphs(self._a.text, self._b.text, *found)
        if moved:
            self._matcher.take_as_moved([self._passages(p, q) for p, q in moved])

    def _passages(self, p: int, q: int) -> tuple[Passage, Passage]:
        """The tokens of a paragraph of each text."""
        mine, theirs = self._paragraphs[0][p], self._paragraphs[1][q]
        return _tokens_in(self._a, mine), _tokens_in(self._b, theirs)

    @cached_property
    def _edits(self) -> list[Edit]:
        return self._matcher.edits()

    @cached_property
    def _overlap(self) -> Overlap:
        gone, come = sum([edit.gone for edit in self._plain]), sum([edit.come for edit in self._plain])
        words_a, words_b = self._matcher.words()
        return Overlap(words_a, words_b + come - gone, self._matcher.retained_words(self._edits) - gone)

    @cached_property
    def _moves(self) -> list[Move]:
        moves = self._matcher.moves(self._edits)
        self._overlap.moved = self._matcher.same_words(moves)
        look(self._cancelled)
        return moves

    def chosen(self, *, one_article: bool) -> tuple[Kind, str]:
        """The kind by measured overlap, and why; texts with little in common are not aligned for it."""
        most = self._matcher.most_retained_words()
        overlap = self._overlap if most is None else Overlap(*self._matcher.words(), most)
        kind = overlap.kind(one_article=one_article, at_most=most is not None)
        if kind is Kind.ACCOUNTS and self._may_be_moved(one_article=one_article):
            _ = self._moves
            kind = self._overlap.kind(one_article=one_article)
        return kind, (overlap if kind is Kind.ACCOUNTS else self._overlap).why(kind)

    def _may_be_moved(self, *, one_article: bool) -> bool:
        """Say whether the texts would be alike enough if every word that both have had only moved."""
        overlap = Overlap(*self._matcher.words(), self._matcher.words_in_any_order())
        return overlap.kind(one_article=one_article, at_most=True) is Kind.VERSIONS

    def versions(self) -> _Parts:
        changes = self._builder.changes(self._edits, self._moves, self._plain)
        rows = aligned_rows(*self._paragraphs, links(self.tokens, self._paragraphs, self._edits, self._cancelled))
        changes = cut_at_rows(changes, rows, self._a.text, self._b.text)
        return _Parts(changes, rows, (), self._overlap)

    def accounts(self, pins: Sequence[Pin]) -> _Parts:
        mine, theirs = Article(self._a, self._paragraphs[0]), Article(self._b, self._paragraphs[1])
        ruling = ruling_of(pins, mine, theirs)
        answers = self._matcher.answers(mine, theirs, ruling)
        found = [(answer.p, answer.q) for answer in answers]
        pairs = tuple(
            Pair(mine.span(answer.p), theirs.span(answer.q), answer.similarity, pinned=pair in ruling.together)
            for pair, answer in zip(found, answers, strict=True)
        )
        parts = [answer.part for answer in answers]
        changes = [change for part in parts for change in self._builder.inside(part)]
        overlap = Overlap(*self._matcher.words(), self._matcher.same_words(parts))
        return _Parts(changes, account_rows(found, mine, theirs), pairs, overlap)


def _tokens_in(tokens: Tokens, span: Span) -> Passage:
    return bisect_left(tokens.starts, span.start), bisect_left(tokens.starts, span.end)


def _out_of_order(pairs: Sequence[Pair]) -> int:
    """How many passages that answer each other stand in another order, the fewest letters of which moved."""
    blocks = [(pair.a.start, pair.b.start, min(len(pair.a), len(pair.b))) for pair in pairs]
    return len(blocks) - len(heaviest_chain(sorted(blocks)))


def _stats(parts: _Parts, changes: Sequence[Change]) -> Stats:
    overlap = parts.overlap
    uncounted = [change.kind is ChangeKind.TYPOGRAPHY for change in changes if change.ignored]
    typography = sum(uncounted)
    moved = sum(change.kind is ChangeKind.MOVED for change in changes) + _out_of_order(parts.pairs)
    return Stats(
        overlap.words_a,
        overlap.words_b,
        overlap.alike,
        inserted=overlap.words_b - overlap.retained - overlap.moved,
        deleted=overlap.words_a - overlap.retained - overlap.moved,
        moved=moved,
        changes=len(changes) - len(uncounted),
        typography=typography,
        ignored=len(uncounted) - typography,
    )
