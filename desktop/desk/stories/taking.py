"""Taking of quotes and articles in an open desk: who works on what, so that two do not do the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.store.records import taking

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.domain import Taken
    from desktop.store.file.database import Database
    from desktop.store.records.entries import Writing


class DeskTaking:
    """Who works on which quotes and articles of one open desk; both are named by their uids."""

    def __init__(self, db: Database, writing: Writing) -> None:
        self._db, self._writing = db, writing

    def take(self, subjects: Iterable[str], *, checker: str) -> None:
        """Say that the checker works on these, so that nobody else does."""
        with self._writing(checker) as by:
            taking.take(self._db, by, subjects)

    def release(self, subjects: Iterable[str], *, checker: str) -> None:
        """Say that nobody in particular works on these any more."""
        with self._writing(checker) as by:
            taking.release(self._db, by, subjects)

    def taken(self, subjects: Iterable[str] | None = None) -> dict[str, Taken]:
        """Return who works on which of these, or on any."""
        return taking.taken(self._db, subjects)
