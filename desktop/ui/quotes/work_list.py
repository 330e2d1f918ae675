"""Work list: what is still to be done on the quotes of all articles of a story."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox

from desktop.desk.sources.source_check import NOWHERE
from desktop.domain import Flag
from desktop.text.display import one_line, shorten
from desktop.translation import Text, english, number, tr, tr_n
from desktop.ui import background
from desktop.ui.source_words import filters_of
from desktop.ui.status_words import STATUS_SIGN, STATUS_WORD
from desktop.ui.widgets.basics import resize_within_screen
from desktop.ui.widgets.card_painting import speaker
from desktop.ui.widgets.form_dialog import TableDialog

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QWidget

    from desktop.desk.open_desk import Desk
    from desktop.domain import Article, Quote, StoryId
    from desktop.ui.session.session import Session

_HEADS = (Text("To do"), Text("Quote"), Text("Speaker"), Text("Article"), "¶")
_SHOWN = 1000  # rows
_AT_ONCE = 300  # quotes of a story; those of longer ones are read in the background


class Work(StrEnum):
    """Which quotes are listed."""

    ALL = english("everything still to do")
    UNVERIFIED = english("to check")
    NO_SOURCE = english("no source given")
    COULD_NOT_CONFIRM = english("could not confirm")
    CHANGED = english("changed since marked")
    DISAGREE = english("checkers disagree")
    SOURCE_CHANGED = english("evidence: its source changed")
    SOURCE_GONE = english("evidence: its source is gone")
    TO_ASK = english("still to be asked for: not in the attached sources")


_FLAGS = {
    Work.NO_SOURCE: Flag.NO_SOURCE,
    Work.COULD_NOT_CONFIRM: Flag.COULD_NOT_CONFIRM,
    Work.CHANGED: Flag.CHANGED_SINCE,
    Work.DISAGREE: Flag.CHECKERS_DISAGREE,
}
# What the search in sources says; that no source has a quote is no work on the quote itself.
_OF_SOURCES: dict[Work, str] = {
    Work.SOURCE_CHANGED: Flag.SOURCE_CHANGED,
    Work.SOURCE_GONE: Flag.SOURCE_GONE,
    Work.TO_ASK: NOWHERE,
}
Labels = Mapping[str, tuple[str, ...]]  # of quotes by uid, English


def is_open(quote: Quote, work: Work = Work.ALL, in_sources: Labels | None = None) -> bool:
    """Say whether a quote needs work of this kind; `in_sources` are labels that the search in sources gives."""
    if work is Work.ALL:
        return any(is_open(quote, one, in_sources) for one in Work if one not in {Work.ALL, Work.TO_ASK})
    if work is Work.UNVERIFIED:
        return quote.is_to_check
    if work in _OF_SOURCES:
        return _OF_SOURCES[work] in (in_sources or {}).get(quote.uid, ())
    return _FLAGS[work] in quote.flags


class ToDo(NamedTuple):
    """How many quotes of how many articles need work, and the first of them with their articles."""

    quotes: int
    articles: int
    first: Sequence[tuple[Quote, Article]]


def _to_do(desk: Desk, story: StoryId, work: Work, in_sources: Labels) -> ToDo:
    articles = {article.newest: article for article in desk.articles(story=story)}
    found = [quote for quote in desk.story_quotes(story) if is_open(quote, work, in_sources)]
    first = [(quote, articles[quote.version_id]) for quote in found[:_SHOWN]]
    return ToDo(len(found), len({quote.version_id for quote in found}), first)


def _quotes_in(desk: Desk, story: StoryId) -> int:
    """Return how many quotes a story has; costs next to nothing."""
    return sum(line.counts.total for line in desk.article_list.state().lines.values() if line.story_id == story)


class WorkList(TableDialog):
    """Stays open beside the window; Enter or a double click shows a quote in its text, and marks shorten the list."""

    def __init__(self, session: Session, story: StoryId, title: str, parent: QWidget) -> None:
        super().__init__(Text("Work list"), _HEADS, (), parent)
        self.setWindowTitle(tr("Work list: {title}", title=shorten(title, 60)))
        resize_within_screen(self, 900, 420)
        self.table.setWordWrap(False)
        self._session = session
        self._story = story
        self._quotes: list[Quote] = []
        self._task: background.Task | None = None
        self._again = False  # something changed since the task began to read
        self.kinds = QComboBox(self)
        self.kinds.setObjectName("work-kind")
        self.kinds.setAccessibleName(tr("What is listed"))
        for work in Work:
            self.kinds.addItem(tr(work.value).capitalize(), work)
        self.column.insertWidget(0, self.kinds)
        self.nothing.show()
        self.kinds.currentIndexChanged.connect(self.read)
        self.table.doubleClicked.connect(self._go)
        self.table.installEventFilter(self)
        session.quotes_changed.connect(self.read)
        session.articles_changed.connect(self.read)
        session.in_sources.changed.connect(self.read)
        session.desk_changed.connect(self.reject)
        self.read()
        if self._quotes:
            self.choose(0)
        self.table.setFocus()

    @property
    def work(self) -> Work:
        return Work(self.kinds.currentData())

    def read(self) -> None:
        """List what is to be done now; the chosen row stays where it is, or the one that came into its place.

        The quotes of a long story are read on another thread, and what is listed stays until they are there.
        """
        desk = self._session.desk
        if desk is None or not self.isEnabled():
            return
        if _quotes_in(desk, self._story) <= _AT_ONCE:
            self._show(_to_do(desk, self._story, self.work, self._in_sources()))
        elif self._task is None:
            self._read_beside(desk.path)
        else:
            self._again = True

    def _read_beside(self, path: Path) -> None:
        story, work, in_sources = self._story, self.work, self._in_sources()

        def read(_: background.Task) -> ToDo:
            from desktop.desk.open_desk import Desk

            with Desk.open(path, read_only=True) as reader:
                return _to_do(reader, story, work, in_sources)

        self._again = False
        # The task may outlive this window, and with it what hears of its end.
        task = self._task = background.start(read, tr("Reading the story"), QApplication.instance() or self)
        task.done.connect(self._show)
        task.failed.connect(self._not_read)
        task.ended.connect(self._on_read)
        if not self._quotes:
            self.nothing.setText(tr("The quotes of the story are being read…"))

    def _in_sources(self) -> Labels:
        searched = self._session.in_sources
        if self.work is Work.TO_ASK:
            searched.hurry()
        return filters_of(searched.found) if searched.story == self._story else {}

    def _not_read(self, error: object) -> None:
        self.nothing.setText(tr("The quotes of the story could not be read: {error}", error=error))

    def _on_read(self) -> None:
        self._task = None
        if self._again:
            self.read()

    def _show(self, found: ToDo) -> None:
        """Fill the list."""
        if not self.isEnabled():
            return
        row = min(self.chosen(), default=0)
        self._quotes = [quote for quote, _ in found.first]
        self.fill(_row(quote, article) for quote, article in found.first)
        places = tr_n("{count} article", "{count} articles", found.articles)
        summary = tr_n("{count} quote in {articles}", "{count} quotes in {articles}", found.quotes, articles=places)
        if found.quotes > _SHOWN:
            summary = tr("{what}; the first {number} are listed", what=summary, number=number(_SHOWN))
        self.nothing.setText(summary)
        if self._quotes:
            self.choose(min(row, len(self._quotes) - 1))

    def _go(self, _index: QModelIndex | None = None) -> None:
        for row in self.chosen()[:1]:
            self._session.pair.show_quote(self._quotes[row])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter shows the quote; a dialog would take it for its button."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key()
            in {
                Qt.Key.Key_Return,
                Qt.Key.Key_Enter,
            }
        ):
            self._go()
            return True
        return super().eventFilter(watched, event)


def _row(quote: Quote, article: Article) -> Sequence[str]:
    flags = [tr(flag) for flag in (*_FLAGS.values(),) if flag in quote.flags]
    known = article.metadata
    place = one_line(known.outlet) or (f"‘{shorten(known.title, 32)}’" if known.title else tr("Outlet not given"))
    todo = " · ".join([f"{STATUS_SIGN[quote.status]} {STATUS_WORD[quote.status]}", *flags])
    return [todo, shorten(quote.text, 160), shorten(speaker(quote), 28), place, str(quote.paragraph)]


def open_work_list(session: Session, parent: QWidget) -> WorkList | None:
    """Show the work list of the story of the listed version."""
    desk, listed = session.desk, session.pair.listed
    if desk is None or listed is None:
        session.announced.emit(tr("Choose an article first"))
        return None
    story = desk.article(listed.info.article_id).story_id
    title = next((each.title for each in desk.stories_by_ids([story])), "")
    work_list = WorkList(session, story, title, parent)
    work_list.show()
    return work_list
