"""File dialogs: what they list, and what can be done with a file that was written."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices

from desktop.translation import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.ui.widgets.message_bar import MessageBar

DESKS = Text("Desks (*.desk);;All files (*)")


def texts() -> str:
    """Return what a dialog lists that asks for articles: every format that is read."""
    from desktop.intake.registry import endings

    patterns = " ".join(f"*{ending}" for ending in endings())
    return tr("Articles ({patterns});;All files (*)", patterns=patterns)


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
