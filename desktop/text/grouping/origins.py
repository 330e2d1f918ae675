"""Origins of versions: which share so much of the reporters' own words that they probably have one origin.

Quotations are left out: two reporters at one briefing print the same words of the speaker, not of each other.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from desktop.domain import Span, value_type
from desktop.text.words import tokenise
from desktop.translation import Sentence, share_in_words

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

_RUN = 6  # words a shared run has at least
_LONG = 12  # words of a run that hardly comes about twice
_SHARE = 0.12  # share of the shorter text in shared runs from which one origin is suggested
_COMMON = 4  # a run in more texts than this is looked up in the first ones only


@value_type
class Account:
    """A version as far as its origin is concerned."""

    key: Hashable
    text: str
    hidden: tuple[Span, ...] = ()
    quoted: tuple[Span, ...] = ()


@value_type
class SharedRuns:
    """What two versions have in common word for word, outside quotations."""

    a: Hashable
    b: Hashable
    runs: tuple[tuple[Span, Span], ...]  # in the two texts, in reading order of A
    words: int
    share: float  # of the shorter text's own words, 0 to 1
    longest: int  # words
    suggested: bool  # one origin?

    @property
    def why(self) -> str:
        """One sentence."""
        runs = Sentence.counted("{count} run", "{count} runs", len(self.runs))
        longest = Sentence.counted("{count} word", "{count} words", self.longest)
        return Sentence.counted(
            "{count} word ({share} of the shorter text) stands in both word for word, in {runs}, "
            "the longest of {most}.",
            "{count} words ({share} of the shorter text) stand in both word for word, in {runs}, "
            "the longest of {most}.",
            self.words,
            share=share_in_words(self.share),
            runs=runs,
            most=longest,
        )


class _Own:
    """The reporter's own words of a version; a gap where a quotation or something hidden stood."""

    def __init__(self, account: Account) -> None:
        tokens = tokenise(account.text, (*account.hidden, *account.quoted))
        words = [token for token in tokens if token.key[:1].isalnum()]
        cuts = sorted((*account.hidden, *account.quoted))
        self.key = account.key
        self.spans = [Span(word.start, word.end) for word in words]
        self.keys = [word.key.casefold() for word in words]
        self.stretch = _stretches(self.spans, cuts)

    def grams(self) -> Iterable[tuple[int, tuple[str, ...]]]:
        for i in range(len(self.keys) - _RUN + 1):
            if self.stretch[i] == self.stretch[i + _RUN - 1]:
                yield i, tuple(self.keys[i : i + _RUN])


def _stretches(spans: Sequence[Span], cuts: Sequence[Span]) -> list[int]:
    """Number the stretches of text between cuts, so that no run reaches over one."""
    numbers: list[int] = []
    at = 0
    for span in spans:
        while at < len(cuts) and cuts[at].end <= span.start:
            at += 1
        numbers.append(at)
    return numbers


def shared_runs(accounts: Sequence[Account]) -> tuple[SharedRuns, ...]:
    """Find what every two versions share in runs of six words or more, most shared first; pairs that share some."""
    texts = [_Own(account) for account in accounts]
    where: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for number, text in enumerate(texts):
        for i, gram in text.grams():
            where[gram].append((number, i))
    hits: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for places in where.values():
        for (m, i), (n, j) in combinations(_first_of_each(places), 2):
            hits[m, n].append((i, j))
    found = (_shared(texts[m], texts[n], sorted(pairs)) for (m, n), pairs in hits.items())
    return tuple(sorted(found, key=lambda shared: (-shared.share, str(shared.a), str(shared.b))))


def _first_of_each(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    first: dict[int, int] = {}
    for number, i in places:
        first.setdefault(number, i)
    return list(first.items())


def _shared(a: _Own, b: _Own, hits: Sequence[tuple[int, int]]) -> SharedRuns:
    runs: list[list[int]] = []  # start in A, start in B, words
    for i, j in hits:
        last = runs[-1] if runs else None
        if last and i - last[0] == j - last[1] and i <= last[0] + last[2]:
            last[2] = i + _RUN - last[0]
        else:
            runs.append([i, j, _RUN])
    covered = {k for i, _, size in runs for k in range(i, i + size)}
    longest = max(size for _, _, size in runs)
    share = min(1.0, len(covered) / max(1, min(len(a.keys), len(b.keys))))
    spans = tuple(
        (Span(a.spans[i].start, a.spans[i + n - 1].end), Span(b.spans[j].start, b.spans[j + n - 1].end))
        for i, j, n in runs
    )
    suggested = share >= _SHARE and longest >= _LONG
    return SharedRuns(a.key, b.key, spans, len(covered), share, longest, suggested)


def origins(accounts: Sequence[Account], confirmed: Iterable[frozenset[Hashable]] = ()) -> list[set[Hashable]]:
    """Group versions by origin as far as pairs were confirmed by a person; each other version is its own origin."""
    groups: list[set[Hashable]] = [{account.key} for account in accounts]
    for pair in confirmed:
        joined = [group for group in groups if group & pair]
        if len(joined) > 1:
            groups = [group for group in groups if not group & pair] + [set().union(*joined)]
    return groups
