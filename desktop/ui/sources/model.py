"""List model of the quotes of one version with their places in sources, narrowed to one sort of outcome."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.text.sources.kinds import Kind
from desktop.ui.source_words import heading_of, line_of, sign_of
from desktop.ui.widgets.card_painting import read_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.desk.sources.source_check import InSources, SourcePlace
    from desktop.domain import Quote, QuoteId

_TOP = QModelIndex()


class Show(StrEnum):
    """Which quotes are listed, by the sign of what the sources print."""

    ALL = ""
    SAME = "="
    DIFFERS = "~"
    ALTERED = "!"
    NOWHERE = "—"


@dataclass(frozen=True)
class Row:
    """A quote with its best place; where there is none, with what is nearest."""

    quote: Quote
    place: SourcePlace | None
    nearest: SourcePlace | None = None
    perhaps: SourcePlace | None = None  # what perhaps says the same in other words, if that is looked for
    languages: tuple[str, ...] = ()  # of sources in another language, where no source is in that of the quote

    @property
    def show(self) -> Show:
        return Show(sign_of(self.place.kind if self.place is not None else Kind.NOT_FOUND))


def _only_in(found: InSources, quote: Quote) -> tuple[str, ...]:
    """Return the languages of the sources if none is in that of a quote."""
    others = found.other_languages(quote.version_id)
    sources = {source.version.info.language for source in found.sources}
    return tuple(others) if len(others) == len(sources) else ()


class SourceModel(QAbstractListModel):
    """The rows, in the order of the text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.all: list[Row] = []
        self.rows: list[Row] = []
        self.show = Show.ALL

    def fill(self, quotes: Sequence[Quote], found: InSources) -> None:
        """Show the quotes that were looked for."""
        searched = [quote for quote in quotes if quote.uid in found.searched and not quote.deleted]
        self.all = [
            Row(
                each,
                found.places.get(each.uid),
                found.nearest.get(each.uid),
                found.perhaps.get(each.uid),
                _only_in(found, each),
            )
            for each in searched
        ]
        self._lines = {each.uid: line_of(found, each.uid) for each in searched}
        self.pick(self.show)

    def pick(self, show: Show) -> None:
        """List only quotes of one outcome."""
        self.beginResetModel()
        self.show = show
        self.rows = [row for row in self.all if show in (Show.ALL, row.show)]
        self.endResetModel()

    def counts(self) -> Counter[Show]:
        """Count the quotes of each outcome."""
        return Counter(row.show for row in self.all) + Counter({Show.ALL: len(self.all)})

    def row_of(self, quote: QuoteId) -> int:
        """Return the row of a quote, or -1."""
        return next((number for number, row in enumerate(self.rows) if row.quote.id == quote), -1)

    # Qt

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.quote.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            there = f"{heading_of(row.place)}: {row.place.words}" if row.place else self._lines[row.quote.uid]
            return f"{read_out(row.quote)}; {there}"
        return None
