"""Help without a network: F1 opens the guide where one is, diagnostics hold no article, About says where data lies."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget

import desktop.ui
from desktop.store.file.location import own_folder
from desktop.ui.dialogs.guide import _OF_DIALOGS, TOPICS, GuideDialog, guide_text
from tests.journeys.window_driver import click, find, messages, open_sample, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow


def guide(window: MainWindow) -> GuideDialog:
    return find(window, GuideDialog, "guide")


def back_to(qtbot: QtBot, window: MainWindow, widget: QWidget) -> None:
    guide(window).close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    widget.setFocus()


def test_f1_opens_the_guide_at_the_place_where_one_is(qtbot: QtBot, window: MainWindow) -> None:
    press(window, "F1")
    assert TOPICS["start-page"] in guide(window).topic()
    open_sample(qtbot, window)
    bench = window.bench
    assert bench is not None
    for widget, begins in (
        (bench.articles.list, "Left:"),
        (bench.quotes.list, "Right:"),
        (bench.centre.tabs, "Centre:"),
    ):
        back_to(qtbot, window, widget)
        press(window, "F1")
        assert guide(window).topic().strip().startswith(begins)
    back_to(qtbot, window, bench.centre.tabs)
    bench.centre.show_matrix()
    bench.centre.tabs.setFocus()
    press(window, "F1")
    assert "Quotes across versions" in guide(window).topic()
    assert len(window.findChildren(GuideDialog)) == 1


@pytest.mark.parametrize(
    ("keys", "begins"),
    [
        ("Ctrl+S", "Export log…"),
        ("Ctrl+P", "Export log…"),
        ("Ctrl+,", "F1 opens this guide"),
        ("Ctrl+E", "Add articles…"),
        ("Ctrl+Shift+Y", "Add articles…"),
        ("Ctrl+H", "A later text"),
        ("Ctrl+Shift+O", "Story ▸ People…"),
    ],
)
def test_f1_in_a_dialog_opens_the_guide_at_what_it_says_of_that_dialog(
    qtbot: QtBot, window: MainWindow, keys: str, begins: str
) -> None:
    open_sample(qtbot, window)
    window.session.set_checker("Ada")
    before = set(window.findChildren(QDialog))
    press(window, keys)
    [dialog] = set(window.findChildren(QDialog)) - before
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None and dialog.isActiveWindow())
    QTest.keySequence(dialog.focusWidget() or dialog, QKeySequence("F1"))
    opened = find(dialog, GuideDialog, "guide")
    qtbot.waitUntil(opened.text.hasFocus)  # not kept from being read by the dialog
    assert opened.topic().strip().startswith(begins)
    opened.close()
    assert dialog.isVisible()


def test_every_dialog_with_a_topic_is_a_dialog() -> None:
    dialogs = {kind.__name__ for kind in _below(QDialog)}
    assert set(_OF_DIALOGS) - dialogs == set()
    assert set(_OF_DIALOGS.values()) - set(TOPICS) == set()


def _below(kind: type[QDialog]) -> set[type[QDialog]]:
    for module in pkgutil.walk_packages(desktop.ui.__path__, "desktop.ui."):
        importlib.import_module(module.name)
    below = set(kind.__subclasses__())
    return below.union(*(_below(each) for each in below))


def test_every_topic_stands_in_the_guide_and_nothing_in_it_leads_away(window: MainWindow) -> None:
    press(window, "F1")
    shown = guide(window).text.toPlainText()
    assert [words for words in TOPICS.values() if words not in shown] == []
    assert "](" not in guide_text()
    assert "http" not in guide_text()


def test_diagnostics_name_the_program_and_hold_no_text_of_an_article(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    window.actions_["diagnostics"].trigger()
    copied = QApplication.clipboard().text()
    assert "Verbatim" in copied
    assert "Qt" in copied
    assert str(own_folder()) in copied
    assert "on the clipboard" in messages(window)
    desk = window.session.desk
    assert desk is not None
    for article in desk.articles():
        assert article.metadata.title not in copied


def test_about_says_where_the_data_lies(window: MainWindow) -> None:
    window.actions_["about"].trigger()
    assert f"Data folder: {own_folder()}" in find(window, QLabel, "about-facts").text()
    click(find(window, QPushButton, "copy-diagnostics"))
    assert QApplication.clipboard().text() == find(window, QLabel, "about-facts").text()
