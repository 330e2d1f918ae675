"""Pausing of the garbage collector while many objects are made at once."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


_MUCH = 50_000  # objects; looking through so many takes some milliseconds


@contextmanager
def gc_paused() -> Iterator[None]:
    """Pause the garbage collector for the block: what it makes stays, or goes by itself.

    Where the block made much, the collector does not look through it afterwards either, until `gc_resumed`: that would
    keep the window waiting. Where two threads are inside at once, it may come back when the first of them leaves; it
    never stays away.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            if gc.get_count()[0] > _MUCH:
                gc.freeze()
            gc.enable()


def gc_resumed() -> None:
    """Let the garbage collector look through everything again, after much was released."""
    gc.unfreeze()
