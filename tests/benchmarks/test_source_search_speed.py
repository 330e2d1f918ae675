"""Benchmarks of the search in sources: beside rapidfuzz over all sources in the same run, and at scale.

`pytest tests/benchmarks/test_source_search_speed.py -s` prints the figures.
"""

from __future__ import annotations

import time
from random import Random
from typing import TYPE_CHECKING

import pytest
from rapidfuzz import fuzz

from desktop.text.sources.find import find_candidates
from desktop.text.sources.index import SourceIndex
from desktop.text.sources.match import SourceSearch, SourceText
from desktop.text.sources.printed_quote import read_quote

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_KINDS = 20_000  # different words; the n-th is used as often as 1/n


class Speaker:
    """Makes speech of words as unevenly used as those of a language."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._words = ["".join(self._random.choices("abcdefghijklmnoprstuvw", k=2 + n % 8)) for n in range(_KINDS)]
        self._weights = _running(_KINDS)

    def words(self, count: int) -> list[str]:
        return self._random.choices(self._words, cum_weights=self._weights, k=count)

    def quote(self, spoken: Sequence[str]) -> list[str]:
        """Return words of a speech as an article prints them: a tenth replaced, some left out."""
        size = self._random.randint(8, 40)
        first = self._random.randrange(len(spoken) - size)
        kept = [word for word in spoken[first : first + size] if self._random.random() > 0.05]
        return [self.words(1)[0] if self._random.random() < 0.1 else word for word in kept]


def _running(kinds: int) -> list[float]:
    total, sums = 0.0, []
    for place in range(kinds):
        total += 1 / (place + 1)
        sums.append(total)
    return sums


def _times(act: Callable[[str], object], quotes: Sequence[str]) -> list[float]:
    found = []
    for quote in quotes:
        begun = time.perf_counter()
        act(quote)
        found.append(1000 * (time.perf_counter() - begun))
    return sorted(found)


def _say(name: str, times: Sequence[float]) -> None:
    print(f"\n{name}: median {times[len(times) // 2]:.1f} ms, p95 {times[int(len(times) * 0.95)]:.1f} ms", end="")


def test_one_quote_against_twenty_sources() -> None:
    speaker = Speaker(1)
    speeches = [speaker.words(8_000) for _ in range(20)]
    quotes = [" ".join(speaker.quote(speeches[n % 20])) for n in range(100)]
    plain = [" ".join(words) for words in speeches]
    search = SourceSearch([SourceText(str(n), text) for n, text in enumerate(plain)])
    ours = _times(search.match, quotes)
    theirs = _times(
        lambda quote: [fuzz.partial_ratio_alignment(quote, text, score_cutoff=78) for text in plain], quotes
    )
    _say("20 sources", ours)
    _say("rapidfuzz, the same", theirs)
    assert sum(bool(search.match(quote)) for quote in quotes) > 95


@pytest.mark.timeout(240)
def test_one_quote_against_a_thousand_sources() -> None:
    speaker = Speaker(2)
    speeches = [speaker.words(10_000) for _ in range(1_000)]
    quotes = [(n, " ".join(speaker.quote(speeches[n]))) for n in range(0, 1_000, 17)][:60]
    begun, worked = time.perf_counter(), time.process_time()
    index = SourceIndex(speeches)
    spent = f"{time.process_time() - worked:.1f} s of the processor, {time.perf_counter() - begun:.1f} s by the clock"
    print(f"\nindex: {spent}, {index.memory / 1e6:.0f} MB")
    times = _times(lambda quote: find_candidates(read_quote(quote), index), [quote for _, quote in quotes])
    _say("1,000 sources", times)
    found = [find_candidates(read_quote(quote), index)[:1] for _, quote in quotes]
    right = sum(bool(best) and best[0].source == n for (n, _), best in zip(quotes, found, strict=True))
    print(f"; found {right} of {len(quotes)}")
    assert right >= 0.9 * len(quotes)
