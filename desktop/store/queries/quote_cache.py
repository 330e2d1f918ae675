"""Cache of the quotes of the versions that were read last, valid as long as nothing in the file has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.store.records.quotes import quote_table

if TYPE_CHECKING:
    from desktop.domain import Quote, StoryId, VersionId
    from desktop.store.file.database import Database

_MOST = 20_000  # quotes; once there are more, the versions that were read first go
_AT_ONCE = 200  # quotes that are read in one part
_AHEAD = 400  # ... in one call of `read_ahead`; a query takes as long as
_A_QUERY = 10  # so many quotes more


class QuoteCache:
    """Reads the quotes of versions, each version once; for one open desk."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._known: dict[VersionId, list[Quote]] = {}  # the oldest go first
        self._count = 0  # quotes in all of them
        self._state: tuple[int, ...] = ()  # of file and connection when they were read
        self._begun: VersionId | None = None  # what is being read in parts, and what of it is there
        self._part: list[Quote] = []

    def of_version(self, version_id: VersionId) -> list[Quote]:
        """Return the quotes of a version in text order, those that were taken out left out."""
        if self._db.in_transaction:  # what is seen here may yet be taken back
            return quote_table.of_versions(self._db, [version_id])
        self._catch_up()
        if version_id not in self._known:
            self._remember(version_id, quote_table.of_versions(self._db, [version_id]))
        return list(self._known[version_id])

    def of_story(self, story_id: StoryId, *, with_evidence: bool = False) -> list[Quote]:
        """Return the quotes of the newest versions of a story, without those of its sources and what is passed over.

        `with_evidence`: only those to which a checker gave some.
        """
        if with_evidence:
            return quote_table.with_evidence(self._db, story_id)
        versions = quote_table.newest_of_story(self._db, story_id)
        return [quote for version in versions for quote in self.of_version(version) if not quote.is_passed_over]

    def read_ahead(self, story_id: StoryId) -> bool:
        """Read some more quotes of a story, so that `of_story` costs little in the end; say whether to go on.

        Each call takes some milliseconds.
        """
        self._catch_up()
        most = _AHEAD
        for version_id in quote_table.newest_of_story(self._db, story_id):
            while version_id not in self._known:
                if self._count >= _MOST or self._db.in_transaction:
                    return False
                if most <= 0:
                    return True
                most -= self._read_part(version_id) + _A_QUERY
        return False

    def read_some(self, version_id: VersionId) -> bool:
        """Read some more quotes of a version, so that `of_version` costs little in the end; say whether to go on.

        Each call takes some milliseconds.
        """
        self._catch_up()
        most = _AHEAD
        while version_id not in self._known and most > 0 and not self._db.in_transaction:
            most -= self._read_part(version_id) + _A_QUERY
        return version_id not in self._known and not self._db.in_transaction

    def _read_part(self, version_id: VersionId) -> int:
        """Read some more quotes of a version, remember them once all are there, and return how many were read."""
        if version_id != self._begun:
            self._begun, self._part = version_id, []
        after = self._part[-1].id if self._part else 0
        part = quote_table.part_of_version(self._db, version_id, after, _AT_ONCE)
        self._part += part
        if len(part) < _AT_ONCE:
            self._remember(version_id, sorted(self._part, key=lambda quote: quote.place))
            self._begun, self._part = None, []
        return len(part)

    def _catch_up(self) -> None:
        """Forget everything if anything in the file has changed, whoever changed it."""
        state = (*self._db.changed_elsewhere(), self._db.changes)
        if state != self._state:
            self._known, self._count, self._state = {}, 0, state
            self._begun, self._part = None, []

    def _remember(self, version_id: VersionId, quotes: list[Quote]) -> None:
        while self._count > _MOST:
            self._count -= len(self._known.pop(next(iter(self._known))))
        self._known[version_id] = quotes
        self._count += len(quotes)
