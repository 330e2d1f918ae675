"""Word files and OpenDocument texts are known by their bytes and become captures."""

from __future__ import annotations

import pytest

from desktop.intake.errors import Locked, Unsupported
from desktop.intake.reading import read_bytes
from desktop.intake.registry import format_of
from tests.intake.docx.files import docx, inserted, r
from tests.intake.docx.files import p as word_p
from tests.intake.odt.files import flat, odt, p

LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")

FLAT = flat(p("Text")).replace(
    b"<office:document ", b'<office:document type="application/vnd.oasis.opendocument.text" '
)


@pytest.mark.parametrize(
    ("data", "name", "format_name"),
    [
        (docx(word_p(r("Text"))), "letter.docx", "Word document"),
        (docx(word_p(r("Text"))), "letter.odt", "Word document"),
        (odt(p("Text")), "letter.odt", "OpenDocument text"),
        (odt(p("Text")), "letter", "OpenDocument text"),
        (FLAT, "letter.xml", "OpenDocument text"),
        (LOCKED, "letter.docx", "Word document"),
    ],
)
def test_the_format_is_known_by_its_bytes(data: bytes, name: str, format_name: str) -> None:
    assert format_of(data, name).name == format_name


def test_a_capture_tells_what_the_file_states() -> None:
    core = "<c xmlns:d='http://purl.org/dc/elements/1.1/'><d:title>Dam opens</d:title><d:creator>Ann</d:creator></c>"
    (found,) = read_bytes(docx(word_p(r("Dam opens")) + word_p(r("It did.")), core=core), source="letter.docx")
    assert found.metadata.title == "Dam opens"
    assert found.metadata.byline == ""
    assert found.extractor == "Word 1"


def test_tracked_changes_become_two_captures_the_second_following_the_first() -> None:
    before, after = read_bytes(docx(word_p(r("It opens"), inserted(" in May"))), source="letter.docx")
    assert (before.text, before.part, before.follows) == ("It opens", "before changes", False)
    assert (after.text, after.part, after.follows) == ("It opens in May", "after changes", True)


def test_a_password_and_an_old_file_are_told_apart() -> None:
    with pytest.raises(Locked, match=r"^letter\.docx is protected by a password"):
        read_bytes(LOCKED, source="letter.docx")
    with pytest.raises(Unsupported, match=r"^letter\.doc is an old Word"):
        read_bytes(LOCKED[:8], source="letter.doc")
