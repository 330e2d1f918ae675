"""Benchmark of the desk file: opening, listing, counting, marking, searching.

Run by `pytest tests/benchmarks/test_store_speed.py`; on a bigger desk with VERBATIM_BIG_DESK=path.
"""

from __future__ import annotations

import os
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]  # whichever module sqlite-utils uses

from desktop.desk.open_desk import Desk
from desktop.domain import MarkChange, QuoteId, Status
from desktop.store.queries.article_list import ArticleListCache
from tests.benchmarks.big_desk import build

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    given = os.environ.get("VERBATIM_BIG_DESK")
    path = Path(given) if given else tmp_path_factory.mktemp("big") / "big.desk"
    if not path.exists():
        build(path, 2000)
    with Desk.open(path) as desk:
        yield desk


def test_opening(benchmark: Any, desk: Desk) -> None:
    benchmark(lambda: Desk.open(desk.path, read_only=True).close())


def test_the_list_of_articles_the_first_time(benchmark: Any, desk: Desk) -> None:
    benchmark(lambda: ArticleListCache(desk._db)._read("", (), ()))


def test_the_list_of_articles_after_a_mark(benchmark: Any, desk: Desk) -> None:
    benchmark.pedantic(desk.article_list, setup=lambda: _mark_one(desk), rounds=50)


def _mark_one(desk: Desk) -> None:
    desk.mark([QuoteId(1)], MarkChange(Status.DISPUTED), checker="Kim")


def test_counts_after_a_mark(benchmark: Any, desk: Desk) -> None:
    desk.article_list.counts()
    benchmark.pedantic(desk.article_list.counts, setup=lambda: _mark_one(desk), rounds=50)


def test_a_mark(benchmark: Any, desk: Desk) -> None:
    quote = desk.quotes(desk.articles()[0].newest)[0].id
    changes = cycle([MarkChange(status) for status in Status])
    desk.mark([quote], next(changes), checker="Kim")
    benchmark(lambda: desk.mark([quote], next(changes), checker="Kim"))


def test_a_bare_insert_with_the_same_settings(benchmark: Any, desk: Desk) -> None:
    """What a mark is measured against: one row of the same size, one index, one commit."""
    connection = sqlite3.connect(desk.path.with_name("bare.db"), isolation_level=None)
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.execute("PRAGMA synchronous=EXTRA")
    columns = "id INTEGER PRIMARY KEY, quote INTEGER, body TEXT, hash TEXT UNIQUE"
    connection.execute(f"CREATE TABLE IF NOT EXISTS mark ({columns})")
    numbers = iter(range(10**9))
    sql = "INSERT INTO mark (quote, body, hash) VALUES (?, ?, hex(randomblob(32)))"
    benchmark(lambda: connection.execute(sql, (next(numbers), "x" * 300)))
    connection.close()


@pytest.mark.parametrize("words", ["th", "ba", "bar", "the bar", "never said"])
def test_search_as_you_type(benchmark: Any, desk: Desk, words: str) -> None:
    benchmark(desk.search, words)


def test_quotes_of_a_story(benchmark: Any, desk: Desk) -> None:
    benchmark(desk.story_quotes, desk.stories()[-1].id)
