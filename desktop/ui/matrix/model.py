"""Which rows and cells has the view of quotes across versions?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.domain import Quote, Status
from desktop.text.statements import Cell, CellKind, Matrix, Row, cells

if TYPE_CHECKING:
    from desktop.following import Told
    from desktop.text.statements import Statements

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a cell can be asked."""

    CELL = Qt.ItemDataRole.UserRole + 1
    QUOTES = Qt.ItemDataRole.UserRole + 2
    ROW = Qt.ItemDataRole.UserRole + 3


class Show(StrEnum):
    """Which statements are listed."""

    ALL = "all statements"
    SHARED = "in more than one version"
    DIFFERING = "differing only"
    ALTERED = "altered facts"
    DISPUTED = "disputed"


class Order(StrEnum):
    """How statements are sorted."""

    OUTLETS = "most outlets"
    TEXT = "as printed"
    SPEAKER = "speaker"
    OPEN = "most to check"


@dataclass(frozen=True, slots=True)
class Totals:
    """What stands above the table."""

    statements: int = 0
    shared: int = 0
    altered: int = 0


def present(row: Row) -> int:
    return sum(bool(cell.members) for cell in row.cells)


class MatrixModel(QAbstractTableModel):
    """Statements as rows; first column words and speaker, then one column a version."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._told: Told | None = None
        self._quotes: dict[str, Quote] = {}
        self._all: list[Row] = []
        self._rows: list[Row] = []
        self.show = Show.ALL
        self.order = Order.OUTLETS
        self.totals = Totals()

    def fill(self, told: Told, statements: Statements) -> None:
        """Take other statements."""
        self.beginResetModel()
        self._told = told
        self._quotes = dict(told.quotes)
        matrix: Matrix = cells(statements, [str(article.newest) for article in told.articles])
        self._all = list(matrix.rows)
        self.totals = Totals(
            len(self._all), sum(present(row) > 1 for row in self._all), sum(row.altered for row in self._all)
        )
        self._rows = self._pick()
        self.endResetModel()

    def pick(self, show: Show, order: Order) -> None:
        """List other rows, or in another order."""
        self.beginResetModel()
        self.show, self.order = show, order
        self._rows = self._pick()
        self.endResetModel()

    def renew(self, quotes: tuple[Quote, ...]) -> None:
        """Take quotes as they are now on the disk."""
        self._quotes.update({quote.uid: quote for quote in quotes if quote.uid in self._quotes})
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, self.columnCount() - 1))

    def quotes_of(self, cell: Cell) -> list[Quote]:
        return [self._quotes[str(key)] for key in dict.fromkeys(cell.keys) if str(key) in self._quotes]

    def row_at(self, number: int) -> Row | None:
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def place_of(self, quote: Quote) -> tuple[int, int]:
        """Return row and column of a quote, or (-1, -1)."""
        for number, row in enumerate(self._rows):
            for column, cell in enumerate(row.cells):
                if quote.uid in cell.keys:
                    return number, column + 1
        return -1, -1

    def table(self) -> list[list[str]]:
        """Return what is shown as plain cells, heading first: label and status of each."""
        heads = [str(self.headerData(c, Qt.Orientation.Horizontal)) for c in range(self.columnCount())]
        rows = [
            [row.base.text, row.statement.speaker, *(self._words(cell) for cell in row.cells)] for row in self._rows
        ]
        return [["Statement", "Speaker", *heads[1:]], *rows]

    def _words(self, cell: Cell) -> str:
        statuses = ", ".join(dict.fromkeys(quote.status.value for quote in self.quotes_of(cell)))
        return f"{cell.label} ({statuses})" if statuses else cell.label

    def _pick(self) -> list[Row]:
        rows = [row for row in self._all if self._passes(row)]
        match self.order:
            case Order.OUTLETS:
                rows.sort(key=lambda row: -present(row))
            case Order.SPEAKER:
                rows.sort(key=lambda row: row.statement.speaker.casefold() or "~")
            case Order.OPEN:
                rows.sort(key=lambda row: -self._count(row, Status.UNVERIFIED))
            case _:
                pass
        return rows

    def _passes(self, row: Row) -> bool:
        match self.show:
            case Show.SHARED:
                return present(row) > 1
            case Show.DIFFERING:
                return row.differs
            case Show.ALTERED:
                return row.altered
            case Show.DISPUTED:
                return self._count(row, Status.DISPUTED) > 0
            case _:
                return True

    def _count(self, row: Row, status: Status) -> int:
        return sum(quote.status is status for cell in row.cells for quote in self.quotes_of(cell))

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() or self._told is None else 1 + len(self._told.articles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or self._told is None:
            return None
        if section == 0:
            return "Statement and speaker" if role == Qt.ItemDataRole.DisplayRole else None
        meta = self._told.articles[section - 1].metadata
        if role == Qt.ItemDataRole.DisplayRole:
            return meta.outlet or meta.title
        return (
            f"{meta.outlet or 'Outlet not given'}: {meta.title}" if role == Qt.ItemDataRole.AccessibleTextRole else None
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index.row())
        if row is None:
            return None
        cell = row.cells[index.column() - 1] if index.column() else None
        match role:
            case Role.ROW:
                return row
            case Role.CELL:
                return cell
            case Role.QUOTES:
                return self.quotes_of(cell) if cell else []
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                said = f"“{row.base.text}” {row.statement.speaker}"
                return (
                    said if cell is None else self._words(cell) if cell.kind is not CellKind.ABSENT else "not printed"
                )
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
