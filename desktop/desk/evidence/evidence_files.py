"""Files as evidence: hashed, kept in the desk or only named, looked at again, written out; on any thread.

A file is read a part at a time, so one of some gigabytes takes no more memory than a small one.
"""

from __future__ import annotations

import hashlib
import time
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain import VerbatimError, value_type
from desktop.store.records import evidence_files
from desktop.store.upkeep import opening
from desktop.translation import number, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from desktop.store.file.database import Database, Turn

MOST_MEGABYTES = evidence_files.MOST >> 20
_PART = evidence_files.PART
_READ = 8 * _PART  # bytes read at once
_PAUSE = 0.008  # seconds between two parts, in which a mark that waits takes its turn


class EvidenceError(VerbatimError):
    """A file could not be taken as evidence, or not be read again."""


class FileState(StrEnum):
    """What a file that was named as evidence is now."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"


@value_type
class EvidenceFile:
    """A file that was read: where it lay, the SHA-256 of its bytes, its size in bytes."""

    path: Path
    sha256: str
    size: int


def read_file(path: Path, progress: Callable[[float], object] = lambda _: None) -> EvidenceFile:
    """Hash a file; raises EvidenceError."""
    return _read(path, progress, [])


def state_of(path: Path, sha256: str, progress: Callable[[float], object] = lambda _: None) -> FileState:
    """Say whether a file is still what it was; one that cannot be read is gone."""
    try:
        return FileState.SAME if read_file(path, progress).sha256 == sha256 else FileState.CHANGED
    except EvidenceError:
        return FileState.GONE


class EvidenceFiles:
    """The files that one desk keeps, over connections of its own; see `Desk.evidence_files`."""

    def __init__(self, path: Path, uid: str, turn: Turn, read_only: bool) -> None:  # noqa: FBT001 - what the desk says
        self._path = path
        self._uid = uid
        self._turn = turn
        self._read_only = read_only

    def keep(self, path: Path, progress: Callable[[float], object] = lambda _: None) -> EvidenceFile:
        """Put the bytes of a file into the desk, on the disk when this returns; raises EvidenceError.

        Each part is a transaction, so that marks can be made meanwhile. What was begun and not finished is no file.
        The file is read twice: for its hash, and for its bytes, of which none are kept that are others by then.
        """
        _require_small(path)
        hashes: list[bytes] = []
        known = _read(path, lambda part: progress(part / 2), hashes)
        if not known.size:
            raise EvidenceError(tr("“{name}” is empty, so there is nothing to keep.", name=path.name))
        with self._open() as database:
            database.turn = self._turn
            contents = _same_contents(path, hashes, lambda part: progress((1 + part) / 2))
            pieces = evidence_files.cut(contents, evidence_files.part_size(database, known.sha256))
            for part, piece in enumerate(pieces):
                with database.transaction():
                    evidence_files.add_part(database, known.sha256, part, known.size, piece)
                time.sleep(_PAUSE)
        return known

    def write(self, sha256: str, out: Path) -> None:
        """Write a file of the desk to `out`; raises Missing or EvidenceError."""
        with self._open() as database:
            try:
                with out.open("wb") as file:
                    for content in evidence_files.parts(database, sha256):
                        file.write(content)
            except OSError as error:
                raise EvidenceError(_unreadable(out, error)) from error

    @contextmanager
    def _open(self) -> Iterator[Database]:
        if self._read_only:
            with opening.open_desk(self._path, read_only=True).closing() as database:
                yield database
            return
        database = opening.open_beside(self._path, self._uid)
        try:
            yield database
        finally:
            database.close()


def _require_small(path: Path) -> None:
    try:
        size = path.stat().st_size
    except OSError as error:
        raise EvidenceError(_unreadable(path, error)) from error
    if size > evidence_files.MOST:
        sentence = tr(
            "“{name}” has {size} megabytes. A desk keeps files of up to {most} megabytes, for every backup holds them "
            "again: refer to it instead; its hash shows whether it was changed.",
            name=path.name,
            size=number(size >> 20),
            most=MOST_MEGABYTES,
        )
        raise EvidenceError(sentence)


def _contents(path: Path, progress: Callable[[float], object]) -> Iterator[bytes]:
    """Yield the bytes of a file in parts of one size; raises EvidenceError."""
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise EvidenceError(tr("“{name}” is not a file, so it cannot be evidence.", name=path.name))
        done = 0
        with path.open("rb") as file:
            while content := file.read(_READ):
                yield content
                done += len(content)
                progress(min(1.0, done / max(1, size)))
    except OSError as error:
        raise EvidenceError(_unreadable(path, error)) from error


def _read(path: Path, progress: Callable[[float], object], hashes: list[bytes]) -> EvidenceFile:
    """Hash a file, and into `hashes` each portion of it."""
    digest, size = hashlib.sha256(), 0
    for content in _contents(path, progress):
        digest.update(content)
        size += len(content)
        hashes.append(hashlib.sha256(content).digest())
    return EvidenceFile(path, digest.hexdigest(), size)


def _same_contents(path: Path, hashes: Iterable[bytes], progress: Callable[[float], object]) -> Iterator[bytes]:
    """Yield a file again; raises EvidenceError before anything that was not in it before, and before its end."""
    left, last_portion = iter(hashes), b""
    for content in _contents(path, progress):
        if next(left, None) != hashlib.sha256(content).digest():
            raise EvidenceError(_changed(path))
        if last_portion:
            yield last_portion
        last_portion = content  # the last portion only when the file goes on no further
    if next(left, None) is not None:
        raise EvidenceError(_changed(path))
    yield last_portion


def _changed(path: Path) -> str:
    return tr("“{name}” was changed while it was read, so it was not kept. Try again.", name=path.name)


def _unreadable(path: Path, error: OSError) -> str:
    return tr("“{name}” could not be read: {why}.", name=path.name, why=error.strerror or error)
