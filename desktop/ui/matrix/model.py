"""Table model of the view of quotes across versions: statements as rows, versions as columns; filter and order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.domain import Flag, Status
from desktop.text.statements import Cell, CellKind, Row
from desktop.translation import english, tr
from desktop.ui.matrix.cell_wordings import (
    Names,
    Reading,
    Readings,
    Relative,
    day_of,
    heading,
    name_of,
    of_cell,
    of_row,
    present,
    speaker_line,
)

if TYPE_CHECKING:
    from collections.abc import Hashable

    from desktop.domain import Metadata, Quote
    from desktop.ui.matrix.background_grouping import Grouped

Index = QModelIndex | QPersistentModelIndex


class Show(StrEnum):
    """Which statements are listed."""

    ALL = english("all statements")
    SHARED = english("in more than one version")
    DIFFERING = english("differing only")
    ALTERED = english("altered facts")
    DISPUTED = english("disputed")
    UNVERIFIED = english("to check")
    SUGGESTED = english("perhaps the same")


class Order(StrEnum):
    """How statements are sorted; those of one version come last in any order."""

    OUTLETS = english("most outlets")
    TEXT = english("as printed")
    SPEAKER = english("speaker")
    OPEN = english("most to check")


@dataclass(frozen=True, slots=True)
class Totals:
    """What stands above the table; `altered` is None until every wording has been compared."""

    statements: int = 0
    shared: int = 0
    altered: int | None = None
    suggested: int = 0


class MatrixModel(QAbstractTableModel):
    """Statements as rows; first column words and speaker, then one column a version."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._grouped: Grouped | None = None
        self._origins: list[set[Hashable]] = []  # uids of articles
        self._readings = Readings()
        self._quotes: dict[str, Quote] = {}
        self.names = Names()
        self._rows: list[Row] = []
        self.last_shared = -1  # the last row that stands in several versions, if others follow
        self.show = Show.ALL
        self.order = Order.OUTLETS
        self.totals = Totals()

    # -- content ---------------------------------------------------------------------------------------------------

    def fill(self, grouped: Grouped | None) -> None:
        """Take other statements; none empties the table."""
        self.beginResetModel()
        self._grouped = grouped
        self._readings = Readings()
        self._quotes = dict(grouped.story_quotes.quotes) if grouped is not None else {}
        self._origins = grouped.story_quotes.origins() if grouped is not None else []
        self.names = Names.of(grouped.story_quotes.articles) if grouped is not None else Names()
        rows = grouped.matrix.rows if grouped is not None else ()
        suggested = sum(bool(self.suggested(row)) for row in rows)
        self.totals = Totals(len(rows), sum(present(row) > 1 for row in rows), None, suggested)
        self._rows = self._pick()
        self.endResetModel()

    def settle(self, readings: Readings) -> None:
        """Take the readings of every cell."""
        self._readings = readings
        rows = self._grouped.matrix.rows if self._grouped is not None else ()
        totals = self.totals
        altered = sum(self._has(row, CellKind.ALTERED) for row in rows)
        self.totals = Totals(totals.statements, totals.shared, altered, totals.suggested)
        if self.show in (Show.DIFFERING, Show.ALTERED):
            self.pick(self.show, self.order)
        else:
            self._repaint()

    def pick(self, show: Show, order: Order) -> None:
        """List other rows, or in another order."""
        self.beginResetModel()
        self.show, self.order = show, order
        self._rows = self._pick()
        self.endResetModel()

    def renew(self, quotes: tuple[Quote, ...]) -> None:
        """Take quotes as they are now on the disk."""
        self._quotes.update({quote.uid: quote for quote in quotes if quote.uid in self._quotes})
        self._repaint()

    def _repaint(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, self.columnCount() - 1))

    # -- asking ----------------------------------------------------------------------------------------------------

    @property
    def grouped(self) -> Grouped | None:
        return self._grouped

    @property
    def settled(self) -> bool:
        """Say whether every wording has been compared."""
        return self._readings.whole

    def known(self, uid: str) -> Quote | None:
        """Return a quote as last heard of."""
        return self._quotes.get(uid)

    def quotes_of(self, cell: Cell) -> list[Quote]:
        return [self._quotes[str(key)] for key in dict.fromkeys(cell.keys) if str(key) in self._quotes]

    def row_at(self, number: int) -> Row | None:
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def cell_at(self, index: Index) -> Cell | None:
        """Return the cell of a version, None in the first column."""
        row = self.row_at(index.row())
        return row.cells[index.column() - 1] if row is not None and index.column() > 0 else None

    def reading(self, row: Row, column: int) -> Reading:
        """Return what a cell says; `column` counts as in the table, the first version is 1."""
        return self._readings.of(row, column - 1)

    def readings_known(self, row: Row) -> list[Reading]:
        return self._readings.known(row)

    def related(self, row: Row) -> list[Relative]:
        """Return what may report a row's statement too, or was decided by hand."""
        return self._grouped.related.get(row.statement.number, []) if self._grouped is not None else []

    def suggested(self, row: Row) -> list[Relative]:
        return [relative for relative in self.related(row) if relative.open]

    def meta(self, column: int) -> Metadata | None:
        """Return what is known of the article of a column."""
        articles = self._grouped.story_quotes.articles if self._grouped is not None else ()
        return articles[column - 1].metadata if 0 < column <= len(articles) else None

    def version(self, column: int) -> int:
        """Return the id of the version of a column, 0 for the first column."""
        articles = self._grouped.story_quotes.articles if self._grouped is not None else ()
        return articles[column - 1].newest if 0 < column <= len(articles) else 0

    def origins_of(self, row: Row) -> int:
        """Return how many origins a statement's versions have, as far as the checker confirmed any."""
        if self._grouped is None:
            return 0
        story_quotes = self._grouped.story_quotes
        uids = {article.uid for article, cell in zip(story_quotes.articles, row.cells, strict=True) if cell.members}
        return sum(not group.isdisjoint(uids) for group in self._origins)

    def place_of(self, uid: str) -> tuple[int, int]:
        """Return row and column of a quote, or (-1, -1)."""
        for number, row in enumerate(self._rows):
            for column, cell in enumerate(row.cells):
                if uid in cell.keys:
                    return number, column + 1
        return -1, -1

    def table(self) -> list[list[str]]:
        """Return what is shown as plain cells, heading first: reading and status of each."""
        heads = [str(self.headerData(c, Qt.Orientation.Horizontal)) for c in range(1, self.columnCount())]
        rows = [
            [row.base.text, speaker_line(row), *(self.words(row, c) for c in range(1, self.columnCount()))]
            for row in self._rows
        ]
        return [[tr("Statement"), tr("Speaker"), *heads], *rows]

    def words(self, row: Row, column: int) -> str:
        """Return a cell in words: its reading and the statuses of its quotes."""
        reading = self.reading(row, column)
        quotes = self.quotes_of(row.cells[column - 1])
        changed = [str(Flag.CHANGED_SINCE)] if any(Flag.CHANGED_SINCE in quote.flags for quote in quotes) else []
        statuses = ", ".join(dict.fromkeys([*(str(quote.status) for quote in quotes), *changed]))
        return f"{reading.spoken} ({statuses})" if statuses else "—"

    # -- picking ---------------------------------------------------------------------------------------------------

    def _pick(self) -> list[Row]:
        rows = [row for row in self._grouped.matrix.rows if self._passes(row)] if self._grouped is not None else []
        match self.order:
            case Order.SPEAKER:
                rows.sort(key=lambda row: row.statement.speaker.casefold() or "\U0010ffff")
            case Order.OPEN:
                rows.sort(key=lambda row: -self._count(row, Status.UNVERIFIED))
            case Order.OUTLETS:
                rows.sort(key=lambda row: -present(row))
            case _:
                pass
        rows.sort(key=lambda row: present(row) == 1)
        shared = sum(present(row) > 1 for row in rows)
        self.last_shared = shared - 1 if shared < len(rows) else -1
        return rows

    def _passes(self, row: Row) -> bool:
        passes = {
            Show.SHARED: lambda: present(row) > 1,
            Show.DIFFERING: lambda: self._differs(row),
            Show.ALTERED: lambda: self._has(row, CellKind.ALTERED),
            Show.DISPUTED: lambda: self._count(row, Status.DISPUTED) > 0,
            Show.UNVERIFIED: lambda: self._count(row, Status.UNVERIFIED) > 0,
            Show.SUGGESTED: lambda: bool(self.suggested(row)),
        }
        return self.show is Show.ALL or passes[self.show]()

    def _has(self, row: Row, kind: CellKind) -> bool:
        """Say so as far as the wordings have been compared."""
        return any(reading.kind is kind for reading in self._readings.known(row))

    def _differs(self, row: Row) -> bool:
        return any(r.kind not in (CellKind.ABSENT, CellKind.SAME) for r in self._readings.known(row))

    def _count(self, row: Row, status: Status) -> int:
        return sum(quote.status is status for cell in row.cells for quote in self.quotes_of(cell))

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() or self._grouped is None else 1 + len(self._grouped.story_quotes.articles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        meta = self.meta(section)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return (
                tr("Statement and speaker") if meta is None else ", ".join(filter(None, (name_of(meta), day_of(meta))))
            )
        if role == Qt.ItemDataRole.ToolTipRole and meta is not None:
            return heading(meta)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index.row())
        if row is None or not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self.words(row, index.column()) if index.column() else f"“{row.base.text}” {speaker_line(row)}"
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(row, index.column())
            case _:
                return None

    def _tip(self, row: Row, column: int) -> str:
        if column:
            quotes = self.quotes_of(row.cells[column - 1])
            return of_cell(row, column, self.reading(row, column).kind, quotes, self.names)
        links = self._grouped.statements.links if self._grouped is not None else ()
        return of_row(row, self.origins_of(row), self.related(row), links, self.names)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
