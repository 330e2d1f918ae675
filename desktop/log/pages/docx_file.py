"""The editor's page as a Word document: the lists of the page in its order, links, the window's colours and signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.shared import Pt

from desktop.log.pages.docx_page import (
    COLOURS,
    GONE,
    NEW,
    SOFT,
    add,
    add_link,
    add_linked,
    finished,
    heading,
    new_document,
)
from desktop.log.pages.editor_page import editor_page
from desktop.log.pages.html_page import moment
from desktop.log.rows import head_lines, local, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from desktop.domain import Article, Quote
    from desktop.log.columns import ColumnSet
    from desktop.log.pages.editor_page import EditorPage, Item, Piece
    from desktop.log.rows import LogSource

_SHAPES = {"verified": "✓", "disputed": "≠", "unverified": "?"}
_SMALL = Pt(7.5)


def compose(source: LogSource, _: ColumnSet) -> tuple[bytes, int]:
    """Return the whole file and the number of quotes in it."""
    page = editor_page(source)
    title = one_line(source.stories[0].title if len(source.stories) == 1 else source.desk_name)
    document = new_document(f"For the editor: {title}")
    add(document.add_paragraph(), "Verbatim · for the editor", SOFT)
    heading(document, title or "Without a title", 16)
    add(document.add_paragraph(), page.summary, bold=True).font.size = Pt(11)
    small(document, _counted(page, local(source.exported_at)))
    if page.disputed:
        heading(document, "Disputed", 11)
        for item in page.disputed:
            _disputed(document, item)
    for name, items, sourced in (
        ("Verified without a source", page.no_source, False),
        ("To check", page.to_check, False),
    ):
        _lines(document, name, items, sourced=sourced)
    if page.alerts:
        heading(document, "Found by the program: facts told differently", 11)
        for alert in page.alerts:
            line = document.add_paragraph()
            add(line, f"{alert.kind}: ", bold=True)
            for text, name, between in ((alert.a_text, alert.a_name, " / "), (alert.b_text, alert.b_name, "")):
                add(line, text or "nothing")
                add(line, f" {one_line(name)}{between}", SOFT).font.size = _SMALL
        if page.more_alerts:
            small(document, f"and {page.more_alerts} more, in the window")
    if source.alerts_left_out:
        small(document, source.alerts_left_out)
    _lines(document, "Verified", page.verified, sourced=True)
    if not page.listed:
        document.add_paragraph("Nobody has marked a quote yet.")
    _end(document, source)
    return finished(document), page.listed


def small(document: Document, text: str) -> None:
    add(document.add_paragraph(), text, SOFT).font.size = _SMALL


def _counted(page: EditorPage, exported: str) -> str:
    parts = [f"{len(page.verified)} more verified with a source."]
    if page.untouched and not page.everything:
        parts.append("Listed is only what somebody looked at.")
    if page.earlier:
        parts.append(f"{page.earlier} marked in earlier versions, not listed.")
    return " ".join([*parts, f"Exported {exported}."])


def _disputed(document: Document, item: Item) -> None:
    quote = item.row.quote
    line = document.add_paragraph()
    line.paragraph_format.space_before = Pt(6)
    line.paragraph_format.keep_with_next = True
    add_status(line, quote)
    add(line, f" {quote.reason or 'no reason given'} · {quote.attribution.name or 'no speaker found'} · ")
    add_article(line, item.row.article)
    printed = document.add_paragraph("Printed: ")
    printed.paragraph_format.keep_with_next = True
    add_pieces(printed, item.pieces, gone=True)
    if item.other is not None:
        verified = item.other.status.value == "verified"
        other = document.add_paragraph("Verified wording, " if verified else f"Another wording, {item.other.status}, ")
        add_article(other, item.other.article)
        other.add_run(": ")
        add_pieces(other, item.other.pieces, gone=False)
    rests = document.add_paragraph("Source: ")
    if quote.evidence:
        add_linked(rests, quote.evidence)
    else:
        add(rests, "no source given", SOFT)
    if quote.basis:
        add(rests, f" ({quote.basis})")
    if item.advice or quote.note:
        change = document.add_paragraph()
        add(change, "What to change: ", bold=True)
        add_linked(change, f"{item.advice} {quote.note}".strip())
    small(document, _checked(quote))


def _lines(document: Document, name: str, items: Iterable[Item], *, sourced: bool) -> None:
    items = tuple(items)
    if not items:
        return
    heading(document, name, 11)
    for item in items:
        quote = item.row.quote
        line = document.add_paragraph()
        add(line, f"{_SHAPES[quote.status]} ", COLOURS[quote.status], bold=True)
        add(line, f"{quote.attribution.name or 'no speaker found'}: ")
        add_pieces(line, item.pieces, gone=True)
        add(line, " ")
        add_article(line, item.row.article)
        rest = [_checked(quote)] if quote.marked_at else []
        rest += [f"Basis: {quote.basis}"] if quote.basis and not sourced else []
        rest += [quote.reason] if quote.reason and not sourced else []
        rest += [f"Note: {quote.note}"] if quote.note else []
        add(line, " ".join(f" · {part}" for part in rest), SOFT).font.size = _SMALL
        if sourced:
            rests = document.add_paragraph("Source: ")
            rests.paragraph_format.left_indent = Pt(14)
            add_linked(rests, f"{quote.evidence} ({quote.basis})" if quote.basis else quote.evidence)


def _end(document: Document, source: LogSource) -> None:
    heading(document, "What this rests on", 11)
    line = document.add_paragraph("Quotes are printed exactly as the articles have them. ")
    add(line, "Struck through", GONE, struck=True)
    add(line, ": words of the printed quote that the other wording has otherwise; ")
    add(line, "underlined", NEW, under=True, bold=True)
    add(line, ": what stands there instead.")
    for name, value in head_lines(source):
        row = document.add_paragraph()
        row.paragraph_format.space_after = Pt(0)
        add(row, f"{name}: ", SOFT).font.size = Pt(6.5)
        add(row, value).font.size = Pt(6.5)


# -- parts of a line, for the letter, too ----------------------------------------------------------------------------


def add_status(line: Paragraph, quote: Quote) -> None:
    add(line, f"{_SHAPES[quote.status]} {quote.status}", COLOURS[quote.status], bold=True)


def add_article(line: Paragraph, article: Article) -> None:
    """Add outlet, headline (a link where its address is known) and date."""
    about = article.metadata
    if about.outlet:
        add(line, f"{one_line(about.outlet)}: ")
    add_link(line, one_line(about.title) or about.url or "no headline", about.url)
    if about.published:
        add(line, f", {one_line(about.published)}")


def add_pieces(line: Paragraph, pieces: Iterable[Piece], *, gone: bool) -> None:
    """Add a wording between quotation marks, the words that differ struck through or underlined."""
    add(line, "“", SOFT)
    for piece in pieces:
        if piece.changed:
            add(line, piece.text, GONE if gone else NEW, struck=gone, under=not gone, bold=not gone)
        else:
            add(line, piece.text)
    add(line, "”", SOFT)


def _checked(quote: Quote) -> str:
    return f"{moment(quote.marked_at)} UTC, {quote.checker or 'no name given'}" if quote.marked_at else ""
