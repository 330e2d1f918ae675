"""Benchmark of the word diff beside its peers in the same run, and how much of known changes it finds.

Run with `pytest tests/benchmarks/test_diff_speed.py`. Every line printed holds ratios of medians; git and the diff take
turns. The ratios of processor time tell most where others share the machine.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
import tracemalloc
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

import pytest
from rapidfuzz.distance import Levenshtein

from desktop.text.alignment.token_codes import Codebook
from desktop.text.changes import ChangeKind, Kind
from desktop.text.diff import compare
from desktop.text.words import Tokens
from tests.benchmarks.revisions import found_again, plain, revision

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_benchmark.fixture import BenchmarkFixture

    from desktop.text.changes import Change

SEEDS = [path.read_text(encoding="utf-8") for path in sorted(Path("seeds").glob("*.txt"))]
UPDATE = (
    ("Russia", "Moscow"),
    ("said", "told reporters"),
    ("\n\n", "\n\nA spokesman for the ministry declined to comment, saying that 12 officials had been informed.\n\n"),
)
# The peak is asked of Linux: that of getrusage is also the one of the process that started this one.
MEMORY = """
import re, sys
from pathlib import Path
from desktop.text.diff import compare
def peak():
    return int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1])
a, b = (Path(sys.argv[1], name).read_text(encoding="utf-8") for name in ("a.txt", "b.txt"))
before = peak()
_ = compare(a, b).changes
print((peak() - before) // 1024)
"""


def told(a: str, b: str) -> tuple[Change, ...]:
    """Compare two texts, their alerts included."""
    return compare(a, b).changes


class Took(NamedTuple):
    """Seconds by the clock and of the processor."""

    wall: float
    cpu: float


def took(work: Callable[[], object]) -> Took:
    """How long some work takes, processes it starts included."""
    start, used = time.perf_counter(), _used()
    work()
    return Took(time.perf_counter() - start, _used() - used)


def _used() -> float:
    return sum(
        usage.ru_utime + usage.ru_stime
        for usage in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def middle(times: list[Took]) -> Took:
    return Took(median(each.wall for each in times), median(each.cpu for each in times))


class Bench:
    """Measures the comparison of two texts and its peers in turns, and prints how they stand to each other."""

    def __init__(self, benchmark: BenchmarkFixture, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._benchmark = benchmark
        self.folder = folder
        self._capsys = capsys
        self.ours = Took(0, 0)

    def measure(self, a: str, b: str, rounds: int) -> None:
        files = [self.folder / "a.txt", self.folder / "b.txt"]
        for file, text in zip(files, (a, b), strict=True):
            file.write_text(text, encoding="utf-8")
        command = ["git", "diff", "--no-index", "--word-diff", *map(str, files)]
        told(a, b)
        gits, times = [], []
        for _ in range(rounds):
            gits.append(took(lambda: subprocess.run(command, check=False, stdout=subprocess.DEVNULL)))
            times.append(took(lambda: told(a, b)))
        git, self.ours = middle(gits), middle(times)
        self.tell("ms", self.ours.wall * 1000)
        self.tell("to git --word-diff", self.ours.wall / git.wall)
        self.tell("to git, processor", self.ours.cpu / git.cpu)
        cutting = middle([took(lambda: (Tokens(a), Tokens(b))) for _ in range(3)])
        self.tell("to tokenising", self.ours.wall / cutting.wall)
        self._benchmark.pedantic(told, args=(a, b), rounds=rounds)

    def tell(self, what: str, value: float) -> None:
        self._benchmark.extra_info[what] = round(value, 5 if value < 1 else 2)

    def report(self) -> None:
        with self._capsys.disabled():
            told = ", ".join(f"{what} {value}" for what, value in self._benchmark.extra_info.items())
            print(f"\n{self._benchmark.name}: {told}")


@pytest.fixture
def bench(benchmark: BenchmarkFixture, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Bench:
    return Bench(benchmark, tmp_path, capsys)


def revised(words: int) -> tuple[str, str]:
    truth = revision(words)
    return truth.before, truth.after


@pytest.mark.parametrize(("a", "b"), [(1, 2), (0, 1)])
def test_two_outlets_articles_beside_plain_rapidfuzz(bench: Bench, a: int, b: int) -> None:
    bench.measure(SEEDS[a], SEEDS[b], 25)
    x, y = Codebook().encode(Tokens(SEEDS[a]).pieces, Tokens(SEEDS[b]).pieces)
    alone = middle([took(lambda: Levenshtein.opcodes(x, y)) for _ in range(25)])
    bench.tell("to rapidfuzz alone, from codes", bench.ours.wall / alone.wall)
    bench.report()


def test_an_article_and_its_update(bench: Bench) -> None:
    update = SEEDS[0]
    for said, says in UPDATE:
        at = update.index(said, len(update) // 3)
        update = update[:at] + says + update[at + len(said) :]
    bench.measure(SEEDS[0], update, 50)
    bench.report()


@pytest.mark.parametrize("words", [1_000, 10_000])
def test_a_revision(bench: Bench, words: int) -> None:
    bench.measure(*revised(words), 15)
    bench.report()


@pytest.mark.timeout(600)
def test_a_revision_of_a_hundred_thousand_and_of_a_million_words(bench: Bench) -> None:
    a, b = revised(100_000)
    first = middle([took(lambda: told(a, b)) for _ in range(5)])
    bench.measure(*revised(1_000_000), 3)
    bench.tell("to a tenth of it, processor", bench.ours.cpu / first.cpu)
    done = subprocess.run([sys.executable, "-c", MEMORY, str(bench.folder)], check=True, capture_output=True, text=True)
    bench.tell("MB", float(done.stdout))
    bench.report()


@pytest.mark.timeout(300)
def test_a_revision_of_a_hundred_thousand_words_is_found_again(bench: Bench) -> None:
    truth = revision(100_000)
    bench.measure(truth.before, truth.after, 7)
    score = found_again(truth, compare(truth.before, truth.after, kind=Kind.VERSIONS))
    for what, value in score._asdict().items():
        bench.tell(what.replace("_", " "), value)
    bench.report()
    assert min(score.kept_precision, score.kept_recall) >= 0.9995
    assert score.moved_precision >= 0.995
    assert score.moved_recall >= 0.98


def test_two_unrelated_texts(benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str]) -> None:
    a, b = plain(20_000, 1), plain(20_000, 2)
    tracemalloc.start()
    found = compare(a, b, kind=Kind.VERSIONS)
    benchmark.extra_info["MB"] = round(tracemalloc.get_traced_memory()[1] / 1e6, 1)
    tracemalloc.stop()
    assert not [change for change in found.changes if change.kind is ChangeKind.MOVED]
    benchmark.pedantic(compare, args=(a, b), kwargs={"kind": Kind.VERSIONS}, rounds=5)
    with capsys.disabled():
        print(f"\n{benchmark.name}: {benchmark.extra_info}")
