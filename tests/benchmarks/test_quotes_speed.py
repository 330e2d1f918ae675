"""Benchmark of finding and attributing quotations; the time must grow with the text only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.text.quotes import find_quotes

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

PARAGRAPHS = (
    "Mayor Ann Lee and the city's chief engineer, Tom Berg, spoke on Monday about the new bridge over the river.\n\n"
    "“We will build it before the winter comes,” said Lee, who took office in March. “And nobody will regret it.”\n\n"
    "The works had been delayed by floods, by a strike and by a dispute over who was to pay for the second pier.\n\n"
    'Berg called the delay “a plain and simple mistake”, adding that it was "not the first of its kind".\n\n'
    "Residents of the old town have complained about the noise of the trucks for more than two years.\n\n"
)


def article(megabytes: float) -> str:
    return "Council splits over bridge\n\n" + PARAGRAPHS * round(megabytes * 1_000_000 / len(PARAGRAPHS))


def test_one_megabyte_of_news(benchmark: BenchmarkFixture) -> None:
    found = benchmark.pedantic(find_quotes, args=(article(1),), rounds=3)
    assert len(found) > 5_000


def test_a_tenth_of_a_megabyte_of_news(benchmark: BenchmarkFixture) -> None:
    found = benchmark.pedantic(find_quotes, args=(article(0.1),), rounds=5)
    assert len(found) > 500


def test_ten_thousand_unpaired_marks(benchmark: BenchmarkFixture) -> None:
    benchmark.pedantic(find_quotes, args=("“word " * 10_000,), rounds=3)


def test_one_sentence_of_six_thousand_quotations(benchmark: BenchmarkFixture) -> None:
    benchmark.pedantic(find_quotes, args=('He said "yes" and called it "no" ' * 3_000,), rounds=2)
