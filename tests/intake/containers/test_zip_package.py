"""Opening packed files: what is refused, with which words, and that nothing is unpacked before."""

from __future__ import annotations

import contextlib
import io
import random
import struct
import tracemalloc
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.intake.containers import zip_package
from desktop.intake.errors import Damaged, Empty, IntakeError, Locked, TooLarge, Unsupported


def zipped(parts: dict[str, bytes], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", kind) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def refusal(data: bytes, error: type[IntakeError]) -> str:
    with pytest.raises(error) as raised:
        zip_package.open_packed(data, "letter.docx").read("word/document.xml")
    sentence = str(raised.value)
    assert sentence.startswith("letter.docx ")
    assert sentence.endswith(".")
    return sentence


def read_or_refuse(data: bytes) -> None:
    with contextlib.suppress(IntakeError):  # any other exception fails the test
        found = zip_package.open_packed(data, "letter.docx")
        for name in found.names():
            found.read(name)


PLAIN = zipped({"word/document.xml": b"<a>The mayor spoke.</a>" * 50, "docProps/core.xml": b"<b/>"})


def test_parts_are_found_as_office_programs_find_them() -> None:
    found = zip_package.open_packed(zipped({"Word\\Document.xml": b"<a/>", "media/": b""}), "letter.docx")
    assert found.read("/word/document.xml") == b"<a/>"
    assert "word/DOCUMENT.xml" in found
    assert found.size("word/document.xml") == 4
    assert found.size("word/none.xml") == 0


def test_names_are_listed_without_folders() -> None:
    assert zip_package.open_packed(zipped({"a/": b"", "a/b.xml": b"1"}), "x").names() == ["a/b.xml"]


def test_a_name_that_climbs_out_is_only_a_name() -> None:
    found = zip_package.open_packed(zipped({"../../etc/passwd": b"x"}), "x.zip")
    assert found.read("../../etc/passwd") == b"x"


def test_an_empty_file_says_so() -> None:
    assert refusal(b"", Empty) == "letter.docx is empty."


@pytest.mark.parametrize("cut", [1, 30, len(PLAIN) // 2, len(PLAIN) - 1])
def test_a_file_cut_short_says_so(cut: int) -> None:
    assert "not complete" in refusal(PLAIN[:cut], Damaged)


def test_text_called_docx_says_so() -> None:
    assert "damaged" in refusal(b"Just words, no packed file.", Damaged)


def test_a_missing_part_is_named() -> None:
    assert "word/document.xml is missing" in refusal(zipped({"a": b"b"}), Damaged)


def test_a_changed_byte_in_a_part_is_found() -> None:
    data = bytearray(zipped({"word/document.xml": b"The mayor spoke."}, zipfile.ZIP_STORED))
    data[data.index(b"mayor")] ^= 1
    assert "cannot be unpacked" in refusal(bytes(data), Damaged)


def test_a_password_on_parts_says_so() -> None:
    data = bytearray(PLAIN)
    entry = data.index(b"PK\x01\x02")
    data[entry + 8] |= 1
    assert "password" in refusal(bytes(data), Locked)


def test_a_word_file_with_a_password_is_a_compound_file() -> None:
    compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    assert "password" in refusal(compound + "EncryptedPackage".encode("utf-16-le"), Locked)
    assert "old Office program" in refusal(compound, Unsupported)


def test_a_bomb_is_refused_by_its_list() -> None:
    bomb = zipped({"word/document.xml": bytes(30_000_000)})
    assert len(bomb) < 50_000
    assert "times its size" in refusal(bomb, TooLarge)


def test_the_sum_of_all_parts_has_a_limit() -> None:
    with pytest.raises(TooLarge, match="would unpack to 0 MB; the limit is 0 MB"):
        zip_package.open_packed(PLAIN, "letter.docx", largest_sum=100)


def test_too_many_parts_are_refused() -> None:
    many = zipped({f"{number}": b"" for number in range(zip_package.MOST_ENTRIES + 1)}, zipfile.ZIP_STORED)
    assert "20,001 parts" in refusal(many, TooLarge)


def test_a_size_that_lies_unpacks_no_more_than_it_says() -> None:
    data = bytearray(zipped({"word/document.xml": bytes(5_000_000)}))
    entry = data.index(b"PK\x01\x02")
    struct.pack_into("<L", data, entry + 24, 10)
    refusal(bytes(data), Damaged)


def test_parts_that_lie_over_one_another_are_refused() -> None:
    data = bytearray(zipped({"a": bytes(range(256)) * 8, "b": b""}, zipfile.ZIP_STORED))
    second = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    struct.pack_into("<LL", data, second + 20, 2048, 2048)
    assert "over one another" in refusal(bytes(data), Damaged)


def test_two_different_parts_of_one_name_are_refused() -> None:
    twice = zipped({"word/document.xml": b"<a>yes</a>", "Word/document.xml": b"<a>no</a>"})
    assert "two different parts" in refusal(twice, Damaged)


def test_a_rare_packing_is_refused() -> None:
    assert "packed in a way" in refusal(zipped({"word/document.xml": b"x"}, zipfile.ZIP_LZMA), Unsupported)


@given(st.lists(st.tuples(st.integers(0, len(PLAIN) - 1), st.integers(0, 255)), max_size=12), st.integers(0, 200))
def test_any_damage_ends_in_bytes_or_a_sentence(changes: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(PLAIN)
    for place, value in changes:
        data[place] = value
    read_or_refuse(bytes(data[: len(data) - cut]))


@given(st.binary(max_size=300))
def test_any_bytes_end_in_a_file_or_a_sentence(data: bytes) -> None:
    read_or_refuse(b"PK\x03\x04" + data)


def with_size(data: bytes, real: int, stated: int) -> bytes:
    """Let both heads of the one part state another size than its real one."""
    assert data.count(struct.pack("<I", real)) == 2
    return data.replace(struct.pack("<I", real), struct.pack("<I", stated))


def test_one_part_that_grows_too_much_is_refused_whatever_lies_beside_it() -> None:
    other = random.Random(1).randbytes(90_000)
    packed = zipped({"word/document.xml": bytes(21_000_000), "media/1.png": other})
    assert zip_package.MOST_GROWTH * len(packed) > 21_000_000
    assert "would unpack to 21 MB" in refusal(packed, TooLarge)


def test_a_part_that_is_more_than_it_states_is_not_unpacked_whole() -> None:
    packed = with_size(zipped({"word/document.xml": bytes(15_000_000)}), 15_000_000, 1_000)
    tracemalloc.start()
    try:
        assert "cannot be unpacked" in refusal(packed, Damaged)
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()


def test_a_part_that_is_less_than_it_states_breaks_off() -> None:
    packed = with_size(zipped({"word/document.xml": b"<a>The mayor spoke.</a>" * 50}), 1_150, 1_151)
    assert "breaks off" in refusal(packed, Damaged)
