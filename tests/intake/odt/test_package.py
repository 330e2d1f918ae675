"""Damaged, locked and hostile OpenDocument texts: a sentence that begins with the name, never another exception."""

from __future__ import annotations

import contextlib
import io
import zipfile
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.intake.errors import Damaged, Empty, IntakeError, Locked, Unsupported
from desktop.intake.odt.reader import read
from tests.intake.odt.files import deleted_by, end, flat, inserted_by, odt, p, point, region, start, tracked

TEXT = (
    tracked(region("i", inserted_by()), region("d", deleted_by(p("old") + p("older"))))
    + p(f"Kept {start('i')}new<text:s text:c='2'/>{end('i')}{point('d')}")
    + p(f"<draw:frame><draw:text-box>{p('box')}</draw:text-box></draw:frame>")
    + p(f"<text:note><text:note-body>{p('Note')}</text:note-body></text:note>")
)
WHOLE = odt(TEXT)


def sheet() -> bytes:
    return flat("").replace(b"office:text", b"office:spreadsheet")


def without_content() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", Empty, "is empty"),
        (WHOLE[:200], Damaged, "not complete"),
        (b"words", Damaged, "damaged"),
        (flat(TEXT)[:300], Damaged, "XML"),
        (
            odt(p("x"), manifest="<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"),
            Locked,
            "password",
        ),
        (sheet(), Unsupported, "not an OpenDocument text"),
        (b"<html><body>x</body></html>", Unsupported, "not an OpenDocument text"),
        (without_content(), Damaged, "no content"),
        (b"<a>" * 9000 + b"</a>" * 9000, Damaged, "nested too deeply"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, error: type[IntakeError], words: str) -> None:
    with pytest.raises(error) as raised:
        read(data, "letter.odt")
    assert str(raised.value).startswith("letter.odt ")
    assert words in str(raised.value)


def test_sections_as_deep_as_xml_may_be_are_read() -> None:
    deep = "<text:section>" * 240 + p("core") + "</text:section>" * 240
    assert read(odt(deep), "letter.odt")[0].text == "core"


@pytest.mark.parametrize("number", ["999999999", "9" * 5000])
def test_a_number_of_blanks_without_end_is_bounded(number: str) -> None:
    (found,) = read(odt(p(f'a<text:s text:c="{number}"/>b')), "letter.odt")
    assert len(found.text) < 2000


def test_styles_that_follow_one_another_in_a_circle_end() -> None:
    ring = "".join(
        f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="{other}"/>'
        for name, other in [("A", "B"), ("B", "A")]
    )
    assert read(odt(p("Text", ' text:style-name="A"'), styles=ring), "letter.odt")[0].text == "Text"


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.sampled_from(["", "<", ">", "/", "text:", "é"])), max_size=6)
)
def test_any_damage_of_the_xml_ends_in_documents_or_a_sentence(changes: list[tuple[int, str]]) -> None:
    text = TEXT
    for place, put in changes:
        text = text[:place] + put + text[place + 1 :]
    with contextlib.suppress(IntakeError):  # any other exception fails the test
        read(odt(text), "letter.odt")


@settings(max_examples=60)
@given(st.data())
def test_any_order_of_elements_ends_in_documents(data: st.DataObject) -> None:
    names = st.sampled_from(
        ["text:p", "text:span", "text:section", "text:list", "draw:frame", "draw:text-box", "text:note",
         "text:note-body", "office:annotation", "text:change", "text:change-start", "text:change-end", "text:s",
         "text:tracked-changes", "text:changed-region", "text:deletion", "text:insertion", "text:ruby"]
    )  # fmt: skip

    def element(depth: int) -> str:
        name, identifier = data.draw(names), data.draw(st.sampled_from(["i", "d"]))
        inside = "".join(element(depth - 1) for _ in range(data.draw(st.integers(0, 3)))) if depth else "word"
        return f'<{name} text:change-id="{identifier}" text:id="{identifier}" text:c="{identifier}">{inside}</{name}>'

    for found in read(odt(TEXT + element(4)), "letter.odt"):
        assert all(0 <= cut.span.start < cut.span.end <= len(found.text) for cut in found.cuts)
        assert all(one.span.end <= two.span.start for one, two in pairwise(found.cuts))


@given(st.binary(max_size=200))
def test_any_bytes_end_in_a_sentence(data: bytes) -> None:
    with pytest.raises(IntakeError, match=r"^letter\.odt "):
        read(data, "letter.odt")
