from __future__ import annotations

import pytest

from tests.faults.cores import on_both_cores, summed
from tests.faults.damaging import Damages


@pytest.mark.timeout(180)
def test_random_damage_never_gives_a_wrong_mark_nor_anything_but_a_sentence() -> None:
    tally = Damages(**summed(on_both_cores("damages", 100)))
    assert tally.wrong == []
    assert tally.crashed == []
    assert tally.files == 100 == tally.refused + tally.found + tally.harmless
    assert tally.refused + tally.found == tally.recovered + tally.nothing_left
    assert tally.nothing_left <= 20
    assert tally.marks >= tally.most_marks // 2
