"""Making and opening desks from the menu; every known error becomes a sentence with a way out."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from desktop.domain import VerbatimError
from desktop.translation import Text, tr
from desktop.ui import background
from desktop.ui.menus import file_dialogs
from desktop.ui.widgets import file_places
from desktop.ui.widgets.basics import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.desk.open_desk import Desk
    from desktop.desk.reasons import OwnReasons
    from desktop.store.errors import ForeignLock, StoreError
    from desktop.ui.session.session import Session
    from desktop.ui.widgets.message_bar import MessageBar

_HINT = Text(
    "This is a copy of the sample story, so try anything. Left: choose what to compare. "
    "Centre: F8 steps through the changes. Right: V, D or U marks a quote."
)


class DeskMenu(QObject):
    """The acts of the Desk menu; `take` shows a desk that was opened.

    Signals: recover_requested(object): the path of a damaged desk
    """

    recover_requested = Signal(object)

    def __init__(
        self,
        session: Session,
        message: MessageBar,
        window: QWidget,
        *,
        take: Callable[[Desk], None],
    ) -> None:
        super().__init__(window)
        self._session = session
        self._message = message
        self._window = window
        self._take = take
        self.recent = QMenu(tr("Open &recent"), window)
        self.recent.aboutToShow.connect(self.fill_recent)

    def ask_reasons(self) -> None:
        """Ask what this desk adds to the reasons and bases on its cards."""
        from desktop.desk.reasons import own_reasons
        from desktop.ui.dialogs.desk_choices import ReasonsDialog

        if self._session.desk is not None and self._session.writable:
            dialog = ReasonsDialog(own_reasons(self._session.desk), self._window)
            dialog.agreed.connect(self._set_reasons)
            dialog.open()

    def _set_reasons(self, own: OwnReasons) -> None:
        from desktop.desk.reasons import set_own_reasons

        if self._session.attempt(lambda desk: set_own_reasons(desk, own)):
            self._session.reasons_changed.emit()

    def open_path(self, path: Path, *, read_only: bool = False, breaking: ForeignLock | None = None) -> bool:
        """Open a desk; a known error becomes a sentence with a way out, and the answer is False.

        So it is for a desk of an older version, which is copied and updated first, in the background, and then opened.
        `breaking` is a lock of another computer of which the user said that nobody holds it.
        """
        from desktop.desk.open_desk import is_of_older_version

        if not read_only and breaking is None and is_of_older_version(path):
            self._update(path)
            return False
        return self._open(path, read_only=read_only, breaking=breaking)

    def _open(self, path: Path, *, read_only: bool = False, breaking: ForeignLock | None = None) -> bool:
        from desktop.desk.open_desk import Desk

        try:
            if breaking is not None:
                desk = Desk.open_breaking_lock(path, breaking, checker=self._session.checker)
            else:
                desk = Desk.open(path, read_only=read_only, index_later=True)
        except VerbatimError as error:
            self._refuse(path, error)
            return False
        except Exception as error:
            self.look_for_damage(path, error)
            raise
        self._take(desk)
        return True

    def _refuse(self, path: Path, error: VerbatimError) -> None:
        """Say why a desk is not open, with a way out."""
        from desktop.store.errors import Damaged, ForeignLock, Locked

        read = (tr("Open to read only"), partial(self._open_read_only, path))
        if isinstance(error, ForeignLock):
            self._message.fail(str(error), read, (tr("Break the lock…"), partial(self._ask_to_break, path, error)))
        elif isinstance(error, Locked):
            self._message.fail(str(error), read)
        elif isinstance(error, Damaged):
            self._message.fail(str(error), (tr("Recover what can be read"), partial(self.recover_requested.emit, path)))
        else:
            self._message.fail(str(error))

    def look_for_damage(self, path: Path, error: Exception) -> None:
        """Check a desk on which something failed that nobody expected, on another thread; say it if that is why."""

        def check(_: background.Task) -> StoreError | None:
            from desktop.desk.damage import damage

            return damage(path, error)

        background.start(check, tr("Checking"), self).done.connect(partial(self._tell_damage, path))

    def _tell_damage(self, path: Path, found: StoreError | None) -> None:
        desk = self._session.desk
        if found is not None and (desk is None or desk.path == path):
            self._refuse(path, found)

    def _update(self, path: Path) -> None:
        """Copy a desk of an older version and bring it to this one on another thread, then open it."""
        from desktop.desk.open_desk import Desk
        from desktop.text.progress import Cancelled

        if self._session.work is not None:
            still = tr("{work} is still under way; please wait or cancel it below.", work=self._session.work.title)
            self._message.say(still)
            return

        def update(task: background.Task) -> bool:
            def show(copied: int, pages: int) -> None:
                if task.cancelled():
                    raise Cancelled
                # Of what comes after the copy nobody knows how long it takes.
                task.report_progress(*((copied, pages) if copied < pages else (0, 0)), "")

            with suppress(Cancelled):
                Desk.open(path, index_later=True, tell=show).close()
            return not task.cancelled()

        task = background.start(update, tr("Updating “{name}”", name=path.name), self)
        task.ended.connect(partial(self._session.set_work, None))
        task.done.connect(lambda agreed: agreed and self._open(path))
        task.failed.connect(partial(self._not_updated, path))
        self._session.set_work(task)

    def _not_updated(self, path: Path, error: object) -> None:
        if isinstance(error, VerbatimError):
            self._refuse(path, error)
        else:
            self._message.fail(tr("“{name}” could not be updated: {error}", name=path.name, error=str(error)))

    def open_sample(self) -> None:
        """Open the copy of the sample story: as it was left, or a fresh one if there is none."""
        from desktop.desk.sample import drop_old_copies, is_untouched, make_sample, sample_path

        path, pair = sample_path(self._session.settings.own_folder), None
        self._forget(drop_old_copies(path.parent))
        try:
            pair = make_sample(path) if not path.exists() else None
        except VerbatimError as error:
            self._message.fail(str(error))
            return
        untouched = pair is not None or is_untouched(path)
        if not self.open_path(path):
            return
        if pair is not None:
            self._session.pair.compare(*pair)
        if untouched:
            self._message.say(str(_HINT), seconds=0)
        else:
            self._message.say(tr("This is the sample story as you left it."), (tr("Reset sample"), self.reset_sample))

    def reset_sample(self) -> None:
        """Put a fresh sample in the place of the copy; that is kept among the backups if something was done on it."""
        from desktop.desk.sample import drop_old_copies, reset_sample, sample_path

        path = sample_path(self._session.settings.own_folder)
        self._forget(drop_old_copies(path.parent))
        desk = self._session.desk
        was_open = desk is not None and desk.path == path
        if was_open:
            self._session.close_desk()
        try:
            a, b, former = reset_sample(path)
        except VerbatimError as error:
            if was_open:
                self.open_path(path)
            self._message.fail(str(error))
            return
        if not self.open_path(path):
            return
        self._session.pair.compare(a, b)
        if former is None:
            self._message.say(str(_HINT), seconds=0)
        else:
            back = (tr("Put mine back"), partial(self._put_back, former))
            sentence = tr("The sample story is as it was at first. Your copy is kept among its backups.")
            self._message.say(sentence, back, details=[str(former)], seconds=0)

    def _put_back(self, former: Path) -> None:
        """Put the copy of the sample that was reset in its place again."""
        from desktop.desk.backups import restore
        from desktop.desk.sample import sample_path

        path = sample_path(self._session.settings.own_folder)
        if self._session.desk is not None and self._session.desk.path == path:
            self._session.close_desk()
        try:
            restore(former, path)
        except VerbatimError as error:
            self.open_path(path)
            self._message.fail(str(error))
            return
        if self.open_path(path):
            self._message.say(tr("Your copy of the sample story is back."))

    def _forget(self, gone: Sequence[Path]) -> None:
        for path in gone:
            self._session.settings.forget_desk(path)

    def make_desk(self, path: Path) -> bool:
        from desktop.desk.open_desk import Desk

        path = path if path.suffix else path.with_suffix(".desk")
        try:
            desk = Desk.create(path)
        except VerbatimError as error:
            self._message.fail(str(error))
            return False
        self._take(desk)
        return True

    def _open_read_only(self, path: Path) -> None:
        self.open_path(path, read_only=True)

    def _ask_to_break(self, path: Path, lock: ForeignLock) -> None:
        self._message.fail(
            tr(
                "Is it certain that nobody has “{path}” open any more? Two programs that write into one "
                "desk can damage it. The desk logs that the lock was broken, by whom and whose it was.",
                path=path.name,
            ),
            (tr("Break the lock"), partial(self._break_lock, path, lock)),
            (tr("Open to read only"), partial(self._open_read_only, path)),
        )

    def _break_lock(self, path: Path, lock: ForeignLock) -> None:
        if self.open_path(path, breaking=lock):
            self._message.say(tr("The lock of “{path}” is broken, which is logged in the desk.", path=path.name))

    def ask_new_desk(self) -> None:
        self._ask_file(tr("New desk"), "new-desk-file", save=True, then=self.make_desk)

    def ask_open_desk(self) -> None:
        self._ask_file(tr("Open desk"), "open-desk-file", save=False, then=self.open_path)

    def _ask_file(self, title: str, name: str, *, save: bool, then: Callable[[Path], bool]) -> None:
        recent = self._session.settings.recent
        folder = file_places.beginning(recent[0].parent if recent else None, self._session.settings.own_folder)
        files = QFileDialog(self._window, title, str(folder), str(file_dialogs.DESKS))
        files.setObjectName(name)
        files.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        files.setDefaultSuffix("desk")
        if save:
            files.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            # Making a desk never replaces a file; the store refuses with a sentence.
            files.setOption(QFileDialog.Option.DontConfirmOverwrite)
        files.fileSelected.connect(lambda path: then(Path(path)))
        files.open()

    def fill_recent(self) -> None:
        self.recent.clear()
        for path in self._session.settings.recent:
            there = path.exists()
            action = self.recent.addAction(path.name.replace("&", "&&") + ("" if there else "   " + tr("(missing)")))
            action.setToolTip(plain_tip(str(path)))
            action.setEnabled(there)
            action.triggered.connect(partial(self.open_path, path))
        self.recent.addSeparator()
        clear = self.recent.addAction(tr("Clear this list"))
        clear.triggered.connect(self._session.settings.forget_desks)
