"""How does the table leave the window: as tab-separated words, or as CSV?"""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.atomic_files import write_atomically
from desktop.log.csv_file import guard

if TYPE_CHECKING:
    from collections.abc import Sequence


def as_tabs(table: Sequence[Sequence[str]]) -> str:
    """Return one line a row; line breaks and tabs inside a cell become spaces."""
    return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in table)


def as_csv(table: Sequence[Sequence[str]]) -> str:
    """Return CSV; cells that a spreadsheet would take for a formula get an apostrophe."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([[guard(cell) for cell in row] for row in table])
    return out.getvalue()


def save(table: Sequence[Sequence[str]], path: str) -> tuple[str, bool]:
    """Write the table as CSV; returns a sentence for the user, and whether it failed."""
    name = Path(path).name
    try:
        write_atomically(Path(path), as_csv(table).encode("utf-8-sig", errors="replace"))
    except OSError as error:
        return f"The table could not be written to {name}: {error.strerror}. What was there is as it was.", True
    return f"The table was written to {name}.", False
