"""A click on another wording opens it opposite; what is being checked stays, and so do card and focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain import Status
from desktop.ui.quotes.related.wording_list import WordingRow
from tests.journeys.window_driver import open_sample, press

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot

    from desktop.domain import Quote
    from desktop.ui.compare.panes.text_pane import TextPane
    from desktop.ui.quotes.panel import QuotePanel
    from desktop.ui.session.shown_pair import ShownPair
    from desktop.ui.window.main_window import MainWindow


@pytest.fixture
def quotes(qtbot: QtBot, window: MainWindow) -> QuotePanel:
    open_sample(qtbot, window)
    window.session.set_checker("Ada")
    assert window.bench is not None
    panel = window.bench.quotes
    panel.focus_list()
    qtbot.waitUntil(lambda: bool(panel.story.labels()))
    panel.card.sections.button("wordings").setChecked(True)
    return panel


def rows_of(panel: QuotePanel) -> list[WordingRow]:
    """The other wordings on the open card that are in sight."""
    return [row for row in panel.card.wordings.findChildren(WordingRow) if row.isVisible() and not row.wording.own]


def choose_one_with_wordings(panel: QuotePanel, *, not_shown: bool = True) -> WordingRow:
    """Choose the first quote that another article prints too; one that is not shown, if asked for."""
    pair = panel.session.pair
    shown = {version.id for version in (pair.a, pair.b) if version is not None}
    for quote in panel.model.shown:
        panel._choose([quote.id])
        found = [row for row in rows_of(panel) if (row.wording.quote.version_id not in shown) is not_shown]
        if found:
            QApplication.processEvents()
            return found[0]
    pytest.fail("no quote has another wording")


def click_row(window: MainWindow, panel: QuotePanel, row: WordingRow) -> None:
    """Click as the screen's window hands it on."""
    panel.list.ensurePolished()
    bar = panel.list.verticalScrollBar()
    bar.setValue(bar.value() + row.mapTo(panel.list.viewport(), QPoint(0, 0)).y() - 40)
    QApplication.processEvents()
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=row.mapTo(window, QPoint(30, 8)))


def highlighted(pane: TextPane, quote: Quote) -> bool:
    """Say whether a quote has the ground of the chosen one, and stands on the screen."""
    side = next(iter(pane.page.texts))
    stretches = pane.page.stretches(side, quote.span)
    block = pane.document().findBlockByNumber(stretches[0].block)
    top = pane.blockBoundingGeometry(block).translated(pane.contentOffset()).top()
    return stretches[0].block in pane.chosen and -pane.fontMetrics().height() < top < pane.viewport().height()


def sides(pair: ShownPair) -> tuple[object, object]:
    return (pair.a.id if pair.a else None, pair.b.id if pair.b else None)


def test_a_click_on_another_wording_opens_it_as_b(qtbot: QtBot, window: MainWindow, quotes: QuotePanel) -> None:
    row = choose_one_with_wordings(quotes)
    pair, other = window.session.pair, row.wording.quote
    chosen, a = pair.selected, sides(pair)[0]
    assert chosen is not None
    quotes.list.setFocus()
    click_row(window, quotes, row)
    QApplication.processEvents()
    assert sides(pair) == (a, other.version_id)
    assert pair.selected == chosen
    assert quotes.card.quote is not None
    assert (quotes.card.quote.id, quotes.card.isVisible()) == (chosen.id, True)
    assert quotes.list.hasFocus()
    assert window.bench is not None
    panes: Sequence[TextPane] = window.bench.centre.compare.page_view.panes
    qtbot.waitUntil(lambda: highlighted(panes[0], chosen) and highlighted(panes[1], other))
    press(window, "V")  # the check goes on where it was
    assert window.session.quote_now(chosen.id).status is Status.VERIFIED  # type: ignore[union-attr]


def test_from_the_side_of_b_it_opens_as_a(qtbot: QtBot, window: MainWindow, quotes: QuotePanel) -> None:
    pair = window.session.pair
    pair.set_side("b")
    QApplication.processEvents()
    row = choose_one_with_wordings(quotes)
    chosen, b = pair.selected, sides(pair)[1]
    click_row(window, quotes, row)
    assert sides(pair) == (row.wording.quote.version_id, b)
    assert (pair.side, pair.selected) == ("b", chosen)


def test_a_wording_in_the_other_text_is_shown_there(qtbot: QtBot, window: MainWindow, quotes: QuotePanel) -> None:
    row = choose_one_with_wordings(quotes, not_shown=False)
    pair, before = window.session.pair, sides(window.session.pair)
    chosen = pair.selected
    click_row(window, quotes, row)
    assert sides(pair) == before
    assert (pair.selected, pair.beside) == (chosen, row.wording.quote)


@pytest.mark.parametrize("tab", ["read", "matrix"])
def test_it_is_shown_in_the_comparison(qtbot: QtBot, window: MainWindow, quotes: QuotePanel, tab: str) -> None:
    assert window.bench is not None
    row = choose_one_with_wordings(quotes)
    front: dict[str, QWidget] = {"read": window.bench.centre.read, "matrix": window.bench.centre.matrix}
    press(window, {"read": "Alt+2", "matrix": "Alt+3"}[tab])
    assert front[tab].isVisible()
    click_row(window, quotes, row)
    assert window.bench.centre.compare.isVisible()


def test_back_and_forward_by_key_and_menu(qtbot: QtBot, window: MainWindow, quotes: QuotePanel) -> None:
    pair, actions = window.session.pair, window.actions_
    QApplication.processEvents()
    assert not actions["back"].isEnabled()
    row = choose_one_with_wordings(quotes)
    before, chosen = sides(pair), pair.selected
    click_row(window, quotes, row)
    QApplication.processEvents()
    after = sides(pair)
    assert after != before
    press(window, "Alt+Left")
    assert (sides(pair), pair.selected) == (before, chosen)
    assert (actions["back"].isEnabled(), actions["forward"].isEnabled()) == (False, True)
    press(window, "Alt+Right")
    assert (sides(pair), pair.selected, pair.beside) == (after, chosen, row.wording.quote)


def test_another_article_as_b_leaves_the_chosen_quote_alone(window: MainWindow, quotes: QuotePanel) -> None:
    desk, pair = window.session.desk, window.session.pair
    assert desk is not None
    chosen = pair.selected
    assert chosen is not None
    pair.set_b(desk.articles()[4].newest)
    assert pair.selected == chosen
    assert quotes.card.isVisible()


def test_each_wording_stands_beside_the_quote_highlighted_and_at_the_same_height(
    window: MainWindow, quotes: QuotePanel
) -> None:
    """Wherever it was hidden, and however far the one is from where the other stands in its text."""
    assert window.bench is not None
    pair, missing, uneven, asked = window.session.pair, [], [], 0
    start = (pair.a.id if pair.a else None, pair.b.id if pair.b else None)
    for quote in list(quotes.model.all):
        for wording in quotes.story.wordings(quote):
            if wording.own or wording.quote.version_id == quote.version_id:
                continue
            pair.compare(*start)
            pair.show_quote(quote)
            pair.show_beside(wording.quote)
            QApplication.processEvents()
            panes: Sequence[TextPane] = window.bench.centre.compare.page_view.panes
            asked += 1
            apart = panes[0].height_of("a", quote.span.start) - panes[1].height_of("b", wording.quote.span.start)
            if abs(apart) > panes[0].step:
                uneven.append((wording.quote.text, apart))
            if not panes[1].page.stretches("b", wording.quote.span) or not panes[1].chosen:
                missing.append(wording.quote.text)
    assert asked > 5
    assert missing == []
    assert uneven == []
