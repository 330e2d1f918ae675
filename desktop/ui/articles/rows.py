"""Rows of the list of articles (story, article, version), its filters and orders."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.text.display import amount

if TYPE_CHECKING:
    from desktop.domain import Article, Counts, Story, VersionId, VersionInfo


class Order(StrEnum):
    """How articles are sorted inside their story."""

    ADDED = "as added"
    HEADLINE = "headline"
    OUTLET = "outlet"
    DATE = "date"
    TO_CHECK = "most to check"


class Show(StrEnum):
    """Which articles are listed."""

    ALL = "All"
    TO_CHECK = "To check"
    DISPUTED = "Disputed"
    DONE = "Done"


@dataclass(frozen=True, slots=True)
class StoryRow:
    """The heading of a story."""

    story: Story
    counts: Counts
    articles: int
    folded: bool


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article."""

    article: Article


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version of an article that has several."""

    article: Article
    version: VersionInfo
    before: VersionInfo | None = None


Row = StoryRow | ArticleRow | VersionRow


def counts_in_words(counts: Counts) -> str:
    """Return e.g. “21 quotes · 9 to check”."""
    if not counts.total:
        return "no quotes"
    quotes = amount(counts.total, "quote")
    if counts.unverified == counts.total:
        return f"{quotes} · all to check"
    return f"{quotes} · {counts.unverified} to check" if counts.unverified else f"{quotes} · all checked"


def headline(article: Article) -> str:
    return article.metadata.title or "Without a headline"


def version_of(row: Row | None) -> VersionId | None:
    """Return the version a row stands for."""
    match row:
        case ArticleRow():
            return row.article.newest
        case VersionRow():
            return row.version.id
        case _:
            return None
