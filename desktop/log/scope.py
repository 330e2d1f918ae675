"""Scope of a log that is narrower than stories: one article, or the quotes chosen or filtered in the window."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.log.rows import ChainEntry

if TYPE_CHECKING:
    from desktop.log.rows import LogSource
    from desktop.text.statements import Matrix


@dataclass(frozen=True, slots=True)
class LogScope:
    """What of a story goes into a log; the head of the log says the sentence."""

    sentence: str
    article: str = ""  # uid; empty: the articles of the quotes
    quotes: tuple[str, ...] = ()  # uids in the order of the window; empty: all of the article


def within(source: LogSource, scope: LogScope) -> LogSource:
    """Leave out what is not in the scope; entries of the chains about anything else keep only their place."""
    order = {uid: place for place, uid in enumerate(scope.quotes)}
    quotes = {
        version: sorted((quote for quote in found if quote.uid in order), key=lambda quote: order[quote.uid])
        if order
        else list(found)
        for version, found in source.quotes.items()
    }
    articles = tuple(
        article
        for article in source.articles
        if article.uid == scope.article
        or (not scope.article and any(quotes.get(info.id) for info in source.versions.get(article.id, ())))
    )
    versions = {article.id: source.versions.get(article.id, ()) for article in articles}
    ids = {info.id for infos in versions.values() for info in infos}
    quotes = {version: found for version, found in quotes.items() if version in ids}
    there = [quote for found in quotes.values() for quote in found]
    uids = {quote.uid for quote in there}
    stories = tuple(story for story in source.stories if any(article.story_id == story.id for article in articles))
    about = uids | {article.uid for article in articles} | {story.uid for story in stories}
    about |= {info.uid for infos in versions.values() for info in infos}
    return replace(
        source,
        filter_in_force=scope.sentence,
        stories=stories,
        articles=articles,
        versions=versions,
        quotes=quotes,
        marks={quote.id: source.marks.get(quote.id, ()) for quote in there},
        entries=tuple(entry if entry.subject in about else _withheld(entry) for entry in source.entries),
        matrices={story: _of(matrix, uids) for story, matrix in source.matrices.items()},
        alerts=(),
        alerts_left_out="",
    )


def _of(matrix: Matrix, uids: set[str]) -> Matrix:
    """Keep the statements of which a quote is in the scope."""
    rows = [row for row in matrix.rows if any(str(member.key) in uids for member in row.statement.members)]
    return replace(matrix, rows=type(matrix.rows)(rows))


def _withheld(entry: ChainEntry) -> ChainEntry:
    return ChainEntry(entry.chain, entry.number, entry.prev, entry.hash)
