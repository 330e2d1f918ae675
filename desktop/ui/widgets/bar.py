"""A bar that comes and goes at the foot of the window, and gives the focus back where it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Sequence


_NARROW = 560  # pixels; in less, words and buttons stand one above the other


class Bar(QFrame):
    """A bar that comes and goes; whoever was in it is put back where they came from.

    Signals: came_or_went(): it is shown, or hidden, or says something else
    """

    came_or_went = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._came_from: QWidget | None = None
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._remember)

    def lay_out(self, words: QWidget, buttons: Sequence[QWidget], details: QWidget | None = None) -> None:
        """Put words and buttons in a line, and over them what can be unfolded: the buttons stay where they are then."""
        self._line.setContentsMargins(12, 6, 8, 6)
        self._line.setSpacing(8)
        self._line.addWidget(words, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        if not any(isinstance(button, QLineEdit) for button in buttons):
            row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        self._line.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        if details is not None:
            whole.addWidget(details)
        whole.addLayout(self._line)

    def fit(self, width: int) -> None:
        """Put the buttons under the words where the bar is narrow, `width` in pixels."""
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.LeftToRight if width >= _NARROW else direction.TopToBottom)

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
        self.came_or_went.emit()
