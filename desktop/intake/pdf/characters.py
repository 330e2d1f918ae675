"""Characters of a PDF page, as PDFium has them: where they stand, how large, in which direction, drawn in which pieces.

Places are given along and across the direction of writing, so that text written up the page needs nothing of its own:
*along* grows to where the writing goes, *up* to where its letters' tops are. Both are in points.
"""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass

from desktop.intake.pdf.sight import address_of, questions
from desktop.lazy_pattern import lazy_pattern

_ALEF_LAM = lazy_pattern("[\u0622\u0623\u0625\u0627]\u0644")


@dataclass(slots=True)
class Written:
    """Characters of one line, as they were written."""

    start: int  # index of the first one on the page
    text: str
    begin: float  # along
    end: float
    up: float
    size: float  # of the type
    turn: int  # direction of writing, in quarter turns to the left
    ends_elsewhere: bool = False  # its last character stands on another line
    why_hidden: str = ""


class Characters:
    """PDFium's characters of one page; indices are PDFium's."""

    def __init__(self, text_page: object) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium = pdfium
        self._handle = text_page
        self._page = address_of(text_page)
        self._ask = questions()
        self._x, self._y, self._right, self._top = (ctypes.c_double() for _ in range(4))
        self._x_at, self._y_at, self._right_at, self._top_at = map(
            ctypes.addressof, (self._x, self._y, self._right, self._top)
        )
        self._rect = pdfium.FS_RECTF()
        self._rect_at = ctypes.addressof(self._rect)
        self._matrix = pdfium.FS_MATRIX()
        self._matrix_at = ctypes.addressof(self._matrix)

    def text(self) -> str:
        """Give a character for each of PDFium's: offsets are its indices. U+FFFE is the hyphen of a parted word."""
        count = max(self._pdfium.FPDFText_CountChars(self._handle), 0)
        buffer = (ctypes.c_ushort * (2 * count + 2))()
        written = self._pdfium.FPDFText_GetText(self._handle, 0, count, buffer)
        text = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
        if len(text) != count:
            text = "".join(self._character(i) for i in range(count))
        return self._in_order(text.replace("\t", " "))  # Qt writes tabs between words

    def _in_order(self, text: str) -> str:
        """Put the letters of Arabic ligatures in their order again: PDFium turns them about with the line."""
        for pair in _ALEF_LAM.finditer(text) if "\u0644" in text else ():
            at = pair.start()
            if self.extent(at, 0) == self.extent(at + 1, 0):  # one sign
                text = f"{text[:at]}{text[at + 1]}{text[at]}{text[at + 2 :]}"
        return text

    def _character(self, index: int) -> str:
        code = self._pdfium.FPDFText_GetUnicode(self._handle, index)
        if code == 2 and self._pdfium.FPDFText_IsHyphen(self._handle, index) == 1:
            return "\ufffe"
        return chr(code) if 0 < code < 0xD800 or 0xE000 <= code < 0x110000 else "\ufffd"

    def written(self, text: str, first: int) -> Written:
        """Give the place of a line of text without blanks around it, whose first character has this index."""
        ask, page, matrix = self._ask, self._page, self._matrix
        size = ask.font_size(page, first)
        ask.matrix(page, first, self._matrix_at)
        if matrix.b or matrix.d <= 0 or size <= 0:
            size, turn = self.type_of(first)
            begin, up = self.origin(first, turn)
            return Written(first, text, begin, self.extent(first + len(text) - 1, turn)[1], up, size, turn)
        ask.origin(page, first, self._x_at, self._y_at)  # nearly every line
        ask.loose_box(page, first + len(text) - 1, self._rect_at)
        size, y, rect = size * matrix.d, self._y.value, self._rect
        elsewhere = not rect.bottom - 0.5 * size < y < rect.top
        return Written(first, text, self._x.value, rect.right, y, size, 0, elsewhere)

    def part(self, line: Written, start: int, end: int | None = None) -> Written:
        """Give a part of a line, without the blanks around it; it must hold something else."""
        text = line.text[start:end]
        bare = text.lstrip()
        return self.written(bare.rstrip(), line.start + start + len(text) - len(bare))

    def origin(self, index: int, turn: int) -> tuple[float, float]:
        """Give where a character begins on the base line: along and up."""
        self._ask.origin(self._page, index, self._x_at, self._y_at)
        x, y = self._x.value, self._y.value
        return (x, y) if turn == 0 else ((x, y), (y, -x), (-x, -y), (-y, x))[turn]

    def extent(self, index: int, turn: int) -> tuple[float, float]:
        """Give where a character begins and ends along the line, with the blanks of its own on both sides."""
        self._ask.loose_box(self._page, index, self._rect_at)
        rect = self._rect
        if turn == 0:
            return rect.left, rect.right
        return ((rect.bottom, rect.top), (-rect.right, -rect.left), (-rect.top, -rect.bottom))[turn - 1]

    def foot(self, index: int, turn: int) -> float:
        """Give how far up the ink of a character begins."""
        self._ask.box(self._page, index, self._x_at, self._right_at, self._y_at, self._top_at)
        return (self._y.value, -self._right.value, -self._top.value, self._x.value)[turn]

    def type_of(self, index: int) -> tuple[float, int]:
        """Give the size of a character's type on the page, and its direction in quarter turns to the left."""
        size: float = self._ask.font_size(self._page, index)
        self._ask.matrix(self._page, index, self._matrix_at)
        b, d = self._matrix.b, self._matrix.d
        if not b and d > 0:
            return abs(size * d), 0
        a, c = self._matrix.a, self._matrix.c
        return abs(size) * math.hypot(c, d), round(math.atan2(b, a) / (math.pi / 2)) % 4

    def piece(self, index: int) -> int:
        """Give the address of the text object that a character belongs to, 0 for none."""
        return self._ask.text_object(self._page, index) or 0

    def is_whole(self, start: int, count: int) -> bool:
        """Say whether a range was drawn as one text object."""
        return bool(self._ask.count_pieces(self._page, start, count) <= 1)

    def may_hold_gap(self, line: Written, width: float) -> bool:
        """Say whether two of the pieces that a line was drawn in are further apart than that."""
        count = self._ask.count_pieces(self._page, line.start, len(line.text))
        if line.turn or count > 24:
            return True
        before = math.inf
        for at in range(count):
            self._ask.piece(self._page, at, self._x_at, self._y_at, self._right_at, self._y_at)
            if self._x.value - before > width:
                return True
            before = self._right.value
        return False

    def is_unnamed(self, index: int) -> bool:
        """Say whether no table of the file says which character this is."""
        return bool(self._ask.has_map_error(self._page, index) == 1)
