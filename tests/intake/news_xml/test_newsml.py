"""NewsML: each item with a text is a document, from whichever form holds the words; bad files end in a sentence."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.intake.errors import Damaged, Empty, IntakeError, Unsupported
from desktop.intake.news_xml.reader import read
from desktop.intake.reading import read_bytes
from desktop.intake.registry import format_of

XHTML = (
    '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">{}</html></inlineXML>'
)
NITF = "<inlineXML><nitf><body>{}<body.content>{}</body.content></body></nitf></inlineXML>"
META = (
    '<itemMeta><provider literal="p"><name>Daily Post</name></provider>'
    "<versionCreated>2026-01-02T03:04:05Z</versionCreated>"
    '<pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline role="r:sub">Below</headline>'
    "<headline>Dam opens</headline><by>By Ann Lee</by><language tag='en-GB'/></contentMeta>"
)


def item(contents: str, meta: str = META) -> str:
    return (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x" version="3">'
        f"{meta}<contentSet>{contents}</contentSet></newsItem>"
    )


def message(*items: str) -> bytes:
    return f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{"".join(items)}</itemSet></newsMessage>'.encode()


@pytest.mark.parametrize(
    ("contents", "body"),
    [
        (XHTML.format("<head><title>No</title></head><body><p>One</p><p>two</p></body>"), "One\n\ntwo"),
        (NITF.format("", "<p>One</p><p>two</p>"), "One\n\ntwo"),
        ('<inlineData contenttype="text/plain">One\nline.\n\ntwo</inlineData>', "One\nline.\n\ntwo"),
        ('<inlineData contenttype="text/plain"><![CDATA[\n<p>One\n more</p><p>two</p><!-- no -->]]></inlineData>',
         "One more\n\ntwo"),
        ("<inlineData contenttype='text/html'>A &lt;b&gt;b&lt;/b&gt; &amp;amp; c</inlineData>", "A b & c"),
        (f"<remoteContent/><inlineXML/>{NITF.format('', '<p>One</p>')}<inlineData>two</inlineData>", "One"),
        ("<inlineXML><events><event>No</event></events></inlineXML><inlineData>One</inlineData>", "One"),
    ],
)  # fmt: skip
def test_the_first_form_with_words_is_the_text_behind_its_headline(contents: str, body: str) -> None:
    (found,) = read(item(contents).encode(), "story.xml")
    assert found.text == f"Dam opens\n\n{body}"
    assert [cut.why for cut in found.cuts] == ["headline"]
    assert found.cuts[0].span.of(found.text) == "Dam opens"


def test_a_headline_in_the_text_is_not_put_in_front_again() -> None:
    contents = NITF.format("<body.head><hedline><hl1>Dam opens now</hl1></hedline></body.head>", "<p>One</p>")
    (found,) = read(item(contents).encode(), "story.xml")
    assert found.text == "Dam opens now\n\nOne"


def test_what_it_states_comes_with_the_capture() -> None:
    (found,) = read_bytes(item(XHTML.format("<body><p>One</p></body>")).encode(), source="story.xml")
    assert found.metadata.title == "Dam opens"
    assert found.metadata.byline == "By Ann Lee"
    assert found.metadata.outlet == "Daily Post"
    assert found.metadata.published_on == "2026-01-02"
    assert found.language == "en"


def test_words_behind_links_in_headline_byline_and_note_are_kept() -> None:
    meta = (
        "<itemMeta><edNote>Corrects <a href='#a'>a name</a> in paragraph 2</edNote></itemMeta><contentMeta>"
        "<headline>Mayor says “<inline>never</inline>” to plan</headline>"
        "<by>By <a href='#b'>A. Writer</a> and B. Reporter</by></contentMeta>"
    )
    (found,) = read(item("<inlineData>One</inlineData>", meta).encode(), "story.xml")
    stated = {fact.field: fact.value for fact in found.facts}
    assert found.text == "Mayor says “never” to plan\n\nOne"
    assert stated["byline"] == "By A. Writer and B. Reporter"
    assert found.notices == ("Note of its editor: Corrects a name in paragraph 2",)


def test_several_items_are_several_documents_and_those_without_text_are_counted() -> None:
    one, two = (item(XHTML.format(f"<body><p>{text}</p></body>"), meta="") for text in ("One", "Two"))
    found = read(message(one, item("<remoteContent/>"), two), "story.xml")
    assert [(each.text, each.part) for each in found] == [("One", "item 1"), ("Two", "item 2")]
    assert found[0].notices == ("1 other item of the file holds no text.",)


def test_embargo_status_and_note_are_said() -> None:
    heads = "<embargoed>2026-01-02</embargoed><pubStatus qcode='stat:withheld'/><edNote>Ask first</edNote>"
    meta = f"<itemMeta>{heads}</itemMeta>"
    (found,) = read(item("<inlineData>One</inlineData>", meta).encode(), "story.xml")
    assert found.notices == (
        "Its provider marks it as “stat:withheld”, not as usable.",
        "Note of its editor: Ask first",
        "Embargoed until 2026-01-02.",
    )


def test_newsml_1_is_read_too() -> None:
    data = (
        "<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>post.example</ProviderId></NewsIdentifier>"
        "</Identification><NewsManagement><ThisRevisionCreated>20260102T030405Z</ThisRevisionCreated>"
        "<Status FormalName='Usable'/></NewsManagement><NewsComponent>"
        "<NewsLines><HeadLine>Dam opens</HeadLine></NewsLines><ContentItem><DataContent><p>One</p><p>two</p>"
        "</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
    )
    (found,) = read(data.encode(), "story.xml")
    assert found.text == "Dam opens\n\nOne\n\ntwo"
    assert {fact.field: fact.value for fact in found.facts}["published_on"] == "2026-01-02"
    assert found.notices == ()


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (item("<remoteContent/>").encode(), Empty, "no article text"),
        (b"<planningItem/>", Empty, "no article text"),
        (b"<nitf><body><body.head><hedline>Dam</hedline></body.head></body></nitf>", Empty, "no article text"),
        (b"<html/>", Unsupported, "not a news item"),
        (b"<nitf><body>", Damaged, "XML"),
        (b"", Damaged, "XML"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, error: type[IntakeError], words: str) -> None:
    with pytest.raises(error, match=r"^story\.xml ") as raised:
        read(data, "story.xml")
    assert words in str(raised.value)


@pytest.mark.parametrize(
    ("start", "is_news"),
    [
        ('<?xml version="1.0"?><!-- <a> -->\n<!DOCTYPE nitf SYSTEM "x" [<!ENTITY a "b">]>\n<nitf version="3">', True),
        ("<n:newsItem xmlns:n='x'>", True),
        ("<newsItems>", False),
        ("<html><nitf>", False),
        ("<??>" * 900 + "<a>", False),
    ],
)
def test_news_is_known_by_its_first_element(start: str, is_news: bool) -> None:
    assert (format_of(start.encode(), "a.xml").media_type == "application/nitf+xml") == is_news


@settings(max_examples=50)
@given(st.data())
def test_any_order_of_elements_ends_in_documents_or_a_sentence(data: st.DataObject) -> None:
    names = st.sampled_from(
        ["newsItem", "contentSet", "inlineXML", "inlineData", "nitf", "body", "body.head", "body.content", "hedline",
         "hl1", "p", "q", "frac", "frac-den", "sup", "media-caption", "table", "td", "fn", "br", "del", "NewsItem"]
    )  # fmt: skip

    def element(depth: int) -> str:
        name = data.draw(names)
        inside = "".join(element(depth - 1) for _ in range(data.draw(st.integers(0, 3)))) if depth else "wörd 1"
        return f"<{name}>{inside}</{name}>"

    with contextlib.suppress(IntakeError):  # any other exception fails the test
        for found in read(f"<nitf>{element(5)}</nitf>".encode(), "story.xml"):
            assert all(0 <= cut.span.start < cut.span.end <= len(found.text) for cut in found.cuts)
