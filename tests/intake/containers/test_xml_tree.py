"""Parsing XML of others: no entity is followed, no word is lost silently, each fault is a sentence."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.intake.containers import xml_tree
from desktop.intake.errors import Damaged, IntakeError, TooLarge, Unsupported


def text_of(data: bytes) -> str:
    return "".join(xml_tree.parse(data, "story.xml").itertext())


def refusal(data: bytes, error: type[IntakeError]) -> str:
    with pytest.raises(error) as raised:
        xml_tree.parse(data, "story.xml", "body")
    assert str(raised.value).startswith("story.xml (body) ")
    return str(raised.value)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"<a>one<b/>two</a>", "onetwo"),
        (b"<a>one<!-- hidden -->two<?pi three?></a>", "onetwo"),
        (b"<a><![CDATA[<b>]]></a>", "<b>"),
        ('<?xml version="1.0" encoding="utf-16"?><a>“yes”</a>'.encode("utf-16"), "“yes”"),
        (b'<?xml version="1.0" encoding="windows-1252"?><a>\x93yes\x94</a>', "“yes”"),
        (b'<!DOCTYPE nitf SYSTEM "nitf.dtd"><a>five&nbsp;men<b/>&mdash;or&eacute;<c/></a>', "five\xa0men—oré"),
    ],
)
def test_words_come_out(data: bytes, text: str) -> None:
    assert text_of(data) == text


@pytest.mark.parametrize(
    "declared",
    [
        b'<!ENTITY w SYSTEM "file:///etc/hostname">',
        b'<!ENTITY w "no ">',
        b'<!ENTITY % w SYSTEM "http://127.0.0.1:9/x">%w;',
        b'<!ENTITY a "ha"><!ENTITY w "&a;&a;&a;&a;&a;&a;&a;&a;">',
    ],
)
def test_entities_of_its_own_are_refused(declared: bytes) -> None:
    assert "entities of its own" in refusal(b"<!DOCTYPE a [" + declared + b"]><a>&w;</a>", Unsupported)


def test_references_in_attributes_keep_their_characters() -> None:
    data = b'<!DOCTYPE a SYSTEM "a.dtd"><a b="no&nbsp;man &amp; &quot;&ldquo;x&rdquo;">&amp;nbsp;</a>'
    root = xml_tree.parse(data, "story.xml")
    assert (root.get("b"), root.text) == ('no\xa0man & "“x”', "&nbsp;")


def test_a_reference_that_nothing_explains_is_refused_and_named() -> None:
    assert "&council;" in refusal(b'<!DOCTYPE a SYSTEM "a.dtd"><a>&council;</a>', Unsupported)


@pytest.mark.parametrize("data", [b"", b"words", b"<a><b></a>", b"<a>\x01</a>", b"<a>&#xD800;</a>", b"<a>\xff</a>"])
def test_what_is_no_xml_says_so(data: bytes) -> None:
    assert "cannot be read as XML" in refusal(data, Damaged)


def test_deep_nesting_says_so() -> None:
    for depth in (300, 1000, 5000):
        assert refusal(b"<a>" * depth + b"</a>" * depth, Damaged).endswith("nested too deeply.")


def test_too_many_bytes_are_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_tree, "LARGEST", 100)
    assert "too large" in refusal(b"<a>" + b"x" * 100 + b"</a>", TooLarge)


@given(st.binary(max_size=200))
def test_any_bytes_end_in_a_tree_or_a_sentence(data: bytes) -> None:
    with contextlib.suppress(IntakeError):  # any other exception fails the test
        xml_tree.parse(b"<a>" + data + b"</a>", "story.xml")
