"""Benchmark of the program on a desk of 100,000 articles and 1,000,000 quotes.

`python -m tests.benchmarks.desk DESK` measures on a copy of a desk that `python -m tests.benchmarks.big_desk DESK` made
(some minutes, 2.3 GB) and prints a line for each figure with what is to be reached, and how busy the computer was.
Times are median/p95 by the clock, and of work alone.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication
from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]  # whichever module sqlite-utils uses

from desktop.desk.open_desk import Desk
from desktop.desk.prepare import Prepared
from desktop.desk.stories.earlier_quotes import read_candidates
from desktop.domain import MarkChange, QuoteId, Status
from desktop.store.file.location import own_folder
from desktop.ui.session.session import Session
from desktop.ui.settings import Settings
from desktop.ui.window.main_window import MainWindow
from tests.benchmarks.big_desk import Words, copies, printed
from tests.store.desks import capture

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_FIRST_PAINT = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop.ui.articles.list_view import ArticleList
painted = ArticleList.paintEvent
def ending(self, event):
    painted(self, event)
    if self.model().rowCount():
        ArticleList.paintEvent = painted
        peak = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
        print(time.time(), peak, flush=True)
        QTimer.singleShot(0, QApplication.quit)
ArticleList.paintEvent = ending
from desktop.__main__ import main
main()
"""
_PRAGMAS = ("journal_mode=DELETE", "synchronous=EXTRA", "temp_store=MEMORY", "cell_size_check=ON", "foreign_keys=ON")
_LONG = 5_000_000  # letters


class Took(NamedTuple):
    """Seconds by the clock, and of work: on a busy computer only the second tells much."""

    clock: float
    work: float


def _timed(act: Callable[[], object]) -> Took:
    clock, work = time.perf_counter(), time.process_time()
    act()
    return Took(time.perf_counter() - clock, time.process_time() - work)


def _ms(times: Sequence[Took]) -> str:
    return f"{_quantiles([took.clock for took in times])} (work {_quantiles([took.work for took in times])})"


def _quantiles(times: Sequence[float]) -> str:
    ordered = sorted(times)
    return f"{statistics.median(ordered) * 1e3:.1f}/{ordered[int((len(ordered) - 1) * 0.95)] * 1e3:.1f} ms"


def _tell(what: str, figure: str, reach: str) -> None:
    print(f"{what:<44} {figure:<46} to reach: {reach:<22} load {os.getloadavg()[0]:.1f}", flush=True)


