"""Where do some words stand, in both texts at once?"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.domain import Span
from desktop.ui.compare.layout.build_pages import counted
from desktop.ui.compare.version_button import tool
from desktop.ui.widgets.basics import plain_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent

MOST = 20_000  # finds in a text that are counted; more are of no use to anybody
_PART = 200_000  # code points that are looked through at a time


class Sought(NamedTuple):
    """What is to be found; case is ignored."""

    words: str
    pattern: bool = False
    whole: bool = False

    def finds(self, text: str) -> Iterator[Span]:
        """Yield where it stands in a text; raises re.error for a pattern that is none."""
        source = self.words if self.pattern else re.escape(self.words)
        if self.whole:
            source = rf"(?<!\w)(?:{source})(?!\w)"
        finder = re.compile(source, re.IGNORECASE)
        if self.pattern:  # it may reach far
            yield from (Span(*match.span()) for match in finder.finditer(text) if match.end() > match.start())
            return
        # Words are looked for in one part of the text after the other, between which others have their turn.
        last = 0
        for start in range(0, len(text), _PART):
            end = start + _PART
            for match in finder.finditer(text, max(start, last), end + len(self.words)):
                if match.start() >= end:
                    break
                last = match.end()
                yield Span(*match.span())


def find_all(wanted: str, text: str, *, pattern: bool, whole: bool) -> list[Span]:
    """Return where words stand in a text, case ignored; raises re.error for a pattern that is none."""
    return list(islice(Sought(wanted, pattern, whole).finds(text), MOST))


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

    def sought(self) -> Sought | None:
        """Return what is to be found; None where nothing is, which is said if it is no pattern."""
        wanted = Sought(self.field.text(), self.pattern.isChecked(), self.whole.isChecked())
        self.count.setText("")
        if not wanted.words or self.isHidden():
            return None
        try:
            list(wanted.finds(""))
        except re.error as error:
            self.count.setText(f"not a pattern: {error}")
            return None
        return wanted

    def tell(self, now: int, total: int) -> None:
        """Say which find, from 0, is the current one."""
        words = counted(total, "find") if total else "nothing found"
        self.count.setText(f"{now + 1} of {words}" if now >= 0 else words)

    def tell_looking(self) -> None:
        """Say that a long text is still being looked through."""
        self.count.setText("looking…")

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
