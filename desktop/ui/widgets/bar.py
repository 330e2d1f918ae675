"""A bar that comes and goes across the window, and gives the focus back where it came from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid


class Bar(QFrame):
    """A bar that comes and goes; whoever was in it is put back where they came from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._came_from: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._remember)

    def _remember(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None and new is not None and self.isAncestorOf(new) and not self.isAncestorOf(old):
            self._came_from = old

    # Qt

    def setVisible(self, visible: bool) -> None:  # noqa: N802, FBT001 - as Qt has it
        focus, back = QApplication.focusWidget(), self._came_from
        inside = focus is not None and self.isAncestorOf(focus)
        super().setVisible(visible)
        if inside and not visible and back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
