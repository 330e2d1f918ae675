"""How are acts on a story, its people and the trash taken back?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.desk import decisions
from desktop.desk.story_quotes import primary
from desktop.ui.session.commands.base import DeskCommand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.desk.open_desk import Desk
    from desktop.domain import Article, Story, StoryId
    from desktop.store.records.people import Named, Naming
    from desktop.ui.session.session import Session


class LockStory(DeskCommand):
    """Close a story for marks and corrections, or open it again."""

    def __init__(self, session: Session, story: Story, *, locked: bool) -> None:
        super().__init__(session, "lock story" if locked else "reopen story")
        self._story = story
        self._locked = locked

    def act(self, desk: Desk) -> None:
        desk.lock_story(self._story.id, locked=self._locked, checker=self.session.checker)

    def back(self, desk: Desk) -> None:
        desk.lock_story(self._story.id, locked=not self._locked, checker=self.session.checker)

    def tell(self) -> None:
        self.session.told(())


class NamePeople(DeskCommand):
    """Say that names of a story mean one person."""

    def __init__(self, session: Session, story: Story, names: Sequence[str], named: Named) -> None:
        super().__init__(session, self._title(names, named))
        self._story = story
        self._names = list(names)
        self._named = named
        self._done: Naming | None = None

    @staticmethod
    def _title(names: Sequence[str], named: Named) -> str:
        if list(names) == [named.name]:
            return "set the role of a person"
        return "rename a person" if len(names) == 1 else f"make {len(names)} names one person"

    def act(self, desk: Desk) -> None:
        self._done = desk.name_people(self._story.id, self._names, self._named, checker=self.session.checker)

    def back(self, desk: Desk) -> None:
        if self._done is not None:
            desk.take_back_naming(self._done, checker=self.session.checker)

    def tell(self) -> None:
        self.session.told(())


class NamePrimary(DeskCommand):
    """Say which article (by uid) is the primary source of a story; an empty string: none."""

    def __init__(self, session: Session, story_id: StoryId, uid: str) -> None:
        super().__init__(session, "name the primary source" if uid else "name no primary source")
        self._story_id = story_id
        self._uid = uid
        self._former = ""

    def act(self, desk: Desk) -> None:
        self._former = primary(desk, self._story_id)
        decisions.name_primary(desk, self._story_id, self._uid)

    def back(self, desk: Desk) -> None:
        decisions.name_primary(desk, self._story_id, self._former)

    def tell(self) -> None:
        self.session.told(())


class RestoreArticles(DeskCommand):
    """Bring articles back from the trash."""

    def __init__(self, session: Session, articles: Sequence[Article]) -> None:
        count = len(articles)
        super().__init__(session, "bring back article" if count == 1 else f"bring back {count} articles")
        self._ids = [article.id for article in articles]

    def act(self, desk: Desk) -> None:
        desk.restore_articles(self._ids, checker=self.session.checker)

    def back(self, desk: Desk) -> None:
        desk.delete_articles(self._ids, checker=self.session.checker)

    def tell(self) -> None:
        self.session.articles_gone()
