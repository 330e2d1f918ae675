"""From the first start to the exported log without a mouse."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPlainTextEdit

from desktop.desk.open_desk import Desk
from desktop.desk.stories.log_source import export_log
from desktop.domain import Status
from tests.journeys.window_driver import choose_file, find, messages, press, write

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow


def test_first_start_to_exported_log_by_keyboard_alone(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    session = window.session
    press(window, "Space")  # Try the sample story has the focus
    qtbot.waitUntil(lambda: session.desk is not None and session.pair.comparison is not None)
    assert session.desk is not None
    assert session.pair.a is not None
    assert session.pair.b is not None
    assert session.pair.a.info.source.endswith("001_f7ae3d3065d5bd83.txt")
    assert session.pair.b.info.source.endswith("002_4073f0dc82a15775.txt")
    path = session.desk.path

    press(window, "F8", "F8")  # two changes on
    assert "2 of" in find(window, QLabel, "compare-place").text()

    bench = window.bench
    assert bench is not None
    bench_quotes = bench.quotes
    while not bench_quotes.isAncestorOf(QApplication.focusWidget() or window):
        press(window, "F6")
    press(window, "Home", "V")
    assert window.name_bar.isVisible()  # asked once, before the first mark
    assert session.desk.article_list.counts().verified == 0
    write(window, "Ada Lovelace")
    press(window, "Return")
    qtbot.waitUntil(lambda: session.desk is not None and session.desk.article_list.counts().verified == 1)

    assert bench_quotes.isAncestorOf(QApplication.focusWidget() or window)  # back where the key was pressed
    press(window, "D", "Return", "V")  # no reason is given now
    assert (session.desk.article_list.counts().verified, session.desk.article_list.counts().disputed) == (2, 1)
    press(window, "Ctrl+Z")
    assert session.desk.article_list.counts().verified == 1
    press(window, "Ctrl+Shift+Z")
    assert session.desk.article_list.counts().verified == 2

    press(window, "Ctrl+T")
    note = QApplication.focusWidget()
    assert isinstance(note, QPlainTextEdit)
    write(window, "heard on the recording")
    press(window, "Esc")

    press(window, "Ctrl+S")
    dialog = find(window, QDialog, "export-log")
    assert dialog.isVisible()
    press(window, "Return")
    out = tmp_path / "log.html"
    choose_file(qtbot, window, "export-file", out)
    qtbot.waitUntil(lambda: "was written" in messages(window))
    page = out.read_text(encoding="utf-8")
    assert "Ada Lovelace" in page
    assert "heard on the recording" in page

    press(window, "Ctrl+W")
    assert session.desk is None
    with Desk.open(path) as desk:
        counts = desk.article_list.counts()
        assert (counts.verified, counts.disputed) == (2, 1)
        record = tmp_path / "log.json"
        export_log(desk, record, "json")
    assert json.loads(record.read_text(encoding="utf-8"))


def test_every_pane_is_reached_by_f6_and_back(qtbot: QtBot, window: MainWindow) -> None:
    press(window, "Space")
    qtbot.waitUntil(lambda: window.session.pair.comparison is not None)
    bench = window.bench
    assert bench is not None
    panes = (bench.articles, bench.centre, bench.quotes)

    def inside() -> int:
        focus = QApplication.focusWidget()
        return next(number for number, pane in enumerate(panes) if focus is not None and pane.isAncestorOf(focus))

    bench.articles.focus_list()
    visited = [inside()]
    for _ in range(3):
        press(window, "F6")
        visited.append(inside())
    press(window, "Shift+F6")
    visited.append(inside())
    assert visited == [0, 1, 2, 0, 2]


def test_letters_typed_into_a_note_mark_nothing(qtbot: QtBot, window: MainWindow) -> None:
    press(window, "Space")
    qtbot.waitUntil(lambda: window.session.pair.comparison is not None)
    assert window.session.desk is not None
    window.session.set_checker("Ada")
    assert window.bench is not None
    window.bench.quotes.focus_list()
    press(window, "Home")
    press(window, "Ctrl+T")
    write(window, "vduvdu")
    press(window, "Esc")
    counts = window.session.desk.article_list.counts()
    assert (counts.verified, counts.disputed) == (0, 0)
    assert window.session.pair.selected is not None
    qtbot.waitUntil(lambda: window.session.quote_now(window.session.pair.selected.id).note == "vduvdu")  # type: ignore[union-attr]
    assert window.session.pair.selected.status is Status.UNVERIFIED


def test_one_key_enlarges_the_text_of_every_panel(qtbot: QtBot, window: MainWindow) -> None:
    press(window, "Space")
    qtbot.waitUntil(lambda: window.session.pair.comparison is not None)
    bench = window.bench
    assert bench is not None
    pane = bench.centre.compare.page_view.panes[0]
    before = pane.font().pointSizeF(), bench.quotes.list.cards.fonts
    press(window, "Ctrl++")
    assert window.settings.zoom == 110
    assert pane.font().pointSizeF() > before[0]
    assert bench.quotes.list.cards.fonts != before[1]
