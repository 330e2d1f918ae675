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
from desktop.ui import background
from desktop.ui.compare.layout.page_set import is_long
from desktop.ui.compare.panes.lined_text import mark_tails

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.ui.compare.layout.page import Page
    from desktop.ui.compare.layout.page_set import Laid
    from desktop.ui.compare.panes.lined_text import LinedText

_PART = 20_000  # code points, or a few more: what is put in at a time
_BLOCKS = 200  # at most in a part


class Draft:
    """A document for a pane; it shows nothing until the pane takes it."""

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


_SLICE = 0.008  # seconds of filling at a time, so that keys and mouse are never kept waiting
_PATIENCE = 400  # milliseconds after which one is told of the wait


class Job(NamedTuple):
    """Pages that are asked for."""

    length: int  # code points of the texts
    work: Callable[[], Laid]
    panes: Sequence[LinedText]  # that will show them
    use: Callable[[Laid, Sequence[Draft]], None]  # called with the pages, and for long texts with their documents


class Laying(QObject):
    """Does one job at a time; another takes the place of one that is not done.

    Signals: slow(bool): a job takes a while; or, it is over
    """

    slow = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._task: background.Task | None = None
        self._laid: Laid | None = None
        self._drafts: list[Draft] = []
        self._then: list[Callable[[], object]] = []
        self._filling = QTimer(self)
        self._filling.setSingleShot(True)
        self._filling.setInterval(0)
        self._filling.timeout.connect(self._go_on)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self._tell)

    @property
    def busy(self) -> bool:
        """Say whether what is shown is not yet what was asked for."""
        return self._job is not None

    def ask(self, job: Job) -> None:
        """Do a job: at once, or while the window stays free."""
        waiting = self._then
        self.cancel()
        if not is_long(job.length):
            job.use(job.work(), ())
            return
        self._job, self._then = job, waiting
        self._task = background.start(partial(_undisturbed, job.work), "Setting the texts", self)
        self._task.done.connect(partial(self._worked_out, job))
        self._task.failed.connect(self._fail)
        self._patience.start()

    def cancel(self) -> None:
        """Do not go on with the job, and forget what waits for it."""
        self._job, self._laid, self._task = None, None, None
        self._drafts, self._then = [], []
        self._filling.stop()
        self._patience.stop()
        self.slow.emit(False)

    def when_ready(self, act: Callable[[], object]) -> None:
        """Do something as soon as what was asked for is shown: at once if it is."""
        if self.busy:
            self._then.append(act)
        else:
            act()

    def _tell(self) -> None:
        self.slow.emit(True)

    def _worked_out(self, job: Job, laid: Laid) -> None:
        if job is self._job:
            self._laid, self._task = laid, None
            self._drafts = [Draft(pane, page) for pane, page in zip(job.panes, laid.pages, strict=True)]
            self._filling.start()

    def _go_on(self) -> None:
        """Fill what is to be filled; once nothing is left, show it, in a turn of its own."""
        until = monotonic() + _SLICE
        unfilled = [draft for draft in self._drafts if not draft.full]
        for draft in unfilled:
            draft.fill(until)
        if unfilled:
            self._filling.start()
        else:
            self._done()

    def _done(self) -> None:
        job, laid, drafts, then = self._job, self._laid, self._drafts, self._then
        self.cancel()
        if job is not None and laid is not None:
            job.use(laid, drafts)
            for act in then:
                act()

    def _fail(self, error: Exception) -> None:
        """Let the last line of defence hear of what must not happen."""
        self.cancel()
        raise error


def _undisturbed(work: Callable[[], Laid], _task: background.Task) -> Laid:
    with gc_paused():
        return work()
