"""The collector waits while much is made, and is back afterwards."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from desktop.gc_pause import gc_paused, gc_resumed

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def frozen_again() -> Iterator[None]:
    yield
    gc.freeze()


def test_the_collector_waits_and_comes_back() -> None:
    with gc_paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_comes_back_after_an_error() -> None:
    with pytest.raises(ValueError, match="broken off"), gc_paused():
        raise ValueError("broken off")
    assert gc.isenabled()


def test_inside_another_block_it_stays_away_until_the_outer_one_ends() -> None:
    with gc_paused():
        with gc_paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_a_block_made_in_numbers_is_not_looked_through_until_one_asks_for_it() -> None:
    gc_resumed()
    with gc_paused():
        lists: list[list[int]] = [[] for _ in range(60_000)]
    assert gc.get_freeze_count() >= len(lists)
    gc_resumed()
    assert gc.get_freeze_count() == 0


def test_a_block_that_makes_little_leaves_everything_to_the_collector() -> None:
    gc_resumed()
    gc.collect()
    with gc_paused():
        assert [[] for _ in range(100)]
    assert gc.get_freeze_count() == 0
