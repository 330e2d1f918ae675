"""Page for an empty pane: what will be here, and a button that fills it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.widgets.basics import button, plain_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton


class EmptyPage(QWidget):
    """Says what will be here, and offers to fill it.

    Signals: requested(): the button was clicked
    """

    requested = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("look", "pane")
        self._title = plain_label(look="title")
        self._sentence = plain_label(look="faint")
        self._sentence.setObjectName(f"{name}-sentence")
        for label in (self._title, self._sentence):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.offer: QPushButton = button("", f"{name}-offer", "primary")
        self.offer.clicked.connect(self.requested)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.offer)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 20, 40, 20)
        column.setSpacing(10)
        column.addStretch(2)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        column.addLayout(middle)
        column.addStretch(3)

    def say(self, title: str, sentence: str, offer: str = "") -> None:
        self._title.setText(title)
        self._sentence.setText(sentence)
        self.offer.setText(offer)
        self.offer.setVisible(bool(offer))
