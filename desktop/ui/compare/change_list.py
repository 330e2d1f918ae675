"""List of changes: a table with a filter, one row a change, for the eye, the keyboard and the screen reader."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget

from desktop.text.word_search import search_form
from desktop.translation import Text, number, tr, tr_n
from desktop.ui.compare.layout.descriptions import (
    all_alerts,
    context,
    describe_change,
    describe_kind,
    in_quotes,
    masked,
    readings,
)
from desktop.ui.widgets.basics import plain_label, plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop.domain import Quote, Version
    from desktop.text.changes import Change

_Index = QModelIndex | QPersistentModelIndex
_LINE = re.compile(r"\S.*")
_HEADS = (Text("Kind"), Text("Words"), Text("Context"), Text("Where"), Text("Alert"))
_CONTEXT = 2
_ROWS = 5  # that a low window shows at least
_NARROW = 560  # pixels; in less there is no room for the context, which the text shows as well


class ChangeRow(NamedTuple):
    """A change in words."""

    number: int  # in the comparison
    cells: tuple[str, ...]
    spoken: str


class ChangeModel(QAbstractTableModel):
    """One row a change; a row is put into words when it is first shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._numbers: list[int] = []
        self._changes: Sequence[Change] = ()
        self._texts = ("", "")
        self._quotes: tuple[Sequence[Quote], Sequence[Quote]] = ((), ())
        self._rows: dict[int, ChangeRow] = {}
        self._lines: dict[str, list[int]] = {}  # where the lines with words in them begin, by text

    def show_changes(
        self,
        changes: Sequence[Change],
        texts: tuple[str, str],
        quotes: tuple[Sequence[Quote], Sequence[Quote]],
        numbers: list[int],
    ) -> None:
        """Show the changes with these numbers."""
        self.beginResetModel()
        self._changes, self._quotes, self._numbers = changes, quotes, numbers
        self._rows = {}
        if texts != self._texts:
            self._lines = {}
        self._texts = texts
        self.endResetModel()

    def row_in_words(self, row: int) -> ChangeRow:
        """Return the row in words."""
        number = self._numbers[row]
        if number not in self._rows:
            self._rows[number] = self._describe(number)
        return self._rows[number]

    def _describe(self, number: int) -> ChangeRow:
        change = self._changes[number]
        a, b = self._texts
        quoted = in_quotes(change.a, self._quotes[0]) or in_quotes(change.b, self._quotes[1])
        text, span = (b, change.b) if len(change.b) else (a, change.a)
        alerts = ", ".join(dict.fromkeys(tr(alert.kind.value) for alert in all_alerts(change)))
        kind = tr("{kind} (ignored)", kind=describe_kind(change)) if change.ignored else describe_kind(change)
        paragraph = self._paragraph(span.start, text)
        where = f"¶{paragraph} · {tr('quotation') if quoted else tr('text')}"
        cells = (kind, readings(change, a, b), context(span, text), where, alerts)
        spoken = describe_change(change, a, b, quoted=quoted)
        return ChangeRow(number, cells, f"{spoken}, {tr('paragraph {number}', number=paragraph)}")

    def _paragraph(self, offset: int, text: str) -> int:
        """Return which paragraph of a text, from 1, holds an offset."""
        if text not in self._lines:
            self._lines[text] = [line.start() for line in _LINE.finditer(text)]
        return bisect_right(self._lines[text], offset) or 1

    def number_at(self, row: int) -> int:
        """Return the number in the comparison of the change in a row."""
        return self._numbers[row]

    def row_of(self, number: int) -> int:
        """Return the row of a change, or -1."""
        return self._numbers.index(number) if number in self._numbers else -1

    # Qt

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - the signature is Qt's
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - the signature is Qt's
        return 0 if parent.isValid() else len(_HEADS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.row_in_words(index.row()).cells[index.column()]
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self.row_in_words(index.row()).cells[index.column()])
            case Qt.ItemDataRole.AccessibleTextRole:
                row = self.row_in_words(index.row())
                return row.spoken if index.column() == 0 else row.cells[index.column()]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return str(_HEADS[section])
        return None


