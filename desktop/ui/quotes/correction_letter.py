"""Correction letter from the window: asks where to, and writes it on another thread."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.domain import Status, VerbatimError
from desktop.text.display import first_words
from desktop.translation import Text, tr
from desktop.ui import background
from desktop.ui.widgets import file_places

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.domain import Quote
    from desktop.ui.session.session import Session

_FILTERS = Text("Word document with tracked changes (*.docx);;Web page (*.html);;Plain text (*.txt)")


class CorrectionLetter(QObject):
    """Writes the letter for a disputed quote where the user wants it."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def ask(self, quote: Quote | None) -> None:
        """Ask where the letter for a quote is to be written."""
        if quote is None:
            self._session.announced.emit(tr("Choose a quote first"))
            return
        if quote.status is not Status.DISPUTED:
            self._session.announced.emit(tr("A letter is written for a disputed quote."))
            return
        self._session.flush()
        name = file_name(tr("Correction {words}", words=first_words(quote.text, 30)))
        title = tr("Correction letter")
        files = file_places.ask_place(
            self._window, title, "letter-file", file_places.documents() / f"{name}.docx", str(_FILTERS)
        )
        files.fileSelected.connect(lambda path: self._write(quote, Path(path)))
        files.open()

    def _write(self, quote: Quote, out: Path) -> None:
        desk = self._session.desk
        if desk is None:
            return
        path = desk.path

        def work(_: background.Task) -> Path:
            from desktop.desk.open_desk import Desk
            from desktop.desk.stories.log_source import write_letter

            with Desk.open(path, read_only=True) as reading:
                write_letter(reading, reading.quote(quote.id), out)
            return out

        task = background.start(work, tr("Writing the letter"), self)
        task.done.connect(self._written)
        task.failed.connect(self._failed)

    def _written(self, out: Path) -> None:
        self._session.exported.emit(out, tr("The letter was written to {name}.", name=out.name))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, VerbatimError):
            raise error
        self._session.failed.emit(str(error))


def file_name(words: str) -> str:
    """Make a file name of words: no slashes, no signs that Windows refuses, no dots at the ends."""
    plain = "".join(letter if letter.isalnum() or letter in " -_’'()" else " " for letter in words)
    return " ".join(plain.split())[:80].strip() or "Verbatim"
