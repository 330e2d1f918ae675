"""How is much made at once without the collector looking through all of it again and again?"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let the collector of circles wait for the block: what it makes stays, or goes by itself.

    Where two threads are inside at once, it may come back when the first of them leaves; it never stays away.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
