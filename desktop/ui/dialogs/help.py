"""Help dialogs: the list of keyboard shortcuts and the legend of colours, lines and signs."""

from __future__ import annotations

import platform
from importlib import metadata
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QSysInfo, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from desktop import __version__
from desktop.store.file.location import own_folder
from desktop.ui.actions import MENUS
from desktop.ui.widgets.basics import button, plain_label
from desktop.ui.widgets.form_dialog import TableDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget

    from desktop.ui.settings import Settings

_PANEL_KEYS = (
    ("Quotes panel", "Mark verified, disputed, unverified", "V   D   U"),
    ("Articles panel", "Compare the current article as B", "Shift+Enter"),
    ("Articles panel", "Fold or unfold a story", "Space"),
    ("Articles panel", "Delete", "Del"),
    ("Quotes across versions", "Mark the cell’s quotes verified, disputed, unverified", "V   D   U"),
    ("Quotes across versions", "Open the cell’s quote in both texts", "Enter"),
    ("Quotes across versions", "Copy the table", "Ctrl+C"),
    ("Settle disagreements", "Settle as verified, disputed, unverified", "V   D   U   Ctrl+1   Ctrl+2   Ctrl+3"),
    ("Settle disagreements", "Next and previous quote", "Alt+Down   Alt+Up"),
    ("People", "Rename, give a role, or make the chosen ones one person", "Enter   F2"),
    ("Fields", "Back to the list; the words are kept", "Esc"),
)


def keys_dialog(parent: QWidget) -> TableDialog:
    """Return the list of every key."""
    rows = [
        (menu.replace("&", ""), item.text.replace("&", "").rstrip("…"), _native(item.keys))
        for menu, items in MENUS.items()
        for item in items
        if item.keys
    ]
    return TableDialog("Keyboard shortcuts", ("Where", "What", "Keys"), [*rows, *_PANEL_KEYS], parent)


def _native(keys: Sequence[str]) -> str:
    return "   ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)


_LEGEND = (
    ("Typography", "Only marks, dashes or spaces differ: not coloured unless asked for, but counted."),
    ("= same", "Quotes across versions: the same words as the base wording. ~ other words, ‹ shortened, › longer."),
    (
        "! a word",
        "Quotes across versions: a fact reads otherwise here; the word is the altered one. ” broken boundary.",
    ),
    ("single origin", "Several articles print the quote, and you confirmed that all of them have one origin."),
    ("checkers disagree", "Two checkers gave different marks; Desk ▸ Settle disagreements… ends it."),
    ("Padlock, locked", "The story is signed off: nothing in it changes until it is reopened in the Story menu."),
)


def legend_dialog(parent: QWidget, *, one_colour: bool = False) -> TableDialog:
    """Return what the colours, lines and signs mean, as they are drawn now."""
    from desktop.ui.compare.panes.legend import paint_samples, rows

    dialog = TableDialog("Legend", ("Sign", "Meaning"), [*rows(one_colour=one_colour), *_LEGEND], parent)
    dialog.resize(900, 680)
    dialog.table.setWordWrap(True)
    paint_samples(dialog, one_colour=one_colour)
    dialog.table.resizeRowsToContents()
    return dialog


def facts(settings: Settings) -> str:
    """Return what a report of a fault needs, without a word of any article."""
    rows = [
        f"Verbatim {__version__} (MIT licence)",
        f"Python {platform.python_version()}, Qt and PySide6 {PySide6.__version__} (LGPL)",
        *(f"{name} {_version(name)}" for name in ("rapidfuzz", "sqlite-utils", "charset-normalizer", "jinja2")),
        f"{QSysInfo.prettyProductName()}, {QSysInfo.currentCpuArchitecture()}",
        f"Screens: {', '.join(_screen(screen) for screen in QGuiApplication.screens())}",
        f"Window system {QGuiApplication.platformName()}, style {QApplication.style().name()}",
        f"Data folder: {own_folder()}",
        f"Settings: {settings.path}",
    ]
    return "\n".join(rows)


def _screen(screen: QScreen) -> str:
    size = screen.size()
    return f"{size.width()} × {size.height()} at {round(screen.devicePixelRatio() * 100)} %"


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
    folder = button("Open data folder", "open-data-folder")
    folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(own_folder()))))
    folder.setEnabled(own_folder().is_dir())
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.addButton(folder, QDialogButtonBox.ButtonRole.ActionRole)
    buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.addWidget(plain_label("A source-verification desk. It touches no network.", "title"))
    known = plain_label(text)
    known.setObjectName("about-facts")
    known.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    column.addWidget(known)
    column.addWidget(buttons)
    return dialog
