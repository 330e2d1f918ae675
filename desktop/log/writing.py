"""Writing a log to a file: atomically, in the format that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.atomic_files import write_atomically
from desktop.domain import VerbatimError
from desktop.log import columns as column_sets
from desktop.log.columns import OF_STATEMENTS, ColumnSet

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.log.rows import LogSource

FORMATS = ("csv", "json", "html")


class LogError(VerbatimError):
    """The log could not be written; a file that was there before is unchanged."""


def write(source: LogSource, out: Path, file_format: str = "csv", columns: str = "editor") -> int:
    """Write the log and return how many rows (CSV) or quotes (JSON, HTML) it has.

    An existing file is replaced whole; raises LogError.
    """
    content, rows = _compose(source, file_format, _column_set(columns))
    write_whole(out, content)
    return rows


def rows_are(file_format: str, columns: str = "editor") -> str:
    """Say in words what the rows are that `write` counts."""
    if file_format.casefold() == "csv":
        return column_sets.rows_are(_column_set(columns))
    return "quotes of all versions"


def write_whole(out: Path, content: bytes) -> None:
    """Put the bytes at `out` in one step, on the disk when this returns; raises LogError."""
    target = out.resolve()  # behind a symbolic link, so that the link stays one
    if not target.parent.is_dir():
        raise LogError(f"The folder {target.parent} does not exist, so the file was not written.")
    if target.exists() and not target.is_file():
        raise LogError(f"{out} is not a file, so nothing was written to it.")
    try:
        write_atomically(target, content)
    except OSError as error:
        raise LogError(f"{out} could not be written: {error.strerror or error}.") from error


def _compose(source: LogSource, file_format: str, columns: ColumnSet) -> tuple[bytes, int]:
    if columns in OF_STATEMENTS and file_format.casefold() == "html":
        raise LogError(f"The columns “{columns}” make a table for a spreadsheet; choose CSV for them.")
    match file_format.casefold():
        case "csv":
            from desktop.log import csv_file  # noqa: PLC0415  # only the format that is asked for is loaded

            return csv_file.compose(source, columns)
        case "json":
            from desktop.log import json_file  # noqa: PLC0415  # as above

            return json_file.compose(source)
        case "html":
            from desktop.log import html_file  # noqa: PLC0415  # as above: jinja2 takes a while

            return html_file.compose(source, columns)
    raise LogError(f"There is no log in the format “{file_format}”. There are {', '.join(FORMATS)}.")


def _column_set(columns: str) -> ColumnSet:
    try:
        return ColumnSet(columns.casefold())
    except ValueError:
        names = ", ".join(ColumnSet)
        raise LogError(f"There are no columns called “{columns}”. There are {names}.") from None
