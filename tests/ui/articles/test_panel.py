"""Articles are chosen, compared, renamed, deleted and brought back by mouse and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit

from desktop.desk.open_desk import Desk
from desktop.ui.articles.model import ArticleRow, Show
from desktop.ui.articles.panel import ArticlePanel, search_steps
from tests.store.desks import prepared

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.session.session import Session


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> ArticlePanel:
    panel = ArticlePanel(session)
    qtbot.addWidget(panel)
    panel.resize(300, 700)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.reload()
    return panel


def place_of(panel: ArticlePanel, number: int) -> QPoint:
    """Return the middle of the row of the article with this number, from 0."""
    rows = [row for row in range(panel.model.rowCount()) if isinstance(panel.model.row(row), ArticleRow)]
    return panel.list.visualRect(panel.model.index(rows[number], 0)).center()


def shown(session: Session) -> tuple[str, str]:
    return tuple(  # type: ignore[return-value]  # two of them
        version.info.source.rsplit("/", 1)[-1][:3] if version else "" for version in (session.pair.a, session.pair.b)
    )


def test_a_click_shows_an_article_as_a(qtbot: QtBot, session: Session, panel: ArticlePanel) -> None:
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place_of(panel, 3))
    assert shown(session) == ("003", "002")


def test_arrows_walk_through_the_articles_and_b_stays(qtbot: QtBot, session: Session, panel: ArticlePanel) -> None:
    panel.focus_list()
    walked = []
    for _ in range(3):
        qtbot.keyClick(panel.list, Qt.Key.Key_Down)
        walked.append(shown(session))
    assert walked == [("002", "001"), ("003", "002"), ("004", "002")]


def test_enter_keeps_the_new_name_of_a_story(qtbot: QtBot, session: Session, panel: ArticlePanel) -> None:
    panel.focus_list()
    qtbot.keyClick(panel.list, Qt.Key.Key_Home)
    panel.rename()
    editor = panel.list.findChild(QLineEdit, "rename")
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, "Shells")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.desk is not None and session.desk.stories()[0].title == "Shells")
    qtbot.waitUntil(panel.list.hasFocus)
    assert panel.model.rowCount() > 1  # not folded by the same key
    panel.reload()
    assert panel.list.currentIndex().row() == 0  # still on the heading


def test_home_and_end_go_to_the_ends_of_the_list(qtbot: QtBot, session: Session, panel: ArticlePanel) -> None:
    panel.focus_list()
    qtbot.keyClick(panel.list, Qt.Key.Key_End)
    assert shown(session)[0] == "004"
    assert panel.list.currentIndex().row() == panel.model.rowCount() - 1
    qtbot.keyClick(panel.list, Qt.Key.Key_Home)
    assert panel.list.currentIndex().row() == 0


def test_shift_enter_and_the_middle_button_choose_b(qtbot: QtBot, session: Session, panel: ArticlePanel) -> None:
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.MiddleButton, pos=place_of(panel, 4))
    assert shown(session) == ("001", "004")
    index = panel.list.indexAt(place_of(panel, 0))
    panel.list.selectionModel().setCurrentIndex(index, panel.list.selectionModel().SelectionFlag.NoUpdate)
    assert shown(session) == ("000", "004")
    session.pair.compare(*(version.id for version in (session.pair.a, session.pair.b) if version))
    qtbot.keyClick(panel.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert shown(session) == ("004", "000")


def test_the_letter_beside_an_article_makes_it_b(qtbot: QtBot, session: Session, panel: ArticlePanel) -> None:
    index = panel.list.indexAt(place_of(panel, 3))
    badge = panel.delegate.badge_rect(panel.list.visualRect(index)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=badge)
    assert shown(session)[1] == "003"


def test_a_new_headline_is_on_the_disk_and_can_be_undone(
    qtbot: QtBot, session: Session, panel: ArticlePanel, desk_path: Path
) -> None:
    assert session.pair.a is not None
    article = session.pair.a.info.article_id
    panel.rename()
    editor = panel.list.findChild(QLineEdit, "rename")
    assert editor is not None
    editor.setText("Another headline")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(session.undo_stack.canUndo)
    with Desk.open(desk_path, read_only=True) as desk:
        assert desk.article(article).metadata.title == "Another headline"
    session.undo_stack.undo()
    with Desk.open(desk_path, read_only=True) as desk:
        assert desk.article(article).metadata.title.startswith("United States")


def test_delete_takes_the_article_off_the_list_and_undo_brings_it_back(
    qtbot: QtBot, session: Session, panel: ArticlePanel
) -> None:
    assert session.desk is not None
    panel.focus_list()
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: panel.model.totals[Show.ALL] == 4)
    assert "001" not in shown(session)
    assert len(session.desk.articles(deleted=True)) == 1
    session.undo_stack.undo()
    qtbot.waitUntil(lambda: panel.model.totals[Show.ALL] == 5)
    assert session.desk.articles(deleted=True) == []


def test_a_filter_that_nothing_passes_says_so_and_can_be_cleared(
    qtbot: QtBot, session: Session, panel: ArticlePanel
) -> None:
    search = panel.findChild(QLineEdit, "article-search")
    assert search is not None
    qtbot.keyClicks(search, "zebra")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 0)
    clear = panel.findChild(type(panel._empty.fill), "fill-articles")
    assert clear is not None
    assert clear.text() == "Clear the filter"
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert panel.model.totals[Show.ALL] == 5


def test_filter_and_order_survive_a_restart(qtbot: QtBot, session: Session, panel: ArticlePanel) -> None:
    panel.set_order(next(order for order in type(panel.model.order) if order.value == "outlet"))
    again = ArticlePanel(session)
    qtbot.addWidget(again)
    again.restore(panel.state())
    assert again.model.order == panel.model.order


def test_the_menu_sorts_by_what_it_says(session: Session, panel: ArticlePanel) -> None:
    action = next(action for action in panel._sort.menu().actions() if action.text() == "Sort: headline")
    action.trigger()
    rows = [panel.model.row(number) for number in range(panel.model.rowCount())]
    first = next(row for row in rows if isinstance(row, ArticleRow))
    assert first.article.metadata.title.startswith("‘Desperate’")
    assert action.isChecked()


def test_the_list_follows_what_is_typed_in_the_filter(qtbot: QtBot, panel: ArticlePanel) -> None:
    everything = panel.model.rowCount()
    qtbot.keyClicks(panel._search, "no such word")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 0)
    panel._search.clear()
    qtbot.waitUntil(lambda: panel.model.rowCount() == everything)
    heights = {panel.list.rowHeight(number) for number in panel.model.odd_rows()[0]}
    assert len(heights) == 1
    assert heights != {panel.list.rowHeight(panel.model.odd_rows()[0][0] + 1)}


def test_filters_in_force_are_chips_that_take_them_away(qtbot: QtBot, panel: ArticlePanel) -> None:
    everything, chips = panel.model.rowCount(), panel.active_filters
    assert not chips.isVisible()
    qtbot.mouseClick(panel._chips[Show.DISPUTED], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(panel._search, "no such word")
    qtbot.waitUntil(chips.words.isVisible)
    assert (chips.words.text(), chips.kind.text()) == ("“no such word” ✕", "Disputed ✕")
    assert panel._empty._why.text() == (
        "0 of 4 shown: no article has “no such word” in headline, outlet or byline and is disputed."
    ).replace("4", str(panel._session.desk.article_list.count() if panel._session.desk else 0))
    qtbot.mouseClick(chips.kind, Qt.MouseButton.LeftButton)
    assert (chips.kind.isVisible(), panel.model.show) == (False, Show.ALL)
    qtbot.mouseClick(chips.clear, Qt.MouseButton.LeftButton)
    assert (panel.model.rowCount(), panel._search.text(), chips.isVisible()) == (everything, "", False)


def found(session: Session, typed: str, start: int = 0) -> str:
    """Return the headline that is found among the articles, none where none is."""
    assert session.desk is not None
    articles = session.desk.articles()
    steps = search_steps(session.desk, [article.id for article in articles], typed, start)
    try:
        while True:
            next(steps)
    except StopIteration as ended:
        return articles[ended.value].metadata.title if ended.value >= 0 else ""


@pytest.mark.parametrize(
    ("typed", "headline"),
    [
        ("us", "US says Russia"),
        ("us:", "US: Russia to buy"),
        ("is russia", "Is Russia buying"),
        ("desp", "‘Desperate’ Putin"),  # a quotation mark is nothing that one types
        ("putin", "‘Desperate’ Putin"),  # no headline begins so, a word does
        ("utin", ""),
        ("zzz", ""),
    ],
)
def test_a_headline_is_found_by_its_beginning(session: Session, typed: str, headline: str) -> None:
    line = found(session, typed)
    assert line.startswith(headline)
    assert bool(line) is bool(headline)


def test_it_is_looked_for_from_the_current_row_on_and_round(session: Session) -> None:
    assert session.desk is not None
    titles = [article.metadata.title for article in session.desk.articles()]
    first, second = [number for number, title in enumerate(titles) if title.startswith("US")]
    assert found(session, "us", first) == titles[first]
    assert found(session, "us", first + 1) == titles[second]
    assert found(session, "us", second + 1) == titles[first]


def test_an_article_has_its_height_where_the_heading_of_a_story_stood_before(
    session: Session, panel: ArticlePanel
) -> None:
    desk = session.desk
    assert desk is not None
    other = desk.add(prepared("Another event\n\nIt rained on the quay all day.\n"), story=desk.new_story("Rain").id)
    panel.reload()
    [first, second] = panel.model.odd_rows()[0]
    desk.add(prepared("A sixth account\n\nShells were bought.\n"), story=desk.articles()[0].story_id)
    panel.reload()
    assert list(panel.model.odd_rows()[0]) == [first, second + 1]
    assert panel.list.rowHeight(second) == panel.list.rowHeight(first + 1)
    assert panel.list.rowHeight(second + 1) == panel.list.rowHeight(first)
    assert other.story_id != desk.articles()[0].story_id
