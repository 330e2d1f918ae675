"""Alert strip: names the current alert in words, under the header: "place: South Korea → North Korea · 2 of 8"."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.compare.layout.descriptions import alert_words, count_kinds
from desktop.ui.widgets.basics import plain_label, plain_tip, tool_button

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.ui.compare.layout.change_steps import ChangeSteps

_LONGEST = 400  # code points of a reading


class AlertStrip(QWidget):
    """One line that stays as long as the comparison has alerts, so that nothing moves from alert to alert.

    Signals: step_requested(int): +1 or -1
    """

    step_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compare-alert-strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("look", "head")
        before = tool_button("◂", "compare-previous-alert", "Previous alert (Shift+F7)", parent=self)
        after = tool_button("▸", "compare-next-alert", "Next alert (F7)", parent=self)
        before.clicked.connect(partial(self.step_requested.emit, -1))
        after.clicked.connect(partial(self.step_requested.emit, 1))
        self._label = plain_label(parent=self)
        self._label.setObjectName("compare-alert-words")
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._words, self._place = "", ""
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 1, 10, 1)
        row.setSpacing(6)
        row.addWidget(self._label, 1)
        row.addWidget(before)
        row.addWidget(after)
        self.hide()

    def show_alert(self, steps: ChangeSteps) -> None:
        """Name the current alert; where there is none yet, how many there are of which kind."""
        total = len(steps.alerts)
        self.setVisible(total > 0)
        if not total:
            return
        alert = steps.alert
        if alert is None:
            self._words, self._place = count_kinds([each for _, each in steps.alerts]), " · F7 goes to the next"
        else:
            self._words, self._place = alert_words(alert, _LONGEST), f" · {steps.alert_number} of {total:,}"
        self._label.setToolTip(plain_tip(alert.why if alert is not None else self._words))
        self._label.setAccessibleName(self._words + self._place)
        self._elide()

    def _elide(self) -> None:
        """Cut the words where there is no room for them, never the number."""
        metrics = self._label.fontMetrics()
        room = self._label.width() - metrics.horizontalAdvance(self._place) - 4
        self._label.setText(metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, max(60, room)) + self._place)

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()
