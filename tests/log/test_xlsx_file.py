"""The workbook holds every text as text, and nothing that a spreadsheet runs."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from desktop.domain import Status
from desktop.log import xlsx_file
from desktop.log.columns import ColumnSet
from desktop.log.csv_file import table
from tests.log.examples import example, mark, quote, source
from tests.log.pages.test_html_file import PAYLOADS
from tests.log.test_csv_file import LEADS

if TYPE_CHECKING:
    from desktop.log.rows import LogSource

FIGURES = ["007", "1E5", "10.30", "9/11", "50%", "TRUE", "https://example.org/" + "x" * 3000]


def sheet(log: LogSource, columns: ColumnSet = ColumnSet.EDITOR) -> tuple[list[str], list[list[Any]]]:
    book = openpyxl.load_workbook(io.BytesIO(xlsx_file.compose(log, columns)[0]))
    names, *rows = book["Log"].iter_rows()
    assert {cell.data_type for row in rows for cell in row} <= {"s", "n"}
    return [str(cell.value) for cell in names], [[cell.value or "" for cell in row] for row in rows]


@pytest.mark.parametrize("columns", list(ColumnSet))
def test_every_row_is_that_of_the_table(columns: ColumnSet) -> None:
    names, rows = sheet(example(), columns)
    assert names == list(table(example(), columns).names)
    assert rows == [[cell or "" for cell in row] for row in table(example(), columns).rows]


@pytest.mark.parametrize("text", [*LEADS, *PAYLOADS, *FIGURES, "a\r\nb\rc", "\ud800x", "𝒜\u202e"])
def test_any_text_is_a_text_cell_and_comes_back(text: str) -> None:
    marks = (mark(1, 1, Status.DISPUTED, text, reason=text, note=text, evidence=text),)
    log = source((quote(1, text, *marks), marks), story=text, title=text, url=text)
    names, rows = sheet(log)
    for column in ("quote_as_printed", "note", "story", "url"):
        assert rows[0][names.index(column)] == xlsx_file.plain(text)
    with zipfile.ZipFile(io.BytesIO(xlsx_file.compose(log, ColumnSet.AUDIT)[0])) as parts:
        assert not any(re.search(rb"<f[ >]", parts.read(name)) for name in parts.namelist() if "/sheet" in name)


def test_words_too_long_for_a_cell_go_on_in_the_next_row() -> None:
    long = "𝒜b" * 30_000
    names, rows = sheet(source((quote(1, long), ())))
    assert "".join(row[names.index("quote_as_printed")] for row in rows) == long
    assert len(rows) == 3
    assert rows[1][names.index("story")] == ""


def test_the_sheet_to_read_first_says_what_the_log_is_and_what_was_left_out() -> None:
    content = xlsx_file.compose(source((quote(1, "a\x00b\ud800"), ())), ColumnSet.EDITOR)[0]
    book = openpyxl.load_workbook(io.BytesIO(content))
    head = {str(name.value): str(value.value) for name, value in book["Read first"]}
    assert "does not prove" in head["not proven"]
    assert head["left out"].startswith("2 control characters")
    assert book["Log"].freeze_panes == "A2"
