"""Feeds: every entry is a text with its facts, and where the feed has only a summary, that is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.intake.errors import Empty, IntakeError
from desktop.intake.formats.feed import SUMMARY_ONLY, read
from desktop.intake.reading import read_bytes

if TYPE_CHECKING:
    from desktop.intake.document import Document

ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Example Times</title><entry>
<title type="html">“Never” &amp;amp; again</title><link rel="self" href="http://example.org/x"/>
<link href="http://example.org/a"/><author><name>Ann Lee</name></author><published>2022-09-06T10:00:00Z</published>
<updated>2022-09-07T10:00:00Z</updated><summary>The mayor spoke.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The mayor <q>spoke</q>.</p>
<p>Then she left.</p></div></content>
</entry></feed>"""
RSS = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:x="http://example.org/ns"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Times</title><item><x:title>Not this</x:title>
<title>Crane falls</title><link>http://example.org/a</link><dc:creator>Bo Roe</dc:creator>
<pubDate>Tue, 06 Sep 2022 23:30:00 -0500</pubDate><description>%s</description>%s</item></channel></rss>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel><title>Times</title></channel>
<item><title>Crane falls</title><description>Short.</description></item></rdf:RDF>"""


def only(text: str) -> Document:
    [document] = read(text.encode(), "feed.xml")
    return document


def facts(document: Document) -> dict[str, str]:
    return {fact.field: fact.value for fact in document.facts}


def test_an_atom_entry_with_its_content_is_whole() -> None:
    document = only(ATOM)
    assert document.text == "“Never” & again\n\nThe mayor “spoke”.\n\nThen she left."
    assert document.notices == ()
    assert facts(document) == {
        "title": "“Never” & again",
        "outlet": "The Example Times",
        "byline": "Ann Lee",
        "published": "2022-09-06T10:00:00Z",
        "url": "http://example.org/a",
    }


def test_an_entry_is_of_all_its_authors_and_at_its_own_address() -> None:
    names = "".join(f"<author><name>{name}</name></author>" for name in ("Ann Lee", "Tom Berg", "Ann Lee"))
    first = '<link rel="related" href="http://example.org/b"/><link rel="replies" href="http://example.org/c"/>'
    title = '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">He did <b>not</b> sign</div></title>'
    head = '<feed xmlns="http://www.w3.org/2005/Atom"><title>Times</title><entry>'
    document = only(
        f'{head}{title}{first}<link href="http://example.org/a"/>{names}<summary>No.</summary></entry></feed>'
    )
    assert facts(document)["byline"] == "Ann Lee, Tom Berg"
    assert facts(document)["url"] == "http://example.org/a"
    assert facts(document)["title"] == "He did not sign"
    creators = "<dc:creator>Bo Roe</dc:creator><dc:creator>Al Fin</dc:creator>"
    assert (
        facts(only(RSS.replace("<dc:creator>Bo Roe</dc:creator>", creators) % ("Short.", "")))["byline"]
        == "Bo Roe, Al Fin"
    )


def test_an_entry_with_a_summary_alone_says_so() -> None:
    document = only(RSS % ("It &lt;b&gt;fell&lt;/b&gt; &amp;ndash; twice", ""))
    assert document.text == "Crane falls\n\nIt fell – twice"
    assert document.notices == (SUMMARY_ONLY,)


def test_the_words_below_a_film_are_the_summary_where_there_is_no_other() -> None:
    media = '<m:group xmlns:m="http://search.yahoo.com/mrss/"><m:description>A crane fell.</m:description></m:group>'
    film = ATOM.replace("<summary>The mayor spoke.</summary>", media)
    assert "A crane fell." not in only(film).text
    alone = film[: film.index("<content")] + "</entry></feed>"
    assert only(alone).text == "“Never” & again\n\nA crane fell."
    assert only(alone).notices == (SUMMARY_ONLY,)


def test_words_of_the_summary_that_the_content_lacks_stay() -> None:
    content = "<content:encoded><![CDATA[<p>The crane fell.</p>]]></content:encoded>"
    assert only(RSS % ("Two hurt", content)).text == "Crane falls\n\nTwo hurt\n\nThe crane fell."
    assert only(RSS % ("The crane fell.", content)).text == "Crane falls\n\nThe crane fell."


def test_the_day_is_that_of_the_senders_clock() -> None:
    assert facts(only(RSS % ("x", "")))["published_on"] == "2022-09-06"
    [capture] = read_bytes((RSS % ("x", "")).encode(), source="feed.rss")
    assert (capture.metadata.published_on, capture.metadata.byline) == ("2022-09-06", "Bo Roe")


def test_a_feed_of_the_oldest_kind_is_read() -> None:
    assert only(RDF).text == "Crane falls\n\nShort."


def test_a_feed_without_entries_says_so() -> None:
    with pytest.raises(Empty, match=r"^feed\.xml is a feed without entries\.$"):
        read(b"<rss><channel><title>T</title></channel></rss>", "feed.xml")


@given(st.data())
def test_a_changed_feed_ends_in_texts_or_a_sentence(data: st.DataObject) -> None:
    whole = bytearray(ATOM.encode())
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        assert read(bytes(whole), "feed.xml")
    except IntakeError:
        return


CAPTION = (
    '<media:content url="http://example.org/1.jpg" medium="%s"><media:description>A man.</media:description>'
    "</media:content>"
)
MEDIA = RSS.replace("xmlns:x=", 'xmlns:media="http://search.yahoo.com/mrss/" xmlns:x=')


@pytest.mark.parametrize("before", [True, False])
def test_the_caption_of_a_photo_is_not_the_article(before: bool) -> None:
    item = MEDIA % ("A crane fell.", "")
    item = (
        item.replace("<description>", CAPTION % "image" + "<description>")
        if before
        else item.replace("</item>", CAPTION % "image" + "</item>")
    )
    assert only(item).text == "Crane falls\n\nA crane fell."


@pytest.mark.parametrize(("medium", "text"), [("image", "Crane falls"), ("video", "Crane falls\n\nA man.")])
def test_an_entry_without_words_has_those_of_its_recording_and_no_photos(medium: str, text: str) -> None:
    assert only(MEDIA.replace("<description>%s</description>", "") % (CAPTION % medium)).text == text
