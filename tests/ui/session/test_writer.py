"""Acts on the desk: what undo brings back, when it ends, and what is said where the disk does not do its part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.domain import MarkChange, Quote, Span, Status
from desktop.store.errors import Damaged, DiskFull, Refused, StoreError, Unconfirmed
from desktop.store.pending import acts
from tests.store.desks import prepared

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.ui.session.session import Session


def opened(session: Session) -> tuple[Desk, Quote]:
    """The desk of a session, and the first quote shown."""
    assert session.desk is not None
    assert session.pair.a is not None
    return session.desk, session.desk.quotes(session.pair.a.id)[0]


def test_undo_brings_back_what_was_there_not_what_was_shown(session: Session) -> None:
    desk, shown = opened(session)
    desk.mark([shown.id], MarkChange(Status.DISPUTED, note="by somebody else"), checker="Lee")
    session.mark([shown], MarkChange(Status.VERIFIED))
    session.undo_stack.undo()
    now = desk.quote(shown.id)
    assert (now.status, now.note) == (Status.DISPUTED, "by somebody else")


def test_undo_does_not_reach_into_a_former_desk(session: Session, tmp_path: Path) -> None:
    _, quote = opened(session)
    session.mark([quote], MarkChange(Status.VERIFIED))
    assert session.undo_stack.canUndo()
    other = Desk.create(tmp_path / "other.desk")
    other.add(prepared(title="Harbour"))
    session.open_desk(other)
    assert not session.undo_stack.canUndo()


def test_a_mark_in_a_locked_story_asks_for_no_name(session: Session) -> None:
    desk, quote = opened(session)
    assert session.pair.a is not None
    desk.lock_story(desk.article(session.pair.a.info.article_id).story_id, locked=True)
    session.set_checker("")
    asked: list[None] = []
    failed: list[str] = []
    session.checker_requested.connect(lambda: asked.append(None))
    session.failed.connect(failed.append)
    session.mark([quote], MarkChange(Status.VERIFIED))
    assert asked == []
    [sentence] = failed
    assert "is locked, so nothing was changed" in sentence


@pytest.mark.parametrize(
    ("error", "unsaved", "again"),
    [(Damaged("The page is gone."), 1, 0), (Unconfirmed("Nobody knows."), 1, 1), (Refused("It is locked."), 0, 0)],
)
def test_what_did_not_come_onto_the_disk_is_said_and_what_nobody_knows_is_read_again(
    session: Session, error: StoreError, unsaved: int, again: int
) -> None:
    lost: list[None] = []
    failed: list[str] = []
    read: list[object] = []
    session.unsaved.connect(lambda: lost.append(None))
    session.failed.connect(failed.append)
    session.quotes_changed.connect(read.append)

    def act(_: Desk) -> None:
        raise error

    assert not session.attempt(act)
    assert (len(lost), failed, len(read)) == (unsaved, [str(error)], again)


def test_other_ends_of_a_quote_are_taken_back(session: Session) -> None:
    desk, quote = opened(session)
    session.resize_quote(quote, Span(quote.span.start, quote.span.end - 3))
    assert len(desk.quote(quote.id).span) == len(quote.span) - 3
    session.undo_stack.undo()
    assert desk.quote(quote.id).span == quote.span


def test_typed_words_are_asked_for_before_another_pair_is_shown(session: Session) -> None:
    shown: list[object] = []
    former = session.pair.a
    session.on_flush(lambda: shown.append(session.pair.a))
    desk, _ = opened(session)
    session.pair.show(desk.articles()[-1].newest)
    assert session.pair.a != former
    assert shown[0] == former


def waiting(session: Session, quote: Quote) -> str:
    """Let an act on a quote wait for the disk."""
    assert session.pending is not None
    return session.pending.enqueue(acts.mark([quote], MarkChange(Status.DISPUTED)), "Lee")


def test_what_waits_is_written_before_another_act(session: Session) -> None:
    desk, quote = opened(session)
    other = desk.quotes(quote.version_id)[1]
    waiting(session, quote)
    session.mark([other], MarkChange(Status.VERIFIED))
    [first], [second] = desk.history(quote.id), desk.history(other.id)
    assert (first.checker, first.number + 1) == ("Lee", second.number)


def test_what_an_earlier_run_left_is_not_written_with_another_act(session: Session) -> None:
    desk, quote = opened(session)
    waiting(session, quote)
    pending = session.pending
    assert pending is not None
    pending.set_desk(desk)  # as the next run finds it
    session.mark([desk.quotes(quote.version_id)[1]], MarkChange(Status.VERIFIED))
    assert desk.history(quote.id) == []
    assert len(pending.acts) == 1
    pending.try_again()
    assert [mark.checker for mark in desk.history(quote.id)] == ["Lee"]


def test_after_a_full_disk_the_file_is_not_opened_again(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, quote = opened(session)
    waiting(session, quote)
    pending = session.pending
    assert pending is not None

    def full(*_: object, **__: object) -> None:
        raise DiskFull("There is no room.")

    reopened: list[None] = []
    monkeypatch.setattr(desk, "write_pending", full)
    monkeypatch.setattr(desk, "reopen", lambda: reopened.append(None))
    pending.try_again()
    assert (pending.why, reopened, len(pending.acts)) == ("There is no room.", [], 1)
