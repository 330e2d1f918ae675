from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.powercut import cut_power_often
from tests.faults.traced import hindrance
from tests.store.desks import quick_folder

_HINDRANCE = hindrance()
# The one part of the suite that may be left out, and says so: the system has to let a process be watched.
pytestmark = pytest.mark.skipif(bool(_HINDRANCE), reason=f"POWER CUTS ARE NOT TESTED HERE: {_HINDRANCE}")


def test_nothing_acknowledged_is_lost_when_the_power_goes_off() -> None:
    with quick_folder() as folder:
        tally = cut_power_often(Path(folder), 80, 30)
    assert tally.lost == []
    assert tally.broken == []
    assert (tally.images, tally.acts) == (80, 30)


@pytest.mark.parametrize("how", ["off", "wal"])
def test_a_control_that_does_not_wait_for_the_disk_loses(how: str) -> None:
    with quick_folder() as folder:
        tally = cut_power_often(Path(folder), 25, 25, how)
    assert len(tally.lost) + len(tally.broken) > 5
