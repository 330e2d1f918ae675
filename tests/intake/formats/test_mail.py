"""Mail: the words of a message, whose they are, and what came with them."""

from __future__ import annotations

import os
import random
import re
from base64 import b64encode
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.intake.batch import read_batch
from desktop.intake.document import Sample
from desktop.intake.errors import Damaged, Empty, IntakeError, Locked, Stopped
from desktop.intake.formats.mail import FORMAT, read
from desktop.intake.mail.attachments import leaving_risky_files
from desktop.intake.reading import read_bytes
from desktop.intake.registry import format_of
from tests.intake.docx.files import docx, p, r
from tests.intake.pdf.writer import Sheet, pdf

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain import Capture
    from desktop.intake.document import Document

HEAD = "From: Ann Lee <ann@example.org>\nTo: bob@example.org\nDate: Tue, 6 Sep 2022 23:30:00 -0500\nSubject: Bridge\n"


def mail(rest: str | bytes, head: str = HEAD) -> bytes:
    body = rest if isinstance(rest, bytes) else rest.encode()
    return head.encode() + body.lstrip(b"\n") if body.startswith(b"Content") else head.encode() + b"\n" + body


def part(kind: str, text: str | bytes, more: str = "") -> bytes:
    body = text if isinstance(text, bytes) else text.encode()
    return f"--X\nContent-Type: {kind}\n{more}\n".encode() + body + b"\n"


def parts(kind: str, *inside: bytes) -> bytes:
    return mail(f"Content-Type: {kind}; boundary=X\n\n".encode() + b"".join(inside) + b"--X--\n")


def body(document: Document) -> str:
    text = document.text
    for cut in sorted(document.cuts, key=lambda each: -each.span.start):
        text = text[: cut.span.start] + text[cut.span.end :]
    return text.strip()


def only(data: bytes) -> Document:
    (document,) = read(data, "a.eml")
    return document


def labels(document: Document) -> list[tuple[str, str]]:
    """Give each anchor with the word that stands behind it."""
    return [(anchor.label, document.text[anchor.offset :].split()[0]) for anchor in document.anchors]


