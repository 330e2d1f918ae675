"""What can be done with an open desk? The window and the command line both use this, and nothing below it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from desktop.domain import (
        Act,
        Added,
        Article,
        ArticleId,
        Attribution,
        Capture,
        Counts,
        FoundQuote,
        Mark,
        MarkChange,
        Metadata,
        Quote,
        QuoteId,
        QuoteKind,
        Span,
        Status,
        Story,
        StoryId,
        Version,
        VersionId,
        VersionInfo,
    )


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A capture with what was found in it: everything slow is done, so that adding it is one short transaction."""

    capture: Capture
    quotes: tuple[FoundQuote, ...]


def prepare(capture: Capture) -> Prepared:
    """Find the quotes of a capture; pure, may run on any thread."""
    raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the desk's own chain of marks: printed in every export, so that a cut chain shows."""

    chain: str  # the desk's uid
    marks: int
    hash: str


@dataclass(frozen=True, slots=True)
class Draft:
    """Half-typed words that are not yet a mark."""

    quote_id: QuoteId
    note: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One find of a search; `quote_id` is None where the article's own text or title holds the words."""

    article_id: ArticleId
    version_id: VersionId
    quote_id: QuoteId | None
    span: Span  # in the text of the version
    excerpt: str  # plain text


class Desk:
    """One open desk file; use it on the thread that opened it.

    Every method that writes is one transaction, durable when it returns; it raises a StoreError (desktop.store.errors)
    with a sentence for the user and then has changed nothing. On a read-only desk every such method raises ReadOnly.
    """

    path: Path
    uid: str
    read_only: bool
    read_only_why: str  # one sentence, empty when the desk can be written

    # -- opening ---------------------------------------------------------------------------------------------------

    @classmethod
    def create(cls, path: Path, *, clock: Callable[[], datetime] = _now) -> Self:
        """Make a new desk; raises StoreError if the file exists or cannot be made."""
        raise NotImplementedError

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, clock: Callable[[], datetime] = _now) -> Self:
        """Open a desk; raises NotOurs, Locked (naming who has it), Damaged, Missing...

        A newer desk, a read-only file and a file in a read-only folder open with `read_only` set and a reason.
        """
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- reading ---------------------------------------------------------------------------------------------------

    def stories(self) -> list[Story]:
        """All stories that are not deleted, in the order they were made."""
        raise NotImplementedError

    def articles(
        self,
        *,
        story: StoryId | None = None,
        words: str = "",
        status: Status | None = None,
        deleted: bool = False,
    ) -> list[Article]:
        """Articles in the order they were added.

        `words` must all occur in headline, outlet or byline; `status` keeps articles that have such a quote;
        `deleted` asks for those in the trash instead.
        """
        raise NotImplementedError

    def article(self, article_id: ArticleId) -> Article:
        raise NotImplementedError

    def versions(self, article_id: ArticleId) -> list[VersionInfo]:
        """Newest first."""
        raise NotImplementedError

    def version(self, version_id: VersionId) -> Version:
        raise NotImplementedError

    def original(self, version_id: VersionId) -> bytes:
        """Return the bytes as they came."""
        raise NotImplementedError

    def quotes(self, version_id: VersionId, *, deleted: bool = False) -> list[Quote]:
        """In text order."""
        raise NotImplementedError

    def story_quotes(self, story_id: StoryId) -> list[Quote]:
        """The quotes of the newest version of every article of a story, in list and text order."""
        raise NotImplementedError

    def quote(self, quote_id: QuoteId) -> Quote:
        raise NotImplementedError

    def history(self, quote_id: QuoteId) -> list[Mark]:
        """Newest first."""
        raise NotImplementedError

    def counts(self) -> Counts:
        """Over the newest versions of all articles that are not deleted."""
        raise NotImplementedError

    def head(self) -> Head:
        raise NotImplementedError

    def search(self, words: str, *, limit: int = 50) -> list[Hit]:
        """Find words in articles, quotes, notes and people; the last word may be unfinished."""
        raise NotImplementedError

    # -- articles --------------------------------------------------------------------------------------------------

    def add(
        self,
        prepared: Prepared,
        *,
        story: StoryId | None = None,
        article: ArticleId | None = None,
        checker: str = "",
        label: str = "",
    ) -> Added:
        """Add a capture as a new article of `story` (a new story named after it if None), or as a version of `article`.

        A text that is already here (same SHA-256, same place) adds nothing and says where it is.
        """
        raise NotImplementedError

    def new_story(self, title: str, *, checker: str = "") -> Story:
        raise NotImplementedError

    def rename_story(self, story_id: StoryId, title: str, *, checker: str = "") -> None:
        raise NotImplementedError

    def edit_metadata(self, article_id: ArticleId, metadata: Metadata, *, checker: str = "") -> None:
        """Say what the checker knows of an article; what its texts say stays with the versions."""
        raise NotImplementedError

    def move_article(self, article_id: ArticleId, story_id: StoryId, *, checker: str = "") -> None:
        raise NotImplementedError

    def delete_article(self, article_id: ArticleId, *, checker: str = "") -> None:
        """Put an article in the trash; nothing of it is lost."""
        raise NotImplementedError

    def restore_article(self, article_id: ArticleId, *, checker: str = "") -> None:
        raise NotImplementedError

    def restore_cut(self, version_id: VersionId, span: Span, *, restored: bool, checker: str = "") -> None:
        """Show a passage that was hidden as boilerplate (or hide it again)."""
        raise NotImplementedError

    # -- quotes and marks ------------------------------------------------------------------------------------------

    def mark(
        self, quotes: Sequence[QuoteId], change: MarkChange, *, checker: str, act: Act | None = None
    ) -> list[Quote]:
        """Append one mark to each quote and return the quotes as now stored, in the order given.

        `act` is MARK if the change names a status and NOTE if not, unless given. All or nothing.
        """
        raise NotImplementedError

    def unmark(self, former: Sequence[Quote], *, checker: str) -> list[Quote]:
        """Append to each quote a mark (Act.UNDO) that brings back what `former` says."""
        raise NotImplementedError

    def save_draft(self, draft: Draft) -> None:
        """Keep half-typed words; both fields empty forgets them."""
        raise NotImplementedError

    def drafts(self) -> list[Draft]:
        raise NotImplementedError

    def add_quote(self, version_id: VersionId, span: Span, kind: QuoteKind, *, checker: str = "") -> Quote:
        raise NotImplementedError

    def resize_quote(self, quote_id: QuoteId, span: Span, *, checker: str = "") -> Quote:
        raise NotImplementedError

    def attribute(
        self,
        quotes: Sequence[QuoteId],
        attribution: Attribution,
        kind: QuoteKind | None = None,
        *,
        checker: str = "",
    ) -> list[Quote]:
        """Correct speaker, role, cue or kind; never overwritten by a later extraction."""
        raise NotImplementedError

    def delete_quotes(self, quotes: Sequence[QuoteId], *, checker: str = "") -> None:
        raise NotImplementedError

    def restore_quotes(self, quotes: Sequence[QuoteId], *, checker: str = "") -> None:
        raise NotImplementedError

    # -- remembered choices ----------------------------------------------------------------------------------------

    def remember(self, key: str, value: str) -> None:
        """Keep a choice that belongs to the desk (pins, "not the same"); JSON under a key. Never evidence."""
        raise NotImplementedError

    def remembered(self, key: str) -> str:
        """Return what was kept under a key, or an empty string."""
        raise NotImplementedError

    # -- the log ---------------------------------------------------------------------------------------------------

    def export(
        self, out: Path, file_format: str, *, stories: Iterable[StoryId] = (), columns: str = "editor"
    ) -> int:
        """Write the verification log (csv, json or html) and return its rows; an existing file is replaced whole."""
        raise NotImplementedError
