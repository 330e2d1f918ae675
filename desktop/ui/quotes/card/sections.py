"""Folded sections of the open card: a row of small buttons, each of which shows one part."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from desktop.ui.widgets.basics import FlowLayout, tool_button


class Sections(QWidget):
    """Parts of the card that are one click away; what was unfolded stays so from quote to quote.

    Signals: folded(): a part was shown or folded away
    """

    folded = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._heads: dict[str, str] = {}
        self._buttons: dict[str, QToolButton] = {}
        self._bodies: dict[str, QWidget] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._row = QWidget(self)
        self._flow = FlowLayout(self._row, 2)
        column.addWidget(self._row)
        self._column = column
        self.hide()

    def add(self, name: str, *parts: QWidget) -> None:
        """Make a section of these parts, which show and hide themselves."""
        button = tool_button("", f"quote-section-{name}", parent=self._row)
        button.setCheckable(True)
        button.setStyleSheet("QToolButton { padding: 1px 3px; margin: 0; }")
        button.toggled.connect(self._toggled)
        body = QWidget(self)
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(4)
        for part in parts:
            inner.addWidget(part)
        self._buttons[name], self._bodies[name] = button, body
        self._flow.addWidget(button)
        self._column.addWidget(body)
        body.hide()

    def button(self, name: str) -> QToolButton:
        return self._buttons[name]

    def show_head(self, name: str, head: str) -> None:
        """Say what a section holds; an empty head takes it away."""
        self._heads[name] = head
        self._show(name)
        self._flow.invalidate()
        self._row.updateGeometry()
        self.setVisible(any(self._heads.values()))

    def _show(self, name: str) -> None:
        head, button = self._heads.get(name, ""), self._buttons[name]
        unfolded = button.isChecked()
        button.setText(f"{head} {'▴' if unfolded else '▾'}".replace("&", "&&"))
        button.setAccessibleName(f"{head}, {'shown' if unfolded else 'folded'}")
        button.setVisible(bool(head))
        self._bodies[name].setVisible(bool(head) and unfolded)

    def _toggled(self) -> None:
        for name in self._buttons:
            self._show(name)
        self.folded.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
