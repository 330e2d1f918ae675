"""Worker processes: read files that others made, with limits on time and memory, and do on all cores what is much.

A reader that crashes, hangs or asks for too much ends its process, not the program; the next file gets a new one.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import threading
import time
from collections import deque
from contextlib import ExitStack, closing, redirect_stderr, redirect_stdout, suppress
from importlib import import_module
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from desktop.domain import value_type
from desktop.intake.errors import IntakeError, Stopped, Unreadable
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Future, ThreadPoolExecutor
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

T = TypeVar("T")

FEW = 8  # files for which one process is enough
CORES = max(1, min(4, os.cpu_count() or 1))  # on which work is spread
_POLL = 0.1  # seconds between two looks whether the user has cancelled
_LIFE = 500  # files after which a process ends, so that what libraries leak is given back


@value_type
class Limits:
    """What one file may take."""

    seconds: float = 120
    memory: int = 3_000_000_000  # bytes of address space; not limited on Windows


class Cancelled(Exception):  # noqa: N818
    """The user asked to stop; the process was ended."""


class Worker:
    """One process at a time, started when it is first asked; for one thread."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._served = 0

    def run(
        self, function: Callable[..., T], *args: object, name: str, cancelled: Callable[[], bool] | None = None
    ) -> T:
        """Call a function of a module in the process and return its result; both and the arguments must be picklable.

        Raises the IntakeError that it raises, Stopped with a sentence that begins with `name` where it crashes or
        passes a limit, Cancelled within a moment after `cancelled()` says so.
        """
        pipe = self._started()
        self._served += 1
        try:
            pipe.send((function, args, name))
            self._wait(pipe, name, cancelled)
            outcome = pipe.recv()
        except (EOFError, OSError, pickle.PickleError) as error:
            self.close()
            raise Stopped(
                Sentence("{name} cannot be read: it made its reader crash. Nothing of it was added.", name=name)
            ) from error
        if self._served >= _LIFE:
            self.close()
        if isinstance(outcome, Exception):
            raise outcome
        result: T = outcome[0]
        return result

    def start(self, modules: Sequence[str] = ()) -> None:
        """Start the process before it is asked, so that it loads modules meanwhile."""
        self._started(modules)

    def close(self) -> None:
        """End the process, whatever it does."""
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        self._pipe = self._process = None
        self._served = 0

    def _wait(self, pipe: Connection, name: str, cancelled: Callable[[], bool] | None) -> None:
        end = time.monotonic() + self._limits.seconds
        while not pipe.poll(_POLL):
            if cancelled is not None and cancelled():
                self.close()
                raise Cancelled
            if time.monotonic() > end:
                self.close()
                raise Stopped(
                    Sentence(
                        "{name} cannot be read: its reader was stopped after {seconds} seconds. Nothing of it "
                        "was added.",
                        name=name,
                        seconds=f"{self._limits.seconds:g}",
                    )
                )

    def _started(self, modules: Sequence[str] = ()) -> Connection:
        if self._pipe is None:
            import multiprocessing  # loads what plain text needs nothing of

            context = multiprocessing.get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs, self._limits.memory, modules), daemon=True)
            self._process.start()
            theirs.close()
        return self._pipe


class WorkerPool:
    """Threads, each with a worker process of its own."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._threads: ThreadPoolExecutor | None = None
        self._own = threading.local()
        self._started: deque[Worker] = deque()  # that no thread has taken
        self._stack = ExitStack()

    def start(self, modules: Sequence[str]) -> WorkerPool:
        """Start all processes before there is work for them, so that they load modules meanwhile."""
        for _ in range(self._size):
            self._started.append(self._stack.enter_context(closing(Worker())))
            self._started[-1].start(modules)
        return self

    def __enter__(self) -> WorkerPool:
        return self

    def __exit__(self, *_: object) -> None:
        if self._threads is not None:
            self._threads.shutdown(wait=True, cancel_futures=True)
        self._stack.close()

    def in_order(
        self, jobs: Iterable[Callable[[Callable[[], Worker]], T]], cancelled: Callable[[], bool] = lambda: False
    ) -> Iterator[T]:
        """Yield the results of jobs in their order, some of them done ahead; ends early where `cancelled()` says so.

        Each job is called on one of the threads, with what gives the worker of that thread.
        """
        from concurrent.futures import ThreadPoolExecutor  # loads what plain text needs nothing of

        threads = self._threads = ThreadPoolExecutor(self._size, thread_name_prefix="intake")
        running: deque[Future[T]] = deque()
        queue = iter(jobs)
        while not cancelled():
            for job in islice(queue, 2 * self._size - len(running)):
                running.append(threads.submit(job, self._worker))
            if not running:
                return
            with suppress(Cancelled):
                yield running.popleft().result()
        for future in running:
            future.cancel()

    def _worker(self) -> Worker:
        worker: Worker | None = getattr(self._own, "worker", None)
        if worker is None:
            try:
                worker = self._started.popleft()
            except IndexError:
                worker = self._stack.enter_context(closing(Worker()))
            self._own.worker = worker
        return worker


def _serve(pipe: Connection, memory: int, modules: Sequence[str]) -> None:
    """Answer calls until the other end is closed; runs in the worker process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit(memory)
    with (
        Path(os.devnull).open("w", encoding="utf-8") as nowhere,
        redirect_stdout(nowhere),  # libraries print; nobody would read it
        redirect_stderr(nowhere),
        suppress(EOFError, OSError),
    ):
        with suppress(Exception):  # who asks for what cannot be loaded hears why
            for module in modules:
                import_module(module)
        for served in count():
            function, args, name = pipe.recv()
            pipe.send(outcome_of(function, args, name))
            if not served:
                gc.freeze()  # what was loaded stays: the collector need not look through it again and again


def outcome_of(function: Callable[..., T], args: tuple[object, ...], name: str) -> tuple[T] | IntakeError:
    """Call a function: its result as a tuple of one, or the error, whose sentence begins with `name`."""
    try:
        return (function(*args),)
    except IntakeError as error:
        return error
    except MemoryError:
        return Unreadable(Sentence("{name} cannot be read: that takes more memory than one file may have.", name=name))
    except RecursionError:
        return Unreadable(Sentence("{name} cannot be read: it is nested too deeply.", name=name))
    except Exception as error:  # whatever is wrong with one file, the others are read
        return Unreadable(
            Sentence(
                "{name} cannot be read: its reader failed ({error}). Please report this.",
                name=name,
                error=type(error).__name__,
            )
        )


def _limit(memory: int) -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
