"""Annotations of a PDF page: comments of readers, and what was filled into forms or typed onto the page."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING

from desktop.intake.pdf.page import Comment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
