"""Dialog of the people of a story: rename, give a role, make several names one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QWidget,
)

from desktop.store.records.quotes.people import Person, PersonName
from desktop.translation import Text, tr, tr_n
from desktop.ui.session.commands.articles import NamePeople
from desktop.ui.widgets.basics import button, plain_label
from desktop.ui.widgets.form_dialog import TableDialog

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop.domain import Story
    from desktop.ui.session.session import Session

HEADS = (Text("Name"), Text("Role"), Text("Quotes"), Text("Printed as"), Text("Also called"))
_MOST_PEOPLE = 3  # people
_EMPTY = Text("No quote of this story names a speaker. Select a quote and press F2 to say who speaks.")


def perhaps_one(people: Sequence[Person]) -> tuple[str, ...]:
    """Return two names that look like one person: all words of one are in the other, and only that other has them."""
    for person in people:
        words = set(person.name.split())
        longer = [other.name for other in people if words < set(other.name.split())]
        if len(longer) == 1 and person.name[:1].isupper() and not words & {"the", "a", "an"}:
            return person.name, longer[0]
    return ()


def _in_print(person: Person) -> str:
    """Say how a person is printed, and what else was said to mean the same one."""
    printed = ", ".join(f"“{mention}”" for mention in person.mentions)
    printed = printed or tr("the full name only")
    if person.also:
        also = ", ".join(person.also)
        return tr("{name} is printed as {printed}; also called {also}.", name=person.name, printed=printed, also=also)
    return tr("{name} is printed as {printed}.", name=person.name, printed=printed)


def named(people: Sequence[Person], name: str, role: str) -> PersonName:
    """Return what these people are called from now on; a role that nobody touched stays with each quote."""
    untouched = role == people[0].role if len(people) == 1 and name != people[0].name else False
    nothing = not role and not any(person.role for person in people)
    return PersonName(name, None if untouched or nothing else role)


class PeopleDialog(TableDialog):
    """The people of one story; it stays open beside the window, and follows what is done there."""

    def __init__(self, session: Session, story: Story, parent: QWidget) -> None:
        self._session = session
        self._story = story
        self._people: list[Person] = []
        self._shown_state: object = None
        super().__init__(Text("People"), HEADS, (), parent)
        self.setObjectName("people")
        self.resize(min(860, parent.width() - 40), min(600, parent.height() - 40))
        self.hint = plain_label("", "faint")
        self.hint.setObjectName("people-hint")
        self.hint.setWordWrap(True)
        self.printed = plain_label("", "faint")
        self.printed.setObjectName("people-printed")
        self.printed.setWordWrap(True)
        self.choose_hint = button(tr("Choose both"), "people-choose-both")
        self.name = self._box("people-name", tr("Name"))
        self.role = self._box("people-role", tr("Role"))
        self.keep = button(tr("Keep"), "people-keep", "primary")
        self.undo_button = button(tr("Undo"), "people-undo")
        self._lay_out_form()
        self._connect()
        self.reload()

    # -- making ----------------------------------------------------------------------------------------------------

    @staticmethod
    def _box(name: str, title: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(title)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return box

    def _lay_out_form(self) -> None:
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for section, width in enumerate((190, 200, 76, 190)):
            head.resizeSection(section, width)
        head.setStretchLastSection(True)
        self.table.setWordWrap(False)
        self.nothing.setWordWrap(True)
        self.nothing.show()
        hint_row = QHBoxLayout()
        hint_row.addWidget(self.hint, 1)
        hint_row.addWidget(self.choose_hint)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("&Name"), self.name)
        form.addRow(tr("R&ole"), self.role)
        buttons = QHBoxLayout()
        buttons.addWidget(self.keep)
        buttons.addStretch(1)
        form.addRow("", buttons)
        place = self.column.count() - 1
        self.column.insertLayout(place, form)
        self.column.insertLayout(place, hint_row)
        self.column.insertWidget(place, self.printed)
        # Enter keeps a name; it must not close the dialog as well.
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        self.buttons.addButton(self.undo_button, QDialogButtonBox.ButtonRole.ActionRole)

    def _connect(self) -> None:
        session = self._session
        session.quotes_changed.connect(self.reload)
        session.articles_changed.connect(self._articles_changed)
        session.desk_changed.connect(self.reject)
        session.failed.connect(self.hint.setText)
        session.undo_stack.indexChanged.connect(self._show_undo)
        self.table.selectionModel().selectionChanged.connect(self._show_chosen)
        self.keep.clicked.connect(self.name_chosen)
        self.undo_button.clicked.connect(session.undo_stack.undo)
        self.choose_hint.clicked.connect(self._choose_hint)
        for box in (self.name, self.role):
            line = box.lineEdit()
            if line is not None:
                line.returnPressed.connect(self.name_chosen)
        QShortcut(QKeySequence("Ctrl+Z"), self).activated.connect(session.undo_stack.undo)
        for keys in ("F2", "Return", "Enter"):
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self._begin)

    # -- what is shown ---------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the people again; who was chosen stays chosen."""
        desk = self._session.desk
        story = next((each for each in desk.stories() if each.id == self._story.id), None) if desk else None
        if desk is None or story is None:
            return
        chosen = [person.name for person in self.chosen_people()]
        self._shown_state = self._shown()
        self._story, self._people = story, desk.people.of_story(story.id)
        quotes = desk.story_quotes(story.id)
        self.setWindowTitle(tr("People of “{story}”", story=story.title))
        self._fill()
        self._say(len(quotes))
        self._choose_names(chosen or [person.name for person in self._people[:1]])
        self._show_chosen()
        self._show_undo()

    def _articles_changed(self) -> None:
        """Articles may have come, gone or moved, or the story may be called otherwise."""
        if self._shown() != self._shown_state:
            self.reload()

    def _shown(self) -> object:
        desk = self._session.desk
        if desk is None:
            return None
        return desk.stories(), [(article.id, article.newest) for article in desk.articles(story=self._story.id)]

    def _fill(self) -> None:
        rows = [
            (
                person.name,
                person.role,
                str(person.quotes),
                ", ".join(f"“{mention}”" for mention in person.mentions if mention != person.name),
                ", ".join(person.also),
            )
            for person in self._people
        ]
        self.fill(rows)

    def _say(self, quotes: int) -> None:
        named = sum(person.quotes for person in self._people)
        nameless = quotes - named
        if not self._people:
            self.nothing.setText(str(_EMPTY))
        else:
            people = tr_n("{count} person speaks", "{count} people speak", len(self._people))
            sentences = [tr_n("{people} in {count} quote.", "{people} in {count} quotes.", named, people=people)]
            sentences += (
                [tr_n("{count} quote names nobody.", "{count} quotes name nobody.", nameless)] if nameless else []
            )
            sentences.append(tr("Choose one to rename, or several with Ctrl to make them one person."))
            sentences += [tr("The story is locked: reopen it to change anything.")] if self._story.locked else []
            self.nothing.setText(" ".join(sentences))
        pair = perhaps_one(self._people)
        self.hint.setText(tr("Perhaps one person: “{one}” and “{other}”.", one=pair[0], other=pair[1]) if pair else "")
        self.choose_hint.setVisible(bool(pair))

    def chosen_people(self) -> list[Person]:
        return [self._people[row] for row in self.chosen() if row < len(self._people)]

    def _show_chosen(self) -> None:
        people = self.chosen_people()
        able = bool(people) and self._session.writable and not self._story.locked
        for part in (self.name, self.role, self.keep):
            part.setEnabled(able)
        self.keep.setText(tr_n("Keep", "Make these {count} one person", len(people)))
        self.printed.setText(" ".join(_in_print(person) for person in people[:_MOST_PEOPLE]))
        fullest = max(people, key=lambda person: (len(person.name.split()), len(person.name)), default=None)
        others = sorted({person.name for person in people})
        names = list(dict.fromkeys([fullest.name, *others])) if fullest else []
        roles = [person.role for person in (*([fullest] if fullest else ()), *people) if person.role]
        self._offer(self.name, names)
        self._offer(self.role, list(dict.fromkeys(roles)) or [""])

    @staticmethod
    def _offer(box: QComboBox, words: Sequence[str]) -> None:
        box.clear()
        box.addItems(list(words))
        box.setCurrentIndex(0)
        line = box.lineEdit()
        if line is not None:
            line.setCursorPosition(0)

    def _show_undo(self) -> None:
        stack = self._session.undo_stack
        self.undo_button.setEnabled(stack.canUndo())
        self.undo_button.setToolTip(
            tr("Undo {act} (Ctrl+Z)", act=stack.undoText()) if stack.canUndo() else tr("Nothing to undo")
        )

    # -- actions ---------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        line = self.name.lineEdit()
        if line is not None and self.name.isEnabled():
            line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            line.selectAll()

    def name_chosen(self) -> None:
        """Say that the chosen names mean one person, called as the two lines say."""
        people = self.chosen_people()
        name, role = self.name.currentText().strip(), self.role.currentText().strip()
        if not people or not name or not self.keep.isEnabled():
            return
        if [(person.name, person.role) for person in people] == [(name, role)]:
            return
        names = [person.name for person in people]
        self._session.undo_stack.push(NamePeople(self._session, self._story, names, named(people, name, role)))
        self._choose_names([name])
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes from a line back to the list; from there it closes."""
        if event.key() == Qt.Key.Key_Escape and (self.name.hasFocus() or self.role.hasFocus()):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _choose_hint(self) -> None:
        self._choose_names(perhaps_one(self._people))
        self._begin()

    def _choose_names(self, names: Iterable[str]) -> None:
        chosen = set(names)
        self.table.clearSelection()
        flag = QItemSelectionModel.SelectionFlag
        rows = [row for row, person in enumerate(self._people) if person.name in chosen]
        for row in rows:
            index = self.index_of(row)
            if row == rows[0]:
                self.table.selectionModel().setCurrentIndex(index, flag.NoUpdate)
            self.table.selectionModel().select(index, flag.Select | flag.Rows)
