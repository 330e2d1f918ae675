"""Background tasks: work on worker threads with signals on the window's thread. This is the only use of threads."""

from __future__ import annotations

import sys
import threading
from contextlib import nullcontext, suppress
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal, Slot
from shiboken6 import isValid

from desktop.gc_pause import gc_paused

if TYPE_CHECKING:
    from collections.abc import Callable

# Seconds after which Python lets the window's thread have its turn; it asks for many turns in each of its own.
_TURN = 0.0002


class _Relay(QObject):
    """Carries calls from workers to the window's thread; there until the program ends, so that a worker may call it."""

    posted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.posted.connect(self._call, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _call(self, call: Callable[[], None]) -> None:
        call()


@cache
def _relay() -> _Relay:
    """Return the one relay; first asked for on the window's thread, where it then lives."""
    return _Relay()


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

    def __init__(self, work: Callable[[Task], Any], title: str, parent: QObject, *, lasting: bool = False) -> None:
        super().__init__(parent)
        self.title = title
        self._work = work
        self._lasting = lasting
        self._cancelled = threading.Event()
        self._begun = threading.Event()
        self._finished = threading.Event()
        self._relay = _relay()

    def cancel(self) -> None:
        """Ask the work to stop; what it has finished stays."""
        self._cancelled.set()

    def cancelled(self) -> bool:
        return self._cancelled.is_set()

    def pause(self, seconds: float) -> bool:
        """Let others go on for a while, from the worker; return at once, with True, if the work is cancelled."""
        return self._cancelled.wait(seconds)

    def started(self) -> bool:
        """Say whether the worker has begun."""
        return self._begun.is_set()

    def wait(self, seconds: float) -> bool:
        """Wait until the worker has released what it works on, if it has begun; only for closing what it works on."""
        return not self._begun.is_set() or self._finished.wait(seconds)

    def run(self) -> None:
        self._begun.set()
        try:
            # What the work makes stays, mostly: the collector would look through all of it, and the window would wait.
            with nullcontext() if self._lasting else gc_paused():
                result = self._work(self)
        except Exception as error:
            self._post("failed", error)
        else:
            self._post("done", result)
        finally:
            self._finished.set()
            self._post("ended")

    def report_found(self, piece: object) -> None:
        """Send `found` from the worker."""
        self._post("found", piece)

    def report_progress(self, done: int, of: int, what: str) -> None:
        """Send `progressed` from the worker."""
        self._post("progressed", done, of, what)

    def _post(self, name: str, *values: object) -> None:
        # A signal of the task itself could be sent in the very moment in which its parent deletes it.
        with suppress(RuntimeError):  # the program ends, and Qt has deleted even the relay
            self._relay.posted.emit(partial(self._send, name, *values))

    def _send(self, name: str, *values: object) -> None:
        """Emit a signal on the window's thread, unless whoever wanted the work is gone, and this task with it."""
        if isValid(self):
            getattr(self, name).emit(*values)


class _Runner(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        self._task.run()


def start(work: Callable[[Task], Any], title: str, parent: QObject, *, lasting: bool = False) -> Task:
    """Run `work(task)` on a worker thread, from the next turn of the event loop on; `lasting`: it may go on for hours.

    Whoever connects to the returned task before going back to the loop misses none of its signals.
    """
    sys.setswitchinterval(_TURN)
    task = Task(work, title, parent, lasting=lasting)
    QTimer.singleShot(0, task, partial(_run, task, lasting=lasting))
    return task


def _run(task: Task, *, lasting: bool) -> None:
    if lasting:  # no thread of the pool, which others wait for, and none that the end of the program waits for
        threading.Thread(target=task.run, name=task.title, daemon=True).start()
    else:
        QThreadPool.globalInstance().start(_Runner(task))
