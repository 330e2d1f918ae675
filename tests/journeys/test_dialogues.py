"""Speech that opens with a dash is read as quotes once the preferences say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QPushButton

from desktop.desk.open_desk import Desk
from tests.journeys.window_driver import click, find, open_sample, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow

_TEXT = (
    "El ferry\n\nEl pueblo se reunió el lunes en el puerto y no llegó a un acuerdo con la empresa.\n\n"
    "—No esperamos más —dijo Rosa Gil—, y menos {}."
)


def test_what_the_preferences_say_holds_for_texts_that_come_in_then(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    press(window, "Ctrl+,")
    box = find(window, QCheckBox, "preferences-dialogues")
    assert not box.isChecked()
    box.setFocus()
    press(box.window(), "Space")
    assert box.isChecked()
    click(find(box.window(), QPushButton, "dialog-keep"))
    found = _quotes_of_pasted(qtbot, window, "mañana")
    assert found == [("No esperamos más", "Rosa Gil"), ("y menos mañana.", "Rosa Gil")]


def test_without_them_a_dash_opens_nothing(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    assert _quotes_of_pasted(qtbot, window, "hoy") == []


def _quotes_of_pasted(qtbot: QtBot, window: MainWindow, word: str) -> list[tuple[str, str]]:
    desk = window.session.desk
    assert isinstance(desk, Desk)
    before = {article.id for article in desk.articles()}
    QApplication.clipboard().setText(_TEXT.format(word))
    press(window, "Ctrl+V")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
    asking = QApplication.activeModalWidget()
    assert asking is not None
    click(find(asking, QPushButton, "dialog-keep"))
    qtbot.waitUntil(lambda: len(desk.articles()) == len(before) + 1, timeout=20_000)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    (added,) = [article for article in desk.articles() if article.id not in before]
    return [(quote.text, quote.attribution.name) for quote in desk.quotes(added.newest)]
