"""The columns of the log as tables: their names, their rows by value, and what the rows are said to be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.domain import Attribution, Quote, Status
from desktop.log import columns
from desktop.log.columns import ColumnSet, Table
from desktop.log.rows import InSource, quote_rows
from tests.log.examples import example, mark, quote, source


def records(table: Table) -> list[dict[str, columns.Cell]]:
    rows = [dict(zip(table.names, row, strict=True)) for row in table.rows]
    assert table.count == len(rows)
    return rows


def test_an_editor_reads_what_is_open_first() -> None:
    rows = records(columns.editor(example()))
    assert [(row["status"], row["quote_as_printed"]) for row in rows] == [
        ("unverified", "unsafe"),
        ("disputed", "Nobody\n\ntold us, שלום and “nothing” else"),
        ("verified", "We had to close the bridge at once."),
    ]
    last = rows[-1]
    assert (last["story"], last["outlet"], last["speaker_resolved"]) == ("The bridge", "Harbour Post", "Mayor Ida Holm")
    assert (last["source"], last["checked_by"]) == ("https://example.org/tape at 3:12", "Bo")
    assert last["checked_at"] == "2026-03-04T12:02:00Z"


def test_the_audit_has_a_row_a_mark_with_the_status_before_it_and_one_for_a_quote_that_nobody_touched() -> None:
    rows = records(columns.audit(example()))
    assert [(row["quote_id"], row["status_from"], row["status_to"], row["event_seq"]) for row in rows] == [
        ("quote-1", "unverified", "disputed", 1),
        ("quote-1", "disputed", "verified", 2),
        ("quote-2", "unverified", "disputed", 3),
        ("quote-3", "", "", ""),
    ]
    assert {row["app_version"] for row in rows} == {"0.1.0"}
    assert (rows[0]["start"], rows[0]["end"], rows[0]["version_number"]) == (10, 45, 1)


def test_the_history_of_a_quote_goes_from_status_to_status() -> None:
    first, _, untouched = quote_rows(example())
    assert [event.before for event in columns.events(first)] == [Status.UNVERIFIED, Status.DISPUTED]
    assert [(event.mark, event.before) for event in columns.events(untouched)] == [(None, None)]


def test_a_second_check_is_told_beside_the_first() -> None:
    marks = (mark(1, 1, Status.VERIFIED, "Ada"), mark(2, 1, Status.DISPUTED, "Bo"))
    [row] = records(columns.second_check(source((quote(1, "We had to.", *marks), marks))))
    assert (row["status"], row["checked_by"]) == ("disputed", "Bo")
    assert (row["second_status"], row["second_by"], row["second_at"]) == ("verified", "Ada", "2026-03-04T12:01:00Z")
    assert row["agreement"] == "disagree"
    [alone] = records(columns.second_check(source((quote(1, "We had to."), ()))))
    assert (alone["second_status"], alone["second_by"], alone["second_at"], alone["agreement"]) == ("", "", "", "")


def test_what_is_still_to_be_asked_for_is_what_was_looked_for_and_not_found_by_speaker() -> None:
    def said_by(number: int, person: str) -> Quote:
        return quote(number, f"word {number}", attribution=Attribution(speaker="she", person=person))

    found = InSource("verbatim", "Transcript", "line 3", "Ida Holm", "word 1", "d" * 64)
    looked_for = {"quote-1": found, "quote-2": replace(found, source=""), "quote-3": replace(found, source="")}
    log = source((said_by(1, "Ida Holm"), ()), (said_by(2, "Zoe Lind"), ()), (said_by(3, "Ada Brink"), ()))
    log = replace(log, in_sources=looked_for)
    assert [row["speaker_resolved"] for row in records(columns.to_ask(log))] == ["Ada Brink", "Zoe Lind"]
    rows = records(columns.in_sources(log))
    assert (rows[0]["class"], rows[0]["place"], rows[0]["words_there"]) == ("verbatim", "line 3", "word 1")


def test_where_nobody_has_looked_the_cells_about_sources_are_empty() -> None:
    rows = records(columns.in_sources(example()))
    assert [(row["class"], row["place"], row["source_sha256"]) for row in rows] == [("", "", "")] * 3
    assert records(columns.to_ask(example())) == []


@pytest.mark.parametrize("which", ColumnSet)
def test_every_set_says_what_its_rows_are(which: ColumnSet) -> None:
    assert columns.rows_are(which).split()[0] in {"quotes", "marks", "statements", "wordings,"}
