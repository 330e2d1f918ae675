"""XLSX of the log: text cells that no spreadsheet runs or changes, a frozen head, filters, a sheet to read first.

Words longer than a cell takes go on in rows of their own below; what a sheet cannot hold (control characters, lone
surrogates) is left out and counted on the sheet to read first. Carriage returns become line feeds.
"""

from __future__ import annotations

import io
from itertools import zip_longest
from typing import TYPE_CHECKING

import xlsxwriter

from desktop.lazy_pattern import lazy_pattern
from desktop.log.columns import rows_are
from desktop.log.csv_file import table
from desktop.log.rows import head_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlsxwriter.worksheet import Worksheet

    from desktop.log.columns import Cell, ColumnSet
    from desktop.log.rows import LogSource

MOST = 32_767  # UTF-16 units that a cell takes
_NOT_IN_A_SHEET = lazy_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_WIDTH = {"quote_as_printed": 60, "exact": 60, "headline": 40, "note": 40, "source": 40, "url": 40}


def compose(source: LogSource, columns: ColumnSet) -> tuple[bytes, int]:
    """Return the whole file and the number of rows, those that only go on not counted."""
    content = table(source, columns)
    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False})
    workbook.set_properties({"created": source.exported_at.replace(tzinfo=None)})
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    bold = workbook.add_format({"bold": True, "num_format": "@"})
    sheet = workbook.add_worksheet("Log")
    for place, name in enumerate(content.names):
        sheet.write_string(0, place, plain(name)[: MOST // 2], bold)
        sheet.set_column(place, place, _WIDTH.get(name, 18), wrapped)
    line, left_out = 1, 0
    for row in content.rows:
        left_out += sum(len(_NOT_IN_A_SHEET.findall(cell)) for cell in row if isinstance(cell, str))
        for cells in zip_longest(*map(_parts, row), fillvalue=""):
            _write(sheet, line, cells)
            line += 1
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(line - 1, 1), len(content.names) - 1)
    read_first = workbook.add_worksheet("Read first")
    read_first.set_column(0, 0, 26, bold)
    read_first.set_column(1, 1, 100, wrapped)
    facts = [
        *head_lines(source),
        ("rows", f"{content.count}: {rows_are(columns)}"),
        ("longer words", f"go on in the row below, with the other cells empty: {line - 1 - content.count} rows"),
        ("left out", f"{left_out} control characters and halves of characters; the JSON log has every text unchanged"),
    ]
    for number, pair in enumerate(facts):
        _write(read_first, number, pair)
    workbook.close()
    return out.getvalue(), content.count


def plain(text: str) -> str:
    """Return a text as a cell can hold it."""
    return _NOT_IN_A_SHEET.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _parts(cell: Cell) -> list[Cell]:
    """Cut a cell into parts that a sheet takes; never inside a character."""
    if not isinstance(cell, str):
        return [cell]
    return list(_cut(plain(cell))) or [""]


def _cut(text: str) -> Iterator[Cell]:
    start = units = 0
    for place, letter in enumerate(text if len(text) * 2 > MOST else ""):
        size = 2 if letter > "\uffff" else 1
        if units + size > MOST:
            yield text[start:place]
            start, units = place, 0
        units += size
    yield text[start:]


def _write(sheet: Worksheet, line: int, cells: tuple[Cell, ...]) -> None:
    for place, cell in enumerate(cells):
        if isinstance(cell, int):
            sheet.write_number(line, place, cell)
        elif cell:
            sheet.write_string(line, place, cell)