def first_paint(desk: Path, folder: Path) -> None:
    environment = {**os.environ, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    for _ in range(3):
        began = time.time()
        command = [sys.executable, "-c", _FIRST_PAINT, str(desk)]
        done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
        ended, painted, peak = time.time() - began, float(done.stdout.split()[0]) - began, int(done.stdout.split()[1])
        figure = f"{painted:.2f} s, {ended:.2f} s, {peak // 1024} MB"
        _tell("process start to painted list, and its end", figure, "1.5 s, 400 MB")


def marks(desk: Desk) -> None:
    """A mark, in turn with a bare insert of a row as long into a strict table in the same folder."""
    bare = sqlite3.connect(desk.path.with_name("bare.db"), isolation_level=None)
    for pragma in _PRAGMAS:
        bare.execute(f"PRAGMA {pragma}").fetchall()
    bare.execute("CREATE TABLE mark (id INTEGER PRIMARY KEY, quote_id INTEGER, body TEXT, hash TEXT) STRICT")
    columns = "act, status, at, exact, after, prev, hash, checker"
    quotes = [id_ for (id_,) in desk._db.rows("SELECT id FROM quote WHERE id % 2501 = 0 LIMIT 400")]
    changes = cycle([MarkChange(Status.VERIFIED), MarkChange(Status.DISPUTED)])
    first = QuoteId(quotes[0])
    desk.mark([first], next(changes), checker="Kim")
    long = int(desk._db.value(f"SELECT length({' || '.join(columns.split(', '))}) FROM mark ORDER BY id DESC LIMIT 1"))
    insert = "INSERT INTO mark (quote_id, body, hash) VALUES (?, ?, ?)"
    ours, theirs = [], []
    for id_ in map(QuoteId, quotes):
        theirs.append(_timed(partial(bare.execute, insert, (id_, "x" * (long - 64), "h" * 64))))
        ours.append(_timed(partial(desk.mark, [id_], next(changes), checker="Kim")))
    bare.close()
    _tell("a mark", _ms(ours), "20 ms")
    _tell("a bare insert", _ms(theirs), "")
    ratio = statistics.median(took.clock for took in ours) / statistics.median(took.clock for took in theirs)
    _tell("a mark beside a bare insert", f"{ratio:.2f} times", "1.3 times")


def seen_before(desk: Desk) -> None:
    """Altered and cut copies find their originals; quotes of fewer than eight words are told apart."""
    reading, rating = [], []
    found: list[bool] = []
    short: list[bool] = []
    for copy, original in copies(desk):
        new, old = desk.quote(copy), desk.quote(original)
        reading.append(_timed(partial(read_candidates, desk, new)))
        heard = read_candidates(desk, new)
        rating.append(_timed(heard.rated))
        # A wire copy of the original is as good.
        words = set(old.text.casefold().split())
        hit = any(len(words & set(one.quote.text.casefold().split())) > 0.8 * len(words) for one in heard.rated())
        (found if len(old.text.split()) >= 8 else short).append(hit)
    _tell("seen before: reading", _ms(reading), "p95 50 ms")
    _tell("seen before: rating, in the background", _ms(rating), "")
    share = f"{statistics.mean(found):.1%} of {len(found)}; shorter {statistics.mean(short):.1%} of {len(short)}"
    _tell("seen before: copies found", share, "98 %")


def typing(desk: Desk, words: Words) -> None:
    asked = ["the", words.all[300], words.all[3000], words.names[5].casefold(), words.names[50].split()[1]]
    beginnings = [word[:length] for word in asked for length in range(1, len(word) + 1)]
    searches = [partial(desk.search.find, each, limit=40) for each in beginnings]
    _tell("search as one types", _ms([_timed(each) for each in searches]), "p95 50 ms")


def in_the_window(window: MainWindow, words: Words) -> None:
    app, session = QApplication.processEvents, window.session
    assert window.bench is not None
    assert session.desk is not None
    assert session.pair.a is not None
    panel = window.bench.articles
    bar = panel.list.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)

    def scroll(by: int) -> None:
        bar.setValue(bar.value() + by)
        app()

    def turns(beginning: str) -> list[Took]:
        """Filter as after typing; between the turns keys and the mouse are served."""
        panel._search.setText(beginning)
        took = [_timed(panel._arrange)]
        while panel._arranging is not None:
            took.append(_timed(panel._turn))
        return [*took, _timed(app)]

    _tell("list: a frame of scrolling", _ms([_timed(partial(scroll, 40)) for _ in range(300)]), "16 ms")
    _tell("list: a page", _ms([_timed(partial(scroll, 700)) for _ in range(100)]), "16 ms")
    beginnings = [word[:length] for word in ("the", words.all[300], "4711") for length in range(1, len(word) + 1)]
    took = [turns(each) for each in beginnings]
    _tell("list: filter as one types, a turn", _ms([turn for each in took for turn in each]), "p95 50 ms")
    _tell("list: filter as one types, the longest", _ms([max(each) for each in took]), "p95 50 ms")
    shown = [Took(sum(turn.clock for turn in each), sum(turn.work for turn in each)) for each in took]
    _tell("list: filter as one types, until it is shown", _ms(shown), "")
    turns("")
    quotes = cycle(session.desk.quotes(session.pair.a.id))
    changes = cycle([MarkChange(Status.VERIFIED), MarkChange(Status.DISPUTED), MarkChange(Status.UNVERIFIED)])

    def mark() -> None:
        session.mark([next(quotes)], next(changes))
        app()
        app()

    _tell("a mark, painted", _ms([_timed(mark) for _ in range(60)]), "50 ms")
    peak = next(line.split()[1] for line in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in line)
    _tell("memory after all that (this measuring too)", f"{int(peak) // 1024} MB", "400 MB")


def a_long_text(folder: Path, words: Words) -> None:
    text, found = printed("A long one", [words.quote() for _ in range(5000)], words)
    text += "\n\n".join([" ".join(words.draw(60))] * ((_LONG - len(text)) // 400))
    with Desk.create(folder / "long.desk") as desk:
        desk.add(Prepared(capture("First."), ()))
        took = _timed(lambda: desk.add(Prepared(capture(text), tuple(found))))
    _tell(f"storing {len(text) / 1e6:.1f} MB with 5,000 quotes", f"{took.clock:.2f} s (work {took.work:.2f} s)", "")


def main(given: Path) -> None:
    words = Words()
    with tempfile.TemporaryDirectory(dir=given.parent) as aside:
        folder = Path(aside)
        path = folder / "big.desk"
        shutil.copyfile(given, path)
        _tell("the file", f"{path.stat().st_size / 1e6:.0f} MB", "linear")
        first_paint(path, folder)
        with Desk.open(path) as desk:
            _tell("articles, quotes", f"{desk.article_list.count():,}, {desk.article_list.counts().total:,}", "")
            typing(desk, words)
            seen_before(desk)
            marks(desk)
        a_long_text(folder, words)
        QApplication([])
        settings = Settings(folder / "verbatim.ini", own_folder())
        settings.checker = "Kim"
        window = MainWindow(Session(settings))
        window.apply_scheme()
        window.resize(1440, 900)
        _tell("the window takes the desk", _ms([_timed(lambda: window.take(Desk.open(path)))]), "")
        window.show()
        QApplication.processEvents()
        in_the_window(window, words)
        window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
