"""Files that are kept in a desk as evidence, by the SHA-256 of their bytes, in parts that are read and written alone.

The marks name such a file by its hash, so their chain holds it as well. A file is there when all its parts are.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from desktop.store.errors import Missing
from desktop.text.evidence import stored_files
from desktop.translation import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.store.file.database import Database

PART = 1 << 17  # bytes of a part; a mark waits as long as one is written. Earlier versions made parts of 512 KB
MOST = 100 << 20  # bytes of a file that is kept; each backup of the desk holds it again
_COLUMNS = "sha256, part, size, bytes"


def add_part(db: Database, sha256: str, part: int, size: int, content: bytes) -> None:
    """Add a part of a file of `size` bytes, if it is not there; to be called in a transaction."""
    db.write(f"INSERT OR IGNORE INTO evidence_file ({_COLUMNS}) VALUES (?, ?, ?, ?)", (sha256, part, size, content))


def part_size(db: Database, sha256: str) -> int:
    """Return how many bytes every part but the last has: as the file was begun."""
    return db.value("SELECT length(bytes) FROM evidence_file WHERE sha256 = ? AND part = 0", (sha256,)) or PART


def cut(contents: Iterable[bytes], size: int) -> Iterator[bytes]:
    """Cut bytes that come in any portions into parts of one size; the last may be shorter."""
    rest = b""
    for content in contents:
        rest += content
        whole = len(rest) // size * size
        yield from (rest[start : start + size] for start in range(0, whole, size))
        rest = rest[whole:]
    if rest:
        yield rest


def is_there(db: Database, sha256: str) -> bool:
    """Say whether a whole file is in the desk; its hash is not looked at."""
    return _has_table(db) and bool(
        db.value("SELECT sum(length(bytes)) = max(size) FROM evidence_file WHERE sha256 = ?", (sha256,))
    )


def parts(db: Database, sha256: str) -> Iterator[bytes]:
    """Yield a file part by part; raises Missing if it is not there as it was kept."""
    if not is_there(db, sha256):
        raise Missing(tr("That file is not in this desk."))
    digest = hashlib.sha256()
    for content in _parts(db, sha256):
        digest.update(content)
        yield content
    if digest.hexdigest() != sha256:
        raise Missing(tr("That file was changed in the desk since it was kept."))


def _parts(db: Database, sha256: str) -> Iterator[bytes]:
    for (number,) in db.rows("SELECT part FROM evidence_file WHERE sha256 = ? ORDER BY part", (sha256,)):
        yield db.value("SELECT bytes FROM evidence_file WHERE sha256 = ? AND part = ?", (sha256, number))


def copy(db: Database, other: Database) -> None:
    """Bring the files of another desk; to be called in a transaction."""
    if not _has_table(other):
        return
    ours: dict[str, set[int]] = {}
    for sha256, part in db.rows("SELECT sha256, part FROM evidence_file"):
        ours.setdefault(sha256, set()).add(part)
    whole = {sha256 for sha256 in ours if is_there(db, sha256)}
    for (sha256,) in other.rows("SELECT DISTINCT sha256 FROM evidence_file ORDER BY sha256"):
        if sha256 not in ours or part_size(db, sha256) == part_size(other, sha256):
            _copy_parts(db, other, sha256, ours.get(sha256, set()))
        elif sha256 not in whole and is_there(other, sha256):
            # Ours was begun in parts of another size, and what is in a desk is never taken away.
            size = other.value("SELECT max(size) FROM evidence_file WHERE sha256 = ?", (sha256,))
            for part, content in enumerate(cut(_parts(other, sha256), part_size(db, sha256))):
                add_part(db, sha256, part, size, content)


def _copy_parts(db: Database, other: Database, sha256: str, ours: set[int]) -> None:
    for key in other.rows("SELECT sha256, part FROM evidence_file WHERE sha256 = ? ORDER BY part", (sha256,)):
        if key[1] not in ours:
            row = other.row(f"SELECT {_COLUMNS} FROM evidence_file WHERE sha256 = ? AND part = ?", key) or ()
            db.write(f"INSERT INTO evidence_file ({_COLUMNS}) VALUES (?, ?, ?, ?)", row)


def findings(db: Database) -> Iterator[str]:
    """Sentences about files that were changed, and such that marks rest on and that are not there."""
    there = {sha256 for (sha256,) in db.rows("SELECT DISTINCT sha256 FROM evidence_file")}
    for sha256 in sorted(there):
        try:
            for _ in parts(db, sha256) if is_there(db, sha256) else ():
                pass
        except Missing:
            yield tr("The evidence file {sha256} was changed since it was kept.", sha256=sha256[:8])
    named: dict[str, int] = {}
    for (evidence,) in db.each("SELECT evidence FROM mark WHERE evidence LIKE '%kept sha256 %'"):
        for sha256 in stored_files(evidence):
            named[sha256] = named.get(sha256, 0) + 1
    for sha256, count in sorted(named.items()):
        if not is_there(db, sha256):
            yield tr_n(
                "{count} mark rests on the evidence file {sha256}, which is not in the desk.",
                "{count} marks rest on the evidence file {sha256}, which is not in the desk.",
                count,
                sha256=sha256[:8],
            )


def _has_table(db: Database) -> bool:
    """Say whether a desk is new enough to keep files; an older one that may not be changed is read as it is."""
    return bool(db.value("SELECT 1 FROM sqlite_master WHERE name = 'evidence_file'"))
