"""What a mark reads and writes, and what it returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.domain import Flag, MarkChange, Status
from desktop.store.errors import Missing
from tests.store.desks import TEXT, Ticking, backed_up_today, prepared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.domain import Quote


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.create(tmp_path / "one.desk", clock=Ticking()) as desk:
        desk.add(prepared(title="Harbour"))
        yield backed_up_today(desk)


def quotes(desk: Desk) -> list[Quote]:
    return desk.quotes(desk.articles()[0].newest)


def test_a_mark_reads_its_quote_lock_and_chain_once_and_writes_four_rows(desk: Desk) -> None:
    first, second, *_ = quotes(desk)
    desk.mark([first.id], MarkChange(Status.VERIFIED), checker="Ada")
    statements: list[str] = []
    desk._db._db.set_trace_callback(statements.append)
    desk.mark([second.id], MarkChange(Status.VERIFIED), checker="Ada")
    desk._db._db.set_trace_callback(None)
    assert [" ".join(statement.split()[:2]) for statement in statements] == [
        "BEGIN IMMEDIATE", "SELECT s.locked,", "INSERT INTO", "INSERT INTO", "UPDATE version", "UPDATE chain", "COMMIT",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        MarkChange(Status.VERIFIED),
        MarkChange(Status.VERIFIED, basis="recording"),
        MarkChange(Status.DISPUTED, reason="truncated", note="cut", evidence="tape"),
        MarkChange(Status.UNVERIFIED),
        MarkChange(note="asked"),
    ],
)
def test_what_a_mark_returns_is_what_the_desk_holds(desk: Desk, change: MarkChange) -> None:
    ids = [quote.id for quote in quotes(desk)]
    for _ in range(2):
        assert desk.mark(ids, change, checker="Ada") == [desk.quote(id_) for id_ in ids]


def test_an_earlier_version_and_a_quote_whose_ends_moved_are_compared_again(desk: Desk) -> None:
    first, second, *_ = quotes(desk)
    article = desk.articles()[0]
    desk.corrections.resize(second.id, type(second.span)(second.span.start, second.span.end - 2))
    desk.add(prepared(TEXT.replace("closed for nine months", "shut")), article=article.id)
    for quote in (first, second):
        for change in (MarkChange(Status.VERIFIED), MarkChange(note="asked")):
            assert desk.mark([quote.id], change, checker="Ada") == [desk.quote(quote.id)]
    assert Flag.ANCHOR_LOST in desk.quote(first.id).flags


def test_marking_gives_the_former_quote_that_an_undo_restores(desk: Desk) -> None:
    quote = quotes(desk)[0]
    desk.mark([quote.id], MarkChange(Status.DISPUTED, note="cut"), checker="Ada")
    [(former, now)] = desk.mark_from([quote.id], MarkChange(Status.VERIFIED, note="whole"), checker="Bo")
    assert (former.status, former.note, now.status, now.note) == (Status.DISPUTED, "cut", Status.VERIFIED, "whole")
    [back] = desk.unmark([former], checker="Bo")
    assert (back.status, back.note) == (Status.DISPUTED, "cut")


@pytest.mark.parametrize(
    "change",
    [
        MarkChange(Status.VERIFIED, basis="recording", note="minute 3", evidence="tape"),
        MarkChange(Status.DISPUTED, reason="truncated", note="cut", evidence="page 2"),
        MarkChange(Status.UNVERIFIED, note="called twice"),
    ],
)
def test_an_undo_says_again_all_that_was_said_before(desk: Desk, change: MarkChange) -> None:
    quote = quotes(desk)[0]
    [marked] = desk.mark([quote.id], change, checker="Ada")
    other = MarkChange(Status.VERIFIED, reason="r", basis="b", note="n", evidence="e")
    [(former, _)] = desk.mark_from([quote.id], other, checker="Bo")
    [back] = desk.unmark([former], checker="Bo")
    for name in ("status", "reason", "basis", "note", "evidence", "flags"):
        assert getattr(back, name) == getattr(marked, name), name


@pytest.mark.parametrize("status", list(Status))
def test_why_a_status_was_given_stays_with_it_and_goes_with_it(desk: Desk, status: Status) -> None:
    quote = quotes(desk)[0]
    desk.mark([quote.id], MarkChange(Status.DISPUTED, reason="denied", basis="a call"), checker="Ada")
    [now] = desk.mark([quote.id], MarkChange(status), checker="Bo")
    is_kept = status is Status.DISPUTED
    assert (now.reason, now.basis) == (("denied", "a call") if is_kept else ("", ""))


def test_a_quote_that_is_not_there_is_missing_and_nothing_is_marked(desk: Desk) -> None:
    quote = quotes(desk)[0]
    with pytest.raises(Missing):
        desk.mark([quote.id, type(quote.id)(999)], MarkChange(Status.VERIFIED), checker="Ada")
    assert desk.chains.mark_head().marks == 0
