"""Rows, head lines and columns of the log are what the desk holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.desk.stories.log_source import export_log
from desktop.domain import ArticleId, Flag, MarkChange, Status, VersionId
from desktop.log import json_file
from desktop.log.columns import ColumnSet
from desktop.log.csv_file import table
from desktop.log.evidence import check
from desktop.log.rows import counts, head_lines, quote_rows, second_verdict
from desktop.log.writing import COLUMNS_OF
from tests.log.examples import article, example, mark, quote, source, version
from tests.store.desks import prepared

if TYPE_CHECKING:
    from pathlib import Path

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


NOTE = "Heard on the tape.\nprivate: she answers after nine only"
EVIDENCE = "tape of the meeting · primary · 0:12:30 · contact: 555-0100 · “nobody asked”"


NOT_READ = {"pdf", "xlsx", "docx", "claimreview"}  # packed, or without private words whatever is asked for


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk.create(tmp_path / "a.desk")
    desk.add(prepared())
    quote = desk.story_quotes(desk.stories()[0].id)[0]
    desk.mark([quote.id], MarkChange(Status.VERIFIED, note=NOTE, evidence=EVIDENCE), checker="Kim")
    return desk


@pytest.mark.parametrize(
    ("form", "columns"), [(form, c) for form, sets in COLUMNS_OF.items() for c in sets if form not in NOT_READ]
)
def test_no_format_has_private_words_unless_it_is_asked_to(desk: Desk, tmp_path: Path, form: str, columns: str) -> None:
    out = tmp_path / f"log.{form}"
    export_log(desk, out, form, columns=columns)
    assert b"after nine" not in out.read_bytes()
    assert b"555-0100" not in out.read_bytes()
    export_log(desk, out, form, columns=columns, private=True)
    whole = out.read_bytes().decode("utf-8", "replace")  # a bundle has other bytes, too
    if "Heard on the tape" in whole:
        assert "after nine" in whole
    if "tape of the meeting" in whole:
        assert "555-0100" in whole
    desk.close()


def test_a_log_without_private_words_fits_the_desk_and_one_with_other_words_does_not(
    desk: Desk, tmp_path: Path
) -> None:
    out = tmp_path / "log.json"
    export_log(desk, out, "json")
    log = json_file.read(out.read_bytes())
    assert not log.private
    quotes = desk.story_quotes(desk.stories()[0].id)
    texts = {quote.uid: quote.text for quote in quotes}
    marks = desk.history(quotes[0].id)
    assert list(check.findings(log)) == list(check.differences(log, marks, texts)) == []
    changed = json_file.read(out.read_bytes().replace(b"Heard on", b"Read off"))
    assert len(list(check.differences(changed, marks, texts))) == 1
    desk.close()
