"""What stands where the list of articles would be, while there is nothing in it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.articles.active_filters import why_nothing
from desktop.ui.articles.model import Show
from desktop.ui.widgets.basics import button, plain_label

if TYPE_CHECKING:
    from desktop.desk.open_desk import Desk


class Nothing(QWidget):
    """A sentence, and the button `fill` that clears the filter or asks for articles."""

    def __init__(self) -> None:
        super().__init__()
        self._why = plain_label("", "faint")
        self._why.setWordWrap(True)
        self._why.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.fill = button("Add articles…", "fill-articles", "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.addStretch(1)
        column.addWidget(self._why)
        column.addWidget(self.fill, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def explain(self, desk: Desk | None, words: str, show: Show) -> None:
        """Say why nothing is listed under this filter, and what can be done."""
        filtered = bool(words) or show is not Show.ALL
        if desk is None:
            self._why.setText("No desk is open.")
        elif filtered:
            self._why.setText(why_nothing(words, show, desk.article_count()))
        else:
            self._why.setText(
                "The articles of a story will be listed here. Add text files, drop them here, or paste an article."
            )
        self.fill.setVisible(desk is not None and (filtered or not desk.read_only))
        self.fill.setText("Clear the filter" if filtered else "Add articles…")
