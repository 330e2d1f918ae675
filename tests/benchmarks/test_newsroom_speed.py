"""Benchmark of the newsroom, on a real server with the settings that PostgreSQL comes with; it prints what it measures.

| what | reach |
| --- | --- |
| a mark while connected, beside the same on a desk that is not shared | 1.1 times |
| an act of one in the window of another on the same machine, p95 | 1 s |
| joining a story (VERBATIM_NEWSROOM_ARTICLES=1000: 20,000 quotes, 50,000 marks), beside merging its file | 3 times |
| pushes a second by 20 writers, beside plain INSERTs by as many | half |
| memory of a check of a hub (VERBATIM_HUB_MARKS=1000000), beside one of a tenth of it | flat, 150 MB |
| marks while a story is joined: longest turn of the window, longest wait for a mark, beside none | - |

`python -m tests.benchmarks.big_hub` measures a hub of 10 million marks.
"""

from __future__ import annotations

import os
import random
import shutil
import statistics
import sys
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.desk.open_desk import Desk
from desktop.domain import MarkChange, Status
from desktop.store.file.location import own_folder
from desktop.store.sharing import hub as hubs
from desktop.store.sharing import stories
from desktop.ui.session.session import Session
from desktop.ui.settings import Settings
from desktop.ui.window.main_window import MainWindow
from tests.benchmarks.big_hub import STORY, checked, fill, sizes
from tests.benchmarks.hub_writers import rates
from tests.sharing_server import LEFT_OUT, make_server, programs, remove_server
from tests.store.desks import backed_up_today, prepared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desktop.desk.newsroom import Newsroom
    from desktop.domain import Quote
    from tests.sharing_server import HubDatabase, Server

ARTICLES = int(os.environ.get("VERBATIM_NEWSROOM_ARTICLES", "100"))
HUB_MARKS = int(os.environ.get("VERBATIM_HUB_MARKS", "100000"))
_BETWEEN = 100  # milliseconds between two marks
_PATIENCE = 60  # seconds


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    if programs() is None:
        pytest.skip(LEFT_OUT)
    server = make_server(())
    yield server
    remove_server(server)


