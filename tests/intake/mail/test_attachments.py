"""What Outlook packs into a winmail.dat is read like files that came with the mail, or named."""

from __future__ import annotations

import struct
from email.message import EmailMessage

from hypothesis import given
from hypothesis import strategies as st

from desktop.intake.mail.attachments import SIGNATURE, files_in
from desktop.intake.reading import read_bytes
from tests.intake.texts import BODY


def attribute(number: int, data: bytes) -> bytes:
    return struct.pack("<BII", 2, number, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)


def packed(*files: tuple[str, bytes], body: str = "") -> bytes:
    parts = [attribute(0x0002800C, body.encode() + b"\0")] if body else []
    for name, data in files:
        parts += [attribute(0x00069002, bytes(14)), attribute(0x00018010, name.encode() + b"\0")]
        parts.append(attribute(0x0006800F, data))
    return SIGNATURE + b"\1\0" + b"".join(parts)


def test_text_and_files_come_out_by_name() -> None:
    data = packed(("a.txt", b"One"), ("b.bin", b"\0\1"), body="Hello")
    assert files_in(data) == [("message.txt", b"Hello"), ("a.txt", b"One"), ("b.bin", b"\0\1")]
    assert files_in(data[:-4])[:2] == [("message.txt", b"Hello"), ("a.txt", b"One")]


def test_a_mail_with_it_gives_its_texts_and_names_the_rest() -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "ann@ellery.example", "Crane"
    mail.set_content(BODY[0])
    inner = packed(("notes.txt", BODY[1].encode()), ("photo.png", b"\x89PNG\r\n\x1a\n"))
    mail.add_attachment(inner, maintype="application", subtype="ms-tnef", filename="winmail.dat")
    first, second = read_bytes(mail.as_bytes(), source="a.eml")
    assert BODY[0] in first.text
    assert any("winmail.dat: photo.png" in warning for warning in first.warnings)
    assert BODY[1] in second.text
    assert "winmail.dat: notes.txt" in second.part


@given(st.binary(max_size=300))
def test_any_bytes_behind_the_signature_end_well(data: bytes) -> None:
    files_in(SIGNATURE + data)
