"""Reasons and bases of a desk are a short list that survives a restart and comes together in a merge, in any order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.desk.open_desk import Desk
from desktop.desk.reasons import BASES, OwnReasons, own_reasons, set_own_reasons
from desktop.domain import Reason

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_odd_is_tidied_and_what_is_damaged_is_nothing(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "a.desk") as desk:
        assert own_reasons(desk) == OwnReasons()
        set_own_reasons(desk, OwnReasons((" a  b ", "", "a b", str(Reason.MERGED), "c"), ("<b>tape</b>",)))
    with Desk.open(tmp_path / "a.desk", read_only=True) as desk:
        assert own_reasons(desk) == OwnReasons(("a b", "c"), ("<b>tape</b>",))
    with Desk.open(tmp_path / "a.desk") as desk:
        for damaged in ("[", '"a"', "[1]", "{}"):
            desk.remember(BASES, damaged)
            assert own_reasons(desk).bases == ()


def test_two_desks_offer_the_reasons_of_both(tmp_path: Path) -> None:
    for name in "ab":
        with Desk.create(tmp_path / f"{name}.desk") as desk:
            set_own_reasons(desk, OwnReasons((f"of {name}", "of both")))
    for first, second in ("ab", "ba"):
        with Desk.create(tmp_path / f"{first}{second}.desk") as desk:
            desk.merge(tmp_path / f"{first}.desk")
            desk.merge(tmp_path / f"{second}.desk")
            assert own_reasons(desk) == OwnReasons(("of a", "of b", "of both"))
