"""Which version prints which statement, in which words, and how does each stand? One table over the story."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QStackedLayout,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain import Quote, Status, StoryId, VersionId
from desktop.following import Told, told
from desktop.ui import background
from desktop.ui.matrix.delegate import MatrixDelegate, row_height
from desktop.ui.matrix.model import MatrixModel, Order, Role, Show
from desktop.ui.messages import button, plain_label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent

    from desktop.domain import Metadata
    from desktop.text.statements import Statements
    from desktop.ui.session import Session

_AT_ONCE = 150  # quotes; more are grouped in the background
_KEYS = {Qt.Key.Key_V: Status.VERIFIED, Qt.Key.Key_D: Status.DISPUTED, Qt.Key.Key_U: Status.UNVERIFIED}


class MatrixTable(QTableView):
    """The table; V, D and U mark the cell's quotes, Enter opens them.

    Signals: mark_wanted(object), open_wanted(), copy_wanted()
    """

    mark_wanted = Signal(object)
    open_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("matrix-table")
        self.setAccessibleName("Quotes across versions")
        self.setItemDelegate(MatrixDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setHighlightSections(False)

    def fit(self) -> None:
        """Share the width: the statement has the widest column."""
        count = self.model().columnCount()
        if not count:
            return
        self.verticalHeader().setDefaultSectionSize(row_height(self.font()))
        width = max(self.viewport().width(), 400)
        first = max(240, min(330, width - 92 * (count - 1)))
        self.setColumnWidth(0, first)
        for column in range(1, count):
            self.setColumnWidth(column, max(92, (width - first) // (count - 1)))

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        status = _KEYS.get(Qt.Key(event.key())) if not event.modifiers() else None
        if status is not None:
            self.mark_wanted.emit(status)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_wanted.emit()
        elif event.key() == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)


class MatrixView(QWidget):
    """Counts, filter and order above the table.

    Signals: opened(): a quote was opened, the comparison should come to the front
    """

    opened = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matrix")
        self.setProperty("look", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._stale = True
        self._grouped: list[tuple[VersionId, Metadata]] = []
        self._grouping: background.Task | None = None
        self.model = MatrixModel(self)
        self.table = MatrixTable()
        self.table.setModel(self.model)
        self._counts = plain_label("")
        self._counts.setObjectName("matrix-counts")
        self._show = self._picker("matrix-show", Show)
        self._order = self._picker("matrix-order", Order)
        self._empty = plain_label("", "faint")
        self._stack = QStackedLayout()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QWidget()
        head.setProperty("look", "head")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 6, 10, 6)
        copy = button("Copy table", "matrix-copy", "flat")
        copy.clicked.connect(self.copy)
        save = button("Save table…", "matrix-save", "flat")
        save.clicked.connect(self.ask_save)
        row.addWidget(self._counts, 1)
        for widget in (self._show, self._order, copy, save):
            row.addWidget(widget)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setMargin(30)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(self._stack, 1)

    def _picker(self, name: str, choices: type[Show] | type[Order]) -> QToolButton:
        tool = QToolButton(self)
        tool.setObjectName(name)
        tool.setProperty("look", "flat")
        tool.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(tool)
        for choice in choices:
            menu.addAction(choice.value.capitalize()).setData(choice)
        menu.triggered.connect(self._on_pick)
        tool.setMenu(menu)
        return tool

    def _connect(self) -> None:
        session = self._session
        session.articles_changed.connect(self._on_articles)
        session.desk_changed.connect(self._on_articles)
        session.pair_changed.connect(self._on_articles)
        session.quotes_changed.connect(self._on_quotes)
        self.table.mark_wanted.connect(self.mark)
        self.table.open_wanted.connect(self.open_quotes)
        self.table.copy_wanted.connect(self.copy)
        self.table.doubleClicked.connect(self._on_double)
        self.table.selectionModel().currentChanged.connect(self._on_current)

    # -- content ---------------------------------------------------------------------------------------------------

    def story(self) -> StoryId | None:
        """Return the story of the article in front."""
        desk, shown = self._session.desk, self._session.a
        return desk.article(shown.info.article_id).story_id if desk is not None and shown is not None else None

    def reload(self) -> None:
        """Group the story's quotes again; many are grouped in the background."""
        self._stale = False
        story, desk = self.story(), self._session.desk
        if story is None or desk is None:
            self._say("Statements that several versions print will stand here, each wording beside the others.")
            return
        heard = told(desk, story)
        if not heard.quotes:
            self._say("No quotation was found in the articles of this story.")
        elif len(heard.quotes) <= _AT_ONCE:
            self._take(heard, heard.group())
        else:
            self._group_later(heard)

    def _group_later(self, heard: Told) -> None:
        self._say("Grouping the quotes of this story…")
        task = self._grouping = background.start(lambda _: heard.group(), "Grouping quotes", self)
        task.done.connect(lambda made: self._take(heard, made) if task is self._grouping else None)

    def _take(self, heard: Told, statements: Statements) -> None:
        self.model.fill(heard, statements)
        self._stack.setCurrentIndex(0)
        self.table.fit()
        self._label()

    def _say(self, sentence: str) -> None:
        self._empty.setText(sentence)
        self._counts.setText("")
        self._stack.setCurrentIndex(1)

    def _label(self) -> None:
        totals = self.model.totals
        statements = "1 statement" if totals.statements == 1 else f"{totals.statements} statements"
        altered = f" · {totals.altered} with an altered fact" if totals.altered else ""
        self._counts.setText(f"{statements} · {totals.shared} in more than one version{altered}")
        self._show.setText(f"Show: {self.model.show.value} ▾")
        self._order.setText(f"Sort: {self.model.order.value} ▾")

    # -- acts ------------------------------------------------------------------------------------------------------

    def chosen(self) -> list[Quote]:
        """Return the quotes of the current cell; the first column stands for all of its row."""
        index = self.table.currentIndex()
        row = self.model.row_at(index.row())
        if row is None:
            return []
        if index.column() == 0:
            return [quote for cell in row.cells for quote in self.model.quotes_of(cell)]
        found: list[Quote] = index.data(Role.QUOTES)
        return found

    def mark(self, status: Status) -> None:
        """Mark the quotes of the current cell; a whole statement is never marked at one stroke."""
        if self.table.currentIndex().column() == 0:
            self._session.said.emit("Choose the cell of one version: a mark on one wording says nothing of the others.")
            return
        self._session.set_status([quote for quote in self.chosen() if quote.status is not status], status)

    def open_quotes(self) -> None:
        """Show the cell's quote in its text, beside the version that has the base wording."""
        index, quotes = self.table.currentIndex(), self.chosen()
        row = self.model.row_at(index.row())
        if not quotes or row is None or self._session.desk is None:
            return
        quote = quotes[0]
        base = next(
            (q for cell in row.cells for q in self.model.quotes_of(cell) if q.version_id != quote.version_id), None
        )
        if base is not None:
            self._session.compare(quote.version_id, base.version_id)
        self._session.show_quote(quote)
        self.opened.emit()

    def copy(self) -> None:
        """Copy the table as tab-separated words."""
        lines = ["\t".join(" ".join(cell.split()) for cell in row) for row in self.model.table()]
        QApplication.clipboard().setText("\n".join(lines))
        self._session.said.emit("The table was copied.")

    def ask_save(self) -> None:
        files = QFileDialog(self, "Save table", "", "Table for a spreadsheet (*.csv)")
        files.setObjectName("matrix-file")
        files.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        files.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        files.setDefaultSuffix("csv")
        files.fileSelected.connect(self.save)
        files.open()

    def save(self, path: str) -> None:
        """Write the table; cells that a spreadsheet would take for a formula get an apostrophe."""
        from desktop.log.csv_file import guard

        out = io.StringIO(newline="")
        csv.writer(out).writerows([[guard(cell) for cell in row] for row in self.model.table()])
        try:
            Path(path).write_text(out.getvalue(), encoding="utf-8-sig", newline="")
        except OSError as error:
            self._session.failed.emit(f"The table could not be written to {Path(path).name}: {error.strerror}.")
        else:
            self._session.said.emit(f"The table was written to {Path(path).name}.")

    def focus_table(self) -> None:
        self.table.setFocus()

    # -- following -------------------------------------------------------------------------------------------------

    def _on_articles(self) -> None:
        """Group again only if articles or versions came, went or were renamed; a mark alone changes no group."""
        story, desk = self.story(), self._session.desk
        articles = desk.articles(story=story) if desk is not None and story is not None else []
        now = [(article.newest, article.metadata) for article in articles]
        if now != self._grouped:
            self._grouped = now
            self._regroup()

    def _regroup(self) -> None:
        self._stale = True
        if self.isVisible():
            self.reload_quietly()

    def reload_quietly(self) -> None:
        """Read again and keep the current cell."""
        index = self.table.currentIndex()
        place = (index.row(), index.column())
        self.reload()
        self.table.setCurrentIndex(self.model.index(*place))

    def _on_quotes(self, quotes: tuple[Quote, ...]) -> None:
        if quotes:
            self.model.renew(quotes)
        else:
            self._regroup()

    def _on_current(self, index: QModelIndex, _: QModelIndex) -> None:
        quotes: list[Quote] = index.data(Role.QUOTES) or []
        shown = {version.id for version in (self._session.a, self._session.b) if version is not None}
        if quotes and quotes[0].version_id in shown:
            self._session.show_quote(quotes[0])

    def _on_double(self) -> None:
        self.open_quotes()

    def _on_pick(self, action: object) -> None:
        from PySide6.QtGui import QAction

        choice = action.data() if isinstance(action, QAction) else None
        if isinstance(choice, Show):
            self.model.pick(choice, self.model.order)
        elif isinstance(choice, Order):
            self.model.pick(self.model.show, choice)
        self._label()

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload()
        self.table.fit()
