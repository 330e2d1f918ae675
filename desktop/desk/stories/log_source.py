"""Export of a desk as a verification log: what of the desk goes into the log, and writing it to a file."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from desktop import __version__
from desktop.desk.evidence.chain_export import filter_in_force, read_ends, write_events
from desktop.desk.evidence.evidence_bundle import write_bundle
from desktop.desk.evidence.stamping import STAMP_KINDS, stamp_lines
from desktop.desk.sources.evidence_in_sources import changed_evidence, is_from_source, texts_of_sources
from desktop.desk.sources.source_check import NOWHERE, Finder, languages_of, quotes_to_find, read_sources
from desktop.desk.stories.story_alerts import MOST_ARTICLES, story_alerts
from desktop.desk.stories.story_quotes import read_story_quotes
from desktop.log.columns import OF_SOURCES, OF_STATEMENTS, ColumnSet
from desktop.log.rows import ChainEntry, InSource, LogSource, StoryAlert, without_private
from desktop.log.scope import within
from desktop.log.writing import BUNDLE, EVENTS, as_listed, fill, is_page, write_streamed
from desktop.store.records.chain import canonical
from desktop.text.display import amount
from desktop.text.statements import cells

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from desktop.desk.evidence.chain_export import Ends
    from desktop.desk.open_desk import Desk
    from desktop.domain import Article, ArticleId, Flag, Quote, Story, StoryId, VersionId, VersionInfo
    from desktop.log.rows import Publisher
    from desktop.log.scope import LogScope
    from desktop.log.writing import ToPdf
    from desktop.text.statements import Matrix

_READING = 0.7  # of the work, as far as progress goes


T = TypeVar("T")
_TRIES = 3  # readings that may be in vain


def export_log(  # noqa: PLR0913 - the options of one verb, all but the file by name
    desk: Desk,
    out: Path,
    file_format: str,
    *,
    stories: Iterable[StoryId] = (),
    columns: str = "editor",
    everything: bool = False,
    private: bool = False,
    scope: LogScope | None = None,
    progress: Callable[[float], object] = lambda _: None,
    publisher: Publisher | None = None,
    to_pdf: ToPdf | None = None,
) -> int:
    """Write the verification log and return its rows; an existing file is replaced whole.

    `everything` lists on the editor's page what nobody looked at, too; `private` puts private lines of notes and
    contacts into it; `scope` is a part of a story; `progress` gets 0 to 1 and may raise, and nothing is written then;
    `publisher` says who publishes a review of claims. Raises LogError.
    """
    chosen, form = list(stories), file_format.casefold()
    if form == EVENTS and scope is None:
        ends = read_consistently(desk, partial(read_ends, desk, chosen))
        return write_streamed(out, lambda file: write_events(desk, file, ends, private=private))
    source, ends = read_consistently(desk, partial(_read, desk, chosen, columns, form, scope, progress))
    source = source if private else without_private(source)
    source = replace(source, everything=everything, publisher=publisher)
    progress(_READING)
    if form == EVENTS:
        return write_streamed(out, lambda file: write_events(desk, file, ends, private=private))
    if form == BUNDLE:
        return write_streamed(out, lambda file: write_bundle(desk, file, source, ends))

    def write(file: BinaryIO) -> int:
        rows = fill(file, source, form, columns, to_pdf)
        progress(1.0)
        return rows

    return write_streamed(out, write)


def _read(
    desk: Desk,
    chosen: Sequence[StoryId],
    columns: str,
    form: str,
    scope: LogScope | None,
    progress: Callable[[float], object],
) -> tuple[LogSource, Ends]:
    """Read what goes into a log, and where the chains end then."""
    page = is_page(form, columns)
    source = log_source(desk, chosen, columns, page=page, progress=lambda part: progress(part * _READING))
    ends = read_ends(desk, chosen)
    if scope is not None:
        source = within(source, scope)
        about = frozenset(_uids(source.stories, source.articles, source.versions, source.quotes))
        ends = replace(ends, about=about, filter_in_force=scope.sentence)
    return source, ends


def read_consistently(desk: Desk, read: Callable[[], T]) -> T:
    """Read several things of a desk so that they fit together, though somebody may be at work on it.

    What was read while something was written is read again; after some times nobody can write while it is read.
    """
    for _ in range(_TRIES):
        before = desk.chains.heads()
        found = read()
        if desk.chains.heads() == before:
            return found
    with desk.unchanging():
        return read()


def preview_log(  # noqa: PLR0913 - all that the dialog of an export asks
    desk: Desk,
    stories: Iterable[StoryId],
    columns: str,
    rows: int,
    *,
    scope: LogScope | None,
    private: bool,
    form: str = "csv",
    everything: bool = False,
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return the names of the columns and the first rows, as a table, of what a log in this form lists."""
    from desktop.log.csv_file import table

    source = _restricted(log_source(desk, list(stories), columns), scope, private=private)
    source = as_listed(replace(source, everything=everything), form, columns)
    content = table(source, ColumnSet(columns))
    return content.names, [tuple(map(str, row)) for row in islice(content.rows, rows)]


def _restricted(source: LogSource, scope: LogScope | None, *, private: bool) -> LogSource:
    source = source if scope is None else within(source, scope)
    return source if private else without_private(source)


def write_letter(desk: Desk, quote: Quote, out: Path, file_format: str = "") -> None:
    """Write the correction letter for a disputed quote (docx, html or txt, by the ending of `out`); raises LogError."""
    from desktop.log.pages import letter

    article = desk.articles_of_versions([quote.version_id])[quote.version_id]
    source = log_source(desk, [article.story_id], "variants")
    letter.write_letter(without_private(source), quote.uid, out, file_format)


