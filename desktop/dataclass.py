"""Dataclasses whose methods are made when they are first needed: a program starts with hundreds of them, and uses few.

`dataclass` is used like that of the standard library, from which fields and slots come, and `field`, `fields` and
`replace` as well. That one writes the source of seven methods for every class and compiles it, which takes more time
than all else of an import; here `__init__` is compiled at the first call, and the others are the same for all classes.
"""

from __future__ import annotations

import dataclasses
from dataclasses import MISSING, Field, FrozenInstanceError
from operator import attrgetter, ge, gt, le, lt
from types import MemberDescriptorType
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["dataclass"]

C = TypeVar("C", bound=type[Any])
_FACTORY = object()  # stands for a value that a factory is to make


def _dataclass(
    *,
    frozen: bool = False,
    slots: bool = False,
    order: bool = False,
    eq: bool = True,
    repr: bool = True,  # noqa: A002 - as the standard library calls it
    match_args: bool = True,
) -> Callable[[C], C]:
    """Make a class a dataclass; what it defines itself stays."""

    def made(cls: C) -> C:
        bare = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, match_args=match_args)(cls)
        own = dataclasses.fields(bare)
        methods: dict[str, Any] = {"__init__": _first_init(bare, own, frozen=frozen)}
        if repr:
            methods["__repr__"] = _repr(tuple([each.name for each in own if each.repr]))
        if eq:
            compared = _values(tuple([each.name for each in own if each.compare]))
            methods["__eq__"] = _eq(compared)
            methods["__hash__"] = _hash(compared) if frozen else None
            if order:
                methods |= {f"__{each.__name__}__": _order(each, compared) for each in (lt, le, gt, ge)}
        if frozen:
            methods |= {"__setattr__": _refuse, "__delattr__": _refuse}
            if slots:  # by which pickle would else set what is frozen
                names = tuple([each.name for each in own])
                methods |= {"__getstate__": _getstate(names), "__setstate__": _setstate(names)}
        for name, method in methods.items():
            if name not in bare.__dict__ or bare.__dict__[name] is None:
                setattr(bare, name, method)
        return cast("C", bare)

    return made


if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(cls: C | None = None, /, **options: bool) -> C | Callable[[C], C]:
        """Make a class a dataclass, with or without options in brackets."""
        return _dataclass(**options) if cls is None else _dataclass(**options)(cls)


def _first_init(cls: type[Any], own: Sequence[Field[Any]], *, frozen: bool) -> Callable[..., None]:
    """Return the `__init__` that makes the real one, and is it the first time."""

    def __init__(self: object, *args: object, **values: object) -> None:  # noqa: N807
        made = _init(cls, own, frozen=frozen)
        cls.__init__ = made
        made(self, *args, **values)

    return __init__


def _init(cls: type[Any], own: Sequence[Field[Any]], *, frozen: bool) -> Callable[..., None]:
    """Return the `__init__` of a class, compiled."""
    known: dict[str, Any] = {"_FACTORY": _FACTORY, "_set": object.__setattr__}
    parameters, lines = ["self"], []
    for each in own:
        name, value = each.name, each.name
        if each.default_factory is not MISSING:
            known[f"_make_{name}"] = each.default_factory
            parameters.append(f"{name}=_FACTORY")
            value = f"_make_{name}() if {name} is _FACTORY else {name}"
        elif each.default is not MISSING:
            known[f"_default_{name}"] = each.default
            parameters.append(f"{name}=_default_{name}")
        else:
            parameters.append(name)
        lines.append(_assignment(cls, name, value, known) if frozen else f"self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    exec(f"def __init__({', '.join(parameters)}):\n " + "\n ".join(lines or ["pass"]), known)  # noqa: S102 - as dataclasses do
    made: Callable[..., None] = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _assignment(cls: type[Any], name: str, value: str, known: dict[str, Any]) -> str:
    """Return the line that sets a field of a frozen class: by its slot, which is the quickest way."""
    slot = getattr(cls, name, None)
    if not isinstance(slot, MemberDescriptorType):
        return f"_set(self, {name!r}, {value})"
    known[f"_set_{name}"] = slot.__set__
    return f"_set_{name}(self, {value})"


def _values(names: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Return what gives the values of some fields as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda self: tuple([getattr(self, name) for name in names])


def _repr(names: Sequence[str]) -> Callable[[object], str]:
    def __repr__(self: object) -> str:  # noqa: N807
        values = ", ".join([f"{name}={getattr(self, name)!r}" for name in names])
        return f"{type(self).__qualname__}({values})"

    return __repr__


def _eq(values: Callable[[Any], tuple[Any, ...]]) -> Callable[[object, object], bool]:
    def __eq__(self: object, other: object) -> bool:  # noqa: N807
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    return __eq__


def _hash(values: Callable[[Any], tuple[Any, ...]]) -> Callable[[object], int]:
    def __hash__(self: object) -> int:  # noqa: N807
        return hash(values(self))

    return __hash__


def _order(compare: Callable[[Any, Any], bool], values: Callable[[Any], tuple[Any, ...]]) -> Callable[[Any, Any], bool]:
    def ordered(self: object, other: object) -> bool:
        return compare(values(self), values(other)) if other.__class__ is self.__class__ else NotImplemented

    return ordered


def _refuse(_: object, name: str, *_values: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot change field {name!r}")


def _getstate(names: Sequence[str]) -> Callable[[object], list[Any]]:
    def __getstate__(self: object) -> list[Any]:  # noqa: N807
        return [getattr(self, name) for name in names]

    return __getstate__


def _setstate(names: Sequence[str]) -> Callable[[object, Sequence[Any]], None]:
    def __setstate__(self: object, state: Sequence[Any]) -> None:  # noqa: N807
        for name, value in zip(names, state, strict=True):
            object.__setattr__(self, name, value)

    return __setstate__
