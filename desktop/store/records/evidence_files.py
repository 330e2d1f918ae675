"""Files that are kept in a desk as evidence, by the SHA-256 of their bytes, in parts that are read and written alone.

The marks name such a file by its hash, so their chain holds it as well. A file is there when all its parts are.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from desktop.store.errors import Missing
from desktop.text.evidence import kept_files
from desktop.translation import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.store.file.database import Database

PART = 1 << 19  # bytes of every part but the last; a mark waits as long as one is written
MOST = 100 << 20  # bytes of a file that is kept; each backup of the desk holds it again
_COLUMNS = "sha256, part, size, bytes"


def add_part(db: Database, sha256: str, part: int, size: int, content: bytes) -> None:
    """Add a part of a file of `size` bytes, if it is not there; to be called in a transaction."""
    db.write(f"INSERT OR IGNORE INTO evidence_file ({_COLUMNS}) VALUES (?, ?, ?, ?)", (sha256, part, size, content))


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
    for (number,) in db.rows("SELECT part FROM evidence_file WHERE sha256 = ? ORDER BY part", (sha256,)):
        content = db.value("SELECT bytes FROM evidence_file WHERE sha256 = ? AND part = ?", (sha256, number))
        digest.update(content)
        yield content
    if digest.hexdigest() != sha256:
        raise Missing(tr("That file was changed in the desk since it was kept."))


def copy(db: Database, other: Database) -> None:
    """Bring the files of another desk; to be called in a transaction."""
    if not _has_table(other):
        return
    ours = set(db.rows("SELECT sha256, part FROM evidence_file"))
    for key in other.rows("SELECT sha256, part FROM evidence_file ORDER BY sha256, part"):
        if key not in ours:
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
        for sha256 in kept_files(evidence):
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
