"""A saved page becomes its visible text: no word and no quotation mark lost, what is no article cut with a reason."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.intake.errors import Binary, Empty, IntakeError
from desktop.intake.formats import html
from desktop.intake.reading import read_bytes
from desktop.intake.registry import format_of
from tests.intake.pages import AFTER, BEFORE, between, body, cuts, cuts_between, page, read

SAID = "The engineer said that the old bridge would carry no lorries after the winter, and asked for a vote."

# What stands between two paragraphs of an article; what the body then reads; what was cut there, and why.
TRAPS = {
    "q gets marks": (
        "<p>He said <q>no deal</q> twice that night.</p>",
        "He said “no deal” twice that night.",
        [],
    ),
    "q in q gets inner marks": (
        "<p>She said <q>he told me <q>never</q> twice</q>, and sat down.</p>",
        "She said “he told me ‘never’ twice”, and sat down.",
        [],
    ),
    "q with marks of its own": (
        "<p>He said “<q>no deal</q>” and <q>“never”</q> that night.</p>",
        "He said “no deal” and “never” that night.",
        [],
    ),
    "q in German": (
        '<p lang="de">Er sagte <q>nie <q>mehr</q></q> und ging dann nach Hause.</p>',
        "Er sagte „nie ‚mehr‘“ und ging dann nach Hause.",
        [],
    ),
    "q in a cell": (
        "<table><tr><td>He said <q>never</q> to them.</td><td>Then he left.</td></tr></table>",
        "He said “never” to them.\tThen he left.",
        [],
    ),
    "q in a block quotation": (
        "<blockquote><p>I told them <q>never</q>, and I meant it then.</p></blockquote>",
        "I told them “never”, and I meant it then.",
        [],
    ),
    "block quotation stays": (
        "<blockquote>“We shall build it,” the letter of the council said to all of us.</blockquote>",
        "“We shall build it,” the letter of the council said to all of us.",
        [],
    ),
    "who is quoted in a block": (
        "<blockquote><p>“We shall build it this very year.”</p><footer>Ann Lee, mayor</footer></blockquote>"
        "<figure><blockquote>“It falls down.”</blockquote><figcaption>Bob Ray, engineer</figcaption></figure>",
        "“We shall build it this very year.”\n\nAnn Lee, mayor\n\n“It falls down.”\n\nBob Ray, engineer",
        [],
    ),
    "signs beside emphasis": (
        "<p>“<em>Never</em>,” she said. The vote was <b>10</b>–<b>12</b>, €<b>5</b> million, Ann’<b>s</b> own.</p>",
        "“Never,” she said. The vote was 10–12, €5 million, Ann’s own.",
        [],
    ),
    "a drop cap and a lone sign": (
        '<p><span class="dropcap">T</span>hey did <q>not</q> vote. 市长说她<b>不</b>会签字。</p>',
        "They did “not” vote. 市长说她不会签字。",
        [],
    ),
    "pull quote that repeats": (
        f"<p>{SAID}</p><blockquote class='pullquote'>{SAID}</blockquote>",
        SAID,
        [(SAID, "pull quote, repeats a sentence")],
    ),
    "aside that repeats": (
        f"<p>{SAID}</p><aside><p>{SAID}</p></aside>",
        SAID,
        [(SAID, "pull quote, repeats a sentence")],
    ),
    "a line break": ("<p>One line of it.<br>Another line of it.</p>", "One line of it.\nAnother line of it.", []),
    "two line breaks": (
        "<p>One paragraph of it.<br><br>Another paragraph of it.</p>",
        "One paragraph of it.\n\nAnother paragraph of it.",
        [],
    ),
    "signs that are not seen": (
        "<p>A super<wbr>market, a bridge&shy;head, <nobr>a word</nobr>, 5&nbsp;pounds, नमस्&zwj;ते there.</p>",
        "A supermarket, a bridge\xadhead, a word, 5\xa0pounds, नमस्\u200dते there.",
        [],
    ),
    "a note number after a figure": (
        "<p>It cost $5<sup>2</sup> in all, they said.</p>",
        "It cost $5 in all, they said.",
        [("2", "note number")],
    ),
    "a linked note number": (
        '<p>“It is done.”<sup><a href="#n1">[1]</a></sup> Then he left them.</p>',
        "“It is done.” Then he left them.",
        [("[1]", "note number")],
    ),
    "a power and an ordinal": (
        "<p>On the 1<sup>st</sup> of May 10<sup>2</sup> men laid 5 m<sup>2</sup> of it, with CO<sub>2</sub>.</p>",
        "On the 1st of May 10² men laid 5 m² of it, with CO2.",
        [],
    ),
    "a reading aid": (
        "<p>The sign said <ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> in red letters.</p>",
        "The sign said 漢 in red letters.",
        [("kan", "reading aid")],
    ),
    "struck out and put in": (
        "<p>They <del>won</del> <ins>lost</ins> the vote by <s>two</s> three hands.</p>",
        "They lost the vote by three hands.",
        [("won ", "struck out"), ("two ", "struck out")],
    ),
    "struck out in what is struck out": (
        f"<div>One word of it <del><del></del><p>{SAID}</p></del></div>",
        "One word of it",
        [(SAID, "struck out")],
    ),
    "a paragraph struck out": (
        f"<del><p>{SAID}</p></del>",
        "",
        [(SAID, "struck out")],
    ),
    "details": (
        "<details><summary>What the vote was about</summary><p>It was about the bridge, and about money.</p></details>",
        "What the vote was about\n\nIt was about the bridge, and about money.",
        [],
    ),
    "aria-hidden but seen": (
        '<p>We will <span aria-hidden="true">never</span> build it there.</p>',
        "We will never build it there.",
        [],
    ),
    "without scripts only": (
        "<noscript><p>Please turn on scripts to see the film here.</p></noscript>",
        "",
        [("Please turn on scripts to see the film here.", "shown only without scripts")],
    ),
    "not displayed": (
        '<p style="display: none">We will never say this in the open hall.</p>',
        "",
        [("We will never say this in the open hall.", "hidden on the page")],
    ),
    "hidden": (
        "<p hidden>We will never say this in the open hall.</p>",
        "",
        [("We will never say this in the open hall.", "hidden on the page")],
    ),
    "for screen readers": (
        '<p>The vote <span class="sr-only">opens in a new window now</span> was lost.</p>',
        "The vote was lost.",
        [("opens in a new window now", "for screen readers only")],
    ),
    "not displayed by a style sheet": (
        "<style>@media print{.a{display:none!important}} .b{color:red}.gone,.c{display:none!important}</style>"
        '<p class="a">This is said in the open hall to all.</p><p class="gone">This is said to nobody at all.</p>',
        "This is said in the open hall to all.",
        [("This is said to nobody at all.", "hidden on the page")],
    ),
    "shadow tree": (
        '<x-card><template shadowrootmode="open"><p>In the shadow: <slot></slot></p></template>seen by all.</x-card>',
        "In the shadow: seen by all.",
        [],
    ),
    "shadow tree of Chromium's MHTML": (
        '<x-card><template shadowmode="open"><p>The mayor said:</p><slot name="q"></slot></template>'
        '<p slot="q">“We will build it.”</p></x-card>',
        "The mayor said:\n\n“We will build it.”",
        [],
    ),
    "an inert template": ("<template><p>This stands nowhere at all.</p></template>", "", []),
    "a list": (
        "<ul><li>The first demand is a new road.</li><li>The second is money.</li></ul>",
        "The first demand is a new road.\nThe second is money.",
        [],
    ),
    "a table": (
        "<table><tr><th>Ward</th><th>Votes</th></tr><tr><td>North</td><td>1,204</td></tr></table>",
        "Ward\tVotes\nNorth\t1,204",
        [],
    ),
    "blanks that are kept": ("<pre>one  two\n  three</pre>", "one  two\n  three", []),
    "text outside of paragraphs": (
        "He stood there, and he <b>never</b> left the hall.",
        "He stood there, and he never left the hall.",
        [],
    ),
    "a stray end tag": (
        "<p>It was late<div>and dark</div>when they came</p>home at last.",
        "It was late\n\nand dark\n\nwhen they came home at last.",
        [],
    ),
    "a picture's words": (
        '<figure><img alt="A bridge"><figcaption>The bridge in 1921.</figcaption></figure>',
        "",
        [("The bridge in 1921.", "photo caption")],
    ),
    "a link to another story": (
        '<p><a href="/x">Read more: The road that nobody wanted</a></p>',
        "",
        [("Read more: The road that nobody wanted", "related headline")],
    ),
    "a sentence of links with notes": (
        '<p>Towns that voted so were <a href="/a">Port Ellery</a>,<sup><a href="#n1">[1]</a></sup> '
        '<a href="/b">Ashford on the Hill</a>, <a href="/c">Millbrook</a> and <a href="/d">the two Wendovers</a>.'
        '<sup><a href="#n2">[2]</a></sup></p>',
        "Towns that voted so were Port Ellery, Ashford on the Hill, Millbrook and the two Wendovers.",
        [("[1]", "note number"), ("[2]", "note number")],
    ),
    "a box for letters": (
        '<div class="newsletter-signup"><p>Get our best stories by mail every morning, free.</p></div>',
        "",
        [("Get our best stories by mail every morning, free.", "newsletter call")],
    ),
    "a page in the page": (
        '<iframe srcdoc="<p>“We will build it,” he wrote on Monday.</p>"></iframe>',
        "",
        [("“We will build it,” he wrote on Monday.", "frame")],
    ),
    "scripts and styles": ("<script>var a = '<p>No word</p>';</script><style>p{}</style><!-- nor this -->", "", []),
}


@pytest.mark.parametrize("trap", TRAPS)
def test_what_stands_in_an_article_reads_as_on_the_screen(trap: str) -> None:
    inner, text, cut = TRAPS[trap]
    document = read(page(inner))
    assert between(document) == text
    assert cuts_between(document) == cut


def test_what_is_around_the_article_is_cut_and_still_there() -> None:
    document = read(page(f"<p>{SAID}</p>"))
    assert body(document).strip() == f"{BEFORE}\n\n{SAID}\n\n{AFTER}"
    assert cuts(document) == [
        ("Home Sport", "navigation"),
        ("The bridge", "headline"),
        ("All rights of this page belong to the Herald, see terms.", "foot of the page"),
    ]
    assert document.facts[0].value == "The bridge"


def test_what_nobody_sees_is_said() -> None:
    (notice,) = read(page('<p style="display:none">We will never say this in the open hall.</p>')).notices
    assert notice.startswith("The page holds 9 words that it does not show, the first of them “We will never say this")


def test_marks_that_stand_for_elements_are_said() -> None:
    (notice,) = read(page("<p>He said <q>no deal</q> twice that night.</p>")).notices
    assert notice == "2 quotation marks stand for elements that mark words as quoted."


@pytest.mark.parametrize("post", ['article class="post"', "section", 'div class="item-{0}"', 'li class="update"'])
@pytest.mark.parametrize(
    "head",
    [
        '<time class="timestamp">{0}:15</time><h2><a href="#{0}">What speaker {0} said</a></h2>',
        '<h3>What speaker {0} said</h3><div class="meta"><span>{0}:15</span> Ann Lee</div>',
        "<span>{0}:15</span><header><h4>What speaker {0} said</h4></header>",
    ],
)
def test_posts_of_a_live_page_keep_their_headings_and_times(post: str, head: str) -> None:
    paragraph = "<p>The speaker number {0} said that the bridge was old, and that the town had waited for it.</p>"
    posts = "".join(
        f"<{post}>{head}{paragraph}</{post.split(maxsplit=1)[0]}>".replace("{0}", str(n)) for n in range(10, 18)
    )
    text = body(read(page(f"<ul>{posts}</ul>" if post.startswith("li") else posts)))
    for n in range(10, 18):
        assert f"What speaker {n} said" in text
        assert f"{n}:15" in text


def test_old_pages_keep_their_curly_quotes() -> None:
    text = page("<p>“We will,” she said – it’s true.</p>", head='<meta charset="iso-8859-1">')
    document = read(text.encode("cp1252"))
    assert between(document) == "“We will,” she said – it’s true."
    assert document.encoding == "windows-1252"


def test_words_after_bytes_that_are_no_characters_are_kept() -> None:
    text = page("<p>①「はい」と市長は言った。</p>", head='<meta charset="shift_jis">')
    assert between(read(text.encode("cp932"))) == "①「はい」と市長は言った。"


def test_the_words_of_a_page_that_only_its_data_holds_are_said() -> None:
    data = '{"@type":"NewsArticle","headline":"The bridge","url":"","articleBody":"%s Behind the wall he spoke on."}'
    head = '<meta property="og:title" content="Vote on the bridge in Millbrook">'
    stated = data.replace("The bridge", "Vote on the bridge in Millbrook") % f"{BEFORE}\\n"
    document = read(page("", head=f'{head}<script type="application/ld+json">{stated}</script>'))
    assert "gives 6 words of the article that it does not show: “behind the wall he spoke on…”" in document.notices[0]


def test_a_page_that_shows_a_teaser_only_gives_the_article_of_its_data() -> None:
    sentences = "\\n".join(f"Sentence {n} of the long report on the bridge was read to them all." for n in "abcdefghij")
    data = f'{{"@type":"NewsArticle","headline":"Vote on the bridge in Millbrook","articleBody":"{sentences}"}}'
    head = '<meta property="og:title" content="Vote on the bridge in Millbrook">'
    document = read(
        f'<html><head>{head}<script type="application/ld+json">{data}</script></head><body>'
        "<h1>Vote on the bridge in Millbrook</h1><p>Sentence a of it is for all, the others are not.</p></body></html>"
    )
    assert body(document).strip().replace("\n\n", "\\n") == sentences
    assert "shows no article" in document.notices[0]
    assert ("Sentence a of it is for all, the others are not.", "what the page shows of the article") in cuts(document)


def test_a_page_is_not_too_large_for_its_pictures() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 45_000_000}"> and more'
    assert between(read(page(f"<p>A picture of it: {picture}</p>"))) == "A picture of it: and more"


def test_a_page_that_is_nothing_but_openings_is_refused_at_once() -> None:
    for opening in (b"<!--", b"<script>", b"<style>"):
        with pytest.raises(Empty):
            html.read(opening * 30_000, "page.html")


def test_tables_in_tables_without_end_are_read_at_once() -> None:
    assert SAID in read("<table><tr><td>" * 600 + SAID).text


@pytest.mark.parametrize("hidden", ['<body style="display:none">', '<body><div style="visibility: hidden">'])
def test_a_page_that_its_scripts_unhide_is_read(hidden: str) -> None:
    document = read(f"<html>{hidden}<p>{BEFORE}</p><p>{SAID}</p><p>{AFTER}</p>")
    assert body(document) == f"{BEFORE}\n\n{SAID}\n\n{AFTER}"


def test_a_headline_that_stands_there_twice_is_cut_twice() -> None:
    document = read(page('<div class="mobile"><h2>The bridge</h2></div>'))
    assert between(document) == ""


def test_what_only_subscribers_read_is_article() -> None:
    assert between(read(page(f'<div class="paywall subscriber-only"><p>{SAID}</p></div>'))) == SAID


def test_a_page_of_links_and_labels_keeps_what_is_no_menu() -> None:
    document = read("<nav><a href='/'>Home</a></nav><div><h2>Opening hours</h2><p>Mondays</p></div>")
    assert body(document).split() == ["Opening", "hours", "Mondays"]


def test_the_byline_and_the_date_that_a_page_prints_are_facts() -> None:
    printed = '<div class="byline">By Ann Lee</div><div class="date">6 September 2022</div>'
    document = read(page("").replace("</h1>", f"</h1>{printed}"))
    found = [(fact.field, fact.value, fact.origin) for fact in document.facts]
    assert ("byline", "Ann Lee", "byline on the page") in found
    assert ("published", "6 September 2022", "date on the page") in found


def test_a_page_nested_deeper_than_the_parser_goes_keeps_its_words() -> None:
    document = read("<html><body>" + "<div>" * 6000 + f"<p>{SAID}</p>" + "</div>" * 6000 + f"<p>{AFTER}</p>")
    assert SAID in document.text
    assert AFTER in document.text


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", Empty),
        (b"   \n", Empty),
        (b"<html><head><title>T</title></head><body></body></html>", Empty),
        (b"<html><script>var a = 1</script>", Empty),
        (bytes(range(256)) * 4, Binary),
    ],
)
def test_a_page_without_words_is_refused_with_a_sentence(data: bytes, error: type[IntakeError]) -> None:
    with pytest.raises(error, match=r"^page\.html .*\.$"):
        html.read(data, "page.html")


def test_a_page_that_breaks_off_keeps_what_is_there() -> None:
    text = page(f"<p>{SAID}</p>")
    document = read(text[: text.index("asked for a vote")])
    assert "lorries after the winter" in body(document)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"<!DOCTYPE html><html>", "a.bin"),
        (b"\xef\xbb\xbf\n<!-- saved from url=(0014)about:internet -->\n<html>", "a"),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "">', "a.xml"),
        (b"<p>Hello", "a.htm"),
    ],
)
def test_a_page_is_known_by_its_beginning_or_its_name(data: bytes, name: str) -> None:
    assert format_of(data, name) is html.FORMAT


_PIECES = (
    *("<p>", "</p>", "<div>", "</div>", "<q>", "</q>", "<sup>", "<del>", "<br>", "<br><br>", "<td>", "<tr>", "<table>"),
    *("<li>", "<template shadowrootmode=open>", "</template>", "<slot>", "<iframe srcdoc='<p>in'>", "<ruby>", "<rt>"),
    *("<h1>", "<nav>", "word", " “quoted” ", " 5", "\ud800", "\0", "&", "&#0;", "&#xd800;", "<!--", "-->", "<![CDATA["),
    *("<script>", "</script>", "<style>", "<svg>", "<text>", "<select>", "<option>", "<noscript>", "<p hidden>"),
    *("<base href='//[x'>", "<link rel=canonical href='//['>", "<time>", "</article>", "<article class=post>"),
)


@pytest.mark.timeout(600)  # a night's examples take their time
@given(
    st.one_of(
        st.lists(st.sampled_from(_PIECES), max_size=30).map(
            lambda pieces: "".join(pieces).encode("utf-8", "surrogatepass")
        ),
        st.binary(max_size=200),
    )
)
def test_whatever_the_bytes_a_document_or_a_sentence_comes_out(data: bytes) -> None:
    with suppress(IntakeError):
        for document in html.read(data, "page.html"):
            document.text.encode()
            assert "\r" not in document.text
            ends = [
                0,
                *(offset for cut in document.cuts for offset in (cut.span.start, cut.span.end)),
                len(document.text),
            ]
            assert ends == sorted(ends)


@pytest.mark.parametrize("tag", ["article", "main", "section", "div", "p"])
def test_a_page_without_the_tags_of_head_and_body_shows_all_its_words(tag: str) -> None:
    page = f"<!doctype html><meta charset=utf-8><title>T</title><{tag}>One <b>two</b></{tag}> three <p>four"
    assert read(page).text.split() == ["One", "two", "three", "four"]


def test_the_headline_of_a_page_is_shown_and_its_quotation_is_found() -> None:
    (capture,) = read_bytes(page("<p>Ann Lee said so twice that night.</p>").encode(), source="page.html")
    assert capture.metadata.title in capture.text
    assert [cut.why for cut in capture.heads][:1] == ["headline"]
    assert all(cut.why != "headline" for cut in capture.cuts)