QP = "Content-Transfer-Encoding: quoted-printable\n"
TRAPS: dict[str, tuple[bytes, str]] = {
    "plain": (mail("We will.\n"), "We will."),
    "quoted-printable": (
        mail(f"Content-Type: text/plain; charset=utf-8\n{QP}\n=E2=80=9CWe wi=\nll,=E2=80=9D she\n"),
        "“We will,” she",
    ),
    "an encoding of the transfer in other letters": (
        mail("Content-Transfer-Encoding: Quoted-Printable;\n\na =3D b\n"),
        "a = b",
    ),
    "base64": (
        mail(
            b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
            + b64encode("“Ja”".encode())
        ),
        "“Ja”",
    ),
    "base64 in pieces": (
        mail(b"Content-Transfer-Encoding: base64\n\n" + b64encode(b"We will") + b64encode(b" pay. Now")),
        "We will pay. Now",
    ),
    "base64 that is cut off": (
        mail(b"Content-Transfer-Encoding: base64\n\nV2Ugd2lsbCBwYXku\nV2UgdwA"),
        "We will pay.We w\x00",
    ),
    "Latin-1 that is Windows-1252": (
        mail(b"Content-Type: text/plain; charset=iso-8859-1\n\n\x93We\x92ll,\x94 she\n"),
        "“We’ll,” she",
    ),
    "a charset that nobody knows": (mail("Content-Type: text/plain; charset=x-nobody\n\n“We”\n"), "“We”"),
    "a charset that is not true": (
        mail("Content-Type: text/plain; charset=gb2312\n\n“We” say “no”\n"),
        "“We” say “no”",
    ),
    "one sign of another charset": (mail("Content-Type: text/plain; charset=iso-8859-1\n\ncafé\n"), "café"),
    "what could be UTF-8 by chance": (
        mail(b"Content-Type: text/plain; charset=iso-8859-1\n\n\xc3\x82 EUR\n"),
        "Ã‚ EUR",
    ),
    "UTF-8 that is none": (mail(b"Content-Type: text/plain; charset=utf-8\n\ncaf\xe9 \x93a\x94\n"), "café “a”"),
    "Japanese": (
        mail(b"Content-Type: text/plain; charset=iso-2022-jp\n\n" + "日本語".encode("iso-2022-jp")),
        "日本語",
    ),
    "an empty charset": (mail('Content-Type: text/plain; charset=""\n\ncafé\n'), "café"),
    "flowed": (
        mail(
            "Content-Type: text/plain; format=flowed\n\nWe will \nnot pay.\n From here\n> quoted \n> words\n-- \nAnn\n"
        ),
        "We will not pay.\nFrom here\n\n> quoted words\n\n--\nAnn",
    ),
    "flowed, quoted twice": (
        mail("Content-Type: text/plain; format=flowed\n\n>> Will \n>> you? \n> I will not \n> sign. \nI agree.\n"),
        ">> Will you?\n\n> I will not sign.\n\nI agree.",
    ),
    "flowed, with the blank of the program": (
        mail("Content-Type: text/plain; format=flowed; delsp=yes\n\n日本 \n語です\n"),
        "日本語です",
    ),
    "lines are kept where nothing flows": (mail("one \ntwo\n\n\n\nthree\n"), "one\ntwo\n\nthree"),
    "the plain form of two": (
        parts("multipart/alternative", part("text/plain", "We will."), part("text/html", "<p>We will.</p>")),
        "We will.",
    ),
    "the page where the plain form is a stub": (
        parts(
            "multipart/alternative",
            part("text/plain", "Please use a program that shows pages."),
            part("text/html", "<p>" + "The bridge opens in May. " * 5 + "</p>"),
        ),
        ("The bridge opens in May. " * 5).strip(),
    ),
    "only a page": (
        mail("Content-Type: text/html; charset=utf-8\n\n<p>One</p><p>two<br>three</p>"),
        "One\n\ntwo\nthree",
    ),
    "both forms without saying so": (
        parts("multipart/mixed", part("text/plain", "We will not pay."), part("text/html", "<p>We will not pay.</p>")),
        "We will not pay.",
    ),
    "the foot of a mailing list": (
        parts("multipart/mixed", part("text/html", "<p>The news</p>"), part("text/plain", "____\nThe list")),
        "The news\n\n____\nThe list",
    ),
    "a page for some programs only": (
        parts("multipart/alternative", part("text/x-amp-html", "<p>Amp</p>"), part("text/html", "<p>News</p>")),
        "News",
    ),
    "a page with its pictures": (
        parts(
            "multipart/related",
            part("text/html", "<p>See <img src=cid:1></p>"),
            part("image/png", "", "Content-ID: <1>\n"),
        ),
        "See",
    ),
    "a signed mail": (
        parts("multipart/signed", part("text/plain", "Signed."), part("application/pgp-signature", "-----BEGIN")),
        "Signed.",
    ),
    "a boundary that is missing": (mail("Content-Type: multipart/mixed\n\nJust words\n"), "Just words"),
    "signed with PGP in the text": (
        mail(
            "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nWe will.\n"
            "-----BEGIN PGP SIGNATURE-----\n\niQEzBAEBCAAd\n-----END PGP SIGNATURE-----\n"
        ),
        "We will.",
    ),
    "a boundary that is not said": (
        mail("Content-Type: multipart/mixed\n\n--X\nContent-Type: text/plain\n\nwords\n--X--"),
        "words",
    ),
    "a boundary that is never closed": (
        mail("Content-Type: multipart/mixed; boundary=X\n\n--X\nContent-Type: text/plain\n\nwords"),
        "words",
    ),
    "a report of the post": (
        parts("multipart/report", part("text/plain", "Not sent."), part("message/delivery-status", "Action: failed\n")),
        "Not sent.",
    ),
    "line ends of all kinds": (mail("one\r\ntwo\rthree\n"), "one\ntwo\nthree"),
    "a mail of Apple's": (b"%d\n" % len(mail("Words\n")) + mail("Words\n") + b"<?xml version='1.0'?><plist/>", "Words"),
    "blank lines before the head": (b"\r\n\r\n" + mail("Words"), "Words"),
    "enriched": (mail("Content-Type: text/enriched\n\n<bold>We</bold> will\n"), "We will"),
}


@pytest.mark.parametrize(("data", "text"), TRAPS.values(), ids=TRAPS)
def test_words_come_out_as_programs_show_them(data: bytes, text: str) -> None:
    assert body(only(data)) == text


