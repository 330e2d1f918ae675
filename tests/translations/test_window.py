"""The real window in languages made up for the tests: nothing is cut off, and it can run from right to left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit, QWidget

from desktop.desk.open_desk import Desk
from desktop.store.file.location import own_folder
from desktop.translation import choose
from desktop.ui.compare.panes.text_pane import TextPane
from desktop.ui.session.session import Session
from desktop.ui.settings import Settings
from desktop.ui.window.main_window import MainWindow
from tests.translations.catalogues import forms, template
from tests.translations.pseudo import TAG, make, pseudo
from tests.ui.fixtures import no_gc_in_qt, own_folders

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

__all__ = ["no_gc_in_qt", "own_folders"]

SMALL = (1024, 700)
DIALOGS = ("preferences", "details", "people", "export", "keys", "legend", "about", "trash", "history")
ELIDED = {"article-sort"}  # its words are in its tip, too


@pytest.fixture
def longer(tmp_path: Path) -> None:
    """Choose the language whose texts are longer by two fifths."""
    make(tmp_path)
    assert choose([TAG], folder=tmp_path) == TAG


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    """Let the program run from right to left, as Arabic and Hebrew do."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def _window(qtbot: QtBot, tmp_path: Path, desk_path: Path | None = None) -> MainWindow:
    settings = Settings(tmp_path / "verbatim.ini", own_folder())
    settings.checker = "Ada"
    window = MainWindow(Session(settings))
    window.apply_scheme()
    window.resize(*SMALL)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    if desk_path is not None:
        window.take(Desk.open(desk_path))
        articles = window.session.desk.articles() if window.session.desk else []
        window.session.pair.compare(articles[1].newest, articles[2].newest)
        qtbot.waitUntil(lambda: window.session.pair.comparison is not None)
    return window


def _cut(place: QWidget) -> list[str]:
    """Return the buttons below a widget whose words have less room than they need, or that stand outside of it."""
    found = []
    for each in place.findChildren(QAbstractButton):
        if not each.isVisibleTo(place) or not each.text() or each.objectName() in ELIDED:
            continue
        right = each.mapTo(place, each.rect().topRight()).x()
        if each.width() < each.sizeHint().width() - 1 or right > place.width():
            found.append(f"{each.objectName()}: {each.text()} ({each.width()} of {each.sizeHint().width()})")
    return found


def _assert_whole(place: QWidget) -> None:
    assert _cut(place) == []


def _said(window: QWidget) -> set[str]:
    """Return what a widget and those in it say: on buttons and labels, in menus, in fields, in tips and to readers."""
    texts = set()
    for each in [window, *window.findChildren(QWidget)]:
        texts |= {each.toolTip(), each.accessibleName(), each.accessibleDescription()}
        if isinstance(each, QAbstractButton | QLabel):
            texts.add(each.text())
        if isinstance(each, QLineEdit):
            texts.add(each.placeholderText())
    for action in window.findChildren(QAction):
        texts |= {action.text(), action.toolTip()}
    return texts


@pytest.mark.usefixtures("longer")
def test_no_button_of_the_start_page_is_cut_off_in_a_longer_language(qtbot: QtBot, tmp_path: Path) -> None:
    window = _window(qtbot, tmp_path)
    qtbot.waitUntil(partial(_assert_whole, window))


@pytest.mark.usefixtures("longer")
def test_a_small_window_is_whole_and_all_translated_in_a_longer_language(
    qtbot: QtBot, tmp_path: Path, desk_path: Path
) -> None:
    window = _window(qtbot, tmp_path, desk_path)
    assert window.bench is not None
    tabs = window.bench.centre.tabs
    for page in range(tabs.count()):
        tabs.setCurrentIndex(page)
        qtbot.waitUntil(partial(_assert_whole, window))
    assert (window.width(), window.height()) == SMALL
    english = {text for message in template() for text in forms(message.id) if pseudo(text) != text}
    assert _said(window) & english - {""} == set()


@pytest.mark.usefixtures("longer")
def test_no_button_of_a_dialog_is_cut_off_in_a_longer_language(qtbot: QtBot, tmp_path: Path, desk_path: Path) -> None:
    window = _window(qtbot, tmp_path, desk_path)
    texts = set()
    for name in DIALOGS:
        window.actions_[name].trigger()
        for dialog in window.findChildren(QDialog):
            if dialog.isVisible():
                qtbot.waitUntil(partial(_assert_whole, dialog))
                texts.add(name)
                dialog.close()
    assert texts == set(DIALOGS)


@pytest.mark.usefixtures("mirrored")
def test_the_window_is_mirrored_where_the_language_runs_from_right_to_left(
    qtbot: QtBot, tmp_path: Path, desk_path: Path
) -> None:
    window = _window(qtbot, tmp_path, desk_path)
    bench = window.bench
    assert bench is not None

    def left(each: QWidget) -> int:
        return each.mapTo(window, each.rect().topLeft()).x()

    assert left(bench.quotes) < left(bench.centre) < left(bench.articles)
    [pane, *_] = bench.centre.findChildren(TextPane)
    block = pane.document().firstBlock()
    assert block.textDirection() == Qt.LayoutDirection.LeftToRight  # by its letters: the text is English
    line = block.layout().lineAt(0)
    assert line.naturalTextRect().left() < line.rect().width() / 2
