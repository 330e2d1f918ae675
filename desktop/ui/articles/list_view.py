"""List view of articles: keys, mouse, heights of rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.ui.articles.arrangement import ArticleRow, StoryRow, VersionRow
from desktop.ui.articles.delegate import heights
from desktop.ui.articles.model import Role
from desktop.ui.widgets.basics import calm

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from desktop.ui.articles.model import ArticleModel


class ArticleList(QTableView):
    """The rows; Enter shows, Space folds a story, Del deletes, letters go to a headline, rows can be dragged.

    Signals: wanted_as_b(object), fold_wanted(object), delete_wanted(), typed(str): letters, escaped(): Esc
    """

    wanted_as_b = Signal(object)
    fold_wanted = Signal(object)
    delete_wanted = Signal()
    typed = Signal(str)
    escaped = Signal()

    def __init__(self, articles: ArticleModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._articles = articles
        self.setObjectName("article-list")
        self.setAccessibleName("Articles")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        calm(self)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def fit_rows(self) -> None:
        """Give every kind of row its height; articles, the most, have the default."""
        story, article, version = heights(self.font())
        head = self.verticalHeader()
        head.setMinimumSectionSize(version)
        head.setDefaultSectionSize(article)
        head.blockSignals(True)  # the table would lay itself out again after every one of them,
        head.setUpdatesEnabled(False)  # and the header would count where every one begins
        for rows, height in zip(self._articles.low_rows(), (story, version), strict=True):
            for number in rows:
                head.resizeSection(number, height)
        head.setUpdatesEnabled(True)
        head.blockSignals(False)
        self.updateGeometries()
        self.viewport().update()

    def _point_at(self, index: QModelIndex) -> None:
        """Choose what the menu is about, and leave the current row where it is: that one is shown."""
        model = self.selectionModel()
        if index.isValid() and not model.isSelected(index):
            model.select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def acted_on(self) -> QModelIndex:
        """Return the row that verbs are about: the current one, unless only others are chosen."""
        current, chosen = self.currentIndex(), self.selectionModel().selectedIndexes()
        return current if not chosen or current in chosen else min(chosen, key=lambda index: index.row())

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # Enter ends the editing of a name, and nothing else
            return
        row = self.currentIndex().data(Role.ROW)
        key, shift = event.key(), event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        enter = key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if isinstance(row, StoryRow) and (enter or key == Qt.Key.Key_Space):
            self.fold_wanted.emit(row)
        elif enter and shift and row is not None:
            self.wanted_as_b.emit(row)
        elif key == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Leave it to others to find a headline: Qt would read every row for it."""
        self.typed.emit(search)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End go to the ends of the list; a table would go to the ends of the row."""
        ends = {self.CursorAction.MoveHome: 0, self.CursorAction.MoveEnd: self.model().rowCount() - 1}
        if action in ends and self.model().rowCount():
            return self.model().index(ends[action], 0)
        return super().moveCursor(action, modifiers)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = index.data(Role.ROW) if index.isValid() else None
        middle = event.button() == Qt.MouseButton.MiddleButton
        if middle and isinstance(row, ArticleRow | VersionRow):
            self.wanted_as_b.emit(row)
            return
        if event.button() == Qt.MouseButton.RightButton:
            self._point_at(index)
            return
        super().mousePressEvent(event)
        if isinstance(row, StoryRow) and event.button() == Qt.MouseButton.LeftButton and event.position().x() < 28:
            self.fold_wanted.emit(row)
