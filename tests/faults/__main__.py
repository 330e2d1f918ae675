"""The long versions of the fault tests: `python -m tests.faults [kills]`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.faults import ack_writer
from tests.faults.killing import kill_often


def main() -> int:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as folder:
        tally = kill_often(Path(folder) / "killed.desk", kills)
        print(f"Killed while working: {tally}")
        control = kill_often(Path(folder) / "control.desk", 5, ack_writer.work_in_one_long_transaction)
        print(f"Control that never commits: {control}")
    return 1 if tally.lost or tally.broken or not control.lost else 0


if __name__ == "__main__":
    sys.exit(main())
