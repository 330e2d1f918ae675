"""The history of a quote tells every act on it, on its article and on its story."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton

from desktop.domain import QuoteKind, Span, Status
from desktop.store.records.quotes.people import PersonName
from desktop.ui.session.commands.articles import LockStory, NamePeople
from tests.ui.quotes.panel_driver import LEFT, click_row, find

if TYPE_CHECKING:
    from desktop.ui.quotes.panel import QuotePanel
    from desktop.ui.session.session import Session


def entries(panel: QuotePanel) -> list[str]:
    button = find(panel, QToolButton, "quote-history")
    if not button.isChecked():
        QTest.mouseClick(button, LEFT)
    return find(panel, QLabel, "quote-history-entries").text().split("\n\n")


def test_corrections_marks_lock_trash_and_people_stand_in_one_line_of_time(panel: QuotePanel, session: Session) -> None:
    assert session.desk is not None
    [story] = session.desk.stories()
    click_row(panel, 3)
    quote = panel.model.shown[3]
    attribution = quote.attribution
    session.attribute([quote], replace(attribution, person="Ned Price"), QuoteKind.MIXED)
    session.set_status([quote], Status.VERIFIED)
    session.resize_quote(quote, Span(quote.span.start, quote.span.end - 1))
    session.undo_stack.push(NamePeople(session, story, ["Ned Price"], PersonName("Edward Price")))
    session.undo_stack.push(LockStory(session, story, locked=True))
    session.undo_stack.undo()
    lines = entries(panel)
    assert [line.partition(" · by ")[0].partition(" by ")[0] for line in lines] == [
        "Story reopened",
        "Story locked",
        "Speaker: Ned Price → Edward Price",
        "Ends moved",
        "Verified",
        f"Speaker: {attribution.name} → Ned Price · Kind: whole sentence → part of a sentence",
    ]
    assert all("you" in line for line in lines)


def test_an_article_that_was_in_the_trash_says_so_at_its_quotes(panel: QuotePanel, session: Session) -> None:
    assert session.desk is not None
    assert session.pair.a is not None
    shown = session.pair.a.id
    session.delete_articles([session.desk.article(session.pair.a.info.article_id)])
    session.undo_stack.undo()
    session.pair.show(shown)
    click_row(panel, 0)
    assert [line.partition(" · ")[0] for line in entries(panel)] == [
        "Article brought back from the trash",
        "Article put in the trash",
    ]


def test_a_quote_made_by_hand_begins_with_who_made_it(panel: QuotePanel, session: Session) -> None:
    assert session.pair.a is not None
    session.add_quote(session.pair.a.id, Span(300, 320))
    added = next(quote for quote in panel.model.shown if quote.by_hand)
    session.pair.select_quote(added)
    assert find(panel, QLabel, "quote-history-newest").text().startswith("Added · by you")
