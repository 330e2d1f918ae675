"""Stories to choose from: a short list for a menu, and of very many a picker that finds them by words of the title."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QEvent, QModelIndex, QObject, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QDialogButtonBox, QLineEdit, QListView, QVBoxLayout, QWidget

from desktop.translation import Text, number, tr
from desktop.ui.widgets.basics import plain_label, resize_within_screen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.desk.open_desk import Desk
    from desktop.domain import Story

FEW = 12  # more than these are no menu any more
OTHER = Text("Another story…")
_PART = 1_000
_MOST = 200  # lines; who sees more of them types another letter
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


def _form(text: str) -> str:
    """Return what is compared of a text; its tables of letters are not loaded before somebody looks for a story."""
    from desktop.text.word_search import search_form

    return search_form(text)


class Offered(NamedTuple):
    """Stories with articles in them, and whether there are others besides."""

    stories: list[Story]
    more: bool


def offer(desk: Desk) -> Offered:
    """Return what a menu offers: all stories in the order they were made, or the newest of many, the last first."""
    listed = desk.article_list.state()
    lived_in = {line.story_id for line in listed.lines.values()}
    newest = list(islice((id_ for id_ in reversed(listed.stories) if id_ in lived_in), FEW))
    stories = desk.stories_by_ids(newest)
    more = len(lived_in) > FEW
    return Offered(stories[::-1] if more else stories, more)


def every(desk: Desk) -> Iterator[list[Story]]:
    """Yield all stories with articles in them, the newest first, a part at a time, each of which takes no time."""
    listed = desk.article_list.state()
    lived_in = {line.story_id for line in listed.lines.values()}
    newest = [id_ for id_ in reversed(listed.stories) if id_ in lived_in]
    for start in range(0, len(newest), _PART):
        yield desk.stories_by_ids(newest[start : start + _PART])[::-1]


class Titled(Protocol):
    """What can be picked by its title: a story, a headline."""

    @property
    def title(self) -> str:
        """What is listed."""
        ...


class PickerWords(NamedTuple):
    """What a picker calls that which it lists."""

    field: Text
    listed: Text
    total: Text  # with the places {passing} and {total}


_STORIES = PickerWords(Text("Words of the title of the story"), Text("Stories"), Text("{passing} of {total} stories"))


class StoryPicker(QDialog):
    """A field and the stories, or other titles, that have its words; they are read a part at a time.

    Signals: chosen(object): a Story, or what else was listed
    """

    chosen = Signal(object)

    def __init__(
        self, title: str, stories: Iterable[Sequence[Titled]], parent: QWidget, words: PickerWords = _STORIES
    ) -> None:
        super().__init__(parent)
        self.setObjectName("story-picker")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_within_screen(self, 520, 420)
        self._words = words
        self._unread = iter(stories)
        self._stories: list[tuple[Titled, str]] = []
        self._passing: list[Titled] = []
        self._first: list[Titled] = []  # that is listed
        self.field = QLineEdit()
        self.field.setObjectName("story-picker-field")
        self.field.setPlaceholderText(tr("Words of the title"))
        self.field.setAccessibleName(str(words.field))
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self._titles = QStringListModel(self)
        self.list = QListView()
        self.list.setObjectName("story-picker-list")
        self.list.setAccessibleName(str(words.listed))
        self.list.setModel(self._titles)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.count = plain_label(look="faint")
        self.buttons = QDialogButtonBox()
        self._take = self.buttons.addButton(tr("Choose"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._take.setObjectName("story-picker-choose")
        self.buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout(self)
        for widget in (self.field, self.list, self.count, self.buttons):
            column.addWidget(widget)
        self.field.textChanged.connect(self._filter)
        self.list.activated.connect(self._activated)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.accepted.connect(self._choose)
        self._reading = QTimer(self, interval=0)
        self._reading.timeout.connect(self._read)
        self._reading.start()
        self._read()

    def _read(self) -> None:
        """Read some more stories, and list those of them that pass."""
        part = next(self._unread, None)
        if part is None:
            self._reading.stop()
            return
        known = [(story, _form(story.title)) for story in part]
        self._stories += known
        passing = len(self._passing)
        self._passing += self._with_words(known)
        if passing < _MOST:
            self._list()
        self._tell()

    def _with_words(self, stories: Sequence[tuple[Titled, str]]) -> list[Titled]:
        words = _form(self.field.text()).split()
        return [story for story, title in stories if all(word in title for word in words)]

    def _filter(self) -> None:
        self._passing = self._with_words(self._stories)
        self._list()
        self._tell()

    def _list(self) -> None:
        shown = self._passing[:_MOST]
        row = max(0, self.list.currentIndex().row()) if shown[:1] == self._first else 0
        self._first = shown[:1]
        self._titles.setStringList([" ".join(story.title.split()) for story in shown])
        self.list.setCurrentIndex(self._titles.index(row))
        self._take.setEnabled(bool(shown))

    def _tell(self) -> None:
        total = tr(self._words.total.english, passing=number(len(self._passing)), total=number(len(self._stories)))
        self.count.setText(
            tr("{total}; the newest {most} are listed", total=total, most=number(_MOST))
            if len(self._passing) > _MOST
            else total
        )

    def _activated(self, index: QModelIndex) -> None:
        if index.isValid():
            self.accept()

    def _choose(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            self.chosen.emit(self._passing[index.row()])

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys walk through the list while one types."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _MOVES:
            self.list.event(event)
            return True
        return super().eventFilter(watched, event)
