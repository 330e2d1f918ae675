"""Encodings of fonts in RTF, and bytes read in them."""

from __future__ import annotations

import pytest

from desktop.intake.rtf.code_pages import decode, encoding_of_code_page, encoding_of_font, read_character


@pytest.mark.parametrize(
    ("number", "encoding"),
    [(1251, "windows-1251"), (437, "cp437"), (932, "shift_jis"), (65001, "utf-8"), (28592, "iso-8859-2"), (4711, "")],
)
def test_a_code_page_has_its_encoding(number: int, encoding: str) -> None:
    assert encoding_of_code_page(number) == encoding


def test_a_font_is_read_by_its_code_page_then_its_charset_then_as_the_file() -> None:
    assert encoding_of_font(204, 0, "Arial", "windows-1252") == "windows-1251"
    assert encoding_of_font(204, 1253, "Arial", "windows-1252") == "windows-1253"
    assert encoding_of_font(204, 4711, "Arial", "windows-1252") == "windows-1251"
    assert encoding_of_font(None, 0, "Arial", "koi8-r") == "koi8-r"
    assert encoding_of_font(1, 0, "Arial", "koi8-r") == "koi8-r"
    assert encoding_of_font(0, 0, "Geneva", "macintosh") == "macintosh"


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (b"\xcf\xee\xf0\xf2", "windows-1251", "Порт"),
        (b"\x90t\x90", "cp437", "ÉtÉ"),
        (b"plain", "windows-1253", "plain"),
        ("港口".encode("gb18030"), "gb18030", "港口"),
    ],
)
def test_bytes_are_read_in_it_and_never_raise(data: bytes, encoding: str, text: str) -> None:
    assert decode(data, encoding) == text
    assert decode(b"\xff\xfe\x81", "johab").startswith("\ufffd")


def test_a_character_of_an_ordinary_font_is_itself() -> None:
    assert read_character("a", "windows-1252") == "a"
    assert read_character("a", encoding_of_font(2, 0, "Symbol", "windows-1252")) == "α"
