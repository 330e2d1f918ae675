"""What a tip shows."""

from __future__ import annotations

from PySide6.QtGui import Qt, QTextDocument


def painted(tip: str) -> str:
    """Return the words that Qt paints for a tip, which it takes for markup if it looks like it."""
    if not Qt.mightBeRichText(tip):
        return tip
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()
