"""Search over the whole desk: a field in the tool bar with its hits below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.domain import VerbatimError
from desktop.text.display import shorten
from desktop.text.word_search import find_words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.domain import Hit
    from desktop.ui.session.session import Session

_HIT = Qt.ItemDataRole.UserRole + 1
_ROWS = 12
_LONGEST = 200  # letters that are taken over from a selection
_BEFORE = 24  # letters of an excerpt before the words found
_TITLE = 32  # letters of a headline; the rest of the line is for the words found


def around(excerpt: str, asked: str) -> str:
    """Begin an excerpt shortly before the words that were asked for, so that a narrow line shows them."""
    found = find_words(excerpt, asked)
    if found is None or found.start <= _BEFORE:
        return excerpt
    start = excerpt.rfind(" ", 0, found.start - _BEFORE // 2) + 1
    return f"… {excerpt[start:]}" if start else excerpt


class SearchBox(QLineEdit):
    """Type, choose with the arrows, Enter goes there, Esc closes.

    Signals:
        went(object): a Hit was chosen and is shown
        left(): somebody gave up searching
    """

    went = Signal(object)
    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setPlaceholderText("Search articles and quotes   Ctrl+K")
        self.setAccessibleName("Search articles and quotes")
        self.setClearButtonEnabled(True)
        self.setMaximumWidth(420)
        self.setMinimumWidth(120)
        self._session = session
        self._frame: QFrame | None = None
        self.hits = QListWidget()
        self.hits.setObjectName("search-hits")
        self.hits.setAccessibleName("Finds")
        self.hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hits.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.hits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hits.itemClicked.connect(self._go)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self.textEdited.connect(self._later)
        self.returnPressed.connect(self._enter)

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
        words = self.text().strip()
        desk = self._session.desk
        if not words or desk is None:
            self.close_hits()
            return
        try:
            found = desk.search(words, limit=_ROWS * 4)
        except VerbatimError as error:
            self._session.failed.emit(str(error))
            return
        articles = desk.articles_by_ids([hit.article_id for hit in found])
        titles = {article.id: article.metadata.title for article in articles}
        self.hits.clear()
        for hit in found:
            item = QListWidgetItem(self._words(hit, titles.get(hit.article_id, ""), words))
            item.setData(_HIT, hit)
            item.setSizeHint(QSize(0, self.hits.fontMetrics().height() + 8))
            self.hits.addItem(item)
        if not found:
            item = QListWidgetItem("Nothing on this desk has these words.")
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.hits.addItem(item)
        self.hits.setCurrentRow(0)
        self._open()

    @staticmethod
    def _words(hit: Hit, title: str, asked: str) -> str:
        kind = "Quote" if hit.quote_id is not None else "Text"
        return f"{kind} in “{shorten(title, _TITLE)}”:  {around(' '.join(hit.excerpt.split()), asked)}"

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
        hit: Hit | None = item.data(_HIT)
        if hit is None:
            return
        self.close_hits()
        quote = self._session.quote_now(hit.quote_id) if hit.quote_id is not None else None
        if quote is not None:
            self._session.pair.show_quote(quote)
        elif self._session.pair.b is not None and self._session.pair.b.id == hit.version_id:
            self._session.pair.set_side("b")
        else:
            self._session.pair.set_side("a")
            self._session.pair.show(hit.version_id)
        self.went.emit(hit)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up} and self.hits.count():
            step = 1 if key == Qt.Key.Key_Down else -1
            self.hits.setCurrentRow(min(max(self.hits.currentRow() + step, 0), self.hits.count() - 1))
        elif key == Qt.Key.Key_Escape:
            self.close_hits()
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._leave)
        return super().event(event)

    def _leave(self) -> None:
        if not self.hasFocus():
            self.close_hits()
