"""Dialog of the trash: deleted articles, to bring back or to delete for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QVBoxLayout

from desktop.translation import Text, tr, tr_n
from desktop.ui.articles.model import counts_in_words
from desktop.ui.session.commands.articles import RestoreArticles
from desktop.ui.widgets.basics import button, plain_label
from desktop.ui.widgets.form_dialog import TableDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.domain import Article
    from desktop.ui.session.session import Session

_EMPTY = Text("The trash is empty. Deleted articles wait here with all their marks.")
_STAYS = Text(
    "Their marks, the history of every quote and the entry that says who emptied the trash "
    "stay on the desk as evidence and in its chain. Backups made earlier still hold the "
    "texts."
)


class TrashDialog(TableDialog):
    """Deleted articles: bring some back, or let all of them go.

    Signals: emptied(int): so many articles were deleted for good
    """

    emptied = Signal(int)

    def __init__(self, session: Session, parent: QWidget) -> None:
        desk = session.desk
        self._session = session
        self._articles = desk.articles(deleted=True) if desk is not None else []
        titles = {story.id: story.title for story in desk.stories()} if desk is not None else {}
        rows = [
            (
                article.metadata.title or tr("Without a headline"),
                article.metadata.outlet or tr("Outlet not given"),
                titles.get(article.story_id, ""),
                counts_in_words(article.counts),
            )
            for article in self._articles
        ]
        super().__init__(Text("Trash"), (tr("Headline"), tr("Outlet"), tr("Story"), tr("Quotes")), rows, parent)
        self.resize(min(860, parent.width() - 40), 460)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section, width in enumerate((130, 200, 150), 1):
            head.resizeSection(section, width)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._buttons()
        if self._articles:
            self.choose(0)
        else:
            self.nothing.setText(str(_EMPTY))
            self.nothing.show()

    def _buttons(self) -> None:
        able = bool(self._articles) and self._session.writable
        restore = button(tr("Bring back"), "trash-restore", "primary")
        restore.setToolTip(tr("Put the chosen articles back into their stories; can be undone"))
        restore.clicked.connect(self._restore)
        empty = button(tr("Empty trash…"), "trash-empty")
        empty.clicked.connect(self._ask)
        for each in (restore, empty):
            each.setEnabled(able)
            self.buttons.addButton(each, QDialogButtonBox.ButtonRole.ActionRole)

    def _restore(self) -> None:
        chosen: list[Article] = [self._articles[row] for row in self.chosen()]
        if chosen:
            self._session.undo_stack.push(RestoreArticles(self._session, chosen))
            self.accept()

    def _ask(self) -> None:
        sure = EmptyTrashDialog(self._articles, self)
        sure.accepted.connect(self._empty)
        sure.open()

    def _empty(self) -> None:
        gone: list[int] = []
        if self._session.attempt(lambda desk: gone.append(desk.empty_trash(checker=self._session.checker))):
            self._session.undo_stack.clear()  # nothing that was done before can bring these back
            self._session.articles_gone.emit()
            self.accept()
            self.emptied.emit(gone[0])


class EmptyTrashDialog(QDialog):
    """Confirmation before the trash is emptied, which cannot be undone: says what goes and what stays."""

    def __init__(self, articles: list[Article], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("empty-trash")
        self.setWindowTitle(tr("Empty the trash?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(460)
        goes = plain_label(
            tr_n(
                "The texts and originals of {count} article go for good.",
                "The texts and originals of {count} articles go for good.",
                len(articles),
            ),
            "title",
        )
        stays = plain_label(f"{_STAYS} {tr('This cannot be undone, and what can be undone now is forgotten.')}")
        for label in (goes, stays):
            label.setWordWrap(True)
        box = QDialogButtonBox()
        empty = button(tr_n("Let {count} article go", "Let {count} articles go", len(articles)), "empty-trash-go")
        keep = button(tr("Keep them"), "empty-trash-keep", "primary")
        box.addButton(empty, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(keep, QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        keep.setDefault(True)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        for widget in (goes, stays, box):
            column.addWidget(widget)
        keep.setFocus()
