"""The blocks said to be on the screen stand where Qt draws them, whatever was scrolled, sized or marked since."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.domain import QuoteId, Span, Status
from desktop.text.changes import Row
from desktop.ui.compare.layout.build_pages import side_pages
from desktop.ui.compare.layout.layers import ChangeIndex, Layers, QuoteMark
from desktop.ui.compare.panes.text_pane import TextPane
from tests.ui.compare.texts import comparison, version

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.ui.compare.layout.page import Page

TEXT = "\n\n".join(f"Paragraph {number}. " + "The mayor said the bridge would open again. " * 6 for number in range(40))


def _layers(words: str) -> tuple[Page, Layers]:
    rows = [Row(Span(*each.span()), Span(*each.span())) for each in re.finditer(".+", words)]
    compared = comparison((), tuple(rows))
    page, _ = side_pages(version(words, 1), version(words, 2), compared)
    return page, Layers(page, ChangeIndex(compared, {"a": words, "b": words}, typography=False))


@pytest.fixture
def pane(qtbot: QtBot) -> TextPane:
    pane = TextPane("pane")
    qtbot.addWidget(pane)
    pane.resize(700, 300)
    pane.show()
    pane.show_page(*_layers(TEXT))
    return pane


def _scroll(pane: TextPane) -> None:
    pane.verticalScrollBar().setValue(17)


def _narrow(pane: TextPane) -> None:
    pane.resize(420, 300)


def _heighten(pane: TextPane) -> None:
    pane.resize(700, 500)


def _quote(pane: TextPane) -> None:
    pane.quotes = {1: [QuoteMark(0, 40, QuoteId(1), Status.DISPUTED)]}


def _fill(pane: TextPane) -> None:
    pane.set_filler(0, 3)


def _shorten(pane: TextPane) -> None:
    pane.show_page(*_layers("One sentence.\n\nAnd another one."))


ACTS: list[Callable[[TextPane], object]] = [
    _scroll, _narrow, _heighten, _quote, _fill, _shorten,
    lambda pane: pane.set_zoom(160),
    lambda pane: pane.set_one_colour(on=True),
    lambda pane: pane.reveal("a", Span(len(TEXT) - 40, len(TEXT) - 20)),
]  # fmt: skip


@pytest.mark.parametrize("act", ACTS)
def test_blocks_stand_where_they_are_drawn(pane: TextPane, act: Callable[[TextPane], object]) -> None:
    assert pane.visible_blocks()
    act(pane)
    shown = pane.visible_blocks()
    block, bottom = pane.firstVisibleBlock(), 0.0
    for each in shown:
        where = pane.blockBoundingGeometry(block).translated(pane.contentOffset())
        assert (each.number, each.origin.y()) == (block.blockNumber(), where.top())
        block, bottom = block.next(), where.bottom()
    assert bottom >= pane.viewport().height() or not block.isValid()


def test_what_is_asked_again_is_not_looked_for_again(pane: TextPane) -> None:
    assert pane.visible_blocks() is pane.visible_blocks()


def test_text_that_others_wrote_is_not_shown(pane: TextPane) -> None:
    pane.visible_blocks()
    pane.document().setPlainText("Nobody stored this.")
    shown = [block.block.text() for block in pane.visible_blocks()]
    assert shown
    assert shown == [block.text for block in pane.page.blocks[: len(shown)]]


def test_what_comes_after_a_block_is_not_taken_for_its_layout(pane: TextPane, qtbot: QtBot) -> None:
    pane.resize(420, 8_000)
    blocks = pane.visible_blocks()
    assert len(blocks) > 60
    pane.show_page(*_layers("One sentence."))
    menu = QMenu()
    qtbot.addWidget(menu)
    assert {type(menu.addAction("Entry")) for _ in range(200)} == {QAction}
