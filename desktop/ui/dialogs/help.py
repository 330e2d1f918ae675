"""Help dialogs: the list of keyboard shortcuts and the legend of colours, lines and signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from desktop.ui.actions import MENUS
from desktop.ui.widgets.table_dialog import TableDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

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
