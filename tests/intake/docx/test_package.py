"""Damaged, locked and hostile Word files: a sentence that begins with the name, never another exception."""

from __future__ import annotations

import contextlib
import io
import zipfile
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.intake.docx.reader import read
from desktop.intake.errors import Damaged, Empty, IntakeError, Locked, TooLarge, Unsupported
from tests.intake.docx.files import box, change, deleted, docx, field, inserted, p, r

BODY = (
    p(r("The mayor "), inserted("never "), deleted("always "), field("REF a", r("said")), mark=change("del"))
    + p(box(p(r("boxed"))), "<w:r><w:footnoteReference w:id='2'/></w:r>", r("x", "<w:vanish/>"))
    + f"<w:tbl><w:tr><w:tc>{p(r('cell'))}</w:tc></w:tr></w:tbl>"
)
PARTS = {"footnotes": f"<w:footnotes><w:footnote w:id='2'>{p(r('Note'))}</w:footnote></w:footnotes>"}
WHOLE = docx(BODY, **PARTS)


def repacked(**changed: bytes) -> bytes:
    """Give the file with other bytes in some of its parts, named without folder and ending."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, changed.get(name.rpartition("/")[2].partition(".")[0], old.read(name)))
    return file.getvalue()


def refusal(data: bytes, error: type[IntakeError]) -> str:
    with pytest.raises(error) as raised:
        read(data, "letter.docx")
    assert str(raised.value).startswith("letter.docx ")
    return str(raised.value)


def test_the_file_that_is_damaged_below_reads_when_whole() -> None:
    before, after = read(WHOLE, "letter.docx")
    assert before.text.startswith("The mayor always said")
    assert after.text.startswith("The mayor never said[1]")


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", Empty, "is empty"),
        (WHOLE[:300], Damaged, "not complete"),
        (b"{\\rtf1 Text}", Damaged, "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), Locked, "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", Unsupported, "old Office"),
        (repacked(document=b"<w:document"), Damaged, "XML"),
        (repacked(document=b"<a/>"), Damaged, "no body"),
        (repacked(document=b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), Unsupported, "entities"),
        (repacked(document=b"<a>" * 9000 + b"</a>" * 9000), Damaged, "nested too deeply"),
        (repacked(document=bytes(40_000_000)), TooLarge, "times its size"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, error: type[IntakeError], words: str) -> None:
    assert words in refusal(data, error)


def test_a_packed_file_that_is_no_word_file_says_so() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "text")
    assert "not a Word document" in refusal(file.getvalue(), Damaged)


def test_boxes_and_tables_as_deep_as_xml_may_be_are_read() -> None:
    deep = r("core")
    for _ in range(12):
        deep = box(f"<w:tbl><w:tr><w:tc>{p(deep)}</w:tc></w:tr></w:tbl>")
    assert read(docx(p(deep)), "letter.docx")[0].text == "core"


def test_relations_that_climb_or_loop_lead_nowhere() -> None:
    relations = b"<R><Relationship Id='x' Type='t/styles' Target='../../../../etc/passwd'/></R>"
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            new.writestr(name, relations if name.startswith("word/_rels") else old.read(name))
    assert "cell" in read(file.getvalue(), "letter.docx")[0].text


def test_notes_that_refer_to_themselves_end() -> None:
    reference = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    loop = f"<w:footnotes><w:footnote w:id='2'>{p(r('N'), reference)}</w:footnote></w:footnotes>"
    (found,) = read(docx(p(r("T"), reference), footnotes=loop), "letter.docx")
    assert found.text == "T[1]\n\n[1] N[2]"


def test_many_rows_are_read() -> None:
    row = f"<w:tr><w:tc>{p(r('cell'))}</w:tc></w:tr>"
    (found,) = read(docx(f"<w:tbl>{row * 2000}</w:tbl>"), "letter.docx")
    assert found.text.count("cell") == 2000


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.integers(0, len(BODY) - 1), st.sampled_from(["", "<", ">", "/", "w:", "x", "é"])), max_size=6)
)
def test_any_damage_of_the_xml_ends_in_documents_or_a_sentence(changes: list[tuple[int, str]]) -> None:
    body = BODY
    for place, text in changes:
        body = body[:place] + text + body[place + 1 :]
    with contextlib.suppress(IntakeError):  # any other exception fails the test
        read(docx(body, **PARTS), "letter.docx")


@settings(max_examples=60)
@given(st.data())
def test_any_order_of_elements_ends_in_documents(data: st.DataObject) -> None:
    names = st.sampled_from(
        ["p", "r", "t", "tbl", "tr", "tc", "ins", "del", "txbxContent", "pPr", "rPr", "fldChar", "instrText", "sdt",
         "footnoteReference", "commentRangeStart", "ruby", "rt", "sym", "delText", "sectPr", "headerReference"]
    )  # fmt: skip

    def element(depth: int) -> str:
        name = data.draw(names)
        inside = "".join(element(depth - 1) for _ in range(data.draw(st.integers(0, 3)))) if depth else "word"
        kind = data.draw(st.sampled_from(["begin", "separate", "end", "2", ""]))
        return f"<w:{name} w:fldCharType='{kind}' w:id='{kind}' w:char='{kind}'>{inside}</w:{name}>"

    for found in read(docx(element(4), **PARTS), "letter.docx"):
        assert all(0 <= cut.span.start < cut.span.end <= len(found.text) for cut in found.cuts)
        assert all(one.span.end <= two.span.start for one, two in pairwise(found.cuts))


@given(st.binary(max_size=200))
def test_any_bytes_end_in_a_sentence(data: bytes) -> None:
    with pytest.raises(IntakeError, match=r"^letter\.docx "):
        read(data, "letter.docx")
