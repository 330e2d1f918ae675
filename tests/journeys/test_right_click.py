"""A right click offers what can be done there, and changes nothing by itself; what cannot be done says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QMenu, QPushButton, QWidget

from desktop.domain import BoilerplateRule, Span, Status
from desktop.ui.compare.panes.text_pane import TextPane
from desktop.ui.dialogs.desk_choices import BoilerplateRulesDialog
from tests.journeys.window_driver import click, find, messages, open_sample, press

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow
    from desktop.ui.window.workbench import Workbench

_OFFERED = ["add_quote", "use_selection", "cut_passage", "copy_with_marks", "search_selection"]


@pytest.fixture
def bench(qtbot: QtBot, window: MainWindow) -> Workbench:
    open_sample(qtbot, window)
    window.session.set_checker("Ada")
    assert window.bench is not None
    return window.bench


def right_click(widget: QWidget, place: QPoint) -> QMenu | None:
    """Press and release the right button, ask for the menu as the platform does then, and return what opened."""
    QTest.mouseClick(widget, Qt.MouseButton.RightButton, pos=place)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, asked)
    popup = QApplication.activePopupWidget()
    return popup if isinstance(popup, QMenu) else None


def select_words(pane: TextPane, words: str) -> QPoint:
    """Select words of a pane, and return where they stand in its viewport."""
    [side] = pane.page.texts
    start = pane.page.texts[side].index(words)
    pane.setFocus()
    pane.reveal(side, Span(start, start + len(words)))
    pane.select(side, Span(start, start + len(words)))
    return pane.cursorRect().center() - QPoint(6, 0)


def pane_of(bench: Workbench, view: str) -> TextPane:
    if view == "read":
        bench.centre.show_read()
        return find(bench.centre.read, TextPane, "reading-text")
    return find(bench.centre.compare, TextPane, "compare-text-a")


def names(menu: QMenu | None) -> list[str]:
    assert menu is not None
    return [action.objectName() for action in menu.actions()]


@pytest.mark.parametrize(("view", "offered"), [("compare", _OFFERED), ("read", [*_OFFERED[:3], _OFFERED[4]])])
def test_selected_words_offer_what_can_be_done_with_them(bench: Workbench, view: str, offered: list[str]) -> None:
    pane = pane_of(bench, view)
    place = select_words(pane, "Cold War ally")
    assert names(right_click(pane.viewport(), place))[: len(offered)] == offered


def test_without_a_selection_none_of_that_is_offered(bench: Workbench) -> None:
    pane = pane_of(bench, "compare")
    assert not set(_OFFERED) & set(names(right_click(pane.viewport(), QPoint(60, 40))))


@pytest.mark.parametrize("view", ["compare", "read"])
def test_a_quote_added_by_hand_is_chosen_and_in_sight(window: MainWindow, bench: Workbench, view: str) -> None:
    bench.quotes.focus_list()
    pane = pane_of(bench, view)
    words = "Cold War ally"
    place = select_words(pane, words)
    menu = right_click(pane.viewport(), place)
    assert menu is not None
    next(action for action in menu.actions() if action.objectName() == "add_quote").trigger()
    menu.close()
    quotes = bench.quotes
    assert [quote.text for quote in quotes.list.selected_quotes()] == [words]
    assert window.session.pair.selected is not None
    assert (window.session.pair.selected.text, window.session.pair.selected.by_hand) == (words, True)
    assert quotes.card.isVisible()
    rect = quotes.list.visualRect(quotes.model.index(quotes.list.open_row))
    assert 0 <= rect.top() < quotes.list.viewport().height()
    press(window, "Ctrl+Z")
    assert words not in [quote.text for quote in quotes.model.all]
    assert window.session.pair.selected is None or window.session.pair.selected.text != words


def test_a_quote_added_in_b_is_chosen_there_whatever_is_filtered(window: MainWindow, bench: Workbench) -> None:
    bench.quotes.set_filter(Status.VERIFIED)
    pane = find(bench.centre.compare, TextPane, "compare-text-b")
    select_words(pane, "old Cold-War ally")
    press(window, "Ctrl+Shift+Q")
    assert window.session.pair.side == "b"
    assert [quote.text for quote in bench.quotes.list.selected_quotes()] == ["old Cold-War ally"]


def test_selected_words_become_the_chosen_quote(window: MainWindow, bench: Workbench) -> None:
    quote = bench.quotes.model.shown[1]
    window.session.pair.show_quote(quote)
    pane = pane_of(bench, "compare")
    menu = right_click(pane.viewport(), select_words(pane, "literally"))
    assert menu is not None
    next(action for action in menu.actions() if action.objectName() == "use_selection").trigger()
    menu.close()
    assert window.session.quote_now(quote.id).text == "literally"  # type: ignore[union-attr]


def test_the_desk_is_searched_for_selected_words(window: MainWindow, bench: Workbench) -> None:
    pane = pane_of(bench, "compare")
    menu = right_click(pane.viewport(), select_words(pane, "artillery shells"))
    assert menu is not None
    next(action for action in menu.actions() if action.objectName() == "search_selection").trigger()
    menu.close()
    assert window.search_box.text() == "artillery shells"
    assert window.search_box.hits.isVisible()
    assert window.findChild(QListWidget, "search-hits").count() > 1  # type: ignore[union-attr]
    press(window, "Esc")
    bench.quotes.focus_list()
    pane.put_caret("a", 3)
    press(window, "Ctrl+Shift+F")
    assert "Select the words" in messages(window)


def row_place(bench: Workbench, row: int) -> QPoint:
    return bench.articles.list.visualRect(bench.articles.model.index(row, 0)).center()


def shown(window: MainWindow) -> tuple[object, object]:
    pair = window.session.pair
    return (pair.a.id if pair.a else None, pair.b.id if pair.b else None)


def test_a_right_click_on_an_article_does_not_show_it(window: MainWindow, bench: Workbench) -> None:
    articles, before = bench.articles.list, shown(window)
    row = bench.articles.model.rowCount() - 1
    menu = right_click(articles.viewport(), row_place(bench, row))
    assert "use_b" in names(menu)
    assert shown(window) == before
    wanted = bench.articles.model.article_at(row)
    assert wanted is not None
    assert [article.id for article in bench.articles.chosen()] == [wanted.id]
    window.actions_["use_b"].trigger()  # the menu is about the article that was clicked
    assert menu is not None
    menu.close()
    assert shown(window) == (before[0], wanted.newest)


def test_a_left_click_after_a_right_click_shows_the_article(window: MainWindow, bench: Workbench) -> None:
    row = bench.articles.model.rowCount() - 1
    menu = right_click(bench.articles.list.viewport(), row_place(bench, row))
    assert menu is not None
    menu.close()
    QTest.mouseClick(bench.articles.list.viewport(), Qt.MouseButton.LeftButton, pos=row_place(bench, row))
    article = bench.articles.model.article_at(row)
    assert article is not None
    assert shown(window)[0] == article.newest


def test_a_right_click_keeps_several_chosen_articles(bench: Workbench) -> None:
    last = bench.articles.model.rowCount() - 1
    control = Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(bench.articles.list.viewport(), Qt.MouseButton.LeftButton, pos=row_place(bench, last))
    QTest.mouseClick(bench.articles.list.viewport(), Qt.MouseButton.LeftButton, control, row_place(bench, last - 1))
    menu = right_click(bench.articles.list.viewport(), row_place(bench, last))
    assert menu is not None
    menu.close()
    assert len(bench.articles.chosen()) == 2


@pytest.mark.parametrize("place", ["quotes", "text", "matrix"])
def test_a_right_click_elsewhere_leaves_the_pair(window: MainWindow, bench: Workbench, place: str) -> None:
    before = shown(window)
    if place == "quotes":
        target: QWidget = bench.quotes.list.viewport()
    elif place == "text":
        target = pane_of(bench, "compare").viewport()
    else:
        bench.centre.show_matrix()
        target = bench.centre.matrix.table.viewport()
    menu = right_click(target, QPoint(target.width() - 60, 60))
    if menu is not None:
        menu.close()
    assert shown(window) == before


def test_a_desk_that_can_only_be_read_says_why_nothing_is_marked(qtbot: QtBot, window: MainWindow, stick: Path) -> None:
    assert window.desk_menu.open_path(stick, read_only=True)
    qtbot.waitUntil(lambda: window.session.pair.comparison is not None)
    assert window.bench is not None
    assert window.session.desk is not None
    quotes = window.bench.quotes
    assert "read" in quotes.foot.why.text()
    assert quotes.foot.why.isVisible()
    for key in ("V", "D", "U", "F2", "Del", "Ctrl+1", "Ctrl+2", "Ctrl+3"):
        quotes.focus_list()
        window.message.hide()
        press(window, key)
        assert "read" in messages(window), key
    assert window.session.desk.article_list.counts().verified == window.session.desk.article_list.counts().disputed == 0


def test_a_paragraph_is_cut_where_it_stands_and_its_rule_is_listed_and_deleted(
    window: MainWindow, bench: Workbench
) -> None:
    pane, session = pane_of(bench, "read"), window.session
    version = session.pair.listed
    assert version is not None
    assert session.desk is not None
    at = select_words(pane, "Cold War ally")
    menu = right_click(pane.viewport(), at)
    assert menu is not None
    [cut] = [action for action in menu.actions() if action.objectName() == "text-cut"]
    assert cut.text().startswith("Cut paragraph as boilerplate: “")
    cut.trigger()
    assert session.pair.listed is not None
    [new] = set(session.pair.listed.hidden) - set(version.hidden)
    assert "Cold War ally" in new.of(version.text)
    assert "Cut from this text only" in messages(window) or "from later articles of" in messages(window)
    session.undo_stack.undo()
    assert session.pair.listed.hidden == version.hidden


def test_a_rule_of_boilerplate_is_listed_and_deleted(window: MainWindow, bench: Workbench) -> None:
    session = window.session
    desk = session.desk
    assert desk is not None
    desk.boilerplate.change_rules(
        [BoilerplateRule("The Tide", "Join our club"), BoilerplateRule("A", "b c", hides=False)], ()
    )
    window.actions_["boilerplate_rules"].trigger()
    dialog = find(window, BoilerplateRulesDialog, "boilerplate-rules")
    assert [dialog.model.item(row, 2).text() for row in range(2)] == ["stays", "is cut"]
    dialog.choose(1)
    click(find(dialog, QPushButton, "rules-delete"))
    assert [rule.outlet for rule in desk.boilerplate.rules()] == ["A"]
    assert dialog.model.rowCount() == 1
    session.undo_stack.undo()
    assert dialog.model.rowCount() == 2
    dialog.close()
