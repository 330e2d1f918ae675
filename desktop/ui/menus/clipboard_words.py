"""Words of what is pasted or dropped: the plain ones, or those that its marked-up form shows where it has no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData


def words_of(mime: QMimeData) -> str:
    """Return the words, empty where there are none."""
    words = mime.text() if mime.hasText() else ""
    if words.strip() or not mime.hasHtml():
        return words
    from desktop.intake.clipboard import shown_words

    return shown_words(mime.html())
