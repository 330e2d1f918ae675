"""Dialogs that others are made of: named lines with two buttons, and a table that can be copied."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.text.word_search import search_form
from desktop.translation import Text, tr
from desktop.ui.widgets.basics import plain_label, resize_within_screen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QFocusEvent, QShowEvent
    from PySide6.QtWidgets import QLayoutItem


class WordFilter(QSortFilterProxyModel):
    """The rows with every word asked for somewhere in them, whatever the typography."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._words: list[str] = []

    def ask(self, words: str) -> None:
        """Let only rows with these words pass."""
        self._words = search_form(words).split()
        self.invalidate()

    # Qt

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        model = self.sourceModel()
        if not self._words:
            return True
        cells = (str(model.index(row, column, parent).data()) for column in range(model.columnCount(parent)))
        text = search_form(" ".join(cells))
        return all(word in text for word in self._words)


class TableDialog(QDialog):
    """Rows that can be filtered by typing."""

    def __init__(
        self, title: Text, heads: Sequence[str | Text], rows: Iterable[Sequence[str | Text]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(str(title))
        self.setObjectName(title.english.lower().replace(" ", "-"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_within_screen(self, 620, 520)
        self.model = QStandardItemModel(0, len(heads), self)
        self.model.setHorizontalHeaderLabels([str(head) for head in heads])
        self.fill(rows)
        self._passing = WordFilter(self)
        self._passing.setSourceModel(self.model)
        self.table = QTableView()
        self.table.setObjectName("dialog-table")
        self.table.setAccessibleName(str(title))
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
        self.filter.setPlaceholderText(tr("Type to find"))
        self.filter.textChanged.connect(self._passing.ask)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setProperty("look", "button")
        self.buttons.rejected.connect(self.reject)
        self.nothing = plain_label("", "faint")
        self.nothing.hide()
        self.column = QVBoxLayout(self)
        for widget in (self.filter, self.nothing, self.table, self.buttons):
            self.column.addWidget(widget)

    def fill(self, rows: Iterable[Sequence[str | Text]]) -> None:
        """Show these rows in place of the former."""
        self.model.removeRows(0, self.model.rowCount())
        for row in rows:
            self.model.appendRow([self._item(str(cell)) for cell in row])

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


class Line(QLineEdit):
    """A line that shows the beginning of long words, also when Tab selects them and when it is left."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.hasSelectedText() and self.selectionLength() == len(self.text()):
            self.end(False)
            self.home(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.hasSelectedText() or event.reason() != Qt.FocusReason.PopupFocusReason:
            self.home(False)


class FormDialog(QDialog):
    """Lines with names; `open()` it and listen to `accepted`."""

    def __init__(self, title: Text, sentence: str, parent: QWidget, accept: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(str(title))
        self.setObjectName(title.english.lower().replace(" ", "-"))
        self.setMinimumWidth(460)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.buttons = QDialogButtonBox()
        self.keep = self.buttons.addButton(accept or tr("Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep.setObjectName("dialog-keep")
        self.buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.explained = plain_label(sentence, "faint")
        self.explained.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        if sentence:
            column.addWidget(self.explained)
        column.addLayout(self.form)
        column.addWidget(self.buttons)

    def line(self, name: str, label: str, value: str, hint: str = "") -> QLineEdit:
        """Add a named line."""
        field = Line(value)
        field.setObjectName(name)
        field.setPlaceholderText(hint)
        field.setCursorPosition(0)
        self.form.addRow(label, field)
        return field

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first line; the buttons come after the last."""
        super().showEvent(event)
        self._make_room()
        fields = [item.widget() for row in range(self.form.rowCount()) if (item := self._field(row)) is not None]
        order = [field for field in (*fields, *self.buttons.buttons()) if field is not None]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        if fields and fields[0] is not None:
            fields[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _make_room(self) -> None:
        """Become as high as the sentences need in this width; Qt's first guess cuts those of several lines."""
        layout = self.layout()
        needed = layout.totalHeightForWidth(self.width()) if layout is not None else -1
        if needed > self.height():
            self.resize(self.width(), needed)

    def _field(self, row: int) -> QLayoutItem | None:
        item: QLayoutItem | None = self.form.itemAt(row, QFormLayout.ItemRole.FieldRole)
        return item
