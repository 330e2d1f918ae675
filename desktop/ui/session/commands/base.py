"""Which acts can be undone, and how? One QUndoCommand each; undoing appends to the desk, it never takes away.

Every command writes in `redo`, before anything is shown. A known error makes the command obsolete, so that the
undo stack drops it, and the session says the sentence.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from desktop.domain import Flag, QuoteKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.desk.open_desk import Desk
    from desktop.domain import (
        Article,
        ArticleId,
        Attribution,
        MarkChange,
        Metadata,
        Quote,
        Span,
        StoryId,
        Version,
        VersionId,
    )
    from desktop.store.pending.acts import ActRequest
    from desktop.ui.session.session import Session


def _several(count: int, one: str, many: str) -> str:
    return one if count == 1 else many.format(count)


class DeskCommand(QUndoCommand):
    """An act on the desk with its way back."""

    def __init__(self, session: Session, text: str) -> None:
        super().__init__(text)
        self.session = session
        self.done = False  # done or waiting, the last time it was to be done or taken back
        self._waits = ""  # the id of what waits for the disk

    @abstractmethod
    def act(self, desk: Desk) -> None:
        """Do it on the disk."""

    @abstractmethod
    def back(self, desk: Desk) -> None:
        """Take it back on the disk."""

    @abstractmethod
    def tell(self) -> None:
        """Announce what is so now."""

    def wanted(self, *, back: bool) -> ActRequest | None:  # noqa: ARG002 - those that can wait ask for it
        """Say what is to wait if the disk does not take it, there or `back`; None: it is not done then."""
        return None

    def as_now(self, quotes: Sequence[Quote]) -> list[Quote]:
        """Return quotes as they are on the disk, as far as it can be read."""
        return [self.session.quote_now(quote.id) or quote for quote in quotes]

    def redo(self) -> None:
        self._do(self.act, back=False)

    def undo(self) -> None:
        self._do(self.back, back=True)

    def _do(self, act: Callable[[Desk], None], *, back: bool) -> None:
        """Do it, or let it wait; what still waits the other way is let go of instead."""
        if self._waits and self.session.unwritten is not None and self.session.unwritten.take_back(self._waits):
            self._waits, self.done = "", True
            return
        outcome = self.session.attempt_or_wait(act, partial(self.wanted, back=back))
        self._waits, self.done = outcome.waits, outcome.done or bool(outcome.waits)
        if not outcome.waits:
            self.setObsolete(not outcome.done)
            self.tell()


class MarkQuotes(DeskCommand):
    """Give quotes a status, or a note."""

    def __init__(self, session: Session, quotes: Sequence[Quote], change: MarkChange) -> None:
        super().__init__(session, self._title(quotes, change))
        self._former = list(quotes)
        self._change = change
        self._now: list[Quote] = []

    @staticmethod
    def _title(quotes: Sequence[Quote], change: MarkChange) -> str:
        if change.status is None:
            return "note"
        if all(Flag.CHECKERS_DISAGREE in quote.flags for quote in quotes):
            return _several(len(quotes), f"settle as ‘{change.status}’", f"settle {{}} quotes as ‘{change.status}’")
        return _several(len(quotes), f"mark ‘{change.status}’", f"mark {{}} quotes ‘{change.status}’")

    def act(self, desk: Desk) -> None:
        self._former = desk.quotes_by_ids([quote.id for quote in self._former])
        ids = [quote.id for quote in self._former]
        self._now = desk.mark(ids, self._change, checker=self.session.checker)

    def back(self, desk: Desk) -> None:
        self._now = desk.unmark(self._former, checker=self.session.checker)

    def wanted(self, *, back: bool) -> ActRequest:
        from desktop.store.pending import acts as pending

        if back:
            return pending.undo(self.as_now(self._former), self._former)
        return pending.mark(self._former, self._change)

    def tell(self) -> None:
        self.session.told(self._now)


class Attribute(DeskCommand):
    """Correct who said it, or what kind of quote it is."""

    def __init__(
        self, session: Session, quotes: Sequence[Quote], attribution: Attribution, kind: QuoteKind | None
    ) -> None:
        super().__init__(session, "correct the speaker" if kind is None else "correct the kind of quote")
        self._former = list(quotes)
        self._attribution = attribution
        self._kind = kind
        self._now: list[Quote] = []

    def act(self, desk: Desk) -> None:
        ids = [quote.id for quote in self._former]
        self._now = desk.attribute(ids, self._attribution, self._kind, checker=self.session.checker)

    def back(self, desk: Desk) -> None:
        former = [(quote.id, quote.attribution, quote.kind) for quote in self._former]
        self._now = desk.attribute_each(former, checker=self.session.checker)

    def wanted(self, *, back: bool) -> ActRequest:
        from desktop.store.pending import acts as pending

        if back:
            former = [(quote.attribution, quote.kind) for quote in self._former]
            return pending.attribute(self.as_now(self._former), former)
        return pending.attribute(self._former, [(self._attribution, self._kind)] * len(self._former))

    def tell(self) -> None:
        self.session.told(self._now)


class AddQuote(DeskCommand):
    """Make a quote of selected text."""

    def __init__(self, session: Session, version_id: VersionId, span: Span) -> None:
        super().__init__(session, "add quote")
        self._version_id = version_id
        self._span = span
        self._made: Quote | None = None

    def act(self, desk: Desk) -> None:
        if self._made is None:
            self._made = desk.add_quote(self._version_id, self._span, QuoteKind.DIRECT, checker=self.session.checker)
        else:
            desk.restore_quotes([self._made.id], checker=self.session.checker)

    def back(self, desk: Desk) -> None:
        if self._made is not None:
            desk.delete_quotes([self._made.id], checker=self.session.checker)

    def tell(self) -> None:
        self.session.told(())


class DeleteQuotes(DeskCommand):
    """Take quotes out of the list; their history stays."""

    def __init__(self, session: Session, quotes: Sequence[Quote]) -> None:
        super().__init__(session, _several(len(quotes), "delete quote", "delete {} quotes"))
        self._ids = [quote.id for quote in quotes]

    def act(self, desk: Desk) -> None:
        desk.delete_quotes(self._ids, checker=self.session.checker)

    def back(self, desk: Desk) -> None:
        desk.restore_quotes(self._ids, checker=self.session.checker)

    def tell(self) -> None:
        self.session.told(())


class ResizeQuote(DeskCommand):
    """Set where a quote begins and ends."""

    def __init__(self, session: Session, quote: Quote, span: Span) -> None:
        super().__init__(session, "change the ends of a quote")
        self._quote = quote
        self._span = span
        self._now: list[Quote] = []

    def act(self, desk: Desk) -> None:
        self._now = [desk.resize_quote(self._quote.id, self._span, checker=self.session.checker)]

    def back(self, desk: Desk) -> None:
        self._now = [desk.resize_quote(self._quote.id, self._quote.span, checker=self.session.checker)]

    def wanted(self, *, back: bool) -> ActRequest:
        from desktop.store.pending import acts as pending

        if back:
            return pending.resize(self.as_now([self._quote])[0], self._quote.span)
        return pending.resize(self._quote, self._span)

    def tell(self) -> None:
        self.session.told(self._now)


class RenameStory(DeskCommand):
    """Give a story another title."""

    def __init__(self, session: Session, story_id: StoryId, title: str) -> None:
        super().__init__(session, "rename story")
        self._story_id = story_id
        self._title = title
        self._former = ""

    def act(self, desk: Desk) -> None:
        self._former = next(story.title for story in desk.stories() if story.id == self._story_id)
        desk.rename_story(self._story_id, self._title, checker=self.session.checker)

    def back(self, desk: Desk) -> None:
        desk.rename_story(self._story_id, self._former, checker=self.session.checker)

    def tell(self) -> None:
        self.session.articles_changed.emit()


class EditMetadata(DeskCommand):
    """Say what is known of an article."""

    def __init__(self, session: Session, article: Article, metadata: Metadata) -> None:
        only_title = replace(metadata, title=article.metadata.title) == article.metadata
        super().__init__(session, "rename article" if only_title else "edit article details")
        self._article = article
        self._metadata = metadata

    def act(self, desk: Desk) -> None:
        desk.edit_metadata(self._article.id, self._metadata, checker=self.session.checker)

    def back(self, desk: Desk) -> None:
        desk.edit_metadata(self._article.id, self._article.metadata, checker=self.session.checker)

    def tell(self) -> None:
        self.session.articles_changed.emit()


class MoveArticle(DeskCommand):
    """Move an article to another story."""

    def __init__(self, session: Session, article: Article, story_id: StoryId | None, title: str) -> None:
        super().__init__(session, "move article")
        self._article = article
        self._story_id = story_id
        self._title = title

    def act(self, desk: Desk) -> None:
        desk.require_open(self._article.story_id)  # before there is a new story with nothing in it
        if self._story_id is None:
            self._story_id = desk.new_story(self._title, checker=self.session.checker).id
        desk.move_article(self._article.id, self._story_id, checker=self.session.checker)

    def back(self, desk: Desk) -> None:
        desk.move_article(self._article.id, self._article.story_id, checker=self.session.checker)

    def tell(self) -> None:
        self.session.articles_changed.emit()


class DeleteArticles(DeskCommand):
    """Put articles in the trash."""

    def __init__(self, session: Session, articles: Sequence[Article]) -> None:
        super().__init__(session, _several(len(articles), "delete article", "delete {} articles"))
        self._ids = [article.id for article in articles]

    def act(self, desk: Desk) -> None:
        desk.delete_articles(self._ids, checker=self.session.checker)

    def back(self, desk: Desk) -> None:
        desk.restore_articles(self._ids, checker=self.session.checker)

    def tell(self) -> None:
        self.session.articles_gone()


class AddArticles(DeskCommand):
    """What an import added; already on the disk when this is pushed, so the first redo only tells."""

    def __init__(self, session: Session, articles: Sequence[ArticleId], text: str) -> None:
        super().__init__(session, text)
        self._ids = list(articles)
        self._done = True

    def act(self, desk: Desk) -> None:
        if not self._done:
            desk.restore_articles(self._ids, checker=self.session.checker)
        self._done = True

    def back(self, desk: Desk) -> None:
        desk.delete_articles(self._ids, checker=self.session.checker)
        self._done = False

    def tell(self) -> None:
        self.session.articles_gone()


class RestoreCut(DeskCommand):
    """Show a passage hidden as boilerplate, or hide it again."""

    def __init__(self, session: Session, version: Version, span: Span, *, restored: bool) -> None:
        super().__init__(session, "show hidden passage" if restored else "hide passage")
        self._version_id = version.id
        self._span = span
        self._restored = restored

    def act(self, desk: Desk) -> None:
        desk.restore_cut(self._version_id, self._span, restored=self._restored, checker=self.session.checker)

    def back(self, desk: Desk) -> None:
        desk.restore_cut(self._version_id, self._span, restored=not self._restored, checker=self.session.checker)

    def tell(self) -> None:
        self.session.reload_pair()
        self.session.told(())  # quotes came or went with it
