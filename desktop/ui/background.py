"""Background tasks: work on worker threads with signals on the window's thread. This is the only use of threads."""

from __future__ import annotations

import sys
import threading
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMetaObject, QObject, QRunnable, Qt, QThreadPool, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

# Seconds after which Python lets the window's thread have its turn; it asks for many turns in each of its own.
_TURN = 0.001


class Task(QObject):
    """One piece of work on another thread; its signals arrive on the thread that made it.

    Signals:
        done(object): what the work returned
        failed(object): the exception it raised
        found(object): one finished piece of the work
        progressed(int, int, str): done so far, of how many, what is being done
        ended(): after any of the above, and after a cancel
    """

    done = Signal(object)
    failed = Signal(object)
    found = Signal(object)
    progressed = Signal(int, int, str)
    ended = Signal()

    def __init__(self, work: Callable[[Task], Any], title: str, parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self._work = work
        self._cancelled = threading.Event()
        self._finished = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop; what it has finished stays."""
        self._cancelled.set()

    def cancelled(self) -> bool:
        return self._cancelled.is_set()

    def wait(self, seconds: float) -> bool:
        """Wait for the worker to let go; only for closing the program."""
        return self._finished.wait(seconds)

    def run(self) -> None:
        try:
            self.done.emit(self._work(self))
        except Exception as error:
            with suppress(RuntimeError):  # whoever wanted the work, and this task, may be gone
                self.failed.emit(error)
        finally:
            self._finished.set()
            # Posted, not emitted here: whoever hears of the end may delete this task at once.
            with suppress(RuntimeError):
                QMetaObject.invokeMethod(self, "_end", Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _end(self) -> None:
        self.ended.emit()


class _Runner(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        self._task.run()


def start(work: Callable[[Task], Any], title: str, parent: QObject) -> Task:
    """Run `work(task)` on a worker thread, from the next turn of the event loop on.

    Whoever connects to the returned task before going back to the loop misses none of its signals.
    """
    sys.setswitchinterval(_TURN)
    task = Task(work, title, parent)
    QTimer.singleShot(0, task, partial(_run, task))
    return task


def _run(task: Task) -> None:
    QThreadPool.globalInstance().start(_Runner(task))
