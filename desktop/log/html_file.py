"""HTML of the log: one page that can be read, printed and handed over, without any script."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.log import html_page
from desktop.log.columns import ColumnSet, events
from desktop.log.editor_page import editor_page
from desktop.log.html_page import SHAPES
from desktop.log.rows import (
    NOT_PROVEN,
    agreement,
    articles_of,
    counts,
    flags,
    head_lines,
    local,
    quote_rows,
    second_verdict,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain import Article, ArticleId, Counts, Story, VersionInfo
    from desktop.log.rows import LogSource, QuoteRow

_SHOWN = "those of the newest versions, and of earlier versions those with marks; the others are counted"


@dataclass(frozen=True, slots=True)
class _Piece:
    article: Article
    versions: Sequence[VersionInfo]
    counts: Counts
    current: list[QuoteRow]
    earlier: list[QuoteRow]  # marked ones only
    unmarked: int  # the others of earlier versions


@dataclass(frozen=True, slots=True)
class _Part:
    story: Story
    pieces: list[_Piece]


def compose(source: LogSource, columns: ColumnSet) -> tuple[bytes, int]:
    """Return the whole page and the number of quotes on it."""
    if columns is ColumnSet.EDITOR:
        return _editor(source)
    found = list(quote_rows(source))
    page = html_page.page(
        "log.html.jinja",
        source=source,
        columns=columns.value,
        head=[*head_lines(source), ("quotes shown", _SHOWN)],
        counts=counts(found),
        stories=_parts(source, found),
        shapes=SHAPES,
        not_proven=NOT_PROVEN,
        flags=flags,
        events=events,
        second_verdict=second_verdict,
        agreement=agreement,
    )
    return page, len(found)


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


def _parts(source: LogSource, found: list[QuoteRow]) -> list[_Part]:
    own: defaultdict[ArticleId, list[QuoteRow]] = defaultdict(list)
    for row in found:
        own[row.article.id].append(row)
    return [
        _Part(story, [_piece(source, article, own[article.id]) for article in articles_of(source, story)])
        for story in source.stories
    ]


def _piece(source: LogSource, article: Article, own: list[QuoteRow]) -> _Piece:
    current = [row for row in own if row.current]
    earlier = [row for row in own if not row.current and row.marks]
    unmarked = len(own) - len(current) - len(earlier)
    return _Piece(article, source.versions.get(article.id, ()), counts(own), current, earlier, unmarked)
