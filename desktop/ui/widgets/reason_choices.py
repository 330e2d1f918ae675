"""Reasons for a dispute as numbered buttons: a digit or a click chooses one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.domain import Reason
from desktop.translation import tr
from desktop.ui.widgets.basics import FlowLayout, tool_button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

_DIGITS = 9


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
        self.reasons: list[str] = []
        self.buttons: list[QToolButton] = []
        self.offer(())
        self.hide()

    def offer(self, own: Sequence[str]) -> None:
        """Show what every desk has and what this one adds; the first nine have a digit."""
        self.reasons = [*map(str, Reason), *own]
        while len(self.buttons) < len(self.reasons):
            self.buttons.append(self._button(len(self.buttons)))
        for place, each in enumerate(self.buttons):
            each.setVisible(place < len(self.reasons))
            if place < len(self.reasons):
                words = tr(self.reasons[place]) if place < len(Reason) else self.reasons[place]
                digit = f"{place + 1} " if place < _DIGITS else ""
                each.setText(f"{digit}{words}".replace("&", "&&"))
                each.setAccessibleName(f"{words} ({place + 1})" if digit else words)

    @property
    def own(self) -> list[str]:
        """What this desk adds."""
        return self.reasons[len(Reason) :]

    def _button(self, place: int) -> QToolButton:
        each = tool_button("", f"{self.objectName()}-{place + 1}", look="button", parent=self)
        each.setStyleSheet("QToolButton { padding: 2px 6px; margin: 0; }")
        each.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the digits are heard by the whole row
        each.clicked.connect(lambda: self.chosen.emit(self.reasons[place]))
        self._flow.addWidget(each)
        return each

    def ask(self) -> None:
        """Show the reasons and take the keys."""
        self.show()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_1
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and 0 <= number < min(_DIGITS, len(self.reasons)):
            self.chosen.emit(self.reasons[number])
        elif plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.passed.emit()
        else:
            super().keyPressEvent(event)