def log_source(
    desk: Desk,
    stories: Sequence[StoryId],
    columns: str = "",
    *,
    page: bool = False,
    progress: Callable[[float], object] = lambda _: None,
) -> LogSource:
    """Everything the log is written from: whole stories (all if none is named), all versions, all marks.

    Quotes are grouped into statements only for `columns` that show them and for the editor's `page`, which also has
    the alerts.
    """
    chosen = tuple(story for story in desk.stories() if not stories or story.id in stories)
    ids = {story.id for story in chosen}
    pieces = tuple(article for article in desk.articles() if article.story_id in ids)
    versions = {article.id: desk.versions(article.id) for article in pieces}
    quotes: dict[VersionId, list[Quote]] = {}
    for place, infos in enumerate(versions.values()):
        progress(place / len(versions))
        quotes |= {info.id: desk.quotes(info.id) for info in infos}
    quotes, left_out = _without_titles_and_names(desk, quotes)
    for source in desk.article_list.sources().keys() & versions.keys():  # nobody checks these, but no mark is left out
        for info in versions[source]:
            quotes[info.id] = [quote for quote in quotes[info.id] if quote.marks]
    quotes = _with_changed_evidence(desk, chosen, quotes)
    head = desk.chains.mark_head()
    statements = page or columns in OF_STATEMENTS
    alerts, complete = _alerts(desk, chosen) if page else ([], True)
    return LogSource(
        desk_name=desk.path.stem,
        desk_uid=desk.uid,
        app_version=__version__,
        exported_at=desk.now(),
        head_chain=head.chain,
        head_marks=head.marks,
        head_hash=head.hash,
        filter_in_force=" ".join(filter(None, (filter_in_force(desk, stories), left_out))),
        stories=chosen,
        articles=pieces,
        versions=versions,
        quotes=quotes,
        marks=desk.histories([quote.id for found in quotes.values() for quote in found]),
        entries=tuple(_entries(desk, _uids(chosen, pieces, versions, quotes) if stories else None)),
        matrices={story.id: _matrices(desk, story.id) for story in chosen} if statements else {},
        chains=tuple(desk.chains.mark_heads()),
        stamps=stamp_lines(desk),
        alerts=alerts,
        alerts_left_out="" if complete else _LEFT_OUT,
        in_sources=_in_sources(desk, chosen) if columns in OF_SOURCES else {},
    )


def _without_titles_and_names(
    desk: Desk, quotes: Mapping[VersionId, list[Quote]]
) -> tuple[dict[VersionId, list[Quote]], str]:
    """Leave out titles and names on which nobody did anything, and say in one sentence how many there are.

    What a checker marked, ever, or called a title or a name is in every log.
    """
    called = desk.called_titles_or_names()
    remaining = {
        version: [quote for quote in found if not quote.is_passed_over or quote.marks or quote.id in called]
        for version, found in quotes.items()
    }
    count = sum(len(found) - len(remaining[version]) for version, found in quotes.items())
    titles = amount(count, "title or name", "titles and names")
    are = "is" if count == 1 else "are"
    return remaining, f"{titles} in quotation marks {are} left out: nobody said them." if count else ""


_LEFT_OUT = (
    f"In stories of more than {MOST_ARTICLES} articles only versions of one article were compared; "
    "the window compares any two."
)


def _alerts(desk: Desk, stories: Sequence[Story]) -> tuple[list[StoryAlert], bool]:
    found = [story_alerts(desk, desk.articles(story=story.id)) for story in stories]
    return [alert for alerts, _ in found for alert in alerts], all(complete for _, complete in found)


def _matrices(desk: Desk, story: StoryId) -> Matrix:
    found = read_story_quotes(desk, story)
    return cells(found.group(), [str(article.newest) for article in found.articles])


def _in_sources(desk: Desk, stories: Sequence[Story]) -> dict[str, InSource]:
    """Look for the quotes of stories in their sources."""
    found: dict[str, InSource] = {}
    for story in stories:
        sources = read_sources(desk, story.id)
        finder = Finder(sources) if sources else None
        languages = languages_of(desk, story.id)
        for quote in quotes_to_find(desk, story.id) if finder is not None else ():
            place, near = (
                finder.find(quote, languages.get(quote.version_id, "")) if finder is not None else (None, None)
            )
            place = near if near is not None and near.match.recurs else place
            found[quote.uid] = InSource(NOWHERE) if place is None else place.in_log()
    return found


def _with_changed_evidence(
    desk: Desk, stories: Sequence[Story], quotes: Mapping[VersionId, list[Quote]]
) -> dict[VersionId, list[Quote]]:
    """Give quotes whose evidence is no longer in the sources a flag that says so."""
    if not any(is_from_source(quote.evidence) for found in quotes.values() for quote in found):
        return dict(quotes)
    texts = texts_of_sources(desk)
    changed: dict[str, Flag] = {}
    for story in stories:
        own = {version.id for article in desk.articles(story=story.id) for version in desk.versions(article.id)}
        of_story = [quote for version in own for quote in quotes.get(version, ())]
        changed |= changed_evidence(of_story, read_sources(desk, story.id), texts)
    return {
        version: [
            replace(quote, flags=quote.flags | {changed[quote.uid]}) if quote.uid in changed else quote
            for quote in found
        ]
        for version, found in quotes.items()
    }


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
    for hash_, entry in desk.chains.entries():
        if about is not None and entry.subject not in about and entry.kind not in STAMP_KINDS:
            yield ChainEntry(entry.chain, entry.number, entry.prev, hash_)
            continue
        body = canonical(entry.body).decode()
        at, act, by = entry.at, entry.kind, entry.checker
        yield ChainEntry(entry.chain, entry.number, entry.prev, hash_, entry.tick, act, entry.subject, body, by, at)
