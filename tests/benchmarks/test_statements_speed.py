"""Benchmark of grouping sixty statements over forty versions."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from desktop.domain import Span
from desktop.text.grouping.similarity import content_words, segments
from desktop.text.statements import Occurrence, cells, group

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

VERSIONS = [f"version {number}" for number in range(40)]


def story(changed: float) -> list[Occurrence]:
    """Sixty sentences of made-up words in forty versions; `changed` is the share of quotes with two other words."""
    chance = random.Random(7)
    words = ["".join(chance.choice("bdfklmnprst") + chance.choice("aeiou") for _ in range(3)) for _ in range(2000)]
    sentences = [[chance.choice(words) for _ in range(chance.randint(8, 24))] for _ in range(60)]
    found = []
    for source in VERSIONS:
        at = 0
        for number, sentence in enumerate(sentences):
            spoken = list(sentence)
            if chance.random() < changed:
                for _ in range(2):
                    spoken[chance.randrange(len(spoken))] = chance.choice(words)
            text = " ".join(spoken)
            speaker = f"Ines Moreau{'abcdefgh'[number % 8]}"
            found.append(Occurrence((source, number), source, Span(at, at + len(text)), text, speaker, order=number))
            at += len(text) + 12
    return found


@pytest.mark.parametrize("changed", [0.0, 0.1])
def test_grouping_sixty_statements_of_forty_versions(benchmark: BenchmarkFixture, changed: float) -> None:
    quotes = story(changed)

    def fresh() -> None:
        content_words.cache_clear()
        segments.cache_clear()

    found = benchmark.pedantic(group, args=(quotes,), setup=fresh, rounds=10)
    assert 60 <= len(found.statements) <= 66


def test_laying_out_the_matrix(benchmark: BenchmarkFixture) -> None:
    found = group(story(0.1))
    matrix = benchmark(cells, found, VERSIONS)
    assert len(matrix.rows) == len(found.statements)
