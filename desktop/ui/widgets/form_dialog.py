"""Dialog with named lines, a sentence and two buttons."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.ui.widgets.basics import plain_label

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QShowEvent
    from PySide6.QtWidgets import QLayoutItem


class Line(QLineEdit):
    """A line that shows the beginning of long words, also when Tab selects them and when it is left."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.hasSelectedText() and self.selectionLength() == len(self.text()):
            self.end(False)
            self.home(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.hasSelectedText() or event.reason() != Qt.FocusReason.PopupFocusReason:
            self.home(False)


class FormDialog(QDialog):
    """Lines with names; `open()` it and listen to `accepted`."""

    def __init__(self, title: str, sentence: str, parent: QWidget, accept: str = "Keep") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setObjectName(title.lower().replace(" ", "-"))
        self.setMinimumWidth(460)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.buttons = QDialogButtonBox()
        self.keep = self.buttons.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep.setObjectName("dialog-keep")
        self.buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.explained = plain_label(sentence, "faint")
        self.explained.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        if sentence:
            column.addWidget(self.explained)
        column.addLayout(self.form)
        column.addWidget(self.buttons)

    def line(self, name: str, label: str, value: str, hint: str = "") -> QLineEdit:
        """Add a named line."""
        field = Line(value)
        field.setObjectName(name)
        field.setPlaceholderText(hint)
        field.setCursorPosition(0)
        self.form.addRow(label, field)
        return field

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first line; the buttons come after the last."""
        super().showEvent(event)
        self._make_room()
        fields = [item.widget() for row in range(self.form.rowCount()) if (item := self._field(row)) is not None]
        order = [field for field in (*fields, *self.buttons.buttons()) if field is not None]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        if fields and fields[0] is not None:
            fields[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _make_room(self) -> None:
        """Become as high as the sentences need in this width; Qt's first guess cuts those of several lines."""
        layout = self.layout()
        needed = layout.totalHeightForWidth(self.width()) if layout is not None else -1
        if needed > self.height():
            self.resize(self.width(), needed)

    def _field(self, row: int) -> QLayoutItem | None:
        item: QLayoutItem | None = self.form.itemAt(row, QFormLayout.ItemRole.FieldRole)
        return item
