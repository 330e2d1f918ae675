"""How is the program put together? Settings, session, window, and the last line of defence for errors."""

from __future__ import annotations

import logging
import sys
import traceback
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desktop.ui.session.session import Session
from desktop.ui.settings import Settings, default_path
from desktop.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from types import TracebackType

log = logging.getLogger("verbatim")


class LastDefence(QObject):
    """Show an unexpected error once, on the thread of the window, and go on: everything marked is on the disk."""

    caught = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._shown = False
        self.caught.connect(self._show)
        sys.excepthook = self._catch

    def _catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.exit(130)
            return
        log.error("unexpected error: %s", kind.__name__, exc_info=(kind, error, trace))
        self.caught.emit("".join(traceback.format_exception(kind, error, trace)))

    def _show(self, text: str) -> None:
        if not self._shown:
            self._shown = True
            sentence = "Something unexpected went wrong; what you marked is on the disk. Please start Verbatim again."
            self._window.message.fail(sentence, details=text.splitlines())


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
    app = make_application(sys.argv[:1])
    if self_check:
        from desktop.self_check import check_window

        return check_window(app)
    settings = Settings(default_path())
    session = Session(settings)
    window = MainWindow(session)
    window.apply_scheme()
    LastDefence(window)
    window.show()
    # The window paints first; the desk is opened right after.
    QTimer.singleShot(0, window, partial(_open, window, desk, sample=sample))
    return app.exec()


def _open(window: MainWindow, desk: Path | None, *, sample: bool) -> None:
    if sample:
        window.desk_menu.open_sample()
        return
    last = window.settings.text("desks/last")
    path = desk or (Path(last) if last and Path(last).exists() else None)
    if path is not None:
        window.desk_menu.open_path(path)
