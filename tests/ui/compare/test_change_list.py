"""The list of changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QLineEdit, QTableView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.compare.view import CompareView
    from desktop.ui.session.session import Session


from tests.ui.compare.screen import counted, label


def test_the_list_of_changes_and_the_text_follow_each_other(qtbot: QtBot, view: CompareView, session: Session) -> None:
    view.show_change_list(True)
    table = view.findChild(QTableView, "compare-list-table")
    assert table is not None
    assert table.model().rowCount() == counted(session)
    flag = QItemSelectionModel.SelectionFlag
    table.selectionModel().setCurrentIndex(table.model().index(4, 0), flag.ClearAndSelect | flag.Rows)
    assert label(view, "compare-place").startswith("change 5 of")
    view.next_change()
    assert table.currentIndex().row() == 5
    spoken = table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(("changed: ", "added: ", "deleted: ", "moved"))


def test_the_list_can_be_filtered_by_words(view: CompareView) -> None:
    view.show_change_list(True)
    table = view.findChild(QTableView, "compare-list-table")
    field = view.findChild(QLineEdit, "compare-list-filter")
    assert table is not None
    assert field is not None
    field.setText("counteroffensives")
    assert table.model().rowCount() == 1
    field.setText("Counter\u00adoff\u00e9nsives")
    assert table.model().rowCount() == 1


def test_the_row_of_the_current_change_stays_chosen_while_ctrl_is_held(qtbot: QtBot, view: CompareView) -> None:
    view.show_change_list(True)
    view.go_to_change(2)
    table = view.findChild(QTableView, "compare-list-table")
    assert table is not None
    qtbot.keyPress(view, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    view.go_to_change(2)
    qtbot.keyRelease(view, Qt.Key.Key_Control)
    chosen = [index.row() for index in table.selectionModel().selectedRows()]
    assert chosen == [table.currentIndex().row()]
