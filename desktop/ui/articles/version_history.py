"""Version history of an article: a window of its own in which any two versions can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.store.errors import Missing
from desktop.text.stories.version_history import steps
from desktop.translation import Text, tr, tr_n
from desktop.ui import background
from desktop.ui.articles.model import AT_ONCE, CutWatch, captured, headline
from desktop.ui.articles.version_history_rows import Column, HistoryModel, Index
from desktop.ui.widgets.basics import plain_label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.domain import Article, ArticleId, VersionId, VersionInfo
    from desktop.text.stories.version_history import Captured, Step
    from desktop.ui.session.session import Session

_LEAST = 40  # pixels of a column
_LINES, _AROUND = 3, 10  # of a row: lines of text, and pixels above and below; the tip has the rest
_ALONE = Text("This article has one version. Add a later text with Article ▸ Add new version…")
_HOW = Text("Choose one version to compare it with the one before it, or any two with Ctrl.")
_FIRST = Text("This is the first version. Choose a second one with Ctrl, or a later one.")
_MANY = Text("Choose one version, or two; more cannot be compared at once.")


class _Cells(QStyledItemDelegate):
    """Puts the letter of a side behind the number of the version."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802 - Qt's name
        super().initStyleOption(option, index)
        option.decorationPosition = QStyleOptionViewItem.Position.Right


