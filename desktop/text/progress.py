"""Cancelling of long work, and its progress."""

from __future__ import annotations

from collections.abc import Sized
from enum import Enum
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")
_AT_ONCE = 64  # items between two looks


class Stage(Enum):
    """A part of the work of a comparison: from which share of the whole to which it goes, by rough measure."""

    WORDS_A = (0.0, 0.07)
    WORDS_B = (0.07, 0.14)
    ALIGNING = (0.2, 0.55)
    CHANGES = (0.6, 0.7)
    ALERTS = (0.7, 1.0)


class Cancelled(Exception):  # noqa: N818 - not an error: what the user asked for
    """The work was given up because its flag said so."""


class Reporter:
    """A flag to cancel by that also hears which share of the work is done; it never goes back."""

    def __init__(self, cancelled: Callable[[], bool], on_progress: Callable[[float], object]) -> None:
        self._cancelled = cancelled
        self._on_progress = on_progress
        self._most = 0.0

    def __call__(self) -> bool:
        return self._cancelled()

    def reached(self, share: float) -> None:
        """Hear that so much of the whole is done, 0 to 1."""
        if share > self._most:
            self._most = share
            self._on_progress(share)


def reached(cancelled: Callable[[], bool] | None, stage: Stage, share: float) -> None:
    """Tell a flag that listens that so much of a stage is done, 0 to 1."""
    if isinstance(cancelled, Reporter):
        start, end = stage.value
        cancelled.reached(start + share * (end - start))


def look(cancelled: Callable[[], bool] | None) -> None:
    """Raise `Cancelled` if the flag says so."""
    if cancelled and cancelled():
        raise Cancelled


def watched(
    items: Iterable[T], cancelled: Callable[[], bool] | None, at_once: int = _AT_ONCE, stage: Stage | None = None
) -> Iterable[T]:
    """The items, with a look at the flag before every so many of them; items that are a whole stage tell how far."""
    return _watched(items, cancelled, at_once, stage) if cancelled else items


def _watched(items: Iterable[T], cancelled: Callable[[], bool], at_once: int, stage: Stage | None) -> Iterator[T]:
    total = len(items) if stage is not None and isinstance(items, Sized) else 0
    for place, item in enumerate(items):
        if place % at_once == 0:
            look(cancelled)
            if stage is not None and total:
                reached(cancelled, stage, place / total)
        yield item
