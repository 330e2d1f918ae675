"""Heads of mails: encoded words, names and days, decoded whatever they hold."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.intake.mail.heads import Head, day_of, decode_base64, decode_head, spoken_day


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Harbour closed", "Harbour closed"),
        ("=?utf-8?B?w5xiZXIgZGVuIEhhZmVu?=", "Über den Hafen"),
        ("=?iso-8859-1?Q?=DCber_den_Hafen?=", "Über den Hafen"),
        ("=?utf-8?B?w5w=?= =?utf-8?B?YmVy?=", "Über"),
        ("=?utf-8?B?ww==?= =?utf-8?B?nGJlcg==?=", "Über"),
        ("Re: =?utf-8?Q?Hafen?= (2)", "Re: Hafen (2)"),
        ("two\r\n lines", "two lines"),
    ],
)
def test_encoded_words_are_decoded_also_where_a_character_is_cut_in_two(value: str, expected: str) -> None:
    assert decode_head(value) == expected


@given(st.text(max_size=60))
def test_no_head_raises(value: str) -> None:
    assert "\n" not in decode_head(value.encode("utf-8", "replace").decode())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Tue, 06 Sep 2022 23:30:00 -0800", "2022-09-06"),
        ("6 Sep 2022 10:00 +0000", "2022-09-06"),
        ("Tue, 31 Feb 2022 10:00:00 +0000", ""),
        ("Thu, 01 Jan 1601 00:00:00 +0000", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_the_day_is_that_of_the_sender(text: str, day: str) -> None:
    assert day_of(text) == day


def test_a_head_says_whose_message_it_is() -> None:
    head = Head(sender="Ann Lee <ann@example.org>", date="Tue, 06 Sep 2022", day="2022-09-06")
    assert (head.name, head.label, head.is_empty) == ("Ann Lee", "from Ann Lee, 6 Sep 2022", False)
    assert Head(sender="ann@example.org", date="soon").label == "from ann@example.org, soon"
    assert (Head().label, Head().is_empty) == ("", True)
    assert spoken_day("2022-09-06") == "6 Sep 2022"
    assert spoken_day("") == ""


@given(st.binary(max_size=100), st.binary(max_size=20))
def test_base64_is_decoded_with_whatever_stands_between_its_letters(data: bytes, other: bytes) -> None:
    encoded = base64.b64encode(data)
    assert decode_base64(encoded[:40] + b"\r\n -*" + encoded[40:]) == data
    assert decode_base64(encoded + base64.b64encode(other)) == data + other
    assert decode_base64(b"w") == b""
