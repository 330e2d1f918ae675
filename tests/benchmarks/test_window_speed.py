"""Benchmark of the window: start, another article, a mark, the next change.

Run with `pytest tests/benchmarks -k window`.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from desktop.desk.open_desk import Desk
from desktop.domain import MarkChange, Status
from desktop.store.file.location import own_folder
from desktop.ui.session.session import Session
from desktop.ui.settings import Settings
from desktop.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

# Both programs end themselves at the first paint.
_BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.quit)
app = QApplication(sys.argv)
window = Window()
window.resize(1440, 900)
window.show()
app.exec()
"""
_OURS = """
import sys
from desktop.ui.window.main_window import MainWindow
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
painted = MainWindow.paintEvent
def ending(self, event):
    painted(self, event)
    QTimer.singleShot(0, QApplication.quit)
MainWindow.paintEvent = ending
sys.argv = ["verbatim"]
from desktop.__main__ import main
main()
"""


def _start(script: str, home: Path) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home), "XDG_CONFIG_HOME": str(home)}
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", script], env=environment, check=True, capture_output=True)
    return time.perf_counter() - began


def test_window_start_beside_a_bare_window(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """Process start to first paint, in turn with a bare window; the ratio is in extra_info."""
    bare = [_start(_BARE, tmp_path) for _ in range(10)]
    benchmark.pedantic(_start, args=(_OURS, tmp_path), rounds=10, warmup_rounds=1)
    assert benchmark.stats is not None
    median = statistics.median(benchmark.stats.stats.data)
    benchmark.extra_info["bare window, s"] = round(statistics.median(bare), 3)
    benchmark.extra_info["ratio"] = round(median / statistics.median(bare), 2)


@pytest.fixture
def window(tmp_path: Path, sample_desk: Path) -> Iterator[MainWindow]:
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    path = tmp_path / "speed.desk"
    path.write_bytes(sample_desk.read_bytes())
    settings = Settings(tmp_path / "verbatim.ini", own_folder())
    settings.checker = "Ada"
    window = MainWindow(Session(settings))
    window.apply_scheme()
    window.resize(1440, 900)
    window.take(Desk.open(path))
    window.show()
    app.processEvents()
    yield window
    window.close()
    window.deleteLater()


@pytest.mark.parametrize("seen", [False, True], ids=["new pair", "pair seen before"])
def test_window_another_article(benchmark: BenchmarkFixture, window: MainWindow, seen: bool) -> None:
    """Text, differences and quotes of the next article on the screen."""
    assert window.session.desk is not None
    articles = window.session.desk.articles()
    turn = iter(range(10_000))

    def select() -> None:
        if not seen:
            window.session.pair.forget_comparisons()
        window.session.pair.show(articles[next(turn) % 5].newest)
        QApplication.processEvents()

    benchmark.pedantic(select, rounds=30, warmup_rounds=5)


def test_window_a_mark(benchmark: BenchmarkFixture, window: MainWindow) -> None:
    """A mark from the verb to the repainted window, on the disk by then."""
    session = window.session
    assert session.desk is not None
    assert session.pair.a is not None
    quotes = session.desk.quotes(session.pair.a.id)
    turn = iter(range(10_000))

    def mark() -> None:
        number = next(turn)
        status = (Status.VERIFIED, Status.DISPUTED)[number // len(quotes) % 2]
        session.mark([quotes[number % len(quotes)]], MarkChange(status=status))
        QApplication.processEvents()

    benchmark.pedantic(mark, rounds=30, warmup_rounds=3)


def test_window_next_change(benchmark: BenchmarkFixture, window: MainWindow) -> None:
    """One step to the next change."""

    def step() -> None:
        window.actions_["next_change"].trigger()
        QApplication.processEvents()

    benchmark.pedantic(step, rounds=30, warmup_rounds=3)
