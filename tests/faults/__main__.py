"""The long versions of the fault tests: `python -m tests.faults [PART [COUNT [SEED]]]`, all parts if none is named.

Parts: kills (200), images (1500), calls, updates (every call), damages (1000), merges (2000: of three and four desks in
all orders, a fourth as many of two), acts (150 sessions), doctored (300), newsroom (200), bytes (2000).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.faults import ack_writer, io_sweep
from tests.faults.changed_bytes import ChangedBytes, change_bytes
from tests.faults.cores import on_both_cores, summed
from tests.faults.damaging import Damages, damage_often
from tests.faults.doctored import Doctored, doctor_often
from tests.faults.exchanges import Exchanges, exchange_often
from tests.faults.killing import Tally, kill_often
from tests.faults.many_checkers import Orders, merge_in_all_orders
from tests.faults.migrating import update_in_a_process
from tests.faults.powercut import cut_power_often
from tests.faults.traced import hindrance
from tests.faults.two_checkers import merge_often
from tests.sharing_server import HOW, LEFT_OUT, programs
from tests.store.desks import quick_folder

if TYPE_CHECKING:
    from collections.abc import Callable

COUNTS = {
    "kills": 200, "images": 1500, "calls": 0, "updates": 0, "damages": 1000, "merges": 2000, "acts": 150,
    "doctored": 300, "newsroom": 200, "bytes": 2000,
}  # fmt: skip


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--json"]:
        part, count, seed = arguments[1:]
        print(json.dumps(_half(part, int(count), int(seed))))
        return 0
    parts = arguments[:1] or list(COUNTS)
    if parts[0] not in COUNTS or not all(each.isdigit() for each in arguments[1:]):
        print(__doc__)
        return 2
    passed = [_run(part, int(arguments[1]) if arguments[1:] else COUNTS[part]) for part in parts]
    return 0 if all(passed) else 1


def _run(part: str, count: int) -> bool:
    begun = time.monotonic()
    passed = _PARTS[part](count)
    print(f"  {part}: {'passed' if passed else 'FAILED'} in {time.monotonic() - begun:.0f} s")
    return passed


def _half(part: str, count: int, seed: int) -> dict[str, Any]:
    """Do a share of a part in this process and return what came of it."""
    if part == "merges":
        return {"runs": merge_often(count, seed)}
    if part == "orders":
        return asdict(merge_in_all_orders(count, seed))
    if part == "newsroom":
        return asdict(exchange_often(count, seed))
    with quick_folder() as folder:
        often: Any = {"kills": _kill, "damages": damage_often, "doctored": doctor_often, "bytes": change_bytes}[part]
        return asdict(often(Path(folder), count, seed))


def _kill(folder: Path, count: int, seed: int) -> Tally:
    return kill_often(folder, count, seed=seed)


def _kills(count: int) -> bool:
    tally = Tally(**summed(on_both_cores("kills", count)))
    print(f"Killed while working: {tally}")
    with quick_folder() as folder:
        control = kill_often(Path(folder), 5, ack_writer.work_in_one_long_transaction)
    print(f"Control that never commits: {control}")
    return not tally.lost and not tally.broken and bool(control.lost)


def _damages(count: int) -> bool:
    tally = Damages(**summed(on_both_cores("damages", count)))
    print(f"Damaged at random: {tally}")
    for problem in (*tally.wrong, *tally.crashed):
        print(f"  {problem}")
    return not tally.wrong and not tally.crashed


def _merges(count: int) -> bool:
    runs = summed(on_both_cores("merges", count // 4))["runs"]
    print(f"Random acts of two checkers, merged in both orders: {runs} pairs, the same content each time, nothing lost")
    orders = Orders(**summed(on_both_cores("orders", count)))
    print(f"Three and four checkers, in all orders: {orders.trials} trials, {len(orders.different)} different")
    for name in orders.different:
        print(f"  {name}")
    return not orders.different


def _acts(count: int) -> bool:
    """Run the test with so many sessions, in a process of its own: pytest refuses one that has loaded hypothesis."""
    command = [sys.executable, "-m", "pytest", "-p", "no:randomly", "--timeout=0", "tests/store/test_random_acts.py"]
    return subprocess.run(command, env={**os.environ, "VERBATIM_RANDOM_RUNS": str(count)}, check=False).returncode == 0


def _power_cuts(images: int) -> bool:
    if hindrance():
        print(f"POWER CUTS NOT TESTED: {hindrance()}")
        return False
    found = {}
    for how in ("safe", "full", "off", "wal"):
        with quick_folder() as folder:
            found[how] = cut_power_often(Path(folder), images if how == "safe" else max(25, images // 5), 150, how)
        print(f"Power cut, desk kept {'as it is' if how == 'safe' else f'with {how.upper()}'}: {found[how]}")
    lost = {how: len(tally.lost) + len(tally.broken) for how, tally in found.items()}
    return not lost["safe"] and bool(lost["off"]) and bool(lost["wal"])


def _failing_calls(_: int) -> bool:
    if io_sweep.hindrance():
        print(f"FAILING CALLS NOT TESTED: {io_sweep.hindrance()}")
        return False
    tally = io_sweep.sweep_in_a_process()
    print(f"Disk failing or full at every call of a session: {tally}")
    for problem in (*tally.wrong, *tally.speechless, *tally.no_retry):
        print(f"  {problem}")
    return not (tally.wrong or tally.speechless or tally.no_retry)


def _updates(_: int) -> bool:
    if io_sweep.hindrance():
        print(f"BROKEN UPDATES NOT TESTED: {io_sweep.hindrance()}")
        return False
    tally = update_in_a_process()
    print(
        f"Update broken off at every call: {tally.killed} kills, {tally.failed} refused with a sentence, "
        f"{tally.neither_nor} done all the same, {len(tally.wrong)} desks neither old nor new"
    )
    return not tally.wrong


def _doctored(count: int) -> bool:
    tally = Doctored(**summed(on_both_cores("doctored", count)))
    print(tally)
    for problem in (*tally.inside, *(f"hung: {name}" for name in tally.hung)):
        print(f"  {problem}")
    return not tally.inside and not tally.hung


def _newsroom(count: int) -> bool:
    if programs() is None:
        print(f"RANDOM EXCHANGES NOT TESTED: {LEFT_OUT}. {HOW}")
        return False
    tally = Exchanges(**summed(on_both_cores("newsroom", count)))
    different = tally.different
    print(f"Random acts, exchanges and cuts in a newsroom: {replace(tally, different=[])}, {len(different)} different")
    for name in different:
        print(f"  {name}")
    return tally.passed


def _bytes(count: int) -> bool:
    tally = ChangedBytes(**summed(on_both_cores("bytes", count)))
    print(f"Each byte of logs and bundle, and bytes of a desk at random, changed by itself: {tally}")
    for name in tally.unseen:
        print(f"  {name}")
    return not tally.unseen


_PARTS: dict[str, Callable[[int], bool]] = {
    "kills": _kills,
    "images": _power_cuts,
    "calls": _failing_calls,
    "updates": _updates,
    "damages": _damages,
    "merges": _merges,
    "acts": _acts,
    "doctored": _doctored,
    "newsroom": _newsroom,
    "bytes": _bytes,
}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
