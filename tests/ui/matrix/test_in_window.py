"""The view in the real window: its keys are its own, its quotes reach the panel, Enter goes to the comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.desk.open_desk import Desk
from desktop.domain import Status
from tests.ui.matrix.matrix_driver import cell_words, click, go_to, press

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window.centre import Centre
    from desktop.ui.window.main_window import MainWindow


@pytest.fixture
def centre(qtbot: QtBot, window: MainWindow, story_path: Path) -> Centre:
    window.session.set_checker("Ada")
    window.take(Desk.open(story_path))
    assert window.bench is not None
    centre = window.bench.centre
    centre.show_matrix()
    qtbot.waitUntil(centre.matrix.table.isVisible)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    centre.matrix.focus_table()
    return centre


def test_keys_in_the_table_mark_and_copy(window: MainWindow, centre: Centre) -> None:
    view = centre.matrix
    go_to(view, "close the harbour", 2)
    press(view, Qt.Key.Key_D)
    assert cell_words(view, "close the harbour", 2) == "altered fact: six (disputed)"
    QTest.keyClick(view.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert cell_words(view, "close the harbour", 2) == "altered fact: six (unverified)"
    press(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("Statement\tSpeaker")


def test_a_click_shows_the_quote_in_the_panel_and_the_focus_stays(window: MainWindow, centre: Centre) -> None:
    view = centre.matrix
    click(view, "mended twice", 3)
    assert window.session.pair.selected is not None
    assert "mended twice" in window.session.pair.selected.text
    assert view.isVisible()
    assert view.table.hasFocus()
    press(view, Qt.Key.Key_V)
    selected = window.session.pair.selected
    assert selected is not None
    assert selected.status is Status.VERIFIED


def test_enter_goes_to_the_comparison(window: MainWindow, centre: Centre) -> None:
    view = centre.matrix
    go_to(view, "close the harbour", 2)
    press(view, Qt.Key.Key_Return)
    assert not view.isVisible()
    assert centre.compare.isVisible()
    assert window.session.pair.selected is not None
    assert "six months" in window.session.pair.selected.text


def test_another_desk_is_another_table(window: MainWindow, centre: Centre, desk_path: Path, qtbot: QtBot) -> None:
    window.take(Desk.open(desk_path))
    qtbot.waitUntil(lambda: centre.matrix.model.columnCount() == 6 or window.bench.centre is not centre)  # type: ignore[union-attr]  # a desk is open


class WindowsShown(QObject):
    """Counts what comes up as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(watched.objectName())
        return False


def test_no_part_of_the_view_flashes_as_a_window_of_its_own(qtbot: QtBot, window: MainWindow, story_path: Path) -> None:
    window.take(Desk.open(story_path))
    assert window.bench is not None
    shown = WindowsShown()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(shown)
    window.bench.centre.show_matrix()
    qtbot.waitUntil(window.bench.centre.matrix.table.isVisible)
    application.removeEventFilter(shown)
    assert shown.names == []


def test_larger_text_makes_the_words_of_statements_larger_and_their_rows_higher(
    qtbot: QtBot, window: MainWindow, centre: Centre
) -> None:
    table = centre.matrix.table
    words, height = table.delegate.fonts.words.pointSizeF(), table.rowHeight(0)
    QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert window.session.settings.zoom == 120
    assert table.delegate.fonts.words.pointSizeF() == pytest.approx(words * 1.2, rel=0.02)
    qtbot.waitUntil(lambda: table.rowHeight(0) > height)
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: table.rowHeight(0) == height)
