"""What does a card offer on a right click?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from desktop.domain import Status
from desktop.ui.theme import STATUS_SIGN
from desktop.ui.widgets.verdict_buttons import KEYS

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.quotes.panel import QuotePanel


def card_menu(panel: QuotePanel, chosen: int, *, writable: bool) -> QMenu:
    """Return the menu for the chosen quotes; it goes when it is closed."""
    menu = QMenu(panel)
    menu.setObjectName("quote-menu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    many = chosen > 1

    def add(name: str, text: str, act: Callable[[], None], *, enabled: bool = True) -> None:
        action = menu.addAction(text)
        action.setObjectName(name)
        action.setEnabled(enabled and chosen > 0)
        action.triggered.connect(act)

    for status in (Status.VERIFIED, Status.DISPUTED, Status.UNVERIFIED):
        text = f"{STATUS_SIGN[status]} Mark as {status}\t{KEYS[status]}"
        add(f"menu-{status}", text, partial(panel.acts.mark_here, status), enabled=writable)
    menu.addSeparator()
    copy = f"Copy {chosen} quotes with citation" if many else "Copy with citation"
    add("menu-copy", f"{copy}\tCtrl+C", panel.acts.copy)
    add("menu-show", "Show in text", panel.show_in_text, enabled=not many)
    menu.addSeparator()
    add("menu-speaker", "Correct speaker…\tF2", panel.acts.correct, enabled=writable and not many)
    apply = "Apply to identical wordings…\tCtrl+Shift+M"
    add("menu-identical", apply, panel.apply_to_identical, enabled=writable and not many)
    delete = f"Delete {chosen} quotes" if many else "Delete quote"
    add("menu-delete", f"{delete}\tDel", panel.acts.delete, enabled=writable)
    return menu
