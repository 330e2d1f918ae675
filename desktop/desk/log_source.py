"""Export of a desk as a verification log: what of the desk goes into the log, and writing it to a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import __version__
from desktop.desk.story_quotes import read_story_quotes
from desktop.log.columns import OF_STATEMENTS
from desktop.log.rows import ChainEntry, LogSource
from desktop.log.writing import write
from desktop.store.records.chain import canonical
from desktop.text.statements import cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from desktop.desk.open_desk import Desk
    from desktop.domain import Article, ArticleId, Quote, Story, StoryId, VersionId, VersionInfo
    from desktop.text.statements import Matrix


def export_log(
    desk: Desk, out: Path, file_format: str, *, stories: Iterable[StoryId] = (), columns: str = "editor"
) -> int:
    """Write the verification log (csv, json or html) and return its rows; an existing file is replaced whole.

    Raises LogError.
    """
    return write(log_source(desk, list(stories), columns), out, file_format, columns)


def log_source(desk: Desk, stories: Sequence[StoryId], columns: str = "") -> LogSource:
    """Everything the log is written from: whole stories (all if none is named), all versions, all marks.

    Quotes are grouped into statements only for `columns` that show them.
    """
    chosen = tuple(story for story in desk.stories() if not stories or story.id in stories)
    ids = {story.id for story in chosen}
    pieces = tuple(article for article in desk.articles() if article.story_id in ids)
    versions = {article.id: desk.versions(article.id) for article in pieces}
    quotes = {info.id: desk.quotes(info.id) for infos in versions.values() for info in infos}
    for source in desk.sources().keys() & versions.keys():  # nobody checks these, but no mark is left out
        for info in versions[source]:
            quotes[info.id] = [quote for quote in quotes[info.id] if quote.marks]
    head = desk.head()
    return LogSource(
        desk_name=desk.path.stem,
        desk_uid=desk.uid,
        app_version=__version__,
        exported_at=desk.now(),
        head_chain=head.chain,
        head_marks=head.marks,
        head_hash=head.hash,
        filter_in_force="All stories." if not stories else f"{len(chosen)} of {len(desk.stories())} stories.",
        stories=chosen,
        articles=pieces,
        versions=versions,
        quotes=quotes,
        marks=desk.histories([quote.id for found in quotes.values() for quote in found]),
        entries=tuple(_entries(desk, _uids(chosen, pieces, versions, quotes) if stories else None)),
        matrices={story.id: _matrices(desk, story.id) for story in chosen} if columns in OF_STATEMENTS else {},
    )


def _matrices(desk: Desk, story: StoryId) -> Matrix:
    found = read_story_quotes(desk, story)
    return cells(found.group(), [str(article.newest) for article in found.articles])


def _uids(
    stories: Sequence[Story],
    articles: Sequence[Article],
    versions: Mapping[ArticleId, Sequence[VersionInfo]],
    quotes: Mapping[VersionId, Sequence[Quote]],
) -> set[str]:
    """Return what the entries of these stories are about."""
    found = {story.uid for story in stories} | {article.uid for article in articles}
    found |= {info.uid for infos in versions.values() for info in infos}
    return found | {quote.uid for found_in in quotes.values() for quote in found_in}


def _entries(desk: Desk, about: set[str] | None) -> Iterator[ChainEntry]:
    """Yield the entries of all chains; what concerns anything else than `about` is withheld."""
    for hash_, entry in desk.entry_chains():
        if about is not None and entry.subject not in about:
            yield ChainEntry(entry.chain, entry.number, entry.prev, hash_)
            continue
        body = canonical(entry.body).decode()
        at, act, by = entry.at, entry.kind, entry.checker
        yield ChainEntry(entry.chain, entry.number, entry.prev, hash_, entry.tick, act, entry.subject, body, by, at)
