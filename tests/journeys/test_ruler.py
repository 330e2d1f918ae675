"""The strip beside the texts shows every change; a click on one goes there, in both layouts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from desktop.text.changes import Kind
from desktop.ui.compare.panes.ruler import Ruler
from tests.journeys.window_driver import find, open_sample, press
from tests.ui.compare.screen import label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.compare.layout.page_set import RulerMark
    from desktop.ui.compare.view import CompareView
    from desktop.ui.window.main_window import MainWindow


def view_of(window: MainWindow) -> CompareView:
    assert window.bench is not None
    return window.bench.centre.compare


def ruler_of(window: MainWindow) -> Ruler:
    return next(ruler for ruler in window.findChildren(Ruler) if ruler.isVisible())


def click_at(ruler: Ruler, mark: RulerMark) -> None:
    QTest.mouseClick(ruler, Qt.MouseButton.LeftButton, pos=ruler.box(mark).center().toPoint())


def is_seen(view: CompareView, number: int) -> bool:
    """Say whether a change is on the screen, in one of the texts at least: its other half may be far away."""
    comparison = view._navigation.steps.comparison
    assert comparison is not None
    change = comparison.changes[number]
    for side, span in (("a", change.a), ("b", change.b)):
        for pane in view.page_view.panes:
            blocks = {block.number for block in pane.visible_blocks()}
            if side in pane.page.texts and {one.block for one in pane.page.stretches(side, span)} & blocks:
                return True
    return False


@pytest.mark.parametrize("keys", ["Ctrl+Shift+S", "Ctrl+Shift+L"])
def test_a_click_on_any_change_of_the_strip_makes_it_current_and_shows_it(
    qtbot: QtBot, window: MainWindow, keys: str
) -> None:
    open_sample(qtbot, window)
    window.session.pair.set_kind(Kind.VERSIONS)
    press(window, keys, "Ctrl+L")
    view, ruler = view_of(window), ruler_of(window)
    qtbot.waitUntil(lambda: bool(ruler.marks))
    listed = find(window, QTableView, "compare-list-table")
    for mark in list(ruler.marks)[:: max(1, len(ruler.marks) // 12)]:
        click_at(ruler, mark)
        current = view._navigation.steps.current
        at_this_place = {
            other.change for other in ruler.marks if ruler._distance(other, ruler.box(mark).center().y()) == 0
        }
        assert current in at_this_place
        assert is_seen(view, current)
        assert label(view, "compare-place").startswith("change ")
        assert listed.currentIndex().row() >= 0
        assert view._list.model.number_at(listed.currentIndex().row()) == current


def test_of_two_changes_at_one_place_the_smaller_one_is_meant(qtbot: QtBot, window: MainWindow) -> None:
    from desktop.ui.compare.layout.page_set import RulerMark

    open_sample(qtbot, window)
    ruler = ruler_of(window)
    large, small = RulerMark(0.1, 0.9, "gone", 1, alert=False), RulerMark(0.5, 0.51, "new", 2, alert=False)
    ruler.set_marks([large, small])
    requested: list[int] = []
    ruler.change_requested.disconnect()
    ruler.change_requested.connect(requested.append)
    click_at(ruler, small)
    QTest.mouseClick(ruler, Qt.MouseButton.LeftButton, pos=QPoint(8, ruler.height() // 4))
    assert requested == [2, 1]


def test_a_click_beside_the_changes_goes_to_that_part_of_the_texts(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    window.session.pair.set_kind(Kind.VERSIONS)
    view, ruler = view_of(window), ruler_of(window)
    qtbot.waitUntil(lambda: bool(ruler.marks))
    free = [y for y in range(ruler.height()) if min(ruler._distance(mark, y) for mark in ruler.marks) > 8]
    place = free[len(free) // 2]
    QTest.mouseClick(ruler, Qt.MouseButton.LeftButton, pos=QPoint(8, place))
    top, bottom = ruler._view
    assert top - 0.1 <= place / ruler.height() <= bottom + 0.1
    assert view.page_view.isVisible()


def test_what_only_one_side_has_is_told_on_the_ruler_by_its_place_too(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    assert window.bench is not None
    ruler = window.bench.centre.compare.page_view.ruler
    boxes = {colour: ruler.box(mark) for mark in ruler.marks for colour in (mark.colour,)}
    assert boxes["gone"].left() < boxes["new"].left()
    assert boxes["gone"].right() < boxes["new"].right()
