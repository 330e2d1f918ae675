"""Sweep of a desk's update, broken off at every write. `python -m tests.faults.migrating`.

Runs in a process of its own with io_shim.c loaded before libc, because at each call a child of it is killed or fails.
The step is one of a program that does not exist yet; it is handed to the function that opens desks.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import sys
import traceback
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.desk.open_desk import Desk
from desktop.domain import MarkChange, Status, VerbatimError
from desktop.store.file import database as files
from desktop.store.file.migrations import PLAN, Plan
from desktop.store.upkeep import backup, opening
from tests.faults.io_sweep import MANNERS, run_with_shim
from tests.store.desks import prepared, quick_folder
from tests.store.upkeep.test_merge import content

if TYPE_CHECKING:
    import sqlite3

_KILLED = {"killed": (0, -1)}
_MOST_CALLS = 500


def m003_colours(db: sqlite3.Connection) -> None:
    """What a later version of the program may want: another table, filled from the old ones, and another column."""
    db.execute("CREATE TABLE said (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT")
    db.execute("INSERT INTO said SELECT id, exact || exact FROM quote")
    db.execute("ALTER TABLE story ADD COLUMN colour TEXT NOT NULL DEFAULT 'grey'")


NEXT = Plan((*PLAN.steps, m003_colours))


@dataclass
class Updates:
    """What came of the updates; the list should be empty."""

    killed: int = 0
    failed: int = 0  # with an error of the disk
    neither_nor: int = 0  # were done all the same
    wrong: list[str] = field(default_factory=list)


def update_in_a_process(*, all_: bool = True) -> Updates:
    """Kill at every call, or every other; fail at every one, or every third."""
    return Updates(**run_with_shim("tests.faults.migrating", *(["all"] if all_ else [])))


# -- in the process with the shim ----------------------------------------------------------------------------------


def old_desk(path: Path) -> None:
    with Desk.create(path) as desk:
        added = desk.add(prepared(title="Harbour"), checker="Kim")
        desk.mark([quote.id for quote in desk.quotes(added.version_id)], MarkChange(Status.VERIFIED), checker="Kim")


def holds_what_it_held(path: Path, before: object) -> bool:
    """Open the desk with the newer program, which updates it if it is not yet, and compare."""
    opened = opening.open_desk(path, plan=NEXT)
    with Desk(path, opened, lambda: datetime.now(UTC)) as desk:
        rows = opened.database.value("SELECT count(*) FROM said")
        return content(desk) == before and desk.check().sound and rows == desk.article_list.counts().total


class _Sweeper:
    def __init__(self, folder: Path, tally: Updates, *, all_: bool) -> None:
        self._all = all_
        self._base, self._path, self._tally = folder / "base", folder / "work" / "a.desk", tally
        self._base.mkdir()
        old_desk(self._base / "a.desk")
        with Desk.open(self._base / "a.desk", read_only=True) as desk:
            self._before = content(desk)
        self._shim = ctypes.CDLL(None)

    def run(self) -> None:
        for manner, how in {**_KILLED, **MANNERS}.items():
            number, step = 1, 1 if self._all else 2 if manner in _KILLED else 3
            while number < _MOST_CALLS and self._update(manner, number, *how):
                number += step

    def _update(self, manner: str, number: int, lasting: int, code: int) -> bool:
        """Update a copy in a child in which the call `number` goes wrong; False if there are not so many calls."""
        shutil.rmtree(self._path.parent, ignore_errors=True)
        shutil.copytree(self._base, self._path.parent)
        child = os.fork()
        if not child:
            os._exit(self._in_child(number, lasting, code))
        _, ended = os.waitpid(child, 0)
        told = os.waitstatus_to_exitcode(ended)
        if told == 2:  # fewer calls
            return False
        self._tally.killed += told < 0
        self._tally.failed += told == 1
        self._tally.neither_nor += told == 0
        if told > 2:
            self._tally.wrong.append(f"{manner} at {number}: no sentence")
        self._look(f"{manner} at {number}")
        return True

    def _in_child(self, number: int, lasting: int, code: int) -> int:
        self._shim.shim_arm(os.fsencode(self._path.parent), ctypes.c_long(number), lasting, code)
        try:
            opening.open_desk(self._path, plan=NEXT).close()
        except VerbatimError:
            return 1
        except Exception:
            traceback.print_exc()
            return 3
        return 0 if self._shim.shim_disarm() >= number else 2

    def _look(self, name: str) -> None:
        """The desk is old or new and nothing between; a desk that was begun to be updated has a backup that opens."""
        try:
            number = files.header(self._path)
            copies = [one for one in backup.backups(self._path) if one.why == backup.BEFORE_UPDATE]
            if number == NEXT.schema and not copies:
                self._tally.wrong.append(f"{name}: updated without a backup")
            for one in copies:
                backup.holds(one.path)
            if not holds_what_it_held(self._path, self._before):
                self._tally.wrong.append(f"{name}: not what it was")
        except Exception as error:
            self._tally.wrong.append(f"{name}: {error!r}")


def main() -> None:
    tally = Updates()
    with quick_folder() as folder:
        _Sweeper(Path(folder), tally, all_=sys.argv[1:] == ["all"]).run()
    print(json.dumps(asdict(tally)))


if __name__ == "__main__":
    main()
