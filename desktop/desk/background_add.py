"""Background adding: a long capture is added over a second connection, from another thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.store.records import add_capture
from desktop.store.records.entries import By
from desktop.store.upkeep import opening

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from desktop.desk.prepare import Prepared
    from desktop.domain import Added, ArticleId, StoryId


class BackgroundAdder:
    """Adds captures over a connection of its own; see `Desk.background_adder` and `Desk.added_in_background`."""

    def __init__(self, path: Path, uid: str, now: Callable[[], datetime]) -> None:
        self._path = path
        self._uid = uid
        self._now = now

    def add(
        self, prepared: Prepared, *, story: StoryId | None = None, article: ArticleId | None = None, checker: str = ""
    ) -> Added:
        """Add a capture as Desk.add does, in one transaction that is on the disk when this returns; on any thread."""
        database = opening.open_beside(self._path, self._uid)
        try:
            with database.transaction():
                by = By(self._uid, checker, self._now().isoformat(timespec="microseconds"))
                capture, quotes = prepared.capture, prepared.quotes
                return add_capture.add(database, by, capture, quotes, story=story, article=article, label="")
        finally:
            database.close()
