"""Bytes become exactly the characters they stand for, and every guess and loss is reported."""

from __future__ import annotations

import codecs

import pytest

from desktop.intake.characters.decoding import clean, decode

LINE = "Der Minister sagte „nein“, die Opposition – naïve Élan – zahlte 30 €.\n"
PLAIN = "The minister said no on Tuesday, and the opposition left the hall before the vote.\n" * 3


def read(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    decoded = decode(data)
    assert decoded is not None
    return decoded.text, decoded.encoding, decoded.warnings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_names_the_encoding_and_is_not_part_of_the_text(encoding: str) -> None:
    marks = {
        "utf-8": codecs.BOM_UTF8,
        "utf-16-le": codecs.BOM_UTF16_LE,
        "utf-16-be": codecs.BOM_UTF16_BE,
        "utf-32-le": codecs.BOM_UTF32_LE,
        "utf-32-be": codecs.BOM_UTF32_BE,
    }
    assert read(marks[encoding] + LINE.encode(encoding)) == (LINE, encoding, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [PLAIN, LINE, "Министр сказал нет во вторник, и все ушли.\n" * 4, "Yes.\n"])
def test_utf_16_without_a_mark_is_known_by_its_zeros(encoding: str, text: str) -> None:
    assert read(text.encode(encoding)) == (text, encoding, ())


def test_utf_8_comes_before_any_guess() -> None:
    assert read("Łódź, Kyjiw – «так» 😀".encode()) == ("Łódź, Kyjiw – «так» 😀", "utf-8", ())


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_western_single_bytes_are_read_as_windows_1252_and_the_checker_is_told(encoding: str) -> None:
    text = "Der Bürgermeister von Köln sagte, die Brücke über den Fluß sei geöffnet. C'était un élève à Orléans."
    decoded, named, warnings = read(text.encode(encoding))
    assert decoded == text
    assert named == "windows-1252"
    assert len(warnings) == 1
    assert "windows-1252" in warnings[0]


@pytest.mark.parametrize("word", ["Größe", "é", "Œuvre né à l'été", "Öl", "30 £", "abc né"])
def test_a_few_western_words_suffice(word: str) -> None:
    assert read(word.encode("cp1252"))[0] == word


def test_curly_quotes_of_windows_are_kept() -> None:
    text = "“We will not go,” the mayor’s office said – again… " * 3
    assert read(text.encode("cp1252"))[0] == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Министр заявил во вторник, что страна не будет покупать оружие за границей. " * 4),
        ("cp1253", "Ο υπουργός δήλωσε την Τρίτη ότι η χώρα δεν θα αγοράσει όπλα από το εξωτερικό. " * 4),
    ],
)
def test_other_alphabets_are_not_read_as_western_accents(encoding: str, text: str) -> None:
    decoded, _, warnings = read(text.encode(encoding))
    assert decoded == text
    assert "guess" in warnings[0] or "does not say" in warnings[0]


def test_broken_places_in_utf_8_are_counted_and_the_rest_stays() -> None:
    data = ("né à Orléans, où l'été est « chaud » " * 3).encode()
    text, encoding, warnings = read(data[:9] + b"\xff" + data[9:])
    assert encoding == "utf-8"
    assert text.count("\ufffd") == 1
    assert text.replace("\ufffd", "") == data.decode()
    assert warnings == ("At 1 place the bytes are not utf-8 and were replaced; each shows as \ufffd.",)


def test_a_file_cut_within_its_last_character_loses_only_that() -> None:
    text, encoding, warnings = read("Le président a parlé à l'été".encode()[:-1])
    assert (text, encoding, len(warnings)) == ("Le président a parlé à l'ét\ufffd", "utf-8", 1)


def test_replacement_characters_of_the_file_itself_are_no_loss() -> None:
    assert read("broken \ufffd before us".encode()) == ("broken \ufffd before us", "utf-8", ())


def test_line_ends_become_one_kind_and_nothing_else_changes() -> None:
    text = "a\tb  c\u00a0d\u2028e\u00ade \u200f\r\n\r\nf\rg\n\x0bh\x85"
    assert read(text.encode())[0] == "a\tb  c\u00a0d\u2028e\u00ade \u200f\n\nf\ng\n\x0bh\x85"


def test_nul_characters_are_replaced_one_for_one_and_said() -> None:
    text, encoding, warnings = read(b"The min\0ister said no.\0 He left the hall at once, and so did she.")
    assert text == "The min\ufffdister said no.\ufffd He left the hall at once, and so did she."
    assert encoding == "utf-8"
    assert warnings == ("2 NUL characters cannot be stored; each shows as \ufffd.",)


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 20,
        b"\0" * 4096,
        b"\x01\x02\x03\x04\x05\x06\x07\x08" * 50,
        codecs.BOM_UTF16_LE + b"\x00\xd8" * 400,
        codecs.BOM_UTF8 + bytes(range(128, 256)) * 20,
    ],
)
def test_what_is_no_text_is_not_decoded(data: bytes) -> None:
    assert decode(data) is None


@pytest.mark.parametrize("mark", [codecs.BOM_UTF8, b""])
def test_a_text_full_of_control_characters_is_none(mark: bytes) -> None:
    assert decode(mark + b"The mayor came.\x01\x02\x03" * 200) is None
    assert decode(mark + ("The mayor came and left again. " * 9 + "\x01\n").encode() * 20) is not None


@pytest.mark.parametrize("control", [b"\x01", b"\x0e", b"\x1f", b"\x7f"])
@pytest.mark.parametrize(("apart", "is_text"), [(12, False), (30, False), (45, False), (60, True), (400, True)])
def test_bytes_of_which_one_in_fifty_is_a_control_character_are_no_text(
    control: bytes, apart: int, is_text: bool
) -> None:
    prose = b"The mayor came and left again, and nobody asked her why. " * 40
    parts = [prose[start : start + apart - 1] for start in range(0, len(prose), apart - 1)]
    assert (decode(control.join(parts)) is not None) is is_text


def test_half_characters_are_replaced_one_for_one_and_said() -> None:
    assert clean("a\ud800b\udfffc") == (
        "a\ufffdb\ufffdc", ("2 half characters cannot be stored; each shows as \ufffd.",),
    )  # fmt: skip
    assert clean("plain 😀") == ("plain 😀", ())
