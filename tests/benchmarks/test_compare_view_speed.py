"""Benchmark of the compare view: time until a pair is shown, time of a reader's step, and memory.

Run with `pytest tests/benchmarks/test_compare_view_speed.py`. But for the last two the comparison is made by hand: only
the view is measured.
"""

from __future__ import annotations

import random
import subprocess
import sys
from time import perf_counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from desktop.desk.open_desk import Desk
from desktop.domain import Span
from desktop.store.file.location import own_folder
from desktop.text.changes import Change, ChangeKind, Row
from desktop.ui import theme
from desktop.ui.compare.view import CompareView
from desktop.ui.session.session import Session
from desktop.ui.settings import Settings
from tests.ui.compare.texts import comparison, version

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture
    from pytestqt.qtbot import QtBot

_PARAGRAPH = 60  # words
_CHANGED = 0.05  # of the words
SIZES = {"article": 600, "book": 100_000}


def _words(rng: random.Random) -> list[str]:
    return [f"{rng.choice(('harbour', 'of', 'mayor', 'said', 'the'))}{rng.randrange(300)}" for _ in range(_PARAGRAPH)]


@pytest.fixture(params=SIZES)
def view(request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> CompareView:
    """A view on a pair of which every twentieth word differs, with the texts already there."""
    rng = random.Random(request.param)
    theme.apply(qapp)
    session = Session(Settings(tmp_path / "verbatim.ini", own_folder()), qapp)
    changes, rows, paragraphs = [], [], []
    at_a = at_b = 0
    for _ in range(SIZES[request.param] // _PARAGRAPH):
        mine = _words(rng)
        theirs = [word if rng.random() > _CHANGED else f"new{word}" for word in mine]
        paragraphs.append((" ".join(mine), " ".join(theirs)))
        rows.append(Row(Span(at_a, at_a + len(paragraphs[-1][0])), Span(at_b, at_b + len(paragraphs[-1][1]))))
        for one, other in zip(mine, theirs, strict=True):
            if one != other:
                spans = Span(at_a, at_a + len(one)), Span(at_b, at_b + len(other))
                changes.append(Change(ChangeKind.REPLACED, *spans))
            at_a, at_b = at_a + len(one) + 1, at_b + len(other) + 1
        at_a, at_b = at_a + 1, at_b + 1
    view = CompareView(session)
    qtbot.addWidget(view)
    view.resize(760, 700)
    view.show()
    qtbot.waitExposed(view)
    session.pair.a = version("\n\n".join(mine for mine, _ in paragraphs), 1)
    session.pair.b = version("\n\n".join(theirs for _, theirs in paragraphs), 2)
    session.pair.changed.emit()
    session.pair.comparison_changed.emit()
    session.pair.comparison = comparison(tuple(changes), tuple(rows))
    session.pair.comparison_changed.emit()
    _until_shown(view)
    return view


def _until_shown(view: CompareView) -> list[float]:
    """Let the window live until the pages are there; return the seconds of its turns."""
    turns = []
    while view._view_stack.background_layout.busy:
        began = perf_counter()
        QApplication.processEvents()
        turns.append(perf_counter() - began)
    return turns


def test_show_a_comparison(view: CompareView, benchmark: BenchmarkFixture) -> None:
    """Reach: 20 ms for an article, 300 ms for 100,000 words, with no turn of the window above 50 ms."""
    longest = []

    def show() -> None:
        view._session.pair.comparison_changed.emit()
        longest.append(max(_until_shown(view), default=0.0))
        view.repaint()

    benchmark.pedantic(show, rounds=9, warmup_rounds=1)
    benchmark.extra_info["longest turns, ms"] = [round(turn * 1000) for turn in longest]


def test_next_change(view: CompareView, benchmark: BenchmarkFixture) -> None:
    """Reach: 16 ms."""

    def step() -> None:
        view.next_change()
        view.repaint()

    benchmark.pedantic(step, rounds=25, warmup_rounds=2)


def test_page_down(view: CompareView, benchmark: BenchmarkFixture) -> None:
    """Reach: 16 ms."""
    bar = view.page_view.panes[-1].verticalScrollBar()

    def page() -> None:
        bar.triggerAction(bar.SliderAction.SliderPageStepAdd)
        view.repaint()

    benchmark.pedantic(page, rounds=25, warmup_rounds=2)


def test_an_article_from_the_choice_to_the_screen(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, sample_desk: Path, benchmark: BenchmarkFixture
) -> None:
    """Reach: 50 ms for diff, pages, quotes and painting of a pair of articles that was not compared before."""
    theme.apply(qapp)
    path = tmp_path / "story.desk"
    path.write_bytes(sample_desk.read_bytes())
    session = Session(Settings(tmp_path / "verbatim.ini", own_folder()), qapp)
    session.open_desk(Desk.open(path))
    articles = session.desk.articles() if session.desk else []
    view = CompareView(session)
    qtbot.addWidget(view)
    view.resize(760, 700)
    view.show()
    qtbot.waitExposed(view)
    session.pair.compare(articles[1].newest, articles[2].newest)

    def swap() -> None:
        session.pair.forget_comparisons()
        session.pair.swap()
        view.repaint()

    benchmark.pedantic(swap, rounds=25, warmup_rounds=2)
    session.close_desk()


_BOOK = """
import resource, sys, tempfile
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desktop.text.diff import compare
from desktop.ui.compare.view import CompareView
from desktop.ui.session.session import Session
from desktop.store.file.location import own_folder
from desktop.ui.settings import Settings
from tests.ui.compare.texts import version
app = QApplication([])
a = "\\n\\n".join(" ".join(f"word{(n * 61 + k * k) % 4000}" for k in range(60)) for n in range(1667))
b = a.replace("word7", "other")
session = Session(Settings(Path(tempfile.mkdtemp()) / "verbatim.ini", own_folder()), app)
view = CompareView(session)
view.resize(760, 700)
view.show()
session.pair.a, session.pair.b = version(a, 1), version(b, 2)
session.pair.comparison = compare(a, b)
session.pair.changed.emit()
session.pair.comparison_changed.emit()
while view._view_stack.background_layout.busy:
    app.processEvents()
view.page_view.level_all()
for _ in range(100):
    view.next_change()
    app.processEvents()
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def test_memory_of_a_book(benchmark: BenchmarkFixture) -> None:
    """Reach: 300 MB at most for all of a program that compares 100,000 words, shows them and lays out every line."""
    peaks = []

    def run() -> None:
        made = subprocess.run([sys.executable, "-c", _BOOK], check=True, capture_output=True, text=True)
        peaks.append(int(made.stdout))

    benchmark.pedantic(run, rounds=3)
    benchmark.extra_info["peak MB"] = peaks
    assert max(peaks) <= 300
