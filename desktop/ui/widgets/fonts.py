"""Fonts derived from another: bold, and a little smaller."""

from __future__ import annotations

from PySide6.QtGui import QFont


def bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setBold(True)
    return made


def small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * 0.9)
    return made
