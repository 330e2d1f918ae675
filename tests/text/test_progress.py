"""A comparison tells how far it is, and stops when it is told to."""

from __future__ import annotations

import pytest

from desktop.text.diff import Cancelled, Reporter, compare

_A = "\n\n".join(f"Paragraph {n} says that the mayor {n % 7} spoke of {n} ships and left." for n in range(600))
_B = _A.replace("spoke of", "talked about").replace("ships", "boats")


def test_the_share_that_is_done_only_rises_and_comes_near_the_whole() -> None:
    reports: list[float] = []
    found = compare(_A, _B, cancelled=Reporter(lambda: False, reports.append))
    assert 0.6 < reports[-1] < 0.9
    assert found.alerts
    assert reports == sorted(set(reports))
    assert len(reports) > 10
    assert 0 < reports[0] < 0.2
    assert 0.9 < reports[-1] <= 1


def test_a_comparison_that_is_listened_to_is_the_same() -> None:
    assert compare(_A, _B, cancelled=Reporter(lambda: False, lambda _: None)) == compare(_A, _B)


def test_a_listener_can_still_cancel() -> None:
    reports: list[float] = []
    with pytest.raises(Cancelled):
        compare(_A, _B, cancelled=Reporter(lambda: len(reports) > 3, reports.append))
