"""Texts in other formats inside of a Word file: read where a reader knows them, else said; never without end."""

from __future__ import annotations

import io
import zipfile

import pytest

from desktop.intake.docx.reader import read
from tests.intake.docx.files import body_of, docx, p, r

_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
CHUNK = "<w:altChunk r:id='chunk'/>"


def with_chunk(name: str, chunk: bytes, body: str) -> bytes:
    file = io.BytesIO(docx(body))
    relations = f"<R><Relationship Id='chunk' Type='{_KIND}aFChunk' Target='/word/{name}'/></R>"
    with zipfile.ZipFile(file) as old:
        parts = {each: old.read(each) for each in old.namelist()}
    parts |= {"word/_rels/document.xml.rels": relations.encode(), f"word/{name}": chunk}
    with zipfile.ZipFile(file, "w") as archive:
        for each, data in parts.items():
            archive.writestr(each, data)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "chunk"),
    [
        ("chunk.txt", b"Never again."),
        ("chunk.rtf", b"{\\rtf1\\ansi Never again.\\par}"),
        ("chunk.html", b"<html><body><p>Never <b>again.</b></p></body></html>"),
        ("chunk.docx", docx(p(r("Never again.")))),
        ("chunk.dat", docx(p(r("Never again.")))),
    ],
)
def test_a_text_in_another_format_stands_in_its_place(name: str, chunk: bytes) -> None:
    (found,) = read(with_chunk(name, chunk, p(r("Before")) + CHUNK + p(r("after"))), "letter.docx")
    assert found.text.split() == ["Before", "Never", "again.", "after"]
    assert found.notices == ()


def test_cuts_of_the_text_inside_stay_cuts() -> None:
    inside = docx(
        p(r("It cost $5"), "<w:r><w:footnoteReference w:id='2'/></w:r>", r(" million.")),
        footnotes=f"<w:footnotes><w:footnote w:id='2'>{p(r('Note'))}{p(r('more'))}</w:footnote></w:footnotes>",
    )
    (found,) = read(with_chunk("chunk.docx", inside, CHUNK + p(r("after"))), "letter.docx")
    assert found.text == "It cost $5[1] million.\n\n[1] Note\n\nmore\n\nafter"
    assert "".join(body_of(found).split()) == "Itcost$5million.after"


@pytest.mark.parametrize("chunk", [b"", b"PK\x03\x04", b"\x89PNG\r\n"])
def test_one_that_cannot_be_read_is_said(chunk: bytes) -> None:
    (found,) = read(with_chunk("chunk.docx", chunk, p(r("Text")) + CHUNK), "letter.docx")
    assert (found.text, found.notices) == ("Text", ("Not in the text: a part in another format.",))


def test_files_in_files_and_one_many_times_do_not_grow_without_end() -> None:
    inner = with_chunk("chunk.docx", docx(p(r("core"))), p(r("inner")) + CHUNK)
    (found,) = read(with_chunk("chunk.docx", inner, p(r("outer")) + CHUNK * 100), "letter.docx")
    assert found.text == "outer\n\ninner"
    assert found.notices == (
        "Not in the text: a part in another format (99 times).",
        "Not in the text: a part in another format.",
    )
