"""Passages are paired and parted by hand, by mouse and key, and the desk remembers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from desktop.desk.open_desk import Desk
from desktop.domain import Span
from desktop.text.changes import Kind, Pair, Pin
from desktop.ui.compare.layout.descriptions import describe_pair
from desktop.ui.compare.layout.rows import Paragraphs
from desktop.ui.session import pins
from tests.ui.compare.screen import label, panes, point
from tests.ui.compare.texts import version

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.compare.panes.text_pane import TextPane
    from desktop.ui.compare.view import CompareView
    from desktop.ui.session.session import Session

spans = st.tuples(st.integers(0, 90), st.integers(1, 9)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
some_pins = st.lists(st.builds(Pin, spans, spans, st.booleans()), max_size=5).map(tuple)


@pytest.fixture
def accounts(view: CompareView, session: Session) -> CompareView:
    session.pair.set_kind(Kind.ACCOUNTS)
    return view


def paired(session: Session) -> dict[Span, Pair]:
    assert session.pair.comparison is not None
    return {pair.a: pair for pair in session.pair.comparison.pairs}


def two_pairs(session: Session) -> tuple[Pair, Pair]:
    """Two pairs of some length, away from the headline."""
    assert session.pair.comparison is not None
    first, second = [pair for pair in session.pair.comparison.pairs if len(pair.a) > 80 and len(pair.b) > 80][:2]
    return first, second


def press(qtbot: QtBot, pane: TextPane, side: str, span: Span) -> None:
    """Click a word in the middle of a passage that is no quote and no change: any click picks the passage."""
    pane.reveal(side, span)
    qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=point(pane, side, span.start + 1))


def menu_at(pane: TextPane, place: QPoint, *, by_key: bool = False) -> QMenu:
    reason = QContextMenuEvent.Reason.Keyboard if by_key else QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, place, pane.viewport().mapToGlobal(place))
    QApplication.sendEvent(pane.viewport(), event)
    [menu] = pane.findChildren(QMenu, "compare-text-menu")
    return menu


def choose(qtbot: QtBot, menu: QMenu, name: str) -> None:
    [action] = [each for each in menu.actions() if each.objectName() == f"compare-pair-{name}"]
    assert action.isEnabled(), action.text()
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def notes(pane: TextPane) -> list[str]:
    return [block.text for block in pane.page.blocks if "by hand" in block.text]


def test_two_passages_are_paired_by_mouse_labelled_and_taken_back(
    qtbot: QtBot, accounts: CompareView, session: Session
) -> None:
    left, right = panes(accounts)
    first, second = two_pairs(session)
    messages: list[str] = []
    session.announced.connect(messages.append)
    press(qtbot, left, "a", first.a)
    assert left.picked
    right.reveal("b", second.b)
    choose(qtbot, menu_at(right, point(right, "b", second.b.start + 1)), "join")
    assert paired(session)[first.a].b == second.b
    assert paired(session)[first.a].pinned
    assert notes(left) == ["⇔ paired by hand"]
    assert "⇔ paired by hand" in notes(right)[0]
    assert label(accounts, "compare-why").endswith("By hand: 1 paired.")
    assert messages[-1].startswith("Paired by hand: “")
    left.reveal("a", first.a)
    choose(qtbot, menu_at(left, point(left, "a", first.a.start + 1)), "back")
    assert paired(session)[first.a].b == first.b
    assert notes(left) == []


def test_a_pair_is_parted_and_undo_and_redo_follow(qtbot: QtBot, accounts: CompareView, session: Session) -> None:
    left, _ = panes(accounts)
    first, _ = two_pairs(session)
    left.reveal("a", first.a)
    choose(qtbot, menu_at(left, point(left, "a", first.a.start + 1)), "part")
    assert first.a not in paired(session) or paired(session)[first.a].b != first.b
    assert label(accounts, "compare-why").endswith("By hand: 1 parted.")
    assert "By hand: does not answer “" in accounts.pairing.explain("a", first.a.start)
    assert session.undo_stack.undoText() == "part passages"
    session.undo_stack.undo()
    assert paired(session)[first.a].b == first.b
    session.undo_stack.redo()
    assert session.pair.pins == (Pin(first.a, first.b, together=False),)


def test_undo_shows_the_pair_it_is_about(accounts: CompareView, session: Session) -> None:
    first, second = two_pairs(session)
    here = session.pair.a, session.pair.b
    session.decide_pairs((Pin(first.a, second.b),), "pair passages")
    assert session.desk is not None
    session.pair.show(session.desk.articles()[0].newest)
    session.undo_stack.undo()
    assert (session.pair.a, session.pair.b) == here
    assert session.pair.pins == ()
    assert paired(session)[first.a].b == first.b


def test_the_keyboard_alone_pairs_and_parts(qtbot: QtBot, accounts: CompareView, session: Session) -> None:
    left, right = panes(accounts)
    first, second = two_pairs(session)
    for pane, side, span in ((left, "a", second.a), (right, "b", first.b)):
        pane.setFocus()
        pane.put_caret(side, span.start)
        qtbot.keyClick(pane, Qt.Key.Key_Return)
    accounts.pairing.join()
    assert paired(session)[second.a].b == first.b
    left.setFocus()
    left.put_caret("a", second.a.start)
    menu = menu_at(left, QPoint(5, 5), by_key=True)
    assert [each.objectName() for each in menu.actions() if each.objectName().startswith("compare-pair")][-1] == (
        "compare-pair-back"
    )
    menu.close()
    accounts.pairing.part()
    assert list(session.pair.pins) == [Pin(second.a, first.b, together=False)]
    left.put_caret("a", second.a.start)
    accounts.pairing.take_back()
    assert not session.pair.pins


def test_the_reopened_desk_remembers_and_a_swap_turns_the_pins_round(
    accounts: CompareView, session: Session, desk_path: Path
) -> None:
    first, second = two_pairs(session)
    session.decide_pairs((Pin(first.a, second.b), Pin(second.a, second.b, together=False)), "pair passages")
    before = session.pair.pins
    session.close_desk()
    session.open_desk(Desk.open(desk_path))
    assert session.pair.pins == before
    assert paired(session)[first.a].pinned
    session.pair.swap()
    assert session.pair.pins == tuple(Pin(pin.b, pin.a, pin.together) for pin in before)
    assert paired(session)[second.b].b == first.a
    session.pair.compare(session.pair.b.id if session.pair.b else None, None)
    assert session.pair.pins == ()


def test_what_is_decided_without_passages_or_without_a_choice_is_said(accounts: CompareView, session: Session) -> None:
    messages: list[str] = []
    session.announced.connect(messages.append)
    accounts.pairing.join()
    assert messages.pop().startswith("Choose a passage in each text first")
    accounts.pairing.take_back()
    assert messages.pop() == "Nothing was decided by hand about this passage."
    session.pair.set_kind(Kind.VERSIONS)
    accounts.pairing.join()
    assert "Compare passages" in messages.pop()
    assert session.pair.pins == ()


def test_a_desk_that_can_only_be_read_keeps_no_pins_and_says_so(
    qtbot: QtBot, accounts: CompareView, session: Session, desk_path: Path
) -> None:
    session.close_desk()
    session.open_desk(Desk.open(desk_path, read_only=True))
    left, _ = panes(accounts)
    first, _ = two_pairs(session)
    messages: list[str] = []
    session.announced.connect(messages.append)
    left.setFocus()
    left.put_caret("a", first.a.start)
    accounts.pairing.part()
    assert "can only be read" in messages[-1]
    left.reveal("a", first.a)
    menu = menu_at(left, point(left, "a", first.a.start + 1))
    assert [each.isEnabled() for each in menu.actions() if each.objectName() == "compare-pair-part"] == [False]
    menu.close()
    assert session.pair.pins == ()


def test_the_tip_says_why_passages_stand_beside_each_other(accounts: CompareView, session: Session) -> None:
    left, _ = panes(accounts)
    first, _ = two_pairs(session)
    left.reveal("a", first.a)
    assert (
        "Paired because they share" in left.tooltip_at(point(left, "a", first.a.start + 1)) or first.similarity >= 0.75
    )
    assert describe_pair(Pair(first.a, first.b, 0.0, pinned=True)) == "Paired by hand; they share no telling word."
    assert describe_pair(Pair(first.a, first.b, 0.8)) == (
        "Paired because they say it in nearly the same words (similarity 80%)."
    )


@given(some_pins)
def test_pins_come_back_from_the_desk_whichever_side_they_are_on(made: pins.Pins) -> None:
    a, b = version("x" * 99, 1), version("y" * 99, 2)
    assert pins.key_of(a, b) == pins.key_of(b, a)
    assert pins.unpacked(pins.packed(made, a, b), swapped=False) == made
    turned = tuple(Pin(pin.b, pin.a, pin.together) for pin in made)
    assert pins.packed(turned, b, a) == pins.packed(made, a, b)
    assert pins.unpacked(pins.packed(made, a, b), swapped=True) == turned


@given(some_pins, spans, spans)
def test_a_passage_has_one_answer_by_hand_at_most(made: pins.Pins, a: Span, b: Span) -> None:
    now = pins.joined(made, a, b)
    assert [pin for pin in pins.at(now, "a", a) if pin.together] == [Pin(a, b)]
    assert [pin for pin in pins.at(now, "b", b) if pin.together] == [Pin(a, b)]
    assert pins.at(pins.without(now, "a", a), "a", a) == ()


def test_rubbish_in_the_desk_is_no_pin() -> None:
    for state in ("", "rubbish", "[[1]]", '[["a", 1, 2, 3, true]]', "{}", "[[5, 2, 1, 3, true]]"):
        assert isinstance(pins.unpacked(state, swapped=False), tuple)


def test_every_passage_shown_can_be_found_by_its_offsets(accounts: CompareView, session: Session) -> None:
    assert session.pair.a is not None
    for span in Paragraphs(session.pair.a).all:
        assert accounts.pairing.passage("a", span.start) == span
