"""List model of the quotes of one version, filtered, ordered and grouped."""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.domain import Metadata, Quote, QuoteId, Status
from desktop.ui.quotes.filter import Selection, StoryLabels
from desktop.ui.status_words import label_words
from desktop.ui.widgets.card_painting import citation, read_out

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

_TOP = QModelIndex()
_FLAGS = (  # made once, for every row is asked several times
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)
_ONE_BY_ONE = 40  # rows; more are faster taken out, or shown anew, all at once


class Role(IntEnum):
    """What the model can be asked for beside Qt's own roles."""

    QUOTE = Qt.ItemDataRole.UserRole + 1
    LABELS = Qt.ItemDataRole.UserRole + 2  # what was found about it, a tuple of words
    HEADING = Qt.ItemDataRole.UserRole + 3  # what stands above it, where it is the first of a group


class QuoteModel(QAbstractListModel):
    """The quotes of one version, narrowed to a selection."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.selection = Selection()
        self.metadata = Metadata()
        self.all: list[Quote] = []  # of the version, in its order
        self.shown: list[Quote] = []  # in the order of the rows
        self._rows: dict[QuoteId, int] = {}
        self._headings: dict[int, str] = {}  # by row
        self._pending: Mapping[str, tuple[str, ...]] = {}
        self._in_sources: Mapping[str, tuple[str, ...]] = {}
        self._taken: Mapping[str, str] = {}

    # -- what is there ---------------------------------------------------------------------------------------------

    def row_of(self, quote_id: QuoteId) -> int:
        """Return the row of a quote, or -1 if it is not shown."""
        return self._rows.get(quote_id, -1)

    def count(self, status: Status) -> int:
        return sum(quote.status is status for quote in self.all)

    def cite(self, quotes: Iterable[Quote]) -> str:
        return "\n\n".join(citation(quote, self.metadata) for quote in quotes)

    # -- changes ---------------------------------------------------------------------------------------------------

    def take(
        self,
        quotes: Iterable[Quote],
        metadata: Metadata,
        labels: StoryLabels | None = None,
    ) -> None:
        """Show other quotes."""
        self.metadata = metadata
        self.selection = replace(self.selection, story=labels or StoryLabels())
        self.all = [quote for quote in quotes if not quote.deleted]
        self._reset(())

    def label(self, labels: StoryLabels) -> None:
        """Say more about the quotes than they know themselves; they may stand in another order then."""
        self.selection = replace(self.selection, story=labels)
        retained = [quote.id for quote in self.shown]
        former = self._headings
        if self.selection.by_statement and [quote.id for quote in self.selection.of(self.all, retained)] != retained:
            self._reset(retained)
            return
        self._number()
        if self._headings != former:
            self._reset(retained)
        elif self.shown:
            self.dataChanged.emit(self.index(0), self.index(len(self.shown) - 1))

    def show_pending(self, labels: Mapping[str, tuple[str, ...]]) -> None:
        """Say on cards (by uid) what was done and is not on the disk yet."""
        if labels != self._pending:
            self._pending = labels
            if self.shown:
                self.dataChanged.emit(self.index(0), self.index(len(self.shown) - 1))

    def show_in_sources(self, lines: Mapping[str, tuple[str, ...]]) -> None:
        """Say on cards (by uid) what the sources of the story print, and that evidence changed."""
        if lines != self._in_sources:
            self._in_sources = lines
            if self.shown:
                self.dataChanged.emit(self.index(0), self.index(len(self.shown) - 1))

    def show_taken(self, words: Mapping[str, str]) -> None:
        """Say on cards (by uid) who works on the quote."""
        if words != self._taken:
            self._taken = words
            if self.shown:
                self.dataChanged.emit(self.index(0), self.index(len(self.shown) - 1))

    def labels_of(self, quote: Quote) -> tuple[str, ...]:
        taken = (self._taken[quote.uid],) if quote.uid in self._taken else ()
        found = (*taken, *self._pending.get(quote.uid, ()), *self.selection.story.labels.get(quote.uid, ()))
        return (*found, *self._in_sources.get(quote.uid, ()))

    def select(self, selection: Selection, retained: Collection[QuoteId] = ()) -> None:
        """Show what `selection` asks for, and those in `retained`."""
        self.selection = replace(selection, story=self.selection.story)
        self._reset(retained)

    def _reset(self, retained: Collection[QuoteId]) -> None:
        self.beginResetModel()
        self.shown = self.selection.of(self.all, retained)
        self._number()
        self.endResetModel()

    def replace(self, quotes: Iterable[Quote]) -> None:
        """Put quotes as they are now in the place of what they were; unknown ones are of other texts."""
        now = {quote.id: quote for quote in quotes}
        self.all = [now.get(quote.id, quote) for quote in self.all]
        rows = [row for row in map(self.row_of, now) if row >= 0]
        for row in rows:
            self.shown[row] = now[self.shown[row].id]
        if len(rows) > _ONE_BY_ONE:
            self.dataChanged.emit(self.index(min(rows)), self.index(max(rows)))
            return
        for row in rows:
            index = self.index(row)
            self.dataChanged.emit(index, index)

    def drop_strays(self, retained: Collection[QuoteId]) -> None:
        """Take out rows that no longer match and were only kept while they were selected."""
        strays = [
            row for row, quote in enumerate(self.shown) if quote.id not in retained and not self.selection.takes(quote)
        ]
        if strays and (len(strays) > _ONE_BY_ONE or self._headings):
            self._reset(retained)
            return
        for row in reversed(strays):
            self.beginRemoveRows(_TOP, row, row)
            del self.shown[row]
            self.endRemoveRows()
        self._number()

    def _number(self) -> None:
        self._rows = {quote.id: row for row, quote in enumerate(self.shown)}
        self._headings = self._firsts(self.shown)

    def _firsts(self, quotes: Sequence[Quote]) -> dict[int, str]:
        """Return the heading of each row that begins a group."""
        if not (self.selection.by_speaker or self.selection.by_statement):
            return {}
        heads = [self.selection.heading(quote) for quote in quotes]
        return {row: head for row, head in enumerate(heads) if head and (row == 0 or heads[row - 1] != head)}

    def misses(self) -> bool:
        """Say whether a quote that was asked for is not shown."""
        return any(quote.id not in self._rows and self.selection.takes(quote) for quote in self.all)

    def regrouped(self) -> bool:
        """Say whether the quotes shown belong in other groups, or another order, than they stand in."""
        if not (self.selection.by_speaker or self.selection.by_statement):
            return False
        shown = [quote.id for quote in self.shown]
        now = self.selection.of(self.all, shown)
        return [quote.id for quote in now] != shown or self._firsts(now) != self._headings

    @property
    def headed_rows(self) -> Collection[int]:
        """The rows above which something stands."""
        return self._headings.keys()

    def heading(self, row: int) -> str:
        """Return what stands above a row, where it is the first of a group."""
        return self._headings.get(row, "")

    # -- Qt asks ---------------------------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _TOP) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt asks for anything
        if not index.isValid() or index.row() >= len(self.shown):
            return None
        quote = self.shown[index.row()]
        return quote if role == Role.QUOTE else self._words(quote, index.row(), role)

    def _words(self, quote: Quote, row: int, role: int) -> str | tuple[str, ...] | None:
        match role:
            case Role.LABELS:
                return self.labels_of(quote)
            case Qt.ItemDataRole.DisplayRole:
                return quote.text
            case Role.HEADING:
                return self.heading(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                above = self.heading(row)
                labels = map(label_words, self.labels_of(quote))
                return ", ".join((*((above,) if above else ()), read_out(quote), *labels))
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def mimeTypes(self) -> list[str]:
        return ["text/plain"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setText(self.cite(self.shown[index.row()] for index in indexes))
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction
