"""Every action can be reached and no key means two things."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from desktop.ui.actions import MENUS

if TYPE_CHECKING:
    from desktop.ui.window.main_window import MainWindow


def test_no_key_belongs_to_two_actions() -> None:
    keys = Counter(QKeySequence(key).toString() for items in MENUS.values() for item in items for key in item.keys)
    assert [key for key, count in keys.items() if count > 1 or not key] == []


def test_no_letter_stands_for_two_entries_of_one_menu() -> None:
    for menu, items in MENUS.items():
        letters = Counter(item.text[item.text.index("&") + 1].lower() for item in items if "&" in item.text)
        assert [letter for letter, count in letters.items() if count > 1] == [], menu


def test_every_action_does_something_once_a_desk_is_open(window: MainWindow) -> None:
    window.desk_menu.open_sample()
    idle = [
        item.name
        for items in MENUS.values()
        for item in items
        if item.name
        and not window.actions_[item.name].menu()
        and not window.actions_[item.name].receivers("2triggered(bool)")
        and not window.actions_[item.name].receivers("2toggled(bool)")
    ]
    assert idle == []
