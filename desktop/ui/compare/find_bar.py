"""Where do some words stand, in both texts at once?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.domain import Span
from desktop.ui.compare.pages import counted
from desktop.ui.compare.versions import tool
from desktop.ui.messages import plain_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent

_MOST = 20_000  # finds that are counted; more are of no use to anybody


def find_all(wanted: str, text: str, *, pattern: bool, whole: bool) -> list[Span]:
    """Return where words stand in a text, case ignored; raises re.error for a pattern that is none."""
    source = wanted if pattern else re.escape(wanted)
    if whole:
        source = rf"(?<!\w)(?:{source})(?!\w)"
    finder = re.compile(source, re.IGNORECASE)
    found = []
    for match in finder.finditer(text):
        if match.end() > match.start():
            found.append(Span(*match.span()))
        if len(found) == _MOST:
            break
    return found


class FindBar(QWidget):
    """A field, two switches, the count and the way from find to find.

    Signals:
        wanted(): what is looked for has changed
        step_wanted(int): +1 or -1
        closed()
    """

    wanted = Signal()
    step_wanted = Signal(int)
    closed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("look", "head")
        self.field = QLineEdit(self)
        self.field.setObjectName(f"{name}-field")
        self.field.setAccessibleName("Find in the text")
        self.field.setPlaceholderText("Find in the text")
        self.pattern = tool(".*", f"{name}-pattern", "Regular expression", "button", self)
        self.whole = tool("ab|", f"{name}-whole", "Whole words", "button", self)
        self.count = plain_label(look="faint")
        self.count.setObjectName(f"{name}-count")
        before = tool("▴", f"{name}-previous", "Previous find (Shift+F3)", parent=self)
        after = tool("▾", f"{name}-next", "Next find (F3)", parent=self)
        close = tool("✕", f"{name}-close", "Close (Esc)", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 8, 5)
        row.addWidget(self.field, 1)
        for widget in (self.pattern, self.whole, self.count, before, after, close):
            row.addWidget(widget)
        for switch in (self.pattern, self.whole):
            switch.setCheckable(True)
            switch.toggled.connect(self.wanted)
        self.field.textChanged.connect(self.wanted)
        before.clicked.connect(self._back)
        after.clicked.connect(self._on)
        close.clicked.connect(self.close_bar)
        self.hide()

    def open_bar(self) -> None:
        self.show()
        self.field.setFocus()
        self.field.selectAll()
        self.wanted.emit()

    def close_bar(self) -> None:
        self.hide()
        self.closed.emit()

    def finds(self, texts: Iterable[tuple[str, str]]) -> list[tuple[str, Span]]:
        """Return side and span of every find in texts given by side; says so where the pattern is none."""
        wanted = self.field.text()
        if not wanted or self.isHidden():
            self.count.setText("")
            return []
        try:
            found = [
                (side, span)
                for side, text in texts
                for span in find_all(wanted, text, pattern=self.pattern.isChecked(), whole=self.whole.isChecked())
            ]
        except re.error as error:
            self.count.setText(f"not a pattern: {error}")
            return []
        self.tell(-1, len(found))
        return found

    def tell(self, now: int, total: int) -> None:
        """Say which find, from 0, is the current one."""
        words = counted(total, "find") if total else "nothing found"
        self.count.setText(f"{now + 1} of {words}" if now >= 0 else words)

    def _back(self) -> None:
        self.step_wanted.emit(-1)

    def _on(self) -> None:
        self.step_wanted.emit(1)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.close_bar()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.step_wanted.emit(-1 if back else 1)
            case _:
                super().keyPressEvent(event)
