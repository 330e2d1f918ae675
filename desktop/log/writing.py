"""Writing a log to a file: atomically, in the format that is asked for."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from desktop.atomic_files import atomic_replacement
from desktop.domain import Status, VerbatimError
from desktop.gc_pause import gc_paused
from desktop.log import columns as column_sets
from desktop.log.columns import OF_SOURCES, OF_STATEMENTS, ColumnSet
from desktop.log.rows import quote_rows

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.log.rows import LogSource

PAGES = ("html", "pdf", "docx")  # forms of the editor's page
CLAIMS, EVENTS, BUNDLE = "claimreview", "jsonl", "zip"
_EDITOR = (ColumnSet.EDITOR,)
COLUMNS_OF: dict[str, tuple[ColumnSet, ...]] = {
    "csv": tuple(ColumnSet),
    "json": tuple(ColumnSet),  # it has everything, whatever is asked for
    "html": (ColumnSet.EDITOR, ColumnSet.AUDIT, ColumnSet.SECOND_CHECK),
    "pdf": _EDITOR,
    "docx": _EDITOR,
    "xlsx": tuple(ColumnSet),
    "md": _EDITOR,
    "jsonld": _EDITOR,
    CLAIMS: _EDITOR,
    EVENTS: tuple(ColumnSet),
    BUNDLE: tuple(ColumnSet),
}
FORMATS = tuple(COLUMNS_OF)
ENDINGS = {CLAIMS: "jsonld"}  # of file names, where they are not called like the format
_STREAMED = (EVENTS, BUNDLE)  # read from the desk while they are written: see `desktop.desk.stories.log_source`
ToPdf = Callable[[bytes, str], bytes]  # of a page of HTML and its title


class LogError(VerbatimError):
    """The log could not be written; a file that was there before is unchanged."""


def write(
    source: LogSource, out: Path, file_format: str = "csv", columns: str = "editor", to_pdf: ToPdf | None = None
) -> int:
    """Write the log and return how many rows (tables), quotes or events it has.

    `to_pdf` prints a page of HTML. An existing file is replaced whole; raises LogError.
    """
    return write_streamed(out, lambda file: fill(file, source, file_format, columns, to_pdf))


def compose(
    source: LogSource, file_format: str, columns: str = "editor", to_pdf: ToPdf | None = None
) -> tuple[bytes, int]:
    """Return the whole file and how many rows, quotes or events it has; raises LogError."""
    file = io.BytesIO()
    rows = fill(file, source, file_format, columns, to_pdf)
    return file.getvalue(), rows


def fill(
    file: BinaryIO, source: LogSource, file_format: str, columns: str = "editor", to_pdf: ToPdf | None = None
) -> int:
    """Write the log into an open file that can be sought in; returns and raises what `write` does.

    CSV, JSON and HTML are written row by row, the other formats are put together in memory.
    """
    form, chosen = file_format.casefold(), _column_set(columns)
    if form not in COLUMNS_OF:
        raise LogError(f"There is no log in the format “{file_format}”. There are {', '.join(FORMATS)}.")
    if chosen not in COLUMNS_OF[form]:
        raise LogError(_no_such_columns(form, chosen))
    if form in _STREAMED:
        raise LogError(f"A log in the format {form} is written from a desk only.")
    if form != "pdf":
        with gc_paused():  # makes very many small objects that stay
            if form in _WRITERS:
                return _WRITERS[form](source, chosen, file)
            content, rows = _COMPOSERS[form](source, chosen)
            file.write(content)
            return rows
    if to_pdf is None:
        raise LogError("A PDF is printed by the window and the command line only.")
    page = io.BytesIO()
    rows = _html(source, chosen, page)
    file.write(to_pdf(page.getvalue(), source.desk_name))
    return rows


def _no_such_columns(form: str, columns: ColumnSet) -> str:
    if columns in (*OF_STATEMENTS, *OF_SOURCES):
        return f"The columns “{columns}” make a table for a spreadsheet; choose CSV for them."
    return f"There is no log in the format {form} with the columns “{columns}”; choose {COLUMNS_OF[form][0]}."


def is_page(file_format: str, columns: str) -> bool:
    """Say whether this is the editor's page, which also shows other wordings and alerts."""
    return file_format.casefold() in PAGES and columns.casefold() == ColumnSet.EDITOR


def as_listed(source: LogSource, file_format: str, columns: str) -> LogSource:
    """Leave out the quotes that a form does not list; what is left, the form may set in another order."""
    form = file_format.casefold()
    rows = [row for row in quote_rows(source) if row.current and not row.quote.deleted]
    if is_page(form, columns):
        rows = [row for row in rows if row.marks or source.everything]
    elif form == "md":
        rows = [row for row in rows if row.quote.status is not Status.VERIFIED]
    elif form == CLAIMS:
        from desktop.log.claims_file import is_reviewed

        rows = [row for row in rows if is_reviewed(row)]
    else:
        return source
    ids = {row.quote.id for row in rows}
    quotes = {version: [one for one in found if one.id in ids] for version, found in source.quotes.items()}
    return replace(source, quotes=quotes)


def rows_are(file_format: str, columns: str = "editor") -> str:
    """Say in words what the rows are that `write` counts."""
    if file_format.casefold() in ("csv", "xlsx"):
        return column_sets.rows_are(_column_set(columns))
    if is_page(file_format, columns):
        return "quotes listed on the editor's page"
    if file_format.casefold() == "md":
        return "disputed and open quotes of the newest versions"
    if file_format.casefold() == CLAIMS:
        return "verified and disputed quotes"
    if file_format.casefold() == EVENTS:
        return "marks and other acts, with their hashes"
    return "quotes of all versions"


def write_whole(out: Path, content: bytes) -> None:
    """Put the bytes at `out` in one step, on the disk when this returns; raises LogError."""
    write_streamed(out, lambda file: file.write(content))


def write_streamed(out: Path, fill: Callable[[BinaryIO], int]) -> int:
    """Let `fill` write the file and put it at `out` in one step; returns what `fill` does, raises LogError."""
    target = out.resolve()  # behind a symbolic link, so that the link stays one
    if not target.parent.is_dir():
        raise LogError(f"The folder {target.parent} does not exist, so the file was not written.")
    if target.exists() and not target.is_file():
        raise LogError(f"{out} is not a file, so nothing was written to it.")
    try:
        with atomic_replacement(target) as part, part.open("w+b") as file:
            return fill(file)
    except OSError as error:
        raise LogError(f"{out} could not be written: {error.strerror or error}.") from error


def _column_set(columns: str) -> ColumnSet:
    try:
        return ColumnSet(columns.casefold())
    except ValueError:
        names = ", ".join(ColumnSet)
        raise LogError(f"There are no columns called “{columns}”. There are {names}.") from None


# Only the format that is asked for is loaded: each brings a library that takes a while.


def _csv(source: LogSource, columns: ColumnSet, file: BinaryIO) -> int:
    from desktop.log import csv_file

    return csv_file.write(source, columns, file)


def _json(source: LogSource, _: ColumnSet, file: BinaryIO) -> int:
    from desktop.log import json_file

    return json_file.write(source, file)


def _html(source: LogSource, columns: ColumnSet, file: BinaryIO) -> int:
    from desktop.log.pages import html_file

    return html_file.write(source, columns, file)


def _xlsx(source: LogSource, columns: ColumnSet) -> tuple[bytes, int]:
    from desktop.log import xlsx_file

    return xlsx_file.compose(source, columns)


def _docx(source: LogSource, columns: ColumnSet) -> tuple[bytes, int]:
    from desktop.log.pages import docx_file

    return docx_file.compose(source, columns)


def _markdown(source: LogSource, columns: ColumnSet) -> tuple[bytes, int]:
    from desktop.log import markdown_file

    return markdown_file.compose(source, columns)


def _annotations(source: LogSource, columns: ColumnSet) -> tuple[bytes, int]:
    from desktop.log import annotations_file

    return annotations_file.compose(source, columns)


def _claims(source: LogSource, columns: ColumnSet) -> tuple[bytes, int]:
    from desktop.log import claims_file

    return claims_file.compose(source, columns)


_WRITERS: dict[str, Callable[[LogSource, ColumnSet, BinaryIO], int]] = {"csv": _csv, "json": _json, "html": _html}
_COMPOSERS: dict[str, Callable[[LogSource, ColumnSet], tuple[bytes, int]]] = {
    "xlsx": _xlsx,
    "docx": _docx,
    "md": _markdown,
    "jsonld": _annotations,
    CLAIMS: _claims,
}
