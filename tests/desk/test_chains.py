"""The hash chains of an open desk: where they end, and that every record names the one before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.desk.open_desk import Desk
from desktop.domain import MarkChange, Status
from tests.store.desks import Ticking, prepared

if TYPE_CHECKING:
    from pathlib import Path


def test_every_mark_and_every_act_moves_the_end_of_its_chain(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "a.desk", clock=Ticking()) as desk:
        added = desk.add(prepared(), checker="Kim")
        entries = len(list(desk.chains.entries()))
        quotes = desk.quotes(added.version_id)
        before = desk.chains.mark_head()
        desk.mark([quote.id for quote in quotes[:2]], MarkChange(Status.VERIFIED), checker="Kim")
        after = desk.chains.mark_head()
        assert (before.chain, before.marks, after.marks) == (desk.uid, 0, 2)
        assert before.hash != after.hash
        desk.rename_story(desk.new_story("Harbour").id, "Harbour, again")
        assert len(list(desk.chains.entries())) == entries + 2
        assert desk.chains.mark_heads() == [after]


def test_each_record_of_a_chain_follows_the_one_before_it(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "a.desk", clock=Ticking()) as desk:
        added = desk.add(prepared(), checker="Kim")
        for quote in desk.quotes(added.version_id)[:3]:
            desk.mark([quote.id], MarkChange(Status.DISPUTED), checker="Kim")
        for head in desk.chains.heads():
            events = list(desk.chains.events(head))
            assert [event.number for event in events] == list(range(1, head.length + 1))
            assert [event.prev for event in events] == ["", *(event.hash for event in events[:-1])]
            assert all(desk.chains.holds(head.of, head.desk, event.number, event.hash) for event in events)
            assert not desk.chains.holds(head.of, head.desk, head.length + 1, "0" * 64)
