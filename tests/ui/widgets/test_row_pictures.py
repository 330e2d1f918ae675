"""Rows are painted once under what they show, and a picture looks as if its row had just been painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.ui.widgets import row_pictures
from desktop.ui.widgets.row_pictures import RowPictures

if TYPE_CHECKING:
    from collections.abc import Hashable

    from pytestqt.qtbot import QtBot

GROUND = QColor("#ffffff")


class Rows:
    """Paints words as high as a row, and counts how often."""

    def __init__(self) -> None:
        self.painted: list[str] = []

    def paint(self, painter: QPainter, rect: QRect, words: str) -> None:
        self.painted.append(words)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.GlobalColor.darkBlue)
        painter.drawRoundedRect(QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5), 5, 5)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)


def drawn(
    pictures: RowPictures | None, rows: Rows, words: str, key: Hashable = None, *, scale: float = 1, top: int = 7
) -> QImage:
    image = QImage(round(200 * scale), round(80 * scale), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(Qt.GlobalColor.gray)
    rect = QRect(3, top, 180, 50)
    with QPainter(image) as painter:
        if pictures is None:
            painter.fillRect(rect, GROUND)
            rows.paint(painter, rect, words)
        else:
            pictures.draw(painter, rect, key or words, GROUND, lambda own, where: rows.paint(own, where, words))
    return image


@pytest.mark.parametrize("scale", [1, 2, 1.5])
def test_a_row_looks_as_if_it_had_just_been_painted(qtbot: QtBot, scale: float) -> None:
    pictures, rows = RowPictures(), Rows()
    for top in (7, 7, 19):
        plain = drawn(None, rows, "“We will come,” she said", scale=scale, top=top)
        assert drawn(pictures, rows, "“We will come,” she said", scale=scale, top=top) == plain


def test_a_row_is_painted_again_only_where_it_shows_something_else(qtbot: QtBot) -> None:
    pictures, rows = RowPictures(), Rows()
    for words in ("one", "one", "two", "one"):
        drawn(pictures, rows, words)
    assert rows.painted == ["one", "two"]
    pictures.forget()
    drawn(pictures, rows, "one")
    assert rows.painted == ["one", "two", "one"]


def test_the_rows_used_least_lately_are_let_go(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(row_pictures, "_MOST", 2 * 180 * 50 * 4)
    pictures, rows = RowPictures(), Rows()
    for words in ("one", "two", "one", "three", "one", "two"):
        drawn(pictures, rows, words)
    assert rows.painted == ["one", "two", "three", "two"]
