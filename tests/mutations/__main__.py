"""Try every mutation, or those of one room, each by itself: `python -m tests.mutations [ROOM [FIRST [LAST]]]`.

Prints what no test noticed, and with `-v` by which test each of the others was; the exit code is 0 only if nothing was
left. Two are tried at once, each in a copy of the project; `-1` tries one at a time.
"""

from __future__ import annotations

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from tests.mutations.mutation import Copies, Fate, try_mutation
from tests.mutations.rooms import ROOMS
from tests.store.desks import quick_folder

if TYPE_CHECKING:
    from tests.mutations.mutation import Mutation, Tried

AT_ONCE = 2


def main(arguments: list[str]) -> int:
    verbose, at_once = "-v" in arguments, 1 if "-1" in arguments else AT_ONCE
    arguments = [one for one in arguments if one not in {"-v", "-1"}]
    rooms = arguments[:1] or list(ROOMS)
    chosen = [mutation for room in rooms for mutation in ROOMS[room]]
    if arguments[1:]:
        first, last = [*(int(one) for one in arguments[1:3]), 0][:2]
        chosen = chosen[first : max(last, first + 1)]
    begun, left = time.monotonic(), 0
    with quick_folder() as folder, ThreadPoolExecutor(at_once) as workers:
        copies = Copies(Path(folder), at_once, [mutation.test for mutation in chosen])

        def tried(mutation: Mutation) -> Tried:
            with copies.one() as project:
                return try_mutation(project, mutation, copies.passes)

        for found in workers.map(tried, chosen):
            left += found.fate is not Fate.NOTICED
            if verbose or found.fate is not Fate.NOTICED:
                print(f"{found.fate}: {found.mutation.law}\n  {found.mutation.file}, {found.mutation.test}", flush=True)
                print(f"  {' '.join(found.said.split()[-40:])}", flush=True)
    print(f"{len(chosen)} mutations, {left} not noticed, in {time.monotonic() - begun:.0f} s")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
