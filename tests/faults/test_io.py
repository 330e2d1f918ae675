from __future__ import annotations

import pytest

from tests.faults.io_sweep import hindrance, sweep_in_a_process

_HINDRANCE = hindrance()
# As with the power cuts: where nothing can be made to fail, this says so.
pytestmark = pytest.mark.skipif(bool(_HINDRANCE), reason=f"FAILING WRITES ARE NOT TESTED HERE: {_HINDRANCE}")


@pytest.mark.parametrize(("act", "least"), [("mark", 30), ("import", 50), ("edit", 25), ("draft", 10), ("export", 10)])
def test_whichever_write_sync_or_removal_fails_nothing_is_lost_or_wrong(act: str, least: int) -> None:
    tally = sweep_in_a_process(act, all_=False)
    assert tally.wrong == []
    assert tally.speechless == []
    assert tally.no_retry == []
    assert tally.failures >= least
