"""Quotes of long texts are read in parts, and nothing that was changed meanwhile is overlooked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain import MarkChange, Status
from tests.store.desks import prepared

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.domain import Version, VersionId
    from desktop.ui.session.session import Session


@pytest.fixture
def long(session: Session) -> Version:
    """A text with more quotes than are read at once."""
    assert session.desk is not None
    text = "\n\n".join(f"“We need {each} days,” said Ann Lee." for each in range(900))
    return session.desk.version(session.desk.add(prepared(f"Long\n\n{text}\n")).version_id)


def _arrivals(session: Session) -> list[VersionId]:
    arrived: list[VersionId] = []
    session.pair.quote_reader.arrived.connect(arrived.append)
    return arrived


def test_a_short_text_is_read_at_once(session: Session) -> None:
    assert session.desk is not None
    assert session.pair.a is not None
    assert session.pair.quote_reader.quotes(session.pair.a) == session.desk.quotes(session.pair.a.id)


def test_a_long_text_arrives_later_with_all_its_quotes(qtbot: QtBot, session: Session, long: Version) -> None:
    assert session.desk is not None
    arrived = _arrivals(session)
    assert session.pair.quote_reader.quotes(long) is None
    assert arrived == []
    qtbot.waitUntil(lambda: bool(arrived))
    assert arrived == [long.id]
    assert len(session.desk.quotes(long.id)) == 900


def test_a_mark_amid_the_reading_is_not_overlooked(qtbot: QtBot, session: Session, long: Version) -> None:
    desk = session.desk
    assert desk is not None
    arrived = _arrivals(session)
    first = desk.quotes(long.id)[0]
    desk.mark([first.id], MarkChange(Status.DISPUTED), checker="Kim")
    assert session.pair.quote_reader.quotes(long) is None
    assert desk.read_quotes_ahead(long.id), "all of it was read at once"
    desk.mark([first.id], MarkChange(Status.VERIFIED), checker="Ada")
    qtbot.waitUntil(lambda: bool(arrived))
    assert desk.quotes(long.id)[0].status is Status.VERIFIED


def test_who_cannot_wait_has_them_at_once(session: Session, long: Version) -> None:
    arrived = _arrivals(session)
    assert session.pair.quote_reader.quotes(long) is None
    session.pair.quote_reader.finish(long.id)
    assert arrived == [long.id]


def test_nothing_arrives_of_a_desk_that_was_closed(qtbot: QtBot, session: Session, long: Version) -> None:
    arrived = _arrivals(session)
    assert session.pair.quote_reader.quotes(long) is None
    session.close_desk()
    qtbot.wait(1)
    session.pair.quote_reader.finish(long.id)
    assert arrived == []
