"""How does a long capture come onto an open desk from another thread, so that nobody waits for the disk meanwhile?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.store.records import add_capture as adding
from desktop.store.records.entries import By
from desktop.store.upkeep import opening

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from desktop.desk.prepare import Prepared
    from desktop.domain import Added, ArticleId, StoryId


class Aside:
    """Adds captures over a connection of its own; `Desk.aside` makes one, `Desk.added_aside` hears what came of it."""

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
                return adding.add(database, by, capture, quotes, story=story, article=article, label="")
        finally:
            database.close()
