"""F1 in dialogs: they are windows of their own, where the keys of the main window are not heard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

_NAME = "dialog-help"
_HELP = "guide"  # the name of the dialog that the key opens


class HelpKey(QObject):
    """Gives each dialog that gets the focus a key of its own; `show` is called with the dialog."""

    def __init__(self, window: QWidget, show: Callable[[QDialog], object]) -> None:
        super().__init__(window)
        self._show = show
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        dialog = now.window() if now is not None else None
        if not isinstance(dialog, QDialog) or dialog.objectName() == _HELP:
            return
        if dialog.findChild(QShortcut, _NAME, Qt.FindChildOption.FindDirectChildrenOnly) is None:
            key = QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), dialog)
            key.setObjectName(_NAME)
            key.activated.connect(partial(self._show, dialog))
