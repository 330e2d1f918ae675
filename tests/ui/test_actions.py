"""Every action can be reached and no key means two things."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from desktop.ui.actions import MENUS

if TYPE_CHECKING:
    from desktop.ui.window.main_window import MainWindow


def test_no_key_belongs_to_two_actions_of_one_place() -> None:
    every = [spec for specs in MENUS.values() for spec in specs]
    for panel in {spec.panel for spec in every}:
        active = [spec for spec in every if spec.panel in {"", panel}]
        keys = Counter(QKeySequence(key).toString() for spec in active for key in spec.keys)
        assert [key for key, count in keys.items() if count > 1 or not key] == []


def test_no_letter_stands_for_two_entries_of_one_menu() -> None:
    for menu, specs in MENUS.items():
        letters = Counter(spec.text[spec.text.index("&") + 1].lower() for spec in specs if "&" in spec.text)
        assert [letter for letter, count in letters.items() if count > 1] == [], menu


def test_every_action_does_something_once_a_desk_is_open(window: MainWindow) -> None:
    window.desk_menu.open_sample()
    idle = [
        spec.name
        for specs in MENUS.values()
        for spec in specs
        if spec.name
        and not window.actions_[spec.name].menu()
        and not window.actions_[spec.name].receivers("2triggered(bool)")
        and not window.actions_[spec.name].receivers("2toggled(bool)")
    ]
    assert idle == []


def test_an_action_can_be_used_once_there_is_all_that_it_needs(window: MainWindow) -> None:
    def usable() -> set[str]:
        return {name for name in ("check", "add", "history", "swap", "note") if window.actions_[name].isEnabled()}

    assert usable() == {"add"}  # it makes a desk
    window.desk_menu.open_sample()
    pair = window.session.pair
    assert pair.a is not None
    assert window.session.desk is not None
    assert usable() == {"check", "add", "history", "swap"}
    pair.select_quote(window.session.desk.quotes(pair.a.id)[0])
    assert usable() == {"check", "add", "history", "swap", "note"}
    path = window.session.desk.path
    window.close_desk()
    window.desk_menu.open_path(path, read_only=True)
    pair.compare(pair.a.id, None)
    assert usable() == {"check", "history"}
