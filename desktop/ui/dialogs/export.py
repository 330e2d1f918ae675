"""Dialog that exports the log: form, columns, stories."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox

from desktop.log.columns import ColumnSet
from desktop.log.writing import COLUMNS_OF
from desktop.translation import Text, tr
from desktop.ui.dialogs.story_picker import OTHER
from desktop.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QWidget

    from desktop.domain import Story, StoryId
    from desktop.ui.dialogs.story_picker import Offered

FORMATS = (
    ("html", Text("Page to read, print or send (HTML)")),
    ("pdf", Text("The editor's page, printed (PDF)")),
    ("docx", Text("The editor's page, to edit (Word, DOCX)")),
    ("xlsx", Text("Excel workbook, with filters (XLSX)")),
    ("csv", Text("Table for a spreadsheet (CSV)")),
    ("md", Text("What is disputed and open, for a chat or ticket (Markdown)")),
    ("jsonld", Text("W3C annotations, for archives (JSON-LD)")),
    ("json", Text("Everything, for programs and archives (JSON)")),
)
COLUMNS = (
    ("editor", Text("For the editor")),
    ("audit", Text("For the lawyer: every position, hash and time")),
    ("second-check", Text("For a second checker")),
    ("matrix", Text("Statements across versions (table)")),
    ("variants", Text("Every wording of each statement (table)")),
    ("sources", Text("What the sources print of each quote (table)")),
    ("to-ask", Text("What no source holds: still to be asked for (table)")),
)


_OTHER = -1  # in place of the id of a story: another one is asked for
_OFFERED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_FLAGS = Qt.ItemDataRole.UserRole - 1  # where the lines of a QComboBox keep what can be done with them


@dataclass(frozen=True, slots=True)
class LogChoice:
    """What the log is to hold."""

    format: str
    columns: str
    stories: tuple[StoryId, ...]  # empty: all

    @property
    def filter(self) -> str:
        """The line of a file dialog."""
        return f"{str(dict(FORMATS)[self.format]).split(' (', maxsplit=1)[0]} (*.{self.format})"


class ExportDialog(FormDialog):
    """Choose form, columns and stories.

    Signals: chosen(object): a LogChoice
    """

    chosen = Signal(object)

    def __init__(self, offered: Offered, every: Callable[[], Iterable[list[Story]]], parent: QWidget) -> None:
        sentence = tr("The log says what was marked, by whom, when and why, and prints the head of the chain of marks.")
        super().__init__(Text("Export log"), sentence, parent, accept=tr("Choose file…"))
        self.format = self._choice("export-format", tr("&Form"), FORMATS)
        self.columns = self._choice("export-columns", tr("&Columns"), COLUMNS)
        self._every = every
        others = ((_OTHER, OTHER),) if offered.more else ()
        self.story = self._choice(
            "export-story",
            tr("&Stories"),
            ((None, tr("All stories")), *((s.id, s.title) for s in offered.stories), *others),
        )
        self._story = 0  # the line that was chosen last
        self.story.activated.connect(self._story_chosen)
        self.columns.currentIndexChanged.connect(self._offer_formats)
        self.accepted.connect(self._choose)

    def prefer(self, form: str, columns: str) -> None:
        """Begin with this form and these columns, where they exist: those of the last export."""
        for box, value in ((self.columns, columns), (self.format, form)):
            if box.findData(value) >= 0:
                box.setCurrentIndex(box.findData(value))
        self._offer_formats()

    def _choice(self, name: str, label: str, choices: tuple[tuple[object, str | Text], ...]) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        for value, words in choices:
            box.addItem(str(words), value)
        self.form.addRow(label, box)
        return box

    def _offer_formats(self) -> None:
        """Offer only the forms that can hold the chosen columns; another one is chosen where the former cannot."""
        columns = ColumnSet(str(self.columns.currentData()))
        fits = [columns in COLUMNS_OF[str(self.format.itemData(line))] for line in range(self.format.count())]
        for line, offered in enumerate(fits):
            self.format.setItemData(line, (_OFFERED if offered else Qt.ItemFlag.NoItemFlags).value, _FLAGS)
        if not fits[self.format.currentIndex()]:
            self.format.setCurrentIndex(fits.index(True))

    def _story_chosen(self, line: int) -> None:
        """Ask for one of very many stories; until there is an answer, the choice of before holds."""
        if self.story.itemData(line) != _OTHER:
            self._story = line
            return
        from desktop.ui.dialogs.story_picker import StoryPicker

        self.story.setCurrentIndex(self._story)
        picker = StoryPicker(tr("Export log"), self._every(), self)
        picker.chosen.connect(self._offer_story)
        picker.open()

    def _offer_story(self, story: Story) -> None:
        if self.story.findData(story.id) < 0:
            self.story.insertItem(1, story.title, story.id)
        self._story = self.story.findData(story.id)
        self.story.setCurrentIndex(self._story)

    def _choose(self) -> None:
        story = self.story.currentData()
        choice = LogChoice(
            str(self.format.currentData()), str(self.columns.currentData()), () if story is None else (story,)
        )
        self.chosen.emit(choice)
