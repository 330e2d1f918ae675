"""A page saved as MHTML reads as the page does, in its own encoding, with its frames."""

from __future__ import annotations

import base64
import quopri
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.intake.errors import Damaged, Empty, IntakeError
from desktop.intake.formats import mhtml
from desktop.intake.registry import format_of
from tests.intake.pages import AFTER, between, body, page

CHROMIUM = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://herald.example/bridge\r\nSubject: The bridge\r\n"
)
MARKED = "“We will,” she said – it’s true."


def part(text: str, *headers: str, encoding: str = "utf-8", transfer: str = "quoted-printable") -> bytes:
    data = text.encode(encoding)
    coded = quopri.encodestring(data) if transfer == "quoted-printable" else base64.encodebytes(data)
    lines = (*headers, f"Content-Transfer-Encoding: {transfer}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + coded + b"\r\n"


def file(*parts: bytes, head: str = CHROMIUM) -> bytes:
    start = f'{head}MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="--x"\r\n\r\n'
    return start.encode() + b"".join(b"----x\r\n" + each for each in parts) + b"----x--\r\n"


HTML = "Content-Type: text/html"


@pytest.mark.parametrize("transfer", ["quoted-printable", "base64"])
def test_a_page_of_chromium_keeps_its_old_encoding(transfer: str) -> None:
    text = page(f"<p>{MARKED}</p>", head='<meta charset="windows-1252">')
    (document,) = mhtml.read(file(part(text, HTML, encoding="cp1252", transfer=transfer)), "a.mhtml")
    assert between(document) == MARKED
    assert document.encoding == "windows-1252"
    assert (document.facts[0].field, document.facts[0].value) == ("url", "https://herald.example/bridge")


def test_a_page_of_internet_explorer_is_read_by_the_charset_of_its_header() -> None:
    text = part(page(f"<p>{MARKED}</p>"), 'Content-Type: text/html;\r\n\tcharset="iso-8859-1"', encoding="cp1252")
    (document,) = mhtml.read(file(text, head="From: <Saved by Windows Internet Explorer 7>\r\n"), "a.mht")
    assert between(document) == MARKED


def test_frames_stand_where_the_page_shows_them() -> None:
    outer = page('<iframe src="cid:f1@mhtml.blink"></iframe>')
    frame = part("<p>“We will build it,” he wrote.</p>", HTML, "Content-ID: <f1@mhtml.blink>")
    (document,) = mhtml.read(file(part(outer, HTML), frame), "a.mhtml")
    assert document.text.index("“We will build it,” he wrote.") < document.text.index(AFTER)
    assert "he wrote" not in body(document)


def test_the_pages_of_a_frameset_are_documents_of_their_own() -> None:
    outer = '<html><frameset><frame src="https://herald.example/menu"></frameset></html>'
    inner = part(page(f"<p>{MARKED}</p>"), HTML, "Content-Location: https://herald.example/menu")
    (document,) = mhtml.read(file(part(outer, HTML), inner), "a.mhtml")
    assert document.part == "https://herald.example/menu"
    assert between(document) == MARKED


def test_a_file_without_its_boundary_is_still_read() -> None:
    whole = file(part(page(f"<p>{MARKED}</p>"), HTML))
    (document,) = mhtml.read(whole.replace(b'; boundary="--x"', b"").replace(b"----x", b""), "a.mhtml")
    assert between(document) == MARKED


def test_a_file_that_breaks_off_keeps_what_is_there() -> None:
    whole = file(part(page(f"<p>{MARKED}</p>"), HTML))
    (document,) = mhtml.read(whole[: whole.index(b"Nobody spoke")], "a.mhtml")
    assert MARKED in body(document)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", Damaged),
        (b"From: <Saved by Blink>\r\n", Damaged),
        (file(part("", "Content-Type: image/png")), Damaged),
        (file(part("<html><body><img></body></html>", HTML)), Empty),
    ],
)
def test_a_file_without_a_page_is_refused_with_a_sentence(data: bytes, error: type[IntakeError]) -> None:
    with pytest.raises(error, match=r"^a\.mhtml .*\.$"):
        mhtml.read(data, "a.mhtml")


@pytest.mark.parametrize(
    ("data", "is_page"),
    [
        (file(part("<p>x", HTML)), True),
        (file(part("<p>x", HTML), head=""), True),
        (file(part("<p>x", HTML), head="From: Ann Lee <a@b.example>\r\nTo: Bob <b@c.example>\r\n"), False),
        (b"Content-Type: text/html\r\nContent-Location: http://a.example/\r\n\r\n<p>x", True),
    ],
)
def test_a_saved_page_is_told_from_a_mail(data: bytes, is_page: bool) -> None:
    assert (format_of(data, "a") is mhtml.FORMAT) == is_page


@given(
    st.one_of(
        st.binary(max_size=200),
        st.tuples(st.integers(0, 600), st.binary(max_size=9)).map(
            lambda at: file(part("<p>“x y z”", HTML))[: at[0]] + at[1] + file(part("<p>“x y z”", HTML))[at[0] + 3 :]
        ),
    )
)
def test_whatever_the_bytes_a_document_or_a_sentence_comes_out(data: bytes) -> None:
    with suppress(IntakeError):
        for document in mhtml.read(data, "a.mhtml"):
            document.text.encode()
