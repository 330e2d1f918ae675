"""Every coding of HTTP is undone, a wrong label harms nothing, and a bomb is refused."""

from __future__ import annotations

import gzip
import zlib

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from desktop.intake.containers import content_coding
from desktop.intake.containers.content_coding import dechunk, decode_content
from desktop.intake.errors import Damaged, IntakeError, TooLarge

WORDS = "“We will,” she said. ".encode() * 50
BARE = zlib.compressobj(wbits=-15)
PACKED = {
    "gzip": gzip.compress(WORDS),
    "x-gzip": gzip.compress(WORDS),
    "gzip, identity": gzip.compress(WORDS[:100]) + gzip.compress(WORDS[100:]),
    "deflate": zlib.compress(WORDS),
    "Deflate": BARE.compress(WORDS) + BARE.flush(),
    "br": brotli.compress(WORDS),
    "zstd": zstandard.compress(WORDS),
    "gzip, br": brotli.compress(gzip.compress(WORDS)),
    "": WORDS,
    "utf-8": WORDS,
}


@pytest.mark.parametrize("codings", PACKED)
def test_codings_are_undone_last_first(codings: str) -> None:
    assert decode_content(PACKED[codings], codings, "a page") == WORDS


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_a_body_that_was_unpacked_before_stays_as_it_is(coding: str) -> None:
    body = b"<html>plain words"
    assert decode_content(body, coding, "a page") == body


def test_a_coding_that_nobody_undoes_is_said() -> None:
    with pytest.raises(Damaged, match=r"^a page is packed as compress, which"):
        decode_content(WORDS, "compress", "a page")


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_what_unpacks_beyond_the_limit_is_refused(coding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content_coding, "LARGEST", 500)
    with pytest.raises(TooLarge, match=r"^a page would unpack to more than"):
        decode_content(PACKED[coding], coding, "a page")


@given(st.lists(st.binary(min_size=1, max_size=40), max_size=6))
def test_chunks_come_together(pieces: list[bytes]) -> None:
    chunked = b"".join(b"%x;ext=1\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"
    assert dechunk(chunked) == b"".join(pieces)


def test_what_only_claims_to_be_chunked_is_given_as_it_stands() -> None:
    assert dechunk(b"<html>\r\nwords") == b"<html>\r\nwords"


@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate", "br", "zstd", "gzip, br"]))
def test_any_bytes_under_any_label_end_in_bytes_or_a_sentence(body: bytes, coding: str) -> None:
    try:
        found = decode_content(body, coding, "a page")
    except IntakeError as error:
        found = str(error).encode()
        assert found.startswith(b"a page ")
    assert isinstance(found, bytes)


def test_members_that_together_unpack_beyond_the_limit_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content_coding, "LARGEST", 1_000)
    member = gzip.compress(bytes(600))
    assert decode_content(member, "gzip", "page") == bytes(600)
    with pytest.raises(TooLarge):
        decode_content(member * 2, "gzip", "page")
