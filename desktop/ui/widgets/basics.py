"""Plain labels, plain tips, push buttons and tables: settings that all of them in the window share."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QPushButton, QToolButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView, QWidget


def plain_label(text: str = "", look: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label that never takes text for markup."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    if look:
        label.setProperty("look", look)
    return label


def plain_tip(text: str) -> str:
    """Return a tip that shows a text as it is: Qt takes a tip for markup as soon as it looks like markup."""
    return f'<p style="white-space: pre-wrap">{escape(text)}</p>' if text else ""


def button(text: str, name: str, look: str = "button", parent: QWidget | None = None) -> QPushButton:
    """Return a push button with an object name."""
    made = QPushButton(text, parent)
    made.setObjectName(name)
    made.setProperty("look", look)
    made.setAutoDefault(False)
    return made


def tool_button(text: str, name: str, tip: str = "", look: str = "flat", parent: QWidget | None = None) -> QToolButton:
    """Return a small button; the tip is its accessible name where the text is only a sign."""
    made = QToolButton(parent)
    made.setText(text.replace("&", "&&"))
    made.setObjectName(name)
    made.setProperty("look", look)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if tip:
        made.setToolTip(tip)
        made.setAccessibleName(tip)
    return made


def calm(view: QTableView) -> None:
    """Scroll smoothly, draw no grid, leave Tab to the window, and edit only when asked to."""
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setTabKeyNavigation(False)
    view.setShowGrid(False)
    view.setCornerButtonEnabled(False)
    view.verticalHeader().hide()
