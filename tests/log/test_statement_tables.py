"""A log lays statements over versions, and carries the chain of what was done, as the desk has both."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from desktop.desk.log_source import export_log
from desktop.desk.open_desk import Desk
from desktop.domain import MarkChange, Status
from desktop.log import json_file
from desktop.log.check import findings
from desktop.log.csv_file import guard, unguard
from desktop.log.rows import last_entry
from desktop.log.writing import rows_are
from tests.store.desks import prepared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FULL = "“The harbour bridge stays closed until every cable has been tested twice,” said Mayor Ida Holm.\n"
SHORT = "“The harbour bridge stays closed until every cable has been tested,” said Mayor Ida Holm.\n"


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
        ("html", "editor", "quotes of all versions"),
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
