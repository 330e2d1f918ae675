"""Tools of the Desk menu: log, integrity check, merging, blind copy, disagreements, recovery, backups."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.domain import VerbatimError
from desktop.text.progress import Cancelled
from desktop.translation import Plural, Text, number, tr, tr_n
from desktop.ui import background
from desktop.ui.menus import file_dialogs
from desktop.ui.menus.log_export import LogExport
from desktop.ui.widgets import file_places
from desktop.ui.widgets.basics import button, put_tip

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.desk.open_desk import Desk
    from desktop.store.upkeep.integrity import Report
    from desktop.store.upkeep.merge import MergeResult
    from desktop.store.upkeep.recovery import RecoveryResult
    from desktop.ui.session.session import Session
    from desktop.ui.widgets.message_bar import MessageBar, Offer


_SOON = 300  # milliseconds after a change: first it is painted
_MISSED = Text("Today’s backup could not be made; what you do is in the desk all the same.")
_ARTICLES = Plural("{count} article", "{count} articles")
_QUOTES = Plural("{count} quote", "{count} quotes")
_MARKS = Plural("{count} mark", "{count} marks")
_DESKS_OR_ACTS = Text("Desks and acts that wait (*.desk *.waiting.json);;All files (*)")
T = TypeVar("T")


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
        self.sign = button(tr("⚠ No backup today"), "no-backup", "flat")
        self.sign.clicked.connect(self.ask_restore)
        self.sign.hide()
        session.articles_changed.connect(self.look)
        self._copying: background.Task | None = None
        self._soon = QTimer(self, interval=_SOON, singleShot=True)
        self._soon.timeout.connect(self._copy_meanwhile)
        session.articles_changed.connect(self._soon.start)
        session.quotes_changed.connect(self._soon.start)

    # -- the daily one ---------------------------------------------------------------------------------------------

    def follow(self) -> None:
        """Another desk is open, or none; the former one may not have got the copy that is made on closing."""
        former, self._desk = self._desk, self._session.desk
        self._shown = ""
        if self._copying is not None:
            self._copying.cancel()  # if it was still due, it was made while the desk was closed
            self._copying = None
        if self._desk is not None:
            self._desk.backups.copies.make_meanwhile()
        missed = former.backups.problem if former is not None and former is not self._desk else ""
        if former is not None and missed:
            self._message.say(
                tr("⚠ “{path}” has no backup of today. {missed}", path=former.path.name, missed=missed), seconds=0
            )
        self.look()

    def _copy_meanwhile(self) -> None:
        """Make the day's copy of a large desk on another thread, soon after the change that asked for it."""
        desk = self._session.desk
        if desk is None or self._copying is not None or not desk.backups.copies.is_due:
            return
        path = desk.path

        def work(task: background.Task) -> None:
            from desktop.desk.open_desk import Desk

            def go_on(_copied: int, _pages: int) -> None:
                if task.cancelled():
                    raise Cancelled

            with Desk.open(path, read_only=True) as reading, suppress(Cancelled):
                reading.backups.make_daily(go_on)

        task = self._copying = background.start(work, tr("Backing up"), self)
        task.done.connect(partial(self._copied, task, desk))
        task.failed.connect(partial(self._not_copied, task, desk))

    def _copied(self, task: background.Task, desk: Desk, _nothing: object) -> None:
        if task is self._copying:
            self._copying = None
            desk.backups.copies.note_made()
            self.look()

    def _not_copied(self, task: background.Task, desk: Desk, error: Exception) -> None:
        from desktop.store.errors import StoreError

        if task is self._copying:
            self._copying = None
            if not isinstance(error, StoreError):
                raise error  # it is tried again when the desk is closed
            desk.backups.copies.note_failure(error)
            self.look()

    def look(self) -> None:
        """Show or hide the sign; a problem is put in words once."""
        desk = self._session.desk
        problem = desk.backups.problem if desk is not None else ""
        self.sign.setVisible(bool(problem))
        put_tip(self.sign, f"{_MISSED} {problem}" if problem else "")
        self.sign.setAccessibleName(tr("No backup today. {problem}", problem=problem))
        if problem and problem != self._shown:
            self._message.say(f"⚠ {_MISSED} {problem}", *self._ways_out(), seconds=0)
        self._shown = problem

    def _ways_out(self) -> tuple[Offer, Offer]:
        return (tr("Try again"), self.back_up), (tr("Another folder…"), self.ask_folder)

    # -- by hand ---------------------------------------------------------------------------------------------------

    def back_up(self) -> None:
        """Make a verified copy where copies of this desk go."""
        self._make(lambda desk: desk.backups.make(), lambda copy: tr("A verified copy was made: {copy}", copy=copy))

    def ask_folder(self) -> None:
        desk = self._session.desk
        if desk is None:
            return
        files = QFileDialog(self._window, tr("Folder for the backups of this desk"), str(desk.path.parent))
        files.setObjectName("backup-folder")
        files.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        files.setFileMode(QFileDialog.FileMode.Directory)
        files.setOption(QFileDialog.Option.ShowDirsOnly)
        files.fileSelected.connect(lambda path: self.keep_in(Path(path)))
        files.open()

    def keep_in(self, folder: Path) -> None:
        """Let the copies of this desk go into a folder from now on."""

        def sentence(copy: str) -> str:
            return tr(
                "Backups of this desk go into “{folder}” from now on; the first was made: {copy}",
                folder=folder.name or folder,
                copy=copy,
            )

        self._make(lambda desk: desk.backups.keep_in(folder), sentence)

    def _make(self, make: Callable[[Desk], Path], sentence: Callable[[str], str]) -> None:
        desk = self._session.desk
        if desk is None:
            return
        self._session.flush()
        try:
            path = make(desk)
        except VerbatimError as error:
            self._message.fail(str(error), *self._ways_out())
        else:
            self._message.say(sentence(path.name), details=[str(path)])
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
        dialog.restore_requested.connect(self._restore)
        dialog.backup_requested.connect(self.back_up)
        dialog.folder_requested.connect(self.ask_folder)
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
            sentence = tr("The backup is in place.")
            back: list[Offer] = []
            if former is not None:
                beside = tr("The desk as it was is kept as {name}.", name=former.name)
                sentence, back = f"{sentence} {beside}", [(tr("Put that back"), partial(self._restore, former))]
            self._message.say(sentence, *back, details=[str(former or copy)], seconds=0)


