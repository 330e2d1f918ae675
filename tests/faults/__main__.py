"""The long versions of the fault tests: `python -m tests.faults [kills] [images]`."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.faults import ack_writer, io_sweep
from tests.faults.killing import kill_often
from tests.faults.powercut import cut_power_often
from tests.faults.traced import hindrance
from tests.store.making import quick_folder


def main() -> int:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    images = int(sys.argv[2]) if len(sys.argv) > 2 else 1500
    passed = [_kills(kills), _power_cuts(images), _failing_calls()]
    return 0 if all(passed) else 1


def _kills(kills: int) -> bool:
    with quick_folder() as folder:
        tally = kill_often(Path(folder) / "killed.desk", kills)
        print(f"Killed while working: {tally}")
        control = kill_often(Path(folder) / "control.desk", 5, ack_writer.work_in_one_long_transaction)
        print(f"Control that never commits: {control}")
    return not tally.lost and not tally.broken and bool(control.lost)


def _power_cuts(images: int) -> bool:
    if hindrance():
        print(f"POWER CUTS NOT TESTED: {hindrance()}")
        return False
    told = {}
    for how in ("safe", "full", "off", "wal"):
        with quick_folder() as folder:
            told[how] = cut_power_often(Path(folder), images if how == "safe" else max(25, images // 5), 150, how)
        print(f"Power cut, desk kept {'as it is' if how == 'safe' else f'with {how.upper()}'}: {told[how]}")
    lost = {how: len(tally.lost) + len(tally.broken) for how, tally in told.items()}
    return not lost["safe"] and bool(lost["off"]) and bool(lost["wal"])


def _failing_calls() -> bool:
    if io_sweep.hindrance():
        print(f"FAILING CALLS NOT TESTED: {io_sweep.hindrance()}")
        return False
    tally = io_sweep.sweep_in_a_process()
    print(f"Disk failing or full at every call of a session: {tally}")
    for problem in (*tally.wrong, *tally.speechless, *tally.no_retry):
        print(f"  {problem}")
    return not (tally.wrong or tally.speechless or tally.no_retry)


if __name__ == "__main__":
    sys.exit(main())
