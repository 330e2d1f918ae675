"""The work list of a story names what is to do in all its articles, leads there, and gets shorter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain import MarkChange, OpenReason, Status
from desktop.ui.quotes import work_list
from desktop.ui.quotes.work_list import Work, WorkList
from tests.ui.quotes.panel_driver import keys

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow
    from desktop.ui.window.workbench import Workbench


def opened(window: MainWindow) -> WorkList:
    keys(window, "Shift+F4")
    dialog = window.findChild(WorkList)
    assert isinstance(dialog, WorkList)
    return dialog


def todo(work: WorkList) -> list[str]:
    return [work.model.item(row, 0).text() for row in range(work.model.rowCount())]


def choose(work: WorkList, kind: Work) -> None:
    work.kinds.setCurrentIndex(work.kinds.findData(kind))


def test_all_articles_of_the_story_are_in_it_and_enter_shows_a_quote(window: MainWindow, bench: Workbench) -> None:
    desk, session = window.session.desk, window.session
    assert desk is not None
    [story] = desk.stories()
    quotes = desk.story_quotes(story.id)
    work = opened(window)
    assert len(todo(work)) == len(quotes)
    assert len({work.model.item(row, 3).text() for row in range(work.model.rowCount())}) > 2
    work.choose(len(quotes) - 1)
    QTest.keyClick(work.table, Qt.Key.Key_Return)
    assert work.isVisible()
    assert session.pair.selected == quotes[-1]
    assert session.pair.listed is not None
    assert session.pair.listed.id == quotes[-1].version_id
    assert bench.quotes.card.quote == quotes[-1]


def test_what_is_done_leaves_the_list_and_what_lacks_a_source_stays(window: MainWindow, bench: Workbench) -> None:
    session = window.session
    work = opened(window)
    total = len(todo(work))
    first, second, third = bench.quotes.model.shown[:3]
    session.mark([first], MarkChange(Status.VERIFIED, evidence="tape"))
    assert len(todo(work)) == total - 1
    session.mark([second], MarkChange(Status.DISPUTED))
    session.mark([third], MarkChange(Status.UNVERIFIED, reason=OpenReason.COULD_NOT_CONFIRM))
    assert len(todo(work)) == total - 1
    choose(work, Work.NO_SOURCE)
    assert todo(work) == ["≠ Disputed · no source given"]
    choose(work, Work.COULD_NOT_CONFIRM)
    assert todo(work) == ["? Unverified · could not confirm"]
    choose(work, Work.UNVERIFIED)
    assert len(todo(work)) == total - 2
    session.undo_stack.undo()
    session.undo_stack.undo()
    session.undo_stack.undo()
    choose(work, Work.ALL)
    assert len(todo(work)) == total


def test_the_quotes_of_a_long_story_are_read_in_the_background_and_again_after_a_mark(
    qtbot: QtBot, window: MainWindow, bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work_list, "_AT_ONCE", 0)
    session = window.session
    assert session.desk is not None
    total = session.desk.article_list.counts().total
    work = opened(window)
    assert todo(work) == []
    assert "being read" in work.nothing.text()
    session.mark([bench.quotes.model.shown[0]], MarkChange(Status.VERIFIED, evidence="tape"))  # while it reads
    qtbot.waitUntil(lambda: len(todo(work)) == total - 1)
    session.undo_stack.undo()
    qtbot.waitUntil(lambda: len(todo(work)) == total)


def test_a_work_list_closed_while_it_reads_leaves_nothing_behind(
    qtbot: QtBot, window: MainWindow, bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work_list, "_AT_ONCE", 0)
    work = opened(window)
    with qtbot.waitSignal(work.destroyed):
        work.close()
    assert QThreadPool.globalInstance().waitForDone(5000)
    QApplication.processEvents()
    assert bench.isVisible()
