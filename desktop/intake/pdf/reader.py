"""A PDF as a document: its pages as PDFium finds them, what it states of itself, and why it cannot be read."""

from __future__ import annotations

import ctypes
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop.intake.document import Document
from desktop.intake.errors import Binary, Damaged, Empty, Locked
from desktop.intake.pdf.article import write
from desktop.intake.pdf.information import facts_of
from desktop.intake.pdf.letters import read_letters
from desktop.intake.pdf.notices import notices_of
from desktop.intake.pdf.page import Comment
from desktop.translation import Sentence, english

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import pypdfium2

    from desktop.intake.pdf.page import Page


_MOST = 2_000  # annotations of a page
_NOTES = frozenset({1, 8, 9, 10, 11, 12, 14})  # a note, marked, underlined and struck passages, an insertion
_DRAWN = frozenset({3, 13, 20})  # typed onto the page, a stamp, a field of a form: their words show on the page


def read_annotations(page: object) -> tuple[list[Comment], bool]:
    """Give the comments on a page; also say whether there is more on it that holds words."""
    comments: list[Comment] = []
    has_drawn = False
    for kind, ask in _annotations(page):
        has_drawn = has_drawn or kind in _DRAWN
        if kind in _NOTES and (text := ask(b"Contents")):
            comments.append(Comment(text, ask(b"T")))
    return comments, has_drawn


def draw_annotations(page: object) -> bool:
    """Make what shows of the annotations a part of the page, for when it is loaded again; say whether it was done."""
    import pypdfium2.raw as pdfium

    return bool(pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS)


def string(ask: Callable[..., int], *arguments: object) -> str:
    """Ask PDFium for a string of UTF-16."""
    size = ask(*arguments, None, 0)
    if not 2 < size < 100_000:
        return ""
    buffer = (ctypes.c_ushort * (size // 2))()
    ask(*arguments, buffer, size)
    return bytes(buffer)[:-2].decode("utf-16-le", "replace")


def _annotations(page: object) -> Iterator[tuple[int, Callable[[bytes], str]]]:
    """Give the kind of each annotation, and a function that asks it for one of its texts."""
    import pypdfium2.raw as pdfium

    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            yield kind, lambda key, of=annotation: _tidy(string(pdfium.FPDFAnnot_GetStringValue, of, key))  # type: ignore[misc]
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _tidy(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


MOST_PAGES = 3_000


def read(data: bytes, name: str) -> list[Document]:
    """Read the pages; raises an IntakeError with a sentence that begins with `name`: damaged, locked, without text."""
    if not data:
        raise Empty(Sentence("{name} is empty.", name=name))
    pdf = _open(data, name)
    try:
        count = len(pdf)
        pages, lost = _read_pages(pdf, min(count, MOST_PAGES))
        stated = _stated(pdf)
        attached, language = _attached(pdf), _language(pdf)
    finally:
        pdf.close()
    if len(lost) == count:
        raise _damaged(name, english("no page of it can be read"))
    notices = notices_of(pages, lost=lost, left=count - len(pages) - len(lost), attached=attached)
    text, cuts, anchors = write(pages)
    if not text.strip("\ufffd\t\n "):
        raise Empty(_why_empty(name, pages))
    title, author, created = stated
    facts = facts_of(title, author, created, text)
    return [Document(text, cuts, facts, anchors, notices, language=language)]


def _open(data: bytes, name: str) -> pypdfium2.PdfDocument:
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        is_locked = b"/Encrypt" in data  # PDFium may still name the error of the file before
        if error.err_code == pdfium.FPDF_ERR_PASSWORD and is_locked:
            raise Locked(
                Sentence("{name} is locked with a password. Save a copy without one, and add that.", name=name)
            ) from error
        if error.err_code == pdfium.FPDF_ERR_SECURITY and is_locked:
            raise Locked(Sentence("{name} is locked in a way that Verbatim cannot open.", name=name)) from error
        if b"%PDF-" not in data[:1024]:
            raise Binary(Sentence("{name} is not a PDF.", name=name)) from error
        raise _damaged(name, english("its pages cannot be found")) from error


def _damaged(name: str, what: str) -> Damaged:
    """Give the error for a file that ends too early or is damaged: `what` says what of it could not be read."""
    return Damaged(Sentence("{name} is damaged or cut off: {what}.", name=name, what=Sentence(what)))


def _read_pages(pdf: pypdfium2.PdfDocument, count: int) -> tuple[list[Page], list[int]]:
    """Read pages; also give the numbers of those that could not be read."""
    pages: list[Page] = []
    lost: list[int] = []
    for index in range(count):
        page = _read_page(pdf, index)
        if page is None:
            lost.append(index + 1)
        else:
            pages.append(page)
    return pages, lost


def _read_page(pdf: pypdfium2.PdfDocument, index: int) -> Page | None:
    with _loaded(pdf, index) as handle:
        if handle is None:
            return None
        comments, has_more = read_annotations(handle)
        if not (has_more and draw_annotations(handle)):
            return _letters_of(handle, pdf, index, comments)
    with _loaded(pdf, index) as handle:
        return None if handle is None else _letters_of(handle, pdf, index, comments)


@contextmanager
def _loaded(pdf: pypdfium2.PdfDocument, index: int) -> Iterator[object | None]:
    import pypdfium2.raw as pdfium

    handle = pdfium.FPDF_LoadPage(pdf.raw, index)
    try:
        yield handle or None
    finally:
        pdfium.FPDF_ClosePage(handle)


def _letters_of(handle: object, pdf: pypdfium2.PdfDocument, index: int, comments: list[Comment]) -> Page | None:
    import pypdfium2.raw as pdfium

    text = pdfium.FPDFText_LoadPage(handle)
    try:
        page = read_letters(handle, text, _label(pdf, index)) if text else None
    finally:
        pdfium.FPDFText_ClosePage(text)
    if page:
        page.comments = comments
    return page


def _label(pdf: pypdfium2.PdfDocument, index: int) -> str:
    import pypdfium2.raw as pdfium

    label = string(pdfium.FPDF_GetPageLabel, pdf.raw, index).strip()
    return label[:40] if label.isprintable() and label else str(index + 1)


def _stated(pdf: pypdfium2.PdfDocument) -> tuple[str, str, str]:
    """Give title, author and date of making as the file states them, unjudged."""
    import pypdfium2.raw as pdfium

    title, author, created = (
        string(pdfium.FPDF_GetMetaText, pdf.raw, key) for key in (b"Title", b"Author", b"CreationDate")
    )
    return title, author, created


def _attached(pdf: pypdfium2.PdfDocument) -> int:
    import pypdfium2.raw as pdfium

    return max(int(pdfium.FPDFDoc_GetAttachmentCount(pdf.raw)), 0)


def _language(pdf: pypdfium2.PdfDocument) -> str:
    import pypdfium2.raw as pdfium

    stated = string(pdfium.FPDFCatalog_GetLanguage, pdf.raw).strip()
    return stated if stated.replace("-", "").isalnum() and stated.isascii() and len(stated) <= 12 else ""


def _why_empty(name: str, pages: Sequence[Page]) -> str:
    if any(page.unreadable for page in pages):
        return Sentence(
            "{name} holds no text that can be read: the file does not say which letters its signs stand for.", name=name
        )
    if any(page.hidden for page in pages):
        return Sentence("{name} holds no text that shows: all its words are invisible.", name=name)
    return Sentence(
        "{name} holds no text: its pages are pictures, perhaps scans. Verbatim does not recognise letters in pictures.",
        name=name,
    )
