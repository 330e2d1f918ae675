"""Announcements to a screen reader, where one listens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def announce(place: QWidget, words: Callable[[], str]) -> None:
    """Let a screen reader say `words`, which are only put together if one is there; empty ones say nothing."""
    if QAccessible.isActive() and (sentence := words()):
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(place, sentence))
