"""Foot of the quotes panel: a strip of one height for the buttons of several quotes and for what is to be said."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.ui.quotes.notices import DraftNotice
from desktop.ui.widgets.basics import plain_label, plain_tip

_HINT = "Shift or Ctrl with a click chooses several quotes; one mark is then for all of them."


class PanelFoot(QStackedWidget):
    """What is said here takes no room from the list, and no button comes where a card was.

    The most urgent of these is shown: why nothing can be marked, the buttons for several chosen quotes, words that
    are back from an earlier run, a hint.
    """

    def __init__(self, batch: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("quotes-foot")
        self.setProperty("look", "foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.batch = batch
        self.why = plain_label("", "faint", self)
        self.why.setObjectName("quotes-locked")
        self.notice = DraftNotice(self)
        self._hint = plain_label(_HINT, "faint", self)
        for label in (self.why, self._hint):
            label.setWordWrap(True)
            label.setContentsMargins(14, 2, 12, 2)
        for part in (self.why, self.batch, self.notice, self._hint):
            self.addWidget(part)
        self._chosen = 0
        self._drafts = 0
        self._keep_height()
        self._show()

    def show_chosen(self, count: int) -> None:
        """Offer the buttons where several quotes are chosen."""
        self._chosen = count
        self._show()

    def show_why(self, why: str) -> None:
        """Say why nothing can be marked; empty where it can."""
        self.why.setText(why)
        self.why.setToolTip(plain_tip(why))
        self._show()

    def show_drafts(self, count: int) -> None:
        """Say at how many quotes half-typed words are back."""
        self._drafts = count
        if count:
            self.notice.show_count(count)
        self._show()

    def _show(self) -> None:
        part: QWidget = self._hint
        if self.why.text():
            part = self.why
        elif self._chosen > 1:
            part = self.batch
        elif self._drafts:
            part = self.notice
        self.setCurrentWidget(part)

    def _keep_height(self) -> None:
        self.setFixedHeight(self.batch.sizeHint().height())

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._keep_height()
