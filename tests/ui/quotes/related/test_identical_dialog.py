"""A mark goes to identical wordings only where the checker agrees, with a note that says where it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desktop.desk.open_desk import Desk
from desktop.desk.stories.earlier_quotes import find_identical, wording
from desktop.domain import Act, Attribution, Basis, MarkChange, Status
from desktop.ui.quotes.related.identical_dialog import AlikeDialog
from tests.ui.quotes.panel_driver import LEFT, find, keys
from tests.ui.tips import painted

if TYPE_CHECKING:
    from desktop.domain import Quote
    from desktop.ui.session.session import Session
    from desktop.ui.window.main_window import MainWindow
    from desktop.ui.window.workbench import Workbench


def quotes_saying(session: Session, words: str) -> list[Quote]:
    assert session.desk is not None
    return [quote for quote in session.desk.story_quotes(session.desk.stories()[0].id) if quote.text == words]


def mark_first(session: Session, words: str) -> tuple[Quote, Quote]:
    """Mark the first quote of these words, and choose it."""
    first, second = quotes_saying(session, words)[:2]
    session.pair.show_quote(first)
    session.mark([first], MarkChange(status=Status.VERIFIED, basis=Basis.RECORDING, evidence="tape 4"))
    return first, second


def test_the_mark_is_taken_over_where_it_is_ticked_and_undone_at_once(window: MainWindow, bench: Workbench) -> None:
    session = window.session
    assert session.desk is not None
    first, second = mark_first(session, "very plausible")
    bench.quotes.focus_list()
    keys(window, "Ctrl+Shift+M")
    dialog = find(window, AlikeDialog, "identical-wordings")
    assert dialog.isVisible()
    assert dialog.ticked() == [second]
    assert session.desk.quote(second.id) == second  # nothing before it is agreed to
    QTest.mouseClick(find(dialog, QPushButton, "identical-apply"), LEFT)
    with Desk.open(session.desk.path, read_only=True) as desk:
        now, marks = desk.quote(second.id), desk.history(second.id)
    assert (now.status, now.basis, now.evidence, now.checker) == (Status.VERIFIED, "recording", "tape 4", "Ada")
    assert "Identical wording: taken from “very plausible”" in now.note
    assert "marked verified by Ada" in now.note
    assert [mark.act for mark in marks] == [Act.MARK]
    keys(window, "Ctrl+Z")
    assert session.desk.quote(second.id).status is Status.UNVERIFIED
    assert session.desk.quote(first.id).status is Status.VERIFIED


def test_the_same_words_of_others_are_shown_and_not_ticked(window: MainWindow, bench: Workbench) -> None:
    session = window.session
    _, other = mark_first(session, "millions")
    bench.quotes.focus_list()
    keys(window, "Ctrl+Shift+M")
    dialog = find(window, AlikeDialog, "identical-wordings")
    assert dialog.ticked() == []
    assert not find(dialog, QPushButton, "identical-apply").isEnabled()
    assert "speaker" in dialog.model.item(0, 3).text()
    keys(dialog, "Return")  # the current row
    dialog.model.item(0, 0).setCheckState(Qt.CheckState.Checked)
    assert dialog.ticked() == [other]
    keys(dialog, "Esc")
    assert session.quote_now(other.id) == other


def test_a_quote_without_a_mark_has_nothing_to_apply(window: MainWindow, bench: Workbench) -> None:
    session = window.session
    announcements: list[str] = []
    session.announced.connect(announcements.append)
    session.pair.show_quote(quotes_saying(session, "very plausible")[0])
    bench.quotes.focus_list()
    keys(window, "Ctrl+Shift+M")
    assert window.findChild(AlikeDialog, "identical-wordings") is None
    assert "Mark this quote verified or disputed first" in announcements[-1]


def test_one_that_is_marked_already_is_left_to_the_checker(window: MainWindow, bench: Workbench) -> None:
    session = window.session
    assert session.desk is not None
    assert bench.isVisible()
    first, second = mark_first(session, "very plausible")
    session.mark([second], MarkChange(status=Status.DISPUTED))
    [found] = find_identical(session.desk, session.desk.quote(first.id))
    assert found.caution == "marked disputed already by Ada"
    session.mark([second], MarkChange(status=Status.VERIFIED))
    assert find_identical(session.desk, session.desk.quote(first.id)) == []


def test_typography_does_not_tell_wordings_apart_and_words_do() -> None:
    assert wording("It's “so”\u00a0– he") == wording('It’s "so" – he')
    assert wording("one dog") != wording("one dogs")
    assert wording("One dog") != wording("one dog")


@pytest.mark.parametrize("name", ["A < B & C", "<b>Ada</b>"])
def test_the_tip_shows_the_name_of_a_speaker_as_it_is(window: MainWindow, bench: Workbench, name: str) -> None:
    session = window.session
    _, second = mark_first(session, "very plausible")
    session.attribute([second], Attribution(person=name))
    bench.quotes.focus_list()
    keys(window, "Ctrl+Shift+M")
    dialog = find(window, AlikeDialog, "identical-wordings")
    assert painted(dialog.model.item(0, 2).toolTip()) == name
