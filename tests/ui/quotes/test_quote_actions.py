"""Quotes are marked by key, button and menu; what is on the screen is on the disk, and nothing else is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.desk.open_desk import Desk
from desktop.domain import Act, Reason, Status
from desktop.ui.quotes.card.quote_card import QuoteCard, attribution_line
from desktop.ui.session.commands.articles import LockStory
from desktop.ui.widgets.verdict_buttons import StatusButton, WhyBox, status_for_key
from tests.ui.quotes.panel_driver import (
    CTRL,
    LEFT,
    NONE,
    SHIFT,
    chosen,
    click_row,
    find,
    history_on_disk,
    on_disk,
    press,
)

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.ui.quotes.panel import QuotePanel
    from desktop.ui.session.session import Session


@pytest.mark.parametrize(("key", "status"), [("v", Status.VERIFIED), ("u", Status.UNVERIFIED)])
def test_a_key_in_the_list_marks_on_disk_and_moves_on(
    panel: QuotePanel, session: Session, desk_path: Path, key: str, status: Status
) -> None:
    panel.focus_list()
    first = panel.model.shown[0]
    press(panel, key)
    assert chosen(panel) == [1]
    assert session.pair.selected == panel.model.shown[1]
    session.close_desk()
    marks = history_on_disk(desk_path, first)
    assert [(mark.act, mark.status, mark.checker) for mark in marks] == [(Act.MARK, status, "Ada")]


def test_a_button_marks_and_stays(panel: QuotePanel, session: Session, desk_path: Path) -> None:
    click_row(panel, 3)
    QTest.mouseClick(find(panel, StatusButton, "quote-disputed"), LEFT)
    assert chosen(panel) == [3]
    assert find(panel, StatusButton, "quote-disputed").isChecked()
    assert not find(panel, StatusButton, "quote-unverified").isChecked()
    quote = panel.model.shown[3]
    session.close_desk()
    assert on_disk(desk_path, quote).status is Status.DISPUTED


def test_the_status_it_has_already_is_not_marked_again(panel: QuotePanel, session: Session, desk_path: Path) -> None:
    click_row(panel, 0)
    button = find(panel, StatusButton, "quote-verified")
    QTest.mouseClick(button, LEFT)
    QTest.mouseClick(button, LEFT)
    panel.list.setFocus()
    press(panel, "v")
    quote = panel.model.shown[0]
    session.close_desk()
    assert len(history_on_disk(desk_path, quote)) == 1


def test_the_second_click_of_a_double_click_on_a_card_marks_nothing(panel: QuotePanel) -> None:
    click_row(panel, 0)
    QTest.mouseDClick(find(panel, StatusButton, "quote-verified"), LEFT)
    assert panel.model.shown[0].marks == 0


def test_moving_on_skips_what_is_checked_and_says_when_nothing_is_left(
    panel: QuotePanel, announcements: list[str]
) -> None:
    panel.focus_list()
    panel.session.set_status([panel.model.shown[1]], Status.DISPUTED)
    press(panel, "v")
    assert chosen(panel) == [2]
    panel.session.set_status(panel.model.shown[3:], Status.VERIFIED)
    panel.session.set_status([panel.model.shown[0]], Status.UNVERIFIED)
    press(panel, "v")
    assert chosen(panel) == [0]
    assert announcements[-1].startswith("Went on at the top")
    press(panel, "v")
    assert chosen(panel) == [0]
    assert announcements[-1] == "No unverified quote is left here"


def test_next_unverified_goes_on_in_the_next_article_of_the_story(panel: QuotePanel, announcements: list[str]) -> None:
    session = panel.session
    assert session.pair.a is not None
    former = session.pair.a.id
    session.set_status(panel.model.shown, Status.VERIFIED)
    panel.focus_list()
    panel.next_unverified()
    assert session.pair.selected is not None
    assert session.pair.selected.version_id != former
    assert session.pair.selected.status is Status.UNVERIFIED
    assert panel.list.selected_quotes() == [session.pair.selected]
    assert announcements[-1].startswith("Went on in")


def test_several_are_marked_at_once_and_taken_back_at_once(
    panel: QuotePanel, session: Session, desk_path: Path
) -> None:
    click_row(panel, 1)
    click_row(panel, 3, SHIFT)
    click_row(panel, 5, CTRL)
    assert chosen(panel) == [1, 2, 3, 5]
    assert panel.bar.progress.text() == "4 selected"
    assert not panel.card.isVisible()
    QTest.mouseClick(find(panel, StatusButton, "quotes-verified"), LEFT)
    quotes = [panel.model.shown[row] for row in (1, 2, 3, 5)]
    assert {quote.status for quote in quotes} == {Status.VERIFIED}
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert {panel.model.shown[row].status for row in (1, 2, 3, 5)} == {Status.UNVERIFIED}
    session.close_desk()
    assert [mark.act for mark in history_on_disk(desk_path, quotes[0])] == [Act.UNDO, Act.MARK]


def test_undo_goes_back_to_the_quote(panel: QuotePanel, session: Session) -> None:
    panel.focus_list()
    press(panel, "vv")
    assert chosen(panel) == [2]
    session.undo_stack.undo()
    assert chosen(panel) == [1]
    assert panel.model.shown[1].status is Status.UNVERIFIED
    session.undo_stack.undo()
    assert chosen(panel) == [0]
    session.undo_stack.redo()
    assert panel.model.shown[0].status is Status.VERIFIED


def test_no_letter_typed_in_a_field_is_a_mark(panel: QuotePanel, session: Session) -> None:
    click_row(panel, 0)
    for field in (panel.card.fields.note, panel.card.fields.evidence):
        QTest.keyClicks(field, "VDU vdu")
    panel.bar.open_search()
    QTest.keyClicks(panel.bar.field, "vdu")
    panel.bar.field.clear()
    assert session.desk is not None
    assert {mark.act for quote in panel.model.all for mark in session.desk.history(quote.id)} <= {Act.NOTE}


def test_a_reason_is_part_of_the_mark_and_goes_when_the_quote_is_verified(
    panel: QuotePanel, session: Session, desk_path: Path
) -> None:
    click_row(panel, 0)
    reason, basis = find(panel, WhyBox, "quote-reason"), find(panel, WhyBox, "quote-basis")
    assert not reason.isVisible()
    QTest.mouseClick(find(panel, StatusButton, "quote-disputed"), LEFT)
    assert reason.isVisible()
    assert not basis.isVisible()
    reason.setFocus()
    line = find(panel, QLineEdit, "quote-reason-edit")
    QTest.keyClicks(line, str(Reason.MERGED))
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert panel.model.shown[0].reason == "merged"
    QTest.mouseClick(find(panel, StatusButton, "quote-verified"), LEFT)
    assert basis.isVisible()
    quote = panel.model.shown[0]
    session.close_desk()
    assert on_disk(desk_path, quote).reason == ""
    assert [mark.reason for mark in history_on_disk(desk_path, quote)] == ["", "merged", ""]


def test_the_mark_waits_for_the_name_and_then_happens_once(
    panel: QuotePanel, session: Session, desk_path: Path
) -> None:
    session.set_checker("")
    asked: list[bool] = []
    session.checker_requested.connect(lambda: asked.append(True))
    click_row(panel, 0)
    panel.focus_note()
    QTest.keyClicks(panel.card.fields.note, "seen on tape")
    panel.quote_actions.mark_and_go(Status.VERIFIED)
    assert asked == [True]
    assert panel.model.shown[0].status is Status.UNVERIFIED
    session.set_checker("Grace")
    QApplication.processEvents()
    quote = panel.model.shown[0]
    session.close_desk()
    history = [(mark.act, mark.status, mark.note, mark.checker) for mark in history_on_disk(desk_path, quote)]
    assert history == [(Act.MARK, Status.VERIFIED, "seen on tape", "Grace")]


def test_a_read_only_desk_is_shown_and_not_marked(panel: QuotePanel, session: Session, desk_path: Path) -> None:
    session.close_desk()
    session.open_desk(Desk.open(desk_path, read_only=True))
    panel.focus_list()
    press(panel, "v")
    button = find(panel, StatusButton, "quote-verified")
    assert not button.isEnabled()
    assert button.toolTip()
    assert panel.card.fields.note.isReadOnly()
    QTest.keyClicks(panel.card.fields.note, "vdu")
    assert all(quote.status is Status.UNVERIFIED for quote in panel.model.all)


def test_the_menu_marks_here_and_deletes_undoably(panel: QuotePanel, session: Session) -> None:
    click_row(panel, 2)
    quote = panel.model.shown[2]
    menu = panel.quote_actions.make_menu()
    actions = {action.objectName(): action for action in menu.actions()}
    actions["menu-disputed"].trigger()
    assert panel.model.shown[2].status is Status.DISPUTED
    assert chosen(panel) == [2]
    actions["menu-delete"].trigger()
    assert quote.id not in {other.id for other in panel.model.all}
    assert chosen(panel) == [2]
    session.undo_stack.undo()
    assert panel.model.row_of(quote.id) == 2
    menu.close()


def _key(key: int, text: str, place: int = 0) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, NONE, place, 0, 0, text)


def test_letters_count_by_what_is_printed_on_latin_keys_and_by_place_on_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert status_for_key(_key(Qt.Key.Key_V, "v", 60)) is Status.VERIFIED
    assert status_for_key(_key(Qt.Key.Key_V, "V", 60)) is Status.VERIFIED
    assert status_for_key(_key(0x041C, "м", 55)) is Status.VERIFIED
    assert status_for_key(_key(0x0412, "в", 40)) is Status.DISPUTED
    assert status_for_key(_key(Qt.Key.Key_K, "k", 55)) is None
    assert status_for_key(_key(Qt.Key.Key_Down, "", 55)) is None


def test_escape_in_a_reason_takes_back_what_was_typed(panel: QuotePanel) -> None:
    click_row(panel, 0)
    QTest.mouseClick(find(panel, StatusButton, "quote-disputed"), LEFT)
    line = find(panel, QLineEdit, "quote-reason-edit")
    line.setFocus()
    QTest.keyClicks(line, "guess")
    QTest.keyClick(find(panel, WhyBox, "quote-reason"), Qt.Key.Key_Escape)
    panel.list.setFocus()
    assert panel.model.shown[0].reason == ""


def test_correcting_the_speaker_keeps_what_is_printed_and_can_be_undone(
    panel: QuotePanel, session: Session, desk_path: Path
) -> None:
    click_row(panel, 4)
    before = panel.model.shown[4]
    QTest.keyClick(panel.list, Qt.Key.Key_F2)
    person = find(panel, QLineEdit, "quote-speaker")
    assert person.isVisible()
    person.clear()
    QTest.keyClicks(person, "Vedant V. Patel")
    QTest.keyClick(person, Qt.Key.Key_Return)
    after = panel.model.shown[4]
    assert after.attribution.name == "Vedant V. Patel"
    assert after.attribution.speaker == before.attribution.speaker
    assert after.attribution.cue == before.attribution.cue
    assert panel.list.hasFocus()
    assert on_disk_after_undo(panel, session, desk_path) == before.attribution


def on_disk_after_undo(panel: QuotePanel, session: Session, desk_path: Path) -> object:
    quote = panel.model.shown[4]
    session.undo_stack.undo()
    session.close_desk()
    return on_disk(desk_path, quote).attribution


def test_the_open_card_names_everything_for_a_screen_reader(panel: QuotePanel) -> None:
    click_row(panel, 5)
    card = find(panel, QuoteCard, "quote-card")
    assert panel.model.shown[5].attribution.name in card.accessibleName()
    for status in Status:
        button = find(panel, StatusButton, f"quote-{status}")
        assert button.accessibleName()
        assert button.accessibleDescription()
    assert card.fields.note.accessibleName() == "Note"
    assert card.fields.evidence.accessibleName() == "Evidence"


def test_in_a_locked_story_nothing_can_be_marked_and_the_panel_says_why(panel: QuotePanel, session: Session) -> None:
    assert session.desk is not None
    [story] = session.desk.stories()
    failed: list[str] = []
    session.failed.connect(failed.append)
    click_row(panel, 0)
    session.undo_stack.push(LockStory(session, story, locked=True))
    assert "locked" in panel.foot.why.text()
    assert panel.foot.why.isVisible()
    assert not panel.card.edit.isEnabled()
    panel.list.setFocus()
    press(panel, "v")
    assert "is locked, so nothing was changed" in failed[0]
    assert panel.model.shown[0].status is Status.UNVERIFIED
    session.undo_stack.undo()
    assert not panel.foot.why.isVisible()
    press(panel, "v")
    assert panel.model.all[0].status is Status.VERIFIED


def test_a_colon_is_not_told_as_words_that_led_to_the_speaker(panel: QuotePanel) -> None:
    quote = panel.model.shown[0]
    colon = replace(quote.attribution, cue=":", speaker=quote.attribution.name)
    assert "printed" not in attribution_line(replace(quote, attribution=colon), full=True)
    changed = replace(colon, cue="said")
    assert "printed “said”" in attribution_line(replace(quote, attribution=changed), full=True)
