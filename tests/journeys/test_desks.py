"""Desks that cannot be opened, or only be read, say so in one sentence; what was marked stays."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from desktop.desk.open_desk import Desk
from desktop.domain import Status
from desktop.store.file.location import own_folder
from desktop.ui.session.session import Session
from desktop.ui.settings import Settings
from desktop.ui.window.main_window import MainWindow
from tests.journeys.window_driver import click, find, messages, open_sample, press

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_a_file_that_is_no_desk_is_named_and_left_alone(window: MainWindow, tmp_path: Path) -> None:
    stranger = tmp_path / "letter.desk"
    stranger.write_text("Dear Ada,\n", encoding="utf-8")
    assert not window.desk_menu.open_path(stranger)
    assert "letter.desk" in messages(window)
    assert stranger.read_text(encoding="utf-8") == "Dear Ada,\n"
    assert window.session.desk is None


def test_a_database_of_another_program_is_left_alone(window: MainWindow, tmp_path: Path) -> None:
    stranger = tmp_path / "music.desk"
    with sqlite3.connect(stranger) as other:
        other.execute("CREATE TABLE song (title TEXT)")
    before = stranger.read_bytes()
    assert not window.desk_menu.open_path(stranger)
    assert "music.desk" in messages(window)
    assert stranger.read_bytes() == before


def test_a_desk_that_another_window_has_can_be_opened_to_read_only(
    qtbot: QtBot, window: MainWindow, desk_path: Path
) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", f"""
import sys
from pathlib import Path
from desktop.desk.open_desk import Desk
with Desk.open(Path({str(desk_path)!r})) as desk:
    print("open", flush=True)
    sys.stdin.read()
"""],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        assert not window.desk_menu.open_path(desk_path)
        assert str(holder.pid) in messages(window) or "open" in messages(window)
        click(find(window, QPushButton, "message-first"))
        assert window.session.desk is not None
        assert window.session.desk.read_only
        assert not window.actions_["add"].isEnabled()
    finally:
        holder.communicate("")
    assert window.status.saved.text() == "To read only"


def test_the_lock_of_another_computer_is_broken_after_a_question(window: MainWindow, desk_path: Path) -> None:
    window.session.set_checker("Ada")
    lock = desk_path.with_name(f"{desk_path.name}.lock")
    lock.write_text(json.dumps({"pid": 1, "host": "the-other", "user": "Lee", "since": "damaged"}))
    assert not window.desk_menu.open_path(desk_path)
    assert "on the computer “the-other”" in messages(window)
    click(find(window, QPushButton, "message-second"))
    assert "Is it certain" in messages(window)
    assert window.session.desk is None
    click(find(window, QPushButton, "message-first"))
    desk = window.session.desk
    assert desk is not None
    assert not desk.read_only
    assert "is broken" in messages(window)
    [broken] = [entry for _, entry in desk.chains.entries() if entry.kind == "lock broken"]
    assert (broken.checker, broken.body["user"]) == ("Ada", "Lee")


def test_a_mark_survives_the_kill_of_the_process(tmp_path: Path, desk_path: Path) -> None:
    script = f"""
import os, signal
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desktop.desk.open_desk import Desk
from desktop.domain import Status
from desktop.ui.session.session import Session
from desktop.store.file.location import own_folder
from desktop.ui.settings import Settings
from desktop.ui.window.main_window import MainWindow
app = QApplication([])
settings = Settings(Path({str(tmp_path / "k.ini")!r}), own_folder()); settings.checker = "Ada"
window = MainWindow(Session(settings))
window.take(Desk.open(Path({str(desk_path)!r})))
window.show(); app.processEvents()
quotes = window.session.desk.quotes(window.session.pair.a.id)
window.session.pair.select_quote(quotes[2])
window.actions_["mark_disputed"].trigger()
os.kill(os.getpid(), signal.SIGKILL)
"""
    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run([sys.executable, "-c", script], env=offscreen, capture_output=True, check=False)
    assert ended.returncode == -9, ended.stderr.decode()
    with Desk.open(desk_path) as desk:
        assert desk.article_list.counts().disputed == 1


def test_the_next_start_shows_the_same_desk_pair_and_filters(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_sample(qtbot, window)
    assert window.session.desk is not None
    assert window.bench is not None
    articles = window.session.desk.articles()
    window.session.pair.compare(articles[3].newest, articles[4].newest)
    window.bench.quotes.set_filter(Status.UNVERIFIED)
    path = window.session.desk.path
    window.close()
    again = MainWindow(Session(Settings(tmp_path / "verbatim.ini", own_folder())))
    qtbot.addWidget(again)
    again.show()
    assert again.settings.text("desks/last") == str(path)
    assert again.desk_menu.open_path(path)
    assert again.session.pair.a is not None
    assert again.session.pair.b is not None
    assert (again.session.pair.a.id, again.session.pair.b.id) == (articles[3].newest, articles[4].newest)
    again.close()


def test_closing_a_desk_goes_back_to_the_start_page_with_the_desk_listed(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    press(window, "Ctrl+W")
    assert window.start_page.isVisible()
    assert window.start_page.findChild(QPushButton, "recent-Sample story") is not None


def test_the_next_start_scrolls_to_the_same_place(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_sample(qtbot, window)
    assert window.session.desk is not None
    assert window.bench is not None
    for _ in range(20):
        window.bench.centre.compare.next_change()
    qtbot.waitUntil(lambda: json.loads(window.bench.centre.compare.state())["offset"] > 0 if window.bench else False)
    state = json.loads(window.bench.centre.compare.state())
    path = window.session.desk.path
    window.close()
    again = MainWindow(Session(Settings(tmp_path / "verbatim.ini", own_folder())))
    qtbot.addWidget(again)
    again.resize(1440, 900)
    with qtbot.waitExposed(again):
        again.show()
    assert again.desk_menu.open_path(path)
    bench = again.bench
    assert bench is not None
    qtbot.waitUntil(lambda: json.loads(bench.centre.compare.state())["offset"] == state["offset"])
    again.close()
