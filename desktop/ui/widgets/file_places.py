"""Where file dialogs begin, and the dialog that asks where to write a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def documents() -> Path:
    """Return the folder in which people look for what they wrote."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return folder if folder.is_dir() else Path.home()


def beginning(folder: Path | None, own: Path) -> Path:
    """Return the folder in which a dialog begins: the wanted one, but Documents if that is hidden or not there.

    Hidden is also what lies in the program's `own` folder.
    """
    if folder is None or _is_hidden(folder, own) or not folder.is_dir():
        return documents()
    return folder


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
