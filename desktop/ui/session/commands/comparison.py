"""Which acts in the comparison can be undone, and how?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.session.commands.base import DeskCommand
from desktop.ui.session.pins import key_of, packed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.desk.open_desk import Desk
    from desktop.domain import Version
    from desktop.text.changes import Pin
    from desktop.ui.session.session import Session


class DecidePairs(DeskCommand):
    """Say which passages of two versions answer each other, and which do not."""

    def __init__(self, session: Session, pair: tuple[Version, Version], pins: Sequence[Pin], text: str) -> None:
        super().__init__(session, text)
        self._ids = [version.id for version in pair]
        self._key = key_of(*pair)
        self._kept = packed(pins, *pair)
        self._former = ""

    def act(self, desk: Desk) -> None:
        self._former = desk.remembered(self._key)
        desk.remember(self._key, self._kept)

    def back(self, desk: Desk) -> None:
        desk.remember(self._key, self._former)

    def tell(self) -> None:
        shown = [version.id for version in (self.session.a, self.session.b) if version is not None]
        if sorted(shown) == sorted(self._ids):
            self.session.pins_told()
        else:  # taken back while others are looked at: show what it is about
            self.session.compare(*self._ids)
