"""Correction letter as a Word document: the words that differ are tracked changes, to be accepted one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.shared import Pt

from desktop.log.pages.docx_file import add_article
from desktop.log.pages.docx_page import SOFT, add, add_linked, add_tracked, finished, heading, new_document
from desktop.log.pages.html_page import moment
from desktop.log.pages.letter import GONE, SAME, address, subject
from desktop.log.rows import one_line

if TYPE_CHECKING:
    from docx.document import Document

    from desktop.log.pages.letter import Letter

_INDENT = Pt(18)


def document(made: Letter) -> bytes:
    """Return the whole file; accepting all changes leaves the words of the source, rejecting them what was printed."""
    out = new_document(subject(made))
    out.styles["Normal"].font.size = Pt(11)
    out.styles["Normal"].paragraph_format.space_after = Pt(6)
    about = made.article.metadata
    add(out.add_paragraph(), f"To: {one_line(about.outlet) or 'the editors'}")
    heading(out, subject(made), 15)
    add(out.add_paragraph(), address(made))
    _said(out, made.quote.text)
    out.add_paragraph("The source says:")
    _said(out, made.said)
    rests = out.add_paragraph("Source: ")
    add_linked(rests, made.told_by)
    out.add_paragraph("The correction, as changes to accept or reject:")
    tracked = out.add_paragraph()
    tracked.paragraph_format.left_indent = _INDENT
    author = made.quote.checker or "Verbatim"
    for number, run in enumerate(made.runs, 1):
        if run.kind == SAME:
            add(tracked, run.text)
        else:
            add_tracked(tracked, "del" if run.kind == GONE else "ins", run.text, number, author, made.at)
    why = " ".join(part for part in (made.quote.reason and f"Why: {made.quote.reason}.", made.advice) if part)
    if why:
        add(out.add_paragraph(), why)
    if made.note:
        add_linked(out.add_paragraph(), f"Note: {made.note}")
    add_article(out.add_paragraph(), made.article)
    add(out.add_paragraph(), f"{made.quote.checker or 'no name given'}, {moment(made.at)} UTC", SOFT)
    return finished(out)


def _said(out: Document, words: str) -> None:
    line = out.add_paragraph()
    line.paragraph_format.left_indent = _INDENT
    add(line, f"“{words}”")
