"""Somebody changed the desk behind the program's back: the window says so in a sentence and offers to recover it."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from desktop.app.application import LastDefence
from desktop.ui.background import Task
from tests.faults.doctored import doctor_desk
from tests.journeys.window_driver import messages, press

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow


@pytest.fixture
def defended(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back afterwards
    LastDefence(window)
    window.session.set_checker("Ada")
    return window


@pytest.mark.qt_no_exception_capture
def test_a_desk_without_its_chain_is_named_and_offered_for_recovery(
    qtbot: QtBot, defended: MainWindow, stick: Path
) -> None:
    assert doctor_desk(stick, lambda db: db.execute("DELETE FROM chain"))
    assert defended.desk_menu.open_path(stick)
    qtbot.waitUntil(lambda: defended.session.pair.a is not None)
    assert defended.bench is not None
    defended.bench.quotes.focus_list()
    press(defended, "V")
    qtbot.waitUntil(lambda: "was damaged or changed by another program" in messages(defended))
    [recover] = [each for each in defended.message.findChildren(QPushButton) if each.objectName() == "message-first"]
    assert (recover.isVisible(), recover.text()) == (True, "Recover what can be read")
    assert "unexpected" not in messages(defended)
    with closing(sqlite3.connect(stick)) as db:
        assert db.execute("SELECT count(*) FROM mark").fetchone() == (0,)


@pytest.mark.qt_no_exception_capture
def test_a_sound_desk_is_not_to_blame_for_an_error_of_the_program(
    qtbot: QtBot, defended: MainWindow, stick: Path
) -> None:
    assert defended.desk_menu.open_path(stick)
    sys.excepthook(KeyError, KeyError("x"), None)
    [check] = [task for task in defended.desk_menu.findChildren(Task) if task.title == "Checking"]
    with qtbot.waitSignal(check.done) as checked:
        pass
    assert checked.args == [None]
    assert "unexpected" in messages(defended)
