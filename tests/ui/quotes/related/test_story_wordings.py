"""The open card shows how other versions print the quote, and cards say what is odd about theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolButton

from desktop.desk.open_desk import Desk
from desktop.desk.stories.decisions import primary
from desktop.desk.stories.story_quotes import read_story_quotes
from desktop.text.statements import difference
from desktop.ui.quotes.filter import Selection
from desktop.ui.quotes.related.story_wordings import pieces
from desktop.ui.quotes.related.wording_list import Base, Piece, WordingRow
from desktop.ui.session.commands.comparison import DecideOrigin
from tests.ui.quotes.panel_driver import LEFT, click_row, find

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.quotes.panel import QuotePanel
    from desktop.ui.session.session import Session


def row_with(panel: QuotePanel, words: str) -> int:
    return next(row for row, quote in enumerate(panel.model.shown) if words in quote.text)


def test_another_wording_is_shown_with_the_differing_words(panel: QuotePanel, session: Session) -> None:
    click_row(panel, row_with(panel, "is buying millions"))
    rows = [row for row in panel.card.findChildren(WordingRow) if row.isVisible()]
    assert rows
    gone = {piece.text for row in rows for piece in row.wording.pieces if piece.change == "gone"}
    assert any("South Korea" in words for words in gone)
    assert "altered fact" in panel.model.labels_of(panel.list.selected_quotes()[0])
    assert "North Korea" in find(panel, QLabel, "quote-alerts").text()
    QTest.mouseClick(rows[0], LEFT)
    assert session.pair.beside == rows[0].wording.quote


def test_a_quote_nobody_else_prints_has_no_such_section(panel: QuotePanel, session: Session) -> None:
    assert session.desk is not None
    quotes = session.desk.story_quotes(session.desk.stories()[0].id)
    alone = next(quote for quote in quotes if not panel.story.wordings(quote))
    session.pair.show_quote(alone)
    assert panel.card.isVisible()
    assert not panel.card.wordings.isVisible()


def test_a_corrected_speaker_is_compared_anew(qtbot: QtBot, panel: QuotePanel, session: Session) -> None:
    quote = panel.model.shown[4]
    with qtbot.waitSignal(panel.story.grouped):
        session.attribute([quote], quote.attribution.__class__(person="Somebody Else"))
    assert panel.model.shown[4].attribution.person == "Somebody Else"


def test_pieces_of_a_wording_say_both_wordings() -> None:
    mine, other = "shells from South Korea to use", "shells from North Korea for use"
    result = pieces(mine, other, difference(mine, other))
    assert Piece("South", "gone") in result or any("South" in piece.text for piece in result if piece.change == "gone")
    assert "".join(piece.text for piece in result if piece.change != "gone").split() == other.split()


WORDS = st.lists(st.sampled_from(["we", "will", "never", "sell", "arms", "to", "anyone", "😀", "Zoë’s"]), min_size=1)


@settings(max_examples=60)
@given(WORDS, WORDS)
def test_no_word_of_the_other_wording_is_lost_or_doubled(mine: list[str], other: list[str]) -> None:
    a, b = " ".join(mine), " ".join(other)
    result = pieces(a, b, difference(a, b))
    assert "".join(piece.text for piece in result if piece.change != "gone").split() == other


def rows_shown(panel: QuotePanel) -> list[WordingRow]:
    QApplication.processEvents()  # a layout shows what was put into it a moment later
    return [row for row in panel.card.findChildren(WordingRow) if row.isVisible()]


def visible_buttons(panel: QuotePanel, name: str) -> list[QToolButton]:
    QApplication.processEvents()
    return [button for button in panel.card.findChildren(QToolButton, name) if button.isVisible()]


def test_not_the_same_is_remembered_and_can_be_taken_back(
    qtbot: QtBot, panel: QuotePanel, session: Session, desk_path: Path
) -> None:
    click_row(panel, row_with(panel, "is buying millions"))
    other = rows_shown(panel)[0].wording.quote
    with qtbot.waitSignal(panel.story.grouped):
        QTest.mouseClick(visible_buttons(panel, "wording-not-same")[0], LEFT)
    wordings = {row.wording.quote.id: row.wording for row in rows_shown(panel)}
    assert wordings[other.id].decided is False
    assert wordings[other.id].doubt == "not the same"
    with Desk.open(desk_path, read_only=True) as desk:
        assert False in read_story_quotes(desk, desk.stories()[0].id).decisions.values()
    with qtbot.waitSignal(panel.story.grouped):
        QTest.mouseClick(visible_buttons(panel, "wording-take-back")[0], LEFT)
    now = [row.wording for row in rows_shown(panel)]
    assert all(wording.decided is None for wording in now)
    with qtbot.waitSignal(panel.story.grouped):
        session.undo_stack.undo()
    assert visible_buttons(panel, "wording-take-back")


def test_a_perhaps_can_be_said_to_be_the_same(qtbot: QtBot, panel: QuotePanel, session: Session) -> None:
    assert session.desk is not None
    quotes = session.desk.story_quotes(session.desk.stories()[0].id)
    unsure = next(
        quote for quote in quotes if any(w.doubt == "perhaps the same" for w in panel.story.wordings(quote)[:4])
    )
    session.pair.show_quote(unsure)
    rows = [row for row in rows_shown(panel) if row.wording.doubt]
    with qtbot.waitSignal(panel.story.grouped):
        QTest.mouseClick(visible_buttons(panel, "wording-same")[0], LEFT)
    now = next(w for w in panel.story.wordings(unsure) if w.quote.id == rows[0].wording.quote.id)
    assert now.decided is True
    assert now.doubt == ""


def test_the_wordings_are_compared_with_the_base_that_was_chosen(panel: QuotePanel, session: Session) -> None:
    click_row(panel, row_with(panel, "is buying millions"))
    quote = panel.list.selected_quotes()[0]
    menu = panel.card.wordings.make_menu()
    longest = next(action for action in menu.actions() if "longest" in action.text())
    longest.trigger()
    wordings = [row.wording for row in rows_shown(panel)]
    assert session.settings.text("quotes/base") == "the longest wording"
    base = next(wording for wording in wordings if wording.why == "compared with this")
    assert base.quote.id != quote.id
    assert [wording.quote.id for wording in wordings if wording.own] == [quote.id]
    assert not any(piece.change for piece in base.pieces)
    assert "the longest wording" in panel.card.wordings.base_button.text()


def test_a_desk_that_can_only_be_read_offers_no_answers(panel: QuotePanel) -> None:
    panel.card.set_writable(False, "read only")
    click_row(panel, row_with(panel, "is buying millions"))
    assert rows_shown(panel)
    assert visible_buttons(panel, "wording-not-same") == []


def test_the_primary_source_is_named_once_and_then_compared_with(
    qtbot: QtBot, panel: QuotePanel, session: Session, desk_path: Path
) -> None:
    click_row(panel, row_with(panel, "is buying millions"))
    menu = panel.card.wordings.make_menu()
    compare = next(action for action in menu.actions() if "primary source" in action.text())
    assert not compare.isEnabled()
    choices = menu.findChild(QMenu, "primary-source-menu")
    assert choices is not None
    independent = next(action for action in choices.actions() if "Independent" in action.text())
    with qtbot.waitSignal(panel.story.grouped):
        independent.trigger()
    assert panel.related.base is Base.PRIMARY
    assert panel.card.wordings.base_button.text() == "compared with the primary source ▾"
    assert "1 other wording" in panel.card.wordings.title.text()
    first = rows_shown(panel)[0].wording
    assert first.outlet.startswith("Independent") or first.own
    with Desk.open(desk_path, read_only=True) as desk:
        uid = primary(desk, desk.stories()[0].id)
        assert uid in {article.uid for article in desk.articles() if "Independent" in article.metadata.outlet}
    with qtbot.waitSignal(panel.story.grouped):
        session.undo_stack.undo()
    assert panel.card.wordings.base_button.text() == "compared with this quote ▾"
    assert "name one in this menu" in panel.card.wordings.fallen_back.text()


def test_versions_of_one_origin_are_counted_as_one_where_statements_are(
    qtbot: QtBot, panel: QuotePanel, session: Session
) -> None:
    assert session.desk is not None
    assert session.pair.a is not None
    assert session.pair.b is not None
    row = row_with(panel, "very plausible")
    click_row(panel, row)
    assert "origin" not in panel.card.wordings.title.text()
    pair = frozenset(session.desk.article(version.info.article_id).uid for version in (session.pair.a, session.pair.b))
    with qtbot.waitSignal(panel.story.grouped):
        session.undo_stack.push(DecideOrigin(session, session.desk.stories()[0].id, pair, same=True))
    quote = panel.model.shown[row_with(panel, "very plausible")]
    assert "1 origin in all" in panel.card.wordings.title.text()
    assert "single origin" in panel.model.labels_of(quote)
    panel._selected(Selection(by_statement=True))
    assert "2 versions, 1 origin" in " ".join(panel.story.headings().values())
