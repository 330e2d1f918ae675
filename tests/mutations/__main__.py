"""Try every mutation, or those of one room, each by itself: `python -m tests.mutations [ROOM [FIRST [LAST]]]`.

Prints what no test noticed; the exit code is 0 only if that is nothing. Takes some seconds for each.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tests.mutations.mutation import Fate, copy_project, try_mutation
from tests.mutations.rooms import ROOMS
from tests.store.desks import quick_folder


def main(arguments: list[str]) -> int:
    rooms = arguments[:1] or list(ROOMS)
    chosen = [mutation for room in rooms for mutation in ROOMS[room]]
    first, last = [*(int(one) for one in arguments[1:3]), 0, len(chosen)][:2] if arguments[1:] else (0, len(chosen))
    begun, left = time.monotonic(), []
    with quick_folder() as folder:
        copy_project(Path(folder))
        for mutation in chosen[first : max(last, first + 1)]:
            tried = try_mutation(Path(folder), mutation)
            if tried.fate is not Fate.NOTICED:
                left.append(tried)
                print(f"{tried.fate}: {mutation.law}\n  {mutation.file}, {mutation.test}\n  {tried.said}", flush=True)
    done = len(chosen[first : max(last, first + 1)])
    print(f"{done} mutations, {len(left)} not noticed, in {time.monotonic() - begun:.0f} s")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
