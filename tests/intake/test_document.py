"""The beginning of a file, by which its format is known."""

from __future__ import annotations

import pytest

from desktop.intake.document import Sample


@pytest.mark.parametrize(
    ("data", "head"),
    [
        (b"  <html>", "<html>"),
        (b"\xef\xbb\xbf\n<html>", "<html>"),
        ("\ufeff<html>é".encode("utf-16"), "<html>é"),
        (b"\xe9t\xe9", "été"),
        (b"", ""),
    ],
)
def test_the_head_is_text_without_byte_order_mark_and_blanks(data: bytes, head: str) -> None:
    assert Sample(data, "x").head.removeprefix("\ufeff") == head


def test_the_head_ends_after_the_bytes_in_which_a_format_shows_itself() -> None:
    assert len(Sample(b"x" * 5000, "x").head) == 4096


@pytest.mark.parametrize(("name", "ending"), [("A.DOCX", ".docx"), ("a.tar.gz", ".gz"), ("README", ""), (".txt", "")])
def test_the_ending_is_lower_case_with_its_dot(name: str, ending: str) -> None:
    assert Sample(b"", name).ending == ending
