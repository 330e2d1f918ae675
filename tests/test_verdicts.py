"""Where two checkers stand on one quote, and what a settlement takes over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.domain import Act, Flag, MarkChange, Status
from desktop.verdicts import settlement, stances
from tests.store.desks import Ticking, prepared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.domain import QuoteId

YES = MarkChange(status=Status.VERIFIED, basis="recording", evidence="tape 3", note="heard it")
NO = MarkChange(status=Status.DISPUTED, reason="truncated", note="she went on")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk on which Ada verified a quote that Grace disputed on a copy."""
    clock = Ticking()
    with Desk.create(tmp_path / "ada.desk", clock=clock) as desk:
        added = desk.add(prepared())
        first = desk.quotes(added.version_id)[0].id
        copy = tmp_path / "grace.desk"
        desk.blind_copy(copy)
        desk.mark([first], YES, checker="Ada")
        with Desk.open(copy, clock=clock) as other:
            other.mark([other.quotes(other.articles()[0].newest)[0].id], NO, checker="Grace")
        desk.merge(copy)
        yield desk


def contested(desk: Desk) -> QuoteId:
    [quote] = desk.disagreements()
    return quote.id


def test_each_checker_stands_where_the_last_own_mark_says(desk: Desk) -> None:
    ada, grace = stances(desk.history(contested(desk)))
    assert (ada.checker, ada.status, ada.why, ada.note, ada.evidence) == (
        "Ada", Status.VERIFIED, "recording", "heard it", "tape 3",
    )  # fmt: skip
    assert (grace.checker, grace.status, grace.why, grace.note) == (
        "Grace", Status.DISPUTED, "truncated", "she went on",
    )  # fmt: skip


def test_a_note_written_beside_the_other_ones_status_is_no_change_of_mind(desk: Desk) -> None:
    quote = contested(desk)
    desk.mark([quote], MarkChange(note="listened again"), checker="Ada")
    ada, _ = stances(desk.history(quote))
    assert (ada.status, ada.note) == (Status.VERIFIED, "listened again")


def test_a_settlement_takes_over_the_grounds_of_whoever_said_so(desk: Desk) -> None:
    quote = contested(desk)
    known = stances(desk.history(quote))
    assert settlement(known, Status.VERIFIED, "") == MarkChange(
        status=Status.VERIFIED, reason="", basis="recording", note="heard it", evidence="tape 3"
    )
    assert settlement(known, Status.DISPUTED, "cut short") == MarkChange(
        status=Status.DISPUTED, reason="truncated", basis="", note="cut short", evidence=""
    )
    assert settlement(known, Status.UNVERIFIED, "").reason == ""


def test_a_settlement_ends_the_disagreement_and_undo_brings_it_back(desk: Desk) -> None:
    quote = contested(desk)
    former = desk.quote(quote)
    [now] = desk.mark(
        [quote], settlement(stances(desk.history(quote)), Status.VERIFIED, "tape heard by both"), checker="Chief"
    )
    assert desk.history(quote)[0].act is Act.SETTLED
    assert Flag.CHECKERS_DISAGREE not in now.flags
    desk.unmark([former], checker="Chief")
    assert contested(desk) == quote
    assert [stance.checker for stance in stances(desk.history(quote))] == ["Ada", "Grace"]
