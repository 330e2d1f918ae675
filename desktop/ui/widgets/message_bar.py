"""Message bar (a sentence, perhaps details, one or two buttons) and the bar that asks for the checker's name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from desktop.translation import tr
from desktop.ui.widgets.basics import Bar, button, plain_label
from desktop.ui.widgets.read_only_text import ReadOnlyText

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

CLOSE = "message-close"
_UNDO_SECONDS = 12
_STAY_MS = 2000

Offer = tuple[str, "Callable[[], None]"]  # words on the button, what it does


class MessageBar(Bar):
    """One sentence; errors stay until closed, the rest goes by itself, but not while somebody is on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._label = plain_label()
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details = QPlainTextEdit()
        self._details.setObjectName("message-details")
        self._details.setAccessibleName(tr("Details"))
        self._guard = ReadOnlyText(self._details)
        self._details.setProperty("look", "field")
        self._details.setFixedHeight(110)
        self._unfold = button(tr("Details"), "message-unfold")
        self._unfold.setCheckable(True)
        self._unfold.toggled.connect(self._details.setVisible)
        self._first = button("", "message-first")
        self._second = button("", "message-second")
        self._close = button("✕", CLOSE, "flat")
        self._close.setAccessibleName(tr("Close this message"))
        self._close.clicked.connect(self.hide)
        self._first.clicked.connect(self._do_first)
        self._second.clicked.connect(self._do_second)
        self._offers: list[Callable[[], None]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.leave)
        self._error = False
        self.lay_out(self._label, (self._unfold, self._first, self._second, self._close), self._details)
        self.hide()

    def text(self) -> str:
        return self._label.text()

    def details(self) -> str:
        return self._details.toPlainText()

    def fail(self, sentence: str, *offers: Offer, details: Sequence[str] = ()) -> None:
        """Show an error; it stays until closed."""
        self._error = True
        self._show("⚠ " + sentence, offers, details)

    def say(self, sentence: str, *offers: Offer, details: Sequence[str] = (), seconds: int = _UNDO_SECONDS) -> None:
        """Show what happened; goes away after `seconds` (0: stays)."""
        self._error = False
        self._show(sentence, offers, details)
        if seconds:
            self._timer.start(seconds * 1000)

    def _show(self, sentence: str, offers: Sequence[Offer], details: Sequence[str]) -> None:
        self._timer.stop()
        self._label.setText(sentence)
        self._paint()
        self._offers = [act for _, act in offers]
        for which, place in ((self._first, 0), (self._second, 1)):
            which.setVisible(place < len(offers))
            which.setText(offers[place][0] if place < len(offers) else "")
        self._guard.show(partial(self._details.setPlainText, "\n".join(details)))
        self._unfold.setVisible(bool(details))
        self._unfold.setChecked(False)
        self._details.setVisible(False)
        self.setAccessibleName(sentence)
        self.show()

    def leave(self) -> None:
        """Go, unless the pointer or the focus is here: a click on its way must not land on what lies below."""
        focus = QApplication.focusWidget()
        if self.underMouse() or (focus is not None and self.isAncestorOf(focus)):
            self._timer.start(_STAY_MS)
        else:
            self.hide()

    def withdraw(self, offer: str) -> None:
        """Take back a button, because what it would do is no longer what it says."""
        for which in (self._first, self._second):
            if which.text() == offer:
                which.hide()

    def _do_first(self) -> None:
        self.hide()
        self._offers[0]()

    def _do_second(self) -> None:
        self.hide()
        self._offers[1]()

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _paint(self) -> None:
        self.setProperty("look", "error" if self._error else "note")
        self.style().unpolish(self)
        self.style().polish(self)


class NameBar(Bar):
    """Ask once who is checking, without a wall in the way.

    Signals: named(str), declined()
    """

    named = Signal(str)
    declined = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("name-bar")
        self.setProperty("look", "ask")
        label = plain_label(tr("Who is checking? The name stands on every mark and in the log."))
        label.setWordWrap(True)
        self.field = QLineEdit()
        self.field.setObjectName("checker-name")
        self.field.setAccessibleName(tr("Your name"))
        self.field.setPlaceholderText(tr("Your name"))
        self.field.setMaxLength(80)
        self.field.setMinimumWidth(120)
        keep = button(tr("Keep"), "checker-keep", "primary")
        later = button(tr("Not now"), "checker-later")
        self.field.returnPressed.connect(self._keep)
        keep.clicked.connect(self._keep)
        later.clicked.connect(self._decline)
        self.lay_out(label, (self.field, keep, later))
        self.hide()

    def ask(self, name: str) -> None:
        self.field.setText(name)
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def _keep(self) -> None:
        name = self.field.text().strip()
        if name:
            self.hide()
            self.named.emit(name)

    def _decline(self) -> None:
        self.hide()
        self.declined.emit()

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._decline()
