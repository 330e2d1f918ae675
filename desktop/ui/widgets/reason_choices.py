"""Reasons for a dispute as numbered buttons: a digit or a click chooses one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.domain import Reason
from desktop.translation import tr
from desktop.ui.widgets.basics import FlowLayout, tool_button

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class ReasonChoices(QWidget):
    """Every reason with its number; hidden until it is asked for.

    Signals: chosen(str): a reason; passed(): Enter, none is given now
    """

    chosen = Signal(str)
    passed = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(tr("Reason of the dispute: press its number, or Enter to give none"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._flow = FlowLayout(self, 3)
        self.buttons = [self._button(number, str(reason)) for number, reason in enumerate(Reason, 1)]
        self.hide()

    def _button(self, number: int, reason: str) -> QToolButton:
        made = tool_button(f"{number} {tr(reason)}", f"{self.objectName()}-{number}", look="button", parent=self)
        made.setStyleSheet("QToolButton { padding: 2px 6px; margin: 0; }")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the digits are heard by the whole row
        made.setAccessibleName(f"{tr(reason)} ({number})")
        made.clicked.connect(partial(self.chosen.emit, reason))
        self._flow.addWidget(made)
        return made

    def ask(self) -> None:
        """Show the reasons and take the keys."""
        self.show()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        reasons = list(Reason)
        number = event.key() - Qt.Key.Key_1
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and 0 <= number < len(reasons):
            self.chosen.emit(str(reasons[number]))
        elif plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.passed.emit()
        else:
            super().keyPressEvent(event)
