"""HTML of the log: one page that can be read, printed and handed over, without any script."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from desktop.log.columns import ColumnSet
from desktop.log.pages import html_page
from desktop.log.pages.editor_page import editor_page
from desktop.log.pages.html_page import SHAPES
from desktop.log.pages.html_quote import quote_block
from desktop.log.rows import (
    NOT_PROVEN,
    articles_of,
    counts,
    head_lines,
    local,
    quote_rows,
    rows_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

    from desktop.domain import Article, Counts, Story, VersionInfo
    from desktop.log.rows import LogSource, QuoteRow

_SHOWN = "those of the newest versions, and of earlier versions those with marks; the others are counted"


@dataclass(frozen=True, slots=True)
class _Piece:
    article: Article
    versions: Sequence[VersionInfo]
    counts: Counts
    current: Iterator[QuoteRow]
    earlier: list[QuoteRow]  # marked ones only
    unmarked: int  # the others of earlier versions


@dataclass(frozen=True, slots=True)
class _Part:
    story: Story
    source: LogSource

    @property
    def pieces(self) -> Iterator[_Piece]:
        """The articles, one after the other: a large log is not held in memory."""
        return (_piece(self.source, self.story, article) for article in articles_of(self.source, self.story))


def write(source: LogSource, columns: ColumnSet, out: BinaryIO) -> int:
    """Write the page as it comes; returns the number of quotes on it."""
    if columns is ColumnSet.EDITOR:
        content, listed = _editor(source)
        out.write(content)
        return listed
    html_page.write_page(
        out,
        "log.html.jinja",
        source=source,
        columns=columns.value,
        quote_block=partial(quote_block, columns=columns),
        head=[*head_lines(source), ("quotes shown", _SHOWN)],
        counts=counts(quote_rows(source)),
        stories=[_Part(story, source) for story in source.stories],
        shapes=SHAPES,
        not_proven=NOT_PROVEN,
    )
    return sum(1 for _ in quote_rows(source))


def _editor(source: LogSource) -> tuple[bytes, int]:
    found = editor_page(source)
    page = html_page.page(
        "editor.html.jinja",
        page=found,
        heading=source.stories[0].title if len(source.stories) == 1 else source.desk_name,
        exported=local(source.exported_at),
        alerts_left_out=source.alerts_left_out,
        head=head_lines(source),
        shapes=SHAPES,
    )
    return page, found.listed


def _piece(source: LogSource, story: Story, article: Article) -> _Piece:
    tally = counts(rows_of(source, story, article))
    current = (row for row in rows_of(source, story, article) if row.current)
    old = [row for row in rows_of(source, story, article) if not row.current]
    earlier = [row for row in old if row.marks]
    return _Piece(article, source.versions.get(article.id, ()), tally, current, earlier, len(old) - len(earlier))
