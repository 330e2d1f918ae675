"""Which log is written? Form, columns and stories, then a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog

from desktop.ui.dialogs.forms import FormDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.domain import Story

FORMATS = (
    ("html", "Page to print or send (HTML)"),
    ("csv", "Table for a spreadsheet (CSV)"),
    ("json", "Everything, for programs and archives (JSON)"),
)
COLUMNS = (
    ("editor", "For the editor"),
    ("audit", "For the lawyer: every position, hash and time"),
    ("second-check", "For a second checker"),
)


class ExportDialog(FormDialog):
    """Choose form, columns and stories.

    Signals: chosen(object): (path, format, columns, tuple of story ids)
    """

    chosen = Signal(object)

    def __init__(self, stories: list[Story], suggested: Path, parent: QWidget) -> None:
        said = "The log says what was marked, by whom, when and why, and prints the head of the chain of marks."
        super().__init__("Export log", said, parent, accept="Choose file…")
        self._suggested = suggested
        self.format = self._choice("export-format", "&Form", FORMATS)
        self.columns = self._choice("export-columns", "&Columns", COLUMNS)
        self.story = self._choice(
            "export-story", "&Stories", ((None, "All stories"), *((s.id, s.title) for s in stories))
        )
        self.accepted.connect(self._ask)

    def _choice(self, name: str, label: str, choices: tuple[tuple[object, str], ...]) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        for value, words in choices:
            box.addItem(words, value)
        self.form.addRow(label, box)
        return box

    def _ask(self) -> None:
        file_format = str(self.format.currentData())
        files = QFileDialog(self.parentWidget(), "Export log", str(self._suggested.parent))
        files.setObjectName("export-file")
        files.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        files.setDefaultSuffix(file_format)
        files.setNameFilter(f"{self.format.currentText().split(' (', maxsplit=1)[0]} (*.{file_format})")
        files.selectFile(self._suggested.with_suffix(f".{file_format}").name)
        story = self.story.currentData()
        stories = () if story is None else (story,)
        columns = str(self.columns.currentData())
        emit = self.chosen.emit
        files.fileSelected.connect(lambda path: emit((Path(path), file_format, columns, stories)))
        files.open()
