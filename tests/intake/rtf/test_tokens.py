"""Tokens of an RTF file."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.intake.rtf.tokens import Kind, Token, tokens


def test_groups_words_their_numbers_and_bytes() -> None:
    assert list(tokens(rb"{\b0\i It\'e9 \{x\}}")) == [
        Token(Kind.OPEN),
        Token(Kind.WORD, "b", 0),
        Token(Kind.WORD, "i"),
        Token(Kind.TEXT, data=b"It"),
        Token(Kind.HEX, data=b"\xe9"),
        Token(Kind.TEXT, data=b" "),
        Token(Kind.TEXT, data=b"{"),
        Token(Kind.TEXT, data=b"x"),
        Token(Kind.TEXT, data=b"}"),
        Token(Kind.CLOSE),
    ]


def test_numbers_may_be_negative_and_line_breaks_in_the_file_mean_nothing() -> None:
    assert list(tokens(b"\\u-3913?\r\nab\ncd")) == [
        Token(Kind.WORD, "u", -3913),
        Token(Kind.TEXT, data=b"?abcd"),
    ]


def test_the_bytes_of_a_picture_are_passed_over() -> None:
    assert [token.kind for token in tokens(rb"\bin5 {\b}}x")] == [Kind.WORD, Kind.TEXT]


@given(st.binary(max_size=200))
def test_any_bytes_are_read_to_their_end(data: bytes) -> None:
    found = list(tokens(data))
    assert sum(len(token.data) for token in found) <= len(data)