class HistoryDialog(QDialog):
    """The versions of one article, newest first.

    Signals: compared(): two versions were put side by side
    """

    compared = Signal()

    def __init__(self, session: Session, article_id: ArticleId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("version-history")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(min(1120, parent.width()) if parent is not None else 1120, 380)
        self._session = session
        self._desk = session.desk
        self._article_id = article_id
        self._working: background.Task | None = None
        self.model = HistoryModel()
        self.model.setParent(self)
        self.table = QTableView()
        self.about = plain_label("", "title")
        self.hint = plain_label("", "faint")
        self.compare_button = QPushButton(tr("Compare"))
        self._lay_out()
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self.reload)
        self._cuts = CutWatch(session, self)
        self._connect()
        self.show_article(article_id)

    def _lay_out(self) -> None:
        for label in (self.about, self.hint):
            label.setWordWrap(True)
        self.hint.setObjectName("history-hint")
        self.about.setObjectName("history-about")
        self._lay_out_table()
        self.compare_button.setObjectName("history-compare")
        self.compare_button.setDefault(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.compare_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self.about, self.hint, self.table, buttons):
            column.addWidget(widget)

    def _lay_out_table(self) -> None:
        table = self.table
        table.setObjectName("history-versions")
        table.setAccessibleName(tr("Versions, newest first"))
        table.setModel(self.model)
        table.setItemDelegate(_Cells(table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setShowGrid(False)
        table.setStyleSheet("QTableView::item { padding: 0 6px; }")
        table.setWordWrap(True)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.verticalHeader().setMaximumSectionSize(_LINES * table.fontMetrics().lineSpacing() + _AROUND)
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setMinimumSectionSize(_LEAST)
        for column in (Column.WHAT, Column.HEADLINE):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)  # what is long there has several lines
        head.sectionResized.connect(table.resizeRowsToContents)

    def _connect(self) -> None:
        session = self._session
        session.desk_changed.connect(self._soon)
        session.articles_changed.connect(self._soon)
        session.pair.changed.connect(self._show_sides)
        self._cuts.changed.connect(self._work_out)
        self.finished.connect(self._give_up)
        self.compare_button.clicked.connect(self.compare)
        self.table.doubleClicked.connect(self._on_double)
        self.table.selectionModel().selectionChanged.connect(self._on_selection)

    # -- what is listed --------------------------------------------------------------------------------------------

    def show_article(self, article_id: ArticleId) -> None:
        """List the versions of an article; the newest is chosen."""
        self._article_id = article_id
        self.reload()
        self._choose([])
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        """Read the versions again; closes if article or desk are gone."""
        self._late.stop()
        article = self._article()
        if article is None or self._session.desk is None:
            self.reject()
            return
        versions = self._session.desk.versions(article.id)
        chosen = [version.id for version in self._chosen()]
        self.setWindowTitle(tr("Version history of “{article}”", article=headline(article)))
        self.about.setText(self._named(article, len(versions)))
        if self.model.set_versions(versions):
            self._choose(chosen)
            self._work_out()
        self._show_sides()
        self._on_selection()

    def _article(self) -> Article | None:
        if self._session.desk is None or self._session.desk is not self._desk:
            return None
        try:
            article = self._session.desk.article(self._article_id)
        except Missing:
            return None
        return None if article.deleted else article

    @staticmethod
    def _named(article: Article, versions: int) -> str:
        outlet = article.metadata.outlet or tr("Outlet not given")
        return tr_n(
            "{article} · {outlet} · {count} version",
            "{article} · {outlet} · {count} versions",
            versions,
            article=headline(article),
            outlet=outlet,
        )

    def _soon(self) -> None:
        self._late.start(0)

    def _show_sides(self) -> None:
        a, b = self._session.pair.a, self._session.pair.b
        self.model.set_sides(a.id if a else None, b.id if b else None)

    def _show_steps(self, found: Sequence[Step]) -> None:
        """Say what each version changed; headlines take room only where one changed."""
        self.model.set_steps(found)
        self.table.setColumnHidden(Column.HEADLINE, not any(step.title for step in found))

    # -- what changed ----------------------------------------------------------------------------------------------

    def _work_out(self) -> None:
        """Compare each version with the one before it; long texts in the background."""
        self._give_up()
        rows = range(self.model.rowCount())
        infos = [info for row in rows if (info := self.model.version(row)) is not None]
        texts = [text for info in infos if (text := captured(self._session, info.id)) is not None]
        if sum(len(text) for _, text, _ in texts) <= AT_ONCE:
            self._show_steps(steps(texts))
            return
        self._show_steps(())
        self._start(texts)

    def _start(self, texts: list[Captured]) -> None:
        def work(task: background.Task) -> tuple[Step, ...]:
            try:
                return steps(texts, cancelled=task.cancelled)
            finally:
                texts.clear()  # the task stays with the session, the texts need not

        # The session outlives this window; a task must not go while its thread still speaks through it.
        task = background.start(work, tr("Comparing"), self._session)
        task.done.connect(self._on_worked_out)
        task.failed.connect(self._on_failed)
        self._working = task

    def _on_worked_out(self, found: Sequence[Step]) -> None:
        if self.sender() is self._working:
            self._working = None
            self._show_steps(found)

    def _on_failed(self, error: object) -> None:
        if self.sender() is self._working:
            self._working = None
            self._session.failed.emit(tr("The versions could not be compared: {error}", error=error))

    def _give_up(self) -> None:
        if self._working is not None:
            self._working.cancel()
            self._working = None

    # -- choosing and comparing ------------------------------------------------------------------------------------

    def _chosen(self) -> list[VersionInfo]:
        """Return the chosen versions, newest first."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [version for row in rows if (version := self.model.version(row)) is not None]

    def _choose(self, versions: Sequence[VersionId]) -> None:
        """Choose the rows of these versions, the newest if there are none, whatever keys are held down (Ctrl+H)."""
        rows = [row for row in map(self.model.row_of, versions) if row >= 0] or [0]
        chosen = QItemSelection()
        for row in rows:
            chosen.select(self.model.index(row, 0), self.model.index(row, 0))
        how = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(self.model.index(rows[0], 0), how.NoUpdate)
        self.table.selectionModel().select(chosen, how.ClearAndSelect | how.Rows)

    def _pair(self) -> tuple[VersionInfo, VersionInfo] | None:
        """Return the older and the newer version to compare: the two chosen, or the one chosen and the one before."""
        chosen = self._chosen()
        if len(chosen) == 1:
            before = self.model.version(self.model.row_of(chosen[0].id) + 1)
            return (before, chosen[0]) if before is not None else None
        return (chosen[1], chosen[0]) if len(chosen) == 2 else None

    def compare(self) -> None:
        """Put the chosen two side by side, the older one as A."""
        pair = self._pair()
        if pair is not None:
            self._session.pair.compare(pair[0].id, pair[1].id)
            self.compared.emit()

    def _on_double(self, index: QModelIndex) -> None:
        version = self.model.version(index.row())
        self._choose([version.id] if version else [])
        self.compare()

    def _on_selection(self) -> None:
        pair = self._pair()
        self.compare_button.setEnabled(pair is not None)
        self.compare_button.setText(
            tr("&Compare v{number} with v{other}", number=pair[0].number, other=pair[1].number)
            if pair
            else tr("&Compare")
        )
        self.hint.setText(self._hint(found=pair is not None))

    def _hint(self, *, found: bool) -> str:
        if self.model.rowCount() == 1:
            return str(_ALONE)
        return str(_HOW if found or not self._chosen() else _FIRST if len(self._chosen()) == 1 else _MANY)


def show_history(
    session: Session, article_id: ArticleId, window: QWidget, compared: Callable[[], object]
) -> HistoryDialog:
    """Show the history of an article over `window`, in the window of an earlier one if that is open."""
    dialog = window.findChild(HistoryDialog, "version-history")
    if dialog is None:
        dialog = HistoryDialog(session, article_id, window)
        dialog.compared.connect(compared)
        dialog.show()
    else:
        dialog.show_article(article_id)
        dialog.raise_()
    dialog.activateWindow()
    return dialog
