"""Benchmark of the compare view's layout: how much of a pane is left blank so that the other one keeps up.

Run with `pytest tests/benchmarks/test_blank_area.py -s`. All ten pairs of the sample articles are stepped through page
by page, as *Page down* does. Blank is what only fills a row up; below the last word of both panes nothing is counted.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from desktop.desk.open_desk import Desk
from desktop.store.file.location import own_folder
from desktop.ui import theme
from desktop.ui.compare.layout.page import BlockKind
from desktop.ui.compare.view import CompareView
from desktop.ui.session.session import Session
from desktop.ui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture
    from pytestqt.qtbot import QtBot

    from desktop.ui.compare.panes.text_pane import TextPane

SIZES = {"1024x700": (560, 560), "1440x900": (820, 760)}


def blank_shares(panes: Sequence[TextPane]) -> list[float]:
    """Return for each pane the share, 0 to 1, of what is shown down to the last word of both that has no words."""
    blank, ends = zip(*map(_blank_and_end, panes), strict=True)
    shown = max(ends)
    return [(without + shown - end) / shown for without, end in zip(blank, ends, strict=True)]


def _blank_and_end(pane: TextPane) -> tuple[float, float]:
    """Return how many pixels between the words of a pane are filled up, and where its words end."""
    height = pane.viewport().height()
    blank = between = end = 0.0
    for block in pane.visible_blocks():
        lower = pane.document().findBlockByNumber(block.number)
        top, bottom = block.origin.y(), block.origin.y() + pane.blockBoundingRect(lower).height()
        shown = max(0.0, min(bottom, height) - max(top, 0.0))
        if pane.page.blocks[block.number].kind is BlockKind.TAIL:
            between += shown if block.layout.lineCount() > 1 else 0.0
        else:
            blank, between, end = blank + between, 0.0, max(0.0, min(bottom, height))
    return blank, end


def _pages(view: CompareView) -> list[list[float]]:
    """Return the blank share of both panes on every page, from the top to the end."""
    panes = view.page_view.panes
    bar = panes[0].verticalScrollBar()
    bar.setValue(0)
    shares = []
    while True:
        QApplication.processEvents()
        shares.append(blank_shares(panes))
        former = bar.value()
        bar.triggerAction(bar.SliderAction.SliderPageStepAdd)
        if bar.value() == former:
            return shares


@pytest.mark.parametrize("size", SIZES)
def test_blank_area(
    size: str, qapp: QApplication, qtbot: QtBot, desk_path: Path, tmp_path: Path, benchmark: BenchmarkFixture
) -> None:
    """Reach: at most 15 % of the worse pane, in the mean of a pair's pages."""
    theme.apply(qapp)
    session = Session(Settings(tmp_path / "verbatim.ini", own_folder()), qapp)
    session.open_desk(Desk.open(desk_path))
    versions = [article.newest for article in session.desk.articles()] if session.desk else []
    view = CompareView(session)
    qtbot.addWidget(view)
    view.resize(*SIZES[size])
    view.show()
    qtbot.waitExposed(view)
    means = {}
    worst = 0.0

    def step() -> None:
        nonlocal worst
        for one, other in combinations(range(len(versions)), 2):
            session.pair.compare(versions[one], versions[other])
            qtbot.waitUntil(lambda: session.pair.comparison is not None)
            QApplication.processEvents()
            pages = _pages(view)
            means[f"{one}/{other}"] = max(sum(column) / len(pages) for column in zip(*pages, strict=True))
            worst = max(worst, *map(max, pages))

    benchmark.pedantic(step, rounds=1)
    benchmark.extra_info["blank, %"] = {pair: round(100 * share) for pair, share in means.items()}
    print(f"\n{size}:", *(f"{pair} {100 * share:.0f} %" for pair, share in means.items()), f"worst page {worst:.0%}")
    session.close_desk()
    assert len(means) == 10
