"""How is long work given up?"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")
_AT_ONCE = 64  # items between two looks


class Cancelled(Exception):  # noqa: N818 - not an error: what the user asked for
    """The work was given up because its flag said so."""


def look(cancelled: Callable[[], bool] | None) -> None:
    """Raise `Cancelled` if the flag says so."""
    if cancelled and cancelled():
        raise Cancelled


def watched(items: Iterable[T], cancelled: Callable[[], bool] | None, at_once: int = _AT_ONCE) -> Iterable[T]:
    """The items, with a look at the flag before every so many of them."""
    return _watched(items, cancelled, at_once) if cancelled else items


def _watched(items: Iterable[T], cancelled: Callable[[], bool], at_once: int) -> Iterator[T]:
    for place, item in enumerate(items):
        if place % at_once == 0:
            look(cancelled)
        yield item
