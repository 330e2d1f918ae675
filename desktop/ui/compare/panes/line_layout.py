"""How are the lines of a page set? On a fixed step, so that two panes stay level whatever fonts a line needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QPlainTextDocumentLayout

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QTextBlock, QTextDocument, QTextLine

_STEP = 1.38  # of the height of a line
_BELOW = 0.45  # of a step: the space under a row


class SteppedLayout(QPlainTextDocumentLayout):
    """Lays out blocks as Qt does, then sets their lines on a fixed step.

    A block whose user state is `TAIL` is a tail: its last line is lower than a step. That of a `SEAM` has no height.
    """

    TAIL, SEAM = 1, 2

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.step = 20.0
        self.below = 9.0

    def measure(self, font: QFont) -> None:
        """Take the step from a font."""
        height = QFontMetricsF(font).height()
        self.step = float(round(height * _STEP))
        self.below = float(round(self.step * _BELOW))

    def spread(self, block: QTextBlock, rect: QRectF) -> QRectF:
        """Set the lines of a laid-out block and return its rectangle."""
        layout = block.layout()
        count = layout.lineCount()
        height = count * self.step
        if count and block.userState() in {self.TAIL, self.SEAM}:
            height += (self.below if block.userState() == self.TAIL else 0) - self.step
        # Qt scrolls to the lower edge of a line: those edges are what must lie on the steps. A line's rectangle is a
        # little lower than its height, which is rounded up: measured by it, every block would be set again each time.
        if count and not self._is_set(layout.lineAt(count - 1), count):
            margin = self.document().documentMargin()
            for number in range(count):
                line = layout.lineAt(number)
                line.setPosition(QPointF(margin, (number + 1) * self.step - line.height()))
        return QRectF(0, 0, rect.width(), height)

    def _is_set(self, last: QTextLine, count: int) -> bool:
        return last.y() + last.height() == count * self.step

    # Qt

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        rect = super().blockBoundingRect(block)
        return self.spread(block, rect) if block.isVisible() else rect
