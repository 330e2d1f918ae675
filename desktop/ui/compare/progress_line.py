"""Progress line: what is shown until the fine comparison is there, and the buttons that stop it or go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from desktop.translation import Text, shown, tr
from desktop.ui.widgets.basics import button, plain_label

if TYPE_CHECKING:
    from desktop.text.changes import Comparison

_IN_PROGRESS = Text("Comparing… The texts are here already; changes will be marked when it is done.")
_BEING_SET = Text("Setting long texts on their pages… They begin here already; the rest follows in a moment.")
_GIVEN_UP = Text("Not compared word by word. What differs in whole sentences will be marked in a moment.")


class ProgressLine(QWidget):
    """One quiet line over the foot of the texts until the fine comparison is there; nothing moves for it.

    Signals: cancelled(); resumed(): the fine comparison is to be made after all
    """

    cancelled = Signal()
    resumed = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        over.installEventFilter(self)
        self.setObjectName("compare-waiting")
        self.setProperty("look", "foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._label = plain_label()
        self._label.setObjectName("compare-waiting-words")
        self._label.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setObjectName("compare-progress")
        self._bar.setAccessibleName(tr("How much of the comparison is made"))
        self._bar.setRange(0, 100)
        self._bar.setFixedWidth(110)
        self._cancel = button(tr("Cancel"), "compare-cancel", "button")
        self._cancel.clicked.connect(self.cancelled)
        self._go_on = button(tr("Compare word by word"), "compare-go-on", "button")
        self._go_on.clicked.connect(self.resumed)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 10, 4)
        row.addWidget(self._label, 1)
        for widget in (self._bar, self._cancel, self._go_on):
            row.addWidget(widget)
        self._unfinished = False  # whether the fine comparison is not there yet
        self._setting = False  # whether long texts are being set on their pages
        self.hide()

    def show_state(self, comparison: Comparison | None, share: float | None) -> None:
        """Say what is shown and, with the share that is made (None: nothing is being made), what is to come."""
        is_running = share is not None
        coarse = comparison is not None and comparison.coarse
        if comparison is not None and coarse:
            more = tr("The fine comparison is being made…") if is_running else tr("The fine comparison was cancelled.")
            self._label.setText(f"{shown(comparison.why)} {more}")
        else:
            self._label.setText(str(_IN_PROGRESS if is_running else _GIVEN_UP))
        self._bar.setValue(round(100 * (share or 0)))
        for widget, visible in ((self._bar, is_running), (self._cancel, is_running), (self._go_on, not is_running)):
            widget.setVisible(visible)
        self._unfinished = comparison is None or coarse
        self._show(visible=self._unfinished or self._setting)

    def set_setting(self, setting: bool) -> None:  # noqa: FBT001 - a slot
        """Say that long texts are being set on their pages, or no more."""
        if setting == self._setting:
            return
        self._setting = setting
        if setting and not self._unfinished:
            self._label.setText(str(_BEING_SET))
            self._bar.setRange(0, 0)
            for widget, visible in ((self._bar, True), (self._cancel, False), (self._go_on, False)):
                widget.setVisible(visible)
        else:
            self._bar.setRange(0, 100)
        self._show(visible=self._unfinished or setting)

    def _show(self, *, visible: bool) -> None:
        """Lie over the foot of the texts, whatever was put there since."""
        self.setVisible(visible)
        if visible:
            self._lie_down()
            self.raise_()

    def _lie_down(self) -> None:
        width = self._over.width()
        height = max(self.sizeHint().height(), self.heightForWidth(width))
        self.setGeometry(0, self._over.height() - height, width, height)

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._lie_down()
        return super().eventFilter(watched, event)
