"""Earlier quotes: quotes of other stories of the desk that are similar to one, with how they were checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.desk.story_quotes import occurrence
from desktop.text.earlier_quotes import EarlierMatch, earlier_matches

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.desk.open_desk import Desk
    from desktop.domain import Article, Quote
    from desktop.text.statements import Occurrence

_CANDIDATES = 60


@dataclass(frozen=True, slots=True)
class EarlierQuote:
    """An earlier quote of another story, with how similar it is."""

    quote: Quote
    article: Article
    match: EarlierMatch


@dataclass(frozen=True, slots=True)
class Candidates:
    """Quotes that share rare words with a quote; rating them needs no desk and may run on any thread."""

    new: Occurrence
    quotes: dict[str, tuple[Quote, Article]]  # by uid
    rarity: Mapping[str, float]  # how rare the words of the quote are on the desk

    def rated(self, limit: int = 10) -> list[EarlierQuote]:
        """Return those that are similar, most similar first."""
        old = [occurrence(quote, article) for quote, article in self.quotes.values()]
        found = earlier_matches(self.new, old, rarity=self.rarity, limit=limit)
        return [EarlierQuote(*self.quotes[str(match.earlier.key)], match) for match in found]


def read_candidates(desk: Desk, quote: Quote) -> Candidates:
    """Read the quotes that may be similar to one.

    They are of other stories, and not printed later (or, where a day is missing, not added later).
    """
    similar, rarity = desk.quotes_sharing_words(quote, limit=_CANDIDATES)
    articles = desk.articles_of_versions([quote.version_id, *(other.version_id for other in similar)])
    own = articles[quote.version_id]
    pairs = [(other, articles[other.version_id]) for other in similar]
    found = {other.uid: (other, article) for other, article in pairs if _is_before(article, own)}
    return Candidates(occurrence(quote, own), found, rarity)


def _is_before(other: Article, own: Article) -> bool:
    then, now = other.metadata.published_on, own.metadata.published_on
    return then <= now if then and now else other.id < own.id
