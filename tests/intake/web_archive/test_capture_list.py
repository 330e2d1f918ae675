"""Lists of captures are read in every form in which they are handed out."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.intake.errors import Empty
from desktop.intake.reading import read_bytes
from desktop.intake.web_archive.capture_list import ListedCapture, is_capture_list, read_capture_list

ONE = ListedCapture(
    "http://example.org/a?b=1", "20140103030321", "org,example)/a?b=1", "text/html", "200", "B2LTWWPUOYAH7UIPQ7ZU"
)
CDX = (
    " CDX N b a m s k r M S V g\n"
    "org,example)/a?b=1 20140103030321 http://example.org/a?b=1 text/html 200 B2LTWWPUOYAH7UIPQ7ZU - - 1987 0 e.warc\n"
)
CDXJ = "org,example)/a?b=1 20140103030321 " + json.dumps(
    {"url": ONE.url, "mime": "text/html", "status": "200", "digest": ONE.digest, "filename": "e.warc"}
)
SERVER = "org,example)/a?b=1 20140103030321 http://example.org/a?b=1 text/html 200 B2LTWWPUOYAH7UIPQ7ZU 553\n"
ANSWER = json.dumps(
    [
        ["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"],
        [ONE.key, ONE.timestamp, ONE.url, "text/html", "200", ONE.digest, "553"],
    ]
)


@pytest.mark.parametrize("text", [CDX, CDXJ, SERVER, ANSWER])
def test_all_forms_tell_the_same(text: str) -> None:
    assert read_capture_list(text) == ([ONE], 0)


def test_a_revisit_without_status_stays() -> None:
    [found], _ = read_capture_list(
        "org,example)/ 20140603030341 http://example.org warc/revisit - B2LT - - 504 0 e.warc"
    )
    assert found.is_revisit
    assert (found.status, found.moment) == ("", "2014-06-03 03:03:41")


def test_lines_not_understood_are_counted() -> None:
    assert read_capture_list(CDX + "some words\n") == ([ONE], 1)


def test_a_saved_list_comes_in_as_one_line_for_each_capture() -> None:
    [capture] = read_bytes(CDX.encode(), source="list.txt")
    assert capture.text == "2014-01-03 03:03:21  http://example.org/a?b=1  200  text/html  B2LTWWPUOYAH7UIPQ7ZU"
    assert capture.metadata.title == ""
    assert "list of captures" in capture.warnings[0]


def test_a_list_without_captures_says_so() -> None:
    with pytest.raises(Empty, match=r"^list\.cdx lists no captures\.$"):
        read_bytes(b" CDX N b a\n", source="list.cdx")


@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text: str) -> None:
    captures, odd = read_capture_list(text)
    assert len(captures) + odd >= 0
    is_capture_list(text)
