"""Earlier quotes: quotes of other stories of the desk that are similar to one, with how they were checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.desk.stories.story_quotes import occurrence
from desktop.domain import MarkChange, value_type
from desktop.text.display import shorten
from desktop.text.grouping.earlier_quotes import EarlierMatch, earlier_matches
from desktop.text.grouping.speaker_match import Relation, relation, speaker_profile
from desktop.text.words import fold
from desktop.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.desk.open_desk import Desk
    from desktop.domain import Article, Quote
    from desktop.text.statements import Occurrence


_WORDS = 60  # code points of the quote that a note names
_CANDIDATES = 60


@value_type
class IdenticalQuote:
    """A quote of the same words; `caution` is the reason to look at it before it is marked too, if there is one."""

    quote: Quote
    article: Article
    caution: str = ""


def wording(text: str) -> str:
    """Return what two identical wordings share: quotation marks, dashes and spaces do not tell them apart."""
    return " ".join(fold(text).split())


def find_identical(desk: Desk, quote: Quote) -> list[IdenticalQuote]:
    """Return the other quotes of the story's newest versions with exactly these words; first those without a caution.

    A quote that has this very status already is left out.
    """
    story = desk.article(desk.version(quote.version_id).info.article_id).story_id
    articles = {article.newest: article for article in desk.articles(story=story)}
    words = wording(quote.text)
    same = [
        other
        for other in desk.story_quotes(story)
        if other.id != quote.id and other.status is not quote.status and wording(other.text) == words
    ]
    found = [IdenticalQuote(other, articles[other.version_id], _caution(quote, other)) for other in same]
    return sorted(found, key=lambda each: bool(each.caution))


def _caution(quote: Quote, other: Quote) -> str:
    one, two = quote.attribution, other.attribution
    who = relation(speaker_profile(one.name, one.role), speaker_profile(two.name, two.role))
    if who is Relation.UNKNOWN:
        return tr("speaker unknown") if not two.name else tr("speaker may be another")
    if who is not Relation.SAME:
        return tr("another speaker") if who is Relation.OTHER else tr("speaker may be another")
    if other.marked_at is not None:
        if other.checker:
            return tr("marked {status} already by {who}", status=tr(other.status), who=other.checker)
        return tr("marked {status} already", status=tr(other.status))
    return tr("has a note of its own") if other.note or other.evidence else ""


def change_from(quote: Quote, article: Article) -> MarkChange:
    """Return the mark of this quote for another one, with a note that says where it was taken from."""
    known = article.metadata
    place = known.outlet or (f"‘{known.title}’" if known.title else "another article")
    by = f" by {quote.checker}" if quote.checker else ""
    words = shorten(quote.text, _WORDS)
    note = f"Identical wording: taken from “{words}” ({place}, paragraph {quote.paragraph}), marked {quote.status}{by}."
    return MarkChange(
        status=quote.status,
        reason=quote.reason,
        basis=quote.basis,
        evidence=quote.evidence or None,
        note=f"{note} {quote.note}".strip(),
    )


@value_type
class EarlierQuote:
    """An earlier quote of another story, with how similar it is."""

    quote: Quote
    article: Article
    match: EarlierMatch


@value_type
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
    similar, rarity = desk.search.quotes_sharing_words(quote, limit=_CANDIDATES)
    articles = desk.articles_of_versions([quote.version_id, *(other.version_id for other in similar)])
    own = articles[quote.version_id]
    pairs = [(other, articles[other.version_id]) for other in similar]
    found = {other.uid: (other, article) for other, article in pairs if _is_before(article, own)}
    return Candidates(occurrence(quote, own), found, rarity)


def _is_before(other: Article, own: Article) -> bool:
    then, now = other.metadata.published_on, own.metadata.published_on
    return then <= now if then and now else other.id < own.id
