"""Questions to PDFium that are asked for every line: its functions with plain addresses as arguments.

ctypes looks closely at arguments that are typed pointers, which takes longer than the answers. The page of text is
given by its address, and so is what is filled in.
"""

from __future__ import annotations

import ctypes
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_ADDRESS = ctypes.c_void_p
_INT = ctypes.c_int


class Questions:
    """The functions; the page comes first, then the index of a character."""

    def __init__(self) -> None:
        self.font_size = _function("FPDFText_GetFontSize", ctypes.c_double, _ADDRESS, _INT)
        self.matrix = _function("FPDFText_GetMatrix", _INT, _ADDRESS, _INT, _ADDRESS)
        self.origin = _function("FPDFText_GetCharOrigin", _INT, _ADDRESS, _INT, _ADDRESS, _ADDRESS)
        self.box = _function("FPDFText_GetCharBox", _INT, _ADDRESS, _INT, *[_ADDRESS] * 4)  # left, right, bottom, top
        self.loose_box = _function("FPDFText_GetLooseCharBox", _INT, _ADDRESS, _INT, _ADDRESS)
        self.text_object = _function("FPDFText_GetTextObject", _ADDRESS, _ADDRESS, _INT)
        self.render_mode = _function("FPDFTextObj_GetTextRenderMode", _INT, _ADDRESS)  # of a text object
        self.fill_colour = _function("FPDFText_GetFillColor", _INT, _ADDRESS, _INT, *[_ADDRESS] * 4)
        self.count_pieces = _function("FPDFText_CountRects", _INT, _ADDRESS, _INT, _INT)
        self.piece = _function("FPDFText_GetRect", _INT, _ADDRESS, _INT, *[_ADDRESS] * 4)
        self.has_map_error = _function("FPDFText_HasUnicodeMapError", _INT, _ADDRESS, _INT)


@cache
def questions() -> Questions:
    return Questions()


def address_of(handle: object) -> int:
    """Give the address that a handle of pypdfium2 points to."""
    return ctypes.cast(handle, _ADDRESS).value or 0  # type: ignore[arg-type]


def _function(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:  # noqa: ANN401
    import pypdfium2.raw as pdfium

    return ctypes.PYFUNCTYPE(result, *arguments)(address_of(getattr(pdfium, name)))
