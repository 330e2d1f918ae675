"""Bytes are read as a person says they are; the original stays as it came."""

from __future__ import annotations

import hashlib

import pytest

from desktop.desk.read_again import read_again
from desktop.intake.errors import IntakeError
from desktop.intake.read_as import ENCODINGS, format_names, read_as
from tests.intake.texts import BODY, TITLE

TEXT = f"{TITLE}\n\n“Wir öffnen im März,” sagte Ann Lee.\n\n{BODY[0]}\n"


@pytest.mark.parametrize("encoding", ["mac-roman", "cp1252", "cp1250", "utf-8", "utf-16-le"])
def test_a_text_is_read_in_the_encoding_that_is_named(encoding: str) -> None:
    data = TEXT.encode(encoding)
    [capture] = read_as(data, "a.txt", "a.txt", encoding)
    assert (capture.text, capture.encoding, capture.original) == (TEXT, encoding, data)
    assert capture.original_sha256 == hashlib.sha256(data).hexdigest()


def test_what_is_not_in_the_encoding_is_counted() -> None:
    [capture] = read_as("é, ü".encode("cp1252") + b"\n" + BODY[0].encode(), "a.txt", "a.txt", "utf-8")
    assert capture.text.startswith("�, �")
    assert "At 2 places the bytes are not utf-8" in capture.warnings[0]


def test_a_page_that_states_a_wrong_encoding_is_read_in_the_one_that_is_named() -> None:
    page = (
        f"<html><head><meta charset=utf-8><title>A</title></head><body><p>{BODY[0]}</p><p>„Schön“, sagte er.</p></body>"
    )
    [capture] = read_as(page.encode("cp1252"), "a.html", "a.html", "cp1252")
    assert "„Schön“, sagte er." in capture.text


def test_a_file_is_read_as_the_format_that_is_named() -> None:
    data = b"1\n00:00:01,000 --> 00:00:03,000\nNobody was hurt, not one.\n"
    assert {"plain text"} <= set(format_names())
    [capture] = read_as(data, "a.srt", "a.srt", "", "plain text")
    assert "00:00:01,000" in capture.text
    with pytest.raises(IntakeError, match=r"^a\.txt "):
        read_as(b"Nothing of a page", "a.txt", "a.txt", "", next(n for n in format_names() if "PDF" in n))


def test_every_encoding_on_offer_is_known_to_python() -> None:
    for codec, _ in ENCODINGS:
        assert b"Port".decode(codec, "replace")


def test_the_version_says_that_its_reading_was_chosen() -> None:
    prepared = read_again(TEXT.encode("mac-roman"), "/a/b.txt", "b.txt", "mac-roman")
    assert prepared.capture.extractor == "plain text 1, as chosen by hand"
    assert len(prepared.quotes) == 1
