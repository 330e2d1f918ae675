"""Dialog of backups: what each holds beside the desk of now; put one in place, make one, choose the folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox

from desktop.domain import VerbatimError
from desktop.translation import Text, number, tr
from desktop.ui.widgets.basics import button, plain_label
from desktop.ui.widgets.date_words import moment
from desktop.ui.widgets.form_dialog import TableDialog

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop.desk.open_desk import Desk
    from desktop.store.upkeep.backup import Backup


def _difference(then: int, now: int) -> str:
    return number(then) if then == now else tr("{then} (now {now})", then=number(then), now=number(now))


def _row(path: Path, now: tuple[int, int, int]) -> list[str]:
    """Return counts of a backup beside those of the desk; an unreadable one says so."""
    from desktop.store.upkeep.backup import holds

    try:
        contents = holds(path)
    except VerbatimError as error:
        return ["", "", str(error)]
    return [_difference(*pair) for pair in zip((contents.articles, contents.quotes, contents.marks), now, strict=True)]


def _place(desk: Desk, backup: Backup) -> str:
    folder = backup.path.parent
    return tr("beside the desk") if folder.parent == desk.path.parent else str(folder)


class BackupsDialog(TableDialog):
    """Newest first, with counts.

    Signals:
        restore_requested(object): the path of a backup
        backup_requested(): a copy is to be made now
        folder_requested(): copies are to go into another folder
    """

    restore_requested = Signal(object)
    backup_requested = Signal()
    folder_requested = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        from desktop.store.upkeep.backup import holds

        self._backups = desk.backups.all()
        contents = holds(desk.path)
        now = (contents.articles, contents.quotes, contents.marks)
        rows = [
            [moment(backup.made_at), tr(backup.why), *_row(backup.path, now), _place(desk, backup)]
            for backup in self._backups
        ]
        super().__init__(
            Text("Backups"),
            (tr("Made"), tr("Why"), tr("Articles"), tr("Quotes"), tr("Marks"), tr("Where")),
            rows,
            parent,
        )
        restore = button(tr("Put in place"), "backup-restore", "primary")
        restore.setEnabled(bool(rows) and not desk.read_only)
        restore.setToolTip(tr("The desk as it is now is kept beside it."))
        restore.clicked.connect(self._restore)
        self.buttons.addButton(restore, QDialogButtonBox.ButtonRole.ActionRole)
        self._lay_out_place(desk)
        if rows:
            self.choose(0)
            self.table.setFocus()
        else:
            self.nothing.setText(tr("There is no backup yet. One is made on each day with a change."))
            self.nothing.show()

    def _lay_out_place(self, desk: Desk) -> None:
        """Say where copies go, and what hinders today's, with the ways out."""
        again, other = button(tr("Back up now"), "backup-again"), button(tr("Another folder…"), "backup-other-folder")
        for each, signal in ((again, self.backup_requested), (other, self.folder_requested)):
            each.setEnabled(not desk.read_only)
            each.clicked.connect(self.accept)
            each.clicked.connect(signal)
            self.buttons.addButton(each, QDialogButtonBox.ButtonRole.ActionRole)
        problem = desk.backups.problem
        if problem:
            again.setText(tr("Try again"))
        sentence = (
            tr("⚠ Today’s backup could not be made. {problem}", problem=problem)
            if problem
            else tr("Copies go into {folder}", folder=desk.backups.folder)
        )
        where = plain_label(sentence, "" if problem else "faint")
        where.setObjectName("backup-place")
        where.setWordWrap(True)
        self.column.insertWidget(0, where)

    def _restore(self) -> None:
        chosen = self.chosen()
        if chosen:
            path = self._backups[chosen[0]].path
            self.accept()
            self.restore_requested.emit(path)
