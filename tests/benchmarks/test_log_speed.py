"""Benchmark of logs of 100,000 rows, by seconds of the processor: CSV 3, JSON 3, HTML 5, XLSX 20; memory of events."""

from __future__ import annotations

import io
import resource
import tracemalloc
from time import process_time
from typing import TYPE_CHECKING

import pytest

from desktop.domain import ChainHead, Counts, Status
from desktop.log.evidence import events_file
from desktop.log.evidence.events_file import Event, EventsHead
from desktop.log.evidence.standalone_check import Report, check_events, record_hash
from desktop.log.writing import compose, write
from tests.log.examples import NOON, mark, quote, source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.log.rows import LogSource

ROWS = 100_000


@pytest.fixture(scope="module")
def log() -> LogSource:
    """Every second quote has a mark."""
    found = []
    for number in range(1, ROWS + 1):
        marks = (
            (mark(number, number, Status.VERIFIED, evidence="https://example.org/tape at 3:12"),) if number % 2 else ()
        )
        found.append((quote(number, f"We had to close the bridge at once, she said to us {number}.", *marks), marks))
    return source(*found)


@pytest.mark.parametrize(
    ("form", "columns"),
    [
        ("csv", "editor"),
        ("csv", "audit"),
        ("json", "editor"),
        ("html", "editor"),
        ("html", "audit"),
        ("xlsx", "editor"),
    ],
)
def test_a_log_of_many_rows(log: LogSource, form: str, columns: str) -> None:
    began = process_time()
    content, rows = compose(log, form, columns)
    print(f"\n{form} {columns}: {rows} rows, {len(content) >> 20} MB, {process_time() - began:.1f} s")


def events(many: int) -> Iterator[Event]:
    prev = ""
    for number in range(1, many + 1):
        record: dict[str, object] = {"chain": "desk", "number": number, "prev": prev, "note": "x" * 200}
        hash_ = record_hash(record)
        yield Event(0, number, prev, hash_, record)
        prev = hash_


def test_events_take_the_same_memory_however_many_they_are(tmp_path: Path) -> None:
    last = [event.hash for event in events(ROWS)][-1]
    chain = ChainHead("marks", "desk", "", 0, "", ROWS, last)
    head = EventsHead("a", "desk", "0", NOON, "All stories.", Counts(), [chain])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = process_time()
    with (tmp_path / "log.jsonl").open("w+b") as out:
        events_file.write(out, head, events(ROWS))
        written = process_time() - began
        out.seek(0, io.SEEK_SET)
        report = Report()
        check_events(out, report)
    assert report.findings == []
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) >> 10
    print(f"\nevents: written in {written:.1f} s, with the check {process_time() - began:.1f} s, {more} MB more memory")


@pytest.mark.parametrize(("form", "columns"), [("csv", "audit"), ("json", "editor"), ("html", "audit")])
def test_a_log_is_written_row_by_row(log: LogSource, tmp_path: Path, form: str, columns: str) -> None:
    """The most that writing holds at once, beside what was read from the desk."""
    tracemalloc.start()
    write(log, tmp_path / "log", form, columns)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    print(f"\n{form} {columns}: {(tmp_path / 'log').stat().st_size >> 20} MB written, {most >> 20} MB held")
