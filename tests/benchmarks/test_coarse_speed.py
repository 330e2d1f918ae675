"""Benchmark of the coarse comparison that stands in for a long one.

Run with `pytest tests/benchmarks/test_coarse_speed.py`.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from desktop.text.coarse import coarse

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

_SENTENCE = 18  # words
_CHANGED = 0.2  # of the sentences


def _texts(words: int, between: str) -> tuple[str, str]:
    rng = random.Random(words)
    first, second = [], []
    for _ in range(words // _SENTENCE):
        sentence = " ".join(f"word{rng.randrange(9_000)}" for _ in range(_SENTENCE)).capitalize()
        first.append(f"{sentence}.")
        second.append(f"{sentence} now." if rng.random() < _CHANGED else f"{sentence}.")
    return between.join(first), between.join(second)


@pytest.mark.parametrize("words", [100_000, 1_000_000])
@pytest.mark.parametrize("between", ["\n\n", " "], ids=["paragraphs", "one line"])
def test_compare_whole_sentences(words: int, between: str, benchmark: BenchmarkFixture) -> None:
    """Reach: a million words within 2 s, so that something stands there soon after waiting was felt."""
    a, b = _texts(words, between)
    found = benchmark.pedantic(coarse, (a, b), rounds=3, warmup_rounds=1)
    assert 0.7 < found.stats.alike < 0.9
