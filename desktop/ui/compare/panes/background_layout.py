"""Background layout of long texts, while the window stays free.

Pages are worked out on another thread; then the documents of their panes are filled out of sight, a part at a time.
"""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor

from desktop.gc_pause import gc_paused
from desktop.translation import tr
from desktop.ui import background
from desktop.ui.compare.layout.page_set import is_long
from desktop.ui.compare.panes.lined_text import mark_tails

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.ui.compare.layout.page import Page
    from desktop.ui.compare.layout.page_set import PageSet
    from desktop.ui.compare.panes.lined_text import LinedText

_PART = 20_000  # code points, or a few more: what is put in at a time
_BLOCKS = 200  # at most in a part


class PageDocument:
    """A document for a pane; it shows nothing before the pane shows it."""

    def __init__(self, pane: LinedText, page: Page) -> None:
        self.document = pane.blank()
        self._page = page
        self._done = 0  # blocks

    @property
    def full(self) -> bool:
        """Say whether all of the page is there."""
        return self._done == len(self._page.blocks)

    def fill(self, until: float) -> None:
        """Fill it until a moment by `monotonic`."""
        while not self.full and monotonic() < until:
            self._put(self._end())

    def _end(self) -> int:
        """Return where the next part ends."""
        blocks, letters, end = self._page.blocks, 0, self._done
        while end < len(blocks) and letters < _PART and end < self._done + _BLOCKS:
            letters += len(blocks[end].text)
            end += 1
        return end

    def _put(self, end: int) -> None:
        cursor = QTextCursor(self.document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        words = "\n".join(block.text for block in self._page.blocks[self._done : end])
        cursor.insertText(f"\n{words}" if self._done else words)
        mark_tails(self.document, self._page, self._done, end)
        self._done = end


_SLICE = 0.008  # seconds of filling at a time, so that keys and mouse never wait
_PATIENCE = 400  # milliseconds after which the wait is shown


class Job(NamedTuple):
    """Pages that are asked for."""

    length: int  # code points of the texts
    work: Callable[[], PageSet]
    panes: Sequence[LinedText]  # that will show them
    # called with the pages, and for long texts with their documents
    use: Callable[[PageSet, Sequence[PageDocument]], None]


class BackgroundLayout(QObject):
    """Does one job at a time; another takes the place of one that is not done.

    Signals: slow(bool): a job takes a while; or, it is over
    """

    slow = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._task: background.Task | None = None
        self._page_set: PageSet | None = None
        self._documents: list[PageDocument] = []
        self._unlined: list[tuple[LinedText, Page]] = []  # pages of which is not known yet what is underlined there
        self._callbacks: list[Callable[[], object]] = []
        self._filling = QTimer(self)
        self._filling.setSingleShot(True)
        self._filling.setInterval(0)
        self._filling.timeout.connect(self._fill_documents)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self._show_wait)

    @property
    def busy(self) -> bool:
        """Say whether what is shown is not yet what was asked for."""
        return self._job is not None

    def ask(self, job: Job) -> None:
        """Do a job: at once, or while the window stays free."""
        pending = self._callbacks
        self.cancel()
        if not is_long(job.length):
            job.use(job.work(), ())
            return
        self._job, self._callbacks = job, pending
        self._task = background.start(partial(_without_gc, job.work), tr("Setting the texts"), self)
        self._task.done.connect(partial(self._on_page_set, job))
        self._task.failed.connect(self._fail)
        self._patience.start()

    def cancel(self) -> None:
        """Do not go on with the job, and drop the callbacks."""
        self._job, self._page_set, self._task = None, None, None
        self._documents, self._unlined, self._callbacks = [], [], []
        self._filling.stop()
        self._patience.stop()
        self.slow.emit(False)

    def when_ready(self, callback: Callable[[], object]) -> None:
        """Do something as soon as what was asked for is shown: at once if it is."""
        if self.busy:
            self._callbacks.append(callback)
        else:
            callback()

    def _show_wait(self) -> None:
        self.slow.emit(True)

    def _on_page_set(self, job: Job, page_set: PageSet) -> None:
        if job is self._job:
            self._page_set, self._task = page_set, None
            self._unlined = list(zip(job.panes, page_set.pages, strict=True))
            self._documents = [PageDocument(pane, page) for pane, page in self._unlined]
            self._filling.start()

    def _fill_documents(self) -> None:
        """Fill what is to be filled; once nothing is left, show it, in a turn of its own."""
        until = monotonic() + _SLICE
        unfilled = [document for document in self._documents if not document.full]
        for document in unfilled:
            document.fill(until)
        if not unfilled and self._unlined:
            pane, page = self._unlined.pop()
            pane.quotes_on(page)  # which remembers that
            unfilled = self._documents
        if unfilled:
            self._filling.start()
        else:
            self._finish()

    def _finish(self) -> None:
        job, page_set, documents, callbacks = self._job, self._page_set, self._documents, self._callbacks
        self.cancel()
        if job is not None and page_set is not None:
            job.use(page_set, documents)
            for callback in callbacks:
                callback()

    def _fail(self, error: Exception) -> None:
        """Hand an error that must not happen to the last line of defence."""
        self.cancel()
        raise error


def _without_gc(work: Callable[[], PageSet], _task: background.Task) -> PageSet:
    with gc_paused():
        return work()
