"""A window for dialogs to stand over, and a desk on which two checkers disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from desktop.desk.open_desk import Desk
from desktop.domain import MarkChange, Status

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.session.session import Session

YES = MarkChange(status=Status.VERIFIED, basis="recording", evidence="tape 3")
NO = MarkChange(status=Status.DISPUTED, reason="truncated", note="the tape goes on")


@pytest.fixture
def host(qtbot: QtBot, session: Session) -> QWidget:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1200, 800)
    with qtbot.waitExposed(host):
        host.show()
    return host


@pytest.fixture
def contested(session: Session, tmp_path: Path) -> Session:
    """Ada verified four quotes of A; Grace disputes the first three of them and agrees on the fourth."""
    assert session.desk is not None
    assert session.pair.a is not None
    copy = tmp_path / "grace.desk"
    session.desk.blind_copy(copy)
    quotes = session.desk.quotes(session.pair.a.id)[:4]
    uids = [quote.uid for quote in quotes]
    session.mark(quotes, YES)
    with Desk.open(copy) as other:
        theirs = {quote.uid: quote.id for story in other.stories() for quote in other.story_quotes(story.id)}
        other.mark([theirs[uid] for uid in uids[:3]], NO, checker="Grace")
        other.mark([theirs[uids[3]]], YES, checker="Grace")
    session.desk.merge(copy)
    session.undo_stack.clear()
    session.announce(())
    return session
