"""How fast is the word diff beside its peers, in the same run?

Run with `pytest tests/benchmarks/test_diff_speed.py`; `extra_info` holds the ratios of the medians.
"""

from __future__ import annotations

import subprocess
import time
import tracemalloc
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import pytest
from rapidfuzz.distance import Levenshtein

from desktop.text.changes import ChangeKind, Kind
from desktop.text.diff import compare
from desktop.text.difference.codes import Codebook
from desktop.text.words import Tokens
from tests.benchmarks.revisions import plain, revision

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_benchmark.fixture import BenchmarkFixture

SEEDS = [path.read_text(encoding="utf-8") for path in sorted(Path("seeds").glob("*.txt"))]


def timed(work: Callable[[], object], rounds: int) -> float:
    """The median time of some rounds, in seconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return median(times)


def with_peers(benchmark: BenchmarkFixture, a: str, b: str, folder: Path, rounds: int) -> None:
    """Measure the comparison, and git and plain rapidfuzz beside it."""
    files = [folder / "a.txt", folder / "b.txt"]
    for file, text in zip(files, (a, b), strict=True):
        file.write_text(text, encoding="utf-8")
    command = ["git", "diff", "--no-index", "--word-diff", *map(str, files)]
    git = timed(lambda: subprocess.run(command, check=False, stdout=subprocess.DEVNULL), rounds)
    x, y = Codebook().encode(Tokens(a).pieces, Tokens(b).pieces)
    ours = timed(lambda: compare(a, b), rounds)
    benchmark.extra_info["to git --word-diff"] = round(ours / git, 2)
    if len(x) * len(y) < 10**9:
        plain_fuzz = timed(lambda: Levenshtein.opcodes(x, y), rounds)
        benchmark.extra_info["to rapidfuzz alone, from codes"] = round(ours / plain_fuzz, 2)
    benchmark.extra_info["to tokenising"] = round(ours / timed(lambda: (Tokens(a), Tokens(b)), rounds), 2)
    benchmark.pedantic(compare, args=(a, b), rounds=rounds, warmup_rounds=1)
    print(benchmark.name, benchmark.extra_info)


@pytest.mark.parametrize(("a", "b"), [(1, 2), (0, 1)])
def test_two_articles(benchmark: BenchmarkFixture, tmp_path: Path, a: int, b: int) -> None:
    with_peers(benchmark, SEEDS[a], SEEDS[b], tmp_path, 25)


@pytest.mark.parametrize("words", [1_000, 10_000, 100_000])
def test_a_revision(benchmark: BenchmarkFixture, tmp_path: Path, words: int) -> None:
    truth = revision(words)
    with_peers(benchmark, truth.before, truth.after, tmp_path, 5)


@pytest.mark.timeout(300)
def test_a_revision_of_a_million_words(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    truth = revision(1_000_000)
    with_peers(benchmark, truth.before, truth.after, tmp_path, 1)


def test_two_unrelated_texts(benchmark: BenchmarkFixture) -> None:
    a, b = plain(20_000, 1), plain(20_000, 2)
    tracemalloc.start()
    found = compare(a, b, kind=Kind.VERSIONS)
    benchmark.extra_info["MB"] = round(tracemalloc.get_traced_memory()[1] / 1e6, 1)
    tracemalloc.stop()
    assert not [change for change in found.changes if change.kind is ChangeKind.MOVED]
    benchmark.pedantic(compare, args=(a, b), kwargs={"kind": Kind.VERSIONS}, rounds=5)
    print(benchmark.name, benchmark.extra_info)
