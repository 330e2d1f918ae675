"""Commands are found and run from the search field, by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget

from desktop.desk.open_desk import Desk
from desktop.domain import Status
from tests.journeys.window_driver import find, open_sample, press, write
from tests.store.desks import prepared

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow


def _lines(window: MainWindow) -> list[str]:
    hits = find(window, QListWidget, "search-hits")
    return [hits.item(row).text() for row in range(hits.count())]


def _ask(qtbot: QtBot, window: MainWindow, words: str) -> None:
    press(window, "Ctrl+K")
    write(window, words)
    hits = window.search_box.hits
    qtbot.waitUntil(lambda: hits.isVisible() and bool(hits.count()))


def _chosen(window: MainWindow) -> str:
    item = window.search_box.hits.currentItem()
    return item.text() if item is not None else ""


def test_a_command_is_found_with_its_key_and_run(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    _ask(qtbot, window, "> CHange li")
    qtbot.waitUntil(lambda: _chosen(window) == "Change list   View menu   Ctrl+L")
    assert _lines(window)[0] == "Commands"
    assert not window.actions_["change_list"].isChecked()
    press(window, "Return")
    assert window.actions_["change_list"].isChecked()
    assert window.search_box.text() == ""
    assert not window.search_box.hits.isVisible()
    assert not window.search_box.hasFocus()


def test_a_command_is_about_what_had_the_focus(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    bench = window.bench
    assert bench is not None
    press(window, "F4")
    quote = window.session.pair.selected
    assert quote is not None
    bench.quotes.focus_list()
    before = QApplication.focusWidget()
    _ask(qtbot, window, ">next quo")
    press(window, "Return")
    assert window.session.pair.selected not in {None, quote}
    assert QApplication.focusWidget() is before


def test_escape_goes_back_to_where_one_was(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    bench = window.bench
    assert bench is not None
    for widget in (bench.quotes.list, bench.articles.list):
        widget.setFocus()
        before = QApplication.focusWidget()
        assert before is not None
        _ask(qtbot, window, "swap")
        press(window, "Esc")
        assert QApplication.focusWidget() is before
        assert window.search_box.text() == ""


@pytest.fixture
def one_quote(window: MainWindow, tmp_path: Path) -> MainWindow:
    with Desk.create(tmp_path / "a.desk") as desk:
        text = "“They will mark it verified,” said Ada Brink.\n"
        added = desk.add(prepared(text, title="Harbour"), checker="Kim")
    window.take(Desk.open(tmp_path / "a.desk"))
    window.session.pair.show(added.version_id)
    return window


def test_nobody_marks_by_searching(qtbot: QtBot, one_quote: MainWindow) -> None:
    window = one_quote
    desk, bench = window.session.desk, window.bench
    assert desk is not None
    assert bench is not None
    window.session.pair.show_quote(desk.story_quotes(desk.stories()[0].id)[0])
    bench.quotes.focus_list()
    _ask(qtbot, window, "mark ver")
    qtbot.waitUntil(lambda: len(_lines(window)) == 4)
    lines = _lines(window)
    assert lines[:3] == ["Commands", "Mark verified   Quote menu   Ctrl+1", "Quotes"]
    assert _chosen(window) == lines[3]
    press(window, "Return")
    [quote] = desk.story_quotes(desk.stories()[0].id)
    assert quote.status is Status.UNVERIFIED
    assert quote.marks == 0
    _ask(qtbot, window, "mark ver")
    qtbot.waitUntil(lambda: _chosen(window) == lines[3])
    press(window, "Up")
    press(window, "Up")  # past the heading, and no farther
    assert _chosen(window) == lines[1]
    press(window, "Down")
    assert _chosen(window) == lines[3]


def test_people_have_a_group_and_lead_to_what_they_say(qtbot: QtBot, one_quote: MainWindow) -> None:
    _ask(qtbot, one_quote, "brink")
    qtbot.waitUntil(lambda: "People" in _lines(one_quote))
    lines = _lines(one_quote)
    person = lines[lines.index("People") + 1]
    assert person == "Ada Brink   in “Harbour”"
    assert _chosen(one_quote) == person
    press(one_quote, "Return")
    bench, selected = one_quote.bench, one_quote.session.pair.selected
    assert bench is not None
    assert selected is not None
    assert selected.text == "They will mark it verified,"
    assert bench.quotes.isAncestorOf(QApplication.focusWidget() or one_quote)


def test_a_command_that_cannot_be_used_now_is_not_run(qtbot: QtBot, one_quote: MainWindow) -> None:
    assert not one_quote.actions_["swap"].isEnabled()  # there is one article
    _ask(qtbot, one_quote, ">swap")
    expected = ["Commands", "Swap A and B   Article menu   Ctrl+Shift+X   (not now)"]
    qtbot.waitUntil(lambda: _lines(one_quote) == expected)
    assert _chosen(one_quote) == ""
    press(one_quote, "Return")
    assert one_quote.search_box.hits.isVisible()


def test_what_cannot_be_used_now_is_shown_only_to_who_asks_for_commands(qtbot: QtBot, one_quote: MainWindow) -> None:
    _ask(qtbot, one_quote, "swap")
    qtbot.waitUntil(
        lambda: _lines(one_quote) == ["Nothing on this desk has these words, and no command that can be used now."]
    )


def test_every_command_of_the_menus_is_offered(qtbot: QtBot, one_quote: MainWindow) -> None:
    _ask(qtbot, one_quote, ">")
    hits = one_quote.search_box.hits
    offered = {hits.item(row).data(Qt.ItemDataRole.UserRole + 1) for row in range(1, hits.count())}
    assert offered == {action for _, action in one_quote.actions_.by_menu() if action.menu() is None}


def test_what_is_neither_a_word_of_the_desk_nor_a_command_says_so(qtbot: QtBot, one_quote: MainWindow) -> None:
    _ask(qtbot, one_quote, "xyzzy")
    qtbot.waitUntil(
        lambda: _lines(one_quote) == ["Nothing on this desk has these words, and no command that can be used now."]
    )
