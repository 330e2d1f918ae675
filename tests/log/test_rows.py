"""Rows, head lines and columns of the log are what the desk holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain import ArticleId, Flag, Status, VersionId
from desktop.log.columns import ColumnSet
from desktop.log.csv_file import table
from desktop.log.rows import counts, head_lines, quote_rows, second_verdict
from tests.log.examples import article, example, mark, quote, source, version

if TYPE_CHECKING:
    from desktop.log.rows import LogSource


def column(log: LogSource, columns: ColumnSet, name: str) -> list[object]:
    content = table(log, columns)
    return [row[content.names.index(name)] for row in content.rows]


def test_the_head_names_program_desk_time_filter_counts_marks_head_hash_and_what_is_not_proven() -> None:
    head = dict(head_lines(example()))
    assert head["Verbatim"] == "verification log, program version 0.1.0, log schema 3"
    assert head["desk id"] == "desk-0"
    assert head["exported at (UTC)"] == "2026-03-04T13:00:00Z"
    assert head["exported at (local)"].startswith("2026-03-0")
    assert head["filter"] == "All stories."
    assert [head[status.value] for status in Status] == ["1", "1", "1"]
    assert head["marks in this log"] == "3"
    assert head["counted"].startswith("the newest version of each article")
    assert head["quotes in all versions"].startswith("3,")
    assert head["head hash"] == "c" * 64
    assert "does not prove" in head["not proven"]


def test_head_lines_are_single_lines_whatever_the_desk_is_called() -> None:
    log = replace(example(), desk_name="a\r\nb\x00\u2028c")
    assert dict(head_lines(log))["desk"] == "a b c"


def test_editors_read_open_quotes_first_then_disputed_then_verified() -> None:
    assert column(example(), ColumnSet.EDITOR, "status") == ["unverified", "disputed", "verified"]


def test_the_audit_has_a_row_for_each_mark_and_one_for_a_quote_nobody_touched() -> None:
    assert column(example(), ColumnSet.AUDIT, "event_seq") == [1, 2, 3, ""]
    assert column(example(), ColumnSet.AUDIT, "status_from") == ["unverified", "disputed", "unverified", ""]
    assert column(example(), ColumnSet.AUDIT, "status_to") == ["disputed", "verified", "disputed", ""]


def test_every_row_has_a_cell_for_every_column() -> None:
    for columns in ColumnSet:
        content = table(example(), columns)
        assert len(set(content.names)) == len(content.names)
        assert {len(row) for row in content.rows} <= {len(content.names)}


def test_column_names_stay_in_their_order() -> None:
    names = table(example(), ColumnSet.EDITOR).names
    assert names[:5] == ("story", "status", "reason", "quote_as_printed", "speaker_as_printed")
    assert names[5:9] == ("outlet", "headline", "published", "url")
    assert table(example(), ColumnSet.AUDIT).names[: len(names)] == names


def test_a_verified_quote_that_changed_since_says_so_to_the_editor() -> None:
    marks = (mark(1, 1, Status.VERIFIED),)
    log = source((quote(1, "x", *marks, flags=frozenset({Flag.CHANGED_SINCE, Flag.NO_SOURCE})), marks))
    assert column(log, ColumnSet.EDITOR, "flags") == ["no source given; changed since marked"]


def test_quotes_of_earlier_versions_are_in_the_audit_but_neither_counted_nor_shown_to_editors() -> None:
    marks = (mark(1, 1, Status.VERIFIED),)
    old, new = quote(1, "as it was", *marks), quote(2, "as it is", version=2)
    log = replace(
        source(),
        articles=(article(1, 2),),
        versions={ArticleId(1): (version(2), version(1))},
        quotes={VersionId(2): (new,), VersionId(1): (old,)},
        marks={old.id: marks},
    )
    assert column(log, ColumnSet.EDITOR, "quote_as_printed") == ["as it is"]
    assert column(log, ColumnSet.AUDIT, "exact") == ["as it is", "as it was"]
    assert counts(list(quote_rows(log))).verified == 0


def test_the_second_verdict_is_that_of_another_checker() -> None:
    marks = (mark(1, 1, Status.DISPUTED, "Ada"), mark(2, 1, Status.VERIFIED, "Bo"))
    log = source((quote(1, "x", *marks), marks))
    assert column(log, ColumnSet.SECOND_CHECK, "second_status") == ["disputed"]
    assert column(log, ColumnSet.SECOND_CHECK, "second_by") == ["Ada"]
    assert column(log, ColumnSet.SECOND_CHECK, "agreement") == ["disagree"]


def test_without_a_second_checker_nothing_is_claimed() -> None:
    marks = (mark(1, 1, Status.VERIFIED, "Bo"), mark(2, 1, Status.VERIFIED, "Bo"))
    log = source((quote(1, "x", *marks), marks))
    assert column(log, ColumnSet.SECOND_CHECK, "agreement") == [""]


def test_the_newest_other_verdict_counts() -> None:
    marks = (
        mark(1, 1, Status.DISPUTED, "Ada"),
        mark(2, 1, Status.VERIFIED, "Cy"),
        mark(3, 1, Status.VERIFIED, "Bo"),
    )
    row = next(quote_rows(source((quote(1, "x", *marks), marks))))
    second = second_verdict(row)
    assert second is not None
    assert second.checker == "Cy"
