"""Every page of an archive comes in with its address, date and digest; several of one address are versions."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import json
import zipfile

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.intake.errors import Damaged, Empty, IntakeError
from desktop.intake.formats.web_archive import read
from desktop.intake.reading import read_bytes
from tests.intake.texts import BODY, TITLE, body

Made = tuple[str, str, bytes, dict[str, str]]  # address, date, body, heads of the server
PAGE = f"<!doctype html><title>{TITLE}</title><article><h1>{TITLE}</h1>{''.join(f'<p>{p}</p>' for p in BODY)}</article>"
LATER = PAGE.replace("Nobody was hurt", "Two were hurt")


def archive(*records: Made, packed: bool = True) -> bytes:
    """Make a WARC file."""
    made = [_record("warcinfo", "", "2022-09-01T10:00:00Z", b"software: a test\r\n", {})]
    for url, date, content, heads in records:
        named = "".join(f"{name}: {value}\r\n" for name, value in {"Content-Type": "text/html", **heads}.items())
        digest = base64.b32encode(hashlib.sha1(content).digest()).decode()
        response = f"HTTP/1.1 200 OK\r\n{named}\r\n".encode() + content
        made.append(_record("response", url, date, response, {"WARC-Payload-Digest": f"sha1:{digest}"}))
    return b"".join(gzip.compress(each) if packed else each for each in made)


def _record(kind: str, url: str, date: str, block: bytes, heads: dict[str, str]) -> bytes:
    stated = {
        "WARC-Type": kind,
        "WARC-Record-ID": "<urn:uuid:00000000-0000-4000-8000-000000000000>",
        "WARC-Date": date,
        **({"WARC-Target-URI": url} if url else {}),
        **heads,
        "Content-Type": "application/http; msgtype=response" if url else "application/warc-fields",
        "Content-Length": str(len(block)),
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in stated.items())
    return f"WARC/1.0\r\n{head}\r\n".encode() + block + b"\r\n\r\n"


def page(text: str = PAGE, url: str = "http://example.org/a", day: int = 1) -> Made:
    return url, f"2022-09-0{day}T10:00:00Z", text.encode(), {}


@pytest.mark.parametrize("packed", [True, False])
def test_a_page_comes_with_address_date_and_its_own_bytes(packed: bool) -> None:
    [capture] = read_bytes(archive(page(), packed=packed), source="a.bin")
    assert "Nobody was hurt" in body(capture)
    assert capture.metadata.url == capture.part == "http://example.org/a"
    assert capture.original == PAGE.encode()
    assert ("captured", "2022-09-01T10:00:00Z") in [(fact.field, fact.value) for fact in capture.facts]
    assert capture.media_type == "text/html"


def test_captures_of_one_address_are_versions_by_date() -> None:
    data = archive(page(LATER, day=3), page(url="http://example.org/b"), page(day=1))
    found = read(data, "a.warc")
    assert [(each.part[-1], each.follows) for each in found] == [("a", False), ("a", True), ("b", False)]
    assert "Two were hurt" in found[1].text
    assert "Nobody was hurt" in found[0].text


@pytest.mark.parametrize(
    ("coding", "content"), [("br", brotli.compress(PAGE.encode())), ("x-gzip", gzip.compress(PAGE.encode()))]
)
def test_codings_that_readers_of_archives_leave_are_undone(coding: str, content: bytes) -> None:
    data = archive(("http://example.org/a", "2022-09-01T10:00:00Z", content, {"Content-Encoding": coding}))
    assert "Nobody was hurt" in read(data, "a.warc")[0].text


def test_the_charset_that_the_server_stated_counts() -> None:
    text = PAGE.replace("Nobody was hurt", "“Nobody” – was hurt")
    heads = {"Content-Type": "text/html; charset=iso-8859-1"}
    data = archive(("http://example.org/a", "2022-09-01T10:00:00Z", text.encode("cp1252"), heads))
    assert "“Nobody” – was hurt" in read(data, "a.warc")[0].text


def test_a_digest_that_does_not_hold_is_said() -> None:
    data = archive(page(), packed=False)
    found = read(data.replace(b"Nobody was hurt", b"Nobody was harm"), "a.warc")
    assert any("does not hold" in notice for notice in found[0].notices)
    assert not any("does not hold" in notice for notice in read(data, "a.warc")[0].notices)


def test_scripts_and_data_are_no_pages_and_an_archive_of_them_says_so() -> None:
    script = ("http://example.org/a.js", "2022-09-01T10:00:00Z", b"var a = 1;", {"Content-Type": "text/javascript"})
    assert len(read(archive(page(), script), "a.warc")) == 1
    with pytest.raises(Empty, match=r"^a\.warc holds no page with text: 2 records"):
        read(archive(script), "a.warc")


def test_an_archive_cut_off_gives_what_is_whole_and_says_so() -> None:
    data = archive(page(), page(url="http://example.org/b"), packed=False)
    found = read(data[: data.rindex(b"WARC/1.0") + 40], "a.warc")
    assert [each.part for each in found] == ["http://example.org/a"]


def test_a_package_is_read_and_its_digests_are_verified() -> None:
    inside = archive(page())
    stated = {"resources": [{"path": "archive/data.warc.gz", "hash": f"sha256:{hashlib.sha256(inside).hexdigest()}"}]}
    for content, holds in ((inside, True), (archive(page(LATER)), False)):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            package.writestr("archive/data.warc.gz", content)
            package.writestr("datapackage.json", json.dumps(stated))
        [capture] = read_bytes(out.getvalue(), source="a.wacz")
        assert any("does not hold" in warning for warning in capture.warnings) is not holds


@given(st.data())
def test_a_changed_archive_ends_in_pages_or_a_sentence(data: st.DataObject) -> None:
    whole = bytearray(archive(page(), packed=False))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        assert read(bytes(whole), "a.warc")
    except IntakeError as error:
        assert isinstance(error, (Damaged, Empty, IntakeError))  # noqa: PT017
