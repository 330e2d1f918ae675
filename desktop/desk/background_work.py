"""Background work on an open desk: long captures added, and the search index of an older desk built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.store.records import add_capture, search_index
from desktop.store.records.entries import By
from desktop.store.upkeep import opening

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from desktop.desk.prepare import Prepared
    from desktop.domain import Added, ArticleId, StoryId
    from desktop.store.file.database import Database
    from desktop.store.queries.article_list import ArticleListCache


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
                found = prepared.capture, prepared.quotes, prepared.words
                return add_capture.add(database, by, *found, story=story, article=article)
        finally:
            database.close()


class IndexBuild:
    """The search index of an open desk, as long as it is unfinished."""

    def __init__(self, db: Database, article_list: ArticleListCache) -> None:
        self._db = db
        self._article_list = article_list

    def share(self) -> float | None:
        """Return which share, 0 to 1, of what can be found is in the index; None once all is."""
        return search_index.built_share(self._db)

    def finish(self) -> None:
        """Put all that is missing into the index; on the desk's thread."""
        while search_index.build_part(self._db):
            pass

    def begin_beside(self, uid: str) -> Callable[[], Iterator[float]]:
        """Return what goes on with the index on another thread, while the desk can be used; then call `ended_beside`.

        It makes a part at a time, each on the disk when the share of the whole, 0 to 1, is yielded. Whoever stops in
        between loses nothing: the desk goes on there when it is opened again.
        """
        opening.wait_for_beside(self._db)
        self._article_list.note_index(grows=True)
        path, turn = self._db.path, self._db.turn

        def parts() -> Iterator[float]:
            database = opening.open_beside(path, uid)
            database.turn = turn
            try:
                while search_index.build_part(database):
                    yield search_index.built_share(database) or 1.0
            finally:
                database.close()

        return parts

    def ended_beside(self) -> None:
        """Take note that nobody goes on with the index any more, whether it is finished or not."""
        opening.wait_for_beside(self._db, long=False)
        self._article_list.note_index(grows=False)
