"""Tables of a language: classes of a hundred parts, of which a start makes a dozen.

A data class checks every part and compiles its `__init__`; at the start of every process that took longer than the
reading of all tables.
"""

from __future__ import annotations

from dataclasses import Field, field
from typing import TYPE_CHECKING, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


@dataclass_transform(frozen_default=True, eq_default=False, field_specifiers=(field,))
def word_table(cls: type[T]) -> type[T]:
    """Make a class of tables that are made from their parts, in order or by name; those left out have their defaults.

    Nothing changes a table once it is made, which the type checker sees to. Raises `TypeError` for a part that the
    class does not have, and for one that is missing.
    """
    names = tuple(cls.__annotations__)
    parts = {name: part for name, part in vars(cls).items() if name in cls.__annotations__}
    made: dict[str, Callable[[], object]] = {}
    for name, part in parts.items():
        if isinstance(part, Field) and callable(part.default_factory):
            made[name] = part.default_factory
    defaults = {name: part for name, part in parts.items() if name not in made}
    needed = {name for name in names if name not in parts}

    def initialise(self: T, *values: object, **named: object) -> None:
        given = dict(zip(names, values, strict=False)) | named
        if len(given) != len(values) + len(named) or not needed <= given.keys() <= {*names}:
            raise TypeError(f"{cls.__name__} is made of: {', '.join(names)}")
        own = defaults | {name: make() for name, make in made.items() if name not in given} | given
        for name in names:  # all in one order, by which every table of a class finds its parts as fast
            setattr(self, name, own[name])

    for name in made:
        delattr(cls, name)
    cls.__init__ = initialise  # type: ignore[assignment]
    return cls