HEADS = {
    "encoded words": ("=?utf-8?q?=E2=80=9CNo=E2=80=9D_?= =?utf-8?B?w6k=?= he said", "“No” é he said"),
    "a character in two words": ("=?utf-8?b?4oA=?=\n =?utf-8?b?nGE=?=", "“a"),
    "a charset that nobody knows": ("=?x-none?q?caf=E9?=", "café"),
    "Latin-1 that is Windows-1252": ("=?iso-8859-1?q?=93a=94?=", "“a”"),
    "words in quotes": ('Re: "=?utf-8?q?=C3=A9?=" x', 'Re: "é" x'),
    "broken": ("=?utf-8?b?!!?= a =?utf-8?q?b", "a =?utf-8?q?b"),
    "folded": ("one\n  two", "one two"),
    "bytes": ("“a”", "“a”"),
}


@pytest.mark.parametrize(("subject", "title"), HEADS.values(), ids=HEADS)
def test_the_subject_is_decoded(subject: str, title: str) -> None:
    document = only(mail("text", f"From: a@example.org\nSubject: {subject}\n"))
    assert {fact.field: fact.value for fact in document.facts}["title"].strip() == title


def test_the_head_is_stated_and_stands_above_the_text_as_a_cut() -> None:
    document = only(mail("Text."))
    assert [(fact.field, fact.value) for fact in document.facts] == [
        ("title", "Bridge"),
        ("byline", "Ann Lee"),
        ("published", "Tue, 6 Sep 2022 23:30:00 -0500"),
        ("published_on", "2022-09-06"),
    ]
    assert document.text.startswith("From: Ann Lee <ann@example.org>\nTo: bob@example.org\nDate: Tue")
    assert [cut.why for cut in document.cuts] == ["mail head"]


@pytest.mark.parametrize("date", ["Pn, 29 paX 2007", "Tue, 99 Sep 2022 25:61:00 +0000", "6 Sep 0022", "", "x" * 5000])
def test_a_date_that_is_none_gives_no_day(date: str) -> None:
    document = only(mail("text", f"From: a@example.org\nDate: {date}\n"))
    assert "published_on" not in {fact.field for fact in document.facts}


def test_words_that_only_the_page_has_are_said() -> None:
    forms = part("text/plain", "We will open the bridge."), part("text/html", "<p>We will never open the bridge.</p>")
    assert any("1 word more: “never”" in each for each in only(parts("multipart/alternative", *forms)).notices)


def test_words_that_a_page_hides_are_said() -> None:
    page = "<div style='display:none'>Our best offers of the week</div><p>News</p>"
    document = only(mail(f"Content-Type: text/html\n\n{page}"))
    assert body(document) == "News"
    assert any("best offers" in each for each in document.notices)


INNER = "From: Cy <cy@example.org>\nDate: Mon, 5 Sep 2022 10:00:00 +0200\nSubject: Plan\n\nThe plan is ready.\n"


def test_a_forwarded_message_keeps_its_own_sender() -> None:
    outer, inner = read(parts("multipart/mixed", part("text/plain", "See below."), part("message/rfc822", INNER)), "a")
    assert body(outer) == "See below.\n\nThe plan is ready."
    assert labels(outer) == [("from Ann Lee, 6 Sep 2022", "See"), ("from Cy, 5 Sep 2022", "The")]
    assert inner.part == "forwarded message 1"
    assert {fact.field: fact.value for fact in inner.facts}["byline"] == "Cy"
    assert body(inner) == "The plan is ready."


def test_messages_within_messages_keep_their_heads() -> None:
    heads = b"From: Di <di@example.org>\nContent-Type: multipart/mixed; boundary=Y\n\n"
    middle = heads + b"--Y\nContent-Type: message/rfc822\n\n" + INNER.encode() + b"--Y--\n"
    document = read(parts("multipart/mixed", part("message/rfc822", middle)), "a")[0]
    assert [line for line in document.text.split("\n") if line.startswith("From:")] == [
        "From: Ann Lee <ann@example.org>",
        "From: Di <di@example.org>",
        "From: Cy <cy@example.org>",
    ]
    assert body(document) == "The plan is ready."


def test_a_message_that_is_attached_is_a_text_of_its_own_only() -> None:
    attached = part("message/rfc822", INNER, "Content-Disposition: attachment\n")
    outer, inner = read(parts("multipart/mixed", part("text/plain", "See below."), attached), "a")
    assert (body(outer), body(inner)) == ("See below.", "The plan is ready.")


