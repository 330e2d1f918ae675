"""Foot of the quotes panel: a strip of one height for batch buttons, notices and drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.translation import Text, number, tr, tr_n
from desktop.ui.widgets.basics import button, plain_label, put_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_HINT = Text("Shift or Ctrl with a click chooses several quotes; one mark is then for all of them.")


class DraftNotice(QWidget):
    """A line that says that words of an earlier run are back, and a button that goes there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 2, 12, 2)
        self._text = plain_label("", "faint", self)
        self._text.setWordWrap(True)
        self.show_button = button(tr("Show"), "quote-drafts-show", "button", self)
        row.addWidget(self._text, 1)
        row.addWidget(self.show_button)

    def show_count(self, count: int) -> None:
        self._text.setText(
            tr_n(
                "Half-typed words from last time are back at {count} quote.",
                "Half-typed words from last time are back at {count} quotes.",
                count,
            )
        )


class EmptyPage(QWidget):
    """One sentence in the place of the list, and a way out where a filter hides all."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 40, 24, 24)
        self._text = plain_label("", "faint", self)
        self._text.setObjectName("quotes-empty")
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.clear_button = button(tr("Show all"), "quotes-show-all", "button", self)
        page.addWidget(self._text)
        page.addWidget(self.clear_button, 0, Qt.AlignmentFlag.AlignHCenter)
        page.addStretch(1)

    def say_reading(self) -> None:
        """Say that the quotes are still being read."""
        self.clear_button.hide()
        self._text.setText(tr("Reading…"))

    def explain(self, *, desk: bool, article: bool, total: int) -> None:
        """Say why no card is there; `total` quotes are hidden by the filter."""
        self.clear_button.setVisible(total > 0)
        self.clear_button.setText(tr_n("Show {count}", "Show all {count}", total))
        if total:
            self._text.setText(tr("0 of {all} shown: no quote matches the filter.", all=number(total)))
        elif not desk:
            self._text.setText(tr("The quotes of an article will be listed here. Open a desk or try the sample story."))
        elif not article:
            self._text.setText(tr("Choose an article on the left: its quotes will be listed here."))
        else:
            self._text.setText(
                tr("No quotation marks were found in this text. Select words in the text and press Q to add a quote.")
            )


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
        self._hint = plain_label(str(_HINT), "faint", self)
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
        put_tip(self.why, why)
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
        """Be as high as the buttons, or as what is said in this width; not another height for each of them."""
        words = max(label.heightForWidth(self.width()) for label in (self._hint, self.notice))
        self.setFixedHeight(max(self.batch.sizeHint().height(), words))

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._keep_height()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._keep_height()
