"""Benchmark of the matrix of sixty statements over forty versions: showing, scrolling and comparing it."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.desk.stories.story_quotes import StoryQuotes
from desktop.domain import (
    Article,
    ArticleId,
    Attribution,
    Counts,
    Metadata,
    Quote,
    QuoteId,
    QuoteKind,
    Span,
    StoryId,
    VersionId,
)
from desktop.text.grouping.wording_difference import _compared
from desktop.text.statements import Occurrence
from desktop.ui import theme
from desktop.ui.matrix.background_grouping import LONGEST, Grouped, grouped
from desktop.ui.matrix.cell_wordings import Readings
from desktop.ui.matrix.model import MatrixModel, Order, Show
from desktop.ui.matrix.table import MatrixTable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytest_benchmark.fixture import BenchmarkFixture

STATEMENTS, VERSIONS = 60, 40


def heard() -> StoryQuotes:
    """Sixty sentences of made-up words in forty versions; every fifth quote has two other words."""
    chance = random.Random(11)
    words = ["".join(chance.choice("bdfklmnprst") + chance.choice("aeiou") for _ in range(3)) for _ in range(2000)]
    sentences = [[chance.choice(words) for _ in range(chance.randint(8, 34))] for _ in range(STATEMENTS)]
    now = datetime(2026, 9, 1, tzinfo=UTC)
    articles, quotes, occurrences = [], {}, []
    for version in range(1, VERSIONS + 1):
        meta = Metadata(title=f"Headline of report {version}", outlet=f"Outlet {version}", published_on="2026-09-01")
        uid, story, own = f"article-{version}", StoryId(1), VersionId(version)
        articles.append(Article(ArticleId(version), uid, story, meta, own, 1, Counts(), now))
        at = 0
        for number, sentence in enumerate(sentences):
            spoken = list(sentence)
            if chance.random() < 0.2:
                for _ in range(2):
                    spoken[chance.randrange(len(spoken))] = chance.choice(words)
            text, key, name = " ".join(spoken), f"{version}-{number}", f"Ines Moreau{'abcdefgh'[number % 8]}"
            span = Span(at, at + len(text))
            said = Attribution(person=name, role="engineer of the harbour office")
            kind, place = QuoteKind.DIRECT, QuoteId(version * 1000 + number)
            quotes[key] = Quote(place, key, own, span, text, "", "", kind, said, number + 1)
            occurrences.append(Occurrence(key, str(version), span, text, name, said.role, order=number))
            at += len(text) + 12
    return StoryQuotes(tuple(articles), quotes, tuple(occurrences), {})


@pytest.fixture(scope="module")
def made() -> Grouped:
    return grouped(heard(), LONGEST)


@pytest.fixture
def table(qapp: QApplication) -> Iterator[MatrixTable]:
    theme.apply(qapp)
    model = MatrixModel(qapp)
    table = MatrixTable(model)
    table.resize(1100, 760)
    table.show()
    yield table
    table.close()
    table.deleteLater()
    model.deleteLater()


def painted(table: MatrixTable) -> None:
    """Paint everything that is in sight."""
    table.viewport().grab()
    table.frozen.viewport().grab()


def test_the_table_stands_after_grouping(benchmark: BenchmarkFixture, made: Grouped, table: MatrixTable) -> None:
    """Bound: 100 ms. Nothing has been compared before."""
    model = table._matrix

    def show() -> None:
        model.fill(made)
        table.fit()
        painted(table)

    benchmark.pedantic(show, setup=_compared.cache_clear, rounds=10)
    assert STATEMENTS <= model.rowCount() <= STATEMENTS + 12


@pytest.mark.parametrize("compared", [False, True])
def test_one_step_of_scrolling(benchmark: BenchmarkFixture, made: Grouped, table: MatrixTable, compared: bool) -> None:
    """Bound: 16 ms, sixty frames a second; also while no cell has been compared yet."""
    model = table._matrix
    model.fill(made)
    if compared:
        readings = Readings()
        readings.compare_all(made.matrix)
        model.settle(readings)
    table.fit()
    up, aside = table.verticalScrollBar(), table.horizontalScrollBar()

    def step() -> None:
        up.setValue((up.value() + 60) % max(1, up.maximum()))
        aside.setValue((aside.value() + 25) % max(1, aside.maximum()))
        painted(table)

    if not compared:
        _compared.cache_clear()
    benchmark.pedantic(step, rounds=60)


def test_one_key_and_its_frame(benchmark: BenchmarkFixture, made: Grouped, table: MatrixTable) -> None:
    table._matrix.fill(made)
    table.fit()
    table.setCurrentIndex(table._matrix.index(0, 1))
    keys = [Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left]
    at = iter(range(10_000))

    def move() -> None:
        QTest.keyClick(table, keys[next(at) % len(keys)])
        painted(table)

    benchmark.pedantic(move, rounds=40)


def test_taking_the_readings_of_every_cell(benchmark: BenchmarkFixture, made: Grouped, table: MatrixTable) -> None:
    """What the window does when the background has compared everything."""
    table._matrix.fill(made)
    readings = Readings()
    readings.compare_all(made.matrix)

    def settle() -> None:
        table._matrix.settle(readings)
        table.fit()

    benchmark(settle)


def test_another_filter_and_order(benchmark: BenchmarkFixture, made: Grouped, table: MatrixTable) -> None:
    model = table._matrix
    model.fill(made)
    readings = Readings()
    readings.compare_all(made.matrix)
    model.settle(readings)

    def pick() -> None:
        model.pick(Show.DIFFERING, Order.SPEAKER)
        model.pick(Show.ALL, Order.OPEN)

    benchmark(pick)


def test_comparing_every_cell(benchmark: BenchmarkFixture, made: Grouped) -> None:
    """In the background; no bound, but it must not be felt for long."""

    def compare() -> None:
        Readings().compare_all(made.matrix)

    benchmark.pedantic(compare, setup=_compared.cache_clear, rounds=3)
