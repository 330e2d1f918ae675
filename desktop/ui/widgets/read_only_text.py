"""Read-only text: a widget keeps the words that we wrote, for Qt lets assistive software write into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPlainTextEdit, QTextEdit


def _nothing() -> None:
    pass


class ReadOnlyText(QObject):
    """Makes a text widget read-only and writes its words again, a turn later, when somebody else wrote into it."""

    def __init__(self, widget: QPlainTextEdit | QTextEdit) -> None:
        super().__init__(widget)
        self._write: Callable[[], object] = _nothing
        self._writing = False
        widget.setReadOnly(True)
        widget.textChanged.connect(self._on_text)

    def show(self, write: Callable[[], object]) -> None:
        """Let the widget say what `write` puts into it."""
        self._write = write
        self._show_again()

    def _show_again(self) -> None:
        self._writing = True
        self._write()
        self._writing = False

    def _on_text(self) -> None:
        if not self._writing:
            QTimer.singleShot(0, self, self._show_again)
