"""Batches: many files are read in worker processes, in order, and what cannot be read stops nobody."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING, Generic, TypeVar

from desktop.domain import value_type
from desktop.intake.errors import IntakeError, Stopped
from desktop.intake.reading import read_captures, speakable
from desktop.intake.registry import format_of
from desktop.intake.worker import CORES, FEW, WorkerPool, outcome_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from desktop.domain import Capture
    from desktop.intake.document import Format
    from desktop.intake.web.address import Address
    from desktop.intake.worker import Worker

T = TypeVar("T")

_HEAD = 65_536  # bytes read to tell the format
_AT_ONCE = 16  # small files that a process is given at once: asking for each takes as long as reading it
_SMALL = 65_536  # bytes
_PLAIN = frozenset((".txt", ".text", ".md"))


@value_type
class Read(Generic[T]):
    """What became of one file or page: what was made of its captures, or the error that says why nothing was."""

    path: Path | Address
    found: tuple[T, ...] = ()
    warnings: tuple[str, ...] = ()  # of all its captures
    error: IntakeError | None = None
    more: bool = False  # the next one was read with it


def read_batch(
    paths: Sequence[Path],
    then: Callable[[Capture], T],
    *,
    cancelled: Callable[[], bool] = lambda: False,
    pool: WorkerPool | None = None,
) -> Iterator[Read[T]]:
    """Read files in their order, each on its own; `then` makes something of every capture, where it was read.

    `then` is a function of a module. Files known as plain text are read here if they are few, all others in worker
    processes, one for each core: those of `pool`, where it was started before, which is closed in the end. Ends early
    where `cancelled()` says so.
    """
    few = len(paths) < FEW
    if few and all(map(_is_harmless, paths)):
        yield from (_read_here(path, then) for path in takewhile(lambda _: not cancelled(), paths))
        return
    with pool or WorkerPool(1 if few else CORES) as processes:
        jobs = (partial(_read_share, share, then, cancelled, few) for share in _shares(paths))
        for reads in processes.in_order(jobs, cancelled):
            yield from reads


def _shares(paths: Sequence[Path]) -> Iterator[list[Path]]:
    """Cut files into shares that are read at once: small ones that are called plain text, all others alone."""
    most = max(1, min(_AT_ONCE, len(paths) // (4 * CORES)))
    share: list[Path] = []
    for path in paths:
        small = _is_small(path)
        if share and (len(share) == most or not small):
            yield share
            share = []
        if small:
            share.append(path)
        else:
            yield [path]
    if share:
        yield share


def _is_small(path: Path) -> bool:
    try:
        return path.suffix.lower() in _PLAIN and path.stat().st_size <= _SMALL
    except (OSError, ValueError):
        return False


def _read_share(
    share: Sequence[Path],
    then: Callable[[Capture], T],
    cancelled: Callable[[], bool],
    here: bool,  # noqa: FBT001
    worker: Callable[[], Worker],
) -> list[Read[T]]:
    if len(share) > 1:
        with suppress(IntakeError):  # one of them made the process end: which one?
            outcomes = worker().run(_read_all, share, then, name=speakable(share[0].name), cancelled=cancelled)
            last = len(share) - 1
            pairs = enumerate(zip(share, outcomes, strict=True))
            return [Read(path, *outcome, more=place < last) for place, (path, outcome) in pairs]
    return [_read(path, then, cancelled, here, worker) for path in share]


def _read_all(
    paths: Sequence[Path], then: Callable[[Capture], T]
) -> list[tuple[tuple[T, ...], tuple[str, ...], IntakeError | None]]:
    """Return the fields of a Read of each path but that: whoever asks knows it, and it takes long to send."""
    return [(read.found, read.warnings, read.error) for read in (_read_here(path, then) for path in paths)]


def _read(
    path: Path,
    then: Callable[[Capture], T],
    cancelled: Callable[[], bool],
    here: bool,  # noqa: FBT001
    worker: Callable[[], Worker],
) -> Read[T]:
    if here and _is_harmless(path):
        return _read_here(path, then)
    name = speakable(path.name)
    try:
        try:
            return worker().run(read_file, path, then, name=name, cancelled=cancelled)
        except Stopped:
            found = _format(path)
            if found is None or not found.holds_files:
                raise
            return worker().run(read_without_risky_files, path, then, name=name, cancelled=cancelled)
    except IntakeError as error:
        return Read(path, error=error)


def _read_here(path: Path, then: Callable[[Capture], T]) -> Read[T]:
    outcome = outcome_of(read_file, (path, then), speakable(path.name))
    return Read(path, error=outcome) if isinstance(outcome, IntakeError) else outcome[0]


def read_file(path: Path, then: Callable[[Capture], T]) -> Read[T]:
    """Read one file and make something of each of its captures; raises an IntakeError."""
    return read_of(path, read_captures(path), then)


def read_without_risky_files(path: Path, then: Callable[[Capture], T]) -> Read[T]:
    """Read a mail as `read_file` does, but name the files that may end their reader, and the mail with it."""
    from desktop.intake.mail.attachments import leaving_risky_files

    with leaving_risky_files():
        return read_file(path, then)


def read_of(path: Path | Address, captures: Sequence[Capture], then: Callable[[Capture], T]) -> Read[T]:
    """Make something of each capture of one file or page, and gather what they warn of."""
    warnings = tuple(warning for capture in captures for warning in capture.warnings)
    return Read(path, tuple(then(capture) for capture in captures), warnings)


def _is_harmless(path: Path) -> bool:
    """Say whether a file is plain text by its first bytes, or cannot be read anyway."""
    found = _format(path)
    return found is None or not found.is_risky


def _format(path: Path) -> Format | None:
    """Tell the format of a file by its first bytes; None where it cannot be read anyway."""
    try:
        if not path.is_file():  # a pipe would never end
            return None
        with path.open("rb") as file:
            return format_of(file.read(_HEAD), path.name)
    except (OSError, ValueError, IntakeError):
        return None
