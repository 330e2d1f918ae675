"""Markdown of the log: what is disputed and what is open, for a chat or a ticket."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import Status
from desktop.lazy_pattern import lazy_pattern
from desktop.log.rows import head_lines, one_line, quote_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.log.columns import ColumnSet
    from desktop.log.rows import LogSource, QuoteRow

_SPECIAL = lazy_pattern(r"([\\`*_\[\]<>#!|~&@$])")
_SURROGATE = lazy_pattern("[\ud800-\udfff]")
_PARTS = (("Disputed", Status.DISPUTED), ("Open", Status.UNVERIFIED))


def compose(source: LogSource, _: ColumnSet) -> tuple[bytes, int]:
    """Return the whole file and the number of quotes in it."""
    found = [row for row in quote_rows(source) if row.current and not row.quote.deleted]
    lines = [f"# {_words(source.desk_name)}", ""]
    listed = 0
    for name, status in _PARTS:
        own = [row for row in found if row.quote.status is status]
        listed += len(own)
        lines += [f"## {name}: {len(own)}", "", *(line for row in own for line in _item(row)), ""]
    lines += [f"- {_words(name)}: {_words(value)}" for name, value in head_lines(source)]
    return _SURROGATE.sub("\ufffd", "\n".join(lines) + "\n").encode(), listed


def _item(row: QuoteRow) -> Iterator[str]:
    quote, about = row.quote, row.article.metadata
    where = ", ".join(_words(part) for part in (about.outlet, about.title, about.published) if part)
    yield f"- “{_words(quote.text)}” ({_words(quote.attribution.name or 'no speaker found')}; {where})"
    for name, value in (("reason", quote.reason), ("source", quote.evidence), ("note", quote.note)):
        if value:
            yield f"  - {name}: {_words(value)}"


def _words(text: str) -> str:
    """One line in which nothing is taken for markup."""
    return _SPECIAL.sub(r"\\\1", one_line(text))
