"""A quote that was checked in another story is found again, with what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.desk.stories.earlier_quotes import read_candidates
from desktop.domain import MarkChange, Status
from desktop.ui.quotes.related.wording_list import WordingRow
from tests.store.desks import prepared
from tests.ui.quotes.panel_driver import LEFT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.domain import Quote
    from desktop.ui.quotes.panel import QuotePanel
    from desktop.ui.session.session import Session

EARLIER = "The harbour dredging contract was never offered to any foreign company, and that will not change"
LATER = "The harbour dredging contract was never offered to a foreign company, and this will not change"


def add_story(session: Session, title: str, words: str, speaker: str = "Ada Brink") -> Quote:
    """Add a story of one article with one quote, and return that quote."""
    assert session.desk is not None
    story = session.desk.new_story(title)
    text = f"{title}\n\nThe council met on Tuesday.\n\n“{words},” {speaker} said after the meeting.\n"
    added = session.desk.add(prepared(text), story=story.id)
    return session.desk.quotes(added.version_id)[0]


def rows_of(panel: QuotePanel) -> list[WordingRow]:
    QApplication.processEvents()
    return [row for row in panel.card.earlier.findChildren(WordingRow, "quote-earlier") if row.isVisible()]


def test_an_earlier_statement_is_shown_with_its_status_and_a_click_goes_there(
    qtbot: QtBot, panel: QuotePanel, session: Session
) -> None:
    old = add_story(session, "Harbour contract in doubt", EARLIER)
    session.mark([old], MarkChange(status=Status.VERIFIED, note="heard it"))
    new = add_story(session, "Council speaks again", LATER)
    with qtbot.waitSignal(panel.related.search.found):
        session.pair.show_quote(new)
    [row] = rows_of(panel)
    assert row.wording.quote.id == old.id
    assert "verified by Ada on" in row.wording.why
    assert (
        "Seen before" in panel.card.earlier.findChildren(type(panel.card.attribution), "quote-earlier-title")[0].text()
    )
    assert {piece.text for piece in row.wording.pieces if piece.change == "new"} >= {"any"}
    QTest.mouseClick(row, LEFT)
    assert session.pair.selected is not None
    assert session.pair.selected.id == new.id  # what is checked stays
    assert session.pair.b is not None
    assert session.pair.b.id == old.version_id
    assert session.pair.beside is not None
    assert session.pair.beside.id == old.id


def test_what_came_later_and_what_is_of_the_same_story_was_not_seen_before(session: Session) -> None:
    assert session.desk is not None
    old = add_story(session, "Harbour contract in doubt", EARLIER)
    new = add_story(session, "Council speaks again", LATER)
    assert read_candidates(session.desk, old).rated() == []
    assert [each.quote.id for each in read_candidates(session.desk, new).rated()] == [old.id]
    story = session.desk.article(session.desk.version(old.version_id).info.article_id).story_id
    session.desk.move_article(session.desk.version(new.version_id).info.article_id, story)
    assert read_candidates(session.desk, new).rated() == []


def test_choosing_another_quote_takes_the_section_away(qtbot: QtBot, panel: QuotePanel, session: Session) -> None:
    assert session.pair.a is not None
    first = session.pair.a.id
    add_story(session, "Harbour contract in doubt", EARLIER)
    new = add_story(session, "Council speaks again", LATER, "a spokeswoman")
    with qtbot.waitSignal(panel.related.search.found):
        session.pair.show_quote(new)
    [row] = rows_of(panel)
    assert row.wording.why.startswith("not checked.")
    session.pair.show(first)
    panel.focus_list()
    assert rows_of(panel) == []
