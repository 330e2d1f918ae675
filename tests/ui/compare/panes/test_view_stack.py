"""Two panes side by side stay level and scroll as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.ui.compare.layout.page import BlockKind
from tests.ui.compare.screen import assert_level, groups_of, panes, settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.compare.panes.text_pane import TextPane
    from desktop.ui.compare.view import CompareView
    from desktop.ui.session.session import Session


def _level_row(pane: TextPane) -> int:
    """The row above the top of the view where both panes are level."""
    return max(row for row in groups_of(pane) if row <= pane.top()[0])


@pytest.mark.parametrize("width", [480, 760, 1100])
def test_answering_rows_begin_at_the_same_height_whatever_the_width(
    qtbot: QtBot, view: CompareView, width: int
) -> None:
    view.resize(width, 640)
    settle(qtbot, view)
    left, right = panes(view)
    assert len(left.page.firsts) > 10
    assert_level(left, right)


def test_both_texts_scroll_together_and_come_back_without_drift(qtbot: QtBot, view: CompareView) -> None:
    left, right = panes(view)
    bars = left.verticalScrollBar(), right.verticalScrollBar()
    for value in (7, 31, 12, 55, 3):
        bars[1].setValue(value)
        level = _level_row(left)
        assert left.lines_from(level) == right.lines_from(level)
    view.resize(520, 600)
    for value in (40, 2, 23):
        bars[0].setValue(value)
        level = _level_row(left)
        assert left.lines_from(level) == right.lines_from(level)
    bars[1].setValue(0)
    assert bars[0].value() == bars[1].value() == 0


def test_a_wider_text_keeps_what_is_at_the_top(view: CompareView) -> None:
    left, _ = panes(view)
    left.verticalScrollBar().setValue(40)
    before = left.anchor()
    view.resize(1000, 700)
    after = left.anchor()
    assert before is not None
    assert after is not None
    assert abs(after[1] - before[1]) < 80  # a line


def test_panes_hold_the_article_as_text_and_say_what_they_are(view: CompareView, session: Session) -> None:
    left, right = panes(view)
    assert session.pair.a is not None
    shown = [block.text for block in left.page.blocks if block.kind is BlockKind.TEXT]
    assert all(text in left.toPlainText() for text in shown)
    assert left.accessibleName().startswith("A: United States: Russia could be")
    assert right.accessibleName().startswith("B: US says Russia buying")


def test_the_scroll_bar_of_a_single_text_reaches_its_third_screen(view: CompareView) -> None:
    view._set_layout("inline")
    pane = view.page_view.panes[0]
    lines = 2 * pane.lines_shown()
    pane.verticalScrollBar().setValue(lines)
    assert pane.verticalScrollBar().value() == lines
