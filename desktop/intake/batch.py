"""Batches: many files are read in worker processes, in order, and what cannot be read stops nobody."""

from __future__ import annotations

import os
import threading
from collections import deque
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Generic, TypeVar

from desktop.intake.errors import IntakeError
from desktop.intake.reading import read_captures, speakable
from desktop.intake.registry import format_of
from desktop.intake.worker import Cancelled, Worker, outcome_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from desktop.domain import Capture
    from desktop.intake.web.address import Address

T = TypeVar("T")

_HEAD = 65_536  # bytes read to tell the format
_FEW = 8  # files for which one process is enough


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """What became of one file or page: what was made of its captures, or the error that says why nothing was."""

    path: Path | Address
    found: tuple[T, ...] = ()
    warnings: tuple[str, ...] = ()  # of all its captures
    error: IntakeError | None = None


def read_batch(
    paths: Sequence[Path],
    then: Callable[[Capture], T],
    *,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Read[T]]:
    """Read files in their order, each on its own; `then` makes something of every capture, where it was read.

    `then` is a function of a module. Files known as plain text are read here if they are few, all others in worker
    processes, one for each core. Ends early where `cancelled()` says so.
    """
    if len(paths) < _FEW and all(map(_is_harmless, paths)):
        yield from (_read_here(path, then) for path in takewhile(lambda _: not cancelled(), paths))
        return
    workers = 1 if len(paths) < _FEW else max(1, min(4, os.cpu_count() or 1))
    with ExitStack() as stack:
        pool = stack.enter_context(_Pool(workers))
        running: deque[Future[Read[T]]] = deque()
        waiting = iter(paths)
        while not cancelled():
            for path in waiting:
                running.append(pool.submit(path, then, cancelled, here=len(paths) < _FEW))
                if len(running) >= 2 * workers:
                    break
            if not running:
                return
            with suppress(Cancelled):
                yield running.popleft().result()
        for future in running:
            future.cancel()


class _Pool:
    """Threads, each with a worker process of its own."""

    def __init__(self, workers: int) -> None:
        from concurrent.futures import ThreadPoolExecutor  # loads what plain text needs nothing of

        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="intake")
        self._own = threading.local()
        self._stack = ExitStack()

    def __enter__(self) -> _Pool:
        return self

    def __exit__(self, *_: object) -> None:
        self._threads.shutdown(wait=True, cancel_futures=True)
        self._stack.close()

    def submit(
        self, path: Path, then: Callable[[Capture], T], cancelled: Callable[[], bool], *, here: bool
    ) -> Future[Read[T]]:
        return self._threads.submit(self._read, path, then, cancelled, here)

    def _read(self, path: Path, then: Callable[[Capture], T], cancelled: Callable[[], bool], here: bool) -> Read[T]:  # noqa: FBT001
        if here and _is_harmless(path):
            return _read_here(path, then)
        try:
            return self._worker().run(read_file, path, then, name=speakable(path.name), cancelled=cancelled)
        except IntakeError as error:
            return Read(path, error=error)

    def _worker(self) -> Worker:
        worker: Worker | None = getattr(self._own, "worker", None)
        if worker is None:
            worker = self._own.worker = self._stack.enter_context(closing(Worker()))
        return worker


def _read_here(path: Path, then: Callable[[Capture], T]) -> Read[T]:
    outcome = outcome_of(read_file, (path, then), speakable(path.name))
    return Read(path, error=outcome) if isinstance(outcome, IntakeError) else outcome[0]


def read_file(path: Path, then: Callable[[Capture], T]) -> Read[T]:
    """Read one file and make something of each of its captures; raises an IntakeError."""
    return read_of(path, read_captures(path), then)


def read_of(path: Path | Address, captures: Sequence[Capture], then: Callable[[Capture], T]) -> Read[T]:
    """Make something of each capture of one file or page, and gather what they warn of."""
    warnings = tuple(warning for capture in captures for warning in capture.warnings)
    return Read(path, tuple(then(capture) for capture in captures), warnings)


def _is_harmless(path: Path) -> bool:
    """Say whether a file is plain text by its first bytes, or cannot be read anyway."""
    try:
        if not path.is_file():  # a pipe would never end
            return True
        with path.open("rb") as file:
            return not format_of(file.read(_HEAD), path.name).is_risky
    except (OSError, ValueError, IntakeError):
        return True
