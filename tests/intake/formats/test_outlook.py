"""Outlook messages (MSG): bodies in three forms, code pages, and messages within messages."""

from __future__ import annotations

import random
import struct
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.intake.document import Sample
from desktop.intake.errors import Damaged, Empty, IntakeError, Locked
from desktop.intake.formats.outlook import FORMAT, read
from desktop.intake.outlook.message import unpack
from desktop.intake.rtf.html_in_rtf import page_of
from tests.intake.outlook_files import Tree, compound, message

if TYPE_CHECKING:
    from desktop.intake.document import Document

SUBJECT, NAME, ADDRESS, HEADS, SENT, BODY, HTML, RTF = 0x37, 0xC1A, 0xC1F, 0x7D, 0x39, 0x1000, 0x1013, 0x1009
INTERNET, CODE_PAGE, LOCALE = 0x3FDE, 0x3FFD, 0x3FF1


def stored(rtf: bytes) -> bytes:
    return struct.pack("<II4sI", len(rtf) + 12, len(rtf), b"MELA", 0) + rtf


def html(page: bytes) -> Tree:
    return {f"__substg1.0_{HTML:04X}0102": page}


def rich(rtf: str) -> Tree:
    return {f"__substg1.0_{RTF:04X}0102": stored(rtf.encode("latin-1"))}


def body(document: Document) -> str:
    text = document.text
    for cut in sorted(document.cuts, key=lambda each: -each.span.start):
        text = text[: cut.span.start] + text[cut.span.end :]
    return text.strip()


def only(tree: Tree) -> Document:
    (document,) = read(compound(tree), "a.msg")
    return document


PACKED = (
    r"{\rtf1\ansi\ansicpg1251\fromhtml1 \deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fswiss\fcharset204 Arial;}}"
    r"{\colortbl\red0\green0\blue0;}{\*\htmltag64}\uc1\pard\plain\deftab360 \f0\fs24 {\*\htmltag19 <html>\par }"
    r"{\*\htmltag50 <body>}{\*\htmltag64 <p title=\'93\{x\}\'94>}\htmlrtf {\f1 \htmlrtf0 \f1\'cf\'f0\'e8"
    r"{\*\htmltag84 &nbsp;}\htmlrtf \'a0\htmlrtf0 {\*\htmltag84 <b>}{\htmlrtf \b \htmlrtf0 we\u8220?will\rdblquote"
    r"{\*\htmltag92 </b>}}\htmlrtf }\htmlrtf0 {\*\mhtmltag84 <a href=x>}{\pntext\htmlrtf not seen}"
    r"{\*\htmltag72 </p>}\htmlrtf\par\htmlrtf0 {\*\htmltag58 </body>}{\*\htmltag27 </html>}}"
)
BODIES: dict[str, tuple[Tree, str]] = {
    "plain": (message({BODY: "“We will,” she\r\nsaid."}), "“We will,” she\nsaid."),
    "plain by Internet code page": (message({BODY: "Привет".encode("cp1251")}, {INTERNET: 1251}), "Привет"),
    "plain by code page": (message({BODY: "Příliš".encode("cp1250")}, {INTERNET: 20127, CODE_PAGE: 1250}), "Příliš"),
    "plain by locale": (message({BODY: "Привет".encode("cp1251")}, {LOCALE: 1049}), "Привет"),
    "plain by the code page without faults": (
        message({BODY: "“né”".encode("cp1252")}, {INTERNET: 65001, LOCALE: 1031}),
        "“né”",
    ),
    "plain, nothing stated": (message({BODY: b"\x93We\x94"}), "“We”"),
    "a page": (
        message({}, {INTERNET: 65001}, html("<p>“Öffnet” <b>heute</b></p><p>x</p>".encode())),
        "“Öffnet” heute\n\nx",
    ),
    "a page by code page": (message({}, {INTERNET: 1251}, html("<p>Привет</p>".encode("cp1251"))), "Привет"),
    "a page as text": (message({HTML: "<p>Hello “all”</p>"}), "Hello “all”"),
    "a page packed into rich text": (message({}, {}, rich(PACKED)), "При\xa0we“will”"),
    "rich text": (message({}, {}, rich(r"{\rtf1\ansi \'93We\'94\par will}")), "“We”\n\nwill"),
    "plain before rich text": (message({BODY: "We will"}, {}, rich(r"{\rtf1 We will}")), "We will"),
}


