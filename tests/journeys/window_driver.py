"""Driver of journeys: presses keys, clicks, and finds what a user sees."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit, QPushButton, QWidget

from desktop.desk.open_desk import Desk
from desktop.desk.sample import make_sample, sample_path

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.domain import VersionId
    from desktop.ui.window.main_window import MainWindow

W = TypeVar("W", bound=QWidget)


def find(parent: QWidget, kind: type[W], name: str) -> W:
    """Return the widget of this name; it must be there."""
    found = parent.findChild(kind, name)
    assert found is not None, f"there is no {name}"
    return found


def press(window: QWidget, *keys: str) -> None:
    """Press keys, e.g. “Ctrl+S”, wherever the focus is."""
    from PySide6.QtGui import QKeySequence

    for key in keys:
        target = QApplication.activeModalWidget() or QApplication.activePopupWidget() or window
        QTest.keySequence(target.focusWidget() or target, QKeySequence(key))


def write(window: QWidget, words: str) -> None:
    """Type words wherever the focus is."""
    target = QApplication.activeModalWidget() or window
    QTest.keyClicks(target.focusWidget() or target, words)


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def choose_file(qtbot: QtBot, window: MainWindow, name: str, path: Path) -> None:
    """Write a path into the file dialog of this name and take it."""
    qtbot.waitUntil(lambda: window.findChild(QFileDialog, name) is not None)
    dialog = find(window, QFileDialog, name)
    line = find(dialog, QLineEdit, "fileNameEdit")
    line.setFocus()
    line.clear()
    line.insert(str(path))  # as pasted: typed before the dialog knows its folder, Qt takes another path than is written
    accept = next(
        button for button in find(dialog, QDialogButtonBox, "buttonBox").findChildren(QPushButton) if button.isDefault()
    )

    def taken() -> bool:
        """Click as a person would: again, if the first click only closed the list of names that fit."""
        if dialog.isVisible() and accept.isEnabled():
            click(accept)
        return not dialog.isVisible()

    gone = QSignalSpy(dialog.destroyed)
    qtbot.waitUntil(lambda: gone.count() > 0 or taken())
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not dialog)
    if QApplication.activeModalWidget() is not None:
        return  # the next dialog asks already
    window.activateWindow()  # there is no window manager here that would
    qtbot.waitUntil(window.isActiveWindow)


@cache
def _sample() -> tuple[bytes, tuple[VersionId, VersionId]]:
    """Make the sample story once; returns its desk and the two versions it opens on."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sample.desk"
        pair = make_sample(path)
        return path.read_bytes(), pair


def put_sample(window: MainWindow) -> None:
    """Put the sample story, as nobody has opened it yet, where the window looks for it."""
    path = sample_path(window.session.settings.own_folder)
    if not path.exists():
        content, pair = _sample()
        path.write_bytes(content)
        with Desk.open(path, read_only=True) as desk:
            window.session.settings.set_text(f"pairs/{desk.uid}", f"{pair[0]} {pair[1]}")


def open_sample(qtbot: QtBot, window: MainWindow) -> None:
    """Open the sample story from the start page."""
    put_sample(window)
    click(find(window, QPushButton, "start-sample"))
    qtbot.waitUntil(lambda: window.session.desk is not None and window.session.pair.comparison is not None)


def messages(window: MainWindow) -> str:
    return window.message.text() if window.message.isVisible() else ""
