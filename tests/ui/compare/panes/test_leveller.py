"""Rows are levelled again from what is known of them, as if they were levelled for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.ui.compare.panes.view_stack import SideBySide
from tests.ui.compare.screen import panes

if TYPE_CHECKING:
    from desktop.ui.compare.panes.leveller import Leveller
    from desktop.ui.compare.view import CompareView


@pytest.fixture
def leveller(view: CompareView) -> Leveller:
    assert isinstance(view.page_view, SideBySide)
    return view.page_view._leveller


def _fillers(view: CompareView) -> list[list[int]]:
    return [[pane.filler(row) for row in range(len(pane.page.tails))] for pane in panes(view)]


def test_a_row_that_is_to_begin_level_gets_the_lines_it_would_get_anew(view: CompareView, leveller: Leveller) -> None:
    leveller.finish()
    former = _fillers(view)
    found = []
    for row in range(1, leveller.rows):
        leveller.keep_level(row)
        leveller.finish()
        found.append(_fillers(view))
        leveller.restart()
        leveller.finish()
        assert _fillers(view) == found[-1]
    assert any(each != former for each in found)


def test_a_pane_that_was_lengthened_ends_with_its_text_again(view: CompareView, leveller: Leveller) -> None:
    leveller.finish()
    former = _fillers(view)
    leveller.lengthen(panes(view)[0], 5)
    assert _fillers(view) != former
    leveller.shorten()
    assert _fillers(view) == former
