"""Active filters of the list of articles: a chip for each that takes it away, and the page shown where none is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from desktop.text.display import shorten
from desktop.translation import Text, number, tr
from desktop.ui.articles.arrangement import Show
from desktop.ui.widgets.basics import FlowLayout, button, plain_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.desk.open_desk import Desk

_WORDS_SHOWN = 24  # letters
_REASONS = {
    Show.TO_CHECK: Text("has quotes to check"),
    Show.DISPUTED: Text("is disputed"),
    Show.DONE: Text("is done"),
}


def why_nothing(words: str, show: Show, there: int) -> str:
    """Say which filters together leave nothing of the articles that are there."""
    conditions = []
    if words.strip():
        conditions.append(tr("has “{words}” in headline, outlet or byline", words=shorten(words, _WORDS_SHOWN)))
    if show is not Show.ALL:
        conditions.append(str(_REASONS[show]))
    what = conditions[0] if len(conditions) == 1 else tr("{one} and {other}", one=conditions[0], other=conditions[1])
    return tr("0 of {there} shown: no article {what}.", there=number(there), what=what)


class ActiveFilters(QWidget):
    """The chips; hidden while nothing is filtered.

    Signals: words_dropped(), show_dropped(), all_dropped()
    """

    words_dropped = Signal()
    show_dropped = Signal()
    all_dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.words = self._chip("articles-filter-off-words", self.words_dropped.emit)
        self.kind = self._chip("articles-filter-off-show", self.show_dropped.emit)
        self.clear = self._chip("articles-filter-clear", self.all_dropped.emit)
        self.clear.setText(tr("Clear all"))
        for chip in (self.words, self.kind, self.clear):
            row.addWidget(chip)
        self.show_filters("", Show.ALL)

    def _chip(self, name: str, act: Callable[[], None]) -> QToolButton:
        chip = QToolButton(self)
        chip.setObjectName(name)
        chip.setProperty("look", "chip")
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.clicked.connect(lambda: act())  # noqa: PLW0108 - `clicked` hands over a bool that the signal does not take
        return chip

    def show_filters(self, words: str, show: Show) -> None:
        """Show a chip for each filter in force."""
        chips = (
            (self.words, f"“{shorten(words, _WORDS_SHOWN)}”", bool(words.strip())),
            (self.kind, tr(show.value), show is not Show.ALL),
        )
        for chip, name, there in chips:
            chip.setText(f"{name} ✕".replace("&", "&&"))
            chip.setAccessibleName(tr("Take away: {name}", name=name))
            chip.setToolTip(tr("Do not filter by this any more"))
            chip.setVisible(there)
        self.setVisible(any(there for *_, there in chips))


class EmptyList(QWidget):
    """A sentence, and the button `fill` that clears the filter or asks for articles."""

    def __init__(self) -> None:
        super().__init__()
        self._why = plain_label("", "faint")
        self._why.setWordWrap(True)
        self._why.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.fill = button(tr("Add articles…"), "fill-articles", "primary")
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
            self._why.setText(tr("No desk is open."))
        elif filtered:
            self._why.setText(why_nothing(words, show, desk.article_list.count()))
        else:
            self._why.setText(
                tr("The articles of a story will be listed here. Add text files, drop them here, or paste an article.")
            )
        self.fill.setVisible(desk is not None and (filtered or not desk.read_only))
        self.fill.setText(tr("Clear the filter") if filtered else tr("Add articles…"))