def test_a_forwarded_message_that_was_encoded_is_read() -> None:
    encoded = part("message/rfc822", b64encode(INNER.encode()), "Content-Transfer-Encoding: base64\n")
    _, inner = read(parts("multipart/mixed", part("text/plain", "See below."), encoded), "a")
    assert body(inner) == "The plan is ready."


QUOTED = {
    "English": "No.\n\nOn Mon, 5 Sep 2022 at 10:00, Cy Doe <cy@example.org> wrote:\n> Yes?\n\nDone.",
    "over two lines": "No.\n\nOn Mon, 5 Sep 2022 at 10:00, Cy Doe\n<cy@example.org> wrote:\n> Yes?\n\nDone.",
    "short": "No.\n\nCy Doe wrote:\n> Yes?\n> Really?\nDone.",
    "German": "No.\n\nAm 05.09.2022 um 10:00 schrieb Cy Doe:\n> Yes?\n\nDone.",
    "French": "No.\n\nLe 5 sept. 2022 à 10:00, Cy Doe <cy@example.org> a écrit :\n> Yes?\n\nDone.",
    "Spanish": "No.\n\nEl 5 sept 2022, a las 10:00, Cy Doe <cy@example.org> escribió:\n> Yes?\n\nDone.",
}


@pytest.mark.parametrize("text", QUOTED.values(), ids=QUOTED)
def test_quoted_mail_is_anchored_to_its_writer(text: str) -> None:
    document = only(mail(text))
    assert re.findall(r"\w+", body(document)) == re.findall(r"\w+", text)  # nothing is taken out of it
    assert [label for label, _ in labels(document)] == [
        "from Ann Lee, 6 Sep 2022",
        "from Cy Doe",
        "from Ann Lee, 6 Sep 2022",
    ]
    assert labels(document)[-1][1] == "Done."


def test_a_page_goes_on_behind_what_it_quotes() -> None:
    quoted = "<blockquote><p>Yes?</p><p>Really?</p></blockquote>"
    page = f"<p>No.</p><p>On Mon, 5 Sep 2022, Cy Doe wrote:</p>{quoted}<p>Done.</p>"
    ann = "from Ann Lee, 6 Sep 2022"
    assert labels(only(mail(f"Content-Type: text/html\n\n{page}"))) == [
        (ann, "No."),
        ("from Cy Doe", "Yes?"),
        (ann, "Done."),
    ]


def test_what_a_page_sets_apart_is_not_yet_quoted_mail() -> None:
    document = only(mail("Content-Type: text/html\n\n<p>She said:</p><blockquote>No.</blockquote><p>Done.</p>"))
    assert [label for label, _ in labels(document)] == ["from Ann Lee, 6 Sep 2022"]


def test_a_quotation_over_quoted_lines_holds_no_sign() -> None:
    document = only(mail("> “We will\n> never pay,” he said.\nHe will.\n>\n>> No.\n>> Yes.\n\nBye"))
    assert body(document) == "> “We will\nnever pay,” he said.\n\nHe will.\n\n>> No.\nYes.\n\nBye"
    ann = "from Ann Lee, 6 Sep 2022"
    assert labels(document) == [("quoted mail", ">"), (ann, "He"), ("quoted mail", ">>"), (ann, "Bye")]


def test_a_figure_with_a_sign_before_it_keeps_it() -> None:
    assert body(only(mail("The toll was\n>50 people, he said."))) == "The toll was\n>50 people, he said."


FORWARDED = {
    "a rule and a head": "---------- Forwarded message ---------\nFrom: Cy <cy@example.org>\nDate: Monday\n\nHi",
    "Outlook": "-----Original Message-----\nFrom: Cy\nSent: Monday\nTo: Ann\nSubject: x\n\nHi",
    "Outlook without a rule": "From: Cy\nSent: Monday\nTo: Ann\nSubject: x\n\nHi",
    "German": "-----Ursprüngliche Nachricht-----\nVon: Cy\nGesendet: Montag\nAn: Ann\nBetreff: x\n\nHi",
    "French": "De : Cy\nEnvoyé : lundi\nÀ : Ann\nObjet : x\n\nHi",
    "Spanish": "De: Cy\nEnviado el: lunes\nPara: Ann\nAsunto: x\n\nHi",
    "Apple": "Begin forwarded message:\n\nFrom: Cy\nDate: Monday\nSubject: x\n\nHi",
    "stars": "*From:* Cy\n*Date:* Monday\n*To:* Ann\n\nHi",
}