def _brought(result: MergeResult) -> str:
    """Say what came in with a merge: what everybody asks for, and of the rest what there is."""
    counts = (
        (result.articles, _ARTICLES),
        (result.versions, Plural("{count} version", "{count} versions")),
        (result.marks, _MARKS),
        (result.others, Plural("{count} other act", "{count} other acts")),
        (result.drafts, Plural("{count} half-typed note", "{count} half-typed notes")),
        (result.choices, Plural("{count} remembered choice", "{count} remembered choices")),
    )
    counted = ", ".join([words.of(count) for count, words in counts if count] or [_QUOTES.of(result.quotes)])
    if result.ours_retained:
        return tr(
            "{what} (where both had chosen, yours stays: {ours})", what=counted, ours=number(result.ours_retained)
        )
    return counted


class DeskCare(QObject):
    """The acts of the Desk menu on a whole desk; `open_desk` opens a path in the window."""

    def __init__(
        self, session: Session, message: MessageBar, window: QWidget, *, open_desk: Callable[[Path], bool]
    ) -> None:
        super().__init__(window)
        self._session = session
        self._message = message
        self._window = window
        self._open = open_desk
        self._settle = window.findChild(QAction, "settle") or QAction(self)
        self.log_export = LogExport(session, message, window, self._look)

    # -- check and rescue ------------------------------------------------------------------------------------------

    def check_desk(self) -> None:
        """Check the open desk and say what was found."""

        def work(desk: Desk, task: background.Task) -> Report:
            def progress(part: float) -> None:
                if task.cancelled():
                    raise VerbatimError(tr("The check was cancelled; nothing was changed."))
                task.report_progress(round(part * 100), 100, desk.path.name)

            return desk.check(progress=progress)

        self._look(work, self._checked, tr("Checking"))

    def _checked(self, report: Report) -> None:
        versions = tr_n("{count} version", "{count} versions", report.versions)
        contents = ", ".join((_MARKS.of(report.marks), versions, _QUOTES.of(report.quotes)))
        if report.sound:
            sentence = tr("This desk is sound: {looked} fit their sums and chains.", looked=contents)
            self._message.say(sentence, details=[*report.notes, tr(report.not_proven)], seconds=0)
        else:
            found = len(report.findings)
            sentence = tr_n("One thing is wrong with this desk.", "{count} things are wrong with this desk.", found)
            self._message.fail(sentence, details=[*report.findings, contents, tr(report.not_proven)])

    def ask_save_elsewhere(self) -> None:
        """The disk of the desk takes nothing: keep the desk and what waits for it in another place."""
        desk = self._session.desk
        if desk is not None:
            name = tr("{stem} saved elsewhere.desk", stem=desk.path.stem)
            self._ask_file(tr("Save this desk elsewhere"), "elsewhere-file", self.save_elsewhere, save=name)

    def save_elsewhere(self, out: Path) -> None:
        """Make a new desk of what can be read, or of the newest backup, write what waits there, and open it."""
        from desktop.store.pending import journal

        desk, pending = self._session.desk, self._session.pending
        if desk is None or pending is None:
            return
        try:
            what = desk.backups.rescue(out)
        except VerbatimError as error:
            beside = out.with_suffix(".waiting.json")
            try:
                journal.save(pending.acts, desk.uid, desk.path, beside)
            except VerbatimError as second:
                self._message.fail(f"{error} {second}")
            else:
                sentence = tr(
                    "The desk cannot be read now. {beside} holds what waits: merge it when the desk is back.",
                    beside=beside.name,
                )
                self._message.fail(sentence, details=[str(error), str(beside)])
            return
        if self._open(out):
            pending.try_again()
            self._message.say(
                tr("{out} is {what}, with what was waiting.", out=out.name, what=what), details=[str(out)], seconds=0
            )

    # -- other desks -----------------------------------------------------------------------------------------------

    def ask_merge(self) -> None:
        self._ask_file(tr("Merge another desk into this one"), "merge-file", self.merge, filters=str(_DESKS_OR_ACTS))

    def merge(self, other: Path) -> None:
        """Bring another desk in; the marks of both stay. A file with acts that wait is brought in, too."""
        if self._merge_pending(other):
            return
        merged: list[MergeResult] = []
        self._session.flush()
        if self._session.attempt(lambda desk: merged.append(desk.merge(other))):
            result = merged[0]
            if not any(count for name, count in asdict(result).items() if name not in {"ours_retained", "restated"}):
                self._message.say(tr("{other} holds nothing that is not on this desk already.", other=other.name))
                return
            self._session.undo_stack.clear()  # what it knows may have new ids behind it
            self._session.announce(())
            desk = self._session.desk
            contested = len(desk.disagreements()) if desk is not None else 0
            sentence = tr("{name} was merged: {what} came in.", name=other.name, what=_brought(result))
            if result.restated:
                restated = tr_n(
                    "{count} quote that was marked here shows another status now.",
                    "{count} quotes that were marked here show another status now.",
                    result.restated,
                )
                sentence = f"{sentence} {restated}"
            if contested:
                split = tr_n("Checkers disagree on {count} quote.", "Checkers disagree on {count} quotes.", contested)
                sentence = f"{sentence} {split}"
            settle: Offer = (tr("Settle them…") if contested > 1 else tr("Settle it…"), self.show_settle)
            acts = (settle,) if contested else ()
            self._message.say(sentence, *acts, seconds=0)

    def show_settle(self) -> None:
        """Show the quotes on which checkers disagree, in the window of before if that is open."""
        from desktop.ui.dialogs.settle import SettleDialog

        if self._session.desk is None:
            return
        self._session.flush()
        former = [dialog for dialog in self._window.findChildren(SettleDialog) if dialog.isVisible()]
        dialog = former[0] if former else SettleDialog(self._session, self._window)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        dialog.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_agreement(self) -> None:
        from desktop.ui.dialogs.settle import AgreementDialog

        if self._session.desk is not None:
            AgreementDialog(self._session.desk.agreements(), self._window).open()

    def count_disagreements(self) -> None:
        """Say in the menu how many quotes wait to be settled."""
        desk = self._session.desk
        count = len(desk.disagreements()) if desk is not None else 0
        self._settle.setText(
            tr("Sett&le disagreements ({waiting})…", waiting=count) if count else tr("Sett&le disagreements…")
        )

    def _merge_pending(self, path: Path) -> bool:
        """Write the acts of a file that was saved when the desk could not be reached; False if it is none."""
        from desktop.store.pending import journal

        pending, desk = self._session.pending, self._session.desk
        if desk is None or pending is None or not journal.is_pending_file(path):
            return False
        try:
            left = journal.read(path)
        except VerbatimError as error:
            self._message.fail(str(error))
            return True
        if left.desk == desk.uid:
            pending.add(left.acts)
        else:
            self._message.fail(
                tr("What waits in {path} was done on another desk: {name}.", path=path.name, name=Path(left.path).name)
            )
        return True

    def ask_blind_copy(self) -> None:
        desk = self._session.desk
        if desk is not None:
            name = tr("{stem} blind.desk", stem=desk.path.stem)
            self._ask_file(tr("Copy without marks, for a second checker"), "blind-file", self._blind_copy, save=name)

    def _blind_copy(self, out: Path) -> None:
        def work(desk: Desk, _: background.Task) -> None:
            desk.blind_copy(out)

        def done(_: None) -> None:
            self._message.say(
                tr("{out} holds the articles and quotes and none of the marks.", out=out.name), details=[str(out)]
            )

        self._look(work, done, tr("Copying"))

    def recover(self, damaged: Path) -> None:
        """Make a new desk of what can be read in a damaged one, and open it; the damaged file stays as it is."""
        out = next(
            path
            for number in range(1, 1000)
            if not (
                path := damaged.with_name(tr("{stem} recovered {number}.desk", stem=damaged.stem, number=number))
            ).exists()
        )

        def work(_: background.Task) -> RecoveryResult:
            from desktop.desk.backups import recover

            return recover(damaged, out)

        self._start(work, partial(self._recovered, out), tr("Recovering"))

    def _recovered(self, out: Path, found: RecoveryResult) -> None:
        if self._open(out):
            read = (_ARTICLES.of(found.articles), _QUOTES.of(found.quotes), _MARKS.of(found.marks))
            sentence = tr("{name} holds what could be read: {what}.", name=out.name, what=", ".join(read))
            if found.lost:
                lost = tr_n("{count} thing could not be read.", "{count} things could not be read.", len(found.lost))
                sentence = f"{sentence} {lost}"
            self._message.say(sentence, details=found.lost, seconds=0)

    # -- how it is done --------------------------------------------------------------------------------------------

    def _look(self, work: Callable[[Desk, background.Task], T], done: Callable[[T], None], title: str) -> None:
        """Work on a second, read-only look at the open desk, on another thread."""
        if self._session.desk is None:
            return
        self._session.flush()
        path = self._session.desk.path

        def work_read_only(task: background.Task) -> T:
            from desktop.desk.open_desk import Desk

            with Desk.open(path, read_only=True) as desk:
                return work(desk, task)

        self._start(work_read_only, done, title)

    def _start(self, work: Callable[[background.Task], T], done: Callable[[T], None], title: str) -> None:
        if self._session.work is not None:
            self._session.announced.emit(
                tr("{work} is still under way; please wait or cancel it below.", work=self._session.work.title)
            )
            return
        task = background.start(work, title, self)
        task.done.connect(done)
        task.failed.connect(self._on_error)
        task.ended.connect(self._end)
        self._session.set_work(task)

    def _end(self) -> None:
        self._session.set_work(None)

    def _on_error(self, error: Exception) -> None:
        if not isinstance(error, VerbatimError):
            raise error
        self._message.fail(str(error))

    def _ask_file(
        self, title: str, name: str, then: Callable[[Path], None], *, save: str = "", filters: str = ""
    ) -> None:
        desk = self._session.desk
        folder = file_places.beginning(
            desk.path.parent if desk is not None else None, self._session.settings.own_folder
        )
        files = QFileDialog(self._window, title, str(folder), filters or str(file_dialogs.DESKS))
        files.setObjectName(name)
        files.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if save:
            files.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            files.setDefaultSuffix(Path(save).suffix.lstrip("."))
            files.selectFile(save)
        files.fileSelected.connect(lambda path: then(Path(path)))
        files.open()
