"""What does a screen reader say when marks are made?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from desktop.ui.theme import STATUS_WORD
from desktop.ui.widgets.citation import first_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.domain import Quote


def announce(place: QWidget, quotes: Sequence[Quote]) -> None:
    """Say the new status once, with the first words of the quote or how many there are."""
    if quotes and QAccessible.isActive():
        what = first_words(quotes[0].text) if len(quotes) == 1 else f"{len(quotes)} quotes"
        said = QAccessibleAnnouncementEvent(place, f"{STATUS_WORD[quotes[0].status]}: {what}")
        QAccessible.updateAccessibility(said)
