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
from desktop.translation import Text, tr
from desktop.ui.actions import MENUS
from desktop.ui.widgets.basics import button, plain_label, resize_within_screen
from desktop.ui.widgets.form_dialog import TableDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget

    from desktop.ui.settings import Settings

_PANEL_KEYS = (
    (Text("Quotes panel"), Text("Mark verified, disputed, unverified"), "V   D   U"),
    (Text("Articles panel"), Text("Compare the current article as B"), "Shift+Enter"),
    (Text("Articles panel"), Text("Fold or unfold a story"), "Space"),
    (Text("Articles panel"), Text("Delete"), "Del"),
    (Text("Quotes across versions"), Text("Mark the cell’s quotes verified, disputed, unverified"), "V   D   U"),
    (Text("Quotes across versions"), Text("Open the cell’s quote in both texts"), "Enter"),
    (Text("Quotes across versions"), Text("Copy the table"), "Ctrl+C"),
    (
        Text("Settle disagreements"),
        Text("Settle as verified, disputed, unverified"),
        "V   D   U   Ctrl+1   Ctrl+2   Ctrl+3",
    ),
    (Text("Settle disagreements"), Text("Next and previous quote"), "Alt+Down   Alt+Up"),
    (Text("People"), Text("Rename, give a role, or make the chosen ones one person"), "Enter   F2"),
    (Text("Fields"), Text("Back to the list; the words are kept"), "Esc"),
)


def keys_dialog(parent: QWidget) -> TableDialog:
    """Return the list of every key."""
    rows = [
        (tr(menu).replace("&", ""), tr(item.text).replace("&", "").rstrip("…"), _native(item.keys))
        for menu, items in MENUS.items()
        for item in items
        if item.keys
    ]
    return TableDialog(Text("Keyboard shortcuts"), (tr("Where"), tr("What"), tr("Keys")), [*rows, *_PANEL_KEYS], parent)


def _native(keys: Sequence[str]) -> str:
    return "   ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)


_LEGEND = (
    (Text("Typography"), Text("Only marks, dashes or spaces differ: not coloured unless asked for, but counted.")),
    (
        Text("= same"),
        Text("Quotes across versions: the same words as the base wording. ~ other words, ‹ shortened, › longer."),
    ),
    (
        Text("! a word"),
        Text("Quotes across versions: a fact reads otherwise here; the word is the altered one. ” broken boundary."),
    ),
    (
        Text("single origin"),
        Text("Several articles print the quote, and you confirmed that all of them have one origin."),
    ),
    (Text("checkers disagree"), Text("Two checkers gave different marks; Desk ▸ Settle disagreements… ends it.")),
    (
        Text("Padlock, locked"),
        Text("The story is signed off: nothing in it changes until it is reopened in the Story menu."),
    ),
)


def legend_dialog(parent: QWidget, *, one_colour: bool = False) -> TableDialog:
    """Return what the colours, lines and signs mean, as they are drawn now."""
    from desktop.ui.compare.panes.legend import paint_samples, rows

    dialog = TableDialog(Text("Legend"), (tr("Sign"), tr("Meaning")), [*rows(one_colour=one_colour), *_LEGEND], parent)
    resize_within_screen(dialog, 900, 680)
    dialog.table.setWordWrap(True)
    paint_samples(dialog, one_colour=one_colour)
    dialog.table.resizeRowsToContents()
    return dialog


def facts(settings: Settings) -> str:
    """Return what a report of a fault needs, without a word of any article."""
    rows = [
        f"Verbatim {__version__} (MIT)",
        f"Python {platform.python_version()}, Qt + PySide6 {PySide6.__version__} (LGPL)",
        *(f"{name} {_version(name)}" for name in ("rapidfuzz", "sqlite-utils", "charset-normalizer", "jinja2")),
        f"{QSysInfo.prettyProductName()}, {QSysInfo.currentCpuArchitecture()}",
        tr("Screens: {screens}", screens=", ".join(_screen(screen) for screen in QGuiApplication.screens())),
        tr(
            "Window system {system}, style {style}",
            system=QGuiApplication.platformName(),
            style=QApplication.style().name(),
        ),
        tr("Data folder: {folder}", folder=settings.own_folder),
        tr("Settings: {path}", path=settings.path),
    ]
    return "\n".join(rows)


def _screen(screen: QScreen) -> str:
    size = screen.size()
    scale = round(screen.devicePixelRatio() * 100)
    return f"{size.width()} × {size.height()} · {scale} %"


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return tr("(version not known)")


def about_dialog(settings: Settings, parent: QWidget) -> QDialog:
    """Return the dialog."""
    dialog = QDialog(parent)
    dialog.setObjectName("about-verbatim")
    dialog.setWindowTitle(tr("About Verbatim"))
    text = facts(settings)
    copy = button(tr("Copy diagnostics"), "copy-diagnostics")
    copy.clicked.connect(lambda: QApplication.clipboard().setText(text))
    folder = button(tr("Open data folder"), "open-data-folder")
    folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(settings.own_folder))))
    folder.setEnabled(settings.own_folder.is_dir())
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.addButton(folder, QDialogButtonBox.ButtonRole.ActionRole)
    buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.addWidget(plain_label(tr("A source-verification desk. It touches no network."), "title"))
    known = plain_label(text)
    known.setObjectName("about-facts")
    known.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    column.addWidget(known)
    column.addWidget(buttons)
    return dialog
