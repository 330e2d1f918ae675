"""A short version of `python -m tests.faults newsroom`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.faults.exchanges import exchange_on

if TYPE_CHECKING:
    from tests.sharing_server import Server


def test_random_acts_exchanges_and_cuts_come_to_equal_desks(postgres: Server) -> None:
    tally = exchange_on(postgres, 4, 18)
    assert tally.different == []
    assert tally.marks > 10
    assert tally.cuts > 2
    assert (tally.lost, tally.twice) == (0, 0)
