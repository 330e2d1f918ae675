"""Rows of a long list get their heights a part at a time, and end as those of a short one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.ui.articles import list_view
from desktop.ui.articles.arrangement import StoryRow, VersionRow
from desktop.ui.articles.list_view import heights
from desktop.ui.articles.panel import ArticlePanel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.session.session import Session


@pytest.fixture
def panel(qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch) -> ArticlePanel:
    monkeypatch.setattr(list_view, "_FITTED_AT_ONCE", 1)
    panel = ArticlePanel(session)
    qtbot.addWidget(panel)
    panel.resize(260, 300)
    panel.show()
    return panel


def kinds(panel: ArticlePanel) -> list[int]:
    """Which height each row is to have: that of a story, an article or a version."""
    rows = [panel.model.row(number) for number in range(panel.model.rowCount())]
    return [0 if isinstance(row, StoryRow) else 2 if isinstance(row, VersionRow) else 1 for row in rows]


def fitted(panel: ArticlePanel) -> bool:
    height = heights(panel.list.font())
    head = panel.list.verticalHeader()
    above = {row: list_view.band(panel.list.font()) for row in panel.model.odd_rows()[2]}
    return [height[kind] + above.get(row, 0) for row, kind in enumerate(kinds(panel))] == [
        head.sectionSize(row) for row in range(head.count())
    ]


def test_every_row_has_the_height_of_its_kind_in_the_end(qtbot: QtBot, panel: ArticlePanel) -> None:
    qtbot.waitUntil(lambda: fitted(panel))
    assert {0, 1} <= set(kinds(panel))


def test_rows_that_were_of_another_kind_get_their_new_height(qtbot: QtBot, panel: ArticlePanel) -> None:
    qtbot.waitUntil(lambda: fitted(panel))
    everything = kinds(panel)
    story = next(row for row in map(panel.model.row, range(panel.model.rowCount())) if isinstance(row, StoryRow))
    panel.model.fold(story)
    qtbot.waitUntil(lambda: fitted(panel))
    assert kinds(panel) != everything
    folded = next(row for row in map(panel.model.row, range(panel.model.rowCount())) if isinstance(row, StoryRow))
    panel.model.fold(folded)
    qtbot.waitUntil(lambda: fitted(panel))
    assert kinds(panel) == everything


def test_what_is_on_the_screen_stays_where_it_is_while_rows_above_get_their_heights(
    qtbot: QtBot, panel: ArticlePanel
) -> None:
    qtbot.waitUntil(lambda: fitted(panel))
    bar = panel.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    top = panel.list.rowAt(0)
    before = panel.list.rowViewportPosition(top)
    head = panel.list.verticalHeader()
    head.resizeSection(0, head.sectionSize(0) + 30)  # as if its turn had not come yet
    panel.list.updateGeometries()
    bar.setValue(bar.value() + 30)
    panel.list._unfitted = 0
    panel.list._fitting.start()
    qtbot.waitUntil(lambda: fitted(panel) and not panel.list._fitting.isActive())
    assert (panel.list.rowAt(0), panel.list.rowViewportPosition(top)) == (top, before)
