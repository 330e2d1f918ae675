"""Driver of the quotes panel: clicks, presses keys, and reads the desk file."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.desk.open_desk import Desk

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain import Mark, Quote
    from desktop.ui.quotes.panel import QuotePanel

W = TypeVar("W", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton
NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def find(panel: QWidget, kind: type[W], name: str) -> W:
    found = panel.findChild(kind, name)
    assert found is not None, f"there is no {name}"
    return found


def click_row(panel: QuotePanel, row: int, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Click the head of a card, wherever it stands."""
    rows = panel.list
    rows.scrollTo(panel.model.index(row))
    rect = rows.visualRect(panel.model.index(row))
    QTest.mouseClick(rows.viewport(), LEFT, modifier, QPoint(rect.left() + 40, rect.top() + 14))


def press(panel: QuotePanel, keys: str) -> None:
    """Type into the list."""
    QTest.keyClicks(panel.list, keys)


def keys(window: QWidget, *pressed: str) -> None:
    """Press keys, such as “Ctrl+Z”, where the focus is."""
    for key in pressed:
        QTest.keySequence(QApplication.focusWidget() or window, QKeySequence(key))


def chosen(panel: QuotePanel) -> list[int]:
    return panel.list.selected_rows()


def on_disk(path: Path, quote: Quote) -> Quote:
    """Read a quote from the desk file as another program would."""
    with Desk.open(path, read_only=True) as desk:
        return desk.quote(quote.id)


def history_on_disk(path: Path, quote: Quote) -> list[Mark]:
    with Desk.open(path, read_only=True) as desk:
        return desk.history(quote.id)
