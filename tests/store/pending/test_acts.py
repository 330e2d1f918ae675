"""Pending acts are written as they were meant, once, to their own desk, and only where nothing changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.domain import Attribution, Flag, MarkChange, QuoteKind, Span, Status
from desktop.store.errors import Changed, Refused
from desktop.store.pending import acts as pending
from desktop.store.pending import journal
from tests.store.desks import assert_sound, prepared
from tests.store.pending.examples import DISPUTED, VERIFIED, pending_act, quotes

if TYPE_CHECKING:
    from pathlib import Path


def test_every_kind_of_act_is_written_as_it_was_meant_and_only_once(desk: Desk) -> None:
    first, second, third, fourth = quotes(desk)
    desk.mark([fourth.id], VERIFIED, checker="Ada")
    acts = [
        pending_act(desk, pending.mark([first, second], DISPUTED)),
        pending_act(desk, pending.attribute([second], [(Attribution(person="Bo"), QuoteKind.MIXED)])),
        pending_act(desk, pending.resize(third, Span(third.span.start, third.span.end - 1))),
        pending_act(desk, pending.undo([desk.quote(fourth.id)], [fourth])),
        pending_act(desk, pending.draft(third, "half", "")),
    ]
    desk.write_pending(acts[0])
    assert [quote.status for quote in quotes(desk)[:2]] == [Status.DISPUTED] * 2
    with pytest.raises(Changed):  # the speaker was corrected when the quote was not disputed yet
        desk.write_pending(acts[1])
    for act in (acts[1], *acts[2:]):
        desk.write_pending(act, although_changed=True)
    now = quotes(desk)
    assert (now[0].reason, now[0].checker, now[1].attribution.person, now[1].kind) == ("denied", "Ada", "Bo", "mixed")
    assert now[2].text == third.text[:-1]
    assert (now[3].status, Flag.NOT_STARTED in now[3].flags) == (Status.UNVERIFIED, True)
    assert [draft.note for draft in desk.drafts()] == ["half"]
    head = desk.chains.mark_head()
    for act in acts:
        desk.write_pending(act)
    assert desk.chains.mark_head() == head
    assert_sound(desk)


def test_an_act_on_a_quote_that_changed_since_or_is_deleted_waits_for_an_answer(desk: Desk) -> None:
    quote = quotes(desk)[0]
    act = pending_act(desk, pending.mark([quote], VERIFIED))
    desk.mark([quote.id], DISPUTED, checker="Lee")
    with pytest.raises(Changed, match="was unverified when this was done; it was changed since and is disputed now"):
        desk.write_pending(act)
    desk.corrections.delete([quote.id])
    with pytest.raises(Changed, match="is deleted now"):
        desk.write_pending(act)
    assert desk.chains.mark_head().marks == 1


def test_nothing_is_written_to_another_desk_nor_unasked_to_an_older_copy_of_this_one(
    desk: Desk, tmp_path: Path
) -> None:
    quote = quotes(desk)[0]
    older = desk.backups.make(tmp_path / "older.desk")
    desk.mark([quotes(desk)[1].id], VERIFIED, checker="Ada")
    act = pending_act(desk, pending.mark([quote], VERIFIED))
    with Desk.open(older) as copy:
        with pytest.raises(Changed, match="older copy"):
            copy.write_pending(act)
        copy.write_pending(act, although_changed=True)
        assert copy.quote(quote.id).status == Status.VERIFIED
    with Desk.create(tmp_path / "other.desk") as other:
        other.add(prepared())
        with pytest.raises(Refused, match="another desk"):
            other.write_pending(act, although_changed=True)
        assert other.chains.mark_head().marks == 0


def test_a_locked_story_takes_nothing_that_waited(desk: Desk) -> None:
    act = pending_act(desk, pending.mark(quotes(desk)[:1], VERIFIED))
    desk.lock_story(desk.articles()[0].story_id, locked=True)
    with pytest.raises(Refused, match="locked"):
        desk.write_pending(act)


def test_acts_on_one_quote_follow_each_other_also_when_only_the_first_was_written_before_a_crash(
    desk: Desk, tmp_path: Path
) -> None:
    quote = quotes(desk)[0]
    waits = journal.PendingActs(tmp_path / "waiting", desk.uid, desk.path)
    first = waits.add(pending_act(desk, pending.mark([quote], DISPUTED)))
    second = waits.add(pending_act(desk, pending.mark([quote], MarkChange(note="denied on the phone"))))
    assert second.after == (first.id,)
    desk.write_pending(first)  # and then the program is killed
    for act in waits.acts:
        desk.write_pending(act)
    [now] = [one for one in quotes(desk) if one.id == quote.id]
    assert (now.status, now.note, now.marks) == (Status.DISPUTED, "denied on the phone", 2)
