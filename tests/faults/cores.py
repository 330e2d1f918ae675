"""Both cores for a long test: two halves of it at once, each in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

_MOST_SECONDS = 7200


def on_both_cores(part: str, count: int) -> list[dict[str, Any]]:
    """Run `python -m tests.faults PART HALF SEED` twice and return what each found; raises if one fails."""
    halves = ((count - count // 2, 1), (count // 2, 2))
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.faults", "--json", part, str(half), str(seed)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for half, seed in halves
    ]  # fmt: skip
    found = []
    for process in processes:
        output, complained = process.communicate(timeout=_MOST_SECONDS)
        assert output, complained
        found.append(json.loads(output))
    return found


def summed(found: list[dict[str, Any]]) -> dict[str, Any]:
    """Add up the counts and join the lists of what the halves found."""
    first, second = found
    return {name: value + second[name] for name, value in first.items()}
