"""Table dialog: rows in a dialog that are filtered by typing, chosen, and given back by their number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.widgets.basics import plain_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class TableDialog(QDialog):
    """Rows that can be filtered by typing."""

    def __init__(self, title: str, heads: Sequence[str], rows: Iterable[Sequence[str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setObjectName(title.lower().replace(" ", "-"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(620, 520)
        self.model = QStandardItemModel(0, len(heads), self)
        self.model.setHorizontalHeaderLabels(list(heads))
        self.fill(rows)
        self._passing = QSortFilterProxyModel(self)
        self._passing.setSourceModel(self.model)
        self._passing.setFilterKeyColumn(-1)
        self._passing.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.table = QTableView()
        self.table.setObjectName("dialog-table")
        self.table.setAccessibleName(title)
        self.table.setModel(self._passing)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.setStyleSheet("QTableView::item { padding: 3px 5px; }")
        head = self.table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(min(1, len(heads) - 1), QHeaderView.ResizeMode.Stretch)
        self.filter = QLineEdit()
        self.filter.setObjectName("dialog-filter")
        self.filter.setPlaceholderText("Type to find")
        self.filter.textChanged.connect(self._passing.setFilterFixedString)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setProperty("look", "button")
        self.buttons.rejected.connect(self.reject)
        self.nothing = plain_label("", "faint")
        self.nothing.hide()
        self.column = QVBoxLayout(self)
        for widget in (self.filter, self.nothing, self.table, self.buttons):
            self.column.addWidget(widget)

    def fill(self, rows: Iterable[Sequence[str]]) -> None:
        """Show these rows in place of the former."""
        self.model.removeRows(0, self.model.rowCount())
        for row in rows:
            self.model.appendRow([self._item(cell) for cell in row])

    def index_of(self, row: int) -> QModelIndex:
        """Return where a row stands that was given at this place; not valid while the filter hides it."""
        return self._passing.mapFromSource(self.model.index(row, 0))

    def choose(self, row: int) -> None:
        """Choose one row, whatever keys are held: `selectRow` would toggle it while Ctrl is down."""
        flag = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(self.index_of(row), flag.ClearAndSelect | flag.Rows)

    def chosen(self) -> list[int]:
        """Return the numbers of the chosen rows as they were given."""
        rows = self.table.selectionModel().selectedRows()
        return sorted(self._passing.mapToSource(index).row() for index in rows)

    @staticmethod
    def _item(text: str) -> QStandardItem:
        item = QStandardItem(text)
        item.setEditable(False)
        return item
