"""Code trips of three acts in the window: `python -m tests.benchmarks.trips [CHECKOUT]`.

Prints, for the code of a checkout (this one if none is named), each act after a first one that warms it up:
the key V until COMMIT (files of `desktop/` in which a function ran, changes from one file to another, SQL statements on
the window's thread until the window is idle again), another article chosen until it is laid out, and a pasted text
until it is laid out. Also counts files, the biggest folder and files at the root. It names no module of the program
but those that open the window, so that it measures old and new checkouts alike.
"""

from __future__ import annotations

import gc
import importlib
import os
import sqlite3
import sys
import tempfile
import threading
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
CHECKOUT = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
sys.path.insert(0, str(CHECKOUT))
_ROOT = str(CHECKOUT / "desktop") + os.sep
_PASTED = (
    "Harbour to close\n\nThe harbour of Millbrook will close on 3 May, the mayor said.\n\n"
    "“We have no money left for the walls,” said Ann Lee, the mayor. “They will not stand another winter.”\n\n"
    "Fishermen protested. “Nobody asked us,” Jo Field told the council.\n"
)


def _first(*names: str) -> Any:
    """Import the first of these that is there, each `module:name`."""
    for name in names:
        module, _, attribute = name.partition(":")
        try:
            return getattr(importlib.import_module(module), attribute)
        except ImportError:
            continue
    raise ImportError(names[0])


class Trip:
    """The files of the program that run on this thread between two moments."""

    def __init__(self) -> None:
        self.files: dict[str, None] = {}
        self.changes = 0
        self.statements: list[str] = []
        self.over = False
        self._last = ""

    def _event(self, frame: FrameType, event: str, _argument: object) -> None:
        if event != "call" or self.over:
            return
        name = frame.f_code.co_filename
        if not name.startswith(_ROOT) or frame.f_code.co_name == "<module>":
            return
        self.files.setdefault(name[len(_ROOT) :])
        if name != self._last:
            self.changes += 1
            self._last = name

    def _sql(self, statement: str) -> None:
        if threading.current_thread() is not threading.main_thread():
            return
        if statement != (self.statements or [""])[-1]:  # a trigger tells the statement that set it off again
            self.statements.append(statement)
        if statement.strip().upper().startswith("COMMIT"):
            self.over = self.until_commit

    def run(self, act: Callable[[], object], done: Callable[[], bool], *, until_commit: bool = False) -> Trip:
        self.until_commit = until_commit
        connections = [each for each in gc.get_objects() if isinstance(each, sqlite3.Connection)]
        for connection in list(connections):
            try:
                connection.set_trace_callback(self._sql)
            except sqlite3.ProgrammingError:  # it belongs to another thread
                connections.remove(connection)
        sys.setprofile(self._event)
        try:
            act()
            wait(done)
        finally:
            sys.setprofile(None)
            for connection in connections:
                connection.set_trace_callback(None)
        return self


def wait(done: Callable[[], bool], seconds: float = 20) -> None:
    """Run the event loop until `done`, and then until nothing is left to do."""
    from PySide6.QtCore import QCoreApplication, QEventLoop

    end = time.monotonic() + seconds
    while not done():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        if time.monotonic() > end:
            raise TimeoutError
    idle = time.monotonic() + 0.5
    while time.monotonic() < idle:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def press(window: Any, *keys: str) -> None:
    from PySide6.QtGui import QKeySequence
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    for key in keys:
        target = QApplication.activeModalWidget() or window
        QTest.keySequence(target.focusWidget() or target, QKeySequence(key))


def _paste_and_accept(window: Any, number: int) -> None:
    """Paste a text by the menu's action and accept what the dialog proposes."""
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QApplication, QDialog

    QApplication.clipboard().setText(_PASTED.replace("Millbrook", f"Millbrook {number}"))
    next(action for action in window.findChildren(QAction) if "aste" in action.text()).trigger()
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, QDialog) and dialog.isVisible():
            dialog.accept()


def _listed(session: Any, count: int) -> bool:
    return len(session.desk.articles()) == count


def _settings(settings_class: Any, folder: Path) -> Any:
    try:
        return settings_class(folder / "verbatim.ini", folder)
    except TypeError:  # older checkouts look for their own folder themselves
        return settings_class(folder / "verbatim.ini")


def main() -> None:
    from PySide6.QtWidgets import QApplication

    files = [path.relative_to(CHECKOUT / "desktop") for path in (CHECKOUT / "desktop").rglob("*.py")]
    folders: dict[Path, int] = {}
    for path in files:
        folders[path.parent] = folders.get(path.parent, 0) + 1
    print(f"files {len(files)}; biggest folder {max(folders.values())}; at the root {folders[Path()]}")

    app = QApplication(sys.argv[:1])
    session_class = _first("desktop.ui.session.session:Session", "desktop.ui.session:Session")
    window_class = _first("desktop.ui.window.main_window:MainWindow", "desktop.ui.window:MainWindow")
    settings_class = _first("desktop.ui.settings:Settings")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME"):
            os.environ[name] = folder
        session = session_class(_settings(settings_class, Path(folder)))
        window = window_class(session)
        window.apply_scheme()
        window.resize(1440, 900)
        window.show()
        window.activateWindow()
        wait(lambda: True)
        press(window, "Space")
        wait(lambda: session.desk is not None)
        session.set_checker("Ada")
        bench = window.bench
        for _ in range(4):
            if bench.quotes.isAncestorOf(QApplication.focusWidget() or window):
                break
            press(window, "F6")
        press(window, "Home", "V")
        wait(lambda: True)
        trip = Trip().run(lambda: press(window, "V"), lambda: True, until_commit=True)
        _tell("key V until COMMIT", trip)
        for statement in trip.statements:
            print("   ", " ".join(statement.split())[:150])

        articles = session.desk.articles()
        show = getattr(session, "pair", session)
        show.show(articles[3].newest)
        wait(lambda: True)
        _tell("another pair until laid out", Trip().run(lambda: show.show(articles[4].newest), lambda: True))

        count = len(session.desk.articles())
        for number in (1, 2):
            trip = Trip().run(partial(_paste_and_accept, window, number), partial(_listed, session, count + number))
        _tell("pasted text until laid out", trip)
        if "-v" in sys.argv:
            print("\n".join(sorted(trip.files)))
        window.close()
    app.processEvents()


def _tell(what: str, trip: Trip) -> None:
    print(f"{what}: {len(trip.files)} files, {trip.changes} changes of file, {len(trip.statements)} SQL statements")
    if "-v" in sys.argv:
        print("   ", ", ".join(sorted(trip.files)))


if __name__ == "__main__":
    main()
