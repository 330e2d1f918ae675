"""Bytes with a charset label become what a browser shows of them."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.intake.characters.labels import decode_labelled, decode_page, encoding_of

MARKED = "“We will,” she said – it’s true…"


@pytest.mark.parametrize(
    ("label", "encoding"),
    [
        ("ISO-8859-1", "windows-1252"),
        ("us-ascii", "windows-1252"),
        (" Latin1 ", "windows-1252"),
        ("ISO_8859-1:1987", "windows-1252"),
        ("ANSI_X3.4-1968", "windows-1252"),
        ("x-user-defined", "windows-1252"),
        ("iso-8859-9", "windows-1254"),
        ("iso-8859-11", "windows-874"),
        ("GB2312", "gb18030"),
        ("gb_2312-80", "gb18030"),
        ("Shift_JIS", "shift_jis"),
        ("ks_c_5601-1987", "euc-kr"),
        ("csKSC56011987", "euc-kr"),
        ("utf8", "utf-8"),
        ("unicode-1-1-utf-8", "utf-8"),
        ("utf-16", "utf-16le"),
        ("utf-7", "utf7"),
        ("cp437", "cp437"),
        ("rot13", ""),
        ("base64", ""),
        ("no such thing", ""),
        ("", ""),
    ],
)
def test_a_label_is_taken_for_what_browsers_take_it_for(label: str, encoding: str) -> None:
    assert encoding_of(label) == encoding


@pytest.mark.parametrize(
    ("data", "label", "text"),
    [
        (MARKED.encode("cp1252"), "iso-8859-1", MARKED),
        (MARKED.encode("cp1252"), "us-ascii", MARKED),
        (b"a\x9db", "windows-1252", "a\x9db"),  # open in the table: a control, and what follows is still read
        ("朱镕基“好”".encode("gbk"), "gb2312", "朱镕基“好”"),
        ("①「はい」㈱".encode("cp932"), "shift_jis", "①「はい」㈱"),
        (b"\xad\xa1\xa1\xd6\xa4\xcf", "euc-jp", "①「は"),
        ("뷁“예”".encode("cp949"), "euc-kr", "뷁“예”"),
        ("“Ёж”".encode("cp1251"), "windows-1251", "“Ёж”"),
        ("“Hi”".encode("mac_roman"), "macintosh", "“Hi”"),
        (codecs.BOM_UTF8 + "“é”".encode(), "iso-8859-1", "“é”"),
        (codecs.BOM_UTF16_BE + "“é”".encode("utf-16-be"), "utf-8", "“é”"),
        ("“é”".encode("utf-16-le"), "utf-16", "“é”"),
        ("“é”".encode(), "no such thing", "“é”"),
        ("“é”".encode("cp1252"), "no such thing", "“é”"),
        (b"a\xff b", "utf-8", "a\ufffd b"),
        (b"\x8f", "shift_jis", "\ufffd"),
    ],
)
def test_labelled_bytes_keep_every_character(data: bytes, label: str, text: str) -> None:
    assert decode_labelled(data, label) == text


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1251">', "windows-1251"),
        ("<META CONTENT='text/html; charset=windows-1251' HTTP-EQUIV=Content-Type>", "windows-1251"),
        ("<meta charset=windows-1251/>", "windows-1251"),
        ('<?xml version="1.0" encoding="windows-1251"?>', "windows-1251"),
        ('<!-- <meta charset="koi8-r"> --><meta charset="windows-1251">', "windows-1251"),
        ('<script>"<meta charset=koi8-r>"</script><meta charset="windows-1251">', "windows-1251"),
        ('<meta name="a" content="text; charset=koi8-r"><meta charset="windows-1251">', "windows-1251"),
    ],
)
def test_a_page_says_its_own_charset(head: str, encoding: str) -> None:
    page = f"{head}<p>Министр сказал «нет»"
    decoded = decode_page(page.encode(encoding))
    assert decoded is not None
    assert (decoded.text, decoded.encoding, decoded.warnings) == (page, encoding, ())


def test_the_header_comes_before_the_page() -> None:
    page = '<meta charset="utf-8"><p>“нет”'
    decoded = decode_page(page.encode("cp1251"), "windows-1251")
    assert decoded is not None
    assert (decoded.text, decoded.encoding) == (page, "windows-1251")


def test_half_characters_do_not_come_out() -> None:
    assert decode_labelled(b"+2AA-", "utf-7") == "\ufffd"


def test_a_page_that_was_saved_as_utf_8_and_kept_its_old_label_is_utf_8() -> None:
    decoded = decode_page(f'<meta charset="iso-8859-1"><p>{MARKED}'.encode())
    assert decoded is not None
    assert decoded.text.endswith(MARKED)
    assert "UTF-8" in decoded.warnings[0]


def test_a_page_that_says_utf_8_and_is_not_keeps_its_marks() -> None:
    decoded = decode_page(f'<meta charset="utf-8"><p>{MARKED}'.encode("cp1252"))
    assert decoded is not None
    assert decoded.text.endswith(MARKED)
    assert "windows-1252" in decoded.warnings[0]


def test_a_utf_16_label_inside_the_page_means_utf_8() -> None:
    decoded = decode_page('<meta charset="utf-16"><p>“é”'.encode())
    assert decoded is not None
    assert (decoded.text[-3:], decoded.encoding) == ("“é”", "utf-8")


def test_places_that_are_no_characters_are_said() -> None:
    decoded = decode_page('<meta charset="utf-8"><p>“é” ÄÖÜ'.encode() + b"\xff.")
    assert decoded is not None
    assert decoded.warnings == ("At 1 place the bytes are not utf-8; each shows as \ufffd.",)


@given(st.binary(max_size=60), st.one_of(st.text(max_size=12), st.sampled_from(["gb2312", "euc-jp", "big5", "hz"])))
def test_whatever_the_bytes_and_the_label_a_text_comes_out(data: bytes, label: str) -> None:
    decode_labelled(data, label).encode()
    decode_page(b"<meta charset=" + label.encode("utf-8", "replace") + b">" + data)
