from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults import ack_writer
from tests.faults.cores import on_both_cores, summed
from tests.faults.killing import Tally, kill_often
from tests.store.desks import quick_folder


@pytest.mark.timeout(180)
def test_nothing_acknowledged_is_lost_when_the_program_is_killed() -> None:
    tally = Tally(**summed(on_both_cores("kills", 60)))
    assert tally.lost == []
    assert tally.broken == []
    assert tally.kills == 60
    assert tally.acknowledged >= 600


def test_the_control_that_does_not_commit_loses() -> None:
    with quick_folder() as folder:
        tally = kill_often(Path(folder), 2, ack_writer.work_in_one_long_transaction)
    assert len(tally.lost) >= tally.acknowledged > 0
    assert tally.broken == []
