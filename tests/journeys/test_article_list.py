"""The list of articles by keys and by dragging, in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTableView, QWidget

from desktop.ui.articles.arrangement import Show, StoryRow
from desktop.ui.compare.header import VersionButton
from desktop.ui.widgets.search_field import SearchField
from tests.journeys.window_driver import click, find, open_sample

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.domain import Article
    from desktop.ui.articles.panel import ArticlePanel
    from desktop.ui.window.main_window import MainWindow


@pytest.fixture
def articles(qtbot: QtBot, window: MainWindow) -> Iterator[ArticlePanel]:
    """The list, in a program that waits as long as it takes for the next letter."""
    usual = QApplication.keyboardInputInterval()
    QApplication.setKeyboardInputInterval(600_000)
    open_sample(qtbot, window)
    assert window.bench is not None
    window.bench.articles.focus_list()
    yield window.bench.articles
    QApplication.setKeyboardInputInterval(usual)


def press(window: MainWindow, *keys: str) -> None:
    """Press keys as the screen's window hands them on."""
    for key in keys:
        QTest.keySequence(window.windowHandle(), QKeySequence(key))


def type_letters(window: MainWindow, letters: str) -> None:
    for letter in letters:
        QTest.keyClick(window.windowHandle(), Qt.Key(ord(letter.upper())))


def headline(window: MainWindow) -> str:
    """Return the headline that is shown as A."""
    assert window.session.pair.a is not None
    return window.session.pair.a.info.metadata.title


def test_letters_go_to_a_headline(qtbot: QtBot, window: MainWindow, articles: ArticlePanel) -> None:
    type_letters(window, "is r")
    qtbot.waitUntil(lambda: headline(window).startswith("Is Russia"))
    press(window, "Esc")  # forgets the letters typed so far
    type_letters(window, "desp")
    qtbot.waitUntil(lambda: headline(window).startswith("‘Desperate’"))
    assert articles.list.hasFocus()


def test_the_same_letter_goes_from_one_headline_to_the_next(
    qtbot: QtBot, window: MainWindow, articles: ArticlePanel
) -> None:
    press(window, "Home")
    headlines = []
    for _ in range(3):
        type_letters(window, "u")
        qtbot.waitUntil(lambda: articles._type_ahead._search is None)
        headlines.append(headline(window)[:3])
    assert headlines == ["Uni", "US ", "US:"]


def test_home_and_end_go_to_the_ends(window: MainWindow, articles: ArticlePanel) -> None:
    press(window, "End")
    assert articles.list.currentIndex().row() == articles.model.rowCount() - 1
    press(window, "Home")
    assert isinstance(articles.model.row(articles.list.currentIndex().row()), StoryRow)


def test_esc_in_the_filter_clears_it_and_goes_to_the_list(
    qtbot: QtBot, window: MainWindow, articles: ArticlePanel
) -> None:
    field, rows = find(articles, SearchField, "article-search"), articles.model.rowCount()
    field.setFocus()
    type_letters(window, "desperate")
    qtbot.waitUntil(lambda: articles.model.rowCount() < rows)
    press(window, "Esc")
    assert field.text() == ""
    assert articles.list.hasFocus()
    qtbot.waitUntil(lambda: articles.model.rowCount() == rows)


def test_esc_in_the_list_takes_away_every_filter(qtbot: QtBot, window: MainWindow, articles: ArticlePanel) -> None:
    field, rows = find(articles, SearchField, "article-search"), articles.model.rowCount()
    field.setFocus()
    type_letters(window, "desperate")
    press(window, "Return")
    assert articles.list.hasFocus()
    qtbot.waitUntil(lambda: articles.model.rowCount() < rows)
    click(find(articles, QPushButton, "articles-to_check"))
    articles.focus_list()
    press(window, "Esc")
    qtbot.waitUntil(lambda: articles.model.rowCount() == rows)
    assert (field.text(), articles.model.show) == ("", Show.ALL)


# -- dragging ----------------------------------------------------------------------------------------------------------


def article(panel: ArticlePanel, number: int) -> tuple[Article, QPoint]:
    """Return the article in the row `number` rows before the end, and the middle of its row."""
    row = panel.model.rowCount() - 1 - number
    found = panel.model.article_at(row)
    assert found is not None
    return found, panel.list.visualRect(panel.model.index(row, 0)).center()


def button(window: MainWindow, side: str) -> VersionButton:
    inner = find(window, QPushButton, f"compare-version-{side}")
    owner = inner.parentWidget()
    assert isinstance(owner, VersionButton)
    return owner


