"""The desk with which the program starts: its list is painted first, and nobody can act before the rest is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.desk.open_desk import Desk
from desktop.ui.articles.list_view import ArticleList
from desktop.ui.articles.panel import ArticlePanel
from desktop.ui.window.centre import Centre
from tests.journeys.window_driver import find
from tests.store.desks import prepared

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent
    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow

_STORIES = 70  # more than are read at first


@pytest.fixture
def long_desk(tmp_path: Path) -> Path:
    path = tmp_path / "long.desk"
    with Desk.create(path) as desk, desk.writing_together():
        for number in range(_STORIES):
            desk.add(prepared(f"“Number {number},” he said.\n", title=f"Headline {number}"))
    return path


def titles(listed: ArticleList) -> list[str]:
    model = listed.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_first_articles_are_painted_before_the_rest_is_made(
    qtbot: QtBot, window: MainWindow, long_desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[list[str]] = []
    paint = ArticleList.paintEvent

    def note(self: ArticleList, event: QPaintEvent) -> None:
        paint(self, event)
        painted.append(titles(self))

    monkeypatch.setattr(ArticleList, "paintEvent", note)
    window.open_first(long_desk)
    listed = find(window, ArticleList, "article-list")
    assert 0 < len(painted[-1]) < 2 * _STORIES
    first = titles(listed)
    assert first == painted[-1]
    assert window.session.pair.a is None
    panel = find(window, ArticlePanel, "articles-panel")
    assert panel._count.text() == ""  # not 0: nobody has counted them
    assert [chip.text() for chip in panel._chips.values() if chip.isVisible()] == ["All"]
    qtbot.waitUntil(lambda: window.session.pair.a is not None)
    assert titles(listed)[: len(first)] == first
    assert len(titles(listed)) == 2 * _STORIES  # a heading each
    assert window.bench is not None
    assert window.bench.articles._count.text() == str(_STORIES)
    assert window.bench.articles.list.hasFocus()
    assert window.bench.centre.updatesEnabled()
    assert window.bench.quotes.updatesEnabled()


def test_what_is_not_open_yet_tells_of_no_desk(window: MainWindow, desk_path: Path) -> None:
    window.open_first(desk_path)
    window._first_steps._take_one()
    centre = find(window, Centre, "centre")
    assert not centre.updatesEnabled()  # "Nothing to compare yet" would not be true
    window._first_steps.finish()
    assert centre.updatesEnabled()


def test_the_first_key_meets_the_whole_window(window: MainWindow, desk_path: Path) -> None:
    window.open_first(desk_path)
    assert window.session.pair.a is None
    QTest.keyClick(window, Qt.Key.Key_Down)
    assert window.session.pair.a is not None
    assert window.actions_["next_change"].isEnabled()


def test_who_asks_for_the_panels_gets_all_of_them(window: MainWindow, desk_path: Path) -> None:
    window.open_first(desk_path)
    assert window.bench is not None
    assert window.bench.quotes.list.model().rowCount() > 0
    assert window.article_menu is not None
    panes = [window.bench.widget(place) for place in range(window.bench.count())]
    assert panes == [window.bench.articles, window.bench.centre, window.bench.quotes]


def test_a_window_that_is_closed_at_once_closes_the_desk(window: MainWindow, desk_path: Path) -> None:
    window.open_first(desk_path)
    window.close()
    assert window.session.desk is None
    assert not desk_path.with_name(f"{desk_path.name}.lock").exists()
    assert window.settings.last_desk == desk_path
    assert desk_path in window.settings.recent


def test_a_sorted_list_is_read_whole(qtbot: QtBot, window: MainWindow, long_desk: Path) -> None:
    window.settings.set_text("articles/state", "ALL\tHEADLINE\tHeadline 69")
    window.open_first(long_desk)
    assert titles(find(window, ArticleList, "article-list"))[1:] == ["Headline 69"]
    qtbot.waitUntil(lambda: window.session.pair.a is not None)
