"""Walking through the changes by click and key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.text.changes import Change, ChangeKind
from desktop.ui.compare.panes.painting import number_box
from tests.ui.compare.texts import spot

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.compare.view import CompareView
    from desktop.ui.session.session import Session


from tests.ui.compare.screen import click, counted, label, panes, point, quotes_of


def test_next_change_reaches_every_change_once_and_then_says_so(view: CompareView, session: Session) -> None:
    messages: list[str] = []
    session.announced.connect(messages.append)
    total = counted(session)
    places = []
    for _ in range(total):
        view.next_change()
        places.append(label(view, "compare-place"))
    assert places == [f"change {number} of {total}" for number in range(1, total + 1)]
    assert messages == []
    view.next_change()
    assert messages == ["Last change"]
    assert label(view, "compare-place") == f"change {total} of {total}"


def test_the_current_change_is_on_the_screen(view: CompareView) -> None:
    for _ in range(25):
        view.next_change()
        visible = {block.number for pane in view.page_view.panes for block in pane.visible_blocks()}
        outlined = {number for pane in view.page_view.panes for number in pane.current}
        assert outlined & visible


def test_arrows_in_the_header_step(qtbot: QtBot, view: CompareView) -> None:
    click(qtbot, view, "compare-next")
    click(qtbot, view, "compare-next")
    assert label(view, "compare-place").startswith("change 2 of")
    click(qtbot, view, "compare-previous")
    assert label(view, "compare-place").startswith("change 1 of")


def test_alerts_are_walked_and_filtered(qtbot: QtBot, view: CompareView, session: Session) -> None:
    assert session.pair.comparison is not None
    if not session.pair.comparison.alerts:
        return
    view.next_alert()
    steps = view._navigation.steps
    assert steps.changes[steps.current].alerts
    click(qtbot, view, "compare-filter-alerts")
    assert "with alert" in label(view, "compare-place") or label(view, "compare-place").endswith("of 1")
    click(qtbot, view, "compare-filter-alerts")
    assert label(view, "compare-place").startswith("change")


def test_a_click_on_the_ruler_goes_to_the_change(qtbot: QtBot, view: CompareView) -> None:
    ruler = view.page_view.ruler
    mark = ruler.marks[len(ruler.marks) // 2]
    qtbot.mouseClick(ruler, Qt.MouseButton.LeftButton, pos=ruler.box(mark).center().toPoint())
    assert view._navigation.steps.current in {other.change for other in ruler.marks if abs(other.top - mark.top) < 0.02}


def test_a_click_on_changed_words_makes_them_current(qtbot: QtBot, view: CompareView, session: Session) -> None:
    assert session.pair.comparison is not None
    assert session.pair.b is not None
    _, right = panes(view)
    quotes = quotes_of(session, "b")
    number, change = next(
        (n, c)
        for n, c in enumerate(session.pair.comparison.changes)
        if n in view._navigation.steps.numbers() and len(c.b) > 4 and not any(q.span.touches(c.b) for q in quotes)
    )
    right.reveal("b", change.b)
    start = change.b.start + len(change.b.of(session.pair.b.text)) - len(change.b.of(session.pair.b.text).lstrip())
    qtbot.mouseClick(right.viewport(), Qt.MouseButton.LeftButton, pos=point(right, "b", start + 1))
    assert view._navigation.steps.current == number


def test_a_click_on_the_number_of_a_move_goes_to_its_other_place(
    qtbot: QtBot, view: CompareView, session: Session
) -> None:
    assert session.pair.a is not None
    assert session.pair.b is not None
    first, last = (
        spot(session.pair.a.text, "WASHINGTON, Sept 6"),
        spot(session.pair.b.text, "frustrate hostile military forces."),
    )
    moved = Change(ChangeKind.MOVED, first, last, move=1)
    assert session.pair.comparison is not None
    session.pair._set_comparison(replace(session.pair.comparison, late_alerts=None, bare_changes=(moved,)))
    left, right = panes(view)
    left.reveal("a", first)
    [block] = [each for each in left.visible_blocks() if left.layers.of(each.number).frames]
    box = number_box(block, left.layers.of(block.number).frames[0], left.font())
    qtbot.mouseClick(left.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert set(right.current) & {each.number for each in right.visible_blocks()}
    assert label(view, "compare-place") == "change 1 of 1"