def drop(target: QWidget, mime: QMimeData) -> bool:
    """Hold something over a widget and let it go there; say whether it was taken."""
    place, copy = QPointF(target.rect().center()), Qt.DropAction.CopyAction
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    held = QDragEnterEvent(place.toPoint(), copy, mime, buttons, none)
    held.ignore()
    QApplication.sendEvent(target, held)
    if held.isAccepted():
        QApplication.sendEvent(target, QDropEvent(place, copy, mime, buttons, none))
    return held.isAccepted()


def shown(window: MainWindow) -> tuple[object, object]:
    pair = window.session.pair
    return (pair.a.id if pair.a else None, pair.b.id if pair.b else None)


def test_an_article_is_dragged_to_b_and_to_a(window: MainWindow, articles: ArticlePanel) -> None:
    (last, _), (before_last, _) = article(articles, 0), article(articles, 1)
    a, _b = shown(window)
    row = articles.model.row_of(last.newest)
    assert drop(button(window, "b"), articles.model.mimeData([articles.model.index(row, 0)]))
    assert shown(window) == (a, last.newest)
    row = articles.model.row_of(before_last.newest)
    assert drop(button(window, "a"), articles.model.mimeData([articles.model.index(row, 0)]))
    assert shown(window) == (before_last.newest, last.newest)
    row = articles.model.row_of(last.newest)
    assert drop(button(window, "a"), articles.model.mimeData([articles.model.index(row, 0)]))
    assert shown(window) == (last.newest, before_last.newest)  # what stood on B and comes to A swaps


def test_nothing_else_is_taken_by_a_side(window: MainWindow, articles: ArticlePanel) -> None:
    before, words = shown(window), QMimeData()
    words.setText("some words")
    assert not drop(button(window, "a"), words)
    foreign = QMimeData()
    foreign.setData("application/x-verbatim-version", b"another-desk 3")
    assert not drop(button(window, "a"), foreign)
    assert not drop(button(window, "a"), articles.model.mimeData([articles.model.index(0, 0)]))  # a heading
    assert shown(window) == before


def test_an_article_that_is_dragged_over_the_list_is_not_pasted_there(
    window: MainWindow, articles: ArticlePanel
) -> None:
    row = articles.model.rowCount() - 1
    assert not drop(articles, articles.model.mimeData([articles.model.index(row, 0)]))
    assert window.session.desk is not None
    assert len(window.session.desk.articles()) == 6


def test_articles_can_be_dragged_and_headings_cannot(window: MainWindow, articles: ArticlePanel) -> None:
    assert articles.list.dragEnabled()
    dragged = Qt.ItemFlag.ItemIsDragEnabled
    for row in range(articles.model.rowCount()):
        heading = isinstance(articles.model.row(row), StoryRow)
        assert bool(articles.model.flags(articles.model.index(row, 0)) & dragged) is not heading
    assert shown(window)[0] is not None


def press_on(articles: ArticlePanel, place: QPoint) -> None:
    QTest.mousePress(articles.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_row_is_shown_when_the_mouse_lets_go_of_it_and_not_while_it_is_dragged(
    window: MainWindow, articles: ArticlePanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    last, place = article(articles, 0)
    before, current = shown(window), articles.list.currentIndex().row()
    press_on(articles, place)
    assert shown(window) == before  # it may be on its way to B
    QTest.mouseRelease(articles.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown(window)[0] == last.newest
    window.session.pair.compare(*before)  # type: ignore[arg-type]  # ids of versions
    articles.list.setCurrentIndex(articles.model.index(current, 0))
    monkeypatch.setattr(QTableView, "startDrag", lambda *_: None)  # no screen to drag over
    press_on(articles, place)
    articles.list.startDrag(Qt.DropAction.CopyAction)
    assert shown(window) == before
    assert articles.list.currentIndex().row() == current


def test_an_article_is_dropped_on_the_text_of_a_side(window: MainWindow, articles: ArticlePanel) -> None:
    assert window.bench is not None
    compare = window.bench.centre.compare
    texts, header = compare._view_stack, compare._header
    last, _ = article(articles, 0)
    a, _b = shown(window)
    mime = articles.model.mimeData([articles.model.index(articles.model.row_of(last.newest), 0)])
    copy, buttons, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    right = QPointF(texts.width() * 0.75, 100)
    held = QDragEnterEvent(right.toPoint(), copy, mime, buttons, none)
    QApplication.sendEvent(texts, held)
    assert held.isAccepted()
    assert [header._versions[side]._target for side in "ab"] == [False, True]  # where it would go is shown
    QApplication.sendEvent(texts, QDropEvent(right, copy, mime, buttons, none))
    assert shown(window) == (a, last.newest)
    assert not any(version._target for version in header._versions.values())
    first, _ = article(articles, 4)
    mime = articles.model.mimeData([articles.model.index(articles.model.row_of(first.newest), 0)])
    QApplication.sendEvent(texts, QDropEvent(QPointF(20, 100), copy, mime, buttons, none))
    assert shown(window) == (first.newest, last.newest)
