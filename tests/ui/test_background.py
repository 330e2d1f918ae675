"""Work on another thread may outlive whoever wanted it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QThreadPool

from desktop.ui import background

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot


def test_work_is_told_of_on_the_thread_that_asked_for_it(qtbot: QtBot) -> None:
    parent, threads = QObject(), list[int]()
    task = background.start(lambda _: threading.get_ident(), "Work", parent)
    task.done.connect(threads.append)
    task.done.connect(lambda _: threads.append(threading.get_ident()))
    with qtbot.waitSignal(task.ended):
        pass
    assert threads[1] == threading.get_ident() != threads[0]


def test_nothing_is_complained_of_when_nobody_wants_the_work_any_more(
    qtbot: QtBot, capfd: pytest.CaptureFixture[str]
) -> None:
    parent, going, go = QObject(), threading.Event(), threading.Event()

    def work(_: background.Task) -> int:
        going.set()
        go.wait(5)
        return 1

    task = background.start(work, "Work", parent)
    qtbot.waitUntil(going.is_set)
    shiboken6.delete(parent)
    assert not shiboken6.isValid(task)
    go.set()
    QThreadPool.globalInstance().waitForDone()
    QCoreApplication.processEvents()
    assert task.wait(1)
    assert capfd.readouterr().err == ""
