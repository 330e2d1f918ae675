"""Search over the whole desk and the commands of the menus: a field in the tool bar with its hits below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.domain import Hit, VerbatimError
from desktop.text.display import shorten
from desktop.translation import per_cent, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop.domain import PersonHit
    from desktop.ui.actions import Actions
    from desktop.ui.session.session import Session

_HIT = Qt.ItemDataRole.UserRole + 1  # a Hit, a PersonHit, or the QAction of a command
_COMMANDS = 5  # shown above the finds
_PEOPLE = 4  # shown before quotes and articles
_ONLY_COMMANDS = ">"  # in front of the words
_ROWS = 12
_LONGEST = 200  # letters that are taken over from a selection
_BEFORE = 24  # letters of an excerpt before the words found
_NAME = 48  # letters of a name and role
_TITLE = 32  # letters of a headline; the rest of the line is for the words found


def around(excerpt: str, typed: str) -> str:
    """Begin an excerpt shortly before the words that were asked for, so that a narrow line shows them."""
    from desktop.text.word_search import find_words  # not needed before somebody searches

    found = find_words(excerpt, typed)
    if found is None or found.start <= _BEFORE:
        return excerpt
    start = excerpt.rfind(" ", 0, found.start - _BEFORE // 2) + 1
    return f"… {excerpt[start:]}" if start else excerpt


class Command(NamedTuple):
    """An action of a menu, as one looks for it."""

    action: QAction
    menu: str

    @property
    def name(self) -> str:
        return self.action.text().replace("&", "")

    def in_words(self) -> str:
        keys = self.action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        now = "" if self.action.isEnabled() else tr("(not now)")
        return "   ".join(filter(None, (self.name, tr("{menu} menu", menu=self.menu), keys, now)))


def _person_words(hit: PersonHit, title: str) -> str:
    name = f"{hit.name}, {hit.role}" if hit.role else hit.name
    return tr("{name}   in “{headline}”", name=shorten(name, _NAME), headline=shorten(title, _TITLE))


def commands_for(actions: Actions, typed: str) -> list[Command]:
    """Return the commands with a word that begins with each of the words asked for; those of now first."""
    from desktop.text.word_search import search_form, search_terms

    words = search_terms(typed)
    every = (Command(action, menu) for menu, action in actions.by_menu() if action.menu() is None)
    found = [command for command in every if _begin_words(words, f"{command.name} {command.menu}")]
    first = words[0] if words else ""
    found.sort(key=lambda one: (not one.action.isEnabled(), not search_form(one.name).startswith(first)))
    return found


def _begin_words(terms: list[str], text: str) -> bool:
    from desktop.text.word_search import search_terms

    words = search_terms(text)
    return all(any(word.startswith(begun) for word in words) for begun in terms)


class SearchBox(QLineEdit):
    """Type, choose with the arrows, Enter goes there or runs the command, Esc goes back to where one was.

    A command is never what Enter takes by itself while words are found on the desk: nobody marks by searching.

    Signals:
        result_chosen(object): a Hit, or a PersonHit, was chosen and is shown
        left(): somebody gave up searching, and where the focus was is gone
    """

    result_chosen = Signal(object)
    left = Signal()

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._before: QWidget | None = None  # what had the focus
        self.setObjectName("search")
        self.setPlaceholderText(tr("Search texts, quotes, > commands   Ctrl+K"))
        self.setAccessibleName(tr("Search articles, quotes and commands"))
        self.setClearButtonEnabled(True)
        self.setMaximumWidth(420)
        self.setMinimumWidth(120)
        self._session = session
        self._go_on = QAction(tr("Go on building the search index"), self)
        self._go_on.triggered.connect(session.index_build.go_on)
        self._frame: QFrame | None = None
        self.hits = QListWidget()
        self.hits.setObjectName("search-hits")
        self.hits.setAccessibleName(tr("Finds"))
        self.hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hits.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.hits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hits.itemClicked.connect(self._go)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self.textEdited.connect(self._later)
        self.returnPressed.connect(self._enter)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def begin(self) -> None:
        """Take the focus; what was searched for last is there to be written over."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def search_for(self, words: str) -> None:
        """Look for words at once, as if they had been typed."""
        self.begin()
        self.setText(" ".join(words.split())[:_LONGEST])
        self._look()

    def _later(self) -> None:
        self._timer.start(80)

    def _look(self) -> None:
        from desktop.text.word_search import search_terms

        words = self.text().strip()
        desk = self._session.desk
        if not words or desk is None:
            self.close_hits()
            return
        only_commands = words.startswith(_ONLY_COMMANDS)
        words = words.removeprefix(_ONLY_COMMANDS)
        found: list[Hit] = []
        people: list[PersonHit] = []
        if not only_commands:
            try:
                found = desk.search.find(words, limit=_ROWS * 4)
                people = desk.search.people(words, limit=_PEOPLE)
            except VerbatimError as error:
                self._session.failed.emit(str(error))
                return
        commands = commands_for(self._actions, words) if only_commands or search_terms(words) else []
        self.hits.clear()
        shown = commands if only_commands else [one for one in commands if one.action.isEnabled()][:_COMMANDS]
        self._add_group(tr("Commands"), [(one.in_words(), one.action) for one in shown])
        among = [hit.article_id for hit in found] + [hit.article_id for hit in people]
        articles = desk.articles_by_ids(among)
        titles = {article.id: article.metadata.title for article in articles}
        above = self.hits.count()
        named = [(_person_words(hit, titles.get(hit.article_id, "")), hit) for hit in people]
        self._add_group(tr("People"), named)
        for heading, quotes in ((tr("Quotes"), True), (tr("Articles"), False)):
            hits = [hit for hit in found if (hit.quote_id is not None) is quotes]
            self._add_group(heading, [(self._words(hit, titles.get(hit.article_id, ""), words), hit) for hit in hits])
        self._say_unfinished()
        if not found and not shown:
            self._add(tr("Nothing on this desk has these words, and no command that can be used now."), None)
        self.hits.setCurrentRow(-1)
        self._step(1, above - 1 if found or people else -1)
        self._open()

    def _say_unfinished(self) -> None:
        """Say that not everything is found as long as the index is unfinished; a click goes on with it."""
        build = self._session.index_build
        share = build.unfinished
        if share is None:
            return
        done = per_cent(int(share * 100) / 100)  # never 100% before the end
        if build.task is not None:
            words = tr("The search index is being built ({share}): not everything is found yet.", share=done)
        else:
            words = tr("The search index is not finished ({share}): not everything is found.", share=done)
        self._add(words, None)
        if build.task is None and self._session.writable:
            self._add(self._go_on.text(), self._go_on)

    def _add_group(self, heading: str, lines: Sequence[tuple[str, Hit | PersonHit | QAction]]) -> None:
        if lines:
            item = self._add(heading, None)
            font = item.font()
            font.setBold(True)
            item.setFont(font)
        for words, leads_to in lines:
            self._add(words, leads_to)

    def _add(self, words: str, leads_to: Hit | PersonHit | QAction | None) -> QListWidgetItem:
        """Add a line; one that leads nowhere, or to a command that cannot be used now, cannot be chosen."""
        item = QListWidgetItem(words)
        item.setData(_HIT, leads_to)
        item.setSizeHint(QSize(0, self.hits.fontMetrics().height() + 8))
        if leads_to is None or (isinstance(leads_to, QAction) and not leads_to.isEnabled()):
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.hits.addItem(item)
        return item

    def _step(self, by: int, row: int) -> None:
        """Make the next line from a row on the current one that can be chosen, if there is one."""
        row += by
        while 0 <= row < self.hits.count() and not self.hits.item(row).flags() & Qt.ItemFlag.ItemIsSelectable:
            row += by
        if 0 <= row < self.hits.count():
            self.hits.setCurrentRow(row)

    @staticmethod
    def _words(hit: Hit, title: str, typed: str) -> str:
        return f"“{shorten(title, _TITLE)}”:  {around(' '.join(hit.excerpt.split()), typed)}"

    def _open(self) -> None:
        if self._frame is None:
            self._frame = QFrame(self.window())
            self._frame.setObjectName("search-frame")
            self._frame.setFrameShape(QFrame.Shape.StyledPanel)
            self._frame.setAutoFillBackground(True)
            column = QVBoxLayout(self._frame)
            column.setContentsMargins(1, 1, 1, 1)
            column.addWidget(self.hits)
        place = self.mapTo(self.window(), self.rect().bottomLeft())
        width = max(self.width(), min(620, self.window().width() - place.x() - 20))
        rows = min(self.hits.count(), _ROWS)
        height = rows * (self.hits.sizeHintForRow(0) + 1) + 12
        self._frame.setGeometry(place.x(), place.y() + 3, width, height)
        self._frame.show()
        self._frame.raise_()

    def close_hits(self) -> None:
        if self._frame is not None:
            self._frame.hide()

    def _enter(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._look()
        item = self.hits.currentItem()
        if self._frame is not None and self._frame.isVisible() and item is not None:
            self._go(item)

    def _go(self, item: QListWidgetItem) -> None:
        hit: Hit | PersonHit | QAction | None = item.data(_HIT)
        if hit is None or not item.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        self.close_hits()
        if isinstance(hit, QAction):
            self.clear()
            self._go_back()  # a command is about what had the focus
            hit.trigger()
            return
        quote = self._session.quote_now(hit.quote_id) if hit.quote_id is not None else None
        if quote is not None:
            self._session.pair.show_quote(quote)
        elif not isinstance(hit, Hit):
            return  # who spoke there was taken away meanwhile
        elif self._session.pair.b is not None and self._session.pair.b.id == hit.version_id:
            self._session.pair.set_side("b")
        else:
            self._session.pair.set_side("a")
            self._session.pair.show(hit.version_id)
        self.result_chosen.emit(hit)

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is self and old is not None and old is not self:
            self._before = old

    def _go_back(self) -> None:
        """Give the focus back to what had it."""
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible() and before.window() is self.window():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up} and self.hits.count():
            self._step(1 if key == Qt.Key.Key_Down else -1, self.hits.currentRow())
        elif key == Qt.Key.Key_Escape:
            self.close_hits()
            self.clear()
            self._go_back()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._leave)
        return super().event(event)

    def _leave(self) -> None:
        if not self.hasFocus():
            self.close_hits()
