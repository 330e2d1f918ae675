"""Columns of the log as a table: the column sets, and what stands in each column of quotes and marks.

Names and order are stable: later columns are added at the end of their set, none is renamed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain import Status
from desktop.log.rows import agreement, entries, flags, second_verdict, utc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.domain import Mark
    from desktop.log.rows import Entry, LogSource


Cell = str | int


@dataclass(frozen=True, slots=True)
class Table:
    """Column names and rows of equal length."""

    names: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


class ColumnSet(StrEnum):
    """For whom the table is made."""

    EDITOR = "editor"  # one row a quote, still open first
    AUDIT = "audit"  # one row a mark (a quote without marks has one row), oldest first
    SECOND_CHECK = "second-check"  # one row a quote, in text order
    MATRIX = "matrix"  # one row a statement, one column a version
    VARIANTS = "variants"  # one row a wording of a statement that several versions print


# What only a table can show; grouping quotes into statements takes a while, so only these need it.
OF_STATEMENTS = (ColumnSet.MATRIX, ColumnSet.VARIANTS)


@dataclass(frozen=True, slots=True)
class Event:
    """One mark with the status before it; both None stands for a quote that nobody touched."""

    mark: Mark | None
    before: Status | None


_EDITOR: dict[str, Callable[[Entry], Cell]] = {
    "story": lambda entry: entry.story.title,
    "status": lambda entry: entry.quote.status.value,
    "reason": lambda entry: entry.quote.reason,
    "quote_as_printed": lambda entry: entry.quote.text,
    "speaker_as_printed": lambda entry: entry.quote.attribution.speaker,
    "outlet": lambda entry: entry.article.metadata.outlet,
    "headline": lambda entry: entry.article.metadata.title,
    "published": lambda entry: entry.article.metadata.published,
    "url": lambda entry: entry.article.metadata.url,
    "basis": lambda entry: entry.quote.basis,
    "source": lambda entry: entry.quote.evidence,
    "note": lambda entry: entry.quote.note,
    "checked_by": lambda entry: entry.quote.checker,
    "checked_at": lambda entry: utc(entry.quote.marked_at),
    "speaker_resolved": lambda entry: entry.quote.attribution.person,
    "flags": lambda entry: "; ".join(flags(entry.quote)),
}

_PLACE: dict[str, Callable[[Entry], Cell]] = {
    "quote_id": lambda entry: entry.quote.uid,
    "article_id": lambda entry: entry.article.uid,
    "version_id": lambda entry: entry.version.uid,
    "version_number": lambda entry: entry.version.number,
    "version_text_sha256": lambda entry: entry.version.text_sha256,
    "original_sha256": lambda entry: entry.version.original_sha256,
    "captured_at": lambda entry: utc(entry.version.captured_at),
    "captured_from": lambda entry: entry.version.source,
    "start": lambda entry: entry.quote.span.start,
    "end": lambda entry: entry.quote.span.end,
    "paragraph": lambda entry: entry.quote.paragraph,
    "prefix": lambda entry: entry.quote.prefix,
    "exact": lambda entry: entry.quote.text,
    "suffix": lambda entry: entry.quote.suffix,
    "kind": lambda entry: entry.quote.kind.value,
    "doubt": lambda entry: entry.quote.doubt,
    "role": lambda entry: entry.quote.attribution.role,
    "cue": lambda entry: entry.quote.attribution.cue,
    "via": lambda entry: entry.quote.attribution.via,
    "extractor": lambda entry: entry.version.extractor,
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
    }[columns]


def events(entry: Entry) -> Iterator[Event]:
    """The history of a quote, oldest first; one empty event if there is none."""
    before = Status.UNVERIFIED
    for mark in entry.marks:
        yield Event(mark, before)
        before = mark.status
    if not entry.marks:
        yield Event(None, None)


def editor(source: LogSource) -> Table:
    order = {story.id: place for place, story in enumerate(source.stories)}
    found = [entry for entry in entries(source) if entry.current]
    found.sort(key=lambda entry: (order[entry.story.id], _OPEN_FIRST.index(entry.quote.status)))
    return Table(tuple(_EDITOR), tuple(_cells(_EDITOR, entry) for entry in found))


def audit(source: LogSource) -> Table:
    names = (*_EDITOR, *_PLACE, "status_from", *_EVENT, "app_version")
    rows = (
        (*_cells(_EDITOR, entry), *_cells(_PLACE, entry), *_event_cells(event), source.app_version)
        for entry in entries(source)
        for event in events(entry)
    )
    return Table(names, tuple(rows))


def second_check(source: LogSource) -> Table:
    names = ("quote_id", *_EDITOR, "second_status", "second_by", "second_at", "agreement")
    rows = (
        (entry.quote.uid, *_cells(_EDITOR, entry), *_second_cells(entry)) for entry in entries(source) if entry.current
    )
    return Table(names, tuple(rows))


def _cells(columns: dict[str, Callable[[Entry], Cell]], entry: Entry) -> tuple[Cell, ...]:
    return tuple(cell(entry) for cell in columns.values())


def _event_cells(event: Event) -> tuple[Cell, ...]:
    if event.mark is None or event.before is None:
        return ("",) * (len(_EVENT) + 1)
    return (event.before.value, *(cell(event.mark) for cell in _EVENT.values()))


def _second_cells(entry: Entry) -> tuple[Cell, ...]:
    second = second_verdict(entry)
    if second is None:
        return ("",) * 4
    return (second.status.value, second.checker, utc(second.at), agreement(entry))
