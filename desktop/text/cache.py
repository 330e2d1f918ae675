"""Cache of what was found in the last texts, for those that are compared again: with the next article, rule or pin."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple, cast

if TYPE_CHECKING:
    from collections.abc import Callable

Ts = TypeVarTuple("Ts")
T = TypeVar("T")
_TEXTS = 16  # as many as are open beside each other, and more
_SHORT = 50_000  # code points; what is found in longer texts takes too much memory


def cached_for_short_texts(found: Callable[[str, *Ts], T]) -> Callable[[str, *Ts], T]:
    """Remember what a function finds in the last articles; its results are shared and must not be changed."""
    cached = cast("Callable[[str, *Ts], T]", lru_cache(_TEXTS)(found))  # which takes anything that can be a key

    def lookup(text: str, *more: *Ts) -> T:
        return (cached if len(text) <= _SHORT else found)(text, *more)

    return lookup