@pytest.fixture
def hub(server: Server) -> HubDatabase:
    return server.hub()


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[[Path, str], MainWindow]]:
    """Opens windows, each with a session of its own."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    windows: list[MainWindow] = []

    def open_window(path: Path, checker: str) -> MainWindow:
        settings = Settings(tmp_path / f"{checker}.ini", own_folder())
        settings.checker = checker
        window = MainWindow(Session(settings))
        window.resize(1440, 900)
        window.take(Desk.open(path))
        window.show()
        QTest.qWait(500)
        windows.append(window)
        return window

    yield open_window
    for window in windows:
        window.close()
        window.deleteLater()


def copied(sample: Path, to: Path) -> Path:
    shutil.copy(sample, to)
    return to


def exchanged(path: Path, what: Callable[[Desk, Newsroom], object]) -> None:
    """Share or join something without a window."""
    desk = Desk.open(path) if path.exists() else Desk.create(path)
    backed_up_today(desk)
    room = desk.newsroom()
    what(desk, room)
    room.close()
    desk.end_newsroom()
    desk.close()


def shared_by_ann(path: Path, hub: HubDatabase) -> None:
    exchanged(path, lambda desk, room: room.share(desk.stories()[0].uid, hub.url("ann"), checker="Ann"))


def joined_by_ben(path: Path, hub: HubDatabase) -> None:
    url = hub.url("ben")
    exchanged(path, lambda _, room: room.join(url, [one.uid for one in room.shared_stories(url)], checker="Ben"))


def wait_until(is_so: Callable[[], bool]) -> None:
    ends = time.perf_counter() + _PATIENCE
    while not is_so():
        assert time.perf_counter() < ends
        QTest.qWait(1)


def in_step(window: MainWindow) -> None:
    room = window.session.newsroom
    wait_until(lambda: room.state is not None and room.state.in_step)


def quotes(window: MainWindow) -> list[Quote]:
    assert window.session.desk is not None
    assert window.session.pair.a is not None
    return window.session.desk.quotes(window.session.pair.a.id)


def marked(window: MainWindow, quote: Quote, number: int) -> float:
    """Mark a quote; returns the seconds until that is on the disk and painted."""
    change = MarkChange(status=(Status.VERIFIED, Status.DISPUTED)[number % 2], reason="not said" * (number % 2))
    began = time.perf_counter()
    window.session.mark([quote], change)
    QApplication.processEvents()
    return time.perf_counter() - began


def test_a_mark_while_connected(
    opened: Callable[[Path, str], MainWindow], sample_desk: Path, tmp_path: Path, hub: HubDatabase
) -> None:
    shared, alone = copied(sample_desk, tmp_path / "shared.desk"), copied(sample_desk, tmp_path / "alone.desk")
    shared_by_ann(shared, hub)
    windows = {"shared": opened(shared, "Ann"), "alone": opened(alone, "Bea")}
    in_step(windows["shared"])
    took: dict[str, list[float]] = {"shared": [], "alone": []}
    for number in range(60):
        for name, window in windows.items():
            some = quotes(window)
            took[name].append(marked(window, some[number % len(some)], number // len(some)))
            QTest.qWait(_BETWEEN)
    own, other = (statistics.median(took[name][5:]) for name in ("shared", "alone"))
    print(f"\na mark: {1000 * own:.1f} ms while connected, {1000 * other:.1f} ms alone: {own / other:.2f}")


def test_an_act_in_the_window_of_another(
    opened: Callable[[Path, str], MainWindow], sample_desk: Path, tmp_path: Path, hub: HubDatabase
) -> None:
    path = copied(sample_desk, tmp_path / "ann.desk")
    shared_by_ann(path, hub)
    joined_by_ben(tmp_path / "ben.desk", hub)
    ann, ben = opened(path, "Ann"), opened(tmp_path / "ben.desk", "Ben")
    for window in (ann, ben):
        in_step(window)
    assert ben.session.desk is not None
    desk = ben.session.desk
    there = {quote.uid: quote for article in desk.articles() for quote in desk.quotes(article.newest)}
    seen: set[int] = set()
    ben.session.newsroom.arrived.connect(lambda came: seen.update(came.quotes))
    took = []
    for number in range(60):
        some = quotes(ann)
        quote = some[number % len(some)]
        seen.clear()
        began = time.perf_counter()
        marked(ann, quote, number // len(some))
        wait_until(lambda id_=there[quote.uid].id: id_ in seen)  # type: ignore[misc]  # a lambda with a default
        took.append(time.perf_counter() - began)
        QTest.qWait(_BETWEEN)
    took.sort()
    print(f"\nseen by another: median {1000 * statistics.median(took):.0f} ms, p95 {1000 * took[56]:.0f} ms")


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with one story: 20 quotes and 50 marks an article."""
    path = tmp_path_factory.mktemp("newsroom") / "story.desk"
    chance = random.Random(1)
    with Desk.create(path) as desk:
        backed_up_today(desk)
        story, found = desk.new_story("Harbour").id, []
        for number in range(ARTICLES):
            said = [f"“Sentence {number} and {one} was said by the master today,” said Ada Brink." for one in range(20)]
            text = "\n\n".join([f"Headline {number}", *said])
            article = prepared(text, title=f"Headline {number}")
            found += [quote.id for quote in desk.quotes(desk.add(article, story=story, checker="Ann").version_id)]
        for _ in range(ARTICLES // 10):
            change = MarkChange(chance.choice(list(Status)), note="on tape", reason="not said")
            desk.mark(chance.sample(found, 500), change, checker="Ann")
    return path


def test_joining_beside_merging(story: Path, tmp_path: Path, hub: HubDatabase) -> None:
    with Desk.create(tmp_path / "merged.desk") as desk:
        backed_up_today(desk)
        began = time.perf_counter()
        came = desk.merge(story)
        merging = time.perf_counter() - began
    shared_by_ann(copied(story, tmp_path / "ann.desk"), hub)
    began = time.perf_counter()
    joined_by_ben(tmp_path / "ben.desk", hub)
    joining = time.perf_counter() - began
    print(f"\n{came.articles} articles, {came.quotes} quotes, {came.marks} marks: joined in {joining:.1f} s,"
          f" merged in {merging:.1f} s: {joining / merging:.2f}")  # fmt: skip


def test_pushes_beside_inserts(hub: HubDatabase) -> None:
    reached = hubs.connect(hubs.address_of(hub.url("ann")))
    stories.register_story(reached, STORY)
    reached.close()
    found = [rates(hub, STORY) for _ in range(5)]
    plain, pushed = (statistics.median(one[place] for one in found) for place in (0, 1))
    ratio = statistics.median(pushed / plain for plain, pushed in found)
    print(f"\n20 writers: {pushed:.0f} pushes a second, {plain:.0f} INSERTs: {ratio:.2f}")


def test_memory_of_a_check(server: Server) -> None:
    for marks in (HUB_MARKS // 10, HUB_MARKS):
        hub = server.hub()
        fill(hub, marks, 20)
        clock, work, more, records = checked(hub)
        print(f"\n{records} records checked in {clock:.0f} s, {work:.0f} s of them here; {more} MB more; {sizes(hub)}")


def test_marks_while_a_story_is_joined(
    opened: Callable[[Path, str], MainWindow], story: Path, sample_desk: Path, tmp_path: Path, hub: HubDatabase
) -> None:
    shared_by_ann(copied(story, tmp_path / "ann.desk"), hub)
    ben = opened(copied(sample_desk, tmp_path / "ben.desk"), "Ben")
    ends = time.perf_counter() + 10
    print(f"\nalone: {_working(ben, lambda: time.perf_counter() > ends)}")
    room, url = ben.session.newsroom, hub.url("ben")
    [uid] = _uids(story)
    took: list[float] = []
    for does in (_working, _looking):
        began, before = time.perf_counter(), len(took)
        task = room.ask(url, "Joining", lambda newsroom, _: newsroom.join(url, [uid], checker="Ben"))
        assert task is not None
        task.ended.connect(lambda began=began: took.append(time.perf_counter() - began))
        told = does(ben, lambda before=before: len(took) > before)  # type: ignore[misc]  # a lambda with a default
        print(f"joined in {took[-1]:.1f} s meanwhile: {told}")
        ben.close()
        ben = opened(copied(sample_desk, tmp_path / "ben2.desk"), "Bea")
        room = ben.session.newsroom


def _working(window: MainWindow, ended: Callable[[], bool]) -> str:
    """Mark quotes until something has ended; returns what a checker notices."""
    return _noticed(window, ended, marks=True)


def _looking(window: MainWindow, ended: Callable[[], bool]) -> str:
    return _noticed(window, ended, marks=False)


def _noticed(window: MainWindow, ended: Callable[[], bool], *, marks: bool) -> str:
    turns, acts = [], [0.0]
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        turns.append(time.perf_counter() - last)
        last = time.perf_counter()

    ticking = QTimer(interval=1)
    ticking.timeout.connect(tick)
    ticking.start()
    number = 0
    while not ended():
        if marks:
            some = quotes(window)
            acts.append(marked(window, some[number % len(some)], number // len(some)))
            number += 1
        QTest.qWait(_BETWEEN)
    ticking.stop()
    longest = [round(1000 * one) for one in sorted(turns)[-3:]]
    return (
        f"longest turns {longest} ms; {len(acts) - 1} marks, median {1000 * statistics.median(acts):.0f} ms, longest"
        f" {1000 * max(acts):.0f} ms"
    )


def _uids(path: Path) -> list[str]:
    with Desk.open(path, read_only=True) as desk:
        return [one.uid for one in desk.stories()]
