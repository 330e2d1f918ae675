"""Plain text: decoded as it says itself, or as its bytes show."""

from __future__ import annotations

import pytest

from desktop.intake.errors import LIMIT, Binary, TooLarge
from desktop.intake.formats.plain_text import read


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("“Too late,” she said.".encode(), "“Too late,” she said.", "utf-8"),
        ("“Too late,” she said.".encode("cp1252"), "“Too late,” she said.", "windows-1252"),
        ("»Zu spät«, sagte sie.".encode("utf-16"), "»Zu spät«, sagte sie.", "utf-16"),
    ],
)
def test_a_text_is_one_document_and_names_its_encoding(data: bytes, text: str, encoding: str) -> None:
    [document] = read(data, "a.txt")
    assert document.text == text
    assert document.encoding.startswith(encoding)
    assert document.cuts == ()


def test_what_is_no_text_or_too_much_of_it_is_refused_by_name() -> None:
    with pytest.raises(Binary, match=r"^a\.txt "):
        read(bytes(range(256)) * 8, "a.txt")
    with pytest.raises(TooLarge, match=r"^a\.txt "):
        read(b"a" * (LIMIT + 1), "a.txt")


def test_xml_that_no_reader_knows_is_said_to_be_so() -> None:
    [document] = read(b'<?xml version="1.0"?>\n<alto><String CONTENT="He"/></alto>', "a.xml")
    assert document.text.endswith("</alto>")
    assert document.notices == ("a.xml is XML of a form that is not read: its tags stand in the text.",)
    [plain] = read(b"He wrote <?xml and left.", "a.txt")
    assert plain.notices == ()
