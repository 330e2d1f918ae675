"""Notices of the quotes panel: an empty list says why, drafts of an earlier run are offered."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.text.display import amount
from desktop.ui.widgets.basics import button, plain_label


class DraftNotice(QWidget):
    """A line that says that words of an earlier run are back, and a button that goes there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 2, 12, 2)
        self._text = plain_label("", "faint", self)
        self._text.setWordWrap(True)
        self.show_button = button("Show", "quote-drafts-show", "button", self)
        row.addWidget(self._text, 1)
        row.addWidget(self.show_button)

    def show_count(self, count: int) -> None:
        self._text.setText(f"Half-typed words from last time are back at {amount(count, 'quote')}.")


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
        self.clear_button = button("Show all", "quotes-show-all", "button", self)
        page.addWidget(self._text)
        page.addWidget(self.clear_button, 0, Qt.AlignmentFlag.AlignHCenter)
        page.addStretch(1)

    def explain(self, *, desk: bool, article: bool, total: int) -> None:
        """Say why no card is there; `total` quotes are hidden by the filter."""
        self.clear_button.setVisible(total > 0)
        self.clear_button.setText(f"Show all {total}")
        if total:
            self._text.setText(f"0 of {total} shown: no quote matches the filter.")
        elif not desk:
            self._text.setText("The quotes of an article will be listed here. Open a desk or try the sample story.")
        elif not article:
            self._text.setText("Choose an article on the left: its quotes will be listed here.")
        else:
            self._text.setText(
                "No quotation marks were found in this text. Select words in the text and press Q to add a quote."
            )
