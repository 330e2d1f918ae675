"""Undo commands on articles and stories: titles, details, moving, trash, hidden passages, lock, people, source."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.desk.stories import decisions
from desktop.desk.stories.decisions import primary
from desktop.domain import HiddenPassage
from desktop.translation import tr, tr_n
from desktop.ui.session.writer import DeskCommand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.desk.open_desk import Desk
    from desktop.domain import (
        Article,
        ArticleId,
        BoilerplateRule,
        Metadata,
        SourceDetails,
        Span,
        Story,
        StoryId,
        Version,
        VersionId,
    )
    from desktop.store.records.quotes.people import Naming, PersonName
    from desktop.store.records.version_moves import VersionMove
    from desktop.ui.session.writer import Writer


class RenameStory(DeskCommand):
    """Give a story another title."""

    def __init__(self, writer: Writer, story_id: StoryId, title: str) -> None:
        super().__init__(writer, tr("rename story"))
        self._story_id = story_id
        self._title = title
        self._former = ""

    def act(self, desk: Desk) -> None:
        self._former = next(story.title for story in desk.stories() if story.id == self._story_id)
        desk.rename_story(self._story_id, self._title, checker=self.writer.checker)

    def back(self, desk: Desk) -> None:
        desk.rename_story(self._story_id, self._former, checker=self.writer.checker)

    def announce(self) -> None:
        self.writer.articles_changed.emit()


class EditMetadata(DeskCommand):
    """Say what is known of an article."""

    def __init__(self, writer: Writer, article: Article, metadata: Metadata) -> None:
        only_title = replace(metadata, title=article.metadata.title) == article.metadata
        super().__init__(writer, tr("rename article") if only_title else tr("edit article details"))
        self._article = article
        self._metadata = metadata

    def act(self, desk: Desk) -> None:
        desk.edit_metadata(self._article.id, self._metadata, checker=self.writer.checker)

    def back(self, desk: Desk) -> None:
        desk.edit_metadata(self._article.id, self._article.metadata, checker=self.writer.checker)

    def announce(self) -> None:
        self.writer.articles_changed.emit()


class MoveArticle(DeskCommand):
    """Move an article to another story."""

    def __init__(self, writer: Writer, article: Article, story_id: StoryId | None, title: str) -> None:
        super().__init__(writer, tr("move article"))
        self._article = article
        self._story_id = story_id
        self._title = title

    def act(self, desk: Desk) -> None:
        desk.require_open(self._article.story_id)  # before there is a new story with nothing in it
        if self._story_id is None:
            self._story_id = desk.new_story(self._title, checker=self.writer.checker).id
        desk.move_article(self._article.id, self._story_id, checker=self.writer.checker)

    def back(self, desk: Desk) -> None:
        desk.move_article(self._article.id, self._article.story_id, checker=self.writer.checker)

    def announce(self) -> None:
        self.writer.articles_changed.emit()


class JoinArticle(DeskCommand):
    """Make an article later versions of another one."""

    def __init__(self, writer: Writer, article: Article, into: Article) -> None:
        super().__init__(writer, tr("make a later version"))
        self._article = article
        self._into = into
        self._move: VersionMove | None = None

    def act(self, desk: Desk) -> None:
        self._move = desk.version_moves.join(self._article.id, self._into.id, checker=self.writer.checker)

    def back(self, desk: Desk) -> None:
        if self._move is not None:
            desk.version_moves.take_back(self._move, checker=self.writer.checker)

    def announce(self) -> None:
        self.writer.articles_gone.emit()
        self.writer.announce(())  # marks went with the wording


class SplitOff(DeskCommand):
    """Make a version an article of its own."""

    def __init__(self, writer: Writer, version_id: VersionId) -> None:
        super().__init__(writer, tr("split off a version"))
        self._version_id = version_id
        self._move: VersionMove | None = None

    def act(self, desk: Desk) -> None:
        if self._move is None:
            self._move = desk.version_moves.split_off(self._version_id, checker=self.writer.checker)
        else:  # again, into the same article
            versions, article = self._move.versions, self._move.article
            self._move = desk.version_moves.place(versions, article, checker=self.writer.checker)

    def back(self, desk: Desk) -> None:
        if self._move is not None:
            desk.version_moves.take_back(self._move, checker=self.writer.checker)

    def announce(self) -> None:
        self.writer.articles_gone.emit()
        self.writer.announce(())


class DeleteArticles(DeskCommand):
    """Put articles in the trash."""

    def __init__(self, writer: Writer, articles: Sequence[Article]) -> None:
        super().__init__(writer, tr_n("delete article", "delete {count} articles", len(articles)))
        self._ids = [article.id for article in articles]

    def act(self, desk: Desk) -> None:
        desk.delete_articles(self._ids, checker=self.writer.checker)

    def back(self, desk: Desk) -> None:
        desk.restore_articles(self._ids, checker=self.writer.checker)

    def announce(self) -> None:
        self.writer.articles_gone.emit()


class AddArticles(DeskCommand):
    """What an import added; already on the disk when this is pushed, so the first redo only tells."""

    def __init__(self, writer: Writer, articles: Sequence[ArticleId], text: str) -> None:
        super().__init__(writer, text)
        self._ids = list(articles)
        self._done = True

    def act(self, desk: Desk) -> None:
        if not self._done:
            desk.restore_articles(self._ids, checker=self.writer.checker)
        self._done = True

    def back(self, desk: Desk) -> None:
        desk.delete_articles(self._ids, checker=self.writer.checker)
        self._done = False

    def announce(self) -> None:
        self.writer.articles_gone.emit()


class RestoreArticles(DeskCommand):
    """Bring articles back from the trash."""

    def __init__(self, writer: Writer, articles: Sequence[Article]) -> None:
        super().__init__(writer, tr_n("bring back article", "bring back {count} articles", len(articles)))
        self._ids = [article.id for article in articles]

    def act(self, desk: Desk) -> None:
        desk.restore_articles(self._ids, checker=self.writer.checker)

    def back(self, desk: Desk) -> None:
        desk.delete_articles(self._ids, checker=self.writer.checker)

    def announce(self) -> None:
        self.writer.articles_gone.emit()


class DecideLine(DeskCommand):
    """Hide a passage as boilerplate or bring it back, with the rule that this makes for its outlet."""

    def __init__(self, writer: Writer, version: Version, span: Span, *, hides: bool) -> None:
        super().__init__(writer, tr("hide passage") if hides else tr("show hidden passage"))
        self._version_id = version.id
        self._span = span
        self._hides = hides
        self.passage = HiddenPassage((), ())

    def act(self, desk: Desk) -> None:
        self.passage = desk.boilerplate.decide_line(
            self._version_id, self._span, hides=self._hides, checker=self.writer.checker
        )

    def back(self, desk: Desk) -> None:
        desk.boilerplate.take_back_line(self._version_id, self.passage, hides=self._hides, checker=self.writer.checker)

    def announce(self) -> None:
        self.writer.cuts_changed.emit()
        self.writer.announce(())  # quotes came or went with it


class DeleteRules(DeskCommand):
    """Delete rules of boilerplate; texts that are here stay as they are."""

    def __init__(self, writer: Writer, rules: Sequence[BoilerplateRule]) -> None:
        super().__init__(writer, tr_n("delete rule", "delete {count} rules", len(rules)))
        self._rules = list(rules)

    def act(self, desk: Desk) -> None:
        desk.boilerplate.change_rules((), self._rules, checker=self.writer.checker)

    def back(self, desk: Desk) -> None:
        desk.boilerplate.change_rules(self._rules, (), checker=self.writer.checker)

    def announce(self) -> None:
        """Nothing that is shown depends on them."""


class LockStory(DeskCommand):
    """Close a story for marks and corrections, or open it again."""

    def __init__(self, writer: Writer, story: Story, *, locked: bool) -> None:
        super().__init__(writer, tr("lock story") if locked else tr("reopen story"))
        self._story = story
        self._locked = locked

    def act(self, desk: Desk) -> None:
        desk.lock_story(self._story.id, locked=self._locked, checker=self.writer.checker)

    def back(self, desk: Desk) -> None:
        desk.lock_story(self._story.id, locked=not self._locked, checker=self.writer.checker)

    def announce(self) -> None:
        self.writer.announce(())


class NamePeople(DeskCommand):
    """Say that names of a story mean one person."""

    def __init__(self, writer: Writer, story: Story, names: Sequence[str], named: PersonName) -> None:
        super().__init__(writer, self._title(names, named))
        self._story = story
        self._names = list(names)
        self._named = named
        self._done: Naming | None = None

    @staticmethod
    def _title(names: Sequence[str], named: PersonName) -> str:
        if list(names) == [named.name]:
            return tr("set the role of a person")
        return tr_n("rename a person", "make {count} names one person", len(names))

    def act(self, desk: Desk) -> None:
        self._done = desk.people.name(self._story.id, self._names, self._named, checker=self.writer.checker)

    def back(self, desk: Desk) -> None:
        if self._done is not None:
            desk.people.take_back(self._done, checker=self.writer.checker)

    def announce(self) -> None:
        self.writer.announce(())


class NameSource(DeskCommand):
    """Say that quotes are checked against an article, or (None) that it is an article like others."""

    def __init__(self, writer: Writer, article: Article, details: SourceDetails | None) -> None:
        super().__init__(writer, tr("name a source") if details is not None else tr("make a source an article"))
        self._article = article
        self._details = details
        self._former: SourceDetails | None = None

    def act(self, desk: Desk) -> None:
        self._former = desk.article_list.sources().get(self._article.id)
        desk.name_source(self._article.id, self._details, checker=self.writer.checker)

    def back(self, desk: Desk) -> None:
        desk.name_source(self._article.id, self._former, checker=self.writer.checker)

    def announce(self) -> None:
        self.writer.articles_changed.emit()


class NamePrimary(DeskCommand):
    """Say which article (by uid) is the primary source of a story; an empty string: none."""

    def __init__(self, writer: Writer, story_id: StoryId, uid: str) -> None:
        super().__init__(writer, tr("name the primary source") if uid else tr("name no primary source"))
        self._story_id = story_id
        self._uid = uid
        self._former = ""

    def act(self, desk: Desk) -> None:
        self._former = primary(desk, self._story_id)
        decisions.name_primary(desk, self._story_id, self._uid)

    def back(self, desk: Desk) -> None:
        decisions.name_primary(desk, self._story_id, self._former)

    def announce(self) -> None:
        self.writer.announce(())
