"""Articles panel on the left: filters, order, list and type-ahead, wired to the session."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain import Status
from desktop.text.word_search import search_form
from desktop.translation import Text, number, tr
from desktop.ui.articles.active_filters import ActiveFilters, EmptyList
from desktop.ui.articles.arrangement import version_of
from desktop.ui.articles.list_view import ArticleDelegate, ArticleList
from desktop.ui.articles.model import ArticleModel, Order, Row, Show, StoryRow
from desktop.ui.status_words import STATUS_SIGN
from desktop.ui.widgets.basics import FlowLayout, button, fit_chip, plain_label
from desktop.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping, Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent

    from desktop.desk.open_desk import Desk
    from desktop.domain import Article, StoryId, VersionId
    from desktop.ui.articles.arrangement import Arrangement, Place
    from desktop.ui.session.session import Session


_AT_ONCE = 2000  # rows between two looks at the clock
_MARKS = "‘’“”„«»\"' "  # a headline begins behind them


class TypeAhead(QObject):
    """Takes letters as they are typed, and looks for the row without holding the window up.

    Signals: found(int): the row
    """

    found = Signal(int)

    def __init__(self, session: Session, model: ArticleModel) -> None:
        super().__init__(model)
        self._session = session
        self._model = model
        self._typed = ""
        self._last = 0.0  # when the last letter came, in seconds
        self._search: Generator[None, None, int] | None = None
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._turn)

    @property
    def typing(self) -> bool:
        """Letters were typed just now, and a space would belong to them."""
        return bool(self._typed) and time.monotonic() - self._last < QApplication.keyboardInputInterval() / 1000

    def stop(self) -> None:
        """Forget what was typed."""
        self._typed, self._search = "", None
        self._turns.stop()

    def take(self, letters: str, row: int) -> None:
        """Look for what was typed so far and these letters, from the current row on and round."""
        self._typed = (self._typed if self.typing else "") + letters
        self._last = time.monotonic()
        typed, start = search_form(self._typed).lstrip(), row
        if len(set(typed)) == 1:  # the same letter again and again goes from one headline to the next
            typed, start = typed[0], row + 1
        desk = self._session.desk
        if typed and desk is not None:
            self._search = search_steps(desk, self._model.places, typed, start)
            self._turns.start()
            self._turn()

    def _turn(self) -> None:
        ends = time.monotonic() + _TURN
        try:
            while self._search is not None and time.monotonic() < ends:
                next(self._search)
        except StopIteration as ended:
            self._search = None
            if ended.value >= 0:
                self.found.emit(ended.value)
        if self._search is None:
            self._turns.stop()


def search_steps(desk: Desk, places: Sequence[Place], typed: str, start: int) -> Generator[None, None, int]:
    """Return the first row from `start` on, and round, whose headline begins with what was typed, else -1.

    `places` has what stands in each row; where no headline begins so, a word in one may.
    """
    yield from desk.article_list.prepare_words()
    words: Mapping[Any, str] = desk.article_list.words()  # by article; a story or a lower version has none
    inside = -1
    for first, end in ((start, len(places)), (0, min(start, len(places)))):
        for part in range(first, end, _AT_ONCE):
            for row in range(part, min(part + _AT_ONCE, end)):
                headline = words.get(places[row], "").partition("\n")[0].lstrip(_MARKS)
                if headline.startswith(typed):
                    return row
                if inside < 0 and typed in headline and any(f"{mark}{typed}" in headline for mark in _MARKS):
                    inside = row
            yield
    return inside


_TYPING_MS = 60
_TURN = 0.008  # seconds of arranging, then keys and the mouse come first
_SIGNS = {
    Show.ALL: Text("All"),
    Show.TO_CHECK: STATUS_SIGN[Status.UNVERIFIED],
    Show.DISPUTED: STATUS_SIGN[Status.DISPUTED],
    Show.DONE: STATUS_SIGN[Status.VERIFIED],
}


class ArticlePanel(QWidget):
    """Head, filters, list.

    Signals:
        add_requested(): somebody asks for the dialog that adds articles
        menu_requested(QPoint): a context menu is asked for at a global place
        dropped(object): paths were dropped on the list
        deleted(object): these articles went to the trash
        heading_deleted(object): Delete was asked for on the heading of this Story
    """

    add_requested = Signal()
    menu_requested = Signal(QPoint)
    dropped = Signal(object)
    deleted = Signal(object)
    heading_deleted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articles-panel")
        self.setProperty("look", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(200)
        self.setAcceptDrops(True)
        self._session = session
        self.model = ArticleModel(session)
        self.list = ArticleList(self.model, self)
        self.delegate = ArticleDelegate(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.delegate)
        self._count = plain_label("", "faint")
        self._sort = QToolButton()
        self._chips: dict[Show, QPushButton] = {}
        self._search = SearchField()
        self._type_ahead = TypeAhead(session, self.model)
        self.active_filters = ActiveFilters()
        self._empty = EmptyList()
        self._stack = QStackedLayout()
        self._quiet = False
        self._before: QPersistentModelIndex | None = None  # the current row before the mouse was pressed on another
        self._lay_out()
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self.reload)
        self._typing = QTimer(self, interval=_TYPING_MS, singleShot=True)
        self._typing.timeout.connect(self._arrange)
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._turn)
        self._arranging: Generator[None, None, Arrangement | None] | None = None
        self._arranged: tuple[Arrangement | None, ...] = ()  # one that is to be shown in a turn of its own
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(plain_label(tr("Articles"), "title"))
        head.addStretch(1)
        head.addWidget(self._sort)
        head.addWidget(self._count)
        self._sort.setObjectName("article-sort")
        self._sort.setProperty("look", "flat")
        self._sort.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._sort.setMenu(self._sort_menu())
        self._search.setObjectName("article-search")
        self._search.setPlaceholderText(tr("Filter by headline, outlet, byline"))
        self._search.setAccessibleName(tr("Filter articles"))
        self._search.setClearButtonEnabled(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(12, 8, 10, 8)
        top.setSpacing(6)
        top.addLayout(head)
        top.addLayout(self._chip_row())
        top.addWidget(self._search)
        top.addWidget(self.active_filters)
        column.addLayout(top)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        column.addLayout(self._stack, 1)

    def _chip_row(self) -> FlowLayout:
        row = FlowLayout(gap=4)
        group = QButtonGroup(self)
        for show in Show:
            chip = button(str(_SIGNS[show]), f"articles-{show.name.lower()}", "chip")
            chip.setCheckable(True)
            chip.setChecked(show is Show.ALL)
            group.addButton(chip)
            row.addWidget(chip)
            self._chips[show] = chip
        group.buttonClicked.connect(self._on_chip)
        return row

    def _sort_menu(self) -> QMenu:
        menu = QMenu(self)
        for order in Order:
            action = menu.addAction(tr("Sort: {order}", order=tr(order.value)))
            action.setData(order)
            action.setCheckable(True)
        menu.triggered.connect(self._on_sort)
        return menu

    def _connect(self) -> None:
        session = self._session
        session.desk_changed.connect(self._on_desk)
        session.articles_changed.connect(self._soon)
        session.pair.changed.connect(self._on_pair)
        self._search.textChanged.connect(self._on_words)
        self._search.left.connect(self.focus_list)
        self.list.typed.connect(self._on_typed)
        self.list.escaped.connect(self._on_escape)
        self._type_ahead.found.connect(self._go_to)
        self._empty.fill.clicked.connect(self._on_fill)
        self.active_filters.words_dropped.connect(self._search.clear)
        self.active_filters.show_dropped.connect(self._show_all)
        self.active_filters.all_dropped.connect(self._drop_filters)
        self.delegate.b_clicked.connect(self._use_as_b)
        self.list.b_requested.connect(self._use_as_b)
        self.list.fold_requested.connect(self._fold)
        self.list.delete_requested.connect(self.delete_chosen)
        self.list.customContextMenuRequested.connect(self._on_menu)
        self.list.doubleClicked.connect(self._on_double)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.mouse_released.connect(self._on_mouse_released)
        self.list.dragged.connect(self._on_dragged)
        self.model.modelReset.connect(self.list.fit_rows)
        self.set_order(Order.ADDED)

    # -- what others ask -------------------------------------------------------------------------------------------

    def chosen(self) -> list[Article]:
        """Return the selected articles, in order."""
        rows = sorted({index.row() for index in self.list.selectionModel().selectedIndexes()})
        found = [self.model.article_at(row) for row in rows]
        return list({article.id: article for article in found if article is not None}.values())

    def current_story(self) -> StoryId | None:
        """Return the story of the row that verbs are about."""
        row = self.model.row(self.list.acted_on().row())
        if row is None:
            return None
        return row.story.id if isinstance(row, StoryRow) else row.article.story_id

    def current_version(self) -> VersionId | None:
        """Return the version of the row that verbs are about."""
        return version_of(self.model.row(self.list.acted_on().row()))

    def focus_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def rename(self) -> None:
        """Edit the title of a row in place."""
        index, story = self.list.acted_on(), self.current_story()
        if story is not None and index.flags() & Qt.ItemFlag.ItemIsEditable and self._session.is_open(story):
            self.list.edit(index)

    def delete_chosen(self) -> None:
        """Put the chosen articles in the trash; what Delete means on the heading of a story is for others to say."""
        chosen, row = self.chosen(), self.model.row(self.list.acted_on().row())
        if not self._session.writable:
            return
        if not chosen and isinstance(row, StoryRow):
            self.heading_deleted.emit(row.story)
        elif self._session.delete_articles(chosen):
            self.deleted.emit(chosen)

    def set_order(self, order: Order) -> None:
        self.model.order = order
        self._sort.setText(tr(order.value).capitalize() + " ▾")
        self._sort.setAccessibleName(tr("Sort articles, now {order}", order=tr(order.value)))
        for action in self._sort.menu().actions():
            action.setChecked(action.data() == order)
        self.reload()

    def state(self) -> str:
        """Return filter, order and words, for the next start."""
        return "\t".join((self.model.show.name, self.model.order.name, self._search.text()))

    def restore(self, state: str) -> None:
        show, order, words = ([*state.split("\t"), "", "", ""])[:3]
        if show in Show.__members__:
            self._chips[Show[show]].setChecked(True)
            self.model.show = Show[show]
        self._search.setText(words)
        self.set_order(Order[order] if order in Order.__members__ else Order.ADDED)

    # -- following the session -------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the list again and keep the current row."""
        self._late.stop()
        self._stop_arranging()
        self.model.words = self._search.text()
        self._show_again(self.model.reload)

    def show_beginning(self) -> None:
        """Show the first rows of a desk that was just opened; `reload` reads all, and says how many there are."""
        if self.model.show_beginning():
            self._count.clear()
            for show in self._chips:
                self._label_chip(show, None)
            self._show_empty()
        else:
            self.reload()

    def _arrange(self) -> None:
        """Read the list again between other things: who types on does not wait for it."""
        self.model.words = self._search.text()
        self._arranging = self.model.arranging()
        self._turns.start()

    def _turn(self) -> None:
        if self._arranged:
            show = partial(self.model.put, self._arranged[0])
            self._stop_arranging()
            self._show_again(show)
            return
        ends = time.monotonic() + _TURN
        try:
            while self._arranging is not None and time.monotonic() < ends:
                next(self._arranging)
        except StopIteration as ended:
            self._arranged = (ended.value,)

    def _stop_arranging(self) -> None:
        self._typing.stop()
        self._turns.stop()
        self._arranging, self._arranged = None, ()

    def _show_again(self, replace: Callable[[], None]) -> None:
        before = self.model.row(self.list.currentIndex().row())
        replace()
        for show in self._chips:
            self._label_chip(show, self.model.totals[show])
        total = self.model.totals[Show.ALL]
        self._count.setText(str(total))
        self._show_pair()
        if isinstance(before, StoryRow):
            self._stay_on(before.story.id)
        self.active_filters.show_filters(self.model.words, self.model.show)
        self._show_empty()

    def _label_chip(self, show: Show, count: int | None) -> None:
        """Say on a chip how many articles it leaves; None: nobody has counted them yet."""
        chip = self._chips[show]
        words = tr(show.value) if count is None else f"{tr(show.value)}: {number(count)}"
        chip.setText(str(_SIGNS[show]) if count is None else f"{_SIGNS[show]} {count}")
        chip.setAccessibleName(words)
        chip.setToolTip(words)
        chip.setVisible(bool(count) or show is Show.ALL or chip.isChecked())  # of none there is nothing to show
        fit_chip(chip)

    def _stay_on(self, story: StoryId) -> None:
        """Keep the heading of a story current, so that the next key acts where the last one did."""
        number = self.model.row_of_story(story)
        if number >= 0:
            self._quiet = True
            self.list.setCurrentIndex(self.model.index(number, 0))
            self._quiet = False

    def _show_empty(self) -> None:
        nothing = self.model.rowCount() == 0
        self._stack.setCurrentIndex(1 if nothing else 0)
        if nothing:
            self._empty.explain(self._session.desk, self._search.text(), self.model.show)

    def _soon(self) -> None:
        self._late.start(0)

    def _on_desk(self) -> None:
        self.model.forget_versions()
        self.reload()

    def _on_pair(self) -> None:
        self._show_pair()

    def _show_pair(self) -> None:
        a, b = self._session.pair.a, self._session.pair.b
        self.delegate.a = a.id if a else None
        self.delegate.b = b.id if b else None
        row = self.model.row_of(a.id) if a else -1
        if row >= 0 and version_of(self.model.row(self.list.currentIndex().row())) != self.delegate.a:
            self._quiet = True
            index = self.model.index(row, 0)
            self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(index)
            self._quiet = False
        self.list.viewport().update()

    def _on_current(self, index: QModelIndex, before: QModelIndex) -> None:
        if self.list.grabbed:  # it may be about to be dragged to a side
            self._before = QPersistentModelIndex(before) if self._before is None else self._before
            return
        version = version_of(self.model.row(index.row()))
        if not self._quiet and version is not None:
            self._session.pair.show(version)

    def _on_mouse_released(self) -> None:
        """The row was clicked, not dragged: show it."""
        if self._before is not None:
            self._before = None
            self._on_current(self.list.currentIndex(), QModelIndex())

    def _on_dragged(self) -> None:
        """The row was only dragged: choose again what is shown."""
        before, self._before = self._before, None
        if before is not None and before.isValid():
            self._quiet = True
            self.list.setCurrentIndex(self.model.index(before.row(), 0))
            self._quiet = False

    def _use_as_b(self, row: Row) -> None:
        version = version_of(row)
        if version is not None:
            self._session.pair.set_b(version)

    def _fold(self, row: StoryRow) -> None:
        current = self.list.currentIndex().row()
        self.model.fold(row)
        self._quiet = True
        self.list.setCurrentIndex(self.model.index(min(current, self.model.rowCount() - 1), 0))
        self._quiet = False

    def _on_double(self, index: QModelIndex) -> None:
        row = self.model.row(index.row())
        if isinstance(row, StoryRow):
            self._fold(row)

    def _on_sort(self, action: QAction) -> None:
        self.set_order(Order(action.data()))  # Qt gives back a plain string

    def _on_chip(self, chip: QPushButton) -> None:
        self.model.show = next(show for show, known in self._chips.items() if known is chip)
        self.reload()

    def _on_words(self) -> None:
        self._stop_arranging()
        self._typing.start()

    def _show_all(self) -> None:
        self._chips[Show.ALL].setChecked(True)
        self.model.show = Show.ALL
        self.reload()

    def _drop_filters(self) -> None:
        self._search.clear()
        self._show_all()

    def _on_typed(self, letters: str) -> None:
        self._type_ahead.take(letters, max(0, self.list.currentIndex().row()))

    def _go_to(self, row: int) -> None:
        flag = QItemSelectionModel.SelectionFlag
        self.list.selectionModel().setCurrentIndex(self.model.index(row, 0), flag.ClearAndSelect)

    def _on_escape(self) -> None:
        """Forget the letters typed in the list, or else take away what is filtered."""
        if self._type_ahead.typing:
            self._type_ahead.stop()
        elif self._search.text() or self.model.show is not Show.ALL:
            self._drop_filters()

    def _on_fill(self) -> None:
        if self._search.text() or self.model.show is not Show.ALL:
            self._drop_filters()
        else:
            self.add_requested.emit()

    def _on_menu(self, place: QPoint) -> None:
        self.menu_requested.emit(self.list.viewport().mapToGlobal(place))

    # Qt

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        if self._session.writable and (mime.hasUrls() or mime.hasText() or mime.hasHtml()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == event.Type.FontChange:
            self.list.fit_rows()
        super().changeEvent(event)
