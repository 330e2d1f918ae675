"""Quotes are resized, split and joined by keys in the real window; marks stay, and everything can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from desktop.desk.open_desk import Desk
from desktop.domain import Flag, MarkChange, Status
from tests.ui.quotes.panel_driver import find, keys

if TYPE_CHECKING:
    from desktop.domain import Quote, Span, Version
    from desktop.ui.session.session import Session
    from desktop.ui.window.main_window import MainWindow
    from desktop.ui.window.workbench import Workbench


def choose(session: Session, words: str) -> Quote:
    """Choose a quote of text A by its words."""
    assert session.desk is not None
    assert session.pair.a is not None
    quote = next(quote for quote in session.desk.quotes(session.pair.a.id) if words in quote.text)
    session.pair.show_quote(quote)
    return quote


def quotes_of(session: Session) -> list[tuple[str, Status]]:
    assert session.desk is not None
    assert session.pair.a is not None
    return [(quote.text, quote.status) for quote in session.desk.quotes(session.pair.a.id)]


def stored(session: Session, version: Version) -> list[str]:
    """Read the quotes of a version as the file has them for another program."""
    assert session.desk is not None
    with Desk.open(session.desk.path, read_only=True) as desk:
        return [quote.text for quote in desk.quotes(version.id)]


def put_caret(bench: Workbench, session: Session, offset: int) -> None:
    bench.centre.compare.focus_text()
    bench.centre.compare.page_view.panes[0].put_caret("a", offset)
    assert session.pair.a is not None
    assert bench.centre.compare.caret() == (session.pair.a, offset)


def select(bench: Workbench, span: Span) -> None:
    """Select words of text A as a mouse would: from their start to their end."""
    pane = bench.centre.compare.page_view.panes[0]
    pane.setFocus()
    pane.put_caret("a", span.start)
    start = pane.textCursor().position()
    pane.put_caret("a", span.end)
    end = pane.textCursor().position()
    cursor = pane.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)


def test_keys_move_the_ends_by_words_and_undo_moves_them_back(window: MainWindow, bench: Workbench) -> None:
    session = window.session
    quote = choose(session, "is buying millions")
    bench.quotes.focus_list()
    keys(window, "Alt+Shift+Left")
    assert session.pair.selected is not None
    assert quote.text.startswith(session.pair.selected.text)
    shorter = session.pair.selected.text
    keys(window, "Ctrl+Alt+Shift+Right")
    assert session.pair.selected.text == shorter.split(" ", 1)[1]
    keys(window, "Ctrl+Alt+Shift+Left", "Alt+Shift+Right")
    assert session.pair.selected.span == quote.span
    for _ in range(4):
        keys(window, "Ctrl+Z")
    assert session.pair.selected.span == quote.span
    keys(window, "Ctrl+Shift+Z")
    assert session.pair.a is not None
    assert shorter in stored(session, session.pair.a)
    assert bench.quotes.card.quote is not None
    assert bench.quotes.card.quote.text == shorter


def test_a_moved_end_keeps_the_mark_and_says_so_until_it_is_marked_again(window: MainWindow, bench: Workbench) -> None:
    session = window.session
    quote = choose(session, "is buying millions")
    bench.quotes.focus_list()
    session.mark([quote], MarkChange(status=Status.VERIFIED))
    keys(window, "Alt+Shift+Left")
    assert session.pair.selected is not None
    assert session.pair.selected.status is Status.VERIFIED
    assert Flag.CHANGED_SINCE in session.pair.selected.flags
    label = find(bench.quotes.card, QLabel, "quote-words-marked")
    assert label.isVisible()
    assert quote.text in label.text()
    keys(window, "Ctrl+Z")
    assert Flag.CHANGED_SINCE not in session.pair.selected.flags
    assert not label.isVisible()
    keys(window, "Ctrl+Shift+Z", "Ctrl+1")
    now = session.quote_now(quote.id)
    assert now is not None
    assert now.status is Status.VERIFIED
    assert Flag.CHANGED_SINCE not in now.flags


def test_selected_words_become_the_quote(window: MainWindow, bench: Workbench) -> None:
    session = window.session
    quote = choose(session, "is buying millions")
    assert session.pair.a is not None
    words = "buying millions"
    start = session.pair.a.text.index(words, quote.span.start)
    select(bench, type(quote.span)(start - 1, start + len(words)))
    keys(window, "Ctrl+Shift+W")
    assert session.pair.selected is not None
    assert session.pair.selected.text == words
    assert words in stored(session, session.pair.a)


def test_words_that_do_not_touch_the_quote_do_not_become_it(window: MainWindow, bench: Workbench) -> None:
    session = window.session
    quote = choose(session, "is buying millions")
    select(bench, type(quote.span)(0, 12))
    keys(window, "Ctrl+Shift+W")
    assert session.quote_now(quote.id) == quote
    assert not session.undo_stack.canUndo()


def test_a_quote_is_split_at_the_caret_and_joined_again(window: MainWindow, bench: Workbench) -> None:
    session = window.session
    quote = choose(session, "is buying millions")
    session.mark([quote], MarkChange(status=Status.VERIFIED))
    before = quotes_of(session)
    put_caret(bench, session, quote.span.start + quote.text.index("millions"))
    keys(window, "Ctrl+Shift+H")
    after = quotes_of(session)
    assert len(after) == len(before) + 1
    row = before.index((quote.text, Status.VERIFIED))
    first, second = after[row], after[row + 1]
    assert first == (quote.text[: quote.text.index("millions")].rstrip(), Status.VERIFIED)
    assert second == (quote.text[quote.text.index("millions") :], Status.UNVERIFIED)
    assert session.desk is not None
    assert session.pair.a is not None
    parts = session.desk.quotes(session.pair.a.id)[row : row + 2]
    assert parts[0].attribution == parts[1].attribution
    keys(window, "Ctrl+Z")
    assert quotes_of(session) == before
    keys(window, "Ctrl+Shift+Z")
    assert quotes_of(session) == after
    bench.quotes.focus_list()
    keys(window, "Ctrl+Shift+J")
    assert quotes_of(session) == before
    keys(window, "Ctrl+Z")
    assert quotes_of(session) == after
    path = session.desk.path
    session.close_desk()
    with Desk.open(path) as desk:
        assert [(each.text, each.status) for each in desk.quotes(quote.version_id)] == after
        assert desk.check().sound


def test_splitting_needs_a_caret_inside_the_quote(window: MainWindow, bench: Workbench) -> None:
    session = window.session
    choose(session, "is buying millions")
    before = quotes_of(session)
    put_caret(bench, session, 3)
    keys(window, "Ctrl+Shift+H")
    assert quotes_of(session) == before


def test_several_chosen_quotes_become_one(window: MainWindow, bench: Workbench) -> None:
    session = window.session
    before = quotes_of(session)
    rows = bench.quotes.list
    bench.quotes.focus_list()
    keys(window, "Home", "Shift+Down", "Shift+Down")
    assert len(rows.selected_quotes()) == 3
    first, last = rows.selected_quotes()[0], rows.selected_quotes()[-1]
    keys(window, "Ctrl+Shift+J")
    assert session.pair.a is not None
    assert len(quotes_of(session)) == len(before) - 2
    assert session.pair.a.text[first.span.start : last.span.end] in stored(session, session.pair.a)
    keys(window, "Ctrl+Z")
    assert quotes_of(session) == before
