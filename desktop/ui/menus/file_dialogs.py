"""File dialogs: where they begin, what they list, and what can be done with a file that was written."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from desktop.translation import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop.ui.widgets.message_bar import MessageBar

DESKS = Text("Desks (*.desk);;All files (*)")


def texts() -> str:
    """Return what a dialog lists that asks for articles: every format that is read."""
    from desktop.intake.registry import endings

    patterns = " ".join(f"*{ending}" for ending in endings())
    return tr("Articles ({patterns});;All files (*)", patterns=patterns)


def documents() -> Path:
    """Return the folder in which people look for what they wrote."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return folder if folder.is_dir() else Path.home()


def beginning(wanted: Path | None, own: Path) -> Path:
    """Return the folder in which a dialog begins: the wanted one, but Documents if that is hidden or not there.

    Hidden is also what lies in the program's `own` folder.
    """
    if wanted is None or _is_hidden(wanted, own) or not wanted.is_dir():
        return documents()
    return wanted


def _is_hidden(folder: Path, own: Path) -> bool:
    return folder == own or own in folder.parents or any(part.startswith(".") for part in folder.parts[1:])


def ask_place(parent: QWidget, title: str, name: str, proposed: Path, filters: str) -> QFileDialog:
    """Return a dialog called `name` that asks where to write a file; whoever wants the answer connects and opens it."""
    files = QFileDialog(parent, title, str(proposed.parent), filters)
    files.setObjectName(name)
    files.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    files.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    files.setDefaultSuffix(proposed.suffix.lstrip("."))
    files.selectFile(proposed.name)
    return files


def say_written(message: MessageBar, out: Path, sentence: str) -> None:
    """Say that a file was written, with ways to it."""

    def opened(act: Callable[[Path], bool]) -> None:
        if not act(out):
            message.fail(tr("This computer has no program that shows this file."), details=[str(out)])

    ways = (tr("Open"), lambda: opened(_open)), (tr("Show in folder"), lambda: opened(_show_in_folder))
    message.say(sentence, *ways, details=[str(out)], seconds=30)


def _open(file: Path) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


def _show_in_folder(file: Path) -> bool:
    """Open the folder, with the file chosen where the system can do that."""
    if sys.platform == "win32":
        return bool(QProcess.startDetached("explorer", ["/select,", str(file)])[0])
    if sys.platform == "darwin":
        return bool(QProcess.startDetached("open", ["-R", str(file)])[0])
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent)))