@pytest.mark.parametrize("text", FORWARDED.values(), ids=FORWARDED)
def test_forwarded_words_are_anchored_to_their_writer(text: str) -> None:
    document = only(mail(f"Look:\n\n{text}"))
    assert [label.split(",")[0] for label, _ in labels(document)] == ["from Ann Lee", "from Cy"]


def test_words_like_an_introduction_are_none() -> None:
    document = only(mail("He wrote:\n\nOn the bridge she wrote: no.\n\nFrom: here to there\n\nTo: sum up"))
    assert len(document.anchors) == 1


def test_what_came_with_a_mail_is_named() -> None:
    file = part("application/pdf", "x", "Content-Disposition: attachment; filename*=utf-8''Bericht%20%C3%A9.pdf\n")
    named = part('text/plain; name="=?utf-8?q?=C3=A9?=.log"', "x", "Content-Disposition: attachment\n")
    document = only(parts("multipart/mixed", part("text/plain", "See."), file, named))
    assert any("Bericht é.pdf" in each and "é.log" in each for each in document.notices)


def test_a_file_that_can_be_read_is_a_text_of_its_own() -> None:
    attached = "Content-Disposition: attachment; filename="
    rich = part("application/rtf", r"{\rtf1 \'93We\'94 will}", f"{attached}press.rtf\n")
    plain = part("text/plain; charset=utf-8", "Speech", f"{attached}speech.txt\n")
    file = part("application/pdf", "%PDF-1.4", f"{attached}a.pdf\n")  # breaks off
    documents = read(parts("multipart/mixed", part("text/plain", "See."), rich, plain, file), "a.eml")
    assert [(each.part, body(each)) for each in documents] == [
        ("", "See."),
        ("press.rtf", "“We” will"),
        ("speech.txt", "Speech"),
    ]
    assert documents[1].original == rb"{\rtf1 \'93We\'94 will}"
    assert documents[1].media_type == "application/rtf"
    assert documents[0].notices == ("Not read with the mail: a.pdf.",)


def attached(name: str, data: bytes) -> bytes:
    head = f"Content-Disposition: attachment; filename={name}\nContent-Transfer-Encoding: base64\n"
    return part("application/octet-stream", b64encode(data).decode(), head)


def test_a_pdf_that_came_with_a_mail_is_a_text_of_its_own() -> None:
    page = pdf(Sheet().lines(72, 700, "The bridge fell at noon, the police said."))
    document = docx(p(r("It was closed.")))
    whole = parts("multipart/mixed", part("text/plain", "See."), attached("a.pdf", page), attached("b.docx", document))
    mail_text, from_pdf, from_word = read_bytes(whole, source="a.eml")
    assert from_pdf.text == "The bridge fell at noon, the police said."
    assert (from_pdf.part, from_pdf.media_type, from_pdf.original) == ("a.pdf", "application/pdf", page)
    assert (from_word.part, from_word.text) == ("b.docx", "It was closed.")
    with leaving_risky_files():
        left = read_bytes(whole, source="a.eml")
    assert [each.part for each in left] == ["", "b.docx"]
    assert left[0].warnings == ("Not read with the mail: a.pdf.",)
    assert mail_text.warnings == ()


def test_a_mail_is_read_without_the_file_that_ends_its_reader(tmp_path: Path) -> None:
    page = pdf(Sheet().lines(72, 700, "The bridge fell at noon."))
    (tmp_path / "a.eml").write_bytes(parts("multipart/mixed", part("text/plain", "See."), attached("a.pdf", page)))
    (tmp_path / "a.pdf").write_bytes(page)
    from_mail, from_page = read_batch([tmp_path / "a.eml", tmp_path / "a.pdf"], end_at_pages)
    assert from_mail.found == ("See.",)
    assert from_mail.warnings == ("Not read with the mail: a.pdf.",)
    assert isinstance(from_page.error, Stopped)


def end_at_pages(capture: Capture) -> str:
    """End the process where a PDF was read, as a fault of its library does."""
    if "pdf" in capture.media_type:
        os.abort()
    return capture.text.splitlines()[-1]


@pytest.mark.parametrize(
    "data",
    [
        parts("multipart/encrypted", part("application/pgp-encrypted", "Version: 1"), part("text/plain", "-----BEGIN")),
        mail("Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIIB"),
    ],
)
def test_what_is_sealed_is_said(data: bytes) -> None:
    with pytest.raises(Locked, match=r"^a\.eml is a mail that is encrypted or sealed"):
        read(data, "a.eml")


