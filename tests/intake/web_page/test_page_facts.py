"""A page states its headline, outlet, author, date and address only where it speaks of itself."""

from __future__ import annotations

import json

import pytest

from desktop.intake.web_page.html_tree import parse
from desktop.intake.web_page.page_facts import PageFacts, read_facts


def facts_of(head: str, body: str = "<p>Text</p>") -> PageFacts:
    text = f"<html><head>{head}</head><body>{body}</body></html>"
    root = parse(text)
    assert root is not None
    return read_facts(root, text)


def stated(found: PageFacts, field: str) -> list[tuple[str, str]]:
    return [(fact.value, fact.origin) for fact in found.facts if fact.field == field]


def data(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle"} | fields)}</script>'


TITLE = '<meta property="og:title" content="Vote on the old bridge"><title>Vote on the old bridge - Herald</title>'
LINK = '<link rel="canonical" href="https://www.herald.example/bridge?a=1">'


def test_json_ld_is_believed_where_its_headline_is_the_pages() -> None:
    found = facts_of(
        TITLE
        + data(headline="Vote on the old bridge", datePublished="2022-09-06T10:00:00+02:00", author={"name": "Ann Lee"})
        + data(headline="Another story about a harbour", datePublished="2020-01-01", author={"name": "Bob Ray"})
    )
    assert stated(found, "title")[0] == ("Vote on the old bridge", "JSON-LD headline")
    assert stated(found, "byline") == [("Ann Lee", "JSON-LD author")]
    assert stated(found, "published") == [("2022-09-06T10:00:00+02:00", "JSON-LD datePublished")]


def test_json_ld_is_believed_where_its_address_is_the_pages() -> None:
    found = facts_of(
        LINK
        + data(headline="Old bridge: the vote", url="http://herald.example/bridge/", publisher={"name": "Herald"})
        + data(headline="A harbour", url="http://herald.example/harbour", publisher={"name": "Others"})
    )
    assert stated(found, "outlet") == [("Herald", "JSON-LD publisher")]


def test_two_articles_in_the_data_are_not_joined() -> None:
    found = facts_of(
        TITLE
        + data(headline="Vote on the old bridge", articleBody="<p>One &amp; all.</p><p>Two.</p>")
        + data(headline="Another story about a harbour", articleBody="Three.")
    )
    assert found.bodies == ("One & all.\n Two.",)


@pytest.mark.parametrize("broken", ["", "{", "[" * 100_000, '{"@type": 5}', "null", '{"@graph": [null, 3, "x"]}'])
def test_a_broken_piece_of_data_stops_nothing(broken: str) -> None:
    found = facts_of(f'{TITLE}<script type="application/ld+json; charset=utf-8">{broken}</script>')
    assert stated(found, "title")[0] == ("Vote on the old bridge", "og:title")


def test_several_authors_are_one_byline() -> None:
    found = facts_of(TITLE + data(headline="Vote on the old bridge", author=[{"name": "Ann Lee"}, {"name": "Bob Ray"}]))
    assert stated(found, "byline") == [("Ann Lee, Bob Ray", "JSON-LD author")]


@pytest.mark.parametrize(
    ("head", "field", "value", "origin"),
    [
        ('<meta name="author" content=" Ann\n Lee ">', "byline", "Ann Lee", "meta author"),
        ('<meta property="og:site_name" content="Millbrook Herald">', "outlet", "Millbrook Herald", "og:site_name"),
        (
            '<meta property="article:published_time" content="2022-09-06T10:00:00Z">',
            "published",
            "2022-09-06T10:00:00Z",
            "article:published_time",
        ),
        ('<meta name="date" content="6 September 2022">', "published", "6 September 2022", "meta date"),
        ('<meta name="date" content="13/09/2022">', "published", "13/09/2022", "meta date"),
        (LINK, "url", "https://www.herald.example/bridge?a=1", "canonical link"),
        ('<meta property="og:url" content="https://herald.example/x">', "url", "https://herald.example/x", "og:url"),
        (
            "<!-- saved from url=(0024)https://herald.example/x -->",
            "url",
            "https://herald.example/x",
            "note of the browser that saved it",
        ),
        (
            "<!--\n Page saved with SingleFile \n url: https://herald.example/x \n saved date: Mon Nov 30 2026\n-->",
            "url",
            "https://herald.example/x",
            "note of the browser that saved it",
        ),
        ("<title>Vote &amp; bridge</title>", "title", "Vote & bridge", "title of the page"),
    ],
)
def test_elements_of_the_head_state_facts(head: str, field: str, value: str, origin: str) -> None:
    assert stated(facts_of(head), field) == [(value, origin)]


@pytest.mark.parametrize(
    ("body", "byline"),
    [
        ('By <a rel="author">Ann Lee</a> and <a rel="author">Tom Berg</a>', "Ann Lee, Tom Berg"),
        ('<span itemprop="author">Ann Lee</span><span itemprop="author">Tom Berg</span>', "Ann Lee, Tom Berg"),
        ('<a rel="author"></a> <a rel="author">Ann Lee</a>', "Ann Lee"),
        ('<a rel="author">Ann Lee</a><p>Another story</p><a rel="author">Tom Berg</a>', "Ann Lee"),
        ('<p><a rel="author">Ann Lee</a></p><p><a rel="author">Tom Berg</a></p>', "Ann Lee"),
    ],
)
def test_authors_marked_beside_each_other_are_all_named(body: str, byline: str) -> None:
    assert stated(facts_of(TITLE, body), "byline") == [(byline, "author marked in the page")]


def test_marked_elements_state_facts() -> None:
    found = facts_of(
        "",
        '<a rel="author">Ann Lee</a><time itemprop="datePublished" datetime="2022-09-06">Tuesday</time><time>9</time>',
    )
    assert stated(found, "byline") == [("Ann Lee", "author marked in the page")]
    assert stated(found, "published") == [("2022-09-06", "datePublished")]
    found = facts_of("", '<time itemprop="datePublished">2022-09-06</time>')
    assert stated(found, "published")[0] == ("2022-09-06", "datePublished")


@pytest.mark.parametrize(
    "body",
    [
        "<footer>© 2019 Millbrook Herald</footer>",
        "<p>On 12 March 2015 the bridge fell.</p>",
        "<p>The number 20150312 stood on it.</p>",
        '<p>It fell on <time datetime="2015-03-12">that day</time>.</p>',
    ],
)
def test_dates_of_the_story_and_of_the_copyright_are_not_the_pages(body: str) -> None:
    assert stated(facts_of(TITLE, body), "published") == []


def test_a_date_that_could_be_two_is_stated_only_where_no_other_is() -> None:
    doubtful = '<meta name="date" content="06/09/2022">'
    assert stated(facts_of(doubtful), "published") == [("06/09/2022", "meta date")]
    sure = '<meta name="pubdate" content="2022-09-06">'
    assert stated(facts_of(doubtful + sure), "published") == [("2022-09-06", "meta pubdate")]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "//[x", "file:///etc/passwd", "", "https://"])
def test_an_address_that_is_none_is_not_stated(address: str) -> None:
    assert stated(facts_of(f'<link rel="canonical" href="{address}">'), "url") == []
