"""Another program holds the desk, so that nothing can be read: every act says so, and none that it is on the disk."""

from __future__ import annotations

import sqlite3
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint

from desktop.app.application import LastDefence
from desktop.store.file import database
from tests.journeys.window_driver import messages, press, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow

BUSY = "Another program is writing"


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, stick: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The window with the sample story on a desk that another program holds from now on, a quote chosen."""
    monkeypatch.setitem(database._PRAGMAS, "busy_timeout", ("10", 10))  # nobody will let it go
    window.session.set_checker("Ada")
    assert window.desk_menu.open_path(stick)
    qtbot.waitUntil(lambda: window.session.pair.comparison is not None)
    assert window.bench is not None
    window.bench.quotes.focus_list()
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back afterwards
    LastDefence(window)
    other = sqlite3.connect(stick, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    yield window
    other.execute("ROLLBACK")
    other.close()


def _on_article(*keys: str) -> Callable[[MainWindow], None]:
    def act(window: MainWindow) -> None:
        assert window.bench is not None
        window.bench.articles.focus_list()
        press(window, *keys)

    return act


def _search(window: MainWindow) -> None:
    press(window, "Ctrl+K")
    write(window, "sanctions")
    press(window, "Return")


def _menu(window: MainWindow) -> None:
    assert window.bench is not None
    window.bench.articles.focus_list()
    window.bench.articles.menu_requested.emit(QPoint(10, 10))


READS: dict[str, Callable[[MainWindow], None]] = {
    "search": _search,
    "history of the article": _on_article("Ctrl+H"),
    "people": _on_article("Ctrl+Shift+O"),
    "trash": _on_article("Ctrl+Shift+R"),
    "hidden passages": _on_article("Ctrl+Shift+Y"),
    "settle": lambda window: press(window, "Ctrl+Shift+D"),
    "agreement": lambda window: press(window, "Ctrl+Shift+G"),
    "across versions": lambda window: press(window, "Alt+1", "Alt+3"),
    "another article": _on_article("Up", "End"),
    "menu of an article": _menu,
}


@pytest.mark.qt_no_exception_capture
def test_what_cannot_be_read_is_said_in_the_sentence_of_the_desk(opened: MainWindow, subtests: pytest.Subtests) -> None:
    for name, act in READS.items():
        with subtests.test(name):
            for _ in range(2):  # every time, not once
                opened.message.hide()
                act(opened)
                assert BUSY in messages(opened)
            assert "on the disk" not in messages(opened)


@pytest.mark.qt_no_exception_capture
def test_a_mark_that_is_pending_is_not_said_to_be_on_the_disk(opened: MainWindow) -> None:
    press(opened, "V")
    assert "1 act waits and is not on the disk yet" in opened.pending_bar.text()
    assert "1 act not on the disk" in opened.status.saved.text()
    assert "what you marked is on the disk" not in messages(opened)
    assert "unexpected" not in messages(opened)
