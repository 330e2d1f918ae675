"""What is this program, which versions does it stand on, and where does it keep things?"""

from __future__ import annotations

import platform
from importlib import metadata
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QSysInfo
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from desktop import __version__
from desktop.ui.widgets.basics import button, plain_label

if TYPE_CHECKING:
    from desktop.ui.settings import Settings


def facts(settings: Settings) -> str:
    """Return what a report of a fault needs, without a word of any article."""
    rows = [
        f"Verbatim {__version__} (MIT licence)",
        f"Python {platform.python_version()}, Qt and PySide6 {PySide6.__version__} (LGPL)",
        *(f"{name} {_version(name)}" for name in ("rapidfuzz", "sqlite-utils", "charset-normalizer", "jinja2")),
        f"{QSysInfo.prettyProductName()}, {QSysInfo.currentCpuArchitecture()}",
        f"Settings: {settings.path}",
    ]
    return "\n".join(rows)


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "(version not known)"


def about_dialog(settings: Settings, parent: QWidget) -> QDialog:
    """Return the dialog."""
    dialog = QDialog(parent)
    dialog.setObjectName("about-verbatim")
    dialog.setWindowTitle("About Verbatim")
    text = facts(settings)
    copy = button("Copy diagnostics", "copy-diagnostics")
    copy.clicked.connect(lambda: QApplication.clipboard().setText(text))
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.addWidget(plain_label("A source-verification desk. It touches no network.", "title"))
    column.addWidget(plain_label(text))
    column.addWidget(buttons)
    return dialog