@pytest.mark.parametrize(("tree", "text"), BODIES.values(), ids=BODIES)
def test_the_body_is_read_in_whatever_form_it_is(tree: Tree, text: str) -> None:
    assert body(only(tree)) == text


def test_a_packed_page_comes_out_as_it_was() -> None:
    assert page_of(PACKED.encode("latin-1")) == (
        "<html>\n<body><p title=“{x}”>При&nbsp;<b>we“will”</b></p></body></html>"
    ).replace("“{x}”", "\u201c{x}\u201d".translate({0x201C: "“", 0x201D: "”"}))


def test_what_only_the_page_says_is_said() -> None:
    document = only(message({BODY: "We will open."}, {}, html(b"<p>We will never open.</p>")))
    assert any("“never”" in sentence for sentence in document.notices)


def test_head_and_facts() -> None:
    sent = int((datetime(2022, 9, 6, 21, 30, tzinfo=UTC) - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds() * 10**7)
    document = only(
        message({BODY: "Text", SUBJECT: "Bridge", NAME: "Ann Lee", ADDRESS: "ann@example.org"}, {SENT: sent})
    )
    assert [(fact.field, fact.value) for fact in document.facts] == [
        ("title", "Bridge"),
        ("byline", "Ann Lee"),
        ("published", "2022-09-06 21:30 UTC"),
        ("published_on", "2022-09-06"),
    ]
    assert document.text.startswith("From: Ann Lee <ann@example.org>\n")


def test_the_head_as_it_was_sent_is_believed_first() -> None:
    heads = "From: =?utf-8?q?Zo=C3=AB?= <z@example.org>\r\nDate: Tue, 6 Sep 2022 23:30:00 -0500\r\n"
    document = only(message({BODY: "Text", HEADS: heads, NAME: "z"}, {SENT: 1}))
    assert {fact.field: fact.value for fact in document.facts} == {
        "byline": "Zoë",
        "published": "Tue, 6 Sep 2022 23:30:00 -0500",
        "published_on": "2022-09-06",
    }


@pytest.mark.parametrize("ticks", [1, 2**63, 2**64 - 1])
def test_a_time_that_is_none_gives_no_day(ticks: int) -> None:
    facts = only(message({BODY: "Text", NAME: "Ann"}, {SENT: ticks})).facts
    assert [fact.field for fact in facts if fact.field == "published_on"] == []


def test_messages_that_came_with_it_are_texts_of_their_own() -> None:
    inner = message({BODY: "The plan is ready.", NAME: "Cy"}, {}, head=24)
    attached = message({}, {0x3705: 5}, {"__substg1.0_3701000D": inner}, head=8)
    file = message({0x3707: "é plan.pdf"}, {0x3705: 1}, {"__substg1.0_37010102": b"%PDF"}, head=8)
    more: Tree = {"__attach_version1.0_#00000000": attached, "__attach_version1.0_#00000001": file}
    outer, forwarded = read(compound(message({BODY: "See below."}, {}, more)), "a.msg")
    assert (body(outer), body(forwarded), forwarded.part) == ("See below.", "The plan is ready.", "forwarded message 1")
    assert {fact.field: fact.value for fact in forwarded.facts}["byline"] == "Cy"
    assert any("é plan.pdf" in sentence for sentence in outer.notices)


def test_a_message_without_text_is_refused_by_name() -> None:
    with pytest.raises(Empty, match=r"^a\.msg is a mail without text"):
        read(compound(message({SUBJECT: "x"})), "a.msg")


def test_a_sealed_message_is_refused_by_name() -> None:
    with pytest.raises(Locked, match=r"^a\.msg .*sealed with S/MIME"):
        read(compound(message({0x1A: "IPM.Note.SMIME"})), "a.msg")


def test_a_message_that_is_only_signed_is_read() -> None:
    signed = "Content-Type: multipart/signed; boundary=X\n\n--X\nContent-Type: text/plain\n\nSigned.\n--X--\n"
    file = message({0x3707: "smime.p7m"}, {0x3705: 1}, {"__substg1.0_37010102": signed.encode()}, head=8)
    name = "IPM.Note.SMIME.MultipartSigned"
    assert body(only(message({0x1A: name, NAME: "Ann"}, {}, {"__attach_version1.0_#00000000": file}))) == "Signed."


def test_it_is_known_by_its_content() -> None:
    data = compound(message({BODY: "Text"}))
    assert FORMAT.recognise(Sample(data, "a.doc"))
    assert FORMAT.recognise(Sample(data[:100], "a.msg"))
    assert not FORMAT.recognise(Sample(compound({"WordDocument": b"x" * 5000}), "a.doc"))


def packed(*tokens: bytes | tuple[int, int]) -> bytes:
    """Compress by hand: a byte, or a place in the window and a length; at the end the mark of it."""
    out, written = bytearray(), 207  # bytes that the window is filled with
    for start in range(0, len(tokens), 8):
        eight = tokens[start : start + 8]
        out.append(sum(1 << bit for bit, token in enumerate(eight) if isinstance(token, tuple)))
        for token in eight:
            read, length = token if isinstance(token, tuple) else (0, 1)
            read = written if read < 0 else read
            out += struct.pack(">H", read << 4 | length - 2) if isinstance(token, tuple) else token
            written += length
    return struct.pack("<II4sI", len(out) + 12, 10_000, b"LZFu", 0) + out


SPELLED = packed((0, 6), b"h", b"a", (213, 9), b"!", b"}", (-1, 2))


def test_compressed_rtf_is_unpacked() -> None:
    assert unpack(SPELLED) == b"{\\rtf1ha" + b"hahahahah" + b"!}"


@pytest.mark.parametrize("end", range(len(SPELLED)))
def test_compressed_rtf_that_is_cut_off_gives_what_can_be_read(end: int) -> None:
    assert unpack(SPELLED).startswith(unpack(SPELLED[:end]))


@given(st.binary(max_size=400))
def test_any_compressed_bytes_unpack(data: bytes) -> None:
    assert len(unpack(b"\0\0\0\0\xff\xff\xff\x7fLZFu\0\0\0\0" + data)) <= 17 * len(data)


def test_sectors_of_an_impossible_size_are_refused() -> None:
    data = bytearray(compound(message({BODY: "Text"})))
    data[32] = 200  # small sectors of 2 ** 200 bytes
    with pytest.raises(Damaged, match=r"^a\.msg "):
        read(bytes(data), "a.msg")


def test_a_stream_that_claims_to_be_larger_than_its_file_is_refused() -> None:
    data = bytearray(compound(message({BODY: "Text" * 2000})))
    place = data.index("__substg1.0_1000001F".encode("utf-16-le"))
    data[place + 120 : place + 124] = struct.pack("<I", 2**31 - 1)
    fat = struct.unpack_from("<I", data, 76)[0] + 1
    first = struct.unpack_from("<I", data, place + 116)[0]
    struct.pack_into("<I", data, 512 * fat + 4 * first, first)  # the chain of its sectors bites its tail
    with pytest.raises(Damaged, match=r"^a\.msg "):
        read(bytes(data), "a.msg")


EXAMPLE = compound(
    message(
        {BODY: "Text “a”", SUBJECT: "b", HEADS: "From: a@example.org\r\n"},
        {INTERNET: 65001, SENT: 130_000_000_000_000_000},
        {
            **html(b"<p>x</p>"),
            **rich(PACKED),
            "__attach_version1.0_#00000000": message({0x3707: "a"}, {0x3705: 1}, head=8),
        },
    )
)


def check(data: bytes) -> None:
    try:
        documents = read(data, "a.msg")
    except IntakeError as error:
        sentence = str(error)
        assert sentence.startswith("a.msg ")
        return
    for document in documents:
        assert document.text
        assert all(0 <= cut.span.start < cut.span.end <= len(document.text) for cut in document.cuts)


@given(st.binary(max_size=100))
def test_any_bytes_end_in_a_sentence(data: bytes) -> None:
    with pytest.raises(Damaged, match=r"^a\.msg "):
        read(EXAMPLE[:8] + data, "a.msg")


@given(st.integers(0, 2**32))
def test_any_damage_ends_in_documents(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(EXAMPLE)
    for _ in range(chance.randint(1, 30)):
        data[chance.randrange(8, len(data))] = chance.choice((0, 1, 255, chance.randrange(256)))
    check(bytes(data[: chance.choice((len(data), chance.randrange(len(data))))]))
