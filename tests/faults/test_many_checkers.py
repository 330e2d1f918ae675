"""A short version of `python -m tests.faults merges`."""

from __future__ import annotations

from tests.faults.many_checkers import merge_in_all_orders


def test_three_and_four_desks_come_to_the_same_content_in_every_order() -> None:
    assert merge_in_all_orders(4, 16).different == []
