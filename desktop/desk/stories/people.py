"""People of the stories of an open desk: who speaks, and which names mean one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.store.records import stories
from desktop.store.records.quotes import people

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.domain import StoryId
    from desktop.store.file.database import Database
    from desktop.store.queries.quote_cache import QuoteCache
    from desktop.store.records.entries import Writing
    from desktop.store.records.quotes.people import Naming, Person, PersonName


class DeskPeople:
    """The people of one open desk."""

    def __init__(self, db: Database, writing: Writing, quotes: QuoteCache) -> None:
        self._db, self._writing, self._quotes = db, writing, quotes

    def of_story(self, story_id: StoryId) -> list[Person]:
        """Return who speaks in the newest versions of a story, who says most first."""
        return people.people(self._db, story_id, self._quotes.of_story(story_id))

    def name(self, story_id: StoryId, names: Iterable[str], named: PersonName, *, checker: str = "") -> Naming:
        """Say that these names mean one person, in all versions there are and all that come; a correction each."""
        with self._writing(checker) as by:
            stories.require_open(self._db, story_id)
            return people.name_people(self._db, by, story_id, names, named)

    def take_back(self, naming: Naming, *, checker: str = "") -> None:
        """Undo a naming; the entries of both stay."""
        with self._writing(checker) as by:
            stories.require_open(self._db, naming.story_id)
            people.take_back(self._db, by, naming)
