"""Who works on what: the newest word about each counts, on this desk and after a merge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.desk.open_desk import Desk
from tests.store.desks import Ticking, assert_sound, prepared

if TYPE_CHECKING:
    from pathlib import Path


def test_what_somebody_takes_is_theirs_until_another_takes_it_or_it_is_released(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "a.desk", clock=Ticking()) as desk:
        first, second, *_ = (quote.uid for quote in desk.quotes(desk.add(prepared()).version_id))
        desk.taking.take([first, second], checker="Ada")
        assert {uid: found.checker for uid, found in desk.taking.taken().items()} == {first: "Ada", second: "Ada"}
        desk.taking.take([first], checker="Bo")
        desk.taking.release([second], checker="Ada")
        taken = desk.taking.taken()
        assert [(found.subject, found.checker, found.desk) for found in taken.values()] == [(first, "Bo", desk.uid)]
        assert desk.taking.taken([second]) == {}
        assert desk.taking.taken([first]) == taken
        assert_sound(desk)


def test_what_was_taken_on_another_desk_is_known_after_a_merge(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "a.desk", clock=Ticking()) as desk:
        [uid, *_] = [quote.uid for quote in desk.quotes(desk.add(prepared()).version_id)]
        desk.blind_copy(tmp_path / "b.desk")
        with Desk.open(tmp_path / "b.desk", clock=Ticking(desk.now())) as other:
            other.taking.take([uid], checker="Grace")
        desk.merge(tmp_path / "b.desk")
        assert desk.taking.taken()[uid].checker == "Grace"
