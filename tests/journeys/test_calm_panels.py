"""Calm panels: filters in one row and none for nothing, one style of date with the printed one by the tip."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

from desktop.domain import Status
from tests.journeys.window_driver import click, find, open_sample

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow

ARTICLE_CHIPS = ("articles-all", "articles-to_check", "articles-disputed", "articles-done")
QUOTE_CHIPS = ("quotes-only-all", "quotes-only-unverified", "quotes-only-disputed", "quotes-only-verified")


@pytest.mark.parametrize("size", [(1440, 900), (1366, 720), (1024, 700), (910, 450)])
def test_filters_stand_in_one_row_and_those_of_nothing_are_not_there(
    qtbot: QtBot, window: MainWindow, size: tuple[int, int]
) -> None:
    window.resize(*size)
    open_sample(qtbot, window)
    qtbot.waitUntil(lambda: window.size().toTuple() == size)
    articles = [find(window, QPushButton, name) for name in ARTICLE_CHIPS]
    quotes = [find(window, QToolButton, name) for name in (*QUOTE_CHIPS, "quote-filter-more")]
    assert [chip.text() for chip in articles if chip.isVisible()] == ["All 5", "? 5"]
    assert [chip.isVisible() for chip in quotes] == [True, True, False, False, True]
    session = window.session
    session.set_checker("Ada")
    assert session.desk is not None
    assert session.pair.a is not None
    here = session.desk.quotes(session.pair.a.id)
    session.set_status([here[0]], Status.VERIFIED)
    session.set_status([here[1]], Status.DISPUTED)
    qtbot.waitUntil(lambda: all(chip.isVisible() for chip in quotes) and articles[2].isVisible())
    for row in (articles, quotes):
        shown = [chip for chip in row if chip.isVisible()]
        qtbot.waitUntil(lambda shown=shown: len({chip.y() for chip in shown}) == 1)  # type: ignore[misc]
        parent = shown[0].parentWidget()
        assert parent is not None
        assert all(parent.rect().contains(chip.geometry()) for chip in shown)
    assert quotes[3].accessibleName() == "Verified: 1"
    assert find(window, QPushButton, "articles-disputed").accessibleName() == "Disputed: 1"


def test_a_filter_in_force_stays_when_nothing_is_left_of_it(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    session = window.session
    session.set_checker("Ada")
    assert session.desk is not None
    assert session.pair.a is not None
    session.set_status([session.desk.quotes(session.pair.a.id)[0]], Status.DISPUTED)
    chip = find(window, QToolButton, "quotes-only-disputed")
    qtbot.waitUntil(chip.isVisible)
    click(chip)
    session.undo_stack.undo()
    qtbot.waitUntil(lambda: chip.text().endswith(" 0"))
    assert chip.isVisible()


def test_list_and_header_write_a_date_alike_and_tell_the_printed_one_by_the_tip(
    qtbot: QtBot, window: MainWindow
) -> None:
    open_sample(qtbot, window)
    desk, bench = window.session.desk, window.bench
    assert desk is not None
    assert bench is not None
    article = desk.articles()[2]
    assert (article.metadata.published, article.metadata.published_on) == ("06 Sep, 2022", "2022-09-06")
    header = find(window, QPushButton, "compare-version-b")
    beside = [label.text() for label in bench.centre.compare.findChildren(QLabel) if "Sep" in label.text()]
    assert any("6 Sep" in words for words in beside)
    assert not any("06 Sep" in words for words in beside)
    assert "06 Sep, 2022" in header.toolTip()
    rows = [bench.articles.model.index(row, 0) for row in range(bench.articles.model.rowCount())]
    tips = [str(row.data(Qt.ItemDataRole.ToolTipRole)) for row in rows]
    assert any("printed: 06 Sep, 2022" in words for words in tips), tips
