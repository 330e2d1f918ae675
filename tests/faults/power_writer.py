"""A checker at work whose every call to the system is recorded: `python -m tests.faults.power_writer DESK ACTS [HOW]`.

HOW is how the desk is kept: "safe" as the program does it; the others are controls that must lose.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from desktop.desk.open_desk import Desk
from desktop.store.file import database
from tests.faults import ack_writer
from tests.store.desks import prepared

if TYPE_CHECKING:
    import sqlite3
    from multiprocessing.connection import Connection


class _Told:
    """Says on standard output what is kept; ends the process after a number of acts."""

    def __init__(self, acts: int) -> None:
        self._left = acts

    def send(self, act: Any) -> None:
        os.write(1, (json.dumps(act) + "\n").encode())
        self._left -= 1
        if not self._left:
            os._exit(0)


def _weaken(how: str) -> None:
    if how == "off":
        database._PRAGMAS["synchronous"] = ("OFF", 0)
    if how == "full":
        database._PRAGMAS["synchronous"] = ("FULL", 2)
    if how == "wal":
        database._PRAGMAS["synchronous"] = ("NORMAL", 1)
        database._settle_journal = _use_wal


def _use_wal(path: Path, db: sqlite3.Connection) -> None:
    db.execute("PRAGMA journal_mode=WAL").fetchone()


def main(path: Path, acts: int, how: str) -> None:
    _weaken(how)
    acknowledged = _Told(acts)
    with Desk.create(path) as desk:
        acknowledged.send(("made", 0, 0))
        added = desk.add(prepared(source="0"))
        acknowledged.send(("add", 0, 0))
        for _ in range(2):
            desk.unmark(desk.quotes(added.version_id), checker="Kim")
    ack_writer.work(path, cast("Connection", acknowledged), 1)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
