"""Acts on the desk: what undo brings back, when it ends, and what is said where the disk does not do its part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.domain import MarkChange, Quote, Status
from desktop.store.errors import Damaged, Refused, StoreError, Unconfirmed
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
