"""Sight: which letters of a PDF page a reader of the printed page does not see, and why."""

from __future__ import annotations

import ctypes
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from desktop.translation import english

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.intake.pdf.characters import Written


OFF_PAGE = english("off the page")
INVISIBLE = english("drawn invisibly")
TINY = english("too small to read")
SAME_COLOUR = english("in the colour of the paper")
OFF_LAYER = english("on a layer that is switched off")

_UNSEEN_MODES = frozenset({3, 7})
_TINY = 2.0  # points
_TRANSPARENT = 10  # of 255
_PALE = 245  # of 255, each of red, green and blue
_LONGEST = 1600  # pixels of a picture of the page
_TEXT = 1  # kind of an object that is text
_LAYER = "OC\0".encode("utf-16-le")  # the name of the mark around what stands on a layer
_LAYER_NAME = 16  # bytes of a mark's name that are asked for
_CONTRAST = 24  # of 255, between the darkest and the lightest pixel around letters that show


class Sight:
    """What of a page's letters shows."""

    def __init__(self, page: object, text_page: object) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium = pdfium
        self._page = page
        self._text = address_of(text_page)
        self._ask = questions()
        left, bottom, right, top = self._visible_area()
        self._width = right - left
        # For each direction of writing: the top left corner of the page, along and up, and its width and height.
        self.corners = ((left, top), (bottom, -left), (-right, -bottom), (-top, right))
        self.sizes = ((right - left, top - bottom), (top - bottom, right - left)) * 2
        self._colour = [ctypes.c_uint() for _ in range(4)]
        self._colour_at = [ctypes.addressof(each) for each in self._colour]
        self._green, self._alpha = self._colour[1], self._colour[3]
        self._picture: tuple[bytes, int, int] | None = None  # grey pixels in rows, width and height

    def why_hidden(self, line: Written) -> str:
        """Say why nobody sees a line, or "" where it shows."""
        size, start = line.size, line.start
        left, top = self.corners[line.turn]
        width, height = self.sizes[line.turn]
        if not (-size < (line.begin + line.end) / 2 - left < width + size and -size < top - line.up < height + size):
            return OFF_PAGE
        if size < _TINY:
            return TINY
        ask, text = self._ask, self._text
        piece = ask.text_object(text, start)
        # 3 draws nothing, 7 only clips; the others fill or stroke.
        if piece and ask.render_mode(piece) in _UNSEEN_MODES:
            return INVISIBLE
        ask.fill_colour(text, start, *self._colour_at)
        plain = self._green.value <= _PALE and self._alpha.value >= _TRANSPARENT
        if not plain and self._is_pale() and not self._shows(line):
            return SAME_COLOUR
        return OFF_LAYER if self.has_layers and not self._shows(line) else ""

    @cached_property
    def has_layers(self) -> bool:
        """Say whether something on the page stands on a layer ("optional content"), which may be switched off.

        PDFium gives the words of all layers, and draws those that are on.
        """
        return any(self._stands_on_layer(drawn) for drawn in self._objects)

    def may_hide_words(self) -> bool:
        """Say whether a line may hold words that show and words that do not: by layer, mode of drawing or colour."""
        return self.has_layers or any(map(self._is_hidden_text, self._objects))

    def _is_hidden_text(self, drawn: int) -> bool:
        """Say whether an object is text that nobody may see, by its mode of drawing or its colour."""
        ask = self._ask
        if ask.kind(drawn) != _TEXT:
            return False
        if ask.render_mode(drawn) in _UNSEEN_MODES:
            return True
        ask.object_colour(drawn, *self._colour_at)
        return self._is_pale()

    @cached_property
    def _objects(self) -> list[int]:
        page, count = address_of(self._page), self._pdfium.FPDFPage_CountObjects(self._page)
        return [self._ask.page_object(page, index) for index in range(count)]

    def _stands_on_layer(self, drawn: int) -> bool:
        ask = self._ask
        marks = ask.count_marks(drawn)
        if marks <= 0:
            return False  # as nearly all
        name, size = ctypes.create_string_buffer(_LAYER_NAME), ctypes.c_ulong()
        for at in range(marks):
            ask.mark_name(ask.mark(drawn, at), ctypes.addressof(name), _LAYER_NAME, ctypes.addressof(size))
            if name.raw[: size.value] == _LAYER:
                return True
        return False

    def pieces(self, line: Written) -> list[tuple[int, int]]:
        """Give from where to where the characters of a line are drawn in one go; blanks that PDFium adds join them."""
        out: list[tuple[int, int]] = []
        last = None
        for at in range(len(line.text)):
            piece = self._ask.text_object(self._text, line.start + at)
            if out and (piece == last or not piece):
                out[-1] = out[-1][0], at + 1
            else:
                out.append((at, at + 1))
                last = piece
        return out

    def is_cut(self, line: Written) -> bool:
        """Say whether a line runs off the page on its right."""
        right = self.corners[line.turn][0] + self.sizes[line.turn][0]
        return line.begin < right < line.end - line.size

    def _visible_area(self) -> tuple[float, float, float, float]:
        rect = self._pdfium.FS_RECTF()
        if self._pdfium.FPDF_GetPageBoundingBox(self._page, ctypes.byref(rect)) and rect.right > rect.left:
            return rect.left, rect.bottom, rect.right, rect.top
        return 0.0, 0.0, 612.0, 792.0

    def _is_pale(self) -> bool:
        """Say whether the colour asked for last is nearly that of paper, or transparent."""
        red, green, blue, alpha = (each.value for each in self._colour)
        return alpha < _TRANSPARENT or min(red, green, blue) > _PALE

    def _shows(self, line: Written) -> bool:
        """Look at the drawn page: around letters that show, not all pixels are alike."""
        if self._picture is None:
            self._picture = self._draw()
        pixels, width, height = self._picture
        places = [(line.begin, line.up - 0.2 * line.size), (line.end, line.up + 0.7 * line.size)]
        corners = [self._pixel(*_on_page(along, up, line.turn), width, height) for along, up in places]
        (left, top), (right, bottom) = map(min, *corners), map(max, *corners)
        rows = range(max(top, 0), min(bottom + 1, height))
        shades = b"".join(pixels[row * width + max(left, 0) : row * width + min(right + 1, width)] for row in rows)
        return not shades or max(shades) - min(shades) > _CONTRAST

    def _pixel(self, x: float, y: float, width: int, height: int) -> tuple[int, int]:
        across, down = ctypes.c_int(), ctypes.c_int()
        self._pdfium.FPDF_PageToDevice(
            self._page, 0, 0, width, height, 0, x, y, ctypes.byref(across), ctypes.byref(down)
        )
        return across.value, down.value

    def _draw(self) -> tuple[bytes, int, int]:
        pdfium = self._pdfium
        wide, high = max(pdfium.FPDF_GetPageWidthF(self._page), 1), max(pdfium.FPDF_GetPageHeightF(self._page), 1)
        scale = min(2.0, _LONGEST / max(wide, high))
        width, height = max(int(wide * scale), 1), max(int(high * scale), 1)
        bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
        if not bitmap:
            return b"", 0, 0
        try:
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
            pdfium.FPDF_RenderPageBitmap(bitmap, self._page, 0, 0, width, height, 0, 0)
            stride = pdfium.FPDFBitmap_GetStride(bitmap)
            data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)
        return b"".join(data[row * stride : row * stride + width] for row in range(height)), width, height


def _on_page(along: float, up: float, turn: int) -> tuple[float, float]:
    """Give x and y of a place that is given for a direction of writing."""
    return ((along, up), (-up, along), (-along, -up), (up, -along))[turn]


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
        self.page_object = _function("FPDFPage_GetObject", _ADDRESS, _ADDRESS, _INT)  # of a page
        self.kind = _function("FPDFPageObj_GetType", _INT, _ADDRESS)
        self.object_colour = _function("FPDFPageObj_GetFillColor", _INT, *[_ADDRESS] * 5)
        self.count_marks = _function("FPDFPageObj_CountMarks", _INT, _ADDRESS)
        self.mark = _function("FPDFPageObj_GetMark", _ADDRESS, _ADDRESS, ctypes.c_ulong)
        self.mark_name = _function("FPDFPageObjMark_GetName", _INT, _ADDRESS, _ADDRESS, ctypes.c_ulong, _ADDRESS)
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
