"""The bars across the window give the focus back, and Esc closes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.ui.widgets.message_bar import MessageBar, NameBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

W = TypeVar("W", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """Both bars, a field that has the focus, and something else that could take it."""
    page = QWidget()
    column = QVBoxLayout(page)
    field = QLineEdit()
    field.setObjectName("field")
    for widget in (MessageBar(), NameBar(), field, QPushButton("other")):
        column.addWidget(widget)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return page


def find(parent: QWidget, kind: type[W], name: str) -> W:
    found = parent.findChild(kind, name)
    assert found is not None
    return found


def test_closing_a_message_by_click_gives_the_focus_back(qtbot: QtBot, page: QWidget) -> None:
    message = find(page, MessageBar, "message")
    message.fail("Something")
    qtbot.mouseClick(find(message, QPushButton, "message-close"), LEFT)
    assert not message.isVisible()
    assert find(page, QLineEdit, "field").hasFocus()


def test_esc_in_a_message_closes_it_and_gives_the_focus_back(qtbot: QtBot, page: QWidget) -> None:
    message = find(page, MessageBar, "message")
    message.say("Something", ("Undo", lambda: None))
    undo = find(message, QPushButton, "message-first")
    undo.setFocus()
    qtbot.keyClick(undo, Qt.Key.Key_Escape)
    assert not message.isVisible()
    assert find(page, QLineEdit, "field").hasFocus()


def test_giving_a_name_or_not_gives_the_focus_back(qtbot: QtBot, page: QWidget) -> None:
    names = find(page, NameBar, "name-bar")
    names.ask("")
    qtbot.keyClick(names.field, Qt.Key.Key_Escape)
    assert find(page, QLineEdit, "field").hasFocus()
    names.ask("")
    qtbot.keyClicks(names.field, "Ada")
    qtbot.keyClick(names.field, Qt.Key.Key_Return)
    assert find(page, QLineEdit, "field").hasFocus()