class ChangeList(QWidget):
    """The table of changes and its filter.

    Signals:
        chosen(int): the number of the change that is now the current one
        filtered(): the words of the filter changed
    """

    chosen = Signal(int)
    filtered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compare-list")
        self.filter = QLineEdit(self)
        self.filter.setObjectName("compare-list-filter")
        self.filter.setPlaceholderText(tr("Filter: words, kind, alert"))
        self.filter.setAccessibleName(tr("Filter the list of changes"))
        self.filter.setClearButtonEnabled(True)
        self._count = plain_label(look="faint")
        self._count.setObjectName("compare-list-count")
        self.model = ChangeModel(self)
        self.table = QTableView(self)
        self.table.setObjectName("compare-list-table")
        self.table.setAccessibleName(tr("Changes"))
        self.table.setModel(self.model)
        self._style_table()
        rows = _ROWS * self.table.verticalHeader().defaultSectionSize()
        self.table.setMinimumHeight(self.table.horizontalHeader().sizeHint().height() + rows)
        head = QHBoxLayout()
        head.setContentsMargins(10, 4, 10, 4)
        head.setSpacing(8)
        head.addWidget(self.filter, 1)
        head.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        self.filter.textChanged.connect(self._on_filter)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.activated.connect(self._on_row)
        self.table.clicked.connect(self._on_row)
        self._all: list[int] = []
        self._content: tuple[Sequence[Change], tuple[str, str], tuple[Sequence[Quote], Sequence[Quote]]] | None = None
        self._following = False
        self._top = -1  # the row that was brought to the top

    def _style_table(self) -> None:
        table = self.table
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 8)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate((86, 230, 200, 100, 90)):
            table.setColumnWidth(column, width)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)

    def show_changes(
        self,
        changes: Sequence[Change],
        versions: tuple[Version, Version],
        quotes: tuple[Sequence[Quote], Sequence[Quote]],
        numbers: list[int],
    ) -> None:
        """List the changes with these numbers, as far as they pass the filter's words."""
        self._content = changes, (masked(versions[0]), masked(versions[1])), quotes
        self._all = numbers
        self._fill()

    def show_nothing(self) -> None:
        self._content, self._all = ((), ("", ""), ((), ())), []
        self._fill()

    def _fill(self) -> None:
        if self._content is None:
            return
        self._following = True
        self.model.show_changes(*self._content, self._all)
        words = search_form(self.filter.text()).split()
        if words:
            passing = [self._all[row] for row in range(len(self._all)) if self._passes(row, words)]
            self.model.show_changes(*self._content, passing)
        self._following = False
        shown = self.model.rowCount()
        self._count.setText(
            tr_n("{shown} of {count} change", "{shown} of {count} changes", len(self._all), shown=number(shown))
            if words
            else tr_n("{count} change", "{count} changes", shown)
        )

    def _passes(self, row: int, words: Sequence[str]) -> bool:
        spoken = search_form(self.model.row_in_words(row).spoken)
        return all(word in spoken for word in words)

    def show_current(self, number: int, near: int = -1) -> None:
        """Choose the row of a change without announcing it; where it has none, show the row of one that is `near`."""
        row = self.model.row_of(number)
        self._top = self.model.row_of(near) if row < 0 else -1
        if self._top >= 0:
            self.table.scrollTo(self.model.index(self._top, 0), QAbstractItemView.ScrollHint.PositionAtTop)
        self._following = True
        if row >= 0:  # `selectRow` would take the row back out where Ctrl is down, as it is for Ctrl+Down
            flag = QItemSelectionModel.SelectionFlag
            self.table.selectionModel().setCurrentIndex(self.model.index(row, 0), flag.ClearAndSelect | flag.Rows)
        else:
            self.table.clearSelection()
        self._following = False

    def _on_filter(self) -> None:
        self._fill()
        self.filtered.emit()

    def _on_row(self, index: QModelIndex) -> None:
        if index.isValid() and not self._following:
            self.chosen.emit(self.model.number_at(index.row()))

    def _keep_in_sight(self) -> None:
        """Scroll again to the row that is meant to be seen: only now its place is known."""
        if self._top >= 0:
            self.table.scrollTo(self.model.index(self._top, 0), QAbstractItemView.ScrollHint.PositionAtTop)
        elif self.table.selectionModel().hasSelection():
            self.table.scrollTo(self.table.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            QTimer.singleShot(0, self, self._keep_in_sight)
        self.table.setColumnHidden(_CONTEXT, self.width() < _NARROW)
