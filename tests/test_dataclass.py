"""The program's dataclasses are like those of the standard library, which the tests make beside them."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, asdict, field, fields, replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

OPTIONS: tuple[dict[str, Any], ...] = (
    {"frozen": True, "slots": True},
    {"frozen": True, "slots": True, "order": True},
    {"frozen": True},
    {"slots": True},
    {"eq": False, "repr": False, "match_args": False},
    {},
)


class _Place:
    """A class with a field of each sort, to be made a dataclass in both ways."""

    row: int
    column: int = 3
    words: list[str] = field(default_factory=list)
    seen: int = field(default=0, compare=False, repr=False)

    @property
    def next(self) -> int:
        return self.column + 1


def _both(options: dict[str, Any]) -> tuple[Callable[..., Any], Callable[..., Any]]:
    def fresh() -> type:
        return type("_Place", (), dict(_Place.__dict__) | {"__qualname__": "_Place"})

    return dataclass(**options)(fresh()), dataclasses.dataclass(**options)(fresh())


@pytest.mark.parametrize("options", OPTIONS)
@given(row=st.integers(0, 2), column=st.integers(0, 2), seen=st.integers(0, 1), other=st.integers(0, 2))
def test_it_compares_prints_and_hashes_like_that_of_the_standard_library(
    options: dict[str, Any], row: int, column: int, seen: int, other: int
) -> None:
    told: list[list[object]] = []
    for made in _both(options):
        one, two = made(row, column, seen=seen), made(row=other, words=[])
        own: list[object] = [one == two, one == made(row, column), two != made(other), asdict(one), one.next]
        own += [[each.name for each in fields(one)], asdict(replace(one, row=5))]
        own += [repr(one)] if options.get("repr", True) else []
        if options.get("order"):
            own += [one < two, one <= two, one > two, one >= two]
        if options.get("frozen"):
            with pytest.raises(TypeError, match="unhashable type: 'list'"):
                hash(one)
        told.append(own)
    assert told[0] == told[1]


@dataclass(frozen=True, slots=True, order=True)
class _Pair:
    """Two numbers, the second doubled where it is asked for."""

    one: int
    two: int = 2

    def __post_init__(self) -> None:
        if self.two < 0:
            raise ValueError("negative")


@dataclass(frozen=True, slots=True)
class _Triple(_Pair):
    """One more."""

    three: int = 3


def test_what_is_frozen_stays_as_it_is() -> None:
    pair = _Pair(1)
    with pytest.raises(FrozenInstanceError, match="cannot change field 'two'"):
        pair.two = 5  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="cannot change field 'one'"):
        del pair.one
    assert (pair.one, pair.two) == (1, 2)
    assert {pair: "known"}[_Pair(1, 2)] == "known"


def test_it_goes_to_another_process_and_is_copied() -> None:
    triple = _Triple(1, three=9)
    assert pickle.loads(pickle.dumps(triple)) == copy.copy(triple) == triple
    assert not hasattr(triple, "__dict__")


def test_wrong_arguments_are_told_by_the_name_of_the_class() -> None:
    with pytest.raises(TypeError, match=r"_Pair\.__init__\(\) missing 1 required positional argument: 'one'"):
        _Pair()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword argument 'third'"):
        _Pair(1, third=3)  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="negative"):
        replace(_Pair(1), two=-1)


def test_one_of_another_class_is_never_equal() -> None:
    assert _Pair(1, 2) != _Triple(1, 2)
    assert _Pair(1, 2).__eq__((1, 2)) is NotImplemented
    with pytest.raises(TypeError, match="not supported between instances"):
        _ = _Pair(1) < (1, 2)  # type: ignore[operator]


def test_what_a_class_defines_itself_stays() -> None:
    @dataclass(frozen=True)
    class Named:
        """A name by which two are the same, whatever its capitals."""

        name: str

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Named) and other.name.lower() == self.name.lower()

        def __hash__(self) -> int:
            return hash(self.name.lower())

        def __repr__(self) -> str:
            return self.name

    assert Named("Ann") == Named("ANN")
    assert len({Named("Ann"), Named("ANN")}) == 1
    assert repr(Named("Ann")) == "Ann"
    match Named("Lee"):
        case Named(name):
            assert name == "Lee"
