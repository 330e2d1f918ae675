"""Database connection of a desk file: safe opening, reading, whole transactions, copies.

This is the only module that holds a connection. Nothing else begins, commits or sets a pragma.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, contextmanager, suppress
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock, get_ident
from time import monotonic
from typing import TYPE_CHECKING, Any

from desktop.atomic_files import create_exclusively, sync_file, sync_folder
from desktop.store.errors import (
    Damaged,
    DiskError,
    Exists,
    Missing,
    NotOurs,
    ReadOnly,
    Refused,
    StoreError,
    damaged,
    gone,
    translate,
    unconfirmed,
)
from desktop.store.file.migrations import APPLICATION_ID, PLAN, Plan, desk_schema, schema_rows
from desktop.translation import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    Row = tuple[Any, ...]
    Tell = Callable[[int, int], object]  # called with how much is done, and of how much

MAGIC = b"SQLite format 3\x00"
_PAGES_AT_ONCE = 2000  # 8 MB, copied in some milliseconds
_QUICK_CHECK_BYTES = 32 * 2**20  # larger desks are checked page by page on request only
_FOLDER_NOT_SYNCED = 10 | 5 << 8  # SQLITE_IOERR_DIR_FSYNC: the last thing a commit does
_MOST_DEFERRED = 4_000_000  # characters of rows that wait for the end of a transaction
_MOST_STEPS = 200_000  # of 10,000 instructions each, until reading rows of a doctored file is given up
_BROKEN_OFF = Text("The last change of “{name}” was broken off, and its traces cannot be taken out of the file here.")
BUSY = 250  # milliseconds that one waits for another connection to the file
_PRAGMAS: dict[str, tuple[str, object]] = {
    "trusted_schema": ("OFF", 0),
    "cell_size_check": ("ON", 1),
    "mmap_size": ("0", 0),
    "foreign_keys": ("ON", 1),
    "busy_timeout": (str(BUSY), BUSY),
    "recursive_triggers": ("OFF", 0),
    "fullfsync": ("ON", 1),
    "synchronous": ("EXTRA", 3),
    "temp_store": ("MEMORY", 2),
}


def row_id(text: str) -> int | None:
    """Read the number of a row as a user gives it; None where the text is something else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else None


@contextmanager
def sentences(path: Path) -> Iterator[None]:
    """Turn errors of SQLite inside the block into errors with a sentence."""
    try:
        yield
    except sqlite3.Error as error:
        translated = translate(error, path)
        if translated is None:
            raise
        raise translated from error
    except UnicodeDecodeError as error:  # SQLite quotes the damaged place in what it says
        raise damaged(path) from error
    except UnicodeEncodeError as error:
        raise Refused(
            tr(
                "The text holds half characters (lone surrogates) that cannot be kept. Nothing was "
                "changed; import the text again in its right encoding."
            )
        ) from error


class Turn:
    """Whose turn it is to write: who waits goes on at once, where SQLite would ask again after ever longer pauses."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._asked: dict[int, float] = {}  # by thread: when it last wanted to write

    def others_wrote(self, seconds: float) -> bool:
        """Say whether another thread than this one wanted to write in the last seconds."""
        since, own = monotonic() - seconds, get_ident()
        return any(at > since for thread, at in list(self._asked.items()) if thread != own)

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Have the turn for a block; after `BUSY` SQLite alone says who writes, so that nobody waits for long."""
        self._asked[get_ident()] = monotonic()
        taken = self._lock.acquire(timeout=BUSY / 1000)
        try:
            yield
        finally:
            if taken:
                self._lock.release()


