"""The primary source of a story is named in a quote's menu, and every wording is held against what it prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolButton

from desktop.ui.quotes.related.wording_list import WordingRow
from tests.journeys.window_driver import click, find, open_sample, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.quotes.card.quote_card import QuoteCard
    from desktop.ui.quotes.related.wording_list import Wording
    from desktop.ui.window.main_window import MainWindow


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """The sample story; a quote with other wordings is chosen."""
    open_sample(qtbot, window)
    window.session.set_checker("Ada")
    choose(qtbot, window, "South Korea")
    return window


def card_of(window: MainWindow) -> QuoteCard:
    assert window.bench is not None
    return window.bench.quotes.card


def choose(qtbot: QtBot, window: MainWindow, words: str) -> None:
    assert window.bench is not None
    quote = next(quote for quote in window.bench.quotes.model.all if words in quote.text)
    window.session.pair.show_quote(quote)
    card_of(window).sections.button("wordings").setChecked(True)
    qtbot.waitUntil(lambda: card_of(window).wordings.isVisible() and base_button(window).isVisible())


def base_button(window: MainWindow) -> QToolButton:
    return find(card_of(window), QToolButton, "wording-base")


def wordings(window: MainWindow) -> list[Wording]:
    """Return the other wordings that the card shows, from top to bottom."""
    rows = [row for row in card_of(window).wordings.findChildren(WordingRow) if row.isVisible()]
    return [row.wording for row in sorted(rows, key=lambda row: row.y())]


def pick(menu: QMenu, words: str) -> None:
    """Click an entry of a menu that is open."""
    action = next(action for action in menu.actions() if words in action.text())
    assert action.isEnabled()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def name_primary(window: MainWindow, outlet: str) -> None:
    click(base_button(window))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    sources = find(menu, QMenu, "primary-source-menu")
    sources.popup(QPoint(0, 0))
    pick(sources, outlet)
    menu.close()
    window.activateWindow()  # there is no window manager here that would


def test_wordings_are_compared_with_the_primary_source_once_it_is_named_and_no_longer_when_that_is_undone(
    qtbot: QtBot, opened: MainWindow
) -> None:
    name_primary(opened, "Independent")
    qtbot.waitUntil(lambda: base_button(opened).text() == "compared with the primary source ▾")
    first, *others = wordings(opened)
    assert (first.outlet, first.why) == ("Independent", "compared with this")
    assert any(other.outlet == "Reuters" and other.own for other in others)
    perhaps = [wording for wording in others if wording.doubt]
    assert perhaps
    assert all("compared with this quote" in wording.why for wording in perhaps)
    press(opened, "Ctrl+Z")
    qtbot.waitUntil(lambda: base_button(opened).text() == "compared with this quote ▾")
    assert "No article of this story is named" in find(card_of(opened), QLabel, "wording-fallen-back").text()


def test_a_statement_that_the_primary_source_does_not_print_says_so_and_is_held_against_itself(
    qtbot: QtBot, opened: MainWindow
) -> None:
    name_primary(opened, "Independent")
    qtbot.waitUntil(lambda: base_button(opened).text() == "compared with the primary source ▾")
    choose(qtbot, opened, "very plausible")
    assert base_button(opened).text() == "compared with this quote ▾"
    label = find(card_of(opened), QLabel, "wording-fallen-back")
    assert label.isVisible()
    assert label.text() == "The primary source (Independent) does not print this statement."


def test_the_table_of_statements_offers_it_as_its_base_and_goes_back_when_it_is_taken_away(
    qtbot: QtBot, opened: MainWindow
) -> None:
    name_primary(opened, "Reuters")
    press(opened, "Alt+3")
    assert opened.bench is not None
    matrix = opened.bench.centre.matrix
    qtbot.waitUntil(lambda: matrix.model.rowCount() > 0)
    menu = matrix.head.base.menu()
    menu.popup(QPoint(0, 0))
    pick(menu, "Primary source (Reuters)")
    qtbot.waitUntil(lambda: "primary source" in matrix.head.base.text())
    grouped = matrix.model.grouped
    assert grouped is not None
    reuters = grouped.story_quotes.primary_version
    for number in range(matrix.model.rowCount()):
        row = matrix.model.row_at(number)
        assert row is not None
        prints = {member.source for member in row.statement.members}
        assert row.base.source == reuters or reuters not in prints
    press(opened, "Ctrl+Z")
    qtbot.waitUntil(lambda: "longest wording" in matrix.head.base.text())