def test_a_mailbox_gives_a_text_a_message() -> None:
    box = b"".join(
        b"From ann@example.org Tue Sep  6 10:00:00 2022\n" + mail(f"Text {n}\n>From here\n\n") for n in range(3)
    )
    documents = read(box, "a.mbox")
    assert [(each.part, body(each)) for each in documents] == [
        (f"message {n + 1}", f"Text {n}\nFrom here") for n in range(3)
    ]


def test_what_is_left_of_a_large_mailbox_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.intake.formats.mail._MOST", 2)
    documents = read(b"".join(b"From a@b.c Tue Sep  6 10:00:00 2022\n" + mail("Text\n\n") for _ in range(5)), "a.mbox")
    assert len(documents) == 2
    assert documents[-1].notices == ("3 further messages of the mailbox are not read.",)


def test_a_mail_is_known_whatever_it_is_called() -> None:
    assert format_of(mail("Text"), "press.txt") is FORMAT
    assert format_of(b"From ann@example.org Tue Sep  6 10:00:00 2022\n" + mail("Text"), "press") is FORMAT
    long = "Received: from a by b; Tue, 6 Sep 2022\n" * 200
    assert format_of(mail("Text", f"Return-Path: <>\nDelivered-To: a\n{long}{HEAD}"), "press.txt") is FORMAT


@pytest.mark.parametrize(
    "text",
    [
        "From: here to eternity\n\nA film.",
        "Title: A\nDate: 6 Sep 2022\nAuthor: Ann\n\nText",
        "From Paris with love\n\nText",
        "Subject: Object\n\nText",
        "We said: no.\nTo: all\nFrom: us",
    ],
)
def test_what_opens_like_a_head_is_not_yet_a_mail(text: str) -> None:
    assert format_of(text.encode(), "a.txt") is not FORMAT


def test_a_saved_page_is_no_mail() -> None:
    page = "From: <Saved by Blink>\nSnapshot-Content-Location: http://e.org/\nSubject: x\nDate: Tue, 6 Sep 2022\n\n"
    assert not FORMAT.recognise(Sample(page.encode(), "a"))


@pytest.mark.parametrize("data", [b"", b"\n\n", HEAD.encode(), mail(" \n\n"), mail("Content-Type: image/png\n\nx")])
def test_a_mail_without_text_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(Empty, match=r"^a\.eml is a mail without text"):
        read(data, "a.eml")


def test_parts_that_are_nested_too_deep_end_in_a_sentence() -> None:
    deep = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(3000))
    with pytest.raises((Damaged, Empty)):
        read(mail(f"{deep}Content-Type: text/plain\n\nwords"), "a.eml")


EXAMPLE = parts(
    "multipart/mixed",
    part("text/plain; charset=utf-8; format=flowed", "a \n“b”\n> c", QP),
    part("text/html", "<p>d<q>e</q></p>"),
    part("message/rfc822", INNER),
    part(
        "application/pdf",
        "JVBE",
        "Content-Transfer-Encoding: base64\nContent-Disposition: attachment; filename*0*=utf-8''a\n",
    ),
)


def check(data: bytes) -> None:
    try:
        documents = read(data, "a.eml")
    except IntakeError as error:
        sentence = str(error)
        assert sentence.startswith("a.eml ")
        return
    for document in documents:
        assert document.text
        assert all(0 <= cut.span.start < cut.span.end <= len(document.text) for cut in document.cuts)
        assert all(0 <= anchor.offset < len(document.text) for anchor in document.anchors)


@given(st.binary(max_size=300))
def test_any_bytes_end_in_documents(data: bytes) -> None:
    check(data)


@given(st.integers(0, 2**32))
def test_any_damage_ends_in_documents(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(EXAMPLE)
    for _ in range(chance.randint(1, 10)):
        place = chance.randrange(len(data))
        kind = chance.randrange(3)
        if kind == 0:
            data[place] = chance.choice(b"-:;=\"'*?/ \n\r\0\xff\x93X")
        elif kind == 1:
            del data[place : place + chance.randint(1, 20)]
        else:
            data[place:place] = data[chance.randrange(len(data)) :][: chance.randint(1, 40)]
    check(bytes(data))
