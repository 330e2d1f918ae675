"""What a desk remembers: one value a key, in this desk alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.desk.open_desk import Desk

if TYPE_CHECKING:
    from pathlib import Path


def test_a_value_is_there_after_the_desk_was_closed_and_the_last_one_counts(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "a.desk") as desk:
        assert desk.remembered("colour") == ""
        desk.remember("colour", "grey")
        desk.remember("colour", "blue “and” more")
        desk.remember("other", "x")
    with Desk.open(tmp_path / "a.desk") as desk:
        assert (desk.remembered("colour"), desk.remembered("other")) == ("blue “and” more", "x")
