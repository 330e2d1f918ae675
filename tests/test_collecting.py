"""The collector waits while much is made, and is back afterwards."""

from __future__ import annotations

import gc

import pytest

from desktop.collecting import undisturbed


def test_the_collector_waits_and_comes_back() -> None:
    with undisturbed():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_comes_back_after_an_error() -> None:
    with pytest.raises(ValueError, match="broken off"), undisturbed():
        raise ValueError("broken off")
    assert gc.isenabled()


def test_inside_another_block_it_stays_away_until_the_outer_one_ends() -> None:
    with undisturbed():
        with undisturbed():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
