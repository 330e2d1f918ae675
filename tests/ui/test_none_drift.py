"""PySide6 must not lose references to None: some versions do on Python 3.11, and abort after a few thousand calls."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from 3.12 on")
def test_calls_that_return_nothing_keep_the_count_of_none(qtbot: QtBot) -> None:
    label, timer, pixmap = QLabel(), QTimer(), QPixmap(8, 8)
    qtbot.addWidget(label)
    painter = QPainter(pixmap)
    calls: list[Callable[[], object]] = [
        lambda: label.setText("x"),
        lambda: label.setToolTip("x"),
        lambda: label.setEnabled(True),
        label.update,
        lambda: label.resize(5, 5),
        lambda: timer.start(10_000),
        timer.stop,
        lambda: painter.setPen("#000000"),
        lambda: painter.drawLine(0, 0, 4, 4),
        lambda: painter.setOpacity(1.0),
    ]
    before = sys.getrefcount(None)
    for call in calls:
        for _ in range(1_000):
            call()
    painter.end()
    assert sys.getrefcount(None) - before > -200
