"""Articles that print words of a source, with what each does to them; Enter lays one beside the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout

from desktop.desk.sources.quoted_passages import Printed, find_printed
from desktop.text.display import one_line, shorten
from desktop.translation import tr, tr_n
from desktop.ui import background
from desktop.ui.source_words import sign_of
from desktop.ui.widgets.basics import plain_label, resize_within_screen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.desk.sources.source_check import Source
    from desktop.domain import Span, VersionId
    from desktop.ui.session.session import Session

_SHOWN = 160  # code points of the words of source and article


class PrintedByDialog(QDialog):
    """Looks for words of a source in the articles of its story, on a worker thread, and lists where they are printed.

    Signals: opened(object, object): the source's version (its id) and the span at which it is to be shown
    """

    opened = Signal(object, object)

    def __init__(self, session: Session, source: Source, span: Span, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("printed-by")
        self.setWindowTitle(tr("Articles that print these words"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_within_screen(self, 640, 380)
        self._session, self._source, self._span = session, source, span
        words = plain_label(f"“{shorten(one_line(span.of(source.version.text)), _SHOWN)}”")
        words.setWordWrap(True)
        self.count = plain_label(tr("Looking in the articles of the story…"), "faint")
        self.count.setObjectName("printed-by-count")
        self.list = QListWidget()
        self.list.setObjectName("printed-by-list")
        self.list.setAccessibleName(tr("Articles that print these words"))
        self.list.setWordWrap(True)
        self.list.itemActivated.connect(self.accept)
        self.buttons = QDialogButtonBox()
        self._open = self.buttons.addButton(tr("Show side by side"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._open.setEnabled(False)
        self.buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout(self)
        for widget in (words, self.count, self.list, self.buttons):
            column.addWidget(widget)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.accepted.connect(self._show_chosen)
        self.printed: list[Printed] = []
        self._names: dict[VersionId, str] = {}
        self._begun = False
        session.in_sources.changed.connect(self._search)
        self._search()

    def _search(self) -> None:
        desk, found = self._session.desk, self._session.in_sources
        if desk is None or self._begun:
            return
        if not found.complete:  # quotes that print the words otherwise are among the answers
            found.hurry()
            return
        self._begun = True
        own = desk.article_list.sources()
        articles = [each for each in desk.articles(story=found.story) if each.id not in own]
        self._names = {
            each.newest: each.metadata.outlet or each.metadata.title or tr("Without a headline") for each in articles
        }
        versions = [desk.version(each.newest) for each in articles]
        known = list(found.found.places.values())
        source, span = self._source, self._span
        task = background.start(
            lambda task: find_printed(source, span, versions, known, task.cancelled),
            tr("Looking for words in articles"),
            self,
        )
        task.done.connect(self._list_printed)
        task.failed.connect(self._say_failure)
        self.finished.connect(task.cancel)

    def _list_printed(self, printed: Sequence[Printed]) -> None:
        self.printed = list(printed)
        for each in self.printed:
            name = one_line(self._names.get(each.version, ""))
            line = f"{name}: {sign_of(each.kind)} {each.class_words}\n“{shorten(each.words, _SHOWN)}”"
            self.list.addItem(QListWidgetItem(line))
        articles = len({each.version for each in self.printed})
        self.count.setText(
            tr_n("{count} article prints them", "{count} articles print them", articles)
            if self.printed
            else tr("No article of this story prints these words.")
        )
        self._open.setEnabled(bool(self.printed))
        if self.printed:
            self.list.setCurrentRow(0)
            self.list.setFocus()

    def _say_failure(self, error: object) -> None:
        self.count.setText(tr("The articles could not be searched: {error}", error=error))

    def _show_chosen(self) -> None:
        row = self.list.currentRow()
        if not 0 <= row < len(self.printed):
            return
        chosen, pair = self.printed[row], self._session.pair
        desk = self._session.desk
        quotes = desk.quotes(chosen.version) if desk is not None else []
        pair.set_side("a")
        pair.compare(chosen.version, self._source.version.id)
        quote = next((each for each in quotes if each.span.touches(chosen.span) and not each.deleted), None)
        if quote is not None:
            pair.select_quote(quote)
        self.opened.emit(self._source.version.id, self._span)
