"""How does the heading of a story show that it is locked? A padlock and the word, at its right end."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from desktop.ui import theme

_WORD = "locked"
_BODY, _GAP = 9, 4  # pixels: width of the padlock, room beside it


def lock_width(font: QFont) -> int:
    """Return how much room the sign takes, in pixels, with the gap before it."""
    return QFontMetrics(font).horizontalAdvance(_WORD) + _BODY + 3 * _GAP


def draw_lock(painter: QPainter, line: QRect, font: QFont) -> None:
    """Draw the sign at the right end of a line of text."""
    colour = theme.current().colour("faint")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _WORD)
    left = line.right() - QFontMetrics(font).horizontalAdvance(_WORD) - _GAP - _BODY
    body = QRectF(left, line.center().y() - 1, _BODY, 7)
    painter.setPen(QPen(colour, 1.4))
    painter.drawArc(QRectF(left + 2, body.top() - 4.5, _BODY - 4, 9), 0, 180 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(body, 1.5, 1.5)
    painter.restore()
