"""The application: settings, session, window, and the last line of defence for errors that nothing caught."""

from __future__ import annotations

import logging
import sys
import traceback
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desktop.app.error_log import ErrorLog
from desktop.domain import VerbatimError
from desktop.store.file.location import own_folder
from desktop.translation import tr
from desktop.ui.language import set_language
from desktop.ui.session.session import Session
from desktop.ui.settings import Settings, default_path
from desktop.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from types import TracebackType

log = logging.getLogger("verbatim")


class LastDefence(QObject):
    """Show what no slot caught, on the thread of the window, and go on.

    A known error is shown as its own sentence, every time. Any other is shown once; what of it is on the disk is not
    for this to say: the line at the bottom of the window says it. The open desk is checked then, once: if it was
    damaged or changed by another program, that is said, with a way out.
    """

    caught = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._shown = False
        self._checked: set[Path] = set()
        self.caught.connect(self._show)
        sys.excepthook = self._catch

    def _catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.exit(130)
            return
        level = logging.WARNING if issubclass(kind, VerbatimError) else logging.ERROR
        log.log(level, "no slot caught: %s", kind.__name__, exc_info=(kind, error, trace))
        self.caught.emit(error)

    def _show(self, error: BaseException) -> None:
        if isinstance(error, VerbatimError):
            self._window.message.fail(str(error))
            return
        if not self._shown:
            self._shown = True
            sentence = tr("Something unexpected went wrong. Please start Verbatim again.")
            self._window.message.fail(sentence, details="".join(traceback.format_exception(error)).splitlines())
        desk = self._window.session.desk
        if desk is not None and isinstance(error, Exception) and desk.path not in self._checked:
            self._checked.add(desk.path)
            self._window.desk_menu.look_for_damage(desk.path, error)


def make_application(arguments: list[str]) -> QApplication:
    """Return the one QApplication, named so that its folders are found."""
    app = QApplication(arguments)
    app.setOrganizationName("Verbatim")
    app.setApplicationName("Verbatim")
    app.setDesktopFileName("verbatim")
    return app


def run_window(desk: Path | None = None, *, sample: bool = False, self_check: bool = False) -> int:
    """Show the window until it is closed; returns the exit code.

    `self_check` opens the sample in a temporary folder, paints it, and exits 0 if all was as it should be.
    """
    own = own_folder()
    errors = ErrorLog(own / "logs")
    app = make_application(sys.argv[:1])
    if self_check:
        from desktop.app.self_check import check_window

        code = check_window(app)
        errors.close()
        return code
    settings = Settings(default_path(), own)
    set_language(app, settings.language)
    _move_former_folder(settings)
    session = Session(settings)
    window = MainWindow(session)
    window.apply_scheme()
    LastDefence(window)
    window.show()
    # The window paints first; the desk is opened right after.
    QTimer.singleShot(0, window, partial(_begin, window, errors, desk, sample=sample))
    code = app.exec()
    errors.close()
    return code


def _move_former_folder(settings: Settings) -> None:
    """Move what earlier versions kept in the data folder that Qt names, a folder of their own inside the program's."""
    former = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))
    if former != settings.own_folder and former.is_dir():
        from desktop.app.former_folder import move_from

        settings.desks_moved(move_from(former, settings.own_folder))


def _begin(window: MainWindow, errors: ErrorLog, desk: Path | None, *, sample: bool) -> None:
    _open(window, desk, sample=sample)
    tell_crash(window, errors)


def tell_crash(window: MainWindow, errors: ErrorLog) -> None:
    """Say that the run before did not end as it should, once, and where its file is; not over another message."""
    crash = errors.former_crash()
    if crash is not None and window.message.isHidden():
        path = errors.mark_reported(crash)
        sentence = tr(
            "Verbatim ended unexpectedly last time. Where in the program that was is written down in {path}.", path=path
        )
        window.message.say(sentence, details=[str(path), tr("It holds no text of any article.")], seconds=0)


def _open(window: MainWindow, desk: Path | None, *, sample: bool) -> None:
    if sample:
        window.desk_menu.open_sample()
        return
    last = window.settings.last_desk
    path = desk or (last if last is not None and last.exists() else None)
    if path is not None:
        window.open_first(path)
