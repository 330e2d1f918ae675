"""Version moves of an open desk: an article becomes later versions of another, a version its own article, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.store.records import version_moves

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain import ArticleId, VersionId
    from desktop.store.file.database import Database
    from desktop.store.records.entries import Writing
    from desktop.store.records.version_moves import VersionMove


class DeskVersionMoves:
    """Moves of versions between the articles of one open desk; each returns what takes it back."""

    def __init__(self, db: Database, writing: Writing) -> None:
        self._db, self._writing = db, writing

    def join(self, article_id: ArticleId, into: ArticleId, *, checker: str = "") -> VersionMove:
        """Make an article later versions of another one; marks of the same wording are carried over."""
        with self._writing(checker) as by:
            return version_moves.join(self._db, by, article_id, into)

    def split_off(self, version_id: VersionId, *, checker: str = "") -> VersionMove:
        """Make a version an article of its own, in the same story; raises Refused if it is the only one."""
        with self._writing(checker) as by:
            return version_moves.split_off(self._db, by, version_id)

    def place(self, versions: Sequence[VersionId], into: ArticleId, *, checker: str = "") -> VersionMove:
        """Put versions, in this order, behind those of an article."""
        with self._writing(checker) as by:
            return version_moves.place(self._db, by, versions, into)

    def take_back(self, move: VersionMove, *, checker: str = "") -> None:
        """Put versions back where they were before a move, and take back the marks that it carried over."""
        with self._writing(checker) as by:
            version_moves.take_back(self._db, by, move)
