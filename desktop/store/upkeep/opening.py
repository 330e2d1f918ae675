"""Opening of a desk: header, lock, backup, migration, connection, in this order."""

from __future__ import annotations

import os
import secrets
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop.domain import value_type
from desktop.store.errors import Changed, Damaged, DiskError, ReadOnly, StoreError, TooNew
from desktop.store.file import database as files
from desktop.store.file.lock import Lock
from desktop.store.file.migrations import PLAN, SCHEMA, Plan
from desktop.store.records import chain
from desktop.store.upkeep import backup
from desktop.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.store.file.database import Database, Tell

_PATIENCE = 5000  # milliseconds


@value_type
class Opened:
    """An open desk file, and the lock on it where it can be written."""

    database: Database
    lock: Lock | None
    uid: str

    @contextmanager
    def closing(self) -> Iterator[Database]:
        """Lend the database for a block."""
        try:
            yield self.database
        finally:
            self.close()

    def close(self) -> None:
        self.database.close()
        if self.lock:
            self.lock.release()


def create(path: Path, at: datetime) -> None:
    """Make an empty desk; raises Exists or DiskError."""
    files.create(path, lambda database: _name(database, at))


def _name(database: Database, at: datetime) -> None:
    uid = secrets.token_hex(16)
    with database.transaction():
        database.write_all(
            "INSERT INTO meta (key, value) VALUES (?, ?)", [("uid", uid), ("created_at", at.isoformat())]
        )
        chain.begin(database, uid)


def open_desk(
    path: Path, *, read_only: bool = False, plan: Plan = PLAN, breaking: str = "", tell: Tell | None = None
) -> Opened:
    """Open a desk for writing if nothing speaks against it, after the steps of `plan` that it lacks; see Desk.open.

    `breaking` is the fingerprint of a foreign lock that may be broken for it; `tell` is for the copy before the steps.
    """
    number = files.header(path)
    if not read_only and files.journal_path(path).exists():
        number = _settle(path, plan)
    why = _why_read_only(path, number, plan, requested=read_only)
    lock = None
    if not why:
        try:
            lock = Lock.take(path, breaking=breaking)
        except DiskError as error:
            why = str(error)
    try:
        if not why and number < plan.schema:
            _back_up_before_update(path, plan, tell)
            files.migrate_file(path, plan)
        database = _open_file(path, why, plan)
        return Opened(database, lock, _desk_uid(database))
    except BaseException:
        if lock:
            lock.release()
        raise


_FORMER = "former uids"  # in `meta`


def make_own(database: Database) -> str:
    """Give a copy of a desk a name and chains of its own, on which it goes on; to be called in a transaction.

    What it wrote until then stays in the chains of the desk that it is a copy of.
    """
    former, uid = [*former_uids(database), _desk_uid(database)], secrets.token_hex(16)
    database.write("UPDATE meta SET value = ? WHERE key = 'uid'", (uid,))
    database.write("DELETE FROM meta WHERE key = ?", (_FORMER,))
    database.write("INSERT INTO meta (key, value) VALUES (?, ?)", (_FORMER, " ".join(former)))
    chain.begin(database, uid)
    return uid


def former_uids(database: Database) -> list[str]:
    """Return the uids that a desk had before it was made a desk of its own."""
    return str(database.value("SELECT value FROM meta WHERE key = ?", (_FORMER,)) or "").split()


def open_again(path: Path, uid: str, lock: Lock | None) -> Opened:
    """Open the file that lies where a desk was, under the lock that is still ours or a new one.

    Raises what opening raises, and Changed if it is another desk.
    """
    if files.header(path) != SCHEMA:
        raise Changed(tr("“{name}” was put there by another version of the program. Open it again.", name=path.name))
    if lock is not None and not lock.held:
        lock.release()  # it lies on a disk that is gone
    current = lock if lock is not None and lock.held else Lock.take(path)
    try:
        database = files.open_database(path)
        return Opened(database, current, _require_uid(database, uid))
    except BaseException:
        if current is not lock:
            current.release()
        raise


def open_beside(path: Path, uid: str) -> Database:
    """Open another connection to a desk that is open here.

    It waits for its turn to write, and what it changes is put into the file only at the end, so that the other
    connection can read until then.
    """
    database = files.open_database(path)
    _require_uid(database, uid)
    database.note("PRAGMA cache_spill=OFF")
    wait_for_beside(database)
    return database


def wait_for_beside(database: Database, *, long: bool = True) -> None:
    """Let a connection wait long, or as shortly as ever, until another one of this program is done with the file."""
    database.note(f"PRAGMA busy_timeout={_PATIENCE if long else files.BUSY}")


def _require_uid(database: Database, uid: str) -> str:
    if _desk_uid(database) != uid:
        database.close()
        raise Changed(
            tr("Another desk lies where “{name}” was, so nothing was written to it.", name=database.path.name)
        )
    return uid


def _open_file(path: Path, why: str, plan: Plan) -> Database:
    try:
        return files.open_database(path, why, plan=plan)
    except ReadOnly:
        if not why or not files.journal_path(path).exists():
            raise
        return files.open_consistent_copy(path, why)


def _settle(path: Path, plan: Plan) -> int:
    """Let a change that was broken off be taken back before the file is believed, its schema number above all."""
    if _may_write(path) and _may_write(path.parent):
        with suppress(StoreError):  # who opens it next says what is wrong
            files.open_database(path, plan=plan).close()
    return files.header(path)


def _back_up_before_update(path: Path, plan: Plan, tell: Tell | None) -> None:
    old = files.open_database(path, "about to be updated", plan=plan)
    try:
        backup.make(old, datetime.now(UTC), backup.BEFORE_UPDATE, tell)
    finally:
        old.close()


def _why_read_only(path: Path, number: int, plan: Plan, *, requested: bool) -> str:
    if requested:
        return tr("“{name}” was opened to read only.", name=path.name)
    if number > plan.schema:
        return str(
            TooNew(
                tr(
                    "“{name}” was made by a newer version of this program, so it can be read and not changed "
                    "here. Update the program to go on working with it.",
                    name=path.name,
                )
            )
        )
    if not _may_write(path):
        return tr(
            "The file “{name}” may not be written, so it can be read only. Copy it to a folder of yours.",
            name=path.name,
        )
    if not _may_write(path.parent):
        return tr(
            "The folder of “{name}” may not be written, so it can be read only. Copy it to a folder of yours.",
            name=path.name,
        )
    return ""


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _desk_uid(database: Database) -> str:
    try:
        uid = database.value("SELECT value FROM meta WHERE key = 'uid'")
    except BaseException:
        database.close()
        raise
    if not uid:
        database.close()
        raise Damaged(
            tr("“{name}” has lost its own name, so marks cannot be added. Restore a backup.", name=database.path.name)
        )
    return str(uid)
