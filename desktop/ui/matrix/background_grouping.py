"""Grouping of the quotes of a story into statements, in the background where they are many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from desktop.text.statements import cells
from desktop.translation import tr
from desktop.ui import background
from desktop.ui.matrix.cell_wordings import Readings, Relative, relatives

if TYPE_CHECKING:
    from desktop.desk.stories.story_quotes import StoryQuotes
    from desktop.text.grouping.origins import SharedRuns
    from desktop.text.statements import Matrix, Statements

AT_ONCE = 60  # quotes; more are grouped in the background
# Wordings the others are compared with; else the id of a version.
LONGEST, EARLIEST, PRIMARY = "longest", "earliest", "primary"


@dataclass(frozen=True)
class Grouped:
    """The statements of a story laid out over its versions."""

    story_quotes: StoryQuotes
    statements: Statements
    matrix: Matrix
    related: dict[int, list[Relative]]
    shared: tuple[SharedRuns, ...]


def grouped(story_quotes: StoryQuotes, base: str) -> Grouped:
    """Group the quotes of a story; pure, may run on any thread."""
    return laid_out(story_quotes, story_quotes.group(), base, story_quotes.shared_runs())


def laid_out(story_quotes: StoryQuotes, statements: Statements, base: str, shared: tuple[SharedRuns, ...]) -> Grouped:
    """Lay statements out against a base wording."""
    against = (story_quotes.primary_version or LONGEST) if base == PRIMARY else base
    matrix = cells(statements, [str(article.newest) for article in story_quotes.articles], base=against)
    return Grouped(story_quotes, statements, matrix, relatives(statements), shared)


class Grouper(QObject):
    """Groups, then compares every wording; a result that was overtaken is dropped.

    Signals:
        started(): grouping goes on in the background
        grouped(object): the Grouped of what was asked last
        compared(object): the whole Readings of it; until then cells are compared when they are looked at
        failed(object): the exception that ended the work
    """

    started = Signal()
    grouped = Signal(object)
    compared = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._task: background.Task | None = None
        self._next: tuple[StoryQuotes, str] | None = None  # asked for while older work still runs

    def ask(self, story_quotes: StoryQuotes, base: str) -> None:
        """Group these; a small story at once, any other in the background, one at a time."""
        self.cancel()
        if len(story_quotes.quotes) <= AT_ONCE:
            self._show(grouped(story_quotes, base))
            return
        self.started.emit()
        if self._task is not None:
            self._next = (story_quotes, base)
        else:
            self._start(story_quotes, base)

    def lay_out(self, grouped: Grouped, base: str) -> None:
        """Lay the same statements out against another base wording."""
        self.cancel()
        self._show(laid_out(grouped.story_quotes, grouped.statements, base, grouped.shared))

    def cancel(self) -> None:
        """Give up what is under way; its result will not be shown."""
        self._next = None
        if self._task is not None:
            self._task.cancel()

    def _start(self, story_quotes: StoryQuotes, base: str) -> None:
        self._run(background.start(lambda _: grouped(story_quotes, base), tr("Grouping quotes"), _owner(self)))

    def _run(self, task: background.Task) -> None:
        self._task = task
        task.done.connect(self._on_done)
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_ended)
        task.ended.connect(task.deleteLater)

    def _show(self, grouped: Grouped) -> None:
        self.grouped.emit(grouped)

        def compare(task: background.Task) -> Readings:
            readings = Readings()
            readings.compare_all(grouped.matrix, task.cancelled)
            return readings

        if len(grouped.story_quotes.quotes) <= AT_ONCE:
            readings = Readings()
            readings.compare_all(grouped.matrix)
            self.compared.emit(readings)
            return
        self._run(background.start(compare, tr("Comparing wordings"), _owner(self)))

    def _mine(self) -> bool:
        task = self._task
        return task is not None and self.sender() is task and not task.cancelled()

    def _on_done(self, grouped: object) -> None:
        if not self._mine():
            return
        if isinstance(grouped, Grouped):
            self._task = None
            self._show(grouped)
        else:
            self.compared.emit(grouped)

    def _on_failed(self, error: object) -> None:
        if self._mine():
            self.failed.emit(error)

    def _on_ended(self) -> None:
        if self.sender() is not self._task:
            return
        self._task = None
        if self._next is not None:
            (story_quotes, base), self._next = self._next, None
            self._start(story_quotes, base)


def _owner(grouper: QObject) -> QObject:
    """A task may outlive the view that asked for it."""
    return QApplication.instance() or grouper
