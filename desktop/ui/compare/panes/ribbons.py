"""Ribbons: a strip between two panes that shows which rows answer each other, where they do not stand level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui import theme
from desktop.ui.compare.layout.page import BlockKind

if TYPE_CHECKING:
    from desktop.ui.compare.panes.text_pane import TextPane

_WIDTH = 14  # pixels


class Ribbons(QWidget):
    """Draws a band from each row of the left pane on the screen to the same row of the right one."""

    def __init__(self, panes: tuple[TextPane, TextPane], parent: QWidget) -> None:
        super().__init__(parent)
        self._panes = panes
        self.setFixedWidth(_WIDTH)

    def bands(self) -> list[tuple[tuple[float, float], tuple[float, float]]]:
        """Return top and bottom of the rows on both sides of the screen, left and right, in pixels."""
        left, right = map(_rows, self._panes)
        return [(left[row], right[row]) for row in left if row in right]

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the strip is small and drawn whole
        colours = theme.current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), colours.colour("ground"))
            for (top, bottom), (other_top, other_bottom) in self.bands():
                painter.fillPath(_band(top, bottom, other_top, other_bottom, self.width()), colours.colour("window"))
            painter.setPen(colours.colour("line"))
            painter.drawLine(0, 0, 0, self.height())
            painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())


def _rows(pane: TextPane) -> dict[int, tuple[float, float]]:
    """Return where the rows on the screen begin and end, in pixels from its top."""
    found: dict[int, tuple[float, float]] = {}
    for block in pane.visible_blocks():
        shown = pane.page.blocks[block.number]
        if shown.kind is not BlockKind.TAIL:
            last = block.layout.lineAt(block.layout.lineCount() - 1)
            top, bottom = block.origin.y(), block.origin.y() + last.y() + last.height()
            found[shown.row] = min(found.get(shown.row, (top,))[0], top), bottom
    return found


def _band(top: float, bottom: float, other_top: float, other_bottom: float, width: float) -> QPainterPath:
    path = QPainterPath(QPointF(0, top))
    path.cubicTo(width / 2, top, width / 2, other_top, width, other_top)
    path.lineTo(width, other_bottom)
    path.cubicTo(width / 2, other_bottom, width / 2, bottom, 0, bottom)
    path.closeSubpath()
    return path
