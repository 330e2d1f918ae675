"""Search for words on the desk by keys alone, and go on working where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit

from desktop.desk.open_desk import Desk
from desktop.ui.compare.panes.text_pane import TextPane
from tests.journeys.window_driver import find, open_sample, press, write
from tests.store.desks import prepared

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow


def test_a_quote_that_was_searched_for_can_be_marked_at_once(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    bench = window.bench
    assert bench is not None
    press(window, "Ctrl+K")
    write(window, "very plausible")
    press(window, "Return")
    qtbot.waitUntil(lambda: window.session.pair.selected is not None)
    assert bench.quotes.isAncestorOf(QApplication.focusWidget() or window)
    press(window, "Ctrl+K")
    write(window, "counteroffensive")  # written over the words before
    assert window.search_box.text() == "counteroffensive"
    press(window, "Esc")
    assert window.search_box.text() == ""
    assert bench.isAncestorOf(QApplication.focusWidget() or window)


def test_the_list_of_articles_has_the_focus_when_a_desk_was_opened(qtbot: QtBot, window: MainWindow) -> None:
    window.desk_menu.open_sample()
    bench = window.bench
    assert bench is not None
    qtbot.waitUntil(bench.articles.list.hasFocus)


def test_a_form_begins_in_its_first_line(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    press(window, "Ctrl+E")
    dialog = find(window, QDialog, "article-details")
    qtbot.waitUntil(lambda: find(dialog, QLineEdit, "meta-title").hasFocus())
    press(window, "Esc")


def test_words_are_found_on_the_desk_and_in_both_texts_whatever_their_typography(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    printed = ("The o\ufb03ce will co\u00adop\u00ade\u00adrate.\n", "Nai\u0308ve o\ufb03cers, मोदी.\n")
    with Desk.create(tmp_path / "a.desk") as desk:
        added = [desk.add(prepared(text, title=f"Article {at}"), checker="Kim") for at, text in enumerate(printed)]
    window.take(Desk.open(tmp_path / "a.desk"))
    window.session.pair.compare(added[0].version_id, added[1].version_id)
    qtbot.waitUntil(lambda: window.session.pair.comparison is not None)
    press(window, "Ctrl+K")
    write(window, "cooperate")
    press(window, "Return")
    pane = QApplication.focusWidget()
    assert isinstance(pane, TextPane)
    assert pane.selected_text() == "co\u00adop\u00ade\u00adrate"
    press(window, "Ctrl+F")
    write(window, "office")
    qtbot.waitUntil(lambda: "2 finds" in find(window, QLabel, "compare-find-count").text())