class Database:
    """One connection to one desk file; `read_only_why` is empty where it can be written."""

    def __init__(
        self,
        path: Path,
        db: sqlite3.Connection,
        read_only_why: str = "",
        copy_folder: TemporaryDirectory[str] | None = None,
    ) -> None:
        self.path = path
        self.read_only_why = read_only_why
        self._db = db
        self._copy_folder = copy_folder  # where the copy lies that is read instead of the file
        self._file = _identity(path)
        self._late_failures = 0
        self._deferred: list[tuple[str, Sequence[object]]] = []  # statements, each with a row
        self._deferred_size = 0  # characters
        self.settled: set[str] = set()  # what whoever reads the file found to hold from now on
        self.turn = Turn()  # connections of one program to one file share it

    # -- reading ---------------------------------------------------------------------------------------------------

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        with sentences(self.path):
            return self._db.execute(sql, parameters).fetchall()

    def each(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[Row]:
        """Yield rows one by one, for what is too much to hold."""
        with sentences(self.path):
            # Not `yield from`: that would close the cursor with the generator, which a closed database refuses loudly.
            for row in self._db.execute(sql, parameters):  # noqa: UP028
                yield row

    def row(self, sql: str, parameters: Sequence[object] = ()) -> Row | None:
        with sentences(self.path):
            found: Row | None = self._db.execute(sql, parameters).fetchone()
            return found

    def value(self, sql: str, parameters: Sequence[object] = ()) -> Any:  # noqa: ANN401 - whatever the column holds
        found = self.row(sql, parameters)
        return None if found is None else found[0]

    # -- writing ---------------------------------------------------------------------------------------------------

    @property
    def read_only(self) -> bool:
        return bool(self.read_only_why)

    @property
    def in_transaction(self) -> bool:
        return self._db.in_transaction

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do everything in the block or nothing; on the disk when the block is left."""
        if self.read_only_why:
            raise ReadOnly(self.read_only_why)
        self.require_file()
        with self.turn.taken(), sentences(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.write_deferred()
                self._commit()
            except BaseException:
                self._deferred, self._deferred_size = [], 0
                self._roll_back()
                raise

    @contextmanager
    def part_of_transaction(self) -> Iterator[None]:
        """Do everything in the block or nothing of it, in a transaction that goes on after it."""
        assert self.in_transaction, "a part of no transaction"
        with sentences(self.path):
            self._db.execute("SAVEPOINT part")
            before = self._deferred.copy(), self._deferred_size
            try:
                yield
            except BaseException:
                self._deferred, self._deferred_size = before
                if self.in_transaction:  # SQLite itself takes all of it back where the disk is full
                    self._db.execute("ROLLBACK TO part")
                    self._db.execute("RELEASE part")
                raise
            self._db.execute("RELEASE part")

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Read one state of the file in the block; as long as it lasts nobody else can commit a change."""
        with sentences(self.path):
            self._db.execute("BEGIN")
            try:
                yield
            finally:
                self._roll_back()

    def _commit(self) -> None:
        try:
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            self._roll_back()
            if getattr(error, "sqlite_errorcode", 0) != _FOLDER_NOT_SYNCED:
                raise
            self._late_failures += 1
            # The journal is gone, so all is in the file and stays there; only the power must not go off yet.
            try:
                sync_folder(self.path.parent)
            except OSError:
                raise unconfirmed(self.path) from error

    def require_file(self) -> None:
        """Raise Missing if the file is not where it was: SQLite would go on writing to what nobody can find again."""
        if _identity(self.path) != self._file:
            raise gone(self.path)

    def write(self, sql: str, parameters: Sequence[object] = ()) -> int:
        """Run one statement inside a transaction and return the id of the inserted row."""
        assert self.in_transaction, "a write outside of a transaction"
        return self._db.execute(sql, parameters).lastrowid or 0

    def write_if_fitting(self, sql: str, parameters: Sequence[object] = ()) -> bool:
        """Run an INSERT OR IGNORE; returns whether the row fitted the rules of its table."""
        try:
            self.write(sql, parameters)
        except sqlite3.IntegrityError:
            return False
        return bool(self.value("SELECT changes()"))

    def write_all(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        assert self.in_transaction, "a write outside of a transaction"
        self._db.executemany(sql, rows)

    def defer(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Run a statement for each row before the transaction ends, after what was deferred before.

        For search indexes: each change of another table makes them write what they have got so far, as a part of its
        own. Who asks an index within a transaction calls `write_deferred` before.
        """
        assert self.in_transaction, "a write outside of a transaction"
        for row in rows:
            self._deferred.append((sql, row))
            self._deferred_size += sum(len(value) for value in row if isinstance(value, str))
        if self._deferred_size > _MOST_DEFERRED:
            self.write_deferred()

    def deferred(self, sql: str) -> Iterator[Sequence[object]]:
        """Yield the rows that wait for a statement."""
        return (row for statement, row in self._deferred if statement == sql)

    def write_deferred(self) -> None:
        """Write what waits for the end of the transaction."""
        for sql, rows in groupby(self._deferred, itemgetter(0)):
            self.write_all(sql, [row for _, row in rows])
        self._deferred, self._deferred_size = [], 0

    def note(self, sql: str) -> None:
        """Run a statement on the connection's own tables (temp), which are never written to the desk."""
        with sentences(self.path):
            self._db.execute(sql)

    def changed_elsewhere(self) -> tuple[int, int]:
        """Return two numbers that change when another program, or a commit that failed late, changed the file."""
        return int(self.value("PRAGMA data_version")), self._late_failures

    @property
    def changes(self) -> int:
        """How many rows this connection has changed so far, taken-back ones and those of its own tables included."""
        return self._db.total_changes

    def _roll_back(self) -> None:
        if self.in_transaction:
            with suppress(sqlite3.Error):  # what made us roll back is what the user hears about
                self._db.execute("ROLLBACK")

    def index_is_sound(self, index: str) -> bool:
        """Say whether a search index can be read and fits itself; not whether it holds the right words."""
        try:
            self._db.execute(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")
        except sqlite3.DatabaseError:
            return False
        return True

    # -- the whole file --------------------------------------------------------------------------------------------

    def copy_to(self, out: Path, tell: Tell | None = None) -> None:
        """Write the whole desk as of now to a new file; complete and on the disk when this returns.

        `tell` hears how many pages are copied, and of how many; between two times others may write, and then the copy
        begins anew. What it raises ends the copy, and leaves none.
        """
        part = out.with_name(f"{out.name}.part-{os.getpid()}")
        try:
            with sentences(out):
                target = sqlite3.connect(str(part), isolation_level=None)
                try:
                    target.execute("PRAGMA synchronous=OFF")  # it gets its name once all of it is on the disk
                    with sentences(self.path):
                        if tell is None:
                            self._db.backup(target)
                        else:
                            progress = lambda _, left, of: tell(of - left, of)  # noqa: E731
                            self._db.backup(target, pages=_PAGES_AT_ONCE, progress=progress)
                finally:
                    target.close()
            put_in_place(part, out)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)

    def close(self) -> None:
        assert not self.in_transaction, "closing would throw a transaction away"
        self._db.close()
        if self._copy_folder:
            self._copy_folder.cleanup()


# -- opening -------------------------------------------------------------------------------------------------------


def create(path: Path, fill: Callable[[Database], None]) -> None:
    """Make a desk at `path` and let `fill` write into it; there is either a whole one afterwards or none."""
    if path.exists():
        raise Exists(
            tr(
                "There is already a file “{name}” in this folder. Choose another name, or open that one.",
                name=path.name,
            )
        )
    if journal_path(path).exists():
        # It would be played into the new file, and the desk it belongs to may need it.
        raise Exists(
            tr("Beside “{name}” lies the unfinished change of a former desk. Choose another name.", name=path.name)
        )
    part = path.with_name(f"{path.name}.new-{os.getpid()}")
    try:
        part.unlink(missing_ok=True)
        with sentences(path):
            db = _connect(part, "rwc")
            try:
                _set_pragmas(db)
                db.execute("PRAGMA journal_mode=DELETE")
                with closing(_in_memory()) as empty:
                    empty.backup(db)
                fill(Database(part, db))
            finally:
                db.close()
        put_in_place(part, path)
    except OSError as error:
        raise DiskError(
            tr(
                "“{name}” cannot be made here: {why}. Choose another folder.",
                name=path.name,
                why=error.strerror,
            )
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def in_memory(name: Path) -> Database:
    """Make an empty desk that is never written to a disk; `name` stands in what goes wrong with it."""
    db = _in_memory()
    _set_pragmas(db)
    return Database(name, db)


def _in_memory() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.deserialize(_empty_desk())
    return db


@cache
def _empty_desk() -> bytes:
    """Return the bytes of a desk with nothing in it; to create the schema takes longer than most uses."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(db)
        return db.serialize()
    finally:
        db.close()


def open_database(path: Path, read_only_why: str = "", *, thorough: bool = False, plan: Plan = PLAN) -> Database:
    """Open a desk whose header was looked at (see `header`); a reason makes it read-only.

    Pages are checked where that takes no time to speak of, or if `thorough`.
    """
    with sentences(path):
        db = _connect(path, "ro" if read_only_why else "rw")
        try:
            _set_pragmas(db)
            _compare_schema(path, db, plan)
            if not read_only_why:
                _settle_journal(path, db)
            if thorough or path.stat().st_size <= _QUICK_CHECK_BYTES:
                _quick_check(path, db)
        except BaseException:
            db.close()
            raise
    return Database(path, db, read_only_why)


def open_consistent_copy(path: Path, read_only_why: str) -> Database:
    """Read, in a copy, a desk whose last change was broken off and may not be rolled back where it lies."""
    copy_folder = TemporaryDirectory(prefix="verbatim-", ignore_cleanup_errors=True)
    broken_off = tr(_BROKEN_OFF.english, name=path.name)
    try:
        copy = Path(copy_folder.name) / path.name
        for file in (journal_path(path), path):
            shutil.copyfile(file, copy.with_name(file.name))
        with sentences(path):
            db = _connect(copy, "rw")
            try:
                _set_pragmas(db)
                _compare_schema(path, db)
                _quick_check(path, db)
            except BaseException:
                db.close()
                raise
    except OSError as error:
        copy_folder.cleanup()
        raise DiskError(f"{broken_off} {tr('There is no room for a copy to read.')}") from error
    except BaseException:
        copy_folder.cleanup()
        raise
    shown = tr(
        "What you see is the desk before that change; if you copy it, copy “{name}-journal” with it.", name=path.name
    )
    return Database(path, db, f"{read_only_why} {broken_off} {shown}", copy_folder)


def open_as_data(path: Path) -> Database:
    """Open a copy of a file of which nothing may be trusted; for reading rows of plain tables only."""
    with sentences(path):
        db = _connect(path, "rw")  # a copy of ours: an unfinished change in its journal is rolled back
        try:
            _set_pragmas(db)
            _require_plain_tables(path, db)
            _stop_after_steps(db)
        except BaseException:
            db.close()
            raise
    return Database(path, db, tr("Only its rows are read."))


def _stop_after_steps(db: sqlite3.Connection) -> None:
    """Let reading end with an error where it takes far too long, whatever the file makes SQLite do."""
    steps = iter(range(_MOST_STEPS))
    db.set_progress_handler(lambda: next(steps, None) is None, 10_000)


def _require_plain_tables(path: Path, db: sqlite3.Connection) -> None:
    for table in (row[1] for row in desk_schema() if row[0] == "table" and "VIRTUAL" not in row[3]):
        _require_plain(path, db, table)


def _require_plain(path: Path, db: sqlite3.Connection, table: str) -> None:
    """Refuse tables that compute something when they are read."""
    columns = db.execute(f"PRAGMA table_xinfo({table})").fetchall()
    other = db.execute(
        "SELECT 1 FROM sqlite_master WHERE name = ? AND (type <> 'table' OR sql LIKE '%virtual%')", (table,)
    ).fetchone()
    if other or any(column[6] for column in columns):
        raise NotOurs(
            tr(
                "“{name}” holds a table that computes what it says ({table}); nothing of it was read.",
                name=path.name,
                table=table,
            )
        )


def put_in_place(source: Path, target: Path) -> None:
    """Give a finished file its name, never over an existing one, and make the name durable; or leave no such name."""
    try:
        sync_file(source)
        create_exclusively(source, target)
    except FileExistsError as error:
        raise Exists(
            tr("There is already a file “{name}” in this folder. Choose another name.", name=target.name)
        ) from error
    except OSError as error:
        raise DiskError(
            tr(
                "The disk did not take the new file “{name}” ({why}), so it was not made. Free "
                "some space, or choose another folder.",
                name=target.name,
                why=error.strerror,
            )
        ) from error


def journal_path(path: Path) -> Path:
    """Return where SQLite keeps what it needs to take a broken-off change of a desk back."""
    return path.with_name(path.name + "-journal")


def header(path: Path) -> int:
    """Return the schema number of a desk file without letting SQLite near it; raises Missing, NotOurs, Damaged."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError as error:
        raise Missing(tr("There is no file “{name}” in this folder (any more).", name=path.name)) from error
    except OSError as error:
        raise Missing(tr("“{name}” cannot be read: {why}.", name=path.name, why=error.strerror)) from error
    if not head:
        raise NotOurs(
            tr("“{name}” is empty: it is not a desk. Choose another file, or make a new desk.", name=path.name)
        )
    if not head.startswith(MAGIC):
        raise NotOurs(tr("“{name}” is not a desk. To read it as an article, import it instead.", name=path.name))
    if len(head) < 100:
        raise Damaged(tr("“{name}” is damaged: it ends after a few bytes. Restore a backup.", name=path.name))
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise NotOurs(
            tr("“{name}” is a database of another program, not a desk. Nothing in it was touched.", name=path.name)
        )
    return int.from_bytes(head[60:64], "big")


def migrate(db: sqlite3.Connection, plan: Plan = PLAN) -> None:
    """Bring an open database to the newest schema in one transaction."""
    db.execute("BEGIN IMMEDIATE")
    try:
        plan.apply(db)
        db.execute(f"PRAGMA application_id={APPLICATION_ID}")
        db.execute(f"PRAGMA user_version={plan.schema}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def migrate_file(path: Path, plan: Plan = PLAN) -> None:
    with sentences(path):
        db = _connect(path, "rw")
        try:
            _set_pragmas(db)
            _compare_schema(path, db, plan)
            migrate(db, plan)
        finally:
            db.close()


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None)


def _set_pragmas(db: sqlite3.Connection) -> None:
    for name, (value, expected) in _PRAGMAS.items():
        db.execute(f"PRAGMA {name}={value}").fetchall()
        found = db.execute(f"PRAGMA {name}").fetchone()
        if found is not None and found[0] != expected:
            raise StoreError(
                tr(
                    "This computer's SQLite does not accept the setting {name}={value}; the desk stays closed.",
                    name=name,
                    value=value,
                )
            )


def _compare_schema(path: Path, db: sqlite3.Connection, plan: Plan = PLAN) -> None:
    """Refuse whatever our own steps did not make, before any of it can run."""
    number = int(db.execute("PRAGMA user_version").fetchone()[0])
    if number > plan.schema:
        # Read-only; what a newer program added cannot be known here. What we read of it must be as plain as it is here.
        _require_plain_tables(path, db)
        return
    extra, lost = (one := schema_rows(db)) - (ours := desk_schema(number, plan)), ours - one
    if extra:
        names = ", ".join(sorted({row[1] for row in extra})[:3])
        raise NotOurs(
            tr(
                "“{name}” holds things that no desk holds ({names}), so nothing in it was run. Open it "
                "as data only, which copies its rows into a fresh desk.",
                name=path.name,
                names=names,
            )
        )
    if lost:
        names = ", ".join(sorted({row[1] for row in lost})[:3])
        raise Damaged(
            tr(
                "“{name}” lacks parts of a desk ({names}). Recover what can be read into a new desk.",
                name=path.name,
                names=names,
            )
        )


def _settle_journal(path: Path, db: sqlite3.Connection) -> None:
    mode = db.execute("PRAGMA journal_mode=DELETE").fetchone()[0]
    if mode != "delete":
        raise StoreError(
            tr(
                "“{name}” does not accept safe writing (journal is {mode}); open it to read only.",
                name=path.name,
                mode=mode,
            )
        )


def _quick_check(path: Path, db: sqlite3.Connection) -> None:
    found = db.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise Damaged(tr("“{name}” is damaged. Recover what can be read into a new desk.", name=path.name))


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino
