"""CSV of the log: comma-separated values that spreadsheets open and never run as formulas.

RFC 4180 with a byte order mark. The head lines are leading rows of two cells, the first starting with "# ";
the second of them says how many there are. The next row has the column names.
"""

from __future__ import annotations

import codecs
import csv
import io
import unicodedata
from typing import TYPE_CHECKING

from desktop.lazy_pattern import lazy_pattern
from desktop.log.columns import ColumnSet, Table, audit, editor, in_sources, rows_are, second_check, to_ask
from desktop.log.rows import articles_of, head_lines, one_line
from desktop.text.statements import Cell as MatrixCell
from desktop.text.statements import CellKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import BinaryIO

    from desktop.domain import Article, Quote, Story
    from desktop.log.columns import Cell
    from desktop.log.rows import LogSource
    from desktop.text.statements import Member, Row


_ABOUT = ("story", "statement", "quote_as_printed", "speaker", "in_versions")
_VARIANT = (
    "story", "statement", "compared_with", "difference", "words_changed", "quote_as_printed", "speaker_as_printed",
    "outlet", "headline", "published", "status", "reason", "checked_by", "quote_id", "version_id", "start", "end",
)  # fmt: skip


def matrix(source: LogSource) -> Table:
    """One row a statement, one column an article: how its newest version words the statement, and how that stands."""
    pieces = [article for story in source.stories for article in articles_of(source, story)]
    quotes = _quotes(source)
    rows: list[tuple[Cell, ...]] = []
    for story, number, row in _statements(source):
        printed = {cell.members[0].source: _worded(cell, quotes) for cell in row.cells if cell.members}
        about: tuple[Cell, ...] = (story.title, number, row.base.text, row.statement.speaker, len(printed))
        rows.append((*about, *(printed.get(str(article.newest), "") for article in pieces)))
    return Table((*_ABOUT, *_names(pieces)), rows, len(rows))


def variants(source: LogSource) -> Table:
    """One row for each place where a statement is printed that is printed more than once."""
    articles = {str(article.newest): article for article in source.articles}
    quotes = _quotes(source)
    rows = [
        (story.title, number, *_variant(row, member, articles[member.source], quotes[str(member.key)]))
        for story, number, row in _statements(source)
        for cell in row.cells
        for member in cell.members
        if len(row.statement.members) > 1
    ]
    return Table(_VARIANT, rows, len(rows))


def _statements(source: LogSource) -> Iterator[tuple[Story, int, Row]]:
    for story in source.stories:
        found = source.matrices.get(story.id)
        for number, row in enumerate(found.rows if found is not None else (), 1):
            yield story, number, row


def _quotes(source: LogSource) -> dict[str, Quote]:
    return {quote.uid: quote for quotes in source.quotes.values() for quote in quotes}


def _worded(cell: MatrixCell, quotes: dict[str, Quote]) -> str:
    """Return e.g. “2 words, disputed”."""
    statuses = dict.fromkeys(quotes[str(key)].status.value for key in cell.keys)
    return f"{cell.label}, {' and '.join(statuses)}"


def _variant(row: Row, member: Member, article: Article, quote: Quote) -> tuple[Cell, ...]:
    single = MatrixCell(row.statement, row.base, (member,))
    wording = single.wording
    base = member == row.base
    return (
        row.base.text, "base" if base else _kind(single), wording.changed if wording is not None else 0, member.text,
        quote.attribution.speaker, article.metadata.outlet, article.metadata.title, article.metadata.published,
        quote.status.value, quote.reason, quote.checker, quote.uid, int(member.source), member.span.start,
        member.span.end,
    )  # fmt: skip


def _kind(cell: MatrixCell) -> str:
    return f"{cell.kind}: {cell.label}" if cell.kind is CellKind.ALTERED else str(cell.kind)


def _names(pieces: Sequence[Article]) -> list[str]:
    """Name the columns by outlet, and tell those of one outlet apart."""
    names: list[str] = []
    for article in pieces:
        name = one_line(article.metadata.outlet or article.metadata.title) or f"article {article.id}"
        taken = name in names or name in _ABOUT
        names.append(f"{name} ({article.id})" if taken else name)
    return names


PRINTED = ("quote_as_printed", "compared_with", "words_there")
GUARD = (
    "quotes as printed stand between quotation marks (“ ”), which keep figures as they are; any other cell "
    "that a spreadsheet could take for a formula has an apostrophe (') before it; the JSON log has every text unchanged"
)
_TABLES: dict[ColumnSet, Callable[[LogSource], Table]] = {
    ColumnSet.EDITOR: editor,
    ColumnSet.AUDIT: audit,
    ColumnSet.SECOND_CHECK: second_check,
    ColumnSet.MATRIX: matrix,
    ColumnSet.VARIANTS: variants,
    ColumnSet.SOURCES: in_sources,
    ColumnSet.TO_ASK: to_ask,
}
_INVISIBLE = {"Cc", "Cf", "Zs", "Zl", "Zp"}
_LEADS = {"=", "+", "-", "@"}
_SURROGATE = lazy_pattern("[\ud800-\udfff]")


def write(source: LogSource, columns: ColumnSet, out: BinaryIO) -> int:
    """Write the file row by row; returns the number of rows below the column names."""
    content = table(source, columns)
    out.write(codecs.BOM_UTF8)
    writer = csv.writer(_Utf8(out), lineterminator="\r\n")
    writer.writerows(_head_rows(source, f"{content.count}: {rows_are(columns)}"))
    writer.writerow(map(guard, content.names))  # a column may be named by an outlet or a headline
    quoted = printed_places(content)
    writer.writerows(tuple(map(_cell, row, quoted)) for row in content.rows)
    return content.count


class _Utf8:
    """Takes text and writes it as UTF-8, which has no halves of characters: they become U+FFFD."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def write(self, text: str) -> int:
        return self._out.write(text.encode() if text.isascii() else _SURROGATE.sub("\ufffd", text).encode())


def table(source: LogSource, columns: ColumnSet) -> Table:
    """Return the log as the table that a column set asks for."""
    return _TABLES[columns](source)


def as_csv(rows: Iterable[Sequence[str]]) -> str:
    """Return any table as CSV, its cells guarded."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([guard(cell) for cell in row] for row in rows)
    return out.getvalue()


def guard(text: str) -> str:
    """Put an apostrophe before what a spreadsheet could run; `unguard` takes it away again."""
    if text[:1].isalnum():  # most cells, decided quickly
        return text
    return f"'{text}" if _could_run(text.lstrip("'")) else text


def unguard(text: str) -> str:
    """Return the text that `guard` was given."""
    return text[1:] if text.startswith("'") and _could_run(text.lstrip("'")) else text


def _could_run(text: str) -> bool:
    if not text or text[:1].isalnum():
        return False
    if text.startswith(("\t", "\r", "\n")):
        return True
    lead = next((letter for letter in text if unicodedata.category(letter) not in _INVISIBLE), "")
    return unicodedata.normalize("NFKC", lead)[:1] in _LEADS


def printed_places(content: Table) -> list[bool]:
    """Say of each column whether its cells are words as printed, which stand between quotation marks."""
    return [name in PRINTED for name in content.names]


def as_printed(text: str) -> str:
    """Put quotation marks around the words of a quote: so “007”, “1E5” and “9/11” stay what they are in spreadsheets.

    An empty text stays empty; `bare` takes them away again.
    """
    return f"“{text}”" if text else text


def bare(text: str) -> str:
    """Return the text that `as_printed` was given."""
    return text[1:-1] if text[:1] == "“" and text[-1:] == "”" and len(text) > 1 else text


def _cell(cell: Cell, printed: bool) -> Cell:  # noqa: FBT001 - mapped over a row
    if not cell or not isinstance(cell, str):
        return cell
    return as_printed(cell) if printed else guard(cell)


def _head_rows(source: LogSource, rows: str) -> list[tuple[str, str]]:
    first, *rest = head_lines(source)
    lines = [first, ("head lines", str(len(rest) + 4)), *rest, ("rows", rows), ("cells", GUARD)]
    return [(f"# {name}", guard(value)) for name, value in lines]
