"""How a test looks at the compare view and clicks in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

from desktop.ui.compare.panes.text_pane import TextPane
from desktop.ui.compare.panes.view_stack import SideBySide

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.domain import Quote
    from desktop.ui.compare.view import CompareView
    from desktop.ui.session.session import Session


def panes(view: CompareView) -> tuple[TextPane, TextPane]:
    return pane_called(view, "compare-text-a"), pane_called(view, "compare-text-b")


def pane_called(view: CompareView, name: str) -> TextPane:
    pane = view.findChild(TextPane, name)
    assert pane is not None
    return pane


def label(view: CompareView, name: str) -> str:
    label = view.findChild(QLabel, name)
    assert label is not None
    return label.text()


def click(qtbot: QtBot, view: CompareView, name: str) -> None:
    button = view.findChild(QToolButton, name) or view.findChild(QPushButton, name)
    assert button is not None, name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def point(pane: TextPane, side: str, offset: int) -> QPoint:
    """The middle of the character at an offset, on the screen."""
    place = pane.page.place(side, offset)
    assert place is not None
    block = pane.document().findBlockByNumber(place[0])
    top = pane.blockBoundingGeometry(block).translated(pane.contentOffset()).top()
    line = block.layout().lineForTextPosition(place[1])
    left = line.cursorToX(place[1])
    assert isinstance(left, tuple)
    return QPoint(int(left[0]) + 3, int(top + line.y() + line.height() / 2))


def row_tops(pane: TextPane) -> list[float]:
    """Where the rows begin, in pixels from the top of the page."""
    layout, tops, top = pane.document().documentLayout(), [], 0.0
    for number in range(len(pane.page.blocks)):
        if number in pane.page.firsts:
            tops.append(top)
        top += layout.blockBoundingRect(pane.document().findBlockByNumber(number)).height()
    return tops


def groups_of(pane: TextPane) -> set[int]:
    """The first row of each group: there both panes are level."""
    stage = pane.parent()
    assert isinstance(stage, SideBySide)
    return {stage._leveller.group_of(row) for row in range(len(pane.page.tails))}


def assert_level(left: TextPane, right: TextPane) -> None:
    """The rows of both sides begin within eight lines of each other, and the first of each group at the same height."""
    tops = list(zip(row_tops(left), row_tops(right), strict=True))
    assert all(abs(mine - theirs) < 8.5 * left.step for mine, theirs in tops)
    assert all(tops[row][0] == tops[row][1] for row in groups_of(left))


def colours_of(pane: TextPane, number: int) -> set[str]:
    """The colours that the words of a block are given, as a screen reader is told."""
    found, each = set(), pane.document().findBlockByNumber(number).begin()
    while not each.atEnd():
        form = each.fragment().charFormat()
        if form.hasProperty(form.Property.ForegroundBrush):
            found.add(form.foreground().color().name())
        each += 1
    return found


def settle(qtbot: QtBot, view: CompareView) -> None:
    stage = view.page_view
    assert isinstance(stage, SideBySide)
    stage.level_all()


def quotes_of(session: Session, side: str = "a") -> list[Quote]:
    version = session.pair.a if side == "a" else session.pair.b
    assert session.desk is not None
    assert version is not None
    return session.desk.quotes(version.id)


def counted(session: Session) -> int:
    assert session.pair.comparison is not None
    return session.pair.comparison.stats.changes
