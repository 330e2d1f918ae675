from __future__ import annotations

import pytest

from tests.faults.cores import on_both_cores, summed


@pytest.mark.timeout(180)
def test_random_acts_of_two_checkers_give_the_same_in_either_order_and_nothing_is_lost() -> None:
    assert summed(on_both_cores("merges", 60))["runs"] >= 60
