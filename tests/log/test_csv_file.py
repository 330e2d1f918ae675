"""The CSV log opens in every spreadsheet and runs as a formula in none."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.desk.open_desk import Desk
from desktop.desk.stories.log_source import export_log
from desktop.domain import MarkChange, Status
from desktop.log import csv_file, json_file
from desktop.log.columns import ColumnSet
from desktop.log.csv_file import guard, unguard
from desktop.log.evidence.check import findings
from desktop.log.rows import last_entry
from desktop.log.writing import compose, rows_are
from tests.log.examples import example, mark, quote, source
from tests.store.desks import prepared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.log.rows import LogSource


LEADS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\tx",
    "\rx",
    "\nx",
    " =1+1",
    "\u00a0=1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    "\uff1d1+1",
    "\uff0b1",
    "\uff0d1",
    "\uff201",
    "'=1+1",
    "\x00=1+1",
    "- and then he left",
]
FULL = "“The harbour bridge stays closed until every cable has been tested twice,” said Mayor Ida Holm.\n"
SHORT = "“The harbour bridge stays closed until every cable has been tested,” said Mayor Ida Holm.\n"


def parsed(log: LogSource, columns: ColumnSet = ColumnSet.EDITOR) -> tuple[list[list[str]], list[dict[str, str]]]:
    """The head rows and the rows below the column names, as a reader of the README gets them."""
    text = compose(log, "csv", columns)[0].decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    head = int(rows[1][1])
    return rows[:head], [dict(zip(rows[head], row, strict=True)) for row in rows[head + 1 :]]


def test_the_file_starts_with_a_byte_order_mark_and_ends_its_lines_with_crlf() -> None:
    content, rows = compose(example(), "csv")
    assert content.startswith(b"\xef\xbb\xbf# Verbatim,")
    assert rows == 3
    assert content.endswith(b"\r\n")
    head = content.split(b"\r\nstory,status,")[0]
    assert b"\n" not in head.replace(b"\r\n", b"")


def test_head_lines_are_rows_of_two_cells_and_say_how_many_they_are() -> None:
    head, rows = parsed(example())
    assert all(len(row) == 2 and row[0].startswith("# ") for row in head)
    assert head[1] == ["# head lines", str(len(head))]
    assert "apostrophe" in head[-1][1]
    assert len(rows) == 3


def test_quotes_and_line_breaks_inside_cells_come_back_unchanged() -> None:
    _, rows = parsed(example())
    assert [row["quote_as_printed"] for row in rows] == [
        "“unsafe”",
        "“Nobody\n\ntold us, שלום and “nothing” else”",
        "“We had to close the bridge at once.”",
    ]


@pytest.mark.parametrize("lead", LEADS)
def test_no_cell_starts_like_a_formula_and_every_text_can_be_had_back(lead: str) -> None:
    marks = (mark(1, 1, Status.DISPUTED, lead, reason=lead, basis=lead, note=lead, evidence=lead),)
    log = source((quote(1, lead, *marks), marks), story=lead, title=lead, outlet=lead, published=lead, url=lead)
    for columns in ColumnSet:
        _, rows = parsed(log, columns)
        for row in rows:
            assert csv_file.bare(row["quote_as_printed"]) == lead
            assert csv_file.unguard(row["note"]) == lead
            for cell in row.values():
                visible = "".join(c for c in cell if unicodedata.category(c) not in {"Cc", "Cf", "Zs"})
                assert unicodedata.normalize("NFKC", visible)[:1] not in {"=", "+", "-", "@"}
                assert not cell.startswith(("\t", "\r", "\n"))


@given(st.text(alphabet=st.sampled_from("'=+-@ \t\r\nab\u200b＝"), max_size=6) | st.text(max_size=12))
def test_a_guarded_text_can_always_be_unguarded(text: str) -> None:
    assert csv_file.unguard(csv_file.guard(text)) == text


def test_ordinary_texts_are_left_alone() -> None:
    for text in ("", "He said", "'Tis the season", "€5", "3-4", "“=”"):
        assert csv_file.guard(text) == text


@pytest.mark.parametrize(
    "figure", ["007", "1E5", "10.30", "9/11", "50%", "TRUE", "2022-09-06", "May 2022", "=1+1", "”"]
)
def test_a_quote_that_is_a_figure_stands_between_quotation_marks(figure: str) -> None:
    _, rows = parsed(source((quote(1, figure), ())))
    assert rows[0]["quote_as_printed"] == f"“{figure}”"
    assert csv_file.bare(rows[0]["quote_as_printed"]) == figure


def test_a_long_quote_is_not_cut() -> None:
    long = "word " * 40_000
    csv.field_size_limit(len(long) + 3)
    _, rows = parsed(source((quote(1, long), ())))
    assert csv_file.bare(rows[0]["quote_as_printed"]) == long


def test_a_desk_without_quotes_still_has_head_and_column_names() -> None:
    head, rows = parsed(source())
    assert ["# quotes", "0"] in head
    assert rows == []


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.create(tmp_path / "one.desk") as desk:
        story = desk.add(prepared(FULL, title="Closed", outlet="Post")).story_id
        desk.add(prepared(SHORT, title="Shut", outlet="Post"), story=story)
        desk.add(prepared("“Nobody asked us,” said Tom Adeyemi.\n", title="Angry", outlet="Echo"), story=story)
        desk.add(prepared("“Of another story,” she said.\n", title="Other"))
        desk.mark([desk.story_quotes(story)[1].id], MarkChange(Status.DISPUTED), checker="Kim")
        yield desk


def table(desk: Desk, tmp_path: Path, columns: str) -> tuple[dict[str, str], list[dict[str, str]]]:
    out = tmp_path / "log.csv"
    export_log(desk, out, "csv", columns=columns)
    rows = list(csv.reader(io.StringIO(out.read_text("utf-8-sig"), newline="")))
    size = int(rows[1][1])
    names, *below = rows[size:]
    return dict(rows[:size]), [dict(zip(names, row, strict=True)) for row in below]


def test_the_matrix_has_a_row_a_statement_and_a_column_an_article(desk: Desk, tmp_path: Path) -> None:
    head, rows = table(desk, tmp_path, "matrix")
    assert head["# rows"] == "3: statements in the newest versions"
    assert list(rows[0])[5:] == ["Post", "Post (2)", "Echo", "Other"]
    assert rows[0]["in_versions"] == "2"
    assert rows[0]["Post"].endswith(", unverified")
    assert rows[0]["Post (2)"].endswith(", disputed")
    assert rows[0]["Echo"] == ""


@pytest.mark.parametrize("lead", ["=1+1", "+1", "-1", "@SUM(A1)", "\uff1d1+1", "\u200b=1+1"])
def test_no_column_of_the_matrix_is_named_like_a_formula(desk: Desk, tmp_path: Path, lead: str) -> None:
    story = desk.stories()[0].id
    desk.add(prepared("“We were never asked about it,” said Jo Dahl.\n", title=lead, outlet=""), story=story)
    desk.add(prepared("“We were asked about nothing,” said Jo Dahl.\n", title="Plain", outlet=lead), story=story)
    out = tmp_path / "log.csv"
    export_log(desk, out, "csv", columns="matrix")
    rows = list(csv.reader(io.StringIO(out.read_text("utf-8-sig"), newline="")))
    names = rows[int(rows[1][1])]
    about = [name for name in names if guard(unguard(name)) == name != unguard(name)]
    assert len(about) == 2
    assert all(guard(unguard(name)) == name for name in names)


@pytest.mark.parametrize(
    ("file_format", "columns", "what"),
    [
        ("csv", "editor", "quotes of the newest versions"),
        ("csv", "audit", "marks on quotes of all versions"),
        ("csv", "matrix", "statements in the newest versions"),
        ("csv", "variants", "wordings, in the newest versions"),
        ("html", "editor", "quotes listed on the editor's page"),
        ("html", "audit", "quotes of all versions"),
        ("json", "editor", "quotes of all versions"),
    ],
)
def test_what_the_rows_are_is_said_for_each_kind_of_log(file_format: str, columns: str, what: str) -> None:
    assert rows_are(file_format, columns).startswith(what)


def test_variants_have_a_row_for_every_wording_with_what_differs(desk: Desk, tmp_path: Path) -> None:
    _, rows = table(desk, tmp_path, "variants")
    assert [row["headline"] for row in rows] == ["Closed", "Shut"]
    base, other = rows
    assert base["difference"] == "base"
    assert other["difference"] not in ("base", "same", "")
    assert other["compared_with"] == base["quote_as_printed"]
    assert (other["status"], other["checked_by"]) == ("disputed", "Kim")


def test_a_log_carries_the_chain_of_entries_and_agrees_with_itself(desk: Desk, tmp_path: Path) -> None:
    export_log(desk, tmp_path / "log.json", "json")
    log = json_file.read((tmp_path / "log.json").read_bytes())
    assert list(findings(log)) == []
    assert {one.act for one in log.entries} == {"story added", "version added"}
    last = last_entry(log)
    assert last is not None
    assert last.number == len(log.entries)
    document = json.loads((tmp_path / "log.json").read_text("utf-8"))
    document["entries"][2]["checker"] = "Eve"
    forged = json_file.read(json.dumps(document).encode())
    assert any("Entry 3" in sentence for sentence in findings(forged))


def test_a_log_of_one_story_withholds_what_was_done_to_others_and_keeps_its_place(desk: Desk, tmp_path: Path) -> None:
    export_log(desk, tmp_path / "log.json", "json", stories=[desk.stories()[0].id])
    log = json_file.read((tmp_path / "log.json").read_bytes())
    assert list(findings(log)) == []
    assert [one.act for one in log.entries].count("") == 2
    assert "another story" not in (tmp_path / "log.json").read_text("utf-8")


def test_the_lines_at_the_head_run_nowhere_either() -> None:
    log = replace(example(), desk_name="=1+1", filter_in_force="@SUM(A1)")
    content = compose(log, "csv")[0].decode("utf-8-sig")
    head = [row for row in csv.reader(io.StringIO(content)) if row and row[0].startswith("# ")]
    values = [row[1] for row in head]
    assert "'@SUM(A1)" in values
    assert all(guard(unguard(value)) == value for value in values)
    assert not any(value.startswith(("=", "+", "-", "@")) for value in values)
