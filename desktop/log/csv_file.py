"""CSV of the log: comma-separated values that spreadsheets open and never run as formulas.

RFC 4180 with a byte order mark. The head lines are leading rows of two cells, the first starting with "# ";
the second of them says how many there are. The next row has the column names.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from typing import TYPE_CHECKING

from desktop.log import statement_tables
from desktop.log.columns import ColumnSet, audit, editor, rows_are, second_check
from desktop.log.rows import head_lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.log.columns import Cell, Table
    from desktop.log.rows import LogSource

GUARD = (
    "a cell that a spreadsheet could take for a formula has an apostrophe (') before it; "
    "the JSON log has every text unchanged"
)
_TABLES: dict[ColumnSet, Callable[[LogSource], Table]] = {
    ColumnSet.EDITOR: editor,
    ColumnSet.AUDIT: audit,
    ColumnSet.SECOND_CHECK: second_check,
    ColumnSet.MATRIX: statement_tables.matrix,
    ColumnSet.VARIANTS: statement_tables.variants,
}
_INVISIBLE = {"Cc", "Cf", "Zs", "Zl", "Zp"}
_LEADS = {"=", "+", "-", "@"}
_SURROGATE = re.compile("[\ud800-\udfff]")


def compose(source: LogSource, columns: ColumnSet) -> tuple[bytes, int]:
    """Return the whole file and the number of rows below the column names."""
    content = table(source, columns)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows(_head_rows(source, f"{len(content.rows)}: {rows_are(columns)}"))
    writer.writerow(map(guard, content.names))  # a column may be named by an outlet or a headline
    writer.writerows(tuple(map(_safe, row)) for row in content.rows)
    return _SURROGATE.sub("\ufffd", out.getvalue()).encode("utf-8-sig"), len(content.rows)


def table(source: LogSource, columns: ColumnSet) -> Table:
    """Return the log as the table that a column set asks for."""
    return _TABLES[columns](source)


def guard(text: str) -> str:
    """Put an apostrophe before what a spreadsheet could run; `unguard` takes it away again.

    Also for other tables that spreadsheets open: the CSV of cli/matrix_verb.py, the cells copied by
    ui/matrix/matrix_actions.py.
    """
    return f"'{text}" if _could_run(text.lstrip("'")) else text


def unguard(text: str) -> str:
    """Return the text that `guard` was given."""
    return text[1:] if text.startswith("'") and _could_run(text.lstrip("'")) else text


def _could_run(text: str) -> bool:
    if text[:1].isalnum():  # most cells, decided quickly
        return False
    if text.startswith(("\t", "\r", "\n")):
        return True
    lead = next((letter for letter in text if unicodedata.category(letter) not in _INVISIBLE), "")
    return unicodedata.normalize("NFKC", lead)[:1] in _LEADS


def _safe(cell: Cell) -> Cell:
    return guard(cell) if isinstance(cell, str) else cell


def _head_rows(source: LogSource, rows: str) -> list[tuple[str, str]]:
    first, *rest = head_lines(source)
    lines = [first, ("head lines", str(len(rest) + 4)), *rest, ("rows", rows), ("cells", GUARD)]
    return [(f"# {name}", guard(value)) for name, value in lines]
