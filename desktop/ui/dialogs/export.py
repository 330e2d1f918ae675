"""Dialog that exports the log: form, columns, stories."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QTableWidget, QTableWidgetItem

from desktop.log.columns import ColumnSet
from desktop.log.writing import COLUMNS_OF, ENDINGS
from desktop.text.display import shorten
from desktop.translation import Text, tr
from desktop.ui.dialogs.story_picker import OTHER
from desktop.ui.widgets.basics import calm, plain_label, resize_within_screen
from desktop.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.domain import Story, StoryId
    from desktop.log.scope import LogScope
    from desktop.ui.dialogs.story_picker import Offered

FORMATS = (
    ("html", Text("Page to read, print or send (HTML)")),
    ("pdf", Text("The editor's page, printed (PDF)")),
    ("docx", Text("The editor's page, to edit (Word, DOCX)")),
    ("xlsx", Text("Excel workbook, with filters (XLSX)")),
    ("csv", Text("Table for a spreadsheet (CSV)")),
    ("md", Text("What is disputed and open, for a chat or ticket (Markdown)")),
    ("jsonld", Text("W3C annotations, for archives (JSON-LD)")),
    ("claimreview", Text("Reviews of claims, for a publisher's page (ClaimReview)")),
    ("json", Text("Everything, for programs and archives (JSON)")),
    ("jsonl", Text("Every act with its hash, line by line (JSON Lines)")),
    ("zip", Text("Evidence bundle with texts and originals, to check without Verbatim (ZIP)")),
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


_LINES = 5  # of the preview
_OTHER = -1  # in place of the id of a story: another one is asked for
_OFFERED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_FLAGS = Qt.ItemDataRole.UserRole - 1  # where the lines of a QComboBox keep what can be done with them


@dataclass(frozen=True, slots=True)
class LogChoice:
    """What the log is to hold."""

    format: str
    columns: str
    stories: tuple[StoryId, ...]  # empty: all
    everything: bool = False  # on the editor's page: what nobody looked at, too
    private: bool = False  # contacts and private lines of notes, too
    scope: LogScope | None = None  # of the story, where not all of it

    @property
    def ending(self) -> str:
        """Of the name of the file."""
        return ENDINGS.get(self.format, self.format)

    @property
    def filter(self) -> str:
        """The line of a file dialog."""
        return f"{str(dict(FORMATS)[self.format]).split(' (', maxsplit=1)[0]} (*.{self.ending})"


@dataclass(frozen=True, slots=True)
class Narrow:
    """A part of a story that can be exported alone."""

    words: str
    story: StoryId
    scope: LogScope


Preview = tuple[tuple[str, ...], list[tuple[str, ...]]]  # names of the columns, first rows


class ExportDialog(FormDialog):
    """Choose form, columns, stories or a part of one; the first rows are shown.

    Signals:
        chosen(object): a LogChoice
        preview_requested(object): the first rows of a LogChoice
    """

    chosen = Signal(object)
    preview_requested = Signal(object)

    def __init__(
        self,
        offered: Offered,
        every: Callable[[], Iterable[list[Story]]],
        parent: QWidget,
        narrow: Sequence[Narrow] = (),
    ) -> None:
        sentence = tr("The log says what was marked, by whom, when and why, and prints the head of the chain of marks.")
        super().__init__(Text("Export log"), sentence, parent, accept=tr("Choose file…"))
        self.format = self._choice("export-format", tr("&Form"), FORMATS)
        self.columns = self._choice("export-columns", tr("&Columns"), COLUMNS)
        self._every = every
        others = ((_OTHER, OTHER),) if offered.more else ()
        self.story = self._choice(
            "export-story",
            tr("&Stories"),
            (
                (None, tr("All stories")),
                *((part, part.words) for part in narrow),
                *((s.id, s.title) for s in offered.stories),
                *others,
            ),
        )
        self.story.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.everything = self._box("export-everything", tr("Also what &nobody has looked at"))
        self.private = self._box("export-private", tr("Also &private notes, and how sources were reached"))
        self._lay_out_preview()
        self._story = 0  # the line that was chosen last
        self.story.activated.connect(self._story_chosen)
        self.columns.currentIndexChanged.connect(self._offer_formats)
        for box in (self.format, self.columns, self.story):
            box.currentIndexChanged.connect(self.ask_preview)
        self.format.currentIndexChanged.connect(self._show_everything)
        self.columns.currentIndexChanged.connect(self._show_everything)
        for switch in (self.private, self.everything):
            switch.toggled.connect(self.ask_preview)
        self.accepted.connect(lambda: self.chosen.emit(self.choice))
        self._show_everything()

    def _box(self, name: str, words: str) -> QCheckBox:
        box = QCheckBox(words)
        box.setObjectName(name)
        self.form.addRow("", box)
        return box

    def _lay_out_preview(self) -> None:
        self.preview = QTableWidget(0, 0)
        self.preview.setObjectName("export-preview")
        self.preview.setAccessibleName(tr("First rows"))
        calm(self.preview)
        self.preview.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.preview.verticalHeader().hide()
        self.preview.setWordWrap(False)
        self.preview.setMinimumHeight(self.fontMetrics().lineSpacing() * (_LINES + 3))
        self.preview_note = plain_label("", "faint")
        self.preview_note.setWordWrap(True)
        self.form.addRow(self.preview)
        self.form.addRow(self.preview_note)
        resize_within_screen(self, 640, 480)

    # -- the first rows ------------------------------------------------------------------------------------------------

    def ask_preview(self) -> None:
        """Ask for the first rows of what is chosen."""
        if self.story.currentData() != _OTHER:
            self.preview_note.setText(tr("Reading the first rows…"))
            self.preview_requested.emit(self.choice)

    def show_preview(self, choice: LogChoice, preview: Preview) -> None:
        """Show the first rows of a choice, unless another one was made since."""
        if choice != self.choice:
            return
        names, rows = preview
        self.preview.setColumnCount(len(names))
        self.preview.setHorizontalHeaderLabels(list(names))
        self.preview.setRowCount(len(rows))
        for row, cells in enumerate(rows):
            for column, words in enumerate(cells):
                self.preview.setItem(row, column, QTableWidgetItem(shorten(words, 60)))
        self.preview.resizeColumnsToContents()
        plain = choice.format in ("csv", "xlsx")
        own = tr("The first rows; the file sets them in a form and order of its own.")
        note = tr("The first rows.") if plain else own
        self.preview_note.setText(note if rows else tr("Nothing is in it yet: no quote fits."))

    def show_problem(self, choice: LogChoice, error: Exception) -> None:
        """Say why the first rows cannot be shown."""
        if choice == self.choice:
            self.preview_note.setText(str(error))

    def _show_everything(self) -> None:
        """Only the editor's page leaves out what nobody looked at."""
        from desktop.log.writing import is_page

        self.everything.setEnabled(is_page(str(self.format.currentData()), str(self.columns.currentData())))

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

    @property
    def choice(self) -> LogChoice:
        """What is chosen now."""
        story = self.story.currentData()
        part = story if isinstance(story, Narrow) else None
        stories = (part.story,) if part is not None else () if story is None else (story,)
        everything = self.everything.isEnabled() and self.everything.isChecked()
        return LogChoice(
            str(self.format.currentData()), str(self.columns.currentData()), stories, everything=everything,
            private=self.private.isChecked(), scope=part.scope if part is not None else None,
        )  # fmt: skip
