"""Backups in the window: a sign where today's could not be made, one by hand, one put in place."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.domain import VerbatimError
from desktop.ui.widgets.basics import button, plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.desk.open_desk import Desk
    from desktop.ui.session.session import Session
    from desktop.ui.widgets.message_bar import MessageBar, Offer

_MISSED = "Today’s backup could not be made; what you do is in the desk all the same."


class BackupCare(QObject):
    """The backups of the open desk; `sign` stands at the bottom of the window as long as today's could not be made."""

    def __init__(
        self, session: Session, message: MessageBar, window: QWidget, *, open_desk: Callable[[Path], bool]
    ) -> None:
        super().__init__(window)
        self._session = session
        self._message = message
        self._window = window
        self._open = open_desk
        self._desk: Desk | None = None
        self._shown = ""  # the problem of which the bar has spoken
        self.sign = button("⚠ No backup today", "no-backup", "flat")
        self.sign.clicked.connect(self.ask_restore)
        self.sign.hide()
        session.articles_changed.connect(self.look)

    # -- the daily one ---------------------------------------------------------------------------------------------

    def follow(self) -> None:
        """Another desk is open, or none; the former one may not have got the copy that is made on closing."""
        former, self._desk = self._desk, self._session.desk
        self._shown = ""
        missed = former.backups.problem if former is not None and former is not self._desk else ""
        if former is not None and missed:
            self._message.say(f"⚠ “{former.path.name}” has no backup of today. {missed}", seconds=0)
        self.look()

    def look(self) -> None:
        """Show or hide the sign; a problem is put in words once."""
        desk = self._session.desk
        problem = desk.backups.problem if desk is not None else ""
        self.sign.setVisible(bool(problem))
        self.sign.setToolTip(plain_tip(f"{_MISSED} {problem}"))
        self.sign.setAccessibleName(f"No backup today. {problem}")
        if problem and problem != self._shown:
            self._message.say(f"⚠ {_MISSED} {problem}", *self._ways_out(), seconds=0)
        self._shown = problem

    def _ways_out(self) -> tuple[Offer, Offer]:
        return ("Try again", self.back_up), ("Another folder…", self.ask_folder)

    # -- by hand ---------------------------------------------------------------------------------------------------

    def back_up(self) -> None:
        """Make a verified copy where copies of this desk go."""
        self._make(lambda desk: desk.backups.make(), "A verified copy was made: {}")

    def ask_folder(self) -> None:
        desk = self._session.desk
        if desk is None:
            return
        files = QFileDialog(self._window, "Folder for the backups of this desk", str(desk.path.parent))
        files.setObjectName("backup-folder")
        files.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        files.setFileMode(QFileDialog.FileMode.Directory)
        files.setOption(QFileDialog.Option.ShowDirsOnly)
        files.fileSelected.connect(lambda path: self.keep_in(Path(path)))
        files.open()

    def keep_in(self, folder: Path) -> None:
        """Let the copies of this desk go into a folder from now on."""
        sentence = f"Backups of this desk go into “{folder.name or folder}” from now on; the first was made: {{}}"
        self._make(lambda desk: desk.backups.keep_in(folder), sentence)

    def _make(self, make: Callable[[Desk], Path], sentence: str) -> None:
        desk = self._session.desk
        if desk is None:
            return
        self._session.flush()
        try:
            made = make(desk)
        except VerbatimError as error:
            self._message.fail(str(error), *self._ways_out())
        else:
            self._message.say(sentence.format(made.name), details=[str(made)])
        self.look()

    # -- the way back ----------------------------------------------------------------------------------------------

    def ask_restore(self) -> None:
        """List the backups of this desk, to put one in its place."""
        desk = self._session.desk
        if desk is None:
            return
        from desktop.ui.dialogs.backups import BackupsDialog

        self._session.flush()
        try:
            dialog = BackupsDialog(desk, self._window)
        except VerbatimError as error:  # the desk itself cannot be counted now
            self._message.fail(str(error))
            return
        dialog.restore_wanted.connect(self._restore)
        dialog.again_wanted.connect(self.back_up)
        dialog.folder_wanted.connect(self.ask_folder)
        dialog.open()

    def _restore(self, copy: Path) -> None:
        """Put a backup in the desk's place; the desk as it is now is kept beside it."""
        desk = self._session.desk
        if desk is None:
            return
        from desktop.desk.backups import restore

        path = desk.path
        self._session.close_desk()
        try:
            former = restore(copy, path)
        except VerbatimError as error:
            self._open(path)
            self._message.fail(str(error))
            return
        if self._open(path):
            beside = f" The desk as it was is kept as {former.name}." if former is not None else ""
            back: list[Offer] = [("Put that back", partial(self._restore, former))] if former is not None else []
            self._message.say(f"The backup is in place.{beside}", *back, details=[str(former or copy)], seconds=0)
