"""The CSV log opens in every spreadsheet and runs as a formula in none."""

from __future__ import annotations

import csv
import io
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import Status
from desktop.log import csv_file
from desktop.log.columns import ColumnSet
from tests.log.examples import example, mark, quote, source

if TYPE_CHECKING:
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


def parsed(log: LogSource, columns: ColumnSet = ColumnSet.EDITOR) -> tuple[list[list[str]], list[dict[str, str]]]:
    """The head rows and the rows below the column names, as a reader of the README gets them."""
    text = csv_file.compose(log, columns)[0].decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    head = int(rows[1][1])
    return rows[:head], [dict(zip(rows[head], row, strict=True)) for row in rows[head + 1 :]]


def test_the_file_starts_with_a_byte_order_mark_and_ends_its_lines_with_crlf() -> None:
    content, rows = csv_file.compose(example(), ColumnSet.EDITOR)
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
        "unsafe",
        "Nobody\n\ntold us, שלום and “nothing” else",
        "We had to close the bridge at once.",
    ]


@pytest.mark.parametrize("lead", LEADS)
def test_no_cell_starts_like_a_formula_and_every_text_can_be_had_back(lead: str) -> None:
    marks = (mark(1, 1, Status.DISPUTED, lead, reason=lead, basis=lead, note=lead, evidence=lead),)
    log = source((quote(1, lead, *marks), marks), story=lead, title=lead, outlet=lead, published=lead, url=lead)
    for columns in ColumnSet:
        _, rows = parsed(log, columns)
        for row in rows:
            assert csv_file.unguard(row["quote_as_printed"]) == lead
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


def test_a_long_quote_is_not_cut() -> None:
    long = "word " * 40_000
    csv.field_size_limit(len(long) + 1)
    _, rows = parsed(source((quote(1, long), ())))
    assert rows[0]["quote_as_printed"] == long


def test_a_desk_without_quotes_still_has_head_and_column_names() -> None:
    head, rows = parsed(source())
    assert ["# quotes", "0"] in head
    assert rows == []
