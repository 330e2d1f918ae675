"""Driver of the matrix: chooses cells, clicks, presses keys, and reads the desk file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from desktop.desk.open_desk import Desk
from desktop.ui.matrix.matrix_actions import CellMenu

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QAction

    from desktop.domain import Quote
    from desktop.ui.matrix.view import MatrixView

LEFT = Qt.MouseButton.LeftButton


def row_with(view: MatrixView, words: str) -> int:
    """Return the row whose base wording holds these words."""
    for number in range(view.model.rowCount()):
        row = view.model.row_at(number)
        if row is not None and words in row.base.text:
            return number
    raise AssertionError(f"no statement says “{words}”")


def go_to(view: MatrixView, words: str, column: int) -> None:
    """Make a cell the current one."""
    view.table.setCurrentIndex(view.model.index(row_with(view, words), column))


def click(view: MatrixView, words: str, column: int, *, double: bool = False) -> None:
    """Click a cell where a person would: on the frozen column, where that lies over it."""
    frozen = column == 0 and view.table.frozen.isVisible()
    table: QTableView = view.table.frozen if frozen else view.table
    index = view.model.index(row_with(view, words), column)
    view.table.scrollTo(index)
    for act in (QTest.mouseClick, QTest.mouseDClick) if double else (QTest.mouseClick,):
        act(table.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, table.visualRect(index).center())


def press(view: MatrixView, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(view.table, key, modifier)


def menu_of(view: MatrixView) -> CellMenu:
    """Open the context menu of the current cell with the menu key."""
    place = view.table.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, view.table.mapToGlobal(place))
    QApplication.sendEvent(view.table, event)
    menus = [menu for menu in view.table.findChildren(CellMenu) if menu.isVisible()]
    assert len(menus) == 1
    return menus[0]


def action(menu: CellMenu, name: str) -> QAction:
    from PySide6.QtGui import QAction

    found = menu.findChild(QAction, name)
    assert found is not None, f"the menu has no {name}"
    return found


def choose(view: MatrixView, name: str) -> None:
    """Choose an entry of the current cell's menu."""
    menu = menu_of(view)
    entry = action(menu, name)
    assert entry.isEnabled()
    entry.trigger()
    menu.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def cell_words(view: MatrixView, words: str, column: int) -> str:
    return str(view.model.data(view.model.index(row_with(view, words), column)))


def quote_on_disk(path: Path, words: str, version: int) -> Quote:
    """Read from the desk file, as another program would, the quote of a version that holds these words."""
    with Desk.open(path, read_only=True) as desk:
        articles = desk.articles()
        return next(quote for quote in desk.quotes(articles[version].newest) if words in quote.text)
