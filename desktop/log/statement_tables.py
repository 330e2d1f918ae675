"""Tables of statements: a row a statement with a column a version (matrix), a row a wording (variants)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.log.columns import Table
from desktop.log.rows import articles_of, one_line
from desktop.text.statements import Cell as MatrixCell
from desktop.text.statements import CellKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.domain import Article, Quote, Story
    from desktop.log.columns import Cell
    from desktop.log.rows import LogSource
    from desktop.text.statements import Member, Row

_ABOUT = ("story", "statement", "quote_as_printed", "speaker", "in_versions")
_VARIANT = (
    "story", "statement", "compared_with", "difference", "words_changed", "quote_as_printed", "speaker_as_printed",
    "outlet", "headline", "published", "status", "reason", "checked_by", "quote_id", "version_id", "start", "end",
)  # fmt: skip


def matrix(source: LogSource) -> Table:
    """One row a statement, one column an article: how its newest version words the statement, and how that stands."""
    pieces = [article for story in source.stories for article in articles_of(source, story)]
    quotes = _quotes(source)
    rows: list[tuple[Cell, ...]] = []
    for story, number, row in _statements(source):
        printed = {cell.members[0].source: _worded(cell, quotes) for cell in row.cells if cell.members}
        about: tuple[Cell, ...] = (story.title, number, row.base.text, row.statement.speaker, len(printed))
        rows.append((*about, *(printed.get(str(article.newest), "") for article in pieces)))
    return Table((*_ABOUT, *_names(pieces)), tuple(rows))


def variants(source: LogSource) -> Table:
    """One row for each place where a statement is printed that is printed more than once."""
    articles = {str(article.newest): article for article in source.articles}
    quotes = _quotes(source)
    rows = [
        (story.title, number, *_variant(row, member, articles[member.source], quotes[str(member.key)]))
        for story, number, row in _statements(source)
        for cell in row.cells
        for member in cell.members
        if len(row.statement.members) > 1
    ]
    return Table(_VARIANT, tuple(rows))


def _statements(source: LogSource) -> Iterator[tuple[Story, int, Row]]:
    for story in source.stories:
        found = source.matrices.get(story.id)
        for number, row in enumerate(found.rows if found is not None else (), 1):
            yield story, number, row


def _quotes(source: LogSource) -> dict[str, Quote]:
    return {quote.uid: quote for quotes in source.quotes.values() for quote in quotes}


def _worded(cell: MatrixCell, quotes: dict[str, Quote]) -> str:
    """Return e.g. “2 words, disputed”."""
    statuses = dict.fromkeys(quotes[str(key)].status.value for key in cell.keys)
    return f"{cell.label}, {' and '.join(statuses)}"


def _variant(row: Row, member: Member, article: Article, quote: Quote) -> tuple[Cell, ...]:
    single = MatrixCell(row.statement, row.base, (member,))
    wording = single.wording
    base = member == row.base
    return (
        row.base.text, "base" if base else _kind(single), wording.changed if wording is not None else 0, member.text,
        quote.attribution.speaker, article.metadata.outlet, article.metadata.title, article.metadata.published,
        quote.status.value, quote.reason, quote.checker, quote.uid, int(member.source), member.span.start,
        member.span.end,
    )  # fmt: skip


def _kind(cell: MatrixCell) -> str:
    return f"{cell.kind}: {cell.label}" if cell.kind is CellKind.ALTERED else str(cell.kind)


def _names(pieces: Sequence[Article]) -> list[str]:
    """Name the columns by outlet, and tell those of one outlet apart."""
    names: list[str] = []
    for article in pieces:
        name = one_line(article.metadata.outlet or article.metadata.title) or f"article {article.id}"
        taken = name in names or name in _ABOUT
        names.append(f"{name} ({article.id})" if taken else name)
    return names
