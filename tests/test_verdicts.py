"""The last word of each checker on a quote, and what a settlement takes over."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.domain import Act, Flag, MarkChange, Status
from desktop.verdicts import settlement, verdicts
from tests.log.examples import NOON, mark
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
    ada, grace = verdicts(desk.history(contested(desk)))
    assert (ada.checker, ada.status, ada.why, ada.note, ada.evidence) == (
        "Ada", Status.VERIFIED, "recording", "heard it", "tape 3",
    )  # fmt: skip
    assert (grace.checker, grace.status, grace.why, grace.note) == (
        "Grace", Status.DISPUTED, "truncated", "she went on",
    )  # fmt: skip


def test_a_note_written_beside_the_other_ones_status_is_no_change_of_mind(desk: Desk) -> None:
    quote = contested(desk)
    desk.mark([quote], MarkChange(note="listened again"), checker="Ada")
    ada, _ = verdicts(desk.history(quote))
    assert (ada.status, ada.note) == (Status.VERIFIED, "listened again")


def test_a_settlement_takes_over_the_grounds_of_whoever_said_so(desk: Desk) -> None:
    quote = contested(desk)
    known = verdicts(desk.history(quote))
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
        [quote], settlement(verdicts(desk.history(quote)), Status.VERIFIED, "tape heard by both"), checker="Chief"
    )
    assert desk.history(quote)[0].act is Act.SETTLED
    assert Flag.CHECKERS_DISAGREE not in now.flags
    desk.unmark([former], checker="Chief")
    assert contested(desk) == quote
    assert [verdict.checker for verdict in verdicts(desk.history(quote))] == ["Ada", "Grace"]


def test_a_note_or_an_undone_mark_is_no_verdict() -> None:
    noted = [mark(2, 1, Status.VERIFIED, "Bo", act=Act.NOTE), mark(1, 1, Status.VERIFIED, "Ada")]
    undone = [mark(2, 1, Status.UNVERIFIED, "Bo", act=Act.UNDO), mark(1, 1, Status.DISPUTED, "Bo")]
    assert [verdict.checker for verdict in verdicts(noted)] == ["Ada"]
    assert verdicts(undone) == []


def test_undo_brings_the_former_verdict_of_the_same_checker_back() -> None:
    [ada] = verdicts(
        [
            mark(3, 1, Status.VERIFIED, "Ada", act=Act.UNDO),
            mark(2, 1, Status.DISPUTED, "Ada"),
            mark(1, 1, Status.VERIFIED, "Ada"),
        ]
    )
    assert (ada.status, ada.at) == (Status.VERIFIED, NOON + timedelta(minutes=1))


def test_an_undo_under_another_name_takes_back_what_was_done_before_it_on_the_same_desk() -> None:
    undone = [mark(2, 1, Status.UNVERIFIED, "Bo", act=Act.UNDO), mark(1, 1, Status.DISPUTED, "Ada")]
    assert verdicts(undone) == []


def test_an_undo_on_one_desk_leaves_what_was_marked_on_another() -> None:
    history = [
        mark(4, 1, Status.UNVERIFIED, "Ada", act=Act.UNDO),
        mark(3, 1, Status.DISPUTED, "Ada", chain="desk-1"),
        mark(2, 1, Status.VERIFIED, "Bo"),
    ]
    assert [(verdict.checker, verdict.status) for verdict in verdicts(history)] == [("Ada", Status.DISPUTED)]


def test_a_verdict_carried_over_is_still_that_of_its_checker() -> None:
    carried = [mark(1, 1, Status.VERIFIED, "Ada", act=Act.CARRIED)]
    assert [verdict.checker for verdict in verdicts(carried)] == ["Ada"]
    assert verdicts(carried, acts={Act.MARK}) == []
