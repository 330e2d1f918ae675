"""Which key did the checker mean, whatever the keyboard layout?"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.domain import Status

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_LETTERS = {
    Qt.Key.Key_V: Status.VERIFIED,
    Qt.Key.Key_D: Status.DISPUTED,
    Qt.Key.Key_U: Status.UNVERIFIED,
}
# Where V, D and U lie on a keyboard whose letters are not Latin: X11 and Wayland, Windows scan codes, macOS key codes.
_PLACES = {
    "linux": {55: Status.VERIFIED, 40: Status.DISPUTED, 30: Status.UNVERIFIED},
    "win32": {0x2F: Status.VERIFIED, 0x20: Status.DISPUTED, 0x16: Status.UNVERIFIED},
    "darwin": {9: Status.VERIFIED, 2: Status.DISPUTED, 32: Status.UNVERIFIED},
}
_OTHER_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def status_meant(event: QKeyEvent) -> Status | None:
    """Return the status that V, D or U stand for: by letter on Latin layouts, else by the place of the key."""
    if event.modifiers() & _OTHER_KEYS or event.isAutoRepeat():
        return None
    status = _LETTERS.get(Qt.Key(event.key())) if event.key() in set(_LETTERS) else None
    if status is not None or event.text().isascii():
        return status
    places = _PLACES.get(sys.platform, {})
    code = event.nativeVirtualKey() if sys.platform == "darwin" else event.nativeScanCode()
    return places.get(code)
