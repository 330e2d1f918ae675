"""Columns of the log as a table: the column sets, and what stands in each column of quotes and marks.

Names and order are stable: later columns are added at the end of their set, none is renamed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain import Status
from desktop.log.rows import agreement, articles_of, flags, quote_rows, rows_of, second_verdict, utc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from desktop.domain import Mark
    from desktop.log.rows import LogSource, QuoteRow


Cell = str | int


@dataclass(frozen=True, slots=True)
class Table:
    """Column names and rows of equal length, to be taken once: those of a large log are made as they are taken."""

    names: tuple[str, ...]
    rows: Iterable[tuple[Cell, ...]]
    count: int  # of the rows


class ColumnSet(StrEnum):
    """For whom the table is made."""

    EDITOR = "editor"  # one row a quote, still open first
    AUDIT = "audit"  # one row a mark (a quote without marks has one row), oldest first
    SECOND_CHECK = "second-check"  # one row a quote, in text order
    MATRIX = "matrix"  # one row a statement, one column a version
    VARIANTS = "variants"  # one row a wording of a statement that several versions print
    SOURCES = "sources"  # one row a quote: what the sources of its story print
    TO_ASK = "to-ask"  # one row a quote that no source of its story prints: what is still to be asked for


# What only a table can show; grouping quotes into statements takes a while, so only these need it.
OF_STATEMENTS = (ColumnSet.MATRIX, ColumnSet.VARIANTS)


@dataclass(frozen=True, slots=True)
class Event:
    """One mark with the status before it; both None stands for a quote that nobody touched."""

    mark: Mark | None
    before: Status | None


_EDITOR: dict[str, Callable[[QuoteRow], Cell]] = {
    "story": lambda row: row.story.title,
    "status": lambda row: row.quote.status.value,
    "reason": lambda row: row.quote.reason,
    "quote_as_printed": lambda row: row.quote.text,
    "speaker_as_printed": lambda row: row.quote.attribution.speaker,
    "outlet": lambda row: row.article.metadata.outlet,
    "headline": lambda row: row.article.metadata.title,
    "published": lambda row: row.article.metadata.published,
    "url": lambda row: row.article.metadata.url,
    "basis": lambda row: row.quote.basis,
    "source": lambda row: row.quote.evidence,
    "note": lambda row: row.quote.note,
    "checked_by": lambda row: row.quote.checker,
    "checked_at": lambda row: utc(row.quote.marked_at),
    "speaker_resolved": lambda row: row.quote.attribution.person,
    "flags": lambda row: "; ".join(flags(row.quote)),
}

_PLACE: dict[str, Callable[[QuoteRow], Cell]] = {
    "quote_id": lambda row: row.quote.uid,
    "article_id": lambda row: row.article.uid,
    "version_id": lambda row: row.version.uid,
    "version_number": lambda row: row.version.number,
    "version_text_sha256": lambda row: row.version.text_sha256,
    "original_sha256": lambda row: row.version.original_sha256,
    "captured_at": lambda row: utc(row.version.captured_at),
    "captured_from": lambda row: row.version.source,
    "start": lambda row: row.quote.span.start,
    "end": lambda row: row.quote.span.end,
    "paragraph": lambda row: row.quote.paragraph,
    "prefix": lambda row: row.quote.prefix,
    "exact": lambda row: row.quote.text,
    "suffix": lambda row: row.quote.suffix,
    "kind": lambda row: row.quote.kind.value,
    "doubt": lambda row: row.quote.doubt,
    "role": lambda row: row.quote.attribution.role,
    "cue": lambda row: row.quote.attribution.cue,
    "via": lambda row: row.quote.attribution.via,
    "extractor": lambda row: row.version.extractor,
}

_EVENT: dict[str, Callable[[Mark], Cell]] = {
    "status_to": lambda mark: mark.status.value,
    "event_act": lambda mark: mark.act.value,
    "event_chain": lambda mark: mark.chain,
    "event_seq": lambda mark: mark.number,
    "event_at_utc": lambda mark: utc(mark.at),
    "user": lambda mark: mark.checker,
    "event_reason": lambda mark: mark.reason,
    "event_basis": lambda mark: mark.basis,
    "event_source": lambda mark: mark.evidence,
    "event_note": lambda mark: mark.note,
    "hash": lambda mark: mark.hash,
}

_OPEN_FIRST = (Status.UNVERIFIED, Status.DISPUTED, Status.VERIFIED)


def rows_are(columns: ColumnSet) -> str:
    """Say in words what the rows of a table are."""
    return {
        ColumnSet.EDITOR: "quotes of the newest versions",
        ColumnSet.AUDIT: "marks on quotes of all versions; a quote without a mark has a row, too",
        ColumnSet.SECOND_CHECK: "quotes of the newest versions",
        ColumnSet.MATRIX: "statements in the newest versions",
        ColumnSet.VARIANTS: "wordings, in the newest versions, of statements that stand in several places",
        ColumnSet.SOURCES: "quotes of the newest versions, with what the sources of their stories print",
        ColumnSet.TO_ASK: "quotes of the newest versions that no source of their stories prints, by speaker",
    }[columns]


def events(row: QuoteRow) -> Iterator[Event]:
    """The history of a quote, oldest first; one empty event if there is none."""
    before = Status.UNVERIFIED
    for mark in row.marks:
        yield Event(mark, before)
        before = mark.status
    if not row.marks:
        yield Event(None, None)


def editor(source: LogSource) -> Table:
    rows = (
        _cells(_EDITOR, row)
        for story in source.stories
        for status in _OPEN_FIRST
        for article in articles_of(source, story)
        for row in rows_of(source, story, article)
        if row.current and row.quote.status is status
    )
    return Table(tuple(_EDITOR), rows, _current(source))


def audit(source: LogSource) -> Table:
    names = (*_EDITOR, *_PLACE, "status_from", *_EVENT, "app_version")
    rows = (
        (*_cells(_EDITOR, row), *_cells(_PLACE, row), *_event_cells(event), source.app_version)
        for row in quote_rows(source)
        for event in events(row)
    )
    return Table(names, rows, sum(max(1, len(row.marks)) for row in quote_rows(source)))


def second_check(source: LogSource) -> Table:
    names = ("quote_id", *_EDITOR, "second_status", "second_by", "second_at", "agreement")
    rows = ((row.quote.uid, *_cells(_EDITOR, row), *_second_cells(row)) for row in quote_rows(source) if row.current)
    return Table(names, rows, _current(source))


def _current(source: LogSource) -> int:
    """Count the quotes of the newest versions."""
    return sum(row.current for row in quote_rows(source))


def in_sources(source: LogSource) -> Table:
    """What the sources of each story print of its quotes; empty cells where nobody has looked."""
    names = (
        "quote_id", "story", "status", "quote_as_printed", "speaker_as_printed", "outlet", "headline", "class",
        "source", "place", "speaker_there", "words_there", "source_sha256", "evidence", "note", "flags",
    )  # fmt: skip
    found = (row for row in quote_rows(source) if row.current)
    rows = ((row.quote.uid, *_before(row), *_there(source, row), *_verdict_cells(row)) for row in found)
    return Table(names, rows, _current(source))


def _before(row: QuoteRow) -> tuple[Cell, ...]:
    columns = ("story", "status", "quote_as_printed", "speaker_as_printed", "outlet", "headline")
    return tuple(_EDITOR[name](row) for name in columns)


def _verdict_cells(row: QuoteRow) -> tuple[Cell, ...]:
    return row.quote.evidence, row.quote.note, _EDITOR["flags"](row)


_TO_ASK = (
    "speaker_resolved", "speaker_as_printed", "quote_as_printed", "status", "outlet", "headline", "published", "url",
    "story", "source", "note", "flags",
)  # fmt: skip


def to_ask(source: LogSource) -> Table:
    """Give the quotes that were looked for in the sources of their story and found in none."""
    missing = [
        row
        for row in quote_rows(source)
        if row.current and row.quote.uid in source.in_sources and not source.in_sources[row.quote.uid].source
    ]
    missing.sort(key=lambda row: row.quote.attribution.person.casefold())
    rows = ((row.quote.uid, *(_EDITOR[name](row) for name in _TO_ASK)) for row in missing)
    return Table(("quote_id", *_TO_ASK), rows, len(missing))


OF_SOURCES = (ColumnSet.SOURCES, ColumnSet.TO_ASK)


def _there(source: LogSource, row: QuoteRow) -> tuple[Cell, ...]:
    there = source.in_sources.get(row.quote.uid)
    if there is None:
        return ("",) * 6
    return (there.kind, there.source, there.place, there.speaker, there.words, there.sha256)


def _cells(columns: dict[str, Callable[[QuoteRow], Cell]], row: QuoteRow) -> tuple[Cell, ...]:
    return tuple(cell(row) for cell in columns.values())


def _event_cells(event: Event) -> tuple[Cell, ...]:
    if event.mark is None or event.before is None:
        return ("",) * (len(_EVENT) + 1)
    return (event.before.value, *(cell(event.mark) for cell in _EVENT.values()))


def _second_cells(row: QuoteRow) -> tuple[Cell, ...]:
    second = second_verdict(row)
    if second is None:
        return ("",) * 4
    return (second.status.value, second.checker, utc(second.at), agreement(row, second))
