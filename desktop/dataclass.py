"""Dataclasses whose methods are made when they are first needed: a program starts with hundreds of them, and uses few.

`dataclass` is used like that of the standard library, from which fields and slots come, and `field`, `fields` and
`replace` as well. That one writes the source of seven methods for every class and compiles it, which takes more time
than all else of an import; here each is compiled when it is first called.
"""

from __future__ import annotations

import dataclasses
from dataclasses import MISSING, Field, FrozenInstanceError
from functools import partial
from types import MemberDescriptorType
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["dataclass"]

C = TypeVar("C", bound=type[Any])
_FACTORY = object()  # stands for a value that a factory is to make
_ORDER = (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">="))


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
        methods: dict[str, Any] = {"__init__": _first(bare, "__init__", partial(_init, bare, own, frozen=frozen))}
        if repr:
            methods["__repr__"] = _repr([each.name for each in own if each.repr])
        if eq:
            compared = [each.name for each in own if each.compare]
            methods["__eq__"] = _first(bare, "__eq__", partial(_comparison, "__eq__", "==", compared))
            methods["__hash__"] = _first(bare, "__hash__", partial(_hash, compared)) if frozen else None
            for name, sign in _ORDER if order else ():
                methods[name] = _first(bare, name, partial(_comparison, name, sign, compared))
        if frozen:
            methods |= {"__setattr__": _refuse, "__delattr__": _refuse}
            if slots:  # by which pickle would else set what is frozen
                names = [each.name for each in own]
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


def _first(cls: type[Any], name: str, make: Callable[[], Callable[..., Any]]) -> Callable[..., Any]:
    """Return the method that makes the real one, and is it the first time."""

    def method(self: object, *args: object, **values: object) -> object:
        made = make()
        made.__qualname__ = f"{cls.__qualname__}.{name}"
        setattr(cls, name, made)
        return made(self, *args, **values)

    return method


def _compiled(name: str, parameters: Sequence[str], lines: Sequence[str], known: dict[str, Any]) -> Callable[..., Any]:
    exec(f"def {name}({', '.join(parameters)}):\n " + "\n ".join(lines or ["pass"]), known)  # noqa: S102 - as dataclasses do
    made: Callable[..., Any] = known[name]
    return made


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
    return _compiled("__init__", parameters, lines, known)


def _assignment(cls: type[Any], name: str, value: str, known: dict[str, Any]) -> str:
    """Return the line that sets a field of a frozen class: by its slot, which is the quickest way."""
    slot = getattr(cls, name, None)
    if not isinstance(slot, MemberDescriptorType):
        return f"_set(self, {name!r}, {value})"
    known[f"_set_{name}"] = slot.__set__
    return f"_set_{name}(self, {value})"


def _comparison(name: str, sign: str, fields: Sequence[str]) -> Callable[..., Any]:
    mine, theirs = _tuple("self", fields), _tuple("other", fields)
    line = f"return {mine} {sign} {theirs} if other.__class__ is self.__class__ else NotImplemented"
    return _compiled(name, ["self", "other"], [line], {})


def _hash(fields: Sequence[str]) -> Callable[..., Any]:
    return _compiled("__hash__", ["self"], [f"return hash({_tuple('self', fields)})"], {})


def _tuple(of: str, fields: Sequence[str]) -> str:
    return f"({''.join([f'{of}.{name}, ' for name in fields])})"


def _repr(names: Sequence[str]) -> Callable[[object], str]:
    def __repr__(self: object) -> str:  # noqa: N807
        values = ", ".join([f"{name}={getattr(self, name)!r}" for name in names])
        return f"{type(self).__qualname__}({values})"

    return __repr__


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
