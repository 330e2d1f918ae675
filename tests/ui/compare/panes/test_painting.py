"""Labels stand in room of their own, in text of either direction, and each paragraph runs as its letters do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from desktop.domain import Span
from desktop.text.changes import Alert, AlertKind, Row
from desktop.ui.compare.layout.build_pages import side_pages
from desktop.ui.compare.layout.layers import ChangeIndex, Layers
from desktop.ui.compare.panes.painting import Strokes, boxes, room_of
from desktop.ui.compare.panes.text_pane import TextPane
from tests.ui.compare.texts import comparison, replaced, spot, version

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

ARABIC = "قتل 25 شخصا في الهجوم على المدينة يوم الاثنين"


def shown(qtbot: QtBot, text: str, mine: str) -> TextPane:
    """A pane that shows a text with an alert at some of its words."""
    other = text.replace(mine, "37")
    alert = Alert(AlertKind.NUMBER, spot(text, mine), spot(other, "37"), mine, "37", "Another number.")
    compared = comparison(
        (replaced(text, other, mine, "37", alerts=(alert,)),), (Row(Span(0, len(text)), Span(0, len(other))),)
    )
    page, _ = side_pages(version(text, 1), version(other, 2), compared)
    pane = TextPane("pane")
    qtbot.addWidget(pane)
    pane.resize(700, 300)
    pane.show()
    pane.show_page(page, Layers(page, ChangeIndex(compared, {"a": text, "b": other}, typography=False)))
    return pane


@pytest.mark.parametrize(("text", "mine"), [(ARABIC, "25"), (ARABIC, "شخصا"), ("It killed 25 people.", "25")])
def test_a_label_never_lies_over_the_words_it_speaks_of(qtbot: QtBot, text: str, mine: str) -> None:
    pane = shown(qtbot, text, mine)
    block = pane.visible_blocks()[0]
    [tag] = pane.layers.of(0).tags
    room = room_of(block.layout, tag, pane._shading.room(tag))
    assert room is not None
    line = block.layout.lineAt(0)
    for run in line.glyphRuns():
        font = run.rawFont()
        for index, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            ink = font.boundingRect(index).translated(place.x(), 0)
            assert ink.right() <= room.left() + 1 or ink.left() >= room.right() - 1


@pytest.mark.parametrize(("text", "mine"), [(ARABIC, "25"), (ARABIC, "شخصا"), ("It killed 25 people.", "25")])
def test_the_ground_of_changed_words_lies_under_all_of_them(qtbot: QtBot, text: str, mine: str) -> None:
    pane = shown(qtbot, text, mine)
    block = pane.visible_blocks()[0]
    [mark] = pane.layers.of(0).marks
    [box] = boxes(block.block, mark.start, mark.end)
    line = block.layout.lineAt(0)
    inked = [run.boundingRect() for run in line.glyphRuns(mark.start, mark.end - mark.start)]
    assert box.left() <= min(ink.left() for ink in inked) + 1
    assert box.right() >= max(ink.right() for ink in inked) - 1


def test_a_part_that_the_eye_meets_in_two_places_has_two_grounds(qtbot: QtBot) -> None:
    pane = shown(qtbot, "He said قتل الرجل there 25 times.", "25")
    block = pane.visible_blocks()[0]
    words = block.block.text()
    found = boxes(block.block, words.index("said"), words.index("قتل") + 3)
    line, between = block.layout.lineAt(0), words.index("الرجل")
    inked = [run.boundingRect() for run in line.glyphRuns(between, 5)]
    assert len(found) == 2
    assert not any(box.adjusted(1, 0, -1, 0).intersects(ink) for box in found for ink in inked)


@pytest.mark.parametrize(("text", "leftwards"), [(ARABIC, True), ("It killed 25 people.", False)])
def test_a_paragraph_begins_at_the_side_its_letters_begin_at(qtbot: QtBot, text: str, leftwards: bool) -> None:
    pane = shown(qtbot, text, "25")
    line = pane.visible_blocks()[0].layout.lineAt(0)
    gap = pane.viewport().width() - line.x() - line.naturalTextWidth()
    assert (line.x() > 100, gap < 60) == (leftwards, leftwards)


def test_kept_strokes_are_drawn_as_they_were(qtbot: QtBot) -> None:
    def paint(painter: QPainter | Strokes) -> None:
        painter.setPen(QPen(QColor("#803000"), 1.4, Qt.PenStyle.DotLine))
        painter.setBrush(QColor(20, 80, 200, 90))
        painter.drawRoundedRect(QRectF(4.25, 3, 60, 14.5), 3, 3)
        painter.drawLine(QPointF(4, 20.5), QPointF(80, 20.5))
        painter.drawText(QRectF(4, 24, 90, 16), Qt.AlignmentFlag.AlignCenter, "number")

    def drawn(act: Callable[[QPainter], None]) -> QImage:
        image = QImage(120, 60, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            act(painter)
        return image

    def at_once(painter: QPainter) -> None:
        painter.translate(7, 11)
        paint(painter)

    strokes = Strokes()
    paint(strokes)
    for _ in range(2):
        assert drawn(lambda painter: strokes.draw(painter, QPointF(7, 11))) == drawn(at_once)
