"""Was something like a quote said before, in another story of the desk, and what came of checking it?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.text.earlier_quotes import Seen, seen_before
from desktop.text.statements import Occurrence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.desk.open_desk import Desk
    from desktop.domain import Article, Quote

_CANDIDATES = 60


@dataclass(frozen=True, slots=True)
class Before:
    """An earlier quote of another story, with how alike it is."""

    quote: Quote
    article: Article
    seen: Seen


@dataclass(frozen=True, slots=True)
class Earlier:
    """Quotes that share rare words with a quote; rating them needs no desk and may run on any thread."""

    new: Occurrence
    quotes: dict[str, tuple[Quote, Article]]  # by uid
    telling: Mapping[str, float]  # how rare the words of the quote are on the desk

    def rated(self, limit: int = 10) -> list[Before]:
        """Return those that are alike, most alike first."""
        old = [occurrence(quote, article) for quote, article in self.quotes.values()]
        found = seen_before(self.new, old, telling=self.telling, limit=limit)
        return [Before(*self.quotes[str(seen.earlier.key)], seen) for seen in found]


def earlier(desk: Desk, quote: Quote) -> Earlier:
    """Read what may be like a quote: of other stories, and not printed later (or, without days, not added later)."""
    like, telling = desk.quotes_sharing_words(quote, limit=_CANDIDATES)
    articles = desk.articles_of_versions([quote.version_id, *(other.version_id for other in like)])
    own = articles[quote.version_id]
    found = {
        other.uid: (other, articles[other.version_id]) for other in like if _before(articles[other.version_id], own)
    }
    return Earlier(occurrence(quote, own), found, telling)


def _before(other: Article, own: Article) -> bool:
    then, now = other.metadata.published_on, own.metadata.published_on
    return then <= now if then and now else other.id < own.id


def occurrence(quote: Quote, article: Article) -> Occurrence:
    said = quote.attribution
    return Occurrence(
        key=quote.uid,
        source=str(quote.version_id),
        span=quote.span,
        text=quote.text,
        speaker=said.name,
        role=said.role,
        via=said.via,
        kind=quote.kind,
        published=article.metadata.published_on,
        mention=said.speaker,
    )
