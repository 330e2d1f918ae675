"""Word documents for the log: pages, paragraphs, runs with looks, links, tracked changes; any text can be written."""

from __future__ import annotations

from datetime import UTC
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from desktop.lazy_pattern import lazy_pattern
from desktop.log.pages.html_page import is_web
from desktop.text.display import control_name, with_signs

if TYPE_CHECKING:
    from datetime import datetime

    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

COLOURS = {"verified": "00704A", "disputed": "B03C00", "unverified": "54585F"}  # those of the window
SOFT, GONE, NEW, LINK = "62656B", "8A3800", "0B3D91", "2A5BC0"
_ADDRESS = lazy_pattern(r"(https?://[^\s<>\"]*[^\s<>\".,;:!?)\]}’”])")
# What XML cannot hold; a vertical tab and a form feed would become breaks of a line or page.
_UNWRITABLE = lazy_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def new_document(title: str) -> Document:
    """Return an empty A4 document."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin = section.bottom_margin = Mm(15)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Cambria", Pt(9)
    normal.paragraph_format.space_after = Pt(2)
    normal.paragraph_format.space_before = Pt(0)
    document.core_properties.title = writable(title)
    document.core_properties.author = "Verbatim"
    return document


def finished(document: Document) -> bytes:
    """Return the file; its parts bear no time, so that the same words are the same bytes."""
    saved, out = BytesIO(), BytesIO()
    document.save(saved)
    with ZipFile(saved) as dated, ZipFile(out, "w") as undated:
        for part in dated.infolist():
            undated.writestr(ZipInfo(part.filename), dated.read(part), ZIP_DEFLATED)
    return out.getvalue()


def writable(text: str) -> str:
    """Put a sign in the place of what XML cannot hold, and of what would turn the order of reading."""
    return _UNWRITABLE.sub(lambda found: f"[{control_name(found[0])}]", with_signs(text)).replace("\r", "\n")


def heading(document: Document, text: str, size: float) -> Paragraph:
    line: Paragraph = document.add_heading(level=1 if size > 13 else 2)
    run = line.add_run(writable(text))
    run.font.size, run.font.name, run.font.color.rgb = Pt(size), "Cambria", RGBColor.from_string("1B1C1E")
    line.paragraph_format.space_before, line.paragraph_format.space_after = Pt(7), Pt(2)
    return line


def add(
    line: Paragraph, text: str, colour: str = "", *, bold: bool = False, struck: bool = False, under: bool = False
) -> Run:
    """Add words to a paragraph."""
    run = line.add_run(writable(text))
    run.bold = bold or None
    run.font.strike = struck or None
    run.underline = under or None
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour)
    return run


def add_linked(line: Paragraph, text: str) -> None:
    """Add words in which addresses of pages are links."""
    for place, part in enumerate(_ADDRESS.split(text)):
        if place % 2 and is_web(part):
            add_link(line, part, part)
        elif part:
            add(line, part)


def add_link(line: Paragraph, text: str, address: str) -> None:
    """Add words that lead to a page, or plain ones where the address is none."""
    if not is_web(address):
        add(line, text)
        return
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), line.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = add(line, text, LINK, under=True)
    link.append(run._r)  # noqa: SLF001 - python-docx has no links of its own
    _put(line, link)


def add_tracked(line: Paragraph, kind: str, text: str, number: int, author: str, at: datetime) -> None:
    """Add words as a tracked change: `kind` is ins or del. `at` is aware."""
    change = OxmlElement(f"w:{kind}")
    change.set(qn("w:id"), str(number))
    change.set(qn("w:author"), writable(author))
    change.set(qn("w:date"), at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    run = add(line, text)._r  # noqa: SLF001
    change.append(run)
    _put(line, change)
    if kind == "del":
        for words in run.findall(qn("w:t")):
            words.tag = qn("w:delText")
            words.set(qn("xml:space"), "preserve")


def _put(line: Paragraph, element: Any) -> None:  # noqa: ANN401 - python-docx types its paragraphs narrowly
    line._p.append(element)  # noqa: SLF001
