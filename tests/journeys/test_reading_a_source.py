"""A source is read: the margin says who prints its passages; selected words find the articles that print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QMenu

from desktop.domain import Span
from desktop.ui.compare.panes.quoted_margin import QuotedMargin
from desktop.ui.compare.panes.text_pane import TextPane
from tests.journeys.window_driver import find, open_sample, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.domain import Version
    from desktop.ui.window.main_window import MainWindow


def reading(qtbot: QtBot, window: MainWindow) -> tuple[Version, QuotedMargin]:
    """Open the sample with its source in the reading view, once all quotes were looked for."""
    open_sample(qtbot, window)
    session = window.session
    qtbot.waitUntil(lambda: bool(session.in_sources.found.places) and session.in_sources.task is None)
    [source] = session.in_sources.found.sources
    session.pair.show(source.version.id)
    press(window, "Alt+2")
    margin = find(window, QuotedMargin, "quoted-margin")
    qtbot.waitUntil(lambda: margin.isVisible() and session.in_sources.complete and len(margin.notes) > 5)
    return source.version, margin


def test_the_margin_says_who_prints_a_passage_how_often_and_how(qtbot: QtBot, window: MainWindow) -> None:
    version, margin = reading(qtbot, window)
    note = margin.note_at(version.text.index("no indications that the purchase"))
    assert note is not None
    assert note.head == "quoted 3 times"
    assert [line for line, _ in note.lines] == ["= Independent · word for word ×2", "! Reuters · altered words"]
    pane = find(window, TextPane, "reading-text")
    assert pane.passages
    first = window.session.desk.articles()[0].newest  # type: ignore[union-attr]  # it is open
    window.session.pair.show(first)
    qtbot.waitUntil(lambda: not margin.isVisible())
    assert not pane.passages


def test_a_click_in_the_margin_lays_article_and_source_side_by_side(qtbot: QtBot, window: MainWindow) -> None:
    version, margin = reading(qtbot, window)
    margin.grab()  # draws it
    box, printer = margin._lines[0]
    QTest.mouseClick(margin, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    pair = window.session.pair
    assert pair.b is not None
    assert pair.b.id == version.id
    assert pair.selected is not None
    assert pair.selected.uid == printer.quote.uid
    assert window.bench is not None
    assert window.bench.centre.tabs.currentIndex() == 0


def test_selected_words_find_the_articles_by_key_and_enter_opens_one(qtbot: QtBot, window: MainWindow) -> None:
    version, _ = reading(qtbot, window)
    pane = find(window, TextPane, "reading-text")
    start = version.text.index("just another indication of how desperate")
    pane.select("a", Span(start, start + 52))
    press(window, "Ctrl+Shift+V")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    rows = find(dialog, QListWidget, "printed-by-list")
    qtbot.waitUntil(lambda: rows.count() > 1)
    assert any(rows.item(row).text().startswith("Independent: = word for word") for row in range(rows.count()))
    QTest.keyClick(rows, Qt.Key.Key_Return)
    pair = window.session.pair
    qtbot.waitUntil(lambda: pair.b is not None and pair.b.id == version.id)
    assert pair.selected is not None
    assert "indication" in pair.selected.text


def test_the_menu_of_a_passage_names_who_prints_it(qtbot: QtBot, window: MainWindow) -> None:
    version, _ = reading(qtbot, window)
    pane = find(window, TextPane, "reading-text")
    pane.put_caret("a", version.text.index("potential purchase") + 3)
    by_key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(pane.viewport(), by_key)
    menu = find(pane, QMenu, "quoted-by")
    assert [action.text() for action in menu.actions()] == [
        "= Independent · word for word",
        "= Reuters · word for word",
    ]
    press(window, "Escape")


def test_words_of_an_article_ask_for_a_source_first(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    announcements: list[str] = []
    window.session.announced.connect(announcements.append)
    press(window, "Ctrl+Shift+V")
    assert "source of this story" in announcements[-1]
